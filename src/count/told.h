/* Figures whose kind is told once, for others or elsewhere in the sentence: "54 were hurt in Davao, 36 in Cotabato", "of the dead, three were
 * children". */
#ifndef DL_COUNT_TOLD_H
#define DL_COUNT_TOLD_H

#include "count/group.h"

/* Ties what no word of harm governs. Runs behind the other links. */
void dl_groups_told(const dl_count_reader *r, dl_groups *groups);
/* The other end of a toll: "rose from 14 | to 31", "to 31 | from 14". */
void dl_group_other_end(const dl_count_reader *r, dl_groups *groups, uint32_t i);

#endif
