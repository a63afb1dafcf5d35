/* What the language engine sees of a word: hashes of its folded form and of its parts. Shared by the reader and the trainer. */
#ifndef DL_LANG_WORD_H
#define DL_LANG_WORD_H

#include "base/bytes.h"

typedef struct dl_word {
    uint32_t form;    /* folded: lower case, curly quotation marks straight, digits as 0 */
    uint32_t prefix;  /* first three characters of the folded form */
    uint32_t suffix2; /* last two and three characters */
    uint32_t suffix3;
    uint32_t shape; /* pattern of capitals, digits and marks; says nothing of case where the sentence is set in capitals */
    uint8_t plain;  /* 1 where it is all small ASCII letters and marks */
    uint8_t size;   /* bytes of the folded form */
} dl_word;

enum { DL_FOLD_ROOM = 128 };

/* Hash of two numbers, the same on every machine. */
static inline uint32_t dl_mix(uint32_t a, uint32_t b) {
    uint64_t x = ((uint64_t)a << 32 | b) * 0x9e3779b97f4a7c15u;
    x ^= x >> 29;
    x *= 0xbf58476d1ce4e5b9u;
    return (uint32_t)(x >> 32);
}

uint32_t dl_hash_bytes(dl_bytes bytes);

/* Lower case with straight quotation marks; at most DL_FOLD_ROOM bytes of the word, cut at a character. Returns the length. */
size_t dl_word_fold(dl_bytes word, char out[DL_FOLD_ROOM]);

/* Returns the first byte of the folded form; 0 where nothing is left of it. */
char dl_word_read(dl_bytes text, bool capitals, dl_word *word);

#endif
