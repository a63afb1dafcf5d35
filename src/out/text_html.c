/* DL_FORMAT_TEXT_HTML: the article as an element of HTML. Each block tells the bytes of the text, and of the page, that it is; the words that name
 * the event of a claim are marked.
 */
#include "out/out.h"
#include "out/pen.h"
#include "out/record.h"

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

/* Claims stand in the order of their triggers; *claim is the first that no block before has had. */
static void words(dl_pen *pen, const dl_doc *doc, dl_span block, uint32_t *claim) {
    uint32_t at = block.begin;
    for (; *claim < doc->claims.count && doc->claims.rows[*claim].trigger.begin < block.end; ++*claim) {
        dl_span trigger = doc->claims.rows[*claim].trigger;
        if (trigger.begin < at || trigger.end > block.end) continue;
        escaped(pen, dl_doc_words(doc, (dl_span){at, trigger.begin}));
        marked(pen, doc, *claim);
        at = trigger.end;
    }
    escaped(pen, dl_doc_words(doc, (dl_span){at, block.end}));
}

static void block(dl_pen *pen, const dl_doc *doc, dl_span span, uint32_t *claim) {
    dl_span page = dl_doc_page_span(doc, span);
    dl_pen_text(pen, "<p");
    attribute(pen, "start", span.begin);
    attribute(pen, "end", span.end);
    if (page.begin < page.end) attribute(pen, "page-start", page.begin), attribute(pen, "page-end", page.end);
    dl_pen_text(pen, ">");
    words(pen, doc, span, claim);
    dl_pen_text(pen, "</p>\n");
}

dl_status dl_out_text_html(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    (void)made;
    dl_pen pen;
    uint32_t claim = 1;
    dl_pen_start(&pen, sink);
    dl_pen_text(&pen, "<article>\n");
    if (doc->page.data && doc->title.size) dl_pen_text(&pen, "<h1>"), escaped(&pen, doc->title), dl_pen_text(&pen, "</h1>\n");
    for (uint32_t begin = 0, end; begin < doc->text.size; begin = end + 2) {
        end = dl_paragraph_end(doc->text, begin);
        if (end > begin) block(&pen, doc, (dl_span){begin, end}, &claim);
    }
    dl_pen_text(&pen, "</article>\n");
    return dl_pen_finish(&pen, error);
}
