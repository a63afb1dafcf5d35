#include "when/resolve.h"

#include "when/feasts.h"

#include "when/period.h"
#include "when/refer.h"
#include "when/tense.h"

static dl_grain grain_of_unit(int unit) {
    switch (unit) {
    case CODE_DAY:
        return DL_GRAIN_DAY;
    case CODE_WEEK:
    case CODE_WEEKEND:
    case CODE_FORTNIGHT:
        return DL_GRAIN_WEEK;
    case CODE_MONTH:
        return DL_GRAIN_MONTH;
    case CODE_QUARTER:
        return DL_GRAIN_QUARTER;
    case CODE_YEAR:
        return DL_GRAIN_YEAR;
    case CODE_DECADE:
        return DL_GRAIN_DECADE;
    default:
        return DL_GRAIN_NONE;
    }
}

/* ------------------------------------------------------------------ days */

static when_moment weekday(const when_reader *r, const when_frame *f) {
    bool anchored = f->which == CODE_PREVIOUS || f->which == CODE_FOLLOWING || f->which == CODE_THAT || f->which == CODE_SAME;
    when_moment base = anchored ? dl_when_told(r, DL_GRAIN_DAY) : dl_when_here(r, DL_GRAIN_DAY);
    if (!base.period.grain && anchored) base = dl_when_here(r, DL_GRAIN_DAY);
    if (!base.period.grain) return DL_WHEN_UNKNOWN;
    int today = dl_weekday(dl_period_begin(base.period));
    int back = (today - (f->weekday - 1) + 7) % 7, on = (7 - back) % 7;
    if (f->unit == CODE_WEEK) return dl_when_move(base, f->weekday - 1 - today + (f->which == CODE_LAST ? -7 : 7));
    switch (f->which) {
    case CODE_LAST: /* nobody calls yesterday "last Thursday" */
        return dl_when_move(base, back > 1 ? -back : -back - 7);
    case CODE_PAST:
    case CODE_PREVIOUS:
        return dl_when_move(base, back ? -back : -7);
    case CODE_NEXT:
    case CODE_FOLLOWING:
        return dl_when_move(base, on ? on : 7);
    case CODE_COMING:
        return dl_when_move(base, on);
    case CODE_THAT:
    case CODE_SAME:
        return dl_when_move(base, on);
    default:
        break;
    }
    int tense = dl_when_tense(r, f, true);
    if (f->which == CODE_THIS) return dl_when_move(base, tense < 0 ? -back : on);
    if (tense <= 0 && f->until) { /* "between Tuesday and Thursday": the last such Thursday, and the Tuesday before it */
        int end = (today - (f->until - 1) + 7) % 7, length = (f->until - f->weekday + 7) % 7;
        return dl_when_move(base, -(end + length));
    }
    return dl_when_move(base, tense > 0 ? on : -back);
}

static when_moment today(const when_reader *r, const when_frame *f) {
    when_moment base = f->the ? dl_when_told(r, DL_GRAIN_DAY) : dl_when_here(r, DL_GRAIN_DAY);
    return dl_when_move(base, f->count);
}

/* ------------------------------------------------------------------ months and dates without a year */

/* Days by which a date on the wrong side of the report seems farther; news tells of the past where the words do not say. */
enum { AGAINST_TENSE = 200, AHEAD_UNTOLD = 190 };

static int64_t distance(dl_instant a, dl_instant from, int tense) {
    int64_t days = (a - from) / DL_DAY;
    int64_t far = days < 0 ? -days : days;
    if (!tense && days > 0) return far + AHEAD_UNTOLD;
    return far + ((tense < 0 && days > 0) || (tense > 0 && days < 0) ? AGAINST_TENSE : 0);
}

static int year_by_distance(const when_reader *r, const when_frame *f) {
    int tense = dl_when_tense(r, f, false), best = 0;
    bool day = f->day > 0, since = prep(r, f->first - 1, CODE_SINCE); /* has begun */
    dl_grain dated = (dl_grain)r->doc->published_grain;
    if (dated < DL_GRAIN_MONTH) return 0;
    when_period month = dl_period_of(r->reference, DL_GRAIN_MONTH);
    dl_instant from = day ? r->reference : dl_period_begin(month);
    if (day && dated == DL_GRAIN_MONTH && tense <= 0) from = dl_period_end(month); /* any day of that month may be past */
    int64_t least = 0;
    for (int year = dl_date_of_instant(r->reference).year - 1, n = 0; n < 3; n++, year++) {
        dl_date date = {year, f->month, day ? f->day : 1};
        if (!dl_date_possible(date)) continue;
        int64_t far = distance(dl_instant_of_date(date), from, tense);
        if (since && dl_instant_of_date(date) > r->reference) continue;
        if (!best || far < least) best = year, least = far;
    }
    return best;
}

