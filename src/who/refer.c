/* Who is meant: pronouns, definite descriptions and appositions, one mention at a time in text order. */
#include "who/refer.h"
#include "know/code.h"

/* What a description says of the name that it stands beside: a rank may be of the police, and of persons whom the table knows without an office the
 * description tells more. */
static void learn_role(dl_scene *s, const dl_draft *d, dl_entity *e) {
    if (e->rank && dl_bytes_among(d->parts.role, "cop prm reb")) e->actor = d->mention.actor, e->rank = false;
    bool nation = d->parts.countries == 1 && !e->known && dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "national citizen");
    if (nation && dl_actor_country(e->actor).size)
        e->actor = dl_actor_compose(&s->doc->arena, d->parts.country[0], (dl_bytes){e->actor.data + 3, e->actor.size - 3});
    bool more = d->mention.actor.size > e->actor.size && !d->parts.former && dl_who_is_person(d);
    if (e->known ? more && e->actor.size == 3 : d->mention.actor.size && e->actor.size < 4) e->actor = d->mention.actor;
}

/* "Wounded | six", "arrested | two": a number alone. */
static bool is_bare_number(const dl_scene *s, const dl_draft *d) {
    const dl_token *w = dl_who_token(s, d->mention.head);
    return w->upos == DL_UPOS_NUM && (w->deprel == DL_DEP_OBJ || w->deprel == DL_DEP_NSUBJ_PASS) && !dl_who_child(s, d->mention.head, DL_DEP_NMOD);
}

/* "Killed three soldiers and wounded six | others", "and wounded | six": of the kind of those who came to harm before, in this sentence; but "a judge
 * and two others". */
static dl_bytes of_same_kind(dl_scene *s, uint32_t at) {
    const dl_draft *others = dl_who_ordered(s, at);
    bool more = dl_who_lemma(s, others->mention.head, "other") && others->mention.plural;
    if ((!more && !is_bare_number(s, others)) || others->parts.countries) return (dl_bytes){0};
    for (uint32_t i = at; i-- > 1;) {
        const dl_draft *d = dl_who_ordered(s, i);
        if (d->mention.sentence != others->mention.sentence) break;
        const dl_token *w = dl_who_token(s, d->mention.head);
        bool harmed = w->deprel == DL_DEP_OBJ || w->deprel == DL_DEP_NSUBJ_PASS,
             beside = dl_who_token(s, others->mention.head)->head == d->mention.head;
        if (harmed && !beside && d->mention.plural && d->mention.kind == DL_NAME_GROUP && !d->pronoun && !d->mention.named)
            return dl_who_actor_of(s, d);
    }
    return (dl_bytes){0};
}

/* "The ministry condemned the raid. | A spokesman": whose he is is the body that acted or spoke in the sentence before. */
static dl_bytes of_body_before(dl_scene *s, uint32_t at) {
    enum { AGO = 1 };
    const dl_draft *d = dl_who_ordered(s, at);
    bool bare = d->alone && !dl_who_child(s, d->mention.head, DL_DEP_NMOD) &&
                dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "spokesman spokeswoman spokesperson");
    for (uint32_t back = 1; bare && back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (d->mention.sentence - c->mention.sentence > AGO) break;
        bool body = c->mention.kind == DL_NAME_ORGANISATION || (c->mention.kind == DL_NAME_GROUP && c->many);
        bool subject = dl_deprel_base(dl_who_token(s, c->mention.head)->deprel) == DL_DEP_NSUBJ;
        if (body && subject && c->mention.sentence != d->mention.sentence && dl_who_actor_of(s, c).size >= 3) return dl_who_actor_of(s, c);
    }
    return (dl_bytes){0};
}

static void refer_description(dl_scene *s, uint32_t at) {
    dl_draft *d = dl_who_ordered(s, at);
    dl_agent agent = dl_who_agent(s, d->agent);
    bool linked = dl_who_refer_beside(s, d);
    bool back = !linked && (dl_who_members(s, at, &agent) || dl_who_refer_back(s, at, &agent));
    if (!linked && !back && (dl_who_pair(s, at, &agent) || dl_who_refer_country(s, at, &agent))) return;
    d = dl_who_ordered(s, at);
    /* a name of which nothing is known learns from the description */
    const dl_entity *same = dl_who_entity_of(s, d);
    if (back && (d->mention.actor.size || same->actor.size || !same->name.size)) return;
    linked |= back;
    dl_who_settle(s, d, &agent);
    if (agent.weak && dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "leader") && d->parts.countries && !d->parts.role.size)
        d->parts.role = DL_LIT("GOV"), d->parts.weak = false;
    d->mention.actor = dl_who_code(s, &d->parts, 0);
    if (!d->mention.actor.size) d->mention.actor = of_same_kind(s, at);
    if (!d->mention.actor.size && d->parts.voice) d->mention.actor = of_body_before(s, at);
    if (!linked) d->mention.entity = dl_who_entity(s, d->mention.kind);
    dl_entity *e = dl_who_entity_of(s, d);
    if (!e->gender && agent.gender) e->gender = agent.gender, e->told = true;
    if (!linked) {
        e->actor = d->mention.actor;
        return;
    }
    learn_role(s, d, e);
}

