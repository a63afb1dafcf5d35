/* Figures that are measured over years. */
#ifndef DL_EVENT_TOLLS_H
#define DL_EVENT_TOLLS_H

#include "event/build.h"

/* "13,000 people have died since 1980", "70,000 deaths in ten years of war": the toll of a war, which is a figure and no event of its own. Where the
 * text tells whose deed it was it stays a claim. Needs the claim's parties. */
bool dl_claim_is_toll_of_years(const dl_build *build, uint32_t claim, const dl_trigger *trigger);

#endif
