/* What the parts of the network at work share: vectors that are cut off, and where the vectors of the words lie. */
#ifndef DL_LANG_NET_WORK_H
#define DL_LANG_NET_WORK_H

#include "lang/net_run.h"

/* Sixteen numbers at a time: a register of a processor with AVX2, two of one without. */
typedef int16_t dl_lanes __attribute__((vector_size(32), aligned(2), may_alias));
enum { DL_LANES = 16 };

static inline int32_t dl_between(int32_t value, int32_t least, int32_t most) {
    return value < least ? least : value > most ? most : value;
}
static inline int16_t dl_limited(int32_t value) {
    return (int16_t)dl_between(value, -DL_NET_MOST, DL_NET_MOST);
}
static inline int16_t dl_positive(int32_t value) {
    return (int16_t)dl_between(value, 0, DL_NET_MOST);
}
/* The first of the highest scores. */
static inline uint32_t dl_best_of(const int32_t *scores, uint32_t first, uint32_t end) {
    int32_t most = INT32_MIN;
    uint32_t best = first;
    for (uint32_t i = first; i < end; i++) most = scores[i] > most ? scores[i] : most;
    while (best + 1 < end && scores[best] != most) best++;
    return best;
}

/* The vector of a word that all tasks read. */
static inline const int16_t *dl_net_top(const dl_net_work *work, uint32_t position) {
    return work->state[DL_NET_DEPTH % 2][position];
}

/* Makes the words of the list ready; the net is open but for these. */
void dl_net_make_common(dl_net *net, const dl_word *words, uint32_t count);
/* The layers: fills state. */
void dl_net_layers(dl_net_work *work, const dl_window *window);
/* The parser: fills head and deprel of the window. */
void dl_net_tree(dl_net_work *work, dl_window *window);

#endif
