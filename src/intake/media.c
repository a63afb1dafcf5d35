#include "intake/media.h"

#include "base/calendar.h"

enum { HOST_MAX = 80, LINK_MAX = 2048 };

/* A row of data/time/media.tsv. */
typedef struct network {
    dl_bytes hosts, name, marker;
    int64_t base, least, shift, per_second, epoch, start;
} network;

typedef struct networks {
    network *rows;
    uint32_t count;
} networks;

static int64_t cell_number(const dl_know *know, uint32_t table, uint32_t row, const char *column) {
    int64_t number;
    dl_bytes_number(dl_know_get(know, table, row, column), &number);
    return number;
}

static networks read_networks(const dl_know *know, dl_arena *arena) {
    uint32_t table = dl_know_table(know, "time/media");
    networks all = {.count = dl_know_rows(know, table)};
    all.rows = DL_NEW_ARRAY(arena, network, all.count);
    for (uint32_t i = 0; i < all.count; i++)
        all.rows[i] = (network){.hosts = dl_know_get(know, table, i, "hosts"),
                                .name = dl_know_get(know, table, i, "network"),
                                .marker = dl_know_get(know, table, i, "marker"),
                                .base = cell_number(know, table, i, "base"),
                                .least = cell_number(know, table, i, "least"),
                                .shift = cell_number(know, table, i, "shift"),
                                .per_second = cell_number(know, table, i, "per_second"),
                                .epoch = cell_number(know, table, i, "epoch"),
                                .start = cell_number(know, table, i, "start")};
    return all;
}

/* ------------------------------------------------------------------ ids */

static int digit_value(char c, int64_t base) {
    static const char base32[] = "234567abcdefghijklmnopqrstuvwxyz"; /* sorts as its numbers do */
    static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    if (base == 10) return dl_is_digit(c) ? c - '0' : -1;
    const char *alphabet = base == 32 ? base32 : base64;
    const char *at = c ? strchr(alphabet, c) : NULL;
    return at ? (int)(at - alphabet) : -1;
}

/* False where the piece is no id: a foreign character, too short, or more than 63 bits. */
static bool read_id(const network *n, dl_bytes piece, uint64_t *id) {
    if ((int64_t)piece.size < n->least) return false;
    *id = 0;
    for (size_t i = 0; i < piece.size; i++) {
        int digit = digit_value(piece.data[i], n->base);
        if (digit < 0 || *id > ((uint64_t)INT64_MAX - (uint64_t)digit) / (uint64_t)n->base) return false;
        *id = *id * (uint64_t)n->base + (uint64_t)digit;
    }
    return true;
}

static bool is_marker(const network *n, dl_bytes piece) {
    if (dl_bytes_is(n->marker, "@")) return piece.size > 1 && piece.data[0] == '@';
    dl_bytes rest = n->marker, one;
    while (dl_bytes_cut(&rest, '|', &one))
        if (dl_bytes_equal(one, piece)) return true;
    return false;
}

/* The last id behind the marker: a message stands behind its channel, and "/photo/1" is too short to be one. */
static bool find_id(const network *n, dl_bytes path, uint64_t *id) {
    bool marked = false, found = false;
    dl_bytes piece;
    while (dl_bytes_cut(&path, '/', &piece)) {
        if (marked && read_id(n, piece, id)) found = true;
        marked = marked || is_marker(n, piece);
    }
    return found;
}

static dl_instant id_time(const dl_doc *doc, const network *n, uint64_t id) {
    dl_instant time = ((int64_t)(id >> n->shift) + n->epoch) / n->per_second;
    if (time < n->start) return DL_NO_TIME;
    bool dated = doc->published != DL_NO_TIME && doc->published_grain >= DL_GRAIN_DAY;
    return dated && time > doc->published + 2 * DL_DAY ? DL_NO_TIME : time; /* a page may be mended a day later */
}

/* ------------------------------------------------------------------ links */

static bool host_is(dl_bytes host, dl_bytes domain) {
    if (host.size < domain.size || (host.size > domain.size && host.data[host.size - domain.size - 1] != '.')) return false;
    for (size_t i = 0; i < domain.size; i++)
        if (dl_to_lower(host.data[host.size - domain.size + i]) != domain.data[i]) return false;
    return true;
}

static const network *network_of(const networks *all, dl_bytes host, dl_bytes path) {
    for (uint32_t i = 0; i < all->count; i++) {
        const network *n = &all->rows[i];
        dl_bytes rest = n->hosts, one;
        uint64_t id;
        while (dl_bytes_cut(&rest, '|', &one))
            if (dl_bytes_is(one, "*") ? find_id(n, path, &id) : host_is(host, one)) return n;
    }
    return NULL;
}

