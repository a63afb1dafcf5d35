/* Trains the name finder: an averaged perceptron over a wide table, of which only the weightiest features are kept. */
#include "lang/namer.h"

#include "intake/cut.h"
#include "lang/hints.h"
#include "learner.h"
#include "score.h"
#include "tasks.h"

#include <stdio.h>
#include <stdlib.h>

enum { NAME_ROWS = 1 << 21, EPOCHS = 10, KEPT_SLOTS = 1 << 17, KEPT_FEATURES = KEPT_SLOTS / 3 * 2 };

typedef struct name_trainer {
    corpus *corpus;
    const tag_guesses *guesses;
    uint32_t *cases, case_count;
    uint16_t **hints; /* of each sample, as in the window */
    learner learner;
    uint32_t *key_of; /* feature that was last counted in each row of the learner */
    dl_window window;
    uint64_t seen, right; /* words in names, gold or guessed, and those that are both alike */
} name_trainer;

/* ---- how words are written */

typedef struct form_case {
    uint32_t form;
    uint8_t upper;
} form_case;

static int order_cases(const void *a, const void *b) {
    const form_case *x = a, *y = b;
    if (x->form != y->form) return x->form < y->form ? -1 : 1;
    return x->upper - y->upper;
}

static uint32_t case_of(size_t upper, size_t all) {
    size_t share = upper * 100 / all;
    return upper == 0     ? DL_CASE_LOWER
           : upper == all ? DL_CASE_UPPER
           : share < 25   ? DL_CASE_MOSTLY_LOWER
           : share > 75   ? DL_CASE_MOSTLY_UPPER
                          : DL_CASE_MIXED;
}

static void count_cases(name_trainer *n) {
    corpus *c = n->corpus;
    size_t room = 1, size = 0;
    for (DL_EACH(i, &c->samples)) room += c->samples.rows[i].count;
    form_case *all = calloc(room, sizeof *all);
    n->cases = DL_NEW_ARRAY(&c->arena, uint32_t, room);
    for (DL_EACH(i, &c->samples)) {
        const sample *s = c->samples.rows + i;
        if (s->made || s->capitals) continue;
        sample_window(s, &n->window);
        for (uint32_t t = 2; t <= s->count; t++)
            if (dl_is_alpha(s->tokens[t].form.data[0]) && s->tokens[t].form.size > 1)
                all[size++] = (form_case){n->window.words[t].form & ~((1u << DL_CASE_BITS) - 1), dl_is_upper(s->tokens[t].form.data[0])};
    }
    qsort(all, size, sizeof *all, order_cases);
    for (size_t i = 0, next; i < size; i = next) {
        size_t upper = 0;
        for (next = i; next < size && all[next].form == all[i].form; next++) upper += all[next].upper;
        if (next - i >= 3) n->cases[n->case_count++] = all[i].form | case_of(upper, next - i);
    }
    free(all);
}

/* ---- what the knowledge says */

/* Some corpora count titles as part of a name ("Foreign Secretary Anna Berg"); here they are none. */
static void cut_titles(const sample *s, const uint16_t *hints) {
    for (uint32_t t = 1; t < s->count; t++) {
        sample_token *token = s->tokens + t;
        bool title = (hints[t] | hints[t] >> 8) >> DL_HINT_TITLE & 1;
        if (!title || token->name != (DL_NAME_PERSON | DL_NAME_BEGIN) || token[1].name != DL_NAME_PERSON) continue;
        token->name = DL_NAME_NONE;
        token[1].name |= DL_NAME_BEGIN;
    }
}

static void collect_hints(name_trainer *n, const dl_know *know) {
    corpus *c = n->corpus;
    dl_doc doc = {0};
    dl_hints hints;
    sample_doc(c, 1, c->samples.count, &doc);
    dl_cut_read(know, &doc);
    dl_hints_open(&hints, know);
    n->hints = DL_NEW_ARRAY(&c->arena, uint16_t *, c->samples.count);
    for (DL_EACH(i, &c->samples)) {
        const sample *s = c->samples.rows + i;
        if (!s->names) continue;
        sample_window(s, &n->window);
        dl_hints_read(&hints, &doc, doc.sentences.rows[i].first_token, &n->window);
        n->hints[i] = DL_NEW_ARRAY(&c->arena, uint16_t, s->count + 4);
        memcpy(n->hints[i], n->window.hints, (s->count + 4) * sizeof(uint16_t));
        cut_titles(s, n->hints[i]);
    }
    dl_arena_free(&doc.arena);
}

/* ---- learning */

static void fill(name_trainer *n, uint32_t i) {
    const sample *s = n->corpus->samples.rows + i;
    dl_window *w = &n->window;
    sample_window(s, w);
    memcpy(w->tag, n->guesses->tags[i], s->count + 4);
    memcpy(w->hints, n->hints[i], (s->count + 4) * sizeof *w->hints);
    dl_namer_look_case(n->cases, n->case_count, w);
}

