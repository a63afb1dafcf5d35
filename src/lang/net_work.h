/* What the parts of the network at work share: vectors that are cut off, and where the vectors of the words lie. */
#ifndef DL_LANG_NET_WORK_H
#define DL_LANG_NET_WORK_H

#include "lang/net_run.h"

static inline int32_t dl_between(int32_t value, int32_t least, int32_t most) {
    return value < least ? least : value > most ? most : value;
}
/* A number of a vector: cut off at both ends of its room. */
static inline uint8_t dl_level(int32_t value) {
    return (uint8_t)dl_between(value, 0, DL_NET_MOST);
}
/* The first of the highest scores, of at most 128: each stands above the number of its place, counted from behind, so that one search of the largest
 * finds both. */
static inline uint32_t dl_best_of(const int16_t *scores, uint32_t first, uint32_t end) {
    enum { PLACES = 128 };
    int32_t most = INT32_MIN;
    for (uint32_t i = first; i < end; i++) {
        int32_t key = scores[i] * PLACES + (int32_t)(PLACES - 1 - i);
        most = key > most ? key : most;
    }
    return PLACES - 1 - (uint32_t)most % PLACES;
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
