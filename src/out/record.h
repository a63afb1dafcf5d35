/* The JSON records that more than one writer needs. */
#ifndef DL_OUT_RECORD_H
#define DL_OUT_RECORD_H

#include "out/json.h"
#include "out/links.h"
#include "out/out.h"

/* Every function writes one value; `key` is NULL in a list. */
void dl_record_made_by(dl_json *json, const dl_made_by *made);
void dl_record_document(dl_json *json, const dl_doc *doc);
/* The end of the paragraph of the text that begins at `begin`. */
uint32_t dl_paragraph_end(dl_bytes text, uint32_t begin);
void dl_record_actor(dl_json *json, const char *key, const dl_doc *doc, uint32_t party);
/* The same of one who says so, with the kind and the cue. */
void dl_record_source(dl_json *json, const char *key, const dl_doc *doc, uint32_t party);
/* A count as it stands in a list of counts; `whole` is the index there of the count that it is part of, or -1. */
void dl_record_count(dl_json *json, const dl_doc *doc, uint32_t count, int64_t whole, bool with_claim);
/* When, from an interval and the time expression that gave it (0: none). */
void dl_record_when(dl_json *json, const dl_doc *doc, const dl_claim *claim);
/* The fields of a quotation, without the braces of its object. */
void dl_record_quote(dl_json *json, const dl_doc *doc, const dl_quote *quote);
/* The fields of a claim, without the braces of its object. */
void dl_record_claim(dl_json *json, const dl_links *links, uint32_t claim);

#endif
