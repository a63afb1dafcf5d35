/* Definite descriptions, by sieves from the surest to the least sure (Lee et al. 2013): the same words again; the person who was called so; the same
 * noun with no word that was not told before ("the army"); a name with the word in it, or of its sort ("the front", "the militants", "the group");
 * and, in told.c, whoever was told of so ("the accused", "the 43-year-old", "her rival", "the company"). */
#include "know/code.h"
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

/* "NAIROBI (AP) -- The group": who the report is from is not who it is about. */
bool dl_who_is_credit(dl_scene *s, const dl_draft *d) {
    uint32_t first = s->doc->sentences.rows[d->mention.sentence].first_token, next = d->last + 1;
    bool agency = d->mention.named && d->mention.entity && dl_bytes_finish(dl_who_entity_of(s, d)->actor, "JRN") && d->first > first &&
                  next < s->doc->tokens.count;
    return agency && dl_bytes_is(dl_token_text(s->doc, d->first - 1), "(") && dl_bytes_is(dl_token_text(s->doc, next), ")");
}

/* Whether a name is of the sort that the noun tells: "the alliance" is NATO, "the newspaper" is none. */
static bool is_sort(dl_scene *s, const dl_draft *d, const dl_agent *agent, dl_bytes actor) {
    dl_bytes lemma = dl_who_token(s, d->mention.head)->lemma;
    if (dl_bytes_among(lemma, "alliance bloc union body agency") && dl_actor_is_international(actor)) return true;
    if (dl_bytes_among(agent->role, "soc") && dl_bytes_start(actor, "NGO") &&
        dl_bytes_among(lemma, "group organization organisation watchdog charity"))
        return true;
    if (dl_bytes_among(agent->role, "jrn pty reb bus edu ngo crm rel med lab soc opp prm")) return same_role(actor, agent->role);
    return agent->weak && dl_bytes_among(lemma, "group movement organization organisation");
}

/* "The ministers" are the foreign ministers told of before. */
static bool shortens(const dl_scene *s, const dl_draft *d, const dl_draft *candidate) {
    const dl_token *short_form = dl_who_token(s, d->mention.head), *long_form = dl_who_token(s, candidate->mention.head);
    return d->mention.plural && s->marks[d->mention.head].agent_words == 1 && short_form->stem && short_form->stem == long_form->stem;
}

/* "the European team", "the other side": a word that tells it from those told of before. */
static bool is_contrast(const dl_scene *s, uint32_t t) {
    return dl_bytes_among(dl_who_token(s, t)->lemma,
                          "other another new different rival next last first second third separate fellow late elite more");
}

static bool is_told_in(const dl_scene *s, uint32_t t, const dl_draft *c) {
    for (uint32_t k = c->first; k <= c->last; k++)
        if (dl_bytes_alike(dl_who_token(s, k)->lemma, dl_who_token(s, t)->lemma)) return true;
    return false;
}

/* "The premier's | office" is none that is not told of as a premier's; anybody's may be the land's at hand ("the country's army"). */
static bool is_of_another(const dl_scene *s, const dl_draft *d, const dl_draft *c) {
    uint32_t owner = dl_who_owner(s, d->mention.head);
    if (!owner || dl_who_token(s, owner)->upos == DL_UPOS_PRON) return false;
    return !dl_bytes_among(dl_who_token(s, owner)->lemma, "country nation people world region state city") && !is_told_in(s, owner, c);
}

/* Whether what the words in front of the noun tell stands in the phrase before as well; in a name anything may be meant, but nobody else's. */
static bool tells_no_more(const dl_scene *s, const dl_draft *d, const dl_draft *c) {
    uint32_t words = s->marks[d->mention.head].agent_words, end = d->mention.head + 1 - (words ? words : 1);
    if (c->mention.named && is_of_another(s, d, c)) return false;
    for (uint32_t t = d->first; t < end; t++) {
        unsigned upos = dl_who_token(s, t)->upos;
        bool content = upos == DL_UPOS_ADJ || upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_NUM || upos == DL_UPOS_VERB;
        if (!content || dl_bytes_among(dl_who_token(s, t)->lemma, "same whole entire very alleged")) continue;
        if (is_contrast(s, t) || (!c->mention.named && !is_told_in(s, t, c))) return false;
    }
    return true;
}

