/* Readers: the forms of input, what they refuse, and how they go on behind a broken record. */
#include "support.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static dl_reader *open_input(dl_input input) {
    dl_reader *reader = NULL;
    dl_error error = {0};
    if (dl_reader_open(&reader, &input, &error) != DL_OK) fail_msg("not opened: %s", error.message);
    return reader;
}

static dl_input memory(const char *bytes, dl_form form) {
    return (dl_input){.memory = dl_bytes_of(bytes), .form = form};
}

static dl_doc *next(dl_reader *reader) {
    dl_doc *doc = NULL;
    dl_error error = {0};
    if (dl_reader_next(reader, &doc, &error) != DL_OK) fail_msg("not read: %s", error.message);
    assert_non_null(doc);
    return doc;
}

static void assert_next(dl_reader *reader, const char *text) {
    dl_doc *doc = next(reader);
    assert_bytes(doc->text, text);
    dl_doc_free(doc);
}

static void assert_fails(dl_reader *reader, dl_status status, uint64_t offset) {
    dl_doc *doc = NULL;
    dl_error error = {0};
    assert_int_equal(dl_reader_next(reader, &doc, &error), status);
    assert_null(doc);
    assert_int_equal(error.status, status);
    assert_int_equal(error.offset, offset);
    assert_non_null(error.message);
}

static void assert_end(dl_reader *reader) {
    dl_doc *doc = NULL;
    assert_int_equal(dl_reader_next(reader, &doc, NULL), DL_END);
    assert_null(doc);
    assert_int_equal(dl_reader_next(reader, &doc, NULL), DL_END);
    dl_reader_close(reader);
}

static void assert_refused(dl_input input, dl_status status, const char *words) {
    dl_reader *reader = NULL;
    dl_error error = {0};
    assert_int_equal(dl_reader_open(&reader, &input, &error), status);
    assert_null(reader);
    assert_int_equal(error.status, status);
    if (!strstr(error.message, words)) fail_msg("'%s' does not say '%s'", error.message, words);
}

/* ---------------------------------------------------------------- plain text */

static void text_is_one_document(void **state) {
    (void)state;
    dl_reader *reader = open_input(memory("A first line.\r\n\n{not JSON}\n", DL_FORM_AUTO));
    assert_next(reader, "A first line.\r\n\n{not JSON}\n");
    assert_end(reader);
}

static void text_is_repaired(void **state) {
    (void)state;
    dl_reader *reader = open_input(memory("caf\xe9 bar", DL_FORM_TEXT));
    dl_doc *doc = next(reader);
    assert_bytes(doc->text, "caf\xef\xbf\xbd bar");
    assert_int_equal(doc->repairs, 1);
    dl_doc_free(doc);
    assert_end(reader);
}

static void date_is_given_to_text(void **state) {
    (void)state;
    dl_input input = memory("Some text.", DL_FORM_TEXT);
    input.date = "2022-03-14T08:20+02:00";
    dl_reader *reader = open_input(input);
    dl_doc *doc = next(reader);
    assert_int_equal(doc->published, 1647238800);
    assert_int_equal(doc->published_basis, DL_PUBLISHED_GIVEN);
    assert_true(doc->published_zoned);
    dl_doc_free(doc);
    assert_end(reader);
}

static void refuses_what_is_no_text(void **state) {
    (void)state;
    assert_refused(memory("", DL_FORM_AUTO), DL_BAD_INPUT, "empty");
    assert_refused(memory("%PDF-1.4\n", DL_FORM_AUTO), DL_BAD_INPUT, "PDF");
    assert_refused(memory("\x1f\x8b\x08rest", DL_FORM_AUTO), DL_BAD_INPUT, "unpack");
    assert_refused(memory("\xff\xfeh", DL_FORM_AUTO), DL_BAD_INPUT, "UTF-16");
    assert_refused(memory("\x01\x02\x03\x04zz", DL_FORM_TEXT), DL_BAD_INPUT, "control");
    assert_refused((dl_input){.memory = {"text\0more", 9}}, DL_BAD_INPUT, "NUL");
}

static void a_page_can_be_read_as_text(void **state) {
    (void)state;
    dl_reader *reader = open_input(memory("<html>Words.", DL_FORM_TEXT));
    assert_next(reader, "<html>Words.");
    assert_end(reader);
}

