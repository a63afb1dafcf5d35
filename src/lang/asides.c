/* "The rebels, police said, attacked two towns", read as two who said: who says so is an aside, and what stands in front of it is the subject of what
 * follows. */
#include "doc/ud.h"
#include "lang/repair.h"

static const dl_relations of_clauses = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(CSUBJ) | DL_REL(EXPL) | DL_REL(MARK) | DL_REL(CC);

/* Whether a comma stands right in front of a word's phrase. */
static bool behind_comma(const dl_window *w, uint32_t word) {
    return w->xpos[dl_window_first_of(w, word) - 1] == DL_XPOS_COMMA;
}

/* Who says so: the subject that ends right in front of the verb, set off by a comma; 0. */
static uint32_t speaker_of(const dl_window *w, uint32_t verb) {
    for (uint32_t i = verb; i-- > 1;)
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_NSUBJ) return behind_comma(w, i) ? i : 0;
    return 0;
}

/* Whom the rest of the sentence is about: a noun in front of the aside that hangs on the verb of saying and is no predicate; 0. */
static uint32_t topic_of(const dl_window *w, uint32_t verb, uint32_t speaker) {
    static const dl_relations of_predicates = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(COP) | DL_REL(MARK) | DL_REL(CASE);
    for (uint32_t i = dl_window_first_of(w, speaker); i-- > 1;) {
        if (w->head[i] != verb || w->upos[i] == DL_UPOS_PUNCT) continue;
        bool subject = dl_window_is_subject(w, i) || w->deprel[i] == DL_DEP_CCOMP || w->deprel[i] == DL_DEP_OBL_UNMARKED;
        return subject && dl_window_is_nominal(w, i) && !dl_window_has(w, i, of_predicates) ? i : 0;
    }
    return 0;
}

static bool is_finite(const dl_window *w, uint32_t verb) {
    static const dl_relations auxiliary = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(COP);
    uint8_t x = w->xpos[verb];
    return x == DL_XPOS_VBD || x == DL_XPOS_VBZ || x == DL_XPOS_VBP || dl_window_has(w, verb, auxiliary);
}

/* What is said: a clause behind the aside without a subject of its own; 0. */
static uint32_t predicate_of(const dl_window *w, uint32_t verb) {
    for (uint32_t i = verb + 1; i <= w->count; i++) {
        if (w->head[i] != verb || w->upos[i] == DL_UPOS_PUNCT) continue;
        bool clause = w->deprel[i] == DL_DEP_CCOMP || w->deprel[i] == DL_DEP_PARATAXIS || w->deprel[i] == DL_DEP_CONJ || w->deprel[i] == DL_DEP_ADVCL;
        if (!clause) continue;
        return behind_comma(w, i) && is_finite(w, i) && !dl_window_has(w, i, of_clauses) ? i : 0;
    }
    return 0;
}

static void set_aside(dl_window *w, uint32_t verb) {
    static const dl_relations passive = DL_REL(AUX_PASS);
    if (w->upos[verb] != DL_UPOS_VERB) return;
    uint32_t predicate = predicate_of(w, verb), speaker = predicate ? speaker_of(w, verb) : 0, topic = speaker ? topic_of(w, verb, speaker) : 0;
    if (!topic) return;
    uint32_t from = dl_window_first_of(w, speaker), to = dl_window_first_of(w, predicate);
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == verb && (i < from || i >= to)) w->head[i] = (uint16_t)predicate;
    w->deprel[topic] = dl_window_has(w, predicate, passive) ? DL_DEP_NSUBJ_PASS : DL_DEP_NSUBJ;
    w->head[predicate] = w->head[verb];
    w->deprel[predicate] = w->deprel[verb];
    w->head[verb] = (uint16_t)predicate;
    w->deprel[verb] = DL_DEP_PARATAXIS;
}

static const dl_rule rules[] = {
    {set_aside, .classes = DL_CLASS(VERB)},
};
const dl_rules dl_rules_of_asides = {DL_RULES_OF(rules)};
