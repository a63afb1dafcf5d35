#include "know/know.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/map.h"
#include "know/over.h"

#include <math.h>
#include <stdlib.h>

enum {
    WORD_ROOM = 128,
    HITS = 256
}; /* a folded word longer than this is no word of any phrase; phrases that are looked at where two tables are one */

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
                 section_sound(know, h->edges, sizeof *know->edges) && section_sound(know, h->hits, sizeof *know->hits) &&
                 section_sound(know, h->strings, 1);
    sound = sound && section_sound(know, h->fronts, sizeof *know->fronts) && h->fronts.count == h->common_words + 1;
    sound = sound && section_sound(know, h->apart, sizeof *know->apart);
    sound = sound && section_sound(know, h->sieve, sizeof *know->sieve) && h->sieve.count == DL_KNOW_SIEVE_WORDS;
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

/* Where the number of a table of this name stands or would stand. */
static uint32_t table_slot(const dl_know *know, dl_bytes name) {
    uint32_t at = (uint32_t)dl_hash(name) % DL_KNOW_TABLE_SLOTS;
    while (know->table_at[at] && !dl_bytes_equal(dl_know_table_name(know, know->table_at[at]), name)) at = (at + 1) % DL_KNOW_TABLE_SLOTS;
    return at;
}

static void name_tables(dl_know *know) {
    for (uint32_t t = 1; t < know->header->tables.count; t++) {
        uint32_t at = table_slot(know, dl_know_table_name(know, t));
        if (!know->table_at[at]) know->table_at[at] = (uint8_t)t;
    }
}

void dl_know_attach(dl_know *know) {
    const dl_know_header *h = know->header;
    know->tables = section(know, h->tables);
    know->columns = section(know, h->columns);
    know->cells = section(know, h->cells);
    know->lines = section(know, h->lines);
    know->words = section(know, h->words);
    know->fronts = section(know, h->fronts);
    know->apart = section(know, h->apart);
    know->sieve = section(know, h->sieve);
    know->edges = section(know, h->edges);
    know->hits = section(know, h->hits);
    know->strings = section(know, h->strings);
    name_tables(know);
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
    dl_know_attach(made);
    *know = made;
    return DL_OK;
}

void dl_know_close(dl_know *know) {
    if (!know) return;
    dl_arena tables = know->over ? know->over->arena : (dl_arena){0};
    dl_arena_free(&tables);
    dl_map_close(&know->file);
    free(know);
}

void dl_know_lay(dl_know *know, dl_know_over *over) {
    uint64_t sums[] = {know->header->checksum, over->own->header->checksum};
    know->over = over;
    dl_hash_text(dl_hash((dl_bytes){(const char *)sums, sizeof sums}), know->hash);
}

const char *dl_know_hash(const dl_know *know) {
    return know->hash;
}

/* Size and last byte are compared as one, for nobody can guess whether one of them is the same. */
static bool is_called(const dl_know *know, uint32_t string, dl_bytes wanted) {
    dl_bytes name = dl_know_string(know, string);
    if (!name.size || !wanted.size) return false;
    bool size = name.size == wanted.size, end = name.data[name.size - 1] == wanted.data[wanted.size - 1];
    return (size & end) && !memcmp(name.data, wanted.data, name.size);
}

uint32_t dl_know_table(const dl_know *know, const char *name) {
    return know->table_at[table_slot(know, dl_bytes_of(name))];
}

dl_bytes dl_know_table_name(const dl_know *know, uint32_t table) {
    return dl_know_string(know, know->tables[table].name);
}

uint32_t dl_know_rows(const dl_know *know, uint32_t table) {
    const dl_know_over *over = know->over;
    return over && over->tables[table].rows ? over->tables[table].row_count : know->tables[table].row_count;
}

uint32_t dl_know_columns(const dl_know *know, uint32_t table) {
    return know->tables[table].column_count;
}

dl_bytes dl_know_column_name(const dl_know *know, uint32_t table, uint32_t column) {
    return dl_know_string(know, know->columns[know->tables[table].first_column + column].name);
}

uint32_t dl_know_column(const dl_know *know, uint32_t table, const char *name) {
    const dl_know_row_of_tables *t = &know->tables[table];
    dl_bytes wanted = dl_bytes_of(name);
    for (uint32_t c = 0; c < t->column_count; c++)
        if (is_called(know, know->columns[t->first_column + c].name, wanted)) return c;
    return DL_NO_COLUMN;
}

