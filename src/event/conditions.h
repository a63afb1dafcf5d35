/* The `if` column of the event lexicon (spec/lexicon.md): blank-separated conditions that must all hold. */
#ifndef DL_EVENT_CONDITIONS_H
#define DL_EVENT_CONDITIONS_H

#include "event/reading.h"

/* How narrow a row is: more for more conditions, and among as many, more for those that name words. */
uint32_t dl_conditions_weight(dl_bytes conditions);
/* The first condition that does not hold; empty where all do. */
dl_bytes dl_condition_missed(const dl_reading *r, uint32_t trigger, dl_bytes conditions);
bool dl_conditions_hold(const dl_reading *r, uint32_t trigger, dl_bytes conditions);

#endif
