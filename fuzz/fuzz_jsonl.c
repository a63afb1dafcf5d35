/* Bytes to the reader of inputs. The first byte picks the form; the documents that come out go through every stage and writer. */
#include "harness.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { DOCUMENT_LIMIT = 4096 }; /* more documents than a short input can hold: the reader does not advance */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) return 0;
    const dl_engine *engine = fuzz_engine();
    dl_input input = {
        .memory = {(const char *)data + 1, size - 1},
        .form = (dl_form)(data[0] % (DL_FORM_CONLLU + 1)),
        .date = data[0] & 0x80 ? "2024-06-11" : NULL,
        .max_doc_bytes = data[0] & 0x40 ? 64 : 0,
    };
    dl_reader *reader = NULL;
    if (dl_reader_open(&reader, &input, NULL) != DL_OK) return 0;
    for (int n = 0;; n++) {
        if (n > DOCUMENT_LIMIT) abort();
        dl_doc *doc = NULL;
        dl_error error = {0};
        dl_status status = dl_reader_next(reader, &doc, &error);
        if (status == DL_OK) {
            fuzz_document(engine, doc);
        } else if (doc) {
            abort(); /* a failed call left something behind */
        } else if (status == DL_END || error.offset == DL_NO_OFFSET) {
            break;
        }
    }
    dl_reader_close(reader);
    return 0;
}
