/* Calendar periods as numbers: the n-th day, week, month, quarter, year, decade. What lies two months earlier is two less. */
#ifndef DL_WHEN_PERIOD_H
#define DL_WHEN_PERIOD_H

#include "base/calendar.h"
#include "when/value.h"

typedef struct when_period {
    dl_grain grain; /* DECADE, YEAR, QUARTER, MONTH, WEEK, DAY */
    int64_t index;
} when_period;

when_period dl_period_of(dl_instant at, dl_grain grain);
/* First second; the last is that of the next period less one. */
dl_instant dl_period_begin(when_period p);
dl_instant dl_period_end(when_period p);
static inline when_period dl_period_move(when_period p, int64_t n) {
    return (when_period){p.grain, p.index + n};
}
/* Whether four digits can write its year. */
bool dl_period_writable(when_period p);
/* "1998-W05", "1998-Q3", "199": as TIMEX3 writes it. */
void dl_period_write(when_value *out, when_period p);
/* Western Easter Sunday (the anonymous Gregorian computus, Nature 1876). */
dl_instant dl_easter(int year);

#endif
