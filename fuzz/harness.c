#include "harness.h"

#include "doc/doc.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void fuzz_stop(const char *what, const char *why) {
    fprintf(stderr, "fuzz: %s: %s\n", what, why ? why : "no reason given");
    abort();
}

const dl_engine *fuzz_engine(void) {
    static dl_engine *engine; /* left open: the fuzzers end by a signal or by exit */
    if (engine) return engine;
    const char *dir = getenv("DATELINE_DATA");
    dl_options options = {.data_dir = dir ? dir : "build", .max_doc_bytes = 1 << 20};
    dl_error error = {0};
    if (dl_engine_open(&engine, &options, &error) != DL_OK) fuzz_stop("engine", error.message);
    return engine;
}

static bool swallow(void *self, const char *data, size_t size) {
    (void)data;
    *(size_t *)self += size;
    return true;
}

static bool refuse(void *self, const char *data, size_t size) {
    (void)self, (void)data, (void)size;
    return false;
}

static void write_one(const dl_engine *engine, const dl_doc *doc, dl_format format, dl_offsets offsets) {
    size_t written = 0;
    dl_error error = {0};
    dl_sink sink = {.write = swallow, .self = &written, .offsets = offsets, .tokens = true, .colour = offsets == DL_OFFSETS_BYTE};
    if (dl_write(engine, doc, format, &sink, &error) != DL_OK) fuzz_stop("write", error.message);
    sink.write = refuse;
    if (dl_write(engine, doc, format, &sink, NULL) != DL_CANNOT_WRITE && written) fuzz_stop("write", "a refused byte was not reported");
}

/* Every format; the kind of offset goes by the length of the text, so that a fuzzer soon sees all pairs. */
static void write_all(const dl_engine *engine, const dl_doc *doc) {
    for (dl_format format = DL_FORMAT_DOC_JSONL; format <= DL_FORMAT_TEXT_HTML; format++)
        write_one(engine, doc, format, (dl_offsets)((dl_doc_text(doc).size + format) % (DL_OFFSETS_UTF16 + 1)));
}

void fuzz_document(const dl_engine *engine, dl_doc *doc) {
    dl_error error = {0};
    dl_status status = dl_analyze(engine, doc, DL_STAGES_ALL, &error);
    if (status == DL_OK) {
        const char *unsound = dl_doc_check(doc);
        if (unsound) fuzz_stop("tables", unsound);
        write_all(engine, doc);
    } else if (status != DL_LIMIT && status != DL_NO_MEMORY) {
        fuzz_stop("analyze", error.message);
    }
    dl_doc_free(doc);
}

enum { DOCUMENT_LIMIT = 4096 }; /* more documents than a short input can hold: the reader does not advance */

void fuzz_input(const dl_input *input) {
    dl_reader *reader = NULL;
    if (dl_reader_open(&reader, input, NULL) != DL_OK) return;
    for (int n = 0;; n++) {
        if (n > DOCUMENT_LIMIT) fuzz_stop("reader", "it does not advance");
        dl_doc *doc = NULL;
        dl_error error = {0};
        dl_status status = dl_reader_next(reader, &doc, &error);
        if (status == DL_OK) {
            fuzz_document(fuzz_engine(), doc);
        } else if (doc) {
            fuzz_stop("reader", "a failed call left something behind");
        } else if (status == DL_END || error.offset == DL_NO_OFFSET) {
            break;
        }
    }
    dl_reader_close(reader);
}
