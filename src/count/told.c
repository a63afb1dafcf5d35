#include "count/told.h"

#include "base/search.h"
#include "count/link.h"
#include "count/voice.h"
#include "doc/ud.h"

enum { BREATH = 14, LIST = 12, BESIDE = 3, PARTS = 5 };

static bool finite(const dl_count_reader *r, uint32_t token) {
    unsigned x = dl_count_token(r, token)->xpos;
    return x == DL_XPOS_VBD || x == DL_XPOS_VBZ || x == DL_XPOS_VBP || x == DL_XPOS_MD;
}

/* No other clause in [begin, end): no stop, no finite verb but "were" and the word of harm itself. */
static bool one_breath(const dl_count_reader *r, uint32_t begin, uint32_t end, uint32_t harm) {
    if (end > begin + BREATH) return false;
    for (uint32_t t = begin; t < end; t++) {
        dl_function f = dl_count_function(r, t);
        if (dl_count_is(r, t, ";") || dl_count_is(r, t, ":") || f == DL_FUNCTION_CLAUSE || dl_count_word_at(r, t)->part) return false;
        if (t != harm && f != DL_FUNCTION_BE && f != DL_FUNCTION_HAVE && finite(r, t)) return false;
        if (t != harm && dl_count_word_at(r, t)->harm && dl_count_harm(r, t)->pos == 'v') return false;
    }
    return true;
}

/* A verb of its own behind the place: "36 in Cotabato | were arrested". */
static bool has_verb(const dl_count_reader *r, uint32_t t) {
    for (uint32_t end = t + BREATH; t < r->end && t < end; t++) {
        dl_function f = dl_count_function(r, t);
        if (f == DL_FUNCTION_BE || f == DL_FUNCTION_HAVE || finite(r, t)) return true;
        if (f == DL_FUNCTION_AND || dl_count_is(r, t, ",") || dl_count_is(r, t, ";")) return false;
    }
    return false;
}

static bool joined(const dl_count_reader *r, const dl_group *g) {
    return g->first > r->first + 1 && (dl_count_is(r, g->first - 1, ",") || dl_count_function(r, g->first - 1) == DL_FUNCTION_AND);
}

/* "54 people were injured in Davao, 36 in Cotabato and seven in General Santos": the same preposition behind each figure, the word of harm once. */
static void told_of_places(const dl_count_reader *r, dl_groups *groups, uint32_t i) {
    dl_group *g = &groups->rows[i];
    const dl_group *before = &groups->rows[i - 1];
    uint32_t place = g->last + 1 + dl_count_is(r, g->last + 1, "each");
    bool bare = g->noun == DL_GROUP_NO_NOUN || g->noun == DL_GROUP_PEOPLE;
    if (!bare || g->part || !before->anchor || before->part || before->cumulative || before->number.none || !joined(r, g)) return;
    if (dl_count_is(r, place, "by") && before->noun != DL_GROUP_PEOPLE) return; /* "one captured by a camera and another by ..." */
    if (place + 1 >= r->end || !dl_bytes_among(dl_token_text(r->doc, place), "in at from near on by")) return;
    if (!dl_group_fits(r, g, before->anchor) || !one_breath(r, before->last + 1, g->first, before->anchor) || has_verb(r, place + 1)) return;
    for (uint32_t t = before->last + 1; t < g->first; t++)
        if (dl_bytes_equal(dl_token_text(r->doc, t), dl_token_text(r->doc, place))) {
            g->anchor = before->anchor, g->what = before->what;
            return;
        }
}

/* To the people in a row with it, but to nothing of which it is not known that they are people. */
static void hand_on(const dl_count_reader *r, dl_groups *groups, uint32_t i) {
    uint32_t next = i + 1;
    if (next < groups->count && groups->rows[next].noun != DL_GROUP_PEOPLE && groups->rows[next].noun != DL_GROUP_NO_NOUN) return;
    dl_groups_chain(r, groups, i, false);
}

/* "as were", "as did", "as well as", "along with" in front of the figure: where it begins, or 0. */
static uint32_t likewise(const dl_count_reader *r, const dl_group *g) {
    uint32_t t = g->first;
    if (t < r->first + 4) return 0;
    bool verb = dl_count_function(r, t - 1) == DL_FUNCTION_BE || dl_count_is(r, t - 1, "did") || dl_count_is(r, t - 1, "had");
    if (verb && dl_count_is(r, t - 2, "as")) return t - 2;
    for (uint32_t back = 2; back <= 3; back++)
        if (dl_count_function(r, t - back) == DL_FUNCTION_AND && !dl_count_is(r, t - back, "and") && !dl_count_is(r, t - back, "or")) return t - back;
    return dl_count_is(r, t - 1, "plus") ? t - 1 : 0;
}

