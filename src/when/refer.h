/* What times are counted from: the day of the report, and what was told before. */
#ifndef DL_WHEN_REFER_H
#define DL_WHEN_REFER_H

#include "when/row.h"

#define DL_WHEN_UNKNOWN ((when_moment){{DL_GRAIN_NONE, 0}, 0})

/* The period of the report's own time; unknown where the report is dated more coarsely than that. */
when_moment dl_when_here(const when_reader *r, dl_grain grain);
/* The period that the nearest earlier expression lies in, which must be known at least as finely. */
when_moment dl_when_told(const when_reader *r, dl_grain grain);
/* The quarter that the report speaks of: the last one told that was not itself counted from another. */
when_moment dl_when_told_quarter(const when_reader *r);

/* `n` periods on; what is unknown stays so. */
static inline when_moment dl_when_move(when_moment m, int64_t n) {
    if (m.period.grain) m.period.index += n;
    return m;
}

/* Quarters, seasons, halves and centuries (resolve_seasons.c). */
when_moment dl_when_quarter(const when_reader *r, const when_frame *f);
when_moment dl_when_season(const when_reader *r, const when_frame *f);
when_moment dl_when_half(const when_reader *r, const when_frame *f);
when_moment dl_when_century(const when_reader *r, const when_frame *f);

#endif