/* The cell's number, where it is of this kind. *know becomes the one whose string it is. */
static inline const uint32_t *cell_of(const dl_know **know, uint32_t table, uint32_t row, uint32_t column, uint32_t kind) {
    row = dl_know_packed_row(know, table, row);
    const dl_know_row_of_tables *t = &(*know)->tables[table];
    if (row >= t->row_count || column >= t->column_count || ((*know)->columns[t->first_column + column].kind & DL_KNOW_CELL) != kind) return NULL;
    return &(*know)->cells[t->first_cell + row * t->column_count + column];
}

dl_bytes dl_know_cell(const dl_know *know, uint32_t table, uint32_t row, uint32_t column) {
    const uint32_t *cell = cell_of(&know, table, row, column, DL_KNOW_TEXT);
    return cell ? dl_know_string(know, *cell) : (dl_bytes){"", 0};
}

uint32_t dl_know_integer(const dl_know *know, uint32_t table, uint32_t row, uint32_t column) {
    const uint32_t *cell = cell_of(&know, table, row, column, DL_KNOW_INTEGER);
    return cell ? *cell : 0;
}

double dl_know_degrees(const dl_know *know, uint32_t table, uint32_t row, uint32_t column) {
    const uint32_t *cell = cell_of(&know, table, row, column, DL_KNOW_DEGREES);
    int32_t value = cell ? (int32_t)*cell : DL_KNOW_NO_DEGREES;
    return value == DL_KNOW_NO_DEGREES ? NAN : (double)value / DL_KNOW_DEGREE;
}

dl_bytes dl_know_get(const dl_know *know, uint32_t table, uint32_t row, const char *column) {
    return dl_know_cell(know, table, row, dl_know_column(know, table, column));
}

uint32_t dl_know_line(const dl_know *know, uint32_t table, uint32_t row) {
    row = dl_know_packed_row(&know, table, row);
    const dl_know_row_of_tables *t = &know->tables[table];
    return row < t->row_count ? know->lines[t->first_line + row] : 0;
}

bool dl_know_is_own(const dl_know *know, uint32_t table, uint32_t row) {
    const dl_know *where = know;
    dl_know_packed_row(&where, table, row);
    return where != know;
}

size_t dl_know_entry(const dl_know *know, uint32_t table, uint32_t row, char *out, size_t room) {
    char digits[DL_DIGITS];
    dl_bytes line = dl_bytes_digits(dl_know_line(know, table, row), digits), whose = DL_LIT("lexicon:");
    if (!dl_know_is_own(know, table, row)) whose.size = 0;
    const dl_bytes pieces[] = {whose, dl_know_table_name(know, table), DL_LIT(".tsv:"), line};
    size_t size = 0;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t fits = pieces[i].size < room - 1 - size ? pieces[i].size : room - 1 - size;
        memcpy(out + size, pieces[i].data, fits);
        size += fits;
    }
    out[size] = 0;
    return size;
}

/* A word as the list has it. */
typedef struct folded_word {
    char bytes[WORD_ROOM];
    dl_bytes key;
    uint32_t hash;
} folded_word;

static void fold_word(dl_bytes word, folded_word *f) {
    f->key = (dl_bytes){f->bytes, dl_know_fold(word, f->bytes, sizeof f->bytes)};
    f->hash = (uint32_t)dl_hash(f->key);
}

/* The number of a folded word in this list, or 0. */
static uint32_t listed_word(const dl_know *know, const folded_word *f) {
    uint64_t slots = know->header->words.count;
    for (uint64_t i = dl_know_slot(f->hash, slots);; i = i + 1 == slots ? 0 : i + 1) {
        dl_know_word_slot slot = know->words[i];
        if (!slot.word) return 0;
        if (slot.mark == dl_know_mark(f->hash) && dl_bytes_equal(dl_know_string(know, slot.string), f->key)) return slot.word;
    }
}

