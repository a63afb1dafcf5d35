/* Sentences and tokens. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "intake/cut.h"
#include "intake/ends.h"

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

static void cuts_web_tokens(void **state) {
    (void)state;
    assert_cut("Mail <j.doe@example.org>, or see example.org/a-b_c (notes_2.doc).",
               "Mail < j.doe@example.org > , or see example.org/a-b_c ( notes_2.doc ) .");
    assert_cut("TJO\"<ded69...@example.com> wrote", "TJO \" < ded69...@example.com > wrote");
    assert_cut("Great :) but sad :-( and <3 ===> done", "Great :) but sad :-( and <3 ===> done");
    assert_cut("(see: this) and 10:30 at http://a.b/c:d", "( see : this ) and 10:30 at http://a.b/c:d");
    assert_cut("Really?! Wait.... No.?", "Really ?! / Wait .... / No .?");
    assert_cut("pay $$$ or co$t $5", "pay $$$ or co$t $ 5");
    assert_cut("go b/c it is 24/7 w/o him and/or her", "go b/c it is 24/7 w/o him and / or her");
    assert_cut("call 555-1234 from 1914-1918, 100-1500 men", "call 555-1234 from 1914 - 1918 , 100 - 1500 men");
}

static void cuts_fused_words(void **state) {
    (void)state;
    assert_cut("dont say im late, youre wrong", "do nt say i m late , you re wrong");
    assert_cut("get 'em 'til '09, 'tis the '60s and the 80's", "get 'em 'til '09 , 't is the '60s and the 80's");
    assert_cut("its not in its house, 2003's best", "it s not in its house , 2003 's best");
    assert_cut("10km, $5m, 1,350kg and 35\xc2\xb0"
               "C, the 1970s, a 4x4, 21st",
               "10 km , $ 5 m , 1,350 kg and 35 \xc2\xb0 C , the 1970s , a 4x4 , 21st");
    assert_cut("over-rated and over-the-counter since mid-2003", "over-rated and over - the - counter since mid-2003");
    assert_cut("two sit-ins and a walk-out", "two sit-ins and a walk-out");
}

static void cuts_stops_with_abbreviations(void **state) {
    (void)state;
    assert_cut("Acme Inc.. St.George, Ph.D., etc. and so on, etc.", "Acme Inc. . / St. George , Ph.D. , etc. and so on , etc .");
    assert_cut("He ended.The next won.the rest of a.b", "He ended . / The next won . the rest of a.b");
}

static void cuts_emoji(void **state) {
    (void)state;
    assert_cut("ask\xe2\x99\xa5 \xf0\x9f\x98\x80\xf0\x9f\x98\x80 \xf0\x9f\x87\xba\xf0\x9f\x87\xb8",
               "ask \xe2\x99\xa5 \xf0\x9f\x98\x80 \xf0\x9f\x98\x80 \xf0\x9f\x87\xba\xf0\x9f\x87\xb8");
    assert_cut("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80x", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80 x");
}

static void ends_sentences_by_what_surrounds_them(void **state) {
    (void)state;
    assert_cut("He was aged 25. Kosiec said so. She retires at 65. Mr. Schwarz stays.",
               "He was aged 25 . / Kosiec said so . / She retires at 65 . / Mr. Schwarz stays .");
    assert_cut("\"We know that.\" UNESCO agreed. K. Michael Stevens said 'no'.",
               "\" We know that . \" / UNESCO agreed . / K. Michael Stevens said ' no ' .");
    assert_cut("words like \"may,\" \"could,\" \"will\" are hedges", "words like \" may , \" \" could , \" \" will \" are hedges");
    assert_cut("P.J. Crowley met A.L. Williams of the anti-U.S. group.", "P.J. Crowley met A.L. Williams of the anti-U.S. group .");
    assert_cut("See http://a.b/c. http://d.e/f is it. thanks! He left.", "See http://a.b/c . / http://d.e/f is it . / thanks ! / He left .");
    assert_cut("He came at 9 a.m. Tuesday and left at 5 p.m. The police stayed.",
               "He came at 9 a.m. Tuesday and left at 5 p.m. / The police stayed .");
    assert_cut("TROOPS LEFT. THE U.S. EMBASSY CLOSED. GEN. VARGAS SPOKE.", "TROOPS LEFT . / THE U.S. EMBASSY CLOSED . / GEN. VARGAS SPOKE .");
}

/* A text of `count` pieces. */
static dl_doc *read_many(const char *piece, size_t count) {
    size_t size = strlen(piece);
    char *text = malloc(size * count + 1);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++) memcpy(text + i * size, piece, size);
    text[size * count] = 0;
    dl_doc *doc = NULL;
    dl_source source = {0};
    assert_int_equal(dl_doc_make(&doc, &source, (dl_bytes){text, size * count}, NULL), DL_OK);
    dl_cut_read(test_engine()->cutter, doc);
    assert_null(dl_doc_check(doc));
    free(text);
    return doc;
}

