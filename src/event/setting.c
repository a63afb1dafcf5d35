/* Where a tale plays. A report says once where something happened, and what it tells behind is there, too, as it is of that day (scene.c). What a
 * report tells of one land is in that land. Both hold for what no words place, and for those who may be there. */
#include "event/described.h"
#include "event/placing.h"
#include "know/code.h"

#include <math.h>

enum { LEAD = 6, LOOK = 64, OFTEN = 2 };

static bool is_fine(const dl_place *place) {
    return place->precision < DL_PRECISION_COUNTRY && !isnan(place->lat);
}

/* What people see happen at a place, with those who come there. */
static bool is_seen(const dl_claim *c) {
    if (c->event == DL_EVENT_RETREAT) return !dl_bytes_is(c->mode, "resign");
    return dl_is_material((dl_event)c->event) || c->event == DL_EVENT_AID || c->event == DL_EVENT_CONSULT;
}

/* Told of these days, of a place finer than a country, by words of its own or of its incident. */
static bool is_placed(const dl_doc *doc, const dl_claim *c) {
    bool own = c->where_basis != DL_BASIS_ACTOR && c->where_basis != DL_BASIS_DATELINE && c->where_basis != DL_BASIS_SCENE;
    bool at = c->where_relation <= DL_RELATION_NEAR || c->where_relation == DL_RELATION_FROM; /* "evacuated from Aleppo" */
    bool there = c->place && own && at && is_fine(&doc->places.rows[c->place]);
    return there && is_seen(c) && dl_is_told(c->status) && !dl_is_of_the_past(doc, c);
}

/* Not farther apart than a town and what lies around it, or a state and a town in it. */
static bool is_around(const dl_doc *doc, uint32_t a, uint32_t b) {
    const dl_place *one = &doc->places.rows[a], *other = &doc->places.rows[b];
    bool unit = (one->precision == DL_PRECISION_ADMIN1 || other->precision == DL_PRECISION_ADMIN1) && one->admin1.size;
    if (unit && dl_bytes_equal(one->country, other->country) && dl_bytes_equal(one->admin1, other->admin1)) return true;
    return fabs(one->lat - other->lat) < 0.7 && fabs(one->lon - other->lon) < 0.9;
}

/* "A hotel in Delhi | caught fire": where the main clause of the first sentences sets what is no event itself. */
static uint32_t place_of_main_clause(const dl_build *b) {
    static const dl_claim of_none = {.event = DL_EVENT_ASSAULT};
    const dl_doc *doc = b->r.doc;
    for (uint32_t s = 1; s < doc->sentences.count && s <= LEAD; s++) {
        const dl_sentence *row = &doc->sentences.rows[s];
        uint32_t root = row->zone != DL_ZONE_CAPTION ? dl_root_of(&b->r, row) : 0;
        uint32_t subject = root ? dl_child(&b->r, root, DL_DEP_NSUBJ) : 0;
        if (!subject || dl_child(&b->r, root, DL_DEP_CCOMP)) continue;
        dl_found_place found = dl_among_phrases(b, &of_none, root, DL_BASIS_CLAUSE, UINT32_MAX);
        if (!found.place) found = dl_among_phrases(b, &of_none, subject, DL_BASIS_CLAUSE, UINT32_MAX);
        if (found.place && found.relation <= DL_RELATION_NEAR && is_fine(&doc->places.rows[found.place])) return found.place;
    }
    return 0;
}

/* The one place around which a report tells all that it places; or 0. */
static uint32_t place_of_report(const dl_build *b) {
    const dl_doc *doc = b->r.doc;
    uint32_t lead = 0;
    for (DL_EACH(i, &doc->claims)) {
        const dl_claim *c = &doc->claims.rows[i];
        if (!is_placed(doc, c)) continue;
        if (!lead) lead = c->sentence <= LEAD ? c->place : place_of_main_clause(b);
        if (!lead || !is_around(doc, c->place, lead)) return 0;
    }
    return lead ? lead : place_of_main_clause(b);
}

/* The one place around which the paragraph has told all that it placed before a claim; or 0. */
static uint32_t place_of_paragraph(const dl_doc *doc, uint32_t claim) {
    uint32_t paragraph = doc->sentences.rows[doc->claims.rows[claim].sentence].paragraph, place = 0;
    for (uint32_t i = claim; i-- > 1 && i + LOOK > claim;) {
        const dl_claim *o = &doc->claims.rows[i];
        if (doc->sentences.rows[o->sentence].paragraph != paragraph) break;
        if (!is_placed(doc, o)) continue;
        if (place && !is_around(doc, place, o->place)) return 0;
        if (!place) place = o->place;
    }
    return place;
}

