/* Places: what is a toponym, and which place it means. */
#include "support.h"

#include <math.h>
#include <stdio.h>

/* The n-th place (from 1) of a text, whose words must be `words`; the document stays the caller's. */
static const dl_place *place(const dl_doc *doc, const char *words) {
    for (DL_EACH(p, &doc->places)) {
        dl_bytes w = dl_doc_words(doc, doc->places.rows[p].span);
        if (dl_bytes_is(w, words)) return &doc->places.rows[p];
    }
    return NULL;
}

static void assert_place(const char *text, const char *words, const char *country, double lat, double lon) {
    dl_doc *doc = read_text(text, NULL);
    const dl_place *p = place(doc, words);
    assert_non_null(p);
    assert_bytes(p->country, country);
    if (!(fabs(p->lat - lat) < 1.0 && fabs(p->lon - lon) < 1.0)) fail_msg("%s is put at %.2f, %.2f", words, p->lat, p->lon);
    dl_doc_free(doc);
}

static void assert_no_place(const char *text, const char *words) {
    dl_doc *doc = read_text(text, NULL);
    if (place(doc, words)) fail_msg("%s is no place in: %s", words, text);
    dl_doc_free(doc);
}

static void containers_decide(void **state) {
    (void)state;
    assert_place("Shells fell on Tripoli, Lebanon, overnight.", "Tripoli", "LBN", 34.4, 35.8);
    assert_place("Fighting went on in Tripoli, Libya.", "Tripoli", "LBY", 32.9, 13.2);
    assert_place("He was born in Birmingham, Alabama.", "Birmingham", "USA", 33.5, -86.8);
    assert_place("A fire broke out in Springfield, Ill., on Monday.", "Springfield", "USA", 39.8, -89.6);
    assert_place("Two people died in Cordoba in central Argentina.", "Cordoba", "ARG", -31.4, -64.2);
}

static void countries_of_the_document_decide(void **state) {
    (void)state;
    assert_place("Russian troops crossed into Georgia. The Georgian president spoke in Tbilisi.", "Georgia", "GEO", 42, 43.5);
    assert_place("The governor of Georgia met voters in Atlanta and Savannah.", "Georgia", "USA", 32.9, -83.4);
    assert_place("The Salvadoran army entered San Miguel.", "San Miguel", "SLV", 13.5, -88.2);
    assert_place("Police in Alexandria said that the Egyptian was armed.", "Alexandria", "EGY", 31.2, 29.9);
}

static void other_names_are_no_places(void **state) {
    (void)state;
    assert_no_place("Paris Hilton sang.", "Paris");
    assert_no_place("The Washington Post reported it.", "Washington");
    assert_no_place("Students of Georgia Tech marched.", "Georgia");
    assert_no_place("Mr. Lincoln left early. Later Lincoln returned.", "Lincoln");
    assert_no_place("The French minister met German and Polish colleagues.", "French");
}

static void governments_are_places_too(void **state) {
    (void)state;
    assert_place("Washington said that it would wait.", "Washington", "USA", 38.9, -77.0);
}

static void old_and_other_spellings(void **state) {
    (void)state;
    assert_place("A convoy reached Deir Ezzor.", "Deir Ezzor", "SYR", 35.3, 40.1);
    assert_place("Bombs fell on Kiev.", "Kiev", "UKR", 50.5, 30.5);
    assert_place("The ship left Hodeidah in Yemen.", "Hodeidah", "YEM", 14.8, 42.95);
}

static void capitals_are_read(void **state) {
    (void)state;
    assert_place("GUERRILLAS ATTACKED A POST NEAR CHALATENANGO IN EL SALVADOR ON MONDAY.", "CHALATENANGO", "SLV", 14.0, -88.9);
}

static void unknown_names_have_no_point(void **state) {
    (void)state;
    dl_doc *doc = read_text("Police closed Hutchinson Road on Friday.", NULL);
    const dl_place *p = place(doc, "Hutchinson Road");
    assert_non_null(p);
    assert_true(isnan(p->lat));
    assert_int_equal(p->country.size, 0);
    dl_doc_free(doc);
}

static void places_lie_within(void **state) {
    (void)state;
    dl_doc *doc = read_text("The train stopped in Lviv, Ukraine.", NULL);
    const dl_place *p = place(doc, "Lviv");
    assert_non_null(p);
    assert_words(doc, doc->places.rows[p->within].span, "Ukraine");
    dl_doc_free(doc);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(containers_decide),           cmocka_unit_test(countries_of_the_document_decide),
        cmocka_unit_test(other_names_are_no_places),   cmocka_unit_test(governments_are_places_too),
        cmocka_unit_test(old_and_other_spellings),     cmocka_unit_test(capitals_are_read),
        cmocka_unit_test(unknown_names_have_no_point), cmocka_unit_test(places_lie_within),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
