/* Addresses, taken apart by libcurl. */
#ifndef DL_WATCH_URL_H
#define DL_WATCH_URL_H

#include "base/arena.h"

enum { DL_URL_MOST = 2048 }; /* bytes of an address; no server takes many more */

/* `url` as seen from `base` (empty where it must be whole): absolute, of http or https, without what stands behind "#". Empty where it is no such
 * address. */
dl_bytes dl_url_absolute(dl_arena *arena, dl_bytes base, dl_bytes url);
/* Scheme, host and port: "https://post.example:443". */
dl_bytes dl_url_origin(dl_arena *arena, dl_bytes url);
/* Path and query: "/news?page=2". */
dl_bytes dl_url_path(dl_arena *arena, dl_bytes url);

#endif
