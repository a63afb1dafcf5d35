/* Who is meant: pronouns, definite descriptions and appositions, one mention at a time in text order.
 *
 * A pronoun means the nearest thing of its kind and number, a subject before another word, this sentence before the last, three sentences at most;
 * "they" may mean a row ("Ghana and Togo"). "The army" means the army last described; "the group" the organisation last named of that sort; "the
 * front" one with the word in its name; "the militants" the armed group last named; "the island state" the country last spoken of. */
#include "know/code.h"
#include "who/scene.h"

enum { SENTENCES_BACK = 3, MOST_TOLD = 6 };

/* Whether the thing can be "it": a body or a country, one of it. */
static bool can_be_it(const dl_scene *s, const dl_draft *d) {
    if (dl_who_lemma(s, d->mention.head, "people")) return false;
    unsigned xpos = dl_who_token(s, d->mention.head)->xpos;
    if (d->mention.plural && (xpos == DL_XPOS_NNS || xpos == DL_XPOS_NNPS) && !d->many) return false;
    if (d->mention.named && d->first == d->last && xpos == DL_XPOS_NNPS && d->mention.kind != DL_NAME_PLACE) return false; /* "the Democrats" */
    if (d->mention.kind == DL_NAME_ORGANISATION || d->mention.kind == DL_NAME_GROUP) return !d->pronoun || d->mention.entity;
    return d->mention.kind == DL_NAME_PLACE && (d->country.size || d->mention.actor.size > 3);
}

static bool compatible(dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    dl_bytes word = dl_token_text(s->doc, pronoun->first);
    if (!d->mention.entity || (d->pronoun && d->mention.kind != pronoun->mention.kind)) return false;
    if (d->mention.span.begin > dl_who_token(s, d->first)->span.begin) return false;                                /* "anti-government" */
    if (d->pronoun && dl_bytes_among(dl_token_text(s->doc, d->first), "i me my mine we us our ours")) return false; /* who speaks is found later */
    if (dl_bytes_among(word, "he him his") && dl_who_is_person(d)) return dl_who_entity_of(s, d)->gender != 'f';
    if (dl_bytes_among(word, "she her hers") && dl_who_is_person(d)) return dl_who_entity_of(s, d)->gender != 'm';
    if (dl_bytes_among(word, "they them their"))
        return d->mention.plural || dl_who_heads_row(s, d) || d->mention.kind == DL_NAME_GROUP || d->mention.kind == DL_NAME_ORGANISATION;
    return dl_bytes_among(word, "it its") && can_be_it(s, d);
}

/* "Lopez attacked Cole, | accusing him": a verb without a subject of its own has that of the verb that it goes on from. */
static bool shares_subject(const dl_scene *s, uint32_t verb, uint32_t of) {
    for (uint32_t steps = 0; verb && steps < 3 && verb != of; verb = dl_who_token(s, verb)->head, steps++) {
        dl_deprel base = dl_deprel_base(dl_who_token(s, verb)->deprel);
        bool goes_on = base == DL_DEP_ADVCL || base == DL_DEP_CONJ || base == DL_DEP_XCOMP;
        if (!goes_on || dl_who_child(s, verb, DL_DEP_NSUBJ) || (base == DL_DEP_XCOMP && dl_who_child(s, dl_who_token(s, verb)->head, DL_DEP_OBJ)))
            return false;
    }
    return of && verb == of;
}

/* The object of a verb does not mean its subject. */
static bool same_clause(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *p = dl_who_token(s, pronoun->mention.head), *q = dl_who_token(s, d->mention.head);
    bool object = p->deprel == DL_DEP_OBJ || p->deprel == DL_DEP_IOBJ || p->deprel == DL_DEP_OBL;
    if (p->xpos == DL_XPOS_PRP_POSS) return false;
    if (object && dl_deprel_base(q->deprel) == DL_DEP_NSUBJ && shares_subject(s, p->head, q->head)) return true;
    const dl_token *whole = dl_who_token(s, p->head); /* "caught both of | them" */
    if (p->deprel == DL_DEP_NMOD && p->head && whole->deprel == DL_DEP_OBJ && whole->head == q->head && dl_deprel_base(q->deprel) == DL_DEP_NSUBJ)
        return true;
    return p->head == d->mention.head || (object && p->head && p->head == q->head);
}

