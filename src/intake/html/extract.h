/* The text of blocks, with the place in the page of every piece of it. */
#ifndef DL_INTAKE_HTML_EXTRACT_H
#define DL_INTAKE_HTML_EXTRACT_H

#include "doc/doc.h"
#include "intake/html/block.h"
#include "intake/html/mend.h"

/* Text that grows. Blanks in a row are one, as a browser shows them, but in a `pre`. */
typedef struct dl_extract {
    dl_arena *arena;
    const dl_html_references *references;
    char *data;
    size_t size, room;
    dl_pieces *pieces;       /* NULL where nobody asks whence the text came */
    bool converted;          /* the page was of another charset: only ASCII is the same bytes in it */
    bool blank;              /* one is due in front of the next sign */
    const dl_mender *mender; /* NULL where the page was not encoded twice */
    uint32_t mended;         /* characters that were */
    uint32_t repairs;        /* invalid sequences replaced by U+FFFD */
} dl_extract;

/* Appends the text of one block. */
void dl_extract_block(dl_extract *to, const dl_blocks *blocks, const dl_block *block);
/* Appends a run of text, or of a value, that stands at `at` of the page. */
void dl_extract_run(dl_extract *to, dl_bytes text, uint32_t at, unsigned mode, bool preformatted);
/* Appends what stands nowhere in the page. */
void dl_extract_mark(dl_extract *to, const char *mark);

#endif
