/* Word vectors that were trained on much text: the network sees them beside what it learns of a word itself. */
#ifndef DL_TRAIN_VECTORS_H
#define DL_TRAIN_VECTORS_H

#include "base/arena.h"

enum { VECTOR_SIZE = 100 };

typedef struct vectors {
    uint32_t *forms; /* hashes as of dl_word.form, in order */
    float *rows;     /* VECTOR_SIZE numbers of each */
    uint32_t count;
} vectors;

/* Reads lines of a word and VECTOR_SIZE whole numbers, in thousandths, the commonest word first (train/vectors.py writes them). */
void vectors_read(vectors *v, dl_arena *arena, const char *path);
/* Of the form, or NULL. */
const float *vectors_find(const vectors *v, uint32_t form);

#endif
