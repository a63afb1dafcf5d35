/* Numbers the incidents of a document: claims of one kind that agree in place, day and parties, as far as each states them, tell of one incident.
 * Each claim is compared with the newest claim of each incident, at most LOOK_BACK of them. */
#include "event/recalled.h"
#include "know/code.h"

#include <math.h>

enum { LOOK_BACK = 24, TOLL_REACH = 40, NEAR = 2 };

static bool places_agree(const dl_doc *doc, const dl_claim *a, const dl_claim *b) {
    if (!a->place || !b->place) return true;
    const dl_place *x = &doc->places.rows[a->place], *y = &doc->places.rows[b->place];
    if (dl_bytes_equal(x->name, y->name)) return true;
    bool coarse = x->precision >= DL_PRECISION_ADMIN1 || y->precision >= DL_PRECISION_ADMIN1;
    bool lands = x->precision >= DL_PRECISION_COUNTRY || y->precision >= DL_PRECISION_COUNTRY || !x->admin1.size || !y->admin1.size;
    return coarse && dl_bytes_equal(x->country, y->country) && (lands || dl_bytes_equal(x->admin1, y->admin1));
}

/* "Another bomb exploded", "a second attack": told apart from what was told before. */
static bool one_more(const dl_reading *r, const dl_claim *c) {
    static const char more[] = "another second third fourth fifth";
    bool by_noun = dl_at(r, c->head)->upos == DL_UPOS_NOUN;
    uint32_t noun = by_noun ? c->head : dl_child(r, c->head, DL_DEP_NSUBJ);
    if (!noun || (!by_noun && dl_at(r, noun)->deprel == DL_DEP_NSUBJ_PASS)) return false; /* "another was wounded" */
    return dl_child_lemma(r, noun, DL_DEP_DET, more) ||
           (dl_child_lemma(r, noun, DL_DEP_AMOD, more) && !dl_child_lemma(r, noun, DL_DEP_DET, "the this"));
}

static bool told_alike(const dl_claim *a, const dl_claim *b) {
    return a->event == b->event && dl_is_told(a->status) == dl_is_told(b->status);
}

static bool times_agree(const dl_claim *a, const dl_claim *b) {
    if (a->when_basis != DL_BASIS_SAID || b->when_basis != DL_BASIS_SAID) return true;
    return a->begin <= b->end && b->begin <= a->end;
}

/* "The victims", "three others", "the town", "unidentified gunmen": words that may mean whoever or whatever another claim names. */
static bool tells_nobody_apart(const dl_reading *r, const dl_party *party) {
    const dl_mention *m = &r->doc->mentions.rows[party->mention];
    bool unidentified = party->role == DL_ROLE_WHO && party->actor.size == 3 && !memcmp(party->actor.data, "UAF", 3);
    return unidentified || (!m->named && dl_in_sets(r, m->head, DL_SET(anybody)));
}

static uint32_t last_token(const dl_doc *doc, const dl_mention *m) {
    return dl_token_at(doc, m->span.end - 1);
}

/* "Six priests" and "the priests", "Bishop Juan Paz Soto" and "Soto". */
static bool same_word(const dl_reading *r, const dl_mention *a, const dl_mention *b) {
    uint32_t x = a->named ? last_token(r->doc, a) : a->head, y = b->named ? last_token(r->doc, b) : b->head;
    return dl_bytes_alike(dl_at(r, x)->lemma, dl_at(r, y)->lemma);
}

/* The country alone makes nobody one with a nurse or a teacher of it, nor its soldiers with its civilians. */
static bool codes_agree(dl_bytes a, dl_bytes b) {
    const char *trades = "EDU MED LAB AGR BUS NGO SOC ELI", *armed = "MIL REB PRM";
    if (a.size < 3 || b.size < 3 || memcmp(a.data, b.data, 3)) return false;
    bool by_trade = a.size > 3 && b.size > 3 && (dl_actor_is_of(a, trades) || dl_actor_is_of(b, trades));
    bool apart = (dl_actor_is_of(a, "CVL") && dl_actor_is_of(b, armed)) || (dl_actor_is_of(b, "CVL") && dl_actor_is_of(a, armed));
    return !apart && (!by_trade || !memcmp(a.data + a.size - 3, b.data + b.size - 3, 3));
}

