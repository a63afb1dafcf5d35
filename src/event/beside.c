/* A place of the trigger's sentence to which no phrase leads from it. */
#include "event/edges.h"
#include "event/placing.h"
#include "know/code.h"

/* How far from the trigger, in tokens, it may stand; how far up the tree it is asked what it belongs to. */
enum { SENTENCE_REACH = 30, BELONGS = 6 };

/* What stands behind the name of a part of a country. */
#define UNITS "region state province district county governorate"

static bool is_party(const dl_reading *r, const dl_claim *claim, uint32_t place) {
    dl_span span = r->doc->places.rows[place].span;
    for (uint32_t i = 0; i < claim->party_count; i++)
        if (dl_span_overlap(r->doc->mentions.rows[r->doc->parties.rows[claim->first_party + i].mention].span, span)) return true;
    return false;
}

static bool is_name_word(const dl_reading *r, uint32_t token) {
    uint8_t upos = dl_at(r, token)->upos;
    return upos == DL_UPOS_PROPN || upos == DL_UPOS_NOUN;
}

/* The preposition of a place: of its tree; in a headline, which is read wrong more often, else the one in front of the phrase that it ends, over
 * owners and adjectives: "in Sudan's besieged El Fasher". */
static uint32_t preposition_of(const dl_reading *r, uint32_t head) {
    enum { WORDS = 5 };
    uint32_t unit = dl_base_of(r, head) == DL_DEP_COMPOUND ? dl_at(r, head)->head : 0; /* "in | Borno state" */
    if (unit == r->doc->places.rows[r->place_at[head]].last_token + 1 && dl_lemma_among(r, unit, UNITS)) return dl_child(r, unit, DL_DEP_CASE);
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, head)->sentence];
    const dl_place *place = &r->doc->places.rows[r->place_at[head]];
    uint32_t opener = dl_child(r, head, DL_DEP_CASE), behind = place->last_token + 1;
    if (opener || s->zone != DL_ZONE_HEADLINE || (behind < dl_sentence_end(s) && is_name_word(r, behind))) return opener;
    for (uint32_t t = place->first_token; t-- > s->first_token && t + WORDS >= place->first_token;) {
        uint8_t upos = dl_at(r, t)->upos;
        if (upos == DL_UPOS_ADP) return t;
        if (upos != DL_UPOS_PROPN && upos != DL_UPOS_ADJ && upos != DL_UPOS_PART && upos != DL_UPOS_DET && dl_at(r, t)->deprel != DL_DEP_AMOD)
            return 0;
    }
    return 0;
}

/* "The attorney for the district of Ceuta", "a woman from the suburb of Tiba": what a place is "of" says by its own preposition where that is. */
static bool stands_there(const dl_reading *r, uint32_t place, dl_event event) {
    dl_relation relation;
    uint32_t t = place, opener = preposition_of(r, place);
    for (int steps = 0; steps < BELONGS && opener && dl_base_of(r, t) == DL_DEP_NMOD; steps++) {
        uint32_t head = dl_at(r, t)->head;
        if (!dl_lemma_is(r, opener, "of") && !dl_lemma_among(r, head, "border frontier")) break; /* "near the border with Peru" */
        t = head;
        if (!dl_child(r, t, DL_DEP_CASE)) break; /* "shelled the city of Kharkiv" */
        opener = dl_child(r, t, DL_DEP_CASE);
    }
    return opener && dl_relation_of(dl_at(r, opener)->lemma, DL_EVENT_NONE, &relation) && !dl_only_topic(r, opener, r->place_at[place], event, false);
}

static bool is_body(const dl_mention *m) {
    return m->kind == DL_NAME_PERSON || m->kind == DL_NAME_ORGANISATION || m->kind == DL_NAME_GROUP;
}

/* "The attorney for Texas", "the Islamic State of Iraq", "police in Lagos", where they are no party to the event, and "a resident of Goma". */
static bool of_somebody(const dl_reading *r, const dl_claim *claim, uint32_t place, uint32_t owner) {
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[owner]];
    if (owner == place || !r->mention_at[owner] || !is_body(m)) return false;
    bool unit = owner == r->doc->places.rows[r->place_at[place]].last_token + 1 && dl_lemma_among(r, owner, UNITS); /* "in Zamfara | state" */
    if (unit) return false;
    bool within = m->span.begin <= dl_at(r, place)->span.begin && m->span.end >= dl_at(r, place)->span.end; /* a word of the name */
    bool of = dl_at(r, place)->head == owner && dl_child_lemma(r, place, DL_DEP_CASE, "of for");
    if (within || (of && dl_lemma_among(r, owner, "resident native citizen"))) return true;
    bool country = r->doc->places.rows[r->place_at[place]].precision == DL_PRECISION_COUNTRY; /* "the crown prince of Oman", "the mayor of Goma" */
    return of ? (country && m->kind == DL_NAME_PERSON) || !dl_takes_part(r->doc, claim, r->mention_at[owner]) : dl_is_elsewhere(r, claim, owner);
}

/* Another event that a place belongs to: "unrest spread with the police killing of a man in Goma". What one event brings about is where that is. */
static bool of_another_trigger(const dl_build *b, const dl_claim *claim, uint32_t token) {
    uint32_t other = b->trigger_at[token];
    if (!other || token == claim->head || dl_at(&b->r, token)->upos != DL_UPOS_NOUN) return false;
    dl_deprel base = dl_base_of(&b->r, token);
    return b->senses.rows[b->triggers.rows[other].sense].event != (dl_event)claim->event && (base == DL_DEP_OBL || base == DL_DEP_NMOD);
}

