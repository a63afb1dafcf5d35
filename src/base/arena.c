#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 * 1024, ALIGN = 16 };

struct dl_arena_block {
    dl_arena_block *older;
    _Alignas(ALIGN) char bytes[];
};

void dl_arena_guard(dl_arena *arena, jmp_buf *guard) {
    arena->guard = guard;
}

void dl_arena_free(dl_arena *arena) {
    dl_arena_block *block = arena->blocks;
    while (block) {
        dl_arena_block *older = block->older;
        free(block);
        block = older;
    }
    *arena = (dl_arena){0};
}

static void *out_of_memory(dl_arena *arena) {
    if (arena->guard) longjmp(*arena->guard, 1);
    return NULL;
}

/* A large piece gets a block of its own behind the newest, so that the free part of the newest is not lost. */
static void *alloc_own(dl_arena *arena, size_t size, bool zeroed) {
    if (size > SIZE_MAX - sizeof(dl_arena_block)) return out_of_memory(arena);
    size += sizeof(dl_arena_block);
    dl_arena_block *block = zeroed ? calloc(1, size) : malloc(size);
    if (!block) return out_of_memory(arena);
    dl_arena_block **behind = arena->blocks ? &arena->blocks->older : &arena->blocks;
    block->older = *behind;
    *behind = block;
    return block->bytes;
}

static bool add_block(dl_arena *arena) {
    dl_arena_block *block = malloc(sizeof *block + BLOCK);
    if (!block) return false;
    block->older = arena->blocks;
    arena->blocks = block;
    arena->next = block->bytes;
    arena->limit = block->bytes + BLOCK;
    return true;
}

/* A piece is zeroed when it is taken, not with its block: so it is in the cache when it is filled. */
static void *take(dl_arena *arena, size_t size, bool zeroed) {
    if (size > SIZE_MAX - ALIGN) return out_of_memory(arena);
    size = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if (!arena->next || size > (size_t)(arena->limit - arena->next)) {
        if (size > BLOCK / 4) return alloc_own(arena, size, zeroed);
        if (!add_block(arena)) return out_of_memory(arena);
    }
    void *piece = arena->next;
    arena->next += size;
    return zeroed ? memset(piece, 0, size) : piece;
}

void *dl_arena_alloc(dl_arena *arena, size_t size) {
    return take(arena, size, true);
}

void *dl_arena_room(dl_arena *arena, size_t size) {
    return take(arena, size, false);
}

dl_bytes dl_arena_copy(dl_arena *arena, dl_bytes bytes) {
    char *copy = dl_arena_room(arena, bytes.size + 1);
    if (!copy) return (dl_bytes){0};
    if (bytes.size) memcpy(copy, bytes.data, bytes.size);
    copy[bytes.size] = 0;
    return (dl_bytes){copy, bytes.size};
}

dl_bytes dl_arena_join(dl_arena *arena, const dl_bytes *pieces, size_t count) {
    size_t size = 0;
    for (size_t i = 0; i < count; i++) size += pieces[i].size;
    char *text = dl_arena_room(arena, size + 1), *at = text;
    if (!text) return (dl_bytes){0};
    text[size] = 0;
    for (size_t i = 0; i < count; at += pieces[i++].size)
        if (pieces[i].size) memcpy(at, pieces[i].data, pieces[i].size);
    return (dl_bytes){text, size};
}

dl_bytes dl_arena_printf(dl_arena *arena, const char *format, ...) {
    va_list list;
    va_start(list, format);
    int size = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (size < 0) return (dl_bytes){0};
    char *text = dl_arena_room(arena, (size_t)size + 1);
    if (!text) return (dl_bytes){0};
    va_start(list, format);
    vsnprintf(text, (size_t)size + 1, format, list);
    va_end(list);
    return (dl_bytes){text, (size_t)size};
}
