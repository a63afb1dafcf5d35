#include "event/blamed.h"

#include "event/roles.h"

bool dl_ascribes(const dl_reading *r, uint32_t verb) {
    return dl_lemma_among(r, verb, "blame attribute ascribe pin");
}

static uint32_t phrase(const dl_reading *r, uint32_t head, dl_deprel relation, const char *prepositions) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[head]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_base_of(r, c) == relation && dl_child_lemma(r, c, DL_DEP_CASE, prepositions)) return c;
    return 0;
}

/* "No group claimed responsibility" names nobody. */
static dl_heads somebody(const dl_reading *r, dl_heads heads) {
    if (heads.count && (dl_child_lemma(r, heads.rows[0], DL_DEP_DET, "no neither") || dl_lemma_among(r, heads.rows[0], "nobody none no-one")))
        heads.count = 0;
    return heads;
}

dl_heads dl_blamed_for(const dl_reading *r, uint32_t noun) {
    dl_heads found = {0};
    uint32_t head = dl_at(r, noun)->head, verb = head ? dl_at(r, head)->head : 0;
    dl_deprel relation = dl_at(r, noun)->deprel, base = dl_base_of(r, noun);
    if (!head) return found;
    bool laid = dl_ascribes(r, head) && (base == DL_DEP_OBJ || relation == DL_DEP_NSUBJ_PASS); /* "the attack was blamed on" */
    if (laid) {
        uint32_t blamed = phrase(r, head, DL_DEP_OBL, "on to");
        dl_heads_add_all(r, &found, blamed ? blamed : phrase(r, noun, DL_DEP_NMOD, "to")); /* "attributed | the killings to the rebels" */
    }
    if (!dl_has_case(r, noun, DL_LIT("for"))) return found;
    bool owns_up = verb && dl_lemma_among(r, head, "responsibility credit") && dl_lemma_among(r, verb, "claim take admit accept assume");
    if (owns_up && !dl_child_lemma(r, verb, DL_DEP_ADVMOD, "not n't never")) return somebody(r, dl_subject(r, verb));
    if (verb && dl_lemma_is(r, verb, "blame") && dl_base_of(r, head) == DL_DEP_OBJ) dl_heads_add_all(r, &found, head); /* "blamed the rebels for" */
    if (dl_lemma_is(r, head, "blame")) dl_heads_add_all(r, &found, dl_child(r, head, dl_is_passive(r, head) ? DL_DEP_NSUBJ : DL_DEP_OBJ));
    return found;
}
