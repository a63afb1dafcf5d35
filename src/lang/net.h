/* A small neural network, in whole numbers, that reads a sentence once for tags, tree and names. What a word looks like is a sum of rows of tables;
 * twice a window lets each word see its neighbours and a memory that runs over the sentence from both ends lets it see all the rest. Trainer and
 * reader share the sizes and the facts here; the trainer computes in floating point and rounds.
 *
 *     rows of the word's form and parts -> WIDTH
 *     window (word before, word, word behind -> WIDTH, added to the word) and memory (CELL numbers a direction, added to the word) in turn, the last
 *     memory without a window of its own
 *     word -> tag
 *     twelve words and ten facts of the parser's state -> HIDDEN -> move, relation
 *     word and what is known of it -> NAME_HIDDEN -> outside, beginning or inside of a name
 *
 * The memory is a light recurrence: c(i) = c(i-1) + u(i) * (z(i) - c(i-1)), where z and u come from the word alone, so that all products of
 * matrices stand outside of the loop over the words (as in the simple recurrent units of Lei et al. 2018).
 */
#ifndef DL_LANG_NET_H
#define DL_LANG_NET_H

#include "lang/transitions.h"
#include "lang/window.h"

#ifndef DL_NET_WIDTH_IS
#define DL_NET_WIDTH_IS 64 /* the teachers of `make train` are twice as wide */
#endif

enum {
    DL_NET_WIDTH = DL_NET_WIDTH_IS,
    DL_NET_CELL = DL_NET_WIDTH / 2,
    DL_NET_MEMORY = 4 * DL_NET_CELL, /* z forward, z backward, u forward, u backward */
    DL_NET_SHARE = 2 * DL_NET_CELL,  /* where u begins */
    DL_NET_WINDOWS = 2,
    DL_NET_MEMORIES = 3,
    DL_NET_HIDDEN = DL_NET_WIDTH,
    DL_NET_SLOTS = 12,
    DL_NET_FACTS = 10,
    DL_NET_PARTS = 4,           /* beside the form */
    DL_NET_PART_ROWS = 1 << 12, /* hashed rows of each part */
    DL_NET_TAGS = 96,           /* outputs, padded */
    DL_NET_MOVES = 16,
    DL_NET_LABELS = 64, /* relations of LEFT at 0, of RIGHT at DL_NET_LABELS */
    DL_NET_NAME_HIDDEN = 32,
    DL_NET_NAMES = 16
};

/* Facts about a state that are no words: relations of the words on the stack to theirs, distances, numbers of dependents. Each is a row of a table.
 */
enum { DL_NET_FACT_VALUES = 64, DL_NET_FACT_ROWS = DL_NET_FACTS * DL_NET_FACT_VALUES };

/* Slots that every word comes to stand in: on top of the stack; next, and the two behind it. */
enum { DL_NET_TOP = 0, DL_NET_NEXT = 3 };

typedef struct dl_net_state {
    uint32_t slot[DL_NET_SLOTS]; /* positions; 0 where there is no word */
    uint32_t fact[DL_NET_FACTS]; /* rows */
} dl_net_state;

void dl_net_state_read(const dl_parse *parse, dl_net_state *state);

/* Facts for the name finder: of the word and its neighbours, each bit of what the knowledge lists and how the word is usually written. */
enum {
    DL_NET_HINT_BITS = 16,
    DL_NET_CASES = 8,
    DL_NET_AROUND = DL_NET_HINT_BITS + DL_NET_CASES, /* rows of one of the three words */
    DL_NET_NAME_ROWS = 3 * DL_NET_AROUND + 2,
    DL_NET_NAME_FACTS = 3 * (DL_NET_HINT_BITS + 1) + 2
};

/* Writes the rows that hold and returns how many; the window has words, hints and cases. */
uint32_t dl_net_name_facts(const dl_window *window, uint32_t at, uint32_t rows[DL_NET_NAME_FACTS]);

/* Rows of the parts of a word that are hashed. */
static inline void dl_net_parts(const dl_word *word, uint32_t rows[DL_NET_PARTS]) {
    rows[0] = word->suffix3 % DL_NET_PART_ROWS;
    rows[1] = word->suffix2 % DL_NET_PART_ROWS;
    rows[2] = word->prefix % DL_NET_PART_ROWS;
    rows[3] = word->shape % DL_NET_PART_ROWS;
}

#endif
