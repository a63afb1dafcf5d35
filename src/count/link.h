/* Which harm word a number of people belongs to. */
#ifndef DL_COUNT_LINK_H
#define DL_COUNT_LINK_H

#include "count/group.h"

/* Fills anchor, what, parent and cumulative of the groups. */
void dl_groups_link(const dl_count_reader *r, dl_groups *groups);

/* The joints of it. Whether this harm can come to what the group counts. */
bool dl_group_fits(const dl_count_reader *r, const dl_group *g, uint32_t harm);
/* First group that begins at `token` or behind it; the count where none does. */
uint32_t dl_group_behind(const dl_groups *groups, uint32_t token);
void dl_group_tie(const dl_count_reader *r, dl_group *g, uint32_t harm);
/* Two groups with "and" or a comma between them and no verb: "four soldiers and a woman". */
bool dl_groups_coordinated(const dl_count_reader *r, const dl_group *a, const dl_group *b);
/* Hands the anchor on along coordinated groups, to the left for what stands before its verb, to the right for what stands behind it. */
void dl_groups_chain(const dl_count_reader *r, dl_groups *groups, uint32_t i, bool left);

#endif
