/* DL_FORMAT_TEXT_HTML: the article as an element of HTML. Each block tells the bytes of the text, and of the page, that it is; the words that name
 * the event of a claim are marked.
 */
#include "out/out.h"
#include "out/pen.h"

static void escaped(dl_pen *pen, dl_bytes text) {
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        const char *reference = c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : c == '\n' ? "<br>" : NULL;
        if (reference)
            dl_pen_text(pen, reference);
        else
            dl_pen_char(pen, c);
    }
}

static void attribute(dl_pen *pen, const char *name, uint32_t value) {
    dl_pen_text(pen, " data-");
    dl_pen_text(pen, name);
    dl_pen_text(pen, "=\"");
    dl_pen_number(pen, value);
    dl_pen_text(pen, "\"");
}

/* The first claim whose trigger begins at or behind `at` and ends by `end`; 0 where there is none. */
static uint32_t next_claim(const dl_doc *doc, uint32_t at, uint32_t end) {
    uint32_t best = 0;
    for (DL_EACH(i, &doc->claims)) {
        dl_span t = doc->claims.rows[i].trigger;
        if (t.begin < at || t.end > end || t.begin == t.end) continue;
        if (!best || t.begin < doc->claims.rows[best].trigger.begin) best = i;
    }
    return best;
}

static void marked(dl_pen *pen, const dl_doc *doc, uint32_t row) {
    const dl_claim *claim = &doc->claims.rows[row];
    dl_pen_text(pen, "<mark title=\"");
    dl_pen_text(pen, dl_event_name(claim->event));
    dl_pen_text(pen, ", ");
    dl_pen_text(pen, dl_claim_status_name(claim->status));
    dl_pen_text(pen, "\"");
    attribute(pen, "claim", row - 1);
    dl_pen_text(pen, ">");
    escaped(pen, dl_doc_words(doc, claim->trigger));
    dl_pen_text(pen, "</mark>");
}

static void words(dl_pen *pen, const dl_doc *doc, dl_span block) {
    uint32_t at = block.begin, claim;
    while ((claim = next_claim(doc, at, block.end))) {
        escaped(pen, dl_doc_words(doc, (dl_span){at, doc->claims.rows[claim].trigger.begin}));
        marked(pen, doc, claim);
        at = doc->claims.rows[claim].trigger.end;
    }
    escaped(pen, dl_doc_words(doc, (dl_span){at, block.end}));
}

static void block(dl_pen *pen, const dl_doc *doc, dl_span span) {
    dl_span page = dl_doc_page_span(doc, span);
    dl_pen_text(pen, "<p");
    attribute(pen, "start", span.begin);
    attribute(pen, "end", span.end);
    if (page.begin < page.end) attribute(pen, "page-start", page.begin), attribute(pen, "page-end", page.end);
    dl_pen_text(pen, ">");
    words(pen, doc, span);
    dl_pen_text(pen, "</p>\n");
}

dl_status dl_out_text_html(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    (void)made;
    dl_pen pen;
    dl_pen_start(&pen, sink);
    dl_pen_text(&pen, "<article>\n");
    if (doc->page.data && doc->title.size) dl_pen_text(&pen, "<h1>"), escaped(&pen, doc->title), dl_pen_text(&pen, "</h1>\n");
    for (uint32_t begin = 0, end; begin < doc->text.size; begin = end + 2) {
        const char *gap = memmem(doc->text.data + begin, doc->text.size - begin, "\n\n", 2);
        end = gap ? (uint32_t)(gap - doc->text.data) : (uint32_t)doc->text.size;
        if (end > begin) block(&pen, doc, (dl_span){begin, end});
    }
    dl_pen_text(&pen, "</article>\n");
    return dl_pen_finish(&pen, error);
}
