#include "lang/net.h"

static uint32_t distance(uint32_t a, uint32_t b) {
    if (!a || !b) return 0;
    enum { FAR = 15 };
    static const uint8_t class_of[FAR + 1] = {0, 1, 2, 3, 4, 5, 6, 6, 6, 7, 7, 7, 7, 7, 7, 8};
    uint32_t d = a > b ? a - b : b - a;
    return class_of[d < FAR ? d : FAR];
}

static uint32_t few(uint32_t number) {
    return number < 4 ? number : 4;
}

void dl_net_state_read(const dl_parse *p, dl_net_state *state) {
    uint32_t s0 = dl_parse_stack(p, 0), s1 = dl_parse_stack(p, 1), b0 = dl_parse_ahead(p, 0);
    const dl_kids *k0 = p->kids + s0, *k1 = p->kids + s1, *kb = p->kids + b0;
    const uint32_t slots[DL_NET_SLOTS] = {s0,          s1,          dl_parse_stack(p, 2), b0,           dl_parse_ahead(p, 1), dl_parse_ahead(p, 2),
                                          k0->left[0], k0->left[1], k0->right[0],         k1->right[0], k1->left[0],          kb->left[0]};
    const uint32_t facts[DL_NET_FACTS] = {p->deprel[k0->left[0]],
                                          p->deprel[k0->left[1]],
                                          p->deprel[k0->right[0]],
                                          p->deprel[k1->right[0]],
                                          p->deprel[k1->left[0]],
                                          p->deprel[kb->left[0]],
                                          distance(s0, s1),
                                          distance(s0, b0),
                                          few(k0->lefts) * 5 + few(k0->rights),
                                          few(k1->rights) * 5 + few(kb->lefts)};
    memcpy(state->slot, slots, sizeof slots);
    for (uint32_t i = 0; i < DL_NET_FACTS; i++) state->fact[i] = i * DL_NET_FACT_VALUES + facts[i];
}

static uint32_t add_around(const dl_window *w, uint32_t at, uint32_t first, uint32_t *rows) {
    uint32_t n = 0;
    for (uint32_t bits = w->hints[at]; bits; bits &= bits - 1) rows[n++] = first + (uint32_t)__builtin_ctz(bits);
    rows[n++] = first + DL_NET_HINT_BITS + w->cased[at] % DL_NET_CASES;
    return n;
}

uint32_t dl_net_name_facts(const dl_window *w, uint32_t at, uint32_t rows[DL_NET_NAME_FACTS]) {
    uint32_t n = 0;
    for (uint32_t k = 0; k < 3; k++)
        if (at + k > 1 && at + k - 1 <= w->count) n += add_around(w, at + k - 1, k * DL_NET_AROUND, rows + n);
    if (w->capitals) rows[n++] = 3 * DL_NET_AROUND;
    if (at == 1) rows[n++] = 3 * DL_NET_AROUND + 1;
    return n;
}
