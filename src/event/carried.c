/* Where an event was that its own sentence does not place: where earlier claims place it, at the dateline, or in the country of those who take part.
 */
#include "base/calendar.h"
#include "event/described.h"
#include "event/placing.h"
#include "know/code.h"

enum { CLAIMS_LOOKED_AT = 12 };
/* A dateline says where the news of these days is. */
enum { NEWS_DAYS = 60 };

/* Rebels and police act at home. */
static bool acts_at_home(const dl_party *party) {
    return party->role == DL_ROLE_WHO && dl_actor_country(party->actor).size && dl_actor_is_of(party->actor, "REB COP");
}

enum { LOOKED_AT = 400 /* places, and mentions */ };

/* How often a report speaks of each land. They are few: a list is shorter than a table of all codes. */
typedef struct spoken_of {
    uint32_t count, codes[2 * LOOKED_AT], times[2 * LOOKED_AT];
} spoken_of;

static uint32_t *times_of(spoken_of *spoken, uint32_t code) {
    uint32_t i = 0;
    while (i < spoken->count && spoken->codes[i] != code) i++;
    if (i == spoken->count) spoken->codes[i] = code, spoken->times[i] = 0, spoken->count++;
    return &spoken->times[i];
}

static void speak_of(spoken_of *spoken, dl_bytes country, uint32_t *most) {
    uint32_t code = dl_code_number(country), times = ++*times_of(spoken, code);
    if (code < DL_CODES && times > *most) *most = times;
}

/* "HAVANA: the Salvadoran army ...": a report that speaks far more of another land than of that of its dateline is from abroad. A report says
 * early what it is about. */
static bool is_from_abroad(const dl_doc *doc) {
    spoken_of spoken;
    uint32_t home = dl_code_number(doc->places.rows[doc->dateline_place].country), most = 0;
    spoken.count = 0;
    for (uint32_t p = 1; p < doc->places.count && p < LOOKED_AT; p++)
        if (doc->places.rows[p].precision != DL_PRECISION_REGION && p != doc->dateline_place) speak_of(&spoken, doc->places.rows[p].country, &most);
    for (uint32_t m = 1; m < doc->mentions.count && m < LOOKED_AT; m++)
        if (doc->mentions.rows[m].kind == DL_NAME_NATIONALITY) speak_of(&spoken, dl_actor_country(doc->mentions.rows[m].actor), &most);
    return 4 * *times_of(&spoken, home) < most;
}

/* "JERUSALEM: Israel bombed Rafah": the first deed that a report places is in another land than the reporter. */
static bool tells_from_afar(const dl_doc *doc) {
    enum { LEAD = 4 };
    for (DL_EACH(i, &doc->claims)) {
        const dl_claim *c = &doc->claims.rows[i];
        bool own = c->place && c->where_basis <= DL_BASIS_SENTENCE && doc->places.rows[c->place].country.size;
        if (c->sentence > LEAD) return false;
        if (own && c->event == DL_EVENT_ASSAULT && dl_is_told(c->status))
            return !dl_bytes_equal(doc->places.rows[c->place].country, doc->places.rows[doc->dateline_place].country);
    }
    return false;
}

/* A dateline tells where the reporter is: where the event was only if one side of it may be of that country. */
static bool at_dateline(const dl_doc *doc, const dl_claim *c) {
    dl_bytes country = doc->places.rows[doc->dateline_place].country;
    bool foreign[2] = {false, false};
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        if (party->role > DL_ROLE_WHOM || party->actor.size < 3 || country.size != 3) continue;
        bool closes = party->role == DL_ROLE_WHO && c->event == DL_EVENT_COERCE && doc->mentions.rows[party->mention].kind == DL_NAME_PLACE;
        if (!memcmp(party->actor.data, country.data, 3)) return true;
        if (closes) return false; /* "Ecuador closed its border with Colombia", from Bogota: what a state closes or takes, it does at home */
        if (acts_at_home(party)) return false;
        foreign[party->role] |= doc->mentions.rows[party->mention].named;
    }
    if (is_from_abroad(doc) || (c->event == DL_EVENT_ASSAULT && tells_from_afar(doc))) return false;
    bool violent = c->event == DL_EVENT_ASSAULT || c->event == DL_EVENT_PROTEST;
    return violent ? !(foreign[0] && foreign[1]) : !(foreign[0] || foreign[1]);
}

/* What may never be is at no place. */
static bool is_open(const dl_claim *c) {
    return !dl_is_told(c->status) && (c->status != DL_CLAIM_PLANNED || c->event == DL_EVENT_ASSAULT);
}

bool dl_is_of_the_past(const dl_doc *doc, const dl_claim *c) {
    if (doc->published == DL_NO_TIME) return false;
    bool dated = c->when_basis == DL_BASIS_SAID && c->end != DL_NO_TIME;
    return dated ? c->end < doc->published - (dl_instant)NEWS_DAYS * DL_DAY : c->when_basis == DL_BASIS_NONE;
}

