/* Blocks of weights, their products, and Adam. */
#include "net.h"

#include "corpus.h"

#include <math.h>
#include <stdlib.h>

/* One register of a processor with AVX; wider vectors are taken to pieces badly by the compiler. */
typedef float lanes __attribute__((vector_size(32), aligned(4), may_alias));
enum { LANES = 8, BLOCK = 8 };

/* Small weights want a finer unit than DL_MATRIX_BITS; of a matrix whose sums are only compared with each other the reader need not know it. */
enum { MOVE_BITS = 9, NAME_OUT_BITS = 8 };

/* ---- weights */

float net_chance(uint64_t *luck) {
    *luck = *luck * 6364136223846793005u + 1442695040888963407u;
    return (float)(*luck >> 40) / (float)(1 << 24);
}

/* Keeps the transpose, which the way back multiplies by. */
static void turn(net_block *b) {
    if (b->sparse) return;
    for (uint32_t k = 0; k < b->rows; k++)
        for (uint32_t j = 0; j < b->width; j++) b->turned[(size_t)j * b->rows + k] = b->weight[(size_t)k * b->width + j];
}

static void open_block(net *n, net_block_name name, uint32_t rows, uint32_t width, float spread, bool sparse) {
    size_t size = (size_t)rows * width;
    net_block *b = n->block + name;
    *b = (net_block){.rows = rows, .width = width, .sparse = sparse};
    b->weight = calloc(size, sizeof(float));
    b->gradient = calloc(size, sizeof(float));
    b->mean = calloc(size, sizeof(float));
    b->square = calloc(size, sizeof(float));
    b->touched = calloc(rows, sizeof *b->touched);
    b->mark = calloc(rows, 1);
    if (!b->weight || !b->gradient || !b->mean || !b->square || !b->touched || !b->mark) die("no memory", "net");
    if (!sparse && !(b->turned = calloc(size, sizeof(float)))) die("no memory", "net");
    for (size_t i = 0; i < size; i++) b->weight[i] = spread * (2 * net_chance(&n->luck) - 1);
    turn(b);
}

static float nearest_weight(float fine, int bits) {
    const float unit = (float)(1 << bits), level = nearbyintf(fine * unit);
    return (level < -INT8_MAX ? -INT8_MAX : level > INT8_MAX ? INT8_MAX : level) / unit;
}

/* Four weights that the reader adds up without a look at the edges of 16 bits get smaller together where their products would not have room. */
static void make_room(net_block *b) {
    const float most = (float)DL_MATRIX_ROOM / (float)(1 << b->bits), unit = (float)(1 << b->bits);
    for (size_t k = 0; k < b->rows; k += DL_MATRIX_TOGETHER)
        for (size_t j = 0; j < b->width; j++) {
            float *w = b->weight + k * b->width + j, sum = 0;
            for (size_t i = 0; i < DL_MATRIX_TOGETHER; i++) sum += fabsf(w[i * b->width]);
            if (sum > most)
                for (size_t i = 0; i < DL_MATRIX_TOGETHER; i++) w[i * b->width] = truncf(w[i * b->width] * unit * most / sum) / unit;
        }
}

static void open_matrix(net *n, int name, uint32_t rows, uint32_t width, float spread, int bits) {
    net_block *b = n->block + name;
    open_block(n, (net_block_name)name, rows, width, spread, false);
    b->bits = bits;
    b->fine = calloc((size_t)rows * width, sizeof(float));
    if (!b->fine) die("no memory", "net");
    for (size_t i = 0; i < (size_t)rows * width; i++) b->weight[i] = nearest_weight(b->fine[i] = b->weight[i], bits);
    turn(b);
}

static float spread_of(uint32_t inputs) {
    return sqrtf(3.0f / (float)inputs);
}

