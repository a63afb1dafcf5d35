#include "base/buffer.h"

#include <string.h>

void dl_buffer_add(dl_arena *arena, dl_buffer *b, const void *data, size_t size) {
    if (b->size + size > b->room) {
        size_t room = (b->size + size) * 2 + 4096;
        char *more = dl_arena_alloc(arena, room);
        if (b->size) memcpy(more, b->data, b->size);
        b->data = more;
        b->room = room;
    }
    if (size) memcpy(b->data + b->size, data, size);
    b->size += size;
}
