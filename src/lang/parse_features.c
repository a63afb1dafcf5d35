/* Features of a parser state. A state is first told as atoms (single facts); a template names up to four atoms that make one feature together. */
#include "lang/parser.h"

enum {
    END, /* ends a template */
    S0w,
    S0t,
    S1w,
    S1t,
    S2w,
    S2t,
    S3t,
    B0w,
    B0t,
    B1w,
    B1t,
    B2w,
    B2t,
    B3t,
    S0s,
    S1s,
    B0s,
    S0h,
    B0h,
    S0Lt,
    S0Ll,
    S0Lw,
    S0L2t,
    S0L2l,
    S0Rt,
    S0Rl,
    S0Rw,
    S0R2t,
    S0R2l,
    S1Lt,
    S1Ll,
    S1L2l,
    S1Rt,
    S1Rl,
    S1Rw,
    S1R2l,
    B0Lt,
    B0Ll,
    B0Lw,
    B0L2l,
    B0L2t,
    S0vl,
    S0vr,
    S1vl,
    S1vr,
    B0vl,
    Dsb,
    Dss,
    PREV,
    S2Rl,
    ATOMS
};

enum { TEMPLATE = 4 };

static const uint8_t move_templates[][TEMPLATE] = {
    {S0w},
    {S0t},
    {S0w, S0t},
    {S1w},
    {S1t},
    {S1w, S1t},
    {B0w},
    {B0t},
    {B0w, B0t},
    {B1w},
    {B1t},
    {B1w, B1t},
    {B2w},
    {B2t},
    {S2w},
    {S2t},
    {S0w, S0t, B0w, B0t},
    {S0w, S0t, B0t},
    {S0t, B0w, B0t},
    {S0w, B0w},
    {S0t, B0t},
    {S0t, B0t, B1t},
    {S0w, B0t, B1t},
    {S0t, B0w, B1t},
    {S0w, S0t, S1w, S1t},
    {S0w, S0t, S1t},
    {S0t, S1w, S1t},
    {S0w, S1w},
    {S0t, S1t},
    {S1t, S0t, B0t},
    {S1w, S0t, B0t},
    {S1t, S0w, B0t},
    {S1t, S0t, B0w},
    {B0t, B1t, B2t},
    {S0t, B0t, B1t, B2t},
    {S2t, S1t, S0t},
    {S2t, S1t, S0t, B0t},
    {S1t, S0t, B0t, B1t},
    {S3t, S2t, S1t, S0t},
    {B0t, B1t, B2t, B3t},
    {S0t, S0Lt, B0t},
    {S0t, S0Rt, B0t},
    {S0t, B0t, B0Lt},
    {S1t, S1Rt, S0t},
    {S1t, S1Lt, S0t},
    {S1t, S0t, S0Rt},
    {S1t, S0t, S0Lt},
    {S1t, S1Rt, S0t, B0t},
    {S0t, S0Rl, S0Ll, B0t},
    {S1t, S1Rl, S0t},
    {S0t, S0R2l, S0Rl, B0t},
    {S0t, S0L2l, S0Ll, B0t},
    {B0t, B0Ll, B0L2l, S0t},
    {S1Rl, S1R2l, S1t, S0t},
    {S0w, S0Rw, B0t},
    {S0w, S0Lw, B0t},
    {S1w, S0Lw, S0t},
    {B0w, B0Lw, S0t},
    {S1t, S0w, S0Lw},
    {S1w, S0w, S0Lw},
    {S0w, S0Rl},
    {S1w, S1Rl},
    {S0t, S0vr, S0vl, B0t},
    {S1t, S1vr, S1vl, S0t},
    {B0t, B0vl, S0t},
    {Dsb, S0t, B0t},
    {Dss, S1t, S0t},
    {Dsb, S0w, B0w},
    {PREV, S0t, B0t},
    {PREV},
    {S0s, B0s},
    {S0s, S1s},
    {S0h, B0h, S0t, B0t},
    {S2Rl, S2t, S0t},
};

/* D: the dependent, H: its head, as LEFT or RIGHT would join them */
enum {
    Hw = 1,
    Ht,
    Dw,
    Dt,
    Hs,
    Ds,
    DLw,
    DLt,
    DLl,
    DL2l,
    DRw,
    DRt,
    DRl,
    DR2l,
    HLt,
    HLl,
    HLw,
    HL2l,
    HRt,
    HRl,
    HRw,
    HR2l,
    DIR,
    DIST,
    NEXTw,
    NEXTt,
    Dpt,
    Dnt,
    Hvl,
    Hvr,
    Dvl,
    Dvr,
    Dh,
    Xt,
    LABEL_ATOMS
};

