#include "when/refer.h"

when_moment dl_when_here(const when_reader *r, dl_grain grain) {
    if (r->reference == DL_NO_TIME || grain > r->doc->published_grain || !grain) return DL_WHEN_UNKNOWN;
    return (when_moment){dl_period_of(r->reference, grain), 0};
}

when_moment dl_when_told(const when_reader *r, dl_grain grain) {
    enum { BACK = 12 };
    const dl_doc *doc = r->doc;
    for (uint32_t i = doc->times.count, n = 0; i > 1 && n < BACK; i--, n++) {
        const dl_time *t = &doc->times.rows[i - 1];
        bool fits = t->begin != DL_NO_TIME && t->grain >= grain && (t->type == DL_TIMEX_DATE || t->type == DL_TIMEX_TIME);
        if (fits) return (when_moment){dl_period_of(t->begin, grain), i - 1};
    }
    return DL_WHEN_UNKNOWN;
}

when_moment dl_when_told_quarter(const when_reader *r) {
    enum { BACK = 40 };
    const dl_doc *doc = r->doc;
    for (uint32_t i = doc->times.count, n = 0; i > 1 && n < BACK; i--, n++) {
        const dl_time *t = &doc->times.rows[i - 1];
        bool quarter = t->grain == DL_GRAIN_QUARTER && !t->anchor && memchr(t->value.data, 'Q', t->value.size);
        if (quarter) return (when_moment){dl_period_of(t->begin, DL_GRAIN_QUARTER), i - 1};
    }
    return DL_WHEN_UNKNOWN;
}
