/* Memory of one document: taken piece by piece, given back all at once.
 *
 * Allocation inside a guard cannot fail: when memory runs out, control leaves to the guard, which reports DL_NO_MEMORY, and freeing the arena
 * frees everything. So the stages hold no branch for it. The price is one rule: between DL_GUARD and its end, own nothing but arena memory.
 *
 *     jmp_buf guard;                        locals changed after it must be volatile
 *     dl_arena_guard(arena, &guard);
 *     if (setjmp(guard)) return DL_NO_MEMORY;
 *     ... any number of dl_arena_alloc ...
 *     dl_arena_guard(arena, NULL);
 *
 * Without a guard an allocation that fails gives NULL.
 */
#ifndef DL_BASE_ARENA_H
#define DL_BASE_ARENA_H

#include "dateline.h"

#include <setjmp.h>

typedef struct dl_arena_block dl_arena_block;

typedef struct dl_arena {
    dl_arena_block *blocks; /* newest first */
    char *next, *limit;     /* free part of the newest */
    jmp_buf *guard;
} dl_arena;

/* All zero is an empty arena. */
void dl_arena_free(dl_arena *arena);
void dl_arena_guard(dl_arena *arena, jmp_buf *guard);

/* Zeroed, aligned for any type; size 0 is allowed. */
void *dl_arena_alloc(dl_arena *arena, size_t size);
/* The same, of any bytes: for what is written whole before it is read. */
void *dl_arena_room(dl_arena *arena, size_t size);
#define DL_NEW(arena, type) ((type *)dl_arena_alloc((arena), sizeof(type)))
#define DL_NEW_ARRAY(arena, type, n) ((type *)dl_arena_alloc((arena), sizeof(type) * (size_t)(n)))

/* A copy of the bytes in the arena (with a NUL behind it that the size does not count). */
dl_bytes dl_arena_copy(dl_arena *arena, dl_bytes bytes);
/* Several pieces as one, likewise. */
dl_bytes dl_arena_join(dl_arena *arena, const dl_bytes *pieces, size_t count);
/* printf into the arena. */
dl_bytes dl_arena_printf(dl_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
