/* Numbers as reports write them: numerals, number words, vague words, ranges, with their hedges. */
#ifndef DL_COUNT_NUMBER_H
#define DL_COUNT_NUMBER_H

#include "count/words.h"

typedef struct dl_number {
    uint32_t first, last;             /* tokens, hedge included, inclusive */
    uint32_t hedge_first, hedge_last; /* 0 where there is no hedge */
    int64_t low, best, high;
    bool article; /* only "a", "an", "one" or "another": a count where harm comes to a person, else nothing */
    bool digits;  /* a bare numeral, which may be a year, a day, a page */
    bool none;    /* "no" */
    bool pronoun; /* "a third", "another" of people told before */
} dl_number;

/* Whether a number may begin: with a digit, a word of the tables, or one of "a", "an", "another", "additional", "between", "no", "zero", "one". */
bool dl_number_may_begin(const dl_count_reader *r, uint32_t token);
/* Reads the number that begins, with its hedge, at `token`. False where none does. */
bool dl_number_read(const dl_count_reader *r, uint32_t token, dl_number *number);
/* A hedge behind the number or its noun ("20 people or more") at `token`: lays it on the number and returns its length, else 0. */
uint32_t dl_number_hedge_after(const dl_count_reader *r, uint32_t token, dl_number *number);

#endif
