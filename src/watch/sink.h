/* Where a watch writes its documents: standard output, or one file a document in a folder, named by the item's hash, so that an item that is
 * written again takes its own place. */
#ifndef DL_WATCH_SINK_H
#define DL_WATCH_SINK_H

#include "base/bytes.h"

/* What ends a file on standard output in the midst of a line, left by a kill, is given an end, so that only that line is broken. */
dl_status dl_sink_start(const char *folder, dl_error *error);
/* `folder` is NULL for standard output. */
dl_status dl_sink_put(const char *folder, uint64_t hash, dl_bytes line, dl_error *error);
/* Sees to it that what was put is on the disk, where it goes to one. */
void dl_sink_settle(const char *folder);

#endif
