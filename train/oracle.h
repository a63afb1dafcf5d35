/* The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): what each move would cost in a state, however wrong the state already is. */
#ifndef DL_TRAIN_ORACLE_H
#define DL_TRAIN_ORACLE_H

#include "corpus.h"
#include "lang/transitions.h"

/* Gold arcs that can no longer be made after each move; UINT32_MAX for moves that are not allowed. Returns the least cost. */
uint32_t oracle_costs(const dl_parse *p, const sample *s, uint32_t costs[DL_MOVE_COUNT_]);

#endif
