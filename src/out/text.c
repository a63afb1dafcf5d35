/* DL_FORMAT_TEXT and DL_FORMAT_TEXT_JSON: the article alone. */
#include "out/out.h"
#include "out/record.h"

dl_status dl_out_text(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    (void)made;
    dl_pen pen;
    dl_pen_start(&pen, sink);
    bool titled = doc->page.data && doc->title.size; /* the title of other documents stands in their text */
    if (titled) dl_pen_bytes(&pen, doc->title), dl_pen_text(&pen, doc->text.size ? "\n\n" : "\n");
    dl_pen_bytes(&pen, doc->text);
    if (doc->text.size && doc->text.data[doc->text.size - 1] != '\n') dl_pen_char(&pen, '\n');
    return dl_pen_finish(&pen, error);
}

dl_status dl_out_text_json(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    dl_json json;
    dl_json_start(&json, sink, doc->text);
    dl_json_begin(&json, NULL, '{');
    dl_record_made_by(&json, made);
    dl_record_document(&json, doc);
    dl_json_line(&json);
    return dl_pen_finish(&json.pen, error);
}
