/* Hostile documents have a clock: a quarter of a megabyte of whatever a stage is likely to fear is read in seconds, and the tables stay sound. A
 * stage that takes quadratic time on one of these shapes needs minutes. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef DL_DEBUG
enum { SIZE = 64 * 1024, PAGE = 512 * 1024, SECONDS_OF_CPU = 20 };
#else
enum { SIZE = 256 * 1024, PAGE = 1024 * 1024, SECONDS_OF_CPU = 8 };
#endif

#define TEN(x) x x x x x x x x x x

/* Repeated until the document is full. */
static const struct {
    const char *name, *piece;
} shapes[] = {
    {"one sentence of plain words", "troops moved and "},
    {"one word", "a"},
    {"one number", "7"},
    {"numbers", "1,000 20 3.5 "},
    {"events without end", "gunmen killed five people and wounded ten "},
    {"short sentences", "He said so. "},
    {"one-word lines", "Kyiv\n"},
    {"empty lines", "\n \n"},
    {"straight quotes", "\" "},
    {"opening quotes only", "\xe2\x80\x9c said "},
    {"apostrophes", "'s"},
    {"brackets", "(["},
    {"commas", ", "},
    {"hyphens", "-"},
    {"names", "John Smith of Lviv met Vladimir Putin and "},
    {"one long name", "Smith "},
    {"titles", "President Minister General "},
    {"pronouns", "They told him that she "},
    {"places in places", "Lviv, Ukraine, Georgia, Jordan, "},
    {"names with many places", "Springfield in San Jose, Santa Cruz near "},
    {"small places", "Lithuanian Kursenai, Kursenai in Orneta, Poland, "},
    {"described countries", "Peru met Mali and rebels killed two men in the West African country and in the country "},
    {"impossible dates", "on February 30, 99/99/9999, 0000-00-00 and 31 June of the year 0 "},
    {"dates", "Monday, March 14, 2022 at 0820 GMT and yesterday "},
    {"nested speech", "he said that "},
    {"nested sources", "according to officials citing witnesses who said "},
    {"conditions", "if troops attack unless talks fail then "},
    {"denials", "denied that it never did not attack "},
    {"nested relative clauses", "the man who saw the man who shot "},
    {"counts in counts", "including 30 to 40 people, among them at least "},
    {"capitals", "GUNMEN KILLED TWO JUDGES IN BOGOTA TODAY "},
    {"links", "https://twitter.com/i/web/status/1503037717541801991 "},
    {"one link", "https://a.b/"},
    {"combining marks", "e\xcc\x81\xcc\x81\xcc\x81"},
    {"invalid bytes", "\xff\xc3 "},
    {"zero bytes and controls", "\x01\x7f\t\r"},
    {"datelines", "KYIV, March 14 (AP) - \n\n"},
    {"mail addresses", "a.b@c.org,"},
    {"emoji", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80"},
    {"right to left", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d, \xd8\xb3\xd9\x84\xd8\xa7\xd9\x85. "},
    {"possible ends", "A. B) \"C\" 1. D: "},
    {"other scripts", "\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2\xe5\x8c\x97\xe4\xba\xac "},
};

static unsigned slow; /* shapes that took too long; all are tried before the test fails */

static bool drop(void *self, const char *data, size_t size) {
    (void)self, (void)data, (void)size;
    return true;
}

static double cpu_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void read_document(const char *name, dl_doc *doc) {
    double begun = cpu_seconds();
    dl_error error = {0};
    if (dl_analyze(test_engine(), doc, DL_STAGES_ALL, &error) != DL_OK) fail_msg("%s: %s", name, error.message);
    const char *wrong = dl_doc_check(doc);
    if (wrong) fail_msg("%s: %s", name, wrong);
    for (dl_format format = DL_FORMAT_DOC_JSONL; format <= DL_FORMAT_PLACES_TABLE; format++) {
        dl_sink sink = {.write = drop, .tokens = true, .offsets = DL_OFFSETS_CODEPOINT};
        if (dl_write(test_engine(), doc, format, &sink, &error) != DL_OK) fail_msg("%s: %s", name, error.message);
    }
    dl_doc_free(doc);
    double took = cpu_seconds() - begun;
    if (took > SECONDS_OF_CPU) {
        print_error("%s: %.1f s of CPU time\n", name, took);
        slow++;
    }
}

static void read_shape(const char *name, dl_bytes text) {
    dl_doc *doc = NULL;
    dl_source source = {.published = "2024-05-15"};
    assert_int_equal(dl_doc_make(&doc, &source, text, NULL), DL_OK);
    read_document(name, doc);
}

static void every_shape_is_read_in_time(void **state) {
    (void)state;
    slow = 0;
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        size_t length = strlen(shapes[s].piece), size = 0;
        for (; size + length <= SIZE; size += length) memcpy(text + size, shapes[s].piece, length);
        read_shape(shapes[s].name, (dl_bytes){text, size});
    }
    free(text);
    assert_int_equal(slow, 0);
}

/* Pages: a front, a piece repeated until the page is full, and an article behind it. */
static const struct {
    const char *name, *front, *piece;
} page_shapes[] = {
    {"nested elements", "", "<div>"},
    {"nested formatting", "", "<b>"},
    {"nested tables", "", "<table><tr><td>"},
    {"nested items", "<ul>", "<li><div>"},
    {"elements of other names", "", "<x-y>"},
    {"end tags far inside", "<x-y><section>" TEN(TEN("<div><b>")), "</x-y></section></ul></h1>"},
    {"cells far inside", "<table><tr><td>" TEN(TEN("<div><b>")), "<td></tr>"},
    {"one attribute", "<p class='", "breaking news "},
    {"attributes", "<p ", "class=news id=a b c=d "},
    {"unclosed comment", "<!--", "- -"},
    {"unclosed script", "<script>", "<!--<script "},
    {"unclosed title", "<title>", "a &amp "},
    {"openings", "", "<"},
    {"declarations", "", "<!"},
    {"references", "", "&#x26;&notit;&"},
    {"zero bytes", "", "\0"},
    {"nested JSON", "<script type='application/ld+json'>", "[{\"@graph\":"},
    {"scripts of JSON", "", "<script type='application/ld+json'>{\"datePublished\":\"x\"}</script>"},
    {"headings", "", "<h1>Talks go on</h1>"},
    {"times", "<h1>Talks</h1>", "<time datetime='x'>today</time>"},
    {"frames", "<article>", "<iframe src='https://www.youtube.com/embed/a'></iframe>"},
    {"entries", "", "<div class='live-entry'><time datetime='2024-05-06'></time>x"},
};

static void every_page_is_read_in_time(void **state) {
    (void)state;
    static const char end[] = "<article><p>Two soldiers died at the bridge on Monday, the army said in a statement.</p></article>";
    slow = 0;
    char *page = malloc(PAGE + sizeof end);
    assert_non_null(page);
    for (size_t s = 0; s < sizeof page_shapes / sizeof *page_shapes; s++) {
        size_t size = strlen(page_shapes[s].front), length = strlen(page_shapes[s].piece);
        if (!length) length = 1; /* the zero byte */
        memcpy(page, page_shapes[s].front, size);
        for (; size + length <= PAGE; size += length) memcpy(page + size, page_shapes[s].piece, length);
        memcpy(page + size, end, sizeof end - 1);
        dl_doc *doc = NULL;
        assert_int_equal(dl_doc_make_page(&doc, &(dl_source){0}, (dl_bytes){page, size + sizeof end - 1}, NULL), DL_OK);
        read_document(page_shapes[s].name, doc);
    }
    free(page);
    assert_int_equal(slow, 0);
}

static void quotes_that_nest_ever_deeper_end(void **state) {
    (void)state;
    slow = 0;
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t i = 0; i < SIZE; i += 4) memcpy(text + i, i < SIZE / 2 ? "``a " : "a'' ", 4);
    read_shape("nested quotes", (dl_bytes){text, SIZE});
    free(text);
    assert_int_equal(slow, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shape_is_read_in_time),
        cmocka_unit_test(every_page_is_read_in_time),
        cmocka_unit_test(quotes_that_nest_ever_deeper_end),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
