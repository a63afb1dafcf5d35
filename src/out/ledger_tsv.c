/* DL_LEDGER_TSV: one line a figure, the columns of the header below; tabs and line ends in a cell become blanks. The totals of the figure's incident
 * and kind stand in each of its lines, so that any sheet can filter them. */
#include "base/calendar.h"
#include "out/ledger.h"
#include "out/pen.h"

static const char header[] =
    "incident\tevent\tdate\tdate_end\tdate_basis\tplace\tcountry\tlat\tlon\twho\twhat\tvictims\tlow\tbest\thigh\thedge\tcumulative\tpart\tstatus\t"
    "according_to\taccording_to_actor\toutlet\tpublished\tdoc\tref\turi\tclaim\tstart\tend\tquote\t"
    "conflict\ttotal_low\ttotal_best\ttotal_high\tsources\tpolicy\n";

typedef struct line {
    dl_pen *pen;
    bool begun;
} line;

static void next(line *l) {
    if (l->begun) dl_pen_char(l->pen, '\t');
    l->begun = true;
}

static void text(line *l, dl_bytes words) {
    next(l);
    for (size_t i = 0; i < words.size; i++) dl_pen_char(l->pen, dl_is_space(words.data[i]) ? ' ' : words.data[i]);
}

static void name(line *l, const char *words) {
    text(l, dl_bytes_of(words));
}

static void number(line *l, int64_t value) {
    next(l);
    if (value != DL_NO_COUNT) dl_pen_number(l->pen, value);
}

static void instant(line *l, const dl_ledger_incident *i, dl_instant value) {
    char iso[32];
    text(l, (dl_bytes){iso, value == DL_NO_TIME ? 0 : dl_iso_write(iso, value, (dl_grain)i->grain, i->zoned)});
}

static void degrees(line *l, double value) {
    char digits[32];
    text(l, (dl_bytes){digits, dl_spell_degrees(digits, value)});
}

static void incident(line *l, const dl_ledger_incident *i, uint32_t row) {
    number(l, row);
    name(l, dl_event_name(i->event));
    instant(l, i, i->begin);
    instant(l, i, i->end);
    name(l, i->begin == DL_NO_TIME ? "" : dl_basis_name(i->basis));
    text(l, i->place);
    text(l, i->country);
    degrees(l, i->lat);
    degrees(l, i->lon);
    text(l, i->who);
}

static void figure(line *l, const dl_figure *f) {
    name(l, dl_what_name(f->what));
    text(l, f->who);
    number(l, f->low);
    number(l, f->best);
    number(l, f->high);
    text(l, f->hedge);
    name(l, f->cumulative ? "yes" : "no");
    name(l, f->part ? "yes" : "no");
    name(l, dl_claim_status_name(f->status));
    text(l, f->source);
    text(l, f->source_actor);
    text(l, f->outlet);
    text(l, f->published);
    text(l, f->doc);
    text(l, f->ref);
    text(l, f->uri);
    number(l, f->claim ? (int64_t)f->claim : DL_NO_COUNT);
    number(l, f->start);
    number(l, f->end);
    text(l, f->quote);
}

static void total(line *l, const dl_ledger *ledger, const dl_total *t) {
    name(l, !t->sources ? "" : t->conflict ? "yes" : "no");
    number(l, t->low);
    number(l, t->best);
    number(l, t->high);
    number(l, t->sources ? (int64_t)t->sources : DL_NO_COUNT);
    name(l, t->sources ? dl_policy_name(ledger->policy) : "");
}

static void write_incident(dl_pen *pen, const dl_ledger *ledger, const dl_total *totals, uint32_t row) {
    const dl_ledger_incident *i = &ledger->incidents.rows[row];
    for (uint32_t n = i->first; n; n = ledger->figures.rows[n].next) {
        line l = {pen, false};
        incident(&l, i, row);
        figure(&l, &ledger->figures.rows[n]);
        total(&l, ledger, &totals[ledger->figures.rows[n].what]);
        dl_pen_char(pen, '\n');
    }
}

dl_status dl_ledger_write_tsv(const dl_ledger *ledger, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    (void)made;
    dl_pen pen;
    dl_total *totals;
    dl_status status = dl_totals_open(&totals, ledger, error);
    if (status != DL_OK) return status;
    dl_pen_start(&pen, sink);
    dl_pen_text(&pen, header);
    for (DL_EACH(i, &ledger->incidents)) write_incident(&pen, ledger, &totals[(size_t)i * DL_LEDGER_KINDS], i);
    dl_totals_close(totals);
    return dl_pen_finish(&pen, error);
}
