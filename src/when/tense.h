/* Whether what a time expression dates has been or is to come. */
#ifndef DL_WHEN_TENSE_H
#define DL_WHEN_TENSE_H

#include "when/frame.h"

/* -1 past, +1 to come, 0 where the words do not tell. From the verb that governs the expression; without a tree, from the nearest telling word.
 * `scheduled`: a present tense is to come ("the council meets Monday"); else it does not tell. */
int dl_when_tense(const when_reader *r, const when_frame *f, bool scheduled);

#endif
