/* Which phrases of a word tell where an event was. */
#include "event/described.h"
#include "event/edges.h"
#include "event/meant.h"
#include "event/placing.h"

bool dl_takes_part(const dl_doc *doc, const dl_claim *claim, uint32_t mention) {
    for (uint32_t i = 0; mention && i < claim->party_count; i++) {
        const dl_party *party = &doc->parties.rows[claim->first_party + i];
        if (party->role <= DL_ROLE_WHOM && doc->mentions.rows[party->mention].entity == doc->mentions.rows[mention].entity) return true;
    }
    return false;
}

bool dl_governs(const dl_reading *r, uint32_t above, uint32_t token) {
    for (uint32_t steps = 0; token && steps < DL_CLIMB; token = dl_at(r, token)->head, steps++)
        if (token == above) return true;
    return false;
}

bool dl_finer_place(const dl_doc *doc, uint32_t place, uint32_t than) {
    unsigned a = doc->places.rows[place].precision, b = doc->places.rows[than].precision;
    return !than || (a && (!b || a < b));
}

bool dl_relation_of(dl_bytes preposition, dl_event event, dl_relation *relation) {
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
        {"of", DL_RELATION_IN},          {"out", DL_RELATION_FROM},
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

bool dl_is_of_words(const dl_claim *c) {
    bool inquiry = c->event == DL_EVENT_ACCUSE && dl_bytes_is(c->mode, "investigate"); /* is made where the crime was */
    return !inquiry && (c->event == DL_EVENT_ACCUSE || c->event == DL_EVENT_REQUEST || c->event == DL_EVENT_REJECT || c->event == DL_EVENT_SUPPORT ||
                        c->event == DL_EVENT_THREATEN || c->event == DL_EVENT_CONCEDE || c->event == DL_EVENT_AGREE);
}

/* "The U.S. Embassy", "the embassy of Iran": whose a thing is, not where it is. */
static bool only_owner(const dl_reading *r, uint32_t modifier, uint32_t head) {
    bool country = r->doc->places.rows[r->place_at[modifier]].precision == DL_PRECISION_COUNTRY;
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[head]];
    bool thing = r->mention_at[head] && (m->kind == DL_NAME_ORGANISATION || m->kind == DL_NAME_FACILITY || m->kind == DL_NAME_PERSON);
    bool land = dl_lemma_among(r, head, "province region territory coast"); /* "the Kosovo province" */
    return country && thing && !land && modifier < head && !dl_child(r, modifier, DL_DEP_CASE);
}

/* "A road to Goma", "sanctions against Iran": what hangs on a word by such a preposition is not where the thing is; but "the border with Poland". */
static bool lies_there(const dl_reading *r, uint32_t modifier, uint32_t head) {
    uint32_t opener = dl_child(r, modifier, DL_DEP_CASE);
    dl_relation relation;
    return !opener || is_border(r, head) || dl_at(r, modifier)->deprel == DL_DEP_NMOD_POSS ||
           (dl_relation_of(dl_at(r, opener)->lemma, DL_EVENT_NONE, &relation) && relation != DL_RELATION_BORDER);
}

/* "Colombia's third city, | Cali", "the Lima district | of Miraflores", "Cordoba airport | in Rionegro": what stands behind a word rather than what
 * stands in front of it; not "the Darfur region | of Sudan", "the Kibera neighbourhood | in Nairobi". */
static bool names_it(const dl_reading *r, uint32_t head, uint32_t front, uint32_t behind) {
    const dl_place *a = &r->doc->places.rows[r->place_at[front]], *b = &r->doc->places.rows[r->place_at[behind]];
    bool part = dl_lemma_among(r, head, "neighborhood neighbourhood quarter suburb township") && dl_child_lemma(r, behind, DL_DEP_CASE, "in");
    return !part && (b->precision != DL_PRECISION_COUNTRY || a->precision == DL_PRECISION_COUNTRY);
}

/* "Nigeria's | Kaduna state", "Kenya's Rift | Valley province": of two that stand in front the part of the other. */
static bool is_part(const dl_reading *r, uint32_t part, uint32_t whole) {
    const dl_place *a = &r->doc->places.rows[r->place_at[part]], *b = &r->doc->places.rows[r->place_at[whole]];
    return dl_bytes_equal(a->country, b->country) && dl_finer_place(r->doc, r->place_at[part], r->place_at[whole]);
}

/* "The Polish border", "the Peruvian town of Yunta": a people beside the word stands for its country. */
static uint32_t land_of_people(const dl_reading *r, uint32_t noun) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[noun]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[c]];
        uint32_t row = r->mention_at[c] && m->kind == DL_NAME_NATIONALITY ? dl_row_of_country(r->doc, m->actor) : 0;
        if (row) return row;
    }
    return 0;
}

