/* Runs a fuzz target over files, so that finds can be replayed by any compiler and under any tool: replay FILE...
 * Linked once with each target. */
#include "dateline.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint8_t *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    uint8_t *bytes = NULL;
    if (!fseek(file, 0, SEEK_END)) {
        long length = ftell(file);
        rewind(file);
        /* an exact allocation, so that the address sanitizer sees the first byte too far */
        if (length >= 0 && (bytes = malloc((size_t)length + !length))) *size = fread(bytes, 1, (size_t)length, file);
    }
    fclose(file);
    return bytes;
}

int main(int count, char **paths) {
    int failed = 0;
    for (int i = 1; i < count; i++) {
        size_t size = 0;
        uint8_t *bytes = read_file(paths[i], &size);
        if (!bytes) {
            fprintf(stderr, "replay: cannot read %s\n", paths[i]);
            failed = 1;
            continue;
        }
        LLVMFuzzerTestOneInput(bytes, size);
        free(bytes);
    }
    return failed;
}
