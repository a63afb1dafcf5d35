/* Where a watch writes its documents: standard output, or one file a document in a folder, named by the item's hash, so that an item that is
 * written again takes its own place. */
#ifndef DL_WATCH_SINK_H
#define DL_WATCH_SINK_H

#include "base/bytes.h"
#include "watch/watch.h"

/* What ends a file on standard output in the midst of a line, left by a kill, is given an end, so that only that line is broken. */
dl_status dl_sink_start(const dl_watch_options *options, dl_error *error);
dl_status dl_sink_put(const dl_watch_options *options, uint64_t hash, dl_bytes line, dl_error *error);
/* Sees to it that what was put is on the disk, where it goes to one. */
void dl_sink_settle(const dl_watch_options *options);

#endif
