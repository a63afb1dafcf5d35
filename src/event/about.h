/* What is said or done about an event is of another time than the event. */
#ifndef DL_EVENT_ABOUT_H
#define DL_EVENT_ABOUT_H

#include "event/build.h"

/* What is done with words. */
static inline bool dl_is_speech(uint8_t event) {
    return event == DL_EVENT_ACCUSE || event == DL_EVENT_REQUEST || event == DL_EVENT_SUPPORT || event == DL_EVENT_REJECT ||
           event == DL_EVENT_THREATEN || event == DL_EVENT_AGREE;
}

/* "Jailed on Monday | for the murder": a deed for which something is done to its doer. */
bool dl_is_judged(const dl_build *b, uint32_t deed);
/* The deed to which the time of a verb belongs instead ("jailed for an attack on a mosque | in 2019", "shelled it in response to the murder of a
 * general | on Monday"); or 0. */
uint32_t dl_deed_before(const dl_build *b, const dl_time *time, uint32_t verb);
/* Whether the word above `below` speaks of the event: "condemned | the raid". */
bool dl_says_about(const dl_build *b, uint32_t below, uint32_t event);

#endif