void net_open(net *n, uint32_t forms, uint64_t seed) {
    *n = (net){.luck = seed * 2654435761u + 1};
    open_block(n, NET_FORM, forms, NET_FORM_SIZE, 0.2f, true);
    open_block(n, NET_PARTS, DL_NET_PARTS * DL_NET_PART_ROWS, NET_PART_SIZE, 0.2f, true);
    open_block(n, NET_IN, NET_INPUT, DL_NET_WIDTH, 1.4f * spread_of(NET_INPUT), false);
    open_block(n, NET_IN_BIAS, 1, DL_NET_WIDTH, 0, false);
    for (int d = 0; d < DL_NET_WINDOWS; d++) {
        open_matrix(n, NET_WINDOW + d, 3 * DL_NET_WIDTH, DL_NET_WIDTH, spread_of(3 * DL_NET_WIDTH), DL_MATRIX_BITS);
        open_block(n, (net_block_name)(NET_WINDOW_BIAS + d), 1, DL_NET_WIDTH, 0, false);
    }
    for (int d = 0; d < DL_NET_MEMORIES; d++) {
        open_matrix(n, NET_MEMORY + d, DL_NET_WIDTH, DL_NET_MEMORY, spread_of(DL_NET_WIDTH), DL_MATRIX_BITS);
        open_block(n, (net_block_name)(NET_MEMORY_BIAS + d), 1, DL_NET_MEMORY, 0, false);
        /* some cells forget at once, some remember long */
        float *bias = n->block[NET_MEMORY_BIAS + d].weight + DL_NET_SHARE;
        for (int j = 0; j < 2 * DL_NET_CELL; j++) bias[j] = 1 - 2.5f * (float)(j % DL_NET_CELL) / DL_NET_CELL;
    }
    open_matrix(n, NET_TAG, DL_NET_WIDTH, DL_NET_TAGS, 0.05f, DL_MATRIX_BITS);
    open_block(n, NET_TAG_BIAS, 1, DL_NET_TAGS, 0, false);
    open_matrix(n, NET_SLOT, DL_NET_SLOTS * DL_NET_WIDTH, DL_NET_HIDDEN, spread_of(6 * DL_NET_WIDTH), DL_MATRIX_BITS);
    open_block(n, NET_SLOT_NONE, DL_NET_SLOTS, DL_NET_HIDDEN, 0.05f, false);
    open_block(n, NET_FACT, DL_NET_FACT_ROWS, DL_NET_HIDDEN, 0.05f, true);
    open_block(n, NET_HIDDEN_BIAS, 1, DL_NET_HIDDEN, 0, false);
    open_matrix(n, NET_MOVE, DL_NET_HIDDEN, DL_NET_MOVES, 0.05f, MOVE_BITS);
    open_block(n, NET_MOVE_BIAS, 1, DL_NET_MOVES, 0, false);
    open_matrix(n, NET_LABEL, DL_NET_HIDDEN, 2 * DL_NET_LABELS, 0.05f, DL_MATRIX_BITS);
    open_block(n, NET_LABEL_BIAS, 1, 2 * DL_NET_LABELS, 0, false);
    open_matrix(n, NET_NAME, DL_NET_WIDTH, DL_NET_NAME_HIDDEN, spread_of(DL_NET_WIDTH), DL_MATRIX_BITS);
    open_block(n, NET_NAME_FACT, DL_NET_NAME_ROWS, DL_NET_NAME_HIDDEN, 0.05f, true);
    open_block(n, NET_NAME_BIAS, 1, DL_NET_NAME_HIDDEN, 0, false);
    open_matrix(n, NET_NAME_OUT, DL_NET_NAME_HIDDEN, DL_NET_NAMES, 0.05f, NAME_OUT_BITS);
    open_block(n, NET_NAME_OUT_BIAS, 1, DL_NET_NAMES, 0, false);
}

void net_close(net *n) {
    for (int i = 0; i < NET_BLOCKS; i++) {
        net_block *b = n->block + i;
        free(b->weight);
        free(b->gradient);
        free(b->mean);
        free(b->square);
        free(b->touched);
        free(b->mark);
        free(b->turned);
        free(b->fine);
    }
    *n = (net){0};
}

/* ---- products */

