#include "base/utf8.h"

/* What may follow a lead byte: how many bytes in all, and the range of the second. */
typedef struct lead {
    uint8_t size, low, high;
} lead;

static lead lead_of(unsigned char c) {
    if (c >= 0xc2 && c <= 0xdf) return (lead){2, 0x80, 0xbf};
    if (c == 0xe0) return (lead){3, 0xa0, 0xbf};
    if (c == 0xed) return (lead){3, 0x80, 0x9f};
    if (c >= 0xe1 && c <= 0xef) return (lead){3, 0x80, 0xbf};
    if (c == 0xf0) return (lead){4, 0x90, 0xbf};
    if (c >= 0xf1 && c <= 0xf3) return (lead){4, 0x80, 0xbf};
    if (c == 0xf4) return (lead){4, 0x80, 0x8f};
    return (lead){0, 0, 0};
}

/* Bytes of the longest prefix that could begin a character. */
static size_t prefix(dl_bytes text, lead l) {
    size_t n = 1;
    for (; n < l.size && n < text.size; n++) {
        unsigned char c = (unsigned char)text.data[n];
        if (c < (n == 1 ? l.low : 0x80) || c > (n == 1 ? l.high : 0xbf)) break;
    }
    return n;
}

size_t dl_utf8_size(dl_bytes text) {
    if (!text.size) return 0;
    unsigned char c = (unsigned char)text.data[0];
    if (c < 0x80) return 1;
    lead l = lead_of(c);
    return l.size && prefix(text, l) == l.size ? l.size : 0;
}

size_t dl_utf8_bad_size(dl_bytes text) {
    lead l = lead_of((unsigned char)text.data[0]);
    return l.size ? prefix(text, l) : 1;
}

size_t dl_utf8_valid(dl_bytes text) {
    size_t at = 0;
    while (at < text.size) {
        uint64_t eight;
        if (text.size - at >= 8 && (memcpy(&eight, text.data + at, 8), !(eight & 0x8080808080808080u))) {
            at += 8;
            continue;
        }
        size_t n = dl_utf8_size((dl_bytes){text.data + at, text.size - at});
        if (!n) break;
        at += n;
    }
    return at;
}

uint32_t dl_utf8_read(dl_bytes text, size_t at, size_t *size) {
    const unsigned char *c = (const unsigned char *)text.data + at;
    if (c[0] < 0x80) return *size = 1, c[0];
    if (c[0] < 0xe0) return *size = 2, (uint32_t)(c[0] & 0x1f) << 6 | (c[1] & 0x3f);
    if (c[0] < 0xf0) return *size = 3, (uint32_t)(c[0] & 0x0f) << 12 | (uint32_t)(c[1] & 0x3f) << 6 | (c[2] & 0x3f);
    return *size = 4, (uint32_t)(c[0] & 0x07) << 18 | (uint32_t)(c[1] & 0x3f) << 12 | (uint32_t)(c[2] & 0x3f) << 6 | (c[3] & 0x3f);
}

size_t dl_utf8_write(char *out, uint32_t code) {
    if (code < 0x80) return out[0] = (char)code, 1;
    size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, code >>= 6) out[i] = (char)(0x80 | (code & 0x3f));
    out[0] = (char)((0xf00 >> size & 0xf0) | code);
    return size;
}