static const uint8_t label_templates[][TEMPLATE] = {
    {DIR, Hw},          {DIR, Ht},          {DIR, Dw},           {DIR, Dt},           {DIR, Hw, Dw},       {DIR, Ht, Dt},
    {DIR, Hw, Dt},      {DIR, Ht, Dw},      {DIR, Ht, Dt, DIST}, {DIR, Hs, Ds, Ht},   {DIR, Dt, DLw},      {DIR, Dt, DLt},
    {DIR, Dt, DLl},     {DIR, Ht, Dt, DLw}, {DIR, Hw, DLw},      {DIR, Hw, Dw, DLw},  {DLl, DL2l, Dt, Ht}, {DIR, Dt, DRl},
    {DIR, Dw, DRl},     {DIR, Ht, Dt, DRw}, {DIR, Ht, DRt, Dt},  {DRl, DR2l, Dt, Ht}, {DIR, Ht, HLl, Dt},  {DIR, Ht, HRl, Dt},
    {DIR, Hw, HLl},     {DIR, Hw, HRl, Dt}, {HLl, HL2l, Ht, Dt}, {HRl, HR2l, Ht, Dt}, {DIR, Dt, NEXTw},    {DIR, Dt, NEXTt, Ht},
    {DIR, Dt, Dpt, Ht}, {DIR, Dt, Dnt, Ht}, {DIR, Hw, Dt, Dpt},  {DIR, Dt, Dvl, Dvr}, {DIR, Ht, Hvl, Dt},  {DIR, Ht, Hvr, Dt},
    {DIR, Ds, Ht},      {DIR, Dh, Dt, Ht},  {DIR, HRw, Dt, Ht},  {DIR, HLw, Dt, Ht},  {DIR, Xt, Ht, Dt},   {DIR, Ht, Dw, HLl},
};

#define COUNT(list) (uint32_t)(sizeof(list) / sizeof *(list))

static uint32_t distance(uint32_t a, uint32_t b) {
    uint32_t d = a > b ? a - b : b - a;
    if (!a || !b) return 0;
    return d <= 4 ? d : d <= 7 ? 5 : d <= 12 ? 6 : 7;
}

static uint32_t few(uint32_t number) {
    return number < 3 ? number : 3;
}

static uint32_t combine(const uint8_t templates[][TEMPLATE], uint32_t count, const uint32_t *atoms, uint32_t *features) {
    for (uint32_t i = 0; i < count; i++) {
        uint32_t hash = i + 1;
        for (uint32_t j = 0; j < TEMPLATE && templates[i][j]; j++) hash = dl_mix(hash, atoms[templates[i][j]]);
        features[i] = hash;
    }
    return count;
}

/* Label and tag of a word that may be 0. */
#define FORM(word) (w->words[word].form)
#define TAG(word) (w->tag[word])
#define LABEL(word) (p->deprel[word])

static void stack_atoms(const dl_parse *p, uint32_t *a) {
    const dl_window *w = p->window;
    uint32_t s0 = dl_parse_stack(p, 0), s1 = dl_parse_stack(p, 1), s2 = dl_parse_stack(p, 2), s3 = dl_parse_stack(p, 3);
    a[S0w] = FORM(s0), a[S0t] = TAG(s0), a[S1w] = FORM(s1), a[S1t] = TAG(s1), a[S2w] = FORM(s2), a[S2t] = TAG(s2), a[S3t] = TAG(s3);
    a[S0s] = w->words[s0].suffix3, a[S1s] = w->words[s1].suffix3, a[S0h] = w->words[s0].shape;
    const dl_kids *k0 = p->kids + s0, *k1 = p->kids + s1;
    a[S0Lt] = TAG(k0->left[0]), a[S0Ll] = LABEL(k0->left[0]), a[S0Lw] = FORM(k0->left[0]), a[S0L2t] = TAG(k0->left[1]), a[S0L2l] = LABEL(k0->left[1]);
    a[S0Rt] = TAG(k0->right[0]), a[S0Rl] = LABEL(k0->right[0]), a[S0Rw] = FORM(k0->right[0]), a[S0R2t] = TAG(k0->right[1]),
    a[S0R2l] = LABEL(k0->right[1]);
    a[S1Lt] = TAG(k1->left[0]), a[S1Ll] = LABEL(k1->left[0]), a[S1L2l] = LABEL(k1->left[1]);
    a[S1Rt] = TAG(k1->right[0]), a[S1Rl] = LABEL(k1->right[0]), a[S1Rw] = FORM(k1->right[0]), a[S1R2l] = LABEL(k1->right[1]);
    a[S2Rl] = LABEL(p->kids[s2].right[0]);
    a[S0vl] = few(k0->lefts), a[S0vr] = few(k0->rights), a[S1vl] = few(k1->lefts), a[S1vr] = few(k1->rights), a[Dss] = distance(s0, s1);
}

