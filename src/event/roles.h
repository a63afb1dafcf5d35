/* Roles of the event lexicon (spec/lexicon.md), read off the tree: subj, obj, poss, against, xsubj, obj.poss ... */
#ifndef DL_EVENT_ROLES_H
#define DL_EVENT_ROLES_H

#include "event/reading.h"

/* Whether an object points back at the subject: "accused | each other", "blamed | one another". */
bool dl_is_reciprocal(const dl_reading *reading, uint32_t object);

/* Heads of the phrases that stand in a role to the trigger; none where the role is empty. */
dl_heads dl_role_heads(const dl_reading *r, uint32_t trigger, dl_bytes role);
/* "The torching of shops": a form in -ing that stands as a noun. */
bool dl_is_gerund(const dl_reading *r, uint32_t token);
/* The light verb that carries a noun ("carried out an attack"), with its row in events/light, or 0. */
uint32_t dl_light_verb(const dl_reading *r, uint32_t noun, uint32_t *row);
/* "The school shooting", "embassy bombings": the place in front of a noun that tells what was attacked; or 0. */
uint32_t dl_target_before(const dl_reading *r, uint32_t noun);
/* Who suffers or faces what a noun tells ("the army suffered an attack"); none where no such verb carries it. */
dl_heads dl_borne_by(const dl_reading *r, uint32_t noun);
/* A verb of ending: what its object names is there. */
bool dl_ends(const dl_reading *r, uint32_t verb);
/* The infinitive clause that completes a word ("threatened to attack", "a plan to attack"), wherever the parse has hung it; or 0. */
uint32_t dl_infinitive(const dl_reading *r, uint32_t token);
/* The object of "handed over two suspects" where the parse has "over two suspects" as a phrase, or 0. */
uint32_t dl_after_particle(const dl_reading *r, uint32_t verb);
/* "The Green | New Deal", "Court | Packing": a word of a name of its own is no party to what happens to the thing so named. */
bool dl_within_name(const dl_reading *r, uint32_t word, uint32_t head);
/* Whether a place in front of a noun is where it was: "the El Paso shooting", "the Kenya bombing"; "the Russian raid" was theirs. */
bool dl_only_where(const dl_reading *r, uint32_t token);
/* Subject of a verb, passives turned round; follows control, coordination, participles and relative clauses. */
dl_heads dl_subject(const dl_reading *r, uint32_t verb);

#endif
