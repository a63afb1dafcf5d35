/* The day on which something was said. */
#ifndef DL_EVENT_SPOKEN_H
#define DL_EVENT_SPOKEN_H

#include "event/build.h"

/* The word whose time is that of the trigger, for it tells when that was said: "said on Monday that it was | expelling"; or 0. */
uint32_t dl_word_of_saying(const dl_build *b, uint32_t trigger);

#endif
