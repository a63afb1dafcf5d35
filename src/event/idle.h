/* Sentences that have the words of an event and tell of none. */
#ifndef DL_EVENT_IDLE_H
#define DL_EVENT_IDLE_H

#include "event/build.h"

/* Whether a claim whose parties are found is told of nobody in particular; `status` is what its status was read from. */
bool dl_claim_is_idle(const dl_build *b, uint32_t claim, const dl_status_reading *status);
/* The document is an interview, or told by one who says "I". */
bool dl_is_conversation(const dl_reading *r);

#endif
