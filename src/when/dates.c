/* Dates of the calendar. */
#include "when/frame.h"

#include "base/calendar.h"
#include "doc/ud.h"

static bool joined_digits(const when_reader *r, uint32_t i) { /* part of "1,998", "3.1998", "10:1998" */
    bool before = i > 1 && atom(r, i)->glued && strchr(",.:/$#", atom(r, i - 1)->mark) && atom(r, i - 1)->mark;
    bool behind =
        atom(r, i + 1)->glued && atom(r, i + 2)->glued && atom(r, i + 2)->mark == '0' && atom(r, i + 1)->mark && strchr(",.:/", atom(r, i + 1)->mark);
    return before || behind || mark(r, i + 1, '%');
}

/* "nineteen ninety-four", "two thousand six": as broadcasters speak. */
static uint32_t read_spoken_year(const when_reader *r, uint32_t i, int32_t *year) {
    int head = dl_when_value(r, i, WHEN_NUMBER), tail = dl_when_value(r, i + 1, WHEN_NUMBER);
    if ((head < 17 || head > 20) && head != 2) return 0;
    if (head == 2 && is_code(r, i + 1, WHEN_SCALE, 1000)) {
        i += 2 + (is(r, i + 2, WHEN_AND) && is(r, i + 3, WHEN_NUMBER));
        int rest = dl_when_value(r, i, WHEN_NUMBER);
        *year = 2000 + rest;
        return i + (rest > 0);
    }
    if (head == 2 || tail < 10) return 0;
    i += 2;
    uint32_t unit = mark(r, i, '-') ? i + 1 : i;
    int ones = tail >= 20 && dl_when_value(r, unit, WHEN_NUMBER) < 10 ? dl_when_value(r, unit, WHEN_NUMBER) : 0;
    *year = head * 100 + tail + ones;
    return ones ? unit + 1 : i;
}

/* "2023-02-29": the digits of an impossible date are no year. */
static bool dashed_date(const when_reader *r, uint32_t i) {
    for (uint32_t k = i + 1; k <= i + 3; k += 2)
        if (!mark(r, k, '-') || !atom(r, k)->glued || !atom(r, k + 1)->digits || !atom(r, k + 1)->glued) return false;
    return true;
}

uint32_t dl_read_year(const when_reader *r, uint32_t i, int32_t *year) {
    const when_atom *a = atom(r, i);
    if (a->digits == 4 && a->number >= 1000 && a->number < 2200 && !joined_digits(r, i) && !dashed_date(r, i) &&
        !(atom(r, i + 1)->glued && mark(r, i + 1, 'a')))
        return *year = a->number, i + 1;
    return read_spoken_year(r, i, year);
}

uint32_t dl_read_day(const when_reader *r, uint32_t i, int32_t *day) {
    const when_atom *a = atom(r, i);
    if (a->digits && a->digits <= 2 && a->number >= 1 && a->number <= 31) {
        if (atom(r, i + 1)->glued && (mark(r, i + 1, ':') || mark(r, i + 1, '/')) && atom(r, i + 2)->digits) return 0;
        *day = a->number;
        return is(r, i + 1, WHEN_ORDINAL_ENDING) && atom(r, i + 1)->glued ? i + 2 : i + 1;
    }
    if (!is(r, i, WHEN_ORDINAL) && dl_when_value(r, i, WHEN_NUMBER) < 20) return 0;
    int n = dl_when_value(r, i, WHEN_ORDINAL), tens = dl_when_value(r, i, WHEN_NUMBER);
    if (n) return *day = n, i + 1;
    uint32_t next = mark(r, i + 1, '-') ? i + 2 : i + 1;
    if (tens > 30 || !is(r, next, WHEN_ORDINAL) || dl_when_value(r, next, WHEN_ORDINAL) > 9) return 0;
    return *day = tens + dl_when_value(r, next, WHEN_ORDINAL), next + 1;
}

