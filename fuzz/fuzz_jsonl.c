/* Bytes to the reader of inputs. The first byte picks the form; the documents that come out go through every stage and writer. */
#include "harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) return 0;
    dl_input input = {
        .memory = {(const char *)data + 1, size - 1},
        .form = (dl_form)(data[0] % (DL_FORM_CONLLU + 1)),
        .date = data[0] & 0x80 ? "2024-06-11" : NULL,
        .max_doc_bytes = data[0] & 0x40 ? 64 : 0,
    };
    fuzz_input(&input);
    return 0;
}
