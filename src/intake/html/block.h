/* The page cut into blocks: runs of text that stand on lines of their own, with what decides whether they belong to the article. */
#ifndef DL_INTAKE_HTML_BLOCK_H
#define DL_INTAKE_HTML_BLOCK_H

#include "intake/html/hints.h"

typedef struct dl_block {
    uint32_t first, end; /* nodes that it is made of; those inside dropped elements are no part of it */
    uint32_t box;        /* its innermost element that stands on lines of its own */
    uint32_t words, link_words;
    uint32_t stops; /* signs that end a sentence */
    bool leads_on;  /* its last sign is a colon */
    uint8_t tag;    /* dl_tag of the innermost of p, li, h1 to h6, td, th, dt, dd, pre, blockquote that holds it; else of the box */
    uint8_t hints;  /* of all elements around it: DL_HINT_CAPTION, DL_HINT_LEAD */
} dl_block;

typedef struct dl_blocks {
    const dl_html_tree *tree;
    uint32_t *words;  /* by node: words of text in front of it, without scripts and the like */
    uint32_t *prose;  /* likewise those that stand in long runs */
    uint32_t *bodies; /* likewise those in front of it that stand in elements which say that they hold an article */
    uint8_t *hints;   /* by node: those of its own */
    uint8_t *dropped; /* by node: 1 for the outermost node of what is no part of any article */
    DL_ARRAY(dl_block) rows;
} dl_blocks;

dl_blocks *dl_blocks_cut(dl_arena *arena, const dl_page_hints *hints, const dl_html_tree *tree);
/* Goes to the next node of a block that is text, from `node` on; the block's end where there is none. */
uint32_t dl_block_text(const dl_blocks *blocks, const dl_block *block, uint32_t node);

#endif
