/* The counts of each claim, so that writing a document's claims costs no more than its rows. The one thing a writer takes from the heap. */
#ifndef DL_OUT_LINKS_H
#define DL_OUT_LINKS_H

#include "doc/doc.h"

typedef struct dl_links {
    const dl_doc *doc;
    uint32_t *first; /* by claim: its first count row, or 0 */
    uint32_t *next;  /* by count: the next count of the same claim, or 0 */
    uint32_t *index; /* by count: its number among those of its claim, from 0 */
} dl_links;

/* DL_NO_MEMORY where there is none; then nothing is held. */
dl_status dl_links_open(dl_links *links, const dl_doc *doc, dl_error *error);
void dl_links_close(dl_links *links);

/* for (uint32_t i = links->first[claim]; i; i = links->next[i]) ... the counts of a claim in text order */

#endif
