/* Corrections of a tree by grammar, for what greedy reading gets wrong too often in news. */
#ifndef DL_LANG_REPAIR_H
#define DL_LANG_REPAIR_H

#include "lang/window.h"

/* "Air strikes near the border killed 35 people": read as a participle ("strikes ... [that were] killed"), a verb has an object that no passive can
 * have. It becomes the predicate, and the noun its subject. */
void dl_repair_participles(dl_window *window);

#endif
