/* Bytes as a page in some charset, without reading the page: the first byte picks what a server may have named. The text is led back to the page byte
 * by byte; no step may leave the page or go back in it. */
#include "harness.h"

#include "base/utf8.h"
#include "engine/engine.h"
#include "intake/html/charset.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void trace_all(dl_arena *arena, const dl_charset *charset) {
    size_t count = charset->text.size + 1;
    uint32_t *at = DL_NEW_ARRAY(arena, uint32_t, count), **offsets = DL_NEW_ARRAY(arena, uint32_t *, count);
    for (size_t i = 0; i < count; i++) at[i] = (uint32_t)i, offsets[i] = &at[i];
    dl_charset_trace(charset, offsets, count);
    for (size_t i = 0; i < count; i++)
        if (at[i] > charset->raw.size || (i && at[i] < at[i - 1]))
            fuzz_stop("a byte of the text", "comes from no place in the page behind the one before");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const names[] = {"",       "utf-8", "windows-1252", "utf-16le", "utf-16be",       "gb18030", "iso-2022-jp", "shift_jis",
                                        "euc-jp", "big5",  "euc-kr",       "koi8-r",   "x-mac-cyrillic", "gbk",     "replacement", "x-user-defined",
                                        "no-such"};
    if (!size) return 0;
    const dl_engine *engine = fuzz_engine();
    dl_arena arena = {0};
    jmp_buf guard;
    dl_arena_guard(&arena, &guard);
    if (setjmp(guard)) fuzz_stop("a charset", "takes more memory than there is");
    dl_bytes page = {(const char *)data + 1, size - 1};
    dl_charset charset = dl_charset_read(&arena, engine->know, page, dl_bytes_of(names[data[0] % (sizeof names / sizeof *names)]));
    if (!charset.name.size || !charset.basis) fuzz_stop("a page", "has no charset");
    if (charset.iconv && dl_utf8_valid(charset.text) != charset.text.size) fuzz_stop("a page", "was not made into UTF-8");
    trace_all(&arena, &charset);
    dl_arena_free(&arena);
    return 0;
}
