#include "know/know.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/map.h"
#include "know/format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { WORD_ROOM = 128 }; /* a folded word longer than this is no word of any phrase */

struct dl_know {
    dl_bytes file;
    const dl_know_header *header;
    const dl_know_row_of_tables *tables;
    const dl_know_column_head *columns;
    const uint64_t *begins, *lowers, *sieve;
    const uint32_t *cells, *lines, *nodes, *roots[DL_KNOW_ROOTS];
    const dl_know_word_slot *words;
    const dl_know_edge *edges;
    const dl_know_phrase *hits;
    const char *strings;
    char hash[17];
};

static const void *section(const dl_know *know, dl_know_section s) {
    return know->file.data + s.at;
}

static bool section_sound(const dl_know *know, dl_know_section s, size_t width) {
    return s.at % 8 == 0 && s.at <= know->file.size && s.count <= (know->file.size - s.at) / width;
}

static bool sections_sound(const dl_know *know) {
    const dl_know_header *h = know->header;
    bool sound = section_sound(know, h->tables, sizeof *know->tables) && section_sound(know, h->columns, sizeof *know->columns) &&
                 section_sound(know, h->cells, 4) && section_sound(know, h->lines, 4) && section_sound(know, h->words, sizeof *know->words) &&
                 section_sound(know, h->edges, sizeof *know->edges) && section_sound(know, h->nodes, 4) &&
                 section_sound(know, h->hits, sizeof *know->hits) && section_sound(know, h->strings, 1);
    sound = sound && section_sound(know, h->begins, sizeof *know->begins) && h->begins.count == h->common_words + 1;
    sound = sound && section_sound(know, h->lowers, sizeof *know->lowers) && h->lowers.count == h->common_words + 1;
    sound = sound && section_sound(know, h->sieve, sizeof *know->sieve) && h->sieve.count == DL_KNOW_SIEVE_WORDS;
    for (int r = 0; r < DL_KNOW_ROOTS; r++) sound = sound && section_sound(know, h->roots[r], 4);
    return sound;
}

/* What is wrong with the file; NULL where nothing is. The checksum covers all bytes behind it, so a file that passes is the one that the packer
 * wrote; what the packer wrote is sound. */
static const char *fault(const dl_know *know) {
    const dl_know_header *h = know->header;
    if (know->file.size < sizeof h->magic || (h->magic & DL_KNOW_KIND) != (DL_KNOW_MAGIC & DL_KNOW_KIND))
        return "knowledge.dlk is no knowledge file: build it anew with make, or install dateline anew";
    if (h->magic != DL_KNOW_MAGIC)
        return "knowledge.dlk is of another version than this program: build both anew with make, or install dateline anew";
    if (know->file.size < sizeof *h || know->file.size < h->size)
        return "knowledge.dlk is cut short: build it anew with make, or install dateline anew";
    size_t skip = offsetof(dl_know_header, size);
    bool whole = h->size == know->file.size && dl_hash((dl_bytes){know->file.data + skip, know->file.size - skip}) == h->checksum;
    return whole && sections_sound(know) ? NULL
                                         : "knowledge.dlk is damaged, its checksum is wrong: build it anew with make, or install dateline anew";
}

static void attach(dl_know *know) {
    const dl_know_header *h = know->header;
    know->tables = section(know, h->tables);
    know->columns = section(know, h->columns);
    know->cells = section(know, h->cells);
    know->lines = section(know, h->lines);
    know->words = section(know, h->words);
    know->begins = section(know, h->begins);
    know->lowers = section(know, h->lowers);
    know->sieve = section(know, h->sieve);
    know->edges = section(know, h->edges);
    for (int r = 0; r < DL_KNOW_ROOTS; r++) know->roots[r] = section(know, h->roots[r]);
    know->nodes = section(know, h->nodes);
    know->hits = section(know, h->hits);
    know->strings = section(know, h->strings);
    dl_hash_text(h->checksum, know->hash);
}

dl_status dl_know_open(dl_know **know, const char *path, dl_error *error) {
    *know = NULL;
    dl_know *made = calloc(1, sizeof *made);
    if (!made) return dl_fail(error, DL_NO_MEMORY, "out of memory while opening the knowledge file");
    dl_status status = dl_map_open(&made->file, path, error);
    if (status != DL_OK) return free(made), status;
    made->header = (const dl_know_header *)made->file.data;
    const char *wrong = fault(made);
    if (wrong) return dl_know_close(made), dl_fail(error, DL_BAD_DATA, wrong);
    attach(made);
    *know = made;
    return DL_OK;
}

void dl_know_close(dl_know *know) {
    if (!know) return;
    dl_map_close(&know->file);
    free(know);
}

const char *dl_know_hash(const dl_know *know) {
    return know->hash;
}

static dl_bytes string(const dl_know *know, uint32_t at) {
    uint16_t size;
    memcpy(&size, know->strings + at - sizeof size, sizeof size);
    return (dl_bytes){know->strings + at, size};
}

