/* Holidays: from the rule in data/time/words.tsv to the day in a year. */
#ifndef DL_WHEN_FEASTS_H
#define DL_WHEN_FEASTS_H

#include "base/bytes.h"
#include "base/calendar.h"

/* The rule is "month-day", "weekday n month" (the n-th such weekday; n -1 the last), "easter n", "orthodox n", "rosh n" (days from Easter Sunday in
 * the West, in the East, from Rosh Hashanah) or "islamic month-day". Years are those of the Gregorian calendar. */
dl_instant dl_feast(dl_bytes rule, int year);
/* Whether the day may be off by one, since it hangs on the sight of the moon. */
bool dl_feast_by_sight(dl_bytes rule);

#endif