static void learn_sample(name_trainer *n, const sample *s, chance *luck) {
    uint32_t features[DL_NAMER_FEATURES];
    int32_t scores[DL_NAMER_CLASSES];
    dl_window *w = &n->window;
    for (uint32_t t = 1; t <= s->count; t++) {
        w->name[t] = DL_NAME_NONE;
        if (!dl_namer_worth(w, t)) continue;
        uint32_t count = dl_namer_features(w, t, features), best = 0;
        learner_score(&n->learner, features, count, scores);
        for (uint32_t k = 1; k < DL_NAMER_CLASSES; k++)
            if (scores[k] > scores[best] && dl_namer_allows(w, t, k)) best = k;
        uint32_t right = dl_namer_class(s->tokens[t].name);
        n->seen += right || best, n->right += (right || best) && right == best;
        learner_update(&n->learner, features, count, right, best);
        for (uint32_t f = 0; f < count && right != best; f++) n->key_of[features[f] & n->learner.mask] = features[f];
        uint8_t guess = (uint8_t)(best ? (best + 1) / 2 | (best & 1 ? DL_NAME_BEGIN : 0) : 0);
        w->name[t] = chance_below(luck, 2) ? guess : s->tokens[t].name; /* half of the time it goes on from its own errors */
    }
}

static void learn(name_trainer *n, uint32_t seed) {
    chance luck = {seed};
    corpus *c = n->corpus;
    uint32_t *order = calloc(c->samples.count, sizeof *order);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        shuffle(order, c->samples.count, &luck);
        for (uint32_t i = 0; i + 1 < c->samples.count; i++) {
            if (!c->samples.rows[order[i]].names) continue;
            fill(n, order[i]);
            learn_sample(n, c->samples.rows + order[i], &luck);
        }
        printf("namer: epoch %d: %.2f %%\n", epoch + 1, 100.0 * (double)n->right / (double)n->seen);
        n->seen = n->right = 0;
    }
    free(order);
}

/* ---- keeping what matters */

static int weight_of(const int16_t *row) {
    int most = 0;
    for (int c = 0; c < DL_NAMER_CLASSES; c++) most = abs(row[c]) > most ? abs(row[c]) : most;
    return most;
}

/* The least weight above which there are no more than KEPT_FEATURES rows. */
static int threshold_of(const int16_t *rows, size_t count) {
    uint32_t *number = calloc(INT16_MAX + 2, sizeof *number), above = 0;
    for (size_t i = 0; i < count; i++) number[weight_of(rows + i * DL_NAMER_CLASSES)]++;
    int least = INT16_MAX + 1;
    while (least > 1 && above + number[least - 1] <= KEPT_FEATURES) above += number[--least];
    free(number);
    printf("namer: %u features kept, weight %d and above\n", above, least);
    return least;
}

static void keep_features(name_trainer *n, writer *w) {
    int16_t *rows = learner_average(&n->learner);
    uint32_t *keys = calloc(KEPT_SLOTS, sizeof *keys);
    int16_t *kept = calloc((size_t)KEPT_SLOTS * DL_NAMER_CLASSES, sizeof *kept);
    int least = threshold_of(rows, n->learner.mask + 1);
    for (size_t i = 0; i <= n->learner.mask; i++) {
        const int16_t *row = rows + i * DL_NAMER_CLASSES;
        if (!n->key_of[i] || weight_of(row) < least) continue;
        uint32_t slot = dl_sparse_slot(keys, KEPT_SLOTS - 1, n->key_of[i]);
        keys[slot] = n->key_of[i];
        memcpy(kept + (size_t)slot * DL_NAMER_CLASSES, row, DL_NAMER_CLASSES * sizeof *row);
    }
    writer_add(w, "name.keys", 1, KEPT_SLOTS, keys, KEPT_SLOTS * sizeof *keys);
    writer_add(w, "name.rows", DL_NAMER_CLASSES, KEPT_SLOTS, kept, (size_t)KEPT_SLOTS * DL_NAMER_CLASSES * sizeof *kept);
    writer_add(w, "name.cases", 1, n->case_count, n->cases, n->case_count * sizeof *n->cases);
    free(rows);
}

void train_namer(corpus *c, writer *w, const tag_guesses *guesses, const dl_know *know, uint32_t seed) {
    name_trainer *n = calloc(1, sizeof *n);
    if (!n) die("no memory", "namer");
    n->corpus = c;
    n->guesses = guesses;
    learner_open(&n->learner, NAME_ROWS, DL_NAMER_CLASSES);
    n->key_of = calloc(NAME_ROWS, sizeof *n->key_of);
    count_cases(n);
    collect_hints(n, know);
    learn(n, seed);
    keep_features(n, w);
    learner_close(&n->learner);
    free(n->key_of);
    free(n);
}
