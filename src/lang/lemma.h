/* Lemmas: a table of exceptions (form and tag to lemma, from the treebanks and WordNet), then the endings of English, checked against a list of known
 * lemmas where two readings are possible ("hoping": hope, "hopping": hop). */
#ifndef DL_LANG_LEMMA_H
#define DL_LANG_LEMMA_H

#include "base/arena.h"
#include "base/search.h"
#include "lang/model.h"

typedef struct dl_lemma_entry {
    uint64_t key;
    uint32_t begin, size; /* in the section of texts */
} dl_lemma_entry;

enum { DL_LEMMA_SIEVE_BITS = 16 };

typedef struct dl_lemmas {
    const dl_lemma_entry *entries; /* by key */
    const char *texts;
    const uint64_t *words; /* keys of known lemmas, in order */
    uint32_t entry_count, word_count;
    uint64_t sieve[1 << (DL_LEMMA_SIEVE_BITS - 6)]; /* a bit by the highest bits of each entry's key: most words are no exception */
    dl_shelves entry_shelves, word_shelves;
} dl_lemmas;

typedef struct dl_lemma_query {
    dl_bytes form;
    uint8_t upos, xpos;
    bool first; /* first of its sentence: a capital says nothing */
} dl_lemma_query;

/* Makes the shelves of what is there. */
void dl_lemmas_shelve(dl_lemmas *lemmas);
bool dl_lemmas_open(dl_lemmas *lemmas, const dl_model *model);

/* Key of a folded form with a Penn tag and universal tag, or of a known lemma with one of 'n' 'v' 'a' as `xpos` and 0. */
uint64_t dl_lemma_key(dl_bytes folded, unsigned xpos, unsigned upos);
/* 'n', 'v', 'a' (adjectives and adverbs that are compared) or 0 for tags without inflection. */
char dl_lemma_class(unsigned xpos);

/* Lives in the arena, in the model or in the form itself. */
dl_bytes dl_lemma_read(const dl_lemmas *lemmas, dl_arena *arena, const dl_lemma_query *query);

#endif
