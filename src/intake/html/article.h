/* Which blocks of a page are the article.
 *
 * Every block gets a weight from its words, its links and its kind; an element has the sum of the weights inside it. The article is the element with
 * the largest sum, made smaller as long as little is lost, for what is around an article weighs something, too. Of the blocks inside it those are
 * taken that read like text, and what stands between them and belongs to them (subheads, short lines, lists).
 */
#ifndef DL_INTAKE_HTML_ARTICLE_H
#define DL_INTAKE_HTML_ARTICLE_H

#include "intake/html/line.h"

typedef enum dl_part { DL_PART_NONE, DL_PART_BODY, DL_PART_SUBHEAD, DL_PART_CAPTION } dl_part;

typedef struct dl_article {
    bool found;        /* the page has one; false for a fragment, in which none is looked for */
    uint32_t root;     /* the node that holds it; 0 is the page itself */
    uint32_t headline; /* the block of the h1 in front of it or in it, 0 where there is none */
    uint32_t first;    /* the first block that reads like its text */
    uint8_t *parts;    /* by block: dl_part */
} dl_article;

/* Of a fragment, the content of a feed's item, all is the article but what its lines say is none. */
dl_article dl_article_find(dl_arena *arena, const dl_lines *lines, const dl_blocks *blocks, bool fragment);

#endif
