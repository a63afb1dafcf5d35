/* The clock of the benchmarks. */
#ifndef DL_BENCH_CLOCK_H
#define DL_BENCH_CLOCK_H

#include <time.h>

/* Processor time of this thread in seconds: other work on the machine does not count as ours. */
static inline double bench_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

#endif
