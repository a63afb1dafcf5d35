/* Where an event was: by its own phrases first, then its clause, its sentence, its paragraph, the dateline. A country for a country, never a city for
 * one. */
#include "event/described.h"
#include "event/edges.h"
#include "event/placing.h"
#include "event/roles.h"

#include <math.h>

/* Phrases of the words that stand around the trigger: "police in the port raided two homes". */
static dl_found_place among_arguments(const dl_build *b, const dl_claim *claim, uint32_t token) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        if (base != DL_DEP_NSUBJ && base != DL_DEP_OBJ) continue;
        dl_found_place found = dl_among_phrases(b, claim, c, DL_BASIS_CLAUSE, UINT32_MAX);
        if (found.place && found.relation <= DL_RELATION_NEAR) return found;
    }
    return (dl_found_place){0};
}

static bool of_a_land(const dl_reading *r, const dl_claim *claim, uint32_t noun) {
    return claim->event == DL_EVENT_PROTEST || dl_lemma_among(r, noun, "war unrest crisis genocide uprising revolution coup");
}

/* "The El Paso shooting", "Syria's civil war", "Chile's protests": what stands in front of a noun is where it was; a land in front of a deed did it.
 */
static dl_found_place in_front(const dl_reading *r, const dl_claim *claim, uint32_t noun) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[noun]; c && c < noun && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool owner = dl_at(r, c)->deprel == DL_DEP_NMOD_POSS;
        if (!owner && dl_base_of(r, c) != DL_DEP_COMPOUND) continue;
        uint32_t place = r->place_at[c] ? r->place_at[c] : dl_described_country(r, c);
        bool country = place && r->doc->places.rows[place].precision == DL_PRECISION_COUNTRY;
        bool there = country ? of_a_land(r, claim, noun) || (!owner && dl_only_where(r, c)) : owner || dl_only_where(r, c);
        if (place && there) return (dl_found_place){place, c, DL_RELATION_IN, DL_BASIS_SYNTAX};
    }
    return (dl_found_place){0};
}

/* "Protests filled the streets of Quito", "riots shook the country", "Haiti was rocked by protests", "Belgium saw protests": what an event goes over.
 */
static dl_found_place what_it_went_over(const dl_reading *r, uint32_t noun) {
    uint32_t verb = dl_at(r, noun)->head, over = 0;
    dl_deprel base = dl_base_of(r, noun);
    if (!verb || !dl_is_verb(r, verb)) return (dl_found_place){0};
    bool spreads = dl_lemma_among(r, verb, "hit rock sweep fill shake engulf grip strike devastate rack ravage paralyze paralyse roil plague");
    if (spreads && base == DL_DEP_NSUBJ) over = dl_child(r, verb, DL_DEP_OBJ);
    if (spreads && dl_at(r, noun)->deprel == DL_DEP_OBL_AGENT) over = dl_child(r, verb, DL_DEP_NSUBJ);
    if (base == DL_DEP_OBJ && dl_lemma_among(r, verb, "see witness experience suffer")) over = dl_child(r, verb, DL_DEP_NSUBJ);
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[over]];
    bool people = over && r->mention_at[over] && m->kind != DL_NAME_PLACE && m->kind != DL_NAME_FACILITY;
    uint32_t place = over && !people ? dl_place_in_phrase(r, over) : 0;
    return place ? (dl_found_place){place, over, DL_RELATION_IN, DL_BASIS_CLAUSE} : (dl_found_place){0};
}

