/* The way of a sentence through the layers, and back. */
#include "net.h"

#include <string.h>

static const float slope = 0.25f; /* of the straight line that stands for the sigmoid of a memory's u */
static const float most_z = (float)DL_NET_CELL_MOST / (1 << DL_NET_SUM_BITS);

/* ---- forward */

static void read_input(net *n, net_trace *t, uint32_t i, float dropout) {
    float keep = 1 / (1 - dropout), *x = t->input[i], *mask = t->input_mask[i];
    memcpy(x, n->block[NET_FORM].weight + (size_t)t->form[i] * NET_FORM_SIZE, NET_FORM_SIZE * sizeof *x);
    x += NET_FORM_SIZE;
    for (uint32_t p = 0; p < DL_NET_PARTS; p++, x += NET_PART_SIZE)
        memcpy(x, n->block[NET_PARTS].weight + ((size_t)p * DL_NET_PART_ROWS + t->part[i][p]) * NET_PART_SIZE, NET_PART_SIZE * sizeof *x);
    for (int k = 0; k < NET_INPUT - NET_VECTOR_AT; k++) x[k] = t->vector[i] && k < VECTOR_SIZE ? t->vector[i][k] : 0;
    for (int k = 0; k < NET_INPUT; k++) {
        mask[k] = dropout <= 0 ? 1 : net_chance(&n->luck) < dropout ? 0 : keep;
        t->input[i][k] *= mask[k];
    }
}

static void input_forward(net *n, net_trace *t, float dropout) {
    for (uint32_t i = 1; i <= t->count; i++) {
        float *out = t->state[0][i];
        read_input(n, t, i, dropout);
        memcpy(out, n->block[NET_IN_BIAS].weight, sizeof t->state[0][0]);
        net_times(t->input[i], NET_INPUT, n->block[NET_IN].weight, DL_NET_WIDTH, out);
        for (int j = 0; j < DL_NET_WIDTH; j++) out[j] = net_level(out[j], DL_NET_BITS);
    }
}

/* 0, or the factor that makes up for what is left out. */
static float left_over(net *n, const net_trace *t, float dropout) {
    return dropout > 0 && net_chance(&n->luck) < dropout ? 0 : t->branch_keep;
}

static void window_forward(net *n, net_trace *t, int d, float dropout) {
    net_rows *in = t->state + 2 * d, *out = in + 1;
    for (uint32_t i = 1; i <= t->count; i++) {
        float *up = t->raised[d][i];
        memcpy(up, n->block[NET_WINDOW_BIAS + d].weight, sizeof t->raised[0][0]);
        /* three neighbouring rows of the state below lie side by side */
        net_times((*in)[i - 1], 3 * DL_NET_WIDTH, n->block[NET_WINDOW + d].weight, DL_NET_WIDTH, up);
        for (int j = 0; j < DL_NET_WIDTH; j++) {
            up[j] = up[j] > 0 ? up[j] * left_over(n, t, dropout) : 0;
            (*out)[i][j] = net_level((*in)[i][j] + up[j], DL_NET_BITS);
        }
    }
}

/* The state that memory `d` reads; the next one is what it makes of it. */
static int memory_from(int d) {
    return d < DL_NET_WINDOWS ? 2 * d + 1 : DL_NET_WINDOWS + d;
}

/* The cells of one direction: position `i` from the one before it in that direction. */
static void remember(net_trace *t, int d, uint32_t i, uint32_t before, int first) {
    const float *z = t->memory[d][i] + first, *u = z + DL_NET_SHARE, *from = t->cell[d][before] + first;
    float *c = t->cell[d][i] + first;
    for (int j = 0; j < DL_NET_CELL; j++) c[j] = from[j] + u[j] * (z[j] - from[j]);
}

