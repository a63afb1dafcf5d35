/* Web archives: records plain and packed, what HTTP did to their bodies, damage, limits, and going on in the midst. */
#include "support.h"

#include "base/unpacked.h"
#include "intake/warc/http.h"
#include "intake/warc/members.h"

#include <brotli/encode.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <zstd.h>

/* An archive that grows. */
typedef struct archive {
    char data[1 << 20];
    size_t size;
    bool packed;
} archive;

static archive *made;

static size_t pack(const char *bytes, size_t size, char *out, size_t room) {
    struct libdeflate_compressor *how = libdeflate_alloc_compressor(6);
    size_t packed = libdeflate_gzip_compress(how, bytes, size, out, room);
    libdeflate_free_compressor(how);
    assert_true(packed);
    return packed;
}

static size_t pack_brotli(const char *bytes, size_t size, char *out, size_t room) {
    assert_true(BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, size, (const uint8_t *)bytes, &room, (uint8_t *)out));
    return room;
}

static size_t pack_zstd(const char *bytes, size_t size, char *out, size_t room) {
    size_t packed = ZSTD_compress(out, room, bytes, size, 3);
    assert_false(ZSTD_isError(packed));
    return packed;
}

static void add_bytes(const char *bytes, size_t size) {
    if (made->packed)
        made->size += pack(bytes, size, made->data + made->size, sizeof made->data - made->size);
    else
        memcpy(made->data + made->size, bytes, size), made->size += size;
}

/* A record whose length is told as it is, but for `lie` bytes. */
static void add_record(const char *type, const char *content_type, dl_bytes content, long lie) {
    static char record[1 << 19];
    static int number;
    int head =
        snprintf(record, sizeof record,
                 "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: <https://post.example/%d>\r\nWARC-Record-ID: <urn:uuid:%d>\r\nContent-Type: %s\r\n"
                 "Content-Length: %ld\r\n\r\n",
                 type, number, number, content_type, (long)content.size + lie);
    number++;
    memcpy(record + head, content.data, content.size);
    memcpy(record + head + content.size, "\r\n\r\n", 4);
    add_bytes(record, (size_t)head + content.size + 4);
}

static void add_page(const char *headers, dl_bytes body) {
    static char response[1 << 18];
    int head = snprintf(response, sizeof response, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"windows-1252\"\r\n%s\r\n", headers);
    memcpy(response + head, body.data, body.size);
    add_record("response", "application/http; msgtype=response", (dl_bytes){response, (size_t)head + body.size}, 0);
}

#define WORDS(word) "Soldiers shelled the " word " on Monday and killed at least four of the workers, the mayor said."
#define PAGE(word) "<title>Shelling</title><p>" WORDS(word) "</p>"

static void begin(bool packed) {
    if (!made) made = malloc(sizeof *made);
    made->size = 0;
    made->packed = packed;
    add_record("warcinfo", "application/warc-fields", DL_LIT("software: none\r\n"), 0);
    add_record("request", "application/http; msgtype=request", DL_LIT("GET / HTTP/1.1\r\n\r\n"), 0);
}

static dl_reader *open_archive(uint64_t start, size_t limit) {
    dl_reader *reader = NULL;
    dl_error error = {0};
    dl_input input = {.memory = {made->data, made->size}, .form = DL_FORM_WARC, .start = start, .max_doc_bytes = limit};
    if (dl_reader_open(&reader, &input, &error) != DL_OK) fail_msg("not opened: %s", error.message);
    return reader;
}

static dl_doc *next(dl_reader *reader, const char *words) {
    dl_doc *doc = NULL;
    dl_error error = {0};
    if (dl_reader_next(reader, &doc, &error) != DL_OK) fail_msg("no document: %s at %lu", error.message, (unsigned long)error.offset);
    assert_int_equal(dl_analyze(test_engine(), doc, DL_STAGES_TEXT, NULL), DL_OK);
    assert_bytes(doc->text, words);
    return doc;
}

static void assert_next(dl_reader *reader, const char *words) {
    dl_doc_free(next(reader, words));
}

static void assert_passed_over(dl_reader *reader, dl_status status) {
    dl_doc *doc = NULL;
    dl_error error = {0};
    assert_int_equal(dl_reader_next(reader, &doc, &error), status);
    assert_null(doc);
    assert_true(error.offset < made->size);
}

