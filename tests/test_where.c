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

/* Štore is a town in Slovenia. */
static void a_capital_is_one_with_an_accent_too(void **state) {
    (void)state;
    assert_no_place("Guards followed him around the store", "store");
    assert_place("A fire broke out in \xc5\xa0tore, Slovenia.", "\xc5\xa0tore", "SVN", 46.2, 15.3);
}

/* Names of the news of these years, each in a sentence that says nothing else of where it is. */
static void names_of_the_news_have_their_points(void **state) {
    static const struct {
        const char *words, *country;
        double lat, lon;
    } names[] = {
        {"Mariupol", "UKR", 47.1, 37.5},
        {"Kyiv", "UKR", 50.45, 30.5},
        {"Kiev", "UKR", 50.45, 30.5},
        {"Lviv", "UKR", 49.8, 24.0},
        {"Lvov", "UKR", 49.8, 24.0},
        {"Yavoriv", "UKR", 49.9, 23.4},
        {"Bucha", "UKR", 50.5, 30.2},
        {"Goma", "COD", -1.7, 29.2},
        {"El Fasher", "SDN", 13.6, 25.3},
        {"El-Fasher", "SDN", 13.6, 25.3},
        {"Al-Fashir", "SDN", 13.6, 25.3},
        {"al-Fashir", "SDN", 13.6, 25.3},
        {"al-Fasher", "SDN", 13.6, 25.3},
        {"Deir ez-Zor", "SYR", 35.3, 40.1},
        {"Deir Ezzor", "SYR", 35.3, 40.1},
        {"Deir al-Zor", "SYR", 35.3, 40.1},
        {"Deir al-Zour", "SYR", 35.3, 40.1},
        {"Deir ez Zor", "SYR", 35.3, 40.1},
        {"Dayr az Zawr", "SYR", 35.3, 40.1},
        {"Rafah", "PSE", 31.3, 34.25},
        {"Khan Younis", "PSE", 31.35, 34.3},
        {"Khan Yunis", "PSE", 31.35, 34.3},
        {"Lachin", "AZE", 39.6, 46.5},
        {"Kachin State", "MMR", 25.8, 97.3},
        {"Donetsk Oblast", "UKR", 48.1, 37.7},
        {"Donetsk Region", "UKR", 48.1, 37.7},
        {"Donetsk Province", "UKR", 48.1, 37.7},
        {"Nagorno-Karabakh", "AZE", 39.8, 46.7},
        {"Bunagana", "COD", -1.3, 29.6},
        {"Bab el-Mandeb", "", 12.6, 43.3},
        {"Snake Island", "UKR", 45.25, 30.2},
        {"Donbas", "UKR", 48.3, 38.0},
        {"Golan Heights", "SYR", 33.0, 35.75},
        {"Hodeidah", "YEM", 14.8, 42.95},
        {"Hudaydah", "YEM", 14.8, 42.95},
        {"al-Hudaydah", "YEM", 14.8, 42.95},
        {"Myawaddy", "MMR", 16.7, 98.5},
        {"Nuseirat", "PSE", 31.45, 34.4},
    };
    static const char *const sentences[] = {"Shells killed two people near %s at dawn, rescuers said.",
                                            "The fighters left %s after a week of talks."};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        for (size_t s = 0; s < sizeof sentences / sizeof *sentences; s++) {
            char text[160];
            snprintf(text, sizeof text, sentences[s], names[i].words);
            assert_place(text, names[i].words, names[i].country, names[i].lat, names[i].lon);
        }
    }
}

static void spellings_differ_in_marks_alone(void **state) {
    (void)state;
    assert_place("Police closed roads in Lodz.", "Lodz", "POL", 51.8, 19.5);
    assert_place("Police closed roads in \xc5\x81\xc3\xb3"
                 "d\xc5\xba.",
                 "\xc5\x81\xc3\xb3"
                 "d\xc5\xba",
                 "POL", 51.8, 19.5);
    assert_place("A quake shook Diyarbak\xc4\xb1r.", "Diyarbak\xc4\xb1r", "TUR", 37.9, 40.2);
    assert_place("Drones flew over Sanaa.", "Sanaa", "YEM", 15.35, 44.2);
    assert_place("Drones flew over Sana\xe2\x80\x99"
                 "a.",
                 "Sana\xe2\x80\x99"
                 "a",
                 "YEM", 15.35, 44.2);
    assert_place("Gunmen attacked a checkpoint in Marib.", "Marib", "YEM", 15.5, 45.3);
    assert_place("Gunmen attacked a checkpoint in Ma'rib.", "Ma'rib", "YEM", 15.5, 45.3);
}

