/* What a robots.txt says (RFC 9309) of one address. No C library that is kept reads one, so it is read here. Of the groups that name the agent, or
 * else those for all ("*"), the longest rule that fits decides, of two as long the one that allows; `*` and `$` mean what the standard says, and
 * octets compare as it has them percent-encoded. `Crawl-delay`, which is in no standard but in many files, is told too. */
#ifndef DL_WATCH_ROBOTS_H
#define DL_WATCH_ROBOTS_H

#include "base/bytes.h"

enum { DL_ROBOTS_MOST = 500 * 1024 }; /* bytes of a file that count; the standard asks for no fewer */

typedef struct dl_robots {
    bool allowed;
    unsigned delay; /* seconds between two requests that it asks for; 0 where it says nothing */
} dl_robots;

/* `agent` is a product token ("dateline"); `path` is path and query of the address ("/news?page=2"). */
dl_robots dl_robots_ask(dl_bytes file, dl_bytes agent, dl_bytes path);

#endif