uint32_t dl_read_month(const when_reader *r, uint32_t i, int32_t *month, bool *sure) {
    bool full = is(r, i, WHEN_MONTH);
    if (!full && !is(r, i, WHEN_MONTH_SHORT)) return 0;
    if (!capital(r, i)) return 0;
    uint32_t next = full ? i + 1 : skip_point(r, i + 1);
    *month = full ? dl_when_value(r, i, WHEN_MONTH) : dl_when_value(r, i, WHEN_MONTH_SHORT);
    *sure = full ? !is(r, i, WHEN_AMBIGUOUS) : next > i + 1;
    return next;
}

uint32_t dl_read_year_behind(const when_reader *r, uint32_t i, when_frame *out) {
    uint32_t next = prep(r, i, CODE_OF) || mark(r, i, ',') ? i + 1 : i, end;
    if ((end = dl_read_year(r, next, &out->year))) return end;
    bool pointed = is(r, next, WHEN_WHICH) && is_code(r, next + 1, WHEN_UNIT, CODE_YEAR);
    int which = dl_when_value(r, next, WHEN_WHICH);
    if (!pointed || (which != CODE_LAST && which != CODE_THIS && which != CODE_NEXT)) return i;
    out->which = (uint8_t)which;
    out->unit = CODE_YEAR;
    return next + 2;
}

/* "the 19 April Movement", "17 November Street" */
static bool names_something(const when_reader *r, uint32_t end) {
    return is(r, end, WHEN_NAMED) && capital(r, end);
}

/* Part of a person's name, as the name finder sees it. */
static bool person(const when_reader *r, uint32_t i) {
    return (r->doc->tokens.rows[atom(r, i)->first_token].name & ~DL_NAME_BEGIN) == DL_NAME_PERSON;
}

/* "Theresa May quit. ... | May's plan": whose it is that the report spoke of by a name, and not of the month. */
static bool persons_own(const when_reader *r, uint32_t i) {
    enum { BACK = 500 }; /* tokens */
    if (!is(r, i, WHEN_AMBIGUOUS) || !dl_when_word_is(r, i + 1, "'s")) return false;
    uint32_t token = atom(r, i)->first_token;
    dl_bytes name = dl_token_text(r->doc, token);
    for (uint32_t t = token > BACK ? token - BACK : 1; t < token; t++)
        if ((r->doc->tokens.rows[t].name & ~DL_NAME_BEGIN) == DL_NAME_PERSON && dl_bytes_equal(dl_token_text(r->doc, t), name)) return true;
    return false;
}

/* A comma behind a year that stands behind a day belongs to the sentence, not to the date. */
static uint32_t month_day(const when_reader *r, uint32_t i, when_frame *out) {
    bool sure;
    uint32_t day, month = dl_read_month(r, i, &out->month, &sure);
    if (!month) return 0;
    day = dl_read_day(r, is(r, month, WHEN_THE) ? month + 1 : month, &out->day);
    return day ? dl_read_year_behind(r, day, out) : 0;
}

static bool is_list_mark(const when_reader *r, uint32_t i) {
    return is(r, i, WHEN_AND) || is(r, i, WHEN_OR) || is(r, i, WHEN_TO) || mark(r, i, '-');
}

/* "and 25" behind "April 24": a day of the same month, unless it counts something. */
bool dl_rule_second_day(const when_reader *r, const when_frame *before, when_frame *out) {
    uint32_t i = before->end;
    if (before->kind != FRAME_CALENDAR || !before->day || !before->month || before->unit || !is_list_mark(r, i)) return false;
    *out = (when_frame){.kind = FRAME_CALENDAR, .first = i + 1, .month = before->month, .year = before->year};
    uint32_t end = dl_read_day(r, i + 1, &out->day);
    if (!end || out->day <= before->day || !atom(r, i + 1)->digits) return false;
    out->end = dl_read_year_behind(r, end, out);
    bool counts = mark(r, out->end, 'a') && !is(r, out->end, WHEN_PREP) && !is(r, out->end, WHEN_AND) && !is(r, out->end, WHEN_SAID);
    return !counts && !is(r, out->end, WHEN_MONTH) && !mark(r, out->end, ':') && !mark(r, out->end, '%');
}