static void memory_forward(net *n, net_trace *t, int d, float dropout) {
    net_rows *in = t->state + memory_from(d), *out = in + 1;
    for (uint32_t i = 1; i <= t->count; i++) {
        float *m = t->memory[d][i];
        memcpy(m, n->block[NET_MEMORY_BIAS + d].weight, sizeof t->memory[0][0]);
        net_times((*in)[i], DL_NET_WIDTH, n->block[NET_MEMORY + d].weight, DL_NET_MEMORY, m);
        for (int j = 0; j < DL_NET_SHARE; j++) m[j] = m[j] < 0 ? 0 : m[j] < most_z ? m[j] : most_z;
        for (int j = DL_NET_SHARE; j < DL_NET_MEMORY; j++) {
            float u = 0.5f + slope * m[j];
            m[j] = u < 0 ? 0 : u > 1 ? 1 : u;
        }
    }
    memset(t->cell[d][0], 0, sizeof t->cell[0][0]);
    memset(t->cell[d][t->count + 1], 0, sizeof t->cell[0][0]);
    for (uint32_t i = 1; i <= t->count; i++) remember(t, d, i, i - 1, 0);
    for (uint32_t i = t->count; i >= 1; i--) remember(t, d, i, i + 1, DL_NET_CELL);
    for (uint32_t i = 1; i <= t->count; i++)
        for (int j = 0; j < DL_NET_WIDTH; j++) {
            t->cell_mask[d][i][j] = left_over(n, t, dropout);
            (*out)[i][j] = net_level((*in)[i][j] + t->cell[d][i][j] * t->cell_mask[d][i][j], DL_NET_BITS);
        }
}

static void slots_forward(net *n, net_trace *t) {
    for (uint32_t s = 0; s < DL_NET_SLOTS; s++) {
        const float *weights = n->block[NET_SLOT].weight + (size_t)s * DL_NET_WIDTH * DL_NET_HIDDEN;
        memcpy(t->slot[s][0], n->block[NET_SLOT_NONE].weight + s * DL_NET_HIDDEN, sizeof t->slot[0][0]);
        for (uint32_t i = 1; i <= t->count; i++) {
            memset(t->slot[s][i], 0, sizeof t->slot[0][0]);
            net_times(t->state[NET_TOP][i], DL_NET_WIDTH, weights, DL_NET_HIDDEN, t->slot[s][i]);
        }
    }
}

static void clear_edges(net_trace *t) {
    for (int s = 0; s < NET_STATES; s++) {
        memset(t->state[s][0], 0, sizeof t->state[0][0]);
        memset(t->state[s][t->count + 1], 0, sizeof t->state[0][0]);
    }
}

void net_forward(net *n, net_trace *t, net_dropout dropout) {
    clear_edges(t);
    t->branch_keep = 1 / (1 - dropout.branch);
    input_forward(n, t, dropout.input);
    for (int d = 0; d < DL_NET_MEMORIES; d++) {
        if (d < DL_NET_WINDOWS) window_forward(n, t, d, dropout.branch);
        memory_forward(n, t, d, dropout.branch);
    }
    slots_forward(n, t);
}

/* ---- backward */

static void slots_backward(net *n, net_trace *t) {
    for (uint32_t s = 0; s < DL_NET_SLOTS; s++) {
        net_add_row(n->block + NET_SLOT_NONE, s, t->slot_gradient[s][0]);
        for (uint32_t i = 1; i <= t->count; i++)
            if (t->slot_used[s][i])
                net_times_back(t->state[NET_TOP][i], DL_NET_WIDTH, n->block + NET_SLOT, s * DL_NET_WIDTH, t->slot_gradient[s][i],
                               t->state_gradient[NET_TOP][i]);
    }
}

/* Takes the gradient of a cell to z and u, and to the cell before, whose gradient `carry` is. */
static void recall(net_trace *t, int d, uint32_t i, uint32_t before, int first, float *carry, float *gradient) {
    const float *z = t->memory[d][i] + first, *u = z + DL_NET_SHARE, *from = t->cell[d][before] + first;
    const float *above = t->state_gradient[memory_from(d) + 1][i] + first, *mask = t->cell_mask[d][i] + first;
    for (int j = 0; j < DL_NET_CELL; j++) {
        float dc = above[j] * mask[j] + carry[j];
        gradient[first + j] = z[j] > 0 && z[j] < most_z ? dc * u[j] : 0;
        gradient[first + DL_NET_SHARE + j] = u[j] > 0 && u[j] < 1 ? dc * (z[j] - from[j]) * slope : 0;
        carry[j] = dc * (1 - u[j]);
    }
}

