/* Feeds of every kind, and those that are broken or hostile. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

static dl_reader *open_feed(const char *feed) {
    dl_reader *reader = NULL;
    dl_error error = {0};
    dl_input input = {.memory = dl_bytes_of(feed)};
    if (dl_reader_open(&reader, &input, &error) != DL_OK) fail_msg("not opened: %s", error.message);
    return reader;
}

/* The next item as "title|text|uri|byline|published". */
static void assert_item(dl_reader *reader, const char *wanted) {
    char got[1024], date[32] = "";
    dl_doc *doc = NULL;
    dl_error error = {0};
    if (dl_reader_next(reader, &doc, &error) != DL_OK) fail_msg("no item: %s", error.message);
    assert_int_equal(dl_analyze(test_engine(), doc, DL_STAGES_TEXT, NULL), DL_OK);
    if (doc->published != DL_NO_TIME) snprintf(date, sizeof date, "%ld", (long)doc->published);
    snprintf(got, sizeof got, "%s|%s|%s|%s|%s", doc->title.size ? doc->title.data : "", doc->text.data, doc->uri.size ? doc->uri.data : "",
             doc->byline.size ? doc->byline.data : "", date);
    if (strcmp(got, wanted)) fail_msg("%s, not %s", got, wanted);
    dl_doc_free(doc);
}

static void assert_end(dl_reader *reader) {
    dl_doc *doc = NULL;
    assert_int_equal(dl_reader_next(reader, &doc, NULL), DL_END);
    dl_reader_close(reader);
}

static void rss_is_read(void **state) {
    (void)state;
    dl_reader *reader = open_feed(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Post</title><language>en</language>"
        "<item><title>\n Shells\n &amp;amp; smoke</title><link>https://post.example/1</link><dc:creator xmlns:dc='d'>J. Roe</dc:creator>"
        "<pubDate>Mon, 06 May 2024 21:30:00 +0300</pubDate><description>Short.</description><media:content xmlns:media='m' url='a.jpg'/>"
        "<content:encoded xmlns:content='c'><![CDATA[<p>Shells hit the quay.</p><p>Share this</p><p>Four died there.</p>]]></content:encoded></item>"
        "<item><title>Talks</title><description>&lt;p&gt;Talks go on.&lt;/p&gt;</description><pubDate>Tue, 7 May 2024 06:00:00 EST</pubDate></item>"
        "</channel></rss>");
    assert_item(reader, "Shells & smoke|Shells hit the quay.\n\nFour died there.|https://post.example/1|J. Roe|1715020200");
    assert_item(reader, "Talks|Talks go on.|||1715079600");
    assert_end(reader);
}

static void rdf_is_read(void **state) {
    (void)state;
    dl_reader *reader = open_feed("<rdf:RDF xmlns:rdf='r' xmlns='x' xmlns:dc='d'><channel><title>Post</title></channel>"
                                  "<item><title>T</title><link>https://x.example/1</link><description>Two died.</description>"
                                  "<dc:date>2024-05-06T08:00:00Z</dc:date></item></rdf:RDF>");
    assert_item(reader, "T|Two died.|https://x.example/1||1714982400");
    assert_end(reader);
}

static void atom_is_read(void **state) {
    (void)state;
    dl_reader *reader =
        open_feed("<feed xmlns='http://www.w3.org/2005/Atom'><title>Post</title><entry><title>T</title>"
                  "<link rel='self' href='https://x.example/s'/><link href='https://x.example/1'/><author><name>Jane Roe</name></author>"
                  "<updated>2024-05-06T08:00:00Z</updated>"
                  "<content type='xhtml'><div><p>They hit <b>the port</b> &lt; twice.</p></div></content></entry></feed>");
    assert_item(reader, "T|They hit the port < twice.|https://x.example/1|Jane Roe|1714982400");
    assert_end(reader);
}

