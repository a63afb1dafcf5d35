/* Files mapped read-only. */
#ifndef DL_BASE_MAP_H
#define DL_BASE_MAP_H

#include "dateline.h"

/* Maps a whole regular file; the bytes live until dl_map_close. An empty file is DL_BAD_DATA. */
dl_status dl_map_open(dl_bytes *bytes, const char *path, dl_error *error);
void dl_map_close(dl_bytes *bytes);

#endif