static void a_nul_far_behind_is_found(void **state) {
    (void)state;
    enum { SIZE = 200000 };
    char *bytes = malloc(SIZE);
    memset(bytes, 'x', SIZE);
    bytes[150000] = 0;
    dl_reader *reader = open_input((dl_input){.memory = {bytes, SIZE}});
    assert_fails(reader, DL_BAD_INPUT, 150000);
    assert_end(reader);
    free(bytes);
}

static void long_text_is_refused(void **state) {
    (void)state;
    dl_input input = memory("0123456789", DL_FORM_TEXT);
    input.max_doc_bytes = 9;
    dl_reader *reader = open_input(input);
    assert_fails(reader, DL_LIMIT, 9);
    assert_end(reader);
    input.max_doc_bytes = 10;
    reader = open_input(input);
    assert_next(reader, "0123456789");
    assert_end(reader);
}

static void refuses_wrong_arguments(void **state) {
    (void)state;
    dl_input input = memory("x", DL_FORM_TEXT);
    input.date = "2022-02-30";
    assert_refused(input, DL_BAD_ARGUMENT, "date");
    input = memory("x", (dl_form)99);
    assert_refused(input, DL_BAD_ARGUMENT, "form");
    input = memory("x", DL_FORM_TEXT);
    input.max_doc_bytes = (size_t)2 << 30;
    assert_refused(input, DL_BAD_ARGUMENT, "1 GiB");
    assert_int_equal(dl_reader_open(NULL, &input, NULL), DL_BAD_ARGUMENT);
    dl_reader_close(NULL);
}

/* ---------------------------------------------------------------- JSON Lines */

static void reads_json_lines(void **state) {
    (void)state;
    dl_reader *reader = open_input(
        memory("\xef\xbb\xbf{\"text\":\"One.\",\"id\":\"a\",\"title\":\"T\",\"url\":\"http://example.org/\",\"outlet\":\"O\","
               "\"language\":\"en\",\"published\":\"2024-05-06\",\"more\":[1,{}]}\r\n\n  \n{\"id\":17,\"text\":\"Two \\u00e9.\",\"title\":null}",
               DL_FORM_AUTO));
    dl_doc *doc = next(reader);
    assert_bytes(doc->text, "One.");
    assert_bytes(doc->ref, "a");
    assert_bytes(doc->title, "T");
    assert_bytes(doc->uri, "http://example.org/");
    assert_bytes(doc->outlet, "O");
    assert_bytes(doc->language, "en");
    assert_int_equal(doc->published_grain, DL_GRAIN_DAY);
    dl_doc_free(doc);
    doc = next(reader);
    assert_bytes(doc->ref, "17");
    assert_bytes(doc->text, "Two \xc3\xa9.");
    assert_bytes(doc->title, "");
    dl_doc_free(doc);
    assert_end(reader);
}

static void date_is_for_records_without_one(void **state) {
    (void)state;
    dl_input input = memory("{\"text\":\"a\",\"published\":\"2020\"}\n{\"text\":\"b\"}\n{\"text\":\"c\",\"published\":\"\"}\n", DL_FORM_AUTO);
    input.date = "2024-01-02";
    dl_reader *reader = open_input(input);
    static const dl_grain grains[] = {DL_GRAIN_YEAR, DL_GRAIN_DAY, DL_GRAIN_DAY};
    for (int i = 0; i < 3; i++) {
        dl_doc *doc = next(reader);
        assert_int_equal(doc->published_grain, grains[i]);
        dl_doc_free(doc);
    }
    assert_end(reader);
}

static void broken_lines_are_told_and_passed(void **state) {
    (void)state;
    dl_reader *reader =
        open_input(memory("{\"text\":\"a\"}\n{\"text\":}\n[1]\n{\"text\":1}\n{\"html\":null}\n{\"text\":\"x\",\"published\":\"May\"}\n"
                          "{\"text\":\"x\",\"id\":[]}\n{\"text\":\"\\u0000\"}\n{\"text\":\"z\"}",
                          DL_FORM_JSONL));
    assert_next(reader, "a");
    assert_fails(reader, DL_BAD_INPUT, 21);
    assert_fails(reader, DL_BAD_INPUT, 23);
    assert_fails(reader, DL_BAD_INPUT, 27);
    assert_fails(reader, DL_BAD_INPUT, 38);
    assert_fails(reader, DL_BAD_INPUT, 52);
    assert_fails(reader, DL_BAD_INPUT, 83);
    dl_doc *doc = NULL;
    assert_int_equal(dl_reader_next(reader, &doc, NULL), DL_BAD_INPUT);
    assert_next(reader, "z");
    assert_end(reader);
}

