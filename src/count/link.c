#include "count/link.h"

#include "base/search.h"
#include "count/told.h"
#include "count/voice.h"
#include "doc/ud.h"

enum { REACH = 28, NEAR = 5, TREE_STEPS = 8, WHOLE_REACH = 8, CROWD = 50 };

static bool is_people(const dl_group *g) {
    return g->noun == DL_GROUP_PEOPLE || g->others;
}

/* "refugees were evacuated": people too, though the noun tells of a harm of its own. */
static bool harmed_before(const dl_count_reader *r, const dl_group *g, const dl_harm_row *row) {
    if (g->noun != DL_GROUP_HARM || !dl_count_word_at(r, g->head)->people) return false;
    const dl_harm_row *own = dl_count_harm(r, g->noun_harm);
    return own->takes == DL_TAKES_PEOPLE && own->what != row->what;
}

/* "Ahmed Khan, a journalist": the description is all that counts him. */
static bool named_before(const dl_count_reader *r, const dl_group *g) {
    uint32_t head = dl_count_token(r, g->head)->head;
    return head < r->first || head >= g->first || dl_count_token(r, head)->name || !dl_count_word_at(r, head)->people;
}

/* "a woman, who was | a nurse, died": one person, told twice. */
static bool predicate(const dl_count_reader *r, const dl_group *g) {
    bool is = g->first > r->first + 1 && dl_count_function(r, g->first - 1) == DL_FUNCTION_BE;
    if (is && (dl_count_is(r, g->first - 1, "being") || dl_count_is(r, g->first + 1, "of")))
        return true; /* "accused of being a"; "kidnapping is one of" */
    bool beside = dl_count_token(r, g->head)->deprel == DL_DEP_APPOS && dl_count_is(r, g->first - 1, ",");
    beside = beside && (dl_count_is(r, g->last + 1, ",") || dl_count_is(r, g->last + 1, "of"));
    if (beside && !named_before(r, g)) return true; /* "a policeman, a father, was" */
    return is && (dl_count_is(r, g->first - 2, "who") || dl_count_is(r, g->first - 2, "he") || dl_count_is(r, g->first - 2, "she"));
}

bool dl_group_fits(const dl_count_reader *r, const dl_group *g, uint32_t harm) {
    const dl_harm_row *row = dl_count_harm(r, harm);
    if (g->noun == DL_GROUP_THING || g->speaks || (g->number.article && predicate(r, g))) return false;
    switch (row->needs) {
    case DL_NEEDS_PERSON:
        return is_people(g) || g->noun == DL_GROUP_NO_NOUN || harmed_before(r, g, row);
    case DL_NEEDS_PROTEST:
        return r->protesting && (is_people(g) || (g->noun == DL_GROUP_NO_NOUN && !g->number.digits));
    case DL_NEEDS_AWAY: {
        const dl_count_word *w = dl_count_word_at(r, g->head);
        return w->people && dl_bytes_is(dl_know_get(r->know, r->people, w->people - 1u, "kind"), "mil");
    }
    case DL_NEEDS_MANY:
        return (is_people(g) || (g->noun == DL_GROUP_NO_NOUN && !g->number.digits)) &&
               (g->number.low >= CROWD || (g->number.low == DL_NO_COUNT && g->number.best >= CROWD));
    case DL_NEEDS_LIVES:
        return dl_count_is(r, g->head, "lives");
    default:
        return g->noun != DL_GROUP_HARM || dl_count_harm(r, g->noun_harm)->takes == DL_TAKES_PEOPLE;
    }
}

uint32_t dl_group_behind(const dl_groups *groups, uint32_t token) {
    return DL_ROW_NOT_BELOW(groups, first, token);
}

enum { LOOK_BACK = 6, SENTENCES = 4 };

/* What victims are is what the figures before tell, where these tell one kind of harm. */
static uint8_t told_before(const dl_count_reader *r) {
    const dl_doc *doc = r->doc;
    uint32_t sentence = r->sentence > SENTENCES ? r->sentence - SENTENCES : 1;
    uint8_t what = DL_WHAT_OTHER;
    for (uint32_t i = doc->counts.count, steps = 0; i-- > 1 && steps < LOOK_BACK; steps++) {
        const dl_count *c = &doc->counts.rows[i];
        if (c->span.begin < doc->sentences.rows[sentence].span.begin) break;
        bool harm = c->what == DL_WHAT_KILLED || c->what == DL_WHAT_WOUNDED || c->what == DL_WHAT_MISSING || c->what == DL_WHAT_ABDUCTED;
        if (!harm || c->best == 0) continue;
        if (what && what != c->what) return DL_WHAT_OTHER;
        what = c->what;
    }
    return what;
}

