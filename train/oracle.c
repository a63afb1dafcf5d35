#include "oracle.h"

static bool in_stack_below_top(const dl_parse *p, uint32_t word) {
    for (uint32_t i = 0; i + 1 < p->depth; i++)
        if (p->stack[i] == word) return true;
    return false;
}

/* Dependents of `word` that are still to come. */
static uint32_t kids_ahead(const dl_parse *p, const sample *s, uint32_t word) {
    uint32_t number = 0;
    for (uint32_t i = p->next; i <= s->count; i++) number += s->tokens[i].head == word;
    return number;
}

static uint32_t kids_in_stack(const dl_parse *p, const sample *s, uint32_t word) {
    uint32_t number = 0;
    for (uint32_t i = 0; i < p->depth; i++) number += s->tokens[p->stack[i]].head == word;
    return number;
}

/* Gold arcs that can no longer be made after the move. */
static uint32_t cost(const dl_parse *p, const sample *s, dl_move move) {
    uint32_t top = dl_parse_stack(p, 0), below = dl_parse_stack(p, 1), next = p->next;
    if (move == DL_MOVE_SHIFT) {
        uint32_t head = s->tokens[next].head;
        return kids_in_stack(p, s, next) + (head ? in_stack_below_top(p, head) : p->depth > 0);
    }
    uint32_t head = s->tokens[top].head, lost = kids_ahead(p, s, top) + !head;
    if (head == NO_HEAD) return lost;
    if (move == DL_MOVE_LEFT) return lost + (head && (head == below || head > next));
    return lost + (head >= next);
}

uint32_t oracle_costs(const dl_parse *p, const sample *s, uint32_t costs[DL_MOVE_COUNT_]) {
    uint32_t least = UINT32_MAX;
    for (int m = 0; m < DL_MOVE_COUNT_; m++) {
        costs[m] = dl_parse_allows(p, (dl_move)m) ? cost(p, s, (dl_move)m) : UINT32_MAX;
        if (costs[m] < least) least = costs[m];
    }
    return least;
}
