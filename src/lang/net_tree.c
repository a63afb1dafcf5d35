/* The parser: which move to make in which state, and which relation the new arc has. */
#include "lang/net_work.h"

/* What word `position` gives to the parser when it stands in slot `s`. */
static void make_slot(dl_net_work *work, uint32_t s, uint32_t position) {
    const dl_matrix *slot = &work->net->slot[s];
    dl_matrix_apply(slot, 0, DL_NET_WIDTH, dl_net_top(work, position), slot->bias, work->slot[position][s]);
    work->have[position] |= (uint16_t)(1u << s);
}

/* Every word comes to stand on top of the stack and as one of the next three. What they give there is made at once, slot by slot, while the slot's
 * matrix is in the cache; what a word gives to the others, where few come, when it is first asked for. */
static void make_common_slots(dl_net_work *work, uint32_t count) {
    static const uint8_t common[] = {DL_NET_TOP, DL_NET_NEXT, DL_NET_NEXT + 1, DL_NET_NEXT + 2};
    for (size_t k = 0; k < sizeof common; k++)
        for (uint32_t i = 1; i <= count; i++) make_slot(work, common[k], i);
}

static void read_state(dl_net_work *work, uint8_t *hidden) {
    const dl_net *net = work->net;
    const int16_t *rows[DL_NET_ROWS];
    dl_net_state state;
    dl_net_state_read(&work->parse, &state);
    rows[0] = net->hidden;
    uint32_t missing = 0; /* gathered first: whether a single one is there nobody can guess */
    for (uint32_t s = 0; s < DL_NET_SLOTS; s++) {
        rows[1 + s] = work->slot[state.slot[s]][s];
        missing |= (uint32_t)~work->have[state.slot[s]] & 1u << s;
    }
    for (; missing; missing &= missing - 1) {
        uint32_t s = (uint32_t)__builtin_ctz(missing);
        make_slot(work, s, state.slot[s]);
    }
    for (uint32_t f = 0; f < DL_NET_FACTS; f++) rows[1 + DL_NET_SLOTS + f] = net->fact + (size_t)state.fact[f] * DL_NET_HIDDEN;
    dl_net_add_rows(rows, hidden);
}

static dl_move best_move(const dl_net_work *work, const uint8_t *hidden) {
    int16_t scores[DL_NET_MOVES];
    dl_matrix_apply(&work->net->move, 0, DL_NET_HIDDEN, hidden, work->net->move.bias, scores);
    int32_t best = -1, most = INT32_MIN;
    for (int m = 0; m < DL_MOVE_COUNT_; m++) {
        int32_t score = dl_parse_allows(&work->parse, (dl_move)m) ? scores[m] : INT32_MIN;
        best = score > most ? m : best;
        most = score > most ? score : most;
    }
    return (dl_move)best;
}

DL_WIDE static dl_deprel best_label(const dl_net_work *work, const uint8_t *hidden, dl_move move) {
    const dl_matrix *label = &work->net->label[move == DL_MOVE_RIGHT];
    int16_t scores[DL_NET_LABELS];
    dl_matrix_apply(label, 0, DL_NET_HIDDEN, hidden, label->bias, scores);
    return (dl_deprel)dl_best_of(scores, DL_DEP_ROOT + 1, DL_DEP_COUNT_); /* the root comes from no move */
}

void dl_net_read_tree(dl_net_work *work, dl_window *w) {
    dl_parse *p = &work->parse;
    uint8_t hidden[DL_NET_HIDDEN];
    memset(work->have + 1, 0, w->count * sizeof *work->have);
    make_common_slots(work, w->count);
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
