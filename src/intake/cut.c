#include "intake/cut.h"

#include "base/error.h"
#include "intake/ends.h"

#include <stdlib.h>

enum { WORD_MOST = 32, HITS = 8 }; /* a longer word is of no kind */

/* A bit for a word by its size, its first and its last letters, without case; 0 for a word with letters that are folded otherwise. */
static uint32_t bit_of(dl_bytes word) {
    enum { BITS = DL_WORD_FILTER * 64 };
    uint32_t hash = (uint32_t)word.size, middle = (uint32_t)word.size / 2;
    if (!dl_bytes_plain(word)) return 0;
    hash = hash * 31 + (unsigned char)dl_to_lower(word.data[0]);
    hash = hash * 31 + (unsigned char)dl_to_lower(word.data[middle]);
    hash = hash * 31 + (unsigned char)dl_to_lower(word.data[word.size - 1]);
    return 1 + hash % (BITS - 1);
}

static bool has_bit(const uint64_t *bits, dl_bytes word) {
    uint32_t bit = word.size && word.size <= WORD_MOST ? bit_of(word) : 0;
    return !bit || (bits[bit / 64] >> bit % 64 & 1);
}

dl_know_words dl_know_words_of(const dl_know *know) {
    uint32_t table = dl_know_table(know, "text/words");
    dl_know_words words = {.know = know,
                           .table = table,
                           .word = dl_know_column(know, table, "word"),
                           .kind = dl_know_column(know, table, "kind"),
                           .parts = dl_know_column(know, table, "parts")};
    for (uint32_t row = 0; row < dl_know_rows(know, table); row++) {
        dl_bytes word = dl_know_cell(know, table, row, words.word);
        uint32_t bit = word.size ? bit_of(word) : 0;
        words.rows[bit / 64] |= (uint64_t)1 << bit % 64;
        if (dl_know_cell(know, table, row, words.parts).size) words.divided[bit / 64] |= (uint64_t)1 << bit % 64;
    }
    return words;
}

/* The row of a word, or DL_NO_COLUMN. "Sat." is a day, "sat." is not: a row with a capital wants one. */
static uint32_t row_of(const dl_know_words *words, dl_bytes word) {
    dl_know_hit hits[HITS];
    uint32_t n = word.size > WORD_MOST ? 0 : dl_know_look_up(words->know, words->table, word, hits, HITS);
    for (uint32_t i = 0; i < n; i++) {
        dl_bytes row = dl_know_cell(words->know, words->table, hits[i].row, words->word);
        if (!dl_is_upper(row.data[0]) || !dl_is_lower(word.data[0])) return hits[i].row;
    }
    return DL_NO_COLUMN;
}

static dl_word_kind word_kind(const void *self, dl_bytes word) {
    const dl_know_words *words = self;
    uint32_t row = has_bit(words->rows, word) ? row_of(words, word) : DL_NO_COLUMN;
    return row == DL_NO_COLUMN ? DL_WORD_PLAIN : dl_word_kind_named(dl_know_cell(words->know, words->table, row, words->kind));
}

static dl_bytes word_parts(const void *self, dl_bytes word) {
    const dl_know_words *words = self;
    if (!has_bit(words->divided, word)) return (dl_bytes){0};
    return dl_know_cell(words->know, words->table, row_of(words, word), words->parts);
}

dl_word_list dl_word_list_of(const dl_know_words *words) {
    return (dl_word_list){word_kind, word_parts, words};
}

struct dl_cutter {
    const dl_know *know;
    dl_know_words list;
    dl_word_list words; /* of the list */
    dl_end_weights ends;
};

dl_status dl_cutter_open(dl_cutter **cutter, const dl_know *know, dl_error *error) {
    dl_cutter *made = *cutter = calloc(1, sizeof *made);
    if (!made || !dl_end_weights_open(&made->ends, know)) return dl_fail(error, DL_NO_MEMORY, "out of memory while reading the words of tokens");
    made->know = know;
    made->list = dl_know_words_of(know);
    made->words = dl_word_list_of(&made->list);
    return DL_OK;
}

void dl_cutter_close(dl_cutter *cutter) {
    if (cutter) dl_end_weights_close(&cutter->ends);
    free(cutter);
}