/* "Bria, where they met", however the clause is hung up: the place that stands before the word. */
static dl_found_place before_where(const dl_reading *r, uint32_t verb) {
    uint32_t where = dl_child_lemma(r, verb, DL_DEP_ADVMOD, "where"), t = where;
    if (!where || where <= r->doc->sentences.rows[dl_at(r, where)->sentence].first_token + 1) return (dl_found_place){0};
    if (dl_at(r, --t)->upos == DL_UPOS_PUNCT) t--;
    if (!r->place_at[t]) return (dl_found_place){0};
    uint32_t whole = dl_at(r, t)->head;
    if (dl_at(r, t)->deprel == DL_DEP_APPOS && r->place_at[whole]) t = whole; /* "Dayton, Ohio, where" */
    return (dl_found_place){r->place_at[t], t, DL_RELATION_IN, DL_BASIS_SYNTAX};
}

/* "Days after the murder", "despite the war", "vowed in Oslo to strike": a clause is at another time or place than what it only mentions. */
static bool only_mentioned(const dl_reading *r, const dl_claim *claim, uint32_t token) {
    static const char apart[] = "after before since until following about than like";
    dl_deprel base = dl_base_of(r, token);
    if ((base == DL_DEP_OBL || base == DL_DEP_NMOD) && dl_child_lemma(r, token, DL_DEP_CASE, apart)) return true;
    if (base != DL_DEP_XCOMP && base != DL_DEP_ADVCL && base != DL_DEP_ACL) return false;
    bool dies = dl_lemma_is(r, token, "die") || dl_lemma_is(r, dl_at(r, token)->head, "die"); /* "died after being shot", "rose after a man died" */
    if (dl_child_lemma(r, token, DL_DEP_MARK, apart)) return !dies;
    return !dl_is_told(claim->status) && dl_child_lemma(r, token, DL_DEP_MARK, "to");
}

/* "Condemned the attack", "was jailed for the murder": what is said or done about an event is not where that was. */
static bool is_about_it(const dl_build *b, const dl_claim *claim, uint32_t token, uint32_t head) {
    const dl_reading *r = &b->r;
    const dl_sense *sense = &b->senses.rows[b->sense_at[head]];
    bool object = dl_base_of(r, token) == DL_DEP_OBJ;
    if (object && dl_lemma_among(r, head, "say tell describe call claim report announce deny recall discuss mention")) return true;
    if (!b->sense_at[head] || sense->event == (dl_event)claim->event) return false;
    if (sense->event == DL_EVENT_PROTEST) return dl_base_of(r, token) == DL_DEP_OBJ; /* "marched to protest the killings" */
    if (sense->event == DL_EVENT_ACCUSE) return !dl_bytes_is(sense->mode, "investigate");
    if (sense->event == DL_EVENT_COERCE || sense->event == DL_EVENT_SANCTION)
        return dl_child_lemma(r, token, DL_DEP_CASE, "with of for over") || dl_child_lemma(r, token, DL_DEP_MARK, "for of");
    return sense->event == DL_EVENT_REQUEST || sense->event == DL_EVENT_REJECT || sense->event == DL_EVENT_THREATEN || sense->event == DL_EVENT_AGREE;
}

/* "Condemned the bombing of a school | in Kenya": a phrase that the tree hangs on the word of speech. */
static dl_found_place behind_it(const dl_build *b, uint32_t token, uint32_t head) {
    const dl_reading *r = &b->r;
    dl_event event = b->senses.rows[b->sense_at[head]].event;
    bool speech = event == DL_EVENT_ACCUSE || event == DL_EVENT_REJECT || event == DL_EVENT_REQUEST || event == DL_EVENT_SUPPORT;
    uint32_t seen = 0;
    for (uint32_t c = r->child[head]; b->sense_at[head] && speech && c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool in = c > token && dl_base_of(r, c) == DL_DEP_OBL && dl_child_lemma(r, c, DL_DEP_CASE, "in near outside");
        uint32_t place = in ? dl_place_in_phrase(r, c) : 0;
        if (place) return (dl_found_place){place, c, DL_RELATION_IN, DL_BASIS_CLAUSE};
    }
    return (dl_found_place){0};
}

