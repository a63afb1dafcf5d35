/* Hashing: XXH3 (Yann Collet), the same on every machine. */
#ifndef DL_BASE_HASH_H
#define DL_BASE_HASH_H

#include "dateline.h"

uint64_t dl_hash(dl_bytes bytes);
/* 16 hexadecimal digits and a NUL. */
void dl_hash_text(uint64_t hash, char out[17]);
/* Mixes two numbers into a slot number's worth of bits (Fibonacci hashing, Knuth). */
static inline uint32_t dl_hash_pair(uint32_t a, uint32_t b) {
    uint64_t x = ((uint64_t)a << 32 | b) * 0x9e3779b97f4a7c15u;
    x ^= x >> 29;
    return (uint32_t)(x * 0xbf58476d1ce4e5b9u >> 32);
}

#endif
