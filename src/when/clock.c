/* Times of the day. */
#include "when/frame.h"

#include "know/clocks.h"

enum { PLACE_WORDS = 2 };

/* "p.m.", "am"; returns the atom behind and 12 or 0 hours to add. */
static uint32_t read_half_day(const when_reader *r, uint32_t i, int *add) {
    bool am = dl_when_word_is(r, i, "am") || dl_when_word_is(r, i, "a.m") || dl_when_word_is(r, i, "a.m.");
    bool pm = dl_when_word_is(r, i, "pm") || dl_when_word_is(r, i, "p.m") || dl_when_word_is(r, i, "p.m.");
    if (am || pm) *add = pm ? 12 : 0;
    return am || pm ? skip_point(r, i + 1) : 0;
}

/* "4 in the morning", "9 in the evening", "2 o'clock this afternoon" */
static uint32_t read_part_behind(const when_reader *r, uint32_t i, int *add) {
    if (!prep(r, i, CODE_IN) || !is(r, i + 1, WHEN_THE) || !is(r, i + 2, WHEN_PART)) return 0;
    *add = is_code(r, i + 2, WHEN_PART, CODE_MO) ? 0 : 12;
    return i + 3;
}

/* "Moscow time", "Eastern time", "ET": the clock of a place. */
static uint32_t read_clock_of_place(const when_reader *r, uint32_t i, when_frame *out) {
    enum { ABBREVIATION = 2 };
    uint32_t row, last, at = i;
    dl_know_view view = {r->doc->text, r->doc->tokens.rows, dl_sentence_end(&r->doc->sentences.rows[r->sentence]), r->capitals};
    if (!mark(r, i, 'a') || !atom(r, i)->upper || !dl_clock_find(r->words->know, &view, atom(r, i)->first_token, &row, &last)) return 0;
    while (at < r->end && atom(r, at)->last_token <= last) at++;
    bool told = dl_when_word_is(r, at, "time");
    if (!told && dl_span_size(atom(r, i)->span) > ABBREVIATION) return 0;
    out->clock = (uint16_t)(row + 1);
    return told ? at + 1 : at;
}

/* "GMT", "UTC+3", "EST", "Moscow time"; "local time" tells no offset. */
static uint32_t read_zone(const when_reader *r, uint32_t i, when_frame *out) {
    uint32_t open = mark(r, i, '(') && is(r, i + 1, WHEN_ZONE) && mark(r, i + 2, ')') ? i + 1 : i;
    if (is(r, open, WHEN_ZONE) && capital(r, open)) {
        out->zoned = true;
        out->zone = (int16_t)dl_when_value(r, open, WHEN_ZONE);
        bool shifted = !out->zone && (mark(r, open + 1, '+') || mark(r, open + 1, '-')) && atom(r, open + 1)->glued && atom(r, open + 2)->glued &&
                       atom(r, open + 2)->digits && atom(r, open + 2)->number <= 14;
        if (!shifted) return open + (open > i ? 2 : 1);
        out->zone = (int16_t)(atom(r, open + 2)->number * (mark(r, open + 1, '-') ? -60 : 60));
        return open + 3;
    }
    if (dl_when_word_is(r, i, "z") && atom(r, i)->glued) return out->zoned = true, i + 1;
    uint32_t clock = read_clock_of_place(r, i, out);
    if (clock) return clock;
    for (uint32_t n = 0; n < PLACE_WORDS; n++) {
        bool place = mark(r, i + n, 'a') && (atom(r, i + n)->upper || dl_when_word_is(r, i + n, "local"));
        if (place && dl_when_word_is(r, i + n + 1, "time")) return i + n + 2;
        if (!place) break;
    }
    return i;
}

static uint32_t read_minutes(const when_reader *r, uint32_t i, when_frame *out) {
    bool divided = (mark(r, i, ':') || mark(r, i, '.')) && atom(r, i)->glued;
    const when_atom *m = atom(r, i + 1);
    if (!divided || m->digits != 2 || !m->glued || m->number > 59) return i;
    out->minute = (int16_t)m->number;
    bool seconds = mark(r, i + 2, ':') && atom(r, i + 3)->digits == 2 && atom(r, i + 2)->glued && atom(r, i + 3)->glued;
    return seconds ? i + 4 : i + 2;
}