/* "In Peru, a man was jailed for the murder": the land in which a sentence sets all that it tells. */
static dl_found_place scene_of(const dl_build *b, const dl_claim *claim, uint32_t head) {
    const dl_reading *r = &b->r;
    uint32_t subject = dl_child(r, head, DL_DEP_NSUBJ);
    dl_found_place found = subject ? dl_among_phrases(b, claim, head, DL_BASIS_CLAUSE, subject) : (dl_found_place){0};
    return found.place && r->doc->places.rows[found.place].precision == DL_PRECISION_COUNTRY ? found : (dl_found_place){0};
}

/* Up the tree, clause by clause; stops at words of saying, whose places are the speaker's. A clause joined to another with a subject of its own
 * shares only what stands before both: "In Peru, mines closed and miners marched". `top` is set where it ends at a word that only mentions the event.
 */
static dl_found_place among_clauses(const dl_build *b, const dl_claim *claim, uint32_t token, uint32_t *top) {
    const dl_reading *r = &b->r;
    uint32_t limit = UINT32_MAX;
    for (uint32_t t = token, steps = 0; steps < 6; steps++) {
        dl_deprel base = dl_base_of(r, t);
        uint32_t head = dl_at(r, t)->head;
        dl_found_place found = before_where(r, t);
        if (found.place) return found;
        if (!head || base == DL_DEP_CCOMP || base == DL_DEP_PARATAXIS) break;
        if (only_mentioned(r, claim, t) || is_about_it(b, claim, t, head)) {
            *top = t;
            found = behind_it(b, t, head);
            return found.place ? found : scene_of(b, claim, head);
        }
        if (base == DL_DEP_CONJ && dl_child(r, t, DL_DEP_NSUBJ) && head < limit) limit = head;
        found = dl_among_phrases(b, claim, head, DL_BASIS_CLAUSE, limit);
        if (found.place && found.relation != DL_RELATION_TOWARD && found.relation != DL_RELATION_FROM) return found;
        t = head;
    }
    return (dl_found_place){0};
}

/* What was besieged, or shelled, is a place itself: "besieged El Fasher". `countries`: only those, else only what is finer. */
static dl_found_place at_whom(const dl_reading *r, const dl_claim *c, bool countries) {
    if (c->event != DL_EVENT_ASSAULT && (countries || c->event != DL_EVENT_COERCE)) return (dl_found_place){0};
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[c->first_party + i];
        uint32_t head = r->doc->mentions.rows[party->mention].head, place = r->place_at[head];
        if (party->role != DL_ROLE_WHOM || !place || (r->doc->places.rows[place].precision >= DL_PRECISION_COUNTRY) != countries) continue;
        return (dl_found_place){place, head, DL_RELATION_IN, DL_BASIS_SYNTAX};
    }
    return (dl_found_place){0};
}

static dl_bytes weight(dl_arena *arena, dl_bytes text, const char *name, int32_t value) {
    char digits[DL_DIGITS];
    if (!value) return text;
    return dl_arena_join(arena, (dl_bytes[]){text, {" ", text.size != 0}, dl_bytes_of(name), DL_LIT(" "), dl_bytes_digits(value, digits)}, 5);
}

/* "size 556 container 500; next Tripoli LBY 746" */
static dl_bytes weights_of(dl_arena *arena, const dl_choice *of, const dl_choice *next) {
    dl_bytes text = weight(arena, (dl_bytes){"", 0}, "size", of->size);
    text = weight(arena, text, "container", of->container);
    text = weight(arena, text, "beside", of->beside);
    text = weight(arena, text, "country", of->country_votes);
    text = weight(arena, text, "unit", of->unit_votes);
    if (!next) return text;
    char digits[DL_DIGITS];
    int32_t sum = next->size + next->container + next->beside + next->country_votes + next->unit_votes;
    return dl_arena_join(arena,
                         (dl_bytes[]){text, DL_LIT("; next "), next->name, DL_LIT(" "), next->country, DL_LIT(" "), dl_bytes_digits(sum, digits)}, 7);
}

