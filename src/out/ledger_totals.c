/* What the figures of one kind come to. A source's figures at one word add up ("six officers and a civilian were killed"); of what it gives at
 * several words the largest is its total. The totals of the sources are never added: they are a range, and may exclude each other. */
#include "out/ledger.h"

#include "base/error.h"
#include "out/pen.h"

#include <stdlib.h>

typedef struct sum {
    int64_t low, best, high;
} sum;

static const sum none = {DL_NO_COUNT, DL_NO_COUNT, DL_NO_COUNT};

const char *dl_policy_name(dl_policy policy) {
    return policy == DL_POLICY_LATEST ? "latest" : "lowest";
}

static int64_t plus(int64_t a, int64_t b) {
    return a == DL_NO_COUNT || b == DL_NO_COUNT ? DL_NO_COUNT : a + b;
}

static int64_t any_of(const sum *s) {
    return s->best != DL_NO_COUNT ? s->best : s->low != DL_NO_COUNT ? s->low : s->high;
}

static int64_t bottom(const sum *s) {
    return s->low != DL_NO_COUNT ? s->low : s->high == DL_NO_COUNT ? s->best : 0;
}
static int64_t top(const sum *s) {
    return s->high != DL_NO_COUNT ? s->high : s->low == DL_NO_COUNT ? s->best : INT64_MAX;
}

/* While the figures of one incident and kind are read, source by source. */
typedef struct reckoning {
    const dl_ledger *ledger;
    dl_total *total;
    dl_instant latest;
    int64_t lowest, highest;  /* figures given, whichever end they are of */
    bool open_low, open_high; /* the outermost leaves its side open: "up to 20", "at least 35" */
    int64_t highest_bottom, lowest_top;
} reckoning;

static void widen(reckoning *r, const sum *s) {
    int64_t low = s->low != DL_NO_COUNT ? s->low : any_of(s), high = s->high != DL_NO_COUNT ? s->high : any_of(s);
    bool open_low = s->low == DL_NO_COUNT && s->high != DL_NO_COUNT, open_high = s->high == DL_NO_COUNT && s->low != DL_NO_COUNT;
    if (low <= r->lowest) r->open_low = open_low || (low == r->lowest && r->open_low), r->lowest = low;
    if (high >= r->highest) r->open_high = open_high || (high == r->highest && r->open_high), r->highest = high;
    r->total->low = r->open_low ? DL_NO_COUNT : r->lowest;
    r->total->high = r->open_high ? DL_NO_COUNT : r->highest;
}

static void choose_best(reckoning *r, const sum *s, dl_instant published) {
    bool first = r->total->best == DL_NO_COUNT, later = published != DL_NO_TIME && (r->latest == DL_NO_TIME || published >= r->latest);
    if (s->best == DL_NO_COUNT) return;
    if (first || (r->ledger->policy == DL_POLICY_LOWEST ? s->best < r->total->best : later)) r->total->best = s->best;
    if (later) r->latest = published;
}

static void add_source(reckoning *r, const sum *s, dl_instant published) {
    if (any_of(s) == DL_NO_COUNT) return;
    widen(r, s);
    choose_best(r, s, published);
    if (bottom(s) > r->highest_bottom) r->highest_bottom = bottom(s);
    if (top(s) < r->lowest_top) r->lowest_top = top(s);
    r->total->sources++;
    r->total->conflict = r->highest_bottom > r->lowest_top;
}

static int number_order(uint64_t a, uint64_t b) {
    return a < b ? -1 : a > b;
}

/* By incident, kind, report, source and word: what adds up stands together, and then what is compared. */
static int group_order(const dl_figure *a, const dl_figure *b) {
    int order = number_order(a->incident, b->incident);
    if (!order) order = number_order(a->what, b->what);
    if (!order) order = number_order(a->report, b->report);
    return order ? order : dl_bytes_order(a->source, b->source);
}

static int figure_order(const void *x, const void *y) {
    const dl_figure *a = *(const dl_figure *const *)x, *b = *(const dl_figure *const *)y;
    int order = group_order(a, b);
    if (!order) order = number_order(a->anchor, b->anchor);
    return order ? order : a < b ? -1 : a > b; /* they stand in one array */
}

