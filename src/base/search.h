/* Searching sorted arrays. */
#ifndef DL_BASE_SEARCH_H
#define DL_BASE_SEARCH_H

#include <stdint.h>

/* The first row of a sorted array that is not below `wanted`; `count` where there is none. */
static inline uint32_t dl_first_not_below(const uint32_t *sorted, uint32_t count, uint32_t wanted) {
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (sorted[mid] < wanted)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

#endif
