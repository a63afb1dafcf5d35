#include "base/hash.h"

#include <stdio.h>
#include <xxhash.h>

uint64_t dl_hash(dl_bytes bytes) {
    return XXH3_64bits(bytes.data ? bytes.data : "", bytes.size);
}

void dl_hash_text(uint64_t hash, char out[17]) {
    snprintf(out, 17, "%016llx", (unsigned long long)hash);
}
