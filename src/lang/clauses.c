/* Clauses behind "when", "because", "after", "but" whose verb was read as a participle: "because gunmen | fired into a crowd" as if they were fired,
 * "when the union | called for calm" as a union called so, "after Norway | withheld aid" as withheld aid. A clause that such a word opens has a verb
 * with tense; a passive would have its "was". */
#include "doc/ud.h"
#include "lang/repair.h"

static const dl_relations auxiliaries = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(COP) | DL_REL(OBL_AGENT);
static const dl_relations passive = DL_REL(AUX_PASS);

/* The subject in front of a verb; 0 where it has none or several. */
static uint32_t subject_of(const dl_window *w, uint32_t verb) {
    uint32_t found = 0;
    for (uint32_t i = 1; i < verb; i++) {
        if (w->head[i] != verb || !dl_window_is_subject(w, i)) continue;
        if (found) return 0;
        found = i;
    }
    return found;
}

/* The word that opens the verb's clause and is none of "with", "once" or "if", behind which participles stand ("once freed", "with two killed"). */
static bool is_opened(const dl_window *w, uint32_t verb) {
    for (uint32_t i = 1; i < verb; i++)
        if (w->head[i] == verb && dl_window_among(w, i, "when because after before since until while although though that where but")) return true;
    return false;
}

/* What is done to somebody, and by him only with an object: "three were killed and twenty | injured". */
static const char suffered[] =
    "killed injured wounded hurt arrested detained jailed charged sentenced kidnapped abducted freed executed deported accused "
    "suspected convicted evacuated expelled displaced";

/* "Because gunmen | fired into a crowd", "but marchers chanted", "soldiers who fired". */
static void make_active(dl_window *w, uint32_t verb) {
    uint32_t subject = dl_window_is_past(w, verb) ? subject_of(w, verb) : 0, above = w->head[verb];
    if (!subject || (w->xpos[verb] == DL_XPOS_VBD && w->deprel[subject] == DL_DEP_NSUBJ) || dl_window_has(w, verb, auxiliaries)) return;
    dl_deprel deprel = (dl_deprel)w->deprel[verb];
    bool relative = deprel == DL_DEP_ACL_RELCL && (w->xpos[subject] == DL_XPOS_WP || w->xpos[subject] == DL_XPOS_WDT);
    bool clause = (deprel == DL_DEP_ADVCL || deprel == DL_DEP_CCOMP || deprel == DL_DEP_CONJ) && is_opened(w, verb);
    if (deprel == DL_DEP_CONJ && above && dl_window_has(w, above, passive)) return; /* "two were hurt but three killed" */
    if (!relative && !clause) return;
    if (clause && dl_window_among(w, verb, suffered)) return;
    w->xpos[verb] = DL_XPOS_VBD;
    w->deprel[subject] = DL_DEP_NSUBJ;
}

/* The word on which a clause hangs that was hung on its own opener, on a comma or on what a verb is said to be. */
static uint32_t above_opener(const dl_window *w, uint32_t opener) {
    uint32_t above = w->head[opener];
    for (uint32_t steps = 0; above && steps < 4; steps++) {
        unsigned upos = w->upos[above];
        bool passed = upos == DL_UPOS_PUNCT || upos == DL_UPOS_CCONJ || w->deprel[above] == DL_DEP_XCOMP;
        if (!passed) return above;
        above = w->head[above];
    }
    return above;
}

