#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static dl_engine *engine;

const dl_engine *test_engine(void) {
    dl_error error = {0};
    dl_options options = {.data_dir = getenv("DATELINE_DATA") ? NULL : "build"};
    if (!engine && dl_engine_open(&engine, &options, &error) != DL_OK) fail_msg("the engine does not open: %s", error.message);
    return engine;
}

int close_engine(void **state) {
    (void)state;
    dl_engine_close(engine);
    engine = NULL;
    return 0;
}

dl_doc *read_text(const char *text, const char *published) {
    return read_source(text, &(dl_source){.published = published});
}

dl_doc *read_source(const char *text, const dl_source *source) {
    dl_error error = {0};
    dl_doc *doc = NULL;
    if (dl_doc_make(&doc, source, dl_bytes_of(text), &error) != DL_OK) fail_msg("no document: %s", error.message);
    if (dl_analyze(test_engine(), doc, DL_STAGES_ALL, &error) != DL_OK) fail_msg("not read: %s", error.message);
    const char *wrong = dl_doc_check(doc);
    if (wrong) fail_msg("unsound: %s", wrong);
    return doc;
}

void assert_bytes(dl_bytes bytes, const char *words) {
    if (!dl_bytes_is(bytes, words)) fail_msg("got '%.*s', expected '%s'", (int)bytes.size, bytes.data, words);
}

void assert_words(const dl_doc *doc, dl_span span, const char *words) {
    assert_bytes(dl_doc_words(doc, span), words);
}

char *read_chapter(const char *path) {
    enum { ROOM = 1 << 18 };
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *text = calloc(1, ROOM);
    assert_non_null(text);
    assert_true(fread(text, 1, ROOM - 1, file) < ROOM - 1);
    fclose(file);
    return text;
}
