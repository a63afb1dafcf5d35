/* Runs the examples of spec/time.md. Behind "```times DATE" stands the text, then "words = value TYPE MODIFIER" for each expression, in order; behind
 * "```published ADDRESS" the text, then "= DATE BASIS". */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/calendar.h"

typedef struct example {
    char given[128], text[2048], expected[2048]; /* given: the date or the address */
    bool undated;                                /* asks for the date of the report */
    int line;
} example;

static void add(char *out, size_t room, dl_bytes line) {
    size_t size = strlen(out);
    assert_true(size + line.size + 2 < room);
    memcpy(out + size, line.data, line.size);
    memcpy(out + size + line.size, "\n", 2);
}

/* The next example of the codebook; false behind the last. */
static bool next_example(dl_bytes *rest, int *line_number, example *out) {
    dl_bytes line;
    bool inside = false;
    *out = (example){0};
    while (dl_bytes_cut(rest, '\n', &line)) {
        ++*line_number;
        if (inside && dl_bytes_start(line, "```")) return true;
        dl_bytes head = line, word = {0};
        dl_bytes_cut(&head, ' ', &word);
        out->undated = out->undated || dl_bytes_is(word, "```published");
        if (dl_bytes_is(word, "```times") || dl_bytes_is(word, "```published")) {
            inside = true;
            out->line = *line_number;
            snprintf(out->given, sizeof out->given, "%.*s", (int)head.size, head.data);
        } else if (inside) {
            bool expectation = memmem(line.data, line.size, " = ", 3) || dl_bytes_start(line, "= ");
            add(expectation ? out->expected : out->text, sizeof out->text, line);
        }
    }
    return false;
}

static void print_times(const dl_doc *doc, char *got, size_t room) {
    got[0] = 0;
    for (DL_EACH(i, &doc->times)) {
        const dl_time *t = &doc->times.rows[i];
        dl_bytes words = dl_doc_words(doc, t->span);
        char row[512];
        int size = snprintf(row, sizeof row, "%.*s = %.*s %s%s%.*s", (int)words.size, words.data, (int)t->value.size, t->value.data,
                            dl_timex_name(t->type), t->mod.size ? " " : "", (int)t->mod.size, t->mod.data);
        assert_true(size > 0 && (size_t)size < sizeof row);
        add(got, room, (dl_bytes){row, (size_t)size});
    }
}

static void print_published(const dl_doc *doc, char *got, size_t room) {
    char row[64] = "= unknown";
    got[0] = 0;
    if (doc->published != DL_NO_TIME) {
        size_t size = 2 + dl_iso_write(row + 2, doc->published, (dl_grain)doc->published_grain, doc->published_zoned);
        snprintf(row + size, sizeof row - size, " %s", dl_published_basis_name(doc->published_basis));
    }
    add(got, room, dl_bytes_of(row));
}

static int run_example(const example *e) {
    char got[2048];
    dl_doc *doc = NULL;
    dl_source source = {.uri = e->undated && e->given[0] ? e->given : NULL, .published = !e->undated && e->given[0] ? e->given : NULL};
    assert_int_equal(dl_doc_make(&doc, &source, dl_bytes_of(e->text), NULL), DL_OK);
    assert_int_equal(dl_analyze(test_engine(), doc, DL_STAGES_ALL, NULL), DL_OK);
    assert_null(dl_doc_check(doc));
    if (e->undated)
        print_published(doc, got, sizeof got);
    else
        print_times(doc, got, sizeof got);
    dl_doc_free(doc);
    if (!strcmp(got, e->expected)) return 0;
    print_error("spec/time.md:%d: expected\n%sgot\n%s\n", e->line, e->expected, got);
    return 1;
}

static void the_codebook_holds(void **state) {
    (void)state;
    char *codebook = read_chapter("spec/time.md");
    dl_bytes rest = dl_bytes_of(codebook);
    example e;
    int line = 0, count = 0, wrong = 0;
    for (; next_example(&rest, &line, &e); count++) wrong += run_example(&e);
    free(codebook);
    assert_true(count > 30);
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_codebook_holds)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
