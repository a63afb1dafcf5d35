/* Searching sorted arrays. */
#ifndef DL_BASE_SEARCH_H
#define DL_BASE_SEARCH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

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

/* Where those rows of an array sorted by hashes begin that share their highest bits, so that a search looks at a few rows only. */
enum { DL_SHELF_BITS = 13, DL_SHELVES = 1 << DL_SHELF_BITS };
typedef struct dl_shelves {
    uint32_t first[DL_SHELVES + 1];
} dl_shelves;

static inline uint32_t dl_shelf_of(uint32_t hash) {
    return hash >> (32 - DL_SHELF_BITS);
}

/* Puts a row behind those before it, in order; `next` is what the last call returned, 0 at first. The end is put on the shelf DL_SHELVES. */
static inline uint32_t dl_shelve(dl_shelves *shelves, uint32_t next, uint32_t shelf, uint32_t row) {
    while (next <= shelf) shelves->first[next++] = row;
    return next;
}

/* Of rows of `width` bytes from row 1 on, sorted by the number that stands `at` bytes into them: the first whose number is not below `wanted`;
 * `count` where there is none, and 1 where there is no row. */
static inline uint32_t dl_row_not_below(const void *rows, size_t width, size_t at, uint32_t count, uint32_t wanted) {
    uint32_t low = 1, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2, number;
        memcpy(&number, (const char *)rows + middle * width + at, sizeof number);
        if (number < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/* The same of a DL_ARRAY and a member of its rows. */
#define DL_ROW_NOT_BELOW(array, member, wanted) \
    dl_row_not_below((array)->rows, sizeof *(array)->rows, offsetof(__typeof__(*(array)->rows), member), (array)->count, (wanted))

#endif
