/* "A general | thought to be close to the rebels": "thought", "said" and such in front of "to be" or "to have" are participles wherever a noun stands
 * right before them, since nobody "thinks to be" anything. The parser, who knows "thought" as a past, makes the noun its subject. */
#include "doc/ud.h"
#include "lang/repair.h"

/* The first finite verb behind a participle that was read as the root, without a subject and a conjunction of its own: what the noun did; or 0. */
static uint32_t told_behind(const dl_window *w, uint32_t participle) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(MARK) | DL_REL(CC);
    for (uint32_t i = participle + 3; i <= w->count; i++) {
        bool past = w->xpos[i] == DL_XPOS_VBD || w->xpos[i] == DL_XPOS_VBZ || w->xpos[i] == DL_XPOS_VBP || w->xpos[i] == DL_XPOS_VBN;
        if (!past || w->upos[i] != DL_UPOS_VERB || dl_window_has(w, i, own) || !dl_window_hangs_on(w, i, participle)) continue;
        if (w->deprel[i] == DL_DEP_ADVCL || w->deprel[i] == DL_DEP_CONJ || w->deprel[i] == DL_DEP_CCOMP || w->deprel[i] == DL_DEP_PARATAXIS) return i;
        if (w->deprel[i] == DL_DEP_ACL && w->xpos[i] == DL_XPOS_VBD) return i;
    }
    return 0;
}

/* The noun takes the participle's place in the sentence, and the participle hangs on it. */
static void hang_on_noun(dl_window *w, uint32_t participle, uint32_t noun) {
    static const dl_relations object = DL_REL(OBJ);
    uint32_t above = w->head[participle];
    dl_deprel relation = w->deprel[participle];
    for (uint32_t i = 1; i < noun; i++)
        if (w->deprel[i] == DL_DEP_CASE && (w->head[i] == participle || w->head[i] == noun))
            relation = dl_window_among(w, i, "by") ? DL_DEP_OBL_AGENT : DL_DEP_OBL;
    if (relation == DL_DEP_CCOMP || relation == DL_DEP_XCOMP || relation == DL_DEP_ADVCL || relation == DL_DEP_PARATAXIS)
        relation = dl_window_has(w, above, object) ? DL_DEP_OBL : DL_DEP_OBJ;
    for (uint32_t i = 1; i < participle; i++)
        if (w->head[i] == participle && i != noun) w->head[i] = (uint16_t)noun;
    w->head[noun] = (uint16_t)above;
    w->deprel[noun] = (uint8_t)relation;
}

/* What was hung on the root that is none hangs on the verb. */
static void hand_over_root(dl_window *w, uint32_t participle, uint32_t noun, uint32_t verb) {
    for (uint32_t i = 1; i <= w->count; i++) {
        bool outside = i + 1 < noun || i > verb || w->deprel[i] == DL_DEP_PUNCT;
        if (w->head[i] == participle && i != noun && i != verb && outside) w->head[i] = (uint16_t)verb;
        if (w->head[i] == participle && i < noun) w->head[i] = (uint16_t)noun;
    }
    if (w->xpos[verb] == DL_XPOS_VBN) w->xpos[verb] = DL_XPOS_VBD;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_NSUBJ;
}

static const char held[] = "thought said known believed reported understood suspected alleged presumed feared considered deemed rumoured rumored";

static bool is_held_to_be(const dl_window *w, uint32_t i) {
    return dl_window_among(w, i + 1, "to") && dl_window_among(w, i + 2, "be have") && dl_window_among(w, i, held);
}

/* "Which the Nazarenes | considered to be the gospel": a clause said of a noun may lack its object, and is active. */
static bool lacks_object(const dl_window *w, uint32_t verb) {
    for (uint32_t i = 1; i < verb; i++)
        if (w->head[i] == verb && (w->xpos[i] == DL_XPOS_WDT || w->xpos[i] == DL_XPOS_WP)) return true;
    return w->deprel[verb] == DL_DEP_ACL_RELCL;
}

static void hold(dl_window *w, uint32_t i) {
    uint32_t noun = i - 1;
    if (!is_held_to_be(w, i) || (!dl_window_is_noun(w, noun) && w->head[noun] != i) || w->deprel[i] == DL_DEP_ACL || lacks_object(w, i)) return;
    if (!dl_window_is_noun(w, noun) && w->upos[noun] != DL_UPOS_ADJ) return;
    uint32_t verb = w->head[i] ? 0 : told_behind(w, i);
    if (!w->head[i] && !verb) return;
    if (!dl_window_is_noun(w, noun)) dl_window_make_noun(w, noun);
    if (verb)
        hand_over_root(w, i, noun, verb);
    else if (w->head[i] < noun && w->head[i] != 0)
        hang_on_noun(w, i, noun);
    else
        return;
    w->upos[i] = DL_UPOS_VERB;
    w->xpos[i] = DL_XPOS_VBN;
    w->head[i] = (uint16_t)noun;
    w->deprel[i] = DL_DEP_ACL;
}

static const dl_rule rules[] = {
    {hold, .words = {held}},
};
const dl_rules dl_rules_of_held_to_be = {DL_RULES_OF(rules), .skipped_before = 2, .skipped_behind = 3};
