/* `dateline watch` against a real server on loopback, and the parts of it that need none. */
#include "server.h"
#include "support.h"
#include "wrap.h"

#include "base/unpacked.h"
#include "watch/address.h"
#include "watch/robots.h"
#include "watch/watch.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <libdeflate.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* ------------------------------------------------------------------ a watch in a folder of its own */

static char folder[64], said[8192];

static void say(const char *format, ...) {
    va_list list;
    va_start(list, format);
    size_t size = strlen(said);
    vsnprintf(said + size, sizeof said - size, format, list);
    va_end(list);
}

static const char *in_folder(const char *name) {
    static char paths[8][128];
    static unsigned next;
    char *path = paths[next++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void write_file(const char *name, const char *words) {
    FILE *out = fopen(in_folder(name), "w");
    assert_non_null(out);
    fputs(words, out);
    fclose(out);
}

/* The file with a NUL behind it; "" where it is not there. */
static const char *read_file(const char *name) {
    static char text[1 << 20];
    FILE *in = fopen(in_folder(name), "r");
    size_t size = in ? fread(text, 1, sizeof text - 1, in) : 0;
    text[size] = 0;
    if (in) fclose(in);
    return text;
}

static int begin(void **state) {
    (void)state;
    strcpy(folder, "/tmp/dateline-watch-XXXXXX");
    said[0] = 0;
    return mkdtemp(folder) ? 0 : -1;
}

static int finish(void **state) {
    (void)state;
    char command[96];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

/* Each path as a feed of the server. */
static void list_feeds(const server *s, const char *paths) {
    char list[1024] = "# feeds\n\n", *path, *rest, copy[256];
    snprintf(copy, sizeof copy, "%s", paths);
    for (path = strtok_r(copy, " ", &rest); path; path = strtok_r(NULL, " ", &rest))
        snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s\n", server_url(s), path);
    write_file("feeds.txt", list);
}

static bool put(const char *data, size_t size, int *refused) {
    bool whole = write(STDOUT_FILENO, data, size) == (ssize_t)size;
    if (!whole) *refused = errno;
    return whole;
}

static dl_watch_options options_of_test(void) {
    static char feeds[128], state[128];
    snprintf(feeds, sizeof feeds, "%s", in_folder("feeds.txt"));
    snprintf(state, sizeof state, "%s", in_folder("state"));
    return (dl_watch_options){.feeds = feeds,
                              .state = state,
                              .put = put,
                              .once = true,
                              .every_s = 900,
                              .fetch = {.agent = "dateline/test", .max_bytes = 100000, .retry_ms = 1, .patience_ms = 1500, .timeout_ms = 1500},
                              .say = say};
}

/* One round; its documents go behind those in the file "out". */
static dl_status watch_so(const dl_watch_options *options, dl_watch_outcome *outcome, dl_error *error) {
    said[0] = 0;
    fflush(stdout);
    int kept = dup(STDOUT_FILENO), out = open(in_folder("out"), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(out, STDOUT_FILENO);
    close(out);
    dl_status status = dl_watch(test_engine(), options, outcome, error);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    return status;
}

/* A round that must go through; how many feeds failed. */
static unsigned watch(void) {
    dl_watch_options options = options_of_test();
    dl_watch_outcome outcome;
    dl_error error = {0};
    if (watch_so(&options, &outcome, &error) != DL_OK) fail_msg("%s: %s", outcome.about, error.message);
    return outcome.failures;
}

/* What the readers make of a file of documents: "title|text" of each. Fails where a line cannot be read. */
static void assert_documents(const char *name, const char *wanted) {
    char got[4096] = "";
    dl_reader *reader = NULL;
    dl_doc *doc = NULL;
    dl_error error = {0};
    dl_input input = {.path = in_folder(name)};
    if (!*wanted) {
        assert_string_equal(read_file(name), "");
        return;
    }
    if (dl_reader_open(&reader, &input, &error) != DL_OK) fail_msg("not opened: %s; said: %s", error.message, said);
    while (dl_reader_next(reader, &doc, &error) == DL_OK) {
        assert_int_equal(dl_analyze(test_engine(), doc, DL_STAGES_TEXT, NULL), DL_OK);
        snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s|%s", *got ? "\n" : "", doc->title.size ? doc->title.data : "", doc->text.data);
        dl_doc_free(doc);
    }
    if (error.status != DL_OK) fail_msg("not read: %s", error.message);
    dl_reader_close(reader);
    if (strcmp(got, wanted)) fail_msg("got\n%s\nnot\n%s\nsaid: %s", got, wanted, said);
}

static void assert_said(const char *words) {
    if (!strstr(said, words)) fail_msg("said '%s', not '%s'", said, words);
}

#define RSS(items) "<rss version='2.0'><channel><title>Post</title>" items "</channel></rss>"
#define PAGE_ITEM(n) "<item><title>Item " n "</title><link>%s/page" n "</link><description>In short " n ".</description></item>"
#define FULL_ITEM(n)                                                                            \
    "<item><title>Item " n "</title><guid>guid-" n "</guid><content:encoded xmlns:content='c'>" \
    "<![CDATA[<p>Shells hit quay " n ".</p>]]></content:encoded></item>"
#define PAGE(n) "<title>Item " n "</title><h1>Item " n "</h1><p>Two soldiers died at bridge " n ", the army said on Monday in a statement.</p>"
#define TEXT(n) "Item " n "|Two soldiers died at bridge " n ", the army said on Monday in a statement."
#define HTML .name = "Content-Type", .value = "text/html; charset=utf-8"

/* ------------------------------------------------------------------ what is written */

static void new_items_are_written_once(void **state) {
    (void)state;
    const reply replies[] = {
        {.path = "/feed", 200, RSS(PAGE_ITEM("1") FULL_ITEM("2")), "ETag", "\"one\"", "Last-Modified", "Mon, 06 May 2024 08:00:00 GMT", .times = 1},
        {.path = "/feed", 304, .times = 1},
        {.path = "/feed", 200, RSS(PAGE_ITEM("1") FULL_ITEM("2") FULL_ITEM("3")), "ETag", "\"two\""},
        {.path = "/page1", 200, PAGE("1"), HTML},
        {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed");
    assert_int_equal(watch(), 0);
    assert_documents("out", TEXT("1") "\nItem 2|Shells hit quay 2.");
    assert_string_equal(server_heard(s, "/feed", "If-None-Match"), "");
    assert_string_equal(server_heard(s, "/feed", "User-Agent"), "dateline/test");
    assert_int_equal(watch(), 0);
    assert_string_equal(server_heard(s, "/feed", "If-None-Match"), "\"one\"");
    assert_string_equal(server_heard(s, "/feed", "If-Modified-Since"), "Mon, 06 May 2024 08:00:00 GMT");
    assert_documents("out", TEXT("1") "\nItem 2|Shells hit quay 2.");
    assert_int_equal(watch(), 0);
    assert_documents("out", TEXT("1") "\nItem 2|Shells hit quay 2.\nItem 3|Shells hit quay 3.");
    assert_int_equal(server_asked(s, "/page1"), 1);
    server_stop(s);
}

static void lines_stand_in_the_order_of_feeds_and_items(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/a", 200, RSS(PAGE_ITEM("1") PAGE_ITEM("2"))},
                             {.path = "/b", 200, RSS(FULL_ITEM("3") "<item><title>Item 1 again</title><link>%s/page1</link></item>" FULL_ITEM("4"))},
                             {.path = "/page1", 200, PAGE("1"), HTML},
                             {.path = "/page2", 200, PAGE("2"), HTML},
                             {0}};
    server *s = server_start(replies);
    list_feeds(s, "/a /b /a");
    assert_int_equal(watch(), 0);
    assert_documents("out", TEXT("1") "\nItem 3|Shells hit quay 3.\n" TEXT("2") "\nItem 4|Shells hit quay 4.");
    assert_int_equal(server_asked(s, "/a"), 1);
    server_stop(s);
}

static void a_record_says_what_feed_and_page_say(void **state) {
    (void)state;
    static const char feed[] = "<rss version='2.0'><channel><title>Post</title><language>en-gb</language><item><title>Tom &amp;amp; Ann</title>"
                               "<link>news?id=7#top</link><guid>7</guid><author>J. Roe</author><pubDate>Mon, 06 May 2024 21:30:00 +0300</pubDate>"
                               "<description>&lt;p&gt;In short.&lt;/p&gt;</description></item><item><title>Nothing</title></item></channel></rss>";
    const reply replies[] = {{.path = "/in/feed", 200, feed}, {0}};
    server *s = server_start(replies);
    char wanted[1024];
    list_feeds(s, "/in/feed");
    assert_int_equal(watch(), 0); /* the page is not there */
    snprintf(wanted, sizeof wanted,
             "{\"id\":\"7\",\"url\":\"%s/in/news?id=7\",\"title\":\"Tom & Ann\",\"published\":\"2024-05-06T21:30:00+03:00\",\"outlet\":\"Post\","
             "\"language\":\"en-gb\",\"byline\":\"J. Roe\",\"fragment\":true,\"html\":\"<p>In short.</p>\"}\n",
             server_url(s));
    assert_string_equal(read_file("out"), wanted);
    assert_said("/in/news?id=7: the server answers 404; what the feed says of it is written instead");
    assert_documents("out", "Tom & Ann|In short.");
    server_stop(s);
}

static void pages_become_utf_8(void **state) {
    (void)state;
    const reply replies[] = {
        {.path = "/feed", 200, RSS(PAGE_ITEM("1") PAGE_ITEM("2") PAGE_ITEM("3"))},
        {.path = "/page1", 200, "<p>Caf\xe9 hit, two people died there, police said on Monday.</p>", "Content-Type", "text/html; charset=iso-8859-1"},
        {.path = "/page2",
         200,
         "<meta charset=utf-8><p>Broken \xff byte: two people died there, police said on Monday.</p>",
         "Content-Type",
         "text/html"},
        {.path = "/page3", 200, "%PDF-1.4", "Content-Type", "application/pdf"},
        {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed");
    assert_int_equal(watch(), 0);
    assert_documents("out", "Item 1|Caf\xc3\xa9 hit, two people died there, police said on Monday.\n"
                            "Item 2|Broken \xef\xbf\xbd byte: two people died there, police said on Monday.\nItem 3|In short 3.");
    assert_said("/page3: is no page");
    server_stop(s);
}

static void documents_go_into_a_folder(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/feed", 200, RSS(FULL_ITEM("1") FULL_ITEM("2"))}, {0}};
    server *s = server_start(replies);
    dl_watch_options options = options_of_test();
    dl_watch_outcome outcome;
    char command[256];
    list_feeds(s, "/feed");
    options.folder = in_folder("documents");
    for (int i = 0; i < 2; i++) { /* written anew, each is in its place */
        assert_int_equal(watch_so(&options, &outcome, NULL), DL_OK);
        unlink(options.state);
    }
    snprintf(command, sizeof command, "ls -A %s | wc -l >%s && cat %s/*.jsonl >%s", options.folder, in_folder("count"), options.folder,
             in_folder("all"));
    assert_int_equal(system(command), 0);
    assert_int_equal(atoi(read_file("count")), 2);
    assert_non_null(strstr(read_file("all"), "quay 1"));
    assert_non_null(strstr(read_file("all"), "quay 2"));
    server_stop(s);
}

static void a_feed_of_many_items_is_taken_in_parts(void **state) {
    (void)state;
    static char feed[64 * 1024];
    strcpy(feed, "<rss><channel>");
    for (int i = 0; i < 150; i++) sprintf(feed + strlen(feed), "<item><guid>%d</guid><description>Quay %d was hit.</description></item>", i, i);
    strcat(feed, "</channel></rss>");
    const reply replies[] = {{.path = "/feed", 200, feed, "ETag", "\"one\""}, {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed");
    for (int round = 0; round < 3; round++) {
        unsigned lines = 0;
        assert_int_equal(watch(), 0);
        for (const char *c = read_file("out"); *c; c++) lines += *c == '\n';
        assert_int_equal(lines, round ? 150 : 100);
        assert_string_equal(server_heard(s, "/feed", "If-None-Match"), round < 2 ? "" : "\"one\"");
    }
    server_stop(s);
}

/* ------------------------------------------------------------------ servers that fail */

static void a_server_in_trouble_is_asked_again(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/feed", 500, .times = 2}, {.path = "/feed", 200, RSS(FULL_ITEM("1"))}, {.path = "/dead", 503}, {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed /dead");
    assert_int_equal(watch(), 1);
    assert_documents("out", "Item 1|Shells hit quay 1.");
    assert_int_equal(server_asked(s, "/feed"), 3);
    assert_int_equal(server_asked(s, "/dead"), 3);
    assert_said("/dead: the server answers 503; it is asked again in 15 minutes");
    assert_int_equal(watch(), 0); /* it is left alone meanwhile */
    assert_int_equal(server_asked(s, "/dead"), 3);
    server_stop(s);
}

static void a_server_that_names_a_time_is_left_alone_so_long(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/soon", 429, .name = "Retry-After", .value = "1", .times = 1},
                             {.path = "/soon", 200, RSS(FULL_ITEM("1"))},
                             {.path = "/later", 429, .name = "Retry-After", .value = "7200"},
                             {0}};
    server *s = server_start(replies);
    list_feeds(s, "/soon");
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    assert_int_equal(watch(), 0);
    clock_gettime(CLOCK_MONOTONIC, &to);
    assert_true((to.tv_sec - from.tv_sec) * 1000 + (to.tv_nsec - from.tv_nsec) / 1000000 >= 990);
    assert_int_equal(server_asked(s, "/soon"), 2);
    list_feeds(s, "/later");
    assert_int_equal(watch(), 1);
    assert_int_equal(server_asked(s, "/later"), 1);
    assert_said("asked again in 120 minutes");
    assert_int_equal(watch(), 0);
    assert_int_equal(server_asked(s, "/later"), 1);
    server_stop(s);
}

static void redirects_are_followed_to_an_end(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/feed", 301, .name = "Location", .value = "moved"},
                             {.path = "/moved", 200, RSS(FULL_ITEM("1"))},
                             {.path = "/round", 302, .name = "Location", .value = "%s/round"},
                             {.path = "/file", 302, .name = "Location", .value = "file:///etc/passwd"},
                             {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed /round /file");
    assert_int_equal(watch(), 2);
    assert_documents("out", "Item 1|Shells hit quay 1.");
    assert_int_equal(server_asked(s, "/round"), 6);
    assert_said("/round: it redirects more than five times");
    assert_said("/file: it redirects to something that is no address of http or https");
    server_stop(s);
}

static void nothing_leads_into_a_private_network(void **state) {
    (void)state;
    const reply inner[] = {{.path = "*", 200, PAGE("9"), HTML}, {0}};
    server *hidden = server_start(inner);
    static char feed[512], target[64];
    snprintf(feed, sizeof feed, RSS("<item><title>Item 1</title><link>http://127.0.0.1:%u/</link><description>In short.</description></item>"),
             server_port(hidden));
    snprintf(target, sizeof target, "http://localhost:%u/feed", server_port(hidden));
    const reply replies[] = {{.path = "/feed", 200, feed}, {.path = "/lured", 302, .name = "Location", .value = target}, {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed /lured");
    assert_int_equal(watch(), 1);
    assert_documents("out", "Item 1|In short.");
    assert_said("it leads to an address of a private network; what the feed says of it is written instead");
    assert_int_equal(server_asked(hidden, NULL), 0);
    assert_int_equal(server_asked(s, "/feed"), 1);
    server_stop(s);
    server_stop(hidden);
}

/* Packs `front` with blanks behind it, `size` bytes in all. */
static reply packed_reply(const char *path, const char *front, size_t size) {
    struct libdeflate_compressor *how = libdeflate_alloc_compressor(9);
    char *plain = malloc(size), *packed = malloc(size + 1024);
    memset(plain, ' ', size);
    memcpy(plain, front, strlen(front));
    reply made = {path, 200, packed, "Content-Encoding", "gzip", .size = libdeflate_gzip_compress(how, plain, size, packed, size + 1024)};
    libdeflate_free_compressor(how);
    free(plain);
    return made;
}

static void bodies_are_unpacked_within_the_limits(void **state) {
    (void)state;
    static const char feed[] = RSS(FULL_ITEM("1"));
    const reply replies[] = {packed_reply("/feed", feed, strlen(feed)),
                             packed_reply("/blanks", RSS(FULL_ITEM("2")), DL_BOMB_FROM),
                             packed_reply("/bomb", feed, 2 * DL_BOMB_FROM),
                             packed_reply("/long", feed, 5 * DL_BOMB_FROM),
                             {0}};
    server *s = server_start(replies);
    dl_watch_options options = options_of_test();
    dl_watch_outcome outcome;
    list_feeds(s, "/feed /blanks /bomb");
    options.fetch.max_bytes = 4 * DL_BOMB_FROM;
    assert_int_equal(watch_so(&options, &outcome, NULL), DL_OK);
    assert_int_equal(outcome.failures, 1);
    assert_documents("out", "Item 1|Shells hit quay 1.\nItem 2|Shells hit quay 2.");
    assert_said("/bomb: its body unpacks to more than 200 times its size");
    assert_int_equal(server_asked(s, "/bomb"), 1);
    list_feeds(s, "/long");
    assert_int_equal(watch(), 1);
    assert_said("/long: its body is longer than the limit");
    assert_int_equal(server_asked(s, "/long"), 1);
    server_stop(s);
    for (const reply *r = replies; r->path; r++) free((void *)r->body);
}

static void bodies_that_are_slow_or_short_are_none(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/feed", 200, RSS(PAGE_ITEM("1") PAGE_ITEM("2"))},
                             {.path = "/page1", 200, .how = SERVE_SLOW, .times = 1},
                             {.path = "/page1", 200, PAGE("1"), HTML},
                             {.path = "/page2", 200, .how = SERVE_SHORT},
                             {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed");
    assert_int_equal(watch(), 0);
    assert_documents("out", TEXT("1"));
    assert_said("/page2: ");
    for (int round = 0; round < 3; round++) watch(); /* it is tried again until patience ends */
    assert_documents("out", TEXT("1") "\nItem 2|In short 2.");
    assert_int_equal(server_asked(s, "/page2"), 12);
    assert_int_equal(watch(), 0);
    assert_int_equal(server_asked(s, "/page2"), 12);
    server_stop(s);
}

static void what_is_no_feed_fails(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/page", 200, "<!DOCTYPE html><p>Not found<br>"},
                             {.path = "/gone", 410},
                             {.path = "/cut", 200, "<rss><channel>" FULL_ITEM("1") "<item>"},
                             {0}};
    server *s = server_start(replies);
    list_feeds(s, "/page /gone /cut");
    assert_int_equal(watch(), 2);
    assert_said("/page: is no feed that can be read");
    assert_said("/gone: the server answers 410");
    assert_documents("out", "Item 1|Shells hit quay 1.");
    server_stop(s);
}

/* ------------------------------------------------------------------ https */

/* A round with a server of https; `trusted` says whose certificate is taken for one that proves servers. */
static unsigned watch_secure(const server *s, const char *trusted, const char *documents) {
    dl_watch_options options = options_of_test();
    dl_watch_outcome outcome;
    write_file("trusted.pem", trusted);
    options.fetch.trusted = in_folder("trusted.pem");
    unlink(options.state); /* a feed that failed before is asked all the same */
    list_feeds(s, "/feed");
    assert_int_equal(watch_so(&options, &outcome, NULL), DL_OK);
    assert_documents("out", documents);
    return outcome.failures;
}

static void https_is_spoken_with_a_server_that_proves_itself(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/feed", 200, RSS(PAGE_ITEM("1") FULL_ITEM("2"))},
                             {.path = "/page1", 301, .name = "Location", .value = "%s/new"},
                             {.path = "/new", 200, PAGE("1"), HTML},
                             {0}};
    server *s = server_start_secure(replies, "127.0.0.1", time(NULL) + 3600);
    assert_int_equal(strncmp(server_url(s), "https://", 8), 0);
    assert_int_equal(watch_secure(s, server_certificate(s), TEXT("1") "\nItem 2|Shells hit quay 2."), 0);
    server_stop(s);
}

/* Nobody's, another server's, another host's, one of yesterday: nothing is asked for, and nothing twice. */
static void a_server_that_proves_nothing_is_not_asked(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/feed", 200, RSS(FULL_ITEM("1"))}, {0}};
    const time_t soon = time(NULL) + 3600;
    server *good = server_start_secure(replies, "127.0.0.1", soon), *other = server_start_secure(replies, "127.0.0.1", soon),
           *named = server_start_secure(replies, "post.example", soon), *old = server_start_secure(replies, "127.0.0.1", soon - 24 * 3600);
    dl_watch_options options = options_of_test();
    dl_watch_outcome outcome;
    list_feeds(good, "/feed");
    assert_int_equal(watch_so(&options, &outcome, NULL), DL_OK);
    assert_int_equal(outcome.failures, 1);
    assert_said("/feed: the robots.txt of its server cannot be read: the certificate of its server is refused: SSL certificate problem: self");
    assert_int_equal(watch_secure(other, server_certificate(good), ""), 1);
    assert_said("the certificate of its server is refused: SSL certificate problem: ");
    assert_int_equal(watch_secure(named, server_certificate(named), ""), 1);
    assert_said("the certificate of its server is refused: SSL: no alternative certificate subject name matches target host name '127.0.0.1'");
    assert_int_equal(watch_secure(old, server_certificate(old), ""), 1);
    assert_said("the certificate of its server is refused: SSL certificate problem: certificate has expired");
    assert_int_equal(watch_secure(good, "no certificate", ""), 1);
    assert_said("the file of certificates in SSL_CERT_FILE cannot be read");
    assert_int_equal(server_asked(good, NULL) + server_asked(other, NULL) + server_asked(named, NULL) + server_asked(old, NULL), 0);
    server_stop(good), server_stop(other), server_stop(named), server_stop(old);
}

/* A feed in the open that names pages of https, whose server proves nothing: its items are told by what the feed says. */
static void a_page_that_is_refused_is_told_by_its_feed(void **state) {
    (void)state;
    const reply pages[] = {{.path = "*", 200, PAGE("1"), HTML}, {0}};
    server *secure = server_start_secure(pages, "127.0.0.1", time(NULL) + 3600);
    static char feed[512];
    snprintf(feed, sizeof feed, RSS("<item><title>Item 1</title><link>%s/page1</link><description>In short 1.</description></item>"),
             server_url(secure));
    const reply replies[] = {{.path = "/feed", 200, feed}, {0}};
    server *s = server_start(replies);
    char list[256];
    snprintf(list, sizeof list, "%s/feed\n%s/feed\n", server_url(s), server_url(secure)); /* named, so that its address is no bar */
    write_file("feeds.txt", list);
    assert_int_equal(watch(), 1);
    assert_documents("out", "Item 1|In short 1.");
    assert_int_equal(server_asked(secure, NULL), 0);
    server_stop(s);
    server_stop(secure);
}

/* ------------------------------------------------------------------ robots.txt */

static void robots_txt_is_obeyed(void **state) {
    (void)state;
    const reply replies[] = {
        {.path = "/robots.txt", 302, .name = "Location", .value = "/robots"},
        {.path = "/robots", 200, "User-agent: other\nDisallow: /\n\nUser-agent: dateline\nDisallow: /page1\nDisallow: /closed\n"},
        {.path = "/feed", 200, RSS(PAGE_ITEM("1") PAGE_ITEM("2"))},
        {.path = "/page1", 200, PAGE("1"), HTML},
        {.path = "/page2", 302, .name = "Location", .value = "/page1"},
        {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed /closed");
    assert_int_equal(watch(), 1);
    assert_documents("out", "Item 1|In short 1.\nItem 2|In short 2.");
    assert_said("/closed: robots.txt forbids it");
    assert_int_equal(server_asked(s, "/page1"), 0);
    assert_int_equal(server_asked(s, "/closed"), 0);
    assert_int_equal(server_asked(s, "/robots"), 1);
    server_stop(s);
}

static void robots_txt_that_cannot_be_read_forbids_all(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/robots.txt", 500}, {.path = "/feed", 200, RSS(FULL_ITEM("1"))}, {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed");
    assert_int_equal(watch(), 1);
    assert_int_equal(server_asked(s, "/feed"), 0);
    assert_said("robots.txt of its server cannot be read");
    server_stop(s);
}

static void rules_of_robots_txt(void **state) {
    (void)state;
    static const struct {
        const char *file, *path;
        bool allowed;
        unsigned delay;
    } cases[] = {
        {"", "/a", true, 0},
        {"User-agent: *\nDisallow: /a", "/a/b", false, 0},
        {"User-agent: *\nDisallow: /a", "/b", true, 0},
        {"User-agent: *\nDisallow:", "/b", true, 0},
        {"User-agent: *\nDisallow: /\nAllow: /news", "/news/1", true, 0},
        {"User-agent: *\nAllow: /p\nDisallow: /p", "/p", true, 0},
        {"User-agent: *\nDisallow: /\n", "/robots.txt", true, 0},
        {"user-agent : * # all\r\ndisallow : /a # this\r\n", "/a", false, 0},
        {"\xef\xbb\xbfUser-agent: *\rDisallow: /a\r", "/a", false, 0},
        {"User-agent: *\nDisallow: /\nUser-agent: Dateline/2.0\nDisallow: /b\n", "/a", true, 0},
        {"User-agent: dateliner\nDisallow: /\n", "/a", true, 0},
        {"User-agent: other\nUser-agent: dateline\nCrawl-delay: 7\nDisallow: /a\n", "/a", false, 7},
        {"User-agent: dateline\nDisallow: /a\nUser-agent: dateline\nDisallow: /b\n", "/b", false, 0},
        {"User-agent: dateline\nSitemap: https://x.example/\nUser-agent: other\nDisallow: /a\n", "/a", false, 0},
        {"User-agent: *\nDisallow: /*.php$", "/x/y.php", false, 0},
        {"User-agent: *\nDisallow: /*.php$", "/x/y.php?a", true, 0},
        {"User-agent: *\nDisallow: /a*b*c", "/a-x-b-x-b-c-d", false, 0},
        {"User-agent: *\nDisallow: /a*b*c", "/a-c-b", true, 0},
        {"User-agent: *\nDisallow: /caf%C3%A9", "/caf\xc3\xa9", false, 0},
        {"User-agent: *\nDisallow: /%61b", "/ab", false, 0},
        {"User-agent: *\nDisallow: /a%2Fb", "/a/b", true, 0},
        {"User-agent: *\nDisallow: /$", "/", false, 0},
        {"User-agent: *\nDisallow: /$", "/a", true, 0},
        {"Disallow: /\n", "/a", true, 0},
        {"User-agent: *\nCrawl-delay: 1.5\n", "/a", true, 2},
        {"<html>no such file</html>", "/a", true, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        dl_robots got = dl_robots_ask(dl_bytes_of(cases[i].file), DL_LIT("dateline"), dl_bytes_of(cases[i].path));
        if (got.allowed != cases[i].allowed || got.delay != cases[i].delay)
            fail_msg("case %zu: %s %u", i, got.allowed ? "allowed" : "not", got.delay);
    }
}

static void private_addresses(void **state) {
    (void)state;
    static const struct {
        const char *address;
        bool own;
    } cases[] = {{"127.0.0.1", true},
                 {"10.1.2.3", true},
                 {"172.16.0.1", true},
                 {"172.31.255.255", true},
                 {"172.32.0.1", false},
                 {"192.168.1.1", true},
                 {"169.254.169.254", true},
                 {"100.64.0.1", true},
                 {"100.128.0.1", false},
                 {"0.0.0.0", true},
                 {"224.0.0.1", true},
                 {"255.255.255.255", true},
                 {"8.8.8.8", false},
                 {"192.0.3.1", false},
                 {"::1", true},
                 {"::", true},
                 {"fe80::1", true},
                 {"fd00::1", true},
                 {"ff02::1", true},
                 {"::ffff:10.0.0.1", true},
                 {"::ffff:8.8.8.8", false},
                 {"2606:4700::1", false},
                 {"64:ff9b::a00:1", true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sockaddr_in four = {.sin_family = AF_INET};
        struct sockaddr_in6 six = {.sin6_family = AF_INET6};
        bool is_six = inet_pton(AF_INET6, cases[i].address, &six.sin6_addr) == 1;
        if (!is_six) assert_int_equal(inet_pton(AF_INET, cases[i].address, &four.sin_addr), 1);
        bool got = dl_address_is_private(is_six ? (struct sockaddr *)&six : (struct sockaddr *)&four);
        if (got != cases[i].own) fail_msg("%s: %d", cases[i].address, got);
    }
}

/* ------------------------------------------------------------------ the state */

static void assert_refused(const char *words, dl_status wanted) {
    dl_watch_options options = options_of_test();
    dl_watch_outcome outcome;
    dl_error error = {0};
    assert_int_equal(watch_so(&options, &outcome, &error), wanted);
    if (!strstr(error.message, words)) fail_msg("said '%s'", error.message);
    assert_non_null(outcome.about);
}

static void a_state_that_makes_no_sense_is_refused(void **state) {
    (void)state;
    write_file("feeds.txt", "");
    write_file("state", "something else\n");
    assert_refused("is no state of a watch", DL_BAD_INPUT);
    assert_string_equal(read_file("state"), "something else\n");
    write_file("state", "dateline watch 1\nfeed\tx\n");
    assert_refused("makes no sense", DL_BAD_INPUT);
    write_file("state", "dateline watch 1\nitem\t00112233445566zz\t0011223344556677\t1\t0\n");
    assert_refused("makes no sense", DL_BAD_INPUT);
}

static void two_watches_do_not_share_a_state(void **state) {
    (void)state;
    write_file("feeds.txt", "");
    int other = open(in_folder("state.lock"), O_RDWR | O_CREAT, 0600);
    assert_int_equal(flock(other, LOCK_EX), 0);
    assert_refused("another watch uses this state", DL_CANNOT_READ);
    close(other);
    assert_int_equal(watch(), 0);
}

static void what_a_feed_lists_no_more_is_forgotten_in_time(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/feed", 200, RSS(FULL_ITEM("1"))}, {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed");
    assert_int_equal(watch(), 0);
    char old[1024], hash[17];
    const char *item = strstr(read_file("state"), "item\t");
    snprintf(hash, sizeof hash, "%s", item + 5 + 17);
    snprintf(old, sizeof old, "%sitem\t00000000000000aa\t%s\t%ld\t0\nitem\t00000000000000bb\t%s\t1000\t0\n", read_file("state"), hash,
             (long)time(NULL) - 86400, hash);
    write_file("state", old);
    assert_int_equal(watch(), 0);
    assert_non_null(strstr(read_file("state"), "00000000000000aa"));
    assert_null(strstr(read_file("state"), "00000000000000bb"));
    assert_documents("out", "Item 1|Shells hit quay 1.");
    server_stop(s);
}

static void lists_are_read_with_care(void **state) {
    (void)state;
    write_file("feeds.txt", "  # none\n\nfile:///etc/passwd\nnews.example\r\n");
    dl_watch_options options = options_of_test();
    dl_watch_outcome outcome;
    assert_int_equal(watch_so(&options, &outcome, NULL), DL_OK);
    assert_int_equal(outcome.failures, 2);
    assert_said("feeds.txt:3: no address");
    assert_said("feeds.txt:4: no address");
    unlink(in_folder("feeds.txt"));
    assert_int_equal(watch_so(&options, &outcome, NULL), DL_CANNOT_READ);
    assert_string_equal(outcome.about, options.feeds);
}

static void output_that_is_refused_ends_the_watch(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/feed", 200, RSS(FULL_ITEM("1"))}, {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed");
    dl_watch_options options = options_of_test();
    dl_watch_outcome outcome;
    int kept = dup(STDOUT_FILENO), full = open("/dev/full", O_WRONLY);
    dup2(full, STDOUT_FILENO);
    dl_status status = dl_watch(test_engine(), &options, &outcome, NULL);
    dup2(kept, STDOUT_FILENO);
    close(full);
    close(kept);
    assert_int_equal(status, DL_CANNOT_WRITE);
    assert_string_equal(outcome.about, "-");
    assert_int_equal(watch(), 0); /* nothing was lost by it */
    assert_documents("out", "Item 1|Shells hit quay 1.");
    server_stop(s);
}

static void drop_list(void *list, unsigned count) {
    if (count == 2) unlink(list); /* robots.txt and the feed */
}

static void rounds_follow_each_other(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/robots.txt", 404}, {.path = "/feed", 200, RSS(FULL_ITEM("1"))}, {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed");
    dl_watch_options options = options_of_test();
    dl_watch_outcome outcome;
    options.once = false;
    options.every_s = 1;
    server_tell(s, drop_list, (void *)options.feeds);
    assert_int_equal(watch_so(&options, &outcome, NULL), DL_CANNOT_READ); /* the second, which finds no list */
    assert_documents("out", "Item 1|Shells hit quay 1.");
    server_stop(s);
}

/* ------------------------------------------------------------------ killed */

enum { KILL_PAGES = 60, KILL_AT = 45 };

static void kill_at(void *child, unsigned count) {
    if (count == KILL_AT) kill(*(pid_t *)child, SIGKILL);
}

/* The child is made before the server, so that it is of one thread; it waits for its list of feeds. */
static pid_t start_watching(int *go) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    test_engine();
    fflush(stdout);
    pid_t child = fork();
    assert_true(child >= 0);
    if (!child) {
        char byte;
        close(ends[1]);
        if (read(ends[0], &byte, 1) != 1) _exit(1);
        watch();
        _exit(0);
    }
    close(ends[0]);
    *go = ends[1];
    return child;
}

static void a_kill_loses_nothing(void **state) {
    (void)state;
    static char feed[16 * 1024];
    int go, how;
    pid_t child = start_watching(&go);
    strcpy(feed, "<rss><channel>");
    for (int i = 0; i < KILL_PAGES; i++) sprintf(feed + strlen(feed), "<item><link>%%s/page-%02d-</link></item>", i);
    strcat(feed, "</channel></rss>");
    const reply replies[] = {{.path = "/feed", 200, feed, "ETag", "\"one\""}, {.path = "/robots.txt", 404}, {.path = "*", 200, PAGE("1"), HTML}, {0}};
    server *s = server_start(replies);
    server_tell(s, kill_at, &child);
    list_feeds(s, "/feed");
    assert_int_equal(write(go, "x", 1), 1);
    close(go);
    assert_int_equal(waitpid(child, &how, 0), child);
    assert_true(WIFSIGNALED(how));
    unsigned written[2] = {0, 0}, most = 0;
    for (int round = 0; round < 2; round++) {
        if (round) assert_int_equal(watch(), 0);
        const char *out = read_file("out");
        for (int i = 0; i < KILL_PAGES; i++) {
            char mark[32];
            unsigned times = 0;
            snprintf(mark, sizeof mark, "/page-%02d-\",\"url\"", i);
            for (const char *at = out; (at = strstr(at, mark)); at++) times++;
            if (round && !times) fail_msg("page %d is lost", i);
            written[round] += times;
            if (times > most) most = times;
        }
    }
    assert_true(written[0] > DL_WATCH_UNSAVED && written[0] < KILL_PAGES);
    assert_true(most <= 2 && written[1] <= KILL_PAGES + DL_WATCH_UNSAVED);
    assert_string_equal(server_heard(s, "/feed", "If-None-Match"), "");
    server_stop(s);
}

static void a_line_that_a_kill_cut_harms_no_other(void **state) {
    (void)state;
    const reply replies[] = {{.path = "/feed", 200, RSS(FULL_ITEM("1"))}, {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed");
    write_file("out", "{\"id\":\"half");
    assert_int_equal(watch(), 0);
    assert_true(!strncmp(read_file("out"), "{\"id\":\"half\n{\"id\":\"guid-1\"", 26));
    server_stop(s);
}

/* Every allocation is refused once: no crash, no leak, and what was to be written is written when there is memory again. */
static void memory_that_runs_out_loses_nothing(void **state) {
    (void)state;
    const reply replies[] = {
        {.path = "/feed", 200, RSS(PAGE_ITEM("1") FULL_ITEM("2")), "ETag", "\"one\""}, {.path = "/page1", 200, PAGE("1"), HTML}, {0}};
    server *s = server_start(replies);
    list_feeds(s, "/feed");
    test_engine();
    bool refused = true;
    unsigned long n = 1;
    for (; refused && n < 2000; n++) {
        dl_watch_options options = options_of_test();
        dl_watch_outcome outcome;
        unlink(in_folder("state"));
        unlink(in_folder("out"));
        size_t before = wrap_live();
        wrap_fail_allocation(n);
        dl_status status = watch_so(&options, &outcome, NULL);
        refused = wrap_failed();
        wrap_fail_allocation(0);
        if (wrap_live() != before) fail_msg("allocation %lu refused: %zu pieces leaked", n, wrap_live() - before);
        if (status != DL_OK && status != DL_NO_MEMORY) fail_msg("allocation %lu refused: status %d", n, status);
        if (status == DL_OK && !outcome.failures && !*said) assert_documents("out", TEXT("1") "\nItem 2|Shells hit quay 2.");
    }
    assert_true(!refused && n > 10);
    server_stop(s);
}

int main(void) {
    static const char *const proxies[] = {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
    for (size_t i = 0; i < sizeof proxies / sizeof *proxies; i++) unsetenv(proxies[i]);
    signal(SIGPIPE, SIG_IGN);
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, finish)
    const struct CMUnitTest tests[] = {TEST(a_kill_loses_nothing),
                                       TEST(new_items_are_written_once),
                                       TEST(lines_stand_in_the_order_of_feeds_and_items),
                                       TEST(a_record_says_what_feed_and_page_say),
                                       TEST(pages_become_utf_8),
                                       TEST(documents_go_into_a_folder),
                                       TEST(a_feed_of_many_items_is_taken_in_parts),
                                       TEST(a_server_in_trouble_is_asked_again),
                                       TEST(a_server_that_names_a_time_is_left_alone_so_long),
                                       TEST(redirects_are_followed_to_an_end),
                                       TEST(nothing_leads_into_a_private_network),
                                       TEST(bodies_are_unpacked_within_the_limits),
                                       TEST(bodies_that_are_slow_or_short_are_none),
                                       TEST(what_is_no_feed_fails),
                                       TEST(https_is_spoken_with_a_server_that_proves_itself),
                                       TEST(a_server_that_proves_nothing_is_not_asked),
                                       TEST(a_page_that_is_refused_is_told_by_its_feed),
                                       TEST(robots_txt_is_obeyed),
                                       TEST(robots_txt_that_cannot_be_read_forbids_all),
                                       TEST(rules_of_robots_txt),
                                       TEST(private_addresses),
                                       TEST(a_state_that_makes_no_sense_is_refused),
                                       TEST(two_watches_do_not_share_a_state),
                                       TEST(what_a_feed_lists_no_more_is_forgotten_in_time),
                                       TEST(lists_are_read_with_care),
                                       TEST(output_that_is_refused_ends_the_watch),
                                       TEST(rounds_follow_each_other),
                                       TEST(a_line_that_a_kill_cut_harms_no_other),
                                       TEST(memory_that_runs_out_loses_nothing)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
