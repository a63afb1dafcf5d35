#include "when/row.h"

#include "know/clocks.h"

enum { HOUR = 3600 };

/* A row being made. */
typedef struct draft {
    when_value value;
    dl_instant begin, end;
    dl_grain grain;
    dl_timex type;
    bool zoned;
} draft;

static void add(draft *d, const char *text) {
    dl_value_add(&d->value, text);
}

static void add_number(draft *d, int64_t number, int digits) {
    dl_value_number(&d->value, number, digits);
}

static void add_code(draft *d, int code) {
    add(d, dl_when_code_name((unsigned)code));
}

static void add_period(draft *d, when_period p) {
    dl_period_write(&d->value, p);
    d->begin = dl_period_begin(p);
    d->end = dl_period_end(p);
    d->grain = p.grain;
}

/* ------------------------------------------------------------------ inside a day */

/* First and last hour; a night reaches into the next day. */
static void narrow_to_part(draft *d, int part) {
    int from = part == CODE_MO ? 0 : part == CODE_AF ? 12 : 18, to = part == CODE_MO ? 12 : part == CODE_AF ? 18 : part == CODE_EV ? 24 : 30;
    d->end = d->begin + to * HOUR - 1;
    d->begin += from * HOUR;
    d->grain = DL_GRAIN_PART;
}

static void narrow_to_clock(draft *d, const when_reader *r, const when_frame *f, bool minutes) {
    dl_instant offset = f->zoned ? f->zone * 60 : f->clock ? dl_clock_ahead(r->words->know, f->clock - 1u, d->begin) : 0;
    d->begin += f->hour * HOUR + f->minute * 60 - offset;
    d->end = d->begin + (minutes ? 60 : HOUR) - 1;
    d->grain = minutes ? DL_GRAIN_MINUTE : DL_GRAIN_HOUR;
}

/* "T22:00", "T08:20Z", "TNI" behind the day. Zones other than GMT are told by the interval only, as TimeBank does. */
static void add_time(draft *d, const when_reader *r, const when_frame *f) {
    bool known = d->begin != DL_NO_TIME;
    if (f->clocked) {
        add(d, "T");
        add_number(d, f->hour, 2);
        add(d, ":");
        add_number(d, f->minute, 2);
        if (f->zoned && !f->zone) add(d, "Z");
        d->zoned = f->zoned || f->clock;
        d->type = DL_TIMEX_TIME;
        if (known) narrow_to_clock(d, r, f, f->minute || f->hour == 12 || f->hour == 24 || f->zoned);
    } else if (f->part) {
        add(d, "T");
        add_code(d, f->part);
        d->type = DL_TIMEX_TIME;
        if (known) narrow_to_part(d, f->part);
    }
}

/* ------------------------------------------------------------------ values of which a part is unknown */

static const char *unknown_unit(int unit) {
    switch (unit) {
    case CODE_DAY:
        return "XXXX-XX-XX";
    case CODE_WEEK:
        return "XXXX-WXX";
    case CODE_WEEKEND:
        return "XXXX-WXX-WE";
    case CODE_MONTH:
        return "XXXX-XX";
    case CODE_QUARTER:
        return "XXXX-QX";
    case CODE_DECADE:
        return "XXX";
    case CODE_CENTURY:
        return "XX";
    default:
        return "XXXX";
    }
}

static void add_unknown(draft *d, const when_frame *f) {
    switch (f->kind) {
    case FRAME_CALENDAR:
        add(d, "XXXX");
        if (f->month || f->day) add(d, f->month ? "-" : "-XX");
        if (f->month) add_number(d, f->month, 2);
        if (f->day) add(d, "-"), add_number(d, f->day, 2);
        break;
    case FRAME_WEEKDAY:
        add(d, "XXXX-WXX-");
        add_number(d, f->weekday, 1);
        break;
    case FRAME_QUARTER:
        add(d, f->number ? "XXXX-Q" : "XXXX-QX");
        if (f->number) add_number(d, f->number, 1);
        break;
    case FRAME_HALF:
        add(d, "XXXX-H");
        add_number(d, f->number, 1);
        break;
    case FRAME_SEASON:
        add(d, "XXXX-");
        add_code(d, f->number);
        break;
    case FRAME_PERIOD:
        add(d, unknown_unit(f->unit));
        break;
    case FRAME_CENTURY:
        add(d, "XX");
        break;
    default:
        add(d, "XXXX-XX-XX");
    }
}

