#include "doc/doc.h"

#include "base/calendar.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/search.h"
#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>

static void take_text(dl_doc *doc, dl_bytes raw) {
    dl_bytes text = dl_repaired(&doc->arena, raw, &doc->repair_list);
    doc->text = text.data == raw.data ? dl_arena_copy(&doc->arena, raw) : text;
    doc->repairs = doc->repair_list.count ? doc->repair_list.count - 1 : 0;
    dl_hash_text(dl_hash(doc->text), doc->id);
}

/* A NUL-terminated string of the caller's, repaired where it is not UTF-8 by dropping the bad bytes. */
static dl_bytes take_string(dl_doc *doc, const char *s) {
    dl_bytes raw = dl_bytes_of(s);
    char *copy = dl_arena_alloc(&doc->arena, raw.size + 1);
    size_t size = 0;
    for (size_t at = 0; at < raw.size;) {
        dl_bytes rest = {raw.data + at, raw.size - at};
        size_t n = dl_utf8_size(rest);
        memcpy(copy + size, rest.data, n);
        size += n;
        at += n ? n : 1;
    }
    return (dl_bytes){copy, size};
}

static bool take_date(dl_doc *doc, const char *published) {
    dl_grain grain;
    bool zoned;
    if (!dl_iso_read(dl_bytes_of(published), &doc->published, &grain, &zoned)) return false;
    doc->published_grain = (uint8_t)grain;
    doc->published_zoned = zoned;
    doc->published_basis = DL_PUBLISHED_GIVEN;
    return true;
}

/* Gives every table its row 0, so that a link of 0 may be followed before the table has any other row. */
static void begin_tables(dl_doc *doc) {
#define BEGIN(table) (DL_DOC_PUSH(doc, table), doc->table.count = 0)
    BEGIN(sentences);
    BEGIN(tokens);
    BEGIN(mentions);
    BEGIN(times);
    BEGIN(places);
    BEGIN(choices);
    BEGIN(counts);
    BEGIN(quotes);
    BEGIN(media);
    BEGIN(parties);
    BEGIN(claims);
    BEGIN(traces);
#undef BEGIN
}

static dl_status fill(dl_doc *doc, const dl_source *source, dl_bytes raw, bool page, dl_error *error) {
    jmp_buf guard;
    dl_arena_guard(&doc->arena, &guard);
    if (setjmp(guard)) return dl_fail(error, DL_NO_MEMORY, "out of memory while making a document");
    if (page) doc->page = dl_arena_copy(&doc->arena, raw);
    take_text(doc, page ? DL_LIT("") : raw);
    begin_tables(doc);
    doc->published = doc->modified = DL_NO_TIME;
    if (source) {
        doc->ref = take_string(doc, source->ref);
        doc->uri = take_string(doc, source->uri);
        doc->title = take_string(doc, source->title);
        doc->outlet = take_string(doc, source->outlet);
        doc->language = take_string(doc, source->language);
        doc->byline = take_string(doc, source->byline);
        doc->stamp = take_string(doc, source->stamp);
        doc->charset = take_string(doc, source->charset);
        doc->fragment = source->fragment;
        doc->page_is_utf8 = source->charset && !*source->charset;
        bool given = source->published && *source->published;
        const char *date = given ? source->published : source->date;
        doc->published_otherwise = !given;
        if (date && !take_date(doc, date)) return dl_fail(error, DL_BAD_ARGUMENT, "not a possible date: give it as 2022-03-14 or 2022-03-14T08:20Z");
    }
    dl_arena_guard(&doc->arena, NULL);
    return DL_OK;
}

static dl_status make(dl_doc **doc, const dl_source *source, dl_bytes raw, bool page, dl_error *error) {
    if (doc) *doc = NULL;
    if (!doc || (!raw.data && raw.size)) return dl_fail(error, DL_BAD_ARGUMENT, "a document needs a place to go to and bytes to read");
    if (raw.size > (size_t)1 << 30) return dl_fail(error, DL_LIMIT, "a document may have at most 1 GiB of text");
    dl_doc *made = calloc(1, sizeof *made);
    if (!made) return dl_fail(error, DL_NO_MEMORY, "out of memory while making a document");
    dl_status status = fill(made, source, raw, page, error);
    if (status == DL_OK)
        *doc = made;
    else
        dl_doc_free(made);
    return status;
}

dl_status dl_doc_make(dl_doc **doc, const dl_source *source, dl_bytes text, dl_error *error) {
    return make(doc, source, text, false, error);
}

dl_status dl_doc_make_page(dl_doc **doc, const dl_source *source, dl_bytes page, dl_error *error) {
    return make(doc, source, page, true, error);
}

