/* Rounds the network to the whole numbers that the reader works with. */
#include "net_train.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static int16_t rounded(float value) {
    float v = nearbyintf(value);
    return (int16_t)(v > INT16_MAX ? INT16_MAX : v < -INT16_MAX ? -INT16_MAX : v);
}

/* Rows of a table in units of 2^-bits. */
static void write_table(writer *w, const char *name, const net_block *b, uint32_t rows, uint32_t bits) {
    size_t size = (size_t)rows * b->width;
    int16_t *out = calloc(size, sizeof *out);
    if (!out) die("no memory", name);
    for (size_t i = 0; i < size; i++) out[i] = rounded(b->weight[i] * (float)(1 << bits));
    writer_add(w, name, b->width, rows, out, size * sizeof *out);
}

/* A part of a block that is a matrix of its own. */
typedef struct part {
    const net_block *block;
    uint32_t first_row, rows, first_column, columns;
} part;

/* Weights of neighbouring inputs stand side by side, as the processor multiplies them. The bias is in units of the sums, for inputs in 2^-input_bits,
 * and has half of what is shifted out of the sums, so that the rest is rounded; NULL is zero. */
static void write_part(writer *w, const char *name, part p, const float *bias, int input_bits, int shifted) {
    size_t bias_size = p.columns * sizeof(int16_t), size = bias_size + (size_t)p.rows * p.columns;
    char *out = calloc(1, size);
    if (!out) die("no memory", name);
    int16_t *bias_out = (int16_t *)out;
    int8_t *weight_out = (int8_t *)(out + bias_size);
    float unit = (float)(1 << p.block->bits), sum_unit = unit * (float)(1 << input_bits), half = shifted ? (float)DL_NET_HALF(shifted) : 0;
    for (uint32_t j = 0; j < p.columns; j++) bias_out[j] = rounded((bias ? bias[p.first_column + j] * sum_unit : 0) + half);
    for (uint32_t k = 0; k < p.rows; k++) {
        const float *row = p.block->weight + (size_t)(p.first_row + k) * p.block->width + p.first_column;
        for (uint32_t j = 0; j < p.columns; j++) weight_out[(size_t)(k / 2) * p.columns * 2 + j * 2 + k % 2] = (int8_t)lrintf(row[j] * unit);
    }
    writer_add(w, name, p.columns, p.rows, out, size);
}

static void write_block(writer *w, const char *name, const net *n, int weights, int bias, int input_bits, int shifted) {
    const net_block *b = n->block + weights;
    write_part(w, name, (part){b, 0, b->rows, 0, b->width}, n->block[bias].weight, input_bits, shifted);
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
    static char names[DL_NET_WINDOWS + DL_NET_MEMORIES + DL_NET_SLOTS][DL_MODEL_NAME + 12];
    static uint32_t count;
    char *out = names[count++ % (sizeof names / sizeof *names)];
    snprintf(out, sizeof names[0], "%s%d", name, number);
    return out;
}

void net_write(const net_trainer *r, writer *w) {
    const net *n = &r->net;
    write_forms(r, w);
    write_parts(n, w);
    write_table(w, "net.word", n->block + NET_IN_BIAS, 1, DL_NET_INPUT_BITS);
    for (int d = 0; d < DL_NET_WINDOWS; d++)
        write_block(w, numbered("net.window", d), n, NET_WINDOW + d, NET_WINDOW_BIAS + d, DL_NET_BITS, DL_NET_SUM_BITS - DL_NET_BITS);
    for (int d = 0; d < DL_NET_MEMORIES; d++) write_block(w, numbered("net.memory", d), n, NET_MEMORY + d, NET_MEMORY_BIAS + d, DL_NET_BITS, 0);
    write_block(w, "net.tag", n, NET_TAG, NET_TAG_BIAS, DL_NET_BITS, 0);
    for (uint32_t s = 0; s < DL_NET_SLOTS; s++)
        write_part(w, numbered("net.slot", (int)s), (part){n->block + NET_SLOT, s * DL_NET_WIDTH, DL_NET_WIDTH, 0, DL_NET_HIDDEN}, NULL, DL_NET_BITS,
                   0);
    write_table(w, "net.none", n->block + NET_SLOT_NONE, DL_NET_SLOTS, DL_NET_SUM_BITS);
    write_table(w, "net.fact", n->block + NET_FACT, DL_NET_FACT_ROWS, DL_NET_SUM_BITS);
    write_table(w, "net.hidden", n->block + NET_HIDDEN_BIAS, 1, DL_NET_SUM_BITS);
    write_block(w, "net.move", n, NET_MOVE, NET_MOVE_BIAS, DL_NET_HIDDEN_BITS, 0);
    for (uint32_t side = 0; side < 2; side++)
        write_part(w, side ? "net.right" : "net.left", (part){n->block + NET_LABEL, 0, DL_NET_HIDDEN, side * DL_NET_LABELS, DL_NET_LABELS},
                   n->block[NET_LABEL_BIAS].weight, DL_NET_HIDDEN_BITS, 0);
    write_block(w, "net.name", n, NET_NAME, NET_NAME_BIAS, DL_NET_BITS, 0);
    write_table(w, "net.namefact", n->block + NET_NAME_FACT, DL_NET_NAME_ROWS, DL_NET_SUM_BITS);
    write_block(w, "net.nameout", n, NET_NAME_OUT, NET_NAME_OUT_BIAS, DL_NET_NAME_BITS, 0);
}

void net_trainer_free(net_trainer *r) {
    net_close(&r->net);
    free(r->trace);
}
