/* The day on which a tale goes on. */
#ifndef DL_EVENT_SCENE_H
#define DL_EVENT_SCENE_H

#include "event/build.h"

/* The time of a sentence before on which the clause of a verb goes on ("On Friday the court met. It | sentenced two men"); or 0. */
uint32_t dl_time_of_tale(const dl_build *b, uint32_t verb);
/* Gives claims that are dated by the report alone the day on which the tale goes on there. Behind dl_claims_incidents. */
void dl_claims_scene(dl_build *b);

#endif