static void json_feed_is_read(void **state) {
    (void)state;
    dl_reader *reader = open_feed("{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Post\",\n \"items\": [\n"
                                  "{\"id\": \"1\", \"url\": \"https://x.example/1\", \"title\": \"T\", \"content_html\": \"<p>Two died.</p>\",\n"
                                  "\"date_published\": \"2024-05-06T10:00:00+02:00\", \"authors\": [{\"name\": \"J. Roe\"}]},\n"
                                  "{\"id\": 2, \"content_text\": \"a < b & c\"}]}");
    assert_item(reader, "T|Two died.|https://x.example/1|J. Roe|1714982400");
    assert_item(reader, "|a < b & c|||");
    assert_end(reader);
}

static void sitemaps_are_read(void **state) {
    (void)state;
    dl_reader *reader = open_feed("<urlset xmlns:news='n'><url><loc>https://x.example/9</loc><news:news><news:publication><news:name>Post</news:name>"
                                  "<news:language>en</news:language></news:publication><news:publication_date>2024-05-06</news:publication_date>"
                                  "<news:title>Raid</news:title></news:news></url></urlset>");
    assert_item(reader, "Raid||https://x.example/9||1714953600");
    assert_end(reader);
}

static void what_stands_before_an_error_is_kept(void **state) {
    (void)state;
    dl_reader *reader = open_feed("<rss><channel><item><title>T</title></item><item><title>U</tit");
    dl_doc *doc = NULL;
    dl_error error = {0};
    assert_item(reader, "T||||");
    assert_int_equal(dl_reader_next(reader, &doc, &error), DL_BAD_INPUT);
    assert_true(error.offset > 40);
    assert_end(reader);
}

static void entities_do_no_harm(void **state) {
    (void)state;
    dl_reader *reader = open_feed(
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>T&e;</title></item></channel></rss>");
    assert_item(reader, "T||||");
    assert_end(reader);
    char bomb[2048] = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>";
    for (int i = 1; i < 12; i++)
        snprintf(bomb + strlen(bomb), sizeof bomb - strlen(bomb), "<!ENTITY a%d '&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;'>", i, i - 1, i - 1, i - 1,
                 i - 1, i - 1, i - 1, i - 1, i - 1);
    strcat(bomb, "]><rss><channel><item><title>&a11;</title></item></channel></rss>");
    reader = open_feed(bomb);
    dl_doc *doc = NULL;
    dl_error error = {0};
    assert_int_equal(dl_reader_next(reader, &doc, &error), DL_BAD_INPUT);
    assert_non_null(strstr(error.message, "entities"));
    assert_end(reader);
}

static void depth_is_bounded(void **state) {
    (void)state;
    enum { DEPTH = 20000 };
    char *deep = malloc(DEPTH * 3 + 32);
    strcpy(deep, "<rss><channel>");
    for (int i = 0; i < DEPTH; i++) memcpy(deep + 14 + 3 * i, "<a>", 3);
    deep[14 + 3 * DEPTH] = 0;
    dl_reader *reader = open_feed(deep);
    dl_doc *doc = NULL;
    assert_int_equal(dl_reader_next(reader, &doc, NULL), DL_BAD_INPUT);
    assert_end(reader);
    free(deep);
}

static void old_charsets_are_known(void **state) {
    (void)state;
    dl_reader *reader =
        open_feed("<?xml version='1.0' encoding='windows-1252'?><rss><channel><item><title>Caf\xe9 \x93ok\x94</title></item></channel></rss>");
    assert_item(reader, "Caf\xc3\xa9 \xe2\x80\x9cok\xe2\x80\x9d||||");
    assert_end(reader);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rss_is_read),         cmocka_unit_test(rdf_is_read),       cmocka_unit_test(atom_is_read),
        cmocka_unit_test(json_feed_is_read),   cmocka_unit_test(sitemaps_are_read), cmocka_unit_test(what_stands_before_an_error_is_kept),
        cmocka_unit_test(entities_do_no_harm), cmocka_unit_test(depth_is_bounded),  cmocka_unit_test(old_charsets_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
