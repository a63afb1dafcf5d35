/* Which rule reads what stands here, and what stands before it. */
#include "doc/ud.h"
#include "when/frame.h"

/* What an atom must be for a rule to begin with it: a class of the vocabulary, digits, an apostrophe or the letter Q. */
#define C(class) ((uint64_t)1 << WHEN_##class)

static const struct {
    when_rule *read;
    uint64_t starts;
} rules[] = {
    {dl_rule_calendar,
     C(MONTH) | C(MONTH_SHORT) | C(ORDINAL) | C(NUMBER) | C(THE) | C(WEEKDAY) | C(WEEKDAY_SHORT) | C(WHICH) | C(FISCAL) | C(DIGITS)},
    {dl_rule_numeric, C(DIGITS)},
    {dl_rule_weekday, C(WEEKDAYS) | C(WEEKDAY) | C(WEEKDAY_SHORT) | C(EVERY) | C(THE) | C(WHICH)},
    {dl_rule_today, C(TODAY) | C(TONIGHT) | C(OVERNIGHT) | C(THE) | C(WHICH)},
    {dl_rule_holiday, C(HOLIDAY) | C(WHICH)},
    {dl_rule_period, C(THE) | C(POSSESSIVE) | C(WHICH)},
    {dl_rule_duration, C(THE) | C(ORDINAL) | C(ARTICLE) | C(COUPLE) | C(FEW) | C(HALF) | C(NUMBER) | C(UNIT) | C(UNITS) | C(DIGITS)},
    {dl_rule_day_before, C(UNIT) | C(THE)},
    {dl_rule_set, C(FREQUENCY) | C(PER) | C(EVERY)},
    {dl_rule_quarter,
     C(ARTICLE) | C(THE) | C(POSSESSIVE) | C(ORDINAL) | C(NUMBER) | C(WHICH) | C(FISCAL) | C(UNIT) | C(PERIOD) | C(DIGITS) | C(LETTER_Q)},
    {dl_rule_season, C(SEASON) | C(THE) | C(POSSESSIVE) | C(WHICH)},
    {dl_rule_decade, C(DECADE_NAME) | C(THE) | C(EDGE) | C(ORDINAL) | C(DIGITS) | C(APOSTROPHE)},
    {dl_rule_clock, C(CLOCK) | C(NUMBER) | C(DIGITS)},
    {dl_rule_ref, C(REF) | C(WHICH) | C(THE)},
};

/* What may stand before a rule's words: edges, hedges, parts of the day and their like, which edge_before and its neighbours read. */
static const uint64_t fronts = C(EDGE) | C(SHIFT) | C(EDGE_OF) | C(PART) | C(HEDGE) | C(UNIT) | C(THE);

static bool longest(const when_reader *r, uint32_t i, when_frame *best) {
    uint64_t starts = atom(r, i)->classes;
    best->end = 0;
    for (size_t k = 0; k < sizeof rules / sizeof *rules; k++) {
        when_frame f;
        if (rules[k].starts & starts && rules[k].read(r, i, &f) && f.end > best->end && f.end <= r->end) *best = f;
    }
    return best->end > 0;
}

static bool has_edge(const when_frame *f) { /* has a beginning, a middle and an end to speak of */
    return f->kind != FRAME_REF && f->kind != FRAME_SET && f->kind != FRAME_DURATION && f->kind != FRAME_SHIFT && f->kind != FRAME_CLOCK;
}

/* "early Monday", "mid-1996", "late last week", "earlier this year", "later in the day" */
static bool edge_before(const when_reader *r, uint32_t i, when_frame *out) {
    bool edge = is(r, i, WHEN_EDGE), shift = is_code(r, i, WHEN_SHIFT, CODE_EARLIER) || is_code(r, i, WHEN_SHIFT, CODE_LATER);
    if (!edge && !shift) return false;
    uint32_t next = edge ? skip_mark(r, i + 1, '-') : i + 1;
    if (prep(r, next, CODE_IN) || prep(r, next, CODE_ON)) next++;
    if (is_code(r, i, WHEN_EDGE, CODE_MID) && is(r, next, WHEN_PART)) { /* "mid-afternoon yesterday" */
        if (!longest(r, next + 1, out) || out->kind != FRAME_TODAY) return false;
        out->part = (uint8_t)dl_when_value(r, next, WHEN_PART);
    } else if (!longest(r, next, out) || !has_edge(out)) {
        bool in_the = is(r, next, WHEN_THE) && is(r, next + 1, WHEN_UNIT); /* "later in the year", "earlier in the day" */
        if (!in_the || next == i + 1) return false;
        *out = (when_frame){.kind = FRAME_PERIOD, .which = CODE_THIS, .unit = (uint8_t)dl_when_value(r, next + 1, WHEN_UNIT), .end = next + 2};
    }
    out->mod = (uint8_t)(edge ? dl_when_value(r, i, WHEN_EDGE) : is_code(r, i, WHEN_SHIFT, CODE_EARLIER) ? CODE_START : CODE_END);
    out->first = i;
    return true;
}