/* Kursenai has 12,000 people and stands in towns.tsv only. */
static void small_places_need_support(void **state) {
    (void)state;
    assert_place("Lithuanian police said that two men were arrested in Kursenai.", "Kursenai", "LTU", 56.0, 22.9);
    assert_place("A fire broke out in Kursenai, Lithuania.", "Kursenai", "LTU", 56.0, 22.9);
    assert_place("The Lithuanian minister went to Vilnius. He was born in Kursenai. Kursenai gave him a welcome.", "Kursenai", "LTU", 56.0, 22.9);
    assert_no_place("Mr. Kursenai spoke. The Polish minister answered Kursenai.", "Kursenai");
    assert_no_place("The Lithuanian judge heard Anna Kursenai.", "Kursenai");
}

static void runners_up_are_kept(void **state) {
    (void)state;
    dl_doc *doc = read_text("Shells fell on Tripoli, Lebanon, overnight.", NULL);
    const dl_place *p = place(doc, "Tripoli");
    assert_non_null(p);
    assert_true(p->choice_count > 1);
    const dl_choice *first = &doc->choices.rows[p->first_choice], *second = first + 1;
    assert_bytes(first->country, "LBN");
    assert_int_equal(first->geonameid, p->geonameid);
    assert_true(first->container > 0);
    assert_bytes(second->country, "LBY");
    assert_int_equal(second->container, 0);
    assert_true(second->size > first->size);
    dl_doc_free(doc);
}

static void the_outlet_tells_its_country(void **state) {
    static const struct {
        const char *uri, *country;
    } outlets[] = {{"https://www.example.co.nz/news/fire", "NZL"}, {"http://example.ca:80/fire", "CAN"}, {"https://example.uk", "GBR"}};
    (void)state;
    for (size_t i = 0; i < sizeof outlets / sizeof *outlets; i++) {
        dl_doc *doc = NULL;
        dl_source source = {.uri = outlets[i].uri};
        assert_int_equal(dl_doc_make(&doc, &source, DL_LIT("Two people died in a fire in Hamilton on Sunday."), NULL), DL_OK);
        assert_int_equal(dl_analyze(test_engine(), doc, DL_STAGES_ALL, NULL), DL_OK);
        const dl_place *p = place(doc, "Hamilton");
        assert_non_null(p);
        assert_bytes(p->country, outlets[i].country);
        dl_doc_free(doc);
    }
}

static void second_order_units_are_told(void **state) {
    (void)state;
    dl_doc *doc = read_text("Two men were arrested in Yavoriv on Sunday.", NULL);
    const dl_place *p = place(doc, "Yavoriv");
    assert_non_null(p);
    assert_bytes(p->admin1, "Lviv");
    assert_bytes(p->admin2, "Yavorivskyi Raion");
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
        cmocka_unit_test(a_capital_is_one_with_an_accent_too),
        cmocka_unit_test(names_of_the_news_have_their_points),
        cmocka_unit_test(spellings_differ_in_marks_alone),
        cmocka_unit_test(small_places_need_support),
        cmocka_unit_test(runners_up_are_kept),
        cmocka_unit_test(second_order_units_are_told),
        cmocka_unit_test(the_outlet_tells_its_country),
        cmocka_unit_test(containers_decide),
        cmocka_unit_test(countries_of_the_document_decide),
        cmocka_unit_test(other_names_are_no_places),
        cmocka_unit_test(governments_are_places_too),
        cmocka_unit_test(old_and_other_spellings),
        cmocka_unit_test(capitals_are_read),
        cmocka_unit_test(unknown_names_have_no_point),
        cmocka_unit_test(places_lie_within),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
