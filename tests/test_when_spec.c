/* Runs the examples of spec/time.md. Behind "```times DATE" stands the text, then "words = value TYPE MODIFIER" for each expression, in order; behind
 * "```published ADDRESS" the text, then "= DATE BASIS". */
#include "base/calendar.h"
#include "spec_blocks.h"

static bool tells_a_time(dl_bytes line) {
    return memmem(line.data, line.size, " = ", 3);
}

static void print_times(const dl_doc *doc, dl_bytes wanted, spec_text *out) {
    (void)wanted;
    for (DL_EACH(i, &doc->times)) {
        const dl_time *t = &doc->times.rows[i];
        spec_add(out, dl_doc_words(doc, t->span));
        spec_add(out, DL_LIT(" = "));
        spec_add(out, t->value);
        spec_add(out, DL_LIT(" "));
        spec_add(out, dl_bytes_of(dl_timex_name(t->type)));
        if (t->mod.size) spec_add(out, DL_LIT(" "));
        spec_line(out, t->mod);
    }
}

static bool tells_the_date(dl_bytes line) {
    return dl_bytes_start(line, "= ");
}

static void print_published(const dl_doc *doc, dl_bytes wanted, spec_text *out) {
    (void)wanted;
    char date[64];
    spec_add(out, DL_LIT("= "));
    if (doc->published == DL_NO_TIME) {
        spec_line(out, DL_LIT("unknown"));
        return;
    }
    spec_add(out, (dl_bytes){date, dl_iso_write(date, doc->published, (dl_grain)doc->published_grain, doc->published_zoned)});
    spec_add(out, DL_LIT(" "));
    spec_line(out, dl_bytes_of(dl_published_basis_name(doc->published_basis)));
}

static void times_hold(void **state) {
    (void)state;
    spec_run(&(spec_kind){"spec/time.md", "times", 30, tells_a_time, print_times, .published = NULL});
}

static void dates_of_reports_hold(void **state) {
    (void)state;
    spec_run(&(spec_kind){"spec/time.md", "published", 5, tells_the_date, print_published, .at_address = true});
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(times_hold), cmocka_unit_test(dates_of_reports_hold)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
