/* Verbs with a hyphen, which the tokenizer cuts as the treebanks do: "rubber-stamped". Their first part is no subject, and what stands before the
 * subject is not theirs. */
#include "doc/ud.h"
#include "lang/repair.h"

/* "Soldiers press-|ganged the men", with the press as who ganged: the noun in front of it is the subject, with all that hung on the part. */
static void free_subject(dl_window *w, uint32_t verb, uint32_t part) {
    uint32_t subject = 0;
    for (uint32_t i = 1; i < part; i++)
        if (w->head[i] == part && dl_window_is_nominal(w, i)) subject = i;
    if (!subject) return;
    for (uint32_t i = 1; i < part; i++)
        if (w->head[i] == part) w->head[i] = (uint16_t)subject;
    w->head[subject] = w->head[part] = (uint16_t)verb;
    w->deprel[subject] = DL_DEP_NSUBJ;
    w->deprel[part] = DL_DEP_COMPOUND;
}

/* "Police pepper-|sprayed marchers", with the police as a kind of marchers. */
static void free_object(dl_window *w, uint32_t verb, uint32_t part) {
    uint32_t object = w->head[verb], subject = w->head[part] == verb ? part - 1 : w->head[part - 1] == part ? part - 1 : 0;
    bool between = w->deprel[verb] == DL_DEP_AMOD && object > verb && w->deprel[object] == DL_DEP_ROOT && dl_window_is_nominal(w, object);
    if (!between || !subject || !dl_window_is_nominal(w, subject)) return;
    for (uint32_t i = 1; i < subject; i++)
        if (w->head[i] >= part) w->head[i] = (uint16_t)subject;
    for (uint32_t i = object + 1; i <= w->count; i++)
        if (w->head[i] == object && w->deprel[i] == DL_DEP_PUNCT) w->head[i] = (uint16_t)verb;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    w->xpos[verb] = DL_XPOS_VBD;
    w->head[part] = w->head[subject] = w->head[object] = (uint16_t)verb;
    w->deprel[part] = DL_DEP_COMPOUND;
    w->deprel[subject] = DL_DEP_NSUBJ;
    w->deprel[object] = DL_DEP_OBJ;
}

/* "The | parliament rubber-stamped it", with the article as the verb's. */
static void give_article(dl_window *w, uint32_t article) {
    uint32_t verb = w->head[article];
    if (w->upos[article] != DL_UPOS_DET || w->deprel[article] != DL_DEP_DET || verb < article || w->upos[verb] != DL_UPOS_VERB) return;
    for (uint32_t i = article + 1; i < verb; i++)
        if (w->head[i] == verb && dl_window_is_subject(w, i) && dl_window_is_nominal(w, i)) {
            w->head[article] = (uint16_t)i;
            return;
        }
}

static void free_parts(dl_window *w, uint32_t verb) {
    if (verb < 3 || w->upos[verb] != DL_UPOS_VERB || w->xpos[verb - 1] != DL_XPOS_HYPH) return;
    if (w->head[verb - 2] == verb && dl_window_is_subject(w, verb - 2)) free_subject(w, verb, verb - 2);
    if (verb > 3) free_object(w, verb, verb - 2);
}

static const dl_rule rules[] = {
    {give_article, .relations = DL_REL(DET), .classes = DL_CLASS(DET)},
    {free_parts, .classes = DL_CLASS(VERB)},
};
const dl_rules dl_rules_of_hyphens = {DL_RULES_OF(rules)};