/* ------------------------------------------------------------------ known values */

static void add_season(draft *d, int64_t index) {
    int64_t year = index / 4, s = index % 4;
    add_number(d, year, 4);
    add(d, "-");
    add_code(d, (int)(CODE_SP + s));
    when_period month = {DL_GRAIN_MONTH, year * 12 + 2 + s * 3};
    d->begin = dl_period_begin(month);
    d->end = dl_period_end(dl_period_move(month, 2));
    d->grain = DL_GRAIN_QUARTER;
}

static void add_half(draft *d, int64_t index) {
    when_period month = {DL_GRAIN_MONTH, index / 2 * 12 + index % 2 * 6};
    add_number(d, index / 2, 4);
    add(d, "-H");
    add_number(d, index % 2 + 1, 1);
    d->begin = dl_period_begin(month);
    d->end = dl_period_end(dl_period_move(month, 5));
    d->grain = DL_GRAIN_QUARTER;
}

static void add_century(draft *d, int64_t index) {
    when_period decade = {DL_GRAIN_DECADE, index * 10};
    add_number(d, index, 2);
    d->begin = dl_period_begin(decade);
    d->end = dl_period_end(dl_period_move(decade, 9));
    d->grain = DL_GRAIN_DECADE;
}

/* Years that four digits can write. */
static bool writable(const when_frame *f, when_period p) {
    if (f->kind == FRAME_SEASON) return p.index >= 4 && p.index < 9999 * 4;
    if (f->kind == FRAME_HALF) return p.index >= 2 && p.index < 9999 * 2;
    if (f->kind == FRAME_CENTURY) return p.index >= 0 && p.index < 99;
    return dl_period_writable(p) && dl_period_end(p) < dl_instant_of_date((dl_date){9999, 12, 31});
}

static void add_known(draft *d, const when_frame *f, when_period p) {
    switch (f->kind) {
    case FRAME_SEASON:
        add_season(d, p.index);
        break;
    case FRAME_HALF:
        add_half(d, p.index);
        break;
    case FRAME_CENTURY:
        add_century(d, p.index);
        break;
    default:
        add_period(d, p);
        if (f->kind != FRAME_PERIOD || f->unit != CODE_WEEKEND) break;
        add(d, "-WE");
        d->begin += 5 * DL_DAY;
        d->grain = DL_GRAIN_DAY;
    }
}

/* ------------------------------------------------------------------ lengths */

typedef struct unit_text {
    const char *letter, *half_letter; /* the half of a year is six months */
    int half, times;
    bool clock;
} unit_text;

static unit_text text_of_unit(int unit) {
    switch (unit) {
    case CODE_SECOND:
        return (unit_text){"S", NULL, 0, 1, true};
    case CODE_MINUTE:
        return (unit_text){"M", "S", 30, 1, true};
    case CODE_HOUR:
        return (unit_text){"H", "M", 30, 1, true};
    case CODE_WEEK:
        return (unit_text){"W", "D", 3, 1, false};
    case CODE_FORTNIGHT:
        return (unit_text){"W", "W", 1, 2, false};
    case CODE_WEEKEND:
        return (unit_text){"WE", NULL, 0, 1, false};
    case CODE_MONTH:
        return (unit_text){"M", "D", 15, 1, false};
    case CODE_QUARTER:
        return (unit_text){"Q", NULL, 0, 1, false};
    case CODE_YEAR:
        return (unit_text){"Y", "M", 6, 1, false};
    case CODE_DECADE:
        return (unit_text){"Y", "Y", 5, 10, false};
    case CODE_CENTURY:
        return (unit_text){"Y", "Y", 50, 100, false};
    default:
        return (unit_text){"D", NULL, 0, 1, false};
    }
}

static void add_length(draft *d, const when_frame *f) {
    unit_text u = text_of_unit(f->unit);
    int64_t count = (int64_t)f->count * u.times;
    bool same = f->half && u.half_letter && u.letter[0] == u.half_letter[0];
    if (same) count += u.half;
    add(d, u.clock ? "PT" : "P");
    if (f->vague)
        add(d, "X"), add(d, f->unit == CODE_DECADE ? "E" : f->unit == CODE_CENTURY ? "C" : u.letter);
    else if (count || !f->half)
        add_number(d, count, 1), add(d, u.letter);
    if (!f->half || same || f->vague) return;
    if (f->unit == CODE_DAY)
        add(d, "T12H");
    else if (u.half_letter)
        add_number(d, u.half, 1), add(d, u.half_letter);
}

