/* Which harm word a number of people belongs to. */
#ifndef DL_COUNT_LINK_H
#define DL_COUNT_LINK_H

#include "count/group.h"

/* Fills anchor, what, parent and cumulative of the groups. */
void dl_groups_link(const dl_count_reader *r, dl_groups *groups);

#endif