/* "90 civilians were wounded, as were seventeen soldiers and two policemen". */
static void told_likewise(const dl_count_reader *r, dl_groups *groups, uint32_t i) {
    dl_group *g = &groups->rows[i];
    const dl_group *before = &groups->rows[i - 1];
    for (uint32_t k = i - 1; before->part && k > 1 && k + PARTS > i;) before = &groups->rows[--k];
    uint32_t mark = likewise(r, g);
    if (!mark || g->part || before->part || !before->anchor || before->what == DL_WHAT_OTHER || before->number.none) return;
    uint32_t told = before->anchor > before->last ? before->anchor : before->last;
    if (told >= mark || !dl_group_fits(r, g, before->anchor) || !one_breath(r, told + 1, mark, before->anchor)) return;
    g->anchor = before->anchor;
    g->what = before->what;
    hand_on(r, groups, i);
}

/* Ties the people of a row that begins within `reach` of `token`. */
static void tie_row(const dl_count_reader *r, dl_groups *groups, uint32_t token, uint32_t reach, uint32_t harm) {
    uint32_t i = dl_group_behind(groups, token);
    if (i >= groups->count || groups->rows[i].first > token + reach) return;
    dl_group *g = &groups->rows[i];
    if ((g->anchor && g->anchor != harm) || g->speaks || g->noun == DL_GROUP_THING || g->noun == DL_GROUP_UNKNOWN) return;
    if (g->noun == DL_GROUP_NO_NOUN && !dl_count_word_at(r, g->last)->people) return;
    g->part = false;
    if (!g->anchor) dl_group_tie(r, g, harm);
    hand_on(r, groups, i);
}

/* "three of the dead were | children". */
static void named_behind(const dl_count_reader *r, dl_group *g) {
    uint32_t people = g->last + 2;
    if (g->noun != DL_GROUP_NO_NOUN || g->who_first || people >= r->end || dl_count_function(r, people - 1) != DL_FUNCTION_BE) return;
    if (!dl_count_word_at(r, people)->people_length) return;
    g->who_first = people;
    g->who_last = people + dl_count_word_at(r, people)->people_length - 1;
}

/* "the dead", "those killed", "the victims" with their kinds: "the dead were two women and a man", "the dead included ...", "among the dead were
 * ...", "of those killed, seven ...". Where the whole has a figure of its own its parts hang on that. */
static void told_of_whole(const dl_count_reader *r, dl_groups *groups, uint32_t harm) {
    uint32_t behind = harm + dl_count_word_at(r, harm)->harm_length;
    const dl_harm_row *row = dl_count_harm(r, harm);
    bool the = harm > r->first && dl_count_function(r, harm - 1) == DL_FUNCTION_THE;
    bool state = row->takes == DL_TAKES_STATE || dl_count_word_at(r, harm)->past, noun = row->takes == DL_TAKES_NOUN;
    if (behind >= r->end || !(noun || (the && (state || row->takes == DL_TAKES_PEOPLE)))) return;
    uint32_t in_front = dl_group_behind(groups, harm) - 1;
    if (in_front && groups->rows[in_front].last >= harm) return; /* "the 31 wounded" */
    if (dl_count_word_at(r, behind)->part && !dl_count_is(r, behind, "including")) tie_row(r, groups, behind + 1, BESIDE, harm);
    if (dl_count_function(r, behind) == DL_FUNCTION_BE) {
        bool as = dl_count_is(r, behind + 2, "as") && dl_count_token(r, behind + 1)->xpos == DL_XPOS_VBN; /* "were identified as" */
        tie_row(r, groups, behind + (as ? 3 : 1), 0, harm);
    }
    if (the && harm > r->first + 1 && dl_count_is(r, harm - 2, "of") && dl_count_is(r, behind, ",")) {
        uint32_t i = dl_group_behind(groups, behind + 1);
        if (i < groups->count && groups->rows[i].first == behind + 1 && !groups->rows[i].anchor && dl_group_fits(r, &groups->rows[i], harm)) {
            dl_group_tie(r, &groups->rows[i], harm);
            named_behind(r, &groups->rows[i]);
        }
    }
}

/* What opens a row of parts: a colon, "they were", or "were" right behind the whole ("the 20 dead were 12 men and eight women"). */
static bool opens_parts(const dl_count_reader *r, const dl_group *before, uint32_t first) {
    if (dl_count_is(r, first - 1, ":") || (dl_count_is(r, first - 1, "were") && dl_count_is(r, first - 2, "they"))) return true;
    return before->anchor >= before->first && before->anchor + 2 == first && dl_count_function(r, first - 1) == DL_FUNCTION_BE;
}

