/* Runs the examples of spec/actors.md: behind "```actors DATE" the text, then "words = CODE", "words ~ words" or "words !~ words", one a line. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* Reads the text of one example, then checks its lines; returns how many fail. */
static int run_example(dl_bytes body, const char *published, int line) {
    char text[2048] = "";
    size_t size = 0;
    dl_bytes rest = body, one;
    while (dl_bytes_cut(&rest, '\n', &one) && !is_expectation(one))
        size += (size_t)snprintf(text + size, sizeof text - size, "%.*s\n", (int)one.size, one.data);
    dl_doc *doc = read_text(text, published[0] ? published : NULL);
    int wrong = 0;
    for (rest = body; dl_bytes_cut(&rest, '\n', &one);) {
        if (!is_expectation(one) || holds(doc, one)) continue;
        print_error("spec/actors.md:%d: does not hold: %.*s\n", line, (int)one.size, one.data);
        wrong++;
    }
    dl_doc_free(doc);
    return wrong;
}

static void the_codebook_holds(void **state) {
    (void)state;
    char *codebook = read_chapter("spec/actors.md"), *at = codebook;
    int count = 0, wrong = 0;
    for (; (at = strstr(at, "\n```actors")); count++) {
        char published[32] = "";
        sscanf(at + 10, "%31[-0-9 ]", published);
        char *begin = strchr(at + 1, '\n') + 1, *end = strstr(begin, "\n```");
        assert_non_null(end);
        int line = 1;
        for (const char *c = codebook; c < begin; c++) line += *c == '\n';
        wrong += run_example((dl_bytes){begin, (size_t)(end - begin) + 1}, published + (published[0] == ' '), line);
        at = end + 4;
    }
    free(codebook);
    assert_true(count > 20);
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_codebook_holds)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