/* The number of a word; *common: whether it stands in a table that is not apart, packed or the user's. */
static uint32_t number_of(const dl_know *know, const folded_word *f, bool *common) {
    uint32_t number = listed_word(know, f);
    *common = number <= know->header->common_words;
    if (!know->over) return number;
    const dl_know *own = know->over->own;
    uint32_t user = listed_word(own, f);
    *common = (number && *common) || (user && user <= own->header->common_words);
    return number || !user ? number : (uint32_t)know->header->word_count + user;
}

static uint32_t word_number(const dl_know *know, dl_bytes word, bool *common) {
    folded_word f;
    fold_word(word, &f);
    return number_of(know, &f, common);
}

uint32_t dl_know_rare_word(const dl_know *know, dl_bytes word) {
    bool common;
    return word_number(know, word, &common);
}

uint32_t dl_know_word(const dl_know *know, dl_bytes word) {
    bool common;
    uint32_t number = word_number(know, word, &common);
    return common ? number : 0;
}

uint32_t dl_know_last_word(const dl_know *know) {
    const dl_know_header *h = know->header;
    return (uint32_t)(know->over ? h->word_count + know->over->own->header->common_words : h->common_words);
}

/* Some words at a time, so that what their look-ups read comes in while others are folded: first the slots, then the strings. */
void dl_know_number(const dl_know *know, dl_bytes text, dl_token *tokens, uint32_t count) {
    enum { AT_ONCE = 16 };
    folded_word words[AT_ONCE];
    for (; count; tokens += AT_ONCE, count -= count < AT_ONCE ? count : AT_ONCE) {
        uint32_t n = count < AT_ONCE ? count : AT_ONCE;
        for (uint32_t i = 0; i < n; i++) {
            fold_word((dl_bytes){text.data + tokens[i].span.begin, dl_span_size(tokens[i].span)}, &words[i]);
            __builtin_prefetch(&know->words[dl_know_slot(words[i].hash, know->header->words.count)]);
        }
        for (uint32_t i = 0; i < n; i++)
            __builtin_prefetch(know->strings + know->words[dl_know_slot(words[i].hash, know->header->words.count)].string);
        for (uint32_t i = 0; i < n; i++) {
            bool common;
            tokens[i].rare = number_of(know, &words[i], &common);
            tokens[i].stem = tokens[i].word = common ? tokens[i].rare : 0;
        }
    }
}

static inline const dl_know_front *front_of(const dl_know *image, uint32_t word) {
    return &image->fronts[word <= image->header->common_words ? word : 0];
}

/* Where the first word of a phrase leads to. */
static const dl_know_step *first_step(const dl_know *know, uint32_t root, uint32_t word) {
    if (root == DL_KNOW_APART) return &know->apart[word < know->header->apart.count ? word : 0];
    const dl_know_front *front = front_of(know, word);
    return root == DL_KNOW_FORMS ? &front->forms : &front->lemmas;
}

