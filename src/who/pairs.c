/* Several who are meant by one word: "both sides", "the two leaders", "they" of a row. */
#include "who/refer.h"

/* "the two leaders", "both sides"; not "only two presidents" of all that there were, nor "two other leaders". */
static bool of_two(const dl_scene *s, const dl_draft *d) {
    for (uint32_t t = d->first > 1 ? d->first - 1 : d->first; t < d->mention.head; t++) {
        if (dl_bytes_among(dl_token_text(s->doc, t), "both each")) return true;
        if (!dl_bytes_among(dl_token_text(s->doc, t), "two")) continue;
        bool of_all = t > 1 && dl_bytes_among(dl_token_text(s->doc, t - 1), "only other just");
        return t > 1 && !of_all && !dl_bytes_among(dl_token_text(s->doc, t + 1), "other more further");
    }
    return false;
}

/* "the leaders of the two countries", "officials from both sides" */
static bool of_two_behind(const dl_scene *s, const dl_draft *d) {
    uint32_t of = dl_who_child(s, d->mention.head, DL_DEP_NMOD);
    if (of <= d->mention.head || !dl_who_has_case(s, of, "of from") ||
        !dl_bytes_among(dl_who_token(s, of)->lemma, "country nation state neighbour neighbor side"))
        return false;
    for (uint32_t t = d->mention.head + 1; t < of; t++)
        if (dl_bytes_among(dl_token_text(s->doc, t), "two both")) return true;
    return false;
}

/* A further mention of the same words, right behind the last. */
static dl_draft *add_mention(dl_scene *s, uint32_t at) {
    dl_draft copy = *dl_who_ordered(s, at);
    dl_draft *d = DL_PUSH(&s->doc->arena, &s->drafts);
    *d = copy;
    *DL_PUSH(&s->doc->arena, &s->order) = (uint32_t)(d - s->drafts.rows);
    return d;
}

static void mean(dl_draft *d, const dl_draft *other) {
    d->mention.entity = other->mention.entity;
    d->mention.actor = other->mention.actor;
}

/* "Germany and France urged | both sides": who does something to them is none of them. */
static bool acts_on(const dl_scene *s, const dl_draft *d, const dl_draft *pair) {
    const dl_token *w = dl_who_token(s, d->mention.head), *p = dl_who_token(s, pair->mention.head);
    while (w->deprel == DL_DEP_CONJ && w->head) w = dl_who_token(s, w->head);
    bool object = p->deprel == DL_DEP_OBJ || p->deprel == DL_DEP_IOBJ;
    return object && dl_deprel_base(w->deprel) == DL_DEP_NSUBJ && w->head == p->head;
}

/* "NAIROBI (AP) - Ethiopia": where the reporter is. */
static bool is_dateline(const dl_scene *s, const dl_draft *d) {
    uint32_t place = s->doc->dateline_place;
    return place && d->mention.kind == DL_NAME_PLACE && d->first == s->doc->places.rows[place].first_token;
}

/* ---------------------------------------------------------------- countries */

/* "Ghana and Togo agreed. They thanked Mali. | Both countries": those that did something together in one of the last sentences. */
static uint32_t last_subjects(dl_scene *s, uint32_t at, uint32_t found[2]) {
    enum { AGO = 2 };
    uint32_t n = 0, sentence = 0;
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK && n < 2; back++) {
        const dl_draft *d = dl_who_ordered(s, at - back);
        if (dl_who_ordered(s, at)->mention.sentence - d->mention.sentence > AGO) break;
        if (d->mention.sentence != sentence) n = 0, sentence = d->mention.sentence;
        bool row = d->mention.kind == DL_NAME_PLACE && d->country.size && sentence != dl_who_ordered(s, at)->mention.sentence;
        if (!row || !(d->subject || dl_who_token(s, d->mention.head)->deprel == DL_DEP_CONJ)) continue;
        if (n && dl_bytes_equal(d->country, s->drafts.rows[found[0]].parts.country[0])) continue;
        found[n++] = s->order.rows[at - back];
        s->drafts.rows[found[n - 1]].parts.country[0] = d->country;
    }
    return n;
}

