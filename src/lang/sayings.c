/* "Norway will cut ties, the premier | said", with the saying as something beside what is said: it governs that, as it does in front of it. */
#include "doc/ud.h"
#include "lang/repair.h"

static const char saying[] =
    "said says say told tells announced announces warned warns declared declares stated states insisted insists argued argues "
    "claimed claims alleged vowed promised complained stressed";

/* Whether behind the saying and who says so nothing of what is said follows but the full stop. */
static bool is_last(const dl_window *w, uint32_t verb, uint32_t told) {
    uint32_t first = told + 1;
    while (first < verb && !dl_window_hangs_on(w, first, verb)) first++;
    if (w->upos[first] != DL_UPOS_PUNCT && w->upos[first - 1] != DL_UPOS_PUNCT) return false;
    for (uint32_t i = first; i <= w->count; i++)
        if (!dl_window_hangs_on(w, i, verb) && w->upos[i] != DL_UPOS_PUNCT) return false;
    return true;
}

/* "Fired at a ship before | ramming another, the guard said", with the ramming hung on the saying: a clause in front of the comma behind which
 * stands who says so is told by him. */
static void return_clauses(dl_window *w, uint32_t verb, uint32_t told) {
    uint32_t comma = 0;
    for (uint32_t i = told + 1; i < verb && !comma; i++)
        if (w->head[i] == verb && dl_window_is_subject(w, i)) comma = dl_window_first_of(w, i) - 1;
    if (comma <= told || w->xpos[comma] != DL_XPOS_COMMA) return;
    for (uint32_t i = told + 1; i < comma; i++) {
        bool gerund = w->deprel[i] == DL_DEP_CSUBJ && w->xpos[i] == DL_XPOS_VBG; /* "bombed a ward, | killing six, the rebels said" */
        if (w->head[i] != verb || (w->deprel[i] != DL_DEP_ADVCL && !gerund)) continue;
        w->head[i] = (uint16_t)told;
        w->deprel[i] = DL_DEP_ADVCL;
    }
}

static void govern(dl_window *w, uint32_t verb) {
    static const dl_relations speaker = DL_REL(NSUBJ), circumstance = DL_REL(ADVMOD);
    static const dl_relations own = DL_REL(CCOMP) | DL_REL(XCOMP) | DL_REL(OBJ) | DL_REL(MARK) | DL_REL(AUX) | DL_REL(CC);
    uint32_t told = w->head[verb];
    bool hung = w->deprel[verb] == DL_DEP_ADVCL && w->xpos[verb] == DL_XPOS_VBD && !dl_window_has(w, verb, circumstance);
    bool also = w->deprel[verb] == DL_DEP_CCOMP && w->xpos[verb] == DL_XPOS_VBD; /* "police believe they fled, an aide | said" */
    bool beside = w->deprel[verb] == DL_DEP_PARATAXIS || w->deprel[verb] == DL_DEP_CONJ || hung || also;
    if (!beside || w->upos[verb] != DL_UPOS_VERB || !told || told > verb || w->head[told]) return;
    if (!dl_window_among(w, verb, saying) || !dl_window_has(w, verb, speaker) || dl_window_has(w, verb, own)) return;
    return_clauses(w, verb, told);
    if (!is_last(w, verb, told)) return;
    for (uint32_t i = verb; i <= w->count; i++)
        if (w->head[i] == told) w->head[i] = (uint16_t)verb;
    w->head[verb] = 0;
    w->deprel[verb] = w->deprel[told];
    w->head[told] = (uint16_t)verb;
    w->deprel[told] = DL_DEP_CCOMP;
}

/* The comma in front of who says so behind what is told; 0 where there is none. */
static uint32_t comma_between(const dl_window *w, uint32_t verb, uint32_t told) {
    for (uint32_t i = told + 1; i < verb; i++)
        if (w->head[i] == verb && dl_window_is_subject(w, i) && w->xpos[dl_window_first_of(w, i) - 1] == DL_XPOS_COMMA)
            return dl_window_first_of(w, i) - 1;
    return 0;
}

/* Whether a clause with its verb at `told` is a sentence of its own: a subject, a finite verb, and nothing that opens it ("when", "had he"). */
static bool is_sentence(const dl_window *w, uint32_t told) {
    static const dl_relations subject = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(EXPL), opener = DL_REL(MARK),
                              finite = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(COP);
    unsigned form = w->xpos[told], first = dl_window_first_of(w, told);
    static const dl_relations active = DL_REL(NSUBJ);
    bool past = form == DL_XPOS_VBN && dl_window_has(w, told, active) && told + 1 < w->count && w->xpos[told + 1] != DL_XPOS_COMMA;
    bool tensed = form == DL_XPOS_VBD || form == DL_XPOS_VBZ || form == DL_XPOS_VBP || past || dl_window_has(w, told, finite);
    bool asks = w->xpos[first] == DL_XPOS_WRB || w->upos[first] == DL_UPOS_AUX || w->upos[first] == DL_UPOS_SCONJ;
    return tensed && !asks && dl_window_has(w, told, subject) && !dl_window_has(w, told, opener);
}

