/* The network of lang/net.h in floating point, with its gradients and Adam (Kingma and Ba 2015). */
#ifndef DL_TRAIN_NET_H
#define DL_TRAIN_NET_H

#include "lang/net.h"

typedef enum net_block_name {
    NET_FORM,  /* one row a known word, row 0 for unknown ones */
    NET_PARTS, /* DL_NET_PARTS tables of hashed rows */
    NET_IN,
    NET_IN_BIAS,
    NET_LAYER,
    NET_LAYER_BIAS = NET_LAYER + DL_NET_LAYERS,
    NET_TAG = NET_LAYER_BIAS + DL_NET_LAYERS,
    NET_TAG_BIAS,
    NET_SLOT,
    NET_SLOT_NONE, /* what a slot without a word gives */
    NET_FACT,
    NET_HIDDEN_BIAS,
    NET_MOVE,
    NET_MOVE_BIAS,
    NET_LABEL,
    NET_LABEL_BIAS,
    NET_BLOCKS
} net_block_name;

/* A matrix of weights: rows are inputs, columns outputs. */
typedef struct net_block {
    float *weight, *gradient, *mean, *square, *turned; /* the last is the transpose of the first; NULL where sparse */
    uint32_t rows, width;
    bool sparse; /* only the touched rows have a gradient */
    uint32_t *touched, touched_count;
    uint8_t *mark;
} net_block;

/* Activations of one sentence and their gradients; rows are positions 0 to count + 1, of which the outer two are zero. */
typedef struct net_trace {
    uint32_t count;
    uint32_t form[DL_WINDOW_ROOM], part[DL_WINDOW_ROOM][DL_NET_PARTS];
    float input[DL_WINDOW_ROOM][DL_NET_INPUT], input_mask[DL_WINDOW_ROOM][DL_NET_INPUT];
    float layer[DL_NET_LAYERS + 1][DL_WINDOW_ROOM][DL_NET_WIDTH], layer_gradient[DL_NET_LAYERS + 1][DL_WINDOW_ROOM][DL_NET_WIDTH];
    float raised[DL_NET_LAYERS + 1][DL_WINDOW_ROOM][DL_NET_WIDTH]; /* what each layer added */
    float slot[DL_NET_SLOTS][DL_WINDOW_ROOM][DL_NET_HIDDEN], slot_gradient[DL_NET_SLOTS][DL_WINDOW_ROOM][DL_NET_HIDDEN];
    bool slot_used[DL_NET_SLOTS][DL_WINDOW_ROOM]; /* has a gradient */
} net_trace;

typedef struct net {
    net_block block[NET_BLOCKS];
    uint64_t step;
    uint64_t luck; /* state of the generator for dropout */
} net;

void net_open(net *n, uint32_t forms, uint64_t seed);
void net_close(net *n);

/* y[j] += sum over k of x[k] * w[k][j]; width a multiple of 16. */
void net_times(const float *x, uint32_t rows, const float *w, uint32_t width, float *y);
/* dx[k] += w[k] . dy where dx is not NULL; gradient[k][j] += x[k] * dy[j]. */
void net_times_back(const float *x, uint32_t rows, net_block *b, uint32_t first_row, const float *dy, float *dx);

/* The layers up to the vectors that serve all tasks, then the slots of the parser. `dropout` is the share of the input that is left out. */
void net_forward(net *n, net_trace *t, float dropout);
/* From layer_gradient of the last layer and slot_gradient back into the blocks. Leaves both zero. */
void net_backward(net *n, net_trace *t);
void net_clear_gradients(net_trace *t, uint32_t count);
/* One step of Adam with the gradients gathered, which become zero. */
void net_step(net *n, float rate);

/* Adds to the gradient of one row and marks it as touched. */
void net_add_row(net_block *b, uint32_t row, const float *gradient);

uint32_t net_best(const float *scores, uint32_t count);
/* Turns scores into probabilities. */
void net_softmax(float *scores, uint32_t count);

#endif