/* The figure in front of group `i`, near it, that has a kind and is no part; 0 where none has. */
static uint32_t whole_before(const dl_groups *groups, uint32_t i) {
    for (uint32_t k = i - 1; k && groups->rows[k].last + BREATH >= groups->rows[i].first; k--)
        if (groups->rows[k].anchor && !groups->rows[k].part) return groups->rows[k].number.best > 1 ? k : 0;
    return 0;
}

/* "four foreigners were killed: two Argentinians, one from France and a fourth from Germany": a row that adds up to no more than the figure before
 * it tells its parts; where nothing opens the row it must be the whole ("34 were arrested, 20 here and 14 there"). */
static void told_as_parts(const dl_count_reader *r, dl_groups *groups, uint32_t i) {
    uint32_t first = groups->rows[i].first, end = i;
    if (first < r->first + 3) return;
    bool opened = opens_parts(r, &groups->rows[i - 1], first);
    if (!opened && (groups->rows[i].anchor || !joined(r, &groups->rows[i]))) return;
    uint32_t whole = whole_before(groups, i);
    if (!whole) return;
    int64_t sum = 0, all = groups->rows[whole].number.best;
    for (; end < groups->count && end < i + LIST; end++) {
        const dl_group *g = &groups->rows[end];
        bool taken = g->anchor && !(opened && g->anchor == groups->rows[whole].anchor);
        if (taken || g->part || g->number.best == DL_NO_COUNT || g->noun == DL_GROUP_THING || g->noun == DL_GROUP_UNKNOWN) break;
        if (end > i && (!joined(r, g) || !one_breath(r, groups->rows[end - 1].last + 1, g->first, 0))) break;
        sum += g->number.best;
    }
    if (!sum || sum > all || (!opened && (sum < all || end < i + 2))) return;
    for (uint32_t k = i; k < end; k++) groups->rows[k].part = true;
}

void dl_group_other_end(const dl_count_reader *r, dl_groups *groups, uint32_t i) {
    const dl_group *g = &groups->rows[i];
    if (i + 1 >= groups->count) return;
    dl_group *other = &groups->rows[i + 1];
    bool from = dl_count_is(r, g->first - 1, "from"), back = dl_count_is(r, other->first - 1, "from");
    bool to = dl_count_is(r, other->first - 1, "to") && other->first == g->last + 2;
    if (other->anchor || other->number.article || other->noun == DL_GROUP_THING || other->first > g->last + BESIDE + 2) return;
    if (!(from && to) && !(back && !from)) return;
    dl_group_tie(r, other, g->anchor);
    other->cumulative = true;
}

/* "deaths", "the confirmed dead": what a running figure can be of. */
static bool runs(const dl_count_reader *r, uint32_t harm) {
    dl_takes takes = (dl_takes)dl_count_harm(r, harm)->takes;
    if (takes == DL_TAKES_NOUN || takes == DL_TAKES_PEOPLE) return dl_bytes_finish(dl_token_text(r->doc, harm), "s");
    if (takes != DL_TAKES_STATE || harm < r->first + 2) return false;
    return dl_count_function(r, harm - 1) == DL_FUNCTION_THE || dl_count_function(r, harm - 2) == DL_FUNCTION_THE;
}

/* "casualties rose to 167", "deaths climbed from 12 to 20": a figure that runs, of a noun that is no toll by itself. */
static void told_to_rise(const dl_count_reader *r, dl_groups *groups, uint32_t i) {
    dl_group *g = &groups->rows[i];
    if (g->anchor || g->noun != DL_GROUP_NO_NOUN || g->number.article || g->part) return;
    uint32_t t = g->first;
    for (uint32_t steps = 0; t > r->first && steps < BESIDE && dl_count_function(r, t) != DL_FUNCTION_RISE; steps++) t--;
    bool again = t + 1 < g->first && dl_count_is(r, g->first - 1, "to") && dl_count_word_at(r, g->first - 2)->harm; /* "and injuries to 300" */
    if (again && dl_count_function(r, t) != DL_FUNCTION_RISE) t = g->first - 1;
    if (!again && dl_count_function(r, t) != DL_FUNCTION_RISE) return;
    for (uint32_t steps = 0; t > r->first && steps < BESIDE; steps++) {
        const dl_count_word *w = dl_count_word_at(r, --t);
        if (dl_count_function(r, t) == DL_FUNCTION_HAVE) continue;
        if (!w->harm || !runs(r, t)) return;
        dl_group_tie(r, g, t);
        g->cumulative = true;
        dl_group_other_end(r, groups, i);
        dl_group *from = i + 1 < groups->count ? &groups->rows[i + 1] : NULL; /* "casualties rose to 167 from 93 wounded" */
        bool told = from && from->noun_harm && dl_count_is(r, from->first - 1, "from");
        if (told && g->what == DL_WHAT_OTHER) g->what = dl_count_harm(r, from->noun_harm)->what;
        return;
    }
}

