/* Descriptions by what was told of somebody: "the accused" is who was arrested, "the 43-year-old" who is 43, "her rival" the other of two, "her
 * brother" whoever was her brother before, "the man" the only one spoken of, "the company" the only body of which nothing is known, "the politician"
 * the only one with such an office. A wrong tie is worse than none: where two would do, none is meant. */
#include "know/code.h"
#include "who/refer.h"

enum { LONG_AGO = 2 /* sentences */, NAMES_AGO = 4, HELD_AGO = 6 };

/* ---------------------------------------------------------------- the accused */

static bool is_accused(const dl_scene *s, uint32_t t) {
    return dl_bytes_among(dl_who_token(s, t)->lemma, "accused suspect defendant");
}

/* "Police arrested Cole", "the trial of Cole", "Cole was charged" */
static bool was_held(const dl_scene *s, const dl_draft *c) {
    const dl_token *w = dl_who_token(s, c->mention.head);
    dl_bytes verb = w->head ? dl_who_token(s, w->head)->lemma : (dl_bytes){0};
    if (w->deprel == DL_DEP_OBJ || w->deprel == DL_DEP_NSUBJ_PASS)
        return dl_bytes_among(verb, "arrest detain charge accuse convict sentence try jail indict suspect seize prosecute acquit apprehend hold");
    if (w->deprel == DL_DEP_NMOD || w->deprel == DL_DEP_NMOD_POSS) return dl_bytes_among(verb, "arrest detention trial conviction indictment");
    return w->deprel == DL_DEP_NSUBJ && dl_bytes_among(verb, "plead confess");
}

static uint32_t last_held(dl_scene *s, uint32_t at) {
    const dl_draft *d = dl_who_ordered(s, at);
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (d->mention.sentence - c->mention.sentence > HELD_AGO) break;
        bool people = dl_who_is_person(c) || c->mention.kind == DL_NAME_GROUP;
        if (people && !c->pronoun && c->mention.entity && c->mention.plural == d->mention.plural && was_held(s, c)) return s->order.rows[at - back];
    }
    return 0;
}

/* ---------------------------------------------------------------- the 43-year-old */

static uint32_t number_of(dl_bytes digits) {
    uint32_t n = 0;
    for (size_t i = 0; i < digits.size && i < 4; i++) {
        if (!dl_is_digit(digits.data[i])) return 0;
        n = n * 10 + (uint32_t)(digits.data[i] - '0');
    }
    return n < 120 ? n : 0;
}

/* The age in "43-year-old" that ends with the token, or 0. */
static uint32_t age_in(const dl_scene *s, uint32_t old) {
    if (old < 5 || !dl_bytes_among(dl_token_text(s->doc, old), "old")) return 0;
    if (!dl_bytes_among(dl_token_text(s->doc, old - 2), "year years")) return 0;
    uint32_t from = dl_bytes_is(dl_token_text(s->doc, old - 1), "-") ? 4 : 3;
    return number_of(dl_token_text(s->doc, old - from));
}

/* "Tom Reed, 43,", "43-year-old Tom Reed", "a 43-year-old student" */
static uint32_t age_of(const dl_scene *s, const dl_draft *c) {
    enum { BEFORE = 4 };
    uint32_t next = c->last + 1, end = dl_sentence_end(&s->doc->sentences.rows[c->mention.sentence]);
    if (next + 1 < end && dl_bytes_is(dl_token_text(s->doc, next), ",") && (next + 2 >= end || dl_who_token(s, next + 2)->upos == DL_UPOS_PUNCT)) {
        uint32_t age = number_of(dl_token_text(s->doc, next + 1));
        if (age) return age;
    }
    uint32_t from = c->first > BEFORE ? c->first - BEFORE : 1;
    for (uint32_t t = c->mention.named ? from : c->first; t <= c->last; t++)
        if (dl_who_token(s, t)->sentence == c->mention.sentence && age_in(s, t)) return age_in(s, t);
    return 0;
}

uint32_t dl_who_age(const dl_scene *s, const dl_draft *d) {
    return age_of(s, d);
}

