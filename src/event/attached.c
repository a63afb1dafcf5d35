/* Phrases and clauses of a noun that names an event, which the parser hung on another phrase of it: "the raid on the town of Goma | by rebels", "an
 * attack by the army | on villagers", "the attack on Chad, | which Kenya launched". A phrase opened by a preposition hangs by preference on the noun
 * right before it; what kind of word that is tells whether it can have such a phrase of its own. */
#include "event/edges.h"
#include "event/lexicon.h"
#include "know/code.h"

enum { DEPTH = 3 };

/* "Condemned the | offensive launched in May": it has clauses of its own. */
static bool names_event(const dl_reading *r, uint32_t token) {
    return dl_in_sets(r, token, DL_SET(violence) | DL_SET(protest) | DL_SET(talks) | DL_SET(agreement) | DL_SET(restriction) | DL_SET(sanction)) ||
           dl_lemma_among(r, token, "campaign crime");
}

/* Somebody or some place: a party, and no statement or deed that has a doer of its own. */
static bool is_party(const dl_reading *r, uint32_t token) {
    if (names_event(r, token) || dl_in_sets(r, token, DL_SET(writing) | DL_SET(proposal))) return false;
    return dl_is_somebody(r, token) || r->place_at[token] ||
           dl_in_sets(r, token, DL_SET(premises) | DL_SET(vehicle) | DL_SET(aircraft) | DL_SET(territory));
}

/* The phrase that ends another one: "the town | of Goma", "a base | in the north", "the army and | the rebels". */
static uint32_t last_of(const dl_reading *r, uint32_t token) {
    uint32_t seen = 0, last = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (c > token && (dl_base_of(r, c) == DL_DEP_NMOD || dl_base_of(r, c) == DL_DEP_CONJ)) last = c;
    return last;
}

/* "An attack by rebels | on the town": not "by a commission | on human rights", "by the envoy | to Chad", "by a man | with a knife". */
static bool has_no_such(const dl_reading *r, uint32_t doer, uint32_t phrase, dl_bytes preposition) {
    if (dl_bytes_is(preposition, "on")) return !dl_lemma_among(r, doer, "commission committee panel council conference expert authority adviser");
    if (dl_bytes_is(preposition, "to")) return !dl_lemma_among(r, doer, "envoy ambassador adviser heir delegate visitor representative");
    if (dl_bytes_is(preposition, "of")) { /* "the killing by soldiers | of a student", not "by soldiers of the guard" */
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[phrase]];
        bool armed = dl_actor_is_of(r->doc->mentions.rows[r->mention_at[doer]].actor, "MIL COP REB UAF");
        bool people = r->mention_at[phrase] && (m->kind == DL_NAME_PERSON || m->kind == DL_NAME_GROUP);
        const dl_mention *d = &r->doc->mentions.rows[r->mention_at[doer]]; /* "by Kenya | of Chad", "by Amnesty | of the army" */
        bool state = d->named && d->actor.size == 3 && dl_actor_country(d->actor).size, body = state || (d->named && d->kind == DL_NAME_ORGANISATION);
        if (body && r->mention_at[phrase] && m->actor.size && (people || state)) return true;
        return armed && people && !dl_actor_is_of(m->actor, "MIL COP REB UAF GOV") && !dl_in_sets(r, doer, DL_SET(partitive)) &&
               !dl_lemma_among(r, doer, "member leader");
    }
    return dl_bytes_is(preposition, "against") || dl_bytes_is(preposition, "at");
}

uint32_t dl_phrase_beside(const dl_reading *r, uint32_t noun) {
    uint32_t opener = noun + 1, phrase = opener < r->doc->tokens.count && dl_base_of(r, opener) == DL_DEP_CASE ? dl_at(r, opener)->head : 0;
    bool beside = phrase > noun && dl_at(r, phrase)->head == dl_at(r, noun)->head && dl_base_of(r, noun) == DL_DEP_OBL;
    return beside && dl_base_of(r, phrase) == DL_DEP_OBL && !r->time_at[phrase] ? phrase : 0;
}