static void assert_end(dl_reader *reader) {
    dl_doc *doc = NULL;
    assert_int_equal(dl_reader_next(reader, &doc, NULL), DL_END);
    dl_reader_close(reader);
}

static void for_both(void (*test)(bool packed)) {
    test(false);
    test(true);
}

static void pages(bool packed) {
    begin(packed);
    add_page("", DL_LIT(PAGE("caf\xe9")));
    add_record("revisit", "application/http; msgtype=response", DL_LIT("HTTP/1.1 304 Not Modified\r\n\r\n"), 0);
    add_record("response", "application/http", DL_LIT("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"), 0);
    add_record("response", "application/http",
               DL_LIT("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Nothing is here, and nothing will be.</p>"), 0);
    add_record("resource", "text/html", DL_LIT(PAGE("quay")), 0);
    add_record("conversion", "text/plain", DL_LIT(WORDS("port")), 0);
    dl_reader *reader = open_archive(0, 0);
    dl_doc *doc = next(reader, WORDS("caf\xc3\xa9"));
    assert_bytes(doc->charset, "windows-1252");
    assert_string_equal(doc->charset_basis, "header");
    assert_true(dl_bytes_start(doc->uri, "https://post.example/"));
    assert_true(dl_bytes_start(doc->ref, "urn:uuid:"));
    dl_doc_free(doc);
    assert_next(reader, WORDS("quay"));
    assert_next(reader, WORDS("port"));
    assert_end(reader);
}

static void pages_and_texts_are_taken(void **state) {
    (void)state;
    for_both(pages);
}

static void bodies(bool packed) {
    char chunks[512], zipped[512], both[1024];
    const char *page = PAGE("quay");
    size_t size = strlen(page), half = size / 2;
    int n = snprintf(chunks, sizeof chunks, "%zx;x=1\r\n%.*s\r\n%zX\r\n%s\r\n0\r\n\r\n", half, (int)half, page, size - half, page + half);
    size_t z = pack(page, size, zipped, sizeof zipped);
    int head = snprintf(both, sizeof both, "%zx\r\n", z);
    memcpy(both + head, zipped, z);
    memcpy(both + head + z, "\r\n0\r\n\r\n", 7);
    begin(packed);
    add_page("Transfer-Encoding: chunked\r\n", (dl_bytes){chunks, (size_t)n});
    add_page("Content-Encoding: gzip\r\n", (dl_bytes){zipped, z});
    add_page("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", (dl_bytes){both, (size_t)head + z + 7});
    add_page("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", dl_bytes_of(page)); /* headers of what was undone before */
    add_page("Content-Encoding: br\r\n", DL_LIT("\x8b\x02\x80"));
    add_page("Content-Encoding: gzip\r\n", (dl_bytes){zipped, z / 2});
    add_page("", DL_LIT(PAGE("port")));
    dl_reader *reader = open_archive(0, 0);
    for (int i = 0; i < 4; i++) assert_next(reader, WORDS("quay"));
    assert_passed_over(reader, DL_BAD_INPUT);
    assert_passed_over(reader, DL_BAD_INPUT);
    assert_next(reader, WORDS("port"));
    assert_end(reader);
}

static void what_http_did_is_undone(void **state) {
    (void)state;
    for_both(bodies);
}

/* Packed, packed in two pieces where the coding has such, cut short, with bytes behind it, not packed at all, and too long, of every length around
 * those at which buffers grow. */
