#include "doc/ud.h"
#include "lang/net_work.h"

#include <stdio.h>
#include <stdlib.h>

static const int16_t *open_table(const dl_model *model, const char *name, uint32_t width, uint32_t rows) {
    const dl_model_section *s = dl_model_find(model, name, sizeof(int16_t));
    return s && s->width == width && s->count == rows ? dl_model_data(model, s) : NULL;
}

static bool open_forms(dl_net *net, const dl_model *model) {
    const dl_model_section *s = dl_model_find(model, "net.forms", sizeof(uint32_t));
    if (!s || s->width != 1) return false;
    net->forms = dl_model_data(model, s);
    net->form_count = s->count;
    net->form = open_table(model, "net.form", DL_NET_WIDTH, s->count + 1);
    return net->form;
}

static bool open_pairs(dl_net *net, const dl_model *model) {
    const dl_model_section *s = dl_model_find(model, "tag.pairs", sizeof(dl_tag_pair));
    if (!s || s->width != 1 || !s->count || s->count > DL_NET_TAGS) return false;
    net->pairs = dl_model_data(model, s);
    net->pair_count = s->count;
    for (uint32_t i = 0; i < s->count; i++)
        if (net->pairs[i].upos >= DL_UPOS_COUNT_ || net->pairs[i].xpos >= DL_XPOS_COUNT_) return false;
    return true;
}

static bool open_tables(dl_net *net, const dl_model *model) {
    net->parts = open_table(model, "net.parts", DL_NET_WIDTH, DL_NET_PARTS * DL_NET_PART_ROWS);
    net->word = open_table(model, "net.word", DL_NET_WIDTH, 1);
    net->none = open_table(model, "net.none", DL_NET_HIDDEN, DL_NET_SLOTS);
    net->fact = open_table(model, "net.fact", DL_NET_HIDDEN, DL_NET_FACT_ROWS);
    net->hidden = open_table(model, "net.hidden", DL_NET_HIDDEN, 1);
    net->name_fact = open_table(model, "net.namefact", DL_NET_NAME_HIDDEN, DL_NET_NAME_ROWS);
    return net->parts && net->word && net->none && net->fact && net->hidden && net->name_fact;
}

static bool open_numbered(dl_matrix *matrices, uint32_t count, const dl_model *model, const char *name, uint32_t inputs, uint32_t width) {
    for (uint32_t i = 0; i < count; i++) {
        char numbered[DL_MODEL_NAME + 8];
        snprintf(numbered, sizeof numbered, "%s%u", name, i);
        if (!dl_matrix_open(matrices + i, model, numbered, inputs, width)) return false;
    }
    return true;
}

/* The reader shifts what a memory is made of to the right; a coarser scale would ask for a shift to the left. */
static bool memories_fine(const dl_net *net) {
    for (uint32_t d = 0; d < DL_NET_DEPTH; d++)
        if (net->memory[d].scale < DL_NET_LEAST_SCALE) return false;
    return true;
}

static bool open_parts(dl_net *net, const dl_model *model) {
    return open_forms(net, model) && open_pairs(net, model) && open_tables(net, model) &&
           open_numbered(net->window, DL_NET_DEPTH, model, "net.window", 3 * DL_NET_WIDTH, DL_NET_WIDTH) &&
           open_numbered(net->memory, DL_NET_DEPTH, model, "net.memory", DL_NET_WIDTH, DL_NET_MEMORY) && memories_fine(net) &&
           open_numbered(net->slot, DL_NET_SLOTS, model, "net.slot", DL_NET_WIDTH, DL_NET_HIDDEN) &&
           dl_matrix_open(&net->tag, model, "net.tag", DL_NET_WIDTH, DL_NET_TAGS) &&
           dl_matrix_open(&net->move, model, "net.move", DL_NET_HIDDEN, DL_NET_MOVES) &&
           dl_matrix_open(&net->label[0], model, "net.left", DL_NET_HIDDEN, DL_NET_LABELS) &&
           dl_matrix_open(&net->label[1], model, "net.right", DL_NET_HIDDEN, DL_NET_LABELS) &&
           dl_matrix_open(&net->name, model, "net.name", DL_NET_WIDTH, DL_NET_NAME_HIDDEN) &&
           dl_matrix_open(&net->name_out, model, "net.nameout", DL_NET_NAME_HIDDEN, DL_NET_NAMES);
}

dl_status dl_net_open(dl_net *net, const dl_model *model) {
    const dl_model_section *words = dl_model_find(model, "net.words", sizeof(dl_word));
    if (!open_parts(net, model) || !words || words->width != 1 || words->count > DL_NET_COMMON) return DL_BAD_DATA;
    net->common = calloc(DL_NET_COMMON, sizeof *net->common);
    net->common_at = calloc(4 * DL_NET_COMMON, sizeof *net->common_at);
    if (!net->common || !net->common_at) return DL_NO_MEMORY;
    dl_net_make_common(net, dl_model_data(model, words), words->count);
    return DL_OK;
}

void dl_net_close(dl_net *net) {
    free(net->common);
    free(net->common_at);
}
