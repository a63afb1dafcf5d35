/* Reads a sentence and what is inserted into it each by itself. Greedy reading loses the subject over an aside ("the rebels, police said in a statement,
 * attacked" with the police as who attacked); without it the sentence is as plain as any. */
#ifndef DL_LANG_APART_H
#define DL_LANG_APART_H

#include "lang/insertions.h"
#include "lang/net_run.h"

/* Fills tags, heads and relations of the window; `part` is room to work in. */
void dl_apart_read(dl_net_work *net, dl_window *window, const dl_insertion *insertions, uint32_t count, dl_window *part);

#endif
