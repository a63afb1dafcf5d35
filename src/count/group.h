/* A number with the people that it counts: "at least 35 people", "four members of the security forces", "a woman", "more than 130". */
#ifndef DL_COUNT_GROUP_H
#define DL_COUNT_GROUP_H

#include "count/number.h"

typedef enum dl_group_noun {
    DL_GROUP_NO_NOUN, /* only a number: "killed 20" */
    DL_GROUP_PEOPLE,
    DL_GROUP_HARM,    /* "39 deaths", "20 wounded", "two protesters": the noun itself says what */
    DL_GROUP_UNKNOWN, /* a noun of which nothing is known */
    DL_GROUP_THING
} dl_group_noun;

typedef struct dl_group {
    dl_number number;
    uint32_t first, last;         /* tokens of the whole, inclusive */
    uint32_t who_first, who_last; /* the people; 0 where unsaid */
    uint32_t head;                /* head noun, or the number's last token */
    uint32_t noun_harm;           /* token of the harm noun that is the head, or of a harm attribute ("two wounded soldiers"); 0 */
    uint32_t picked;              /* token of the harm word that the number is taken out of: "two of the wounded"; 0 */
    uint32_t anchor;              /* harm token, once found */
    uint32_t parent;              /* index of the group that it is part of; 0 none */
    uint32_t row;                 /* row of counts, once written */
    uint32_t before;              /* row of counts that it is part of, told in the sentence before; 0 none */
    uint8_t noun;                 /* dl_group_noun */
    uint8_t what;
    bool speaks;     /* "a police spokesman said" */
    bool part;       /* opened by "including" or closed by "of them" */
    bool others;     /* "six others" */
    bool cumulative; /* behind "the toll rose to" */
} dl_group;

typedef DL_ARRAY(dl_group) dl_groups;

/* All groups of the reader's sentence, in text order, from index 1. */
void dl_groups_read(const dl_count_reader *r, dl_groups *groups);

#endif
