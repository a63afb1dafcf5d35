/* The member "doc" of a record: what is known of a document, and its text. */
#include "out/record.h"

/* Where the page says what it says of itself. */
static void fact_basis(dl_json *json, const dl_doc *doc) {
    dl_json_begin(json, "basis", '{');
    for (unsigned i = 1; i < DL_FACT_COUNT_; i++)
        if (doc->facts[i].basis) dl_json_word(json, dl_fact_name(i), doc->facts[i].basis);
    dl_json_end(json, '}');
}

uint32_t dl_paragraph_end(dl_bytes text, uint32_t begin) {
    const char *end = memmem(text.data + begin, text.size - begin, "\n\n", 2);
    return end ? (uint32_t)(end - text.data) : (uint32_t)text.size;
}

/* Paragraphs of the text with the bytes of the page that they were made of. */
static void source_map(dl_json *json, const dl_doc *doc) {
    dl_json_begin(json, "source_map", '[');
    for (uint32_t begin = 0, end; begin < doc->text.size; begin = end + 2) {
        end = dl_paragraph_end(doc->text, begin);
        dl_span page = dl_doc_page_span(doc, (dl_span){begin, end});
        if (page.begin == page.end) continue;
        dl_json_begin(json, NULL, '{');
        dl_json_span(json, (dl_span){begin, end});
        dl_json_number(json, "page_start", page.begin);
        dl_json_number(json, "page_end", page.end);
        dl_json_end(json, '}');
    }
    dl_json_end(json, ']');
}

static void captions(dl_json *json, const dl_doc *doc) {
    if (doc->captions.count <= 1) return;
    dl_json_begin(json, "captions", '[');
    for (DL_EACH(i, &doc->captions)) {
        dl_json_begin(json, NULL, '{');
        dl_json_text(json, "text", doc->captions.rows[i].text);
        dl_json_number(json, "page_start", doc->captions.rows[i].page.begin);
        dl_json_number(json, "page_end", doc->captions.rows[i].page.end);
        dl_json_end(json, '}');
    }
    dl_json_end(json, ']');
}

static void entries(dl_json *json, const dl_doc *doc) {
    if (doc->entries.count <= 1) return;
    dl_json_begin(json, "entries", '[');
    for (DL_EACH(i, &doc->entries)) {
        const dl_entry *entry = &doc->entries.rows[i];
        dl_json_begin(json, NULL, '{');
        dl_json_span(json, entry->span);
        dl_json_local(json, "published", entry->published, (dl_grain)entry->grain, entry->zoned, entry->offset);
        dl_json_end(json, '}');
    }
    dl_json_end(json, ']');
}

static void page(dl_json *json, const dl_doc *doc) {
    dl_json_text(json, "charset", doc->charset);
    if (doc->charset.size) dl_json_word(json, "charset_basis", doc->charset_basis);
    if (doc->mended) dl_json_number(json, "mended", doc->mended);
    fact_basis(json, doc);
    captions(json, doc);
    entries(json, doc);
    source_map(json, doc);
}

void dl_record_document(dl_json *json, const dl_doc *doc) {
    dl_grain grain = (dl_grain)doc->published_grain;
    dl_json_begin(json, "doc", '{');
    dl_json_word(json, "id", doc->id);
    dl_json_text(json, "ref", doc->ref);
    dl_json_text(json, "uri", doc->uri);
    dl_json_text(json, "title", doc->title);
    dl_json_text(json, "outlet", doc->outlet);
    dl_json_text(json, "byline", doc->byline);
    dl_json_text(json, "section", doc->facts[DL_FACT_SECTION].value);
    dl_json_text(json, "canonical", doc->facts[DL_FACT_CANONICAL].value);
    dl_json_text(json, "language", doc->language);
    if (doc->published != DL_NO_TIME) {
        dl_json_local(json, "published", doc->published, grain, doc->published_zoned, doc->published_offset);
        dl_json_word(json, "published_basis", dl_published_basis_name(doc->published_basis));
        dl_json_word(json, "published_precision", dl_grain_name(grain));
    }
    dl_json_local(json, "modified", doc->modified, (dl_grain)doc->modified_grain, doc->modified_zoned, doc->modified_offset);
    if (doc->text.size)
        dl_json_text(json, "text", doc->text);
    else
        dl_json_empty(json, "text");
    dl_json_number(json, "repairs", doc->repairs);
    if (doc->archived) {
        dl_json_begin(json, "archive", '{');
        dl_json_number(json, "begin", (int64_t)doc->archive_begin);
        dl_json_number(json, "end", (int64_t)doc->archive_end);
        dl_json_end(json, '}');
    }
    if (doc->foreign) dl_json_word(json, "skipped", "language");
    if (doc->claims_cut) dl_json_bool(json, "claims_cut", true);
    if (doc->page.data) page(json, doc);
    dl_json_end(json, '}');
}