static void add_token(dl_doc *doc, uint32_t sentence, const dl_cut_token *cut) {
    dl_token *token = DL_DOC_PUSH(doc, tokens);
    token->span = cut->span;
    token->sentence = sentence;
    token->glued = cut->glued;
}

/* Hardly a small letter. Text as it commonly is has too many of them before long. */
static bool capitals_only(const dl_doc *doc, dl_span span) {
    dl_bytes words = dl_doc_words(doc, span);
    size_t upper = 0, lower = 0;
    for (size_t i = 0; i < words.size && lower * 20 <= words.size; i++) upper += dl_is_upper(words.data[i]), lower += dl_is_lower(words.data[i]);
    return upper >= 8 && lower * 20 <= upper;
}

static void add_sentence(dl_doc *doc, const dl_know *know, uint32_t paragraph, const dl_cut_tokens *cut, uint32_t first, uint32_t last) {
    dl_sentence *s = DL_DOC_PUSH(doc, sentences);
    s->span = (dl_span){cut->rows[first].span.begin, cut->rows[last].span.end};
    s->first_token = doc->tokens.count ? doc->tokens.count : 1;
    s->token_count = last - first + 1;
    s->paragraph = paragraph;
    s->capitals = capitals_only(doc, s->span);
    for (uint32_t i = first; i <= last; i++) add_token(doc, doc->sentences.count - 1, &cut->rows[i]);
    dl_know_number(know, doc->text, &doc->tokens.rows[s->first_token], s->token_count);
}

/* One past the last token of a dateline at the front of a paragraph ("KYIV, March 14 (AP) -"), or `first` where there is none: a name in capitals or
 * an agency in brackets before a dash among the first tokens. */
static uint32_t dateline_end(const dl_doc *doc, const dl_cut_tokens *cut, uint32_t first, uint32_t end) {
    enum { MOST = 18 };
    bool agency = false, capitals = false;
    for (uint32_t i = first; i < end && i < first + MOST; i++) {
        dl_bytes word = dl_doc_words(doc, cut->rows[i].span);
        bool dash = dl_bytes_is(word, "--") || dl_bytes_is(word, "-") || dl_bytes_is(word, "_") || dl_bytes_is(word, "\xe2\x80\x94") ||
                    dl_bytes_is(word, "\xe2\x80\x93");
        if (dash && i > first && !(cut->rows[i].glued && cut->rows[i - 1].glued)) return agency || capitals ? i + 1 : first;
        if (dl_is_lower(word.data[0]) && !dl_bytes_is(word, "de") && !dl_bytes_is(word, "el") && !dl_bytes_is(word, "al") && !dl_bytes_is(word, "es"))
            return first;
        capitals |= i == first && word.size >= 3 && dl_is_upper(word.data[1]) && dl_is_upper(word.data[2]);
        agency |= dl_bytes_is(word, "(") && i > first;
        if (dl_bytes_is(word, ".") || dl_bytes_is(word, "\"")) return first;
    }
    return first;
}

static bool is_capitals(dl_bytes word) {
    for (size_t i = 0; i < word.size; i++)
        if (!dl_is_upper(word.data[i])) return false;
    return word.size > 2;
}

/* One past the agency in brackets at `at`, "(RNS)"; `at` where there is none. */
static uint32_t skip_agency(const dl_doc *doc, const dl_cut_tokens *cut, uint32_t at, uint32_t end) {
    enum { MOST = 5 };
    if (at >= end || !dl_bytes_is(dl_doc_words(doc, cut->rows[at].span), "(")) return at;
    for (uint32_t i = at + 2; i < end && i <= at + MOST; i++)
        if (dl_bytes_is(dl_doc_words(doc, cut->rows[i].span), ")")) return i + 1;
    return at;
}

/* A dateline without a dash, at the front of a report: "NEW DELHI: The minister", "LONDON Britain said", "PARIS (RNS) Bishops met". A city in
 * capitals stands before a colon, or before a word that begins the sentence. */
