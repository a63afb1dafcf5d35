/* DL_FORMAT_QUOTES_JSONL and DL_FORMAT_QUOTES_TABLE: the quotations of a document, each with who says it. */
#include "out/out.h"
#include "out/record.h"
#include "out/screen.h"

enum { KIND, STANCE, SPEAKER, ADDRESSEE, WORDS, COLUMNS };

static const dl_screen_column columns[COLUMNS] = {
    [KIND] = {"KIND", 8}, [STANCE] = {"STANCE", 7}, [SPEAKER] = {"SPEAKER", 22}, [ADDRESSEE] = {"TO", 12}, [WORDS] = {"WORDS", 0}};

static void quote_object(dl_json *json, const dl_doc *doc, const dl_quote *quote) {
    dl_json_begin(json, NULL, '{');
    dl_json_word(json, "doc", doc->id);
    dl_json_text(json, "ref", doc->ref);
    dl_json_text(json, "outlet", doc->outlet);
    dl_record_quote(json, doc, quote);
    dl_json_text(json, "text", dl_doc_words(doc, quote->span));
    dl_json_line(json);
}

dl_status dl_out_quotes_json(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    dl_json json;
    (void)made;
    dl_json_start(&json, sink, doc->text);
    for (DL_EACH(i, &doc->quotes)) quote_object(&json, doc, &doc->quotes.rows[i]);
    return dl_pen_finish(&json.pen, error);
}

static dl_bytes named(const dl_doc *doc, uint32_t party) {
    return dl_mention_name(doc, &doc->mentions.rows[doc->parties.rows[party].mention]);
}

dl_status dl_out_quotes_table(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    dl_pen pen;
    (void)made;
    dl_pen_start(&pen, sink);
    for (DL_EACH(i, &doc->quotes)) {
        const dl_quote *q = &doc->quotes.rows[i];
        dl_bytes cells[COLUMNS] = {
            [KIND] = dl_bytes_of(dl_quote_kind_name(q->kind)),
            [STANCE] = dl_bytes_of(dl_stance_name(q->stance)),
            [SPEAKER] = q->speaker_count ? named(doc, q->first_speaker) : DL_LIT("-"),
            [ADDRESSEE] = q->addressee ? named(doc, q->addressee) : (dl_bytes){0},
            [WORDS] = dl_doc_words(doc, q->span),
        };
        dl_screen_line(&pen, columns, COLUMNS, cells);
    }
    return dl_pen_finish(&pen, error);
}

dl_status dl_out_quotes_table_header(const dl_sink *sink, dl_error *error) {
    dl_pen pen;
    dl_pen_start(&pen, sink);
    dl_screen_heading(&pen, columns, COLUMNS);
    return dl_pen_finish(&pen, error);
}
