/* Dates as newspapers print them at the head of a report, read from bytes: "12 FEB 90", "March 14, 2022", "Mar. 14", "2022-03-14". */
#ifndef DL_INTAKE_PUBLISH_DATE_H
#define DL_INTAKE_PUBLISH_DATE_H

#include "base/calendar.h"
#include "know/know.h"

typedef struct printed_date {
    dl_date date;  /* year 0 where none is printed */
    uint32_t size; /* bytes read */
} printed_date;

/* The vocabulary of dates: table time/words. */
typedef struct date_words {
    const dl_know *know;
    uint32_t table, kind, value;
    bool day_first; /* in 05/06/2024; false where nothing tells */
} date_words;

date_words dl_date_words(const dl_know *know);
/* The row of `word` that has class `kind`; false where it has none. `value` receives the number of the row. */
bool dl_date_word(const date_words *words, dl_bytes word, const char *kind, int64_t *value);
/* Reads a date at the front of `text`; false where there is none or it is impossible. */
bool dl_printed_date(const date_words *words, dl_bytes text, printed_date *out);
/* Letters at the front of `text`. */
size_t dl_letters(dl_bytes text);
/* "90" is 1990, "22" is 2022; four digits stay. */
int dl_full_year(int64_t year, size_t digits);

#endif