static bool host_byte(char c) {
    return dl_is_alnum(c) || c == '.' || c == '-';
}

static bool link_byte(char c) {
    return (unsigned char)c > ' ' && !strchr("\"<>()[]{}|\\^`", c) && !((unsigned char)c >= 0x80);
}

/* The host that ends at `slash`, empty where what stands there is none. */
static dl_span host_before(dl_bytes text, uint32_t slash) {
    uint32_t begin = slash;
    while (begin > 0 && slash - begin < HOST_MAX && host_byte(text.data[begin - 1])) begin--;
    bool dotted = slash > begin && memchr(text.data + begin, '.', slash - begin) && text.data[begin] != '.' && text.data[slash - 1] != '.';
    return dotted ? (dl_span){begin, slash} : (dl_span){slash, slash};
}

static uint32_t scheme_before(dl_bytes text, uint32_t at) {
    static const char *const schemes[] = {"https://", "http://"};
    for (size_t i = 0; i < 2; i++) {
        uint32_t n = (uint32_t)strlen(schemes[i]);
        if (at >= n && !memcmp(text.data + at - n, schemes[i], n)) return at - n;
    }
    return at;
}

static uint32_t link_end(dl_bytes text, uint32_t at) {
    uint32_t end = at;
    while (end < text.size && end - at < LINK_MAX && link_byte(text.data[end])) end++;
    while (end > at && strchr(".,;:!?'*_", text.data[end - 1])) end--; /* the sentence's, not the link's */
    return end;
}

/* The part of a link behind the host and before a query. */
static dl_bytes path_of(dl_bytes text, uint32_t slash, uint32_t end) {
    uint32_t stop = slash;
    while (stop < end && text.data[stop] != '?' && text.data[stop] != '#') stop++;
    return (dl_bytes){text.data + slash, stop - slash};
}

/* The link of `text` whose host ends at `slash`, into a row; false where it is of no network. *end is where to go on. */
static bool read_link(const networks *all, const dl_doc *doc, dl_bytes text, uint32_t slash, dl_media *row, uint32_t *end) {
    dl_span host = host_before(text, slash);
    *end = slash + 1;
    if (host.begin == host.end) return false;
    uint32_t last = link_end(text, slash);
    if (last > slash) *end = last;
    dl_bytes path = path_of(text, slash, last);
    const network *n = network_of(all, (dl_bytes){text.data + host.begin, dl_span_size(host)}, path);
    if (!n || path.size < 2) return false;
    uint64_t id;
    dl_instant created = n->base && find_id(n, path, &id) ? id_time(doc, n, id) : DL_NO_TIME;
    dl_span span = {scheme_before(text, host.begin), last};
    *row = (dl_media){.span = span, .url = {text.data + span.begin, dl_span_size(span)}, .network = n->name, .created = created};
    return true;
}

/* The embeds from *next on that stand in front of `before`. */
static void take_embeds(const networks *all, dl_doc *doc, uint32_t *next, uint32_t before) {
    for (; *next < doc->embeds.count && doc->embeds.rows[*next].at <= before; ++*next) {
        const dl_embed *embed = &doc->embeds.rows[*next];
        const char *scheme = memmem(embed->url.data, embed->url.size, "://", 3);
        size_t host = scheme ? (size_t)(scheme - embed->url.data) + 3 : 0;
        const char *slash = scheme ? memchr(scheme + 3, '/', embed->url.size - host) : NULL;
        dl_media row;
        uint32_t end;
        if (!slash || !read_link(all, doc, embed->url, (uint32_t)(slash - embed->url.data), &row, &end)) continue;
        row.span = (dl_span){embed->at, embed->at};
        *DL_DOC_PUSH(doc, media) = row;
    }
}

void dl_media_find(const dl_know *know, dl_doc *doc) {
    networks all = {0};
    uint32_t at = 0, embed = 1;
    if (doc->embeds.count) all = read_networks(know, &doc->arena);
    while (at < doc->text.size) {
        const char *slash = memchr(doc->text.data + at, '/', doc->text.size - at);
        dl_media row;
        if (!slash) break;
        if (!all.rows) all = read_networks(know, &doc->arena);
        if (!read_link(&all, doc, doc->text, (uint32_t)(slash - doc->text.data), &row, &at)) continue;
        take_embeds(&all, doc, &embed, row.span.begin);
        *DL_DOC_PUSH(doc, media) = row;
    }
    take_embeds(&all, doc, &embed, (uint32_t)doc->text.size);
}
