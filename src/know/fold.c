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

/* Letters that Unicode does not take apart, though news in English writes the plain ones: Łódź, Tromsø, Doğubayazıt. */
static const struct {
    uint32_t code;
    const char *plain;
} plain_letters[] = {{0x131, "i"}, {0x141, "l"}, {0x142, "l"}, {0xd8, "o"},  {0xf8, "o"},   {0x110, "d"},  {0x111, "d"}, {0xd0, "d"}, {0xf0, "d"},
                     {0xde, "th"}, {0xfe, "th"}, {0xc6, "ae"}, {0xe6, "ae"}, {0x152, "oe"}, {0x153, "oe"}, {0x18f, "a"}, {0x259, "a"}};

static bool is_apostrophe(uint32_t code) {
    return code == 0x2019 || code == 0x2018 || code == 0x02bc || code == 0x02bb || code == 0x60 || code == 0xb4;
}

static size_t fold_one(char *out, size_t size, size_t room, uint32_t code) {
    utf8proc_int32_t parts[MOST];
    int boundary = 0;
    if (is_apostrophe(code)) return put(out, size, room, '\'');
    if (code == 0x02bf || code == 0x02be) return size; /* the hamza and the ain of scholars */
    for (size_t i = 0; i < sizeof plain_letters / sizeof *plain_letters; i++) {
        if (plain_letters[i].code != code) continue;
        for (const char *c = plain_letters[i].plain; *c; c++) size = put(out, size, room, (uint32_t)*c);
        return size;
    }
    utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)code, parts, MOST, how, &boundary);
    for (utf8proc_ssize_t i = 0; i < n && i < MOST; i++) size = put(out, size, room, (uint32_t)parts[i]);
    return size;
}

/* Apostrophes inside a name are written or not (Sana'a, Sanaa); those behind one letter (n't, o'clock) and at the ends stay. */
static size_t without_apostrophes(char *out, size_t size) {
    size_t kept = 0;
    for (size_t i = 0; i < size; i++) {
        bool inside = out[i] == '\'' && i > 1 && i + 1 < size && out[i + 1] != '\'';
        if (!inside) out[kept++] = out[i];
    }
    return kept;
}

/* The front of a word that has nothing to fold but capitals: most often the whole of it. */
static size_t fold_plain(dl_bytes word, char *out, size_t room) {
    size_t i = 0, most = word.size < room ? word.size : room;
    for (; i < most && (unsigned char)word.data[i] < 0x80 && word.data[i] != '\''; i++) out[i] = dl_to_lower(word.data[i]);
    return i;
}

static __attribute__((noinline)) size_t fold_rest(dl_bytes word, size_t at, char *out, size_t room) {
    size_t size = at, n;
    bool apostrophe = false;
    for (; at < word.size && size < room; at += n) {
        n = 1;
        if ((unsigned char)word.data[at] < 0x80)
            out[size++] = dl_to_lower(word.data[at]);
        else
            size = fold_one(out, size, room, dl_utf8_read(word, at, &n));
        apostrophe |= out[size ? size - 1 : 0] == '\'';
    }
    return apostrophe ? without_apostrophes(out, size) : size;
}

size_t dl_know_fold(dl_bytes word, char *out, size_t room) {
    size_t plain = fold_plain(word, out, room);
    return plain == word.size ? plain : fold_rest(word, plain, out, room);
}
