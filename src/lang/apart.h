/* Reads a sentence and what is inserted into it each by itself. Greedy reading loses the subject over an aside ("the rebels, police said in a
 * statement, attacked" with the police as who attacked); without it the sentence is as plain as any. */
#ifndef DL_LANG_APART_H
#define DL_LANG_APART_H

#include "lang/insertions.h"
#include "lang/net_run.h"
#include "lang/repair.h"

/* Fills tags, heads and relations of the window; `parts` are two windows to work in. */
void dl_apart_read(dl_net_work *net, const dl_mending *mending, dl_window *window, const dl_insertion *insertions, uint32_t count, dl_window *parts);

/* Reads a window anew that was read in one, where subjects were lost over what is inserted; it stays as it is where that does not bring them back.
 * Returns whether anything was read, so that the vectors of the words are no longer those of the window. */
bool dl_apart_mend(dl_net_work *net, const dl_mending *mending, dl_window *window, dl_window *part);

#endif
