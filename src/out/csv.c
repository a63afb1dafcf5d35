/* DL_FORMAT_CLAIMS_CSV (RFC 4180): one row a claim, lines ended by CR LF. Lists stand in one cell with "; " between their items; what is unknown is
 * an empty cell. The header below names the cells in their order; the manual page says what they hold.
 */
#include "base/calendar.h"
#include "out/links.h"
#include "out/offsets.h"
#include "out/out.h"
#include "out/pen.h"

#include <math.h>

/* What a cell is made from. */
typedef struct row {
    dl_pen *pen;
    const dl_doc *doc;
    const dl_links *links;
    dl_offset_map *offsets;
    const dl_claim *claim;
    const dl_made_by *made;
    uint32_t number; /* row of the claim */
    unsigned cells;  /* begun so far */
    bool begun;      /* the list cell has an item already */
} row;

/* Inside the quotation marks that every cell of text has. */
static void put(row *r, dl_bytes text) {
    size_t from = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] != '"') continue;
        dl_pen_bytes(r->pen, (dl_bytes){text.data + from, i + 1 - from});
        from = i;
    }
    dl_pen_bytes(r->pen, (dl_bytes){text.data + from, text.size - from});
}

static void text(row *r, dl_bytes words) {
    if (!words.size) return;
    dl_pen_char(r->pen, '"');
    put(r, words);
    dl_pen_char(r->pen, '"');
}

static void name(row *r, const char *words) {
    if (words) dl_pen_text(r->pen, words);
}

static void number(row *r, int64_t value) {
    if (value != DL_NO_COUNT) dl_pen_number(r->pen, value);
}

static void instant(row *r, dl_instant value) {
    char iso[32];
    if (value == DL_NO_TIME) return;
    dl_pen_bytes(r->pen, (dl_bytes){iso, dl_iso_write(iso, value, (dl_grain)r->claim->when_grain, r->claim->when_zoned)});
}

static void degrees(row *r, double value) {
    char digits[32];
    dl_pen_bytes(r->pen, (dl_bytes){digits, dl_spell_degrees(digits, value)});
}

/* One item of a list cell. */
static void item(row *r, dl_bytes words) {
    if (!words.size) return;
    dl_pen_text(r->pen, r->begun ? "; " : "\"");
    r->begun = true;
    put(r, words);
}

static void end_list(row *r) {
    if (r->begun) dl_pen_char(r->pen, '"');
    r->begun = false;
}

static void names(row *r, dl_role role) {
    for (uint32_t i = r->claim->first_party; i < r->claim->first_party + r->claim->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[i];
        const dl_mention *mention = &r->doc->mentions.rows[party->mention];
        if (party->role == role) item(r, dl_mention_name(r->doc, mention));
    }
    end_list(r);
}

static void actors(row *r, dl_role role) {
    for (uint32_t i = r->claim->first_party; i < r->claim->first_party + r->claim->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[i];
        if (party->role == role) item(r, party->actor.size ? party->actor : r->doc->mentions.rows[party->mention].actor);
    }
    end_list(r);
}

/* The first count of a kind that is no part of another. */
static const dl_count *count_of(const row *r, dl_what what) {
    for (uint32_t i = r->links->first[r->number]; i; i = r->links->next[i])
        if (r->doc->counts.rows[i].what == what && !r->doc->counts.rows[i].part_of) return &r->doc->counts.rows[i];
    static const dl_count none = {.low = DL_NO_COUNT, .best = DL_NO_COUNT, .high = DL_NO_COUNT};
    return &none;
}

/* "killed=35; wounded=130": all counts, the parts of others too. */
static void counts(row *r) {
    for (uint32_t i = r->links->first[r->number]; i; i = r->links->next[i]) {
        const dl_count *count = &r->doc->counts.rows[i];
        int64_t value = count->best != DL_NO_COUNT ? count->best : count->low != DL_NO_COUNT ? count->low : count->high;
        if (value == DL_NO_COUNT) continue;
        item(r, dl_bytes_of(dl_what_name(count->what)));
        dl_pen_char(r->pen, '=');
        dl_pen_number(r->pen, value);
    }
    end_list(r);
}

static void claim_id(row *r) {
    dl_pen_text(r->pen, r->doc->id);
    dl_pen_char(r->pen, '#');
    dl_pen_number(r->pen, r->number);
}

static void published(row *r) {
    char iso[32];
    if (r->doc->published == DL_NO_TIME) return;
    dl_pen_bytes(r->pen, (dl_bytes){iso, dl_iso_write(iso, r->doc->published, (dl_grain)r->doc->published_grain, r->doc->published_zoned)});
}

