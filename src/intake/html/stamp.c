#include "intake/html/stamp.h"

/* Minutes of "+02:00", "-0500" at the end. */
static int16_t offset_of(dl_bytes text) {
    size_t sign = text.size;
    while (sign && text.data[sign - 1] != '+' && text.data[sign - 1] != '-') sign--;
    int64_t hours, minutes = 0;
    if (sign < 11) return 0; /* a hyphen of the date */
    dl_bytes digits = {text.data + sign, text.size - sign};
    if (dl_bytes_number((dl_bytes){digits.data, digits.size < 2 ? digits.size : 2}, &hours) != 2) return 0;
    size_t behind = digits.size > 2 && digits.data[2] == ':' ? 3 : 2;
    dl_bytes_number((dl_bytes){digits.data + behind, digits.size - behind}, &minutes);
    return (int16_t)((text.data[sign - 1] == '-' ? -1 : 1) * (hours * 60 + minutes));
}

static bool plausible(const dl_stamp *stamp) {
    int year = dl_date_of_instant(stamp->at).year;
    return stamp->grain >= DL_GRAIN_DAY && year >= 1700 && year <= 2200;
}

static bool iso(dl_bytes text, dl_stamp *stamp) {
    if (!dl_iso_read(text, &stamp->at, &stamp->grain, &stamp->zoned) || !plausible(stamp)) return false;
    stamp->offset = stamp->zoned ? offset_of(text) : 0;
    return true;
}

/* With "/" or "." for "-", and a blank or a name in front of the zone; as much of the front as can be read. */
static bool nearly_iso(dl_bytes text, dl_stamp *stamp) {
    enum { MOST = 40 };
    static const size_t fronts[] = {19, 16, 10};
    char copy[MOST];
    size_t size = 0;
    if (text.size < 10) return false;
    for (size_t i = 0; i < text.size && size < MOST; i++) {
        char c = text.data[i];
        bool date_mark = i < 10 && (c == '/' || c == '.');
        if (c == ' ' && i > 10) continue;
        copy[size++] = date_mark ? '-' : c;
    }
    for (size_t i = size; i > 19; i--)
        if (iso((dl_bytes){copy, i}, stamp)) return true;
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++)
        if (size >= fronts[i] && iso((dl_bytes){copy, fronts[i]}, stamp)) return true;
    return false;
}

static bool digits_only(dl_bytes text, dl_stamp *stamp) {
    int64_t number;
    if (dl_bytes_number(text, &number) != text.size) return false;
    *stamp = (dl_stamp){.at = text.size == 13 ? number / 1000 : number, .grain = DL_GRAIN_SECOND, .zoned = true};
    if (text.size == 10 || text.size == 13) return plausible(stamp);
    dl_date date = {(int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100)};
    if (text.size != 8 || !dl_date_possible(date)) return false;
    *stamp = (dl_stamp){.at = dl_instant_of_date(date), .grain = DL_GRAIN_DAY};
    return plausible(stamp);
}

/* Minutes east of UTC of a zone's name: those of RFC 822. */
static bool zone_named(dl_bytes text, int16_t *offset) {
    static const struct {
        const char *name;
        int16_t hours;
    } zones[] = {{"gmt", 0},  {"utc", 0},  {"ut", 0},   {"z", 0},    {"est", -5}, {"edt", -4},
                 {"cst", -6}, {"cdt", -5}, {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}};
    size_t size = dl_letters(text);
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (dl_bytes_like((dl_bytes){text.data, size}, zones[i].name)) return *offset = (int16_t)(zones[i].hours * 60), true;
    return false;
}

