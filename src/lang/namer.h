/* Proper names of persons, organisations and places: each word is outside a name, begins one or goes on with one, from left to right, by a linear
 * classifier over the words and tags around it. */
#ifndef DL_LANG_NAMER_H
#define DL_LANG_NAMER_H

#include "lang/linear.h"
#include "lang/window.h"

/* Classes: 0 outside; 2k - 1 begins a name of kind k, 2k goes on with it, k from DL_NAME_PERSON to DL_NAME_PLACE. */
enum { DL_NAMER_KINDS = DL_NAME_PLACE, DL_NAMER_CLASSES = 8 };

typedef struct dl_namer {
    dl_linear linear;
} dl_namer;

bool dl_namer_open(dl_namer *namer, const dl_model *model);

static inline uint32_t dl_namer_class(uint8_t name) {
    return !name ? 0 : name & DL_NAME_BEGIN ? 2u * (name & ~DL_NAME_BEGIN & 0xff) - 1 : 2u * name;
}

/* Features of the word at `at`; window->name holds the names of the words before it. */
uint32_t dl_namer_features(const dl_window *window, uint32_t at, uint32_t *features);
/* Whether a word may have the class behind one that has window->name[at - 1]: a name goes on only where one of its kind stands. */
bool dl_namer_allows(const dl_window *window, uint32_t at, uint32_t class);

/* Fills name. */
void dl_namer_read(const dl_namer *namer, dl_window *window);

#endif