static uint32_t bare_dateline_end(const dl_doc *doc, const dl_know *know, const dl_cut_tokens *cut, uint32_t first, uint32_t end) {
    enum { MOST = 3 };
    dl_token city[MOST + 1];
    memset(city, 0, sizeof city);
    uint32_t count = 0;
    while (count < MOST && first + count < end && is_capitals(dl_doc_words(doc, cut->rows[first + count].span))) {
        city[count + 1].span = cut->rows[first + count].span;
        count++;
    }
    uint32_t behind = skip_agency(doc, cut, first + count, end);
    if (!count || behind + 1 >= end) return first;
    dl_bytes next = dl_doc_words(doc, cut->rows[behind].span);
    bool colon = dl_bytes_is(next, ":");
    bool begins = next.size > 1 ? dl_is_upper(next.data[0]) && dl_is_lower(next.data[1]) : dl_bytes_is(next, "A");
    if (!colon && !begins) return first;
    dl_know_number(know, doc->text, city + 1, count);
    dl_know_view view = {doc->text, city, count + 1, false};
    dl_know_hit hit;
    bool known = dl_know_find(know, &view, 1, dl_know_table(know, "places/cities"), &hit, 1) && hit.last == count;
    return known ? behind + colon : first;
}

/* Bracketed notes of the wire behind the dateline: "[TEXT]", "[REPORT] [Special correspondent Jan Novak]". */
static uint32_t skip_notes(const dl_doc *doc, const dl_cut_tokens *cut, uint32_t at, uint32_t end) {
    enum { MOST = 8 };
    uint32_t i = at;
    while (i + 2 < end && i <= at + MOST && dl_bytes_is(dl_doc_words(doc, cut->rows[at].span), "[")) {
        if (dl_bytes_is(dl_doc_words(doc, cut->rows[i].span), "]")) at = i + 1;
        i++;
    }
    return at;
}

static void cut_paragraph(dl_doc *doc, const dl_cutter *c, uint32_t number, dl_span span) {
    dl_cut_tokens cut = {0};
    dl_cut_span_tokens(&doc->arena, doc->text, span, &c->words, &cut);
    uint32_t first = 1, end = cut.count;
    if (end <= 1) return;
    enum { FRONT = 4 }; /* headline, byline and the like go before it */
    uint32_t dateline = dateline_end(doc, &cut, first, end);
    bool bare = dateline == first && number < FRONT && !capitals_only(doc, span);
    if (bare) dateline = bare_dateline_end(doc, c->know, &cut, first, end);
    if (dateline > first) {
        dateline = skip_notes(doc, &cut, dateline, end);
        add_sentence(doc, c->know, number, &cut, first, dateline - 1);
        doc->sentences.rows[doc->sentences.count - 1].zone = DL_ZONE_DATELINE;
        first = dateline;
    }
    char *shapes = dl_arena_alloc(&doc->arena, end);
    dl_end_view view = {doc->text, &cut, shapes, first, end, capitals_only(doc, span)};
    dl_end_shapes(doc->text, &cut, first, end, &c->words, view.capitals, shapes);
    dl_end_state state = {.first = first};
    for (uint32_t i = first; i < end; i++) {
        dl_end_step(&view, i, &state);
        if (i + 1 < end && !dl_end_here(&c->ends, &view, &state, i)) continue;
        add_sentence(doc, c->know, number, &cut, state.first, i);
        state = (dl_end_state){.first = i + 1};
    }
}

void dl_cut_number(const dl_know *know, dl_doc *doc) {
    if (doc->tokens.count) dl_know_number(know, doc->text, doc->tokens.rows + 1, doc->tokens.count - 1);
}

void dl_cut_read(const dl_cutter *cutter, dl_doc *doc) {
    if (doc->tokens.count) {
        dl_cut_number(cutter->know, doc);
        return;
    }
    enum { BYTES = 5 }; /* of a token with its blank, hardly ever fewer */
    DL_RESERVE(&doc->arena, &doc->tokens, (uint32_t)(doc->text.size / BYTES));
    dl_cut_paragraphs paragraphs = {0};
    dl_cut_text_paragraphs(&doc->arena, doc->text, &paragraphs);
    for (DL_EACH(i, &paragraphs)) cut_paragraph(doc, cutter, i - 1, paragraphs.rows[i].span);
}