static bool may_be_one(const dl_reading *r, const dl_party *p, const dl_party *q) {
    const dl_mention *a = &r->doc->mentions.rows[p->mention], *b = &r->doc->mentions.rows[q->mention];
    if (a->entity == b->entity || codes_agree(p->actor, q->actor)) return true;
    return same_word(r, a, b) || tells_nobody_apart(r, p) || tells_nobody_apart(r, q);
}

/* "The murder of Senator Paz", "Paz was killed": nobody is killed or abducted by name at two places. */
static bool same_victim(const dl_reading *r, const dl_claim *a, const dl_claim *b) {
    const dl_doc *doc = r->doc;
    for (uint32_t i = 0; i < a->party_count; i++)
        for (uint32_t k = 0; k < b->party_count; k++) {
            const dl_party *p = &doc->parties.rows[a->first_party + i], *q = &doc->parties.rows[b->first_party + k];
            const dl_mention *x = &doc->mentions.rows[p->mention], *y = &doc->mentions.rows[q->mention];
            bool persons = x->kind == DL_NAME_PERSON && y->kind == DL_NAME_PERSON, one = x->entity == y->entity;
            if (p->role == DL_ROLE_WHOM && q->role == DL_ROLE_WHOM && persons && (one || (x->named && y->named && same_word(r, x, y)))) return true;
        }
    return false;
}

/* Parties in one role agree where one claim names none, or where two may be one. */
static bool role_agrees(const dl_reading *r, const dl_claim *a, const dl_claim *b, dl_role role) {
    const dl_party *parties = r->doc->parties.rows;
    bool any_a = false, any_b = false;
    for (uint32_t i = 0; i < a->party_count; i++) {
        const dl_party *p = &parties[a->first_party + i];
        if (p->role != role) continue;
        any_a = true;
        for (uint32_t k = 0; k < b->party_count; k++) {
            const dl_party *q = &parties[b->first_party + k];
            if (q->role == role && may_be_one(r, p, q)) return true;
        }
    }
    for (uint32_t k = 0; k < b->party_count; k++) any_b |= parties[b->first_party + k].role == role;
    return !any_a || !any_b;
}

/* What an act did to people ("a passer-by was wounded") is told apart from what it was aimed at ("an attack on the bank"). */
static bool outcome_of(const dl_claim *a, const dl_claim *b) {
    bool harm = dl_bytes_is(a->cameo, "18") != dl_bytes_is(b->cameo, "18");
    return harm && a->event == DL_EVENT_ASSAULT && a->sentence <= b->sentence + NEAR && b->sentence <= a->sentence + NEAR;
}

bool dl_is_war(const dl_reading *r, const dl_claim *c) {
    return c->event == DL_EVENT_ASSAULT && dl_at(r, c->head)->upos == DL_UPOS_NOUN &&
           dl_lemma_among(r, c->head, "war warfare conflict insurgency rebellion hostilities unrest violence");
}

/* "Detained three marchers" and "accused them of rigging the vote", "withdrew" and "freed": deeds of one event that are none of another's. */
static bool other_deed(const dl_claim *a, const dl_claim *b) {
    if (!a->mode.size || !b->mode.size || dl_bytes_equal(a->mode, b->mode)) return false;
    bool coerced = a->event == DL_EVENT_COERCE && dl_bytes_among(a->mode, "arrest restrict") && dl_bytes_among(b->mode, "arrest restrict");
    return coerced || a->event == DL_EVENT_RETREAT;
}

bool dl_same_incident(const dl_reading *r, const dl_claim *a, const dl_claim *b) {
    if (other_deed(a, b)) return false;
    if (a->event == DL_EVENT_ASSAULT && told_alike(a, b) && times_agree(a, b) && same_victim(r, a, b)) return true;
    return told_alike(a, b) && places_agree(r->doc, a, b) && times_agree(a, b) && role_agrees(r, a, b, DL_ROLE_WHO) &&
           (role_agrees(r, a, b, DL_ROLE_WHOM) || outcome_of(a, b)) && dl_is_war(r, a) == dl_is_war(r, b);
}