/* "the end of November", "the beginning of the year", "year-end", "the middle of next week" */
static bool edge_of(const when_reader *r, uint32_t i, when_frame *out) {
    uint32_t start = i;
    if (is_code(r, i, WHEN_UNIT, CODE_YEAR) &&
        (is_code(r, i + 1, WHEN_EDGE_OF, CODE_END) || (mark(r, i + 1, '-') && dl_when_word_is(r, i + 2, "end")))) {
        *out = (when_frame){.kind = FRAME_PERIOD, .which = CODE_THIS, .unit = CODE_YEAR, .mod = CODE_END, .first = i};
        return out->end = mark(r, i + 1, '-') ? i + 3 : i + 2, true;
    }
    if (is(r, i, WHEN_THE)) i++;
    if (!is(r, i, WHEN_EDGE_OF) || !prep(r, i + 1, CODE_OF)) return false;
    uint32_t next = i + 2;
    if (!longest(r, next, out) || !has_edge(out)) {
        if (!is(r, next, WHEN_THE) || !is(r, next + 1, WHEN_UNIT)) return false;
        int unit = dl_when_value(r, next + 1, WHEN_UNIT);
        if (unit != CODE_YEAR && unit != CODE_MONTH && unit != CODE_WEEK && unit != CODE_DAY && unit != CODE_DECADE && unit != CODE_CENTURY)
            return false;
        *out = (when_frame){.kind = FRAME_PERIOD, .which = CODE_THIS, .unit = (uint8_t)unit, .end = next + 2};
    }
    out->mod = (uint8_t)dl_when_value(r, i, WHEN_EDGE_OF);
    out->first = start;
    return true;
}

/* "the night of March 14", "on the morning of Friday", "in the early hours of Sunday" */
static bool part_of(const when_reader *r, uint32_t i, when_frame *out) {
    uint32_t start = i;
    if (is(r, i, WHEN_THE)) i++;
    bool hours = is_code(r, i, WHEN_EDGE, CODE_START) && is_code(r, i + 1, WHEN_UNITS, CODE_HOUR);
    if (hours) i++;
    if ((!hours && !is(r, i, WHEN_PART)) || !prep(r, i + 1, CODE_OF) || !longest(r, i + 2, out)) return false;
    bool day = out->kind == FRAME_WEEKDAY || out->kind == FRAME_TODAY || (out->kind == FRAME_CALENDAR && out->day);
    if (!day || out->part) return hours && day;
    out->part = (uint8_t)(hours ? CODE_MO : dl_when_value(r, i, WHEN_PART));
    out->first = start;
    return true;
}

/* "the week of March 6" */
static bool week_of(const when_reader *r, uint32_t i, when_frame *out) {
    uint32_t week = is(r, i, WHEN_THE) ? i + 1 : i;
    if (!is_code(r, week, WHEN_UNIT, CODE_WEEK) || !prep(r, week + 1, CODE_OF) || !dl_rule_calendar(r, week + 2, out) || !out->day) return false;
    out->unit = CODE_WEEK;
    out->first = i;
    return true;
}

/* "about two years", "more than four hours", "around 7:15 p.m." */
static bool hedge_before(const when_reader *r, uint32_t i, when_frame *out) {
    if (!is(r, i, WHEN_HEDGE) || !longest(r, i + 1, out)) return false;
    bool hedged = out->kind == FRAME_DURATION || out->kind == FRAME_SHIFT || out->kind == FRAME_CLOCK || out->kind == FRAME_CALENDAR;
    if (!hedged || out->which) return false;
    int hedge = dl_when_value(r, i, WHEN_HEDGE);
    bool length = out->kind == FRAME_DURATION;
    out->mod = (uint8_t)(hedge == CODE_NEARLY ? (length ? CODE_LESS_THAN : CODE_APPROX) : length || hedge == CODE_APPROX ? hedge : 0);
    out->first = i;
    return true;
}

bool dl_when_match(const when_reader *r, uint32_t i, when_frame *out) {
    static when_rule *const before[] = {edge_before, edge_of, part_of, week_of, hedge_before};
    longest(r, i, out);
    if (!(atom(r, i)->classes & fronts)) return out->end > 0;
    for (size_t k = 0; k < sizeof before / sizeof *before; k++) {
        when_frame f;
        if (before[k](r, i, &f) && f.end > out->end && f.end <= r->end) *out = f;
    }
    return out->end > 0;
}

