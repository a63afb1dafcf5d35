/* DL_FORMAT_CONLLU: one line a token (universaldependencies.org/format.html). Sentences carry no sent_id: their order is the document's. */
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

static void token(dl_pen *pen, const dl_doc *doc, const dl_sentence *sentence, uint32_t row) {
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
    dl_pen_text(pen, t->glued ? "\t_\tSpaceAfter=No\n" : "\t_\t_\n");
}

static void sentence(dl_pen *pen, const dl_doc *doc, const dl_sentence *s) {
    dl_pen_text(pen, "# text = ");
    one_line(pen, dl_doc_words(doc, s->span));
    dl_pen_char(pen, '\n');
    for (uint32_t i = s->first_token; i < dl_sentence_end(s); i++) token(pen, doc, s, i);
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
        sentence(&pen, doc, &doc->sentences.rows[i]);
    }
    return dl_pen_finish(&pen, error);
}
