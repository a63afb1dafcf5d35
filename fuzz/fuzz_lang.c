/* Text to the language engine alone: cutting, tags, lemmas, trees, names; every stage behind it is left out, so that many more inputs are tried.
 *
 * The first byte picks who cuts: the stage, or the input itself, with one sentence a line and a token between blanks, which gives tokens that our
 * own cutting never would. Its highest bit sets the sentences in capitals. */
#include "harness.h"

#include "doc/doc.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
#define STAGE(name, ...) STAGE_##name,
#include "engine/stages.def"
#undef STAGE
};
enum { STAGES = 1u << STAGE_cut | 1u << STAGE_lang };

static void add_token(dl_doc *doc, dl_span span, bool line_begins) {
    if (line_begins) *DL_DOC_PUSH(doc, sentences) = (dl_sentence){.span = span, .first_token = doc->tokens.count ? doc->tokens.count : 1};
    dl_sentence *s = &doc->sentences.rows[doc->sentences.count - 1];
    *DL_DOC_PUSH(doc, tokens) = (dl_token){.span = span, .sentence = doc->sentences.count - 1};
    s->span.end = span.end;
    s->token_count++;
}

static void cut_at_blanks(dl_doc *doc) {
    bool line_begins = true;
    uint32_t begin = 0, size = (uint32_t)doc->text.size;
    for (uint32_t at = 0; at <= size; at++) {
        char c = at < size ? doc->text.data[at] : '\n';
        if (c != ' ' && c != '\n') continue;
        if (at > begin) {
            add_token(doc, (dl_span){begin, at}, line_begins);
            line_begins = false;
        }
        begin = at + 1;
        line_begins |= c == '\n';
    }
}

static bool give_tokens(dl_doc *doc, bool capitals) {
    jmp_buf guard;
    dl_arena_guard(&doc->arena, &guard);
    if (setjmp(guard)) return false;
    cut_at_blanks(doc);
    for (DL_EACH(i, &doc->sentences)) doc->sentences.rows[i].capitals = capitals;
    dl_arena_guard(&doc->arena, NULL);
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) return 0;
    const dl_engine *engine = fuzz_engine();
    dl_doc *doc = NULL;
    dl_error error = {0};
    if (dl_doc_make(&doc, NULL, (dl_bytes){(const char *)data + 1, size - 1}, NULL) != DL_OK) return 0;
    bool ready = data[0] & 1 || give_tokens(doc, data[0] & 0x80);
    if (ready && dl_analyze(engine, doc, STAGES, &error) != DL_OK && error.status != DL_NO_MEMORY) fuzz_stop("analyze", error.message);
    const char *unsound = ready ? dl_doc_check(doc) : NULL;
    if (unsound) fuzz_stop("tables", unsound);
    for (DL_EACH(i, &doc->sentences))
        if (ready && error.status == DL_OK && !doc->sentences.rows[i].parsed) fuzz_stop("tables", "a sentence has no tree");
    dl_doc_free(doc);
    return 0;
}
