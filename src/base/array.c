#include "base/array.h"

static void move(dl_arena *arena, void *rows, uint32_t count, uint32_t *room, size_t width, uint32_t wanted) {
    void *old;
    char *grown = dl_arena_room(arena, wanted * width);
    size_t kept = 0;
    memcpy(&old, rows, sizeof old);
    if (old) memcpy(grown, old, kept = count * width);
    memset(grown + kept, 0, wanted * width - kept);
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