static uint32_t of_age(dl_scene *s, uint32_t at, uint32_t age) {
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (dl_who_is_person(c) && !c->pronoun && c->mention.entity && age_of(s, c) == age) return s->order.rows[at - back];
    }
    return 0;
}

/* ---------------------------------------------------------------- whose */

/* The entity of whom the description is: "her brother", "Cole's widow"; 0 where there is none. */
static uint32_t owner_of(dl_scene *s, const dl_draft *d) {
    uint32_t owner = dl_who_owner(s, d->mention.head);
    if (!owner) return 0;
    uint32_t draft = s->marks[owner].draft ? s->marks[owner].draft : s->marks[owner].name;
    return draft ? s->drafts.rows[draft].mention.entity : 0;
}

/* "His father ... his father": the same man's. */
static uint32_t same_owner(dl_scene *s, uint32_t at, uint32_t owner) {
    const dl_draft *d = dl_who_ordered(s, at);
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        bool same = c->agent && c->agent == d->agent && c->mention.plural == d->mention.plural && c->mention.entity;
        if (same && owner_of(s, c) == owner) return s->order.rows[at - back];
    }
    return 0;
}

/* ---------------------------------------------------------------- the only one */

static bool is_private(dl_bytes actor) {
    return !actor.size || dl_bytes_finish(actor, "CVL") || (actor.size == 3 && dl_actor_country(actor).size);
}

/* "A villager said | the man had fled": who says so in the sentence of the description is another. */
static bool tells_of(const dl_scene *s, const dl_draft *c, const dl_draft *d) {
    const dl_token *w = dl_who_token(s, c->mention.head);
    bool says = dl_deprel_base(w->deprel) == DL_DEP_NSUBJ && w->head && dl_who_speaks(s, w->head);
    return says && c->mention.sentence == d->mention.sentence && c->last < w->head && w->head < d->first;
}

/* The only person, but for one, of whom the last sentences speak; `named`: who has a name. */
static uint32_t only_person(dl_scene *s, uint32_t at, uint32_t but, char gender, bool named, uint32_t ago) {
    uint32_t found = 0;
    const dl_draft *d = dl_who_ordered(s, at);
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (d->mention.sentence - c->mention.sentence > ago) break;
        const dl_entity *e = dl_who_entity_of(s, c);
        if (!dl_who_is_person(c) || !c->mention.entity || c->mention.entity == but || (named && !c->mention.named)) continue;
        if ((gender && e->gender && e->gender != gender) || tells_of(s, c, d)) continue;
        if (found && s->drafts.rows[found].mention.entity != c->mention.entity) return 0;
        if (!found || c->mention.named) found = s->order.rows[at - back];
    }
    return found;
}

/* "Nordkap A/S said ... the company": the only body spoken of, where nothing else is known of it. */
static uint32_t only_body(dl_scene *s, uint32_t at) {
    uint32_t found = 0;
    const dl_draft *d = dl_who_ordered(s, at);
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (d->mention.sentence - c->mention.sentence > LONG_AGO) break;
        if (c->pronoun || !c->mention.named || c->mention.kind != DL_NAME_ORGANISATION || !c->mention.entity) continue;
        if (dl_who_actor_of(s, c).size > 3 || (found && s->drafts.rows[found].mention.entity != c->mention.entity)) return 0;
        found = s->order.rows[at - back];
    }
    return found;
}

/* ---------------------------------------------------------------- */

static uint32_t told_of_owner(dl_scene *s, uint32_t at) {
    const dl_draft *d = dl_who_ordered(s, at);
    uint32_t owner = owner_of(s, d);
    if (!owner) return 0;
    bool rival = dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "rival opponent adversary") && !d->mention.plural;
    if (rival && s->entities.rows[owner].kind == DL_NAME_PERSON) return only_person(s, at, owner, 0, true, NAMES_AGO);
    return d->alone ? same_owner(s, at, owner) : 0;
}