/* Where a further word leads to. */
static dl_know_step follow(const dl_know *know, uint32_t node, uint32_t word) {
    const dl_know_step nowhere = {0, 0};
    uint64_t slots = know->header->edges.count;
    uint32_t hash = dl_hash_pair(node, word), at;
    uint64_t bit = dl_know_sieve_bit(hash, &at);
    if (!word || !(know->sieve[at] & bit)) return nowhere;
    for (uint64_t i = dl_know_slot(hash, slots);; i = i + 1 == slots ? 0 : i + 1) {
        const dl_know_edge *e = &know->edges[i];
        if (!e->next.node) return nowhere;
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

/* The phrases that end along a path, the longest first; `ends` has the first of each of its nodes. */
static uint32_t phrases_on(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t table, const uint32_t *ends, uint32_t length,
                           dl_know_hit *hits, uint32_t room) {
    uint32_t found = 0;
    for (; length; length--) {
        if (!ends[length - 1]) continue;
        const dl_know_phrase *p = &know->hits[ends[length - 1]];
        for (bool more = true; more && (!table || p->table <= table); more = p->more, p++) {
            if (table && p->table != table) {
                p += p->others;
                continue;
            }
            if (!case_fits(view, token, p)) continue;
            if (found == room) return found;
            hits[found++] = (dl_know_hit){p->table, p->row, p->column, token, token + length - 1};
        }
    }
    return found;
}

static inline uint64_t bits_of(const dl_know *image, uint32_t word, bool low) {
    const dl_know_front *front = front_of(image, word);
    return low ? front->lowers : front->begins;
}

/* Of the packed tables and of the user's. */
static inline uint64_t begins_of(const dl_know *know, uint32_t word, bool low) {
    uint64_t bits = bits_of(know, word, low);
    return know->over ? bits | bits_of(know->over->own, dl_know_own_word(know, word), low) : bits;
}

uint64_t dl_know_begins(const dl_know *know, uint32_t word) {
    return begins_of(know, word, false);
}

uint64_t dl_know_begins_low(const dl_know *know, uint32_t word) {
    return begins_of(know, word, true);
}

bool dl_know_begins_apart(const dl_know *know, uint32_t rare) {
    if (first_step(know, DL_KNOW_APART, rare)->node) return true;
    return know->over && first_step(know->over->own, DL_KNOW_APART, dl_know_own_word(know, rare))->node;
}

uint64_t dl_know_begins_at(const dl_know *know, const dl_know_view *view, uint32_t token) {
    const dl_token *t = &view->tokens[token];
    return begins_of(know, t->word, !view->capitals && dl_is_lower(view->text.data[t->span.begin]));
}

/* The word by which an automaton goes on from a token. */
static inline uint32_t word_at(const dl_token *t, uint32_t root) {
    return root == DL_KNOW_LEMMAS ? t->stem : root == DL_KNOW_APART ? t->rare : t->word;
}

static inline uint32_t word_in(const dl_know *know, bool own, const dl_token *t, uint32_t root) {
    uint32_t word = word_at(t, root);
    return own ? dl_know_own_word(know, word) : word;
}

/* Whether a phrase of the table may begin with the words of these two tokens: as a rule none does, and nothing but the row of the first is read. */
static inline bool may_go_on(const dl_know_front *front, uint32_t table, uint32_t root, uint32_t next) {
    uint64_t words = root == DL_KNOW_FORMS ? front->forms_next : front->lemmas_next;
    return (table ? front->longer & dl_know_bit(table) : front->longer) && words & dl_know_next_bit(next);
}

/* The phrases of one image that begin at a token, the longest first. */
static uint32_t walk(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t table, uint32_t root, bool own, dl_know_hit *hits,
                     uint32_t room) {
    const dl_know *image = own ? know->over->own : know;
    const dl_token *t = &view->tokens[token];
    uint32_t ends[DL_KNOW_PHRASE_WORDS], first = word_in(know, own, t, root), most = view->end - token, length = 1;
    dl_know_step at = *first_step(image, root, first);
    if (!at.node) return 0;
    ends[0] = at.hit;
    if (most > DL_KNOW_PHRASE_WORDS) most = DL_KNOW_PHRASE_WORDS;
    if (root != DL_KNOW_APART) {
        const dl_know_front *front = front_of(image, first);
        if (table && !(front->alone & dl_know_bit(table))) ends[0] = 0;
        if (most > 1 && !may_go_on(front, table, root, word_in(know, own, t + 1, root))) most = 1;
    }
    for (; length < most; length++) {
        at = follow(image, at.node, word_in(know, own, t + length, root));
        if (!at.node) break;
        ends[length] = at.hit;
    }
    return phrases_on(image, view, token, table, ends, length, hits, room);
}

/* Numbers the rows of hits as they are seen, and leaves out those of rows that are gone. */
static uint32_t seen(const dl_know *know, dl_know_hit *hits, uint32_t count, bool own) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        const dl_know_laid_table *laid = &know->over->tables[hits[i].table];
        dl_know_hit hit = hits[i];
        if (laid->rows) hit.row = (own ? laid->from_own : laid->from_packed)[hit.row];
        if (hit.row != DL_KNOW_GONE) hits[kept++] = hit;
    }
    return kept;
}

/* Whether a user's phrase goes before a packed one: a longer one; among as long ones, by table, and in one table always. */
static bool goes_before(const dl_know_hit *user, const dl_know_hit *packed) {
    return user->last != packed->last ? user->last > packed->last : user->table <= packed->table;
}

static uint32_t merge(dl_know_hit *hits, uint32_t count, uint32_t room, const dl_know_hit *user, uint32_t users) {
    for (uint32_t i = 0, at = 0; i < users; i++, at++) {
        while (at < count && !goes_before(&user[i], &hits[at])) at++;
        if (at >= room) break;
        count += count < room;
        memmove(hits + at + 1, hits + at, (count - at - 1) * sizeof *hits);
        hits[at] = user[i];
    }
    return count;
}

