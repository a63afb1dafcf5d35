#include "when/feasts.h"

#include "when/period.h"

enum { UNIX_EPOCH = 719163 }; /* day number of 1 January 1970, where 1 January of the year 1 is day 1 */

static dl_instant of_day_number(int64_t day) {
    return (day - UNIX_EPOCH) * DL_DAY;
}

/* Easter Sunday of the Eastern churches (Meeus, Astronomical Algorithms, chapter 8), from the Julian calendar to ours. */
static dl_instant orthodox_easter(int year) {
    int d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    dl_date julian = {year, (d + e + 114) / 31, (d + e + 114) % 31 + 1};
    return dl_instant_of_date(julian) + (year / 100 - year / 400 - 2) * DL_DAY;
}

/* Days from the Hebrew epoch to the new year, before the two corrections of the year's length (Reingold and Dershowitz, Calendrical Calculations). */
static int64_t hebrew_days(int64_t year) {
    int64_t months = (235 * year - 234) / 19, days = 29 * months + (12084 + 13753 * months) / 25920;
    return 3 * (days + 1) % 7 < 3 ? days + 1 : days;
}

static dl_instant rosh_hashanah(int gregorian) {
    enum { EPOCH = -1373427 };
    int64_t year = gregorian + 3761, before = hebrew_days(year - 1), days = hebrew_days(year), behind = hebrew_days(year + 1);
    int64_t delay = behind - days == 356 ? 2 : days - before == 382 ? 1 : 0;
    return of_day_number(EPOCH + days + delay);
}

/* The first such day of the tabular Islamic calendar in a year of ours. */
static dl_instant islamic(int month, int day, int gregorian) {
    enum { EPOCH = 227014 };
    for (int64_t year = (gregorian - 622) * 33 / 32 - 1;; year++) {
        dl_instant at = of_day_number(EPOCH + (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2 + day);
        if (dl_date_of_instant(at).year >= gregorian) return at;
    }
}

static dl_bytes behind(dl_bytes rule, size_t skip) {
    return (dl_bytes){rule.data + skip, rule.size - skip};
}

static int64_t number(dl_bytes *rule) {
    int64_t value = 0;
    bool minus = dl_bytes_start(*rule, "-");
    size_t size = minus + dl_bytes_number(behind(*rule, minus), &value);
    *rule = behind(*rule, size < rule->size ? size + 1 : rule->size);
    return minus ? -value : value;
}

bool dl_feast_by_sight(dl_bytes rule) {
    return dl_bytes_start(rule, "islamic ");
}

dl_instant dl_feast(dl_bytes rule, int year) {
    static const struct {
        const char *name;
        dl_instant (*of)(int year);
    } movable[] = {{"easter ", dl_easter}, {"orthodox ", orthodox_easter}, {"rosh ", rosh_hashanah}};
    for (size_t i = 0; i < sizeof movable / sizeof *movable; i++) {
        if (!dl_bytes_start(rule, movable[i].name)) continue;
        rule = behind(rule, strlen(movable[i].name));
        return movable[i].of(year) + number(&rule) * DL_DAY;
    }
    bool by_moon = dl_feast_by_sight(rule);
    if (by_moon) rule = behind(rule, sizeof "islamic " - 1);
    bool dashed = memchr(rule.data, '-', rule.size) && !memchr(rule.data, ' ', rule.size);
    int64_t a = number(&rule), b = number(&rule);
    if (by_moon) return islamic((int)a, (int)b, year);
    return dashed ? dl_instant_of_date((dl_date){year, (int)a, (int)b}) : dl_weekday_of_month(year, (int)number(&rule), (int)a - 1, b);
}
