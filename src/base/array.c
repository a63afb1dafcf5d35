#include "base/array.h"

#include <string.h>

void *dl_array_grow(dl_arena *arena, void *rows, uint32_t *count, uint32_t *room, size_t width) {
    void *old;
    memcpy(&old, rows, sizeof old);
    if (*count + 1 >= *room || !old) {
        uint32_t more = *room ? *room * 2 : 16;
        void *grown = dl_arena_alloc(arena, more * width);
        if (old) memcpy(grown, old, *count * width);
        memcpy(rows, &grown, sizeof grown);
        *room = more;
        old = grown;
    }
    if (!*count) *count = 1;
    return (char *)old + (*count)++ * width;
}
