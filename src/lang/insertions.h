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
    bool of_noun;         /* on the noun in front, not on the clause */
    bool turned;          /* "says the report": the speaker behind the verb */
} dl_insertion;

typedef struct dl_insertion_tables {
    const dl_know *know;
    uint32_t verbs, takes, phrases;
} dl_insertion_tables;

void dl_insertions_open(dl_insertion_tables *tables, const dl_know *know);

/* Finds them by the words and tags of a window, which holds the document's tokens from `first` on. Returns how many, in order; none within another.
 */
uint32_t dl_insertions_find(const dl_insertion_tables *tables, const dl_doc *doc, uint32_t first, const dl_window *window,
                            dl_insertion out[DL_INSERTIONS]);

/* Finds, in a tree, what stands between a verb and the subject that was lost over it: "the rebels, in a surprise move, | attacked" with no one who
 * attacked; and who says so, where the verb of saying took the subject: "rebels called for talks, | police said". By the tree alone. */
uint32_t dl_insertions_lost(const dl_window *window, dl_insertion out[DL_INSERTIONS]);

/* Whether the clause of a verb, or of its auxiliary, has a subject in front of a position. */
bool dl_insertions_has_subject(const dl_window *window, uint32_t verb, uint32_t before);

#endif
