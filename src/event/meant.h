/* The nouns that a phrase is of, for conditions on words: what a number or a part counts, what a pronoun stands for, what a name is said to be. */
#ifndef DL_EVENT_MEANT_H
#define DL_EVENT_MEANT_H

#include "event/reading.h"

/* "Hundreds of | thousands of people": what is counted, and the words between; none for other words. */
dl_heads dl_counted_all(const dl_reading *r, uint32_t token);
/* What is counted; 0 for other words. */
uint32_t dl_counted(const dl_reading *r, uint32_t token);
/* What a mere quantity is of: "some of the | sanctions", but no "member of the council"; 0 for other words. */
uint32_t dl_measured(const dl_reading *r, uint32_t token);
/* The other nouns that the phrase of this head is of, without itself. */
dl_heads dl_meant_by(const dl_reading *r, uint32_t token);
/* The same; for a pronoun or a bare number of which nothing tells that, the nouns before it that it may stand for. */
dl_heads dl_may_mean(const dl_reading *r, uint32_t token);
/* "Guards let | dozens through", "captured 22": a number alone that acts or is acted upon. */
bool dl_counts_nothing(const dl_reading *r, uint32_t token);
/* "What they called | robbery", "what is believed to be a bomb": the noun of a free relative clause, for its "what"; or 0. */
uint32_t dl_called_what(const dl_reading *r, uint32_t token);

#endif
