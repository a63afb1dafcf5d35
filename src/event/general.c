#include "event/general.h"

#include "event/conditions.h"
#include "event/edges.h"
#include "event/roles.h"
#include "know/code.h"

static bool pointed_at(const dl_reading *r, uint32_t noun) {
    return dl_child(r, noun, DL_DEP_DET) || dl_child(r, noun, DL_DEP_NUMMOD) || dl_child(r, noun, DL_DEP_NMOD_POSS);
}

/* "The violence" is no more one event than "violence". */
static bool mass_noun(const dl_reading *r, uint32_t noun) {
    return dl_lemma_among(r, noun, "violence terror terrorism bloodshed bloodletting") && dl_at(r, noun)->xpos != DL_XPOS_NNS &&
           !dl_child_lemma(r, noun, DL_DEP_DET, "this that");
}

/* "Clashes broke out", "committed atrocities", "led to protests": told of, and not only spoken about ("condemned violence"). */
static bool is_told(const dl_build *b, uint32_t noun) {
    const dl_reading *r = &b->r;
    if (dl_base_of(r, noun) == DL_DEP_CONJ && !b->sense_at[dl_at(r, noun)->head]) noun = dl_at(r, noun)->head; /* "sparked anger and | riots" */
    dl_deprel base = dl_base_of(r, noun);
    bool outcome = base == DL_DEP_OBL && dl_lemma_among(r, dl_at(r, noun)->head, "lead escalate") && dl_child_lemma(r, noun, DL_DEP_CASE, "to into");
    return outcome || base == DL_DEP_NSUBJ || base == DL_DEP_ROOT || (base == DL_DEP_OBJ && !b->sense_at[dl_at(r, noun)->head]);
}

static bool has_harm(const dl_build *b, const dl_trigger *trigger) {
    uint32_t number = b->trigger_at[trigger->token];
    for (DL_NEAR_TRIGGER(i, b, number))
        if (b->triggers.rows[i].merged == number) return true;
    return false;
}

/* "Russian forces": a name in front tells whose. */
static bool of_somebody(const dl_reading *r, uint32_t noun) {
    for (uint32_t c = r->child[noun], seen = 0; c && c < noun && seen < DL_CHILDREN; c = r->sibling[c], seen++)
        if (r->mention_at[c] && r->doc->mentions.rows[r->mention_at[c]].named) return true;
    return false;
}

/* "Kidnappings of journalists by guerrillas": a bare plural is a class of people, and a country that violence is "in" no party. */
static bool ties(const dl_reading *r, const dl_party *party, bool kind) {
    const dl_mention *m = &r->doc->mentions.rows[party->mention];
    if (party->role > DL_ROLE_WHOM) return false;
    if (!kind) return true;
    if (dl_has_case(r, m->head, DL_LIT("in"))) return false;
    return m->named || pointed_at(r, m->head) || of_somebody(r, m->head) || dl_at(r, m->head)->upos == DL_UPOS_PRON;
}

static bool has_party(const dl_build *b, const dl_claim *c, bool kind) {
    for (uint32_t i = 0; i < c->party_count; i++)
        if (ties(&b->r, &b->r.doc->parties.rows[c->first_party + i], kind)) return true;
    return false;
}

/* "After clashes between police and students": the circumstance of something that is told. */
static bool circumstance(const dl_reading *r, uint32_t noun) {
    if (dl_has_case(r, noun, DL_LIT("following"))) return true; /* also where it is taken for a verb's object */
    return dl_base_of(r, noun) == DL_DEP_OBL && dl_child_lemma(r, noun, DL_DEP_CASE, "after in during amid amidst since as despite from");
}

static bool placed(const dl_claim *c, bool mass) {
    return c->place && c->where_basis <= DL_BASIS_SYNTAX && (!mass || c->where_precision < DL_PRECISION_COUNTRY);
}

