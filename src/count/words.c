#include "count/words.h"

#include "doc/ud.h"

enum { HITS = 4 };

static const char *const what_names[] = {"other",     "killed",    "wounded",  "missing",    "captured", "arrested",
                                         "displaced", "evacuated", "abducted", "protesters", "troops"};
static const char *const takes_names[] = {"object", "subject", "state", "noun", "toll", "people", "of"};
static const char *const needs_names[] = {"", "person", "protest", "away", "many", "lives", "told"};
static const char *const function_names[] = {"", "be", "have", "modal", "and", "skip", "the", "clause", "stop", "rise"};

#define NUMBER_OF(name, names) number_of(name, names, sizeof names / sizeof *names)
static uint8_t number_of(dl_bytes name, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (dl_bytes_is(name, names[i])) return (uint8_t)i;
    return 0;
}

/* A row of which the text has a word, decoded when it is met first. */
static void decode_harm(dl_count_reader *r, uint32_t number) {
    dl_harm_row *row = &r->rows[number];
    if (row->pos) return;
    row->what = NUMBER_OF(dl_know_cell(r->know, r->harm, number, r->what_column), what_names);
    row->takes = NUMBER_OF(dl_know_cell(r->know, r->harm, number, r->takes_column), takes_names);
    row->needs = NUMBER_OF(dl_know_cell(r->know, r->harm, number, r->needs_column), needs_names);
    dl_bytes pos = dl_know_cell(r->know, r->harm, number, r->pos_column);
    row->pos = pos.size ? pos.data[0] : 'v';
}

void dl_count_reader_open(dl_count_reader *r, const dl_know *know, dl_doc *doc) {
    *r = (dl_count_reader){.know = know, .doc = doc, .tokens = doc->tokens.rows, .next_time = 1};
    r->harm = dl_know_table(know, "count/harm");
    r->people = dl_know_table(know, "count/people");
    r->things = dl_know_table(know, "count/things");
    r->parts = dl_know_table(know, "count/parts");
    r->protest = dl_know_table(know, "count/protest");
    r->function = dl_know_table(know, "count/function");
    r->numbers = dl_know_table(know, "count/numbers");
    r->vague = dl_know_table(know, "count/vague");
    r->hedges = dl_know_table(know, "count/hedges");
    r->says = dl_know_table(know, "said/verbs");
    r->begins_word = dl_know_bit(r->harm) | dl_know_bit(r->people) | dl_know_bit(r->things) | dl_know_bit(r->function) | dl_know_bit(r->parts) |
                     dl_know_bit(r->protest);
    r->begins_number = dl_know_bit(r->numbers) | dl_know_bit(r->vague) | dl_know_bit(r->hedges);
    r->what_column = dl_know_column(know, r->harm, "what");
    r->takes_column = dl_know_column(know, r->harm, "takes");
    r->needs_column = dl_know_column(know, r->harm, "needs");
    r->pos_column = dl_know_column(know, r->harm, "pos");
    r->past_column = dl_know_column(know, r->harm, "past");
    r->with_column = dl_know_column(know, r->harm, "with");
    r->class_column = dl_know_column(know, r->function, "class");
    r->of_column = dl_know_column(know, r->people, "of");
    r->kind_column = dl_know_column(know, r->numbers, "kind");
    r->value_column = dl_know_column(know, r->numbers, "value");
    r->place_column = dl_know_column(know, r->hedges, "place");
    r->rises = DL_NEW(&doc->arena, bool), r->asked = DL_NEW(&doc->arena, bool);
    r->rows = DL_NEW_ARRAY(&doc->arena, dl_harm_row, dl_know_rows(know, r->harm) + 1);
    r->functions = DL_NEW_ARRAY(&doc->arena, uint8_t, dl_know_rows(know, r->function) + 1);
}

uint32_t dl_count_phrase(const dl_count_reader *r, uint32_t token, uint32_t table, dl_know_hit *hit) {
    if (!table || token >= r->end || !dl_know_find(r->know, &r->view, token, table, hit, 1)) return 0;
    return hit->last - hit->first + 1;
}

