#include "know/know.h"

#include "base/utf8.h"

#include <utf8proc.h>

enum { MOST = 18 }; /* code points that one may decompose into (Unicode 15: U+FDFA) */

static size_t put(char *out, size_t size, size_t room, uint32_t code) {
    utf8proc_uint8_t bytes[4];
    size_t n = (size_t)utf8proc_encode_char((utf8proc_int32_t)code, bytes);
    if (size + n > room) return size;
    memcpy(out + size, bytes, n);
    return size + n;
}

static size_t fold_one(char *out, size_t size, size_t room, uint32_t code) {
    utf8proc_int32_t parts[MOST];
    int boundary = 0;
    if (code == 0x2019 || code == 0x2018 || code == 0x02bc) return put(out, size, room, '\'');
    utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)code, parts, MOST, how, &boundary);
    for (utf8proc_ssize_t i = 0; i < n && i < MOST; i++) size = put(out, size, room, (uint32_t)parts[i]);
    return size;
}

size_t dl_know_fold(dl_bytes word, char *out, size_t room) {
    size_t size = 0, n;
    for (size_t at = 0; at < word.size && size < room; at += n) {
        n = 1;
        if ((unsigned char)word.data[at] < 0x80)
            out[size++] = dl_to_lower(word.data[at]);
        else
            size = fold_one(out, size, room, dl_utf8_read(word, at, &n));
    }
    return size;
}