/* y[j] += sum over k of x[k] * w[k * stride + j] for `count` (known when compiled) registers of y. */
static inline __attribute__((always_inline)) void columns(const float *x, uint32_t rows, const float *w, uint32_t stride, float *y, const int count) {
    lanes sum[BLOCK];
    _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) sum[c] = ((const lanes *)y)[c];
    for (uint32_t k = 0; k < rows; k++, w += stride) {
        lanes both = x[k] - (lanes){0};
        _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) sum[c] += both * ((const lanes *)w)[c];
    }
    _Pragma("GCC unroll 8") for (int c = 0; c < count; c++)((lanes *)y)[c] = sum[c];
}

static void times(const float *x, uint32_t rows, const float *w, uint32_t stride, uint32_t width, float *y) {
    uint32_t j = 0;
    for (; j + BLOCK * LANES <= width; j += BLOCK * LANES) columns(x, rows, w + j, stride, y + j, BLOCK);
    for (; j < width; j += 2 * LANES) columns(x, rows, w + j, stride, y + j, 2);
}

void net_times(const float *x, uint32_t rows, const float *w, uint32_t width, float *y) {
    times(x, rows, w, width, width, y);
}

void net_times_back(const float *x, uint32_t rows, net_block *b, uint32_t first_row, const float *dy, float *dx) {
    uint32_t width = b->width;
    if (dx) times(dy, width, b->turned + first_row, b->rows, rows, dx);
    for (uint32_t k = 0; k < rows; k++) {
        if (x[k] == 0) continue;
        lanes *gradient = (lanes *)(b->gradient + (size_t)(first_row + k) * width), both = x[k] - (lanes){0};
        for (uint32_t j = 0; j < width / LANES; j++) gradient[j] += both * ((const lanes *)dy)[j];
    }
}

void net_add_row(net_block *b, uint32_t row, const float *gradient) {
    for (uint32_t j = 0; j < b->width; j++) b->gradient[(size_t)row * b->width + j] += gradient[j];
    if (!b->sparse || b->mark[row]) return;
    b->mark[row] = 1;
    b->touched[b->touched_count++] = row;
}

uint32_t net_best(const float *scores, uint32_t count) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < count; i++)
        if (scores[i] > scores[best]) best = i;
    return best;
}

void net_softmax(float *scores, uint32_t count) {
    float most = scores[0], sum = 0;
    for (uint32_t i = 1; i < count; i++) most = scores[i] > most ? scores[i] : most;
    for (uint32_t i = 0; i < count; i++) sum += scores[i] = expf(scores[i] - most);
    for (uint32_t i = 0; i < count; i++) scores[i] /= sum;
}

/* ---- Adam */

static void step_row(net_block *b, uint32_t row, float rate, float fix1, float fix2) {
    size_t at = (size_t)row * b->width;
    for (size_t i = at; i < at + b->width; i++) {
        float g = b->gradient[i];
        b->mean[i] = 0.9f * b->mean[i] + 0.1f * g;
        b->square[i] = 0.999f * b->square[i] + 0.001f * g * g;
        float step = rate * b->mean[i] * fix1 / (sqrtf(b->square[i] * fix2) + 1e-6f);
        if (b->fine)
            b->weight[i] = nearest_weight(b->fine[i] -= step, b->bits);
        else
            b->weight[i] -= step;
        b->gradient[i] = 0;
    }
}

void net_step(net *n, float rate) {
    n->step++;
    float fix1 = 1 / (1 - powf(0.9f, (float)n->step)), fix2 = 1 / (1 - powf(0.999f, (float)n->step));
    for (int i = 0; i < NET_BLOCKS; i++) {
        net_block *b = n->block + i;
        if (!b->sparse)
            for (uint32_t r = 0; r < b->rows; r++) step_row(b, r, rate, fix1, fix2);
        for (uint32_t r = 0; r < b->touched_count; r++) {
            step_row(b, b->touched[r], rate, fix1, fix2);
            b->mark[b->touched[r]] = 0;
        }
        b->touched_count = 0;
        if (b->fine) make_room(b);
        turn(b);
    }
}