static void assert_counts(const char *piece, size_t count, uint32_t sentences, uint32_t tokens) {
    dl_doc *doc = read_many(piece, count);
    assert_int_equal(doc->sentences.count - 1, sentences);
    assert_int_equal(doc->tokens.count - 1, tokens);
    dl_doc_free(doc);
}

static void cuts_monsters(void **state) {
    (void)state;
    enum { MEGABYTE = 1 << 20 };
    assert_counts("word ", 10000, 1, 10000);
    assert_counts("word", 1, 1, 1);
    assert_counts(".", 1, 1, 1);
    assert_counts("a", MEGABYTE, 1, 1);
    assert_counts("\xe5\x8c\x97", MEGABYTE / 3, 1, 1);
    assert_counts("a-", MEGABYTE / 2, 1, MEGABYTE);
    assert_counts("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d ", 10000, 1, 10000);
    assert_counts("Kyiv \xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2 \xe5\x8c\x97 ", 1000, 1, 3000);
    assert_counts("!", MEGABYTE, 1, 1);
    assert_counts("\xf0\x9f\x98\x80", 10000, 1, 10000);
    assert_counts("\xf0\x9f\x98\x80 ", 10000, 1, 10000);
}

/* A megabyte of one shape after the other; one on which cutting takes more than linear time needs minutes. */
static void cuts_long_rows(void **state) {
    (void)state;
    enum { MEGABYTE = 1 << 20 };
    static const char *const pieces[] = {"a@",
                                         "a.com\"",
                                         "a.com@",
                                         "a.b.",
                                         "www.a<",
                                         ":-)",
                                         "-=>",
                                         "a_",
                                         "?!. ",
                                         "$a",
                                         "a'",
                                         "1-2",
                                         "a..b",
                                         "1's",
                                         "mid-",
                                         "the.",
                                         "\xe2\x80\x98\xe2\x80\x99",
                                         "\xf0\x9f\x87\xba",
                                         "\xe2\x80\x8d",
                                         "[(<\"'`*+=~^|/\\%#&;:,",
                                         "A. B) \"C\" 1. D: "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        dl_doc *doc = read_many(pieces[i], MEGABYTE / strlen(pieces[i]));
        assert_true(doc->tokens.count > 1 || doc->text.size == 0);
        dl_doc_free(doc);
    }
}

/* What the cutter relies on: rows in the order of their keys, each key that of its feature. */
static void table_of_ends_is_in_order(void **state) {
    (void)state;
    const dl_know *know = test_engine()->know;
    uint32_t table = dl_know_table(know, "text/ends"), last = 0;
    dl_end_weights weights;
    assert_true(dl_end_weights_open(&weights, know));
    assert_true(dl_know_rows(know, table) > 1000);
    for (uint32_t row = 0; row < dl_know_rows(know, table); row++) {
        dl_bytes text = dl_know_get(know, table, row, "feature");
        dl_end_feature feature = {.size = (uint32_t)text.size};
        assert_in_range(text.size, 1, DL_END_ROOM);
        memcpy(feature.text, text.data, text.size);
        uint32_t key = dl_know_integer(know, table, row, dl_know_column(know, table, "key"));
        assert_int_equal(key, dl_end_key(&feature));
        assert_true(key > last);
        last = key;
        int32_t ends = (int32_t)dl_know_integer(know, table, row, dl_know_column(know, table, "for"));
        int32_t goes_on = (int32_t)dl_know_integer(know, table, row, dl_know_column(know, table, "against"));
        assert_true((ends != 0) != (goes_on != 0));
        assert_int_equal(dl_end_weight(&weights, &feature), ends - goes_on);
    }
    assert_int_equal(dl_end_weight(&weights, &(dl_end_feature){"no such feature", 15}), 0);
    dl_end_weights_close(&weights);
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
        cmocka_unit_test(cuts_plain_sentences),
        cmocka_unit_test(keeps_abbreviations),
        cmocka_unit_test(cuts_contractions),
        cmocka_unit_test(cuts_hyphens_and_numbers),
        cmocka_unit_test(cuts_quotations),
        cmocka_unit_test(cuts_addresses_and_dots),
        cmocka_unit_test(sets_the_dateline_apart),
        cmocka_unit_test(joins_wrapped_lines),
        cmocka_unit_test(keeps_headlines_apart),
        cmocka_unit_test(repairs_invalid_bytes),
        cmocka_unit_test(cuts_web_tokens),
        cmocka_unit_test(cuts_fused_words),
        cmocka_unit_test(cuts_stops_with_abbreviations),
        cmocka_unit_test(cuts_emoji),
        cmocka_unit_test(ends_sentences_by_what_surrounds_them),
        cmocka_unit_test(cuts_monsters),
        cmocka_unit_test(cuts_long_rows),
        cmocka_unit_test(table_of_ends_is_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