/* "Lopez and | his aides" */
static bool in_row_with(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    bool possessive = dl_who_token(s, pronoun->mention.head)->xpos == DL_XPOS_PRP_POSS;
    return possessive && d->last + 2 == pronoun->first && dl_bytes_among(dl_token_text(s->doc, d->last + 1), "and &");
}

/* "Police caught two men. | They were jailed": whom the law has in its hands. */
static bool is_in_custody(const dl_scene *s, const dl_draft *pronoun) {
    const dl_token *w = dl_who_token(s, pronoun->mention.head);
    bool patient = w->deprel == DL_DEP_NSUBJ_PASS || w->deprel == DL_DEP_OBJ;
    return patient && w->head &&
           dl_bytes_among(dl_who_token(s, w->head)->lemma,
                          "arrest detain jail imprison sentence convict indict charge deport extradite acquit torture release free");
}

/* "Stone accused Cole of saying | he wanted more": what somebody is accused of is his. */
static bool is_accused(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *w = dl_who_token(s, d->mention.head);
    bool accused = (w->deprel == DL_DEP_OBJ || w->deprel == DL_DEP_NSUBJ_PASS) &&
                   dl_bytes_among(dl_who_token(s, w->head)->lemma, "accuse suspect convict charge");
    return accused && w->sentence == pronoun->mention.sentence && w->head < pronoun->first && d->last < pronoun->first;
}

static uint32_t score(dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    uint32_t away = pronoun->mention.sentence - d->mention.sentence;
    bool possessive = dl_who_token(s, d->mention.head)->deprel == DL_DEP_NMOD_POSS;
    uint32_t points = d->subject ? 60 : possessive ? 20 : 35;
    if (away == 0) points += dl_who_token(s, pronoun->mention.head)->xpos == DL_XPOS_PRP_POSS ? 45 : 30;
    dl_deprel role = dl_who_token(s, pronoun->mention.head)->deprel;
    if (away == 0 && (role == DL_DEP_OBJ || role == DL_DEP_IOBJ) && dl_who_is_person(d)) points += 12; /* "broke with Stone and urged | him" */
    if (away == 1) points += 15;
    if (away > 1) points -= 4 * (away - 1);
    if (d->mention.named) points += 4;
    if (dl_who_is_person(d))
        points += dl_who_entity_of(s, d)->times < MOST_TOLD ? dl_who_entity_of(s, d)->times : MOST_TOLD; /* of whom much is told */
    if (in_row_with(s, pronoun, d)) points += 60;
    if (is_accused(s, pronoun, d)) points += 40;
    if (dl_who_is_person(d) && dl_who_entity_of(s, d)->told) points += 8; /* who is known to be a woman, before who may be one */
    bool body = d->mention.kind == DL_NAME_ORGANISATION && d->mention.named && !d->mention.plural;
    if (body && pronoun->mention.plural) points -= 12; /* "the ministry said they would", but rather of several */
    if (dl_actor_is_of(dl_who_actor_of(s, d), "COP JUD") && is_in_custody(s, pronoun)) points = points > 50 ? points - 50 : 0;
    /* who only reports is seldom spoken of */
    return dl_bytes_finish(dl_who_entity_of(s, d)->actor, "JRN") && points > 40 && dl_who_is_person(d) ? points - 40 : points;
}

/* "Diaz said he meant no harm and attacked | him": of whom the subject of the clause is, however it calls him, the object is not. */
static uint32_t subject_of_clause(dl_scene *s, uint32_t at) {
    const dl_draft *pronoun = dl_who_ordered(s, at);
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *d = dl_who_ordered(s, at - back);
        if (pronoun->mention.sentence != d->mention.sentence) return 0;
        if (d->pronoun && same_clause(s, pronoun, d)) return d->mention.entity;
    }
    return 0;
}

static uint32_t antecedent(dl_scene *s, uint32_t at) {
    const dl_draft *pronoun = dl_who_ordered(s, at);
    uint32_t best = 0, most = 0, barred = subject_of_clause(s, at);
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *d = dl_who_ordered(s, at - back);
        if (pronoun->mention.sentence - d->mention.sentence > SENTENCES_BACK) break;
        if (!compatible(s, pronoun, d) || same_clause(s, pronoun, d) || (barred && d->mention.entity == barred)) continue;
        uint32_t points = score(s, pronoun, d);
        /* of equals in an earlier sentence the first: it is what that sentence speaks of */
        bool topic =
            points == most && d->mention.sentence < pronoun->mention.sentence && best && s->drafts.rows[best].mention.sentence == d->mention.sentence;
        if (points > most || topic) most = points, best = s->order.rows[at - back];
    }
    return best;
}

