#include "base/array.h"

static void move(dl_arena *arena, void *rows, uint32_t count, uint32_t *room, size_t width, uint32_t wanted) {
    void *old, *grown = dl_arena_alloc(arena, wanted * width);
    memcpy(&old, rows, sizeof old);
    if (old) memcpy(grown, old, count * width);
    memcpy(rows, &grown, sizeof grown);
    *room = wanted;
}

void dl_array_grow(dl_arena *arena, void *rows, uint32_t *count, uint32_t *room, size_t width) {
    if (*count + 1 >= *room) move(arena, rows, *count, room, width, *room ? *room * 2 : 16);
    if (!*count) *count = 1;
}

void dl_array_reserve(dl_arena *arena, void *rows, uint32_t count, uint32_t *room, size_t width, uint32_t more) {
    uint32_t wanted = count + more + 2;
    if (wanted > *room) move(arena, rows, count, room, width, wanted);
}
