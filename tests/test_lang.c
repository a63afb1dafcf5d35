/* The language engine: the trees and tags that the stages behind it lean on, and that no input breaks a tree. */
#include "lang/agree.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

static uint32_t find(const dl_doc *doc, const char *word) {
    for (DL_EACH(i, &doc->tokens))
        if (dl_bytes_is(dl_token_text(doc, i), word)) return i;
    fail_msg("no token '%s'", word);
    return 0;
}

static void assert_arc(const dl_doc *doc, const char *word, const char *deprel, const char *head) {
    const dl_token *t = doc->tokens.rows + find(doc, word);
    assert_string_equal(dl_deprel_name(t->deprel), deprel);
    if (head)
        assert_bytes(dl_token_text(doc, t->head), head);
    else
        assert_int_equal(t->head, 0);
}

static void test_attack_sentence(void **state) {
    (void)state;
    dl_doc *doc = read_text(
        "Russian air strikes Sunday on a military training ground near the border killed at least 35 people and wounded more than 130.", NULL);
    assert_arc(doc, "killed", "root", NULL);
    assert_arc(doc, "strikes", "nsubj", "killed");
    assert_arc(doc, "people", "obj", "killed");
    assert_arc(doc, "wounded", "conj", "killed");
    dl_doc_free(doc);
}

static void test_passive(void **state) {
    (void)state;
    dl_doc *doc = read_text("Three soldiers were killed by gunmen in the northern province on Friday, officials said.", NULL);
    assert_arc(doc, "soldiers", "nsubj:pass", "killed");
    assert_arc(doc, "were", "aux:pass", "killed");
    assert_arc(doc, "Three", "nummod", "soldiers");
    dl_doc_free(doc);
}

static void assert_lemma(const dl_doc *doc, const char *word, const char *lemma) {
    assert_bytes(doc->tokens.rows[find(doc, word)].lemma, lemma);
}

static void test_lemmas(void **state) {
    (void)state;
    dl_doc *doc = read_text("The rebels fled after shelling two villages, and planes bombed their convoys; nobody was hurt when they left.", NULL);
    assert_lemma(doc, "rebels", "rebel");
    assert_lemma(doc, "fled", "flee");
    assert_lemma(doc, "shelling", "shell");
    assert_lemma(doc, "villages", "village");
    assert_lemma(doc, "bombed", "bomb");
    assert_lemma(doc, "convoys", "convoy");
    assert_lemma(doc, "was", "be");
    assert_lemma(doc, "left", "leave");
    dl_doc_free(doc);
}

/* The last two bytes of a character of three may be the same: no doubled letter, of which an ending takes one. read_text proves lemmas to be UTF-8.
 */
static void test_endings_are_cut_at_letters(void **state) {
    (void)state;
    dl_doc_free(read_text("They \xe4\x80\x80"
                          "ed it, are \xe4\x80\x80ing it and were \xe4\x80\x80"
                          "ed; it is \xe4\x80\x80"
                          "er than the \xe4\x80\x80"
                          "est.",
                          NULL));
}

static void test_names(void **state) {
    (void)state;
    dl_doc *doc = read_text("John Smith visited London on Monday.", NULL);
    assert_int_equal(doc->tokens.rows[find(doc, "John")].name, DL_NAME_PERSON | DL_NAME_BEGIN);
    assert_int_equal(doc->tokens.rows[find(doc, "Smith")].name, DL_NAME_PERSON);
    assert_int_equal(doc->tokens.rows[find(doc, "London")].name, DL_NAME_PLACE | DL_NAME_BEGIN);
    assert_int_equal(doc->tokens.rows[find(doc, "visited")].name, DL_NAME_NONE);
    dl_doc_free(doc);
}

/* read_text itself proves that every sentence has one root and no cycle. */
static void test_odd_input(void **state) {
    (void)state;
    static const char *const texts[] = {
        "a", ".", "...", "\xe2\x80\x9c", "\xf0\x9f\x92\xa5 \xd0\x9a\xd0\xb8\xd0\xb5\xd0\xb2 \xe6\x9d\xb1\xe4\xba\xac", "-", "\"", "!!! ??? !!!"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) dl_doc_free(read_text(texts[i], NULL));
}

static void test_long_sentence(void **state) {
    (void)state;
    enum { WORDS = 20000 };
    char *text = malloc(WORDS * 6 + 1);
    for (int i = 0; i < WORDS; i++) memcpy(text + i * 6, i % 3 ? "bomb, " : "falls ", 6);
    text[WORDS * 6] = 0;
    dl_doc *doc = read_text(text, NULL);
    assert_true(doc->tokens.count > WORDS);
    assert_int_equal(doc->sentences.rows[1].parsed, 1);
    dl_doc_free(doc);
    free(text);
}

static void test_same_twice(void **state) {
    (void)state;
    const char *text = "Police arrested 12 protesters outside the ministry, a spokesman for the opposition told reporters.";
    dl_doc *a = read_text(text, NULL), *b = read_text(text, NULL);
    assert_int_equal(a->tokens.count, b->tokens.count);
    for (DL_EACH(i, &a->tokens)) {
        assert_int_equal(a->tokens.rows[i].head, b->tokens.rows[i].head);
        assert_int_equal(a->tokens.rows[i].deprel, b->tokens.rows[i].deprel);
    }
    dl_doc_free(a);
    dl_doc_free(b);
}

/* Names are set by hand: what the finder makes of a sentence is its own affair. */
static void name_as(dl_doc *doc, const char *word, uint32_t nth, uint8_t name) {
    for (DL_EACH(i, &doc->tokens))
        if (dl_bytes_is(dl_token_text(doc, i), word) && !nth--) doc->tokens.rows[i].name = name;
}

static uint8_t name_of(const dl_doc *doc, const char *word, uint32_t nth) {
    for (DL_EACH(i, &doc->tokens))
        if (dl_bytes_is(dl_token_text(doc, i), word) && !nth--) return doc->tokens.rows[i].name;
    return 0;
}

static void test_one_word_one_kind(void **state) {
    (void)state;
    const uint8_t person = DL_NAME_PERSON | DL_NAME_BEGIN, place = DL_NAME_PLACE | DL_NAME_BEGIN;
    dl_doc *doc = read_text("Harun Velt spoke. Velt left. Friends of Velt wept. A bomb fell in Velt. Harun stayed.", NULL);
    for (DL_EACH(i, &doc->tokens)) doc->tokens.rows[i].name = 0;
    name_as(doc, "Harun", 0, person);
    name_as(doc, "Velt", 0, DL_NAME_PERSON);
    name_as(doc, "Velt", 1, person);
    name_as(doc, "Velt", 2, place);
    name_as(doc, "Velt", 3, place);
    name_as(doc, "Harun", 1, place);
    dl_names_agree(doc);
    assert_int_equal(name_of(doc, "Velt", 2), person);
    assert_int_equal(name_of(doc, "Velt", 3), place);  /* "in" */
    assert_int_equal(name_of(doc, "Harun", 1), place); /* never a person by itself */
    dl_doc_free(doc);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_attack_sentence),
        cmocka_unit_test(test_one_word_one_kind),
        cmocka_unit_test(test_passive),
        cmocka_unit_test(test_lemmas),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_odd_input),
        cmocka_unit_test(test_long_sentence),
        cmocka_unit_test(test_same_twice),
        cmocka_unit_test(test_endings_are_cut_at_letters),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