/* "the two countries": the countries last named, two of them. */
static uint32_t last_countries(dl_scene *s, uint32_t at, uint32_t found[2]) {
    uint32_t n = last_subjects(s, at, found);
    if (n == 2) return n;
    n = 0;
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK && n < 2; back++) {
        const dl_draft *d = dl_who_ordered(s, at - back);
        dl_bytes country = dl_who_acting_country(s, d);
        if (!country.size || is_dateline(s, d) || acts_on(s, d, dl_who_ordered(s, at))) continue;
        if (n && dl_bytes_equal(country, s->drafts.rows[found[0]].parts.country[0])) continue;
        found[n++] = s->order.rows[at - back];
        s->drafts.rows[found[n - 1]].parts.country[0] = country;
    }
    return n;
}

static void be_of(dl_scene *s, dl_draft *d, dl_bytes country) {
    d->parts.country[0] = country;
    d->parts.countries = 1;
    d->mention.entity = dl_who_entity(s, d->mention.kind);
    d->mention.actor = dl_who_entity_of(s, d)->actor = dl_who_code(s, &d->parts, 0);
}

static bool two_countries(dl_scene *s, uint32_t at) {
    uint32_t found[2];
    if (last_countries(s, at, found) < 2) return false;
    dl_bytes first = s->drafts.rows[found[1]].parts.country[0], second = s->drafts.rows[found[0]].parts.country[0];
    dl_draft *d = dl_who_ordered(s, at);
    if (dl_who_lemma(s, d->mention.head, "leader")) d->parts.role = DL_LIT("GOV"), d->parts.weak = false;
    if (dl_bytes_among(dl_who_token(s, d->mention.head)->lemma, "party side neighbour neighbor ally")) d->parts.role = (dl_bytes){0};
    be_of(s, d, first);
    be_of(s, add_mention(s, at), second);
    return true;
}

/* ---------------------------------------------------------------- leaders */

/* Whether a mention is one of the two; `other` is the one found already, NULL for the first. */
typedef bool fits_pair(dl_scene *s, const dl_draft *d, const dl_draft *other);

/* The two last mentions that fit. */
static bool find_two(dl_scene *s, uint32_t at, uint32_t found[2], fits_pair *fits) {
    uint32_t n = 0;
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK && n < 2; back++)
        if (!acts_on(s, dl_who_ordered(s, at - back), dl_who_ordered(s, at)) &&
            fits(s, dl_who_ordered(s, at - back), n ? dl_who_ordered(s, found[0]) : NULL))
            found[n++] = at - back;
    return n == 2;
}

static bool last_two(dl_scene *s, uint32_t at, fits_pair *fits) {
    uint32_t found[2];
    if (!find_two(s, at, found, fits)) return false;
    mean(dl_who_ordered(s, at), dl_who_ordered(s, found[1]));
    mean(add_mention(s, at), dl_who_ordered(s, found[0]));
    return true;
}

static bool has_role(dl_bytes actor, const char *roles) {
    for (size_t i = 3; i + 3 <= actor.size; i += 3)
        if (dl_bytes_among((dl_bytes){actor.data + i, 3}, roles)) return true;
    return false;
}

/* "the two leaders": persons of government, and not who speaks for them. */
static bool is_leader(dl_scene *s, const dl_draft *d, const dl_draft *other) {
    if (!dl_who_is_person(d) || !d->mention.named || d->parts.voice || !has_role(dl_who_entity_of(s, d)->actor, "gov eli")) return false;
    return !other || other->mention.entity != d->mention.entity;
}

/* ---------------------------------------------------------------- parties */

/* What can be a side: a country, a body or group that governs, fights or stands for election. */
static bool is_side(dl_scene *s, const dl_draft *d) {
    if (d->pronoun || !d->mention.entity || is_dateline(s, d)) return false;
    if (dl_who_acting_country(s, d).size) return true;
    dl_bytes actor = dl_who_actor_of(s, d);
    bool group = d->mention.kind == DL_NAME_ORGANISATION || d->mention.kind == DL_NAME_GROUP;
    if (group && dl_bytes_among(actor, "reb prm")) return true; /* "the rebels", of no land that is told */
    return group && actor.size > 3 && (dl_bytes_start(actor, "IM") || has_role(actor, "gov reb mil pty opp prm lab"));
}

