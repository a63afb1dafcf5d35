/* Files of the benchmarks. */
#ifndef DL_BENCH_FILE_H
#define DL_BENCH_FILE_H

#include "dateline.h"

#include <stdio.h>
#include <stdlib.h>

/* The whole file, kept until the end of the program, which ends with 2 where it cannot be read. */
static inline dl_bytes bench_read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) exit(2);
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(size + 1);
    if (!bytes || fread(bytes, 1, size, file) != size) exit(2);
    fclose(file);
    return (dl_bytes){bytes, size};
}

#endif