/* An hour without "p.m." or zone is believed behind "at", "around", "by" ... */
static bool led(const when_reader *r, uint32_t i) {
    return prep(r, i - 1, CODE_AT) || prep(r, i - 1, CODE_BY) || prep(r, i - 1, CODE_SINCE) || prep(r, i - 1, CODE_UNTIL) ||
           prep(r, i - 1, CODE_FROM) || is(r, i - 1, WHEN_TO) || is(r, i - 1, WHEN_HEDGE) || i == 1;
}

static bool set_hour(when_frame *out, int hour, int add) {
    if (hour > 24 || (add >= 0 && hour > 12)) return false;
    if (add == 12 && hour < 12) hour += 12;
    if (add == 0 && hour == 12) hour = 0;
    out->hour = (int16_t)hour;
    return true;
}

/* "0820 GMT", "1430 hours", "at 0600", "at 1430 (1830 GMT)" */
static bool read_military(const when_reader *r, uint32_t i, when_frame *out) {
    const when_atom *a = atom(r, i);
    if (a->digits != 4 || a->number / 100 > 24 || a->number % 100 > 59) return false;
    out->hour = (int16_t)(a->number / 100);
    out->minute = (int16_t)(a->number % 100);
    uint32_t hours = dl_when_word_is(r, i + 1, "hours") || dl_when_word_is(r, i + 1, "hrs") ? i + 2 : i + 1;
    out->end = read_zone(r, hours, out);
    if (out->end > i + 1) return true;
    bool leading_zero = dl_when_atom_text(r, i).data[0] == '0', at = prep(r, i - 1, CODE_AT) || (is(r, i - 1, WHEN_HEDGE) && prep(r, i - 2, CODE_AT));
    bool span = leading_zero && (prep(r, i - 1, CODE_FROM) || is(r, i - 1, WHEN_TO));
    return span || (at && (leading_zero || mark(r, i + 1, '(') || (a->number % 5 == 0 && (mark(r, i + 1, ',') || prep(r, i + 1, CODE_ON)))));
}

static bool read_hour(const when_reader *r, uint32_t i, when_frame *out) {
    const when_atom *a = atom(r, i);
    int hour = a->digits && a->digits <= 2 ? a->number : is(r, i, WHEN_NUMBER) ? dl_when_value(r, i, WHEN_NUMBER) : -1, add = -1;
    if (hour < 0 || hour > 24) return false;
    if (a->digits && i > 1 && a->glued && strchr(".,:/$-", atom(r, i - 1)->mark) && atom(r, i - 1)->mark && atom(r, i - 2)->digits) return false;
    uint32_t minutes = a->digits ? read_minutes(r, i + 1, out) : i + 1;
    uint32_t oclock = dl_when_word_is(r, minutes, "o'clock") ? minutes + 1 : minutes, end = read_half_day(r, oclock, &add);
    if (!end) end = read_part_behind(r, oclock, &add);
    bool told = end > 0 || oclock > minutes;
    uint32_t zone = read_zone(r, end ? end : oclock, out);
    bool padded = hour < 10 && a->digits == 2 && prep(r, i - 1, CODE_AT); /* "at 07.45" */
    bool colon = minutes > i + 1 && (mark(r, i + 1, ':') || padded);
    if (!told && !(colon && (zone > oclock || led(r, i)))) {
        if (!(zone > oclock && minutes > i + 1)) return false;
    }
    out->end = zone;
    return set_hour(out, hour, add);
}

bool dl_rule_clock(const when_reader *r, uint32_t i, when_frame *out) {
    *out = (when_frame){.kind = FRAME_CLOCK, .first = i, .clocked = true};
    if (is(r, i, WHEN_CLOCK)) {
        out->hour = (int16_t)(dl_when_value(r, i, WHEN_CLOCK) / 100);
        out->end = read_zone(r, i + 1, out);
        return !atom(r, i)->upper || r->capitals || i == 1;
    }
    if (read_military(r, i, out)) return true;
    *out = (when_frame){.kind = FRAME_CLOCK, .first = i, .clocked = true};
    return read_hour(r, i, out);
}
