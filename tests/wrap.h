/* Makes calls of the system fail on demand. Linked with -Wl,--wrap, so that the library's own calls come here. Knows every live allocation, so that a
 * leak is told at once. */
#ifndef DL_TESTS_WRAP_H
#define DL_TESTS_WRAP_H

#include <stdbool.h>
#include <stddef.h>

/* The n-th allocation from now fails (1 is the next); 0 lets all succeed. Every later one succeeds. */
void wrap_fail_allocation(unsigned long n);
/* True once that allocation was asked for. */
bool wrap_failed(void);
/* Allocations made and not yet freed since the process began. */
size_t wrap_live(void);

/* Reads of files give at most `most` bytes (0: as many as asked), and the n-th read from now fails with `error` (n 0: none does). */
void wrap_reads(size_t most, unsigned long n, int error);
bool wrap_read_failed(void);

#endif