uint32_t dl_place_in_phrase(const dl_reading *r, uint32_t head) {
    if (dl_called_what(r, head)) head = dl_called_what(r, head); /* "on what it said were | bases in Chad" */
    uint32_t seen = 0, within = 0, described = r->place_at[head] ? 0 : dl_described_country(r, head);
    if (r->place_at[head]) return r->place_at[head];
    if (!described) described = dl_pointed_place(r, head);
    if (described) return described;
    for (uint32_t c = r->child[head]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        bool belongs = base == DL_DEP_NMOD || base == DL_DEP_APPOS || base == DL_DEP_FLAT || base == DL_DEP_COMPOUND;
        belongs |=
            base == DL_DEP_AMOD && c + 1 == head &&
            dl_lemma_among(r, head, "state province region district county governorate"); /* "Mexico's | Michoacan state", read as an adjective */
        bool there = belongs && r->place_at[c] && !only_owner(r, c, head) && lies_there(r, c, head);
        bool better = within && within < head && (c > head ? names_it(r, head, within, c) : is_part(r, c, within));
        if (there && (!within || better)) within = c;
    }
    if (within) return r->place_at[within];
    uint32_t land = land_of_people(r, head);
    return land && dl_lemma_among(r, head, "town city village province region district area capital port island territory coast") ? land : 0;
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

bool dl_only_topic(const dl_reading *r, uint32_t opener, uint32_t place, dl_event event, bool near) {
    const dl_place *p = &r->doc->places.rows[place];
    bool country = p->precision == DL_PRECISION_COUNTRY, strikes = near && (event == DL_EVENT_ASSAULT || event == DL_EVENT_MOBILIZE);
    bool people_live_there = country || p->precision == DL_PRECISION_ADMIN1 || dl_bytes_start(p->feature, "PPL");
    if (dl_lemma_is(r, opener, "on")) return dl_is_material(event) ? country && !strikes && event != DL_EVENT_PROTEST : people_live_there;
    if (dl_lemma_is(r, opener, "over")) return !strikes && event != DL_EVENT_ASSAULT;
    if (dl_lemma_is(r, opener, "between")) return country;
    return country && dl_lemma_is(r, opener, "of") && !dl_is_material(event) && event != DL_EVENT_RETREAT && event != DL_EVENT_AID;
}

/* What opens a phrase that names a place, or the place in it: "between attackers | in London". */
static uint32_t opener_of(const dl_reading *r, uint32_t phrase, uint32_t place) {
    uint32_t seen = 0, inner = 0;
    for (uint32_t c = r->child[phrase]; c && !inner && r->place_at[phrase] != place && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (r->place_at[c] == place) inner = dl_child_lemma(r, c, DL_DEP_CASE, "in at near outside");
    return inner ? inner : dl_child(r, phrase, DL_DEP_CASE);
}

/* "Took | to the streets of Nairobi", "marched | through the square": there, and not on the way there. */
static bool in_the_open(const dl_reading *r, uint32_t phrase, uint32_t opener) {
    return dl_lemma_among(r, phrase, "street square") && dl_lemma_among(r, opener, "to onto into through down along");
}

/* "Spoke to the leaders of Britain": the country of whom one meets or calls. */
static bool of_whom_met(const dl_reading *r, uint32_t phrase, uint32_t place) {
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[phrase]];
    bool somebody = r->mention_at[phrase] && (m->kind == DL_NAME_PERSON || m->kind == DL_NAME_GROUP || m->kind == DL_NAME_ORGANISATION);
    uint32_t seen = 0;
    for (uint32_t c = r->child[phrase]; somebody && c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (r->place_at[c] == place)
            return r->doc->places.rows[place].precision == DL_PRECISION_COUNTRY && dl_child_lemma(r, c, DL_DEP_CASE, "of from");
    return false;
}

/* Whether a phrase of a word tells a place of the event; `level` counts from the trigger: "of" and objects do so only next to it. */
static dl_found_place by_phrase(const dl_reading *r, uint32_t phrase, const dl_claim *claim, dl_basis basis, int level) {
    dl_event event = (dl_event)claim->event;
    uint32_t place = dl_place_in_phrase(r, phrase), opener = opener_of(r, phrase, place);
    dl_relation relation = DL_RELATION_IN;
    bool border = is_border(r, phrase) && (!place || place != r->place_at[phrase]);
    if (!place && border) place = land_of_people(r, phrase);
    if (!place) return (dl_found_place){0};
    if (dl_base_of(r, phrase) == DL_DEP_OBJ)
        return event == DL_EVENT_ASSAULT && basis == DL_BASIS_SYNTAX && !level && r->place_at[phrase] == place
                   ? (dl_found_place){place, phrase, relation, basis}
                   : (dl_found_place){0};
    if (!opener || origin_of_people(r, phrase, place)) return (dl_found_place){0};
    if (!in_the_open(r, phrase, opener) && !dl_relation_of(dl_at(r, opener)->lemma, event, &relation)) return (dl_found_place){0};
    bool near = !level && basis == DL_BASIS_SYNTAX;
    if (border ? dl_is_of_words(claim) : dl_only_topic(r, opener, place, event, near)) return (dl_found_place){0};
    if (event == DL_EVENT_CONSULT && place != r->place_at[phrase] && of_whom_met(r, phrase, place)) return (dl_found_place){0};
    if (border && relation <= DL_RELATION_NEAR) relation = DL_RELATION_BORDER;
    if (!near && (dl_lemma_is(r, opener, "of") || relation == DL_RELATION_TOWARD || relation == DL_RELATION_FROM)) return (dl_found_place){0};
    return (dl_found_place){place, phrase, relation, basis};
}

/* "Charged with the murder of a student in Cusco", "shelled it in revenge for a raid in Homs": the phrases of what someone is charged with, or
 * answers, tell where that was. */
static bool of_another_event(const dl_build *b, uint32_t phrase, dl_event event) {
    const dl_sense *sense = &b->senses.rows[b->sense_at[phrase]];
    if (dl_is_answer(&b->r, phrase)) return true;
    bool answered = event == DL_EVENT_ASSAULT && sense->event == event && dl_base_of(&b->r, phrase) != DL_DEP_NMOD &&
                    dl_child_lemma(&b->r, phrase, DL_DEP_CASE, "for");
    return b->sense_at[phrase] && (answered || (sense->event != event && dl_child_lemma(&b->r, phrase, DL_DEP_CASE, "with of for over")));
}

bool dl_is_elsewhere(const dl_reading *r, const dl_claim *claim, uint32_t body) {
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[body]];
    uint32_t verb = dl_at(r, body)->head;
    bool agent = dl_at(r, body)->deprel == DL_DEP_OBL_AGENT && verb != claim->head && dl_governs(r, verb, claim->head);
    bool actor =
        r->mention_at[body] && (m->named || agent) && (m->kind == DL_NAME_PERSON || m->kind == DL_NAME_ORGANISATION || m->kind == DL_NAME_GROUP);
    if (!actor || dl_takes_part(r->doc, claim, r->mention_at[body])) return false;
    return agent || dl_base_of(r, body) == DL_DEP_NSUBJ || dl_child_lemma(r, body, DL_DEP_CASE, "by with to for against from about like of");
}

/* "Condemned the bombing of a school | in Kenya": what stands behind the event that something is said about belongs to that event. */
static bool behind_its_object(const dl_build *b, uint32_t phrase) {
    uint32_t object = dl_child(&b->r, dl_at(&b->r, phrase)->head, DL_DEP_OBJ);
    return object && object < phrase && b->sense_at[object];
}

/* Whether a dependent is a phrase that may tell a place, at a level below the word that is asked. */
static bool may_tell(const dl_build *b, const dl_claim *claim, uint32_t phrase, dl_basis basis, int level) {
    dl_deprel base = dl_base_of(&b->r, phrase);
    if (base != DL_DEP_OBL && base != DL_DEP_NMOD && base != DL_DEP_OBJ && (!level || base != DL_DEP_CONJ)) return false;
    if (base == DL_DEP_CONJ && b->sense_at[phrase] && b->senses.rows[b->sense_at[phrase]].event != (dl_event)claim->event) return false;
    if (basis == DL_BASIS_CLAUSE && dl_at(&b->r, phrase)->deprel == DL_DEP_OBL_AGENT) return false;
    if (dl_is_of_words(claim) && behind_its_object(b, phrase)) return false;
    bool same = b->sense_at[phrase] && b->senses.rows[b->sense_at[phrase]].event == (dl_event)claim->event;
    if (same && dl_child_lemma(&b->r, phrase, DL_DEP_CASE, "after before following since")) return false; /* "shelled a town after a raid on Hama" */
    return !of_another_event(b, phrase, (dl_event)claim->event);
}

dl_found_place dl_among_phrases(const dl_build *b, const dl_claim *claim, uint32_t token, dl_basis basis, uint32_t limit) {
    enum { WIDTH = 24, LEVELS = 3 };
    const dl_reading *r = &b->r;
    uint32_t now[WIDTH] = {token}, count = 1;
    int levels = dl_is_of_words(claim) ? 1 : LEVELS;
    dl_found_place best = {0};
    for (int level = 0; level < levels && count && !best.place; level++) {
        uint32_t next[WIDTH], more = 0;
        for (uint32_t i = 0; i < count; i++) {
            uint32_t seen = 0;
            for (uint32_t c = r->child[now[i]]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
                if (!may_tell(b, claim, c, basis, level) || (!level && c >= limit)) continue;
                dl_found_place found = by_phrase(r, c, claim, basis, level);
                if (found.place && dl_finer_place(r->doc, found.place, best.place)) best = found;
                if (more < WIDTH && !dl_is_elsewhere(r, claim, c)) next[more++] = c;
            }
        }
        memcpy(now, next, more * sizeof *next);
        count = more;
    }
    return best;
}
