#include "cli/cli.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void cli_say(const char *format, ...) {
    va_list list;
    va_start(list, format);
    flockfile(stderr);
    fputs("dateline: ", stderr);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    funlockfile(stderr);
    va_end(list);
}

void cli_complain(const char *path, const dl_error *error, size_t max_bytes) {
    char at[48] = "", more[96] = "";
    if (error->offset != DL_NO_OFFSET) snprintf(at, sizeof at, "byte %" PRIu64 ": ", error->offset);
    if (error->status == DL_LIMIT)
        snprintf(more, sizeof more, " of %zu bytes; raise it with --max-bytes", max_bytes ? max_bytes : (size_t)16 << 20);
    else if (error->system && error->system != EISDIR)
        snprintf(more, sizeof more, ": %s", strerror(error->system));
    cli_say("%s: %s%s%s", strcmp(path, "-") ? path : "standard input", at, error->message, more);
}
