#include "base/calendar.h"

#include "base/bytes.h"

#include <stdio.h>

static dl_instant floor_div(dl_instant a, dl_instant b) {
    return a / b - (a % b < 0);
}

dl_instant dl_instant_of_date(dl_date date) {
    int64_t year = date.year - (date.month <= 2);
    int64_t era = floor_div(year, 400);
    int64_t of_era = year - era * 400;
    int64_t of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    int64_t day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return (era * 146097 + day - 719468) * DL_DAY;
}

dl_date dl_date_of_instant(dl_instant instant) {
    int64_t days = floor_div(instant, DL_DAY) + 719468;
    int64_t era = floor_div(days, 146097);
    int64_t day = days - era * 146097;
    int64_t of_era = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    int64_t of_year = day - (365 * of_era + of_era / 4 - of_era / 100);
    int64_t month = (5 * of_year + 2) / 153;
    dl_date date = {.day = (int)(of_year - (153 * month + 2) / 5 + 1), .month = (int)(month < 10 ? month + 3 : month - 9)};
    date.year = (int)(of_era + era * 400 + (date.month <= 2));
    return date;
}

dl_instant dl_midnight(dl_instant instant) {
    return floor_div(instant, DL_DAY) * DL_DAY;
}

int dl_weekday(dl_instant instant) {
    int64_t days = floor_div(instant, DL_DAY) + 3; /* 1970-01-01 was a Thursday */
    return (int)(days - floor_div(days, 7) * 7);
}

int dl_days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

dl_instant dl_weekday_of_month(int year, int month, int weekday, int64_t n) {
    int first_day = n < 0 ? dl_days_in_month(year, month) - 6 : 1;
    dl_instant from = dl_instant_of_date((dl_date){year, month, first_day});
    return from + ((weekday - dl_weekday(from) + 7) % 7 + (n < 0 ? 0 : (n - 1) * 7)) * DL_DAY;
}

bool dl_date_possible(dl_date date) {
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= dl_days_in_month(date.year, date.month);
}

/* Takes exactly `digits` digits off the front. */
static bool take(dl_bytes *text, size_t digits, int *number) {
    if (text->size < digits) return false;
    int64_t value;
    if (dl_bytes_number((dl_bytes){text->data, digits}, &value) != digits) return false;
    *number = (int)value;
    *text = (dl_bytes){text->data + digits, text->size - digits};
    return true;
}

static bool take_mark(dl_bytes *text, const char *marks) {
    if (!text->size || !strchr(marks, text->data[0]) || !text->data[0]) return false;
    *text = (dl_bytes){text->data + 1, text->size - 1};
    return true;
}

static bool take_zone(dl_bytes *text, int *minutes) {
    int hour, minute = 0;
    if (take_mark(text, "Zz")) return true;
    if (!text->size) return false;
    int sign = text->data[0] == '-' ? -1 : 1;
    if (!take_mark(text, "+-") || !take(text, 2, &hour)) return false;
    if (text->size && (take_mark(text, ":"), !take(text, 2, &minute))) return false;
    *minutes = sign * (hour * 60 + minute);
    return hour <= 15 && minute < 60;
}

static bool take_clock(dl_bytes *text, dl_instant *instant, dl_grain *grain, bool *zoned) {
    int hour, minute, second = 0, zone = 0;
    if (!take(text, 2, &hour) || !take_mark(text, ":") || !take(text, 2, &minute)) return false;
    *grain = DL_GRAIN_MINUTE;
    if (take_mark(text, ":")) {
        if (!take(text, 2, &second)) return false;
        *grain = DL_GRAIN_SECOND;
        if (take_mark(text, "."))
            while (text->size && dl_is_digit(text->data[0])) take_mark(text, "0123456789");
    }
    if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && (minute || second))) return false;
    *zoned = take_zone(text, &zone);
    *instant += hour * 3600 + minute * 60 + second - zone * 60;
    return true;
}

bool dl_iso_read(dl_bytes text, dl_instant *instant, dl_grain *grain, bool *zoned) {
    dl_date date = {.month = 1, .day = 1};
    *zoned = false;
    *grain = DL_GRAIN_YEAR;
    if (!take(&text, 4, &date.year)) return false;
    if (take_mark(&text, "-")) {
        if (!take(&text, 2, &date.month)) return false;
        *grain = DL_GRAIN_MONTH;
        if (take_mark(&text, "-")) {
            if (!take(&text, 2, &date.day)) return false;
            *grain = DL_GRAIN_DAY;
        }
    }
    if (!dl_date_possible(date)) return false;
    *instant = dl_instant_of_date(date);
    if (*grain == DL_GRAIN_DAY && take_mark(&text, "Tt ") && !take_clock(&text, instant, grain, zoned)) return false;
    return !text.size;
}

/* A mark and two digits. */
static char *add_pair(char *at, char mark, int number) {
    *at++ = mark;
    *at++ = (char)('0' + number / 10);
    *at++ = (char)('0' + number % 10);
    return at;
}

static char *add_year(char *at, int year) {
    if (year < 0 || year > 9999) return at + snprintf(at, 16, "%04d", year);
    for (int unit = 1000; unit; unit /= 10) *at++ = (char)('0' + year / unit % 10);
    return at;
}

size_t dl_iso_write(char *out, dl_instant instant, dl_grain grain, bool zoned) {
    dl_date date = dl_date_of_instant(instant);
    int second = (int)(instant - dl_instant_of_date(date));
    char *at = add_year(out, date.year);
    if (grain > DL_GRAIN_YEAR) at = add_pair(at, '-', date.month);
    if (grain > DL_GRAIN_MONTH) at = add_pair(at, '-', date.day);
    if (grain > DL_GRAIN_PART) {
        at = add_pair(at, 'T', second / 3600);
        at = add_pair(at, ':', second / 60 % 60);
        if (grain > DL_GRAIN_MINUTE) at = add_pair(at, ':', second % 60);
        if (zoned) *at++ = 'Z';
    }
    *at = 0;
    return (size_t)(at - out);
}
