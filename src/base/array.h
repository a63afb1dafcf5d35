/* Growing arrays of rows in an arena. Row 0 is reserved for "none" and zeroed, so that a link of 0 is absent and may be read.
 *
 *     DL_ARRAY(dl_time) times;
 *     dl_time *row = DL_PUSH(arena, &times);      zeroed; valid until the next push to the same array
 */
#ifndef DL_BASE_ARRAY_H
#define DL_BASE_ARRAY_H

#include "base/arena.h"

#include <string.h>

#define DL_ARRAY(type)                                                    \
    struct {                                                              \
        type *rows;                                                       \
        uint32_t count; /* with row 0; 0 while nothing was ever pushed */ \
        uint32_t room;                                                    \
    }

/* Makes room for one more row, and for row 0 where there is none. `rows` points at the array's pointer. */
void dl_array_grow(dl_arena *arena, void *rows, uint32_t *count, uint32_t *room, size_t width);

static inline void *dl_array_push(dl_arena *arena, void *rows, uint32_t *count, uint32_t *room, size_t width) {
    char *first;
    if (!*count || *count + 1 >= *room) dl_array_grow(arena, rows, count, room, width);
    memcpy(&first, rows, sizeof first);
    return first + (*count)++ * width;
}

/* Room for so many more rows at once, where their number is known. */
void dl_array_reserve(dl_arena *arena, void *rows, uint32_t count, uint32_t *room, size_t width, uint32_t more);
#define DL_RESERVE(arena, array, more) \
    dl_array_reserve((arena), (void *)&(array)->rows, (array)->count, &(array)->room, sizeof *(array)->rows, (more))

#define DL_PUSH(arena, array) \
    ((__typeof__((array)->rows))dl_array_push((arena), (void *)&(array)->rows, &(array)->count, &(array)->room, sizeof *(array)->rows))

/* for (DL_EACH(i, array)): the numbers of all rows but 0. The count may grow meanwhile. */
#define DL_EACH(i, array) \
    uint32_t i = 1;       \
    i < (array)->count;   \
    i++

#endif