/* Background told with a full date goes on in that year: "on March 3, 2016 ... On April 5 they". */
static int year_of_paragraph(const when_reader *r, const when_frame *f) {
    enum { BACK = 6 };
    const dl_doc *doc = r->doc;
    uint32_t paragraph = doc->sentences.rows[r->sentence].paragraph;
    for (uint32_t i = doc->times.count, n = 0; i > 1 && n < BACK; i--, n++) {
        const dl_time *t = &doc->times.rows[i - 1];
        if (doc->sentences.rows[doc->tokens.rows[t->first_token].sentence].paragraph != paragraph) return 0;
        bool dated = t->type <= DL_TIMEX_TIME && t->grain >= DL_GRAIN_DAY && t->value.size >= 10;
        if (!dated || !memmem(doc->text.data + t->span.begin, dl_span_size(t->span), t->value.data, 4)) continue;
        dl_date told = dl_date_of_instant(t->begin);
        bool over = r->reference != DL_NO_TIME && told.year + 1 > dl_date_of_instant(r->reference).year; /* what is told lies behind */
        return told.year + (f->month < told.month && !over);
    }
    return 0;
}

static int year_of_frame(const when_reader *r, const when_frame *f) {
    if (f->year) return f->year;
    int told = f->which || !f->day || dl_when_tense(r, f, true) > 0 ? 0 : year_of_paragraph(r, f);
    if (told) return told;
    if (r->reference == DL_NO_TIME) return 0;
    dl_date now = dl_date_of_instant(r->reference);
    if (f->unit == CODE_YEAR) return now.year + (f->which == CODE_LAST ? -1 : f->which == CODE_NEXT);
    if (f->which == CODE_LAST || f->which == CODE_PAST) return now.year - (f->month >= now.month);
    if (f->which == CODE_NEXT) return now.year + (f->month <= now.month);
    if (f->which == CODE_COMING) return now.year + (f->month < now.month);
    if (f->which == CODE_THIS) return now.year;
    return year_by_distance(r, f);
}

/* The day of that number nearest before the report or, of what is to come, behind it. */
static when_moment day_of_month(const when_reader *r, const when_frame *f) {
    if (r->reference == DL_NO_TIME) return DL_WHEN_UNKNOWN;
    int tense = dl_when_tense(r, f, true) > 0 ? 1 : -1;
    dl_date date = dl_date_of_instant(r->reference);
    for (int months = 0; months < 3; months++) {
        date.day = f->day;
        dl_instant at = dl_date_possible(date) ? dl_instant_of_date(date) : r->reference - tense * DL_DAY;
        if (tense > 0 ? at >= r->reference : at <= r->reference) return (when_moment){dl_period_of(at, DL_GRAIN_DAY), 0};
        date.month += tense;
        if (date.month < 1) date = (dl_date){date.year - 1, 12, 1};
        if (date.month > 12) date = (dl_date){date.year + 1, 1, 1};
    }
    return DL_WHEN_UNKNOWN;
}

static when_moment calendar(const when_reader *r, const when_frame *f) {
    if (f->day && !f->month) return day_of_month(r, f);
    dl_date date = {year_of_frame(r, f), f->month ? f->month : 1, f->day ? f->day : 1};
    if (!date.year || !dl_date_possible(date)) return DL_WHEN_UNKNOWN;
    dl_grain grain = f->unit == CODE_WEEK ? DL_GRAIN_WEEK : f->day ? DL_GRAIN_DAY : f->month ? DL_GRAIN_MONTH : DL_GRAIN_YEAR;
    return (when_moment){dl_period_of(dl_instant_of_date(date), grain), 0};
}

static dl_bytes feast_rule(const when_reader *r, const when_frame *f) {
    return dl_know_cell(r->words->know, r->words->table, (uint32_t)f->number, r->words->value_column);
}

