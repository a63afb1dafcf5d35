/* The ledger: figures of many documents by incident. ledger.c gathers, ledger_link.c says what is one incident, ledger_totals.c what its figures come
 * to; a writer a format. Codebook: spec/ledger.md.
 */
#ifndef DL_OUT_LEDGER_H
#define DL_OUT_LEDGER_H

#include "base/array.h"
#include "doc/doc.h"
#include "out/out.h"

enum { DL_LEDGER_BUCKETS = 4096, DL_LEDGER_KINDS = DL_WHAT_TROOPS + 1 };

/* One figure as one source gives it in one report. */
typedef struct dl_figure {
    uint32_t incident; /* row of incidents */
    uint32_t next;     /* next figure of the incident, 0 none */
    uint32_t report;   /* number of the document, from 1 */
    uint32_t claim;    /* of the document, 0 where no event is told */
    uint32_t anchor;   /* token that makes it a figure of its kind; figures of one anchor add up */
    dl_bytes doc, ref, uri, outlet, published;
    dl_bytes source, source_actor; /* who says so, "; " between several; empty: the report itself */
    dl_bytes who, hedge, quote;
    dl_instant published_at;
    int64_t low, best, high;
    uint32_t start, end; /* bytes of the document's text */
    uint8_t what, status;
    bool cumulative, part;
} dl_figure;

typedef struct dl_ledger_incident {
    uint32_t bucket_next; /* next incident of its bucket */
    uint32_t first, last; /* figures */
    dl_bytes who, whom, who_actor;
    dl_bytes place, country, admin1;
    double lat, lon;
    dl_instant begin, end;
    uint32_t geonameid;
    uint8_t event; /* DL_EVENT_NONE: the figures of a report that belong to no event */
    uint8_t precision, grain, zoned, basis;
} dl_ledger_incident;

struct dl_ledger {
    dl_arena arena;
    DL_ARRAY(dl_figure) figures;
    DL_ARRAY(dl_ledger_incident) incidents;
    uint32_t buckets[DL_LEDGER_BUCKETS];
    uint32_t reports;
    dl_policy policy;
};

/* What the figures of one kind come to in an incident. */
typedef struct dl_total {
    int64_t low, best, high;
    uint32_t sources; /* that give a figure of the kind, a report's own voice among them; 0: nothing is known */
    bool conflict;    /* two of them exclude each other */
} dl_total;

/* The incident of the ledger that this one is, from another report; else a new one made from it. */
uint32_t dl_ledger_join(dl_ledger *ledger, const dl_ledger_incident *incident);
/* The totals of all incidents, taken from the heap: a row of DL_LEDGER_KINDS for each. */
dl_status dl_totals_open(dl_total **totals, const dl_ledger *ledger, dl_error *error);
void dl_totals_close(dl_total *totals);
/* The policy's name, as records write it. */
const char *dl_policy_name(dl_policy policy);
/* "2", "30–40", "≥35", "≤20": a range as people write it; `room` has 64 bytes. */
dl_bytes dl_spell_range(char *room, int64_t low, int64_t best, int64_t high);

dl_status dl_ledger_write_jsonl(const dl_ledger *ledger, const dl_made_by *made, const dl_sink *sink, dl_error *error);
dl_status dl_ledger_write_tsv(const dl_ledger *ledger, const dl_made_by *made, const dl_sink *sink, dl_error *error);
dl_status dl_ledger_write_table(const dl_ledger *ledger, const dl_made_by *made, const dl_sink *sink, dl_error *error);

#endif
