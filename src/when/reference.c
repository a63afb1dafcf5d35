#include "when/reference.h"

#include "base/calendar.h"
#include "know/clocks.h"

/* The clock that the dateline names first; false where there is no dateline or it names none. */
static bool clock_of_dateline(const dl_know *know, const dl_doc *doc, uint32_t *row) {
    for (DL_EACH(i, &doc->sentences)) {
        const dl_sentence *s = &doc->sentences.rows[i];
        if (s->zone != DL_ZONE_DATELINE) continue;
        dl_know_view view = {doc->text, doc->tokens.rows, dl_sentence_end(s), true};
        for (uint32_t t = s->first_token, last; t < view.end; t++)
            if (dl_clock_find(know, &view, t, row, &last)) return true;
        return false;
    }
    return false;
}

/* Seconds by which the clock of the dateline's place is ahead of Greenwich. */
static dl_instant ahead(const dl_know *know, const dl_doc *doc, dl_instant at) {
    uint32_t row;
    return clock_of_dateline(know, doc, &row) ? dl_clock_ahead(know, row, at) : 0;
}

dl_instant dl_when_reference(const dl_know *know, const dl_doc *doc, uint32_t offset) {
    if (doc->published == DL_NO_TIME) return DL_NO_TIME;
    uint32_t entry = dl_entry_at(doc, offset);
    dl_instant at = dl_doc_published_at(doc, offset);
    bool hour = entry ? doc->entries.rows[entry].zoned && doc->entries.rows[entry].grain > DL_GRAIN_DAY
                      : doc->published_zoned && doc->published_grain > DL_GRAIN_DAY;
    return dl_instant_of_date(dl_date_of_instant(at + (hour ? ahead(know, doc, at) : 0)));
}
