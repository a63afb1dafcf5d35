/* Events spoken of in general. */
#ifndef DL_EVENT_GENERAL_H
#define DL_EVENT_GENERAL_H

#include "event/build.h"

/* "An end to violence", "condemned terrorist attacks": a noun without an article, that no party, time, place or figure ties to one event, names a
 * kind of event. Nobody claims that one happened. Needs the claim's parties, time and place. */
bool dl_claim_is_general(const dl_build *build, uint32_t claim, const dl_trigger *trigger);

#endif