/* "The state must spend more on fighting drug dealers": a policy, told of nobody in particular. */
static bool policy(const dl_build *b, const dl_claim *c, uint32_t verb) {
    const dl_reading *r = &b->r;
    unsigned xpos = dl_at(r, verb)->xpos;
    if ((xpos != DL_XPOS_VB && xpos != DL_XPOS_VBG) || !dl_lemma_among(r, verb, "fight combat battle") || dl_child(r, verb, DL_DEP_AUX)) return false;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[c->first_party + i];
        if (party->role == DL_ROLE_WHOM && ties(r, party, true)) return false;
    }
    return c->when_basis != DL_BASIS_SAID && !placed(c, true) && !dl_sentence_has_count(b->r.doc, c->sentence);
}

static bool of_states_or_arms(const dl_doc *doc, const dl_claim *c) {
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        bool armed = party->actor.size > 3 && dl_actor_is_of(party->actor, "MIL REB COP UAF PRM CRM");
        if (party->role <= DL_ROLE_WHOM && (party->actor.size == 3 || armed)) return true;
    }
    return false;
}

/* "The battle for his return", "a costly battle of brewers": where nobody fights that bears arms, nowhere, and nobody falls, it is a word for effort.
 */
static bool only_effort(const dl_build *b, const dl_claim *c, const dl_trigger *trigger) {
    uint32_t noun = trigger->token;
    if (!dl_lemma_among(&b->r, noun, "battle fight struggle conquest") || c->event != DL_EVENT_ASSAULT) return false;
    uint32_t of = dl_child(&b->r, noun, DL_DEP_NMOD);
    uint32_t prize = dl_phrase_of(&b->r, noun, DL_LIT("for")); /* "the battle for the airport" */
    if (prize && (b->r.place_at[prize] || b->r.doc->mentions.rows[b->r.mention_at[prize]].kind == DL_NAME_FACILITY)) return false;
    bool at = placed(c, true) || (of && b->r.place_at[of]) || c->when_basis == DL_BASIS_SAID;
    return !at && !of_states_or_arms(b->r.doc, c) && !has_harm(b, trigger) && !dl_sentence_has_count(b->r.doc, c->sentence);
}

/* "Attacks on officers rose": how often, and no one of them. */
static bool trend(const dl_reading *r, const dl_claim *c, uint32_t noun) {
    uint32_t verb = dl_base_of(r, noun) == DL_DEP_NSUBJ ? dl_at(r, noun)->head : 0;
    bool many = dl_at(r, noun)->xpos == DL_XPOS_NNS && !pointed_at(r, noun) && c->event != DL_EVENT_PROTEST;
    return many && verb && dl_lemma_among(r, verb, "increase rise decrease decline drop fall soar surge double triple") && !placed(c, true);
}

bool dl_claim_is_general(const dl_build *b, uint32_t claim, const dl_trigger *trigger) {
    const dl_claim *c = &b->r.doc->claims.rows[claim];
    uint32_t noun = trigger->token;
    if (dl_at(&b->r, noun)->upos == DL_UPOS_VERB) return policy(b, c, noun);
    if (only_effort(b, c, trigger) || trend(&b->r, c, noun)) return true;
    bool mass = mass_noun(&b->r, noun), plural = dl_at(&b->r, noun)->xpos == DL_XPOS_NNS;
    bool spoken_of = c->status == DL_CLAIM_POSSIBLE && !c->party_count; /* "allegations of torture" */
    bool asserted = c->status == DL_CLAIM_HAPPENED || c->status == DL_CLAIM_ONGOING || (mass && c->status != DL_CLAIM_THREATENED) || spoken_of;
    if (!asserted || dl_at(&b->r, noun)->upos != DL_UPOS_NOUN || c->zone == DL_ZONE_HEADLINE) return false;
    uint32_t whole = dl_whole_of(&b->r, noun);
    if (dl_lasts(&b->r, noun)) return false;
    bool kind = mass || (plural && !circumstance(&b->r, whole));
    if (has_party(b, c, kind) || c->when_basis == DL_BASIS_SAID || placed(c, mass)) return false;
    bool pointed = pointed_at(&b->r, noun) || pointed_at(&b->r, whole);
    return (mass || !pointed) && !is_told(b, whole) && !has_harm(b, trigger) && !dl_sentence_has_count(b->r.doc, c->sentence);
}
