/* Proper names of persons, organisations and places: each word is outside a name, begins one or goes on with one. The network scores the classes of
 * each word; the likeliest sequence that makes sense is taken. */
#ifndef DL_LANG_NAMES_H
#define DL_LANG_NAMES_H

#include "base/search.h"
#include "lang/model.h"
#include "lang/net.h"

/* Classes: 0 outside; 2k - 1 begins a name of kind k, 2k goes on with it, k from DL_NAME_PERSON to DL_NAME_PLACE. */
enum { DL_NAME_CLASSES = 2 * DL_NAME_PLACE + 1 };

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

typedef struct dl_cases {
    const uint32_t *forms; /* in order */
    uint32_t count;
    dl_shelves shelves;
} dl_cases;

/* Makes the shelves of what is there. */
void dl_cases_shelve(dl_cases *cases);
bool dl_cases_open(dl_cases *cases, const dl_model *model);
/* Fills window->cased. */
void dl_cases_read(const dl_cases *cases, dl_window *window);

/* Between the class of a token and its dl_name_kind, which has DL_NAME_BEGIN on the first token of a name. */
static inline uint32_t dl_names_class(uint8_t name) {
    return !name ? 0 : name & DL_NAME_BEGIN ? 2u * (name & ~DL_NAME_BEGIN & 0xff) - 1 : 2u * name;
}
static inline uint8_t dl_names_kind(uint32_t class) {
    return (uint8_t)(class ? (class + 1) / 2 | (class & 1 ? DL_NAME_BEGIN : 0) : 0);
}

/* Fills window->name with the sequence of classes whose scores have the highest sum, among those in which a name goes on only behind a word of its
 * kind (Viterbi 1967). scores[i] are those of position i. */
void dl_names_choose(int32_t (*scores)[DL_NET_NAMES], dl_window *window);

/* Gives a person the rest of the name where the tree says that it is one: a proper noun behind the name, written large, that hangs on its last word
 * by `compound` or `flat`, or the other way round, or both on the same word. */
void dl_names_complete(dl_window *window);

/* Takes the name from single words that are written small, as they often are ("the east"). */
void dl_names_drop_small(dl_window *window);

#endif
