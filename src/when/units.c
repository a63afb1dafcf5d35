/* Lengths of time and what they are counted from: "two days", "ten days ago", "last year", "every month". */
#include "when/frame.h"

uint32_t dl_read_unit(const when_reader *r, uint32_t i, uint8_t *unit, bool *plural) {
    bool many = is(r, i, WHEN_UNITS);
    if (!many && !is(r, i, WHEN_UNIT)) return 0;
    if (atom(r, i)->upper && !r->capitals && i > 1) return 0; /* "Sky News Week", "Year of the Dragon" */
    *unit = (uint8_t)dl_when_value(r, i, many ? WHEN_UNITS : WHEN_UNIT);
    if (plural) *plural = many;
    return i + 1;
}

static bool age(const when_reader *r, uint32_t i) { /* "-old", "years old", "years of age" */
    if (mark(r, i, '-')) i++;
    return is(r, i, WHEN_OLD) || (prep(r, i, CODE_OF) && dl_when_word_is(r, i + 1, "age"));
}

/* ------------------------------------------------------------------ pointing at a unit */

/* "last year" is one unit; "the last two years" and "recent weeks" are a length whose place is known. */
static bool finish_pointed(when_frame *out, bool counted, bool plural) {
    bool length = counted || plural;
    int w = out->which;
    if (length && (w == CODE_THAT || w == CODE_SAME || w == CODE_CURRENT || w == CODE_LATEST)) return false;
    if (length && w == CODE_THIS) return false;
    if (w == CODE_RECENT && !plural) return false;
    if (w == CODE_PAST && !length) length = true, out->count = 1; /* "the past year" is twelve months, not a calendar year */
    if (!length) return true;
    out->kind = FRAME_DURATION;
    out->vague = out->vague || (!counted && plural);
    return true;
}

/* "the weekend", "the year", "the fiscal year", "the week": the one we are in. */
static bool read_present(const when_reader *r, uint32_t i, when_frame *out) {
    uint32_t unit = is(r, i, WHEN_FISCAL) || dl_when_word_is(r, i, "full") ? i + 1 : i;
    int u = is(r, unit, WHEN_UNIT) && !(atom(r, unit)->upper && !r->capitals) ? dl_when_value(r, unit, WHEN_UNIT) : 0;
    if (u != CODE_WEEKEND && u != CODE_YEAR && u != CODE_WEEK && u != CODE_MONTH) return false;
    if (u != CODE_WEEKEND && (is(r, unit + 1, WHEN_SHIFT) || atom(r, unit + 1)->digits || mark(r, unit + 1, '-') || prep(r, unit + 1, CODE_OF)))
        return false;
    out->unit = (uint8_t)u;
    out->end = unit + 1;
    return true;
}

bool dl_rule_period(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_PERIOD, .first = i};
    if (is(r, i, WHEN_THE))
        out->the = true, i++;
    else if (is(r, i, WHEN_POSSESSIVE))
        i++;
    if (out->the && read_present(r, i, out)) return true;
    if (!is(r, i, WHEN_WHICH)) return false;
    out->which = (uint8_t)dl_when_value(r, i++, WHEN_WHICH);
    bool again = is(r, i, WHEN_WHICH) && (out->which == CODE_THIS || out->which == CODE_THAT);
    if (again) out->which = (uint8_t)dl_when_value(r, i++, WHEN_WHICH);
    if (is(r, i, WHEN_FISCAL)) i++;
    bool plural = false;
    when_frame number = {0};
    uint32_t unit = dl_read_unit(r, i, &out->unit, &plural), quantity = 0;
    if (!unit && !is(r, i, WHEN_ARTICLE) && (quantity = dl_read_quantity(r, i, &number))) {
        while (is(r, quantity, WHEN_MORE) || mark(r, quantity, '-')) quantity++;
        unit = dl_read_unit(r, quantity, &out->unit, &plural);
        out->count = number.count, out->vague = number.vague, out->half = number.half, out->mod = number.mod;
    }
    if (!unit || age(r, unit)) return false;
    out->end = unit;
    return finish_pointed(out, quantity > 0, plural);
}

/* ------------------------------------------------------------------ lengths and shifts */

/* What turns a length into a time: "ago", "earlier", "before", "later", "after", "from now". */
static uint32_t read_shift(const when_reader *r, uint32_t i, when_frame *out) {
    int shift = dl_when_value(r, i, WHEN_SHIFT);
    if (!shift) return i;
    out->kind = FRAME_SHIFT;
    out->shift = (uint8_t)shift;
    return i + 1;
}

/* "weeks" without a number is a length behind "for", "in", "within", "after" or before "ago", "later", "of". */
static uint32_t bare_units(const when_reader *r, uint32_t i, when_frame *out) {
    bool plural;
    uint32_t end = dl_read_unit(r, i, &out->unit, &plural);
    if (!end || !plural || out->unit == CODE_SECOND || out->unit == CODE_QUARTER || age(r, end)) return 0;
    bool led = prep(r, i - 1, CODE_DURING) || prep(r, i - 1, CODE_IN) || prep(r, i - 1, CODE_UNTIL);
    bool followed = is(r, end, WHEN_SHIFT) || (prep(r, end, CODE_OF) && !is(r, i - 1, WHEN_THE));
    out->vague = true;
    return led || followed ? end : 0;
}

