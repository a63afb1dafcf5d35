/* Bytes that grow in an arena. */
#ifndef DL_BASE_BUFFER_H
#define DL_BASE_BUFFER_H

#include "base/arena.h"

typedef struct dl_buffer { /* all zero is empty */
    char *data;
    size_t size, room;
} dl_buffer;

void dl_buffer_add(dl_arena *arena, dl_buffer *buffer, const void *data, size_t size);

#endif
