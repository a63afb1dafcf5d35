/* The parts of a model, each trained from a corpus and added to the writer. */
#ifndef DL_TRAIN_TASKS_H
#define DL_TRAIN_TASKS_H

#include "corpus.h"
#include "know/know.h"
#include "lang/net_run.h"
#include "learner.h"
#include "writer.h"

/* The pairs of universal and Penn tag that the tagger tells apart. */
typedef struct tag_pairs {
    dl_tag_pair pair[LEARNER_MAX_CLASSES];
    uint32_t count;
    uint8_t class_of[64][64]; /* upos, xpos: class + 1 */
} tag_pairs;

void collect_tag_pairs(const corpus *c, tag_pairs *p);

/* The tags that the parser and the namer of training see: predicted by taggers that were trained on other parts of the corpus, so that they hold
 * about as many errors as at reading. One array a sample, from [0]; NULL for samples without gold tags. */
typedef struct tag_guesses {
    uint8_t **tags; /* dl_window.tag of each sample */
} tag_guesses;

void guess_tags(corpus *c, writer *w, tag_guesses *guesses, uint32_t seed);
void train_namer(corpus *c, writer *w, const tag_guesses *guesses, const dl_know *know, uint32_t seed);
/* `wordnet`: folder of WordNet's index and exception files. */
void train_lemmas(corpus *c, writer *w, const char *wordnet);

/* Numbers 1 to count-1 in a random order, without the last reserve; `order` has room for count. */
void shuffle(uint32_t *order, uint32_t count, chance *luck);

#endif