static bool of_state(dl_bytes actor) {
    return actor.size == 3 || has_role(actor, "gov mil cop spy leg jud");
}

/* The army is on its country's side. */
static bool same_side(dl_bytes a, dl_bytes b) {
    if (a.size < 3 || b.size < 3 || memcmp(a.data, b.data, 3)) return false;
    return dl_bytes_equal(a, b) || (of_state(a) && of_state(b));
}

/* "both sides": those that acted and are not of one side. */
static bool is_other_side(dl_scene *s, const dl_draft *d, const dl_draft *other) {
    return is_side(s, d) && !(other && same_side(dl_who_actor_of(s, d), dl_who_actor_of(s, other)));
}

enum { SIDES = 8, TOLD_WITHIN = 1000 /* mentions */ };

/* The sides of a report, each with its last mention, and in how many sentences two stand together. */
typedef struct sides {
    dl_bytes actor[SIDES];
    uint32_t last[SIDES], together[SIDES][SIDES], count;
} sides;

static uint32_t number_of(sides *all, dl_bytes actor) {
    uint32_t k = 0;
    while (k < all->count && !same_side(all->actor[k], actor)) k++;
    if (k == all->count && k < SIDES) all->actor[all->count++] = actor;
    return k;
}

static void count_together(sides *all, uint32_t seen) {
    for (uint32_t a = 0; a < all->count; a++)
        for (uint32_t b = a + 1; b < all->count; b++) all->together[a][b] += seen >> a & seen >> b & 1;
}

/* Whether two sides outdo the best two: they stand together in more sentences, or in as many and told of later. */
static bool outdo(const sides *all, uint32_t a, uint32_t b, const uint32_t best[2]) {
    uint32_t times = all->together[a][b], most = all->together[best[0]][best[1]];
    return times > most || (times == most && all->last[a] + all->last[b] > all->last[best[0]] + all->last[best[1]]);
}

/* "Both sides", a while behind: the two that the report tells of together most often. */
static bool two_opposed(dl_scene *s, uint32_t at) {
    sides all = {0};
    uint32_t seen = 0, sentence = 0, best[2] = {0};
    for (uint32_t i = at > TOLD_WITHIN ? at - TOLD_WITHIN : 1; i < at; i++) {
        const dl_draft *d = dl_who_ordered(s, i);
        if (d->mention.sentence != sentence) count_together(&all, seen), seen = 0, sentence = d->mention.sentence;
        uint32_t k = is_side(s, d) ? number_of(&all, dl_who_actor_of(s, d)) : SIDES;
        if (k == SIDES) continue;
        seen |= 1U << k;
        if (!all.last[k] || !dl_who_is_person(d)) all.last[k] = i; /* a side is no minister, where it is named otherwise */
    }
    count_together(&all, seen);
    for (uint32_t a = 0; a < all.count; a++)
        for (uint32_t b = a + 1; b < all.count; b++)
            if (outdo(&all, a, b, best)) best[0] = a, best[1] = b;
    if (all.together[best[0]][best[1]] < 2) return false;
    mean(dl_who_ordered(s, at), dl_who_ordered(s, all.last[best[0]]));
    mean(add_mention(s, at), dl_who_ordered(s, all.last[best[1]]));
    return true;
}

/* "Chad and Niger signed it. | Both sides": the last two stand in one sentence, this one or the last but one. */
static bool are_near(dl_scene *s, uint32_t at) {
    uint32_t found[2];
    if (!find_two(s, at, found, is_other_side)) return false;
    uint32_t first = dl_who_ordered(s, found[1])->mention.sentence, second = dl_who_ordered(s, found[0])->mention.sentence;
    return first == second && dl_who_ordered(s, at)->mention.sentence - first <= 2;
}

