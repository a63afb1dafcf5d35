/* Examples of a codebook chapter: blocks "```KIND" with a text, then what must be found in it, one row a line, in order; `none` for nothing.
 *
 * A test prints what it found in the same form and the two are compared line by line. Each example that fails is
 * printed. */
#ifndef TESTS_SPEC_BLOCKS_H
#define TESTS_SPEC_BLOCKS_H

#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_ROOM = 4096 };

typedef struct spec_text {
    char words[BLOCK_ROOM];
    size_t size;
} spec_text;

/* Whether a line of a block is an expectation, not text. */
typedef bool spec_expects(dl_bytes line);
/* Prints the rows found, one a line. */
typedef void spec_print(const dl_doc *doc, spec_text *out);

static inline void spec_add(spec_text *out, dl_bytes words) {
    assert_true(out->size + words.size + 1 < sizeof out->words);
    memcpy(out->words + out->size, words.data, words.size);
    out->size += words.size;
    out->words[out->size] = 0;
}

static inline void spec_field(spec_text *out, const char *name, dl_bytes words) {
    if (!words.size) return;
    spec_add(out, DL_LIT(" "));
    spec_add(out, dl_bytes_of(name));
    spec_add(out, DL_LIT("=\""));
    spec_add(out, words);
    spec_add(out, DL_LIT("\""));
}

static inline bool spec_block(dl_bytes *rest, const char *fence, spec_expects *expects, spec_text *text, spec_text *wanted) {
    dl_bytes line;
    bool inside = false;
    *text = *wanted = (spec_text){0};
    while (dl_bytes_cut(rest, '\n', &line)) {
        if (!inside) {
            inside = dl_bytes_is(line, fence);
            continue;
        }
        if (dl_bytes_is(line, "```")) return true;
        if (dl_bytes_is(line, "none")) continue;
        if (dl_bytes_is(line, "\\")) { /* a new paragraph */
            spec_add(text, DL_LIT("\n"));
            continue;
        }
        spec_add(expects(line) ? wanted : text, line);
        spec_add(expects(line) ? wanted : text, DL_LIT("\n"));
    }
    return false;
}

static inline void spec_run(const char *path, const char *fence, unsigned at_least, spec_expects *expects, spec_print *print) {
    char *chapter = read_chapter(path);
    dl_bytes rest = dl_bytes_of(chapter);
    static spec_text text, wanted, got;
    unsigned examples = 0, failures = 0;
    while (spec_block(&rest, fence, expects, &text, &wanted)) {
        dl_doc *doc = read_text(text.words, "2021-05-06");
        got = (spec_text){0};
        print(doc, &got);
        dl_doc_free(doc);
        examples++;
        if (!strcmp(got.words, wanted.words)) continue;
        failures++;
        print_message("%s%s: wanted\n%sgot\n%s\n", text.words, path, wanted.words, got.words);
    }
    free(chapter);
    assert_true(examples >= at_least);
    assert_int_equal(failures, 0);
}

#endif
