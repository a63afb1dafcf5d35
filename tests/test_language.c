/* Telling the language, and charsets of pages. */
#include "support.h"

#include <stdio.h>

static void assert_language(const char *text, const char *given, const char *language, bool foreign) {
    dl_doc *doc = NULL;
    dl_source source = {.language = given};
    assert_int_equal(dl_doc_make(&doc, &source, dl_bytes_of(text), NULL), DL_OK);
    assert_int_equal(dl_analyze(test_engine(), doc, DL_STAGES_ALL, NULL), DL_OK);
    assert_int_equal(dl_doc_foreign(doc), foreign);
    assert_bytes(doc->language, language);
    if (foreign) assert_true(doc->sentences.count <= 1);
    dl_doc_free(doc);
}

static void languages_are_told_apart(void **state) {
    (void)state;
    assert_language("At least four people were killed in the port on Monday, the mayor said.", NULL, "", false);
    assert_language("Bei einem Angriff auf den Hafen sind am Montag vier Menschen get\xc3\xb6tet worden, wie die Stadt sagte.", NULL, "de", true);
    assert_language("Au moins quatre personnes ont \xc3\xa9t\xc3\xa9 tu\xc3\xa9"
                    "es lundi dans le port, selon le maire de la ville.",
                    NULL, "fr", true);
    assert_language(
        "\xd0\x9f\xd0\xbe\xd1\x80\xd1\x82 \xd0\xb1\xd1\x8b\xd0\xbb \xd0\xbe\xd0\xb1\xd1\x81\xd1\x82\xd1\x80\xd0\xb5\xd0\xbb\xd1\x8f\xd0\xbd "
        "\xd0\xb2 \xd0\xbf\xd0\xbe\xd0\xbd\xd0\xb5\xd0\xb4\xd0\xb5\xd0\xbb\xd1\x8c\xd0\xbd\xd0\xb8\xd0\xba",
        NULL, "und", true);
}

static void what_is_given_decides_where_the_text_is_short(void **state) {
    (void)state;
    assert_language("Gunmen killed two policemen in Mosul.", NULL, "", false);
    assert_language("Vier Tote in Odara.", "de", "de", true);
    assert_language("Four dead in Odara.", "en-GB", "en-GB", false);
    assert_language("At least four people were killed in the port on Monday, the mayor said.", "fr", "fr", false);
}

static dl_doc *read_page(dl_bytes page, const char *charset) {
    dl_doc *doc = NULL;
    dl_source source = {.charset = charset};
    assert_int_equal(dl_doc_make_page(&doc, &source, page, NULL), DL_OK);
    assert_int_equal(dl_analyze(test_engine(), doc, DL_STAGES_ALL, NULL), DL_OK);
    return doc;
}

#define CAFE(e) "<p>The caf" e " on the quay was hit at dawn, and two of those who were in it died there.</p>"

static void assert_charset(const char *page, const char *header, const char *name, const char *basis) {
    dl_doc *doc = read_page(dl_bytes_of(page), header);
    assert_bytes(doc->charset, name);
    assert_string_equal(doc->charset_basis, basis);
    assert_bytes((dl_bytes){doc->text.data, 13}, "The caf\xc3\xa9 on ");
    dl_span raw;
    dl_doc_quote(doc, (dl_span){7, 9}, &raw);
    const char *before = strstr(page, "caf");
    assert_int_equal(raw.begin, before + 3 - page);
    assert_int_equal(page[raw.end], ' ');
    assert_int_equal(doc->repairs, 0);
    dl_doc_free(doc);
}

static void charsets_are_told_by_the_best_evidence(void **state) {
    (void)state;
    assert_charset(CAFE("\xc3\xa9"), NULL, "utf-8", "content");
    assert_charset(CAFE("\xe9"), NULL, "windows-1252", "content");
    assert_charset("<meta charset=latin1>" CAFE("\xe9"), NULL, "windows-1252", "meta");
    assert_charset("<meta charset=utf-8>" CAFE("\xe9"), "iso-8859-2", "iso-8859-2", "header");
    assert_charset("\xef\xbb\xbf<meta charset=latin1>" CAFE("\xc3\xa9"), "iso-8859-2", "utf-8", "bom");
    assert_charset("<meta http-equiv=content-type content='text/html; charset=\"macintosh\"'>" CAFE("\x8e"), NULL, "macintosh", "meta");
    assert_charset("<meta charset=utf-16>" CAFE("\xc3\xa9"), NULL, "utf-8", "meta");
    assert_charset("<meta charset=no-such>" CAFE("\xc3\xa9"), "neither", "utf-8", "content");
}

