#include "net.h"

#include "corpus.h"

#include <math.h>
#include <stdlib.h>

typedef float lanes __attribute__((vector_size(64), aligned(4), may_alias));
enum { LANES = 16 };

/* ---- weights */

static float uniform(uint64_t *luck) {
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
    for (size_t i = 0; i < size; i++) b->weight[i] = spread * (2 * uniform(&n->luck) - 1);
    turn(b);
}

static float spread_of(uint32_t inputs) {
    return sqrtf(3.0f / (float)inputs);
}

void net_open(net *n, uint32_t forms, uint64_t seed) {
    *n = (net){.luck = seed * 2654435761u + 1};
    open_block(n, NET_FORM, forms, DL_NET_FORM, 0.2f, true);
    open_block(n, NET_PARTS, DL_NET_PARTS * DL_NET_PART_ROWS, DL_NET_PART, 0.2f, true);
    open_block(n, NET_IN, DL_NET_INPUT, DL_NET_WIDTH, 1.4f * spread_of(DL_NET_INPUT), false);
    open_block(n, NET_IN_BIAS, 1, DL_NET_WIDTH, 0, false);
    for (int l = 0; l < DL_NET_LAYERS; l++) {
        open_block(n, (net_block_name)(NET_LAYER + l), 3 * DL_NET_WIDTH, DL_NET_WIDTH, spread_of(3 * DL_NET_WIDTH), false);
        open_block(n, (net_block_name)(NET_LAYER_BIAS + l), 1, DL_NET_WIDTH, 0, false);
    }
    open_block(n, NET_TAG, DL_NET_WIDTH, DL_NET_TAGS, 0.05f, false);
    open_block(n, NET_TAG_BIAS, 1, DL_NET_TAGS, 0, false);
    open_block(n, NET_SLOT, DL_NET_SLOTS * DL_NET_WIDTH, DL_NET_HIDDEN, spread_of(6 * DL_NET_WIDTH), false);
    open_block(n, NET_SLOT_NONE, DL_NET_SLOTS, DL_NET_HIDDEN, 0.05f, false);
    open_block(n, NET_FACT, DL_NET_FACT_ROWS, DL_NET_HIDDEN, 0.05f, true);
    open_block(n, NET_HIDDEN_BIAS, 1, DL_NET_HIDDEN, 0, false);
    open_block(n, NET_MOVE, DL_NET_HIDDEN, DL_NET_MOVES, 0.05f, false);
    open_block(n, NET_MOVE_BIAS, 1, DL_NET_MOVES, 0, false);
    open_block(n, NET_LABEL, DL_NET_HIDDEN, 2 * DL_NET_LABELS, 0.05f, false);
    open_block(n, NET_LABEL_BIAS, 1, 2 * DL_NET_LABELS, 0, false);
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
    }
    *n = (net){0};
}

/* ---- products */

/* y[j] += sum over k of x[k] * w[k * stride + j] */
static void times(const float *x, uint32_t rows, const float *w, uint32_t stride, uint32_t width, float *y) {
    uint32_t j = 0;
    for (; j + 4 * LANES <= width; j += 4 * LANES) {
        lanes *out = (lanes *)(y + j), a = out[0], b = out[1], c = out[2], d = out[3];
        for (uint32_t k = 0; k < rows; k++) {
            if (x[k] == 0) continue;
            const lanes *row = (const lanes *)(w + (size_t)k * stride + j);
            a += x[k] * row[0], b += x[k] * row[1], c += x[k] * row[2], d += x[k] * row[3];
        }
        out[0] = a, out[1] = b, out[2] = c, out[3] = d;
    }
    for (; j < width; j += LANES) {
        lanes *out = (lanes *)(y + j), a = *out;
        for (uint32_t k = 0; k < rows; k++)
            if (x[k] != 0) a += x[k] * *(const lanes *)(w + (size_t)k * stride + j);
        *out = a;
    }
}

void net_times(const float *x, uint32_t rows, const float *w, uint32_t width, float *y) {
    times(x, rows, w, width, width, y);
}

