/* Runs the examples of spec/counts.md. */
#include "spec_blocks.h"

static bool expects(dl_bytes line) {
    for (unsigned what = 0; what <= DL_WHAT_TROOPS; what++) {
        const char *name = dl_what_name(what);
        size_t size = strlen(name);
        bool figure = line.size > size + 1 && (dl_is_digit(line.data[size + 1]) || line.data[size + 1] == '-');
        if (dl_bytes_start(line, name) && line.data[size] == ' ' && figure) return true;
    }
    return false;
}

static void add_number(spec_text *out, int64_t number) {
    char digits[32];
    int size = number == DL_NO_COUNT ? snprintf(digits, sizeof digits, " -") : snprintf(digits, sizeof digits, " %lld", (long long)number);
    spec_add(out, (dl_bytes){digits, (size_t)size});
}

static void print(const dl_doc *doc, dl_bytes wanted, spec_text *out) {
    (void)wanted;
    for (DL_EACH(i, &doc->counts)) {
        const dl_count *c = &doc->counts.rows[i];
        spec_add(out, dl_bytes_of(dl_what_name(c->what)));
        add_number(out, c->low);
        add_number(out, c->best);
        add_number(out, c->high);
        spec_field(out, "hedge", dl_doc_words(doc, c->hedge));
        spec_field(out, "who", dl_doc_words(doc, c->who));
        spec_field(out, "anchor", dl_token_text(doc, c->anchor));
        if (c->part_of) {
            spec_add(out, DL_LIT(" part_of="));
            char digits[16];
            spec_add(out, (dl_bytes){digits, (size_t)snprintf(digits, sizeof digits, "%u", (unsigned)c->part_of)});
        }
        if (c->cumulative) spec_add(out, DL_LIT(" cumulative"));
        spec_add(out, DL_LIT("\n"));
    }
}

static void examples_hold(void **state) {
    (void)state;
    spec_run(&(spec_kind){"spec/counts.md", "count", 120, expects, print, .published = "2021-05-06"});
}

/* "at least" and its like leave the high open, "up to" the low, "about" both. */
static bool bounded(const dl_count *c, dl_bytes bound) {
    bool low = !dl_bytes_is(bound, "ceiling") && !dl_bytes_is(bound, "about"), high = dl_bytes_is(bound, "ceiling");
    return c->best == 40 && c->low == (low ? 40 : DL_NO_COUNT) && c->high == (high ? 40 : DL_NO_COUNT);
}

static unsigned try_hedge(dl_bytes phrase, dl_bytes bound, bool before) {
    char text[256];
    const char *form = before ? "Officials said %.*s 40 people were killed.\n" : "Officials said 40 people %.*s were killed.\n";
    snprintf(text, sizeof text, form, (int)phrase.size, phrase.data);
    dl_doc *doc = read_text(text, "2021-05-06");
    bool right =
        doc->counts.count == 2 && bounded(&doc->counts.rows[1], bound) && dl_bytes_like(dl_doc_words(doc, doc->counts.rows[1].hedge), phrase.data);
    if (!right) print_message("hedge: %s", text);
    dl_doc_free(doc);
    return !right;
}

/* Every phrase of the table, each in a sentence. */
static void every_hedge_bounds(void **state) {
    (void)state;
    char *table = read_chapter("data/count/hedges.tsv");
    dl_bytes rest = dl_bytes_of(table), line, phrases, bound, place, phrase;
    unsigned tried = 0, failures = 0;
    while (dl_bytes_cut(&rest, '\n', &line)) {
        if (line.data[0] == '#' || !dl_bytes_cut(&line, '\t', &phrases) || !dl_bytes_cut(&line, '\t', &bound) || !dl_bytes_cut(&line, '\t', &place))
            continue;
        if (dl_bytes_is(phrases, "phrase")) continue;
        for (; dl_bytes_cut(&phrases, '|', &phrase); tried++) {
            char word[64];
            snprintf(word, sizeof word, "%.*s", (int)phrase.size, phrase.data);
            failures += try_hedge(dl_bytes_of(word), bound, dl_bytes_is(place, "before"));
        }
    }
    free(table);
    assert_true(tried > 80);
    assert_int_equal(failures, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(examples_hold), cmocka_unit_test(every_hedge_bounds)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
