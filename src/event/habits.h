/* Events told of a kind of people, or as what is usual, held or written: no claims. */
#ifndef DL_EVENT_HABITS_H
#define DL_EVENT_HABITS_H

#include "event/build.h"

/* "The law forbids", "thieves are jailed", "anyone accused of a crime", "she supports gun rights", "calling it a coup". */
bool dl_claim_is_habit(const dl_build *b, const dl_claim *claim, const dl_status_reading *status);
/* Whether a day or a place belongs to a word, or to its object: then it tells of one time. */
bool dl_is_placed(const dl_reading *r, uint32_t word);

#endif
