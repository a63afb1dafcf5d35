/* Posts and videos of other sites that an article embeds: their addresses, and where in the text they stand. Their own words are none of the
 * article's. Where elements name them is data/web/embeds.tsv. */
#ifndef DL_INTAKE_HTML_EMBEDS_H
#define DL_INTAKE_HTML_EMBEDS_H

#include "intake/html/block.h"
#include "intake/html/text.h"

typedef struct dl_embed_node {
    uint32_t node;
    dl_bytes url; /* decoded, with its scheme */
} dl_embed_node;
typedef DL_ARRAY(dl_embed_node) dl_embed_nodes;

/* Those inside `root` (0: of the whole page), in order. */
dl_embed_nodes dl_embeds_find(dl_arena *arena, const dl_know *know, const dl_html_references *references, const dl_blocks *blocks, uint32_t root);

#endif
