/* Rounds the network to the whole numbers that the reader works with. */
#include "net_train.h"

#include "lang/net_run.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static int16_t rounded(float value) {
    float v = nearbyintf(value);
    return (int16_t)(v > INT16_MAX ? INT16_MAX : v < -INT16_MAX ? -INT16_MAX : v);
}

/* Rows of a table in units of 2^-bits, cut off at `most`. */
static void write_table(writer *w, const char *name, const net_block *b, uint32_t rows, uint32_t bits, float most) {
    size_t size = (size_t)rows * b->width;
    int16_t *out = calloc(size, sizeof *out);
    if (!out) die("no memory", name);
    for (size_t i = 0; i < size; i++) out[i] = rounded(fmaxf(-most, fminf(most, b->weight[i] * (float)(1 << bits))));
    writer_add(w, name, b->width, rows, out, size * sizeof *out);
}

/* The finest scale at which no sum of products can leave 32 bits, whatever the input up to `most`. */
static uint32_t finest(const float *weights, uint32_t rows, uint32_t stride, uint32_t width, float most) {
    float longest = 0;
    for (uint32_t j = 0; j < width; j++) {
        float sum = 0.5f;
        for (uint32_t k = 0; k < rows; k++) sum += fabsf(weights[(size_t)k * stride + j]);
        longest = sum > longest ? sum : longest;
    }
    uint32_t bits = DL_NET_WEIGHT_BITS;
    while (bits && longest * (float)(1 << bits) * most * 1.1f >= 2147483648.0f) bits--;
    return bits;
}

/* Weights of neighbouring inputs stand side by side, as the processor multiplies them; the section's spare number is the scale. */
static void write_matrix(writer *w, const char *name, const float *weights, const float *bias, uint32_t rows, uint32_t stride, uint32_t width,
                         uint32_t input_bits) {
    uint32_t bits = finest(weights, rows, stride, width, DL_NET_MOST);
    size_t bias_size = width * sizeof(int32_t), size = bias_size + (size_t)rows * width * sizeof(int16_t);
    char *out = calloc(1, size);
    if (!out) die("no memory", name);
    int32_t *bias_out = (int32_t *)out;
    int16_t *weight_out = (int16_t *)(out + bias_size);
    for (uint32_t j = 0; j < width; j++) bias_out[j] = bias ? (int32_t)lrintf(bias[j] * (float)(1 << (bits + input_bits))) : 0;
    for (uint32_t k = 0; k < rows; k++)
        for (uint32_t j = 0; j < width; j++)
            weight_out[(size_t)(k / 2) * width * 2 + j * 2 + k % 2] = rounded(weights[(size_t)k * stride + j] * (float)(1 << bits));
    writer_add(w, name, width, rows, out, size);
    w->sections[w->count - 1].scale = bits;
    printf("net: %s %u x %u, scale 2^%u\n", name, rows, width, bits);
}

static void write_block(writer *w, const char *name, const net *n, net_block_name weights, net_block_name bias, uint32_t input_bits) {
    const net_block *b = n->block + weights;
    write_matrix(w, name, b->weight, n->block[bias].weight, b->rows, b->width, b->width, input_bits);
}

/* Rows of the first matrix times rows of a table: what the reader adds up to make a word. `add` is added to each row, from its own table. */
static void write_product(writer *w, const char *name, const float *rows, uint32_t count, uint32_t size, const float *matrix, const float *add) {
    int16_t *out = calloc((size_t)count * DL_NET_WIDTH, sizeof *out);
    float *sums = calloc(DL_NET_WIDTH, sizeof *sums);
    if (!out || !sums) die("no memory", name);
    for (uint32_t i = 0; i < count; i++) {
        for (int j = 0; j < DL_NET_WIDTH; j++) sums[j] = add ? add[(size_t)i * DL_NET_WIDTH + (uint32_t)j] : 0;
        net_times(rows + (size_t)i * size, size, matrix, DL_NET_WIDTH, sums);
        for (int j = 0; j < DL_NET_WIDTH; j++) out[(size_t)i * DL_NET_WIDTH + (uint32_t)j] = rounded(sums[j] * (1 << DL_NET_INPUT_BITS));
    }
    free(sums);
    writer_add(w, name, DL_NET_WIDTH, count, out, (size_t)count * DL_NET_WIDTH * sizeof *out);
}

/* Forms that were not learnt have the vector only, and the row of unknown words. */
static void write_forms(const net_trainer *r, writer *w) {
    const net *n = &r->net;
    const float *in = n->block[NET_IN].weight, *vector_in = in + (size_t)NET_VECTOR_AT * DL_NET_WIDTH;
    float *rows = calloc((size_t)(r->form_count + 1) * NET_FORM_SIZE, sizeof *rows);
    float *vectors = calloc((size_t)(r->form_count + 1) * DL_NET_WIDTH, sizeof *vectors);
    if (!rows || !vectors) die("no memory", "net.form");
    for (uint32_t i = 0; i <= r->form_count; i++) {
        uint32_t row = i && r->form_counts[i - 1] >= NET_LEARNT_FORM ? i : 0;
        memcpy(rows + (size_t)i * NET_FORM_SIZE, n->block[NET_FORM].weight + (size_t)row * NET_FORM_SIZE, NET_FORM_SIZE * sizeof *rows);
        const float *vector = i ? vectors_find(r->with.vectors, r->forms[i - 1]) : NULL;
        if (vector) net_times(vector, VECTOR_SIZE, vector_in, DL_NET_WIDTH, vectors + (size_t)i * DL_NET_WIDTH);
    }
    writer_add(w, "net.forms", 1, r->form_count, r->forms, r->form_count * sizeof *r->forms);
    write_product(w, "net.form", rows, r->form_count + 1, NET_FORM_SIZE, in, vectors);
    free(rows);
    free(vectors);
}

