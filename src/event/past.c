/* What is told as past and over: the tense of the clause that a word stands in. */
#include "event/past.h"

enum { STEPS = 6 };

bool dl_is_mere_past(const dl_reading *r, uint32_t verb) {
    if (dl_at(r, verb)->xpos == DL_XPOS_VBD) return true;
    bool participle = dl_at(r, verb)->xpos == DL_XPOS_VBN || dl_at(r, verb)->xpos == DL_XPOS_VBG;
    uint32_t be = participle ? dl_child(r, verb, DL_DEP_AUX) : 0;
    return be && dl_at(r, be)->xpos == DL_XPOS_VBD && dl_lemma_is(r, be, "be");
}

/* "Often mocked", "was originally held": not done once, or not then. */
static bool at_other_times(const dl_reading *r, uint32_t verb) {
    return dl_child_lemma(r, verb, DL_DEP_ADVMOD, "often frequently regularly repeatedly originally already");
}

uint32_t dl_finite_above(const dl_reading *r, uint32_t token) {
    for (uint32_t t = token, steps = 0; t && steps < STEPS; t = dl_at(r, t)->head, steps++) {
        const dl_token *word = dl_at(r, t);
        bool finite = word->xpos == DL_XPOS_VBD || word->xpos == DL_XPOS_VBP || word->xpos == DL_XPOS_VBZ || dl_child(r, t, DL_DEP_AUX);
        if (finite) return t;
        uint32_t copula = dl_child(r, t, DL_DEP_COP);
        if (copula) return copula;
        dl_deprel base = dl_base_of(r, t);
        bool within = base == DL_DEP_OBL && dl_child_lemma(r, t, DL_DEP_CASE, "in at during"); /* "said in a | meeting" */
        if (word->upos == DL_UPOS_NOUN && base != DL_DEP_NSUBJ && base != DL_DEP_OBJ && !within) return 0;
    }
    return 0;
}

bool dl_is_told_past(const dl_reading *r, uint32_t token) {
    uint32_t finite = dl_finite_above(r, token);
    return finite && dl_is_mere_past(r, finite) && !at_other_times(r, finite);
}
