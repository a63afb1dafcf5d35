/* A linear classifier over hashed features: each feature is a row of one weight a class, and rows of different features may fall together. */
#ifndef DL_LANG_LINEAR_H
#define DL_LANG_LINEAR_H

#include "lang/model.h"
#include "lang/word.h"

enum { DL_LINEAR_MAX_CLASSES = 160, DL_LINEAR_MAX_FEATURES = 80 };

typedef struct dl_linear {
    const int16_t *weights; /* (mask + 1) rows of `classes` */
    uint32_t mask, classes;
} dl_linear;

/* False where the model has no such section, or one of another shape. `classes` 0 accepts any. */
static inline bool dl_linear_open(dl_linear *linear, const dl_model *model, const char *name, uint32_t classes) {
    const dl_model_section *s = dl_model_find(model, name, sizeof(int16_t));
    if (!s || !s->count || (s->count & (s->count - 1)) || !s->width || s->width > DL_LINEAR_MAX_CLASSES) return false;
    if (classes && s->width != classes) return false;
    *linear = (dl_linear){dl_model_data(model, s), s->count - 1, s->width};
    return true;
}

static inline void dl_linear_score(const dl_linear *linear, const uint32_t *features, uint32_t count, int32_t *scores) {
    for (uint32_t c = 0; c < linear->classes; c++) scores[c] = 0;
    for (uint32_t f = 0; f < count; f++) {
        const int16_t *row = linear->weights + (size_t)(features[f] & linear->mask) * linear->classes;
        for (uint32_t c = 0; c < linear->classes; c++) scores[c] += row[c];
    }
}

static inline uint32_t dl_linear_best(const int32_t *scores, uint32_t classes) {
    uint32_t best = 0;
    for (uint32_t c = 1; c < classes; c++)
        if (scores[c] > scores[best]) best = c;
    return best;
}

#endif
