/* Runs the examples of spec/places.md: behind "```places" the text, then "words = name, country, feature" for each toponym, in order, and at the end
 * "dateline = words" where there is one. */
#include "spec_blocks.h"

static bool tells_a_place(dl_bytes line) {
    return memmem(line.data, line.size, " = ", 3);
}

static dl_bytes or_dash(dl_bytes value) {
    return value.size ? value : DL_LIT("-");
}

static void print_place(const dl_doc *doc, const dl_place *p, spec_text *out) {
    dl_bytes words = dl_doc_words(doc, p->span);
    bool known = p->country.size || p->feature.size;
    spec_add(out, words);
    spec_add(out, DL_LIT(" = "));
    spec_add(out, known ? p->name : words);
    spec_add(out, DL_LIT(", "));
    spec_add(out, or_dash(p->country));
    spec_add(out, DL_LIT(", "));
    spec_line(out, or_dash(p->feature));
}

static void print_places(const dl_doc *doc, dl_bytes wanted, spec_text *out) {
    (void)wanted;
    for (DL_EACH(i, &doc->places))
        if (!doc->places.rows[i].implied) print_place(doc, &doc->places.rows[i], out);
    if (!doc->dateline_place) return;
    spec_add(out, DL_LIT("dateline = "));
    spec_line(out, dl_doc_words(doc, doc->places.rows[doc->dateline_place].span));
}

static void places_hold(void **state) {
    (void)state;
    spec_run(&(spec_kind){"spec/places.md", "places", 20, tells_a_place, print_places, .published = NULL});
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(places_hold)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
