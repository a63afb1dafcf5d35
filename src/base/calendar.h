/* Days, dates and instants of the proleptic Gregorian calendar, without time zones or leap seconds. */
#ifndef DL_BASE_CALENDAR_H
#define DL_BASE_CALENDAR_H

#include "dateline.h"

enum { DL_DAY = 86400 };

typedef struct dl_date {
    int year, month, day; /* month 1-12, day 1-31 */
} dl_date;

/* Midnight of a date (which must be possible). Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013. */
dl_instant dl_instant_of_date(dl_date date);
dl_date dl_date_of_instant(dl_instant instant);
/* Midnight of the day of an instant. */
dl_instant dl_midnight(dl_instant instant);
/* 0 Monday to 6 Sunday. */
int dl_weekday(dl_instant instant);
int dl_days_in_month(int year, int month);
/* The n-th such day (0 Monday to 6 Sunday) of a month; the last for n below 0. */
dl_instant dl_weekday_of_month(int year, int month, int weekday, int64_t n);
bool dl_date_possible(dl_date date);

/* Reads the whole of an ISO 8601 date or date-time: 2022, 2022-03, 2022-03-14, 2022-03-14T08:20[:15[.5]][Z|+02:00|+0200] (a blank may stand for T).
 * `grain` tells how much was given and `zoned` whether a zone was; a time with a zone is converted to UTC. False where it is none or impossible. */
bool dl_iso_read(dl_bytes text, dl_instant *instant, dl_grain *grain, bool *zoned);

/* Writes an instant cut to a grain: "2022", "2022-03", "2022-03-14", "2022-03-14T08:20", with "Z" where zoned. Needs 32 bytes; returns the length. */
size_t dl_iso_write(char *out, dl_instant instant, dl_grain grain, bool zoned);

#endif
