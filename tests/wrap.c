#include "wrap.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

/* Live allocations in an open-addressed set. Memory that libc allocates for itself (fopen, strdup) never enters it, and freeing such memory is
 * let through. */
enum { SLOTS = 1 << 16 };
static void *live[SLOTS];
static size_t live_count;
static unsigned long countdown;
static bool failed;
static void *const gone = &live; /* mark of a slot whose piece was freed */

static size_t slot_of(const void *memory) {
    return (size_t)(((uintptr_t)memory >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 48);
}

static void remember(void *memory) {
    size_t slot = slot_of(memory);
    while (live[slot] && live[slot] != gone) slot = (slot + 1) % SLOTS;
    live[slot] = memory;
    live_count++;
}

static void forget(const void *memory) {
    for (size_t slot = slot_of(memory); live[slot]; slot = (slot + 1) % SLOTS) {
        if (live[slot] != memory) continue;
        live[slot] = gone;
        live_count--;
        return;
    }
}

static bool refused(void) {
    if (!countdown || --countdown) return false;
    errno = ENOMEM;
    return failed = true;
}

void wrap_fail_allocation(unsigned long n) {
    countdown = n;
    failed = false;
}

bool wrap_failed(void) {
    return failed;
}

size_t wrap_live(void) {
    return live_count;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void __wrap_free(void *memory);

void *__wrap_malloc(size_t size) {
    void *memory = refused() ? NULL : __real_malloc(size);
    if (memory) remember(memory);
    return memory;
}

void *__wrap_calloc(size_t count, size_t size) {
    void *memory = refused() ? NULL : __real_calloc(count, size);
    if (memory) remember(memory);
    return memory;
}

void *__wrap_realloc(void *memory, size_t size) {
    if (refused()) return NULL;
    if (memory) forget(memory);
    void *moved = __real_realloc(memory, size);
    if (moved) remember(moved);
    return moved;
}

void __wrap_free(void *memory) {
    if (memory) forget(memory);
    __real_free(memory);
}

static size_t read_most;
static unsigned long read_countdown;
static int read_error;
static bool read_was_refused;

void wrap_reads(size_t most, unsigned long n, int error) {
    read_most = most;
    read_countdown = n;
    read_error = error;
    read_was_refused = false;
}

bool wrap_read_failed(void) {
    return read_was_refused;
}

ssize_t __real_read(int file, void *bytes, size_t size);
ssize_t __wrap_read(int file, void *bytes, size_t size);

ssize_t __wrap_read(int file, void *bytes, size_t size) {
    if (read_countdown && !--read_countdown) {
        read_was_refused = true;
        errno = read_error;
        return -1;
    }
    return __real_read(file, bytes, read_most && size > read_most ? read_most : size);
}
