/* DL_FORMAT_CLAIMS_JSONL: one object a claim. */
#include "out/out.h"
#include "out/record.h"

dl_status dl_out_claim_json(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    dl_json json;
    dl_links links;
    dl_status status = dl_links_open(&links, doc, error);
    if (status != DL_OK) return status;
    dl_json_start(&json, sink, doc->text);
    for (DL_EACH(i, &doc->claims)) {
        dl_json_begin(&json, NULL, '{');
        dl_record_claim(&json, &links, i);
        dl_record_made_by(&json, made);
        dl_json_line(&json);
    }
    dl_links_close(&links);
    return dl_pen_finish(&json.pen, error);
}
