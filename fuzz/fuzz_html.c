/* Bytes as a page. The first byte picks the charset that a server may have named, so that the converter is met, too. */
#include "harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const charsets[] = {NULL,          "",          "windows-1252", "utf-16le", "utf-16be", "gb18030",
                                           "iso-2022-jp", "shift_jis", "big5",         "no-such"};
    if (!size) return 0;
    dl_source source = {.charset = charsets[data[0] % (sizeof charsets / sizeof *charsets)], .fragment = data[0] & 0x80};
    dl_doc *doc = NULL;
    if (dl_doc_make_page(&doc, &source, (dl_bytes){(const char *)data + 1, size - 1}, NULL) == DL_OK) fuzz_document(fuzz_engine(), doc);
    return 0;
}
