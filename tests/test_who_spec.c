/* Runs the examples of spec/actors.md: behind "```actors DATE" the text, then "words = CODE", "words ~ words" or "words !~ words", one a line. */
#include "spec_blocks.h"

/* "officials 2" is the second mention with the words "officials". */
static const dl_mention *find(const dl_doc *doc, dl_bytes words) {
    int n = 1;
    if (words.size > 2 && words.data[words.size - 2] == ' ' && dl_is_digit(words.data[words.size - 1])) {
        n = words.data[words.size - 1] - '0';
        words.size -= 2;
    }
    for (DL_EACH(i, &doc->mentions))
        if (dl_bytes_equal(dl_doc_words(doc, doc->mentions.rows[i].span), words) && !--n) return &doc->mentions.rows[i];
    return NULL;
}

static bool cut_at(dl_bytes line, const char *sign, dl_bytes *left, dl_bytes *right) {
    const char *at = memmem(line.data, line.size, sign, strlen(sign));
    if (!at) return false;
    size_t before = (size_t)(at - line.data), skip = before + strlen(sign);
    *left = (dl_bytes){line.data, before};
    *right = (dl_bytes){line.data + skip, line.size - skip};
    return true;
}

static bool holds(const dl_doc *doc, dl_bytes line) {
    dl_bytes left, right;
    bool apart = cut_at(line, " !~ ", &left, &right), same = !apart && cut_at(line, " ~ ", &left, &right);
    if (!apart && !same) cut_at(line, " = ", &left, &right);
    const dl_mention *a = find(doc, left);
    if (!a) return false;
    if (apart || same) {
        const dl_mention *b = find(doc, right);
        return b && (a->entity == b->entity) == same;
    }
    return dl_bytes_is(right, "-") ? !a->actor.size : dl_bytes_equal(a->actor, right);
}

static bool is_expectation(dl_bytes line) {
    dl_bytes left, right;
    return cut_at(line, " = ", &left, &right) || cut_at(line, " ~ ", &left, &right) || cut_at(line, " !~ ", &left, &right);
}

/* Whoever else a text tells of, an example speaks of some alone. */
static void print_those_that_hold(const dl_doc *doc, dl_bytes wanted, spec_text *out) {
    dl_bytes line;
    while (dl_bytes_cut(&wanted, '\n', &line))
        if (holds(doc, line)) spec_line(out, line);
}

static void the_codebook_holds(void **state) {
    (void)state;
    spec_run(&(spec_kind){"spec/actors.md", "actors", 300, is_expectation, print_those_that_hold, .published = NULL});
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_codebook_holds)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
