/* Sentences and tokens. */
#include "support.h"

#include <stdio.h>
#include <string.h>

#include "intake/cut.h"

/* The tokens of a text joined by blanks, its sentences by " / ". */
static void assert_cut(const char *text, const char *expected) {
    dl_doc *doc = read_text(text, NULL);
    char got[4096];
    size_t size = 0;
    for (DL_EACH(s, &doc->sentences)) {
        const dl_sentence *sentence = &doc->sentences.rows[s];
        if (s > 1) size += (size_t)snprintf(got + size, sizeof got - size, " / ");
        for (uint32_t t = sentence->first_token; t < dl_sentence_end(sentence); t++) {
            dl_bytes word = dl_token_text(doc, t);
            size += (size_t)snprintf(got + size, sizeof got - size, "%s%.*s", t > sentence->first_token ? " " : "", (int)word.size, word.data);
        }
    }
    assert_string_equal(got, expected);
    dl_doc_free(doc);
}

static void cuts_plain_sentences(void **state) {
    (void)state;
    assert_cut("Rebels left the town. Nobody was hurt!", "Rebels left the town . / Nobody was hurt !");
    assert_cut("It rained (hard). They left.", "It rained ( hard ) . / They left .");
}

static void keeps_abbreviations(void **state) {
    (void)state;
    assert_cut("Gen. Omar Sesay met Lt. Col. Ba on Sept. 3 in the U.S. Embassy.", "Gen. Omar Sesay met Lt. Col. Ba on Sept. 3 in the U.S. Embassy .");
    assert_cut("It was 9 p.m. The street was empty.", "It was 9 p.m. / The street was empty .");
    assert_cut("J. R. Moyo spoke. He left at 6pm.", "J. R. Moyo spoke . / He left at 6 pm .");
}

static void cuts_contractions(void **state) {
    (void)state;
    assert_cut("They don't know; Kenya's army can't say. It\xe2\x80\x99s late.",
               "They do n't know ; Kenya 's army ca n't say . / It \xe2\x80\x99s late .");
    assert_cut("The soldiers' wives cannot wait.", "The soldiers ' wives can not wait .");
}

static void cuts_hyphens_and_numbers(void **state) {
    (void)state;
    assert_cut("A pro-government, 12-year-old well-known group took $2,200 on 2022-03-14 at 0820 GMT.",
               "A pro-government , 12 - year - old well - known group took $ 2,200 on 2022-03-14 at 0820 GMT .");
    assert_cut("About 50% voted, 3.5 million people.", "About 50 % voted , 3.5 million people .");
}

static void cuts_quotations(void **state) {
    (void)state;
    assert_cut("\"We will stay. We must,\" she said.", "\" We will stay . / We must , \" she said .");
    assert_cut("``It is over,'' he said.", "`` It is over , '' he said .");
    assert_cut("He said: \xe2\x80\x9cNo.\xe2\x80\x9d The crowd left.", "He said : \xe2\x80\x9c No . \xe2\x80\x9d / The crowd left .");
}

static void cuts_addresses_and_dots(void **state) {
    (void)state;
    assert_cut("See https://example.org/a?b=1, then wait... for it.", "See https://example.org/a?b=1 , then wait ... for it .");
}

static void sets_the_dateline_apart(void **state) {
    (void)state;
    assert_cut("KYIV, March 14 (AP) \xe2\x80\x94 Talks began. They went on.", "KYIV , March 14 ( AP ) \xe2\x80\x94 / Talks began . / They went on .");
    assert_cut("LAGOS, Nigeria (AP) _ Police fired.", "LAGOS , Nigeria ( AP ) _ / Police fired .");
}

static void joins_wrapped_lines(void **state) {
    (void)state;
    assert_cut("THE ARMY SAID TODAY THAT ITS SOLDIERS HAD CROSSED THE RIVER AT\nDAWN AND TAKEN THE BRIDGE NEAR THE TOWN OF LA UNION WITHOUT "
               "ANY\nLOSSES.\n\nNO "
               "ONE COMMENTED.",
               "THE ARMY SAID TODAY THAT ITS SOLDIERS HAD CROSSED THE RIVER AT DAWN AND TAKEN THE BRIDGE NEAR THE TOWN OF LA UNION WITHOUT ANY "
               "LOSSES . / NO ONE "
               "COMMENTED .");
}

static void keeps_headlines_apart(void **state) {
    (void)state;
    assert_cut("Two die in clash\nSoldiers clashed with rebels on Monday.\nTwo people died.",
               "Two die in clash / Soldiers clashed with rebels on Monday . / Two people died .");
}

static void repairs_invalid_bytes(void **state) {
    (void)state;
    dl_doc *doc = read_text("Caf\xc3 closed \xff.", NULL);
    dl_span raw;
    assert_int_equal(doc->repairs, 2);
    assert_bytes(doc->text, "Caf\xef\xbf\xbd closed \xef\xbf\xbd.");
    assert_bytes(dl_doc_quote(doc, (dl_span){7, 13}, &raw), "closed");
    assert_int_equal(raw.begin, 5);
    assert_int_equal(raw.end, 11);
    dl_doc_free(doc);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_plain_sentences),     cmocka_unit_test(keeps_abbreviations), cmocka_unit_test(cuts_contractions),
        cmocka_unit_test(cuts_hyphens_and_numbers), cmocka_unit_test(cuts_quotations),     cmocka_unit_test(cuts_addresses_and_dots),
        cmocka_unit_test(sets_the_dateline_apart),  cmocka_unit_test(joins_wrapped_lines), cmocka_unit_test(keeps_headlines_apart),
        cmocka_unit_test(repairs_invalid_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
