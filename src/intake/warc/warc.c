#include "intake/warc/warc.h"

#include "base/error.h"
#include "base/unpacked.h"
#include "doc/doc.h"
#include "intake/html/charset.h"
#include "intake/warc/http.h"

#include <stdlib.h>

enum { HEADER_MOST = 64 * 1024, HTTP_MOST = 256 * 1024 };

#define WRONG_LENGTH "a record whose length is wrong; the next one is looked for"

/* One record, whole in memory. */
typedef struct record {
    dl_bytes headers, content;
    uint64_t begin, end; /* in the file: where reading can begin again with it, and behind it */
} record;

dl_status dl_warc_open(dl_warc *warc, dl_text_file *file, size_t limit, dl_error *error) {
    *warc = (dl_warc){.file = file};
    dl_status status = dl_members_open(&warc->members, file, limit + HEADER_MOST + HTTP_MOST, error);
    return status == DL_OK ? dl_members_open(&warc->bodies, file, limit, error) : status;
}

void dl_warc_close(dl_warc *warc) {
    dl_members_close(&warc->members);
    dl_members_close(&warc->bodies);
    free(warc->body);
    warc->body = NULL;
}

/* ------------------------------------------------------------------ records */

static dl_bytes skip_blank(dl_bytes bytes) {
    while (bytes.size && (*bytes.data == '\r' || *bytes.data == '\n')) bytes.data++, bytes.size--;
    return bytes;
}

/* Header lines at the front, and how long the content is that they announce. NULL, or what is wrong with them. */
static const char *read_headers(dl_bytes bytes, record *r, uint64_t *length) {
    int64_t number;
    size_t size = dl_headers_size(bytes);
    if (!dl_bytes_start(bytes, "WARC/") || !size) return "no record of a web archive begins here; the next one is looked for";
    r->headers = (dl_bytes){bytes.data, size};
    dl_bytes value = dl_header(r->headers, "content-length");
    if (!value.size || dl_bytes_number(value, &number) != value.size)
        return "a record without a length, or with one that cannot be; the next one is looked for";
    *length = (uint64_t)number;
    return NULL;
}

static const char mark[] = "\nWARC/1."; /* what looks like the front of a record */

/* Drops the plain file's bytes up to another record. */
static dl_status seek_record(dl_warc *warc, dl_error *error) {
    for (;;) {
        dl_bytes ahead;
        dl_status status = dl_text_file_ahead(warc->file, HEADER_MOST, &ahead, error);
        if (status != DL_OK) return status;
        const char *found = memmem(ahead.data, ahead.size, mark, sizeof mark - 1);
        if (found || ahead.size < HEADER_MOST) {
            dl_text_file_drop(warc->file, found ? (size_t)(found - ahead.data) + 1 : ahead.size);
            return DL_OK;
        }
        dl_text_file_drop(warc->file, ahead.size - sizeof mark);
    }
}

/* The next record is found by its front, not by the length of this one, which may lie. */
static dl_status pass_over(dl_warc *warc, dl_status kind, const char *wrong, uint64_t begin, dl_error *error) {
    dl_text_file_drop(warc->file, 1);
    dl_status status = seek_record(warc, error);
    return status == DL_OK ? dl_fail_at(error, kind, wrong, begin, 0) : status;
}

/* A length that lies: behind the content there is no record. */
static bool ends_well(dl_bytes behind) {
    dl_bytes next = skip_blank(behind);
    return !memcmp(next.data, "WARC/", next.size < 5 ? next.size : 5); /* of an archive that is cut short, as much as there is */
}

static dl_status plain_next(dl_warc *warc, record *r, dl_error *error) {
    dl_bytes ahead;
    uint64_t length;
    dl_status status = dl_text_file_ahead(warc->file, HEADER_MOST, &ahead, error);
    if (status != DL_OK) return status;
    dl_text_file_drop(warc->file, ahead.size - skip_blank(ahead).size);
    ahead = skip_blank(ahead);
    if (!ahead.size) return DL_END;
    r->begin = warc->file->offset;
    const char *wrong = read_headers(ahead, r, &length);
    if (wrong) return pass_over(warc, DL_BAD_INPUT, wrong, r->begin, error);
    size_t head = r->headers.size;
    if (length > warc->members.limit) return pass_over(warc, DL_LIMIT, "a record longer than the limit", r->begin, error);
    status = dl_text_file_ahead(warc->file, head + (size_t)length + 16, &ahead, error);
    if (status != DL_OK) return status;
    if (ahead.size < head + length || !ends_well((dl_bytes){ahead.data + head + length, ahead.size - head - (size_t)length}))
        return pass_over(warc, DL_BAD_INPUT, WRONG_LENGTH, r->begin, error);
    *r = (record){{ahead.data, head}, {ahead.data + head, (size_t)length}, r->begin, r->begin + head + length};
    dl_text_file_drop(warc->file, head + (size_t)length);
    return DL_OK;
}