static void coded(size_t (*pack_so)(const char *, size_t, char *, size_t), const char *header, bool in_pieces) {
    enum { LONG = 600 * 1024 };
    static char zipped[LONG], longest[LONG + 1];
    const char *page = PAGE("quay");
    size_t size = strlen(page), half = size / 2, z = pack_so(page, size, zipped, sizeof zipped);
    begin(false);
    add_page(header, (dl_bytes){zipped, z});
    add_page(header, (dl_bytes){zipped, z - 3});
    add_page(header, dl_bytes_of(page));
    memcpy(zipped + z, "more", 4);
    add_page(header, (dl_bytes){zipped, z + 4});
    if (in_pieces) {
        z = pack_so(page, half, zipped, sizeof zipped);
        z += pack_so(page + half, size - half, zipped + z, sizeof zipped - z);
    } else {
        z = pack_so(page, size, zipped, sizeof zipped);
    }
    add_page(header, (dl_bytes){zipped, z});
    memset(longest, ' ', LONG);
    memcpy(longest, page, size);
    add_page(header, (dl_bytes){zipped, pack_so(longest, LONG, zipped, sizeof zipped)});
    for (size_t length = 262144 - 1; length <= 262144 + 1; length++)
        add_page(header, (dl_bytes){zipped, pack_so(longest, length, zipped, sizeof zipped)});
    dl_reader *reader = open_archive(0, 512 * 1024);
    assert_next(reader, WORDS("quay"));
    assert_passed_over(reader, DL_BAD_INPUT);
    assert_next(reader, WORDS("quay"));
    assert_passed_over(reader, DL_BAD_INPUT);
    assert_next(reader, WORDS("quay"));
    assert_passed_over(reader, DL_LIMIT);
    for (int i = 0; i < 3; i++) assert_next(reader, WORDS("quay"));
    assert_end(reader);
}

static void brotli_and_zstd_are_unpacked(void **state) {
    (void)state;
    coded(pack_brotli, "Content-Encoding: br\r\n", false);
    coded(pack_zstd, "Content-Encoding: zstd\r\n", true);
}

static void lies(bool packed) {
    static const long by[] = {7, 100000, -7, 2000000000};
    for (size_t i = 0; i < sizeof by / sizeof *by; i++) {
        begin(packed);
        add_page("", DL_LIT(PAGE("quay")));
        add_record("response", "application/http", DL_LIT("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" PAGE("pier")), by[i]);
        add_page("", DL_LIT(PAGE("port")));
        dl_reader *reader = open_archive(0, 0);
        assert_next(reader, WORDS("quay"));
        assert_passed_over(reader, !packed && by[i] > 1000000 ? DL_LIMIT : DL_BAD_INPUT); /* a member has an end of its own */
        assert_next(reader, WORDS("port"));
        assert_end(reader);
    }
}

static void lengths_that_lie_lose_one_record(void **state) {
    (void)state;
    for_both(lies);
}

/* Not the way of the standard, but of some: many records in one member. */
static void a_lie_in_a_member_of_many_loses_one_record(void **state) {
    (void)state;
    static char plain[1 << 16];
    begin(false);
    size_t from = made->size;
    add_page("", DL_LIT(PAGE("quay")));
    add_record("response", "application/http", DL_LIT("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" PAGE("pier")), 9);
    add_page("", DL_LIT(PAGE("port")));
    size_t size = made->size - from;
    memcpy(plain, made->data + from, size);
    begin(true);
    add_bytes(plain, size);
    dl_reader *reader = open_archive(0, 0);
    assert_next(reader, WORDS("quay"));
    assert_passed_over(reader, DL_BAD_INPUT);
    assert_next(reader, WORDS("port"));
    assert_end(reader);
}

/* How much room a member is given does not depend on what stands behind it: one that fills the limit to the byte is read, one byte more is too long.
 */
static void a_member_may_fill_the_limit(void **state) {
    (void)state;
    enum { MEMBER = 321 * 1024, MOST = 1 << 19 };
    char *plain = calloc(1, MOST), *packed = malloc(MOST);
    for (size_t more = 0; more < 2; more++) {
        dl_text_file file;
        dl_members members;
        dl_bytes bytes;
        size_t size = pack(plain, MEMBER + more, packed, MOST);
        assert_int_equal(dl_text_file_open(&file, NULL, (dl_bytes){packed, size}, MEMBER, NULL), DL_OK);
        assert_int_equal(dl_members_open(&members, &file, MEMBER, NULL), DL_OK);
        assert_int_equal(dl_members_next(&members, &bytes, NULL), more ? DL_LIMIT : DL_OK);
        dl_members_close(&members);
        dl_text_file_close(&file);
    }
    free(plain);
    free(packed);
}

