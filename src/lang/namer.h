/* Proper names of persons, organisations and places: each word is outside a name, begins one or goes on with one, from left to right, by a linear
 * classifier over the words and tags around it, what the knowledge lists, how the word is usually written, and how it was read before in the
 * document. */
#ifndef DL_LANG_NAMER_H
#define DL_LANG_NAMER_H

#include "lang/sparse.h"
#include "lang/window.h"

/* Classes: 0 outside; 2k - 1 begins a name of kind k, 2k goes on with it, k from DL_NAME_PERSON to DL_NAME_PLACE. */
enum { DL_NAMER_KINDS = DL_NAME_PLACE, DL_NAMER_CLASSES = DL_SPARSE_CLASSES, DL_NAMER_FEATURES = 64 };

/* How a form is usually written, other than at the beginning of a sentence; in the lowest three bits of its hash in the model's list. */
typedef enum dl_case {
    DL_CASE_UNKNOWN,
    DL_CASE_LOWER,
    DL_CASE_MOSTLY_LOWER,
    DL_CASE_MIXED,
    DL_CASE_MOSTLY_UPPER,
    DL_CASE_UPPER,
    DL_CASE_BITS = 3
} dl_case;

typedef struct dl_namer {
    dl_sparse sparse;
    const uint32_t *cases; /* in order */
    uint32_t case_count;
} dl_namer;

bool dl_namer_open(dl_namer *namer, const dl_model *model);

static inline uint32_t dl_namer_class(uint8_t name) {
    return !name ? 0 : name & DL_NAME_BEGIN ? 2u * (name & ~DL_NAME_BEGIN & 0xff) - 1 : 2u * name;
}

/* Fills window->cased. */
void dl_namer_look_case(const uint32_t *cases, uint32_t count, dl_window *window);

/* Features of the word at `at`; window->name holds the names of the words before it. */
uint32_t dl_namer_features(const dl_window *window, uint32_t at, uint32_t *features);
/* Whether a word may have the class behind one that has window->name[at - 1]: a name goes on only where one of its kind stands. */
bool dl_namer_allows(const dl_window *window, uint32_t at, uint32_t class);

/* False for words that begin no name and so need no look: plain small letters, in no list, with no name before. */
static inline bool dl_namer_worth(const dl_window *window, uint32_t at) {
    return window->capitals || !window->words[at].plain || window->hints[at] || window->name[at - 1];
}

/* Fills name. The window has its words, tags and hints. */
void dl_namer_read(const dl_namer *namer, dl_window *window);

#endif