/* "After | his release, Lopez agreed": in a phrase in front of it the owner is the subject behind, where that is a person's name. */
static uint32_t subject_behind(dl_scene *s, const dl_draft *pronoun) {
    uint32_t t = pronoun->first, path = 0;
    if (dl_who_token(s, t)->xpos != DL_XPOS_PRP_POSS) return 0;
    for (uint32_t steps = 0; steps < 4 && (path == 0 || path < pronoun->first + 8); steps++) {
        dl_deprel base = dl_deprel_base(dl_who_token(s, t)->deprel);
        path = t;
        t = dl_who_token(s, t)->head;
        if (!t) return 0;
        uint32_t subject = base == DL_DEP_OBL || base == DL_DEP_ADVCL ? dl_who_child(s, t, DL_DEP_NSUBJ) : 0;
        if (!subject) continue;
        uint32_t draft = subject > pronoun->first && subject < t ? s->marks[subject].draft : 0;
        const dl_draft *d = &s->drafts.rows[draft];
        return draft && d->mention.named && dl_who_is_person(d) && compatible(s, pronoun, d) ? draft : 0;
    }
    return 0;
}

static void refer_pronoun(dl_scene *s, uint32_t at) {
    dl_draft *d = dl_who_ordered(s, at);
    dl_bytes word = dl_token_text(s->doc, d->first);
    uint32_t found = subject_behind(s, d);
    if (!found) found = dl_bytes_among(word, "i me my mine we us our ours") ? 0 : antecedent(s, at);
    if (!found) {
        d->mention.entity = dl_who_entity(s, d->mention.kind);
        return;
    }
    const dl_draft *a = &s->drafts.rows[found];
    d->mention.entity = a->mention.entity;
    d->mention.kind = a->mention.kind;
    d->mention.actor = a->mention.actor;
    d->country = a->country;
    d->agent = a->agent;
    dl_entity *e = dl_who_entity_of(s, d);
    if (dl_who_is_person(d) && !e->gender && dl_bytes_among(word, "he him his she her hers"))
        e->gender = dl_bytes_among(word, "he him his") ? 'm' : 'f';
    if (dl_bytes_among(word, "they them their")) dl_who_add_row(s, at, found);
}

/* ---------------------------------------------------------------- descriptions */

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

static bool is_international(dl_bytes actor) {
    return dl_bytes_start(actor, "IGO") || dl_bytes_start(actor, "NGO");
}

/* Whether a name is of the sort that the noun tells: "the alliance" is NATO, "the newspaper" is none. */
static bool is_sort(dl_scene *s, const dl_draft *d, const dl_agent *agent, dl_bytes actor) {
    dl_bytes lemma = dl_who_token(s, d->mention.head)->lemma;
    if (dl_bytes_among(lemma, "alliance bloc union body agency") && is_international(actor)) return true;
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

static bool refer_back(dl_scene *s, uint32_t at, const dl_agent *agent) {
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
        if (shares_subject(s, t, verb)) return true;
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
        if (d->mention.sentence - c->mention.sentence > SENTENCES_BACK || (found && c->mention.sentence != f->mention.sentence)) break;
        if (c->mention.kind != DL_NAME_PLACE || c->pronoun || !c->country.size || same_clause(s, d, c) || is_acted_on(s, d, c)) continue;
        if (c->subject) return at - back;
        bool before = c->mention.sentence < d->mention.sentence;
        if (found && before && !described && !dl_bytes_equal(c->country, f->country)) return 0;
        if (!found) found = at - back;
    }
    return found;
}

