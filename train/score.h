/* Measures a model through the interface that the engine uses: UPOS, UAS, LAS (without subtypes), lemmas, names, speed; punctuation counted. */
#ifndef DL_TRAIN_SCORE_H
#define DL_TRAIN_SCORE_H

#include "corpus.h"
#include "doc/doc.h"

/* The samples [first, end) as sentences and tokens of an empty document. */
void sample_doc(const corpus *c, uint32_t first, uint32_t end, dl_doc *doc);

/* `names` may be NULL. Prints the figures; returns the exit code. */
int score_model(const char *model, const char *knowledge, const char *conllu, const char *names);

#endif