/* Of what is past a dateline tells the country at most. */
dl_found_place dl_place_of_dateline(const dl_doc *doc, const dl_claim *c) {
    uint32_t place = doc->dateline_place;
    if (!place || !at_dateline(doc, c)) return (dl_found_place){0};
    uint32_t country = dl_row_of_country(doc, doc->places.rows[place].country);
    if (country && (is_open(c) || dl_is_of_the_past(doc, c))) place = country;
    return place ? (dl_found_place){place, 0, DL_RELATION_IN, DL_BASIS_DATELINE} : (dl_found_place){0};
}

/* "Bombings around the world": elsewhere than those told of last. */
static bool of_other_places(const dl_reading *r, const dl_claim *c) {
    uint32_t seen = 0;
    if (dl_child_lemma(r, c->head, DL_DEP_ADVMOD, "elsewhere worldwide abroad")) return true;
    for (uint32_t t = r->child[c->head]; t && seen++ < DL_CHILDREN; t = r->sibling[t]) {
        bool phrase = dl_base_of(r, t) == DL_DEP_OBL || dl_base_of(r, t) == DL_DEP_NMOD;
        if (phrase && dl_lemma_among(r, t, "world globe")) return true;
    }
    return false;
}

/* "Has attacked journalists before": at other times than those told of last. */
static bool of_other_times(const dl_reading *r, const dl_claim *c) {
    return dl_child_lemma(r, c->head, DL_DEP_ADVMOD, "previously before ever often sometimes always never repeatedly");
}

static bool on_another_day(const dl_claim *a, const dl_claim *b) {
    bool both = a->when_basis == DL_BASIS_SAID && b->when_basis == DL_BASIS_SAID;
    return both && (a->begin > b->end || b->begin > a->end);
}

/* "Moscow extended its lockdown; Portugal's parliament declared an emergency": those of other lands are elsewhere. */
static bool of_another_land(const dl_doc *doc, const dl_claim *c, const dl_claim *before) {
    dl_bytes country = doc->places.rows[before->place].country;
    dl_role role = c->event == DL_EVENT_COERCE || c->event == DL_EVENT_PROTEST ? DL_ROLE_WHO : DL_ROLE_WHOM;
    bool another = false;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        dl_bytes code = dl_actor_country(party->actor);
        if (party->role > DL_ROLE_WHOM || !code.size) continue;
        if (dl_bytes_equal(code, country)) return false;
        another |= party->role == role && doc->mentions.rows[party->mention].kind == DL_NAME_PLACE;
        another |= party->role == role && role == DL_ROLE_WHO && !dl_bytes_finish(party->actor, "MIL");
    }
    return another && country.size;
}

/* What was told of a place, and not only taken from who took part. */
static bool may_hand_on(const dl_doc *doc, const dl_claim *c, const dl_claim *before) {
    bool home = dl_bytes_equal(doc->places.rows[before->place].country, doc->places.rows[doc->dateline_place].country);
    bool over = before->where_relation == DL_RELATION_ACROSS && (before->where_precision != DL_PRECISION_COUNTRY || !home); /* a dateline is finer */
    bool there = before->where_relation <= DL_RELATION_NEAR || over;
    return there && before->where_basis != DL_BASIS_ACTOR && !of_another_land(doc, c, before);
}

/* The finest place of the claims before it in the same paragraph; of what was at another time only the country. */
static dl_found_place of_paragraph(const dl_reading *r, uint32_t claim, const dl_claim *c) {
    const dl_doc *doc = r->doc;
    bool other = of_other_times(r, c);
    uint32_t paragraph = doc->sentences.rows[c->sentence].paragraph;
    dl_found_place best = {0};
    for (uint32_t i = claim; i-- > 1 && i + CLAIMS_LOOKED_AT > claim;) {
        const dl_claim *before = &doc->claims.rows[i];
        if (doc->sentences.rows[before->sentence].paragraph != paragraph) break;
        if (!before->place || before->event != c->event || !may_hand_on(doc, c, before)) continue;
        if ((other || on_another_day(c, before)) && before->where_precision != DL_PRECISION_COUNTRY) continue;
        if (dl_finer_place(doc, before->place, best.place))
            best = (dl_found_place){before->place, before->head, (dl_relation)before->where_relation, DL_BASIS_PARAGRAPH};
    }
    return best;
}

static dl_found_place of_incident(const dl_reading *r, uint32_t claim, const dl_claim *c) {
    dl_found_place best = {0};
    for (uint32_t i = claim; i-- > 1 && i + CLAIMS_LOOKED_AT > claim;) {
        const dl_claim *before = &r->doc->claims.rows[i];
        if (!before->place || before->where_basis == DL_BASIS_DATELINE || !may_hand_on(r->doc, c, before) || !dl_same_incident(r, c, before))
            continue;
        if (dl_finer_place(r->doc, before->place, best.place))
            best = (dl_found_place){before->place, before->head, (dl_relation)before->where_relation, DL_BASIS_INCIDENT};
    }
    return best;
}

