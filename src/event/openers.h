/* What the words that open a clause make of its event: "if", "unless", "whether", "without" (data/status/openers.tsv). */
#ifndef DL_EVENT_OPENERS_H
#define DL_EVENT_OPENERS_H

#include "event/status.h"

/* The status that the words in front of a clause or phrase give to its head; `token` 0 where they give none. */
dl_status_reading dl_status_of_opener(const dl_reading *r, uint32_t head);
/* The auxiliary before the subject that opens a condition ("Should the talks fail"), 0 where there is none. */
uint32_t dl_inverted_opener(const dl_reading *r, uint32_t verb);
/* "Did not say whether the town was bombed": the token's clause is what somebody does not tell. */
bool dl_left_open(const dl_reading *r, uint32_t token);
/* The token's sentence asks. */
bool dl_in_question(const dl_reading *r, uint32_t token);

#endif
