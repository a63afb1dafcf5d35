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

static void write_table(writer *w, const char *name, const net_block *b, uint32_t rows, uint32_t bits) {
    size_t size = (size_t)rows * b->width;
    int16_t *out = calloc(size, sizeof *out);
    if (!out) die("no memory", name);
    for (size_t i = 0; i < size; i++) out[i] = rounded(b->weight[i] * (float)(1 << bits));
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

void net_write(const net_trainer *r, writer *w) {
    static char names[DL_NET_LAYERS + DL_NET_SLOTS][DL_MODEL_NAME];
    const net *n = &r->net;
    writer_add(w, "net.forms", 1, r->form_count, r->forms, r->form_count * sizeof *r->forms);
    write_table(w, "net.form", n->block + NET_FORM, r->form_count + 1, DL_NET_INPUT_BITS);
    write_table(w, "net.parts", n->block + NET_PARTS, n->block[NET_PARTS].rows, DL_NET_INPUT_BITS);
    write_block(w, "net.in", n, NET_IN, NET_IN_BIAS, DL_NET_INPUT_BITS);
    for (int l = 0; l < DL_NET_LAYERS; l++) {
        snprintf(names[l], sizeof names[l], "net.layer%d", l);
        write_block(w, names[l], n, (net_block_name)(NET_LAYER + l), (net_block_name)(NET_LAYER_BIAS + l), DL_NET_BITS);
    }
    write_block(w, "net.tag", n, NET_TAG, NET_TAG_BIAS, DL_NET_BITS);
    for (int s = 0; s < DL_NET_SLOTS; s++) {
        snprintf(names[DL_NET_LAYERS + s], sizeof names[0], "net.slot%d", s);
        write_matrix(w, names[DL_NET_LAYERS + s], n->block[NET_SLOT].weight + (size_t)s * DL_NET_WIDTH * DL_NET_HIDDEN, NULL, DL_NET_WIDTH,
                     DL_NET_HIDDEN, DL_NET_HIDDEN, DL_NET_BITS);
    }
    write_table(w, "net.none", n->block + NET_SLOT_NONE, DL_NET_SLOTS, DL_NET_BITS);
    write_table(w, "net.fact", n->block + NET_FACT, DL_NET_FACT_ROWS, DL_NET_BITS);
    write_table(w, "net.hidden", n->block + NET_HIDDEN_BIAS, 1, DL_NET_BITS);
    write_block(w, "net.move", n, NET_MOVE, NET_MOVE_BIAS, DL_NET_BITS);
    const net_block *label = n->block + NET_LABEL;
    write_matrix(w, "net.left", label->weight, n->block[NET_LABEL_BIAS].weight, label->rows, label->width, DL_NET_LABELS, DL_NET_BITS);
    write_matrix(w, "net.right", label->weight + DL_NET_LABELS, n->block[NET_LABEL_BIAS].weight + DL_NET_LABELS, label->rows, label->width,
                 DL_NET_LABELS, DL_NET_BITS);
}

void net_trainer_free(net_trainer *r) {
    net_close(&r->net);
    free(r->trace);
}
