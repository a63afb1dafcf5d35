/* Bytes as a feed. The first byte says whether a document may be long. */
#include "harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) return 0;
    dl_input input = {.memory = {(const char *)data + 1, size - 1}, .form = DL_FORM_FEED, .max_doc_bytes = data[0] & 1 ? 64 : 0};
    fuzz_input(&input);
    return 0;
}
