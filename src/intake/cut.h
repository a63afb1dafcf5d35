/* The first stage: paragraphs, sentences, tokens, and the numbers of their words in the knowledge. */
#ifndef DL_INTAKE_CUT_H
#define DL_INTAKE_CUT_H

#include "doc/doc.h"
#include "know/know.h"
#include "text/tokens.h"

/* What cutting asks of the knowledge, decoded when an engine is opened. */
typedef struct dl_cutter dl_cutter;
dl_status dl_cutter_open(dl_cutter **cutter, const dl_know *know, dl_error *error);
void dl_cutter_close(dl_cutter *cutter);

/* Fills sentences and tokens from the text. Does nothing where they were given (CoNLL-U) but for numbering the words. */
void dl_cut_read(const dl_cutter *cutter, dl_doc *doc);
/* Numbers the words of a document that has its tokens. */
void dl_cut_number(const dl_know *know, dl_doc *doc);

enum { DL_WORD_FILTER = 128 };

/* What the tokenizer asks about words, answered from data/text/words.tsv. `table` is the number of "text/words". */
typedef struct dl_know_words {
    const dl_know *know;
    uint32_t table, word, kind, parts; /* columns */
    /* Bits of the words that have a row, and of those that have parts, by a cheap hash: most words need no look-up. */
    uint64_t rows[DL_WORD_FILTER], divided[DL_WORD_FILTER];
} dl_know_words;
dl_know_words dl_know_words_of(const dl_know *know);
/* The answers as the tokenizer asks for them; `words` must outlive them. */
dl_word_list dl_word_list_of(const dl_know_words *words);

#endif
