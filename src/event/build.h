/* What is known while claims are made: the triggers that were chosen, in text order. */
#ifndef DL_EVENT_BUILD_H
#define DL_EVENT_BUILD_H

#include "event/status.h"
#include "know/actors.h"
#include "know/countries.h"

/* A word that names an event, or (merged) a harm word whose victims and figures belong to another trigger's claim. */
typedef struct dl_trigger {
    uint32_t token;
    uint32_t sense;  /* row of senses */
    uint32_t merged; /* trigger whose claim it belongs to; 0: makes its own */
    uint32_t claim;  /* its claim row, once made */
    bool toll;       /* its figure is one of years: no claim's */
} dl_trigger;

/* How far, in triggers, a harm word may stand from the act that it belongs to. */
enum { DL_MERGE_REACH = 12 };
/* for (DL_NEAR_TRIGGER(i, build, number)): the triggers that may be merged with trigger `number`. */
#define DL_NEAR_TRIGGER(i, build, number)                                 \
    uint32_t i = (number) > DL_MERGE_REACH ? (number)-DL_MERGE_REACH : 1; \
    i < (build)->triggers.count &&i <= (number) + DL_MERGE_REACH;         \
    i++

typedef struct dl_build {
    dl_reading r;
    dl_actors actors;
    const dl_countries *countries;
    DL_ARRAY(dl_sense) senses;
    uint32_t *sense_at;   /* sense of each token */
    uint32_t *trigger_at; /* trigger of each token */
    DL_ARRAY(dl_trigger) triggers;
    bool conversation; /* the document is an interview, or told by one who says "I" */
    bool business;     /* the document is about firms and their money */
} dl_build;

/* The sense of a token; that of none, which names no event, where it has none. */
static inline const dl_sense *dl_sense_at(const dl_build *b, uint32_t token) {
    return &b->senses.rows[b->sense_at[token]];
}

/* One step of the trace. `token` 0: no words; `table` 0: no knowledge row. `more` stands behind the row: a path through the tree, conditions, a role.
 */
void dl_trace_add(dl_build *b, uint32_t claim, const char *field, const char *rule, uint32_t token, uint32_t table, uint32_t row, dl_bytes more);

/* "#12": a claim, as traces name it. */
dl_bytes dl_claim_named(dl_build *b, uint32_t claim);

/* why.c: the trace of the event, and of the parties' codes; the latter behind dl_claim_date_parties. */
void dl_claim_trace_event(dl_build *b, uint32_t claim, const dl_trigger *trigger);
void dl_claim_trace_codes(dl_build *b, uint32_t claim);
/* triggers.c: finds the triggers, and where each harm word belongs. */
void dl_triggers_find(dl_build *b);
/* parties.c: who and whom, from the roles that the sense names. */
void dl_claim_parties(dl_build *b, uint32_t claim, const dl_trigger *trigger);
/* Gives known actors the code that they had on the day of the event, where the text tells that day: call it behind dl_claim_time. */
void dl_claim_date_parties(dl_build *b, uint32_t claim);
/* sources.c: according to whom; disputed.c: who disputes it. */
void dl_claim_sources(dl_build *b, uint32_t claim, const dl_trigger *trigger);
void dl_claim_disputes(dl_build *b, uint32_t claim, const dl_trigger *trigger);
/* places.c, times.c: where and when. */
void dl_claim_place(dl_build *b, uint32_t claim, const dl_trigger *trigger);
/* times.c: an hour without a zone is by the clock of the claim's place; where that is known, it becomes one of Greenwich. */
void dl_claim_clock(dl_build *b, uint32_t claim);
void dl_claim_time(dl_build *b, uint32_t claim, const dl_trigger *trigger);
/* "A previous attack", "an attack years ago": told as of another time, which the text leaves open. */
bool dl_is_told_apart(const dl_build *b, uint32_t trigger);
/* Whether anyone stands in a role of the claim. */
bool dl_claim_has(const dl_doc *doc, const dl_claim *claim, dl_role role);
/* figures.c: gives each count to the claim that it belongs to; whether a sentence has any. */
void dl_claims_figures(dl_build *b);
bool dl_sentence_has_count(const dl_doc *doc, uint32_t sentence);
/* incidents.c: whether two claims may tell of one incident, as far as each states place, day and parties; and the numbering of incidents. */
/* "The civil war", "the unrest": what goes on for years is no attack in it. */
bool dl_is_war(const dl_reading *r, const dl_claim *c);
bool dl_same_incident(const dl_reading *r, const dl_claim *a, const dl_claim *b);
void dl_claims_incidents(dl_build *b);
/* at_home.c: places in their land what those of one land do among themselves; behind all else, so that it parts or joins no incidents. */
void dl_claims_at_home(dl_build *b);
/* setting.c: gives what no words place the place where the report plays. */
void dl_claims_setting(dl_build *b);
/* retold.c: gives a claim that names no doer those of the same act, told elsewhere of its incident. */
void dl_claims_retold(dl_build *b);

#endif
