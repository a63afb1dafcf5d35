/* Events that nobody who acts in public has part in: no claims. */
#ifndef DL_EVENT_NOBODY_H
#define DL_EVENT_NOBODY_H

#include "event/build.h"

/* Someone with part in it is coded as more than a civilian. */
bool dl_anyone_in_public(const dl_doc *doc, const dl_claim *claim);
/* Someone with part in it has a name. */
bool dl_anyone_named(const dl_doc *doc, const dl_claim *claim);
/* "Villagers refused to move": several people who are no more than that, told in the past. */
bool dl_claim_is_by_many(const dl_reading *r, const dl_claim *c);
/* Whether a document is about firms and their money: a third of its sentences or more, and at least four, speak of them; of
 * two or three the half. */
bool dl_is_business(const dl_reading *r);
/* Firms among themselves, force that nobody uses, help that nobody gets, words of favour and blame of nobody known. */
bool dl_claim_is_of_nobody(const dl_build *b, const dl_claim *claim, dl_claim_status status);

#endif
