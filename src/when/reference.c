#include "when/reference.h"

#include "base/calendar.h"

enum { HOUR = 3600, MINUTE = 60 };

/* The n-th Sunday of a month; n -1 is the last. */
static dl_instant sunday(int year, int month, int n) {
    int first_day = n < 0 ? dl_days_in_month(year, month) - 6 : 1;
    dl_instant from = dl_instant_of_date((dl_date){year, month, first_day});
    return from + ((6 - dl_weekday(from) + 7) % 7 + (n < 0 ? 0 : (n - 1) * 7)) * DL_DAY;
}

/* Whether summer time holds; the hour of the change itself does not matter for a day. */
static bool summer(dl_bytes rule, dl_instant at) {
    int year = dl_date_of_instant(at).year;
    if (dl_bytes_is(rule, "eu")) return at >= sunday(year, 3, -1) && at < sunday(year, 10, -1);
    if (dl_bytes_is(rule, "us")) return at >= sunday(year, 3, 2) && at < sunday(year, 11, 1);
    if (dl_bytes_is(rule, "south")) return at >= sunday(year, 10, 1) || at < sunday(year, 4, 1);
    return false;
}

/* The row of zones.tsv that the dateline names first; false where there is no dateline or it names none. */
static bool row_of_dateline(const dl_know *know, const dl_doc *doc, uint32_t table, uint32_t *row) {
    for (DL_EACH(i, &doc->sentences)) {
        const dl_sentence *s = &doc->sentences.rows[i];
        if (s->zone != DL_ZONE_DATELINE) continue;
        dl_know_view view = {doc->text, doc->tokens.rows, dl_sentence_end(s), true};
        for (uint32_t t = s->first_token; t < view.end; t++) {
            dl_know_hit hit;
            if (!dl_know_find(know, &view, t, table, &hit, 1)) continue;
            *row = hit.row;
            return true;
        }
        return false;
    }
    return false;
}

/* Seconds by which the clock of the dateline's place is ahead of Greenwich. */
static dl_instant ahead(const dl_know *know, const dl_doc *doc) {
    uint32_t table = dl_know_table(know, "time/zones"), row;
    if (!table || !row_of_dateline(know, doc, table, &row)) return 0;
    dl_instant east = dl_know_integer(know, table, row, dl_know_column(know, table, "east"));
    dl_instant west = dl_know_integer(know, table, row, dl_know_column(know, table, "west"));
    bool later = summer(dl_know_get(know, table, row, "summer"), doc->published);
    return (east - west) * MINUTE + (later ? HOUR : 0);
}

dl_instant dl_when_reference(const dl_know *know, const dl_doc *doc) {
    if (doc->published == DL_NO_TIME) return DL_NO_TIME;
    bool hour = doc->published_zoned && doc->published_grain > DL_GRAIN_DAY;
    return dl_instant_of_date(dl_date_of_instant(doc->published + (hour ? ahead(know, doc) : 0)));
}