static void damage_is_passed_over(void **state) {
    (void)state;
    begin(true);
    add_page("", DL_LIT(PAGE("quay")));
    size_t hurt = made->size;
    add_page("", DL_LIT(PAGE("pier")));
    size_t behind = made->size;
    add_page("", DL_LIT(PAGE("port")));
    for (size_t at = hurt; at < behind; at += 5) {
        char was = made->data[at];
        made->data[at] = (char)~was;
        dl_reader *reader = open_archive(0, 0);
        assert_next(reader, WORDS("quay"));
        dl_doc *doc = NULL;
        dl_status status = dl_reader_next(reader, &doc, NULL);
        if (status == DL_OK) /* a byte that counts for nothing: the time in a member's front */
            dl_doc_free(doc);
        else
            assert_int_equal(status, DL_BAD_INPUT);
        assert_next(reader, WORDS("port"));
        assert_end(reader);
        made->data[at] = was;
    }
}

static void cut_short(bool packed) {
    begin(packed);
    add_page("", DL_LIT(PAGE("quay")));
    size_t whole = made->size;
    add_page("", DL_LIT(PAGE("port")));
    for (size_t size = whole + 1; size + 8 < made->size; size += 11) {
        size_t all = made->size;
        made->size = size;
        dl_reader *reader = open_archive(0, 0);
        assert_next(reader, WORDS("quay"));
        assert_passed_over(reader, DL_BAD_INPUT);
        assert_end(reader);
        made->size = all;
    }
}

static void an_archive_that_is_cut_short_ends_with_an_error(void **state) {
    (void)state;
    for_both(cut_short);
}

static void bombs(bool packed) {
    enum { SIZE = 200000 };
    static char zeros[SIZE], zipped[SIZE];
    memset(zeros, ' ', SIZE);
    begin(packed);
    size_t z = pack(zeros, SIZE, zipped, sizeof zipped);
    add_page("Content-Encoding: gzip\r\n", (dl_bytes){zipped, z});
    add_page("", DL_LIT(PAGE("port")));
    dl_reader *reader = open_archive(0, 10000);
    assert_passed_over(reader, DL_LIMIT);
    assert_next(reader, WORDS("port"));
    assert_end(reader);
}

static void what_unpacks_to_too_much_is_passed_over(void **state) {
    (void)state;
    for_both(bombs);
    enum { HUGE = 3 << 20 };
    char *spaces = malloc(HUGE);
    memset(spaces, ' ', HUGE);
    begin(true);
    add_bytes(spaces, HUGE);
    add_page("", DL_LIT(PAGE("port")));
    dl_reader *reader = open_archive(0, 10000);
    assert_passed_over(reader, DL_LIMIT);
    assert_next(reader, WORDS("port"));
    assert_end(reader);
    free(spaces);
}

/* A page with blanks behind it, `size` bytes in all, and at its end `noise` that no coding makes smaller. */
static char *long_page(size_t size, size_t noise) {
    char *page = malloc(size);
    unsigned number = 1;
    memset(page, ' ', size);
    memcpy(page, PAGE("quay") "<!--", strlen(PAGE("quay") "<!--"));
    for (size_t i = size - noise; i < size; i++) page[i] = "0123456789abcdef"[(number = number * 1103515245 + 12345) >> 28];
    return page;
}

static void assert_bomb(dl_reader *reader) {
    dl_doc *doc = NULL;
    dl_error error = {0};
    assert_int_equal(dl_reader_next(reader, &doc, &error), DL_BAD_INPUT);
    assert_non_null(strstr(error.message, "more than 200 times its size"));
    assert_true(error.offset && error.offset < made->size);
}

/* By each coding: what is as long as a bomb must be longer than, what is one, and what is longer and none. */
static void bombs_are_told_by_their_ratio(void **state) {
    (void)state;
    enum { NOISE = 120000, SLACK = 1 << 17 };
    static const struct {
        size_t (*pack)(const char *, size_t, char *, size_t);
        const char *header;
    } codings[] = {{pack, "Content-Encoding: gzip\r\n"}, {pack_brotli, "Content-Encoding: br\r\n"}, {pack_zstd, "Content-Encoding: zstd\r\n"}};
    char *page = long_page(2 * DL_BOMB_FROM, 0), *noisy = long_page(2 * DL_BOMB_FROM, NOISE), *zipped = malloc(SLACK);
    for (size_t i = 0; i < sizeof codings / sizeof *codings; i++) {
        begin(false);
        add_page(codings[i].header, (dl_bytes){zipped, codings[i].pack(page, DL_BOMB_FROM, zipped, SLACK)});
        add_page(codings[i].header, (dl_bytes){zipped, codings[i].pack(page, DL_BOMB_FROM + 1, zipped, SLACK)});
        add_page(codings[i].header, (dl_bytes){zipped, codings[i].pack(noisy, 2 * DL_BOMB_FROM, zipped, SLACK)});
        dl_reader *reader = open_archive(0, 4 * DL_BOMB_FROM);
        assert_next(reader, WORDS("quay"));
        assert_bomb(reader);
        assert_next(reader, WORDS("quay"));
        assert_end(reader);
    }
    free(page), free(noisy), free(zipped);
}

