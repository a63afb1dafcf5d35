/* The `if` column of the event lexicon (spec/lexicon.md): blank-separated conditions that must all hold. */
#ifndef DL_EVENT_CONDITIONS_H
#define DL_EVENT_CONDITIONS_H

#include "event/reading.h"

/* The first condition that does not hold; empty where all do. */
dl_bytes dl_condition_missed(const dl_reading *r, uint32_t trigger, const dl_row_conditions *row);
bool dl_conditions_hold(const dl_reading *r, uint32_t trigger, const dl_row_conditions *row);

/* Who stands in a role, kept for all rows: a verb of eighty is asked for its subject and its object a hundred times, for a preposition ten. What is
 * no role but asked for as often is kept likewise. Finding them asks for no conditions, so that what is kept is of this word until it is done. */
dl_filled *dl_fill_role(const dl_reading *r, uint32_t trigger, const dl_place_asked *place);
static inline dl_filled *dl_role_filled(const dl_reading *r, uint32_t trigger, const dl_place_asked *place) {
    uint32_t slot = r->memo->token == trigger ? r->memo->slot_of[place->role] : 0;
    return slot ? r->memo->all + slot : dl_fill_role(r, trigger, place);
}
/* dl_filled.keys, found out. */
uint64_t dl_keys_of_role(const dl_reading *r, dl_filled *role, bool of_role);

/* Whether what the row needs is there. Of the rows of a word a third get past this, which looks at no condition. */
static inline bool dl_conditions_may_hold(const dl_reading *r, uint32_t trigger, const dl_row_conditions *row) {
    if (!row->needs.role) return true;
    dl_filled *role = dl_role_filled(r, trigger, &row->needs);
    if (!role->heads.count || row->keys == DL_ANY_WORD) return role->heads.count != 0;
    uint64_t keys = role->keys ? role->keys : dl_keys_of_role(r, role, row->needs.asked == DL_ASK_ROLE);
    return (row->keys & keys) != 0;
}

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
