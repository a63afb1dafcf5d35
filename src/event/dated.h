/* The word that a time expression tells the day of, and the time that a word has. */
#ifndef DL_EVENT_DATED_H
#define DL_EVENT_DATED_H

#include "event/build.h"

/* "Massed troops before | elections next month": the noun right before a day to come that lies ahead of what is told, and which the day dates; or 0.
 */
uint32_t dl_ahead_of(const dl_reading *reading, const dl_time *time);
/* A date or an hour that is known, and not the end of something ("until Monday"). */
bool dl_time_dates(const dl_reading *r, const dl_time *time);
/* The word that a time expression hangs on. A name has no date, nor has a thing: a day that the parser hung there belongs to what the name or thing
 * hangs on ("met Moyo Sunday", "meet by telephone Monday", "met in a hotel on Monday"), and so does any time where that is an event ("an attack on
 * the embassy in 2012"); elsewhere a month or a year may be the thing's ("the budget for 2012"). */
uint32_t dl_time_governor(const dl_build *b, const dl_time *time);
/* The finest time that hangs on the word, in its sentence; of equally fine ones the first; or 0. */
uint32_t dl_time_of_word(const dl_build *b, uint32_t word);

/* "T24:00": the midnight that ends its day. */
bool dl_time_ends_day(const dl_time *time);

/* times.c: "two days | after gunmen killed six", "a week after an attack": how many days a length of time, given in days or weeks, sets an event
 * before the word above that it is told with; `days` is 0 where none does. */
typedef struct dl_length {
    uint32_t days, above, time; /* `time`: its row */
} dl_length;
dl_length dl_length_before(const dl_reading *r, uint32_t event);

#endif
