/* Trains the name finder. */
#include "lang/namer.h"

#include "learner.h"
#include "tasks.h"

#include <stdio.h>
#include <stdlib.h>

enum { NAME_ROWS = 1 << 16, EPOCHS = 8 };

static void learn_sample(learner *l, const sample *s, dl_window *w) {
    uint32_t features[DL_LINEAR_MAX_FEATURES];
    int32_t scores[DL_LINEAR_MAX_CLASSES];
    for (uint32_t t = 1; t <= s->count; t++) {
        uint32_t n = dl_namer_features(w, t, features), best = 0;
        learner_score(l, features, n, scores);
        for (uint32_t k = 1; k < DL_NAMER_CLASSES; k++)
            if (scores[k] > scores[best] && dl_namer_allows(w, t, k)) best = k;
        learner_update(l, features, n, dl_namer_class(s->tokens[t].name), best);
        w->name[t] = s->tokens[t].name;
    }
}

void train_namer(corpus *c, writer *w, const tag_guesses *guesses, uint32_t seed) {
    static dl_window window;
    chance luck = {seed};
    learner l;
    uint32_t *order = calloc(c->samples.count, sizeof *order);
    learner_open(&l, NAME_ROWS, DL_NAMER_CLASSES);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        shuffle(order, c->samples.count, &luck);
        for (uint32_t i = 0; i + 1 < c->samples.count; i++) {
            const sample *s = c->samples.rows + order[i];
            if (!s->names) continue;
            sample_window(s, &window);
            memcpy(window.tag, guesses->tags[order[i]], s->count + 4);
            learn_sample(&l, s, &window);
        }
    }
    writer_add(w, "name.weights", DL_NAMER_CLASSES, NAME_ROWS, learner_average(&l), (size_t)NAME_ROWS * DL_NAMER_CLASSES * sizeof(int16_t));
    learner_close(&l);
    free(order);
    printf("namer: done\n");
}