static void ahead_atoms(const dl_parse *p, uint32_t *a) {
    const dl_window *w = p->window;
    uint32_t b0 = dl_parse_ahead(p, 0), b1 = dl_parse_ahead(p, 1), b2 = dl_parse_ahead(p, 2), b3 = dl_parse_ahead(p, 3);
    a[B0w] = FORM(b0), a[B0t] = TAG(b0), a[B1w] = FORM(b1), a[B1t] = TAG(b1), a[B2w] = FORM(b2), a[B2t] = TAG(b2), a[B3t] = TAG(b3);
    a[B0s] = w->words[b0].suffix3, a[B0h] = w->words[b0].shape;
    const dl_kids *k = p->kids + b0;
    a[B0Lt] = TAG(k->left[0]), a[B0Ll] = LABEL(k->left[0]), a[B0Lw] = FORM(k->left[0]), a[B0L2l] = LABEL(k->left[1]), a[B0L2t] = TAG(k->left[1]);
    a[B0vl] = few(k->lefts), a[Dsb] = distance(dl_parse_stack(p, 0), b0), a[PREV] = b0 > 1 ? FORM(b0 - 1) : 0;
}

uint32_t dl_parse_move_features(const dl_parse *p, uint32_t *features) {
    uint32_t atoms[ATOMS] = {0};
    stack_atoms(p, atoms);
    ahead_atoms(p, atoms);
    return combine(move_templates, COUNT(move_templates), atoms, features);
}

uint32_t dl_parse_label_features(const dl_parse *p, dl_move move, uint32_t *features) {
    const dl_window *w = p->window;
    uint32_t a[LABEL_ATOMS] = {0};
    uint32_t d = dl_parse_stack(p, 0), h = move == DL_MOVE_LEFT ? dl_parse_ahead(p, 0) : dl_parse_stack(p, 1);
    const dl_kids *dk = p->kids + d, *hk = p->kids + h;
    a[Hw] = FORM(h), a[Ht] = TAG(h), a[Dw] = FORM(d), a[Dt] = TAG(d), a[Hs] = w->words[h].suffix3, a[Ds] = w->words[d].suffix3;
    a[DLw] = FORM(dk->left[0]), a[DLt] = TAG(dk->left[0]), a[DLl] = LABEL(dk->left[0]), a[DL2l] = LABEL(dk->left[1]);
    a[DRw] = FORM(dk->right[0]), a[DRt] = TAG(dk->right[0]), a[DRl] = LABEL(dk->right[0]), a[DR2l] = LABEL(dk->right[1]);
    a[HLt] = TAG(hk->left[0]), a[HLl] = LABEL(hk->left[0]), a[HLw] = FORM(hk->left[0]), a[HL2l] = LABEL(hk->left[1]);
    a[HRt] = TAG(hk->right[0]), a[HRl] = LABEL(hk->right[0]), a[HRw] = FORM(hk->right[0]), a[HR2l] = LABEL(hk->right[1]);
    uint32_t next = dl_parse_ahead(p, move == DL_MOVE_LEFT ? 1 : 0);
    a[DIR] = (uint32_t)move, a[DIST] = distance(d, h), a[NEXTw] = FORM(next), a[NEXTt] = TAG(next), a[Dpt] = TAG(d - 1), a[Dnt] = TAG(d + 1);
    a[Hvl] = few(hk->lefts), a[Hvr] = few(hk->rights), a[Dvl] = few(dk->lefts), a[Dvr] = few(dk->rights), a[Dh] = w->words[d].shape;
    a[Xt] = TAG(dl_parse_stack(p, move == DL_MOVE_LEFT ? 1 : 2));
    return combine(label_templates, COUNT(label_templates), a, features);
}