/* Whether a claim was told of what another one calls "it" or "the post". */
static bool has_target(const dl_reading *r, const dl_claim *c, const dl_mention *again) {
    bool pointed = dl_at(r, again->head)->xpos == DL_XPOS_NN && dl_child_lemma(r, again->head, DL_DEP_DET, "the this that");
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[c->first_party + i];
        const dl_mention *m = &r->doc->mentions.rows[party->mention];
        bool alike = pointed && !m->named && dl_bytes_equal(dl_at(r, m->head)->lemma, dl_at(r, again->head)->lemma);
        if (party->role == DL_ROLE_WHOM && ((m->entity && m->entity == again->entity) || alike)) return true;
    }
    return false;
}

/* "Rebels attacked a police post in Cali. They surrounded the post": what was described without a name is where it was told to be. */
static dl_found_place of_target(const dl_reading *r, uint32_t claim, const dl_claim *c) {
    enum { SENTENCES = 3 };
    for (uint32_t i = claim; i-- > 1 && i + CLAIMS_LOOKED_AT > claim;) {
        const dl_claim *before = &r->doc->claims.rows[i];
        if (before->sentence + SENTENCES < c->sentence) break;
        if (!before->place || before->where_basis == DL_BASIS_DATELINE || !may_hand_on(r->doc, c, before) || on_another_day(c, before)) continue;
        bool there = dl_base_of(r, c->head) == DL_DEP_CONJ && dl_at(r, c->head)->head == before->head; /* "surrounded it and threw bombs" */
        for (uint32_t k = 0; k < c->party_count && !there; k++) {
            const dl_party *party = &r->doc->parties.rows[c->first_party + k];
            const dl_mention *m = &r->doc->mentions.rows[party->mention];
            there = party->role == DL_ROLE_WHOM && !m->named && has_target(r, before, m);
        }
        if (there) return (dl_found_place){before->place, before->head, (dl_relation)before->where_relation, DL_BASIS_INCIDENT};
    }
    return (dl_found_place){0};
}

bool dl_is_elsewhere_or_ever(const dl_reading *r, const dl_claim *c) {
    return of_other_places(r, c) || of_other_times(r, c);
}

dl_found_place dl_place_carried(const dl_build *b, uint32_t claim) {
    const dl_doc *doc = b->r.doc;
    const dl_claim *c = &doc->claims.rows[claim];
    if (!dl_is_material((dl_event)c->event) || of_other_places(&b->r, c)) return (dl_found_place){0};
    dl_found_place found = of_paragraph(&b->r, claim, c);
    if (found.place || of_other_times(&b->r, c)) return found;
    found = of_incident(&b->r, claim, c);
    if (!found.place) found = of_target(&b->r, claim, c);
    bool headline = doc->sentences.rows[c->sentence].zone == DL_ZONE_HEADLINE; /* the lead, which is not read yet, tells more */
    return found.place || headline ? found : dl_place_of_dateline(doc, c);
}

/* "Britain and France seized the ship": of two lands neither is told to be the place. */
static bool of_several_lands(const dl_doc *doc, const dl_claim *c, dl_role role) {
    dl_bytes first = {0};
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        dl_bytes country = dl_actor_country(party->actor);
        if (party->role != role || !country.size) continue;
        if (first.size && !dl_bytes_equal(first, country)) return true;
        first = country;
    }
    return false;
}

/* The row of the country of those in a role, where the document names it as a place. Armies are abroad, too; so are ships. */
static dl_found_place country_of(const dl_reading *r, const dl_claim *c, dl_role role, bool at_home) {
    const dl_doc *doc = r->doc;
    if (role == DL_ROLE_WHO && !at_home && of_several_lands(doc, c, role)) return (dl_found_place){0};
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        uint32_t head = doc->mentions.rows[party->mention].head;
        if (party->role != role || party->actor.size < 3 || dl_bytes_finish(party->actor, "MIL") || (at_home && !acts_at_home(party))) continue;
        if (dl_in_sets(r, head, DL_SET(vehicle))) continue;
        if (dl_lemma_among(r, head, "ship vessel freighter tanker warship submarine destroyer frigate carrier fleet")) continue;
        uint32_t place = dl_row_of_country(doc, party->actor);
        if (place) return (dl_found_place){place, head, DL_RELATION_IN, DL_BASIS_ACTOR};
    }
    return (dl_found_place){0};
}

/* Violence is where those are whom it hits, but that of rebels and police where these are; a protest where those are who make it; what a state bans,
 * takes or imposes it does at home. */
dl_found_place dl_place_of_parties(const dl_reading *r, const dl_claim *c) {
    if (c->event != DL_EVENT_PROTEST && c->event != DL_EVENT_COERCE && c->event != DL_EVENT_ASSAULT) return (dl_found_place){0};
    bool violent = c->event == DL_EVENT_ASSAULT;
    dl_found_place found = violent && !dl_is_told(c->status) ? (dl_found_place){0} : country_of(r, c, DL_ROLE_WHO, violent);
    return found.place || c->event == DL_EVENT_PROTEST ? found : country_of(r, c, DL_ROLE_WHOM, false);
}
