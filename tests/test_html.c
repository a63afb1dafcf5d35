/* Pages: tokens, the tree, the article, and what the page says of itself. html5lib's own tests are run by tests/cli/html5lib.sh. */
#include "support.h"

#include "base/calendar.h"
#include "intake/html/text.h"
#include "intake/html/tree.h"

#include <stdio.h>
#include <stdlib.h>

/* ------------------------------------------------------------------ tokens */

/* The tokens of a page, one a line: "<p a=1>", "</p>", "text". */
static void write_tokens(dl_bytes page, char *out, size_t room) {
    static dl_html_tokens t;
    dl_html_token token;
    size_t size = 0;
    dl_html_open(&t, page);
    out[0] = 0;
    while (dl_html_next(&t, &token)) {
        static const char *const begins[] = {"", "", "<", "</", "<!--", "<!"};
        dl_bytes name = dl_html_bytes(page, token.name);
        size += (size_t)snprintf(out + size, room - size, "%s%.*s", begins[token.kind], (int)name.size, name.data);
        for (uint32_t i = 0; token.kind == DL_HTML_START_TAG && i < t.attribute_count; i++) {
            dl_bytes key = dl_html_bytes(page, t.attributes[i].name), value = dl_html_bytes(page, t.attributes[i].value);
            size += (size_t)snprintf(out + size, room - size, " %.*s=%.*s", (int)key.size, key.data, (int)value.size, value.data);
        }
        size += (size_t)snprintf(out + size, room - size, "%s|", token.self_closing ? "/" : "");
    }
}

static void assert_tokens(const char *page, const char *tokens) {
    char got[1024];
    write_tokens(dl_bytes_of(page), got, sizeof got);
    if (strcmp(got, tokens)) fail_msg("%s: %s, not %s", page, got, tokens);
}

static void tags_are_cut_with_their_attributes(void **state) {
    (void)state;
    assert_tokens("<p>one</p>", "<p|one|</p|");
    assert_tokens("<a href=x class='a b' id=\"c\">", "<a href=x class=a b id=c|");
    assert_tokens("<a b = c d>", "<a b=c d=|");
    assert_tokens("<a b=1 B=2>", "<a b=1|");
    assert_tokens("<br/><br / >", "<br/|<br|");
    assert_tokens("<a b='>'>x", "<a b=>|x|");
    assert_tokens("<a =b>", "<a =b=|");
    assert_tokens("<a b=c/>", "<a b=c/|");
}

static void what_is_no_markup_is_text(void **state) {
    (void)state;
    assert_tokens("1 < 2 <3", "1 < 2 <3|");
    assert_tokens("a</>b", "a|b|");
    assert_tokens("a</", "a</|");
    assert_tokens("a<b c", "a|");
    assert_tokens("<a b='", "");
}

static void comments_end_where_browsers_end_them(void **state) {
    (void)state;
    assert_tokens("<!--a--b-->c", "<!--a--b|c|");
    assert_tokens("<!-->a", "<!--|a|");
    assert_tokens("<!--->a", "<!--|a|");
    assert_tokens("<!--a--!>b", "<!--a|b|");
    assert_tokens("<!--a--", "<!--a|");
    assert_tokens("<?php a > b", "<!--?php a | b|");
    assert_tokens("<!doctype html>x", "<!html|x|");
}

static const dl_know *know;

static void assert_decoded(const char *text, unsigned mode, const char *decoded) {
    dl_arena arena = {0};
    dl_html_references references = dl_html_references_of(know);
    assert_bytes(dl_html_decode(&arena, &references, dl_bytes_of(text), mode), decoded);
    dl_arena_free(&arena);
}

