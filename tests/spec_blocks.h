/* Examples of a codebook chapter: blocks "```KIND GIVEN" with a text, then what must be found in it, one row a line, in order; `none` for nothing.
 *
 * A test prints what it found in the same form and the two are compared. Each example that fails is printed. */
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

typedef struct spec_example {
    char given[128]; /* what stands behind the kind; empty for nothing */
    spec_text text, wanted;
    unsigned line;
} spec_example;

/* Whether a line of a block is an expectation, not text. */
typedef bool spec_expects(dl_bytes line);
/* Prints the rows found, one a line; `wanted` are the lines expected, for a test that looks at those alone. */
typedef void spec_print(const dl_doc *doc, dl_bytes wanted, spec_text *out);

/* A kind of block in a chapter, and how it is tested. */
typedef struct spec_kind {
    const char *path, *name;
    unsigned at_least; /* examples */
    spec_expects *expects;
    spec_print *print;
    const char *published; /* where a block gives no date; NULL for none */
    bool at_address;       /* a block gives the document's address, and not its date */
} spec_kind;

static inline void spec_add(spec_text *out, dl_bytes words) {
    assert_true(out->size + words.size + 1 < sizeof out->words);
    memcpy(out->words + out->size, words.data, words.size);
    out->size += words.size;
    out->words[out->size] = 0;
}

static inline void spec_line(spec_text *out, dl_bytes line) {
    spec_add(out, line);
    spec_add(out, DL_LIT("\n"));
}

static inline void spec_field(spec_text *out, const char *name, dl_bytes words) {
    if (!words.size) return;
    spec_add(out, DL_LIT(" "));
    spec_add(out, dl_bytes_of(name));
    spec_add(out, DL_LIT("=\""));
    spec_add(out, words);
    spec_add(out, DL_LIT("\""));
}

/* Whether a block of the kind opens here; `given` is what stands behind the kind's name. */
static inline bool spec_opens(const spec_kind *kind, dl_bytes line, dl_bytes *given) {
    dl_bytes word;
    *given = line;
    return dl_bytes_start(line, "```") && dl_bytes_cut(given, ' ', &word) && dl_bytes_is((dl_bytes){word.data + 3, word.size - 3}, kind->name);
}

/* The next example of a chapter; false behind the last. */
static inline bool spec_next(const spec_kind *kind, dl_bytes *rest, spec_example *out) {
    dl_bytes line, given;
    bool inside = false;
    unsigned number = out->line;
    *out = (spec_example){0};
    while (dl_bytes_cut(rest, '\n', &line)) {
        number++;
        if (!inside) {
            inside = spec_opens(kind, line, &given);
            if (inside) snprintf(out->given, sizeof out->given, "%.*s", (int)given.size, given.data);
            continue;
        }
        out->line = number;
        if (dl_bytes_is(line, "```")) return true;
        if (dl_bytes_is(line, "none")) continue;
        if (dl_bytes_is(line, "\\")) /* a new paragraph */
            spec_add(&out->text, DL_LIT("\n"));
        else
            spec_line(kind->expects(line) ? &out->wanted : &out->text, line);
    }
    return false;
}

static inline dl_doc *spec_read(const spec_kind *kind, const spec_example *e) {
    const char *given = e->given[0] ? e->given : NULL;
    dl_source source = {.uri = kind->at_address ? given : NULL, .published = kind->at_address || !given ? kind->published : given};
    return read_source(e->text.words, &source);
}

static inline void spec_run(const spec_kind *kind) {
    char *chapter = read_chapter(kind->path);
    dl_bytes rest = dl_bytes_of(chapter);
    static spec_example e;
    static spec_text got;
    unsigned examples = 0, failures = 0;
    for (e.line = 0; spec_next(kind, &rest, &e); examples++) {
        dl_doc *doc = spec_read(kind, &e);
        got = (spec_text){0};
        kind->print(doc, (dl_bytes){e.wanted.words, e.wanted.size}, &got);
        dl_doc_free(doc);
        if (!strcmp(got.words, e.wanted.words)) continue;
        failures++;
        print_message("%s%s, the block that ends at line %u: wanted\n%sgot\n%s\n", e.text.words, kind->path, e.line, e.wanted.words, got.words);
    }
    free(chapter);
    assert_true(examples >= kind->at_least);
    assert_int_equal(failures, 0);
}

#endif
