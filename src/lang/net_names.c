/* The part of the network that finds names. */
#include "lang/names.h"
#include "lang/net_work.h"

DL_WIDE static void add_fact(int32_t *sums, const int16_t *row) {
    for (int j = 0; j < DL_NET_NAME_HIDDEN; j++) sums[j] += row[j];
}

static void read_name(dl_net_work *work, const dl_window *w, uint32_t at) {
    const dl_net *net = work->net;
    uint32_t rows[DL_NET_NAME_FACTS], count = dl_net_name_facts(w, at, rows);
    enum { SHIFT = DL_NET_SUM_BITS - DL_NET_NAME_BITS };
    int16_t product[DL_NET_NAME_HIDDEN], scores[DL_NET_NAMES];
    int32_t sums[DL_NET_NAME_HIDDEN];
    uint8_t hidden[DL_NET_NAME_HIDDEN];
    dl_matrix_apply(&net->name, 0, DL_NET_WIDTH, dl_net_top(work, at), net->name.bias, product);
    for (int j = 0; j < DL_NET_NAME_HIDDEN; j++) sums[j] = product[j];
    for (uint32_t k = 0; k < count; k++) add_fact(sums, net->name_fact + (size_t)rows[k] * DL_NET_NAME_HIDDEN);
    for (int j = 0; j < DL_NET_NAME_HIDDEN; j++) hidden[j] = dl_level((sums[j] + DL_NET_HALF(SHIFT)) >> SHIFT);
    dl_matrix_apply(&net->name_out, 0, DL_NET_NAME_HIDDEN, hidden, net->name_out.bias, scores);
    for (int j = 0; j < DL_NET_NAMES; j++) work->name[at][j] = scores[j];
}

void dl_net_read_names(dl_net_work *work, dl_window *w) {
    for (uint32_t i = 1; i <= w->count; i++) read_name(work, w, i);
    dl_names_choose(work->name, w);
    dl_names_drop_small(w);
    dl_names_complete(w);
}
