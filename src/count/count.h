/* Counts of people: how many were killed, wounded, arrested ..., as low, best and high.
 *
 * Three steps a sentence: words.h says what each word means to a reader of figures, group.h reads numbers with the people that they count, link.h
 * ties each group to the word of harm that makes it a count of its kind. Codebook: spec/counts.md.
 */
#ifndef DL_COUNT_COUNT_H
#define DL_COUNT_COUNT_H

#include "doc/doc.h"
#include "know/know.h"

/* Fills doc->counts from sentences, tokens and times; uses tags and trees where a sentence has them. */
void dl_count_read(const dl_know *know, dl_doc *doc);

#endif