/* "When the union | called for calm", with the union as the subject of "when": a word that only opens has none. */
static void open_clause(dl_window *w, uint32_t noun) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS);
    uint32_t opener = w->head[noun], verb = 0, above;
    bool hung = w->deprel[noun] == DL_DEP_NSUBJ && opener && opener < noun && dl_window_is_nominal(w, noun);
    if (!hung || !dl_window_among(w, opener, "when because but while after before since until where and")) return;
    for (uint32_t i = dl_window_first_of(w, noun); i <= w->count && !verb; i++) {
        bool behind = i > noun && w->head[i] == noun && w->deprel[i] == DL_DEP_ACL;
        bool before =
            i < noun && w->head[i] == noun && w->deprel[i] == DL_DEP_AMOD && dl_window_has(w, i, subjects); /* "the ministry | reversed course" */
        if ((behind || before) && dl_window_is_past(w, i) && !dl_window_has(w, i, auxiliaries)) verb = i;
    }
    above = verb ? above_opener(w, opener) : 0;
    if (!above || dl_window_is_within(w, above, noun)) return;
    bool joint = w->upos[opener] == DL_UPOS_CCONJ || dl_window_among(w, opener, "but");
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == opener && i != noun) w->head[i] = (uint16_t)verb;
    w->head[verb] = (uint16_t)above;
    w->deprel[verb] = joint ? DL_DEP_CONJ : DL_DEP_ADVCL;
    bool done_to = dl_window_among(w, verb, suffered); /* "three were killed and twenty | injured" */
    w->xpos[verb] = done_to ? DL_XPOS_VBN : DL_XPOS_VBD;
    w->head[opener] = (uint16_t)verb;
    w->deprel[opener] = joint ? DL_DEP_CC : w->xpos[opener] == DL_XPOS_WRB ? DL_DEP_ADVMOD : DL_DEP_MARK;
    dl_window_make_subject(w, noun, verb);
    if (verb > noun) return;
    w->deprel[noun] = DL_DEP_OBJ;
    for (uint32_t i = 1; i < verb; i++)
        if (w->head[i] == noun) w->head[i] = (uint16_t)verb;
}

/* "After Norway | withheld aid from Chad", with withheld aid: what describes a noun has no subject of its own. */
static void dig_clause(dl_window *w, uint32_t verb) {
    static const dl_relations joint = DL_REL(CC);
    uint32_t noun = w->head[verb], subject, opener = 0;
    bool hung = (w->deprel[verb] == DL_DEP_AMOD || w->deprel[verb] == DL_DEP_COMPOUND) && dl_window_is_past(w, verb) && noun == verb + 1;
    if (!hung || !dl_window_is_nominal(w, noun) || !(subject = subject_of(w, verb))) return;
    for (uint32_t i = 1; i < subject && !opener; i++)
        if (w->head[i] == noun && dl_window_among(w, i, "after before since until because as when while")) opener = i;
    if (!opener && !dl_window_has(w, noun, joint) && !dl_window_has(w, verb, joint)) return;
    w->head[verb] = w->head[noun];
    w->deprel[verb] = opener ? DL_DEP_ADVCL : DL_DEP_CONJ;
    w->xpos[verb] = DL_XPOS_VBD;
    if (opener) w->upos[opener] = DL_UPOS_SCONJ, w->deprel[opener] = w->xpos[opener] == DL_XPOS_WRB ? DL_DEP_ADVMOD : DL_DEP_MARK;
    for (uint32_t i = 1; i < verb; i++)
        if (w->head[i] == noun) w->head[i] = (uint16_t)verb;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_OBJ;
    w->deprel[subject] = DL_DEP_NSUBJ;
}

/* "Soldiers who beat up | detainees were jailed", with the detainees as who were jailed, and the soldiers as no sentence: what stands behind the
 * particle is its object, and whom the clause tells of is the subject. */
static void end_relative(dl_window *w, uint32_t main) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(COP) | DL_REL(CASE), mark = DL_REL(MARK), object = DL_REL(OBJ);
    uint32_t verb = w->head[main], noun = w->head[verb], inner = subject_of(w, main);
    bool hung = w->deprel[main] == DL_DEP_CCOMP && verb && verb < main && w->deprel[verb] == DL_DEP_ACL_RELCL && !w->head[noun] && noun < verb;
    if (!hung || inner <= verb || !dl_window_is_nominal(w, noun) || dl_window_has(w, noun, own) || dl_window_has(w, main, mark)) return;
    uint32_t particle = dl_window_first_of(w, inner) - 1;
    bool behind = particle > verb && w->head[particle] == verb && w->xpos[particle] == DL_XPOS_RP;
    if (!behind || dl_window_has(w, verb, object)) return;
    w->deprel[noun] = w->deprel[inner];
    w->head[inner] = (uint16_t)verb;
    w->deprel[inner] = DL_DEP_OBJ;
    w->head[main] = 0;
    w->deprel[main] = DL_DEP_ROOT;
    w->head[noun] = (uint16_t)main;
    for (uint32_t i = 1; i <= w->count; i++)
        if ((i > main && (w->head[i] == verb || w->head[i] == noun)) || (i < noun && w->head[i] == noun && w->deprel[i] == DL_DEP_PUNCT))
            w->head[i] = (uint16_t)main;
}

/* The participle in front of a finite verb, in the clause that a word opens, that was read as what the clause tells: "after inmates | armed with
 * rifles"; 0 where there is none. */
