#include "intake/html/mend.h"

#include "base/utf8.h"

dl_mender *dl_mender_of(dl_arena *arena, const dl_html_references *references, dl_bytes page) {
    static const char sign[] = "\xc3\xa2\xe2\x82\xac"; /* "â€" */
    enum { CERTAIN = 2 };
    uint32_t found = 0;
    for (const char *at = page.data, *end = page.data + page.size; found < CERTAIN; at++) {
        if (at >= end || !(at = memchr(at, *sign, (size_t)(end - at)))) return NULL;
        found += (size_t)(end - at) >= sizeof sign - 1 && !memcmp(at, sign, sizeof sign - 1);
    }
    dl_mender *mender = DL_NEW(arena, dl_mender);
    for (uint32_t i = 0; i < 32; i++) {
        char reference[8] = "&#x80;", out[16];
        size_t taken, size;
        reference[3] = (char)('8' + i / 16);
        reference[4] = "0123456789abcdef"[i % 16];
        size = dl_html_decode_step(references, (dl_bytes){reference, 6}, DL_HTML_DATA, out, &taken);
        mender->codes[i] = dl_utf8_read((dl_bytes){out, size}, 0, &taken);
    }
    return mender;
}

/* The byte that Windows-1252 has for a character; -1 where it has none. */
static int byte_of(const dl_mender *mender, uint32_t code) {
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return (int)code;
    for (int i = 0; i < 32; i++)
        if (mender->codes[i] == code) return 0x80 + i;
    return -1;
}

size_t dl_mend(const dl_mender *mender, dl_bytes text, char *out, size_t *taken) {
    size_t size = 0, wanted = 1, step;
    for (*taken = 0; size < wanted && *taken < text.size; *taken += step) {
        step = dl_utf8_size((dl_bytes){text.data + *taken, text.size - *taken});
        int byte = step ? byte_of(mender, dl_utf8_read(text, *taken, &step)) : -1;
        if (byte < 0x80) return 0;
        if (!size) wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
        if (!wanted) return 0;
        out[size++] = (char)byte;
    }
    return size == wanted && dl_utf8_size((dl_bytes){out, size}) == size ? size : 0;
}
