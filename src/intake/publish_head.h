/* Dates in the first lines of a report: in its dateline, or on a line of their own. */
#ifndef DL_INTAKE_PUBLISH_HEAD_H
#define DL_INTAKE_PUBLISH_HEAD_H

#include "intake/publish_date.h"

#include "doc/doc.h"

typedef struct head_date {
    dl_date date; /* year 0 where none is printed; month 0 where there is no date */
    dl_span span;
} head_date;

typedef struct head_dates {
    head_date dateline; /* "KYIV, March 14, 2022 (AP) -" */
    head_date alone;    /* "Published: Monday, March 14, 2022"; always with a year */
} head_dates;

head_dates dl_head_dates(const date_words *words, const dl_doc *doc);

#endif
