/* The day on which a tale goes on. */
#ifndef DL_EVENT_SCENE_H
#define DL_EVENT_SCENE_H

#include "event/build.h"

/* Gives claims that are dated by the report alone the day on which the tale goes on there. Behind dl_claims_incidents. */
void dl_claims_scene(dl_build *b);

#endif
