/* Where an event was: by its own phrases first, then its clause, its sentence, its paragraph, the dateline. A country for a country, never a city for
 * one. */
#include "event/build.h"
#include "event/described.h"
#include "event/roles.h"

#include <math.h>

/* How far from the trigger, in tokens, a place of its sentence may stand. */
enum { SENTENCE_REACH = 30 };
enum { CLAIMS_LOOKED_AT = 12 };

typedef struct found_place {
    uint32_t place;
    uint32_t token; /* head of the phrase that gave it */
    dl_relation relation;
    dl_basis basis;
} found_place;

/* What a preposition says; false where the phrase is no place of the event ("against Iran", "with Iran"). */
static bool relation_of(dl_bytes preposition, dl_event event, dl_relation *relation) {
    static const struct {
        const char *word;
        dl_relation relation;
    } table[] = {
        {"in", DL_RELATION_IN},          {"at", DL_RELATION_IN},          {"on", DL_RELATION_IN},
        {"inside", DL_RELATION_IN},      {"within", DL_RELATION_IN},      {"throughout", DL_RELATION_ACROSS},
        {"across", DL_RELATION_ACROSS},  {"over", DL_RELATION_ACROSS},    {"near", DL_RELATION_NEAR},
        {"outside", DL_RELATION_NEAR},   {"around", DL_RELATION_NEAR},    {"off", DL_RELATION_NEAR},
        {"close", DL_RELATION_NEAR},     {"north", DL_RELATION_NEAR},     {"south", DL_RELATION_NEAR},
        {"east", DL_RELATION_NEAR},      {"west", DL_RELATION_NEAR},      {"toward", DL_RELATION_TOWARD},
        {"towards", DL_RELATION_TOWARD}, {"to", DL_RELATION_TOWARD},      {"into", DL_RELATION_IN},
        {"from", DL_RELATION_FROM},      {"between", DL_RELATION_BORDER}, {"along", DL_RELATION_BORDER},
        {"of", DL_RELATION_IN},
    };
    bool moves =
        event == DL_EVENT_MOBILIZE || event == DL_EVENT_RETREAT || event == DL_EVENT_CONSULT || event == DL_EVENT_AID || event == DL_EVENT_ASSAULT;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (!dl_bytes_is(preposition, table[i].word)) continue;
        *relation = table[i].relation;
        if (*relation == DL_RELATION_TOWARD || *relation == DL_RELATION_FROM) return moves;
        return true;
    }
    return false;
}

static bool is_border(const dl_reading *r, uint32_t token) {
    return dl_lemma_is(r, token, "border") || dl_lemma_is(r, token, "frontier");
}

/* "The U.S. Embassy": whose a thing is that a country stands in front of, not where it is. */
static bool only_owner(const dl_reading *r, uint32_t modifier, uint32_t head) {
    bool country = r->doc->places.rows[r->place_at[modifier]].precision == DL_PRECISION_COUNTRY;
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[head]];
    bool thing = r->mention_at[head] && (m->kind == DL_NAME_ORGANISATION || m->kind == DL_NAME_FACILITY || m->kind == DL_NAME_PERSON);
    return country && thing && modifier < head && !dl_child(r, modifier, DL_DEP_CASE);
}

/* A place that the phrase names: its head, or a name that belongs to the head ("the city of Lviv", "Giza's Haram district"). */
static uint32_t place_in_phrase(const dl_reading *r, uint32_t head) {
    uint32_t seen = 0, described = r->place_at[head] ? 0 : dl_described_country(r, head);
    if (r->place_at[head]) return r->place_at[head];
    if (described) return described;
    for (uint32_t c = r->child[head]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        bool belongs = base == DL_DEP_NMOD || base == DL_DEP_APPOS || base == DL_DEP_FLAT || base == DL_DEP_COMPOUND;
        if (belongs && r->place_at[c] && !only_owner(r, c, head)) return r->place_at[c];
    }
    return 0;
}

