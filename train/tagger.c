/* Trains the tagger, and tags the corpus itself by cross-validation for the stages after it. */
#include "lang/tagger.h"

#include "doc/ud.h"

#include "learner.h"
#include "tasks.h"

#include <stdio.h>
#include <stdlib.h>

enum { TAG_ROWS = 1 << 15, EPOCHS = 8, FOLD_EPOCHS = 4, FOLDS = 4, RARE = 20 };

typedef struct pairs {
    dl_tag_pair pair[DL_LINEAR_MAX_CLASSES];
    uint32_t count;
    uint8_t class_of[64][64]; /* upos, xpos: class + 1 */
} pairs;

static void count_pairs(const corpus *c, uint32_t seen[64][64]) {
    for (DL_EACH(i, &c->samples)) {
        const sample *s = c->samples.rows + i;
        for (uint32_t t = 1; s->tree && t <= s->count; t++) seen[s->tokens[t].upos][s->tokens[t].xpos]++;
    }
}

/* Pairs that are too rare to learn become the commonest pair with the same universal tag. */
static void collect_pairs(const corpus *c, pairs *p) {
    static uint32_t seen[64][64];
    count_pairs(c, seen);
    for (unsigned u = 0; u < DL_UPOS_COUNT_; u++) {
        unsigned commonest = 0;
        for (unsigned x = 0; x < DL_XPOS_COUNT_; x++) {
            if (seen[u][x] > seen[u][commonest]) commonest = x;
            if (seen[u][x] < RARE || p->count == DL_LINEAR_MAX_CLASSES) continue;
            p->pair[p->count++] = (dl_tag_pair){(uint8_t)u, (uint8_t)x};
            p->class_of[u][x] = (uint8_t)p->count;
        }
        for (unsigned x = 0; x < DL_XPOS_COUNT_; x++)
            if (!p->class_of[u][x]) p->class_of[u][x] = p->class_of[u][commonest] ? p->class_of[u][commonest] : 1;
    }
}

void shuffle(uint32_t *order, uint32_t count, chance *luck) {
    for (uint32_t i = 0; i + 1 < count; i++) order[i] = i + 1;
    for (uint32_t i = count > 1 ? count - 2 : 0; i > 0; i--) {
        uint32_t j = chance_below(luck, i + 1), keep = order[i];
        order[i] = order[j];
        order[j] = keep;
    }
}

static void learn_sample(learner *l, const pairs *p, const sample *s, dl_window *w) {
    uint32_t features[DL_LINEAR_MAX_FEATURES];
    int32_t scores[DL_LINEAR_MAX_CLASSES];
    sample_window(s, w);
    for (uint32_t t = 1; t <= s->count; t++) {
        uint32_t n = dl_tagger_features(w, t, features);
        learner_score(l, features, n, scores);
        uint32_t best = dl_linear_best(scores, l->classes);
        learner_update(l, features, n, p->class_of[s->tokens[t].upos][s->tokens[t].xpos] - 1u, best);
        w->tag[t] = (uint8_t)(best + 1);
    }
}

/* Learns from all samples with a tree but those of fold `without` (FOLDS: from all). A sample and its altered copies share a fold by their document.
 */
static void learn(corpus *c, const pairs *p, learner *l, int epochs, uint32_t without, uint32_t seed) {
    chance luck = {seed};
    uint32_t *order = calloc(c->samples.count, sizeof *order);
    static dl_window window;
    for (int epoch = 0; epoch < epochs; epoch++) {
        shuffle(order, c->samples.count, &luck);
        for (uint32_t i = 0; i + 1 < c->samples.count; i++) {
            const sample *s = c->samples.rows + order[i];
            if (s->tree && s->paragraph % FOLDS != without) learn_sample(l, p, s, &window);
        }
    }
    free(order);
}

static void guess_fold(corpus *c, const pairs *p, const learner *l, uint32_t fold, tag_guesses *guesses) {
    static dl_window window;
    int16_t *weights = learner_average(l);
    dl_tagger tagger = {{weights, l->mask, l->classes}, p->pair};
    for (DL_EACH(i, &c->samples)) {
        const sample *s = c->samples.rows + i;
        if (s->paragraph % FOLDS != fold) continue;
        sample_window(s, &window);
        dl_tagger_read(&tagger, &window);
        guesses->tags[i] = DL_NEW_ARRAY(&c->arena, uint8_t, s->count + 4);
        memcpy(guesses->tags[i], window.tag, s->count + 1);
    }
    free(weights);
}

void train_tagger(corpus *c, writer *w, tag_guesses *guesses, uint32_t seed) {
    static pairs p;
    collect_pairs(c, &p);
    guesses->tags = DL_NEW_ARRAY(&c->arena, uint8_t *, c->samples.count);
    learner l;
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        learner_open(&l, TAG_ROWS, p.count);
        learn(c, &p, &l, FOLD_EPOCHS, fold, seed + fold);
        guess_fold(c, &p, &l, fold, guesses);
        learner_close(&l);
    }
    learner_open(&l, TAG_ROWS, p.count);
    learn(c, &p, &l, EPOCHS, FOLDS, seed);
    dl_tag_pair *list = DL_NEW_ARRAY(&c->arena, dl_tag_pair, p.count);
    memcpy(list, p.pair, p.count * sizeof *list);
    writer_add(w, "tag.pairs", 1, p.count, list, p.count * sizeof *list);
    writer_add(w, "tag.weights", p.count, TAG_ROWS, learner_average(&l), (size_t)TAG_ROWS * p.count * sizeof(int16_t));
    learner_close(&l);
    printf("tagger: %u tags\n", p.count);
}