/* Lower-case months count here: only a month stands between a day and a year. */
static uint32_t day_month(const when_reader *r, uint32_t i, when_frame *out) {
    bool sure;
    uint32_t next = dl_read_day(r, is(r, i, WHEN_THE) ? i + 1 : i, &out->day), first = next;
    if (!next) return 0;
    if (is_list_mark(r, next) && !is(r, next + 1, WHEN_MONTH)) { /* "14 and 16 March", "14-16 March": the first day takes the month of the second */
        when_frame second = {0};
        uint32_t end = dl_read_day(r, next + 1, &second.day);
        if (!end || !(end = dl_read_month(r, end, &out->month, &sure))) return 0;
        dl_read_year_behind(r, end, out);
        return first;
    }
    if (prep(r, next, CODE_OF) || (mark(r, next, '-') && atom(r, next)->glued)) next++;
    next = dl_read_month(r, next, &out->month, &sure);
    if (!next) return 0;
    if (mark(r, next, '-') && atom(r, next)->glued && atom(r, next + 1)->digits) next++;
    const when_atom *a = atom(r, next);
    if (a->digits == 2 && r->capitals && !joined_digits(r, next)) return out->year = a->number + (a->number <= 40 ? 2000 : 1900), next + 1;
    return dl_read_year_behind(r, next, out);
}

/* What tells a month from a verb or a person where nothing of a date stands beside it. */
static bool month_alone(const when_reader *r, uint32_t i, uint32_t end, bool sure) {
    if (is(r, i, WHEN_MONTH_SHORT) && !is(r, i, WHEN_MONTH) && !sure) return false;
    if ((person(r, i) && !prep(r, i - 1, CODE_IN)) || persons_own(r, i)) return false;
    bool led = is(r, i - 1, WHEN_WHICH) || prep(r, i - 1, CODE_IN) || prep(r, i - 1, CODE_SINCE) || prep(r, i - 1, CODE_BY) ||
               prep(r, i - 1, CODE_UNTIL) || prep(r, i - 1, CODE_FROM) || prep(r, i - 1, CODE_DURING) || is(r, i - 1, WHEN_EDGE) ||
               prep(r, i - 1, CODE_OF) || is(r, i - 1, WHEN_TO) || mark(r, i - 1, '-') || is(r, i - 1, WHEN_EVERY);
    if (sure) return !(atom(r, i - 1)->upper && !r->capitals && i > 1 && !led && mark(r, i - 1, 'a')); /* "April" behind a capital is a name */
    if (led) return !is_code(r, i - 1, WHEN_WHICH, CODE_THAT);
    bool noun = is(r, i - 1, WHEN_THE) && mark(r, end, 'a') && !is(r, end, WHEN_PREP) && !is(r, end, WHEN_TO) && !is(r, end, WHEN_AND);
    return noun && (r->capitals || i > 2 || is(r, i, WHEN_MONTH));
}

/* "last August", "this coming May" */
static uint32_t which_month(const when_reader *r, uint32_t i, when_frame *out) {
    int which = dl_when_value(r, i, WHEN_WHICH);
    bool sure;
    if (which != CODE_LAST && which != CODE_THIS && which != CODE_NEXT && which != CODE_PAST && which != CODE_COMING) return 0;
    if (is(r, i + 1, WHEN_WHICH)) which = dl_when_value(r, ++i, WHEN_WHICH);
    out->which = (uint8_t)which;
    uint32_t next = dl_read_month(r, i + 1, &out->month, &sure), day = next ? dl_read_day(r, next, &out->day) : 0;
    return day ? day : next;
}

