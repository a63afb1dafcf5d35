#include "doc/ud.h"
#include "lang/net_work.h"

#include <stdio.h>

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

static bool open_matrices(dl_net *net, const dl_model *model) {
    return open_numbered(net->window, DL_NET_WINDOWS, model, "net.window", 3 * DL_NET_WIDTH, DL_NET_WIDTH) &&
           open_numbered(net->memory, DL_NET_MEMORIES, model, "net.memory", DL_NET_WIDTH, DL_NET_MEMORY) &&
           open_numbered(net->slot, DL_NET_SLOTS, model, "net.slot", DL_NET_WIDTH, DL_NET_HIDDEN) &&
           dl_matrix_open(&net->tag, model, "net.tag", DL_NET_WIDTH, DL_NET_TAGS) &&
           dl_matrix_open(&net->move, model, "net.move", DL_NET_HIDDEN, DL_NET_MOVES) &&
           dl_matrix_open(&net->label[0], model, "net.left", DL_NET_HIDDEN, DL_NET_LABELS) &&
           dl_matrix_open(&net->label[1], model, "net.right", DL_NET_HIDDEN, DL_NET_LABELS) &&
           dl_matrix_open(&net->name, model, "net.name", DL_NET_WIDTH, DL_NET_NAME_HIDDEN) &&
           dl_matrix_open(&net->name_out, model, "net.nameout", DL_NET_NAME_HIDDEN, DL_NET_NAMES);
}

/* A model without ready words is one that is being made; each word costs a little time then. */
static bool open_ready(dl_net *net, const dl_model *model) {
    static const uint16_t none[DL_NET_READY_SLOTS];
    const dl_model_section *ready = dl_model_find(model, "net.ready", sizeof(dl_net_word));
    const dl_model_section *at = dl_model_find(model, "net.readyat", sizeof *net->ready_at);
    net->ready_at = none;
    if (!ready && !at) return true;
    if (!ready || !at || ready->width != 1 || ready->count > DL_NET_READY || at->width != 1 || at->count != DL_NET_READY_SLOTS) return false;
    net->ready = dl_model_data(model, ready);
    net->ready_at = dl_model_data(model, at);
    bool ends = false; /* a search does at an empty slot */
    for (uint32_t i = 0; i < DL_NET_READY_SLOTS; i++) {
        if (net->ready_at[i] > ready->count) return false;
        ends |= !net->ready_at[i];
    }
    return ends;
}

bool dl_net_open(dl_net *net, const dl_model *model) {
    return open_forms(net, model) && open_pairs(net, model) && open_tables(net, model) && open_matrices(net, model) && open_ready(net, model);
}
