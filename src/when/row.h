/* The row of doc->times that a frame and the period it denotes make: TIMEX3 value, interval, grain. */
#ifndef DL_WHEN_ROW_H
#define DL_WHEN_ROW_H

#include "when/frame.h"
#include "when/period.h"

/* What a frame denotes. A season, half or century counts in its own way (resolve.c) under the nearest grain. */
typedef struct when_moment {
    when_period period; /* grain NONE where it is not known which */
    uint32_t anchor;    /* time row that it was counted from */
} when_moment;

void dl_when_row(when_reader *r, const when_frame *f, when_moment m);

#endif