static uint32_t participle_in_clause(const dl_window *w, uint32_t told) {
    static const dl_relations marked = DL_REL(MARK), verbal = DL_REL(OBJ) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(COP) | DL_REL(XCOMP);
    for (uint32_t i = told - 1; i > 2 && w->upos[i] != DL_UPOS_PUNCT && w->upos[i] != DL_UPOS_CCONJ && w->xpos[i] != DL_XPOS_WDT; i--) {
        bool past = w->xpos[i] == DL_XPOS_VBN || w->xpos[i] == DL_XPOS_VBD || w->xpos[i] == DL_XPOS_JJ;
        bool clause = w->deprel[i] == DL_DEP_ADVCL || w->deprel[i] == DL_DEP_ACL;
        if (!past || !clause || w->upos[i + 1] != DL_UPOS_ADP || w->head[i - 1] != i || !dl_window_is_subject(w, i - 1)) continue;
        return dl_window_has(w, i, marked) && !dl_window_has(w, i, verbal) ? i : 0;
    }
    return 0;
}

/* "A day after inmates armed with rifles | killed two guards", with the day as what killed, or the killing beside the arming: of two verbs behind
 * the subject of such a clause the first, with a phrase of its own, is said of it. */
static void tell_second(dl_window *w, uint32_t told) {
    static const dl_relations own = DL_REL(CC) | DL_REL(AUX_PASS) | DL_REL(EXPL) | DL_REL(CSUBJ), object = DL_REL(OBJ);
    bool hung = w->deprel[told] == DL_DEP_ADVCL || w->deprel[told] == DL_DEP_PARATAXIS || w->deprel[told] == DL_DEP_CONJ;
    uint32_t participle = hung && w->xpos[told] == DL_XPOS_VBD ? participle_in_clause(w, told) : 0, noun = participle - 1, mark = 0, other = 0;
    if (!participle || !dl_window_has(w, told, object) || dl_window_has(w, told, own)) return;
    for (uint32_t i = 1; i < told; i++) {
        if (w->head[i] == participle && w->deprel[i] == DL_DEP_MARK && i < noun) mark = i;
        if (w->head[i] == told && dl_window_is_subject(w, i)) other = i;
    }
    bool before = other && other + 1 == mark && dl_window_among(w, other, "day days week weeks month months year years hour hours minutes");
    bool within = other > participle && w->head[participle + 1] == told && w->deprel[participle + 1] == DL_DEP_MARK;
    if (!mark || (other && !before && !within)) return;
    uint32_t above = w->head[participle];
    if (before) w->head[other] = w->head[told], w->deprel[other] = DL_DEP_OBL_UNMARKED;
    if (within) {
        w->head[participle + 1] = (uint16_t)other;
        w->deprel[participle + 1] = DL_DEP_CASE;
        w->head[other] = (uint16_t)participle;
        w->deprel[other] = DL_DEP_OBL;
        w->head[told] = (uint16_t)above;
    }
    w->deprel[told] = DL_DEP_ADVCL;
    w->head[mark] = w->head[noun] = (uint16_t)told;
    w->deprel[noun] = DL_DEP_NSUBJ;
    w->head[participle] = (uint16_t)noun;
    w->deprel[participle] = DL_DEP_ACL;
    if (w->xpos[participle] == DL_XPOS_VBD) w->xpos[participle] = DL_XPOS_VBN;
}

static const dl_rule rules[] = {
    {tell_second, .relations = DL_REL(ADVCL) | DL_REL(PARATAXIS) | DL_REL(CONJ), .tags = DL_TAG(VBD)},
    {open_clause, .relations = DL_REL(NSUBJ), .classes = DL_CLASS(NOUN) | DL_CLASS(PROPN) | DL_CLASS(PRON)},
    {dig_clause, .relations = DL_REL(AMOD) | DL_REL(COMPOUND), .tags = DL_TAG(VBN) | DL_TAG(VBD), .classes = DL_CLASS(VERB)},
    {make_active, .relations = DL_REL(ACL_RELCL) | DL_REL(ADVCL) | DL_REL(CCOMP) | DL_REL(CONJ), .tags = DL_TAG(VBN) | DL_TAG(VBD),
     .classes = DL_CLASS(VERB)},
    {end_relative, .relations = DL_REL(CCOMP)},
};
const dl_rules dl_rules_of_clauses = {DL_RULES_OF(rules), .not_in_headlines = true};
