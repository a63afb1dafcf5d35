#include "base/hash.h"

#include <stdio.h>
#define XXH_INLINE_ALL /* most of what is hashed are words: a call through the library takes longer than hashing one */
#include <xxhash.h>

uint64_t dl_hash(dl_bytes bytes) {
    return XXH3_64bits(bytes.data ? bytes.data : "", bytes.size);
}

void dl_hash_text(uint64_t hash, char out[17]) {
    snprintf(out, 17, "%016llx", (unsigned long long)hash);
}
