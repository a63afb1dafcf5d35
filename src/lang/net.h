/* A small neural network, in whole numbers: what a word looks like goes through one layer, three more let it see its neighbours (each reaches one
 * word further on either side), and the vector that comes out serves the tagger and the parser. The trainer has the same network in
 * floating point and rounds it. Sizes stand here because reader and trainer must agree on them.
 *
 *     parts of the word -> WIDTH -> 3 x (word before, word, word behind -> WIDTH, added to the word) -> tags
 *     twelve words of the parser's state -> HIDDEN -> move, relation
 */
#ifndef DL_LANG_NET_H
#define DL_LANG_NET_H

#include "lang/transitions.h"
#include "lang/window.h"

enum {
    DL_NET_WIDTH = 64,
    DL_NET_HIDDEN = 64,
    DL_NET_LAYERS = 3,
    DL_NET_SLOTS = 12,
    DL_NET_FACTS = 10,
    DL_NET_FORM = 64, /* widths of the vectors of a word's parts */
    DL_NET_PART = 32,
    DL_NET_PARTS = 4, /* beside the form */
    DL_NET_INPUT = DL_NET_FORM + DL_NET_PARTS * DL_NET_PART,
    DL_NET_PART_ROWS = 1 << 12, /* hashed rows of each part */
    DL_NET_TAGS = 96,           /* outputs, padded */
    DL_NET_MOVES = 16,
    DL_NET_LABELS = 64 /* relations of LEFT at 0, of RIGHT at DL_NET_LABELS */
};

/* Facts about a state that are no words: relations of the words on the stack to theirs, distances, numbers of dependents. Each is a row of a table.
 */
enum {
    DL_NET_FACT_RELATIONS = 6, /* of these first facts the value is a relation */
    DL_NET_FACT_VALUES = 64,
    DL_NET_FACT_ROWS = DL_NET_FACTS * DL_NET_FACT_VALUES
};

typedef struct dl_net_state {
    uint32_t slot[DL_NET_SLOTS]; /* positions; 0 where there is no word */
    uint32_t fact[DL_NET_FACTS]; /* rows */
} dl_net_state;

void dl_net_state_read(const dl_parse *parse, dl_net_state *state);

/* Rows of the parts of a word that are hashed. */
static inline void dl_net_parts(const dl_word *word, uint32_t rows[DL_NET_PARTS]) {
    rows[0] = word->suffix3 % DL_NET_PART_ROWS;
    rows[1] = word->suffix2 % DL_NET_PART_ROWS;
    rows[2] = word->prefix % DL_NET_PART_ROWS;
    rows[3] = word->shape % DL_NET_PART_ROWS;
}

#endif