static bool better(const dl_reading *r, uint32_t place, uint32_t than) {
    unsigned a = r->doc->places.rows[place].precision, b = r->doc->places.rows[than].precision;
    return !than || (a && (!b || a < b));
}

/* "the Polish border": a people beside the word stands for its country. */
static uint32_t border_of_people(const dl_reading *r, uint32_t border) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[border]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[c]];
        uint32_t row = r->mention_at[c] && m->kind == DL_NAME_NATIONALITY ? dl_row_of_country(r->doc, m->actor) : 0;
        if (row) return row;
    }
    return 0;
}

/* "The murder of two U.S. missionaries": the country that people are of is not where they are. */
static bool origin_of_people(const dl_reading *r, uint32_t phrase, uint32_t place) {
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[phrase]];
    bool country = r->doc->places.rows[place].precision == DL_PRECISION_COUNTRY;
    bool people = country && r->mention_at[phrase] && !m->named && (m->kind == DL_NAME_PERSON || m->kind == DL_NAME_GROUP);
    uint32_t seen = 0;
    for (uint32_t c = r->child[phrase]; people && c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (r->place_at[c] == place) return c < phrase && !dl_child(r, c, DL_DEP_CASE);
    return false;
}

/* Whether a phrase of a word tells a place of the event; `level` counts from the trigger: "of" and objects do so only next to it. */
static found_place by_phrase(const dl_reading *r, uint32_t phrase, dl_event event, dl_basis basis, int level) {
    uint32_t opener = dl_child(r, phrase, DL_DEP_CASE), place = place_in_phrase(r, phrase);
    dl_relation relation = DL_RELATION_IN;
    bool border = is_border(r, phrase) && (!place || place != r->place_at[phrase]);
    if (!place && border) place = border_of_people(r, phrase);
    if (!place) return (found_place){0};
    if (dl_base_of(r, phrase) == DL_DEP_OBJ)
        return event == DL_EVENT_ASSAULT && basis == DL_BASIS_SYNTAX && !level && r->place_at[phrase] == place
                   ? (found_place){place, phrase, relation, basis}
                   : (found_place){0};
    if (!opener || !relation_of(dl_at(r, opener)->lemma, event, &relation) || origin_of_people(r, phrase, place)) return (found_place){0};
    if (border && relation <= DL_RELATION_NEAR) relation = DL_RELATION_BORDER;
    bool near = !level && basis == DL_BASIS_SYNTAX;
    if (!near && (dl_lemma_is(r, opener, "of") || relation == DL_RELATION_TOWARD || relation == DL_RELATION_FROM)) return (found_place){0};
    return (found_place){place, phrase, relation, basis};
}

/* "charged with the murder of a student in Cusco": the phrases of what someone is charged with tell where that was. */
static bool of_another_event(const dl_build *b, uint32_t phrase, dl_event event) {
    const dl_sense *sense = &b->senses.rows[b->sense_at[phrase]];
    return b->sense_at[phrase] && sense->event != event && dl_child_lemma(&b->r, phrase, DL_DEP_CASE, "with of for over");
}

/* The finest place among the phrases of a word and, where those name none, among their own: "the poisoning of a man and his daughter in Salisbury".
 * Clauses below are not entered. */
static found_place among_phrases(const dl_build *b, uint32_t token, dl_event event, dl_basis basis) {
    enum { WIDTH = 24, LEVELS = 3 };
    const dl_reading *r = &b->r;
    uint32_t now[WIDTH] = {token}, count = 1;
    found_place best = {0};
    for (int level = 0; level < LEVELS && count && !best.place; level++) {
        uint32_t next[WIDTH], more = 0;
        for (uint32_t i = 0; i < count; i++) {
            uint32_t seen = 0;
            for (uint32_t c = r->child[now[i]]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
                dl_deprel base = dl_base_of(r, c);
                if (base != DL_DEP_OBL && base != DL_DEP_NMOD && base != DL_DEP_OBJ && (!level || base != DL_DEP_CONJ)) continue;
                if (of_another_event(b, c, event)) continue;
                found_place found = by_phrase(r, c, event, basis, level);
                if (found.place && better(r, found.place, best.place)) best = found;
                if (more < WIDTH) next[more++] = c;
            }
        }
        memcpy(now, next, more * sizeof *next);
        count = more;
    }
    return best;
}