/* "Reed spoke. | The candidate of the opposition": the only person named, where nothing is known of him. */
static uint32_t who_stands(dl_scene *s, uint32_t at) {
    const dl_draft *d = dl_who_ordered(s, at);
    bool stands =
        d->definite && dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "candidate nominee challenger contender frontrunner incumbent");
    if (!stands || d->mention.plural) return 0;
    uint32_t found = only_person(s, at, 0, 0, true, NAMES_AGO);
    return found && dl_who_actor_of(s, &s->drafts.rows[found]).size <= 3 ? found : 0;
}

/* ---------------------------------------------------------------- the politician */

/* The sectors of those whom the noun may mean that were called otherwise; empty where it means none but its own. */
static dl_bytes likes(const dl_scene *s, uint32_t noun) {
    dl_know_hit hit;
    uint32_t stem = dl_who_token(s, noun)->stem;
    if (!(dl_know_begins(s->know, stem) & dl_know_bit(s->like))) return (dl_bytes){0};
    return dl_know_look_up_word(s->know, s->like, stem, &hit, 1) ? dl_know_cell(s->know, s->like, hit.row, s->like_roles) : (dl_bytes){0};
}

static bool has_any(dl_bytes actor, dl_bytes roles) {
    dl_bytes role;
    while (dl_bytes_cut(&roles, ' ', &role))
        if (dl_actor_ends(actor, role)) return true;
    return false;
}

/* Of the description's sort: one person, several, or a body. */
static bool of_sort(const dl_draft *d, const dl_draft *c) {
    if (dl_who_is_person(d)) return dl_who_is_person(c);
    if (d->mention.plural && !d->many) return c->mention.kind == DL_NAME_GROUP && c->mention.plural && !c->many;
    return c->mention.kind == DL_NAME_GROUP || c->mention.kind == DL_NAME_ORGANISATION;
}

/* "A minister spoke. | The politician", "Rebels came. | The group": whoever of the sort was told of alone. */
static uint32_t only_like(dl_scene *s, uint32_t at) {
    const dl_draft *d = dl_who_ordered(s, at);
    bool the = d->first > 1 && dl_bytes_among(dl_token_text(s->doc, d->first - 1), "the") && s->marks[d->mention.head].agent_words == 1;
    dl_bytes roles = the ? likes(s, d->mention.head) : (dl_bytes){0};
    uint32_t found = 0;
    for (uint32_t back = 1; roles.size && back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (d->mention.sentence - c->mention.sentence > LONG_AGO) break;
        if (!c->mention.entity || !of_sort(d, c) || dl_who_same_clause(s, d, c)) continue;
        dl_bytes actor = dl_who_actor_of(s, c);
        bool open = actor.size <= 3 && c->mention.named; /* who may be one, for all that is known */
        if (!has_any(actor, roles) && !open) continue;
        if (found && s->drafts.rows[found].mention.entity != c->mention.entity) return 0;
        found = s->order.rows[at - back];
    }
    return found && has_any(dl_who_actor_of(s, &s->drafts.rows[found]), roles) ? found : 0;
}

uint32_t dl_who_told(dl_scene *s, uint32_t at, const dl_agent *agent, bool again) {
    const dl_draft *d = dl_who_ordered(s, at);
    uint32_t head = d->mention.head, age = age_in(s, head), found = 0;
    found = who_stands(s, at);
    if (found || !again) return found ? found : told_of_owner(s, at);
    if (is_accused(s, head)) return last_held(s, at);
    if (age) found = of_age(s, at, age);
    bool anybody = age || dl_bytes_among(dl_who_token(s, head)->lemma, "man woman boy girl teenager youth");
    if (!found && anybody && !d->mention.plural && d->first == head - (age ? 4 : 0)) {
        found = only_person(s, at, 0, agent->gender, false, LONG_AGO);
        bool other = found && (age ? age_of(s, &s->drafts.rows[found]) != 0 : !is_private(dl_who_actor_of(s, &s->drafts.rows[found])));
        if (other) found = 0;
    }
    if (!found && dl_bytes_among(dl_who_token(s, head)->lemma, "company firm carrier manufacturer maker retailer") && !d->mention.plural)
        found = only_body(s, at);
    return found ? found : only_like(s, at);
}