uint32_t dl_know_table(const dl_know *know, const char *name) {
    dl_bytes wanted = dl_bytes_of(name);
    for (uint32_t t = 1; t < know->header->tables.count; t++)
        if (dl_bytes_equal(string(know, know->tables[t].name), wanted)) return t;
    return 0;
}

dl_bytes dl_know_table_name(const dl_know *know, uint32_t table) {
    return string(know, know->tables[table].name);
}

uint32_t dl_know_rows(const dl_know *know, uint32_t table) {
    return know->tables[table].row_count;
}

uint32_t dl_know_columns(const dl_know *know, uint32_t table) {
    return know->tables[table].column_count;
}

dl_bytes dl_know_column_name(const dl_know *know, uint32_t table, uint32_t column) {
    return string(know, know->columns[know->tables[table].first_column + column].name);
}

uint32_t dl_know_column(const dl_know *know, uint32_t table, const char *name) {
    const dl_know_row_of_tables *t = &know->tables[table];
    dl_bytes wanted = dl_bytes_of(name);
    for (uint32_t c = 0; c < t->column_count; c++)
        if (dl_bytes_equal(string(know, know->columns[t->first_column + c].name), wanted)) return c;
    return DL_NO_COLUMN;
}

/* The cell's number, where it is of this kind. */
static const uint32_t *cell_of(const dl_know *know, uint32_t table, uint32_t row, uint32_t column, uint32_t kind) {
    const dl_know_row_of_tables *t = &know->tables[table];
    if (row >= t->row_count || column >= t->column_count || know->columns[t->first_column + column].kind != kind) return NULL;
    return &know->cells[t->first_cell + row * t->column_count + column];
}

dl_bytes dl_know_cell(const dl_know *know, uint32_t table, uint32_t row, uint32_t column) {
    const uint32_t *cell = cell_of(know, table, row, column, DL_KNOW_TEXT);
    return cell ? string(know, *cell) : (dl_bytes){"", 0};
}

uint32_t dl_know_integer(const dl_know *know, uint32_t table, uint32_t row, uint32_t column) {
    const uint32_t *cell = cell_of(know, table, row, column, DL_KNOW_INTEGER);
    return cell ? *cell : 0;
}

double dl_know_degrees(const dl_know *know, uint32_t table, uint32_t row, uint32_t column) {
    const uint32_t *cell = cell_of(know, table, row, column, DL_KNOW_DEGREES);
    int32_t value = cell ? (int32_t)*cell : DL_KNOW_NO_DEGREES;
    return value == DL_KNOW_NO_DEGREES ? NAN : (double)value / DL_KNOW_DEGREE;
}

dl_bytes dl_know_get(const dl_know *know, uint32_t table, uint32_t row, const char *column) {
    return dl_know_cell(know, table, row, dl_know_column(know, table, column));
}

uint32_t dl_know_line(const dl_know *know, uint32_t table, uint32_t row) {
    const dl_know_row_of_tables *t = &know->tables[table];
    return row < t->row_count ? know->lines[t->first_line + row] : 0;
}

size_t dl_know_entry(const dl_know *know, uint32_t table, uint32_t row, char *out, size_t room) {
    dl_bytes name = dl_know_table_name(know, table);
    int n = snprintf(out, room, "%.*s.tsv:%u", (int)name.size, name.data, (unsigned)dl_know_line(know, table, row));
    return n < 0 ? 0 : (size_t)n < room ? (size_t)n : room - 1;
}

uint32_t dl_know_rare_word(const dl_know *know, dl_bytes word) {
    char folded[WORD_ROOM];
    dl_bytes key = {folded, dl_know_fold(word, folded, sizeof folded)};
    uint64_t slots = know->header->words.count;
    for (uint64_t i = dl_know_slot((uint32_t)dl_hash(key), slots);; i = i + 1 == slots ? 0 : i + 1) {
        if (!know->words[i].word) return 0;
        if (dl_bytes_equal(string(know, know->words[i].string), key)) return know->words[i].word;
    }
}

uint32_t dl_know_word(const dl_know *know, dl_bytes word) {
    uint32_t number = dl_know_rare_word(know, word);
    return number > know->header->common_words ? 0 : number;
}

uint32_t dl_know_common_words(const dl_know *know) {
    return (uint32_t)know->header->common_words;
}

void dl_know_number(const dl_know *know, dl_bytes word, dl_token *token) {
    token->rare = dl_know_rare_word(know, word);
    token->stem = token->word = token->rare > know->header->common_words ? 0 : token->rare;
}

static uint32_t follow(const dl_know *know, uint32_t node, uint32_t word) {
    if (node <= DL_KNOW_ROOTS) return word < know->header->roots[node - 1].count ? know->roots[node - 1][word] : 0;
    uint64_t slots = know->header->edges.count;
    uint32_t hash = dl_hash_pair(node, word), at;
    uint64_t bit = dl_know_sieve_bit(hash, &at);
    if (!word || !(know->sieve[at] & bit)) return 0;
    for (uint64_t i = dl_know_slot(hash, slots);; i = i + 1 == slots ? 0 : i + 1) {
        const dl_know_edge *e = &know->edges[i];
        if (!e->next) return 0;
        if (e->node == node && e->word == word) return e->next;
    }
}

