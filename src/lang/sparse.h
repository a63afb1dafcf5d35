/* A linear classifier of eight classes over hashed features that keeps only the features that matter: a hash table from feature to its eight weights.
 */
#ifndef DL_LANG_SPARSE_H
#define DL_LANG_SPARSE_H

#include "lang/model.h"
#include "lang/word.h"

enum { DL_SPARSE_CLASSES = 8, DL_SPARSE_RUN = 1024 };

typedef struct dl_sparse {
    const uint32_t *keys; /* mask + 1 slots; 0 is an empty one, and there is one behind DL_SPARSE_RUN full ones at most */
    const int16_t *weights;
    uint32_t mask;
} dl_sparse;

/* Looking up walks along full slots: a table without empty ones would hold it for ever, one with few for long. Twice around, for runs go on from the
 * last slot to the first. */
static inline bool dl_sparse_runs_end(const dl_sparse *sparse) {
    uint32_t run = 0;
    for (uint64_t i = 0; i < 2 * ((uint64_t)sparse->mask + 1); i++) {
        run = sparse->keys[i & sparse->mask] ? run + 1 : 0;
        if (run > DL_SPARSE_RUN || run > sparse->mask) return false;
    }
    return true;
}

/* Sections `name`.keys and `name`.rows. */
static inline bool dl_sparse_open(dl_sparse *sparse, const dl_model *model, const char *keys, const char *rows) {
    const dl_model_section *k = dl_model_find(model, keys, sizeof(uint32_t)), *w = dl_model_find(model, rows, sizeof(int16_t));
    if (!k || !w || k->width != 1 || w->width != DL_SPARSE_CLASSES || k->count != w->count || !k->count || (k->count & (k->count - 1))) return false;
    *sparse = (dl_sparse){dl_model_data(model, k), dl_model_data(model, w), k->count - 1};
    return dl_sparse_runs_end(sparse);
}

/* The slot of a feature, or an empty one. Linear probing: the trainer keeps a third of the slots empty. */
static inline uint32_t dl_sparse_slot(const uint32_t *keys, uint32_t mask, uint32_t feature) {
    uint32_t slot = feature & mask;
    while (keys[slot] && keys[slot] != feature) slot = (slot + 1) & mask;
    return slot;
}

static inline void dl_sparse_score(const dl_sparse *sparse, const uint32_t *features, uint32_t count, int32_t *scores) {
    for (uint32_t c = 0; c < DL_SPARSE_CLASSES; c++) scores[c] = 0;
    for (uint32_t f = 0; f < count; f++) {
        uint32_t slot = dl_sparse_slot(sparse->keys, sparse->mask, features[f]);
        if (!sparse->keys[slot]) continue;
        const int16_t *row = sparse->weights + (size_t)slot * DL_SPARSE_CLASSES;
        for (uint32_t c = 0; c < DL_SPARSE_CLASSES; c++) scores[c] += row[c];
    }
}

#endif