/* Phrases of the words that stand around the trigger: "police in the port raided two homes". */
static found_place among_arguments(const dl_build *b, uint32_t token, dl_event event) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        if (base != DL_DEP_NSUBJ && base != DL_DEP_OBJ) continue;
        found_place found = among_phrases(b, c, event, DL_BASIS_CLAUSE);
        if (found.place && found.relation <= DL_RELATION_NEAR) return found;
    }
    return (found_place){0};
}

/* Up the tree, clause by clause; stops at words of saying, whose places are the speaker's. */
static found_place among_clauses(const dl_build *b, uint32_t token, dl_event event) {
    const dl_reading *r = &b->r;
    for (uint32_t t = token, steps = 0; steps < 6; steps++) {
        dl_deprel base = dl_base_of(r, t);
        uint32_t head = dl_at(r, t)->head;
        if (!head || base == DL_DEP_CCOMP || base == DL_DEP_PARATAXIS) break;
        if (dl_child_lemma(r, t, DL_DEP_ADVMOD, "where") && base == DL_DEP_ACL && r->place_at[head]) /* "Bria, where they met" */
            return (found_place){r->place_at[head], head, DL_RELATION_IN, DL_BASIS_SYNTAX};
        found_place found = among_phrases(b, head, event, DL_BASIS_CLAUSE);
        if (found.place && found.relation != DL_RELATION_TOWARD && found.relation != DL_RELATION_FROM) return found;
        t = head;
    }
    return (found_place){0};
}

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

static bool is_party_to(const dl_reading *r, const dl_claim *claim, uint32_t entity) {
    for (uint32_t i = 0; i < claim->party_count; i++)
        if (r->doc->mentions.rows[r->doc->parties.rows[claim->first_party + i].mention].entity == entity) return true;
    return false;
}

/* "Speaking in Sanaa", "could not have come from Yemen"; "the attorney for Texas", "the government of China", where they are no party to the event,
 * and "a resident of Goma": where someone speaks, where a thing was not, what someone is of. */
static bool tells_another_thing(const dl_reading *r, const dl_claim *claim, uint32_t place) {
    bool of = dl_child_lemma(r, place, DL_DEP_CASE, "of for");
    uint32_t t = place, steps = 0;
    for (; t && steps < 4 && dl_at(r, t)->upos != DL_UPOS_VERB; t = dl_at(r, t)->head, steps++) {
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[t]];
        if (t == place || !of || !r->mention_at[t] || (m->kind != DL_NAME_PERSON && m->kind != DL_NAME_ORGANISATION)) continue;
        if (!is_party_to(r, claim, m->entity) || dl_lemma_among(r, t, "resident native citizen")) return true;
    }
    bool verb = t && dl_at(r, t)->upos == DL_UPOS_VERB;
    return verb && (dl_child_lemma(r, t, DL_DEP_ADVMOD, "not never") || dl_lemma_among(r, t, "speak"));
}

/* The place nearest to the trigger in its sentence that is no party to it. */
static found_place in_sentence(const dl_reading *r, const dl_claim *claim, uint32_t token) {
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, token)->sentence];
    uint32_t end = dl_sentence_end(s), best = 0, distance = UINT32_MAX;
    for (uint32_t t = s->first_token; t < end; t++) {
        uint32_t place = r->place_at[t], far = t > token ? t - token : token - t;
        if (!place || far >= distance || far > SENTENCE_REACH || is_party(r, claim, place) || tells_another_thing(r, claim, t)) continue;
        uint32_t opener = preposition_of(r, t);
        dl_relation relation;
        if (!opener || !relation_of(dl_at(r, opener)->lemma, DL_EVENT_NONE, &relation)) continue;
        best = t, distance = far;
    }
    return best ? (found_place){r->place_at[best], best, DL_RELATION_IN, DL_BASIS_SENTENCE} : (found_place){0};
}

