#include "intake/publish.h"

#include "intake/media.h"
#include "intake/publish_head.h"
#include "intake/publish_url.h"
#include "intake/publish_week.h"

static void set(dl_doc *doc, dl_instant at, dl_grain grain, dl_published_basis basis, dl_span span) {
    doc->published = at;
    doc->published_grain = (uint8_t)grain;
    doc->published_zoned = 0;
    doc->published_basis = (uint8_t)basis;
    doc->published_span = span;
}

/* The newest link whose id tells its time, or 0. */
static uint32_t newest_link(const dl_doc *doc) {
    uint32_t newest = 0;
    for (DL_EACH(i, &doc->media))
        if (doc->media.rows[i].created != DL_NO_TIME && (!newest || doc->media.rows[i].created > doc->media.rows[newest].created)) newest = i;
    return newest;
}

/* The year of a dateline that prints none: that of the address, or the one in which the day comes soon after the newest linked post. */
static int year_of_dateline(const dl_doc *doc, dl_date date, dl_grain url_grain, dl_date url, uint32_t link) {
    enum { SOON = 31 };
    if (url_grain) return url.year;
    if (!link) return 0;
    dl_instant from = doc->media.rows[link].created - DL_DAY;
    for (int year = dl_date_of_instant(from).year, tries = 0; tries < 2; year++, tries++) {
        dl_date day = {year, date.month, date.day};
        if (!dl_date_possible(day)) continue;
        dl_instant at = dl_instant_of_date(day);
        if (at >= from - DL_DAY && at <= from + SOON * DL_DAY) return year;
    }
    return 0;
}

/* What one place of the report tells of its date. */
typedef struct witness {
    dl_instant at;
    dl_span span;
    dl_published_basis basis;
} witness;

enum { WITNESSES = 4, AGREE = 7 }; /* days */

static bool agree(const witness *a, const witness *b) {
    int64_t apart = a->at > b->at ? a->at - b->at : b->at - a->at;
    return apart <= AGREE * DL_DAY;
}

/* The best witness, they come in order of trust: one whom another confirms before one who stands alone. */
static const witness *believed(const witness *all, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < count; k++)
            if (k != i && agree(&all[i], &all[k])) return &all[i];
    return count ? all : NULL;
}

/* A report is no older than a post that it links to. */
static bool possible(const dl_doc *doc, const witness *w, uint32_t link) {
    return !link || w->at + DL_DAY >= doc->media.rows[link].created - DL_DAY;
}

static void find_date(const dl_know *know, dl_doc *doc) {
    date_words words = dl_date_words(know);
    head_dates head = dl_head_dates(&words, doc);
    dl_date url = {0}, date = head.dateline.date;
    dl_grain url_grain = dl_url_date(&words, doc->uri, &url);
    uint32_t link = newest_link(doc), count = 0;
    dl_instant day;
    witness all[WITNESSES], heard[WITNESSES];
    if (date.month && !date.year) date.year = year_of_dateline(doc, date, url_grain, url, link);
    if (date.month && dl_date_possible(date)) all[count++] = (witness){dl_instant_of_date(date), head.dateline.span, DL_PUBLISHED_DATELINE};
    if (url_grain == DL_GRAIN_DAY) all[count++] = (witness){dl_instant_of_date(url), {0, 0}, DL_PUBLISHED_URL};
    if (link && dl_day_in_week(&words, doc, doc->media.rows[link].created, &day))
        all[count++] = (witness){day, doc->media.rows[link].span, DL_PUBLISHED_MEDIA_ID};
    if (head.alone.date.month) all[count++] = (witness){dl_instant_of_date(head.alone.date), head.alone.span, DL_PUBLISHED_TEXT};
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if (possible(doc, &all[i], link)) heard[kept++] = all[i];
    const witness *best = believed(heard, kept);
    if (best)
        set(doc, best->at, DL_GRAIN_DAY, best->basis, best->span);
    else if (url_grain == DL_GRAIN_MONTH)
        set(doc, dl_instant_of_date(url), DL_GRAIN_MONTH, DL_PUBLISHED_URL, (dl_span){0, 0});
}

void dl_publish_read(const dl_know *know, dl_doc *doc) {
    dl_media_find(know, doc);
    if (doc->published == DL_NO_TIME) find_date(know, doc);
}
