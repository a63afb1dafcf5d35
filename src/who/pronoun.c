/* Pronouns. One means the nearest thing of its kind and number, a subject before another word, this sentence before the last, three sentences at
 * most; "they" may mean a row ("Ghana and Togo"). */
#include "who/refer.h"

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
    char gender = dl_who_gender(pronoun);
    if (!d->mention.entity || (d->pronoun && d->mention.kind != pronoun->mention.kind)) return false;
    if (d->mention.span.begin > dl_who_token(s, d->first)->span.begin) return false; /* "anti-government" */
    if (d->which == DL_PRONOUN_SPEAKER) return false;                                /* who speaks is found later */
    if (gender && dl_who_is_person(d)) return dl_who_entity_of(s, d)->told ? dl_who_entity_of(s, d)->gender == gender : true;
    if (pronoun->which == DL_PRONOUN_THEY)
        return d->mention.plural || dl_who_heads_row(s, d) || d->mention.kind == DL_NAME_GROUP || d->mention.kind == DL_NAME_ORGANISATION;
    return pronoun->which == DL_PRONOUN_IT && can_be_it(s, d);
}

/* "Lopez accused Cole of | plotting against him", "thanked Cole for | backing him": what whoever is spoken of has done. */
static bool is_of_object(const dl_scene *s, uint32_t clause) {
    const dl_token *w = dl_who_token(s, clause);
    uint32_t mark = w->deprel == DL_DEP_ADVCL && w->xpos == DL_XPOS_VBG ? dl_who_child(s, clause, DL_DEP_MARK) : 0;
    if (!mark || !dl_bytes_among(dl_token_text(s->doc, mark), "of for from with")) return false;
    uint32_t object = dl_who_child(s, w->head, DL_DEP_OBJ);
    return object && object < mark;
}

/* "Lopez attacked Cole, | accusing him": a verb without a subject of its own has that of the verb that it goes on from. */
bool dl_who_shares_subject(const dl_scene *s, uint32_t verb, uint32_t of) {
    for (uint32_t steps = 0; verb && steps < 3 && verb != of; verb = dl_who_token(s, verb)->head, steps++) {
        dl_deprel base = dl_deprel_base(dl_who_token(s, verb)->deprel);
        bool goes_on = base == DL_DEP_ADVCL || base == DL_DEP_CONJ || base == DL_DEP_XCOMP;
        if (!goes_on || is_of_object(s, verb) || dl_who_child(s, verb, DL_DEP_NSUBJ) ||
            (base == DL_DEP_XCOMP && dl_who_child(s, dl_who_token(s, verb)->head, DL_DEP_OBJ)))
            return false;
    }
    return of && verb == of;
}

/* "Two of | its soldiers": the two are not whose the soldiers are. */
static bool is_counted_of(const dl_scene *s, const dl_token *owner, const dl_draft *d) {
    const dl_token *noun = dl_who_token(s, owner->head), *count = dl_who_token(s, d->mention.head);
    bool counts = count->upos == DL_UPOS_NUM || dl_bytes_among(count->lemma, "some many several most dozen hundred thousand score few");
    return owner->head && counts && noun->deprel == DL_DEP_NMOD && noun->head == d->mention.head && !d->pronoun;
}

/* The object of a verb does not mean its subject. */
bool dl_who_same_clause(const dl_scene *s, const dl_draft *pronoun, const dl_draft *d) {
    const dl_token *p = dl_who_token(s, pronoun->mention.head), *q = dl_who_token(s, d->mention.head);
    bool object = p->deprel == DL_DEP_OBJ || p->deprel == DL_DEP_IOBJ || p->deprel == DL_DEP_OBL;
    if (p->xpos == DL_XPOS_PRP_POSS) return is_counted_of(s, p, d);
    if (object && dl_deprel_base(q->deprel) == DL_DEP_NSUBJ && dl_who_shares_subject(s, p->head, q->head)) return true;
    const dl_token *whole = dl_who_token(s, p->head); /* "caught both of | them" */
    if (p->deprel == DL_DEP_NMOD && p->head && whole->deprel == DL_DEP_OBJ && whole->head == q->head && dl_deprel_base(q->deprel) == DL_DEP_NSUBJ)
        return true;
    return p->head == d->mention.head || (object && p->head && p->head == q->head);
}

/* Who else stands in the clause: "The minister met Cole and thanked | him": whom the pronoun does not mean, whatever he is called. */
typedef struct barred {
    uint32_t entity[4], count;
} barred;

static barred others_of_clause(dl_scene *s, uint32_t at) {
    const dl_draft *pronoun = dl_who_ordered(s, at);
    barred b = {0};
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK && b.count < 4; back++) {
        const dl_draft *d = dl_who_ordered(s, at - back);
        if (pronoun->mention.sentence != d->mention.sentence) break;
        const dl_token *p = dl_who_token(s, pronoun->mention.head), *verb = dl_who_token(s, p->head);
        uint32_t of = dl_who_token(s, d->mention.head)->head;
        bool one = of && (of == p->head || (verb->deprel == DL_DEP_CONJ && of == verb->head)); /* elsewhere the tree may have lost a subject */
        if (d->mention.entity && (one || d->pronoun) && dl_who_same_clause(s, pronoun, d)) b.entity[b.count++] = d->mention.entity;
    }
    return b;
}