/* "the former Soviet state", "the kingdom", "the country"; not "the country that wants him". */
static bool refer_country(dl_scene *s, uint32_t at, const dl_agent *agent) {
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

/* A comma closes the phrase within a few words. */
static bool closed(const dl_scene *s, uint32_t last) {
    for (uint32_t t = last + 1; t < s->doc->tokens.count && t <= last + 6; t++) {
        if (dl_who_token(s, t)->upos == DL_UPOS_VERB || dl_who_token(s, t)->upos == DL_UPOS_AUX) return false;
        if (dl_bytes_is(dl_token_text(s->doc, t), ",")) return true;
    }
    return false;
}

/* The name that ends in front of a comma before the description, or 0: "Ana Pop, | formerly the mayor". */
static uint32_t name_in_front(const dl_scene *s, const dl_draft *d) {
    uint32_t t = d->first;
    if (t > 1 && dl_bytes_among(dl_token_text(s->doc, t - 1), "the a an")) t--;
    if (t > 1 && dl_bytes_among(dl_token_text(s->doc, t - 1), "formerly currently now then once")) t--;
    if (t < 3 || !dl_bytes_is(dl_token_text(s->doc, t - 1), ",") || dl_who_token(s, t - 2)->sentence != d->mention.sentence) return 0;
    uint32_t n = s->marks[t - 2].name;
    return n && s->drafts.rows[n].mention.kind == DL_NAME_PERSON && !d->mention.plural ? n : 0;
}

/* "Ana Pop is a | Romanian national": likewise, or 0. */
static uint32_t name_that_is(const dl_scene *s, const dl_draft *d) {
    uint32_t t = d->first;
    if (t > 1 && dl_bytes_among(dl_token_text(s->doc, t - 1), "the a an")) t--;
    bool is = t > 2 && t < d->first && dl_bytes_among(dl_token_text(s->doc, t - 1), "is was");
    return is && dl_who_is_person(d) && dl_who_token(s, t - 2)->sentence == d->mention.sentence ? s->marks[t - 2].name : 0;
}

/* "Leonid Slutsky, a senior member of Russia's negotiating team": the name that the description stands beside, or 0. */
static uint32_t beside(const dl_scene *s, const dl_draft *d) {
    const dl_token *w = dl_who_token(s, d->mention.head);
    uint32_t front = name_in_front(s, d);
    if (w->deprel == DL_DEP_APPOS && w->head) return front ? front : s->marks[w->head].name;
    uint32_t name = dl_who_child(s, d->mention.head, DL_DEP_APPOS);
    if (name && s->marks[name].name) return s->marks[name].name;
    uint32_t is = name_that_is(s, d);
    if (is || !front) return is;
    /* the parser lost the tie */
    bool opens = s->drafts.rows[front].first == s->doc->sentences.rows[d->mention.sentence].first_token; /* "Ana Pop, the mayor said" */
    return w->deprel == DL_DEP_CONJ || (d->subject && !opens && !closed(s, d->last)) ? 0 : front;
}

static bool refer_beside(dl_scene *s, dl_draft *d) {
    uint32_t name = beside(s, d);
    if (!name || d->mention.kind == DL_NAME_FACILITY) return false;
    dl_draft *n = &s->drafts.rows[name];
    bool unplaced = n->mention.kind == DL_NAME_PLACE && !n->mention.place && !n->country.size;
    if (unplaced && dl_who_is_person(d)) { /* who is described as a person is one, whatever the tagger took the name for */
        n->mention.kind = DL_NAME_PERSON;
        dl_who_entity_of(s, n)->kind = DL_NAME_PERSON;
    }
    bool person = n->mention.kind == DL_NAME_PERSON && dl_who_is_person(d);
    bool body = n->mention.kind == DL_NAME_ORGANISATION && (d->mention.kind == DL_NAME_ORGANISATION || d->mention.kind == DL_NAME_GROUP);
    if (!person && !body) return false;
    d->mention.entity = n->mention.entity;
    dl_entity *e = dl_who_entity_of(s, d);
    if (!e->title) e->title = dl_who_token(s, d->mention.head)->stem;
    return true;
}

/* The country for which the mention acts: not one that only tells where something is. */
dl_bytes dl_who_acting_country(dl_scene *s, const dl_draft *d) {
    dl_bytes actor = dl_who_actor_of(s, d);
    bool state = actor.size == 6 && !memcmp(actor.data + 3, "GOV", 3) && (d->capital || (d->mention.named && dl_who_is_person(d)));
    if (state) return dl_actor_country(actor);
    if (!d->country.size || d->pronoun) return (dl_bytes){0};
    return dl_who_has_case(s, d->mention.head, "in at near inside outside into across through around") ? (dl_bytes){0} : d->country;
}

/* "The people on board", "Hutu soldiers": whose they are is told by something that no country is known of. */
static bool is_elsewhere(const dl_scene *s, const dl_draft *d) {
    uint32_t next = d->mention.head + 1, capitals = s->doc->sentences.rows[d->mention.sentence].capitals;
    if (!d->parts.state && next + 1 < s->doc->tokens.count && dl_bytes_among(dl_token_text(s->doc, next), "aboard on"))
        return dl_bytes_is(dl_token_text(s->doc, next), "aboard") || dl_bytes_among(dl_token_text(s->doc, next + 1), "board");
    uint32_t words = s->marks[d->mention.head].agent_words, before = d->mention.head - (words ? words : 1);
    const dl_token *w = dl_who_token(s, before);
    bool people = before >= d->first && before > 1 && w->deprel == DL_DEP_COMPOUND && w->upos == DL_UPOS_PROPN && !capitals;
    return people && dl_is_upper(dl_token_text(s->doc, before).data[0]) && !s->marks[before].agent && !s->marks[before].title;
}

/* "Norway expelled two nurses", "Norway blamed Chad for the death of a nurse": whom a state speaks of or acts on need not be its own, unless the
 * report is about it. */
static bool is_spoken_of(const dl_scene *s, const dl_draft *d, dl_bytes country) {
    const dl_sentence *row = &s->doc->sentences.rows[d->mention.sentence];
    if (s->about_one && dl_bytes_equal(s->dominant, country)) return false;
    for (uint32_t t = row->first_token, end = dl_sentence_end(row); t < end; t++) {
        const dl_draft *n = &s->drafts.rows[s->marks[t].name];
        bool state = s->marks[t].name && n->mention.kind == DL_NAME_PLACE && n->mention.head == t && dl_bytes_equal(n->country, country);
        dl_deprel role = dl_who_token(s, t)->deprel;
        if (state && ((role == DL_DEP_NSUBJ && t < d->first) || role == DL_DEP_OBL_AGENT)) return true;
    }
    return false;
}

/* Institutions of a state and people of the place belong to the country that governs the sentence where none is named. */
static void settle_country(dl_scene *s, dl_draft *d, const dl_agent *agent) {
    dl_parts *p = &d->parts;
    bool elsewhere = is_elsewhere(s, d);
    d->abroad = d->several || elsewhere || agent->abroad;
    if (agent->kind == DL_AGENT_THING && !dl_bytes_among(p->role, "cop gov")) return;
    bool home = p->state || p->local || (agent->country && d->definite && !d->mention.plural);
    if (p->countries || p->base.size || !home || (d->several && !p->former) || elsewhere) return; /* "governments in the region" */
    p->country[0] = dl_who_governing(s, d->mention.head, p->state && !p->local, !p->state && !agent->country);
    bool foreign =
        p->state ? dl_who_acts_on(s, d->mention.head, p->country[0]) : p->local && agent->kind != DL_AGENT_BODY && is_spoken_of(s, d, p->country[0]);
    p->countries = p->country[0].size == 3 && !foreign;
}

/* Takes the country or body of an actor; where the words tell no role, its role too, unless it is a person's or a people's. */
static void belong(dl_draft *d, dl_bytes actor, bool person) {
    if (actor.size < 3) return;
    if (is_international(actor) || dl_bytes_start(actor, "IMG"))
        d->parts.base = actor;
    else if (dl_actor_country(actor).size)
        d->parts.country[0] = dl_actor_country(actor), d->parts.countries = 1;
    bool role = actor.size > 3 && !person && !dl_bytes_finish(actor, "CVL");
    if ((d->parts.weak || !d->parts.role.size) && d->parts.countries && role)
        d->parts.role = (dl_bytes){actor.data + 3, actor.size - 3}, d->parts.weak = false;
}

/* "the country's | parliament": the country that the description in front means. */
static bool take_country(dl_scene *s, dl_draft *d) {
    uint32_t owner = dl_who_child(s, d->mention.head, DL_DEP_NMOD), draft = owner < d->mention.head ? s->marks[owner].draft : 0;
    const dl_draft *p = &s->drafts.rows[draft];
    if (!draft || dl_who_token(s, owner)->deprel != DL_DEP_NMOD_POSS || !p->country.size || p->mention.named || p->pronoun) return false;
    if (!d->parts.countries && !d->parts.base.size) d->parts.country[0] = p->country, d->parts.countries = 1;
    return true;
}

/* "their forces": whose they are is what the pronoun, met before, means. True where there is such a pronoun. */
static bool take_owner(dl_scene *s, dl_draft *d) {
    uint32_t seen = 0, owner = 0;
    for (uint32_t c = s->child[d->mention.head]; c && seen++ < DL_WHO_CHILDREN && !owner; c = s->sibling[c])
        if (dl_who_token(s, c)->xpos == DL_XPOS_PRP_POSS) owner = c;
    if (!owner && d->first > 1 && dl_who_token(s, d->first - 1)->xpos == DL_XPOS_PRP_POSS) owner = d->first - 1;
    if (!owner) return false;
    const dl_draft *p = s->marks[owner].draft ? &s->drafts.rows[s->marks[owner].draft] : NULL;
    if (!p || !p->mention.entity || d->parts.base.size) return true;
    dl_bytes actor = dl_who_actor_of(s, p);
    if (d->parts.countries) { /* "his Pakistani counterpart" */
        if (!d->parts.role.size && actor.size == 6 && dl_who_lemma(s, d->mention.head, "counterpart")) d->parts.role = (dl_bytes){actor.data + 3, 3};
        return true;
    }
    bool peer = dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "colleague");
    bool force = dl_who_lemma(s, d->mention.head, "man") && d->mention.plural && !dl_who_is_person(p) && actor.size > 3; /* "the ministry's | men" */
    if (peer || force) d->parts.role = (dl_bytes){0};
    belong(d, actor, dl_who_is_person(p) && !peer);
    return true;
}