static void deep_json_is_refused(void **state) {
    (void)state;
    enum { DEPTH = 100000 };
    char *line = malloc(DEPTH + 32);
    memcpy(line, "{\"a\":", 5);
    memset(line + 5, '[', DEPTH);
    strcpy(line + 5 + DEPTH, "\n{\"text\":\"b\"}\n");
    dl_reader *reader = open_input(memory(line, DL_FORM_JSONL));
    dl_doc *doc = NULL;
    assert_int_equal(dl_reader_next(reader, &doc, NULL), DL_BAD_INPUT);
    assert_next(reader, "b");
    assert_end(reader);
    free(line);
}

static void long_lines_are_passed(void **state) {
    (void)state;
    dl_input input = memory("{\"text\":\"a\"}\n{\"text\":\"bbbbbbbbbbbbbbbb\"}\n{\"text\":\"c\"}\n", DL_FORM_JSONL);
    input.max_doc_bytes = 16;
    dl_reader *reader = open_input(input);
    assert_next(reader, "a");
    assert_fails(reader, DL_LIMIT, 13);
    assert_next(reader, "c");
    assert_end(reader);
}

/* ---------------------------------------------------------------- CoNLL-U */

#define ROW(id, form, misc) id "\t" form "\t_\t_\t_\t_\t_\t_\t_\t" misc "\n"

static void reads_conllu(void **state) {
    (void)state;
    dl_reader *reader = open_input(memory("# newdoc id = d 1\n# newpar\n# text = x\n" ROW("1", "Do", "SpaceAfter=No") ROW("2", "n't", "_")
                                              ROW("3", "go", "SpaceAfter=No") ROW("4", ".", "_") "\n" ROW("1", "Stay", "x=y|SpaceAfter=No")
                                                  ROW("2", "!", "_") "\n# newpar\n" ROW("1", "Yes", "_") "\n"
                                                                                                         "# newdoc\n" ROW("1", "No", "_"),
                                          DL_FORM_AUTO));
    dl_doc *doc = next(reader);
    assert_bytes(doc->ref, "d 1");
    assert_bytes(doc->text, "Don't go. Stay!\n\nYes");
    assert_int_equal(doc->sentences.count, 4);
    assert_int_equal(doc->tokens.count, 8);
    assert_words(doc, doc->sentences.rows[2].span, "Stay!");
    assert_words(doc, doc->tokens.rows[2].span, "n't");
    assert_int_equal(doc->tokens.rows[6].sentence, 2);
    assert_int_equal(doc->sentences.rows[3].paragraph, 1);
    assert_null(dl_doc_check(doc));
    dl_doc_free(doc);
    doc = next(reader);
    assert_bytes(doc->ref, "");
    assert_bytes(doc->text, "No");
    dl_doc_free(doc);
    assert_end(reader);
}

static void joins_multiword_tokens(void **state) {
    (void)state;
    dl_reader *reader = open_input(memory(
        ROW("1-2", "cannot", "SpaceAfter=No") ROW("1", "can", "_") ROW("2", "not", "_") ROW("2.1", "it", "_") ROW("3", ".", "_"), DL_FORM_CONLLU));
    dl_doc *doc = next(reader);
    assert_bytes(doc->text, "cannot.");
    assert_int_equal(doc->tokens.count, 4);
    dl_doc_free(doc);
    assert_end(reader);
}

static void conllu_goes_on_with_the_next_document(void **state) {
    (void)state;
    dl_reader *reader =
        open_input(memory("# newdoc\n1\tshort\n\n# newdoc id = b\n" ROW("1", "b", "_") "\n# newdoc\n" ROW("1", "\xff", "_"), DL_FORM_CONLLU));
    assert_fails(reader, DL_BAD_INPUT, 9);
    assert_next(reader, "b");
    assert_fails(reader, DL_BAD_INPUT, 64);
    assert_end(reader);
    reader = open_input(memory("# newdoc\n# sent_id = \xff\n" ROW("1", "a", "_") "\n# newdoc\n" ROW("1", "b", "_"), DL_FORM_CONLLU));
    assert_fails(reader, DL_BAD_INPUT, 9);
    assert_next(reader, "b");
    assert_end(reader);
}

