/* The sieves by which a mention finds out whom it means (refer.c), and what they share. */
#ifndef DL_WHO_REFER_H
#define DL_WHO_REFER_H

#include "who/scene.h"

enum { DL_WHO_SENTENCES_BACK = 3 /* how far a pronoun reaches */ };

/* pronoun.c: by agreement, binding, what verbs want, and salience */
void dl_who_refer_pronoun(dl_scene *s, uint32_t at);
/* "Lopez attacked Cole, | accusing him": a verb without a subject of its own has that of the verb that it goes on from. */
bool dl_who_shares_subject(const dl_scene *s, uint32_t verb, uint32_t of);
/* Two mentions that are arguments of one verb are of two things. */
bool dl_who_same_clause(const dl_scene *s, const dl_draft *mention, const dl_draft *d);
/* 'm' or 'f', 0 of others */
static inline char dl_who_gender(const dl_draft *pronoun) {
    return pronoun->which == DL_PRONOUN_HE ? 'm' : pronoun->which == DL_PRONOUN_SHE ? 'f' : 0;
}
/* salience.c */
int32_t dl_who_salience(dl_scene *s, const dl_draft *pronoun, const dl_draft *d);
/* The most that a noun has of which there is no mention; INT32_MIN where there is none. `named`: of names only. */
int32_t dl_who_rival(const dl_scene *s, const dl_draft *pronoun, bool named);
/* wants.c: what a verb or a noun wants to have beside it */
/* Whether the verb tells what somebody says, thinks or decides: people and bodies only. */
bool dl_who_speaks(const dl_scene *s, uint32_t verb);
/* What data/actors/wants.tsv says of a verb. */
bool dl_who_wants(const dl_scene *s, uint32_t verb, dl_bytes what);
/* Whether the place where the pronoun stands is one for people and bodies only. */
bool dl_who_wants_actor(const dl_scene *s, const dl_draft *pronoun);
/* "| It was published": or for things only. */
bool dl_who_wants_thing(const dl_scene *s, const dl_draft *pronoun);
/* repaid.c: whether the possessive means him who is praised or punished for what is his, or asked to end it. */
bool dl_who_is_repaid(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d);
bool dl_who_is_asked_to_end(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d);
/* Whether the other mention harms what is the pronoun's: "Chad said Niger had attacked | its troops". */
bool dl_who_harms_owner(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d);
/* "'Stone lied,' | he said": the other mention stands in the words of whom the pronoun is the speaker; and
 * "'| He lied,' Stone said": the pronoun stands in the words of whom the other mention is the speaker. */
bool dl_who_inside_quote(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d);
bool dl_who_outside_quote(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d);
/* beside.c: appositions and "X is a Y" */
bool dl_who_refer_beside(dl_scene *s, dl_draft *d);
/* "Cole, a | Libyan": the name beside which a word for people of a land stands; or 0. */
uint32_t dl_who_compatriot(const dl_scene *s, const dl_draft *d);
/* definite.c: "the army", "the accused" */
bool dl_who_refer_back(dl_scene *s, uint32_t at, const dl_agent *agent);
/* told.c: whoever was told of so, by its draft; 0: nobody. `again`: "the", with nothing that tells it from others. */
uint32_t dl_who_told(dl_scene *s, uint32_t at, const dl_agent *agent, bool again);
/* The age that stands beside a person, or 0. */
uint32_t dl_who_age(const dl_scene *s, const dl_draft *d);
/* lead.c: "A court jailed a mayor. | Ole Berg, 57, wept": who was described before he is named. */
void dl_who_tie_lead(dl_scene *s, uint32_t at);
/* "the candidates | elected here": of all such those alone. */
bool dl_who_is_restricted(const dl_scene *s, const dl_draft *d, const dl_agent *agent);
bool dl_who_refer_country(dl_scene *s, uint32_t at, const dl_agent *agent);
/* A news agency in brackets, as a dateline gives it: nothing points back to it. */
bool dl_who_is_credit(dl_scene *s, const dl_draft *d);
/* belong.c: whose the actor is that a description names */
/* Keeps the land of a legislature or an army that words tell, for those told of behind it. */
void dl_who_note_body(dl_scene *s, const dl_draft *d);
void dl_who_settle(dl_scene *s, dl_draft *d, const dl_agent *agent);

#endif