/* What a source tells with one word ("six officers and a civilian were killed"): a running total stands for itself, other figures add up. */
static sum of_word(const dl_figure *const *list, size_t end, size_t *at) {
    const dl_figure *first = list[*at];
    sum s = {first->low, first->best, first->high};
    bool running = first->cumulative;
    for (++*at; *at < end && list[*at]->anchor == first->anchor && !group_order(list[*at], first); ++*at) {
        const dl_figure *f = list[*at];
        if (f->cumulative)
            s = (sum){f->low, f->best, f->high}, running = true;
        else if (!running)
            s = (sum){plus(s.low, f->low), plus(s.best, f->best), plus(s.high, f->high)};
    }
    return s;
}

/* The largest that a source gives in its report. */
static void take_source(reckoning *r, const dl_figure *const *list, size_t end, size_t *at) {
    const dl_figure *first = list[*at];
    sum most = none;
    while (*at < end && !group_order(list[*at], first)) {
        sum s = of_word(list, end, at);
        if (any_of(&s) != DL_NO_COUNT && (any_of(&most) == DL_NO_COUNT || any_of(&s) > any_of(&most))) most = s;
    }
    add_source(r, &most, first->published_at);
}

static void reckon(const dl_ledger *ledger, dl_total *totals, const dl_figure *const *list, size_t count) {
    for (size_t at = 0; at < count;) {
        const dl_figure *first = list[at];
        reckoning r = {.ledger = ledger, .total = &totals[(size_t)first->incident * DL_LEDGER_KINDS + first->what], .latest = DL_NO_TIME};
        r.lowest = r.lowest_top = INT64_MAX, r.highest = r.highest_bottom = INT64_MIN;
        while (at < count && list[at]->incident == first->incident && list[at]->what == first->what) take_source(&r, list, count, &at);
    }
}

dl_status dl_totals_open(dl_total **totals, const dl_ledger *ledger, dl_error *error) {
    size_t rows = ((size_t)ledger->incidents.count + 1) * DL_LEDGER_KINDS, count = 0;
    const dl_figure **list = calloc((size_t)ledger->figures.count + 1, sizeof *list);
    *totals = calloc(rows, sizeof **totals);
    if (!list || !*totals) {
        free(list);
        free(*totals);
        return dl_fail(error, DL_NO_MEMORY, "out of memory while writing a ledger");
    }
    for (size_t i = 0; i < rows; i++) (*totals)[i] = (dl_total){DL_NO_COUNT, DL_NO_COUNT, DL_NO_COUNT, 0, false};
    for (DL_EACH(i, &ledger->figures)) {
        const dl_figure *f = &ledger->figures.rows[i];
        if (!f->part && ledger->incidents.rows[f->incident].event != DL_EVENT_NONE) list[count++] = f;
    }
    qsort(list, count, sizeof *list, figure_order);
    reckon(ledger, *totals, list, count);
    free(list);
    return DL_OK;
}

void dl_totals_close(dl_total *totals) {
    free(totals);
}

static size_t add(char *room, size_t at, const char *words) {
    size_t size = strlen(words);
    memcpy(room + at, words, size);
    return at + size;
}

dl_bytes dl_spell_range(char *room, int64_t low, int64_t best, int64_t high) {
    size_t at = 0;
    if (low != DL_NO_COUNT && high != DL_NO_COUNT && low != high) {
        at += dl_spell_number(room, low);
        at = add(room, at, "\xe2\x80\x93");
        return (dl_bytes){room, at + dl_spell_number(room + at, high)};
    }
    if (low != DL_NO_COUNT && high == DL_NO_COUNT) at = add(room, at, "\xe2\x89\xa5");
    if (high != DL_NO_COUNT && low == DL_NO_COUNT) at = add(room, at, "\xe2\x89\xa4");
    if (low == DL_NO_COUNT && high == DL_NO_COUNT) at = add(room, at, "~");
    return (dl_bytes){room, at + dl_spell_number(room + at, low != DL_NO_COUNT ? low : high != DL_NO_COUNT ? high : best)};
}
