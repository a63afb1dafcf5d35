#include "cli/pool.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

enum { JOBS_A_THREAD = 4 };

typedef struct ring {
    const cli_pool *pool;
    pthread_mutex_t lock;
    pthread_cond_t room, ready, done; /* for the producer, the workers, the consumer */
    char *jobs;
    bool *finished;                     /* by slot: worked, waiting for the consumer */
    size_t size;                        /* slots */
    size_t produced, taken, consumed;   /* jobs so far; slot is the number modulo size */
    bool started, refused, ended, stop; /* threads may begin; they must not; no further job; consumer wants no more */
} ring;

static void *slot(const ring *r, size_t number) {
    return r->jobs + number % r->size * r->pool->job_size;
}

/* False where the threads that were to help could not all be made. */
static bool wait_for_start(ring *r) {
    pthread_mutex_lock(&r->lock);
    while (!r->started && !r->refused) pthread_cond_wait(&r->ready, &r->lock);
    bool go = r->started;
    pthread_mutex_unlock(&r->lock);
    return go;
}

static void *producer(void *argument) {
    ring *r = argument;
    bool more = wait_for_start(r);
    while (more) {
        pthread_mutex_lock(&r->lock);
        while (r->produced - r->consumed == r->size && !r->stop) pthread_cond_wait(&r->room, &r->lock);
        bool stop = r->stop;
        void *job = slot(r, r->produced);
        pthread_mutex_unlock(&r->lock);
        more = !stop && r->pool->produce(r->pool->self, job);
        pthread_mutex_lock(&r->lock);
        r->produced += more;
        r->ended = !more;
        if (more)
            pthread_cond_signal(&r->ready);
        else
            pthread_cond_broadcast(&r->ready), pthread_cond_signal(&r->done);
        pthread_mutex_unlock(&r->lock);
    }
    return NULL;
}

static void *worker(void *argument) {
    ring *r = argument;
    if (!wait_for_start(r)) return NULL;
    pthread_mutex_lock(&r->lock);
    for (;;) {
        while (r->taken == r->produced && !r->ended) pthread_cond_wait(&r->ready, &r->lock);
        if (r->taken == r->produced || r->stop) break;
        size_t number = r->taken++;
        pthread_mutex_unlock(&r->lock);
        r->pool->work(r->pool->self, slot(r, number));
        pthread_mutex_lock(&r->lock);
        r->finished[number % r->size] = true;
        pthread_cond_signal(&r->done);
    }
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

static void consume(ring *r) {
    pthread_mutex_lock(&r->lock);
    for (;;) {
        size_t at = r->consumed % r->size;
        while (!r->finished[at] && !(r->ended && r->consumed == r->produced)) pthread_cond_wait(&r->done, &r->lock);
        if (!r->finished[at]) break;
        pthread_mutex_unlock(&r->lock);
        bool go_on = r->pool->consume(r->pool->self, slot(r, r->consumed));
        pthread_mutex_lock(&r->lock);
        r->finished[at] = false;
        r->consumed++;
        r->stop = !go_on;
        pthread_cond_signal(&r->room);
        if (!go_on) break;
    }
    pthread_mutex_unlock(&r->lock);
}

/* Lets the threads begin, or sends them home. */
static void start(ring *r, bool go) {
    pthread_mutex_lock(&r->lock);
    r->started = go;
    r->refused = !go;
    pthread_cond_broadcast(&r->ready);
    pthread_mutex_unlock(&r->lock);
}

static int run_threads(ring *r, pthread_t *threads, unsigned count) {
    unsigned made = 0;
    int error = 0;
    for (; made < count && !error; made += !error) error = pthread_create(&threads[made], NULL, made ? worker : producer, r);
    start(r, !error);
    if (!error) consume(r);
    for (unsigned i = 0; i < made; i++) pthread_join(threads[i], NULL);
    return error;
}

static int run_alone(const cli_pool *pool) {
    void *job = calloc(1, pool->job_size);
    if (!job) return ENOMEM;
    while (pool->produce(pool->self, job)) {
        pool->work(pool->self, job);
        if (!pool->consume(pool->self, job)) break;
    }
    pool->clear(job);
    free(job);
    return 0;
}

int cli_pool_run(const cli_pool *pool, unsigned threads) {
    if (threads <= 1) return run_alone(pool);
    ring r = {.pool = pool, .size = (size_t)threads * JOBS_A_THREAD};
    pthread_t *handles = calloc(threads + 1, sizeof *handles);
    r.jobs = calloc(r.size, pool->job_size);
    r.finished = calloc(r.size, sizeof *r.finished);
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.room, NULL);
    pthread_cond_init(&r.ready, NULL);
    pthread_cond_init(&r.done, NULL);
    int error = handles && r.jobs && r.finished ? run_threads(&r, handles, threads + 1) : ENOMEM;
    for (size_t i = 0; r.jobs && i < r.size; i++) pool->clear(slot(&r, i));
    pthread_cond_destroy(&r.done);
    pthread_cond_destroy(&r.ready);
    pthread_cond_destroy(&r.room);
    pthread_mutex_destroy(&r.lock);
    free(r.finished);
    free(r.jobs);
    free(handles);
    return error;
}