/* "Rebels killed ten nurses, the army | said", as a participle, with the nurses as who said so: it is a past, and they are its object. */
static void make_past(dl_window *w, uint32_t verb, uint32_t told, uint32_t comma) {
    static const dl_relations auxiliary = DL_REL(AUX) | DL_REL(AUX_PASS), object = DL_REL(OBJ);
    if (w->xpos[told] != DL_XPOS_VBN || dl_window_has(w, told, auxiliary)) return;
    w->xpos[told] = DL_XPOS_VBD;
    for (uint32_t i = told + 1; i < comma; i++) {
        if (w->head[i] != verb || !dl_window_is_subject(w, i) || dl_window_has(w, told, object)) continue;
        w->head[i] = (uint16_t)told;
        w->deprel[i] = DL_DEP_OBJ;
    }
}

/* "Rebels killed at least ten, the army | said in a report", with the killing as when it was said; "overran a base, killing ten, a source | said",
 * with the killing as what said so: what stands in front of the comma before the speaker is told by him. */
static void tell_sentence(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(XCOMP) | DL_REL(MARK) | DL_REL(AUX_PASS);
    uint32_t told = 0, comma = 0;
    if (w->upos[verb] != DL_UPOS_VERB || !dl_window_among(w, verb, saying) || dl_window_has(w, verb, own)) return;
    for (uint32_t i = 1; i < verb && !told; i++) {
        bool clause = w->deprel[i] == DL_DEP_ADVCL || w->deprel[i] == DL_DEP_CCOMP;
        if (clause && w->head[i] == verb && w->upos[i] == DL_UPOS_VERB && is_sentence(w, i)) told = i;
    }
    comma = told ? comma_between(w, verb, told) : 0;
    if (!comma) return;
    w->deprel[told] = DL_DEP_CCOMP;
    make_past(w, verb, told, comma);
    for (uint32_t i = told + 2; i < comma; i++) {
        bool subject = w->head[i] == verb && w->deprel[i] == DL_DEP_CSUBJ;
        if (!subject || w->xpos[i] != DL_XPOS_VBG || w->xpos[i - 1] != DL_XPOS_COMMA) continue;
        w->head[i] = (uint16_t)told;
        w->deprel[i] = DL_DEP_ADVCL;
    }
}

/* "Killed three people, | Hegseth said", with the people as who said it and Hegseth as their name: a comma that none answers ends what is said. */
static void part_speaker(dl_window *w, uint32_t name) {
    static const dl_relations objects = DL_REL(OBJ) | DL_REL(IOBJ);
    uint32_t noun = w->head[name], verb = w->head[noun];
    bool beside = w->deprel[name] == DL_DEP_APPOS && w->upos[name] == DL_UPOS_PROPN && noun && noun < name && w->deprel[noun] == DL_DEP_NSUBJ;
    if (!beside || verb < name || w->upos[verb] != DL_UPOS_VERB || !dl_window_among(w, verb, saying)) return;
    uint32_t first = dl_window_first_of(w, name), deed = dl_window_first_of(w, noun) - 1;
    if (w->xpos[first - 1] != DL_XPOS_COMMA || w->upos[verb - 1] == DL_UPOS_PUNCT) return;
    if (!deed || w->upos[deed] != DL_UPOS_VERB || w->upos[noun] != DL_UPOS_NOUN || dl_window_has(w, deed, objects)) return;
    w->head[name] = (uint16_t)verb;
    w->deprel[name] = DL_DEP_NSUBJ;
    w->head[noun] = (uint16_t)deed;
    w->deprel[noun] = DL_DEP_OBJ;
}

static const dl_rule rules[] = {
    {part_speaker, .relations = DL_REL(APPOS), .classes = DL_CLASS(PROPN)},
    {govern, .relations = DL_REL(PARATAXIS) | DL_REL(ADVCL) | DL_REL(CONJ) | DL_REL(CCOMP), .classes = DL_CLASS(VERB), .words = {saying}},
    {tell_sentence, .classes = DL_CLASS(VERB), .words = {saying}},
};
const dl_rules dl_rules_of_sayings = {DL_RULES_OF(rules)};