/* Whether the claim's place stands in the noun's own phrase or with its verb ("the attack took place in Lima"), and not with another verb behind it
 * ("the attack was the work of rebels, who left a bomb in Lima"). */
static bool has_own_place(const dl_reading *r, const dl_claim *c) {
    enum { STEPS = 8 };
    if (!c->place || c->where_basis >= DL_BASIS_PARAGRAPH) return false;
    uint32_t verb = dl_at(r, c->head)->head, t = r->doc->places.rows[c->place].first_token;
    for (uint32_t steps = 0; t && steps < STEPS; t = dl_at(r, t)->head, steps++) {
        if (t == c->head || t == verb) return true;
        if (dl_at(r, t)->upos == DL_UPOS_VERB) return false;
    }
    return true;
}

/* "The attack was blamed on the rebels", "took part in the crime": the one told last, whoever its doers were said to be. */
static bool points_back(const dl_reading *r, const dl_claim *c) {
    static const char pointing[] = "the this that";
    const dl_token *t = dl_at(r, c->head);
    bool bare = c->when_basis != DL_BASIS_SAID && !has_own_place(r, c);
    bool describes = t->deprel == DL_DEP_AMOD && t->xpos == DL_XPOS_VBN; /* "the murdered diplomat" */
    if (bare && describes) return dl_child_lemma(r, t->head, DL_DEP_DET, pointing);
    return bare && !dl_claim_has(r->doc, c, DL_ROLE_WHOM) && t->upos == DL_UPOS_NOUN && t->xpos == DL_XPOS_NN &&
           dl_child_lemma(r, c->head, DL_DEP_DET, pointing) && !dl_is_war(r, c);
}

/* "The attack may have been the work of rebels": what is open is whose deed it was. */
static bool recalled_alike(const dl_claim *a, const dl_claim *b) {
    return a->event == b->event && (a->status == DL_CLAIM_POSSIBLE || told_alike(a, b));
}

/* "A bomb allegedly planted by rebels | exploded", "the bomb may have been | planted by rebels", behind one that exploded: whose bomb it was is open,
 * and what it did is told. */
static uint32_t weapon_of(const dl_reading *r, const dl_claim *c) {
    const dl_token *t = dl_at(r, c->head);
    uint32_t noun = t->deprel == DL_DEP_ACL || t->deprel == DL_DEP_ACL_RELCL ? t->head : dl_child(r, c->head, DL_DEP_NSUBJ);
    if (noun && !dl_in_sets(r, noun, DL_SET(explosive))) noun = 0;
    return noun ? noun : dl_child(r, c->head, DL_DEP_OBJ);
}

static bool of_weapon_told(const dl_reading *r, const dl_claim *a, const dl_claim *b) {
    if (!dl_bytes_is(a->mode, "explosives") || !dl_bytes_is(b->mode, "explosives") || a->event != b->event) return false;
    bool open = a->status == DL_CLAIM_POSSIBLE || b->status == DL_CLAIM_POSSIBLE;
    if (!open && told_alike(a, b)) return false; /* a matter of place, day and parties */
    uint32_t x = weapon_of(r, a), y = weapon_of(r, b);
    bool pointed = x && dl_in_sets(r, x, DL_SET(explosive)) && dl_child_lemma(r, x, DL_DEP_DET, "the this that");
    return x && (x == y || pointed);
}

/* "raising the toll to 14 after a guard died": a death of the incident whose toll it raises, on whatever day. */
static bool raises_a_toll(const dl_reading *r, const dl_claim *c) {
    uint32_t first = r->doc->sentences.rows[c->sentence].first_token;
    for (uint32_t t = c->head > first + TOLL_REACH ? c->head - TOLL_REACH : first; t < c->head; t++)
        if (dl_base_of(r, t) == DL_DEP_OBJ && dl_lemma_among(r, t, "toll tally")) return true;
    return false;
}