static bool material(dl_event event) {
    return event == DL_EVENT_ASSAULT || event == DL_EVENT_PROTEST || event == DL_EVENT_COERCE || event == DL_EVENT_MOBILIZE;
}

/* A dateline tells where the reporter is: where the event was only if one side of it may be of that country. */
static bool at_dateline(const dl_doc *doc, const dl_claim *c) {
    dl_bytes country = doc->places.rows[doc->dateline_place].country;
    bool foreign[2] = {false, false};
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        if (party->role > DL_ROLE_WHOM || party->actor.size < 3 || country.size != 3) continue;
        if (!memcmp(party->actor.data, country.data, 3)) return true;
        foreign[party->role] |= doc->mentions.rows[party->mention].named;
    }
    bool violent = c->event == DL_EVENT_ASSAULT || c->event == DL_EVENT_PROTEST;
    return violent ? !(foreign[0] && foreign[1]) : !(foreign[0] || foreign[1]);
}

/* The finest place of the claims before it in the same paragraph, else of one that tells the same incident, else the dateline. */
static found_place from_context(const dl_build *b, uint32_t claim, const dl_claim *c) {
    const dl_doc *doc = b->r.doc;
    if (!material((dl_event)c->event)) return (found_place){0};
    uint32_t paragraph = doc->sentences.rows[c->sentence].paragraph;
    found_place best = {0};
    for (uint32_t i = claim; i-- > 1 && i + CLAIMS_LOOKED_AT > claim;) {
        const dl_claim *before = &doc->claims.rows[i];
        if (doc->sentences.rows[before->sentence].paragraph != paragraph) break;
        if (before->place && before->event == c->event && before->where_relation <= DL_RELATION_NEAR && better(&b->r, before->place, best.place))
            best = (found_place){before->place, before->head, (dl_relation)before->where_relation, DL_BASIS_PARAGRAPH};
    }
    if (best.place) return best;
    for (uint32_t i = claim; i-- > 1 && i + CLAIMS_LOOKED_AT > claim;) {
        const dl_claim *before = &doc->claims.rows[i];
        if (before->place && before->where_relation <= DL_RELATION_NEAR && before->where_basis < DL_BASIS_DATELINE &&
            dl_same_incident(&b->r, c, before))
            return (found_place){before->place, before->head, (dl_relation)before->where_relation, DL_BASIS_INCIDENT};
    }
    return doc->dateline_place && at_dateline(doc, c) ? (found_place){doc->dateline_place, 0, DL_RELATION_IN, DL_BASIS_DATELINE} : (found_place){0};
}

/* What was besieged, or shelled, is a place itself: "besieged El Fasher". */
static found_place at_whom(const dl_reading *r, const dl_claim *c) {
    if (c->event != DL_EVENT_ASSAULT && c->event != DL_EVENT_COERCE) return (found_place){0};
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[c->first_party + i];
        uint32_t head = r->doc->mentions.rows[party->mention].head, place = r->place_at[head];
        if (party->role == DL_ROLE_WHOM && place && r->doc->places.rows[place].precision < DL_PRECISION_COUNTRY)
            return (found_place){place, head, DL_RELATION_IN, DL_BASIS_SYNTAX};
    }
    return (found_place){0};
}

