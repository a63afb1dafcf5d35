#include "out/links.h"

#include "base/error.h"

#include <stdlib.h>

dl_status dl_links_open(dl_links *links, const dl_doc *doc, dl_error *error) {
    size_t claims = (size_t)doc->claims.count + 1, counts = (size_t)doc->counts.count + 1;
    uint32_t *room = calloc(claims + 2 * counts, sizeof *room);
    if (!room) return dl_fail(error, DL_NO_MEMORY, "out of memory while writing a document");
    *links = (dl_links){doc, room, room + claims, room + claims + counts};
    for (uint32_t i = doc->counts.count; i-- > 1;) { /* from the last, so that each list runs forward */
        uint32_t claim = doc->counts.rows[i].claim;
        if (!claim || claim >= claims) continue;
        links->next[i] = links->first[claim];
        links->first[claim] = i;
    }
    for (DL_EACH(i, &doc->counts))
        if (links->next[i]) links->index[links->next[i]] = links->index[i] + 1;
    return DL_OK;
}

void dl_links_close(dl_links *links) {
    free(links->first);
    links->first = NULL;
}
