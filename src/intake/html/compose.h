/* The text of a document from the blocks of its page, with what stands beside it: captions, embeds, the entries of a live blog. */
#ifndef DL_INTAKE_HTML_COMPOSE_H
#define DL_INTAKE_HTML_COMPOSE_H

#include "intake/html/embeds.h"
#include "intake/html/live.h"

typedef struct dl_composition {
    const dl_blocks *blocks;
    const dl_article *article;
    dl_embed_nodes embeds;
    dl_live_entries entries;
    const dl_facts *facts;
    bool converted; /* the page was of another charset than UTF-8 */
} dl_composition;

/* Fills text, pieces, captions, embeds and entries. */
void dl_compose(dl_doc *doc, const dl_composition *composition);

#endif