/* "08:20:00 +0200" behind a date in words, as feeds and mails write it; a clock without a zone is left out, for it may be any. */
static void clock_behind(dl_bytes text, dl_stamp *stamp) {
    int64_t hour, minute, second = 0;
    while (text.size && (dl_is_space(*text.data) || *text.data == ',')) text.data++, text.size--;
    if (text.size < 5 || dl_bytes_number((dl_bytes){text.data, 2}, &hour) != 2 || text.data[2] != ':') return;
    if (dl_bytes_number((dl_bytes){text.data + 3, 2}, &minute) != 2 || hour > 23 || minute > 59) return;
    size_t at = 5;
    bool seconds = text.size >= 8 && text.data[5] == ':' && dl_bytes_number((dl_bytes){text.data + 6, 2}, &second) == 2 && second < 60;
    if (seconds) at = 8;
    while (at < text.size && text.data[at] == ' ') at++;
    dl_bytes zone = {text.data + at, text.size - at};
    int64_t hours = 0, minutes = 0;
    bool sign = zone.size >= 5 && (*zone.data == '+' || *zone.data == '-');
    bool numbered =
        sign && dl_bytes_number((dl_bytes){zone.data + 1, 2}, &hours) == 2 && dl_bytes_number((dl_bytes){zone.data + 3, 2}, &minutes) == 2;
    int16_t offset = (int16_t)((zone.size && *zone.data == '-' ? -1 : 1) * (hours * 60 + minutes));
    if (!(numbered && hours < 15) && !zone_named(zone, &offset)) return;
    stamp->at += hour * 3600 + minute * 60 + second - offset * 60;
    stamp->grain = seconds ? DL_GRAIN_SECOND : DL_GRAIN_MINUTE;
    stamp->zoned = true;
    stamp->offset = offset;
}

static bool in_words(const date_words *words, dl_bytes text, dl_stamp *stamp) {
    for (size_t i = 0; i + 6 < text.size; i++) {
        bool begins = !i || !dl_is_alnum(text.data[i - 1]);
        printed_date printed;
        if (!begins || !dl_is_alnum(text.data[i])) continue;
        if (!dl_printed_date(words, (dl_bytes){text.data + i, text.size - i}, &printed) || !printed.date.year) continue;
        *stamp = (dl_stamp){.at = dl_instant_of_date(printed.date), .grain = DL_GRAIN_DAY};
        clock_behind((dl_bytes){text.data + i + printed.size, text.size - i - printed.size}, stamp);
        return plausible(stamp);
    }
    return false;
}

/* Three numbers with the same mark between them, the last a year of four digits: how many bytes, or 0. */
static size_t three_numbers(dl_bytes text, int64_t *numbers) {
    size_t at = 0;
    char mark = 0;
    for (int i = 0; i < 3; i++) {
        size_t digits = dl_bytes_number((dl_bytes){text.data + at, text.size - at}, &numbers[i]);
        at += digits;
        char next = at < text.size ? text.data[at] : 0;
        if (i == 2) return digits == 4 ? at : 0;
        if (!digits || digits > 2 || (next != '/' && next != '.' && next != '-') || (mark && next != mark)) return 0;
        mark = next;
        at++;
    }
    return 0;
}

/* "25/12/2020", "12.25.2020"; of two numbers that may both be months the page's country has to tell which is. */
static bool in_digits(const date_words *words, dl_bytes text, dl_stamp *stamp) {
    for (size_t i = 0; i + 8 <= text.size; i++) {
        int64_t n[3];
        dl_bytes rest = {text.data + i, text.size - i};
        size_t size = i && dl_is_alnum(text.data[i - 1]) ? 0 : three_numbers(rest, n);
        if (!size) continue;
        if (n[0] <= 12 && n[1] <= 12 && n[0] != n[1] && !words->day_first) return false;
        bool month_first = n[1] > 12;
        dl_date date = {(int)n[2], (int)n[month_first ? 0 : 1], (int)n[month_first ? 1 : 0]};
        if (!dl_date_possible(date)) return false;
        *stamp = (dl_stamp){.at = dl_instant_of_date(date), .grain = DL_GRAIN_DAY};
        clock_behind((dl_bytes){rest.data + size, rest.size - size}, stamp);
        return plausible(stamp);
    }
    return false;
}

bool dl_stamp_read(const date_words *words, dl_bytes text, dl_stamp *stamp) {
    enum { LONGEST = 160 };
    text = dl_bytes_trim(text);
    if (!text.size || text.size > LONGEST) return false;
    return iso(text, stamp) || nearly_iso(text, stamp) || digits_only(text, stamp) || in_words(words, text, stamp) || in_digits(words, text, stamp);
}