/* What other claims of the incident say: "a shooting left ten dead", of which a sentence behind tells where. */
static uint32_t place_of_incident(const dl_doc *doc, uint32_t claim) {
    const dl_claim *c = &doc->claims.rows[claim];
    uint32_t place = 0;
    for (uint32_t i = claim > LOOK ? claim - LOOK : 1; i < doc->claims.count && i < claim + LOOK; i++) {
        const dl_claim *o = &doc->claims.rows[i];
        if (o->incident != c->incident || o->event != c->event || !is_placed(doc, o)) continue;
        if (place && !is_around(doc, place, o->place)) return 0;
        if (dl_finer_place(doc, o->place, place)) place = o->place;
    }
    return place;
}

/* Of which lands those are who take part: `home` of this one, `other` of another, `nowhere` of none (the United Nations), `army` troops; `office`: a
 * government or parliament does it. */
typedef struct lands {
    bool home, other, nowhere, army, office;
} lands;

static lands lands_of(const dl_doc *doc, const dl_claim *c, dl_bytes land) {
    lands l = {0};
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        if (party->role > DL_ROLE_WHOM) continue;
        dl_bytes country = dl_actor_country(party->actor);
        if (country.size)
            *(dl_bytes_equal(country, land) ? &l.home : &l.other) = true;
        else
            l.nowhere |= party->actor.size >= 3 && dl_bytes_among((dl_bytes){party->actor.data, 3}, "igo img ngo ngm mnc");
        l.army |= dl_bytes_finish(party->actor, "MIL");
        l.office |= party->role == DL_ROLE_WHO && dl_actor_is_of(party->actor, "GOV LEG");
    }
    return l;
}

/* Police, doctors and marchers speak, and look into what happened, where the report plays. */
static bool is_said_there(const dl_reading *r, const dl_claim *c) {
    const dl_doc *doc = r->doc;
    bool local = false;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        if (party->role != DL_ROLE_WHO) continue;
        bool marchers = dl_lemma_among(r, doc->mentions.rows[party->mention].head, "protester protestor marcher demonstrator rioter striker");
        if (!marchers && !dl_actor_is_of(party->actor, "COP MED")) return false;
        local = true;
    }
    return local && (c->event == DL_EVENT_ACCUSE || (c->event != DL_EVENT_SUPPORT && dl_is_of_words(c)));
}

/* "In neighbouring Chad, police arrested two soldiers on suspicion of | selling arms", in a report of Niger: a sentence that tells of deeds in
 * another land. */
static bool is_told_of_elsewhere(const dl_doc *doc, uint32_t claim, dl_bytes land) {
    const dl_claim *c = &doc->claims.rows[claim];
    for (uint32_t i = claim; i-- > 1 && doc->claims.rows[i].sentence == c->sentence;) {
        const dl_claim *o = &doc->claims.rows[i];
        dl_bytes country = doc->places.rows[o->place].country;
        bool own = o->where_basis <= DL_BASIS_SENTENCE || o->where_basis == DL_BASIS_ACTOR;
        if (o->place && own && country.size && !dl_bytes_equal(country, land)) return true;
    }
    return false;
}

/* The place of the report for what is of these days, else of the incident. */
static uint32_t place_of(const dl_reading *r, uint32_t claim, uint32_t setting) {
    const dl_doc *doc = r->doc;
    const dl_claim *c = &doc->claims.rows[claim];
    bool material = dl_is_material((dl_event)c->event), said = is_said_there(r, c);
    if ((!is_seen(c) && !said) || (c->place && !material && !said) || !dl_is_told(c->status) || dl_is_elsewhere_or_ever(r, c)) return 0;
    bool past = dl_is_of_the_past(doc, c), asked = material && c->where_basis != DL_BASIS_INCIDENT; /* which was asked before */
    uint32_t place = past || is_told_of_elsewhere(doc, claim, doc->places.rows[setting].country) ? 0 : setting;
    if (!place && asked && !past) place = place_of_paragraph(doc, claim);
    if (!place && asked) place = place_of_incident(doc, claim);
    lands l = lands_of(doc, c, doc->places.rows[place].country);
    bool decreed = l.office && (c->event == DL_EVENT_COERCE || c->event == DL_EVENT_MOBILIZE); /* for more than this place, perhaps */
    return decreed || (l.other && !l.home) ? 0 : place;
}

/* A report that names a land once may be of any other. */
static bool tells_of(const dl_doc *doc, dl_bytes land) {
    uint32_t times = 0;
    for (uint32_t p = 1; p < doc->places.count && times < OFTEN; p++) times += dl_bytes_equal(doc->places.rows[p].country, land);
    for (uint32_t m = 1; m < doc->mentions.count && times < OFTEN; m++)
        times += doc->mentions.rows[m].kind == DL_NAME_NATIONALITY && dl_bytes_equal(dl_actor_country(doc->mentions.rows[m].actor), land);
    return times == OFTEN;
}

