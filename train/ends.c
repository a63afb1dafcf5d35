#include "ends.h"

#include "intake/cut.h"
#include "learner.h"
#include "raw_text.h"
#include "tasks.h"
#include "text/ends.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    ROWS = 1 << 20, /* slots for features */
    ROUNDS = 6,     /* over all gaps */
    LEAST = 5,      /* a feature that is seen less often is not learnt */
    KEPT = 3000,    /* features in the table */
    MARGIN = 4,     /* a gap that is judged right by less is learnt from all the same */
    COMMON = 30,    /* a feature seen more often than this weighs no more for being common */
    SCALE = 64      /* the learner's sixteen bits are finer than the table needs */
};

typedef struct feature {
    dl_end_feature name; /* empty: no feature in this slot */
    uint32_t seen;
    bool kept;
} feature;

/* A gap between two tokens: its features, as slots, and whether a sentence ends there. */
typedef struct gap {
    uint32_t features[DL_END_FEATURES];
    uint8_t count, end;
} gap;

typedef struct ends_trainer {
    dl_arena arena;
    dl_know_words list;
    dl_word_list words;
    feature *features; /* ROWS of them, found by hash */
    DL_ARRAY(gap) gaps;
} ends_trainer;

static uint32_t slot_of(ends_trainer *t, const dl_end_feature *name) {
    uint32_t slot = dl_end_key(name) % ROWS;
    while (t->features[slot].name.size && memcmp(&t->features[slot].name, name, sizeof *name)) slot = (slot + 1) % ROWS;
    t->features[slot].name = *name;
    t->features[slot].seen++;
    return slot;
}

/* ---- gathering */

static void add_gap(ends_trainer *t, const dl_end_view *view, const dl_end_state *state, uint32_t i, bool end) {
    dl_end_feature names[DL_END_FEATURES];
    uint32_t count = dl_end_features(view, state, i, names);
    gap *g = DL_PUSH(&t->arena, &t->gaps);
    g->end = end;
    g->count = (uint8_t)count;
    for (uint32_t f = 0; f < count; f++) g->features[f] = slot_of(t, names + f);
}

/* `is_end[n]`: whether a gold sentence ends behind n characters. `at` counts them from *byte on. */
static bool ends_at(const raw_text *raw, const bool *is_end, uint32_t offset, uint32_t *byte, uint32_t *at) {
    size_t size;
    for (; *byte < offset; *byte += (uint32_t)size) *at += !raw_blank_at(raw_bytes(raw), *byte, &size);
    return is_end[*at];
}

static void add_paragraph(ends_trainer *t, raw_text *raw, dl_span span, const bool *is_end, uint32_t *byte, uint32_t *at) {
    dl_cut_tokens cut = {0};
    dl_cut_span_tokens(&raw->arena, raw_bytes(raw), span, &t->words, &cut);
    char *shapes = dl_arena_alloc(&raw->arena, cut.count + 1);
    dl_end_view view = {raw_bytes(raw), &cut, shapes, 1, cut.count, false};
    dl_end_shapes(view.text, &cut, 1, cut.count, &t->words, false, shapes);
    dl_end_state state = {.first = 1};
    for (uint32_t i = 1; i + 1 < cut.count; i++) {
        bool end = ends_at(raw, is_end, cut.rows[i].span.end, byte, at);
        dl_end_step(&view, i, &state);
        if (dl_end_possible(&view, i)) add_gap(t, &view, &state, i, end);
        if (end) state = (dl_end_state){.first = i + 1};
    }
}

static void add_text(void *self, raw_text *raw) {
    ends_trainer *t = self;
    bool *is_end = DL_NEW_ARRAY(&raw->arena, bool, raw->at + 1);
    for (DL_EACH(i, &raw->sentences)) is_end[raw->sentences.rows[i].end] = true;
    dl_cut_paragraphs paragraphs = {0};
    dl_cut_text_paragraphs(&raw->arena, raw_bytes(raw), &paragraphs);
    uint32_t byte = 0, at = 0;
    for (DL_EACH(i, &paragraphs)) add_paragraph(t, raw, paragraphs.rows[i].span, is_end, &byte, &at);
}

/* ---- learning */

static void learn_gap(const ends_trainer *t, learner *l, const gap *g) {
    uint32_t features[DL_END_FEATURES], count = 0;
    int32_t scores[2];
    for (uint32_t f = 0; f < g->count; f++)
        if (t->features[g->features[f]].kept) features[count++] = g->features[f];
    learner_score(l, features, count, scores);
    bool right = scores[g->end] >= scores[!g->end] + MARGIN;
    learner_update(l, features, count, g->end, right ? g->end : !g->end);
}