/* "the candidates | elected here", "the people | in the camp": of all such those alone. A body is one, wherever it is. */
bool dl_who_is_restricted(const dl_scene *s, const dl_draft *d, const dl_agent *agent) {
    uint32_t seen = 0, head = d->mention.head;
    bool one = agent->kind == DL_AGENT_BODY || agent->kind == DL_AGENT_GROUP;
    for (uint32_t c = s->child[head]; c && seen++ < DL_WHO_CHILDREN; c = s->sibling[c]) {
        dl_deprel base = dl_deprel_base(dl_who_token(s, c)->deprel);
        if (c <= head || dl_who_token(s, head + 1)->upos == DL_UPOS_PUNCT) continue;
        if (base == DL_DEP_ACL && c <= head + 3 && (!one || dl_who_token(s, c)->deprel == DL_DEP_ACL_RELCL)) return true;
        if (base == DL_DEP_NMOD && c <= head + 4 && dl_who_has_case(s, c, one ? "of" : "of with like from in at near on")) return true;
    }
    return false;
}

/* "the Afghan team ... the Afghan team": word for word, of the same country. */
static uint32_t same_words(dl_scene *s, uint32_t at) {
    const dl_draft *d = dl_who_ordered(s, at);
    dl_bytes words = dl_doc_words(s->doc, d->mention.span);
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (c->pronoun || c->mention.named || c->agent != d->agent || !dl_bytes_alike(words, dl_doc_words(s->doc, c->mention.span))) continue;
        bool countries = c->parts.countries == d->parts.countries && d->parts.countries == 1;
        if (countries && dl_bytes_equal(c->parts.country[0], d->parts.country[0])) return s->order.rows[at - back];
    }
    return 0;
}

static bool was_called(const dl_scene *s, const dl_entity *e, uint32_t noun) {
    uint32_t stem = dl_who_called_by(s, noun);
    for (uint32_t i = 0; i < DL_WHO_CALLED && e->called[i]; i++)
        if (e->called[i] == stem) return true;
    return false;
}

/* The same noun in the same number, be more told of it or not. */
static bool is_alike(const dl_scene *s, const dl_draft *d, const dl_draft *c) {
    if (c->pronoun || !c->mention.entity || !c->agent) return false;
    return (c->agent == d->agent || shortens(s, d, c)) && c->mention.plural == d->mention.plural;
}

static bool means(dl_scene *s, const dl_draft *d, const dl_agent *agent, const dl_draft *candidate) {
    if (candidate->pronoun || !candidate->mention.entity || dl_who_is_credit(s, candidate)) return false;
    if (candidate->agent) return is_alike(s, d, candidate) && tells_no_more(s, d, candidate);
    dl_entity *e = dl_who_entity_of(s, candidate);
    if (dl_who_is_person(d) && dl_who_is_person(candidate)) return was_called(s, e, d->mention.head);
    if (candidate->mention.kind != DL_NAME_ORGANISATION || !tells_no_more(s, d, candidate)) return false;
    if (d->mention.plural) /* "the militants" */
        return dl_bytes_is(agent->role, "REB") && (same_role(e->actor, DL_LIT("REB")) || dl_bytes_start(e->actor, "IMG"));
    return agent->kind == DL_AGENT_BODY && (names_itself(s, d, candidate) || is_sort(s, d, agent, e->actor));
}

/* "Chinese Vice Premier Luo Gang ... the vice premier": the words in front of a name. */
static uint32_t name_titled(dl_scene *s, uint32_t at) {
    const dl_draft *d = dl_who_ordered(s, at);
    uint32_t words = d->mention.head + 1 - d->first;
    if (!dl_who_is_person(d) || words < 2 || d->last != d->mention.head) return 0;
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (!c->mention.named || !dl_who_is_person(c) || c->first <= words) continue;
        uint32_t k = 0;
        while (k < words && dl_bytes_alike(dl_token_text(s->doc, d->mention.head - k), dl_token_text(s->doc, c->first - 1 - k))) k++;
        if (k == words) return s->order.rows[at - back];
    }
    return 0;
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

/* "Statoil ... the Norwegian company": a name of the sort, of the country that the description names. */
static uint32_t name_of_country(dl_scene *s, uint32_t at, const dl_agent *agent) {
    const dl_draft *d = dl_who_ordered(s, at);
    if (d->parts.countries != 1 || d->parts.base.size || d->mention.plural) return 0;
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (!c->mention.named || c->agent || !means(s, d, agent, c)) continue;
        if (dl_bytes_equal(dl_actor_country(dl_who_actor_of(s, c)), d->parts.country[0])) return s->order.rows[at - back];
    }
    return 0;
}

