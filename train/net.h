/* The network of lang/net.h in floating point, with its gradients and Adam (Kingma and Ba 2015). */
#ifndef DL_TRAIN_NET_H
#define DL_TRAIN_NET_H

#include "lang/net_run.h"
#include "vectors.h"

/* What a word is made of before the first layer; the reader has the products with the first matrix only. */
enum {
    NET_FORM_SIZE = 64,
    NET_PART_SIZE = 32,
    NET_VECTOR_AT = NET_FORM_SIZE + DL_NET_PARTS * NET_PART_SIZE,
    NET_INPUT = (NET_VECTOR_AT + VECTOR_SIZE + 15) / 16 * 16
};

typedef enum net_block_name {
    NET_FORM,  /* one row a known word, row 0 for unknown ones */
    NET_PARTS, /* DL_NET_PARTS tables of hashed rows */
    NET_IN,
    NET_IN_BIAS,
    NET_WINDOW,
    NET_WINDOW_BIAS = NET_WINDOW + DL_NET_WINDOWS,
    NET_MEMORY = NET_WINDOW_BIAS + DL_NET_WINDOWS,
    NET_MEMORY_BIAS = NET_MEMORY + DL_NET_MEMORIES,
    NET_TAG = NET_MEMORY_BIAS + DL_NET_MEMORIES,
    NET_TAG_BIAS,
    NET_SLOT,
    NET_SLOT_NONE, /* what a slot without a word gives */
    NET_FACT,
    NET_HIDDEN_BIAS,
    NET_MOVE,
    NET_MOVE_BIAS,
    NET_LABEL,
    NET_LABEL_BIAS,
    NET_NAME,
    NET_NAME_FACT,
    NET_NAME_BIAS,
    NET_NAME_OUT,
    NET_NAME_OUT_BIAS,
    NET_BLOCKS
} net_block_name;

/* A matrix of weights: rows are inputs, columns outputs. */
typedef struct net_block {
    float *weight, *gradient, *mean, *square, *turned; /* the last is the transpose of the first; NULL where sparse */
    float *fine; /* what the weights were before they were rounded to those of a dl_matrix; NULL for those that the reader has in 16 bits */
    uint32_t rows, width;
    int bits;    /* rounded weights are in units of 2^-bits */
    bool sparse; /* only the touched rows have a gradient */
    uint32_t *touched, touched_count;
    uint8_t *mark;
} net_block;

/* Activations of one sentence and their gradients; rows are positions 0 to count + 1, of which the outer two are zero. */
enum { NET_STATES = DL_NET_WINDOWS + DL_NET_MEMORIES + 1, NET_TOP = NET_STATES - 1 };
typedef float net_rows[DL_WINDOW_ROOM][DL_NET_WIDTH];

typedef struct net_trace {
    uint32_t count;
    uint32_t form[DL_WINDOW_ROOM], part[DL_WINDOW_ROOM][DL_NET_PARTS];
    const float *vector[DL_WINDOW_ROOM]; /* of VECTOR_SIZE numbers, or NULL */
    float input[DL_WINDOW_ROOM][NET_INPUT], input_mask[DL_WINDOW_ROOM][NET_INPUT];
    net_rows state[NET_STATES], state_gradient[NET_STATES];       /* input, then what each window and memory makes */
    net_rows raised[DL_NET_WINDOWS];                              /* what each window added */
    float memory[DL_NET_MEMORIES][DL_WINDOW_ROOM][DL_NET_MEMORY]; /* z and u */
    net_rows cell[DL_NET_MEMORIES];                               /* c, forward then backward */
    net_rows cell_mask[DL_NET_MEMORIES];                          /* what dropout leaves of the cells on their way up */
    float branch_keep;                                            /* factor of what dropout leaves of windows and memories */
    float slot[DL_NET_SLOTS][DL_WINDOW_ROOM][DL_NET_HIDDEN], slot_gradient[DL_NET_SLOTS][DL_WINDOW_ROOM][DL_NET_HIDDEN];
    bool slot_used[DL_NET_SLOTS][DL_WINDOW_ROOM]; /* has a gradient */
} net_trace;

typedef struct net {
    net_block block[NET_BLOCKS];
    uint64_t step;
    uint64_t luck; /* state of the generator for dropout */
} net;

/* The nearest number that the reader can hold in 8 bits, in units of 2^-bits: the trainer works with the same (as in Jacob et al. 2018), and takes
 * the gradient straight through but where it was cut off. */
static inline float net_level(float value, int bits) {
    const float unit = (float)(1 << bits), level = __builtin_nearbyintf(value * unit);
    return (level < 0 ? 0 : level < DL_MATRIX_MOST ? level : DL_MATRIX_MOST) / unit;
}
static inline bool net_level_free(float level, int bits) {
    return level > 0 && level < (float)DL_MATRIX_MOST / (float)(1 << bits);
}

void net_open(net *n, uint32_t forms, uint64_t seed);
void net_close(net *n);

/* y[j] += sum over k of x[k] * w[k][j]; width a multiple of 16. */
void net_times(const float *x, uint32_t rows, const float *w, uint32_t width, float *y);
/* dx[k] += w[k] . dy where dx is not NULL; gradient[k][j] += x[k] * dy[j]. */
void net_times_back(const float *x, uint32_t rows, net_block *b, uint32_t first_row, const float *dy, float *dx);

/* Dropout (Srivastava et al. 2014): shares of the input, and of what windows and memories add, that are left out. */
typedef struct net_dropout {
    float input, branch;
} net_dropout;

/* The layers up to the vectors that serve all tasks, then the slots of the parser. */
void net_forward(net *n, net_trace *t, net_dropout dropout);
/* From state_gradient of NET_TOP and slot_gradient back into the blocks. Leaves both zero. */
void net_backward(net *n, net_trace *t);
/* One step of Adam with the gradients gathered, which become zero. */
void net_step(net *n, float rate);

/* Adds to the gradient of one row and marks it as touched. */
void net_add_row(net_block *b, uint32_t row, const float *gradient);

float net_chance(uint64_t *luck);
uint32_t net_best(const float *scores, uint32_t count);
/* Turns scores into probabilities. */
void net_softmax(float *scores, uint32_t count);

#endif