/* "Other towns had protests, with 300 students marching in Ghent": a clause of a deed of its own; not of whoever died of a deed. */
static bool of_another_deed(const dl_build *b, const dl_claim *claim, uint32_t verb) {
    uint32_t token = claim->head;
    if (claim->event == DL_EVENT_ASSAULT && !dl_claim_has(b->r.doc, claim, DL_ROLE_WHO)) return false;
    return b->trigger_at[verb] && verb != token && dl_child(&b->r, verb, DL_DEP_NSUBJ) && !dl_governs(&b->r, verb, token) &&
           !dl_governs(&b->r, token, verb);
}

/* "In Geneva, | the U.N. said that ...": a body of many lands speaks where it has its seat, or its envoys, of what goes on elsewhere. */
static bool is_of_many_lands(const dl_reading *r, uint32_t speaker) {
    dl_bytes actor = r->doc->mentions.rows[r->mention_at[speaker]].actor;
    return speaker && r->mention_at[speaker] && dl_actor_is_international(actor);
}

/* "Fire killed ten people | queuing for food in Rafah", "abducted ten men | travelling in Borno": a clause of those whom the deed was done to, at
 * that time; who lives or works in a place may be struck elsewhere. */
static bool of_those_hit(const dl_reading *r, uint32_t token, uint32_t verb) {
    uint32_t whom = dl_base_of(r, verb) == DL_DEP_ACL && dl_at(r, verb)->xpos == DL_XPOS_VBG ? dl_at(r, verb)->head : 0;
    if (!whom || dl_base_of(r, whom) != DL_DEP_OBJ || dl_lemma_among(r, verb, "live reside work study serve represent")) return false;
    if (dl_at(r, whom)->head == token) return true;
    return dl_base_of(r, token) == DL_DEP_NSUBJ && dl_at(r, whom)->head == dl_at(r, token)->head;
}

/* "Speaking in Sanaa", "could not have come from Yemen"; "who lives in Bern"; and "officials in Oslo said that ...", "said in Oslo that ...", but not
 * "In Oslo, officials said that ...": clauses that tell another thing than the event. */
static bool of_another_clause(const dl_reading *r, const dl_claim *claim, uint32_t place, uint32_t phrase, uint32_t verb) {
    uint32_t token = claim->head;
    if (dl_child_lemma(r, verb, DL_DEP_ADVMOD, "not never") || dl_lemma_among(r, verb, "speak")) return true;
    dl_deprel base = dl_base_of(r, verb);
    bool says_who = (base == DL_DEP_ACL || base == DL_DEP_ACL_RELCL) && !of_those_hit(r, token, verb);
    if (says_who && !dl_governs(r, verb, token) && !dl_governs(r, token, verb)) return true;
    if (!r->quote_at[token] || r->quote_at[place]) return false;
    return phrase > verb || dl_base_of(r, phrase) != DL_DEP_OBL || is_of_many_lands(r, dl_child(r, verb, DL_DEP_NSUBJ));
}

/* "The attack was claimed by a movement in Yemen." */
static bool claimed_it(const dl_reading *r, uint32_t token, uint32_t body) {
    uint32_t verb = dl_at(r, body)->head;
    bool said = dl_at(r, body)->deprel == DL_DEP_OBL_AGENT && dl_lemma_among(r, verb, "claim condemn denounce describe report");
    return said && dl_governs(r, verb, token);
}

static bool tells_another_thing(const dl_build *b, const dl_claim *claim, uint32_t place) {
    const dl_reading *r = &b->r;
    uint32_t t = place, phrase = place;
    bool in_marks = r->quote_at[place] && r->doc->quotes.rows[r->quote_at[place]].kind == DL_QUOTE_DIRECT;
    if (in_marks && r->quote_at[place] != r->quote_at[claim->head]) return true;
    for (int steps = 0; t && steps < BELONGS && dl_at(r, t)->upos != DL_UPOS_VERB; phrase = t, t = dl_at(r, t)->head, steps++)
        if (dl_is_answer(r, t) || claimed_it(r, claim->head, t) || of_somebody(r, claim, place, t) || of_another_trigger(b, claim, t)) return true;
    return t && dl_at(r, t)->upos == DL_UPOS_VERB && (of_another_deed(b, claim, t) || of_another_clause(r, claim, place, phrase, t));
}

dl_found_place dl_place_beside(const dl_build *b, const dl_claim *claim, uint32_t token, uint32_t top) {
    const dl_reading *r = &b->r;
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, token)->sentence];
    uint32_t end = dl_sentence_end(s), best = 0, distance = UINT32_MAX;
    for (uint32_t t = s->first_token; t < end; t++) {
        uint32_t place = r->place_at[t], far = t > token ? t - token : token - t;
        if (!place || far >= distance || far > SENTENCE_REACH || is_party(r, claim, place) || (top && !dl_governs(r, top, t))) continue;
        if (!stands_there(r, t, (dl_event)claim->event) || tells_another_thing(b, claim, t)) continue;
        best = t, distance = far;
    }
    return best ? (dl_found_place){r->place_at[best], best, DL_RELATION_IN, DL_BASIS_SENTENCE} : (dl_found_place){0};
}
