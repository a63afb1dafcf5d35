#include "base/repair.h"

#include "base/utf8.h"

/* Ill-formed sequences from byte `at` on, which begins one or ends the text. */
static size_t count_bad(dl_bytes raw, size_t at) {
    size_t bad = 0;
    for (; at < raw.size; bad++) {
        at += dl_utf8_bad_size((dl_bytes){raw.data + at, raw.size - at});
        at += dl_utf8_valid((dl_bytes){raw.data + at, raw.size - at});
    }
    return bad;
}

dl_bytes dl_repaired(dl_arena *arena, dl_bytes raw, dl_repairs *repairs) {
    size_t valid = dl_utf8_valid(raw), size = valid;
    if (valid == raw.size) return raw;
    char *text = dl_arena_alloc(arena, raw.size + 2 * count_bad(raw, valid) + 1);
    memcpy(text, raw.data, valid);
    for (size_t at = valid; at < raw.size; at += valid) {
        size_t bad = dl_utf8_bad_size((dl_bytes){raw.data + at, raw.size - at});
        if (repairs) *DL_PUSH(arena, repairs) = (dl_repair){(uint32_t)size, (uint32_t)at, (uint32_t)bad};
        memcpy(text + size, "\xef\xbf\xbd", 3);
        at += bad, size += 3;
        valid = dl_utf8_valid((dl_bytes){raw.data + at, raw.size - at});
        memcpy(text + size, raw.data + at, valid);
        size += valid;
    }
    return (dl_bytes){text, size};
}
