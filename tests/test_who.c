/* Actors: names, descriptions and pronouns, their codes, and who is the same as whom. */
#include "support.h"

#include <string.h>

/* The n-th mention (from 0) whose words are `words`. */
static const dl_mention *mention(const dl_doc *doc, const char *words, int n) {
    for (DL_EACH(i, &doc->mentions))
        if (dl_bytes_is(dl_doc_words(doc, doc->mentions.rows[i].span), words) && n-- == 0) return &doc->mentions.rows[i];
    fail_msg("no mention '%s'", words);
    return NULL;
}

static void assert_actor(const dl_doc *doc, const char *words, const char *actor) {
    assert_bytes(mention(doc, words, 0)->actor, actor);
}

static void test_countries_and_adjectives(void **state) {
    (void)state;
    dl_doc *doc = read_text("Kenya said on Monday that Ugandan soldiers had crossed the border.", "2012-05-08");
    assert_actor(doc, "Kenya", "KEN");
    assert_actor(doc, "Ugandan", "UGA");
    assert_int_equal(mention(doc, "Ugandan", 0)->kind, DL_NAME_NATIONALITY);
    assert_actor(doc, "Ugandan soldiers", "UGAMIL");
    assert_int_equal(mention(doc, "Ugandan soldiers", 0)->named, 0);
    dl_doc_free(doc);
}

static void test_two_countries_in_one_phrase(void **state) {
    (void)state;
    dl_doc *doc = read_text("Kenyan and Ugandan officials met on Monday.", "2012-05-08");
    const dl_mention *first = mention(doc, "Kenyan and Ugandan officials", 0), *second = mention(doc, "Kenyan and Ugandan officials", 1);
    assert_bytes(first->actor, "KENGOV");
    assert_bytes(second->actor, "UGAGOV");
    assert_int_equal(first->head, second->head);
    assert_ptr_equal(first + 1, second);
    assert_int_not_equal(first->entity, second->entity);
    dl_doc_free(doc);
}

static void test_office_depends_on_date(void **state) {
    (void)state;
    const char *text = "Barack Obama spoke in Berlin on Tuesday.";
    dl_doc *then = read_text(text, "2013-06-19"), *later = read_text(text, "2019-04-06");
    assert_actor(then, "Barack Obama", "USAGOV");
    assert_actor(later, "Barack Obama", "USAELI");
    assert_bytes(mention(then, "Barack Obama", 0)->id, "barack-obama");
    dl_doc_free(then);
    dl_doc_free(later);
}

static void test_surname_finds_full_name(void **state) {
    (void)state;
    dl_doc *doc = read_text("Defence Minister Harald Nyqvist left Oslo on Friday.\n\nNyqvist said Norwegian troops would stay.", "2011-03-04");
    const dl_mention *full = mention(doc, "Harald Nyqvist", 0), *last = mention(doc, "Nyqvist", 0);
    assert_int_equal(full->entity, last->entity);
    assert_bytes(last->name, "Harald Nyqvist");
    assert_true(dl_bytes_finish(last->actor, "GOV"));
    dl_doc_free(doc);
}

static void test_bodies_and_metonyms(void **state) {
    (void)state;
    dl_doc *doc = read_text("The Kremlin said NATO and the United Nations were informed, and Hezbollah fighters left the town.", "2015-05-05");
    assert_actor(doc, "Kremlin", "RUSGOV");
    assert_actor(doc, "NATO", "IGONAT");
    assert_actor(doc, "United Nations", "IGOUNO");
    assert_actor(doc, "Hezbollah fighters", "LBNREB");
    dl_doc_free(doc);
}

static void test_state_institutions_take_the_country(void **state) {
    (void)state;
    dl_doc *doc = read_text("NAIROBI, Kenya (AP) -- Police arrested two men in Mombasa on Sunday, the interior ministry said.", "2012-05-08");
    assert_actor(doc, "Police", "KENCOP");
    assert_actor(doc, "interior ministry", "KENGOV");
    dl_doc_free(doc);
}

static void test_pronouns(void **state) {
    (void)state;
    dl_doc *doc = read_text("President Emmanuel Macron visited Bamako on Friday. He promised help.", "2017-05-20");
    assert_int_equal(mention(doc, "He", 0)->entity, mention(doc, "Emmanuel Macron", 0)->entity);
    assert_actor(doc, "He", "FRAGOV");
    dl_doc_free(doc);
}

static void test_definite_description(void **state) {
    (void)state;
    dl_doc *doc =
        read_text("Lebanese army patrols closed the road on Monday. The patrols left at night.\n\nThe Peruvian army said two men died. The army "
                  "gave no names.",
                  "2005-02-01");
    assert_actor(doc, "army", "PERMIL");
    dl_doc_free(doc);
}

static bool is_named(const dl_doc *doc, const char *words) {
    for (DL_EACH(i, &doc->mentions))
        if (doc->mentions.rows[i].named && dl_bytes_is(dl_doc_words(doc, doc->mentions.rows[i].span), words)) return true;
    return false;
}

static void test_edges_of_names(void **state) {
    (void)state;
    dl_doc *doc = read_text("Sheikh Ahmed Yassin met Pope John Paul II in Gaza.", "2003-05-08");
    assert_true(is_named(doc, "Ahmed Yassin")); /* listed with his title */
    assert_true(is_named(doc, "John Paul II"));
    dl_doc_free(doc);
    doc = read_text("Moon Jae-in flew to Seoul. The rocket flew to the Moon.", "2018-05-08");
    assert_true(is_named(doc, "Moon Jae-in"));
    assert_false(is_named(doc, "Moon"));
    dl_doc_free(doc);
    doc = read_text("WHO WANTS PEACE IN THE NORTH, AND WHO WANTS WAR?", "2018-05-08");
    assert_false(is_named(doc, "WHO"));
    dl_doc_free(doc);
}

static void test_hostile_texts(void **state) {
    (void)state;
    static const char *const texts[] = {"",
                                        ",",
                                        "He he he.",
                                        "The the the of of of.",
                                        "President President President",
                                        "POLICE IN IN IN POLICE AND AND POLICE.",
                                        "Russia-Russia-Russia-Russia, and Russia."};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) dl_doc_free(read_text(texts[i], NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_countries_and_adjectives),
        cmocka_unit_test(test_two_countries_in_one_phrase),
        cmocka_unit_test(test_office_depends_on_date),
        cmocka_unit_test(test_surname_finds_full_name),
        cmocka_unit_test(test_bodies_and_metonyms),
        cmocka_unit_test(test_state_institutions_take_the_country),
        cmocka_unit_test(test_pronouns),
        cmocka_unit_test(test_definite_description),
        cmocka_unit_test(test_edges_of_names),
        cmocka_unit_test(test_hostile_texts),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
