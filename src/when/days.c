/* Days by their name: weekdays, today and its neighbours, holidays. */
#include "when/frame.h"

/* "night" behind a day. "Friday night's", not "Friday Night Lights". */
static uint32_t read_part(const when_reader *r, uint32_t i, when_frame *out) {
    if (is(r, i, WHEN_OVERNIGHT)) return out->part = CODE_NI, i + 1;
    if (is(r, i, WHEN_EDGE) && is(r, i + 1, WHEN_PART)) i++;
    if (mark(r, i, '-') && is(r, i + 1, WHEN_PART)) i++;
    if (!is(r, i, WHEN_PART) || (atom(r, i)->upper && !r->capitals)) return i;
    out->part = (uint8_t)dl_when_value(r, i, WHEN_PART);
    return i + 1;
}

/* Short forms are words too ("sun", "wed"): they need their point, or a comma and a date behind, and a capital. */
static uint32_t read_weekday(const when_reader *r, uint32_t i, when_frame *out) {
    if (is(r, i, WHEN_WEEKDAY) && capital(r, i)) return out->weekday = (int16_t)dl_when_value(r, i, WHEN_WEEKDAY), i + 1;
    if (!is(r, i, WHEN_WEEKDAY_SHORT) || !capital(r, i)) return 0;
    uint32_t next = skip_point(r, i + 1);
    bool sure = next > i + 1 || prep(r, i - 1, CODE_ON) || is(r, next, WHEN_PART);
    out->weekday = (int16_t)dl_when_value(r, i, WHEN_WEEKDAY_SHORT);
    return sure ? next : 0;
}

/* "this coming Sunday", "the previous Friday", "last Monday" */
static uint32_t read_which(const when_reader *r, uint32_t i, when_frame *out) {
    if (is(r, i, WHEN_THE) && is(r, i + 1, WHEN_WHICH)) out->the = true, i++;
    if (!is(r, i, WHEN_WHICH)) return out->the ? 0 : i;
    out->which = (uint8_t)dl_when_value(r, i, WHEN_WHICH);
    i++;
    bool again = out->which == CODE_THIS && (is_code(r, i, WHEN_WHICH, CODE_COMING) || is_code(r, i, WHEN_WHICH, CODE_PAST));
    again = again || (out->which == CODE_THAT && is_code(r, i, WHEN_WHICH, CODE_SAME));
    if (again) out->which = (uint8_t)dl_when_value(r, i, WHEN_WHICH), i++;
    return i;
}

bool dl_rule_weekday(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_WEEKDAY, .first = i};
    if (is(r, i, WHEN_WEEKDAYS) && capital(r, i)) {
        out->kind = FRAME_SET;
        out->weekday = (int16_t)dl_when_value(r, i, WHEN_WEEKDAYS);
        out->end = i + 1;
        return true;
    }
    bool every = is(r, i, WHEN_EVERY);
    uint32_t next = every ? i + 1 : read_which(r, i, out);
    next = next ? read_weekday(r, next, out) : 0;
    if (!next) return false;
    if (out->which == CODE_THAT && i + 1 < next) out->which = 0, out->first = i + 1; /* "said that Monday's vote" */
    if (is(r, next, WHEN_PARTS)) {
        out->kind = FRAME_SET;
        out->part = (uint8_t)(dl_when_value(r, next, WHEN_PARTS));
        out->end = next + 1;
        return true;
    }
    if (every) out->kind = FRAME_SET;
    out->end = read_part(r, next, out);
    bool week = is_code(r, out->end, WHEN_WHICH, CODE_LAST) && is_code(r, out->end + 1, WHEN_UNIT, CODE_WEEK);
    bool next_week = is_code(r, out->end, WHEN_WHICH, CODE_NEXT) && is_code(r, out->end + 1, WHEN_UNIT, CODE_WEEK);
    if (!out->which && (week || next_week)) { /* "Monday last week" */
        out->unit = CODE_WEEK;
        out->which = week ? CODE_LAST : CODE_NEXT;
        out->end += 2;
    }
    return true;
}

/* "this morning", "last night", "that evening", "the next morning", "the same night" */
static bool read_pointed_part(const when_reader *r, uint32_t i, when_frame *out) {
    bool the = is(r, i, WHEN_THE);
    uint32_t at = the ? i + 1 : i;
    int which = dl_when_value(r, at, WHEN_WHICH);
    if (!which || !(is(r, at + 1, WHEN_PART) || (which == CODE_THAT && is_code(r, at + 1, WHEN_WHICH, CODE_SAME) && is(r, at + 2, WHEN_PART))))
        return false;
    if (is(r, at + 1, WHEN_WHICH)) at++;
    out->part = (uint8_t)dl_when_value(r, at + 1, WHEN_PART);
    out->the = the || which == CODE_THAT || which == CODE_SAME || which == CODE_FOLLOWING || which == CODE_PREVIOUS;
    out->count = which == CODE_LAST || which == CODE_PREVIOUS ? -1 : which == CODE_NEXT || which == CODE_FOLLOWING ? 1 : 0;
    out->which = (uint8_t)which;
    out->end = at + 2;
    return which != CODE_RECENT && which != CODE_PAST && which != CODE_COMING && which != CODE_CURRENT && which != CODE_LATEST;
}

/* "overnight", and with its day: "overnight Wednesday", "overnight on Friday". */
static bool read_overnight(const when_reader *r, uint32_t i, when_frame *out) {
    uint32_t day = prep(r, i + 1, CODE_ON) ? i + 2 : i + 1;
    bool named = dl_rule_weekday(r, day, out) && out->kind == FRAME_WEEKDAY && !out->part;
    if (!named) *out = (when_frame){.kind = FRAME_TODAY, .end = i + 1};
    out->first = i;
    out->part = CODE_NI;
    return true;
}

bool dl_rule_today(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_TODAY, .first = i};
    if (is(r, i, WHEN_TODAY)) {
        out->count = dl_when_value(r, i, WHEN_TODAY);
        out->end = read_part(r, i + 1, out);
        return !(atom(r, i)->upper && !r->capitals && mark(r, i - 1, 'a') && atom(r, i - 1)->upper && i > 2); /* "USA Today" */
    }
    if (is(r, i, WHEN_TONIGHT)) {
        out->part = CODE_NI;
        out->end = i + 1;
        return true;
    }
    if (is(r, i, WHEN_OVERNIGHT)) return read_overnight(r, i, out);
    return read_pointed_part(r, i, out);
}

bool dl_rule_holiday(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_HOLIDAY, .first = i};
    bool pointed = is(r, i, WHEN_WHICH) && is(r, i + 1, WHEN_HOLIDAY);
    if (pointed) out->which = (uint8_t)dl_when_value(r, i, WHEN_WHICH), i++;
    if (!is(r, i, WHEN_HOLIDAY) || !capital(r, i)) return false;
    out->number = (int16_t)dl_when_value(r, i, WHEN_HOLIDAY);
    uint32_t year = dl_read_year(r, skip_mark(r, i + 1, ','), &out->year);
    out->end = year ? year : i + 1;
    bool name = !r->capitals && mark(r, out->end, 'a') && atom(r, out->end)->upper; /* "Easter Island" */
    return out->which != CODE_THAT && !name;
}
