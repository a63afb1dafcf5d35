/* An item of a feed, or its page, as a line of JSON Lines that the readers read. */
#ifndef DL_WATCH_RECORD_H
#define DL_WATCH_RECORD_H

#include "intake/feed/feed.h"
#include "know/know.h"

typedef struct dl_watch_record {
    const dl_feed_item *item;
    dl_bytes url; /* absolute; empty where the item has none */
    dl_bytes feed_title, feed_language;
    dl_bytes page, page_type; /* what the address gave, and its Content-Type; empty where the item's own content or summary counts */
} dl_watch_record;

/* The line with its end, in the arena, under its guard; empty where there is nothing to read. */
dl_bytes dl_watch_line(const dl_watch_record *record, dl_arena *arena, const dl_know *know);

#endif