static uint32_t month_year(const when_reader *r, uint32_t i, when_frame *out) {
    bool sure;
    uint32_t next = dl_read_month(r, i, &out->month, &sure);
    if (!next) return which_month(r, i, out);
    uint32_t year = dl_read_year_behind(r, next, out);
    if (out->year || out->which) return year;
    return month_alone(r, i, next, sure) ? next : 0;
}

/* "on the 14th", "by the 3rd": a day of this month or its neighbours. */
static uint32_t day_alone(const when_reader *r, uint32_t i, when_frame *out) {
    bool led = prep(r, i - 1, CODE_ON) || prep(r, i - 1, CODE_BY) || prep(r, i - 1, CODE_UNTIL) || prep(r, i - 1, CODE_SINCE);
    if (!led || !is(r, i, WHEN_THE) || !atom(r, i + 1)->digits || !is(r, i + 2, WHEN_ORDINAL_ENDING)) return 0;
    uint32_t end = dl_read_day(r, i + 1, &out->day);
    bool noun = end && mark(r, end, 'a') && !is(r, end, WHEN_PREP) && !is(r, end, WHEN_AND) && !is(r, end, WHEN_SAID); /* "on the 14th floor" */
    return noun || prep(r, end, CODE_OF) ? 0 : end;
}

/* ------------------------------------------------------------------ years */

static bool counts_things(const when_reader *r, uint32_t i) { /* "1998 troops", "1770 km": a plural in small letters or a measure stands behind */
    dl_bytes word = dl_when_atom_text(r, i);
    if (!mark(r, i, 'a') || is(r, i, WHEN_UNITS)) return is(r, i, WHEN_UNITS);
    static const char *const others[] = {"people", "men", "women", "children", "police", "km", "m", "ft", "feet", "kg", "mm", "percent", "mph"};
    for (size_t k = 0; k < sizeof others / sizeof *others; k++)
        if (dl_bytes_like(word, others[k])) return true;
    return word.size > 3 && dl_bytes_finish(word, "s") && !dl_bytes_finish(word, "ss") && !atom(r, i)->upper && !is(r, i, WHEN_PREP);
}

static bool year_alone(const when_reader *r, uint32_t i, uint32_t end, int32_t year) {
    if (year < 1500 || (year > 2050 && !prep(r, i - 1, CODE_IN) && !prep(r, i - 1, CODE_BY))) return false;
    if (is(r, i, WHEN_NUMBER)) return year >= 1700 && (year != 2000 || is_code(r, i - 1, WHEN_UNIT, CODE_YEAR) || prep(r, i - 1, CODE_IN));
    if (mark(r, i - 1, '$') || mark(r, i - 1, '#') || mark(r, i - 1, '&')) return false;
    bool led =
        prep(r, i - 1, CODE_IN) || prep(r, i - 1, CODE_SINCE) || prep(r, i - 1, CODE_BY) || prep(r, i - 1, CODE_UNTIL) || is(r, i - 1, WHEN_EDGE);
    const dl_token *token = &r->doc->tokens.rows[atom(r, i)->first_token]; /* "in 1994 militias killed": hung on the verb, as no number of them is */
    bool when = year >= 1900 && year < 2040 && token->deprel == DL_DEP_OBL && r->doc->sentences.rows[r->sentence].parsed;
    if (led) return !counts_things(r, end) || prep(r, i - 1, CODE_SINCE) || when;
    if (is(r, i - 1, WHEN_HEDGE) && !is(r, i - 1, WHEN_PREP)) return false;
    bool pointed = is(r, i - 1, WHEN_THE) || is(r, i - 1, WHEN_POSSESSIVE) || is(r, i - 1, WHEN_WHICH);
    if (counts_things(r, end) && !(pointed && year >= 1900 && year < 2040)) return false;
    bool named = i > 1 && atom(r, i - 1)->upper && mark(r, i - 1, 'a') && !r->capitals && !is(r, i - 1, WHEN_PREP) && !pointed;
    return !named || i == 2;
}

