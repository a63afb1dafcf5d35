/* Quotations and their speakers. The rulings with their many examples are checked from spec/attribution.md by test_said_spec.c. */
#include "support.h"

static dl_doc *doc;

static int teardown(void **state) {
    (void)state;
    dl_doc_free(doc);
    doc = NULL;
    return 0;
}

static const dl_quote *quote_at(const char *text, uint32_t row) {
    dl_doc_free(doc);
    doc = read_text(text, "2021-05-06");
    assert_true(doc->quotes.count > row);
    return &doc->quotes.rows[row];
}

static void words_in_marks_are_direct(void **state) {
    (void)state;
    const dl_quote *q = quote_at("\"We will not yield,\" the minister said.", 1);
    assert_int_equal(q->kind, DL_QUOTE_DIRECT);
    assert_int_equal(q->source, DL_SOURCE_QUOTE);
    assert_words(doc, q->span, "We will not yield,");
    assert_words(doc, q->cue, "said");
}

static void a_reported_clause_is_indirect(void **state) {
    (void)state;
    const dl_quote *q = quote_at("Officials said that the bridge had been destroyed.", 1);
    assert_int_equal(q->kind, DL_QUOTE_INDIRECT);
    assert_int_equal(q->source, DL_SOURCE_SAID);
    assert_words(doc, q->span, "the bridge had been destroyed");
}

static void a_quoted_part_makes_it_mixed(void **state) {
    (void)state;
    const dl_quote *q = quote_at("The mayor said the raid was \"a crime against the city\" and its people.", 1);
    assert_int_equal(q->kind, DL_QUOTE_MIXED);
    assert_words(doc, q->span, "the raid was \"a crime against the city\" and its people");
}

static void a_broken_speech_is_one(void **state) {
    (void)state;
    const dl_quote *q = quote_at("\"If the rain stops,\" the envoy said, \"we can open the road.\"", 2);
    assert_int_not_equal(q->speech, 0);
    assert_int_equal(q->speech, doc->quotes.rows[1].speech);
    assert_words(doc, q->span, "we can open the road.");
}

static void a_denial_says_so(void **state) {
    (void)state;
    const dl_quote *q = quote_at("The army denied that its planes had bombed the village.", 1);
    assert_int_equal(q->stance, DL_STANCE_DENY);
    assert_words(doc, q->span, "its planes had bombed the village");
}

static void according_to_covers_the_rest(void **state) {
    (void)state;
    const dl_quote *q = quote_at("According to the police, two men fled in a car.", 1);
    assert_int_equal(q->source, DL_SOURCE_ACCORDING_TO);
    assert_words(doc, q->span, "two men fled in a car");
}

static void marks_around_a_name_quote_nobody(void **state) {
    (void)state;
    doc = read_text("They stayed at the \"Riviera\" and read \"War and Peace\" there.", "2021-05-06");
    assert_true(doc->quotes.count <= 1);
}

static void hostile_marks_end(void **state) {
    (void)state;
    static const char *const pieces[] = {"\" ' `` '' ", "he said \"", "\xe2\x80\x9c\xe2\x80\x98 said, ", "according to ", "'a' 's ", "said that "};
    enum { TIMES = 20000 };
    for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
        size_t piece = strlen(pieces[p]), size = 0;
        char *text = test_malloc(TIMES * piece + 1);
        for (int i = 0; i < TIMES; i++, size += piece) memcpy(text + size, pieces[p], piece);
        text[size] = 0;
        dl_doc_free(doc);
        doc = read_text(text, "2021-05-06");
        test_free(text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(words_in_marks_are_direct, teardown),
        cmocka_unit_test_teardown(a_reported_clause_is_indirect, teardown),
        cmocka_unit_test_teardown(a_quoted_part_makes_it_mixed, teardown),
        cmocka_unit_test_teardown(a_broken_speech_is_one, teardown),
        cmocka_unit_test_teardown(a_denial_says_so, teardown),
        cmocka_unit_test_teardown(according_to_covers_the_rest, teardown),
        cmocka_unit_test_teardown(marks_around_a_name_quote_nobody, teardown),
        cmocka_unit_test_teardown(hostile_marks_end, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
