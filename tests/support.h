/* What the tests share. */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "doc/doc.h"
#include "doc/ud.h"
#include "know/know.h"

/* A row of a table of data/, for tests that go through all of them. */
typedef struct table_row {
    const dl_know *know;
    uint32_t table, row;
} table_row;

static inline dl_bytes cell(table_row at, const char *column) {
    return dl_know_get(at.know, at.table, at.row, column);
}

/* The engine, opened once; from $DATELINE_DATA, else build/. Closed by the last close_engine. */
const dl_engine *test_engine(void);
/* Reads a text through all stages, checks the tables with dl_doc_check, and returns the document, which the caller frees. `published` may be NULL. */
dl_doc *read_text(const char *text, const char *published);
/* The same, of a document of which more is known. */
dl_doc *read_source(const char *text, const dl_source *source);
/* The whole of a chapter of the codebook, with a NUL behind it; the caller frees it. */
char *read_chapter(const char *path);
/* Fails the test unless the words of the span are `words`. */
void assert_words(const dl_doc *doc, dl_span span, const char *words);
void assert_bytes(dl_bytes bytes, const char *words);
/* For cmocka's group teardown. */
int close_engine(void **state);

#endif