/* "Russia sent troops": whom a state sends are its own. */
static bool take_sender(dl_scene *s, dl_draft *d) {
    uint32_t verb = dl_who_token(s, d->mention.head)->head, subject = 0;
    bool object = dl_who_token(s, d->mention.head)->deprel == DL_DEP_OBJ && dl_bytes_among(d->parts.role, "mil");
    for (uint32_t t = d->first; t < d->mention.head; t++) object = object && !s->marks[t].country && !s->marks[t].name;
    if (!object || d->parts.base.size) return false;
    if (!dl_bytes_among(dl_who_token(s, verb)->lemma, "send deploy dispatch withdraw mobilise mobilize recall redeploy mass station")) return false;
    for (uint32_t steps = 0; verb && steps < 4 && !subject; verb = dl_who_token(s, verb)->head, steps++)
        subject = dl_who_child(s, verb, DL_DEP_NSUBJ);
    const dl_draft *p = subject && s->marks[subject].draft ? &s->drafts.rows[s->marks[subject].draft] : NULL;
    if (!p || !p->mention.entity || p->mention.entity == d->mention.entity) return false;
    dl_bytes actor = dl_who_actor_of(s, p);
    if (actor.size < 3) return false;
    d->parts.countries = 0; /* "soldiers in Mali" are whose they were */
    belong(d, actor, true);
    return d->parts.countries || d->parts.base.size;
}

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