/* From the next record of the member on; empty where it holds no more. */
static dl_bytes next_in_member(dl_bytes member) {
    const char *found = memmem(member.data, member.size, mark, sizeof mark - 1);
    return found ? (dl_bytes){found, (size_t)(member.data + member.size - found)} : (dl_bytes){0};
}

/* A member holds one record, as a rule; what is left of it is kept for the next call. */
static dl_status packed_next(dl_warc *warc, record *r, dl_error *error) {
    uint64_t length;
    warc->member = skip_blank(warc->member);
    while (!warc->member.size) {
        dl_status status = dl_members_next(&warc->members, &warc->member, error);
        if (status != DL_OK) return status;
        warc->member = skip_blank(warc->member);
    }
    r->begin = warc->members.offset;
    r->end = warc->file->offset;
    const char *wrong = read_headers(warc->member, r, &length);
    dl_bytes rest = {warc->member.data + r->headers.size, warc->member.size - r->headers.size};
    if (!wrong && (length > rest.size || !ends_well((dl_bytes){rest.data + length, rest.size - (size_t)length}))) wrong = WRONG_LENGTH;
    if (wrong) {
        warc->member = next_in_member(warc->member);
        return dl_fail_at(error, DL_BAD_INPUT, wrong, r->begin, 0);
    }
    r->content = (dl_bytes){rest.data, (size_t)length};
    warc->member = (dl_bytes){rest.data + length, rest.size - (size_t)length};
    if (skip_blank(warc->member).size) r->end = r->begin; /* more records of the same member follow: they can be come back to with it only */
    return DL_OK;
}

/* ------------------------------------------------------------------ what is in them */

static bool copy_body(dl_warc *warc, dl_bytes body) {
    if (warc->body_room < body.size) {
        char *copy = realloc(warc->body, body.size);
        if (!copy) return false;
        warc->body = copy;
        warc->body_room = body.size;
    }
    if (body.size) memcpy(warc->body, body.data, body.size);
    return true;
}

static dl_coding coding_of(dl_bytes headers) {
    static const struct {
        const char *name;
        dl_coding coding;
    } codings[] = {
        {"gzip", DL_CODING_GZIP}, {"x-gzip", DL_CODING_GZIP}, {"deflate", DL_CODING_ZLIB}, {"br", DL_CODING_BROTLI}, {"zstd", DL_CODING_ZSTD}};
    dl_bytes value = dl_header(headers, "content-encoding");
    for (size_t i = 0; i < sizeof codings / sizeof *codings; i++)
        if (dl_header_is(value, codings[i].name)) return codings[i].coding;
    return DL_CODING_NONE;
}

/* Many archives keep the header of a body that they unpacked. */
static bool is_unpacked(dl_bytes body, dl_coding coding) {
    if (coding == DL_CODING_GZIP) return !dl_bytes_start(body, "\x1f\x8b");
    if (coding == DL_CODING_ZSTD) return !dl_bytes_start(body, "\x28\xb5\x2f\xfd");
    return coding == DL_CODING_NONE;
}

/* Those of brotli have no mark at their front: what does not unpack and has a tag early on is the page itself. */
static bool seems_page(dl_bytes body) {
    enum { EARLY = 512 };
    return body.size && memchr(body.data, '<', body.size < EARLY ? body.size : EARLY);
}

