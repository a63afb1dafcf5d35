/* Self-training: raw news as far as trained models read it alike becomes training material for another. */
#ifndef DL_TRAIN_SILVER_H
#define DL_TRAIN_SILVER_H

#include "corpus.h"
#include "know/know.h"

/* A set of hashes of seven words in a row, to keep sentences of the development sets out of the training material. */
typedef struct seen_runs {
    DL_ARRAY(uint64_t) hashes; /* from row 1; in order once sealed */
} seen_runs;

void seen_runs_add(corpus *c, seen_runs *seen, const char *conllu);

/* Adds the sentences of a JSON Lines file ("text") as samples without a tree; those that share seven words in a row with `seen` are left out, and so
 * are repeated ones. */
void corpus_read_raw(corpus *c, const dl_know *know, const char *path, const seen_runs *seen);

/* Gives every sample without a tree or without names what more than half of the models read in it; the rest of it stays open. */
void silver_read(corpus *c, const dl_know *know, const char *const *models, uint32_t count);

#endif