static int64_t seconds_of_unit(int unit) {
    switch (unit) {
    case CODE_SECOND:
        return 1;
    case CODE_MINUTE:
        return 60;
    case CODE_HOUR:
        return HOUR;
    case CODE_WEEK:
        return 7 * DL_DAY;
    case CODE_FORTNIGHT:
        return 14 * DL_DAY;
    case CODE_DAY:
        return DL_DAY;
    default:
        return 0;
    }
}

/* The instant `count` months from another, on the same day of the month or its last. */
static dl_instant months_away(dl_instant from, int64_t count) {
    dl_date d = dl_date_of_instant(from);
    when_period month = dl_period_move(dl_period_of(from, DL_GRAIN_MONTH), count);
    int most = (int)((dl_period_end(month) - dl_period_begin(month)) / DL_DAY) + 1;
    return dl_period_begin(month) + ((d.day < most ? d.day : most) - 1) * DL_DAY;
}

/* "the past 24 hours", "the next two weeks": from or to the day of the report. */
static void place_length(draft *d, const when_reader *r, const when_frame *f) {
    bool back = f->which == CODE_LAST || f->which == CODE_PAST || f->which == CODE_PREVIOUS;
    bool ahead = f->which == CODE_NEXT || f->which == CODE_COMING;
    int months = f->unit == CODE_MONTH ? 1 : f->unit == CODE_QUARTER ? 3 : f->unit == CODE_YEAR ? 12 : f->unit == CODE_DECADE ? 120 : 0;
    int64_t seconds = seconds_of_unit(f->unit);
    bool known = r->reference != DL_NO_TIME && r->doc->published_grain >= DL_GRAIN_DAY && !f->vague && f->count > 0 && f->count < 10000;
    if (!known || (!back && !ahead) || (!months && !seconds)) return;
    dl_instant today_end = r->reference + DL_DAY - 1, way = back ? -1 : 1;
    dl_instant far = months ? months_away(r->reference, way * f->count * months) : r->reference + way * f->count * seconds;
    d->begin = back ? far : r->reference;
    d->end = back ? today_end : far + DL_DAY - 1;
    d->grain = DL_GRAIN_DAY;
}

/* ------------------------------------------------------------------ sets */

static void add_set(draft *d, const when_frame *f) {
    if (f->weekday)
        add(d, "XXXX-WXX-"), add_number(d, f->weekday, 1);
    else if (f->month)
        add(d, "XXXX-"), add_number(d, f->month, 2);
    else if (f->part)
        add(d, "XXXX-XX-XX");
    else if (!f->unit)
        add(d, "XXXX-"), add_code(d, f->number);
    else
        add_length(d, f);
    if (f->part) add(d, "T"), add_code(d, f->part);
}

/* ------------------------------------------------------------------ all together */

static void fill(draft *d, when_reader *r, const when_frame *f, when_moment m) {
    switch (f->kind) {
    case FRAME_REF:
        add_code(d, f->number);
        return;
    case FRAME_SET:
        d->type = DL_TIMEX_SET;
        add_set(d, f);
        return;
    case FRAME_DURATION:
        d->type = DL_TIMEX_DURATION;
        add_length(d, f);
        place_length(d, r, f);
        return;
    default:
        break;
    }
    if (m.period.grain && writable(f, m.period))
        add_known(d, f, m.period);
    else
        add_unknown(d, f);
    add_time(d, r, f);
}

void dl_when_row(when_reader *r, const when_frame *f, when_moment m) {
    draft d = {.begin = DL_NO_TIME, .end = DL_NO_TIME};
    fill(&d, r, f, m);
    const when_atom *first = atom(r, f->first), *last = atom(r, f->end - 1);
    dl_bytes value = dl_arena_copy(&r->doc->arena, (dl_bytes){d.value.text, d.value.size});
    dl_time *row = DL_DOC_PUSH(r->doc, times);
    *row = (dl_time){.span = {first->span.begin, last->span.end}, .first_token = first->first_token, .last_token = last->last_token};
    row->value = value;
    row->mod = dl_bytes_of(dl_when_code_name(f->mod));
    row->begin = d.begin;
    row->end = d.end;
    row->anchor = m.anchor;
    row->type = (uint8_t)d.type;
    row->grain = (uint8_t)(d.begin == DL_NO_TIME ? DL_GRAIN_NONE : d.grain);
    row->zoned = d.zoned;
}
