/* Who is told to have done what a noun names, by a word of blame, of owning up or of taking part (data/events/blame.tsv): "claimed responsibility for
 * the attack", "the attack was blamed on", "implicated in". */
#ifndef DL_EVENT_BLAMED_H
#define DL_EVENT_BLAMED_H

#include "event/reading.h"

/* Heads of the phrases that name those; none where the text ascribes the act to nobody. */
dl_heads dl_blamed_for(const dl_reading *reading, uint32_t noun);
/* The verb lays what its object names at someone's door; what stands behind its "on" or "to" is the doer, no target. */
bool dl_ascribes(const dl_reading *reading, uint32_t verb);

#endif