static uint32_t counted_units(const when_reader *r, uint32_t i, when_frame *out) {
    uint32_t next = dl_read_quantity(r, i, out);
    if (!next) return 0;
    if (prep(r, next, CODE_OF) && out->vague) next++;
    for (int k = 0; k < 2 && (is(r, next, WHEN_MORE) || mark(r, next, '-')); k++) next++;
    bool plural, article = is(r, i, WHEN_ARTICLE) && next == i + 1;
    uint32_t end = dl_read_unit(r, next, &out->unit, &plural);
    if (!end || age(r, end) || (article && plural) || out->count >= 1000 + 9000 * plural) return 0;
    if (out->unit == CODE_QUARTER && out->count == 3 && (mark(r, end - 2, '-') || prep(r, end, CODE_OF))) return 0; /* a fraction */
    if (article && (out->unit == CODE_SECOND || out->unit == CODE_WEEKEND || out->unit == CODE_QUARTER)) return 0;
    if (is(r, end, WHEN_AND) && is(r, end + 1, WHEN_ARTICLE) && is(r, end + 2, WHEN_HALF)) out->half = true, end += 3;
    return end;
}

/* "two flights a week", "$1 billion a year", "twice a day" */
static bool per_unit(const when_reader *r, uint32_t i) {
    if (!is(r, i, WHEN_ARTICLE) || i < 2) return false;
    dl_bytes before = dl_when_atom_text(r, i - 1);
    if (is(r, i - 1, WHEN_ONCE) || is(r, i - 1, WHEN_SCALE)) return true;
    return dl_bytes_is(before, "%") || dl_bytes_is(before, "percent") || dl_bytes_is(before, "million") || dl_bytes_is(before, "billion") ||
           (before.size > 3 && dl_bytes_finish(before, "s") && !is(r, i - 1, WHEN_PREP) && !is(r, i - 1, WHEN_HEDGE));
}

bool dl_rule_duration(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_DURATION, .first = i};
    uint32_t start = i, end;
    if (is(r, i, WHEN_THE)) i++;
    bool year_ago = i > start && is_code(r, i, WHEN_UNIT, CODE_YEAR) && mark(r, i + 1, '-') && is(r, i + 2, WHEN_SHIFT);
    if (year_ago) i += 3;
    bool ordinal = is(r, i, WHEN_ORDINAL) && !is(r, i, WHEN_UNIT); /* "the first nine months" */
    if (ordinal) i++;
    if (!(end = counted_units(r, i, out)) && (ordinal || !(end = bare_units(r, i, out)))) return false;
    if (i > start && is(r, i, WHEN_ARTICLE)) return false;
    uint32_t shifted = read_shift(r, end, out);
    bool shift_is_prep = out->shift == CODE_BEFORE || out->shift == CODE_AFTER;
    if (out->shift == CODE_AFTER || (shift_is_prep && mark(r, shifted, 'a'))) shifted = end, out->kind = FRAME_DURATION, out->shift = 0;
    bool long_ = mark(r, end, '-') && dl_when_word_is(r, end + 1, "long");
    if (!shift_is_prep && out->kind == FRAME_DURATION && per_unit(r, i)) out->kind = FRAME_SET;
    out->end = long_ ? end + 2 : shifted;
    return true;
}

bool dl_rule_day_before(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_SHIFT, .first = i, .count = 1};
    if (is(r, i, WHEN_UNIT) && mark(r, i + 1, '-') && dl_when_word_is(r, i + 2, "long")) { /* "day-long" */
        out->kind = FRAME_DURATION;
        out->unit = (uint8_t)dl_when_value(r, i, WHEN_UNIT);
        return out->end = i + 3, true;
    }
    if (!is(r, i, WHEN_THE) || !is(r, i + 1, WHEN_UNIT) || !is(r, i + 2, WHEN_SHIFT)) return false;
    out->unit = (uint8_t)dl_when_value(r, i + 1, WHEN_UNIT);
    out->shift = (uint8_t)dl_when_value(r, i + 2, WHEN_SHIFT);
    out->end = i + 3;
    bool from_today = is(r, i + 3, WHEN_TODAY) && dl_when_value(r, i + 3, WHEN_TODAY);
    if (from_today && out->unit == CODE_DAY) { /* "the day before yesterday" */
        int way = out->shift == CODE_BEFORE ? -1 : 1;
        *out = (when_frame){.kind = FRAME_TODAY, .first = i, .end = i + 4, .count = way + dl_when_value(r, i + 3, WHEN_TODAY)};
        return true;
    }
    bool before = out->shift == CODE_BEFORE || out->shift == CODE_AFTER;
    return before && out->unit != CODE_SECOND && out->unit != CODE_MINUTE;
}

/* ------------------------------------------------------------------ sets */

bool dl_rule_set(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_SET, .first = i, .count = 1};
    if (is(r, i, WHEN_FREQUENCY)) {
        out->unit = (uint8_t)dl_when_value(r, i, WHEN_FREQUENCY);
        out->end = i + 1;
        return !atom(r, i)->upper || r->capitals; /* "Daily Mail" */
    }
    bool per = is(r, i, WHEN_PER) && is(r, i + 1, WHEN_UNIT) && dl_when_value(r, i + 1, WHEN_UNIT) >= CODE_DAY;
    if (!is(r, i, WHEN_EVERY) && !per) return false;
    bool sure;
    uint32_t next = i + 1, month;
    if (is(r, next, WHEN_PART)) return out->part = (uint8_t)dl_when_value(r, next, WHEN_PART), out->end = next + 1, true;
    if ((month = dl_read_month(r, next, &out->month, &sure))) return out->end = month, true;
    if (is(r, next, WHEN_SEASON)) return out->number = (int16_t)dl_when_value(r, next, WHEN_SEASON), out->end = next + 1, true;
    if (dl_when_word_is(r, next, "other")) out->count = 2, next++;
    when_frame number = {0};
    uint32_t quantity = is(r, next, WHEN_UNIT) ? 0 : dl_read_quantity(r, next, &number);
    if (quantity) out->count = number.count, out->vague = number.vague, next = quantity;
    out->end = dl_read_unit(r, next, &out->unit, NULL);
    return out->end > 0;
}
