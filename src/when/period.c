#include "when/period.h"

enum { MONDAY = 4 }; /* days from 1970-01-01 to the first Monday */

static int64_t floor_div(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}

when_period dl_period_of(dl_instant at, dl_grain grain) {
    dl_date d = dl_date_of_instant(at);
    switch (grain) {
    case DL_GRAIN_DECADE:
        return (when_period){grain, floor_div(d.year, 10)};
    case DL_GRAIN_YEAR:
        return (when_period){grain, d.year};
    case DL_GRAIN_QUARTER:
        return (when_period){grain, d.year * 4 + (d.month - 1) / 3};
    case DL_GRAIN_MONTH:
        return (when_period){grain, d.year * 12 + d.month - 1};
    case DL_GRAIN_WEEK:
        return (when_period){grain, floor_div(floor_div(at, DL_DAY) - MONDAY, 7)};
    default:
        return (when_period){DL_GRAIN_DAY, floor_div(at, DL_DAY)};
    }
}

dl_instant dl_period_begin(when_period p) {
    switch (p.grain) {
    case DL_GRAIN_DECADE:
        return dl_instant_of_date((dl_date){(int)p.index * 10, 1, 1});
    case DL_GRAIN_YEAR:
        return dl_instant_of_date((dl_date){(int)p.index, 1, 1});
    case DL_GRAIN_QUARTER:
        return dl_instant_of_date((dl_date){(int)floor_div(p.index, 4), (int)(p.index - floor_div(p.index, 4) * 4) * 3 + 1, 1});
    case DL_GRAIN_MONTH:
        return dl_instant_of_date((dl_date){(int)floor_div(p.index, 12), (int)(p.index - floor_div(p.index, 12) * 12) + 1, 1});
    case DL_GRAIN_WEEK:
        return (p.index * 7 + MONDAY) * DL_DAY;
    default:
        return p.index * DL_DAY;
    }
}

dl_instant dl_period_end(when_period p) {
    return dl_period_begin(dl_period_move(p, 1)) - 1;
}

bool dl_period_writable(when_period p) {
    int year = dl_date_of_instant(dl_period_begin(p)).year;
    return year >= 1 && year <= 9999;
}

/* ISO 8601: a week belongs to the year that has its Thursday. */
static void write_week(when_value *out, when_period p) {
    dl_instant thursday = dl_period_begin(p) + 3 * DL_DAY;
    int year = dl_date_of_instant(thursday).year;
    dl_value_number(out, year, 4);
    dl_value_add(out, "-W");
    dl_value_number(out, (thursday - dl_instant_of_date((dl_date){year, 1, 1})) / DL_DAY / 7 + 1, 2);
}

void dl_period_write(when_value *out, when_period p) {
    dl_date d = dl_date_of_instant(dl_period_begin(p));
    if (p.grain == DL_GRAIN_DECADE) return dl_value_number(out, d.year / 10, 3);
    if (p.grain == DL_GRAIN_WEEK) return write_week(out, p);
    dl_value_number(out, d.year, 4);
    if (p.grain == DL_GRAIN_YEAR) return;
    dl_value_add(out, p.grain == DL_GRAIN_QUARTER ? "-Q" : "-");
    if (p.grain == DL_GRAIN_QUARTER) return dl_value_number(out, (d.month - 1) / 3 + 1, 1);
    dl_value_number(out, d.month, 2);
    if (p.grain == DL_GRAIN_MONTH) return;
    dl_value_add(out, "-");
    dl_value_number(out, d.day, 2);
}

dl_instant dl_easter(int year) {
    int a = year % 19, b = year / 100, c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
    return dl_instant_of_date((dl_date){year, month, day});
}