static void references_are_resolved(void **state) {
    (void)state;
    assert_decoded("a &amp; b &lt;c&gt;", DL_HTML_DATA, "a & b <c>");
    assert_decoded("caf&eacute; &mdash; &#8217;&#x2019;", DL_HTML_DATA, "caf\xc3\xa9 \xe2\x80\x94 \xe2\x80\x99\xe2\x80\x99");
    assert_decoded("&notit; &notin;", DL_HTML_DATA, "\xc2\xacit; \xe2\x88\x89");
    assert_decoded("&#146;", DL_HTML_DATA, "\xe2\x80\x99");
    assert_decoded("&#0;&#xD800;&#x110000;", DL_HTML_DATA, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    assert_decoded("?a=1&copy=2&copy;", DL_HTML_VALUE, "?a=1&copy=2\xc2\xa9");
    assert_decoded("&nosuch; & &;", DL_HTML_DATA, "&nosuch; & &;");
    assert_decoded("&amp;", DL_HTML_RAWTEXT, "&amp;");
    assert_decoded("a\r\nb\rc", DL_HTML_DATA, "a\nb\nc");
}

/* ------------------------------------------------------------------ the tree */

/* The tree as "p(text b(text))"; names of other elements as "-". */
static void write_tree(const dl_html_tree *tree, uint32_t from, uint32_t end, char *out) {
    static const char *const names[] = {"-",
#define TAG(id, name, flags) name,
#include "intake/html/tags.def"
#undef TAG
                                        "'"};
    for (uint32_t i = from; i < end; i = tree->nodes.rows[i].end) {
        const dl_html_node *n = &tree->nodes.rows[i];
        strcat(out, i > from ? " " : "");
        strcat(out, names[n->tag]);
        if (n->end == i + 1) continue;
        strcat(out, "(");
        write_tree(tree, i + 1, n->end, out);
        strcat(out, ")");
    }
}

static void assert_tree(const char *page, const char *wanted) {
    dl_arena arena = {0};
    char got[1024] = "";
    dl_html_tree *tree = dl_html_tree_read(&arena, dl_bytes_of(page));
    write_tree(tree, 1, tree->nodes.count, got);
    if (strcmp(got, wanted)) fail_msg("%s: %s, not %s", page, got, wanted);
    dl_arena_free(&arena);
}

static void ends_that_are_left_out_are_implied(void **state) {
    (void)state;
    assert_tree("<p>a<p>b", "p(') p(')");
    assert_tree("<p>a<b>b<div>c</div>", "p(' -(')) div(')");
    assert_tree("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "ul(li(') li(' ul(li('))) li(')) '");
    assert_tree("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(') dd(') dt('))");
    assert_tree("<table><tr><td>a<td>b<tr><th>c</table>d", "table(tr(td(') td(')) tr(th('))) '");
    assert_tree("<html><head><title>a</title><p>b", "html(head(title(')) p('))");
    assert_tree("<h2>a<h3>b</h2>c", "h2(') h3(') '");
    assert_tree("<a>b<a>c</a>", "a(') a(')");
}

static void end_tags_reach_as_far_as_they_may(void **state) {
    (void)state;
    assert_tree("<div><b>a</div>b</b>c", "div(-(')) ' '");
    assert_tree("<div>a</b></p></section>b</div>c", "div(' ') '");
    assert_tree("<b><p>a</b>b</p>", "-(p(' '))");
    assert_tree("<table><tr><td><div>a</table>b", "table(tr(td(div(')))) '");
    assert_tree("<x-y><x-z>a</x-y>b", "-(-(')) '");
}

static void scripts_hold_no_elements(void **state) {
    (void)state;
    assert_tree("<script>if (a<b) '<p>'</script>c", "script(') '");
    assert_tree("<style><p></style><textarea><p></textarea><p>a", "style(') textarea(') p(')");
    assert_tree("<svg><title>a</title></svg><p>b", "svg(title(')) p(')");
    assert_tree("<svg><![CDATA[<p>]]></svg>a", "svg(') '");
}

static void depth_is_bounded(void **state) {
    (void)state;
    enum { DEPTH = 100000 };
    dl_arena arena = {0};
    char *page = malloc(DEPTH * 3 + 2);
    for (size_t i = 0; i < DEPTH; i++) memcpy(page + 3 * i, "<i>", 3);
    memcpy(page + DEPTH * 3, "x", 2);
    dl_html_tree *tree = dl_html_tree_read(&arena, (dl_bytes){page, DEPTH * 3 + 1});
    assert_int_equal(tree->nodes.count, DEPTH + 2);
    uint32_t depth = 0;
    for (uint32_t i = tree->nodes.count - 1; i; i = tree->nodes.rows[i].parent) depth++;
    assert_int_equal(depth, DL_HTML_DEPTH + 1);
    dl_arena_free(&arena);
    free(page);
}

/* ------------------------------------------------------------------ the article */

static dl_doc *read_page(const char *page, const dl_source *source) {
    dl_doc *doc = NULL;
    dl_error error = {0};
    if (dl_doc_make_page(&doc, source, dl_bytes_of(page), &error) != DL_OK) fail_msg("not made: %s", error.message);
    if (dl_analyze(test_engine(), doc, DL_STAGES_ALL, &error) != DL_OK) fail_msg("not read: %s", error.message);
    const char *wrong = dl_doc_check(doc);
    if (wrong) fail_msg("%s", wrong);
    return doc;
}

#define FIRST "Soldiers shelled the harbour of Odara on Monday and killed at least four dock workers, the town's mayor said."
#define SECOND "The shelling began before dawn, he told reporters, and went on until the last ferry had left the quay."
#define THIRD "A spokeswoman for the army denied that its guns had fired &mdash; she called the report \"a fairy tale\"."

static const char page[] =
    "<!DOCTYPE html><html lang=en-GB><head><title>Four killed in shelling of harbour | Odara Post</title>"
    "<meta property='og:site_name' content='Odara Post'><link rel=canonical href='https://post.example/2024/05/06/harbour'>"
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Four killed in shelling of harbour\","
    "\"author\":[{\"@type\":\"Person\",\"name\":\"Jane Roe\"},{\"name\":\"Ola Berg\"}],\"datePublished\":\"2024-05-06T21:30:00-05:00\","
    "\"dateModified\":\"2024-05-07\",\"articleSection\":\"World\"}</script></head><body>"
    "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>"
    "<main><article><h1>Four killed in shelling of harbour</h1><p class=standfirst>Army denies that it fired on the port of Odara at dawn</p>"
    "<div class=byline>By Jane Roe</div><figure><img src=a.jpg><figcaption>Smoke over the quay on Monday. Photo: A. Person</figcaption></figure>"
    "<div class=article-body><p>" FIRST "</p>\n<p>" SECOND "</p><p><a href=/x>Read more: The war so far</a></p><h2>Denial</h2><p>" THIRD "</p>"
    "<div class=share-tools><p>Share this article with all of your friends and your colleagues.</p></div><p>&copy; 2024 Odara Post</p></div>"
    "<section id=comments><p>I saw it with my own eyes, and it was much worse than the paper says it was.</p></section></article></main>"
    "<footer><p>All rights reserved. The Odara Post is printed in Odara, and sold in every kiosk.</p></footer></body></html>";

static void the_article_is_found(void **state) {
    (void)state;
    dl_doc *doc = read_page(page, NULL);
    assert_bytes(doc->text, "Army denies that it fired on the port of Odara at dawn\n\n" FIRST "\n\n" SECOND "\n\nDenial\n\n"
                            "A spokeswoman for the army denied that its guns had fired \xe2\x80\x94 she called the report \"a fairy tale\".");
    assert_int_equal(doc->captions.count, 2);
    assert_bytes(doc->captions.rows[1].text, "Smoke over the quay on Monday. Photo: A. Person");
    dl_doc_free(doc);
}

static void assert_text(const char *html, const char *text) {
    dl_doc *doc = read_page(html, NULL);
    assert_bytes(doc->text, text);
    dl_doc_free(doc);
}

#define P(words) "<p>" words "</p>"
#define LONG FIRST " " SECOND " " FIRST " " SECOND " " FIRST " " SECOND " " FIRST " " SECOND
#define BLURB "The harbour master has counted the ships that came in last year, and there were fewer."
#define ALL FIRST "\n\n" SECOND

static void an_article_is_more_than_its_longest_paragraph(void **state) {
    (void)state;
    assert_text(P(FIRST) P(SECOND), ALL); /* nor need a page write its body */
    assert_text("<nav><a href=/>Home</a></nav><div>" P(FIRST) P(LONG) "</div>", FIRST "\n\n" LONG);
    assert_text("<div>" P(SECOND) P(FIRST) P(BLURB) "<div class=updates>" P(LONG) P(LONG) P(LONG) "</div></div>",
                SECOND "\n\n" FIRST "\n\n" BLURB "\n\n" LONG "\n\n" LONG "\n\n" LONG);
#define TEASER "<div><a href=/1>The harbour counts its ships</a></div>" P(BLURB)
    assert_text("<div>" TEASER TEASER TEASER TEASER "<article>" P(FIRST) P(SECOND) P(LONG) "</article></div>", ALL "\n\n" LONG);
}

static void what_ends_an_article_ends_it_where_it_stands(void **state) {
    (void)state;
#define RELATED "Related coverage"
    assert_text("<div>" P(FIRST) P(RELATED) P(BLURB) P(SECOND) "</div>", FIRST);
    assert_text("<div>" P(FIRST) "<div>" P(RELATED) P(BLURB) "</div>" P(SECOND) "</div>", ALL);
    assert_text("<div>" P(FIRST) "<div>" P(RELATED) "</div><div>" P(BLURB) "</div></div>", FIRST);
    assert_text("<div>" P(FIRST) "<h3>" RELATED "</h3>" P(BLURB) "<h3>Denial</h3>" P(SECOND) "</div>", FIRST "\n\nDenial\n\n" SECOND);
    assert_text("<div>" P(FIRST) "<table><tr><th>Ships<th>Notes<tr><td>12<td>sunk</table>" P(SECOND) "</div>",
                FIRST "\n\nShips\n\nNotes\n\n12\n\nsunk\n\n" SECOND);
}

static void linked_headlines_in_boxes_are_of_other_articles(void **state) {
    (void)state;
#define HEADLINE(target) "<h3><a " target ">The harbour counts its ships</a></h3>"
#define SUBHEAD "The harbour counts its ships\n\n"
    assert_text("<div>" P(FIRST) "<div>" HEADLINE("href=/ships") P(BLURB) "</div>" P(SECOND) "</div>", ALL);
    assert_text("<div>" P(FIRST) HEADLINE("href=/ships") P(SECOND) "</div>", FIRST "\n\n" SUBHEAD SECOND);
    assert_text("<div>" P(FIRST) "<div><h3><a href=/ann>5 ferries to Ann</a></h3>" P(BLURB) "</div></div>", FIRST);
    assert_text("<div>" P(FIRST) "<div><h3><a href=/ann>1. The ferry to Ann</a></h3>" P(SECOND) "</div></div>",
                FIRST "\n\n1. The ferry to Ann\n\n" SECOND);
    assert_text("<div>" P(FIRST) "<div>" HEADLINE("href='#ships'") P(SECOND) "</div></div>", FIRST "\n\n" SUBHEAD SECOND);
    assert_text("<div>" P(FIRST) "<div>" HEADLINE("name=ships") P(SECOND) "</div></div>", FIRST "\n\n" SUBHEAD SECOND);
}

static void a_sentence_may_hold_words_of_notices(void **state) {
    (void)state;
#define TOLD "The network said on Monday that its privacy policy would change, and that users could sign up for the new one."
    assert_text("<div>" P(FIRST) P(TOLD) P("This site has cookies, as you can read in our privacy policy, which you accept.") P(SECOND) "</div>",
                FIRST "\n\n" TOLD "\n\n" SECOND);
}

static void a_fragment_has_no_other_articles(void **state) {
    (void)state;
    dl_doc *doc = NULL;
    const char *html = P(FIRST) "<div>" HEADLINE("href=/ships") P(SECOND) "</div>";
    assert_int_equal(dl_doc_make_page(&doc, NULL, dl_bytes_of(html), NULL), DL_OK);
    doc->fragment = true;
    assert_int_equal(dl_analyze(test_engine(), doc, DL_STAGES_TEXT, NULL), DL_OK);
    assert_bytes(doc->text, FIRST "\n\n" SUBHEAD SECOND);
    dl_doc_free(doc);
}

static void a_paragraph_may_be_full_of_links_or_lead_on_to_a_list(void **state) {
    (void)state;
#define LINKED "<a href=/a>Four reports of the harbour master</a> told of it."
    assert_text("<div>" P(FIRST) P(LINKED) P("<a href=/b>Four reports of the harbour master tell</a> more") P(SECOND) "</div>",
                FIRST "\n\nFour reports of the harbour master told of it.\n\n" SECOND);
    assert_text("<div>" P(FIRST) P(SECOND) P("These ships have come in:") "<ul><li>Ann<li>Tom</ul>" P("Photo:") "</div>",
                ALL "\n\nThese ships have come in:\n\nAnn\n\nTom");
}

static void the_page_tells_of_itself(void **state) {
    (void)state;
    dl_doc *doc = read_page(page, NULL);
    assert_bytes(doc->title, "Four killed in shelling of harbour");
    assert_string_equal(doc->facts[DL_FACT_TITLE].basis, "heading");
    assert_bytes(doc->outlet, "Odara Post");
    assert_bytes(doc->language, "en-GB");
    assert_bytes(doc->uri, "https://post.example/2024/05/06/harbour");
    assert_bytes(doc->facts[DL_FACT_BYLINE].value, "Jane Roe, Ola Berg");
    assert_bytes(doc->facts[DL_FACT_SECTION].value, "World");
    assert_int_equal(doc->published, 1715049000);
    assert_int_equal(doc->published_offset, -300);
    assert_int_equal(doc->published_basis, DL_PUBLISHED_META);
    assert_int_equal(doc->modified_grain, DL_GRAIN_DAY);
    dl_doc_free(doc);
}

static void a_text_that_scripts_show_is_taken_from_json(void **state) {
    (void)state;
    static const char hidden[] = "<div id=app></div><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" FIRST " " SECOND
                                 " " FIRST " " SECOND " " FIRST " " SECOND "\"}</script>";
    dl_doc *doc = read_page(hidden, NULL);
    assert_true(dl_bytes_start(doc->text, FIRST " " SECOND));
    dl_span raw;
    dl_doc_quote(doc, (dl_span){0, 10}, &raw);
    assert_int_equal(hidden[raw.begin], '{');
    dl_doc_free(doc);
}

static void a_title_is_found_without_a_head(void **state) {
    (void)state;
    dl_doc *doc = read_page("<title>Shelling of the quay</title><svg><title>Logo</title></svg><p>" FIRST "</p>", NULL);
    assert_bytes(doc->title, "Shelling of the quay");
    dl_doc_free(doc);
    doc = read_page("<svg><title>Logo</title></svg><p>" FIRST "</p>", NULL);
    assert_bytes(doc->title, "");
    dl_doc_free(doc);
}

static void what_is_given_goes_first(void **state) {
    (void)state;
    dl_source given = {.title = "Given", .published = "2024-01-02", .uri = "https://other.example/", .outlet = "Other"};
    dl_doc *doc = read_page(page, &given);
    assert_bytes(doc->title, "Given");
    assert_bytes(doc->outlet, "Other");
    assert_bytes(doc->uri, "https://other.example/");
    assert_int_equal(doc->published_basis, DL_PUBLISHED_GIVEN);
    dl_doc_free(doc);
    dl_source otherwise = {.date = "2024-01-02"};
    doc = read_page(page, &otherwise);
    assert_int_equal(doc->published_basis, DL_PUBLISHED_META);
    dl_doc_free(doc);
    doc = read_page("<p>Soldiers shelled the harbour on Monday and killed four of the workers there, he said.</p>", &otherwise);
    assert_int_equal(doc->published_basis, DL_PUBLISHED_GIVEN);
    dl_doc_free(doc);
}

/* Where text and page are of one size their bytes are the same, and every byte of the text but the breaks between blocks came from the page. */
static void every_byte_is_traced(void **state) {
    (void)state;
    dl_doc *doc = read_page(page, NULL);
    uint32_t covered = 0, breaks = 0;
    for (DL_EACH(i, &doc->pieces)) {
        dl_piece p = doc->pieces.rows[i];
        assert_true(p.page.end <= doc->page.size && p.text.begin >= covered);
        for (uint32_t at = covered; at < p.text.begin; at++) assert_int_equal(doc->text.data[at], '\n'), breaks++;
        covered = p.text.end;
        if (dl_span_size(p.text) == dl_span_size(p.page))
            assert_memory_equal(doc->text.data + p.text.begin, doc->page.data + p.page.begin, dl_span_size(p.text));
    }
    assert_int_equal(covered, doc->text.size);
    assert_int_equal(breaks, 8);
    const char *dash = strstr(doc->text.data, "\xe2\x80\x94");
    dl_span at = {(uint32_t)(dash - doc->text.data), (uint32_t)(dash - doc->text.data) + 3}, raw;
    dl_doc_quote(doc, at, &raw);
    assert_bytes((dl_bytes){doc->page.data + raw.begin, raw.end - raw.begin}, "&mdash;");
    dl_doc_free(doc);
}

static void assert_published(const char *html, const char *date, const char *basis) {
    char whole[2048], iso[32];
    snprintf(whole, sizeof whole, "<title>Shelling</title>%s<p>" FIRST "</p><p>" SECOND "</p>", html);
    dl_doc *doc = read_page(whole, NULL);
    if (doc->published == DL_NO_TIME) {
        assert_string_equal(date, "");
    } else {
        dl_date day = dl_date_of_instant(doc->published);
        snprintf(iso, sizeof iso, "%04d-%02d-%02d", day.year, day.month, day.day);
        if (strcmp(iso, date)) fail_msg("%s: %s", html, iso);
        assert_string_equal(doc->facts[DL_FACT_PUBLISHED].basis, basis);
    }
    dl_doc_free(doc);
}

/* Elements between a headline and what stands far from it. */
#define TEN "<b>.</b><b>.</b><b>.</b><b>.</b><b>.</b><b>.</b><b>.</b><b>.</b><b>.</b><b>.</b>"
#define FAR TEN TEN TEN TEN TEN TEN

static void dates_are_read_as_pages_write_them(void **state) {
    (void)state;
    assert_published("<meta property=article:published_time content='2024-05-06T08:00:00+02:00'>", "2024-05-06", "meta");
    assert_published("<meta name=date content='2024/05/06 08:00'>", "2024-05-06", "meta");
    assert_published("<meta name=date content='20240506'>", "2024-05-06", "meta");
    assert_published("<meta name=date content='1715000000'>", "2024-05-06", "meta");
    assert_published("<meta name=pubdate content='Mon, 6 May 2024 08:00:00 GMT'>", "2024-05-06", "meta");
    assert_published("<meta name=pubdate content='05/06/2024'>", "", "");
    assert_published("<html lang=en-US><meta name=pubdate content='05/06/2024'>", "", "");
    assert_published("<html lang=en_GB><meta name=pubdate content='05/06/2024 09:30'>", "2024-06-05", "meta");
    assert_published("<html xml:lang=en-IE><h1>Shelling</h1><span>Posted: 05.06.2024</span>", "2024-06-05", "text");
    assert_published("<meta name=pubdate content='25/06/2024'>", "2024-06-25", "meta");
    assert_published("<meta name=pubdate content='06-25-2024 08:00:00 GMT'>", "2024-06-25", "meta");
    assert_published("<meta name=pubdate content='25/13/2024'>", "", "");
    assert_published("<meta name=pubdate content='25/6-2024'>", "", "");
    assert_published("<meta name=pubdate content='25/6/202'>", "", "");
    assert_published("<h1>Shelling</h1><time datetime='2024-05-06'>yesterday</time>", "2024-05-06", "time");
    assert_published("<h1>Shelling</h1><span>Published May 6, 2024 at 9 a.m.</span>", "2024-05-06", "text");
    assert_published("<h1>Shelling</h1>" P(FIRST) FAR "<time datetime='2024-05-06'></time>", "2024-05-06", "time");
    assert_published("<h1>Shelling</h1>" P(FIRST) FAR "<time datetime='2024-05-06'></time><time datetime='2024-05-07'></time>", "", "");
    assert_published("<span itemprop=datePublished>6 May 2024</span>", "2024-05-06", "microdata");
    assert_published("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2024-05-06\"}]}</script>",
                     "2024-05-06", "json-ld");
}

static void assert_day_at(const char *uri, const char *stamp, const char *day, dl_grain grain) {
    char html[512], date[32];
    snprintf(html, sizeof html, "<title>Shelling</title><meta name=date content='%s'><p>" FIRST "</p><p>" SECOND "</p>", stamp);
    dl_doc *doc = read_page(html, &(dl_source){.uri = uri});
    dl_date got = dl_date_of_instant(doc->published);
    snprintf(date, sizeof date, "%04d-%02d-%02d", got.year, got.month, got.day);
    assert_string_equal(date, day);
    assert_int_equal(doc->published_grain, grain);
    assert_int_equal(doc->published_basis, grain == DL_GRAIN_DAY ? DL_PUBLISHED_URL : DL_PUBLISHED_META);
    dl_doc_free(doc);
}

static void the_day_is_that_of_the_newsroom(void **state) {
    (void)state;
    static const char *const uri = "https://post.example/2024/05/06/harbour";
    assert_day_at(uri, "2024-05-07T03:30:00Z", "2024-05-06", DL_GRAIN_DAY);
    assert_day_at(uri, "2024-05-05T18:30:00+00:00", "2024-05-06", DL_GRAIN_DAY);
    assert_day_at(uri, "2024-05-06T23:30:00Z", "2024-05-06", DL_GRAIN_SECOND);
    assert_day_at(uri, "2024-05-07T13:30:00Z", "2024-05-07", DL_GRAIN_SECOND);      /* too far off */
    assert_day_at(uri, "2024-05-07T03:30:00+02:00", "2024-05-07", DL_GRAIN_SECOND); /* a newsroom that says where it is */
}

static void broken_json_harms_nothing(void **state) {
    (void)state;
    assert_published("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-06</script>", "", "");
    assert_published("<script type='application/ld+json'>[[[[[[{</script>", "", "");
}

static void hostile_pages_are_read(void **state) {
    (void)state;
    static const char *const pages[] = {
        "", "<", "<!", "<!--", "</", "<a", "<a b", "<a b=", "&", "&#", "&#x", "<p>&", "<script>", "<!doctype", "<svg><![CDATA["};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) dl_doc_free(read_page(pages[i], NULL));
    enum { MANY = 20000 };
    char *big = malloc(MANY * 8 + 64);
    static const char *const units[] = {"<div>", "<p>", "<table>", "<a>x", "<li>x", "</div>", "x ", "<b a=1>", "\xff\xfe", "<svg>", "<h1>x"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t size = strlen(units[i]);
        for (size_t n = 0; n < MANY; n++) memcpy(big + n * size, units[i], size);
        big[MANY * size] = 0;
        dl_doc_free(read_page(big, NULL));
    }
    free(big);
}

static int open_know(void **state) {
    (void)state;
    dl_know *opened;
    char path[512];
    const char *dir = getenv("DATELINE_DATA");
    snprintf(path, sizeof path, "%s/knowledge.dlk", dir ? dir : "build");
    if (dl_know_open(&opened, path, NULL) != DL_OK) return -1;
    know = opened;
    return 0;
}

static int close_all(void **state) {
    dl_know_close((dl_know *)know);
    return close_engine(state);
}

static void assert_media(const dl_doc *doc, uint32_t row, const char *url, const char *network, dl_instant created, const char *behind) {
    assert_true(row < doc->media.count);
    const dl_media *m = &doc->media.rows[row];
    assert_bytes(m->url, url);
    assert_bytes(m->network, network);
    assert_int_equal(m->created, created);
    assert_int_equal(m->span.begin, m->span.end);
    size_t size = strlen(behind);
    assert_true(m->span.begin >= size && !memcmp(doc->text.data + m->span.begin - size, behind, size));
}

static void assert_title(const char *head, const char *h1, const char *title) {
    char html[1024];
    snprintf(html, sizeof html, "%s<article>%s<p>" FIRST "</p><p>" SECOND "</p></article>", head, h1);
    dl_doc *doc = read_page(html, NULL);
    assert_bytes(doc->title, title);
    dl_doc_free(doc);
}

static void a_heading_goes_before_its_paraphrase(void **state) {
    (void)state;
    const char *head = "<title>Odara harbour shelling: four killed</title>";
    const char *both = "<meta property='og:title' content='Harbour shelling in Odara'><title>Odara harbour shelling: four killed</title>";
    assert_title(both, "<h1>Four dock workers killed in shelling of Odara harbour</h1>", "Four dock workers killed in shelling of Odara harbour");
    assert_title(both, "<h1>Four dock workers killed in shelling of Odara harbour</h1><h1>More of today's news</h1>", "Harbour shelling in Odara");
    assert_title(both, "<h1>A town wakes up to gunfire</h1>", "A town wakes up to gunfire");
    assert_title(both, "<h1>The latest news from our town</h1><h2>Harbour shelling in Odara</h2>", "Harbour shelling in Odara");
    assert_title("<meta property='og:title' content='Harbour shelling in Odara'><meta property='og:site_name' content='Post of Odara'>",
                 "<h1>Post of Odara: our news</h1>", "Harbour shelling in Odara");
    assert_title(both, "<h1>Local News: Harbour shelling in Odara</h1>", "Harbour shelling in Odara");
    assert_title(head, "<h1>Dock workers killed in Odara harbour</h1>", "Dock workers killed in Odara harbour");
}

static void embeds_are_media_and_no_text(void **state) {
    (void)state;
    static const char html[] =
        "<title>Strike</title><aside><iframe src='https://www.youtube.com/embed/other'></iframe></aside><article><h1>Strike</h1><p>" FIRST "</p>"
        "<blockquote class='twitter-tweet'><p>Nobody knows how many are still under the rubble of the old harbour master's house, I am told.</p>"
        "<a href='https://twitter.com/mayor/status/1422664821765050514?s=1&amp;t=2'>May 6</a></blockquote><p>" SECOND "</p>"
        "<div class='embed social'><blockquote class='instagram-media' "
        "data-instgrm-permalink='https://www.instagram.com/p/CRzAbCdEfGh/'></blockquote></div>"
        "<iframe src='//www.youtube.com/embed/abc'></iframe><iframe src='https://ads.example/frame'></iframe><p>" THIRD "</p>"
        "<script async data-telegram-post='odara/68'></script><blockquote class='tiktok-embed' "
        "cite='https://www.tiktok.com/@x/video/7106594312292453675'>"
        "<section>Words of a video that are no part of the report, and that are long enough to be taken for it.</section></blockquote>"
        "<amp-twitter data-tweetid='1422664821765050514'></amp-twitter></article>";
    dl_source source = {.published = "2022-06-08"};
    dl_doc *doc = read_page(html, &source);
    assert_bytes(doc->text, FIRST
                 "\n\n" SECOND "\n\nA spokeswoman for the army denied that its guns had fired \xe2\x80\x94 she called the report \"a fairy tale\".");
    assert_int_equal(doc->media.count, 7);
    assert_media(doc, 1, "https://twitter.com/mayor/status/1422664821765050514?s=1&t=2", "twitter", 1628024700, FIRST);
    assert_media(doc, 2, "https://www.instagram.com/p/CRzAbCdEfGh/", "instagram", 1627316648, SECOND);
    assert_media(doc, 3, "https://www.youtube.com/embed/abc", "youtube", DL_NO_TIME, SECOND);
    assert_media(doc, 4, "https://t.me/odara/68", "telegram", DL_NO_TIME, "fairy tale\".");
    assert_media(doc, 5, "https://www.tiktok.com/@x/video/7106594312292453675", "tiktok", 1654632927, "fairy tale\".");
    assert_media(doc, 6, "https://twitter.com/i/status/1422664821765050514", "twitter", 1628024700, "fairy tale\".");
    dl_doc_free(doc);
}

static void assert_entry(const dl_doc *doc, uint32_t row, const char *words, dl_instant published) {
    assert_true(row < doc->entries.count);
    assert_words(doc, doc->entries.rows[row].span, words);
    assert_int_equal(doc->entries.rows[row].published, published);
}

/* "on Monday" of each claim, as days since 1970. */
static void assert_days(const dl_doc *doc, const int *days, uint32_t count) {
    assert_int_equal(doc->times.count, count + 1);
    for (uint32_t i = 0; i < count; i++) assert_int_equal(doc->times.rows[i + 1].begin / DL_DAY, days[i]);
}

#define UPDATE_1 "Two soldiers were killed at the bridge of Odara today, the governor of the province said."
#define UPDATE_2 "The army shelled the harbour of Odara today and killed four workers, its mayor said."
#define SUMMARY "This is what is known of the fighting around the town of Odara, which began when the ceasefire ended."

static void entries_of_a_live_blog_have_times_of_their_own(void **state) {
    (void)state;
    static const char html[] =
        "<title>Odara live</title><meta property='article:published_time' content='2024-05-05T06:00:00Z'><main><h1>Odara live</h1><p>" SUMMARY
        "</p><div class='entries'><article class='liveblog__post'><time datetime='2024-05-07T10:00:00+02:00'>10:00</time><h2>Bridge</h2><p>" UPDATE_1
        "</p></article><article class='liveblog__post' id='e2'><time datetime='2024-05-06T09:00:00Z'>9:00</time><p>" UPDATE_2
        "</p></article></div></main>";
    dl_doc *doc = read_page(html, NULL);
    assert_int_equal(doc->entries.count, 3);
    assert_entry(doc, 1, "Bridge\n\n" UPDATE_1, 1715068800);
    assert_entry(doc, 2, UPDATE_2, 1714986000);
    assert_days(doc, (const int[]){19850, 19849}, 2);
    assert_int_equal(doc->sentences.rows[2].zone, DL_ZONE_HEADLINE);
    for (uint32_t i = 1; i < 5; i++)
        if (i != 2) assert_int_equal(doc->sentences.rows[i].zone, DL_ZONE_LEAD);
    dl_doc_free(doc);
    static const char one[] = "<main><h1>Odara</h1><p>" SUMMARY "</p><article class='liveblog__post'><time datetime='2024-05-07'></time><p>" UPDATE_1
                              "</p></article></main>";
    doc = read_page(one, NULL);
    assert_int_equal(doc->entries.count, 0);
    dl_doc_free(doc);
}

static void updates_of_json_ld_are_entries(void **state) {
    (void)state;
#define JSON_UPDATES                                                                                                                         \
    "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"datePublished\":\"2024-05-05\",\"liveBlogUpdate\":[{\"headline\":"  \
    "\"Bridge\",\"url\":\"https://post.example/live#e1\",\"datePublished\":\"2024-05-07T08:00:00Z\",\"articleBody\":\"" UPDATE_1 " " SUMMARY \
    "\"},7,{\"@id\":\"#e2\",\"datePublished\":\"2024-05-06T09:00:00Z\",\"articleBody\":\"" UPDATE_2 " " SUMMARY " " SUMMARY " " SUMMARY      \
    "\"}]}</script>"
    dl_doc *doc = read_page(
        "<main><h1>Odara</h1><p>" SUMMARY "</p><div id=e1><p>" UPDATE_1 "</p></div><div id=e2><p>" UPDATE_2 "</p></div></main>" JSON_UPDATES, NULL);
    assert_int_equal(doc->entries.count, 3);
    assert_entry(doc, 1, UPDATE_1, 1715068800);
    assert_entry(doc, 2, UPDATE_2, 1714986000);
    assert_int_equal(doc->published, 1714867200);
    dl_doc_free(doc);
    doc = read_page("<div id=app></div>" JSON_UPDATES, NULL); /* a script would show them */
    assert_int_equal(doc->entries.count, 3);
    assert_entry(doc, 1, "Bridge\n\n" UPDATE_1 " " SUMMARY, 1715068800);
    assert_entry(doc, 2, UPDATE_2 " " SUMMARY " " SUMMARY " " SUMMARY, 1714986000);
    assert_int_equal(doc->text.size, doc->entries.rows[2].span.end);
    dl_doc_free(doc);
}

static void a_story_in_pictures_is_told_by_its_captions(void **state) {
    (void)state;
#define PICTURE(words) "<figure><img src=a.jpg><figcaption>" words "</figcaption></figure>"
    static const char pictures[] = "<title>Odara</title><h1>Odara after the shelling</h1><div class=slides>" PICTURE(FIRST) PICTURE(SECOND) "</div>";
    dl_doc *doc = read_page(pictures, NULL);
    assert_bytes(doc->text, FIRST "\n\n" SECOND);
    assert_int_equal(doc->captions.count, 0);
    dl_doc_free(doc);
    doc = read_page("<title>Odara</title><h1>Odara after the shelling</h1><article>" PICTURE(FIRST) "<p>" SECOND "</p></article>", NULL);
    assert_bytes(doc->text, SECOND); /* where there is text they are captions */
    assert_int_equal(doc->captions.count, 2);
    dl_doc_free(doc);
    assert_text("<h1>Odara</h1><article>" P(FIRST) PICTURE(LONG) PICTURE(SECOND) "</article>", FIRST "\n\n" LONG "\n\n" SECOND);
}

static void a_page_longer_than_the_limit_is_refused(void **state) {
    (void)state;
    const char *page = "<p>Four people died at the harbour.</p>";
    for (size_t limit = strlen(page) - 1; limit <= strlen(page); limit++) {
        dl_engine *engine = NULL;
        dl_doc *doc = NULL;
        dl_options options = {.data_dir = getenv("DATELINE_DATA") ? NULL : "build", .max_doc_bytes = limit};
        assert_int_equal(dl_engine_open(&engine, &options, NULL), DL_OK);
        assert_int_equal(dl_doc_make_page(&doc, NULL, dl_bytes_of(page), NULL), DL_OK);
        assert_int_equal(dl_analyze(engine, doc, DL_STAGES_TEXT, NULL), limit < strlen(page) ? DL_LIMIT : DL_OK);
        dl_doc_free(doc);
        dl_engine_close(engine);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_are_cut_with_their_attributes),
        cmocka_unit_test(what_is_no_markup_is_text),
        cmocka_unit_test(comments_end_where_browsers_end_them),
        cmocka_unit_test(references_are_resolved),
        cmocka_unit_test(ends_that_are_left_out_are_implied),
        cmocka_unit_test(end_tags_reach_as_far_as_they_may),
        cmocka_unit_test(scripts_hold_no_elements),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(the_article_is_found),
        cmocka_unit_test(an_article_is_more_than_its_longest_paragraph),
        cmocka_unit_test(what_ends_an_article_ends_it_where_it_stands),
        cmocka_unit_test(linked_headlines_in_boxes_are_of_other_articles),
        cmocka_unit_test(a_sentence_may_hold_words_of_notices),
        cmocka_unit_test(a_fragment_has_no_other_articles),
        cmocka_unit_test(a_paragraph_may_be_full_of_links_or_lead_on_to_a_list),
        cmocka_unit_test(the_page_tells_of_itself),
        cmocka_unit_test(a_title_is_found_without_a_head),
        cmocka_unit_test(a_heading_goes_before_its_paraphrase),
        cmocka_unit_test(embeds_are_media_and_no_text),
        cmocka_unit_test(entries_of_a_live_blog_have_times_of_their_own),
        cmocka_unit_test(updates_of_json_ld_are_entries),
        cmocka_unit_test(a_story_in_pictures_is_told_by_its_captions),
        cmocka_unit_test(a_page_longer_than_the_limit_is_refused),
        cmocka_unit_test(a_text_that_scripts_show_is_taken_from_json),
        cmocka_unit_test(what_is_given_goes_first),
        cmocka_unit_test(every_byte_is_traced),
        cmocka_unit_test(dates_are_read_as_pages_write_them),
        cmocka_unit_test(the_day_is_that_of_the_newsroom),
        cmocka_unit_test(broken_json_harms_nothing),
        cmocka_unit_test(hostile_pages_are_read),
    };
    return cmocka_run_group_tests(tests, open_know, close_all);
}
