/* Part-of-speech tags, from left to right, each chosen by a linear classifier over the words around it and the tags before it. */
#ifndef DL_LANG_TAGGER_H
#define DL_LANG_TAGGER_H

#include "lang/linear.h"
#include "lang/window.h"

/* A tag is a pair that the treebanks have: universal tag and Penn tag. */
typedef struct dl_tag_pair {
    uint8_t upos, xpos;
} dl_tag_pair;

typedef struct dl_tagger {
    dl_linear linear;
    const dl_tag_pair *pairs; /* one a class */
} dl_tagger;

bool dl_tagger_open(dl_tagger *tagger, const dl_model *model);

/* Features of the word at `at`; window->tag holds the tags of the words before it. Returns how many, at most DL_LINEAR_MAX_FEATURES. */
uint32_t dl_tagger_features(const dl_window *window, uint32_t at, uint32_t *features);

/* Fills tag, upos and xpos. */
void dl_tagger_read(const dl_tagger *tagger, dl_window *window);

#endif