bool dl_count_says(const dl_count_reader *r, uint32_t token) {
    dl_know_hit hit;
    if (!dl_count_phrase(r, token, r->says, &hit)) return false;
    dl_bytes takes = dl_know_get(r->know, r->says, hit.row, "takes"); /* s: a clause without "that" */
    return memchr(takes.data, 's', takes.size) || dl_bytes_is(dl_know_get(r->know, r->says, hit.row, "lemma"), "report");
}

/* How well a row of count/harm fits the token: "arrests" may be verb or noun, "hurt" present or past; the past is the commoner in reports. */
static int fit(const dl_count_reader *r, uint32_t token, const dl_know_hit *hit) {
    unsigned upos = r->doc->tokens.rows[token].upos;
    bool noun = upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN, past = hit->column == r->past_column;
    char pos = r->rows[hit->row].pos;
    return (upos && noun == (pos == 'n') ? 2 : 0) + past;
}

enum { COMPANY = 8 }; /* tokens on each side within which a word that a row wants is looked for */

static bool among(dl_bytes word, dl_bytes words) {
    for (dl_bytes one; dl_bytes_cut(&words, ' ', &one);) {
        size_t i = 0;
        while (one.size == word.size && i < one.size && dl_to_lower(word.data[i]) == one.data[i]) i++;
        if (i && i == one.size) return true;
    }
    return false;
}

/* "claimed 40 | lives", "stabbed two men to | death": a verb that is of the kind only near one of these words. */
static bool in_company(const dl_count_reader *r, uint32_t token, const dl_know_hit *hit) {
    dl_bytes with = dl_know_cell(r->know, r->harm, hit->row, r->with_column);
    if (!with.size) return true;
    uint32_t t = token > r->first + COMPANY ? token - COMPANY : r->first;
    for (; t < r->end && t <= hit->last + COMPANY; t++)
        if (among(dl_token_text(r->doc, t), with)) return true;
    return false;
}

static void classify_harm(dl_count_reader *r, uint32_t token, dl_count_word *w) {
    dl_know_hit hits[HITS];
    uint32_t n = r->harm ? dl_know_find(r->know, &r->view, token, r->harm, hits, HITS) : 0;
    if (!n) return;
    for (uint32_t i = 0; i < n; i++) decode_harm(r, hits[i].row);
    uint32_t best = 0;
    while (best < n && !in_company(r, token, &hits[best])) best++;
    if (best == n) return;
    for (uint32_t i = best + 1; i < n && hits[i].last == hits[best].last; i++)
        if (in_company(r, token, &hits[i]) && fit(r, token, &hits[i]) > fit(r, token, &hits[best])) best = i;
    unsigned upos = r->doc->tokens.rows[token].upos, name = r->doc->tokens.rows[token].name & ~(unsigned)DL_NAME_BEGIN;
    bool headline = r->view.capitals || r->doc->sentences.rows[r->sentence].zone == DL_ZONE_HEADLINE;
    bool capitals = token > r->first && dl_is_upper(dl_count_char(r, token)) && dl_is_upper(dl_count_char(r, token - 1)); /* "the Grateful Dead" */
    bool named = capitals || name == DL_NAME_PERSON || name == DL_NAME_ORGANISATION || name == DL_NAME_FACILITY;
    if (named && !headline) return;
    bool noun = (upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN) && !r->view.capitals;
    if (noun && r->rows[hits[best].row].pos == 'v' && hits[best].column != r->past_column) return; /* "protests and rallies" */
    w->harm = (uint16_t)(hits[best].row + 1);
    w->harm_length = (uint8_t)(hits[best].last - token + 1);
    w->past = hits[best].column == r->past_column;
    r->harmful = true;
    r->tolling |= r->rows[hits[best].row].takes == DL_TAKES_TOLL;
}

