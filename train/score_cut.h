/* Measures the cut into sentences and tokens on raw text, as the CoNLL 2018 shared task did: a token or a sentence is right where its first and last
 * character are those of a gold one, blanks not counted. */
#ifndef DL_TRAIN_SCORE_CUT_H
#define DL_TRAIN_SCORE_CUT_H

#include <stdbool.h>

/* Rebuilds the raw text of a treebank file, once as one text and once document by document, and cuts both. Prints the figures and, where `list`
 * is set, every place of the whole text where the cuts differ. Returns the exit code. */
int score_cut(const char *knowledge, const char *conllu, bool list);

#endif
