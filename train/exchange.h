/* Sentences as a table, between the corpora, the teachers and the shipped network: one word a line, an empty line behind each sentence.
 *
 *     form  upos  xpos  head  relation  name
 *
 * `_` where it is not known or not sure; the name is O, or B- or I- and its kind.
 */
#ifndef DL_TRAIN_EXCHANGE_H
#define DL_TRAIN_EXCHANGE_H

#include "corpus.h"

/* Writes all samples in order. */
void exchange_write(const corpus *c, const char *path);
/* Gives all samples what the file says and they do not say themselves; it must hold the same words. */
void exchange_read(corpus *c, const char *path);

#endif