/* The country of those to whom it was done, where the document names that country as a place. */
static found_place of_parties(const dl_reading *r, const dl_claim *c) {
    const dl_doc *doc = r->doc;
    dl_role role = c->event == DL_EVENT_PROTEST ? DL_ROLE_WHO : DL_ROLE_WHOM;
    if (c->event != DL_EVENT_ASSAULT && c->event != DL_EVENT_PROTEST && c->event != DL_EVENT_COERCE) return (found_place){0};
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        if (party->role != role || party->actor.size < 3 || dl_bytes_finish(party->actor, "MIL")) continue; /* armies are abroad, too */
        uint32_t place = dl_row_of_country(doc, party->actor);
        if (place) return (found_place){place, doc->mentions.rows[party->mention].head, DL_RELATION_IN, DL_BASIS_ACTOR};
    }
    return (found_place){0};
}

static dl_bytes weight(dl_arena *arena, dl_bytes text, const char *name, int32_t value) {
    if (!value) return text;
    return dl_arena_printf(arena, "%.*s%s%s %d", (int)text.size, text.data, text.size ? " " : "", name, value);
}

/* "size 556 container 500; next Tripoli LBY 746" */
static dl_bytes weights_of(dl_arena *arena, const dl_choice *of, const dl_choice *next) {
    dl_bytes text = weight(arena, (dl_bytes){"", 0}, "size", of->size);
    text = weight(arena, text, "container", of->container);
    text = weight(arena, text, "beside", of->beside);
    text = weight(arena, text, "country", of->country_votes);
    text = weight(arena, text, "unit", of->unit_votes);
    if (!next) return text;
    return dl_arena_printf(arena, "%.*s; next %.*s %.*s %d", (int)text.size, text.data, (int)next->name.size, next->name.data,
                           (int)next->country.size, next->country.data,
                           next->size + next->container + next->beside + next->country_votes + next->unit_votes);
}

/* Which place of the gazetteer it is, and what spoke for it against the next. */
static void trace_place(dl_build *b, uint32_t claim, const dl_place *place) {
    if (!place->choice_count) return;
    const dl_choice *of = &b->r.doc->choices.rows[place->first_choice];
    dl_bytes why = weights_of(&b->r.doc->arena, of, place->choice_count > 1 ? of + 1 : NULL);
    dl_trace_add(b, claim, "where", isnan(place->lat) ? "undecided" : "gazetteer", place->first_token, of->know_table, of->know_row, why);
}

void dl_claim_place(dl_build *b, uint32_t claim, const dl_trigger *trigger) {
    dl_claim *c = &b->r.doc->claims.rows[claim];
    dl_event event = (dl_event)c->event;
    found_place found = among_phrases(b, trigger->token, event, DL_BASIS_SYNTAX);
    uint32_t light = dl_light_verb(&b->r, trigger->token, NULL);
    if (!found.place && light) found = among_phrases(b, light, event, DL_BASIS_SYNTAX);
    if (!found.place) found = among_arguments(b, trigger->token, event);
    if (!found.place) found = at_whom(&b->r, c);
    if (!found.place && (material(event) || event == DL_EVENT_CONSULT || event == DL_EVENT_RETREAT)) found = among_clauses(b, trigger->token, event);
    if (!found.place && material(event)) found = in_sentence(&b->r, c, trigger->token);
    if (!found.place) found = from_context(b, claim, c);
    if (!found.place) found = of_parties(&b->r, c);
    if (!found.place) return;
    c->place = found.place;
    c->where_relation = (uint8_t)found.relation;
    c->where_basis = (uint8_t)found.basis;
    c->where_precision = b->r.doc->places.rows[found.place].precision;
    if (c->where_precision == DL_PRECISION_EXACT && found.relation != DL_RELATION_IN) c->where_precision = DL_PRECISION_NEAR;
    bool by_tree = found.token && (found.basis == DL_BASIS_SYNTAX || found.basis == DL_BASIS_CLAUSE);
    dl_bytes path = by_tree ? dl_path_between(&b->r, found.token, trigger->token) : (dl_bytes){0};
    dl_trace_add(b, claim, "where", dl_basis_name(found.basis), found.token, 0, 0, path);
    trace_place(b, claim, &b->r.doc->places.rows[found.place]);
}
