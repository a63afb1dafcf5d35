/* Spans and byte strings: comparing, searching, folding. */
#ifndef DL_BASE_BYTES_H
#define DL_BASE_BYTES_H

#include "dateline.h"

#include <string.h>

#define DL_LIT(s) ((dl_bytes){"" s, sizeof(s) - 1})

static inline uint32_t dl_span_size(dl_span s) {
    return s.end - s.begin;
}
static inline bool dl_span_overlap(dl_span a, dl_span b) {
    return a.begin < b.end && b.begin < a.end;
}
static inline bool dl_span_inside(dl_span inner, dl_span outer) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}
static inline dl_span dl_span_cover(dl_span a, dl_span b) {
    return (dl_span){a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

static inline dl_bytes dl_bytes_of(const char *s) {
    return (dl_bytes){s, s ? strlen(s) : 0};
}
static inline bool dl_bytes_equal(dl_bytes a, dl_bytes b) {
    return a.size == b.size && (!a.size || !memcmp(a.data, b.data, a.size));
}
static inline bool dl_bytes_is(dl_bytes a, const char *s) {
    return dl_bytes_equal(a, dl_bytes_of(s));
}
static inline bool dl_bytes_start(dl_bytes a, const char *s) {
    size_t n = strlen(s);
    return a.size >= n && !memcmp(a.data, s, n);
}
static inline bool dl_bytes_finish(dl_bytes a, const char *s) {
    size_t n = strlen(s);
    return a.size >= n && !memcmp(a.data + a.size - n, s, n);
}

static inline bool dl_is_digit(char c) {
    return c >= '0' && c <= '9';
}
static inline bool dl_is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
static inline bool dl_is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
static inline bool dl_is_alpha(char c) {
    return dl_is_upper(c) || dl_is_lower(c);
}
static inline bool dl_is_alnum(char c) {
    return dl_is_alpha(c) || dl_is_digit(c);
}
static inline bool dl_is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline char dl_to_lower(char c) {
    return dl_is_upper(c) ? (char)(c + 32) : c;
}

/* One of 32 bits for a byte; the same for a letter of both cases. */
static inline uint32_t dl_letter_bit(char c) {
    return (uint32_t)1 << (c & 31);
}

/* Equal but for the case of ASCII letters. Most words differ in the first already; of a word that stands at the call the compiler knows the size. */
bool dl_bytes_like_all(dl_bytes a, const char *s);
static inline bool dl_bytes_like(dl_bytes a, const char *s) {
    if (!a.size) return !*s;
    if (dl_to_lower(a.data[0]) != dl_to_lower(*s) || (__builtin_constant_p(strlen(s)) && a.size != strlen(s))) return false;
    return dl_bytes_like_all(a, s);
}
bool dl_bytes_alike(dl_bytes a, dl_bytes b);
/* <0, 0, >0 by byte value, the shorter first. */
int dl_bytes_order(dl_bytes a, dl_bytes b);

/* Whether all bytes are ASCII. */
static inline bool dl_bytes_plain(dl_bytes a) {
    size_t i = 0;
    for (uint64_t eight; i + sizeof eight <= a.size; i += sizeof eight) {
        memcpy(&eight, a.data + i, sizeof eight);
        if (eight & 0x8080808080808080u) return false;
    }
    for (; i < a.size; i++)
        if ((unsigned char)a.data[i] >= 0x80) return false;
    return true;
}

/* The value of a hexadecimal digit of either case; -1 where it is none. */
static inline int dl_hex_digit(char c) {
    if (dl_is_digit(c)) return c - '0';
    c = dl_to_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* How many of `size` bytes stand before the first `mark`; all where there is none. The words of lists are short, so they are looked at eight at a
 * time: a byte of `eight` is 0 where the mark stands, and the lowest bit of `marks` tells the first such byte. */
static inline size_t dl_bytes_before(const char *data, size_t size, char mark) {
    const uint64_t ones = 0x0101010101010101u;
    size_t i = 0;
    for (; i + sizeof ones <= size; i += sizeof ones) {
        uint64_t eight;
        memcpy(&eight, data + i, sizeof eight);
        eight ^= ones * (unsigned char)mark;
        uint64_t marks = (eight - ones) & ~eight & ones << 7;
        if (marks) return i + (size_t)__builtin_ctzll(marks) / 8;
    }
    while (i < size && data[i] != mark) i++;
    return i;
}

/* Whether the compiler works out what it can of word lists that stand in code. Under clang and for sanitizers that takes minutes a file, and is left
 * to the run: the answers are the same. */
#if defined(__clang__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { DL_LISTS_READ_AHEAD = 0 };
#else
enum { DL_LISTS_READ_AHEAD = 1 };
#endif

/* Without the blanks (dl_is_space) at both ends. */
dl_bytes dl_bytes_trim(dl_bytes text);
/* Takes the piece before the next `mark` off the front of *rest; false when *rest is spent. "a|b" gives "a", "b"; "" gives nothing. */
bool dl_bytes_cut(dl_bytes *rest, char mark, dl_bytes *piece);
/* Whether a word, its case aside, is one of these in small letters, separated by blanks: "a an". Where the list stands at the call, the compiler
 * turns it into the sets of its words' first and last bytes, which leave most words out without a look at the list. */
bool dl_bytes_among_all(dl_bytes word, const char *words);
enum { DL_LIST_FOLDED = 256 };
static inline bool dl_bytes_among(dl_bytes word, const char *words) __attribute__((always_inline));
static inline bool dl_bytes_among(dl_bytes word, const char *words) {
    if (!word.size) return false;
    if (DL_LISTS_READ_AHEAD && __builtin_constant_p(strlen(words)) && strlen(words) < DL_LIST_FOLDED) {
        uint32_t first = 0, last = 0;
#pragma GCC unroll 256
        for (size_t i = 0; i < strlen(words); i++) {
            if (words[i] == ' ') continue;
            if (!i || words[i - 1] == ' ') first |= dl_letter_bit(words[i]);
            if (!words[i + 1] || words[i + 1] == ' ') last |= dl_letter_bit(words[i]);
        }
        if (!(first & dl_letter_bit(word.data[0])) || !(last & dl_letter_bit(word.data[word.size - 1]))) return false;
    }
    return dl_bytes_among_all(word, words);
}
/* The digits at the front of `text` as a number; returns how many bytes were digits (at most 18). */
size_t dl_bytes_number(dl_bytes text, int64_t *number);
/* A number in decimal digits, at the end of `out`: what traces are full of is not worth a format. */
enum { DL_DIGITS = 20 };
dl_bytes dl_bytes_digits(int64_t number, char out[DL_DIGITS]);

#endif
