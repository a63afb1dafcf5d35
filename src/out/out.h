/* Writers, one file a format. Each writes one analysed document to a sink and leaves the document as it is.
 * They fail with DL_CANNOT_WRITE when the sink refuses bytes and with DL_NO_MEMORY where the index of out/links.h finds none. The fields are those of
 * the codebook's records: what is unknown is left out.
 */
#ifndef DL_OUT_OUT_H
#define DL_OUT_OUT_H

#include "doc/doc.h"

/* What read the document: release, and the hashes of the knowledge and the model (NULL or empty: left out). */
typedef struct dl_made_by {
    const char *version, *knowledge, *model;
} dl_made_by;

dl_status dl_out_doc_json(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error);   /* one object */
dl_status dl_out_claim_json(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error); /* one object a claim */
dl_status dl_out_csv(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error);        /* one row a claim */
dl_status dl_out_csv_header(const dl_sink *sink, dl_error *error);
dl_status dl_out_table(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error); /* one line a claim */
dl_status dl_out_table_header(const dl_sink *sink, dl_error *error);
dl_status dl_out_explain(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error);
dl_status dl_out_conllu(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error);
dl_status dl_out_places_json(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error);  /* one collection */
dl_status dl_out_places_table(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error); /* one line a place */
dl_status dl_out_text(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error);         /* title and text */
dl_status dl_out_text_json(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error);    /* one object */
dl_status dl_out_text_html(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error);    /* one article element */
dl_status dl_out_places_table_header(const dl_sink *sink, dl_error *error);
dl_status dl_out_quotes_json(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error);  /* one object a quotation */
dl_status dl_out_quotes_table(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error); /* one line a quotation */
dl_status dl_out_quotes_table_header(const dl_sink *sink, dl_error *error);

#endif
