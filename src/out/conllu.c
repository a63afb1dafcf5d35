/* DL_FORMAT_CONLLU: one line a token (universaldependencies.org/format.html). Comments and multiword tokens of a CoNLL-U input are written as they
 * were given; sentences of other inputs carry no sent_id: their order is the document's. */
#include "base/search.h"
#include "out/out.h"
#include "out/pen.h"

/* Text on one line: blanks and control characters become spaces. */
static void one_line(dl_pen *pen, dl_bytes text) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        dl_pen_char(pen, c < 0x20 || c == 0x7f ? ' ' : (char)c);
    }
}

static void column(dl_pen *pen, dl_bytes text) {
    dl_pen_char(pen, '\t');
    if (text.size)
        one_line(pen, text);
    else
        dl_pen_char(pen, '_');
}

static void space_after(dl_pen *pen, bool glued) {
    dl_pen_text(pen, glued ? "\t_\tSpaceAfter=No\n" : "\t_\t_\n");
}

static void token(dl_pen *pen, const dl_doc *doc, const dl_sentence *sentence, uint32_t row, bool inside) {
    const dl_token *t = &doc->tokens.rows[row];
    dl_pen_number(pen, row - sentence->first_token + 1);
    column(pen, dl_token_text(doc, row));
    column(pen, t->lemma);
    column(pen, dl_bytes_of(dl_upos_name(t->upos)));
    column(pen, dl_bytes_of(dl_xpos_name(t->xpos)));
    dl_pen_text(pen, "\t_\t");
    if (t->head)
        dl_pen_number(pen, t->head - sentence->first_token + 1);
    else
        dl_pen_char(pen, t->deprel ? '0' : '_');
    column(pen, dl_bytes_of(dl_deprel_name(t->deprel)));
    space_after(pen, t->glued && !inside);
}

static void range_line(dl_pen *pen, const dl_sentence *sentence, const dl_range *range) {
    dl_pen_number(pen, range->first - sentence->first_token + 1);
    dl_pen_char(pen, '-');
    dl_pen_number(pen, range->last - sentence->first_token + 1);
    column(pen, range->form);
    dl_pen_text(pen, "\t_\t_\t_\t_\t_\t_");
    space_after(pen, range->glued);
}

/* First range that does not end before `token`. */
static const dl_range *range_at(const dl_doc *doc, uint32_t token) {
    uint32_t low = DL_ROW_NOT_BELOW(&doc->ranges, last, token);
    return low < doc->ranges.count ? &doc->ranges.rows[low] : NULL;
}

static bool begins(const dl_range *range, uint32_t token) {
    return range && range->first == token;
}

/* The text that the forms and SpaceAfter say, so that it agrees with them: where the document has several blanks or a line's end, a space. */
static void text_line(dl_pen *pen, const dl_doc *doc, const dl_sentence *s) {
    dl_pen_text(pen, "# text = ");
    for (uint32_t i = s->first_token; i < dl_sentence_end(s); i++) {
        const dl_range *range = range_at(doc, i);
        bool whole = begins(range, i);
        if (whole) i = range->last;
        one_line(pen, whole ? range->form : dl_token_text(doc, i));
        if (i + 1 < dl_sentence_end(s) && !(whole ? range->glued : doc->tokens.rows[i].glued)) dl_pen_char(pen, ' ');
    }
    dl_pen_char(pen, '\n');
}

static void remarks(dl_pen *pen, dl_bytes all) {
    dl_bytes line;
    while (dl_bytes_cut(&all, '\n', &line)) {
        one_line(pen, line);
        dl_pen_char(pen, '\n');
    }
}

static void sentence(dl_pen *pen, const dl_doc *doc, uint32_t row) {
    const dl_sentence *s = &doc->sentences.rows[row];
    if (row < doc->remarks.count) remarks(pen, doc->remarks.rows[row]);
    text_line(pen, doc, s);
    for (uint32_t i = s->first_token; i < dl_sentence_end(s); i++) {
        const dl_range *range = range_at(doc, i);
        if (begins(range, i)) range_line(pen, s, range);
        token(pen, doc, s, i, range && range->first <= i);
    }
    dl_pen_char(pen, '\n');
}

dl_status dl_out_conllu(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    (void)made;
    dl_pen pen;
    dl_pen_start(&pen, sink);
    bool first = true;
    for (DL_EACH(i, &doc->sentences)) {
        if (!doc->sentences.rows[i].token_count) continue;
        if (first) {
            dl_pen_text(&pen, "# newdoc id = ");
            one_line(&pen, doc->ref.size ? doc->ref : dl_bytes_of(doc->id));
            dl_pen_char(&pen, '\n');
            first = false;
        }
        sentence(&pen, doc, i);
    }
    return dl_pen_finish(&pen, error);
}