static bool is_barred(const barred *b, uint32_t entity) {
    for (uint32_t i = 0; i < b->count; i++)
        if (b->entity[i] == entity) return true;
    return false;
}

/* "They threw stones at the soldiers": a description of somebody known, by the word by which he was described before. */
static bool described_again(const dl_scene *s, const dl_draft *behind, const dl_draft *d) {
    uint32_t word = dl_who_token(s, d->mention.head)->stem;
    return !d->mention.named && !d->pronoun && behind->definite && behind->first == behind->mention.head && word &&
           dl_who_token(s, behind->mention.head)->stem == word && behind->mention.plural == d->mention.plural;
}

/* "He thanked Cole": who is named as the object is not the subject. */
static bool is_named_behind(const dl_scene *s, const dl_draft *pronoun, const dl_draft *meant) {
    const dl_token *p = dl_who_token(s, pronoun->mention.head);
    uint32_t seen = 0;
    if (dl_deprel_base(p->deprel) != DL_DEP_NSUBJ || !p->head) return false;
    for (uint32_t c = s->child[p->head]; c && seen++ < DL_WHO_CHILDREN; c = s->sibling[c]) {
        dl_deprel base = dl_deprel_base(dl_who_token(s, c)->deprel);
        const dl_draft *d = &s->drafts.rows[s->marks[c].draft];
        bool argument = c > pronoun->first && s->marks[c].draft && (base == DL_DEP_OBJ || base == DL_DEP_IOBJ || base == DL_DEP_OBL);
        if (argument && d->mention.named && d->mention.entity == meant->mention.entity) return true;
        if (argument && described_again(s, d, meant)) return true;
    }
    return false;
}

static uint32_t antecedent(dl_scene *s, uint32_t at) {
    const dl_draft *pronoun = dl_who_ordered(s, at);
    uint32_t best = 0;
    barred others = others_of_clause(s, at);
    int32_t most = 0;
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *d = dl_who_ordered(s, at - back);
        if (pronoun->mention.sentence - d->mention.sentence > DL_WHO_SENTENCES_BACK) break;
        if (dl_who_is_credit(s, d) || !compatible(s, pronoun, d) || dl_who_same_clause(s, pronoun, d) || is_barred(&others, d->mention.entity))
            continue;
        if (is_named_behind(s, pronoun, d)) continue;
        if (d->pronoun && dl_who_entity_of(s, d)->loose && dl_who_wants_actor(s, pronoun)) continue;
        int32_t points = dl_who_salience(s, pronoun, d);
        /* of equals in an earlier sentence the first: it is what that sentence speaks of */
        bool topic =
            points == most && d->mention.sentence < pronoun->mention.sentence && best && s->drafts.rows[best].mention.sentence == d->mention.sentence;
        if (points > most || topic) most = points, best = s->order.rows[at - back];
    }
    if (!best || dl_who_wants_thing(s, pronoun)) return 0;
    bool person = dl_who_is_person(&s->drafts.rows[best]);
    return !person && dl_who_rival(s, pronoun, dl_who_wants_actor(s, pronoun)) > most ? 0 : best;
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

/* "When | he arrived, Lopez agreed": who does what the clause behind tells, where nobody was told of before. */
static uint32_t subject_of_main(dl_scene *s, const dl_draft *pronoun) {
    const dl_token *w = dl_who_token(s, pronoun->mention.head);
    uint32_t verb = w->head;
    if (dl_deprel_base(w->deprel) != DL_DEP_NSUBJ || !verb || dl_deprel_base(dl_who_token(s, verb)->deprel) != DL_DEP_ADVCL) return 0;
    uint32_t main = dl_who_token(s, verb)->head, subject = main ? dl_who_child(s, main, DL_DEP_NSUBJ) : 0;
    uint32_t draft = subject > verb ? s->marks[subject].draft : 0;
    const dl_draft *d = &s->drafts.rows[draft];
    return draft && d->mention.named && compatible(s, pronoun, d) ? draft : 0;
}

void dl_who_refer_pronoun(dl_scene *s, uint32_t at) {
    dl_draft *d = dl_who_ordered(s, at);
    uint32_t found = subject_behind(s, d);
    if (!found) found = d->which == DL_PRONOUN_SPEAKER ? 0 : antecedent(s, at);
    if (!found) found = subject_of_main(s, dl_who_ordered(s, at));
    if (!found) {
        d->mention.entity = dl_who_entity(s, d->mention.kind);
        dl_who_entity_of(s, d)->loose = true;
        return;
    }
    const dl_draft *a = &s->drafts.rows[found];
    d->mention.entity = a->mention.entity;
    d->mention.kind = a->mention.kind;
    d->mention.actor = a->mention.actor;
    d->country = a->country;
    d->agent = a->agent;
    dl_entity *e = dl_who_entity_of(s, d);
    if (dl_who_is_person(d) && !e->gender) e->gender = dl_who_gender(d);
    if (d->which == DL_PRONOUN_THEY) dl_who_add_row(s, at, found);
}
