/* Which quarter, season, half of a year or century is meant. */
#include "when/refer.h"
#include "when/tense.h"

when_moment dl_when_quarter(const when_reader *r, const when_frame *f) {
    if (f->year && f->number) return (when_moment){{DL_GRAIN_QUARTER, f->year * 4 + f->number - 1}, 0};
    when_moment now = dl_when_here(r, DL_GRAIN_QUARTER), year = dl_when_here(r, DL_GRAIN_YEAR);
    if (f->year_ago && !f->number) {
        when_moment last = dl_when_told_quarter(r);
        return last.anchor ? dl_when_move(last, -4) : dl_when_move(year, -1);
    }
    if (f->year) { /* "the 1988 period": the quarter spoken of, in that year */
        when_moment last = dl_when_told_quarter(r);
        int64_t of = last.period.index - last.period.index / 4 * 4;
        return last.anchor ? (when_moment){{DL_GRAIN_QUARTER, f->year * 4 + of}, last.anchor} : (when_moment){{DL_GRAIN_YEAR, f->year}, 0};
    }
    if (!f->number) return dl_when_told_quarter(r).anchor ? dl_when_told_quarter(r) : dl_when_move(now, -1);
    if (!now.period.grain) return DL_WHEN_UNKNOWN;
    int64_t at = year.period.index * 4 + f->number - 1;
    if (f->which == CODE_LAST || f->year_ago) return (when_moment){{DL_GRAIN_QUARTER, at - 4}, 0};
    if (f->which == CODE_NEXT) return (when_moment){{DL_GRAIN_QUARTER, at + 4}, 0};
    if (f->which == CODE_THIS) return (when_moment){{DL_GRAIN_QUARTER, at}, 0};
    if (at > now.period.index && dl_when_tense(r, f, false) <= 0)
        at -= 4;
    else if (at < now.period.index && at + 4 <= now.period.index + 1 && dl_when_tense(r, f, false) > 0)
        at += 4;
    return (when_moment){{DL_GRAIN_QUARTER, at}, 0};
}

/* Seasons are numbered like quarters: spring of a year is its first. Winter begins in December and bears that year. */
when_moment dl_when_season(const when_reader *r, const when_frame *f) {
    int s = f->number - CODE_SP;
    if (f->year) return (when_moment){{DL_GRAIN_QUARTER, f->year * 4 + s}, 0};
    if (r->reference == DL_NO_TIME) return DL_WHEN_UNKNOWN;
    dl_date now = dl_date_of_instant(r->reference);
    int64_t current = (now.year * 12 + now.month - 3) / 3, at = now.year * 4 + s; /* December to February lie in the year before */
    if (f->unit == CODE_YEAR) return (when_moment){{DL_GRAIN_QUARTER, at + (f->which == CODE_LAST ? -4 : f->which == CODE_NEXT ? 4 : 0)}, 0};
    int tense = f->which == CODE_LAST || f->which == CODE_PAST ? -1 : f->which == CODE_NEXT || f->which == CODE_COMING ? 1 : 0;
    if (tense < 0) return (when_moment){{DL_GRAIN_QUARTER, at >= current ? at - 4 : at}, 0};
    if (tense > 0) return (when_moment){{DL_GRAIN_QUARTER, at <= current ? at + 4 : at}, 0};
    tense = f->which == CODE_THIS ? 0 : dl_when_tense(r, f, false);
    if (tense < 0 && at > current) at -= 4;
    if (tense > 0 && at < current) at += 4;
    return (when_moment){{DL_GRAIN_QUARTER, at}, 0};
}

when_moment dl_when_half(const when_reader *r, const when_frame *f) {
    when_moment year = dl_when_here(r, DL_GRAIN_YEAR);
    int64_t of = f->year ? f->year : year.period.grain ? year.period.index + (f->which == CODE_LAST ? -1 : f->which == CODE_NEXT) : 0;
    return of ? (when_moment){{DL_GRAIN_QUARTER, of * 2 + f->number - 1}, 0} : DL_WHEN_UNKNOWN;
}

when_moment dl_when_century(const when_reader *r, const when_frame *f) {
    if (f->kind == FRAME_CENTURY) return (when_moment){{DL_GRAIN_DECADE, f->year / 100}, 0};
    when_moment year = dl_when_here(r, DL_GRAIN_YEAR);
    if (!year.period.grain || f->which == CODE_THAT || f->which == CODE_SAME) return DL_WHEN_UNKNOWN;
    int way = f->which == CODE_LAST || f->which == CODE_PREVIOUS ? -1 : f->which == CODE_NEXT || f->which == CODE_COMING;
    return (when_moment){{DL_GRAIN_DECADE, year.period.index / 100 + way}, 0};
}