/* Which place of the gazetteer it is, and what spoke for it against the next. */
static void trace_place(dl_build *b, uint32_t claim, const dl_place *place) {
    if (!place->choice_count) return;
    const dl_choice *of = &b->r.doc->choices.rows[place->first_choice];
    dl_bytes why = weights_of(&b->r.doc->arena, of, place->choice_count > 1 ? of + 1 : NULL);
    dl_trace_add(b, claim, "where", isnan(place->lat) ? "undecided" : "gazetteer", place->first_token, of->know_table, of->know_row, why);
}

/* By the words of the event itself: its phrases, those of a light verb, those of its parties, what stands in front of it. */
static dl_found_place by_its_words(const dl_build *b, const dl_claim *c, uint32_t token) {
    const dl_reading *r = &b->r;
    dl_found_place found = dl_among_phrases(b, c, token, DL_BASIS_SYNTAX, UINT32_MAX), front = in_front(r, c, token);
    uint32_t light = dl_light_verb(r, token, NULL);
    if (front.place && dl_finer_place(r->doc, front.place, found.place)) found = front;
    if (!found.place && light) found = dl_among_phrases(b, c, light, DL_BASIS_SYNTAX, UINT32_MAX);
    if (!found.place && !dl_is_of_words(c)) found = among_arguments(b, c, token);
    if (!found.place) found = at_whom(r, c, false);
    return found;
}

static dl_found_place by_its_clause(const dl_build *b, const dl_claim *c, uint32_t token) {
    dl_event event = (dl_event)c->event;
    if (!dl_is_material(event) && event != DL_EVENT_CONSULT && event != DL_EVENT_RETREAT) return (dl_found_place){0};
    dl_found_place found = dl_is_material(event) ? what_it_went_over(&b->r, token) : (dl_found_place){0};
    uint32_t top = 0;
    if (!found.place) found = among_clauses(b, c, token, &top);
    if (!found.place && dl_is_material(event)) found = dl_place_beside(b, c, token, top);
    return found;
}

void dl_claim_take_place(dl_build *b, uint32_t claim, dl_found_place found, dl_bytes path) {
    dl_claim *c = &b->r.doc->claims.rows[claim];
    c->place = found.place;
    c->where_relation = (uint8_t)found.relation;
    c->where_basis = (uint8_t)found.basis;
    c->where_precision = b->r.doc->places.rows[found.place].precision;
    if (c->where_precision == DL_PRECISION_EXACT && found.relation != DL_RELATION_IN) c->where_precision = DL_PRECISION_NEAR;
    dl_trace_add(b, claim, "where", dl_basis_name(found.basis), found.token, 0, 0, path);
    trace_place(b, claim, &b->r.doc->places.rows[found.place]);
}

void dl_claim_place(dl_build *b, uint32_t claim, const dl_trigger *trigger) {
    dl_claim *c = &b->r.doc->claims.rows[claim];
    dl_found_place found = by_its_words(b, c, trigger->token);
    if (!found.place) found = by_its_clause(b, c, trigger->token);
    uint32_t number = b->trigger_at[trigger->token];
    for (DL_NEAR_TRIGGER(i, b, number)) /* "who was shot in Lima in June, died" */
        if (!found.place && b->triggers.rows[i].merged == number) found = by_its_words(b, c, b->triggers.rows[i].token);
    if (!found.place) found = at_whom(&b->r, c, true);
    if (!found.place) found = dl_place_carried(b, claim);
    if (!found.place) found = dl_place_of_parties(&b->r, c);
    if (!found.place) return;
    bool by_tree = found.token && (found.basis == DL_BASIS_SYNTAX || found.basis == DL_BASIS_CLAUSE);
    dl_bytes path = by_tree ? dl_path_between(&b->r, found.token, trigger->token) : (dl_bytes){0};
    dl_claim_take_place(b, claim, found, path);
}