/* Begins the next cell. */
static row *next(row *r) {
    if (r->cells++) dl_pen_char(r->pen, ',');
    return r;
}

static void told(row *r) {
    claim_id(next(r));
    name(next(r), r->doc->id);
    text(next(r), r->doc->ref);
    text(next(r), r->doc->uri);
    published(next(r));
    number(next(r), r->claim->sentence ? (int64_t)r->claim->sentence - 1 : DL_NO_COUNT);
    name(next(r), dl_zone_name(r->claim->zone));
    name(next(r), dl_event_name(r->claim->event));
    text(next(r), r->claim->mode);
    text(next(r), r->claim->context);
    text(next(r), r->claim->cameo);
    name(next(r), dl_claim_status_name(r->claim->status));
}

static void parties(row *r, dl_role role) {
    names(next(r), role);
    actors(next(r), role);
}

static void when(row *r) {
    bool known = r->claim->begin != DL_NO_TIME;
    instant(next(r), r->claim->begin);
    instant(next(r), r->claim->end);
    name(next(r), known ? dl_grain_name(r->claim->when_grain) : "");
    name(next(r), known ? dl_basis_name(r->claim->when_basis) : "");
}

static void where(row *r) {
    static const dl_place none = {.lat = NAN, .lon = NAN};
    bool known = r->claim->place;
    const dl_place *place = known ? &r->doc->places.rows[r->claim->place] : &none;
    unsigned precision = r->claim->where_precision ? r->claim->where_precision : place->precision;
    text(next(r), place->name);
    name(next(r), known ? dl_relation_name(r->claim->where_relation) : "");
    text(next(r), place->country);
    text(next(r), place->admin1);
    number(next(r), place->geonameid ? (int64_t)place->geonameid : DL_NO_COUNT);
    degrees(next(r), place->lat);
    degrees(next(r), place->lon);
    name(next(r), known ? dl_precision_name(precision) : "");
    name(next(r), known ? dl_basis_name(r->claim->where_basis) : "");
}

static void victims(row *r, dl_what what) {
    const dl_count *count = count_of(r, what);
    number(next(r), count->low);
    number(next(r), count->best);
    number(next(r), count->high);
}

static void evidence(row *r) {
    text(next(r), dl_doc_words(r->doc, r->claim->trigger));
    text(next(r), dl_doc_words(r->doc, r->claim->clause));
    number(next(r), dl_offsets_at(r->offsets, r->claim->clause.begin));
    number(next(r), dl_offsets_at(r->offsets, r->claim->clause.end));
}

static const char header[] = "id,doc,ref,uri,published,sentence,zone,event,mode,context,cameo,status,who,who_actor,whom,whom_actor,"
                             "when_start,when_end,when_precision,when_basis,"
                             "where_name,where_relation,where_country,where_admin1,where_geonameid,where_lat,where_lon,where_precision,where_basis,"
                             "killed_low,killed_best,killed_high,wounded_low,wounded_best,wounded_high,counts,"
                             "according_to,according_to_actor,disputed_by,disputed_by_actor,incident,"
                             "trigger,clause,clause_start,clause_end,version,knowledge,model\r\n";

static void write_row(row *r) {
    told(r);
    parties(r, DL_ROLE_WHO);
    parties(r, DL_ROLE_WHOM);
    when(r);
    where(r);
    victims(r, DL_WHAT_KILLED);
    victims(r, DL_WHAT_WOUNDED);
    counts(next(r));
    parties(r, DL_ROLE_SOURCE);
    parties(r, DL_ROLE_DISPUTED_BY);
    number(next(r), r->claim->incident ? (int64_t)r->claim->incident : DL_NO_COUNT);
    evidence(r);
    name(next(r), r->made->version);
    name(next(r), r->made->knowledge);
    name(next(r), r->made->model);
    dl_pen_text(r->pen, "\r\n");
}

dl_status dl_out_csv(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    dl_pen pen;
    dl_links links;
    dl_offset_map offsets;
    dl_status status = dl_links_open(&links, doc, error);
    if (status != DL_OK) return status;
    dl_pen_start(&pen, sink);
    dl_offsets_start(&offsets, doc->text, sink->offsets);
    for (DL_EACH(i, &doc->claims)) {
        row r = {.pen = &pen, .doc = doc, .links = &links, .offsets = &offsets, .claim = &doc->claims.rows[i], .made = made, .number = i};
        write_row(&r);
    }
    dl_links_close(&links);
    return dl_pen_finish(&pen, error);
}

dl_status dl_out_csv_header(const dl_sink *sink, dl_error *error) {
    dl_pen pen;
    dl_pen_start(&pen, sink);
    dl_pen_text(&pen, header);
    return dl_pen_finish(&pen, error);
}
