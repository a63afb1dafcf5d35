/* The day of a report within the week that follows a known earliest time, told by the weekdays that its text speaks of. */
#ifndef DL_INTAKE_PUBLISH_WEEK_H
#define DL_INTAKE_PUBLISH_WEEK_H

#include "intake/publish_date.h"

#include "doc/doc.h"

/* False where the text names no weekday or no day suits those it names. */
bool dl_day_in_week(const date_words *words, const dl_doc *doc, dl_instant earliest, dl_instant *day);

#endif
