/* What is ordered, needed, drafted or told of any that there may be: said, and not told as done. */
#ifndef DL_EVENT_MOOD_H
#define DL_EVENT_MOOD_H

#include "event/status.h"

/* "Attack the soldiers!", "take a knife and attack them": the verb, or the one that it is joined to, is an order. */
bool dl_is_imperative(const dl_reading *r, uint32_t verb);
/* "If you have no gun, | take a knife": the main clause behind a condition, which the parse has joined to it. */
bool dl_behind_condition(const dl_reading *r, uint32_t verb);
/* What a word's own auxiliaries and determiner make of it: "should have left", "was to have left", "any attack"; `token` 0 where nothing. */
dl_status_reading dl_status_by_itself(const dl_reading *r, uint32_t token);
/* What a word says of an event in its complement or in a clause that describes it: "has to leave", "a bill banning rallies", "any minister who backs
 * it"; `token` 0 where it says nothing. */
dl_status_reading dl_status_of_mood(const dl_reading *r, uint32_t token, uint32_t head);
/* "Accused of bombing it, which he denies": the verb of denial behind what somebody is accused of; or 0. */
uint32_t dl_denied_behind(const dl_reading *r, uint32_t token);
/* "Not guilty of killing her", "overturned his conviction for killing her": the word that clears somebody of it; or 0. */
uint32_t dl_cleared_of(const dl_reading *r, uint32_t token);
/* "It was not the army that attacked": the negation that the one who did it bears; or 0. */
uint32_t dl_not_he(const dl_reading *r, uint32_t verb);
/* "Leaves tomorrow", "are meeting next week": a day behind that of the report belongs to the verb. */
bool dl_is_to_come(const dl_reading *r, uint32_t verb);

#endif
