/* Live blogs: the entries of a page, each with a time of its own. An element is an entry whose class, id or itemprop says so (hint `entry` of
 * data/web/hints.tsv), or whose id an update of the page's JSON-LD names (schema.org LiveBlogPosting), and that tells a time: by the update, or by
 * its first `time` element. A page with fewer than two of them is no live blog.
 */
#ifndef DL_INTAKE_HTML_LIVE_H
#define DL_INTAKE_HTML_LIVE_H

#include "intake/html/article.h"
#include "intake/html/facts.h"

typedef struct dl_live_entry {
    uint32_t first, end; /* nodes */
    dl_stamp stamp;
} dl_live_entry;
typedef DL_ARRAY(dl_live_entry) dl_live_entries;

/* In the order of the page. */
dl_live_entries dl_live_find(const dl_facts *facts, const dl_blocks *blocks, const dl_article *article);

#endif
