/* Counts of people, field by field. The rulings with their many examples are checked from spec/counts.md by test_count_spec.c. */
#include "support.h"

#include <stdlib.h>

static dl_doc *doc;

static int teardown(void **state) {
    (void)state;
    dl_doc_free(doc);
    doc = NULL;
    return 0;
}

static const dl_count *count_at(const char *text, uint32_t row) {
    dl_doc_free(doc);
    doc = read_text(text, "2021-05-06");
    assert_true(doc->counts.count > row);
    return &doc->counts.rows[row];
}

static void a_hedged_figure_keeps_its_words(void **state) {
    (void)state;
    const dl_count *c = count_at("The blast killed at least 35 people.", 1);
    assert_int_equal(c->what, DL_WHAT_KILLED);
    assert_int_equal(c->low, 35);
    assert_int_equal(c->best, 35);
    assert_true(c->high == DL_NO_COUNT);
    assert_words(doc, c->span, "at least 35 people");
    assert_words(doc, c->hedge, "at least");
    assert_words(doc, c->who, "people");
    assert_bytes(dl_token_text(doc, c->anchor), "killed");
}

static void a_part_points_at_its_whole(void **state) {
    (void)state;
    const dl_count *c = count_at("The floods killed 20 villagers, including seven children.", 2);
    assert_int_equal(c->part_of, 1);
    assert_int_equal(c->best, 7);
    assert_words(doc, c->who, "children");
}

static void a_toll_is_cumulative(void **state) {
    (void)state;
    const dl_count *c = count_at("Two more bodies were found, bringing the death toll to 43.", 2);
    assert_int_equal(c->cumulative, 1);
    assert_int_equal(c->best, 43);
    assert_int_equal(c->what, DL_WHAT_KILLED);
}

static void one_word_of_harm_may_have_two_counts(void **state) {
    (void)state;
    const dl_count *c = count_at("Six officers and a civilian were killed.", 2);
    assert_int_equal(c->best, 1);
    assert_words(doc, c->who, "civilian");
    assert_int_equal(doc->counts.rows[1].best, 6);
    assert_int_equal(doc->counts.rows[1].anchor, c->anchor);
}

static void vague_words_follow_the_convention_asked_for(void **state) {
    (void)state;
    const dl_count *c = count_at("Dozens of villagers were killed.", 1);
    assert_true(c->low == 24 && c->best == DL_NO_COUNT && c->high == DL_NO_COUNT);
    dl_options options = {.data_dir = getenv("DATELINE_DATA") ? NULL : "build", .vague_numbers = "acled"};
    dl_engine *acled = NULL;
    dl_error error = {0};
    assert_int_equal(dl_engine_open(&acled, &options, &error), DL_OK);
    dl_doc_free(doc);
    dl_source source = {0};
    assert_int_equal(dl_doc_make(&doc, &source, DL_LIT("Dozens of villagers were killed and several hundred wounded."), &error), DL_OK);
    assert_int_equal(dl_analyze(acled, doc, DL_STAGES_ALL, &error), DL_OK);
    dl_engine_close(acled);
    assert_true(doc->counts.count > 2);
    c = &doc->counts.rows[1];
    assert_true(c->low == 12 && c->best == 12 && c->high == DL_NO_COUNT);
    assert_int_equal(doc->counts.rows[2].low, 300); /* the convention has no figure for "several": its own low */
    static const char *const none[] = {"ucdp", "low", "times", ""};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        options.vague_numbers = none[i];
        assert_int_equal(dl_engine_open(&acled, &options, &error), DL_BAD_ARGUMENT);
    }
}

static void nothing_else_is_a_count(void **state) {
    (void)state;
    doc = read_text("In 1998 the 35-year-old paid $20,000 for Flight 370, some 12 miles from Route 5, and 40% of it was killed off.", "2021-05-06");
    assert_true(doc->counts.count <= 1);
}

static void a_hostile_sentence_ends(void **state) {
    (void)state;
    enum { TIMES = 20000 };
    static const char piece[] = "killed five people, including two dead and ";
    char *text = test_malloc(TIMES * sizeof piece);
    size_t size = 0;
    for (int i = 0; i < TIMES; i++, size += sizeof piece - 1) memcpy(text + size, piece, sizeof piece);
    doc = read_text(text, "2021-05-06");
    test_free(text);
    assert_true(doc->counts.count > TIMES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_hedged_figure_keeps_its_words, teardown),
        cmocka_unit_test_teardown(a_part_points_at_its_whole, teardown),
        cmocka_unit_test_teardown(a_toll_is_cumulative, teardown),
        cmocka_unit_test_teardown(one_word_of_harm_may_have_two_counts, teardown),
        cmocka_unit_test_teardown(vague_words_follow_the_convention_asked_for, teardown),
        cmocka_unit_test_teardown(nothing_else_is_a_count, teardown),
        cmocka_unit_test_teardown(a_hostile_sentence_ends, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
