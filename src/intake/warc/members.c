#include "intake/warc/members.h"

#include "base/error.h"
#include "base/unpacked.h"

#include <brotli/decode.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <zstd.h>

enum { ZSTD_WINDOW_LOG = 23 }; /* of HTTP; a decoder's memory is bounded by it (RFC 9659) */
enum { WINDOW = 128 * 1024, FIRST_ROOM = 256 * 1024 };

dl_status dl_members_open(dl_members *members, dl_text_file *file, size_t limit, dl_error *error) {
    dl_bytes head;
    *members = (dl_members){.file = file, .limit = limit};
    dl_status status = dl_text_file_ahead(file, 2, &head, error);
    if (status != DL_OK) return status;
    members->packed = dl_bytes_start(head, "\x1f\x8b");
    members->how = libdeflate_alloc_decompressor();
    return members->how ? DL_OK : dl_fail(error, DL_NO_MEMORY, "out of memory while opening an archive");
}

void dl_members_close(dl_members *members) {
    if (members->how) libdeflate_free_decompressor(members->how);
    free(members->data);
    *members = (dl_members){0};
}

/* More room, up to a byte beyond the limit: what fills that is too long. */
static bool grow(dl_members *members) {
    size_t room = members->room ? members->room * 2 : FIRST_ROOM;
    if (room > members->limit + 1) room = members->limit + 1;
    char *data = realloc(members->data, room);
    if (!data) return false;
    members->data = data;
    members->room = room;
    return true;
}

/* What is thought of `size` bytes made of so many packed ones. */
static dl_outcome judge(const dl_members *members, size_t packed, size_t size) {
    return size > members->limit ? DL_UNPACKED_TOO_LONG : dl_unpacked_is_bomb(packed, size) ? DL_UNPACKED_BOMB : DL_UNPACKED;
}

static enum libdeflate_result try(dl_members *members, dl_bytes packed, bool gzip, size_t *taken) {
    return gzip ? libdeflate_gzip_decompress_ex(members->how, packed.data, packed.size, members->data, members->room, taken, &members->size)
                : libdeflate_zlib_decompress_ex(members->how, packed.data, packed.size, members->data, members->room, taken, &members->size);
}

/* What stands at the front of `packed`; the room for it grows until it is enough or beyond the limit. */
static dl_outcome unpack(dl_members *members, dl_bytes packed, bool gzip, size_t *taken) {
    if (!members->room && !grow(members)) return DL_UNPACKED_NO_MEMORY;
    for (;;) {
        enum libdeflate_result result = try(members, packed, gzip, taken);
        if (result == LIBDEFLATE_SUCCESS) return judge(members, *taken, members->size);
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE) return DL_UNPACKED_BROKEN;
        dl_outcome so_far = judge(members, packed.size, members->room);
        if (so_far != DL_UNPACKED) return so_far;
        if (!grow(members)) return DL_UNPACKED_NO_MEMORY;
    }
}

/* Drops the file's bytes up to what may be the front of another member. */
static dl_status seek_member(dl_members *members, dl_error *error) {
    for (size_t from = 1;; from = 0) {
        dl_bytes ahead;
        dl_status status = dl_text_file_ahead(members->file, WINDOW, &ahead, error);
        if (status != DL_OK) return status;
        if (ahead.size <= from) {
            dl_text_file_drop(members->file, ahead.size);
            return DL_OK;
        }
        const char *found = memmem(ahead.data + from, ahead.size - from, "\x1f\x8b\x08", 3);
        if (found || ahead.size < WINDOW) {
            dl_text_file_drop(members->file, found ? (size_t)(found - ahead.data) : ahead.size);
            return DL_OK;
        }
        dl_text_file_drop(members->file, ahead.size - 2); /* two bytes of the mark may stand at its end */
    }
}

static dl_status pass_over(dl_members *members, dl_outcome what, dl_error *error) {
    if (what == DL_UNPACKED_NO_MEMORY) return dl_fail(error, DL_NO_MEMORY, "out of memory while unpacking");
    dl_status status = seek_member(members, error);
    if (status != DL_OK) return status;
    if (what == DL_UNPACKED_TOO_LONG) return dl_fail_at(error, DL_LIMIT, "a packed record longer than the limit", members->offset, 0);
    if (what == DL_UNPACKED_BOMB)
        return dl_fail_at(error, DL_BAD_INPUT, "a gzip member that " DL_BOMB_WORDS ", which is passed over", members->offset, 0);
    return dl_fail_at(error, DL_BAD_INPUT, "a damaged gzip member, which is passed over", members->offset, 0);
}

