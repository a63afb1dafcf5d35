/* What is told as past and over: the tense of the clause that a word stands in. */
#ifndef DL_EVENT_PAST_H
#define DL_EVENT_PAST_H

#include "event/reading.h"

/* "Met", "was | sentenced", "was | asking"; not "has met", "had met". */
bool dl_is_mere_past(const dl_reading *r, uint32_t verb);
/* The verb that tells the tense of a word's clause; 0 where there is none, or the word stands in a phrase of its own ("after the | attack"). */
uint32_t dl_finite_above(const dl_reading *r, uint32_t token);
/* Whether a word's clause tells in the mere past of what was done once, and then. */
bool dl_is_told_past(const dl_reading *r, uint32_t token);

#endif
