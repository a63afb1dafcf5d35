/* When an incident was that is told of again. */
#ifndef DL_EVENT_RECALLED_H
#define DL_EVENT_RECALLED_H

#include "event/build.h"

/* Hands the told time of one of two claims of an incident on to the other, where the later of them recalls the earlier. */
void dl_claim_recalled(dl_build *b, uint32_t claim, uint32_t other, bool same_victim);

#endif