/* Undoes what HTTP did to the body. NULL, or what is wrong; *status tells the kind. */
static const char *decode_body(dl_warc *warc, dl_response *response, dl_status *status) {
    static const struct {
        dl_status status;
        const char *wrong;
    } told[] = {[DL_UNPACKED] = {DL_OK, NULL},
                [DL_UNPACKED_BROKEN] = {DL_BAD_INPUT, "a page whose packed bytes are damaged"},
                [DL_UNPACKED_TOO_LONG] = {DL_LIMIT, "a page that unpacks to more than the limit"},
                [DL_UNPACKED_BOMB] = {DL_BAD_INPUT, "a page that " DL_BOMB_WORDS},
                [DL_UNPACKED_NO_MEMORY] = {DL_NO_MEMORY, "out of memory while reading an archive"}};
    dl_outcome what = DL_UNPACKED;
    if (dl_header_is(dl_header(response->headers, "transfer-encoding"), "chunked")) {
        if (copy_body(warc, response->body))
            response->body = (dl_bytes){warc->body, dl_chunks_join(warc->body, response->body.size)};
        else
            what = DL_UNPACKED_NO_MEMORY;
    }
    dl_coding coding = coding_of(response->headers);
    if (what == DL_UNPACKED && !is_unpacked(response->body, coding)) what = dl_members_unpack(&warc->bodies, response->body, coding, &response->body);
    if (what == DL_UNPACKED_BROKEN && coding == DL_CODING_BROTLI && seems_page(response->body)) what = DL_UNPACKED;
    *status = told[what].status;
    return told[what].wrong;
}

static bool is_page(dl_bytes type) {
    return dl_header_is(type, "text/html") || dl_header_is(type, "application/xhtml+xml");
}

/* What a record is to a reader of news. */
typedef struct content {
    dl_bytes bytes, charset;
    bool page, text;
} content;

/* False where the record holds neither page nor text. */
static bool find_content(dl_warc *warc, const record *r, content *c, const char **wrong, dl_status *status) {
    dl_bytes type = dl_header(r->headers, "content-type"), kind = dl_header(r->headers, "warc-type");
    dl_response response;
    *c = (content){.bytes = r->content};
    if (dl_bytes_like(kind, "conversion")) return c->text = dl_header_is(type, "text/plain"), c->text;
    if (dl_bytes_like(kind, "resource") && is_page(type)) return c->charset = dl_charset_in(type), c->page = true;
    if (!dl_bytes_like(kind, "response") || !dl_response_read(r->content, &response) || response.status != 200) return false;
    type = dl_header(response.headers, "content-type");
    if (!is_page(type)) return false;
    *wrong = decode_body(warc, &response, status);
    *c = (content){.bytes = response.body, .charset = dl_charset_in(type), .page = true};
    return true;
}

/* A header's value as a string; "" where it does not fit. */
static const char *string_of(dl_bytes value, char *out, size_t room) {
    size_t size = value.size < room ? value.size : 0;
    if (size && *value.data == '<' && value.data[size - 1] == '>') value.data++, size -= 2; /* WARC/1.0 wrote "<urn:uuid:...>" */
    memcpy(out, value.data ? value.data : "", size);
    out[size] = 0;
    return out;
}

static dl_status make(const record *r, const content *c, dl_doc **doc, const char *date, dl_error *error) {
    enum { ADDRESS = 4096, NAME = 256 };
    char uri[ADDRESS], ref[NAME], charset[NAME];
    dl_source source = {.uri = string_of(dl_header(r->headers, "warc-target-uri"), uri, sizeof uri),
                        .ref = string_of(dl_header(r->headers, "warc-record-id"), ref, sizeof ref),
                        .charset = c->charset.size ? string_of(c->charset, charset, sizeof charset) : NULL,
                        .date = date};
    dl_status status = c->page ? dl_doc_make_page(doc, &source, c->bytes, error) : dl_doc_make(doc, &source, c->bytes, error);
    if (status != DL_OK) return status;
    (*doc)->archived = true;
    (*doc)->archive_begin = r->begin;
    (*doc)->archive_end = r->end;
    return DL_OK;
}

dl_status dl_warc_next(dl_warc *warc, dl_doc **doc, const char *date, dl_error *error) {
    for (;;) {
        record r = {0};
        content c;
        const char *wrong = NULL;
        dl_status status = warc->members.packed ? packed_next(warc, &r, error) : plain_next(warc, &r, error), kind = DL_OK;
        if (status != DL_OK) return status;
        if (!find_content(warc, &r, &c, &wrong, &kind)) continue;
        if (wrong) return dl_fail_at(error, kind, wrong, kind == DL_NO_MEMORY ? DL_NO_OFFSET : r.begin, 0);
        return make(&r, &c, doc, date, error);
    }
}
