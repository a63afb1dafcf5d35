/* Work done by several threads and handed out in the order in which it came.
 *
 *     produce (one thread) -> ring of jobs -> work (N threads) -> ring -> consume (the calling thread, in order)
 *
 * The ring is bounded: a slow consumer holds up the producer. A job is memory of `job_size` bytes, zeroed once and used again and again. With one
 * thread everything is done by the caller, and the results are the same.
 */
#ifndef DL_CLI_POOL_H
#define DL_CLI_POOL_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cli_pool {
    bool (*produce)(void *self, void *job); /* false: there is no further job */
    void (*work)(void *self, void *job);
    bool (*consume)(void *self, void *job); /* false: stop, the rest is not wanted */
    void (*clear)(void *job);               /* at the end, for every job, used or not */
    void *self;
    size_t job_size;
} cli_pool;

/* Returns when all is done: 0, or errno where memory or a thread was refused, in which case nothing was produced. */
int cli_pool_run(const cli_pool *pool, unsigned threads);

#endif
