/* Which sense of a word, if any, names an event here: the rows of data/events (spec/lexicon.md). */
#ifndef DL_EVENT_LEXICON_H
#define DL_EVENT_LEXICON_H

#include "event/reading.h"

/* A row of the lexicon that fires on a token. `event` is DL_EVENT_NONE where none does, or where a stop row won. */
typedef struct dl_sense {
    uint32_t table, row;
    dl_event event;
    dl_bytes mode, cameo, context, who, whom, inner;
    bool symmetric, people, harm, negated, deed, ahead;
} dl_sense;

/* Whether any row may read a word, before it is asked in earnest. */
bool dl_may_have_sense(const dl_reading *r, uint32_t token);
/* The columns that it reads stand in spec/lexicon.md. */
dl_sense dl_sense_of(const dl_reading *r, uint32_t token);
/* The conditions that the row of a sense has met. */
dl_bytes dl_sense_conditions(const dl_reading *r, const dl_sense *sense);

/* Another row of the word: one that fits too and is wider (or stands behind), or a narrower one that would have won, with the first condition that it
 * missed. */
typedef struct dl_rival {
    uint32_t table, row;
    dl_bytes conditions, missed; /* missed: empty where it fits */
} dl_rival;
/* The rivals of the sense that won, those that fit first, each in the order of the tables; at most `room`. For the trace. */
uint32_t dl_sense_rivals(const dl_reading *r, uint32_t token, const dl_sense *won, dl_rival *rivals, uint32_t room);

#endif
