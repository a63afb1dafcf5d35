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

static void read_text(corpus *c, const dl_cutter *cutter, const char *text, json_t *mentions, const seen_runs *seen) {
    dl_doc *doc;
    dl_source source = {0};
    if (!text || dl_doc_make(&doc, &source, dl_bytes_of(text), NULL) != DL_OK) return;
    dl_cut_read(cutter, doc);
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
    dl_error fault;
    dl_cutter *cutter;
    FILE *file = fopen(path, "rb");
    if (!file) die("cannot be opened", path);
    if (dl_cutter_open(&cutter, know, &fault) != DL_OK) die(fault.message, path);
    uint32_t first = c->samples.count;
    json_t *record;
    while ((record = json_loadf(file, JSON_DISABLE_EOF_CHECK, &error))) {
        corpus_begin_doc(c, DL_LIT(""));
        read_text(c, cutter, json_string_value(json_object_get(record, "text")), json_object_get(record, "mentions"), seen);
        json_decref(record);
    }
    fclose(file);
    dl_cutter_close(cutter);
    drop_repeated(c, first);
    printf("raw: %u sentences of %s\n", c->samples.count - first, path);
}

/* ---- reading with several models */

/* What one model reads in a word, in the terms of a sample. */
typedef struct reading {
    uint16_t head;
    uint8_t upos, xpos, deprel, name;
} reading;

/* Readings of all words of the corpus, sample by sample. */
static reading *read_with(corpus *c, const dl_know *know, const char *model) {
    dl_error error;
    dl_lang *lang;
    dl_doc doc = {0};
    if (dl_lang_open(&lang, model, &error) != DL_OK) die(error.message, model);
    sample_doc(c, 1, c->samples.count, &doc);
    dl_cut_number(know, &doc);
    dl_lang_read(lang, know, &doc);
    reading *out = DL_NEW_ARRAY(&c->arena, reading, doc.tokens.count);
    for (DL_EACH(i, &doc.tokens)) {
        const dl_token *t = doc.tokens.rows + i;
        uint32_t first = doc.sentences.rows[t->sentence].first_token;
        out[i - 1] = (reading){(uint16_t)(t->head ? t->head - first + 1 : 0), t->upos, t->xpos, t->deprel, t->name};
    }
    dl_lang_close(lang);
    dl_arena_free(&doc.arena);
    return out;
}

static bool same_tag(const reading *a, const reading *b) {
    return a->upos == b->upos && a->xpos == b->xpos;
}
static bool same_arc(const reading *a, const reading *b) {
    return a->head == b->head && a->deprel == b->deprel;
}
static bool same_name(const reading *a, const reading *b) {
    return a->name == b->name;
}

/* The reading of word `at` that more than half of the models share, or NULL. */
static const reading *elect(reading *const *models, uint32_t count, size_t at, bool (*same)(const reading *, const reading *)) {
    for (uint32_t m = 0; m < count; m++) {
        uint32_t votes = 0;
        for (uint32_t k = 0; k < count; k++) votes += same(models[m] + at, models[k] + at);
        if (2 * votes > count) return models[m] + at;
    }
    return NULL;
}

typedef struct agreement {
    uint32_t words, tags, arcs, names;
} agreement;

static void take_tree(sample_token *t, reading *const *models, uint32_t count, size_t at, agreement *n) {
    const reading *tag = elect(models, count, at, same_tag), *arc = elect(models, count, at, same_arc);
    t->upos = tag ? tag->upos : 0;
    t->xpos = tag ? tag->xpos : 0;
    t->head = arc ? arc->head : NO_HEAD;
    t->deprel = arc ? arc->deprel : 0;
    n->words++;
    n->tags += tag != NULL;
    n->arcs += arc != NULL;
}

static void take_name(sample_token *t, reading *const *models, uint32_t count, size_t at, agreement *n) {
    const reading *name = elect(models, count, at, same_name);
    t->name = name ? name->name : NAME_UNSURE;
    n->names += name != NULL;
}

void silver_read(corpus *c, const dl_know *know, const char *const *models, uint32_t count) {
    reading **all = DL_NEW_ARRAY(&c->arena, reading *, count);
    agreement n = {0};
    size_t at = 0;
    for (uint32_t m = 0; m < count; m++) all[m] = read_with(c, know, models[m]);
    for (DL_EACH(i, &c->samples)) {
        sample *s = c->samples.rows + i;
        for (uint32_t t = 1; t <= s->count; t++, at++) {
            if (!s->tree) take_tree(s->tokens + t, all, count, at, &n);
            if (!s->names) take_name(s->tokens + t, all, count, at, &n);
        }
        s->silver |= !s->tree;
        s->tree = s->names = true;
    }
    printf("silver: in %u words without a tree %u tags and %u arcs, and %u names, that more than half read alike\n", n.words, n.tags, n.arcs,
           n.names);
}
