#include "know/clocks.h"

#include "base/calendar.h"

enum { HOUR = 3600, MINUTE = 60 };

static dl_instant sunday(int year, int month, int n) {
    return dl_weekday_of_month(year, month, 6, n);
}

/* Whether summer time holds; the hour of the change itself does not matter for a day. */
static bool summer(dl_bytes rule, dl_instant at) {
    int year = dl_date_of_instant(at).year;
    if (dl_bytes_is(rule, "eu")) return at >= sunday(year, 3, -1) && at < sunday(year, 10, -1);
    if (dl_bytes_is(rule, "us")) return at >= sunday(year, 3, 2) && at < sunday(year, 11, 1);
    if (dl_bytes_is(rule, "south")) return at >= sunday(year, 10, 1) || at < sunday(year, 4, 1);
    return false;
}

bool dl_clock_find(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t *row, uint32_t *last) {
    uint32_t table = dl_know_table(know, "time/zones");
    dl_know_hit hit;
    if (!table || !dl_know_find(know, view, token, table, &hit, 1)) return false;
    *row = hit.row;
    *last = hit.last;
    return true;
}

dl_instant dl_clock_ahead(const dl_know *know, uint32_t row, dl_instant day) {
    uint32_t table = dl_know_table(know, "time/zones");
    dl_instant east = dl_know_integer(know, table, row, dl_know_column(know, table, "east"));
    dl_instant west = dl_know_integer(know, table, row, dl_know_column(know, table, "west"));
    bool later = summer(dl_know_get(know, table, row, "summer"), day);
    return (east - west) * MINUTE + (later ? HOUR : 0);
}
