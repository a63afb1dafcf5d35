/* The date of a report that was given none, and the links in its text. */
#include "support.h"

#include <stdio.h>

#include "base/calendar.h"

static dl_doc *read_from(const char *text, const char *uri, const char *published) {
    dl_doc *doc = NULL;
    dl_source source = {.uri = uri, .published = published};
    assert_int_equal(dl_doc_make(&doc, &source, dl_bytes_of(text), NULL), DL_OK);
    assert_int_equal(dl_analyze(test_engine(), doc, DL_STAGES_ALL, NULL), DL_OK);
    const char *wrong = dl_doc_check(doc);
    if (wrong) fail_msg("unsound: %s", wrong);
    return doc;
}

/* `expected` is ISO 8601, "" for unknown. */
static void assert_published(const char *text, const char *uri, const char *expected, dl_published_basis basis, const char *words) {
    dl_doc *doc = read_from(text, uri, NULL);
    char got[32];
    size_t size = doc->published == DL_NO_TIME ? 0 : dl_iso_write(got, doc->published, (dl_grain)doc->published_grain, doc->published_zoned);
    assert_bytes((dl_bytes){got, size}, expected);
    assert_string_equal(dl_published_basis_name(doc->published_basis), dl_published_basis_name(basis));
    assert_words(doc, doc->published_span, words);
    dl_doc_free(doc);
}

static void reads_datelines(void **state) {
    (void)state;
    assert_published("LIMA, 3 JUN 88 (EFE) -- A bridge was blown up.", NULL, "1988-06-03", DL_PUBLISHED_DATELINE, "3 JUN 88");
    assert_published("   PORT-AU-PRINCE (HAITI), 21 OCT 93 (RADIO METROPOLE) -- [TEXT] Nobody came.", NULL, "1993-10-21", DL_PUBLISHED_DATELINE,
                     "21 OCT 93");
    assert_published("Shelling in the east\nODESA, Ukraine, May 4, 2023 (AP) \xe2\x80\x94 Two people died.", NULL, "2023-05-04",
                     DL_PUBLISHED_DATELINE, "May 4, 2023");
    assert_published("Rio de Janeiro, 9 March 2019 - The army left.", NULL, "2019-03-09", DL_PUBLISHED_DATELINE, "9 March 2019");
    assert_published("JUBA, Sept. 2 2014 Reuters - Fighting resumed.", NULL, "2014-09-02", DL_PUBLISHED_DATELINE, "Sept. 2 2014");
}

static void other_dates_are_no_datelines(void **state) {
    (void)state;
    assert_published("In Lima, on 3 June 1988 (see below), a bridge was blown up.", NULL, "", DL_PUBLISHED_UNKNOWN, "");
    assert_published("LIMA, June 3 (EFE) -- A bridge was blown up.", NULL, "", DL_PUBLISHED_UNKNOWN, "");
    assert_published("LIMA, 31 JUN 88 (EFE) -- A bridge was blown up.", NULL, "", DL_PUBLISHED_UNKNOWN, "");
    assert_published("The treaty was signed on May 4, 2013, in Lima.", NULL, "", DL_PUBLISHED_UNKNOWN, "");
}

static void reads_addresses(void **state) {
    (void)state;
    const char *text = "Troops left.";
    assert_published(text, "https://example.org/world/2022/03/14/troops-left", "2022-03-14", DL_PUBLISHED_URL, "");
    assert_published(text, "https://example.org/world/2022/mar/4/troops-left", "2022-03-04", DL_PUBLISHED_URL, "");
    assert_published(text, "https://example.org/troops-left-2022-03-14.html", "2022-03-14", DL_PUBLISHED_URL, "");
    assert_published(text, "https://example.org/n/20220314-troops?x=20200101", "2022-03-14", DL_PUBLISHED_URL, "");
    assert_published(text, "https://example.org/202203/14/a1.html", "2022-03-14", DL_PUBLISHED_URL, "");
    assert_published(text, "https://example.org/2022/0314/c90000-1.html", "2022-03-14", DL_PUBLISHED_URL, "");
    assert_published(text, "https://example.org/2022/03/troops-left", "2022-03", DL_PUBLISHED_URL, "");
    assert_published(text, "https://example.org/2022/13/14/troops-left", "", DL_PUBLISHED_UNKNOWN, "");
    assert_published(text, "https://example.org/a/88912345/2015/x", "", DL_PUBLISHED_UNKNOWN, "");
}

static void address_gives_the_year_of_a_dateline(void **state) {
    (void)state;
    assert_published("LIMA, June 3 (EFE) -- A bridge was blown up.", "https://example.org/2018/06/x", "2018-06-03", DL_PUBLISHED_DATELINE, "June 3");
}

