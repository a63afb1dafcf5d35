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

static void print(const dl_doc *doc, spec_text *out) {
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
    spec_run("spec/counts.md", "```count", 40, expects, print);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(examples_hold)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