/* The rows of both images that are there, the user's in their places; the lists are rewritten. */
static uint32_t of_both(const dl_know *know, dl_know_hit *packed, uint32_t count, dl_know_hit *user, uint32_t users, dl_know_hit *hits,
                        uint32_t room) {
    count = seen(know, packed, count, false), users = seen(know, user, users, true);
    if (count > room) count = room;
    memcpy(hits, packed, count * sizeof *hits);
    return merge(hits, count, room, user, users);
}

/* Apart from `find`, for its lists are large and mostly there is no user's table. */
__attribute__((noinline)) static uint32_t find_in_both(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t table, uint32_t root,
                                                       dl_know_hit *hits, uint32_t room) {
    dl_know_hit packed[HITS], user[HITS];
    uint32_t n = walk(know, view, token, table, root, false, packed, HITS), users = walk(know, view, token, table, root, true, user, HITS);
    return of_both(know, packed, n, user, users, hits, room);
}

static inline uint32_t find(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t table, uint32_t root, dl_know_hit *hits,
                            uint32_t room) {
    if (know->over) return find_in_both(know, view, token, table, root, hits, room);
    return walk(know, view, token, table, root, false, hits, room);
}

uint32_t dl_know_find(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t table, dl_know_hit *hits, uint32_t room) {
    uint32_t root = root_of(know, table);
    if (token >= view->end) return 0;
    uint64_t begins = root == DL_KNOW_LEMMAS ? dl_know_begins(know, view->tokens[token].stem) : dl_know_begins_at(know, view, token);
    if (!(table ? begins & dl_know_bit(table) : begins)) return 0;
    return find(know, view, token, table, root, hits, room);
}

uint32_t dl_know_find_apart(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t table, dl_know_hit *hits, uint32_t room) {
    return table && token < view->end ? find(know, view, token, table, DL_KNOW_APART, hits, room) : 0;
}

static const dl_know_step *step_of(const dl_know *know, bool apart, uint32_t word) {
    return first_step(know, apart ? DL_KNOW_APART : DL_KNOW_FORMS, word);
}

void dl_know_fetch_step(const dl_know *know, bool apart, uint32_t word) {
    __builtin_prefetch(step_of(know, apart, word));
}

void dl_know_fetch_hits(const dl_know *know, bool apart, uint32_t word, uint32_t next) {
    const dl_know_step *s = step_of(know, apart, word);
    __builtin_prefetch(&know->hits[s->hit]);
    uint32_t hash = dl_hash_pair(s->node, next), at;
    dl_know_sieve_bit(hash, &at);
    __builtin_prefetch(&know->sieve[at]);
}

/* The rows with exactly this one word as a phrase. */
static uint32_t rows_with(const dl_know *image, uint32_t table, uint32_t word, dl_know_hit *hits, uint32_t room) {
    uint32_t root = root_of(image, table), first = first_step(image, root, word)->hit, found = 0;
    if (table && root != DL_KNOW_APART && !(front_of(image, word)->alone & dl_know_bit(table))) return 0;
    const dl_know_phrase *p = &image->hits[first];
    for (bool more = first; more && found < room && (!table || p->table <= table); more = p->more, p++)
        if (!table || p->table == table)
            hits[found++] = (dl_know_hit){p->table, p->row, p->column, 0, 0};
        else
            p += p->others;
    return found;
}

uint32_t dl_know_look_up_word(const dl_know *know, uint32_t table, uint32_t word, dl_know_hit *hits, uint32_t room) {
    if (table && !(dl_know_begins(know, word) & dl_know_bit(table))) return 0;
    if (!know->over) return rows_with(know, table, word, hits, room);
    dl_know_hit packed[HITS], user[HITS];
    uint32_t n = rows_with(know, table, word, packed, HITS);
    uint32_t users = rows_with(know->over->own, table, dl_know_own_word(know, word), user, HITS);
    return of_both(know, packed, n, user, users, hits, room);
}

uint32_t dl_know_look_up(const dl_know *know, uint32_t table, dl_bytes word, dl_know_hit *hits, uint32_t room) {
    return dl_know_look_up_word(know, table, dl_know_word(know, word), hits, room);
}