/* Where a vector was cut off at the top, what is added to it has no gradient. */
static void cut_gradients(net_trace *t, int state) {
    const float top = (float)DL_NET_MOST / (1 << DL_NET_BITS);
    for (uint32_t i = 1; i <= t->count; i++)
        for (int j = 0; j < DL_NET_WIDTH; j++)
            if (t->state[state][i][j] >= top) t->state_gradient[state][i][j] = 0;
}

static void memory_backward(net *n, net_trace *t, int d) {
    static float gradient[DL_WINDOW_ROOM][DL_NET_MEMORY];
    int from = memory_from(d);
    float carry[DL_NET_CELL] = {0};
    cut_gradients(t, from + 1);
    for (uint32_t i = t->count; i >= 1; i--) recall(t, d, i, i - 1, 0, carry, gradient[i]);
    memset(carry, 0, sizeof carry);
    for (uint32_t i = 1; i <= t->count; i++) recall(t, d, i, i + 1, DL_NET_CELL, carry, gradient[i]);
    for (uint32_t i = 1; i <= t->count; i++) {
        float *below = t->state_gradient[from][i];
        for (int j = 0; j < DL_NET_WIDTH; j++) below[j] += t->state_gradient[from + 1][i][j];
        net_add_row(n->block + NET_MEMORY_BIAS + d, 0, gradient[i]);
        net_times_back(t->state[from][i], DL_NET_WIDTH, n->block + NET_MEMORY + d, 0, gradient[i], below);
    }
}

static void window_backward(net *n, net_trace *t, int d) {
    float gradient[DL_NET_WIDTH];
    net_rows *above = t->state_gradient + 2 * d + 1, *below = above - 1;
    cut_gradients(t, 2 * d + 1);
    for (uint32_t i = 1; i <= t->count; i++) {
        for (int j = 0; j < DL_NET_WIDTH; j++) {
            gradient[j] = t->raised[d][i][j] > 0 ? (*above)[i][j] * t->branch_keep : 0;
            (*below)[i][j] += (*above)[i][j];
        }
        net_add_row(n->block + NET_WINDOW_BIAS + d, 0, gradient);
        net_times_back(t->state[2 * d][i - 1], 3 * DL_NET_WIDTH, n->block + NET_WINDOW + d, 0, gradient, (*below)[i - 1]);
    }
}

static void input_backward(net *n, net_trace *t) {
    float gradient[DL_NET_WIDTH], below[NET_INPUT];
    for (uint32_t i = 1; i <= t->count; i++) {
        for (int j = 0; j < DL_NET_WIDTH; j++) gradient[j] = net_level_free(t->state[0][i][j], DL_NET_BITS) ? t->state_gradient[0][i][j] : 0;
        memset(below, 0, sizeof below);
        net_add_row(n->block + NET_IN_BIAS, 0, gradient);
        net_times_back(t->input[i], NET_INPUT, n->block + NET_IN, 0, gradient, below);
        for (int k = 0; k < NET_INPUT; k++) below[k] *= t->input_mask[i][k];
        net_add_row(n->block + NET_FORM, t->form[i], below);
        for (uint32_t p = 0; p < DL_NET_PARTS; p++)
            net_add_row(n->block + NET_PARTS, p * DL_NET_PART_ROWS + t->part[i][p], below + NET_FORM_SIZE + p * NET_PART_SIZE);
    }
}

static void clear_gradients(net_trace *t) {
    for (int s = 0; s < NET_STATES; s++) memset(t->state_gradient[s], 0, (t->count + 2) * sizeof t->state_gradient[0][0]);
    for (int s = 0; s < DL_NET_SLOTS; s++) {
        memset(t->slot_gradient[s], 0, (t->count + 2) * sizeof t->slot_gradient[0][0]);
        memset(t->slot_used[s], 0, t->count + 2);
    }
}

void net_backward(net *n, net_trace *t) {
    slots_backward(n, t);
    for (int d = DL_NET_MEMORIES - 1; d >= 0; d--) {
        memory_backward(n, t, d);
        if (d < DL_NET_WINDOWS) window_backward(n, t, d);
    }
    input_backward(n, t);
    clear_gradients(t);
}