static void write_parts(const net *n, writer *w) {
    size_t rows = (size_t)DL_NET_PARTS * DL_NET_PART_ROWS;
    float *products = calloc(rows * DL_NET_WIDTH, sizeof *products);
    int16_t *out = calloc(rows * DL_NET_WIDTH, sizeof *out);
    if (!products || !out) die("no memory", "net.parts");
    for (size_t i = 0; i < rows; i++) {
        size_t part = i / DL_NET_PART_ROWS;
        const float *in = n->block[NET_IN].weight + (NET_FORM_SIZE + part * NET_PART_SIZE) * DL_NET_WIDTH;
        net_times(n->block[NET_PARTS].weight + i * NET_PART_SIZE, NET_PART_SIZE, in, DL_NET_WIDTH, products + i * DL_NET_WIDTH);
    }
    for (size_t i = 0; i < rows * DL_NET_WIDTH; i++) out[i] = rounded(products[i] * (1 << DL_NET_INPUT_BITS));
    free(products);
    writer_add(w, "net.parts", DL_NET_WIDTH, (uint32_t)rows, out, rows * DL_NET_WIDTH * sizeof *out);
}

static const char *numbered(const char *name, int number) {
    static char names[2 * DL_NET_DEPTH + DL_NET_SLOTS][DL_MODEL_NAME + 12];
    static uint32_t count;
    char *out = names[count++ % (sizeof names / sizeof *names)];
    snprintf(out, sizeof names[0], "%s%d", name, number);
    return out;
}

void net_write(const net_trainer *r, writer *w) {
    const net *n = &r->net;
    write_forms(r, w);
    write_parts(n, w);
    write_table(w, "net.word", n->block + NET_IN_BIAS, 1, DL_NET_INPUT_BITS, INT16_MAX);
    for (int d = 0; d < DL_NET_DEPTH; d++) {
        write_block(w, numbered("net.window", d), n, (net_block_name)(NET_WINDOW + d), (net_block_name)(NET_WINDOW_BIAS + d), DL_NET_BITS);
        write_block(w, numbered("net.memory", d), n, (net_block_name)(NET_MEMORY + d), (net_block_name)(NET_MEMORY_BIAS + d), DL_NET_BITS);
    }
    write_block(w, "net.tag", n, NET_TAG, NET_TAG_BIAS, DL_NET_BITS);
    for (int s = 0; s < DL_NET_SLOTS; s++)
        write_matrix(w, numbered("net.slot", s), n->block[NET_SLOT].weight + (size_t)s * DL_NET_WIDTH * DL_NET_HIDDEN, NULL, DL_NET_WIDTH,
                     DL_NET_HIDDEN, DL_NET_HIDDEN, DL_NET_BITS);
    write_table(w, "net.none", n->block + NET_SLOT_NONE, DL_NET_SLOTS, DL_NET_STATE_BITS, DL_NET_SLOT_MOST);
    write_table(w, "net.fact", n->block + NET_FACT, DL_NET_FACT_ROWS, DL_NET_STATE_BITS, DL_NET_FACT_MOST);
    write_table(w, "net.hidden", n->block + NET_HIDDEN_BIAS, 1, DL_NET_STATE_BITS, DL_NET_FACT_MOST);
    write_block(w, "net.move", n, NET_MOVE, NET_MOVE_BIAS, DL_NET_STATE_BITS);
    const net_block *label = n->block + NET_LABEL;
    write_matrix(w, "net.left", label->weight, n->block[NET_LABEL_BIAS].weight, label->rows, label->width, DL_NET_LABELS, DL_NET_STATE_BITS);
    write_matrix(w, "net.right", label->weight + DL_NET_LABELS, n->block[NET_LABEL_BIAS].weight + DL_NET_LABELS, label->rows, label->width,
                 DL_NET_LABELS, DL_NET_STATE_BITS);
    write_block(w, "net.name", n, NET_NAME, NET_NAME_BIAS, DL_NET_BITS);
    write_table(w, "net.namefact", n->block + NET_NAME_FACT, DL_NET_NAME_ROWS, DL_NET_BITS, INT16_MAX);
    write_block(w, "net.nameout", n, NET_NAME_OUT, NET_NAME_OUT_BIAS, DL_NET_BITS);
}

void net_trainer_free(net_trainer *r) {
    net_close(&r->net);
    free(r->trace);
}
