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
    row->part_of = g->parent ? groups->rows[g->parent].row : 0;
    row->low = g->number.low;
    row->best = g->number.best;
    row->high = g->number.high;
    row->what = what;
    row->cumulative = g->cumulative;
    g->row = doc->counts.count - 1;
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
        for (DL_EACH(i, &groups)) write_group(doc, &groups, i);
    }
}
