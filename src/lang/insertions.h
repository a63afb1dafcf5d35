/* What stands in the middle of a sentence and is no part of it: "The rebels, police said on Monday, attacked", "The army -- says the report -- fled".
 */
#ifndef DL_LANG_INSERTIONS_H
#define DL_LANG_INSERTIONS_H

#include "doc/doc.h"
#include "know/know.h"
#include "lang/window.h"

enum { DL_INSERTIONS = 4 }; /* of one window; more stay where they are */

typedef struct dl_insertion {
    uint32_t first, last; /* its words */
    uint32_t open, close; /* what is left out with them: its marks, or but the first of them */
    dl_deprel deprel;     /* how it hangs on what it is told with */
} dl_insertion;

typedef struct dl_insertion_tables {
    const dl_know *know;
    uint32_t verbs, takes, phrases;
} dl_insertion_tables;

void dl_insertions_open(dl_insertion_tables *tables, const dl_know *know);

/* Finds them by the words and tags of a window, which holds the document's tokens from `first` on. Returns how many, in order; none within another. */
uint32_t dl_insertions_find(const dl_insertion_tables *tables, const dl_doc *doc, uint32_t first, const dl_window *window,
                            dl_insertion out[DL_INSERTIONS]);

#endif
