/* From what an expression says to when it is: a row of doc->times. */
#ifndef DL_WHEN_RESOLVE_H
#define DL_WHEN_RESOLVE_H

#include "when/frame.h"

/* Appends the row of a frame to doc->times. Expressions that count from what was told before ("the next day") look at the rows already there. */
void dl_when_resolve(when_reader *r, const when_frame *f);

#endif