static void members_that_are_bombs_are_passed_over(void **state) {
    (void)state;
    char *blanks = malloc(DL_BOMB_FROM + 1);
    memset(blanks, ' ', DL_BOMB_FROM + 1);
    begin(true);
    add_bytes(blanks, DL_BOMB_FROM + 1);
    add_page("", DL_LIT(PAGE("port")));
    dl_reader *reader = open_archive(0, 4 * DL_BOMB_FROM);
    assert_bomb(reader);
    assert_next(reader, WORDS("port"));
    assert_end(reader);
    free(blanks);
}

static void going_on(bool packed) {
    begin(packed);
    static const char *const words[] = {WORDS("quay"), WORDS("pier"), WORDS("port")};
    add_page("", DL_LIT(PAGE("quay")));
    add_page("", DL_LIT(PAGE("pier")));
    add_page("", DL_LIT(PAGE("port")));
    uint64_t ends[3], begins[3];
    dl_reader *reader = open_archive(0, 0);
    for (size_t i = 0; i < 3; i++) {
        dl_doc *doc = next(reader, words[i]);
        begins[i] = doc->archive_begin, ends[i] = doc->archive_end;
        dl_doc_free(doc);
    }
    assert_end(reader);
    for (size_t i = 0; i < 3; i++) {
        reader = open_archive(begins[i], 0);
        for (size_t k = i; k < 3; k++) assert_next(reader, words[k]);
        assert_end(reader);
        if (i == 2) continue;
        reader = open_archive(ends[i], 0);
        for (size_t k = i + 1; k < 3; k++) assert_next(reader, words[k]);
        assert_end(reader);
    }
}

static void reading_goes_on_where_it_stopped(void **state) {
    (void)state;
    for_both(going_on);
}

static void assert_joined(const char *body, const char *joined) {
    char copy[256];
    snprintf(copy, sizeof copy, "%s", body);
    size_t size = dl_chunks_join(copy, strlen(copy));
    assert_bytes((dl_bytes){copy, size}, joined);
}

static void chunks_are_joined_as_far_as_they_go(void **state) {
    (void)state;
    assert_joined("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "abcde");
    assert_joined("3\nabc\n2\nde\n0\n\n", "abcde");
    assert_joined("3\r\nabc\r\n9\r\nde", "abcde");
    assert_joined("3\r\nabc\r\n", "abc");
    assert_joined("<p>no chunks", "<p>no chunks");
    assert_joined("ffffffff\r\nab", "ab");
    assert_joined("", "");
}

static int close_all(void **state) {
    free(made);
    return close_engine(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_and_texts_are_taken),
        cmocka_unit_test(what_http_did_is_undone),
        cmocka_unit_test(brotli_and_zstd_are_unpacked),
        cmocka_unit_test(lengths_that_lie_lose_one_record),
        cmocka_unit_test(a_lie_in_a_member_of_many_loses_one_record),
        cmocka_unit_test(a_member_may_fill_the_limit),
        cmocka_unit_test(damage_is_passed_over),
        cmocka_unit_test(an_archive_that_is_cut_short_ends_with_an_error),
        cmocka_unit_test(what_unpacks_to_too_much_is_passed_over),
        cmocka_unit_test(bombs_are_told_by_their_ratio),
        cmocka_unit_test(members_that_are_bombs_are_passed_over),
        cmocka_unit_test(reading_goes_on_where_it_stopped),
        cmocka_unit_test(chunks_are_joined_as_far_as_they_go),
    };
    return cmocka_run_group_tests(tests, NULL, close_all);
}