static uint8_t function_of(const dl_count_reader *r, uint32_t row) {
    uint8_t *function = &r->functions[row];
    if (!*function) *function = NUMBER_OF(dl_know_cell(r->know, r->function, row, r->class_column), function_names);
    return *function;
}

dl_function dl_count_find_function(const dl_count_reader *r, uint32_t token) {
    dl_know_hit hit;
    uint8_t *function = &r->words[token - r->first].function;
    *function = dl_count_phrase(r, token, r->function, &hit) ? function_of(r, hit.row) : DL_FUNCTION_NONE;
    if (*function == DL_FUNCTION_STOP && !r->view.capitals && dl_bytes_is(dl_token_text(r->doc, token), "US")) *function = DL_FUNCTION_NONE;
    return (dl_function)*function;
}

bool dl_count_tolls(const dl_count_reader *r) {
    for (uint32_t t = r->first; t < r->end && !*r->asked && !*r->rises; t++) *r->rises = dl_count_function(r, t) == DL_FUNCTION_RISE;
    *r->asked = true;
    return r->tolling || *r->rises;
}

static uint8_t number_bits(const dl_count_reader *r, uint64_t begins) {
    if (!(begins & r->begins_number)) return 0;
    return (uint8_t)((begins & dl_know_bit(r->numbers) ? DL_COUNT_NUMBER : 0) | (begins & dl_know_bit(r->vague) ? DL_COUNT_VAGUE : 0) |
                     (begins & dl_know_bit(r->hedges) ? DL_COUNT_HEDGE : 0));
}

static void classify(dl_count_reader *r, uint32_t token) {
    dl_count_word *w = &r->words[token - r->first];
    dl_know_hit hit;
    uint64_t begins = dl_know_begins_at(r->know, &r->view, token);
    *w = (dl_count_word){.number = number_bits(r, begins)};
    if (!(begins & r->begins_word)) return;
    if (begins & dl_know_bit(r->harm)) classify_harm(r, token, w);
    if (begins & dl_know_bit(r->people)) w->people_length = (uint8_t)dl_count_phrase(r, token, r->people, &hit);
    if (w->people_length) w->people = (uint16_t)(hit.row + 1);
    if (begins & dl_know_bit(r->things)) w->thing_length = (uint8_t)dl_count_phrase(r, token, r->things, &hit);
    if (begins & dl_know_bit(r->function)) w->function = DL_FUNCTION_UNASKED;
    if (begins & dl_know_bit(r->parts)) w->part = (uint8_t)dl_count_phrase(r, token, r->parts, &hit);
    if (begins & dl_know_bit(r->protest) && dl_count_phrase(r, token, r->protest, &hit)) r->protesting = true;
}

static void mark_times(dl_count_reader *r) {
    const dl_doc *doc = r->doc;
    while (r->next_time < doc->times.count && doc->times.rows[r->next_time].last_token < r->first) r->next_time++;
    for (uint32_t i = r->next_time; i < doc->times.count && doc->times.rows[i].first_token < r->end; i++) {
        const dl_time *t = &doc->times.rows[i];
        for (uint32_t k = t->first_token < r->first ? r->first : t->first_token; k <= t->last_token && k < r->end; k++)
            r->words[k - r->first].time = true;
    }
}

void dl_count_reader_sentence(dl_count_reader *r, uint32_t sentence) {
    const dl_sentence *s = &r->doc->sentences.rows[sentence];
    r->sentence = sentence;
    r->first = s->first_token;
    r->end = dl_sentence_end(s);
    if (s->token_count > r->room) {
        r->room = s->token_count * 2;
        r->words = DL_NEW_ARRAY(&r->doc->arena, dl_count_word, r->room);
    }
    r->view = (dl_know_view){r->doc->text, r->doc->tokens.rows, r->end, s->capitals};
    r->tagged = s->token_count && r->doc->tokens.rows[r->first].upos != DL_UPOS_NONE;
    r->protesting = r->harmful = r->tolling = *r->rises = *r->asked = false;
    for (uint32_t t = r->first; t < r->end; t++) classify(r, t);
    mark_times(r);
}
