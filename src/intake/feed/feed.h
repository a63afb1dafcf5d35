/* Feeds: RSS 0.9 to 2.0, RDF, Atom, JSON Feed, and sitemaps with or without news. Each item is a document: its full content where the feed gives
 * that, else its summary. XML is read by expat, which resolves no external entity and bounds what internal ones may grow to.
 */
#ifndef DL_INTAKE_FEED_FEED_H
#define DL_INTAKE_FEED_FEED_H

#include "base/array.h"
#include "intake/text_file.h"

/* What an item tells; all empty where it does not. */
typedef struct dl_feed_item {
    dl_bytes id, title, link, author, published, updated, content, summary, language, outlet;
} dl_feed_item;

typedef struct dl_feed {
    dl_arena arena;
    dl_bytes title, language; /* of the feed */
    DL_ARRAY(dl_feed_item) items;
    uint32_t next;     /* row of the item to give next */
    const char *wrong; /* what ended the reading before its time; NULL where nothing did */
    uint64_t wrong_at;
} dl_feed;

/* Reads all of the feed; what stands in front of an error is kept. */
dl_status dl_feed_open(dl_feed *feed, dl_bytes bytes, dl_error *error);
void dl_feed_close(dl_feed *feed);
/* The next item as a document; DL_BAD_INPUT once where the feed is broken, then DL_END. */
dl_status dl_feed_next(dl_feed *feed, dl_doc **doc, const char *date, dl_error *error);

/* xml.c and json_feed.c: read into the feed, under its arena's guard. */
void dl_feed_xml(dl_feed *feed, dl_bytes bytes);
void dl_feed_json(dl_feed *feed, dl_bytes bytes);

#endif