/* Both told of places of their own, far from each other in one land: of two lands one is too often a namesake. */
static bool far_apart(const dl_doc *doc, const dl_claim *a, const dl_claim *b) {
    const dl_place *x = &doc->places.rows[a->place], *y = &doc->places.rows[b->place];
    bool own = a->place && b->place && a->where_basis < DL_BASIS_PARAGRAPH && b->where_basis < DL_BASIS_PARAGRAPH;
    bool fine = own && x->precision < DL_PRECISION_ADMIN1 && y->precision < DL_PRECISION_ADMIN1;
    return fine && dl_bytes_equal(x->country, y->country) && (fabs(x->lat - y->lat) > 1 || fabs(x->lon - y->lon) > 1); /* no number: not */
}

/* "In May a bomb exploded", behind "Sunday's attack" and a claim without a day, "one in Dayton" behind "the shooting in El Paso" and "a week of
 * shootings": what agrees with one claim of an incident must not contradict another. */
static bool contradicts(const dl_reading *r, uint32_t claim, uint32_t incident) {
    const dl_doc *doc = r->doc;
    const dl_claim *c = &doc->claims.rows[claim];
    for (uint32_t k = claim; k-- > 1 && k + LOOK_BACK >= claim;) {
        const dl_claim *other = &doc->claims.rows[k];
        if (other->incident != incident || !told_alike(c, other)) continue;
        if (!times_agree(c, other) || (far_apart(doc, c, other) && !same_victim(r, c, other))) return true;
    }
    return false;
}

static bool same_kind(const dl_claim *a, const dl_claim *b) {
    return a->sentence == b->sentence && told_alike(a, b);
}

/* "Destroyed when a bomb allegedly planted by rebels exploded": the claim in between, an incident of its own so far, goes where its weapon's goes. */
static bool takes_along(dl_build *b, uint32_t claim, uint32_t next) {
    dl_claim *before = &b->r.doc->claims.rows[claim - 1], *c = &b->r.doc->claims.rows[claim];
    bool alone = claim > 1 && before->incident + 1 == next && c->incident != before->incident;
    if (!alone || !of_weapon_told(&b->r, c, before)) return false;
    before->incident = c->incident;
    return true;
}

/* The newest claim of its incident that tells when it was, for one that does not; the claims that do not, for one that does. */
static void share_time(dl_build *b, uint32_t claim) {
    const dl_doc *doc = b->r.doc;
    const dl_claim *c = &doc->claims.rows[claim];
    for (uint32_t k = claim; k-- > 1 && k + LOOK_BACK >= claim;)
        if (doc->claims.rows[k].incident == c->incident) dl_claim_recalled(b, claim, k, same_victim(&b->r, c, &doc->claims.rows[k]));
}

void dl_claims_incidents(dl_build *b) {
    dl_doc *doc = b->r.doc;
    uint32_t next = 1;
    for (DL_EACH(i, &doc->claims)) {
        dl_claim *c = &doc->claims.rows[i];
        bool toll = raises_a_toll(&b->r, c), back = points_back(&b->r, c), more = one_more(&b->r, c);
        for (uint32_t k = i; !more && k-- > 1 && k + LOOK_BACK >= i && !c->incident;)
            if ((dl_same_incident(&b->r, c, &doc->claims.rows[k]) && !contradicts(&b->r, i, doc->claims.rows[k].incident)) ||
                (toll && same_kind(c, &doc->claims.rows[k])) || (back && recalled_alike(c, &doc->claims.rows[k]))) {
                c->incident = doc->claims.rows[k].incident;
                dl_trace_add(b, i, "incident", "agrees-with-claim", 0, 0, 0, dl_claim_named(b, k));
            }
        for (uint32_t k = i; !more && k-- > 1 && k + LOOK_BACK >= i && !c->incident;)
            if (of_weapon_told(&b->r, c, &doc->claims.rows[k])) c->incident = doc->claims.rows[k].incident;
        if (!c->incident) c->incident = next++;
        if (takes_along(b, i, next)) next--;
    }
    for (DL_EACH(i, &doc->claims)) share_time(b, i); /* last, so that no day that was handed on parts or joins incidents */
}