dl_status dl_members_next(dl_members *members, dl_bytes *bytes, dl_error *error) {
    members->offset = members->file->offset;
    for (size_t window = WINDOW;; window *= 2) {
        dl_bytes packed;
        size_t taken;
        dl_status status = dl_text_file_ahead(members->file, window, &packed, error);
        if (status != DL_OK) return status;
        if (!packed.size) return DL_END;
        dl_outcome what = unpack(members, packed, true, &taken);
        bool whole = packed.size < window ||
                     window / 4 * 3 > members->limit; /* what is broken may be cut off by the window, but no member is packed to more */
        if (what == DL_UNPACKED_BROKEN && !whole) continue;
        if (what != DL_UNPACKED) return pass_over(members, what, error);
        dl_text_file_drop(members->file, taken);
        *bytes = (dl_bytes){members->data, members->size};
        return DL_OK;
    }
}

/* ------------------------------------------------------------------ bodies of HTTP */

/* Room for more of a body whose length nobody tells. */
static dl_outcome make_room(dl_members *members, dl_bytes packed) {
    dl_outcome so_far = judge(members, packed.size, members->size);
    if (so_far != DL_UNPACKED || members->size < members->room) return so_far;
    return grow(members) ? DL_UNPACKED : DL_UNPACKED_NO_MEMORY;
}

static dl_outcome unpack_brotli(dl_members *members, dl_bytes packed) {
    BrotliDecoderState *how = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    dl_outcome room = how ? DL_UNPACKED : DL_UNPACKED_NO_MEMORY;
    BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    const uint8_t *in = (const uint8_t *)packed.data;
    size_t left = packed.size;
    members->size = 0;
    while (room == DL_UNPACKED && result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
        room = make_room(members, packed);
        if (room != DL_UNPACKED) break;
        uint8_t *out = (uint8_t *)members->data + members->size;
        size_t free_room = members->room - members->size;
        result = BrotliDecoderDecompressStream(how, &left, &in, &free_room, &out, NULL);
        members->size = members->room - free_room;
    }
    if (how) BrotliDecoderDestroyInstance(how);
    if (room != DL_UNPACKED) return room;
    if (result != BROTLI_DECODER_RESULT_SUCCESS || left) return DL_UNPACKED_BROKEN;
    return judge(members, packed.size, members->size);
}

/* One frame or more behind each other. */
static dl_outcome unpack_zstd(dl_members *members, dl_bytes packed) {
    ZSTD_DCtx *how = ZSTD_createDCtx();
    dl_outcome room = how && !ZSTD_isError(ZSTD_DCtx_setParameter(how, ZSTD_d_windowLogMax, ZSTD_WINDOW_LOG)) ? DL_UNPACKED : DL_UNPACKED_NO_MEMORY;
    ZSTD_inBuffer in = {packed.data, packed.size, 0};
    size_t more = 1; /* 0 where a frame has ended, and all of it is written */
    members->size = 0;
    while (room == DL_UNPACKED && !ZSTD_isError(more)) {
        room = make_room(members, packed);
        if (room != DL_UNPACKED) break;
        ZSTD_outBuffer out = {members->data, members->room, members->size};
        more = ZSTD_decompressStream(how, &out, &in);
        members->size = out.pos;
        if (in.pos == in.size && (!more || out.pos < out.size)) break; /* nothing is left to write */
    }
    ZSTD_freeDCtx(how);
    if (room != DL_UNPACKED) return room;
    if (more) return DL_UNPACKED_BROKEN;
    return judge(members, packed.size, members->size);
}

dl_outcome dl_members_unpack(dl_members *members, dl_bytes packed, dl_coding coding, dl_bytes *bytes) {
    size_t taken;
    dl_outcome what = coding == DL_CODING_BROTLI ? unpack_brotli(members, packed)
                      : coding == DL_CODING_ZSTD ? unpack_zstd(members, packed)
                                                 : unpack(members, packed, coding == DL_CODING_GZIP, &taken);
    if (what == DL_UNPACKED) *bytes = (dl_bytes){members->data, members->size};
    return what;
}