/* ------------------------------------------------------------------ clock and day */

static bool is_day(const when_frame *f) {
    return (f->kind == FRAME_WEEKDAY || f->kind == FRAME_TODAY || f->kind == FRAME_HOLIDAY || (f->kind == FRAME_CALENDAR && f->day)) && !f->clocked;
}

/* Nothing but a comma and one of "at", "on", "around", "of" stands between. */
static bool adjacent(const when_reader *r, uint32_t end, uint32_t first) {
    if (first - end > 2) return false;
    for (uint32_t i = end; i < first; i++)
        if (!mark(r, i, ',') && !is(r, i, WHEN_PREP) && !is(r, i, WHEN_HEDGE)) return false;
    return true;
}

static void put_clock(when_frame *day, const when_frame *clock) {
    day->clocked = true;
    day->hour = clock->hour;
    day->minute = clock->minute;
    day->zoned = clock->zoned;
    day->zone = clock->zone;
    day->clock = clock->clock;
    day->part = 0;
    if (clock->mod) day->mod = clock->mod;
}

/* "Overnight | into Saturday": Friday night. */
static bool night_into(const when_reader *r, const when_frame *night, when_frame *day) {
    bool into = night->kind == FRAME_TODAY && night->part == CODE_NI && day->kind == FRAME_WEEKDAY && !day->part && !day->which && !day->clocked;
    if (!into || day->first != night->end + 1 || !dl_when_word_is(r, night->end, "into")) return false;
    day->first = night->first;
    day->weekday = (int16_t)(day->weekday > 1 ? day->weekday - 1 : 7);
    day->part = CODE_NI;
    return true;
}

uint32_t dl_when_join(const when_reader *r, when_frame *frames, uint32_t count) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        when_frame *last = kept ? &frames[kept - 1] : NULL, this = frames[i];
        bool near = last && adjacent(r, last->end, this.first);
        if (near && last->kind == FRAME_CLOCK && is_day(&this)) {
            put_clock(&this, last);
            this.first = last->first;
            *last = this;
        } else if (near && is_day(last) && this.kind == FRAME_CLOCK) {
            put_clock(last, &this);
            last->end = this.end;
        } else if (last && night_into(r, last, &this)) {
            *last = this;
        } else {
            frames[kept++] = this;
        }
    }
    return kept;
}

/* No verb stands between two atoms. */
static bool one_phrase(const when_reader *r, uint32_t end, uint32_t first) {
    for (uint32_t i = end; i < first; i++)
        if (r->doc->tokens.rows[atom(r, i)->first_token].upos == DL_UPOS_VERB) return false;
    return true;
}

void dl_when_clocks(const when_reader *r, when_frame *frames, uint32_t count) {
    enum { NEAR = 12 };
    uint32_t first = 0; /* of the hours that wait for their day */
    for (uint32_t i = 0; i < count; i++) {
        bool hour = frames[i].kind == FRAME_CLOCK && (first < i || !i || !is_day(&frames[i - 1]));
        if (hour) continue;
        bool day = is_day(&frames[i]) && first < i && prep(r, frames[i].first - 1, CODE_ON) && frames[i].first - frames[i - 1].end <= NEAR &&
                   one_phrase(r, frames[first].end, frames[i].first);
        for (uint32_t k = first; day && k < i; k++) {
            when_frame whole = frames[i];
            put_clock(&whole, &frames[k]);
            whole.first = frames[k].first, whole.end = frames[k].end;
            frames[k] = whole;
        }
        first = i + 1;
    }
}

/* ------------------------------------------------------------------ ranges */

static bool plain_weekday(const when_frame *f) {
    return f->kind == FRAME_WEEKDAY && !f->which && !f->unit;
}

void dl_when_ranges(const when_reader *r, when_frame *frames, uint32_t count) {
    for (uint32_t i = 0; i + 1 < count; i++) {
        when_frame *from = &frames[i], *to = &frames[i + 1];
        bool joined = to->first == from->end + 1 && (is(r, from->end, WHEN_TO) || is(r, from->end, WHEN_AND) || mark(r, from->end, '-'));
        bool led = prep(r, from->first - 1, CODE_FROM) || dl_when_word_is(r, from->first - 1, "between");
        if (!joined || !led) continue;
        if (plain_weekday(from) && plain_weekday(to)) from->until = (uint16_t)to->weekday;
        if (from->kind != FRAME_CLOCK || !to->clocked || to->kind == FRAME_CLOCK) continue;
        when_frame whole = *to;
        whole.first = from->first, whole.end = from->end;
        whole.hour = from->hour, whole.minute = from->minute, whole.mod = from->mod;
        *from = whole;
    }
}