static when_moment holiday(const when_reader *r, const when_frame *f) {
    dl_bytes rule = feast_rule(r, f);
    if (f->year) return (when_moment){dl_period_of(dl_feast(rule, f->year), DL_GRAIN_DAY), 0};
    if (r->reference == DL_NO_TIME) return DL_WHEN_UNKNOWN;
    int tense = f->which == CODE_LAST || f->which == CODE_PAST     ? -1
                : f->which == CODE_NEXT || f->which == CODE_COMING ? 1
                                                                   : dl_when_tense(r, f, false);
    int64_t least = INT64_MAX;
    dl_instant best = 0;
    for (int year = dl_date_of_instant(r->reference).year - 1, n = 0; n < 3; n++, year++) {
        int64_t far = distance(dl_feast(rule, year), r->reference, f->which == CODE_THIS ? 0 : tense);
        if (far < least) least = far, best = dl_feast(rule, year);
    }
    return (when_moment){dl_period_of(best, DL_GRAIN_DAY), 0};
}

/* ------------------------------------------------------------------ periods pointed at */

static when_moment weekend(const when_reader *r, const when_frame *f) {
    when_moment week = dl_when_here(r, DL_GRAIN_WEEK);
    if (!week.period.grain || f->which == CODE_COMING) return week;
    if (f->which == CODE_LAST || f->which == CODE_PAST) return dl_when_move(week, -1);
    if (f->which == CODE_NEXT) return dl_when_move(week, 1);
    int tense = dl_weekday(r->reference) >= 5 ? 1 : dl_when_tense(r, f, false); /* "marched this weekend", of a Monday: the last one */
    return tense > 0 || (f->which == CODE_THIS && !tense) ? week : dl_when_move(week, -1);
}

static when_moment pointed(const when_reader *r, const when_frame *f) {
    dl_grain grain = grain_of_unit(f->unit);
    bool anchored = f->which == CODE_THAT || f->which == CODE_SAME || f->which == CODE_FOLLOWING || f->which == CODE_PREVIOUS;
    anchored = anchored || (f->the && f->unit == CODE_DAY && f->which == CODE_NEXT);
    when_moment base = anchored ? dl_when_told(r, grain) : dl_when_here(r, grain);
    if (!base.period.grain && f->which == CODE_PREVIOUS) base = dl_when_here(r, grain);
    switch (f->which) {
    case CODE_LAST:
    case CODE_PREVIOUS:
    case CODE_PAST:
        return dl_when_move(base, -1);
    case CODE_LATEST:
        return dl_when_move(base, f->unit == CODE_QUARTER ? -1 : 0);
    case CODE_NEXT:
    case CODE_COMING:
    case CODE_FOLLOWING:
        return dl_when_move(base, 1);
    default:
        return base;
    }
}

/* ------------------------------------------------------------------ lengths away */

static when_moment shifted(const when_reader *r, const when_frame *f) {
    bool back = f->shift == CODE_AGO || f->shift == CODE_EARLIER || f->shift == CODE_BEFORE;
    bool anchored = f->shift != CODE_AGO && f->shift != CODE_HENCE;
    dl_grain grain = grain_of_unit(f->unit);
    if (f->vague || !grain || f->count > 100000) return DL_WHEN_UNKNOWN;
    int64_t n = (f->unit == CODE_FORTNIGHT ? 2 : 1) * (back ? -(int64_t)f->count : f->count);
    if (f->unit == CODE_YEAR && f->count == 1 && back) {
        when_moment m = dl_when_told_quarter(r); /* "a year earlier" of a quarter is that quarter of the year before */
        if (m.anchor) return dl_when_move(m, -4);
    }
    if (f->unit == CODE_DECADE) grain = DL_GRAIN_YEAR, n *= 10;
    if (f->half && f->unit == CODE_YEAR) grain = DL_GRAIN_MONTH, n = n * 12 + (back ? -6 : 6);
    when_moment base = anchored ? dl_when_told(r, grain) : dl_when_here(r, grain);
    return dl_when_move(base, n);
}

/* ------------------------------------------------------------------ the row */

/* "On Saturday a gunman shot six, a toll that rose to eight on Monday": the first of a sentence's days where the sentence begins with it. */
static uint32_t fronted_day(const dl_doc *doc, uint32_t last) {
    enum { NEAR = 8, FRONT = 2 };
    uint32_t sentence = doc->tokens.rows[doc->times.rows[last].first_token].sentence, first = doc->sentences.rows[sentence].first_token;
    for (uint32_t i = last; i && i + NEAR > last; i--) {
        const dl_time *t = &doc->times.rows[i];
        if (doc->tokens.rows[t->first_token].sentence != sentence) break;
        if (t->first_token <= first + FRONT && t->grain >= DL_GRAIN_DAY && t->type <= DL_TIMEX_TIME && t->begin != DL_NO_TIME) return i;
    }
    return last;
}

