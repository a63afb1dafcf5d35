/* "A court jailed a former mayor. ... | Salvatore Lo Presti, 57, wept": a report tells first what somebody is whom it names later. The name, met for
 * the first time and not described itself, is of the one person of the opening sentences to whom that happens which the report is about. A wrong tie
 * is worse than none: ages that differ, genders that differ, and a second one who would do as well, leave the name alone. */
#include "know/code.h"
#include "who/refer.h"

enum { OPENING = 3 /* sentences in which a person is described before he is named */, LATER = 4 };

/* Whether a phrase that describes the name follows behind its comma, and is no age: "Ole Berg, | a spokesman". */
static bool is_described(const dl_scene *s, const dl_draft *d) {
    uint32_t t = d->last + 1, end = dl_sentence_end(&s->doc->sentences.rows[d->mention.sentence]);
    if (t + 1 >= end || !dl_bytes_is(dl_token_text(s->doc, t), ",")) return false;
    dl_bytes word = dl_token_text(s->doc, t + 1);
    bool age = word.size && dl_is_digit(word.data[0]) && t + 2 < end && dl_who_token(s, t + 2)->upos == DL_UPOS_PUNCT;
    for (t += age ? 3 : 1; t < end && !dl_bytes_is(dl_token_text(s->doc, t), ","); t++) {
        if (dl_who_token(s, t)->upos == DL_UPOS_VERB || dl_who_token(s, t)->upos == DL_UPOS_AUX) return false;
        if (s->marks[t].agent || s->marks[t].title) return true;
    }
    return false;
}

/* To whom something is done, or of whom the sentence is: in the main clause, or in what is said in it. */
static uint32_t prominence(const dl_scene *s, const dl_draft *c) {
    const dl_token *w = dl_who_token(s, c->mention.head);
    dl_deprel base = dl_deprel_base(w->deprel);
    uint32_t verb = w->head;
    if (!verb) return 0;
    dl_deprel clause = dl_deprel_base(dl_who_token(s, verb)->deprel);
    bool main = clause == DL_DEP_ROOT || clause == DL_DEP_CCOMP || clause == DL_DEP_PARATAXIS || clause == DL_DEP_CONJ;
    if (!main) return 0;
    if (w->deprel == DL_DEP_OBJ || w->deprel == DL_DEP_NSUBJ_PASS) return 2;
    return base == DL_DEP_NSUBJ && !dl_who_speaks(s, verb);
}

/* A person described and not named, of whom more is told than that he is somebody. */
static bool may_be(dl_scene *s, const dl_draft *c, const dl_entity *name, uint32_t age) {
    if (!dl_who_is_person(c) || c->mention.named || c->pronoun || c->mention.plural || !c->agent || !c->mention.entity) return false;
    const dl_entity *e = dl_who_entity_of(s, c);
    if (e->name.size || (e->gender && name->gender && e->gender != name->gender)) return false;
    uint32_t old = dl_who_age(s, c);
    if (old && age && old != age) return false;
    dl_bytes actor = dl_who_actor_of(s, c);
    return actor.size > 3 || (actor.size && !dl_actor_country(actor).size);
}

void dl_who_tie_lead(dl_scene *s, uint32_t at) {
    const dl_draft *d = dl_who_ordered(s, at);
    dl_entity *e = dl_who_entity_of(s, d);
    const dl_token *w = dl_who_token(s, d->mention.head);
    uint32_t age = dl_who_age(s, d), best = 0, found = 0;
    bool opens = d->first == s->doc->sentences.rows[d->mention.sentence].first_token && dl_deprel_base(w->deprel) == DL_DEP_NSUBJ;
    bool fresh = d->mention.named && dl_who_is_person(d) && !e->times && !e->known && e->actor.size <= 3 && d->first < d->last;
    if (!fresh || !opens || is_described(s, d) || (!age && dl_who_speaks(s, w->head))) return;
    for (uint32_t i = 1; i < at; i++) {
        const dl_draft *c = dl_who_ordered(s, i);
        if (c->mention.sentence >= d->mention.sentence || c->mention.sentence > OPENING) break;
        if (d->mention.sentence - c->mention.sentence > (age ? LATER : 1) || !may_be(s, c, e, age)) continue;
        uint32_t weight = prominence(s, c) + (age && dl_who_age(s, c) == age ? 4 : 0);
        if (found && dl_who_ordered(s, found)->mention.entity == c->mention.entity) continue;
        if (weight > best)
            best = weight, found = i;
        else if (weight && weight == best)
            found = 0;
    }
    if (!found) return;
    const dl_draft *c = dl_who_ordered(s, found);
    uint32_t other = c->mention.entity;
    e->actor = dl_who_actor_of(s, c);
    if (!e->gender) e->gender = s->entities.rows[other].gender;
    dl_who_call(e, dl_who_called_by(s, c->mention.head));
    for (uint32_t i = 1; i < at; i++)
        if (dl_who_ordered(s, i)->mention.entity == other) dl_who_ordered(s, i)->mention.entity = d->mention.entity;
}
