/* Runs the examples of spec/places.md: behind "```places" the text, then "words = name, country, feature" for each toponym, in order. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct example {
    char text[2048], expected[2048];
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
        if (dl_bytes_start(line, "```places")) {
            inside = true;
            out->line = *line_number;
        } else if (inside) {
            bool expectation = memmem(line.data, line.size, " = ", 3) != NULL;
            add(expectation ? out->expected : out->text, sizeof out->text, line);
        }
    }
    return false;
}

static dl_bytes or_dash(dl_bytes value) {
    return value.size ? value : DL_LIT("-");
}

static void print_places(const dl_doc *doc, char *got, size_t room) {
    char row[512];
    int size;
    got[0] = 0;
    for (DL_EACH(i, &doc->places)) {
        const dl_place *p = &doc->places.rows[i];
        if (p->implied) continue;
        dl_bytes words = dl_doc_words(doc, p->span), country = or_dash(p->country), feature = or_dash(p->feature), name = p->name;
        if (!p->country.size && !p->feature.size) name = words;
        size = snprintf(row, sizeof row, "%.*s = %.*s, %.*s, %.*s", (int)words.size, words.data, (int)name.size, name.data, (int)country.size,
                        country.data, (int)feature.size, feature.data);
        assert_true(size > 0 && (size_t)size < sizeof row);
        add(got, room, (dl_bytes){row, (size_t)size});
    }
    if (!doc->dateline_place) return;
    dl_bytes words = dl_doc_words(doc, doc->places.rows[doc->dateline_place].span);
    size = snprintf(row, sizeof row, "dateline = %.*s", (int)words.size, words.data);
    add(got, room, (dl_bytes){row, (size_t)size});
}

static int run_example(const example *e) {
    char got[2048];
    dl_doc *doc = read_text(e->text, NULL);
    print_places(doc, got, sizeof got);
    dl_doc_free(doc);
    if (!strcmp(got, e->expected)) return 0;
    print_error("spec/places.md:%d: expected\n%sgot\n%s\n", e->line, e->expected, got);
    return 1;
}

static void the_codebook_holds(void **state) {
    (void)state;
    char *codebook = read_chapter("spec/places.md");
    dl_bytes rest = dl_bytes_of(codebook);
    example e;
    int line = 0, count = 0, wrong = 0;
    for (; next_example(&rest, &line, &e); count++) wrong += run_example(&e);
    free(codebook);
    assert_true(count > 20);
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_codebook_holds)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