/* "Killed three soldiers and wounded six | others": of the kind of those who came to harm before, in this sentence; but "a judge and two others". */
static dl_bytes of_same_kind(dl_scene *s, uint32_t at) {
    const dl_draft *others = dl_who_ordered(s, at);
    if (!dl_who_lemma(s, others->mention.head, "other") || !others->mention.plural || others->parts.countries) return (dl_bytes){0};
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

static void refer_description(dl_scene *s, uint32_t at) {
    dl_draft *d = dl_who_ordered(s, at);
    dl_agent agent = dl_who_agent(s, d->agent);
    bool linked = refer_beside(s, d);
    if (!linked && (dl_who_members(s, at, &agent) || refer_back(s, at, &agent) || dl_who_pair(s, at, &agent) || refer_country(s, at, &agent))) return;
    if (!take_owner(s, d) && !take_country(s, d) && !take_sender(s, d)) settle_country(s, d, &agent);
    if (agent.weak && dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "leader") && d->parts.countries && !d->parts.role.size)
        d->parts.role = DL_LIT("GOV"), d->parts.weak = false;
    d->mention.actor = dl_who_code(s, &d->parts, 0);
    if (!d->mention.actor.size) d->mention.actor = of_same_kind(s, at);
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
        d->country = dl_who_governing(s, d->first, false, true);
        d->mention.actor = dl_actor_compose(&s->doc->arena, d->country, DL_LIT("CVL"));
        return;
    }
    if (!noun || (det && dl_bytes_among(dl_token_text(s->doc, det), "the"))) return;
    d->mention.actor = dl_actor_compose(&s->doc->arena, d->country, DL_LIT("CVL"));
}

void dl_who_refer(dl_scene *s, uint32_t at) {
    dl_draft *d = dl_who_ordered(s, at);
    if (!d->mention.entity) {
        if (d->pronoun)
            refer_pronoun(s, at);
        else
            refer_description(s, at);
    } else if (d->mention.kind == DL_NAME_NATIONALITY)
        refer_nationality(s, d);
    dl_entity *e = dl_who_entity_of(s, dl_who_ordered(s, at));
    if (e->times < 255) e->times++;
}
