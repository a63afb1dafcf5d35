/* Quarters, halves, seasons, decades, centuries. */
#include "when/frame.h"

static uint32_t read_ordinal(const when_reader *r, uint32_t i, int16_t *number) {
    if (is(r, i, WHEN_ORDINAL)) return *number = (int16_t)dl_when_value(r, i, WHEN_ORDINAL), mark(r, i + 1, '-') ? i + 2 : i + 1;
    if (atom(r, i)->digits && is(r, i + 1, WHEN_ORDINAL_ENDING) && atom(r, i + 1)->glued)
        return *number = (int16_t)atom(r, i)->number, mark(r, i + 2, '-') ? i + 3 : i + 2;
    return 0;
}

/* "year-earlier", "year-ago" before "quarter", "period" or alone. */
static uint32_t read_year_ago(const when_reader *r, uint32_t i, when_frame *out) {
    if (!is_code(r, i, WHEN_UNIT, CODE_YEAR) || !mark(r, i + 1, '-') || !is(r, i + 2, WHEN_SHIFT)) return i;
    out->year_ago = true;
    return i + 3;
}

/* "the 1988 third quarter", "fiscal first quarter", "the latest quarter", "this year's third quarter", "third-quarter" */
static uint32_t read_quarter(const when_reader *r, uint32_t i, when_frame *out) {
    uint32_t year = dl_read_year(r, i, &out->year);
    if (year) i = year;
    if (!year && is(r, i, WHEN_WHICH) && is_code(r, i + 1, WHEN_UNIT, CODE_YEAR) && mark(r, i + 2, 'a') && dl_when_word_is(r, i + 2, "'s")) {
        out->which = (uint8_t)dl_when_value(r, i, WHEN_WHICH);
        i += 3;
    }
    if (is(r, i, WHEN_FISCAL)) i = skip_mark(r, i + 1, '-');
    i = read_year_ago(r, i, out);
    uint32_t next = read_ordinal(r, i, &out->number);
    if (next && is(r, next, WHEN_FISCAL)) next++;
    if (next && is_code(r, next, WHEN_UNIT, CODE_QUARTER) && out->number <= 4) return next + 1;
    out->number = 0;
    bool noun = is_code(r, i, WHEN_UNIT, CODE_QUARTER) || is(r, i, WHEN_PERIOD);
    if (out->year_ago) return noun ? i + 1 : i;
    if (is_code(r, i, WHEN_WHICH, CODE_LATEST) && is(r, i + 1, WHEN_PERIOD)) return i + 2;
    bool the_quarter = is(r, i - 1, WHEN_THE) && is_code(r, i, WHEN_UNIT, CODE_QUARTER) && !prep(r, i + 1, CODE_OF) && !mark(r, i + 1, '-');
    return (year && noun) || the_quarter ? i + 1 : 0;
}

/* "the first half of 1990" needs its year: halves of other things are more common. */
static uint32_t read_half(const when_reader *r, uint32_t i, when_frame *out) {
    bool last = is_code(r, i, WHEN_WHICH, CODE_LAST);
    uint32_t next = last ? i + 1 : read_ordinal(r, i, &out->number);
    if (last) out->number = 2;
    if (!next || out->number > 2 || !is(r, next, WHEN_HALF) || !prep(r, next + 1, CODE_OF)) return 0;
    uint32_t end = dl_read_year_behind(r, next + 1, out);
    if (end > next + 1) return end;
    bool the_year = is(r, next + 2, WHEN_THE) && is_code(r, next + 3, WHEN_UNIT, CODE_YEAR);
    if (the_year) out->which = CODE_THIS;
    return the_year ? next + 4 : 0;
}

bool dl_rule_quarter(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_QUARTER, .first = i};
    if (dl_when_word_is(r, i, "q") && atom(r, i + 1)->glued && atom(r, i + 1)->number >= 1 && atom(r, i + 1)->number <= 4) { /* Q3 2021 */
        out->number = (int16_t)atom(r, i + 1)->number;
        uint32_t year = dl_read_year_behind(r, i + 2, out);
        return out->end = year, true;
    }
    bool a_year_ago = is(r, i, WHEN_ARTICLE) && is(r, i + 1, WHEN_UNIT) && mark(r, i + 2, '-') && is(r, i + 3, WHEN_SHIFT);
    if (is(r, i, WHEN_THE) || is(r, i, WHEN_POSSESSIVE) || a_year_ago) out->the = true, i++;
    when_frame half = *out;
    if ((half.end = read_half(r, i, &half))) {
        half.kind = FRAME_HALF;
        return *out = half, true;
    }
    uint32_t end = read_quarter(r, i, out);
    if (!end) return false;
    out->end = out->year || out->which ? end : dl_read_year_behind(r, end, out);
    return true;
}

