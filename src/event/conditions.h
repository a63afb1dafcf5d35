/* The `if` column of the event lexicon (spec/lexicon.md): blank-separated conditions that must all hold. */
#ifndef DL_EVENT_CONDITIONS_H
#define DL_EVENT_CONDITIONS_H

#include "event/reading.h"

/* The first condition that does not hold; empty where all do. */
dl_bytes dl_condition_missed(const dl_reading *r, uint32_t trigger, const dl_row_conditions *row);
bool dl_conditions_hold(const dl_reading *r, uint32_t trigger, const dl_row_conditions *row);
/* Whether what the row needs is there. Of the rows of a word a third get past this, which looks at no condition. */
bool dl_conditions_may_hold(const dl_reading *r, uint32_t trigger, const dl_row_conditions *row);

/* Where no row of a verb fires they are asked once more, freely: whom the tables code as police, an army or fighters stands for a word of those
 * lists. Whether that may help. */
bool dl_may_read_freely(const dl_reading *r, uint32_t verb);

/* "A series of | attacks": the word that counts or groups what a noun names, of which is said what is said of the noun; the noun itself where there
 * is none. */
uint32_t dl_whole_of(const dl_reading *reading, uint32_t noun);
/* "Weeks of | protests": so long these were, and no others. */
bool dl_lasts(const dl_reading *reading, uint32_t noun);

/* The same of a passive that tells no doer: what a row asks of its subject by class ("subj:GOV") is let pass, where it asks for words as the object
 * or for a class of those to whom it is done. */
bool dl_conditions_hold_doerless(const dl_reading *reading, uint32_t trigger, const dl_row_conditions *row);

#endif
