#include "intake/html/stamp.h"

static dl_bytes trim(dl_bytes text) {
    while (text.size && dl_is_space(*text.data)) text.data++, text.size--;
    while (text.size && dl_is_space(text.data[text.size - 1])) text.size--;
    return text;
}

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

static bool in_words(const date_words *words, dl_bytes text, dl_stamp *stamp) {
    for (size_t i = 0; i + 6 < text.size; i++) {
        bool begins = !i || !(dl_is_alpha(text.data[i - 1]) || dl_is_digit(text.data[i - 1]));
        printed_date printed;
        if (!begins || !(dl_is_alpha(text.data[i]) || dl_is_digit(text.data[i]))) continue;
        if (!dl_printed_date(words, (dl_bytes){text.data + i, text.size - i}, &printed) || !printed.date.year) continue;
        *stamp = (dl_stamp){.at = dl_instant_of_date(printed.date), .grain = DL_GRAIN_DAY};
        return plausible(stamp);
    }
    return false;
}

bool dl_stamp_read(const date_words *words, dl_bytes text, dl_stamp *stamp) {
    enum { LONGEST = 160 };
    text = trim(text);
    if (!text.size || text.size > LONGEST) return false;
    return iso(text, stamp) || nearly_iso(text, stamp) || digits_only(text, stamp) || in_words(words, text, stamp);
}