static void keeps_comments_and_multiword_tokens(void **state) {
    (void)state;
    dl_reader *reader =
        open_input(memory("# newdoc id = d\n# newpar id = p\n# sent_id = s1\n# text = It's not wanna.\n" /* */
                          ROW("1-2", "It's", "_") ROW("1", "It", "_") ROW("2", "is", "_") ROW("3", "not", "_") ROW("4-5", "wanna", "SpaceAfter=No")
                              ROW("4", "want", "_") ROW("5", "to", "_") ROW("6", ".", "_") "\n" ROW("1-2", "x", "_")
                                  ROW("1", "x", "_") "\n# sent_id = s3\n" ROW("1", "y", "_"),
                          DL_FORM_CONLLU));
    dl_doc *doc = next(reader);
    assert_null(dl_doc_check(doc));
    assert_bytes(doc->text, "Itis not wantto. x y");
    assert_int_equal(doc->ranges.count, 3); /* that of one word is none */
    assert_int_equal(doc->ranges.rows[1].first, 1);
    assert_int_equal(doc->ranges.rows[1].last, 2);
    assert_bytes(doc->ranges.rows[1].form, "It's");
    assert_int_equal(doc->ranges.rows[1].glued, 0);
    assert_int_equal(doc->ranges.rows[2].first, 4);
    assert_bytes(doc->ranges.rows[2].form, "wanna");
    assert_int_equal(doc->ranges.rows[2].glued, 1);
    assert_int_equal(doc->remarks.count, 4);
    assert_bytes(doc->remarks.rows[1], "# newpar id = p\n# sent_id = s1\n");
    assert_bytes(doc->remarks.rows[2], "");
    assert_bytes(doc->remarks.rows[3], "# sent_id = s3\n");
    dl_doc_free(doc);
    assert_end(reader);
}

static void odd_multiword_tokens_leave_sound_ones(void **state) {
    (void)state;
    static const char *const inputs[] = {
        ROW("1-3", "ab", "_") ROW("1", "a", "_") ROW("2", "b", "_"),                                          /* the sentence ends first */
        ROW("1-4", "ab", "_") ROW("1", "a", "_") ROW("2-3", "bc", "_") ROW("2", "b", "_") ROW("3", "c", "_"), /* one in another */
        ROW("2-1", "ab", "_") ROW("1", "a", "_") ROW("2", "b", "_"),
        ROW("7-9", "ab", "_") ROW("1", "a", "_") ROW("2", "b", "_") "\n" ROW("1", "c", "_"),
        ROW("1-2", "ab", "_") ROW("1-2", "ab", "_") ROW("1", "a", "_") ROW("2", "b", "_"),
        ROW("1-999999999999999999", "ab", "_") ROW("1", "a", "_") ROW("2", "b", "_") "\n\n\n" ROW("1", "c", "_"),
    };
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        dl_reader *reader = open_input(memory(inputs[i], DL_FORM_CONLLU));
        dl_doc *doc = next(reader);
        const char *wrong = dl_doc_check(doc);
        if (wrong) fail_msg("input %zu: %s", i, wrong);
        dl_doc_free(doc);
        assert_end(reader);
    }
}

static bool append(void *self, const char *data, size_t size) {
    strncat(self, data, size);
    return true;
}

/* All but the columns that the engine fills comes out as it went in. */
static void conllu_comes_out_as_it_went_in(void **state) {
    (void)state;
    static const char input[] = "# newdoc id = d\n# newpar id = p\n# sent_id = s1\n# speaker = Olena\n# text = It's not wanna, \"go\".\n" /* */
        ROW("1-2", "It's", "_") ROW("1", "It", "_") ROW("2", "is", "_") ROW("3", "not", "_") ROW("4-5", "wanna", "SpaceAfter=No")
            ROW("4", "want", "_") ROW("5", "to", "_") ROW("6", ",", "_") ROW("7", "\"", "SpaceAfter=No") ROW("8", "go", "SpaceAfter=No")
                ROW("9", "\"", "SpaceAfter=No") ROW("10", ".", "_") "\n# sent_id = s2\n# text = New York fell.\n" ROW("1", "New York", "_")
                    ROW("2", "fell", "SpaceAfter=No") ROW("3", ".", "_") "\n";
    char written[4096] = "";
    dl_reader *reader = open_input(memory(input, DL_FORM_CONLLU));
    dl_doc *doc = next(reader);
    dl_sink sink = {.write = append, .self = written};
    assert_int_equal(dl_analyze(test_engine(), doc, DL_STAGES_ALL, NULL), DL_OK);
    assert_int_equal(dl_write(test_engine(), doc, DL_FORMAT_CONLLU, &sink, NULL), DL_OK);
    dl_bytes in = dl_bytes_of(input), out = dl_bytes_of(written), a, b;
    while (dl_bytes_cut(&in, '\n', &a)) {
        assert_true(dl_bytes_cut(&out, '\n', &b));
        for (unsigned column = 1; a.size && column <= 10; column++) {
            dl_bytes given, got;
            bool comment = a.data[0] == '#';
            dl_bytes_cut(&a, comment ? '\n' : '\t', &given);
            dl_bytes_cut(&b, comment ? '\n' : '\t', &got);
            if ((column <= 2 || column == 10) && !dl_bytes_equal(given, got))
                fail_msg("'%.*s' came out as '%.*s'", (int)given.size, given.data, (int)got.size, got.data);
        }
    }
    assert_int_equal(out.size, 0);
    dl_doc_free(doc);
    assert_end(reader);
}