/* "The RSF crossed the border. | The paramilitary group": the armed body that was last named. */
static uint32_t armed_name(dl_scene *s, uint32_t at) {
    enum { AGO = 3 };
    const dl_draft *d = dl_who_ordered(s, at);
    bool armed = dl_bytes_among(d->parts.role, "reb prm") && !d->parts.countries && !d->parts.base.size && d->first < d->mention.head;
    if (!armed || dl_who_token(s, d->mention.head)->xpos != DL_XPOS_NN) return 0;
    if (!dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "group force movement organisation organization militia")) return 0;
    for (uint32_t t = d->first; t < d->mention.head; t++)
        if (is_contrast(s, t) || s->marks[t].name) return 0;
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (d->mention.sentence - c->mention.sentence > AGO) break;
        bool body = c->mention.named && !dl_who_is_person(c) && c->mention.kind != DL_NAME_PLACE && c->mention.entity && !dl_who_same_clause(s, d, c);
        dl_bytes actor = body ? dl_who_actor_of(s, c) : (dl_bytes){0};
        if (body && (same_role(actor, DL_LIT("REB")) || same_role(actor, DL_LIT("PRM")) || dl_bytes_start(actor, "IMG")))
            return s->order.rows[at - back];
    }
    return 0;
}

/* The mention that has the description's noun, or its sort. */
static uint32_t last_meant(dl_scene *s, uint32_t at, const dl_agent *agent) {
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++)
        if (means(s, dl_who_ordered(s, at), agent, dl_who_ordered(s, at - back))) return at - back;
    return 0;
}

static void be(dl_scene *s, dl_draft *d, const dl_draft *c) {
    d->mention.entity = c->mention.entity;
    d->mention.actor = c->mention.actor.size ? c->mention.actor : dl_who_entity_of(s, c)->actor;
}

/* "The European team" has a name of its own. */
static bool is_told_apart(const dl_scene *s, const dl_draft *d) {
    for (uint32_t t = d->first; t < d->mention.head; t++)
        if (dl_is_upper(dl_token_text(s->doc, t).data[0]) && !s->doc->sentences.rows[d->mention.sentence].capitals) return true;
    return false;
}

/* "The rebels | who came from the hills": not those of before, but whose they are. */
static bool take_after(dl_scene *s, uint32_t at, const dl_agent *agent, bool restricted) {
    dl_draft *d = dl_who_ordered(s, at);
    uint32_t meant = restricted ? last_meant(s, at, agent) : 0;
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (back != at - meant && (!is_alike(s, d, c) || is_told_apart(s, d))) continue;
        d->mention.actor = dl_who_actor_of(s, c);
        d->mention.entity = dl_who_entity(s, d->mention.kind);
        dl_who_entity_of(s, d)->actor = d->mention.actor;
        return true;
    }
    return false;
}

bool dl_who_refer_back(dl_scene *s, uint32_t at, const dl_agent *agent) {
    dl_draft *d = dl_who_ordered(s, at);
    if (agent->kind == DL_AGENT_THING || agent->kind == DL_AGENT_NUMBER) return false;
    if (!d->definite) { /* "her brother" */
        uint32_t told = dl_who_told(s, at, agent, false);
        if (told) be(s, d, &s->drafts.rows[told]);
        return told;
    }
    if (dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "media press")) return false;
    bool restricted = d->alone && dl_who_is_restricted(s, d, agent);
    bool every = dl_bytes_among(dl_token_text(s->doc, d->first), "each every"), again = d->alone && !every && !restricted;
    uint32_t found = every ? 0 : same_words(s, at);
    if (!found && !every) found = name_titled(s, at);
    if (!found && !every) found = name_of_country(s, at, agent);
    if (!found && !every && !dl_who_is_restricted(s, d, agent)) found = armed_name(s, at);
    if (found) return be(s, d, &s->drafts.rows[found]), true;
    uint32_t person = again && dl_who_is_person(d) ? most_spoken_of(s, at, agent) : 0;
    if (person) return d->mention.entity = person, d->mention.actor = s->entities.rows[person].actor, true;
    found = again ? last_meant(s, at, agent) : 0;
    if (found) {
        const dl_draft *c = dl_who_ordered(s, found);
        d->mention.entity = c->mention.entity;
        d->mention.actor = c->mention.actor;
        if (d->mention.plural) dl_who_add_row(s, at, s->order.rows[found]); /* "The ministers", of several countries */
        return true;
    }
    found = dl_who_told(s, at, agent, again);
    if (found) return be(s, d, &s->drafts.rows[found]), true;
    return d->alone && take_after(s, at, agent, restricted);
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