/* The averaged weights of the features that are kept; the caller frees. */
static int16_t *learn(const ends_trainer *t) {
    learner l;
    chance luck = {1};
    learner_open(&l, ROWS, 2);
    uint32_t *order = malloc(t->gaps.count * sizeof *order);
    if (!order) die("no memory", "ends");
    for (int round = 0; round < ROUNDS; round++) {
        shuffle(order, t->gaps.count, &luck);
        for (uint32_t i = 0; i + 1 < t->gaps.count; i++) learn_gap(t, &l, t->gaps.rows + order[i]);
    }
    int16_t *weights = learner_average(&l);
    learner_close(&l);
    free(order);
    return weights;
}

typedef struct candidate {
    uint32_t slot;
    int64_t worth;
    uint32_t key;
    int32_t weight;
} candidate;

static int by_worth(const void *a, const void *b) {
    const candidate *x = a, *y = b;
    if (x->worth != y->worth) return x->worth < y->worth ? 1 : -1;
    return (x->key > y->key) - (x->key < y->key);
}

static int by_key(const void *a, const void *b) {
    const candidate *x = a, *y = b;
    return (x->key > y->key) - (x->key < y->key);
}

/* The features that have a weight; the caller frees. */
static candidate *candidates(const ends_trainer *t, const int16_t *weights, uint32_t *count) {
    candidate *all = calloc(ROWS, sizeof *all);
    if (!all) die("no memory", "ends");
    *count = 0;
    for (uint32_t slot = 0; slot < ROWS; slot++) {
        int64_t w = weights[slot * 2 + 1];
        if (!t->features[slot].kept || w / SCALE == 0) continue;
        candidate *c = all + (*count)++;
        int64_t seen = t->features[slot].seen < COMMON ? t->features[slot].seen : COMMON;
        *c = (candidate){.slot = slot, .worth = w * w * seen, .key = dl_end_key(&t->features[slot].name), .weight = (int32_t)(w / SCALE)};
    }
    return all;
}

/* Learns from all features, then from those alone that did most. */
static candidate *choose(ends_trainer *t, uint32_t *count) {
    for (uint32_t slot = 0; slot < ROWS; slot++) t->features[slot].kept = t->features[slot].seen >= LEAST;
    int16_t *weights = learn(t);
    candidate *all = candidates(t, weights, count);
    qsort(all, *count, sizeof *all, by_worth);
    for (uint32_t slot = 0; slot < ROWS; slot++) t->features[slot].kept = false;
    for (uint32_t i = 0; i < KEPT && i < *count; i++) t->features[all[i].slot].kept = true;
    free(all);
    free(weights);
    weights = learn(t);
    all = candidates(t, weights, count);
    free(weights);
    qsort(all, *count, sizeof *all, by_key);
    return all;
}

static void write_table(const ends_trainer *t, const char *path, const candidate *all, uint32_t count) {
    FILE *file = fopen(path, "wb");
    if (!file) die("cannot be written", path);
    fprintf(file, "# source: made by train/ends.c from Universal Dependencies English EWT and GUM (training parts); do not edit\n"
                  "# licence: CC BY-SA 4.0\n"
                  "# weights of what stands about a gap between two tokens; src/text/ends.c says how a feature is written. In the order of the keys\n"
                  "#! key key\n#! sorted\n#! integers key for against\n"
                  "key\tfor\tagainst\tfeature\n");
    for (uint32_t i = 0; i < count; i++) {
        const dl_end_feature *name = &t->features[all[i].slot].name;
        bool ends = all[i].weight > 0;
        fprintf(file, "%u\t", all[i].key);
        fprintf(file, ends ? "%d\t\t" : "\t%d\t", ends ? all[i].weight : -all[i].weight);
        fprintf(file, "%.*s\n", (int)name->size, name->text);
    }
    if (fclose(file)) die("cannot be written", path);
}

int train_ends(const char *out, const char *knowledge, const char *const *files, size_t count) {
    dl_error error;
    dl_know *know;
    if (dl_know_open(&know, knowledge, &error) != DL_OK) die(error.message, knowledge);
    ends_trainer t = {.list = dl_know_words_of(know), .features = calloc(ROWS, sizeof(feature))};
    if (!t.features) die("no memory", out);
    t.words = dl_word_list_of(&t.list);
    for (size_t i = 0; i < count; i++) raw_text_read(read_whole(&t.arena, files[i]), false, add_text, &t);
    uint32_t kept;
    candidate *all = choose(&t, &kept);
    write_table(&t, out, all, kept);
    printf("ends: %u gaps, %u features kept\n", t.gaps.count - 1, kept);
    free(all);
    free(t.features);
    dl_arena_free(&t.arena);
    dl_know_close(know);
    return 0;
}
