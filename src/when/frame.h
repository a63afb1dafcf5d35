/* What a time expression says, before it is known when it says so: the fields that its words fill. */
#ifndef DL_WHEN_FRAME_H
#define DL_WHEN_FRAME_H

#include "when/atoms.h"

typedef enum frame_kind {
    FRAME_NONE,
    FRAME_CALENDAR, /* year, month, day: "March 14", "1998", "14 March 2022" */
    FRAME_WEEKDAY,  /* "Monday", "last Friday night" */
    FRAME_TODAY,    /* `count` days from today: "yesterday", "tonight" */
    FRAME_PERIOD,   /* a unit pointed at: "last year", "this week", "the same day" */
    FRAME_SHIFT,    /* `count` units away: "two weeks ago", "the day before" */
    FRAME_DURATION, /* "two days"; with `which` its place is known: "the past 24 hours" */
    FRAME_SET,      /* "every day" */
    FRAME_QUARTER,  /* "third quarter of 1990" */
    FRAME_HALF,     /* "the first half of 1990" */
    FRAME_SEASON,   /* "last summer" */
    FRAME_DECADE,   /* "the 1990s" */
    FRAME_CENTURY,  /* "the 20th century" */
    FRAME_HOLIDAY,  /* "Good Friday" */
    FRAME_REF,      /* "now", "recently" */
    FRAME_CLOCK     /* "9 p.m." with no day */
} frame_kind;

typedef struct when_frame {
    uint32_t first, end; /* atoms, half-open */
    uint8_t kind;
    uint8_t type;  /* dl_timex, of sets and refs; else told by the fields */
    uint8_t which; /* when_code: LAST, NEXT, THIS ... */
    uint8_t unit;  /* when_code: DAY ... */
    uint8_t part;  /* when_code: MO, AF, EV, NI */
    uint8_t mod;   /* when_code: START, APPROX ... */
    uint8_t shift; /* when_code: AGO, EARLIER ... */
    bool the;      /* "the next day" counts from what was told last, "next week" from today */
    bool vague;    /* "several", "a few", a bare plural */
    bool half;     /* and a half more */
    bool year_ago; /* "the year-earlier quarter" */
    bool clocked, zoned;
    int16_t zone;   /* minutes east of Greenwich */
    uint16_t clock; /* one more than the row of zones.tsv whose clock is meant; 0 none */
    uint16_t until; /* the weekday that ends the range which this one begins: 1 Monday to 7; 0 none */
    int16_t hour, minute;
    int32_t count;
    int32_t year, month, day; /* 0 where not given; a decade and a century stand in `year` by their first */
    int16_t weekday;          /* 1 Monday to 7 */
    int16_t number;           /* of the quarter, half, season (when_code), holiday (row) or ref (when_code) */
} when_frame;

/* A rule reads the atoms from `i` on; true where it matches, with `out->first` and `out->end` set. Rules look at no more than a few dozen atoms. */
typedef bool when_rule(const when_reader *r, uint32_t i, when_frame *out);

/* ------------------------------------------------------------------ the rules, one file a family */
when_rule dl_rule_calendar;   /* dates.c: "Monday, March 14, 2022", "March", "1998" */
when_rule dl_rule_numeric;    /* dates.c: "2022-03-14", "14/3/2022" */
when_rule dl_rule_weekday;    /* days.c: "last Friday night", "Mondays" */
when_rule dl_rule_today;      /* days.c: "yesterday", "this morning", "last night" */
when_rule dl_rule_holiday;    /* days.c */
when_rule dl_rule_period;     /* units.c: "last year", "the same day" */
when_rule dl_rule_duration;   /* units.c: "two days", "10 days ago", "the past 24 hours" */
when_rule dl_rule_day_before; /* units.c: "the day before" */
when_rule dl_rule_set;        /* units.c: "every day", "daily" */
when_rule dl_rule_quarter;    /* seasons.c: "third-quarter", "the year-ago period", "the first half of 1990" */
when_rule dl_rule_season;     /* seasons.c */
when_rule dl_rule_decade;     /* seasons.c: "the 1990s", "the 20th century" */
when_rule dl_rule_clock;      /* clock.c */
when_rule dl_rule_ref;        /* fixed.c */

/* dates.c: the second of two days of a month, behind the frame of the first. */
bool dl_rule_second_day(const when_reader *r, const when_frame *before, when_frame *out);

/* The longest match of all rules at `i`, with what may stand before: "early", "the end of", "about", "the night of". */
bool dl_when_match(const when_reader *r, uint32_t i, when_frame *out);
/* "9 p.m." + "on Friday" is one expression. Rewrites the list in place; returns its new length. */
uint32_t dl_when_join(const when_reader *r, when_frame *frames, uint32_t count);
/* "at 2am local time (0100 UTC) in Leeds on Friday": lets hours that no day stands in front of know the day behind them. */
void dl_when_clocks(const when_reader *r, when_frame *frames, uint32_t count);

/* "from 6 a.m. to 2 p.m. on Tuesday", "between Tuesday and Thursday": lets the beginning know its end. */
void dl_when_ranges(const when_reader *r, when_frame *frames, uint32_t count);

/* ------------------------------------------------------------------ shared readers: each returns the atom behind, 0 where there is none */
/* "25", "twenty-four", "a hundred", "a few", "2 1/2". */
uint32_t dl_read_quantity(const when_reader *r, uint32_t i, when_frame *out);
/* "14", "14th", "fourteenth" as a day of the month. */
uint32_t dl_read_day(const when_reader *r, uint32_t i, int32_t *day);
/* "March", "Mar."; not the verb. `sure` is false for words that may be something else and for short forms without a point. */
uint32_t dl_read_month(const when_reader *r, uint32_t i, int32_t *month, bool *sure);
/* "1998", "nineteen ninety-eight"; four digits that stand alone. */
uint32_t dl_read_year(const when_reader *r, uint32_t i, int32_t *year);
/* "of 1998", ", 1998", "this year": a year behind a smaller period. Fills year or which. */
uint32_t dl_read_year_behind(const when_reader *r, uint32_t i, when_frame *out);
/* unit or units; `plural` may be NULL */
uint32_t dl_read_unit(const when_reader *r, uint32_t i, uint8_t *unit, bool *plural);

static inline uint32_t skip_point(const when_reader *r, uint32_t i) {
    return mark(r, i, '.') && atom(r, i)->glued ? i + 1 : i;
}
static inline uint32_t skip_mark(const when_reader *r, uint32_t i, char c) {
    return mark(r, i, c) ? i + 1 : i;
}
static inline bool prep(const when_reader *r, uint32_t i, when_code code) {
    return is_code(r, i, WHEN_PREP, code);
}
static inline bool capital(const when_reader *r, uint32_t i) {
    return r->capitals || atom(r, i)->upper;
}

#endif
