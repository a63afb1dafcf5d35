/* Whether a phrase of the gazetteer is a toponym where it stands. */
#ifndef DL_WHERE_JUDGE_H
#define DL_WHERE_JUDGE_H

#include "where/spots.h"

typedef enum dl_where_verdict {
    DL_VERDICT_NO,     /* part of another name, or an everyday word */
    DL_VERDICT_PERSON, /* a person's name, here and wherever the word stands alone */
    DL_VERDICT_YES,
    DL_VERDICT_SURE /* a preposition, a type word or a container says so */
} dl_where_verdict;

dl_where_verdict dl_where_judge(dl_where *w, uint32_t first, uint32_t last, const dl_where_name *name);

#endif