void dl_doc_free(dl_doc *doc) {
    if (!doc) return;
    dl_arena_free(&doc->arena);
    free(doc);
}

dl_bytes dl_doc_text(const dl_doc *doc) {
    return doc->text;
}

bool dl_doc_claims_cut(const dl_doc *doc) {
    return doc->claims_cut;
}

bool dl_doc_foreign(const dl_doc *doc) {
    return doc->foreign;
}

/* Byte of the input that byte `at` of the text came from. */
static uint32_t raw_offset(const dl_doc *doc, uint32_t at) {
    uint32_t low = DL_ROW_NOT_BELOW(&doc->repair_list, text_at, at); /* first repair behind `at` */
    if (low <= 1) return at;
    dl_repair last = doc->repair_list.rows[low - 1];
    return at < last.text_at + 3 ? last.raw_at : last.raw_at + last.raw_size + (at - last.text_at - 3);
}

/* The piece of the page's text that holds byte `at`, or the first behind it; NULL where there is none. */
static const dl_piece *piece_at(const dl_doc *doc, uint32_t at) {
    uint32_t low = DL_ROW_NOT_BELOW(&doc->pieces, text.end, at + 1);
    return low < doc->pieces.count ? &doc->pieces.rows[low] : NULL;
}

dl_span dl_doc_page_span(const dl_doc *doc, dl_span span) {
    if (span.begin >= span.end) return (dl_span){0, 0};
    const dl_piece *first = piece_at(doc, span.begin), *last = piece_at(doc, span.end - 1);
    if (!first || !last) return (dl_span){0, 0};
    bool same = dl_span_size(first->text) == dl_span_size(first->page) && first->text.begin < span.begin;
    dl_span page = {same ? first->page.begin + (span.begin - first->text.begin) : first->page.begin, last->page.end};
    same = dl_span_size(last->text) == dl_span_size(last->page) && last->text.begin < span.end;
    if (same) page.end = last->page.begin + (span.end - last->text.begin);
    return page;
}

dl_bytes dl_doc_quote(const dl_doc *doc, dl_span span, dl_span *raw_at) {
    if (span.begin > span.end || span.end > doc->text.size) span = (dl_span){0, 0};
    if (raw_at && doc->page.data)
        *raw_at = dl_doc_page_span(doc, span);
    else if (raw_at)
        *raw_at = (dl_span){raw_offset(doc, span.begin), raw_offset(doc, span.end)};
    return dl_doc_words(doc, span);
}

dl_rows dl_doc_rows(const dl_doc *doc, dl_table table) {
#define ROWS(t)                                        \
    (dl_rows) {                                        \
        doc->t.rows, doc->t.count, sizeof *doc->t.rows \
    }
    switch (table) {
    case DL_TABLE_SENTENCES:
        return ROWS(sentences);
    case DL_TABLE_TOKENS:
        return ROWS(tokens);
    case DL_TABLE_MENTIONS:
        return ROWS(mentions);
    case DL_TABLE_TIMES:
        return ROWS(times);
    case DL_TABLE_PLACES:
        return ROWS(places);
    case DL_TABLE_CHOICES:
        return ROWS(choices);
    case DL_TABLE_COUNTS:
        return ROWS(counts);
    case DL_TABLE_QUOTES:
        return ROWS(quotes);
    case DL_TABLE_MEDIA:
        return ROWS(media);
    case DL_TABLE_PARTIES:
        return ROWS(parties);
    case DL_TABLE_CLAIMS:
        return ROWS(claims);
    case DL_TABLE_TRACES:
        return ROWS(traces);
    default:
        return (dl_rows){0};
    }
#undef ROWS
}

uint32_t dl_token_at(const dl_doc *doc, uint32_t offset) {
    return DL_ROW_NOT_BELOW(&doc->tokens, span.end, offset + 1);
}

uint32_t dl_sentence_at(const dl_doc *doc, uint32_t offset) {
    uint32_t low = DL_ROW_NOT_BELOW(&doc->sentences, span.end, offset + 1);
    return low < doc->sentences.count && doc->sentences.rows[low].span.begin <= offset ? low : 0;
}

uint32_t dl_entry_at(const dl_doc *doc, uint32_t offset) {
    uint32_t low = DL_ROW_NOT_BELOW(&doc->entries, span.end, offset + 1);
    return low < doc->entries.count && doc->entries.rows[low].span.begin <= offset ? low : 0;
}

dl_instant dl_doc_published_at(const dl_doc *doc, uint32_t offset) {
    uint32_t entry = dl_entry_at(doc, offset);
    return entry ? doc->entries.rows[entry].published : doc->published;
}