void dl_group_tie(const dl_count_reader *r, dl_group *g, uint32_t harm) {
    g->anchor = harm;
    g->what = dl_count_harm(r, harm)->what;
    if (dl_count_harm(r, harm)->needs == DL_NEEDS_TOLD && !g->number.none) g->what = told_before(r);
}

static bool finite_verb(const dl_count_reader *r, uint32_t token) {
    unsigned x = dl_count_token(r, token)->xpos, u = dl_count_token(r, token)->upos;
    return u == DL_UPOS_VERB && (x == DL_XPOS_VBD || x == DL_XPOS_VBZ || x == DL_XPOS_VBP);
}

/* No other clause between two tokens: no stop, no finite verb, no other harm. A relative clause between commas is another clause. */
static bool same_clause(const dl_count_reader *r, uint32_t begin, uint32_t end) {
    if (end > begin + REACH) return false;
    for (uint32_t t = begin; t < end; t++) {
        const dl_count_word *w = dl_count_word_at(r, t);
        char c = dl_count_char(r, t);
        if (c == ';' || c == ':' || (finite_verb(r, t) && dl_count_function(r, t) != DL_FUNCTION_BE)) return false;
        if (dl_count_function(r, t) == DL_FUNCTION_CLAUSE || w->part) return false;
        if (w->harm && dl_count_harm(r, t)->takes != DL_TAKES_PEOPLE && dl_count_harm(r, t)->takes != DL_TAKES_NOUN &&
            dl_count_harm(r, t)->takes != DL_TAKES_OF)
            return false;
    }
    return true;
}

bool dl_groups_coordinated(const dl_count_reader *r, const dl_group *a, const dl_group *b) {
    uint32_t joint = b->first - 1;
    if (b->first <= a->last + 1 || b->first > a->last + REACH) return false;
    if (dl_count_function(r, joint) != DL_FUNCTION_AND && !dl_count_is(r, joint, ",") && !dl_count_is(r, joint, "well")) return false;
    for (uint32_t t = a->last + 1; t < joint; t++) /* "were unemployed and millions died" */
        if (dl_count_function(r, t) == DL_FUNCTION_BE || dl_count_function(r, t) == DL_FUNCTION_HAVE) return false;
    return same_clause(r, a->last + 1, joint);
}

void dl_groups_chain(const dl_count_reader *r, dl_groups *groups, uint32_t i, bool left) {
    for (uint32_t steps = 0; steps < REACH; steps++) {
        uint32_t next = left ? i - 1 : i + 1;
        if (next == 0 || next >= groups->count) return;
        dl_group *g = &groups->rows[next], *of = &groups->rows[i];
        if (g->anchor || g->part || !(left ? dl_groups_coordinated(r, g, of) : dl_groups_coordinated(r, of, g)) || !dl_group_fits(r, g, of->anchor))
            return;
        if (g->number.digits && g->noun == DL_GROUP_NO_NOUN && left) return;
        bool verb_of_its_own = g->last + 1 < r->end && dl_count_function(r, g->last + 1) == DL_FUNCTION_BE; /* "killed 12, 30 were wounded" */
        if (!left && verb_of_its_own) return;
        g->anchor = of->anchor;
        g->what = of->what;
        i = next;
    }
}

/* "captured the town, taking 20 people": the verb has its object already. */
static bool another_object(const dl_count_reader *r, uint32_t token) {
    unsigned upos = dl_count_token(r, token)->upos;
    return (upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_VERB) && !dl_count_word_at(r, token)->time &&
           !dl_count_word_at(r, token)->harm;
}

/* Behind an active verb, near it: "killed at least 35", "killing, among others, two". */
static void link_right(const dl_count_reader *r, dl_groups *groups, uint32_t harm) {
    uint32_t end = harm + dl_count_word_at(r, harm)->harm_length;
    uint32_t i = dl_group_behind(groups, end);
    if (i >= groups->count) return;
    dl_group *g = &groups->rows[i];
    if (g->first > end + NEAR || !same_clause(r, end, g->first)) return;
    bool joined = g->first > end && dl_count_function(r, g->first - 1) == DL_FUNCTION_AND; /* "killed the commander and two guards" */
    for (uint32_t t = end; t < g->first; t++) {
        if (dl_count_function(r, t) == DL_FUNCTION_BE) return; /* "displaced families were there, and 17" */
        if (joined) continue;
        if (dl_count_function(r, t) == DL_FUNCTION_STOP || dl_count_word_at(r, t)->people || another_object(r, t)) return;
    }
    if (!g->anchor && dl_group_fits(r, g, harm)) dl_group_tie(r, g, harm), dl_groups_chain(r, groups, i, false);
}