static bool all_upper(dl_bytes word) {
    for (size_t i = 0; i < word.size; i++)
        if (dl_is_lower(word.data[i])) return false;
    return true;
}

/* Only ASCII letters can fail: a word that begins with another character is taken as it is. */
static bool case_fits(const dl_know_view *view, uint32_t token, const dl_know_phrase *phrase) {
    if (view->capitals) return true;
    for (uint32_t i = 0; (phrase->capital | phrase->upper) >> i; i++) {
        dl_span span = view->tokens[token + i].span;
        dl_bytes word = {view->text.data + span.begin, span.end - span.begin};
        if (phrase->capital >> i & 1 && dl_is_lower(word.data[0])) return false;
        if (phrase->upper >> i & 1 && !all_upper(word)) return false;
    }
    return true;
}

static uint32_t root_of(const dl_know *know, uint32_t table) {
    return table ? know->tables[table].root : DL_KNOW_FORMS;
}

/* The phrases that end at the nodes of a path, the longest first. */
static uint32_t phrases_on(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t table, const uint32_t *path, uint32_t length,
                           dl_know_hit *hits, uint32_t room) {
    uint32_t found = 0;
    for (; length; length--) {
        uint32_t node = path[length - 1];
        for (uint32_t h = know->nodes[node]; h < know->nodes[node + 1]; h++) {
            const dl_know_phrase *p = &know->hits[h];
            if (table && p->table > table) break; /* they stand in the order of the tables */
            if ((table && p->table != table) || !case_fits(view, token, p)) continue;
            if (found == room) return found;
            hits[found++] = (dl_know_hit){p->table, p->row, p->column, token, token + length - 1};
        }
    }
    return found;
}

uint64_t dl_know_begins(const dl_know *know, uint32_t word) {
    return word <= know->header->common_words ? know->begins[word] : 0;
}

uint64_t dl_know_begins_low(const dl_know *know, uint32_t word) {
    return word <= know->header->common_words ? know->lowers[word] : 0;
}

bool dl_know_begins_apart(const dl_know *know, uint32_t rare) {
    return follow(know, DL_KNOW_APART, rare);
}

uint64_t dl_know_begins_at(const dl_know *know, const dl_know_view *view, uint32_t token) {
    const dl_token *t = &view->tokens[token];
    if (t->word > know->header->common_words) return 0;
    bool low = !view->capitals && dl_is_lower(view->text.data[t->span.begin]);
    return low ? know->lowers[t->word] : know->begins[t->word];
}

uint32_t dl_know_find(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t table, dl_know_hit *hits, uint32_t room) {
    uint32_t path[DL_KNOW_PHRASE_WORDS], length = 0, root = root_of(know, table);
    if (token >= view->end) return 0;
    uint64_t begins = root == DL_KNOW_LEMMAS ? dl_know_begins(know, view->tokens[token].stem) : dl_know_begins_at(know, view, token);
    if (!(table ? begins & dl_know_bit(table) : begins)) return 0;
    for (uint32_t node = root; length < DL_KNOW_PHRASE_WORDS && token + length < view->end; length++) {
        const dl_token *t = &view->tokens[token + length];
        node = follow(know, node, root == DL_KNOW_LEMMAS ? t->stem : t->word);
        if (!node) break;
        path[length] = node;
    }
    return length ? phrases_on(know, view, token, table, path, length, hits, room) : 0;
}

uint32_t dl_know_find_apart(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t table, dl_know_hit *hits, uint32_t room) {
    uint32_t path[DL_KNOW_PHRASE_WORDS], length = 0;
    for (uint32_t node = DL_KNOW_APART; table && length < DL_KNOW_PHRASE_WORDS && token + length < view->end; length++) {
        const dl_token *t = &view->tokens[token + length];
        node = follow(know, node, t->rare);
        if (!node) break;
        path[length] = node;
    }
    return length ? phrases_on(know, view, token, table, path, length, hits, room) : 0;
}

uint32_t dl_know_look_up_word(const dl_know *know, uint32_t table, uint32_t word, dl_know_hit *hits, uint32_t room) {
    if (table && !(dl_know_begins(know, word) & dl_know_bit(table))) return 0;
    uint32_t node = follow(know, root_of(know, table), word), found = 0;
    for (uint32_t h = node ? know->nodes[node] : 0; node && h < know->nodes[node + 1] && found < room; h++) {
        const dl_know_phrase *p = &know->hits[h];
        if (!table || p->table == table) hits[found++] = (dl_know_hit){p->table, p->row, p->column, 0, 0};
    }
    return found;
}

uint32_t dl_know_look_up(const dl_know *know, uint32_t table, dl_bytes word, dl_know_hit *hits, uint32_t room) {
    return dl_know_look_up_word(know, table, dl_know_word(know, word), hits, room);
}