/* Whether it is in the land of which the report tells. Praise is at no place, and troops are abroad; who speaks must be of the land. */
static bool is_in_land(const dl_doc *doc, const dl_claim *c, dl_bytes land) {
    bool open = !dl_is_told(c->status) && c->status != DL_CLAIM_PLANNED;
    if (open || c->event == DL_EVENT_SUPPORT || c->event == DL_EVENT_MOBILIZE) return false;
    lands l = lands_of(doc, c, land);
    return (l.home || !dl_is_of_words(c)) && !l.other && !l.nowhere && !l.army;
}

/* What courts, police, parliaments and governors decide or ask. */
static bool is_of_office(const dl_claim *c) {
    return c->event != DL_EVENT_ASSAULT && c->event != DL_EVENT_MOBILIZE && c->event != DL_EVENT_CONSULT && c->event != DL_EVENT_AID &&
           c->event != DL_EVENT_PROTEST && c->event != DL_EVENT_SUPPORT;
}

/* "A Texas court", "police in Leeds", "the governor of Lagos": where those hold office who did it; 0 where that is no finer than a country. The name
 * of a capital stands for a state. */
static uint32_t seat_of(const dl_reading *r, const dl_claim *c) {
    const dl_doc *doc = r->doc;
    for (uint32_t i = 0; i < c->party_count && is_of_office(c); i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        const dl_mention *m = &doc->mentions.rows[party->mention];
        if (party->role != DL_ROLE_WHO || !dl_actor_is_of(party->actor, "JUD COP LEG GOV") || r->place_at[m->head]) continue;
        uint32_t last = dl_token_at(doc, m->span.end - 1);
        for (uint32_t t = dl_token_at(doc, m->span.begin); t && t <= last; t++) {
            const dl_place *place = &doc->places.rows[r->place_at[t]];
            if (r->place_at[t] && is_fine(place) && !dl_bytes_is(place->feature, "PPLC") &&
                dl_bytes_equal(place->country, dl_actor_country(party->actor)))
                return r->place_at[t];
        }
    }
    return 0;
}

/* A land that is known by who took part, or violence that another claim of the incident sets in a land, says less than the place of the report. */
static bool is_coarse(const dl_claim *c) {
    bool handed_on = c->where_basis == DL_BASIS_INCIDENT && c->event == DL_EVENT_ASSAULT;
    return (c->where_basis == DL_BASIS_ACTOR || handed_on) && c->where_precision == DL_PRECISION_COUNTRY;
}

/* Whether a claim may be at a place: it has none, or lies in the place's land. */
static bool may_be_at(const dl_doc *doc, const dl_claim *c, uint32_t place) {
    return place && (!c->place || dl_bytes_equal(doc->places.rows[c->place].country, doc->places.rows[place].country));
}

/* "Market bombed", over a report of a bomb in Idlib from Beirut: a headline tells what the lead tells where that was; else the dateline does. */
static dl_found_place place_of_headline(const dl_build *b, uint32_t claim) {
    const dl_doc *doc = b->r.doc;
    const dl_claim *c = &doc->claims.rows[claim];
    bool asked =
        doc->sentences.rows[c->sentence].zone == DL_ZONE_HEADLINE && dl_is_material((dl_event)c->event) && !dl_is_elsewhere_or_ever(&b->r, c);
    for (uint32_t i = claim + 1; asked && i < doc->claims.count && doc->claims.rows[i].sentence <= LEAD; i++) {
        const dl_claim *o = &doc->claims.rows[i];
        bool own = o->place && o->where_basis <= DL_BASIS_PARAGRAPH && o->where_relation <= DL_RELATION_NEAR;
        if (own && o->incident == c->incident && o->event == c->event)
            return (dl_found_place){o->place, o->head, (dl_relation)o->where_relation, DL_BASIS_INCIDENT};
    }
    return asked ? dl_place_of_dateline(doc, c) : (dl_found_place){0};
}

void dl_claims_setting(dl_build *b) {
    dl_doc *doc = b->r.doc;
    uint32_t setting = doc->claims.count > 1 ? place_of_report(b) : 0;
    dl_bytes land = tells_of(doc, doc->about) ? doc->about : (dl_bytes){0};
    for (DL_EACH(i, &doc->claims)) {
        const dl_claim *c = &doc->claims.rows[i];
        if (c->place && !is_coarse(c)) continue;
        uint32_t place = seat_of(&b->r, c);
        if (!may_be_at(doc, c, place)) place = place_of(&b->r, i, setting);
        dl_found_place lead = may_be_at(doc, c, place) ? (dl_found_place){0} : place_of_headline(b, i);
        if (may_be_at(doc, c, lead.place)) {
            dl_claim_take_place(b, i, lead, (dl_bytes){0});
            continue;
        }
        if (!may_be_at(doc, c, place)) place = land.size && !c->place && is_in_land(doc, c, land) ? dl_row_of_land(b, land) : 0;
        dl_found_place found = {place, doc->places.rows[place].first_token, DL_RELATION_IN, DL_BASIS_SCENE};
        if (place) dl_claim_take_place(b, i, found, (dl_bytes){0});
    }
}