bool dl_rule_season(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_SEASON, .first = i};
    bool led =
        prep(r, i - 1, CODE_IN) || prep(r, i - 1, CODE_SINCE) || prep(r, i - 1, CODE_BY) || prep(r, i - 1, CODE_DURING) || is(r, i - 1, WHEN_EDGE);
    bool the = is(r, i, WHEN_THE), verb;
    if (the || is(r, i, WHEN_POSSESSIVE)) i++;
    if (is(r, i, WHEN_WHICH)) {
        out->which = (uint8_t)dl_when_value(r, i++, WHEN_WHICH);
        if (is(r, i, WHEN_WHICH)) out->which = (uint8_t)dl_when_value(r, i++, WHEN_WHICH);
    }
    if (!is(r, i, WHEN_SEASON) || out->which == CODE_RECENT) return false;
    out->number = (int16_t)dl_when_value(r, i, WHEN_SEASON);
    verb = dl_when_word_is(r, i, "fall") || dl_when_word_is(r, i, "spring");
    out->end = dl_read_year_behind(r, i + 1, out);
    if (out->year || (out->which && out->which != CODE_THAT)) return true;
    if (the) return !prep(r, i + 1, CODE_OF) && (led || !verb) && !mark(r, i + 1, '-');
    return led && !mark(r, i + 1, '-') && !atom(r, i)->upper && (mark(r, i + 1, ',') || mark(r, i + 1, '.') || is(r, i + 1, WHEN_PREP));
}

/* ------------------------------------------------------------------ decades and centuries */

/* "1990s", "'90s"; the tens in words ("the nineties") need the article. */
static uint32_t read_decade(const when_reader *r, uint32_t i, when_frame *out) {
    bool the = is(r, i - 1, WHEN_THE) || is(r, i - 1, WHEN_EDGE) || mark(r, i - 1, '-');
    if (is(r, i, WHEN_DECADE_NAME) && the) return out->year = 1900 + dl_when_value(r, i, WHEN_DECADE_NAME), i + 1;
    bool apostrophe = mark(r, i, '\'');
    if (apostrophe) the = true, i++;
    const when_atom *a = atom(r, i);
    bool s = dl_when_word_is(r, i + 1, "s") || dl_when_word_is(r, i + 1, "'s");
    if (mark(r, i + 1, '\'') && dl_when_word_is(r, i + 2, "s") && atom(r, i + 1)->glued) s = true, i++;
    if (!s || !atom(r, i + 1)->glued || a->number % 10) return 0;
    if (a->digits == 4 && a->number >= 1000 && a->number < 2100)
        out->year = a->number;
    else if (a->digits == 2 && the && (apostrophe || a->number >= 50)) /* "in the 40s": degrees */
        out->year = (a->number <= 20 ? 2000 : 1900) + a->number;
    return out->year ? i + 2 : 0;
}

static uint32_t read_century(const when_reader *r, uint32_t i, when_frame *out) {
    int16_t number;
    uint32_t next = read_ordinal(r, i, &number);
    if (next && mark(r, next, '-')) next++;
    if (!next || !is_code(r, next, WHEN_UNIT, CODE_CENTURY) || number < 1 || number > 30) return 0;
    out->kind = FRAME_CENTURY;
    out->year = (number - 1) * 100;
    return next + 1;
}

bool dl_rule_decade(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_DECADE, .first = i};
    if (is(r, i, WHEN_THE)) i++;
    uint32_t middle = is(r, i, WHEN_EDGE) ? skip_mark(r, i + 1, '-') : i;
    if (middle > i) out->mod = (uint8_t)dl_when_value(r, i, WHEN_EDGE);
    out->end = read_decade(r, middle, out);
    if (!out->end) out->end = read_century(r, middle, out);
    return out->end > 0;
}
