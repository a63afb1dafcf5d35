#include "count/count.h"

#include "count/link.h"

static dl_span span_of(const dl_doc *doc, uint32_t first, uint32_t last) {
    return (dl_span){doc->tokens.rows[first].span.begin, doc->tokens.rows[last].span.end};
}

enum { PARTS = 5 };        /* looked back over for the whole */
enum { VAGUE_FLOOR = 20 }; /* "dozens of officials" is a figure, "many officials" is none */

/* A figure with neither noun nor harm is no count; nor is "a minister" who met someone. */
static bool counts_people(const dl_group *g) {
    bool one = g->number.article && (g->what == DL_WHAT_OTHER || g->what == DL_WHAT_PROTESTERS || g->what == DL_WHAT_TROOPS);
    bool few = g->number.article || (g->number.best == DL_NO_COUNT && g->number.low < VAGUE_FLOOR);
    one |= few && g->what == DL_WHAT_DISPLACED && g->anchor == g->noun_harm;     /* nor "a refugee", "many refugees" */
    if (g->anchor) return !one && (g->what != DL_WHAT_OTHER || !g->number.none); /* "a victim", "a protester" say no size */
    if (g->speaks) return false;
    bool figure = g->number.best != DL_NO_COUNT || g->number.low >= VAGUE_FLOOR;
    return figure && g->noun == DL_GROUP_PEOPLE && !g->others && !g->number.article && !g->number.none;
}

/* "25 people are dead and dozens injured": the second figure counts the same people's kind. */
static dl_span inherited_who(const dl_doc *doc, const dl_groups *groups, uint32_t i) {
    uint32_t k = i - 1;
    while (k && k + PARTS > i && groups->rows[k].parent) k--;
    const dl_group *before = &groups->rows[k];
    if (!k || !before->row || !before->anchor || (before->number.article && !groups->rows[i].number.article)) return (dl_span){0, 0};
    return doc->counts.rows[before->row].who;
}

static void write_row(dl_doc *doc, dl_groups *groups, uint32_t i, uint8_t what) {
    dl_group *g = &groups->rows[i];
    bool unsaid = (!g->who_first || g->others) && !g->cumulative;
    dl_span who = unsaid ? inherited_who(doc, groups, i) : g->who_first ? span_of(doc, g->who_first, g->who_last) : (dl_span){0, 0};
    dl_count *row = DL_DOC_PUSH(doc, counts);
    row->span = span_of(doc, g->first, g->last);
    if (g->number.hedge_last) row->hedge = span_of(doc, g->number.hedge_first, g->number.hedge_last);
    row->who = g->noun == DL_GROUP_HARM && !g->who_first ? (dl_span){0, 0} : who;
    row->anchor = g->anchor ? g->anchor : g->head;
    row->part_of = g->parent ? groups->rows[g->parent].row : g->before;
    row->low = g->number.low;
    row->best = g->number.best;
    row->high = g->number.high;
    row->what = what;
    row->cumulative = g->cumulative;
    g->row = doc->counts.count - 1;
}

/* The one figure with a kind that the sentence before tells, parts aside; 0 where there is none, or another of another kind. */
static uint32_t figure_before(const dl_doc *doc, uint32_t sentence) {
    uint32_t found = 0;
    for (uint32_t i = doc->counts.count; i-- > 1;) {
        const dl_count *c = &doc->counts.rows[i];
        uint32_t told = doc->tokens.rows[c->anchor].sentence;
        if (told + 1 != sentence) break;
        if (c->part_of || c->what == DL_WHAT_OTHER) continue;
        if (found && doc->counts.rows[found].what != c->what) return 0;
        if (!found) found = i;
    }
    return found;
}

/* "Six of them were | children" */
static void called_behind(const dl_count_reader *r, dl_group *g) {
    uint32_t people = g->last + 4;
    if (g->who_first || people >= r->end || !dl_count_is(r, people - 2, "them") || dl_count_function(r, people - 1) != DL_FUNCTION_BE) return;
    uint32_t length = dl_count_word_at(r, people)->people_length;
    if (length) g->who_first = people, g->who_last = people + length - 1;
}

/* "Among them were | six people who had taken shelter": whatever else is told of them. */
static bool is_among(const dl_count_reader *r, const dl_group *g) {
    bool opens = dl_count_word_at(r, r->first)->part == 2 && dl_count_function(r, r->first + 2) == DL_FUNCTION_BE;
    return opens && g->first == r->first + 3 && g->noun == DL_GROUP_PEOPLE && (!g->anchor || g->anchor > g->last);
}

/* "Among them were six children", "six of them were children", "three of the victims were nurses": the words that point back to the people of the
 * sentence before open it. */
static bool points_back(const dl_count_reader *r, const dl_group *g) {
    enum { OPENING = 4 };
    if (g->first > r->first + OPENING || g->parent || g->number.none) return false;
    if (is_among(r, g)) return true;
    if (g->anchor) return g->anchor <= r->first + OPENING && dl_count_function(r, g->anchor - 1) == DL_FUNCTION_THE;
    return g->part && g->first == r->first && g->who_first;
}

static void tie_to_before(const dl_count_reader *r, dl_group *g) {
    called_behind(r, g);
    uint32_t before = points_back(r, g) ? figure_before(r->doc, r->sentence) : 0;
    const dl_count *whole = &r->doc->counts.rows[before];
    int64_t most = whole->best != DL_NO_COUNT ? whole->best : whole->low, here = g->number.best != DL_NO_COUNT ? g->number.best : g->number.low;
    bool apart = g->anchor && g->what != whole->what && !is_among(r, g);
    if (!before || here > most || apart) return;
    g->before = before;
    if (!g->anchor || g->what != whole->what) g->anchor = g->head, g->what = whole->what;
}

/* "No casualties" says that none was killed and none wounded. */
static void write_group(dl_doc *doc, dl_groups *groups, uint32_t i) {
    const dl_group *g = &groups->rows[i];
    if (g->number.none && g->noun_harm && g->what == DL_WHAT_OTHER) {
        write_row(doc, groups, i, DL_WHAT_KILLED);
        write_row(doc, groups, i, DL_WHAT_WOUNDED);
    } else if (counts_people(g)) {
        write_row(doc, groups, i, g->what);
    }
}

void dl_count_read(const dl_know *know, dl_doc *doc) {
    dl_count_reader reader;
    dl_groups groups = {0};
    dl_count_reader_open(&reader, know, doc);
    if (!reader.numbers || !reader.harm) return;
    for (DL_EACH(s, &doc->sentences)) {
        if (doc->sentences.rows[s].zone == DL_ZONE_BOILERPLATE) continue;
        dl_count_reader_sentence(&reader, s);
        dl_groups_read(&reader, &groups);
        if (groups.count < 2) continue;
        dl_groups_link(&reader, &groups);
        for (DL_EACH(i, &groups)) tie_to_before(&reader, &groups.rows[i]);
        for (DL_EACH(i, &groups)) write_group(doc, &groups, i);
    }
}
