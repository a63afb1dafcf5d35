/* dl_doc_check finds every kind of damage to a sound document. */
#include "support.h"

static dl_doc *sound(void) {
    return read_text("BRIA (AP) -- Rebels attacked the town of Bria on Monday. \"We saw two dead soldiers,\" said Paul Moyo, a teacher.\n\nAt least "
                     "12 people were killed.",
                     "2024-05-15");
}

#define BREAKS(doc, ...)                    \
    do {                                    \
        assert_null(dl_doc_check(doc));     \
        __VA_ARGS__;                        \
        assert_non_null(dl_doc_check(doc)); \
        dl_doc_free(doc);                   \
    } while (0)

static void spans_are_proved(void **state) {
    (void)state;
    dl_doc *doc = sound();
    assert_true(doc->sentences.count > 3);
    BREAKS(doc, doc->sentences.rows[2].span.end = (uint32_t)doc->text.size + 1);
    doc = sound();
    BREAKS(doc, doc->sentences.rows[2].span.begin = 0);
    doc = sound();
    BREAKS(doc, doc->tokens.rows[4].span.end = doc->tokens.rows[4].span.begin);
    doc = sound();
    BREAKS(doc, doc->tokens.rows[4].span = doc->tokens.rows[9].span);
}

static void a_span_inside_a_character_is_found(void **state) {
    (void)state;
    dl_doc *doc = read_text("Na\xc3\xafve rebels attacked.", NULL);
    BREAKS(doc, doc->tokens.rows[1].span.end = 3);
}

static void trees_are_proved(void **state) {
    (void)state;
    dl_doc *doc = sound();
    BREAKS(doc, doc->tokens.rows[doc->sentences.rows[2].first_token].head = 1);
    doc = sound();
    BREAKS(doc, doc->sentences.rows[2].token_count--);
    doc = sound();
    uint32_t first = doc->sentences.rows[2].first_token;
    BREAKS(doc, {
        for (uint32_t t = first; t < dl_sentence_end(&doc->sentences.rows[2]); t++) doc->tokens.rows[t].head = 0;
    });
    doc = sound();
    first = doc->sentences.rows[2].first_token;
    BREAKS(doc, { /* two tokens that head each other */
                  doc->tokens.rows[first].head = first + 1;
                  doc->tokens.rows[first + 1].head = first;
    });
}

static void links_are_proved(void **state) {
    (void)state;
    dl_doc *doc = sound();
    assert_true(doc->claims.count > 1);
    BREAKS(doc, doc->claims.rows[1].incident = 0);
    doc = sound();
    BREAKS(doc, doc->claims.rows[1].place = doc->places.count + 7);
    doc = sound();
    BREAKS(doc, doc->claims.rows[1].party_count = doc->parties.count + 1);
    doc = sound();
    BREAKS(doc, doc->claims.rows[1].trace_count = doc->traces.count + 1);
    doc = sound();
    BREAKS(doc, doc->claims.rows[1].event = 77);
    doc = sound();
    assert_true(doc->counts.count > 1);
    BREAKS(doc, doc->counts.rows[1].part_of = 1);
    doc = sound();
    BREAKS(doc, (doc->counts.rows[1].low = 9, doc->counts.rows[1].high = 3));
    doc = sound();
    assert_true(doc->times.count > 1);
    BREAKS(doc, doc->times.rows[1].begin = doc->times.rows[1].end + 1);
    doc = sound();
    assert_true(doc->mentions.count > 1);
    BREAKS(doc, doc->mentions.rows[1].head = 0);
    doc = sound();
    assert_true(doc->quotes.count > 1);
    BREAKS(doc, doc->quotes.rows[1].first_speaker = doc->parties.count + 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_are_proved),
        cmocka_unit_test(a_span_inside_a_character_is_found),
        cmocka_unit_test(trees_are_proved),
        cmocka_unit_test(links_are_proved),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
