/* `dateline watch`: polls feeds over HTTP and writes each new item as a document, one line of JSON. Part of the program, not of the library, which
 * has no network.
 *
 * A round is: ask for the feeds that are due; of what changed take the items that were not seen; where the feed gives no full content fetch the page;
 * write. The lines stand in the order of the feeds and items: the first new item of each feed, then the second of each, so that no host is asked for
 * many things in a row. An item is written before it is remembered, so a kill loses nothing; what was written since the state was saved last, at
 * most DL_WATCH_UNSAVED lines, is then written again (into a folder: in its own place).
 */
#ifndef DL_WATCH_WATCH_H
#define DL_WATCH_WATCH_H

#include "watch/fetch.h"

enum { DL_WATCH_UNSAVED = 16 };

typedef struct dl_watch_options {
    const char *feeds;  /* file of their addresses, one a line; "#" begins a remark */
    const char *state;  /* file of what was seen */
    const char *folder; /* where documents go, one a file; NULL: standard output */
    bool (*put)(const char *data, size_t size,
                int *refused); /* writes all of it to standard output; where it cannot, *refused is the system's error */
    bool once;                 /* one round, then the end */
    unsigned every_s;          /* a round begins so long behind the one before */
    dl_fetch_options fetch;
    void (*say)(const char *format, ...) __attribute__((format(printf, 1, 2))); /* what is worth a line on standard error */
} dl_watch_options;

typedef struct dl_watch_outcome {
    unsigned failures; /* feeds that could not be read, which were said */
    const char *about; /* of the status: the file that it is about; "-" is standard output */
} dl_watch_outcome;

/* Returns behind the round with `once`, else only where something fails for good: DL_CANNOT_READ, DL_BAD_INPUT (feeds or state), DL_CANNOT_WRITE,
 * DL_NO_MEMORY. */
dl_status dl_watch(const dl_engine *engine, const dl_watch_options *options, dl_watch_outcome *outcome, dl_error *error);

#endif
