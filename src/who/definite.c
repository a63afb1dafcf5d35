/* Definite descriptions: "the army" means the army last described; "the group" the organisation last named of that sort; "the front" one with the
 * word in its name; "the militants" the armed group last named; "the island state" the country last spoken of. */
#include "who/refer.h"

static bool same_role(dl_bytes actor, dl_bytes role) {
    for (size_t i = 0; i + 3 <= actor.size && role.size >= 3; i += 3)
        if (!memcmp(actor.data + i, role.data, 3)) return true;
    return false;
}

/* "The front" is the Popular Front, "the ministry" the Ministry of Trade. */
static bool names_itself(const dl_scene *s, const dl_draft *d, const dl_draft *name) {
    for (uint32_t t = name->first; t <= name->last && name->first < name->last; t++)
        if (dl_bytes_alike(dl_token_text(s->doc, t), dl_who_token(s, d->mention.head)->lemma)) return true;
    return false;
}

bool dl_who_is_international(dl_bytes actor) {
    return dl_bytes_start(actor, "IGO") || dl_bytes_start(actor, "NGO");
}

/* Whether a name is of the sort that the noun tells: "the alliance" is NATO, "the newspaper" is none. */
static bool is_sort(dl_scene *s, const dl_draft *d, const dl_agent *agent, dl_bytes actor) {
    dl_bytes lemma = dl_who_token(s, d->mention.head)->lemma;
    if (dl_bytes_among(lemma, "alliance bloc union body agency") && dl_who_is_international(actor)) return true;
    if (dl_bytes_among(agent->role, "jrn pty reb bus edu ngo crm rel med lab soc opp prm")) return same_role(actor, agent->role);
    return agent->weak && dl_bytes_among(lemma, "group movement organization organisation");
}

/* "The ministers" are the foreign ministers told of before. */
static bool shortens(const dl_scene *s, const dl_draft *d, const dl_draft *candidate) {
    const dl_token *short_form = dl_who_token(s, d->mention.head), *long_form = dl_who_token(s, candidate->mention.head);
    return d->mention.plural && s->marks[d->mention.head].agent_words == 1 && short_form->stem && short_form->stem == long_form->stem;
}

static bool means(dl_scene *s, const dl_draft *d, const dl_agent *agent, const dl_draft *candidate) {
    if (candidate->pronoun || !candidate->mention.entity) return false;
    bool same = candidate->agent == d->agent || (candidate->agent && shortens(s, d, candidate));
    if (candidate->agent) return same && candidate->mention.plural == d->mention.plural;
    dl_entity *e = dl_who_entity_of(s, candidate);
    if (dl_who_is_person(d) && dl_who_is_person(candidate)) return e->title && e->title == dl_who_token(s, d->mention.head)->stem;
    if (candidate->mention.kind != DL_NAME_ORGANISATION) return false;
    if (d->mention.plural) /* "the militants" */
        return dl_bytes_is(agent->role, "REB") && (same_role(e->actor, DL_LIT("REB")) || dl_bytes_start(e->actor, "IMG"));
    return agent->kind == DL_AGENT_BODY && (names_itself(s, d, candidate) || is_sort(s, d, agent, e->actor));
}

/* "the president": of several with the title the one of whom the text speaks most. */
static uint32_t most_spoken_of(dl_scene *s, uint32_t at, const dl_agent *agent) {
    uint32_t entities[4] = {0}, counts[4] = {0}, n = 0, best = 0;
    const dl_draft *d = dl_who_ordered(s, at);
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (!dl_who_is_person(c) || !c->mention.named || !means(s, d, agent, c)) continue;
        uint32_t i = 0;
        while (i < n && entities[i] != c->mention.entity) i++;
        if (i == n && n < 4) entities[n++] = c->mention.entity;
        if (i < n) counts[i]++;
    }
    for (uint32_t i = 1; i < n; i++)
        if (counts[i] > counts[best]) best = i;
    return n ? entities[best] : 0;
}

bool dl_who_refer_back(dl_scene *s, uint32_t at, const dl_agent *agent) {
    dl_draft *d = dl_who_ordered(s, at);
    if (dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "media press")) return false;
    if (!d->definite || !d->alone || agent->kind == DL_AGENT_THING || agent->kind == DL_AGENT_NUMBER) return false;
    uint32_t person = dl_who_is_person(d) ? most_spoken_of(s, at, agent) : 0;
    if (person) return d->mention.entity = person, d->mention.actor = s->entities.rows[person].actor, true;
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (!means(s, d, agent, c)) continue;
        d->mention.entity = c->mention.entity;
        d->mention.actor = c->mention.actor;
        if (d->mention.plural) dl_who_add_row(s, at, s->order.rows[at - back]); /* "The ministers", of several countries */
        return true;
    }
    return false;
}

/* "Kenya opened relations with | the nation": to whom a subject does something is another than the subject. */
static bool is_acted_on(const dl_scene *s, const dl_draft *d, const dl_draft *subject) {
    uint32_t t = d->mention.head, verb = dl_who_token(s, subject->mention.head)->head;
    if (!subject->subject || !dl_who_has_case(s, t, "with against to toward towards on")) return false;
    for (uint32_t steps = 0; t && steps < 3; steps++) {
        dl_deprel base = dl_deprel_base(dl_who_token(s, t)->deprel);
        if (base != DL_DEP_NMOD && base != DL_DEP_OBL && base != DL_DEP_OBJ) return false;
        t = dl_who_token(s, t)->head;
        if (dl_who_shares_subject(s, t, verb)) return true;
    }
    return false;
}

/* The country last spoken of, by its place in the order; in one sentence a subject before others. 0: none, or, where a word says no more than "the
 * country", several of a sentence before that are no subject. */
static uint32_t last_country(dl_scene *s, uint32_t at, bool described) {
    const dl_draft *d = dl_who_ordered(s, at);
    uint32_t found = 0;
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back), *f = dl_who_ordered(s, found);
        if (d->mention.sentence - c->mention.sentence > DL_WHO_SENTENCES_BACK || (found && c->mention.sentence != f->mention.sentence)) break;
        if (c->mention.kind != DL_NAME_PLACE || c->pronoun || !c->country.size || dl_who_same_clause(s, d, c) || is_acted_on(s, d, c)) continue;
        if (c->subject) return at - back;
        bool before = c->mention.sentence < d->mention.sentence;
        if (found && before && !described && !dl_bytes_equal(c->country, f->country)) return 0;
        if (!found) found = at - back;
    }
    return found;
}

/* "the former Soviet state", "the kingdom", "the country"; not "the country that wants him". */
bool dl_who_refer_country(dl_scene *s, uint32_t at, const dl_agent *agent) {
    dl_draft *d = dl_who_ordered(s, at);
    uint32_t head = d->mention.head;
    bool described = d->first < head || dl_bytes_among(dl_who_token(s, head)->lemma, "kingdom emirate republic");
    if (!agent->country || !d->definite || d->parts.countries || d->parts.base.size || d->mention.plural) return false;
    if (!described && (dl_who_child(s, head, DL_DEP_ACL) || dl_who_child(s, head, DL_DEP_ACL_RELCL))) return false;
    uint32_t found = last_country(s, at, described);
    if (!found) return false;
    const dl_draft *c = dl_who_ordered(s, found);
    d->mention.entity = c->mention.entity;
    d->country = c->country;
    return true;
}