/* An hour is of the day named last in its sentence; of what is told as past, of the day named in the sentences just before. */
static when_moment day_of_clock(const when_reader *r, const when_frame *f) {
    enum { BACK = 6, SENTENCES = 3 };
    const dl_doc *doc = r->doc;
    for (uint32_t i = doc->times.count, n = 0; i > 1 && n < BACK; i--, n++) {
        const dl_time *t = &doc->times.rows[i - 1];
        uint32_t sentence = doc->tokens.rows[t->first_token].sentence;
        if (sentence + SENTENCES < r->sentence) break;
        if (t->begin == DL_NO_TIME || t->grain < DL_GRAIN_DAY || t->type > DL_TIMEX_TIME) continue;
        if (dl_bytes_like(dl_token_text(doc, t->first_token - 1), "since")) continue; /* "had marched since Thursday. The vigil ended at noon" */
        bool ahead = r->reference != DL_NO_TIME && t->begin >= r->reference + DL_DAY;
        if (sentence != r->sentence && (ahead || dl_when_tense(r, f, true) >= 0)) break;
        uint32_t told = sentence == r->sentence ? i - 1 : fronted_day(doc, i - 1);
        return (when_moment){dl_period_of(doc->times.rows[told].begin, DL_GRAIN_DAY), told};
    }
    return dl_when_here(r, DL_GRAIN_DAY);
}

/* "12.45 a.m. (2115 GMT)" is one instant: the Greenwich day is the one that lies within a zone's reach of the local hour. */
static when_moment greenwich_day(const when_reader *r, const when_frame *f, when_moment m) {
    enum { EAST = 14 * 3600, WEST = 12 * 3600 };
    const dl_time *local = &r->doc->times.rows[r->doc->times.count - 1];
    bool pair = f->zoned && mark(r, f->first - 1, '(') && r->doc->times.count > 1 && m.anchor + 1 == r->doc->times.count && !local->zoned &&
                local->grain >= DL_GRAIN_HOUR && local->last_token + 1 >= atom(r, f->first - 1)->first_token;
    if (!pair) return m;
    dl_instant at = dl_period_begin(m.period) + f->hour * 3600 + f->minute * 60;
    if (at - local->begin > WEST) return dl_when_move(m, -1);
    return local->begin - at > EAST ? dl_when_move(m, 1) : m;
}

static when_moment resolve(const when_reader *r, const when_frame *f) {
    switch (f->kind) {
    case FRAME_CALENDAR:
        return calendar(r, f);
    case FRAME_WEEKDAY:
        return weekday(r, f);
    case FRAME_TODAY:
        return today(r, f);
    case FRAME_PERIOD:
        return f->unit == CODE_WEEKEND ? weekend(r, f) : pointed(r, f);
    case FRAME_SHIFT:
        return shifted(r, f);
    case FRAME_QUARTER:
        return dl_when_quarter(r, f);
    case FRAME_HALF:
        return dl_when_half(r, f);
    case FRAME_SEASON:
        return dl_when_season(r, f);
    case FRAME_HOLIDAY:
        return holiday(r, f);
    case FRAME_CLOCK:
        return greenwich_day(r, f, day_of_clock(r, f));
    case FRAME_DECADE:
        return (when_moment){{DL_GRAIN_DECADE, f->year / 10}, 0};
    case FRAME_CENTURY:
        return dl_when_century(r, f);
    default:
        return DL_WHEN_UNKNOWN;
    }
}

void dl_when_resolve(when_reader *r, const when_frame *given) {
    when_frame f = *given;
    bool hours = f.unit == CODE_SECOND || f.unit == CODE_MINUTE || f.unit == CODE_HOUR;
    if (f.kind == FRAME_PERIOD && (hours || f.unit == CODE_FORTNIGHT)) f.kind = FRAME_DURATION, f.count = 1;
    when_moment m = f.kind == FRAME_PERIOD && f.unit == CODE_CENTURY ? dl_when_century(r, &f) : resolve(r, &f);
    if (f.kind == FRAME_PERIOD && f.unit == CODE_CENTURY) f.kind = FRAME_CENTURY;
    bool vague_past = f.kind == FRAME_SHIFT && f.vague && f.shift == CODE_AGO;
    if (vague_past) f.kind = FRAME_REF, f.number = CODE_PAST_REF;
    if (f.kind == FRAME_SHIFT && !m.period.grain) f.kind = FRAME_DURATION, f.which = 0; /* from when is not known: how long remains */
    if (f.kind == FRAME_HOLIDAY && !f.mod && dl_feast_by_sight(feast_rule(r, &f))) f.mod = CODE_APPROX;
    dl_when_row(r, &f, m);
}
