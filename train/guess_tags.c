/* A plain linear tagger that tags the corpus itself by cross-validation, for the stages that learn behind the network. */

#include "doc/ud.h"

#include "learner.h"
#include "tasks.h"

#include <stdio.h>
#include <stdlib.h>

enum { TAG_ROWS = 1 << 15, FOLD_EPOCHS = 3, FOLDS = 3, RARE = 10 };

static void count_pairs(const corpus *c, uint32_t seen[64][64]) {
    for (DL_EACH(i, &c->samples)) {
        const sample *s = c->samples.rows + i;
        for (uint32_t t = 1; s->tree && !s->silver && t <= s->count; t++) seen[s->tokens[t].upos][s->tokens[t].xpos]++;
    }
}

/* Pairs that are too rare to learn become the commonest pair with the same universal tag. */
void collect_tag_pairs(const corpus *c, tag_pairs *p) {
    uint32_t seen[64][64] = {0};
    count_pairs(c, seen);
    for (unsigned u = 0; u < DL_UPOS_COUNT_; u++) {
        unsigned commonest = 0;
        for (unsigned x = 0; x < DL_XPOS_COUNT_; x++) {
            if (seen[u][x] > seen[u][commonest]) commonest = x;
            if (seen[u][x] < RARE || p->count == LEARNER_MAX_CLASSES) continue;
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

static uint32_t tag_features(const dl_window *window, uint32_t at, uint32_t *features) {
    const dl_word *w = window->words + at;
    static const dl_word none;
    const dl_word *before2 = at >= 2 ? w - 2 : &none;
    uint32_t tag1 = window->tag[at - 1] + 1u, tag2 = at >= 2 ? window->tag[at - 2] + 1u : 0;
    uint32_t n = 0;
#define FEATURE(a) (features[n] = dl_mix(n * 0x01000193u + 77, (a)), n++)
    FEATURE(0);
    FEATURE(w->form);
    FEATURE(w->suffix3);
    FEATURE(w->suffix2);
    FEATURE(w->shape);
    FEATURE(dl_mix(w->suffix3, w->shape));
    FEATURE(dl_mix(w->prefix, w->suffix2));
    FEATURE(tag1);
    FEATURE(dl_mix(tag1, tag2));
    FEATURE(dl_mix(tag1, w->form));
    FEATURE(dl_mix(tag1, w->suffix3));
    FEATURE(dl_mix(tag1, w->shape));
    FEATURE(w[-1].form);
    FEATURE(w[-1].suffix3);
    FEATURE(before2->form);
    FEATURE(w[1].form);
    FEATURE(w[1].suffix3);
    FEATURE(w[1].shape);
    FEATURE(w[2].form);
    FEATURE(dl_mix(w->form, w[1].form));
    FEATURE(dl_mix(w[-1].form, w->form));
    FEATURE(dl_mix(w->suffix2, w[1].suffix2));
    FEATURE(dl_mix(tag1, w[1].form));
    FEATURE(dl_mix(w[-1].shape, dl_mix(w->shape, w[1].shape)));
#undef FEATURE
    return n;
}

static void learn_sample(learner *l, const tag_pairs *p, const sample *s, dl_window *w) {
    uint32_t features[LEARNER_MAX_FEATURES];
    int32_t scores[LEARNER_MAX_CLASSES];
    sample_window(s, w);
    for (uint32_t t = 1; t <= s->count; t++) {
        uint32_t n = tag_features(w, t, features);
        learner_score(l, features, n, scores);
        uint32_t best = learner_best(scores, l->classes);
        learner_update(l, features, n, p->class_of[s->tokens[t].upos][s->tokens[t].xpos] - 1u, best);
        w->tag[t] = (uint8_t)(best + 1);
    }
}

/* Learns from all samples with a tree but those of fold `without` (FOLDS: from all). A sample and its altered copies share a fold by their document.
 */
static void learn(corpus *c, const tag_pairs *p, learner *l, int epochs, uint32_t without, uint32_t seed) {
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

static void guess_sample(const learner *l, const sample *s, dl_window *w) {
    uint32_t features[LEARNER_MAX_FEATURES];
    int32_t scores[LEARNER_MAX_CLASSES];
    sample_window(s, w);
    for (uint32_t t = 1; t <= s->count; t++) {
        learner_score(l, features, tag_features(w, t, features), scores);
        w->tag[t] = (uint8_t)(learner_best(scores, l->classes) + 1);
    }
}

static void guess_fold(corpus *c, learner *l, uint32_t fold, tag_guesses *guesses) {
    static dl_window window;
    learner_settle(l);
    for (DL_EACH(i, &c->samples)) {
        const sample *s = c->samples.rows + i;
        if (s->paragraph % FOLDS != fold) continue;
        guess_sample(l, s, &window);
        guesses->tags[i] = DL_NEW_ARRAY(&c->arena, uint8_t, s->count + 4);
        memcpy(guesses->tags[i], window.tag, s->count + 1);
    }
}

void guess_tags(corpus *c, writer *w, tag_guesses *guesses, uint32_t seed) {
    static tag_pairs p;
    collect_tag_pairs(c, &p);
    guesses->tags = DL_NEW_ARRAY(&c->arena, uint8_t *, c->samples.count);
    learner l;
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        learner_open(&l, TAG_ROWS, p.count);
        learn(c, &p, &l, FOLD_EPOCHS, fold, seed + fold);
        guess_fold(c, &l, fold, guesses);
        learner_close(&l);
    }
    dl_tag_pair *list = DL_NEW_ARRAY(&c->arena, dl_tag_pair, p.count);
    memcpy(list, p.pair, p.count * sizeof *list);
    writer_add(w, "tag.pairs", 1, p.count, list, p.count * sizeof *list);
    printf("tagger: %u tags\n", p.count);
}
