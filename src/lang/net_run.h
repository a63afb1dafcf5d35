/* The network of lang/net.h at work on one window after the other of a document. */
#ifndef DL_LANG_NET_RUN_H
#define DL_LANG_NET_RUN_H

#include "base/arena.h"
#include "lang/matrix.h"
#include "lang/net.h"

/* What is added before `bits` are shifted out, so that the rest is rounded. */
#define DL_NET_HALF(bits) (1 << ((bits)-1))

enum {
    DL_NET_BITS = 3,                                /* vectors are in units of 2^-3 */
    DL_NET_HIDDEN_BITS = 2,                         /* what a state of the parser is made into in 2^-2 */
    DL_NET_NAME_BITS = 3,                           /* what a word is made into for names in 2^-3 */
    DL_NET_INPUT_BITS = 10,                         /* the rows that make a word in 2^-10 */
    DL_NET_SUM_BITS = DL_NET_BITS + DL_MATRIX_BITS, /* sums of products, the rows that make a state, the cells of a memory in 2^-10 */
    DL_NET_MOST = DL_MATRIX_MOST,                   /* vectors are cut off here, and at 0 */
    DL_NET_CELL_MOST = INT16_MAX / 2,               /* so that the difference of two cells stays in 16 bits */
    DL_NET_ROWS = 1 + DL_NET_SLOTS + DL_NET_FACTS   /* that make a state of the parser: bias, slots, facts */
};

/* A tag is a pair that the treebanks have: universal tag and Penn tag. */
typedef struct dl_tag_pair {
    uint8_t upos, xpos;
} dl_tag_pair;

/* A word as the layers begin with it: its first vector, and what that gives to the first window as word before, itself and behind. Of the commonest
 * words, which make most of any text, the model has them ready. */
typedef struct dl_net_word {
    dl_word word;
    uint8_t vector[DL_NET_WIDTH];
    int16_t gift[3][DL_NET_WIDTH];
} dl_net_word;

enum { DL_NET_ALL_SLOTS = (1 << DL_NET_SLOTS) - 1 };
enum { DL_NET_READY = 8192, DL_NET_READY_SLOTS = 4 * DL_NET_READY };

typedef struct dl_net {
    const uint32_t *forms; /* hashes of known forms, in order */
    uint32_t form_count;
    const int16_t *form, *parts, *word, *none, *fact, *hidden, *name_fact; /* tables of rows; word is what all words have */
    dl_matrix window[DL_NET_WINDOWS], memory[DL_NET_MEMORIES], tag, slot[DL_NET_SLOTS], move, label[2], name, name_out;
    const dl_tag_pair *pairs;
    uint32_t pair_count;
    const dl_net_word *ready;
    const uint16_t *ready_at; /* DL_NET_READY_SLOTS by the hash of the word: row of `ready`, from 1; the next slots where two words meet */
} dl_net;

/* What one document needs; positions reach to the longest window. */
typedef struct dl_net_work {
    const dl_net *net;
    dl_net_word *cache; /* cache_mask + 1 of them, by the hash of the word: those of the document that are not ready */
    bool *cached;
    uint32_t cache_mask;
    uint8_t (*state[2])[DL_NET_WIDTH]; /* positions 0 and count + 1 are zero */
    int16_t (*memory)[DL_NET_MEMORY];  /* z and u */
    int16_t (*cell)[2 * DL_NET_CELL];
    uint16_t *have; /* slots computed, one bit each; all of position 0, which is no word */
    int16_t (*slot)[DL_NET_SLOTS][DL_NET_HIDDEN];
    int32_t (*name)[DL_NET_NAMES];
    dl_parse parse;
} dl_net_work;

/* False where the model lacks a part. */
bool dl_net_open(dl_net *net, const dl_model *model);
/* Makes a word ready, for the document in hand or for the model. */
void dl_net_make_word(const dl_net *net, const dl_word *word, dl_net_word *out);
/* The slot of the word in ready_at, which is 0 where the word is not ready. */
uint32_t dl_net_ready_slot(const dl_net_word *ready, const uint16_t *ready_at, const dl_word *word);
/* For windows of at most `longest` words, of which the document has `tokens`. */
dl_net_work *dl_net_begin(const dl_net *net, dl_arena *arena, uint32_t tokens, uint32_t longest);
/* Makes the vectors that all tasks read; the other functions are to be called behind it. */
void dl_net_read_words(dl_net_work *work, const dl_window *window);
/* Fills tag, upos and xpos of the window. */
void dl_net_read_tags(dl_net_work *work, dl_window *window);
/* Fills head and deprel. */
void dl_net_read_tree(dl_net_work *work, dl_window *window);
/* Fills name; the window has its hints and cases. */
void dl_net_read_names(dl_net_work *work, dl_window *window);

#endif