/* "The two", "the pair": the two persons, or else countries, that were last told of in one sentence. */
static bool the_two(dl_scene *s, uint32_t at, fits_pair *fits) {
    uint32_t found[2] = {0}, n = 0, sentence = 0;
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK && n < 2; back++) {
        const dl_draft *d = dl_who_ordered(s, at - back);
        if (dl_who_ordered(s, at)->mention.sentence - d->mention.sentence > 2) return false;
        if (d->mention.sentence != sentence) n = 0, sentence = d->mention.sentence;
        if (fits(s, d, n ? dl_who_ordered(s, found[0]) : NULL)) found[n++] = at - back;
    }
    if (n < 2) return false;
    mean(dl_who_ordered(s, at), dl_who_ordered(s, found[1]));
    dl_draft *more = add_mention(s, at);
    mean(more, dl_who_ordered(s, found[0]));
    dl_who_ordered(s, at)->mention.kind = dl_who_ordered(s, found[1])->mention.kind;
    more->mention.kind = dl_who_ordered(s, found[0])->mention.kind;
    return true;
}

static bool is_person(dl_scene *s, const dl_draft *d, const dl_draft *other) {
    (void)s;
    return dl_who_is_person(d) && d->mention.entity && !(other && other->mention.entity == d->mention.entity);
}

static bool is_country(dl_scene *s, const dl_draft *d, const dl_draft *other) {
    bool country = d->mention.kind == DL_NAME_PLACE && dl_who_acting_country(s, d).size;
    return country && !(other && other->mention.entity == d->mention.entity);
}

static bool is_body(dl_scene *s, const dl_draft *d, const dl_draft *other) {
    bool body = (d->mention.kind == DL_NAME_ORGANISATION || d->mention.kind == DL_NAME_GROUP) && !d->pronoun && d->mention.entity;
    return body && dl_who_actor_of(s, d).size && !(other && other->mention.entity == d->mention.entity);
}

/* "Norway and Chad talked. | The latter": of two of a kind in this or the last sentence, and no more of it, the second or the first. */
static bool one_of_two(dl_scene *s, uint32_t at, bool latter, bool (*fits)(dl_scene *, const dl_draft *d, const dl_draft *other)) {
    uint32_t found[2] = {0}, n = 0, sentence = 0;
    dl_draft *one = dl_who_ordered(s, at);
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *d = dl_who_ordered(s, at - back);
        if (one->mention.sentence - d->mention.sentence > 1 || (n && d->mention.sentence != sentence)) break;
        if (!fits(s, d, n ? dl_who_ordered(s, found[0]) : NULL) || (n > 1 && !fits(s, d, dl_who_ordered(s, found[1])))) continue;
        if (n == 2) return false;
        sentence = d->mention.sentence;
        found[n++] = at - back;
    }
    if (n < 2) return false;
    const dl_draft *meant = dl_who_ordered(s, found[latter ? 0 : 1]);
    mean(one, meant);
    one->mention.kind = meant->mention.kind;
    one->country = meant->country;
    return true;
}

static bool is_man(dl_scene *s, const dl_draft *d, const dl_draft *other) {
    return is_person(s, d, other) && dl_who_entity_of(s, d)->gender != 'f';
}

static bool is_woman(dl_scene *s, const dl_draft *d, const dl_draft *other) {
    return is_person(s, d, other) && dl_who_entity_of(s, d)->gender == 'f';
}

/* "Petrov and Sidorov ... the two men": of whom nothing is known, the description tells what they are. */
static bool two_persons(dl_scene *s, uint32_t at, const dl_agent *agent) {
    if (dl_who_is_restricted(s, dl_who_ordered(s, at), agent)) return false;
    if (!the_two(s, at, agent->gender == 'f' ? is_woman : agent->gender == 'm' ? is_man : is_person)) return false;
    dl_who_settle(s, dl_who_ordered(s, at), agent);
    dl_bytes code = dl_who_code(s, &dl_who_ordered(s, at)->parts, 0);
    for (uint32_t i = at; i <= at + 1; i++) {
        dl_draft *d = dl_who_ordered(s, i);
        dl_entity *e = dl_who_entity_of(s, d);
        if (!d->mention.actor.size && !e->actor.size) d->mention.actor = e->actor = code;
    }
    return true;
}