/* "two of the wounded": people, no verb; but who is "among the dead" is dead. */
static bool nominal(const dl_count_reader *r, uint32_t harm) {
    if (harm < r->first + 2 || dl_count_function(r, harm - 1) != DL_FUNCTION_THE) return false;
    return !dl_count_is(r, harm - 2, "among") && !dl_count_is(r, harm - 2, "amongst");
}

/* Where the phrase that opens a part begins, or the part itself. */
static uint32_t part_begin(const dl_count_reader *r, const dl_group *g) {
    for (uint32_t back = 1; back <= 3 && g->first >= r->first + back; back++)
        if (dl_count_word_at(r, g->first - back)->part) return g->first - back;
    return g->first;
}

/* "twenty, including a colleague, | were hurt"; "a man, who was a teacher, | was killed"; "another man, who | was arrested". */
static uint32_t behind_aside(const dl_count_reader *r, uint32_t begin, uint32_t stop) {
    if (!dl_count_is(r, begin, ",") || begin + 2 >= stop) return begin;
    bool who = dl_count_is(r, begin + 1, "who");
    bool part =
        dl_count_word_at(r, begin + 1)->part || (begin + 3 < stop && (dl_count_word_at(r, begin + 2)->part || dl_count_word_at(r, begin + 3)->part));
    if (!who && !part) return begin;
    for (uint32_t t = begin + 2; t < stop && t < begin + REACH; t++)
        if (dl_count_is(r, t, ",")) return t + 1;
    return who ? begin + 2 : begin;
}

/* "two workers, who were not detained". */
static bool denied(const dl_count_reader *r, uint32_t harm) {
    return dl_count_is(r, harm - 1, "not") || dl_count_is(r, harm - 1, "never") || dl_count_is(r, harm - 1, "n't");
}

/* "found two people under the rubble", "pulled from under the rubble": who was found there is not missing. */
static bool beneath(const dl_count_reader *r, const dl_groups *groups, uint32_t harm) {
    if (dl_count_harm(r, harm)->what != DL_WHAT_MISSING || dl_count_harm(r, harm)->needs != DL_NEEDS_PERSON) return false;
    uint32_t i = dl_group_behind(groups, harm) - 1;
    return dl_count_is(r, harm - 1, "from") || (i && dl_count_token(r, groups->rows[i].head)->deprel == DL_DEP_OBJ);
}

/* "was fatally shot", "a man fatally shot by police"; but "a policeman fatally shot the ambassador". */
static bool suffered(const dl_count_reader *r, uint32_t how) {
    if (how + 1 >= r->end || dl_count_token(r, how + 1)->upos != DL_UPOS_VERB) return true;
    return dl_count_function(r, how - 1) == DL_FUNCTION_BE || dl_count_is(r, how + 2, "by");
}

/* "12 of whom | died". */
static bool of_its_own(const dl_count_reader *r, const dl_group *g, uint32_t harm) {
    uint32_t t = g->last + 3;
    if (!dl_count_is(r, t - 2, "of") || t > harm) return false;
    while (t < harm &&
           (dl_count_function(r, t) == DL_FUNCTION_BE || dl_count_function(r, t) == DL_FUNCTION_HAVE || dl_count_function(r, t) == DL_FUNCTION_SKIP))
        t++;
    return t == harm;
}

