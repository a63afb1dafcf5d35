/* The parts of a model other than the network, each made from a corpus and added to the writer, and what the network's training needs beforehand. */
#ifndef DL_TRAIN_TASKS_H
#define DL_TRAIN_TASKS_H

#include "corpus.h"
#include "know/know.h"
#include "lang/names.h"
#include "lang/net_run.h"
#include "writer.h"

/* The pairs of universal and Penn tag that the tagger tells apart. */
typedef struct tag_pairs {
    dl_tag_pair pair[DL_NET_TAGS];
    uint32_t count;
    uint8_t class_of[64][64]; /* upos, xpos: class + 1 */
} tag_pairs;

void collect_tag_pairs(const corpus *c, tag_pairs *p, writer *w);

/* The commonest words, at most DL_NET_READY; in the corpus's arena. */
dl_word *common_words(corpus *c, uint32_t *count);
/* Makes them ready with the network that the writer has, and adds them to it. */
void write_ready(corpus *c, writer *w, const dl_word *words, uint32_t count);

/* How words are written, for names; `cases` lives in the corpus's arena. */
void collect_cases(corpus *c, dl_cases *cases, writer *w);
/* What the knowledge lists, into the hints of every sample from `first` on; titles are taken out of the names there. */
void collect_hints(corpus *c, const dl_know *know, uint32_t first);

/* `wordnet`: folder of WordNet's index and exception files. */
void train_lemmas(corpus *c, writer *w, const char *wordnet);

/* Numbers 1 to count-1 in a random order; `order` has room for count. */
void shuffle(uint32_t *order, uint32_t count, chance *luck);

#endif