/* The phrases that may have taken what is the noun's: its own, and the one beside it. */
static dl_heads takers(const dl_reading *r, uint32_t noun) {
    dl_heads found = {0};
    uint32_t seen = 0, beside = dl_phrase_beside(r, noun);
    for (uint32_t c = r->child[noun]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (c > noun && dl_base_of(r, c) == DL_DEP_NMOD) dl_heads_add(&found, c);
    if (beside) dl_heads_add(&found, beside);
    return found;
}

uint32_t dl_attached_phrase(const dl_reading *r, uint32_t noun, dl_bytes preposition) {
    bool by = dl_bytes_is(preposition, "by");
    dl_heads phrases = takers(r, noun);
    for (uint32_t i = 0; i < phrases.count; i++) {
        uint32_t c = phrases.rows[i];
        bool doer = dl_child_lemma(r, c, DL_DEP_CASE, dl_bytes_is(preposition, "of") ? "by" : "by from");
        if (by ? doer || !dl_child_lemma(r, c, DL_DEP_CASE, "on of against at to in into") : !doer) continue;
        if (!is_party(r, c)) continue;
        for (uint32_t t = c, depth = 0; t && depth < DEPTH; t = last_of(r, t), depth++) {
            uint32_t phrase = dl_phrase_of(r, t, preposition);
            if (phrase > t && (by ? dl_is_somebody(r, phrase) : has_no_such(r, c, phrase, preposition))) return phrase;
        }
    }
    return 0;
}

/* "Launched", "carried out": what is done so is a deed, and nobody. */
static bool carries(const dl_reading *r, uint32_t verb) {
    if (dl_lemma_is(r, verb, "carry")) return dl_child_lemma(r, verb, DL_DEP_COMPOUND_PRT, "out");
    return dl_lemma_among(r, verb, "launch stage conduct commit perpetrate mount wage unleash impose levy orchestrate announce");
}

bool dl_is_answer(const dl_reading *r, uint32_t phrase) {
    return dl_lemma_among(r, phrase, "response retaliation reprisal revenge reaction answer vengeance") &&
           dl_child_lemma(r, phrase, DL_DEP_CASE, "in as");
}

bool dl_takes_place(const dl_reading *r, uint32_t verb) {
    if (dl_lemma_is(r, verb, "take")) return dl_child_lemma(r, verb, DL_DEP_OBJ, "place");
    if (dl_lemma_is(r, verb, "break")) return dl_child_lemma(r, verb, DL_DEP_COMPOUND_PRT, "out");
    return dl_lemma_among(r, verb, "happen occur begin start erupt") && !dl_child(r, verb, DL_DEP_XCOMP) && !dl_child(r, verb, DL_DEP_OBJ);
}

/* "The arrest of a judge, | which police made": people are "who". */
static bool of_thing(const dl_reading *r, uint32_t token, uint32_t clause) {
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[token]];
    bool people = r->mention_at[token] && (m->kind == DL_NAME_PERSON || m->kind == DL_NAME_GROUP);
    return people && (dl_child_lemma(r, clause, DL_DEP_OBJ, "which") || dl_child_lemma(r, clause, DL_DEP_NSUBJ, "which"));
}

/* The clause behind a word that tells of the event that it was or that somebody made it. A place is not held or made. */
static uint32_t telling(const dl_reading *r, uint32_t token, bool itself, bool gathering) {
    uint32_t seen = 0;
    if (!dl_has_relation(r, token, DL_RELATION_BIT(DL_DEP_ACL))) return 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        if (c < token || dl_base_of(r, c) != DL_DEP_ACL) continue;
        if (dl_takes_place(r, c) || carries(r, c)) return c;
        bool made = dl_lemma_is(r, c, "make") && dl_child(r, c, DL_DEP_OBL_AGENT) && dl_is_somebody(r, token); /* "of a judge | made by police" */
        if (made) return c;
        if (gathering && dl_lemma_is(r, c, "hold") && dl_child_lemma(r, c, DL_DEP_OBJ, "which that"))
            return c; /* "a rally against it, | which they held" */
        if (dl_lemma_among(r, c, "hold make sign") && (itself || r->place_at[token] || of_thing(r, token, c))) return c;
    }
    return 0;
}

/* "Spoke of the raid on the police | carried out by rebels", with the participle hung on the verb. */
static uint32_t hung_on_verb(const dl_reading *r, uint32_t noun) {
    uint32_t verb = dl_at(r, noun)->head, seen = 0;
    if (!verb || !dl_has_relation(r, verb, DL_RELATION_BIT(DL_DEP_ADVCL)) || !dl_is_verb(r, verb)) return 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool participle = dl_at(r, c)->xpos == DL_XPOS_VBN || dl_child(r, c, DL_DEP_OBL_AGENT);
        if (c < noun || dl_base_of(r, c) != DL_DEP_ADVCL || !participle || !carries(r, c) || dl_child(r, c, DL_DEP_NSUBJ)) continue;
        uint32_t t = dl_lemma_is(r, c - 1, ",") ? c - 2 : c - 1;
        for (uint32_t steps = 0; t > noun && steps < DEPTH; steps++) t = dl_at(r, t)->head;
        if (t == noun) return c;
    }
    return 0;
}

/* The clause that tells of a noun, hung on one of its phrases or on what ends that. */
static uint32_t hung_on_phrase(const dl_reading *r, uint32_t noun, uint32_t phrase) {
    for (uint32_t t = phrase, depth = 0; t && depth < DEPTH; t = last_of(r, t), depth++) {
        bool clauses = dl_has_relation(r, t, DL_RELATION_BIT(DL_DEP_ACL));
        if (!clauses && !last_of(r, t)) return 0; /* before dearer questions: so it is with most */
        if (names_event(r, t)) return 0;
        uint32_t clause = clauses ? telling(r, t, false, dl_in_sets(r, noun, DL_SET(talks) | DL_SET(protest))) : 0;
        if (clause) return clause;
    }
    return 0;
}

uint32_t dl_telling_clause(const dl_reading *r, uint32_t noun) {
    uint32_t clause = telling(r, noun, true, false);
    if (!clause) clause = hung_on_verb(r, noun);
    if (clause) return clause;
    dl_heads phrases = takers(r, noun);
    for (uint32_t i = 0; !clause && i < phrases.count; i++) clause = hung_on_phrase(r, noun, phrases.rows[i]);
    return clause;
}
