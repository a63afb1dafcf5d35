/* The raw text of a treebank, rebuilt as for the CoNLL 2018 shared task: the sentences of a paragraph behind each other, paragraphs apart by a blank
 * line; and the gold cut into tokens and sentences. */
#ifndef DL_TRAIN_RAW_TEXT_H
#define DL_TRAIN_RAW_TEXT_H

#include "corpus.h"

typedef DL_ARRAY(dl_span) spans; /* row 0 unused; offsets in characters that are no blanks */

/* The raw text of one document or of a whole file, and its gold cut. A token is a syntactic word. */
typedef struct raw_text {
    dl_arena arena;
    DL_ARRAY(char) bytes; /* row 0 unused */
    spans tokens, sentences;
    uint32_t at;     /* characters of the tokens so far */
    uint32_t ranges; /* words whose syntactic parts are no pieces of it ("wanna" as "want", "to"): one token each */
} raw_text;

static inline dl_bytes raw_bytes(const raw_text *raw) {
    return (dl_bytes){raw->bytes.rows + 1, raw->bytes.count - 1};
}

/* Calls `use` for each document of a CoNLL-U file, or once for all of it; frees each text behind the call. */
void raw_text_read(dl_bytes file, bool each, void (*use)(void *self, raw_text *raw), void *self);

/* One character, where a mark may be a run of them: whether it is a blank, and its bytes. */
bool raw_blank_at(dl_bytes text, size_t at, size_t *size);

#endif
