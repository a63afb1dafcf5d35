/* Bytes as a robots.txt. The first byte says how many of those behind it are the path that is asked about. */
#include "harness.h"

#include "watch/robots.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) return 0;
    size_t length = data[0] < size ? data[0] : size - 1;
    dl_bytes path = {(const char *)data + 1, length}, file = {path.data + length, size - 1 - length};
    dl_robots robots = dl_robots_ask(file, DL_LIT("dateline"), path);
    if (!file.size && !robots.allowed) fuzz_stop("an empty robots.txt forbids something", NULL);
    return 0;
}