static uint32_t year_only(const when_reader *r, uint32_t i, when_frame *out) {
    uint32_t start = i;
    if (is(r, i, WHEN_FISCAL) || (is(r, i, WHEN_THE) && is_code(r, i + 1, WHEN_UNIT, CODE_YEAR))) i += is(r, i, WHEN_FISCAL) ? 1 : 2;
    uint32_t end = dl_read_year(r, i, &out->year);
    return end && (i > start || year_alone(r, i, end, out->year)) ? end : 0;
}

bool dl_rule_calendar(const when_reader *r, uint32_t i, when_frame *out) {
    static uint32_t (*const forms[])(const when_reader *, uint32_t, when_frame *) = {month_day, day_month, month_year, year_only, day_alone};
    *out = (when_frame){.kind = FRAME_CALENDAR, .first = i};
    uint32_t start = i;
    bool weekday = is(r, i, WHEN_WEEKDAY) || (is(r, i, WHEN_WEEKDAY_SHORT) && capital(r, i));
    if (weekday) {
        i = is(r, i, WHEN_WEEKDAY) ? i + 1 : skip_point(r, i + 1);
        i = is(r, skip_mark(r, i, ','), WHEN_THE) ? skip_mark(r, i, ',') + 1 : skip_mark(r, i, ',');
    }
    for (size_t k = 0; k < (weekday ? 2u : 5u); k++) { /* a weekday stands before a day only */
        when_frame try = *out;
        try.end = forms[k](r, i, &try);
        if (!try.end || (try.day && names_something(r, try.end))) continue;
        *out = try;
        out->first = start;
        return true;
    }
    return false;
}

/* ------------------------------------------------------------------ digits only */

/* The order of 3/4/2022 differs by country; the one that lies nearer the report is meant. */
static bool order(const when_reader *r, int32_t a, int32_t b, when_frame *out) {
    dl_date us = {out->year, a, b}, world = {out->year, b, a};
    bool us_possible = dl_date_possible(us), world_possible = dl_date_possible(world);
    if (!us_possible && !world_possible) return false;
    bool open = us_possible && world_possible && a != b;
    if (open && r->reference == DL_NO_TIME) return false;
    bool use_us = us_possible;
    if (open) {
        dl_instant d = dl_instant_of_date(us) - r->reference, e = dl_instant_of_date(world) - r->reference;
        use_us = (d < 0 ? -d : d) <= (e < 0 ? -e : e);
    }
    out->month = use_us ? a : b;
    out->day = use_us ? b : a;
    return true;
}

static bool glued_number(const when_reader *r, uint32_t i, char c) {
    return mark(r, i, c) && atom(r, i)->glued && atom(r, i + 1)->digits && atom(r, i + 1)->glued;
}

bool dl_rule_numeric(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_CALENDAR, .first = i, .end = i + 5};
    const when_atom *a = atom(r, i), *b = atom(r, i + 2), *c = atom(r, i + 4);
    if (!a->digits || (i > 1 && a->glued && !mark(r, i - 1, '('))) return false;
    char between = atom(r, i + 1)->mark;
    if (!between || !strchr("-/.", between) || !glued_number(r, i + 1, between) || !glued_number(r, i + 3, between)) return false;
    if (a->digits == 4 && between != '.') {
        out->year = a->number, out->month = b->number, out->day = c->number;
        return dl_date_possible((dl_date){out->year, out->month, out->day});
    }
    if (a->digits > 2 || b->digits > 2 || (c->digits != 4 && (c->digits != 2 || between != '/'))) return false;
    out->year = c->digits == 4 ? c->number : c->number + (c->number <= 40 ? 2000 : 1900);
    return order(r, a->number, b->number, out);
}
