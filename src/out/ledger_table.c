/* DL_LEDGER_TABLE: each incident with what its figures come to, and under it the figures with who gives them and the words that do. */
#include "base/calendar.h"
#include "out/ledger.h"
#include "out/screen.h"

enum { FIGURE = 16, KIND = 10, VICTIMS = 16, SOURCE = 22, OUTLET = 18, DATE = 10, GAP = 2, INDENT = 4, LEAST = 24 };

static void gap(dl_pen *pen) {
    dl_pen_repeat(pen, ' ', GAP);
}

/* "#2  ASSAULT  2024-10-09  Kherson, UKR  by Russia". */
static void title(dl_pen *pen, const dl_ledger_incident *i, uint32_t number, size_t width) {
    char iso[32];
    dl_screen_style(pen, "1");
    dl_pen_char(pen, '#');
    dl_pen_number(pen, number);
    gap(pen);
    dl_pen_text(pen, i->event == DL_EVENT_NONE ? "of no event told" : dl_event_name(i->event));
    if (i->begin != DL_NO_TIME) {
        gap(pen);
        dl_grain grain = i->grain < DL_GRAIN_DAY ? (dl_grain)i->grain : DL_GRAIN_DAY;
        dl_pen_bytes(pen, (dl_bytes){iso, dl_iso_write(iso, i->begin, grain, false)});
        if (i->basis == DL_BASIS_REPORTED) dl_pen_text(pen, " (reported)");
    }
    if (i->place.size) {
        gap(pen);
        dl_screen_cell(pen, i->place, width, false);
        if (i->country.size && !dl_bytes_equal(i->country, i->place)) dl_pen_text(pen, ", "), dl_screen_cell(pen, i->country, width, false);
    }
    if (i->who.size) {
        dl_pen_text(pen, "  by ");
        dl_screen_cell(pen, i->who, width / 3, false);
    }
    dl_screen_style(pen, "");
    dl_pen_char(pen, '\n');
}

/* "killed ≥2, best 2 (lowest of 2 sources), CONFLICT". */
static void total(dl_pen *pen, const dl_ledger *ledger, unsigned what, const dl_total *t) {
    char room[64];
    dl_pen_repeat(pen, ' ', INDENT / 2);
    dl_pen_text(pen, dl_what_name(what));
    dl_pen_char(pen, ' ');
    dl_pen_bytes(pen, dl_spell_range(room, t->low, t->best, t->high));
    if (t->best != DL_NO_COUNT) dl_pen_text(pen, ", best "), dl_pen_number(pen, t->best);
    if (t->sources > 1) {
        dl_pen_text(pen, " (");
        dl_pen_text(pen, dl_policy_name(ledger->policy));
        dl_pen_text(pen, " of ");
        dl_pen_number(pen, t->sources);
        dl_pen_text(pen, " sources)");
    }
    if (t->conflict) {
        dl_screen_style(pen, "1;31");
        dl_pen_text(pen, ", CONFLICT");
        dl_screen_style(pen, "");
    }
    dl_pen_char(pen, '\n');
}

static void figure(dl_pen *pen, const dl_figure *f, size_t width) {
    char room[64];
    dl_bytes date = {f->published.data, f->published.size < DATE ? f->published.size : DATE};
    size_t used = INDENT + FIGURE + KIND + VICTIMS + SOURCE + OUTLET + DATE + 6 * GAP;
    dl_pen_repeat(pen, ' ', INDENT);
    dl_bytes range = dl_spell_range(room, f->low, f->best, f->high);
    dl_screen_cell(pen, range, 8, true);
    dl_screen_cell(pen, f->cumulative ? DL_LIT("total") : f->part ? DL_LIT("of them") : (dl_bytes){0}, FIGURE - 8, true);
    gap(pen);
    dl_screen_cell(pen, dl_bytes_of(dl_what_name(f->what)), KIND, true);
    gap(pen);
    dl_screen_cell(pen, f->who, VICTIMS, true);
    gap(pen);
    dl_screen_cell(pen, f->source.size ? f->source : DL_LIT("-"), SOURCE, true);
    gap(pen);
    dl_screen_cell(pen, f->outlet, OUTLET, true);
    gap(pen);
    dl_screen_cell(pen, date, DATE, true);
    gap(pen);
    dl_screen_style(pen, "2");
    dl_screen_cell(pen, f->quote, width > used + LEAST ? width - used : LEAST, false);
    dl_screen_style(pen, "");
    dl_pen_char(pen, '\n');
}

dl_status dl_ledger_write_table(const dl_ledger *ledger, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    (void)made;
    dl_pen pen;
    dl_total *totals;
    size_t width = sink->columns ? sink->columns : 130;
    dl_status status = dl_totals_open(&totals, ledger, error);
    if (status != DL_OK) return status;
    dl_pen_start(&pen, sink);
    for (DL_EACH(i, &ledger->incidents)) {
        const dl_ledger_incident *incident = &ledger->incidents.rows[i];
        const dl_total *of = &totals[(size_t)i * DL_LEDGER_KINDS];
        if (i > 1) dl_pen_char(&pen, '\n');
        title(&pen, incident, i, width / 2);
        for (unsigned what = 0; what < DL_LEDGER_KINDS; what++)
            if (of[what].sources) total(&pen, ledger, what, &of[what]);
        for (uint32_t f = incident->first; f; f = ledger->figures.rows[f].next) figure(&pen, &ledger->figures.rows[f], width);
    }
    dl_totals_close(totals);
    return dl_pen_finish(&pen, error);
}
