/* dl_write: one writer a format, each in a file of its own in src/out/. */
#include "engine/engine.h"

#include "base/error.h"
#include "out/ledger.h"

typedef struct format {
    dl_status (*write)(const dl_doc *, const dl_made_by *, const dl_sink *, dl_error *);
    dl_status (*header)(const dl_sink *, dl_error *); /* NULL: none */
} format;

static const format formats[] = {
    [DL_FORMAT_DOC_JSONL] = {dl_out_doc_json, NULL},
    [DL_FORMAT_CLAIMS_JSONL] = {dl_out_claim_json, NULL},
    [DL_FORMAT_CLAIMS_CSV] = {dl_out_csv, dl_out_csv_header},
    [DL_FORMAT_CLAIMS_TABLE] = {dl_out_table, dl_out_table_header},
    [DL_FORMAT_EXPLAIN] = {dl_out_explain, NULL},
    [DL_FORMAT_CONLLU] = {dl_out_conllu, NULL},
    [DL_FORMAT_PLACES_GEOJSON] = {dl_out_places_json, NULL},
    [DL_FORMAT_PLACES_TABLE] = {dl_out_places_table, dl_out_places_table_header},
    [DL_FORMAT_TEXT] = {dl_out_text, NULL},
    [DL_FORMAT_TEXT_JSON] = {dl_out_text_json, NULL},
    [DL_FORMAT_TEXT_HTML] = {dl_out_text_html, NULL},
    [DL_FORMAT_QUOTES_JSONL] = {dl_out_quotes_json, NULL},
    [DL_FORMAT_QUOTES_TABLE] = {dl_out_quotes_table, dl_out_quotes_table_header},
};

static const format *find(dl_format number, const dl_sink *sink, dl_error *error) {
    if (sink && sink->write && (size_t)number < sizeof formats / sizeof *formats) return &formats[number];
    dl_fail(error, DL_BAD_ARGUMENT, "writing needs a sink and a format that there is");
    return NULL;
}

dl_status dl_write(const dl_engine *engine, const dl_doc *doc, dl_format format_number, const dl_sink *sink, dl_error *error) {
    const format *found = find(format_number, sink, error);
    if (!found) return DL_BAD_ARGUMENT;
    if (!engine || !doc) return dl_fail(error, DL_BAD_ARGUMENT, "dl_write needs an engine and a document");
    dl_made_by made = {DL_VERSION, dl_engine_knowledge_hash(engine), dl_engine_model_hash(engine)};
    return found->write(doc, &made, sink, error);
}

dl_status dl_write_header(dl_format format_number, const dl_sink *sink, dl_error *error) {
    const format *found = find(format_number, sink, error);
    if (!found) return DL_BAD_ARGUMENT;
    return found->header ? found->header(sink, error) : DL_OK;
}

dl_status dl_ledger_write(const dl_engine *engine, const dl_ledger *ledger, dl_ledger_format format, const dl_sink *sink, dl_error *error) {
    static dl_status (*const writers[])(const dl_ledger *, const dl_made_by *, const dl_sink *, dl_error *) = {
        [DL_LEDGER_JSONL] = dl_ledger_write_jsonl, [DL_LEDGER_TSV] = dl_ledger_write_tsv, [DL_LEDGER_TABLE] = dl_ledger_write_table};
    if (!engine || !ledger || !sink || !sink->write || (size_t)format >= sizeof writers / sizeof *writers)
        return dl_fail(error, DL_BAD_ARGUMENT, "dl_ledger_write needs an engine, a ledger, a sink and a format that there is");
    dl_made_by made = {DL_VERSION, dl_engine_knowledge_hash(engine), dl_engine_model_hash(engine)};
    return writers[format](ledger, &made, sink, error);
}