static void given_tokens_stay(void **state) {
    (void)state;
    dl_reader *reader = open_input(memory("# newdoc\n" ROW("1", "New York", "_") ROW("2", "fell.", "_"), DL_FORM_CONLLU));
    dl_doc *doc = next(reader);
    assert_int_equal(dl_analyze(test_engine(), doc, DL_STAGES_ALL, NULL), DL_OK);
    assert_int_equal(doc->tokens.count, 3);
    assert_words(doc, doc->tokens.rows[2].span, "fell.");
    dl_doc_free(doc);
    assert_end(reader);
}

/* ---------------------------------------------------------------- files */

/* A file of its own with these bytes; its path in `path`, whose ending must be XXXXXX and `ending`. */
static void make_file(char *path, const char *ending, const char *bytes) {
    int fd = mkstemps(path, (int)strlen(ending));
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, strlen(bytes)), (ssize_t)strlen(bytes));
    close(fd);
}

static void reads_a_file_by_its_name(void **state) {
    (void)state;
    char path[] = "/tmp/dateline-XXXXXX.jsonl";
    make_file(path, ".jsonl", "\n[]\n{\"text\":\"a\"}\n");
    dl_reader *reader = open_input((dl_input){.path = path});
    assert_fails(reader, DL_BAD_INPUT, 1);
    assert_next(reader, "a");
    assert_end(reader);
    unlink(path);
}

static void a_file_names_its_document(void **state) {
    (void)state;
    char path[] = "/tmp/dateline-XXXXXX.txt";
    make_file(path, ".txt", "Words.\n");
    dl_reader *reader = open_input((dl_input){.path = path});
    dl_doc *doc = next(reader);
    assert_bytes(doc->uri, path);
    dl_doc_free(doc);
    assert_end(reader);
    unlink(path);
}

static void says_why_a_file_cannot_be_read(void **state) {
    (void)state;
    dl_reader *reader = NULL;
    dl_error error = {0};
    assert_int_equal(dl_reader_open(&reader, &(dl_input){.path = "/nonexistent/file"}, &error), DL_CANNOT_READ);
    assert_int_equal(error.system, ENOENT);
    assert_int_equal(dl_reader_open(&reader, &(dl_input){.path = "/"}, &error), DL_CANNOT_READ);
    assert_int_equal(error.system, EISDIR);
    assert_null(reader);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_one_document),
        cmocka_unit_test(text_is_repaired),
        cmocka_unit_test(date_is_given_to_text),
        cmocka_unit_test(refuses_what_is_no_text),
        cmocka_unit_test(a_page_can_be_read_as_text),
        cmocka_unit_test(a_nul_far_behind_is_found),
        cmocka_unit_test(long_text_is_refused),
        cmocka_unit_test(refuses_wrong_arguments),
        cmocka_unit_test(reads_json_lines),
        cmocka_unit_test(date_is_for_records_without_one),
        cmocka_unit_test(broken_lines_are_told_and_passed),
        cmocka_unit_test(deep_json_is_refused),
        cmocka_unit_test(long_lines_are_passed),
        cmocka_unit_test(reads_conllu),
        cmocka_unit_test(joins_multiword_tokens),
        cmocka_unit_test(conllu_goes_on_with_the_next_document),
        cmocka_unit_test(keeps_comments_and_multiword_tokens),
        cmocka_unit_test(odd_multiword_tokens_leave_sound_ones),
        cmocka_unit_test(conllu_comes_out_as_it_went_in),
        cmocka_unit_test(given_tokens_stay),
        cmocka_unit_test(reads_a_file_by_its_name),
        cmocka_unit_test(a_file_names_its_document),
        cmocka_unit_test(says_why_a_file_cannot_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
