/* What the files that fill roles share: edges (edges.c), subjects of verbs (subject.c), roles of nouns (nouns.c). */
#ifndef DL_EVENT_EDGES_H
#define DL_EVENT_EDGES_H

#include "event/reading.h"

static inline bool dl_is_verb(const dl_reading *r, uint32_t token) {
    return dl_at(r, token)->upos == DL_UPOS_VERB || dl_at(r, token)->upos == DL_UPOS_AUX;
}

/* edges.c */
/* "Who", "which", "that": it stands for a noun. */
bool dl_relative_pronoun(const dl_reading *r, uint32_t token);
/* The noun that a relative clause modifies, seen from a verb of that clause; 0 where there is none. */
uint32_t dl_antecedent(const dl_reading *r, uint32_t verb);
/* Adds the token and what is joined to it, for a relative pronoun of the verb its noun. */
void dl_add_or_antecedent(const dl_reading *r, dl_heads *heads, uint32_t verb, uint32_t token);
/* The phrase opened by a preposition among the dependents of a token; 0 where there is none. */
uint32_t dl_phrase_of(const dl_reading *r, uint32_t token, dl_bytes preposition);
/* The same, hung on when or where something was done; 0 where there is none. */
uint32_t dl_on_circumstance(const dl_reading *r, uint32_t verb, dl_bytes preposition);
/* The phrase with "by" of a verb, and, for the second, of the last of several verbs of which one thing is told; 0 where there is none. */
uint32_t dl_own_agent(const dl_reading *r, uint32_t verb);
uint32_t dl_doer_behind(const dl_reading *r, uint32_t verb);

/* others.c */
/* Somebody who may act: a person, a group, or whoever has a code. */
bool dl_is_somebody(const dl_reading *r, uint32_t token);
/* Those along with whom the head (the verb itself, its subject, its object) is told to act or to whom the same is done. */
void dl_add_companions(const dl_reading *r, dl_heads *found, uint32_t verb, uint32_t head, bool of_object);
/* Another to whom the same verb does it, with the verb left out: "arrested him on Monday and | her on Tuesday". */
void dl_add_gapped(const dl_reading *r, dl_heads *found, uint32_t verb, uint32_t first);
/* Who is given something, where the parser hung him on what is given: "denied | the refugees entry"; or 0. */
uint32_t dl_receiver(const dl_reading *r, uint32_t verb);

/* subject.c */
/* A verb whose infinitive is its own subject's doing ("tried to kill"). */
bool dl_tries(const dl_reading *r, uint32_t verb);
/* The same, and a verb that tells a clause: a relative pronoun that hangs on it is the clause's ("whom they tried to kill", "whom they say they
 * killed").
 */
bool dl_tells_clause(const dl_reading *r, uint32_t verb);
/* "Foiled | a plot", "repelled an attempt", "fought off a raid": whose the plot is, is another than who does that. */
bool dl_holds_off(const dl_reading *r, uint32_t verb);
/* One step outward from a verb that has no subject: adds to `found` what fills it, or returns the verb to go on with; 0 at the end. */
uint32_t dl_outward(const dl_reading *r, uint32_t verb, dl_heads *found);
/* The verb's own subject; 0 where it has none. */
uint32_t dl_own_subject(const dl_reading *r, uint32_t verb);

/* nouns.c */
/* Those who stand in a role to a noun. */
dl_heads dl_noun_role(const dl_reading *r, uint32_t noun, dl_bytes role);
/* The noun that stands right in front of the preposition of another, above it or hung beside it: "plans | for a raid", "his role | in the raid"; or
 * 0.
 */
uint32_t dl_noun_before(const dl_reading *r, uint32_t noun);
/* "Statues | of a general", "a cemetery of soldiers": whom a thing shows or holds does not own it. */
bool dl_shows(const dl_reading *r, uint32_t noun);
/* The subject of which a word is said, and those joined to it. */
dl_heads dl_own_subjects(const dl_reading *r, uint32_t token);

/* attached.c */
/* A phrase of a noun that the parser hung on another phrase of it ("a raid on Goma | by rebels", "by rebels | on Goma"); or 0. */
uint32_t dl_attached_phrase(const dl_reading *r, uint32_t noun, dl_bytes preposition);
/* The phrase right behind a noun that the parser hung beside it: "spoke of the raid | on the town"; or 0. */
uint32_t dl_phrase_beside(const dl_reading *r, uint32_t noun);
/* The clause that tells of a noun that it happened or that somebody made it so: "a raid | that took place in May", "a raid on Goma, | which rebels
 * launched", on whichever of its words the parser hung it; or 0. */
uint32_t dl_telling_clause(const dl_reading *r, uint32_t noun);
/* "In response to a raid", "in revenge for": a phrase of what a deed answers, which was at another place and time. */
bool dl_is_answer(const dl_reading *r, uint32_t phrase);
/* "Happened", "took place", "broke out": what says no more of an event than that it was. */
bool dl_takes_place(const dl_reading *r, uint32_t verb);

/* roles.c */
/* The first actor in a phrase, nearest to its head. `skip`: the head itself is left out. */
dl_heads dl_nearest_actor(const dl_reading *r, uint32_t top, bool skip);

#endif