/* "the protesters, sometimes numbering in the millions". */
static void told_by_number(const dl_count_reader *r, dl_group *g) {
    uint32_t t = g->first;
    if (g->anchor || g->noun != DL_GROUP_NO_NOUN || g->number.article) return;
    for (uint32_t steps = 0; steps < 2 && t > r->first + 1 && (dl_count_is(r, t - 1, "the") || dl_count_is(r, t - 1, "in")); steps++) t--;
    if (t < r->first + 2 || (!dl_count_is(r, t - 1, "numbering") && !dl_count_is(r, t - 1, "numbered"))) return;
    for (uint32_t back = 2; back <= 4 && t >= r->first + back; back++) {
        const dl_count_word *w = dl_count_word_at(r, t - back);
        if (w->harm && dl_count_harm(r, t - back)->takes == DL_TAKES_PEOPLE) {
            dl_group_tie(r, g, t - back);
            return;
        }
        if (w->people) return;
    }
}

/* "two of the wounded". */
static void told_by_pick(const dl_count_reader *r, dl_group *g) {
    dl_group_tie(r, g, g->picked);
    named_behind(r, g);
}

/* "120 people were injured, 30 seriously": so many of them. */
static void told_by_degree(const dl_count_reader *r, const dl_group *before, dl_group *g) {
    uint32_t how = g->last + 1, next = g->last + 2;
    if (g->noun != DL_GROUP_NO_NOUN || before->what != DL_WHAT_WOUNDED || before->part || !joined(r, g) || before->last + BREATH < g->first) return;
    if (how >= r->end || dl_count_token(r, how)->upos != DL_UPOS_ADV || !dl_bytes_finish(dl_token_text(r->doc, how), "ly")) return;
    bool stops = next >= r->end || !dl_is_alpha(dl_count_char(r, next)) || dl_count_function(r, next) == DL_FUNCTION_STOP ||
                 dl_count_function(r, next) == DL_FUNCTION_AND;
    if (stops && before->number.low >= g->number.low && (!g->anchor || g->anchor == before->anchor)) g->part = true;
}

/* "12 were shot, three of them fatally"; "families were sheltering there, and 17 of them died": a part with a word of harm of its own. */
static void told_of_them(const dl_count_reader *r, const dl_group *before, dl_group *g) {
    uint32_t behind = g->last + (dl_count_is(r, g->last + 1, "of") ? 3 : 1), harm = behind;
    while (harm < r->end && harm < behind + BESIDE && !dl_count_word_at(r, harm)->harm) {
        dl_function f = dl_count_function(r, harm);
        if (f != DL_FUNCTION_BE && f != DL_FUNCTION_HAVE && f != DL_FUNCTION_SKIP) break;
        harm++;
    }
    if (g->noun != DL_GROUP_NO_NOUN || harm >= r->end || !dl_count_word_at(r, harm)->harm || dl_harm_voice(r, harm) != DL_VOICE_PASSIVE) return;
    if (dl_count_harm(r, harm)->needs == DL_NEEDS_PROTEST) return; /* "many of them turned out to be innocent" */
    dl_group_tie(r, g, harm);
    if (!g->who_first) g->who_first = before->who_first, g->who_last = before->who_last;
}

void dl_groups_told(const dl_count_reader *r, dl_groups *groups) {
    if (groups->count < 2) return;
    bool tolls = dl_count_tolls(r);
    for (uint32_t t = r->first; t < r->end; t++)
        if (dl_count_word_at(r, t)->harm) told_of_whole(r, groups, t);
    for (DL_EACH(i, groups)) {
        dl_group *g = &groups->rows[i];
        if (tolls) told_to_rise(r, groups, i);
        if (!g->anchor && g->picked) told_by_pick(r, g);
        if (!g->anchor && g->part) told_of_them(r, &groups->rows[i - 1], g);
        if (i > 1) told_by_degree(r, &groups->rows[i - 1], g);
        if (!g->anchor) told_by_number(r, g);
        if (!g->anchor && i > 1) told_of_places(r, groups, i);
        if (!g->anchor && i > 1) told_likewise(r, groups, i);
        if (i > 1 && !g->part) told_as_parts(r, groups, i);
    }
}