bool dl_who_pair(dl_scene *s, uint32_t at, const dl_agent *agent) {
    dl_draft *d = dl_who_ordered(s, at);
    dl_bytes lemma = dl_who_token(s, d->mention.head)->lemma;
    if (d->definite && dl_bytes_among(lemma, "two pair duo both")) return the_two(s, at, is_person) || the_two(s, at, is_country);
    if (d->alone && of_two_behind(s, d)) return two_countries(s, at);
    bool latter = dl_bytes_is(lemma, "latter");
    if (d->definite && !d->agent && (latter || dl_bytes_is(lemma, "former")))
        return one_of_two(s, at, latter, is_person) || one_of_two(s, at, latter, is_country) || one_of_two(s, at, latter, is_body);
    if (!d->alone || !of_two(s, d)) return false;
    if (dl_bytes_is(lemma, "leader") && d->parts.role.size && !dl_bytes_is(d->parts.role, "GOV")) return false; /* "two opposition leaders" */
    bool anybody = dl_bytes_among(lemma, "man woman person boy girl friend suspect defendant candidate rival opponent politician brother sister");
    if (anybody && d->definite && agent->kind == DL_AGENT_PERSON) return two_persons(s, at, agent);
    if (dl_bytes_among(lemma, "leader president minister premier") && last_two(s, at, is_leader)) return true;
    bool opposed = dl_bytes_among(lemma, "side party faction rival enemy foe");
    if (opposed && !are_near(s, at) && two_opposed(s, at)) return true;
    if ((opposed || dl_bytes_among(lemma, "group army force")) && last_two(s, at, is_other_side)) return true;
    if ((agent->country || dl_bytes_among(lemma, "leader president minister government delegation side party neighbour neighbor ally")) &&
        two_countries(s, at))
        return true;
    if (dl_bytes_among(lemma, "leader") && !d->parts.role.size) d->parts.role = DL_LIT("GOV"), d->parts.weak = false; /* named nowhere near by */
    return false;
}

/* ---------------------------------------------------------------- members */

enum { MEMBERS = 8, MEMBERS_BACK = 4 /* sentences */ };

static bool same_stem(const dl_scene *s, uint32_t a, uint32_t b) {
    return dl_who_token(s, a)->stem && dl_who_token(s, a)->stem == dl_who_token(s, b)->stem;
}

/* Whether the words in front of the name are those of the description: "foreign minister". */
static bool titled(const dl_scene *s, const dl_draft *d, const dl_draft *name) {
    uint32_t words = s->marks[d->mention.head].agent_words;
    if (name->first <= words) return false;
    for (uint32_t k = 0; k < words; k++)
        if (!same_stem(s, d->mention.head - k, name->first - 1 - k)) return false;
    return true;
}

/* "Foreign Minister Ole Berg", "his Danish counterpart", "the Danish foreign minister" */
static bool is_member(dl_scene *s, const dl_draft *d, const dl_draft *c) {
    if (c->pronoun || !c->mention.entity) return false;
    if (dl_who_lemma(s, c->mention.head, "counterpart")) return true;
    return c->mention.named ? dl_who_is_person(c) && titled(s, d, c) : c->agent == d->agent && !c->mention.plural;
}

static bool is_plural_of(const dl_scene *s, const dl_draft *d, const dl_draft *c) {
    return !c->pronoun && !c->mention.named && c->mention.plural && same_stem(s, c->mention.head, d->mention.head);
}

static bool met(dl_scene *s, const dl_draft *c, const uint32_t *found, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (dl_who_ordered(s, found[i])->mention.entity == c->mention.entity) return true;
    return false;
}