/* In front of a passive, an intransitive or a state, in the same clause; the nearest first. */
static void link_left(const dl_count_reader *r, dl_groups *groups, uint32_t harm, uint32_t reach) {
    uint32_t stop = harm;
    bool how = dl_count_harm(r, harm)->pos == 'd'; /* "fatally" */
    if (how && (dl_count_is(r, harm - 1, "them") || !suffered(r, harm))) return;
    if (nominal(r, harm) || beneath(r, groups, harm) || denied(r, harm)) return;
    for (uint32_t i = dl_group_behind(groups, harm); i-- > 1;) {
        dl_group *g = &groups->rows[i];
        if (g->last >= harm) continue; /* "20 killed": the harm word is the noun of the group itself */
        if (g->first + REACH < harm) return;
        if (g->part && of_its_own(r, g, harm)) return; /* "40 people, 12 of whom died" */
        if (g->part) {                                 /* "118 people, among them 61 women, were evacuated" */
            stop = part_begin(r, g);
            continue;
        }
        uint32_t begin = behind_aside(r, g->last + 1, stop), gap = stop > begin ? stop - begin : 0;
        bool aside_told = begin > g->last + 1;
        if (gap > 0 && (!aside_told || dl_count_is(r, begin, "who")) && dl_count_function(r, begin) == DL_FUNCTION_CLAUSE &&
            dl_count_char(r, begin) != 'a')
            begin++; /* "12 people who died" */
        if (gap > reach || !same_clause(r, begin, stop)) return;
        if (how && g->anchor) return; /* "three men were shot, one | fatally" */
        if (g->anchor || !dl_group_fits(r, g, harm)) continue;
        bool aside = g->first > r->first && dl_count_function(r, g->first - 1) == DL_FUNCTION_STOP;
        if (g->noun == DL_GROUP_UNKNOWN && (aside || gap > NEAR)) continue; /* "who wrote 90 papers in three languages died" */
        if (g->noun == DL_GROUP_NO_NOUN && g->number.digits && gap > NEAR) continue;
        dl_group_tie(r, g, harm);
        if (gap || !how) dl_groups_chain(r, groups, i, true);
        return;
    }
}

/* "the death toll, earlier put at 14, | rose to 19". */
static uint32_t behind_remark(const dl_count_reader *r, uint32_t begin) {
    if (!dl_count_is(r, begin, ",")) return begin;
    for (uint32_t t = begin + 1; t + 1 < r->end && t < begin + REACH; t++)
        if (dl_count_is(r, t, ",")) return dl_count_function(r, t + 1) == DL_FUNCTION_RISE ? t + 1 : begin;
    return begin;
}

/* "death of three", "arrest of 12 people", and figures behind a toll: "the death toll rose to 12". */
static void link_noun(const dl_count_reader *r, dl_groups *groups, uint32_t harm) {
    const dl_harm_row *row = dl_count_harm(r, harm);
    uint32_t end = harm + dl_count_word_at(r, harm)->harm_length;
    uint32_t behind = row->takes == DL_TAKES_TOLL ? behind_remark(r, end) : end;
    uint32_t i = dl_group_behind(groups, behind), front = dl_group_behind(groups, harm) - 1;
    if (row->takes == DL_TAKES_PEOPLE && front && groups->rows[front].last + 1 == harm && is_people(&groups->rows[front]) &&
        !groups->rows[front].anchor)
        dl_group_tie(r, &groups->rows[front], harm); /* "took 30 villagers hostage" */
    if (row->takes == DL_TAKES_TOLL && front) {      /* "bringing to 43 the death toll" */
        dl_group *before = &groups->rows[front];
        bool told = before->last + 2 == harm && dl_count_function(r, harm - 1) == DL_FUNCTION_THE && before->first > r->first;
        if (told && dl_count_is(r, before->first - 1, "to") && before->noun == DL_GROUP_NO_NOUN) {
            dl_group_tie(r, before, harm);
            before->cumulative = true;
            return;
        }
    }
    if (i >= groups->count) return;
    dl_group *g = &groups->rows[i];
    if (row->takes == DL_TAKES_TOLL) {
        if (g->number.article || g->speaks || g->anchor || g->noun == DL_GROUP_THING || g->first > end + REACH) return;
        for (uint32_t t = end; t < g->first; t++)
            if (dl_count_says(r, t) || dl_count_is(r, t, "that")) return; /* "who give no toll, said that 100 were hurt" */
        dl_group_tie(r, g, harm);
        g->cumulative = !(dl_count_is(r, end, "of") && g->first == end + 1); /* "a toll of 20" */
        dl_group_other_end(r, groups, i);
        if (dl_count_function(r, end) == DL_FUNCTION_BE && g->noun == DL_GROUP_PEOPLE) g->cumulative = false, dl_groups_chain(r, groups, i, false);
        return;
    }
    if (g->first != end + 1 || !dl_count_is(r, end, "of") || g->anchor || !dl_group_fits(r, g, harm)) return;
    dl_group_tie(r, g, harm);
    dl_groups_chain(r, groups, i, false);
}

/* The relation that carries the one to whom a harm word happens. */
static bool role_fits(const dl_count_reader *r, uint32_t harm, unsigned relation) {
    dl_voice voice = dl_harm_voice(r, harm);
    if (relation == DL_DEP_OBJ) return dl_count_harm(r, harm)->takes == DL_TAKES_OBJECT;
    if (relation == DL_DEP_NSUBJ_PASS) return true;
    return relation == DL_DEP_NSUBJ && voice == DL_VOICE_PASSIVE;
}

