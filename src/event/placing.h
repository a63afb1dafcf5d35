/* What the files share that place an event: phrases (phrases.c), clauses and sentences (places.c, beside.c), other claims (carried.c). */
#ifndef DL_EVENT_PLACING_H
#define DL_EVENT_PLACING_H

#include "event/build.h"

typedef struct dl_found_place {
    uint32_t place; /* its row; 0 where none was found */
    uint32_t token; /* head of the phrase that gave it */
    dl_relation relation;
    dl_basis basis;
} dl_found_place;

/* An event that people see happen at a place: violence, protest, coercion, troops. */
static inline bool dl_is_material(dl_event event) {
    return event == DL_EVENT_ASSAULT || event == DL_EVENT_PROTEST || event == DL_EVENT_COERCE || event == DL_EVENT_MOBILIZE;
}

/* Whether a mention's entity did it, or had it done to it. */
bool dl_takes_part(const dl_doc *doc, const dl_claim *claim, uint32_t mention);
/* Whether the first place is known more exactly. */
bool dl_finer_place(const dl_doc *doc, uint32_t place, uint32_t than);

/* Whether a token stands below another in the tree, or is it. */
bool dl_governs(const dl_reading *r, uint32_t above, uint32_t token);

/* phrases.c */
/* What a preposition says; false where the phrase is no place of the event ("against Iran", "with Iran"). */
bool dl_relation_of(dl_bytes preposition, dl_event event, dl_relation *relation);
/* "Called on Turkey", "talks on Kosovo", "a deal between Sudan and Chad", "the isolation of Cuba": a land or town that something is about, asked of
 * or done between. On an island or a road, and on, over or of what is struck or taken, things happen; `near`: the phrase belongs to the trigger
 * itself. */
bool dl_only_topic(const dl_reading *r, uint32_t opener, uint32_t place, dl_event event, bool near);
/* What is said or decided has the place where that was done, not that of what it is about. */
bool dl_is_of_words(const dl_claim *claim);
/* A place that a phrase names: its head, or a name that belongs to the head ("the city of Lviv", "Giza's Haram district"). */
uint32_t dl_place_in_phrase(const dl_reading *r, uint32_t head);
/* The finest place among the phrases of a word and, where those name none, among their own: "the poisoning of a man and his daughter in Salisbury".
 * Clauses below are not entered. Of the word's own phrases only those before token `limit` are asked. */
dl_found_place dl_among_phrases(const dl_build *b, const dl_claim *claim, uint32_t token, dl_basis basis, uint32_t limit);

/* places.c: gives a claim the place that was found, and traces what ties it there; `path` from the phrase to the trigger, where the tree decided. */
void dl_claim_take_place(dl_build *b, uint32_t claim, dl_found_place found, dl_bytes path);

/* "Claimed by the movement in Yemen", "officials in Oslo said": where those are who have no part in the event; but "near the embassy in Oslo". */
bool dl_is_elsewhere(const dl_reading *r, const dl_claim *claim, uint32_t body);

/* beside.c: the place nearest to the trigger in its sentence that is no party to it and belongs to nothing else; if `top` is a token, below it. */
dl_found_place dl_place_beside(const dl_build *b, const dl_claim *claim, uint32_t token, uint32_t top);

/* carried.c: the place of earlier claims of the same paragraph or incident, else, but for headlines, the dateline; and the country of those who take
 * part. */
dl_found_place dl_place_carried(const dl_build *b, uint32_t claim);
/* The dateline, where the event may have been there. */
dl_found_place dl_place_of_dateline(const dl_doc *doc, const dl_claim *claim);
/* Told as earlier than the news, or of a day long before it. */
bool dl_is_of_the_past(const dl_doc *doc, const dl_claim *claim);
/* "Bombings around the world", "has attacked journalists before": at other places or times than those told of last. */
bool dl_is_elsewhere_or_ever(const dl_reading *r, const dl_claim *claim);
dl_found_place dl_place_of_parties(const dl_reading *r, const dl_claim *claim);

#endif