/* The members that the nearest sentence has of whom it tells several; the last first. */
static uint32_t find_members(dl_scene *s, uint32_t at, uint32_t found[MEMBERS]) {
    const dl_draft *d = dl_who_ordered(s, at);
    uint32_t n = 0, sentence = d->mention.sentence;
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK && n < MEMBERS; back++) {
        const dl_draft *c = dl_who_ordered(s, at - back);
        if (d->mention.sentence - c->mention.sentence > MEMBERS_BACK || is_plural_of(s, d, c)) break;
        if (c->mention.sentence != sentence) {
            if (n > 1) break;
            n = 0, sentence = c->mention.sentence;
        }
        if (is_member(s, d, c) && !met(s, c, found, n)) found[n++] = at - back;
    }
    return n;
}

bool dl_who_members(dl_scene *s, uint32_t at, const dl_agent *agent) {
    uint32_t found[MEMBERS];
    const dl_draft *d = dl_who_ordered(s, at);
    if (!d->definite || !d->alone || !d->mention.plural || agent->kind != DL_AGENT_PERSON || !dl_bytes_among(agent->role, "gov")) return false;
    uint32_t n = find_members(s, at, found);
    if (n < 2) return false;
    mean(dl_who_ordered(s, at), dl_who_ordered(s, found[n - 1]));
    for (uint32_t i = n - 1; i-- > 0;) {
        dl_draft *more = add_mention(s, at);
        mean(more, dl_who_ordered(s, found[i]));
    }
    return true;
}

/* ---------------------------------------------------------------- rows */

static bool in_row(const dl_scene *s, const dl_draft *d, const dl_draft *first) {
    const dl_token *w = dl_who_token(s, d->mention.head);
    bool copy = d->pronoun && d->mention.head == first->mention.head; /* "they" that means a row itself */
    if ((d->pronoun && !copy) || !d->mention.entity || d->mention.entity == first->mention.entity) return false;
    if (d->mention.head == first->mention.head) return dl_span_inside(d->mention.span, first->mention.span);
    return d->mention.named && first->mention.named && w->deprel == DL_DEP_CONJ && w->head == first->mention.head;
}

/* "The army and | the rebels held talks. They": somebody else who is described, for a pronoun. */
static bool described_in_row(dl_scene *s, const dl_draft *d, const dl_draft *first) {
    const dl_token *w = dl_who_token(s, d->mention.head);
    if (w->deprel != DL_DEP_CONJ || w->head != first->mention.head || !first->subject || d->pronoun || first->pronoun) return false;
    if (d->mention.kind == DL_NAME_FACILITY || !d->mention.entity || d->mention.entity == first->mention.entity) return false;
    uint32_t joined = dl_who_child(s, d->mention.head, DL_DEP_CC);
    if (joined && dl_bytes_among(dl_who_token(s, joined)->lemma, "or nor")) return false;
    dl_bytes other = dl_who_actor_of(s, d);
    return other.size && !dl_bytes_equal(other, dl_who_actor_of(s, first));
}

bool dl_who_heads_row(dl_scene *s, const dl_draft *d) {
    uint32_t seen = 0;
    for (uint32_t c = s->child[d->mention.head]; c && seen++ < DL_WHO_CHILDREN && d->subject; c = s->sibling[c])
        if (s->marks[c].draft && (in_row(s, &s->drafts.rows[s->marks[c].draft], d) || described_in_row(s, &s->drafts.rows[s->marks[c].draft], d)))
            return true;
    return false;
}

void dl_who_add_row(dl_scene *s, uint32_t at, uint32_t antecedent) {
    dl_draft first = s->drafts.rows[antecedent];
    for (uint32_t back = 1; back < at && back <= DL_WHO_LOOK_BACK; back++) {
        const dl_draft *d = dl_who_ordered(s, at - back);
        if (d->mention.sentence < first.mention.sentence) break;
        bool described = dl_who_ordered(s, at)->pronoun && described_in_row(s, d, &first);
        if (d->mention.sentence > first.mention.sentence || (!described && !in_row(s, d, &first))) continue;
        dl_draft other = *d, *more = add_mention(s, at);
        mean(more, &other);
        more->country = other.country;
        more->mention.kind = other.mention.kind;
    }
}
