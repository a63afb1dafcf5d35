/* The parser: which move to make in which state, and which relation the new arc has. */
#include "lang/net_work.h"

/* What word `position` gives to the parser when it stands in slot `s`; made when it is first asked for. */
DL_WIDE static void make_slot(dl_net_work *work, uint32_t s, uint32_t position) {
    const dl_matrix *m = &work->net->slot[s];
    int32_t sums[DL_NET_HIDDEN] = {0};
    int16_t *row = work->slot[position][s];
    uint32_t shift = m->scale + DL_NET_BITS - DL_NET_STATE_BITS;
    dl_matrix_add(m, 0, DL_NET_WIDTH, dl_net_top(work, position), sums);
    for (int j = 0; j < DL_NET_HIDDEN; j++) row[j] = (int16_t)dl_between(sums[j] >> shift, -DL_NET_SLOT_MOST, DL_NET_SLOT_MOST);
    work->have[position] |= (uint16_t)(1u << s);
}

static const int16_t *slot_row(dl_net_work *work, uint32_t s, uint32_t position) {
    if (!position) return work->net->none + s * DL_NET_HIDDEN;
    if (!(work->have[position] >> s & 1)) make_slot(work, s, position);
    return work->slot[position][s];
}

/* The sum of a state's rows, which are so limited that 16 bits hold it; what is below zero becomes zero. */
DL_WIDE static void add_rows(const int16_t *const *rows, int16_t *hidden) {
    for (int j = 0; j < DL_NET_HIDDEN; j += 2 * DL_LANES) {
        dl_lanes a = {0}, b = {0};
        for (int r = 0; r < DL_NET_ROWS; r++) {
            a += *(const dl_lanes *)(rows[r] + j);
            b += *(const dl_lanes *)(rows[r] + j + DL_LANES);
        }
        *(dl_lanes *)(hidden + j) = a & (a > 0);
        *(dl_lanes *)(hidden + j + DL_LANES) = b & (b > 0);
    }
}

static void read_state(dl_net_work *work, int16_t *hidden) {
    const dl_net *net = work->net;
    const int16_t *rows[DL_NET_ROWS];
    dl_net_state state;
    dl_net_state_read(&work->parse, &state);
    rows[0] = net->hidden;
    for (uint32_t s = 0; s < DL_NET_SLOTS; s++) rows[1 + s] = slot_row(work, s, state.slot[s]);
    for (uint32_t f = 0; f < DL_NET_FACTS; f++) rows[1 + DL_NET_SLOTS + f] = net->fact + (size_t)state.fact[f] * DL_NET_HIDDEN;
    add_rows(rows, hidden);
}

static dl_move best_move(const dl_net_work *work, const int16_t *hidden) {
    int32_t scores[DL_NET_MOVES];
    memcpy(scores, work->net->move.bias, sizeof scores);
    dl_matrix_add(&work->net->move, 0, DL_NET_HIDDEN, hidden, scores);
    int best = -1;
    for (int m = 0; m < DL_MOVE_COUNT_; m++)
        if (dl_parse_allows(&work->parse, (dl_move)m) && (best < 0 || scores[m] > scores[best])) best = m;
    return (dl_move)best;
}

static dl_deprel best_label(const dl_net_work *work, const int16_t *hidden, dl_move move) {
    const dl_matrix *label = &work->net->label[move == DL_MOVE_RIGHT];
    int32_t scores[DL_NET_LABELS];
    memcpy(scores, label->bias, sizeof scores);
    dl_matrix_add(label, 0, DL_NET_HIDDEN, hidden, scores);
    return (dl_deprel)dl_best_of(scores, DL_DEP_ROOT + 1, DL_DEP_COUNT_); /* the root comes from no move */
}

void dl_net_tree(dl_net_work *work, dl_window *w) {
    dl_parse *p = &work->parse;
    int16_t hidden[DL_NET_HIDDEN];
    memset(work->have, 0, (w->count + 2) * sizeof *work->have);
    dl_parse_begin(p, w);
    while (!dl_parse_done(p)) {
        dl_move move = DL_MOVE_SHIFT;
        if (dl_parse_allows(p, DL_MOVE_LEFT) || dl_parse_allows(p, DL_MOVE_RIGHT)) {
            read_state(work, hidden);
            move = best_move(work, hidden);
        }
        dl_parse_move(p, move, move == DL_MOVE_SHIFT ? DL_DEP_NONE : best_label(work, hidden, move));
    }
    for (uint32_t i = 1; i <= w->count; i++) {
        w->head[i] = p->head[i];
        w->deprel[i] = p->head[i] ? p->deprel[i] : DL_DEP_ROOT;
    }
}