void net_times_back(const float *x, uint32_t rows, net_block *b, uint32_t first_row, const float *dy, float *dx) {
    uint32_t width = b->width;
    if (dx) times(dy, width, b->turned + first_row, b->rows, rows, dx);
    for (uint32_t k = 0; k < rows; k++) {
        if (x[k] == 0) continue;
        float *gradient = b->gradient + (size_t)(first_row + k) * width;
        for (uint32_t j = 0; j < width; j += LANES) *(lanes *)(gradient + j) += x[k] * *(const lanes *)(dy + j);
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

/* ---- forward */

static void read_input(net *n, net_trace *t, uint32_t i, float dropout) {
    float keep = 1 / (1 - dropout), *x = t->input[i], *mask = t->input_mask[i];
    memcpy(x, n->block[NET_FORM].weight + (size_t)t->form[i] * DL_NET_FORM, DL_NET_FORM * sizeof(float));
    for (int p = 0; p < DL_NET_PARTS; p++)
        memcpy(x + DL_NET_FORM + p * DL_NET_PART, n->block[NET_PARTS].weight + ((size_t)p * DL_NET_PART_ROWS + t->part[i][p]) * DL_NET_PART,
               DL_NET_PART * sizeof(float));
    for (int k = 0; k < DL_NET_INPUT; k++) {
        mask[k] = dropout <= 0 ? 1 : uniform(&n->luck) < dropout ? 0 : keep;
        x[k] *= mask[k];
    }
}

static void raise(float *x) {
    for (int j = 0; j < DL_NET_WIDTH; j++) x[j] = x[j] > 0 ? x[j] : 0;
}

static void layer_forward(net *n, net_trace *t, int l) {
    for (uint32_t i = 1; i <= t->count; i++) {
        float *up = t->raised[l + 1][i];
        memcpy(up, n->block[NET_LAYER_BIAS + l].weight, sizeof t->raised[0][0]);
        /* three neighbouring rows of the layer below lie side by side */
        net_times(t->layer[l][i - 1], 3 * DL_NET_WIDTH, n->block[NET_LAYER + l].weight, DL_NET_WIDTH, up);
        raise(up);
        for (int j = 0; j < DL_NET_WIDTH; j++) t->layer[l + 1][i][j] = t->layer[l][i][j] + up[j];
    }
}

static void slots_forward(net *n, net_trace *t) {
    for (int s = 0; s < DL_NET_SLOTS; s++) {
        memcpy(t->slot[s][0], n->block[NET_SLOT_NONE].weight + s * DL_NET_HIDDEN, sizeof t->slot[0][0]);
        for (uint32_t i = 1; i <= t->count; i++) {
            memset(t->slot[s][i], 0, sizeof t->slot[0][0]);
            net_times(t->layer[DL_NET_LAYERS][i], DL_NET_WIDTH, n->block[NET_SLOT].weight + (size_t)s * DL_NET_WIDTH * DL_NET_HIDDEN, DL_NET_HIDDEN,
                      t->slot[s][i]);
        }
    }
}

void net_forward(net *n, net_trace *t, float dropout) {
    for (int l = 0; l <= DL_NET_LAYERS; l++) {
        memset(t->layer[l][0], 0, sizeof t->layer[0][0]);
        memset(t->layer[l][t->count + 1], 0, sizeof t->layer[0][0]);
    }
    for (uint32_t i = 1; i <= t->count; i++) {
        read_input(n, t, i, dropout);
        memcpy(t->layer[0][i], n->block[NET_IN_BIAS].weight, sizeof t->layer[0][0]);
        net_times(t->input[i], DL_NET_INPUT, n->block[NET_IN].weight, DL_NET_WIDTH, t->layer[0][i]);
        raise(t->layer[0][i]);
    }
    for (int l = 0; l < DL_NET_LAYERS; l++) layer_forward(n, t, l);
    slots_forward(n, t);
}

/* ---- backward */

static void layer_backward(net *n, net_trace *t, int l) {
    float d[DL_NET_WIDTH];
    for (uint32_t i = 1; i <= t->count; i++) {
        for (int j = 0; j < DL_NET_WIDTH; j++) {
            d[j] = t->raised[l + 1][i][j] > 0 ? t->layer_gradient[l + 1][i][j] : 0;
            t->layer_gradient[l][i][j] += t->layer_gradient[l + 1][i][j];
        }
        net_add_row(n->block + NET_LAYER_BIAS + l, 0, d);
        net_times_back(t->layer[l][i - 1], 3 * DL_NET_WIDTH, n->block + NET_LAYER + l, 0, d, t->layer_gradient[l][i - 1]);
    }
}

static void input_backward(net *n, net_trace *t) {
    float d[DL_NET_WIDTH], dx[DL_NET_INPUT];
    for (uint32_t i = 1; i <= t->count; i++) {
        for (int j = 0; j < DL_NET_WIDTH; j++) d[j] = t->layer[0][i][j] > 0 ? t->layer_gradient[0][i][j] : 0;
        memset(dx, 0, sizeof dx);
        net_add_row(n->block + NET_IN_BIAS, 0, d);
        net_times_back(t->input[i], DL_NET_INPUT, n->block + NET_IN, 0, d, dx);
        for (int k = 0; k < DL_NET_INPUT; k++) dx[k] *= t->input_mask[i][k];
        net_add_row(n->block + NET_FORM, t->form[i], dx);
        for (uint32_t p = 0; p < DL_NET_PARTS; p++) {
            net_add_row(n->block + NET_PARTS, p * DL_NET_PART_ROWS + t->part[i][p], dx + DL_NET_FORM + p * DL_NET_PART);
        }
    }
}

void net_clear_gradients(net_trace *t, uint32_t count) {
    for (int l = 0; l <= DL_NET_LAYERS; l++) memset(t->layer_gradient[l], 0, (count + 2) * sizeof t->layer_gradient[0][0]);
    for (int s = 0; s < DL_NET_SLOTS; s++) {
        memset(t->slot_gradient[s], 0, (count + 2) * sizeof t->slot_gradient[0][0]);
        memset(t->slot_used[s], 0, count + 2);
    }
}

void net_backward(net *n, net_trace *t) {
    for (uint32_t s = 0; s < DL_NET_SLOTS; s++) {
        net_add_row(n->block + NET_SLOT_NONE, s, t->slot_gradient[s][0]);
        for (uint32_t i = 1; i <= t->count; i++)
            if (t->slot_used[s][i])
                net_times_back(t->layer[DL_NET_LAYERS][i], DL_NET_WIDTH, n->block + NET_SLOT, s * DL_NET_WIDTH, t->slot_gradient[s][i],
                               t->layer_gradient[DL_NET_LAYERS][i]);
    }
    for (int l = DL_NET_LAYERS - 1; l >= 0; l--) layer_backward(n, t, l);
    input_backward(n, t);
    net_clear_gradients(t, t->count);
}

/* ---- Adam */

static void step_row(net_block *b, uint32_t row, float rate, float fix1, float fix2) {
    size_t at = (size_t)row * b->width;
    for (size_t i = at; i < at + b->width; i++) {
        float g = b->gradient[i];
        b->mean[i] = 0.9f * b->mean[i] + 0.1f * g;
        b->square[i] = 0.999f * b->square[i] + 0.001f * g * g;
        b->weight[i] -= rate * b->mean[i] * fix1 / (sqrtf(b->square[i] * fix2) + 1e-6f);
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
        turn(b);
    }
}
