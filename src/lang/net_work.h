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
/* A number of a vector: cut off at both ends of its room. */
static inline uint8_t dl_level(int32_t value) {
    return (uint8_t)dl_between(value, 0, DL_NET_MOST);
}
/* The first of the highest scores. */
static inline uint32_t dl_best_of(const int16_t *scores, uint32_t first, uint32_t end) {
    int16_t most = INT16_MIN;
    uint32_t best = first;
    for (uint32_t i = first; i < end; i++) most = scores[i] > most ? scores[i] : most;
    while (best + 1 < end && scores[best] != most) best++;
    return best;
}

/* The vector of a word that all tasks read. */
static inline const uint8_t *dl_net_top(const dl_net_work *work, uint32_t position) {
    return work->state[DL_NET_WINDOWS % 2][position];
}

/* hidden: the sum of a state's rows, one after the other, with the 16 bits of its numbers stopping at their edges; cut off to the levels that go into
 * a matrix. */
void dl_net_add_rows(const int16_t *const *rows, uint8_t *hidden);
/* Cells 1 to `count` from what each word puts into them: those of the first half from the left, those of the second from the right. Cells 0 and count
 * + 1 are zero. */
void dl_net_run_cells(int16_t (*memory)[DL_NET_MEMORY], int16_t (*cell)[2 * DL_NET_CELL], uint32_t count);

#endif