static void reads_a_date_that_stands_alone(void **state) {
    (void)state;
    assert_published("Troops leave\nBy A. Writer\nPublished: Friday, March 4, 2022 5:31 PM GMT\nTroops left.", NULL, "2022-03-04", DL_PUBLISHED_TEXT,
                     "March 4, 2022");
    assert_published("4 March 2022\n\nTroops left.", NULL, "2022-03-04", DL_PUBLISHED_TEXT, "4 March 2022");
}

/* The id tells 2021-08-03, a Tuesday, 21:05. */
#define POST "https://twitter.com/someone/status/1422664821765050514"

static void weekdays_pick_the_day_behind_a_post(void **state) {
    (void)state;
    assert_published("Talks will resume Wednesday, a spokesman said.\n" POST "\nThe rebels attacked on Tuesday. \"We wait,\" she said on Wednesday.",
                     NULL, "2021-08-04", DL_PUBLISHED_MEDIA_ID, POST);
    assert_published("Two died on Monday. He spoke on Tuesday.\n" POST "\nThe council meets again on Thursday, and will vote on Friday.", NULL,
                     "2021-08-03", DL_PUBLISHED_MEDIA_ID, POST);
    assert_published("Two people died.\n" POST "\n", NULL, "", DL_PUBLISHED_UNKNOWN, "");
}

static void given_dates_stay(void **state) {
    (void)state;
    dl_doc *doc = read_from("LIMA, 3 JUN 88 (EFE) -- A bridge was blown up.", "https://example.org/2022/03/14/x", "1999-01-02");
    assert_int_equal(doc->published_basis, DL_PUBLISHED_GIVEN);
    dl_doc_free(doc);
}

static void assert_link(const char *link, const char *network, dl_instant created) {
    char text[256];
    int size = snprintf(text, sizeof text, "They wrote (%s), and left.", link);
    assert_true(size > 0 && (size_t)size < sizeof text);
    dl_doc *doc = read_from(text, NULL, NULL);
    assert_int_equal(doc->media.count, 2);
    assert_words(doc, doc->media.rows[1].span, link);
    assert_bytes(doc->media.rows[1].network, network);
    assert_int_equal(doc->media.rows[1].created, created);
    dl_doc_free(doc);
}

static void reads_the_time_of_posts(void **state) {
    (void)state;
    enum { POSTED = 1628024700 };
    assert_link(POST, "twitter", POSTED);
    assert_link("https://x.com/i/web/status/1422664821765050514/photo/1?s=20", "twitter", POSTED);
    assert_link("https://discord.com/channels/41771983423143937/41771983423143936/872223552307204242", "discord", POSTED);
    assert_link("https://example.social/@someone/106694226739204242", "mastodon", POSTED);
    assert_link("https://www.tiktok.com/@someone/video/6992312843580215442", "tiktok", POSTED);
    assert_link("https://www.instagram.com/p/CSIG7JDgBCS/", "instagram", POSTED);
    assert_link("https://bsky.app/profile/example.org/post/3k43gl3f7s26m", "bluesky", 1691096700);
}

static void posts_without_a_time(void **state) {
    (void)state;
    assert_link("https://twitter.com/someone/status/27421", "twitter", DL_NO_TIME); /* before ids told time */
    assert_link("https://twitter.com/someone/status/99999999999999999999", "twitter", DL_NO_TIME);
    assert_link("https://www.youtube.com/watch?v=abc", "youtube", DL_NO_TIME);
    assert_link("https://t.me/someone/123", "telegram", DL_NO_TIME);
    assert_link("pic.twitter.com/abcdef", "twitter", DL_NO_TIME);
    assert_link("https://www.facebook.com/someone/posts/1", "facebook", DL_NO_TIME);
}

static void other_links_are_no_media(void **state) {
    (void)state;
    dl_doc *doc = read_from("See https://example.org/x and nottwitter.com/a and and/or, 3/4, //// and twitter.com.", NULL, NULL);
    assert_int_equal(doc->media.count, 0);
    dl_doc_free(doc);
}

static void a_post_is_not_younger_than_the_report(void **state) {
    (void)state;
    dl_doc *doc = read_from("They wrote " POST, NULL, "2020-01-01");
    assert_int_equal(doc->media.rows[1].created, DL_NO_TIME);
    dl_doc_free(doc);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_datelines),
        cmocka_unit_test(other_dates_are_no_datelines),
        cmocka_unit_test(reads_addresses),
        cmocka_unit_test(address_gives_the_year_of_a_dateline),
        cmocka_unit_test(reads_a_date_that_stands_alone),
        cmocka_unit_test(weekdays_pick_the_day_behind_a_post),
        cmocka_unit_test(given_dates_stay),
        cmocka_unit_test(reads_the_time_of_posts),
        cmocka_unit_test(posts_without_a_time),
        cmocka_unit_test(other_links_are_no_media),
        cmocka_unit_test(a_post_is_not_younger_than_the_report),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
