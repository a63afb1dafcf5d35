/* Self-training: raw news as far as two trained models read it alike becomes training material for a third. */
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

/* Gives samples [first, end) the tags and arcs that both models find. */
void silver_trees(corpus *c, const dl_know *know, uint32_t first, uint32_t end, const char *model_a, const char *model_b);

#endif