/* A word behind an adjective of nationality that belongs to the same phrase. */
static bool goes_on(const dl_scene *s, uint32_t t, uint32_t sentence) {
    if (t >= s->doc->tokens.count || dl_who_token(s, t)->sentence != sentence) return false;
    unsigned upos = dl_who_token(s, t)->upos;
    return upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_ADJ;
}

/* "Cole, a | Libyan", "Cole is a Libyan": a name of whose land nothing is known learns it. */
static void learn_land(dl_scene *s, const dl_draft *d) {
    uint32_t name = d->country.size == 3 ? dl_who_compatriot(s, d) : 0;
    dl_entity *e = name ? dl_who_entity_of(s, &s->drafts.rows[name]) : NULL;
    if (!e || e->known || e->id.size || dl_actor_country(e->actor).size) return;
    e->actor = e->actor.size ? dl_actor_compose(&s->doc->arena, d->country, e->actor) : d->mention.actor;
}

/* "An ethnic Albanian | from Kosovo": of the land that he is from. */
static dl_bytes home_of(dl_scene *s, const dl_draft *d) {
    dl_parts parts = {0};
    dl_who_add_phrases(s, d->mention.head, "of from in", &parts);
    return parts.countries == 1 ? parts.country[0] : dl_who_governing(s, d->first, false, true);
}

/* "five Iraqis", "a Libyan": people of the country; "the Russians" may be the state. */
static void refer_nationality(dl_scene *s, dl_draft *d) {
    const dl_token *w = dl_who_token(s, d->mention.head);
    dl_deprel base = dl_deprel_base(w->deprel);
    bool many = w->xpos == DL_XPOS_NNS || w->xpos == DL_XPOS_NNPS, before = goes_on(s, d->last + 1, w->sentence);
    bool noun = (w->upos == DL_UPOS_NOUN || w->upos == DL_UPOS_PROPN) && !before &&
                (many || (base != DL_DEP_AMOD && base != DL_DEP_COMPOUND && base != DL_DEP_FLAT));
    uint32_t det = dl_who_child(s, d->mention.head, DL_DEP_DET);
    if (noun && d->first > 1 && s->marks[d->first - 1].country && s->marks[d->first - 1].adjective) { /* "Bosnian Serbs" */
        d->mention.entity = dl_who_entity(s, DL_NAME_NATIONALITY);
        d->country = dl_know_cell(s->know, s->countries, s->marks[d->first - 1].country - 1, s->country_code);
        d->mention.actor = dl_actor_compose(&s->doc->arena, d->country, DL_LIT("CVL"));
        return;
    }
    if (noun && d->first > 1 && dl_who_lemma(s, d->first - 1, "ethnic")) { /* a people, wherever it lives */
        d->mention.entity = dl_who_entity(s, DL_NAME_NATIONALITY);
        d->country = home_of(s, d);
        d->mention.actor = dl_actor_compose(&s->doc->arena, d->country, DL_LIT("CVL"));
        learn_land(s, d);
        return;
    }
    if (!noun || (det && dl_bytes_among(dl_token_text(s->doc, det), "the"))) return;
    d->mention.actor = dl_actor_compose(&s->doc->arena, d->country, DL_LIT("CVL"));
    learn_land(s, d);
}

void dl_who_refer(dl_scene *s, uint32_t at) {
    dl_draft *d = dl_who_ordered(s, at);
    dl_who_note_body(s, d);
    if (!d->mention.entity) {
        if (d->pronoun)
            dl_who_refer_pronoun(s, at);
        else
            refer_description(s, at);
    } else if (d->mention.kind == DL_NAME_NATIONALITY)
        refer_nationality(s, d);
    else if (dl_who_is_person(d))
        dl_who_tie_lead(s, at);
    dl_entity *e = dl_who_entity_of(s, dl_who_ordered(s, at));
    if (e->times < 255) e->times++;
}