/* Up the tree from the people to the verb that governs them. */
static uint32_t governor(const dl_count_reader *r, const dl_group *g) {
    uint32_t t = g->head;
    for (uint32_t step = 0; step < TREE_STEPS; step++) {
        const dl_token *token = dl_count_token(r, t);
        if (!token->head || token->head < r->first || token->head >= r->end) return 0;
        uint32_t up = token->head;
        if (dl_count_word_at(r, up)->harm && dl_count_harm(r, up)->pos != 'n')
            return role_fits(r, up, token->deprel) && dl_group_fits(r, g, up) ? up : 0;
        dl_deprel base = dl_deprel_base(token->deprel);
        bool passes = base == DL_DEP_CONJ || base == DL_DEP_NUMMOD || base == DL_DEP_APPOS || base == DL_DEP_FLAT || base == DL_DEP_COMPOUND;
        if (!passes) return 0;
        t = up;
    }
    return 0;
}

static void link_near(const dl_count_reader *r, dl_groups *groups) {
    for (uint32_t t = r->first; t < r->end; t++) {
        if (!dl_count_word_at(r, t)->harm) continue;
        dl_voice voice = dl_harm_voice(r, t);
        if (voice == DL_VOICE_ACTIVE) link_right(r, groups, t);
        if (voice == DL_VOICE_PASSIVE) link_left(r, groups, t, NEAR);
        if (voice == DL_VOICE_NOUN) link_noun(r, groups, t);
    }
}

static void link_by_tree(const dl_count_reader *r, dl_groups *groups) {
    if (!r->doc->sentences.rows[r->sentence].parsed) return;
    for (DL_EACH(i, groups)) {
        dl_group *g = &groups->rows[i];
        uint32_t harm = g->anchor || g->part ? 0 : governor(r, g);
        if (harm) dl_group_tie(r, g, harm);
    }
}

static void link_far(const dl_count_reader *r, dl_groups *groups) {
    for (uint32_t t = r->first; t < r->end; t++)
        if (dl_count_word_at(r, t)->harm && dl_harm_voice(r, t) == DL_VOICE_PASSIVE) link_left(r, groups, t, REACH);
}

/* The noun itself tells: "39 deaths", "2,000 protesters", "two wounded soldiers". */
static void link_own_noun(const dl_count_reader *r, dl_groups *groups) {
    for (DL_EACH(i, groups)) {
        dl_group *g = &groups->rows[i];
        if (!g->anchor && g->noun_harm && !g->part) dl_group_tie(r, g, g->noun_harm);
    }
}

/* "Of the 12 dead, three were children": a bare number that is said to be people of some kind is a part of the figure before it. */
static void equated(const dl_count_reader *r, dl_group *g) {
    uint32_t be = g->last + 1;
    if (g->anchor || g->noun != DL_GROUP_NO_NOUN || dl_count_function(r, be) != DL_FUNCTION_BE || be + 1 >= r->end) return;
    uint32_t length = dl_count_word_at(r, be + 1)->people_length;
    if (!length) return;
    g->part = true;
    g->who_first = be + 1;
    g->who_last = be + length;
}

/* A part takes its whole's kind: the nearest figure before it that has one, and is no part itself. */
static void link_parts(const dl_count_reader *r, dl_groups *groups) {
    for (DL_EACH(i, groups)) {
        dl_group *g = &groups->rows[i];
        const dl_group *before = &groups->rows[i - 1];
        if (i > 1) equated(r, g);
        if (!g->part && i > 1 && before->part && dl_groups_coordinated(r, before, g) && !g->anchor) g->part = true;
        if (!g->part) continue;
        for (uint32_t k = i; k-- > 1 && k + WHOLE_REACH > i && !g->parent;)
            if (groups->rows[k].anchor && !groups->rows[k].part && !groups->rows[k].number.none) g->parent = k;
        if (g->parent && g->anchor && !g->noun_harm && groups->rows[g->parent].what != g->what) g->parent = 0; /* "17 of whom died" */
        if (g->parent && !g->anchor && !g->noun_harm) g->anchor = groups->rows[g->parent].anchor, g->what = groups->rows[g->parent].what;
        if (!g->parent && g->noun_harm) dl_group_tie(r, g, g->noun_harm);
    }
}

void dl_groups_link(const dl_count_reader *r, dl_groups *groups) {
    if (r->harmful) {
        link_near(r, groups);
        link_by_tree(r, groups);
        link_far(r, groups);
        link_own_noun(r, groups);
    }
    if (r->harmful) dl_groups_told(r, groups);
    link_parts(r, groups);
}