static void wide_pages_are_read(void **state) {
    (void)state;
    const char *page = "<title>A</title>" CAFE("e");
    char wide[512];
    size_t size = strlen(page);
    for (size_t i = 0; i < size; i++) wide[2 * i] = page[i], wide[2 * i + 1] = 0;
    dl_doc *doc = read_page((dl_bytes){wide, 2 * size}, NULL);
    assert_bytes(doc->charset, "utf-16le");
    assert_bytes(doc->charset_basis ? dl_bytes_of(doc->charset_basis) : (dl_bytes){0}, "content");
    dl_span raw;
    dl_doc_quote(doc, (dl_span){0, doc->text.size}, &raw);
    assert_int_equal(raw.begin, 2 * (strstr(page, "The") - page));
    assert_int_equal(raw.end, 2 * (strstr(page, "</p>") - page));
    dl_doc_free(doc);
}

/* A block of a disk that was never written is no UTF-16. */
static void zeros_in_front_are_no_charset(void **state) {
    (void)state;
    static const char words[] = CAFE("e");
    char page[2048 + sizeof words] = {0};
    memcpy(page + 2048, words, sizeof words - 1);
    dl_doc *doc = read_page((dl_bytes){page, sizeof page - 1}, NULL);
    assert_bytes(doc->charset, "utf-8");
    assert_bytes((dl_bytes){doc->text.data, 9}, "The cafe ");
    dl_doc_free(doc);
}

static void bytes_of_no_character_are_counted(void **state) {
    (void)state;
    dl_doc *doc = read_page(dl_bytes_of(CAFE("\xff\xfe")), "utf-8");
    assert_int_equal(doc->repairs, 2);
    dl_doc_free(doc);
    doc = read_page(dl_bytes_of(CAFE("\x81")), "windows-1252");
    assert_int_equal(doc->repairs, 1);
    dl_doc_free(doc);
}

#define TWICE "\xc3\xa2\xe2\x82\xac\xe2\x84\xa2" /* an apostrophe, encoded twice */

static void text_that_was_encoded_twice_is_set_right(void **state) {
    (void)state;
    dl_doc *doc = read_page(dl_bytes_of("<p>It" TWICE "s the caf\xc3\x83\xc2\xa9 that wasn" TWICE "t hit, said the mayor of the town.</p>"), NULL);
    assert_bytes(doc->text, "It\xe2\x80\x99s the caf\xc3\xa9 that wasn\xe2\x80\x99t hit, said the mayor of the town.");
    assert_int_equal(doc->mended, 3);
    dl_doc_free(doc);
    doc = read_page(dl_bytes_of("<p>It" TWICE "s the caf\xc3\xa9 that was hit at dawn, said the mayor of the town.</p>"), NULL);
    assert_bytes(doc->text, "It" TWICE "s the caf\xc3\xa9 that was hit at dawn, said the mayor of the town.");
    assert_int_equal(doc->mended, 0);
    dl_doc_free(doc);
}

/* The text of JSON is decoded already: what a page in it says of its charset is no longer true. */
static void pages_in_json_are_decoded_already(void **state) {
    (void)state;
    dl_doc *doc = read_page(dl_bytes_of("<meta charset=latin1>" CAFE("\xc3\xa9")), "");
    assert_bytes((dl_bytes){doc->text.data, 13}, "The caf\xc3\xa9 on ");
    assert_bytes(doc->charset, "");
    dl_doc_free(doc);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(languages_are_told_apart),
        cmocka_unit_test(what_is_given_decides_where_the_text_is_short),
        cmocka_unit_test(charsets_are_told_by_the_best_evidence),
        cmocka_unit_test(wide_pages_are_read),
        cmocka_unit_test(zeros_in_front_are_no_charset),
        cmocka_unit_test(bytes_of_no_character_are_counted),
        cmocka_unit_test(text_that_was_encoded_twice_is_set_right),
        cmocka_unit_test(pages_in_json_are_decoded_already),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
