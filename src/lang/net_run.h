/* The network of lang/net.h at work on one window after the other of a document. */
#ifndef DL_LANG_NET_RUN_H
#define DL_LANG_NET_RUN_H

#include "base/arena.h"
#include "lang/matrix.h"
#include "lang/net.h"

enum {
    DL_NET_BITS = 8,                               /* vectors are in units of 2^-8 */
    DL_NET_INPUT_BITS = 10,                        /* the rows that make a word in 2^-10 */
    DL_NET_CELL_BITS = 10,                         /* the cells of a memory in 2^-10 */
    DL_NET_STATE_BITS = 6,                         /* the rows that make a state of the parser in 2^-6 */
    DL_NET_WEIGHT_BITS = 12,                       /* weights in 2^-12 or coarser */
    DL_NET_LEAST_SCALE = 5,                        /* of the weights of memories */
    DL_NET_MOST = 8191,                            /* vectors are cut off here */
    DL_NET_ROWS = 1 + DL_NET_SLOTS + DL_NET_FACTS, /* that make a state of the parser: bias, slots, facts */
    DL_NET_SLOT_MOST = 2047,                       /* so that the sum of them stays in 16 bits */
    DL_NET_FACT_MOST = (INT16_MAX - DL_NET_SLOTS * DL_NET_SLOT_MOST) / (DL_NET_FACTS + 1)
};

/* A tag is a pair that the treebanks have: universal tag and Penn tag. */
typedef struct dl_tag_pair {
    uint8_t upos, xpos;
} dl_tag_pair;

/* A word as the layers begin with it: its first vector, and what that gives to the first window as word before, itself and behind. */
typedef struct dl_net_word {
    dl_word word;
    bool used;
    int16_t vector[DL_NET_WIDTH];
    int16_t gift[3][DL_NET_WIDTH];
} dl_net_word;

enum { DL_NET_COMMON = 4096 }; /* words that are made ready when the model is opened, at most */

typedef struct dl_net {
    const uint32_t *forms; /* hashes of known forms, in order */
    uint32_t form_count;
    const int16_t *form, *parts, *word, *none, *fact, *hidden, *name_fact; /* tables of rows; word is what all words have */
    dl_matrix window[DL_NET_DEPTH], memory[DL_NET_DEPTH], tag, slot[DL_NET_SLOTS], move, label[2], name, name_out;
    const dl_tag_pair *pairs;
    uint32_t pair_count;
    dl_net_word *common; /* of the commonest words, which make most of any text */
    uint16_t *common_at; /* 4 * DL_NET_COMMON slots by the hash of the word: row in `common`, from 1 */
} dl_net;

/* What one document needs; positions reach to the longest window. */
typedef struct dl_net_work {
    const dl_net *net;
    dl_net_word *cache; /* cache_mask + 1 of them, by the hash of the word: those of the document that are not common */
    uint32_t cache_mask;
    int16_t (*state[2])[DL_NET_WIDTH]; /* positions 0 and count + 1 are zero */
    int16_t (*memory)[DL_NET_MEMORY];  /* z and u */
    int16_t (*cell)[2 * DL_NET_CELL];
    uint16_t *have; /* slots computed, one bit each */
    int16_t (*slot)[DL_NET_SLOTS][DL_NET_HIDDEN];
    int32_t (*name)[DL_NET_NAMES];
    dl_parse parse;
} dl_net_work;

/* DL_BAD_DATA without a message where the model lacks a part. */
dl_status dl_net_open(dl_net *net, const dl_model *model);
void dl_net_close(dl_net *net);
/* For windows of at most `longest` words, of which the document has `tokens`. */
dl_net_work *dl_net_begin(const dl_net *net, dl_arena *arena, uint32_t tokens, uint32_t longest);
/* Fills tag, upos, xpos, head and deprel of the window. */
void dl_net_read(dl_net_work *work, dl_window *window);
/* Fills name; to be called behind dl_net_read, when the window has its hints and cases. */
void dl_net_read_names(dl_net_work *work, dl_window *window);

#endif
