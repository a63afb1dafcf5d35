/* pack OUT ROOT FILE.tsv...: packs the tables of data/ into the knowledge file (src/know/format.h, src/know/know.h).
 *
 * The same files give the same bytes. Errors name file and line; exit code 1. */
#include "base/arena.h"
#include "base/array.h"
#include "base/bytes.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/utf8.h"
#include "know/format.h"
#include "know/know.h"
#include "text/tokens.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

typedef struct buffer {
    char *data;
    size_t size, room;
} buffer;

typedef struct open_edge {
    uint32_t node, word, next;
} open_edge;

typedef struct open_hit {
    uint32_t node, order;
    dl_know_phrase phrase;
} open_hit;

typedef struct word_slot {
    uint32_t word, string;
} word_slot;

typedef struct kind_entry {
    dl_bytes word, kind, parts;
} kind_entry;

/* Everything gathered so far. */
typedef struct pack {
    dl_arena arena;
    buffer tables, columns, cells, lines, strings, hits;
    dl_bytes *intern; /* strings by hash, with their offset in front */
    uint32_t *intern_at;
    size_t intern_room, intern_count;
    word_slot *words;
    size_t word_room;
    uint32_t word_count, node_count;
    open_edge *edges; /* all edges, those of the roots too */
    size_t edge_room, edge_count;
    uint32_t common_words;
    uint64_t *begins, *lowers; /* by word: tables with a phrase that begins with it; with one that may begin with a small letter */
    size_t begins_room;
    kind_entry kinds[1024];
    size_t kind_count;
    bool words_table; /* that of the tokenizer itself: its words are not cut */
    const char *file;
    unsigned line;
} pack;

static void die(const pack *p, const char *what) {
    fprintf(stderr, "pack: %s:%u: %s\n", p->file ? p->file : "-", p->line, what);
    exit(1);
}

