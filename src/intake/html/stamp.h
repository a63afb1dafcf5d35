/* Dates and times as pages write them into their metadata. */
#ifndef DL_INTAKE_HTML_STAMP_H
#define DL_INTAKE_HTML_STAMP_H

#include "intake/publish_date.h"

typedef struct dl_stamp {
    dl_instant at; /* UTC where zoned */
    dl_grain grain;
    bool zoned;
    int16_t offset; /* minutes east of UTC that its zone says; 0 where there is none */
} dl_stamp;

/* ISO 8601 and what is nearly so ("2020/03/14 08:20:00", "20200314"), seconds since 1970, and dates in words with a year ("Sat, 14 Mar 2020
 * 08:20:00") or in numbers. False where there is none, or none that can be told: "10/06/2020" may be two days. */
bool dl_stamp_read(const date_words *words, dl_bytes text, dl_stamp *stamp);

#endif
