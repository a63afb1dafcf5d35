/* Which pairs of tags there are, and the order in which samples are learnt. */
#include "doc/ud.h"
#include "tasks.h"

#include <stdio.h>

enum { RARE = 10 };

static void count_pairs(const corpus *c, uint32_t seen[64][64]) {
    for (DL_EACH(i, &c->samples)) {
        const sample *s = c->samples.rows + i;
        for (uint32_t t = 1; s->tree && !s->silver && t <= s->count; t++) seen[s->tokens[t].upos][s->tokens[t].xpos]++;
    }
}

/* Pairs that are too rare to learn become the commonest pair with the same universal tag. */
void collect_tag_pairs(const corpus *c, tag_pairs *p, writer *w) {
    uint32_t seen[64][64] = {0};
    count_pairs(c, seen);
    for (unsigned u = 0; u < DL_UPOS_COUNT_; u++) {
        unsigned commonest = 0;
        for (unsigned x = 0; x < DL_XPOS_COUNT_; x++) {
            if (seen[u][x] > seen[u][commonest]) commonest = x;
            if (seen[u][x] < RARE || p->count == DL_NET_TAGS) continue;
            p->pair[p->count++] = (dl_tag_pair){(uint8_t)u, (uint8_t)x};
            p->class_of[u][x] = (uint8_t)p->count;
        }
        for (unsigned x = 0; x < DL_XPOS_COUNT_; x++)
            if (!p->class_of[u][x]) p->class_of[u][x] = p->class_of[u][commonest] ? p->class_of[u][commonest] : 1;
    }
    writer_add(w, "tag.pairs", 1, p->count, p->pair, p->count * sizeof *p->pair);
    printf("tags: %u pairs\n", p->count);
}

void shuffle(uint32_t *order, uint32_t count, chance *luck) {
    for (uint32_t i = 0; i + 1 < count; i++) order[i] = i + 1;
    for (uint32_t i = count > 1 ? count - 2 : 0; i > 0; i--) {
        uint32_t j = chance_below(luck, i + 1), keep = order[i];
        order[i] = order[j];
        order[j] = keep;
    }
}
