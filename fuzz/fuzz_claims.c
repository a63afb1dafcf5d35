/* Bytes to a document, through every stage and every writer. The first byte picks what is known of the document beside its text. */
#include "harness.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const dl_source sources[] = {
    {.uri = "report.txt"},
    {.uri = "https://news.example/2022/03/14/report.html"},
    {.published = "2022-03-14"},
    {.ref = "a", .title = "Talks resume", .outlet = "The Example", .language = "en", .published = "1991-08-14T23:30:00-05:00"},
};
enum { SOURCE_COUNT = sizeof sources / sizeof *sources };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) return 0;
    const dl_engine *engine = fuzz_engine();
    dl_doc *doc = NULL;
    dl_bytes text = {(const char *)data + 1, size - 1};
    if (dl_doc_make(&doc, &sources[data[0] % SOURCE_COUNT], text, NULL) == DL_OK) fuzz_document(engine, doc);
    return 0;
}