static void *must(void *memory) {
    if (!memory) {
        fputs("pack: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

static void add(buffer *b, const void *data, size_t size) {
    if (b->size + size > b->room) {
        b->room = (b->size + size) * 2 + 4096;
        b->data = must(realloc(b->data, b->room));
    }
    memcpy(b->data + b->size, data, size);
    b->size += size;
}

static void add32(buffer *b, uint32_t value) {
    add(b, &value, 4);
}

/* ---------------------------------------------------------------- strings */

static uint32_t add_string(pack *p, dl_bytes s) {
    if (s.size > UINT16_MAX) die(p, "a cell longer than 65,535 bytes");
    uint16_t size = (uint16_t)s.size;
    add(&p->strings, &size, sizeof size);
    uint32_t at = (uint32_t)p->strings.size;
    add(&p->strings, s.data, s.size);
    add(&p->strings, "", 1);
    return at;
}

static void intern_grow(pack *p) {
    size_t room = p->intern_room ? p->intern_room * 2 : 1 << 16;
    dl_bytes *strings = must(calloc(room, sizeof *strings));
    uint32_t *at = must(calloc(room, sizeof *at));
    for (size_t i = 0; i < p->intern_room; i++) {
        if (!p->intern_at[i]) continue;
        size_t slot = dl_hash(p->intern[i]) & (room - 1);
        while (at[slot]) slot = (slot + 1) & (room - 1);
        strings[slot] = p->intern[i];
        at[slot] = p->intern_at[i];
    }
    free(p->intern);
    free(p->intern_at);
    p->intern = strings, p->intern_at = at, p->intern_room = room;
}

static uint32_t string(pack *p, dl_bytes s) {
    if (p->intern_count * 2 >= p->intern_room) intern_grow(p);
    size_t slot = dl_hash(s) & (p->intern_room - 1);
    while (p->intern_at[slot] && !dl_bytes_equal(p->intern[slot], s)) slot = (slot + 1) & (p->intern_room - 1);
    if (!p->intern_at[slot]) {
        p->intern[slot] = dl_arena_copy(&p->arena, s);
        p->intern_at[slot] = add_string(p, s);
        p->intern_count++;
    }
    return p->intern_at[slot];
}

/* ---------------------------------------------------------------- words and phrases */

static dl_bytes string_at(const pack *p, uint32_t at) {
    uint16_t size;
    memcpy(&size, p->strings.data + at - sizeof size, sizeof size);
    return (dl_bytes){p->strings.data + at, size};
}

static void words_grow(pack *p) {
    size_t room = p->word_room ? p->word_room * 2 : 1 << 14;
    word_slot *words = must(calloc(room, sizeof *words));
    for (size_t i = 0; i < p->word_room; i++) {
        if (!p->words[i].word) continue;
        size_t slot = dl_hash(string_at(p, p->words[i].string)) & (room - 1);
        while (words[slot].word) slot = (slot + 1) & (room - 1);
        words[slot] = p->words[i];
    }
    free(p->words);
    p->words = words, p->word_room = room;
}

static uint32_t word(pack *p, dl_bytes text) {
    char folded[256];
    dl_bytes key = {folded, dl_know_fold(text, folded, sizeof folded)};
    if (p->word_count * 2 >= p->word_room) words_grow(p);
    size_t slot = dl_hash(key) & (p->word_room - 1);
    while (p->words[slot].word && !dl_bytes_equal(string_at(p, p->words[slot].string), key)) slot = (slot + 1) & (p->word_room - 1);
    if (!p->words[slot].word) p->words[slot] = (word_slot){++p->word_count, string(p, key)};
    return p->words[slot].word;
}

static void edges_grow(pack *p) {
    size_t room = p->edge_room ? p->edge_room * 2 : 1 << 14;
    open_edge *edges = must(calloc(room, sizeof *edges));
    for (size_t i = 0; i < p->edge_room; i++) {
        if (!p->edges[i].next) continue;
        size_t slot = dl_hash_pair(p->edges[i].node, p->edges[i].word) & (room - 1);
        while (edges[slot].next) slot = (slot + 1) & (room - 1);
        edges[slot] = p->edges[i];
    }
    free(p->edges);
    p->edges = edges, p->edge_room = room;
}

static uint32_t step(pack *p, uint32_t node, uint32_t w) {
    if (p->edge_count * 2 >= p->edge_room) edges_grow(p);
    size_t slot = dl_hash_pair(node, w) & (p->edge_room - 1);
    while (p->edges[slot].next && (p->edges[slot].node != node || p->edges[slot].word != w)) slot = (slot + 1) & (p->edge_room - 1);
    if (!p->edges[slot].next) {
        p->edges[slot] = (open_edge){node, w, ++p->node_count};
        p->edge_count++;
    }
    return p->edges[slot].next;
}

/* The tokenizer that reads text cuts the phrases too; it asks for abbreviations and the like, which stand in data/text/words.tsv. */
static const kind_entry *kind_of(const pack *p, dl_bytes w) {
    for (size_t i = 0; i < p->kind_count; i++)
        if (dl_bytes_equal(p->kinds[i].word, w)) return p->kinds + i;
    return NULL;
}

static dl_word_kind kind(const void *self, dl_bytes w) {
    const kind_entry *entry = kind_of(self, w);
    return entry ? dl_word_kind_named(entry->kind) : DL_WORD_PLAIN;
}

static dl_bytes parts(const void *self, dl_bytes w) {
    const kind_entry *entry = kind_of(self, w);
    return entry ? entry->parts : (dl_bytes){0};
}

static bool has_capital(dl_bytes word) {
    utf8proc_int32_t c;
    if ((unsigned char)word.data[0] < 0x80) return dl_is_upper(word.data[0]);
    return utf8proc_iterate((const utf8proc_uint8_t *)word.data, (utf8proc_ssize_t)word.size, &c) > 0 && utf8proc_tolower(c) != c;
}

static bool set_in_capitals(dl_bytes w) {
    size_t upper = 0;
    for (size_t i = 0; i < w.size; i++) {
        if (dl_is_lower(w.data[i])) return false;
        upper += dl_is_upper(w.data[i]);
    }
    return upper > 1;
}

static void begin(pack *p, uint32_t w, uint32_t table, bool low) {
    if (w >= p->begins_room) {
        size_t room = w * 2 + 1024;
        p->begins = must(realloc(p->begins, room * sizeof *p->begins));
        memset(p->begins + p->begins_room, 0, (room - p->begins_room) * sizeof *p->begins);
        p->lowers = must(realloc(p->lowers, room * sizeof *p->lowers));
        memset(p->lowers + p->begins_room, 0, (room - p->begins_room) * sizeof *p->lowers);
        p->begins_room = room;
    }
    p->begins[w] |= (uint64_t)1 << (table - 1);
    if (low) p->lowers[w] |= (uint64_t)1 << (table - 1);
}

static void phrase(pack *p, dl_bytes text, uint32_t root, bool proper, dl_know_phrase hit) {
    while (text.size && text.data[0] == ' ') text = (dl_bytes){text.data + 1, text.size - 1};
    while (text.size && text.data[text.size - 1] == ' ') text.size--;
    if (!text.size) return;
    dl_word_list words = {kind, parts, p};
    dl_cut_tokens tokens = {0};
    dl_cut_span_tokens(&p->arena, text, (dl_span){0, (uint32_t)text.size}, p->words_table ? NULL : &words, &tokens);
    if (tokens.count < 2 || tokens.count - 1 > DL_KNOW_PHRASE_WORDS) die(p, "a phrase has no word or more than 16");
    uint32_t node = root;
    for (DL_EACH(i, &tokens)) {
        dl_bytes w = {text.data + tokens.rows[i].span.begin, dl_span_size(tokens.rows[i].span)};
        uint32_t number = word(p, w);
        node = step(p, node, number);
        if (i == 1) begin(p, number, hit.table, !(proper && has_capital(w)));
        if (proper && has_capital(w)) hit.capital |= (uint16_t)(1u << (i - 1));
        if (proper && set_in_capitals(w)) hit.upper |= (uint16_t)(1u << (i - 1));
    }
    open_hit found = {node, (uint32_t)(p->hits.size / sizeof found), hit};
    add(&p->hits, &found, sizeof found);
}

/* ---------------------------------------------------------------- tables */

/* What the "#!" lines of a file say. */
typedef struct directives {
    dl_bytes phrases, lemmas, integers, degrees;
    bool proper, apart;
} directives;

static void directive(pack *p, directives *d, dl_bytes line) {
    dl_bytes name;
    while (line.size && line.data[0] == ' ') line = (dl_bytes){line.data + 1, line.size - 1};
    if (!dl_bytes_cut(&line, ' ', &name)) die(p, "an empty directive");
    if (dl_bytes_is(name, "phrases"))
        d->phrases = line;
    else if (dl_bytes_is(name, "lemmas"))
        d->lemmas = line;
    else if (dl_bytes_is(name, "integers"))
        d->integers = line;
    else if (dl_bytes_is(name, "degrees"))
        d->degrees = line;
    else if (dl_bytes_is(name, "apart") && !line.size)
        d->apart = true;
    else if (dl_bytes_is(name, "case") && (dl_bytes_is(line, "proper") || dl_bytes_is(line, "any")))
        d->proper = dl_bytes_is(line, "proper");
    else
        die(p, "a directive is phrases, lemmas, case, integers, degrees or apart");
}

static bool listed(dl_bytes names, dl_bytes name) {
    dl_bytes piece;
    while (dl_bytes_cut(&names, ' ', &piece))
        if (dl_bytes_equal(piece, name)) return true;
    return false;
}

enum { COLUMNS = 64 };

typedef struct columns {
    dl_bytes names[COLUMNS];
    bool found[COLUMNS];
    uint32_t kind[COLUMNS];
    uint32_t count;
} columns;

/* All cells of a line, empty ones too. */
static uint32_t split(pack *p, dl_bytes line, dl_bytes cells[COLUMNS]) {
    uint32_t n = 0;
    const char *at = line.data, *end = line.data + line.size;
    for (;;) {
        const char *tab = memchr(at, '\t', (size_t)(end - at));
        if (n == COLUMNS) die(p, "more than 64 columns");
        cells[n++] = (dl_bytes){at, (size_t)((tab ? tab : end) - at)};
        if (!tab) return n;
        at = tab + 1;
    }
}

static uint32_t whole(pack *p, dl_bytes cell) {
    int64_t value = 0;
    if (cell.size && (dl_bytes_number(cell, &value) != cell.size || value > UINT32_MAX)) die(p, "a cell of a column of integers holds none");
    return (uint32_t)value;
}

/* "-12.345" as a number of hundred-thousandths, read without the C library's locale. */
static uint32_t degrees(pack *p, dl_bytes cell) {
    if (!cell.size) return (uint32_t)DL_KNOW_NO_DEGREES;
    bool south = cell.data[0] == '-';
    dl_bytes rest = {cell.data + south, cell.size - south}, whole_part;
    int64_t value = 0, part = 0, unit = DL_KNOW_DEGREE;
    if (!dl_bytes_cut(&rest, '.', &whole_part) || dl_bytes_number(whole_part, &value) != whole_part.size || value > 180) die(p, "no degrees");
    if (dl_bytes_number(rest, &part) != rest.size || rest.size > 5) die(p, "degrees have at most five decimal places");
    for (size_t i = 0; i < rest.size; i++) unit /= 10;
    value = value * DL_KNOW_DEGREE + part * unit;
    return (uint32_t)(int32_t)(south ? -value : value);
}

static uint32_t packed_cell(pack *p, uint32_t kind, dl_bytes cell) {
    return kind == DL_KNOW_INTEGER ? whole(p, cell) : kind == DL_KNOW_DEGREES ? degrees(p, cell) : string(p, cell);
}

static void add_row(pack *p, const columns *head, const directives *d, dl_bytes line, dl_know_row_of_tables *table, uint16_t number) {
    dl_bytes cells[COLUMNS];
    uint32_t n = split(p, line, cells), root = table->root;
    if (n > head->count) die(p, "more cells than columns");
    for (uint32_t c = 0; c < head->count; c++) {
        dl_bytes cell = c < n ? cells[c] : (dl_bytes){"", 0}, alternative;
        add32(&p->cells, packed_cell(p, head->kind[c], cell));
        while (head->found[c] && dl_bytes_cut(&cell, '|', &alternative))
            phrase(p, alternative, root, d->proper, (dl_know_phrase){.row = table->row_count, .table = (uint8_t)number, .column = (uint8_t)c});
    }
    add32(&p->lines, p->line);
    table->row_count++;
}

static void read_head(pack *p, columns *head, const directives *d, dl_bytes line) {
    head->count = split(p, line, head->names);
    dl_bytes wanted = d->lemmas.size ? d->lemmas : d->phrases, rest = wanted, piece;
    while (dl_bytes_cut(&rest, ' ', &piece)) {
        bool there = false;
        for (uint32_t c = 0; c < head->count; c++) there |= dl_bytes_equal(head->names[c], piece);
        if (!there) die(p, "a directive names a column that is not there");
    }
    for (uint32_t c = 0; c < head->count; c++) {
        head->found[c] = listed(wanted, head->names[c]);
        head->kind[c] = listed(d->integers, head->names[c]) ? DL_KNOW_INTEGER : listed(d->degrees, head->names[c]) ? DL_KNOW_DEGREES : DL_KNOW_TEXT;
        add32(&p->columns, string(p, head->names[c]));
        add32(&p->columns, head->kind[c]);
    }
}

/* "data/actors/titles.tsv" under root "data" is "actors/titles". */
static dl_bytes table_name(const pack *p, const char *root) {
    dl_bytes path = dl_bytes_of(p->file);
    size_t skip = strlen(root) + 1;
    if (!dl_bytes_start(path, root) || !dl_bytes_finish(path, ".tsv") || path.size <= skip + 4) die(p, "not ROOT/NAME.tsv");
    return (dl_bytes){path.data + skip, path.size - skip - 4};
}

static void read_table(pack *p, const char *root, dl_bytes bytes, uint16_t number) {
    dl_know_row_of_tables table = {.name = string(p, table_name(p, root)), .root = DL_KNOW_FORMS};
    directives d = {0};
    columns head = {0};
    dl_bytes line;
    table.first_column = (uint32_t)(p->columns.size / sizeof(dl_know_column_head));
    table.first_cell = (uint32_t)(p->cells.size / 4);
    table.first_line = (uint32_t)(p->lines.size / 4);
    for (p->line = 1; dl_bytes_cut(&bytes, '\n', &line); p->line++) {
        if (dl_utf8_valid(line) != line.size) die(p, "not UTF-8");
        if (line.size && line.data[line.size - 1] == '\r') die(p, "a carriage return at the end of the line");
        if (!line.size) continue;
        if (dl_bytes_start(line, "#!"))
            directive(p, &d, (dl_bytes){line.data + 2, line.size - 2});
        else if (line.data[0] == '#')
            continue;
        else if (!head.count) {
            table.root = d.apart ? DL_KNOW_APART : d.lemmas.size ? DL_KNOW_LEMMAS : DL_KNOW_FORMS;
            read_head(p, &head, &d, line);
        } else
            add_row(p, &head, &d, line, &table, number);
    }
    if (!head.count) die(p, "no line names the columns");
    table.column_count = head.count;
    add(&p->tables, &table, sizeof table);
}

static void read_kinds(pack *p, dl_bytes bytes) {
    dl_bytes line, cells[COLUMNS];
    while (dl_bytes_cut(&bytes, '\n', &line)) {
        uint32_t n = line.size && line.data[0] != '#' ? split(p, line, cells) : 0;
        if (n < 2 || p->kind_count == sizeof p->kinds / sizeof *p->kinds) continue;
        kind_entry entry = {dl_arena_copy(&p->arena, cells[0]), dl_arena_copy(&p->arena, cells[1]), {0}};
        if (n > 2) entry.parts = dl_arena_copy(&p->arena, cells[2]);
        p->kinds[p->kind_count++] = entry;
    }
}

/* ---------------------------------------------------------------- the file */

static int by_node(const void *a, const void *b) {
    const open_hit *x = a, *y = b;
    if (x->node != y->node) return x->node < y->node ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static dl_know_section put(buffer *out, const void *data, size_t size, size_t width) {
    static const char zero[8] = {0};
    add(out, zero, (8 - out->size % 8) % 8);
    dl_know_section s = {out->size, size / width};
    add(out, data, size);
    return s;
}

/* Hash tables are filled to seven tenths: enough room for short searches, little for the file to grow. */
static size_t slots_for(size_t count) {
    return count * 10 / 7 + 8;
}

static dl_know_section put_words(pack *p, buffer *out) {
    size_t slots = slots_for(p->word_count);
    dl_know_word_slot *words = must(calloc(slots, sizeof *words));
    for (size_t i = 0; i < p->word_room; i++) {
        if (!p->words[i].word) continue;
        size_t slot = dl_know_slot((uint32_t)dl_hash(string_at(p, p->words[i].string)), slots);
        while (words[slot].word) slot = slot + 1 == slots ? 0 : slot + 1;
        words[slot] = (dl_know_word_slot){p->words[i].word, p->words[i].string};
    }
    dl_know_section s = put(out, words, slots * sizeof *words, sizeof *words);
    free(words);
    return s;
}

/* The edges of one root by word, up to the last word that has one. */
static dl_know_section put_root(pack *p, buffer *out, uint32_t root) {
    uint32_t *next = must(calloc(p->word_count + 1, sizeof *next)), last = 0;
    for (size_t i = 0; i < p->edge_room; i++) {
        if (!p->edges[i].next || p->edges[i].node != root) continue;
        next[p->edges[i].word] = p->edges[i].next;
        if (p->edges[i].word > last) last = p->edges[i].word;
    }
    dl_know_section s = put(out, next, (last + 1) * sizeof *next, sizeof *next);
    free(next);
    return s;
}

static dl_know_section put_edges(pack *p, buffer *out) {
    size_t count = 0;
    for (size_t i = 0; i < p->edge_room; i++) count += p->edges[i].next && p->edges[i].node > DL_KNOW_ROOTS;
    size_t slots = slots_for(count);
    dl_know_edge *edges = must(calloc(slots, sizeof *edges));
    for (size_t i = 0; i < p->edge_room; i++) {
        const open_edge *e = &p->edges[i];
        if (!e->next || e->node <= DL_KNOW_ROOTS) continue;
        size_t slot = dl_know_slot(dl_hash_pair(e->node, e->word), slots);
        while (edges[slot].next) slot = slot + 1 == slots ? 0 : slot + 1;
        edges[slot] = (dl_know_edge){e->node, e->word, e->next};
    }
    dl_know_section s = put(out, edges, slots * sizeof *edges, sizeof *edges);
    free(edges);
    return s;
}

static dl_know_section put_sieve(pack *p, buffer *out) {
    uint64_t *sieve = must(calloc(DL_KNOW_SIEVE_WORDS, sizeof *sieve));
    for (size_t i = 0; i < p->edge_room; i++) {
        uint32_t at;
        uint64_t bit = dl_know_sieve_bit(dl_hash_pair(p->edges[i].node, p->edges[i].word), &at);
        if (p->edges[i].next && p->edges[i].node > DL_KNOW_ROOTS) sieve[at] |= bit;
    }
    dl_know_section s = put(out, sieve, DL_KNOW_SIEVE_WORDS * sizeof *sieve, sizeof *sieve);
    free(sieve);
    return s;
}

static void put_hits(pack *p, buffer *out, dl_know_header *h) {
    size_t count = p->hits.size / sizeof(open_hit), next = 0;
    open_hit *open = (open_hit *)(void *)p->hits.data;
    if (count) qsort(open, count, sizeof *open, by_node);
    buffer nodes = {0}, hits = {0};
    for (uint32_t node = 0; node <= p->node_count + 1; node++) {
        add32(&nodes, (uint32_t)next);
        for (; next < count && open[next].node == node; next++) add(&hits, &open[next].phrase, sizeof open[next].phrase);
    }
    h->nodes = put(out, nodes.data, nodes.size, 4);
    h->hits = put(out, hits.data, hits.size, sizeof(dl_know_phrase));
    free(nodes.data);
    free(hits.data);
}

static void write_file(pack *p, const char *path) {
    dl_know_header h = {.magic = DL_KNOW_MAGIC, .common_words = p->common_words};
    buffer out = {0};
    add(&out, &h, sizeof h);
    h.tables = put(&out, p->tables.data, p->tables.size, sizeof(dl_know_row_of_tables));
    h.columns = put(&out, p->columns.data, p->columns.size, sizeof(dl_know_column_head));
    h.cells = put(&out, p->cells.data, p->cells.size, 4);
    h.lines = put(&out, p->lines.data, p->lines.size, 4);
    h.words = put_words(p, &out);
    begin(p, p->word_count + 1, 1, false); /* makes room for words that begin nothing */
    h.begins = put(&out, p->begins, (p->common_words + 1) * sizeof *p->begins, sizeof *p->begins);
    h.lowers = put(&out, p->lowers, (p->common_words + 1) * sizeof *p->lowers, sizeof *p->lowers);
    for (uint32_t r = 0; r < DL_KNOW_ROOTS; r++) h.roots[r] = put_root(p, &out, r + 1);
    h.sieve = put_sieve(p, &out);
    h.edges = put_edges(p, &out);
    put_hits(p, &out, &h);
    h.strings = put(&out, p->strings.data, p->strings.size, 1);
    h.size = out.size;
    memcpy(out.data, &h, sizeof h);
    size_t skip = offsetof(dl_know_header, size);
    h.checksum = dl_hash((dl_bytes){out.data + skip, out.size - skip});
    memcpy(out.data, &h, sizeof h);
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(out.data, 1, out.size, f) != out.size || fclose(f)) {
        fprintf(stderr, "pack: %s: %s\n", path, strerror(errno));
        exit(1);
    }
    printf("pack: %s: %zu tables, %u words, %zu phrases, %zu bytes\n", path, p->tables.size / sizeof(dl_know_row_of_tables) - 1, p->word_count,
           p->hits.size / sizeof(open_hit), out.size);
    free(out.data);
}

static dl_bytes map(const char *path) {
    dl_bytes bytes;
    dl_error error;
    if (dl_map_open(&bytes, path, &error) != DL_OK) {
        fprintf(stderr, "pack: %s: %s\n", path, error.message);
        exit(1);
    }
    return bytes;
}

/* Whether the remarks at the head of a file hold "#! apart". */
static bool stands_apart(dl_bytes bytes) {
    dl_bytes line;
    while (dl_bytes_cut(&bytes, '\n', &line) && line.size && line.data[0] == '#')
        if (dl_bytes_is(line, "#! apart")) return true;
    return false;
}

int main(int argc, char **argv) {
    static pack p;
    if (argc < 4) return fputs("usage: pack OUT ROOT FILE.tsv...\n", stderr), 2;
    if (argc - 3 > DL_KNOW_TABLES) die(&p, "more than 64 tables");
    p.node_count = DL_KNOW_ROOTS;
    words_grow(&p);
    edges_grow(&p);
    dl_know_row_of_tables none = {.name = string(&p, (dl_bytes){"", 0}), .root = DL_KNOW_FORMS};
    add(&p.tables, &none, sizeof none);
    for (int i = 3; i < argc; i++)
        if (dl_bytes_finish(dl_bytes_of(argv[i]), "text/words.tsv")) {
            dl_bytes bytes = map(argv[i]);
            read_kinds(&p, bytes);
            dl_map_close(&bytes);
        }
    uint16_t number = 0;
    for (int apart = 0; apart < 2; apart++) { /* the words of tables apart are numbered behind all others */
        for (int i = 3; i < argc; i++) {
            dl_bytes bytes = map(argv[i]);
            if (stands_apart(bytes) == apart) {
                p.file = argv[i];
                p.line = 0;
                p.words_table = dl_bytes_finish(dl_bytes_of(argv[i]), "text/words.tsv");
                read_table(&p, argv[2], bytes, ++number);
            }
            dl_map_close(&bytes);
        }
        if (!apart) p.common_words = p.word_count;
    }
    write_file(&p, argv[1]);
    free(p.tables.data), free(p.columns.data), free(p.cells.data), free(p.lines.data), free(p.strings.data), free(p.hits.data);
    free(p.intern), free(p.intern_at), free(p.words), free(p.edges), free(p.begins), free(p.lowers);
    dl_arena_free(&p.arena);
    return 0;
}
