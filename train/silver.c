#include "silver.h"

#include "doc/ud.h"
#include "intake/cut.h"
#include "lang/lang.h"
#include "score.h"

#include <stdio.h>
#include <stdlib.h>

enum { RUN = 7, LEAST_WORDS = 4, MOST_WORDS = 60 };

/* ---- sentences of the development sets */

static int order_hashes(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* Hash of the words at [at, at + number). */
static uint64_t run_hash(const sample *s, uint32_t at, uint32_t number) {
    uint64_t hash = 0;
    dl_word word;
    for (uint32_t i = at; i < at + number; i++) {
        dl_word_read(s->tokens[i].form, false, &word);
        hash = (hash ^ word.form) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 29;
    }
    return hash;
}

static void add_hash(corpus *c, seen_runs *seen, uint64_t hash) {
    *DL_PUSH(&c->arena, &seen->hashes) = hash;
}

void seen_runs_add(corpus *c, seen_runs *seen, const char *conllu) {
    corpus dev = {0};
    corpus_read_conllu(&dev, conllu);
    for (DL_EACH(i, &dev.samples))
        for (uint32_t t = 1; t + RUN <= dev.samples.rows[i].count + 1; t++) add_hash(c, seen, run_hash(dev.samples.rows + i, t, RUN));
    corpus_free(&dev);
    qsort(seen->hashes.rows + 1, seen->hashes.count - 1, sizeof(uint64_t), order_hashes);
}

static bool is_seen(const seen_runs *seen, const sample *s) {
    for (uint32_t t = 1; t + RUN <= s->count + 1; t++) {
        uint64_t hash = run_hash(s, t, RUN);
        if (seen->hashes.count && bsearch(&hash, seen->hashes.rows + 1, seen->hashes.count - 1, sizeof hash, order_hashes)) return true;
    }
    return false;
}

/* ---- raw text */

static bool is_worth(const dl_doc *doc, const dl_sentence *s) {
    return s->token_count >= LEAST_WORDS && s->token_count <= MOST_WORDS && doc->tokens.count;
}

/* Names as the mentions say; titles are no part of a name. */
static void read_names(const dl_doc *doc, const dl_sentence *from, json_t *mentions, sample *s) {
    size_t last = SIZE_MAX;
    for (uint32_t t = 1; t <= s->count; t++) {
        dl_span span = doc->tokens.rows[from->first_token + t - 1].span;
        size_t begin = SIZE_MAX;
        s->tokens[t].name = corpus_name_at(mentions, span.begin, span.end, &begin);
        if (s->tokens[t].name && (begin != last || t == 1)) s->tokens[t].name |= DL_NAME_BEGIN;
        last = s->tokens[t].name ? begin : SIZE_MAX;
    }
    s->names = true;
}

static void keep_sentence(corpus *c, const dl_doc *doc, const dl_sentence *from, json_t *mentions, const seen_runs *seen) {
    if (!is_worth(doc, from)) return;
    sample *s = DL_PUSH(&c->arena, &c->samples);
    s->count = from->token_count;
    s->capitals = from->capitals;
    s->tokens = DL_NEW_ARRAY(&c->arena, sample_token, s->count + 1);
    for (uint32_t t = 1; t <= s->count; t++) s->tokens[t].form = dl_arena_copy(&c->arena, dl_token_text(doc, from->first_token + t - 1));
    if (mentions) read_names(doc, from, mentions, s);
    if (is_seen(seen, s)) c->samples.count--;
}

static void read_text(corpus *c, const dl_know *know, const char *text, json_t *mentions, const seen_runs *seen) {
    dl_doc *doc;
    dl_source source = {0};
    if (!text || dl_doc_make(&doc, &source, dl_bytes_of(text), NULL) != DL_OK) return;
    dl_cut_read(know, doc);
    for (DL_EACH(i, &doc->sentences)) keep_sentence(c, doc, doc->sentences.rows + i, mentions, seen);
    dl_doc_free(doc);
}

/* Reports repeat agency paragraphs word for word: one of each is enough. */
static void drop_repeated(corpus *c, uint32_t first) {
    uint32_t count = c->samples.count - first, kept = first;
    uint64_t *hashes = calloc(count + 1, sizeof *hashes), *sorted = calloc(count + 1, sizeof *sorted);
    for (uint32_t i = 0; i < count; i++) hashes[i] = sorted[i] = run_hash(c->samples.rows + first + i, 1, c->samples.rows[first + i].count);
    qsort(sorted, count, sizeof *sorted, order_hashes);
    uint8_t *taken = calloc(count + 1, 1);
    for (uint32_t i = 0; i < count; i++) {
        uint64_t *at = bsearch(hashes + i, sorted, count, sizeof *sorted, order_hashes);
        while (at > sorted && at[-1] == *at) at--;
        if (taken[at - sorted]++) continue;
        c->samples.rows[kept++] = c->samples.rows[first + i];
    }
    c->samples.count = kept;
    free(hashes);
    free(sorted);
    free(taken);
}

void corpus_read_raw(corpus *c, const dl_know *know, const char *path, const seen_runs *seen) {
    json_error_t error;
    FILE *file = fopen(path, "rb");
    if (!file) die("cannot be opened", path);
    uint32_t first = c->samples.count;
    json_t *record;
    while ((record = json_loadf(file, JSON_DISABLE_EOF_CHECK, &error))) {
        corpus_begin_doc(c, DL_LIT(""));
        read_text(c, know, json_string_value(json_object_get(record, "text")), json_object_get(record, "mentions"), seen);
        json_decref(record);
    }
    fclose(file);
    drop_repeated(c, first);
    printf("raw: %u sentences of %s\n", c->samples.count - first, path);
}

/* ---- reading with several models */

static bool asks(const sample *s) {
    return !s->tree || !s->names;
}

/* Takes over what the first model read; the others then take back what they read otherwise. */
static void take_first(sample *s, const dl_token *got, uint32_t first, bool tree, bool names) {
    for (uint32_t t = 1; t <= s->count; t++, got++) {
        sample_token *to = s->tokens + t;
        if (!tree) {
            to->upos = got->upos;
            to->xpos = got->xpos;
            to->head = (uint16_t)(got->head ? got->head - first + 1 : 0);
            to->deprel = got->deprel;
        }
        if (!names) to->name = got->name;
    }
}

static void take_back(sample *s, const dl_token *got, uint32_t first, bool tree, bool names) {
    for (uint32_t t = 1; t <= s->count; t++, got++) {
        sample_token *to = s->tokens + t;
        if (!tree && (got->upos != to->upos || got->xpos != to->xpos)) to->upos = to->xpos = 0;
        if (!tree && ((got->head ? got->head - first + 1 : 0) != to->head || got->deprel != to->deprel)) to->head = NO_HEAD;
        if (!names && got->name != to->name) to->name = NAME_UNSURE;
    }
}

static void read_with(corpus *c, const dl_know *know, const char *model, bool first) {
    dl_error error;
    dl_lang *lang;
    dl_doc doc = {0};
    if (dl_lang_open(&lang, model, &error) != DL_OK) die(error.message, model);
    sample_doc(c, 1, c->samples.count, &doc);
    dl_cut_read(know, &doc);
    dl_lang_read(lang, know, &doc);
    for (DL_EACH(i, &c->samples)) {
        sample *s = c->samples.rows + i;
        uint32_t token = doc.sentences.rows[i].first_token;
        if (asks(s)) (first ? take_first : take_back)(s, doc.tokens.rows + token, token, s->tree, s->names);
    }
    dl_lang_close(lang);
    dl_arena_free(&doc.arena);
}

static void count_agreed(const corpus *c) {
    uint32_t words = 0, tags = 0, arcs = 0, names = 0;
    for (DL_EACH(i, &c->samples)) {
        const sample *s = c->samples.rows + i;
        for (uint32_t t = 1; !s->tree && t <= s->count; t++, words++) {
            tags += s->tokens[t].upos != 0;
            arcs += s->tokens[t].head != NO_HEAD;
            names += s->tokens[t].name != NAME_UNSURE;
        }
    }
    printf("silver: of %u words agreed on %u tags, %u arcs, %u names\n", words, tags, arcs, names);
}

void silver_read(corpus *c, const dl_know *know, const char *const *models, uint32_t count) {
    for (uint32_t m = 0; m < count; m++) read_with(c, know, models[m], m == 0);
    count_agreed(c);
    for (DL_EACH(i, &c->samples)) {
        sample *s = c->samples.rows + i;
        s->silver |= !s->tree;
        s->tree = s->names = true;
    }
}
