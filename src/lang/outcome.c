/* "The blast left 12 people dead and dozens wounded", "took six nurses hostage": what comes out is told by small clauses, each a noun and the state
 * that it is in, and the treebanks have too few of them. The first noun is the verb's object and its state the complement; the others are joined to
 * that state, each with a subject of its own. */
#include "doc/ud.h"
#include "lang/repair.h"

enum { NOUN_WORDS = 10, STATES = 6 };

#define LEAVING "left leaving leaves leave"
#define TAKING "took taking takes take taken held holding holds hold"
#define DYING                                                                                                                                       \
    "hacked hacking stabbed stabbing beat beaten beating stoned stoning shot shooting clubbed clubbing burned burning crushed trampled bludgeoned " \
    "tortured"
#define FINDING "found finding finds find"

/* The verbs of an outcome, and the states that they tell. */
static const struct outcome {
    const char *verbs, *states;
} outcomes[] = {
    {LEAVING, "dead wounded injured hurt missing homeless displaced stranded trapped maimed orphaned disabled unconscious hospitalized hospitalised"},
    {TAKING, "hostage captive prisoner"},
    {FINDING, "guilty"},
};

static const struct outcome *outcome_of(const dl_window *w, uint32_t verb) {
    for (size_t i = 0; w->upos[verb] == DL_UPOS_VERB && i < sizeof outcomes / sizeof *outcomes; i++)
        if (dl_window_among(w, verb, outcomes[i].verbs)) return &outcomes[i];
    return NULL;
}

/* "A guard | and two nurses": what is joined to a noun before the state. */
static bool joins(const dl_window *w, uint32_t joint, uint32_t noun, uint32_t state) {
    uint32_t other = w->head[joint];
    return w->upos[joint] == DL_UPOS_CCONJ && noun && other > joint && other < state && w->head[other] == noun && w->deprel[other] == DL_DEP_CONJ;
}

/* The noun or number of the words from `first` up to a state: "at least 12 people", "dozens of villagers", "four", "a guard and two nurses". 0 where
 * they are no such phrase. */
static uint32_t noun_among(const dl_window *w, uint32_t first, uint32_t state) {
    uint32_t noun = 0;
    bool of = false;
    for (uint32_t i = first; i < state; i++) {
        unsigned upos = w->upos[i];
        bool nominal = upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_PRON || upos == DL_UPOS_NUM;
        if (joins(w, i, noun, state)) {
            of = true;
            continue;
        }
        if (!nominal && upos != DL_UPOS_ADJ && upos != DL_UPOS_ADV && upos != DL_UPOS_ADP && upos != DL_UPOS_DET && w->xpos[i] != DL_XPOS_HYPH)
            return 0;
        of |= upos == DL_UPOS_ADP && noun;
        if (nominal && !of && (!noun || w->deprel[i] != DL_DEP_FLAT)) noun = i; /* of a name its first word */
    }
    return noun;
}

/* The state that the phrase from `first` on ends with, and its noun; 0 where there is none. */
static uint32_t state_behind(const dl_window *w, const struct outcome *outcome, uint32_t first, uint32_t *noun) {
    for (uint32_t i = first; i <= w->count && i <= first + NOUN_WORDS; i++)
        if (dl_window_among(w, i, outcome->states)) return (*noun = noun_among(w, first, i)) ? i : 0;
    return 0;
}

/* Whether the verb hangs below some of the words [first, last]: then they are not its to leave. */
static bool is_below(const dl_window *w, uint32_t verb, uint32_t first, uint32_t last) {
    uint32_t steps = 0;
    for (uint32_t t = w->head[verb]; t && steps++ <= w->count; t = w->head[t])
        if (t >= first && t <= last) return true;
    return false;
}

static void attach(dl_window *w, uint32_t word, uint32_t head, dl_deprel deprel) {
    w->head[word] = (uint16_t)head;
    w->deprel[word] = deprel;
}

/* Joins the words of a phrase to its noun where they hang on something outside of it. */
static void gather(dl_window *w, uint32_t first, uint32_t state, uint32_t noun) {
    for (uint32_t i = first; i < state; i++) {
        bool outside = w->head[i] < first || w->head[i] >= state;
        if (i != noun && outside)
            attach(w, i, noun, w->upos[i] == DL_UPOS_NUM ? DL_DEP_NUMMOD : w->upos[i] == DL_UPOS_NOUN ? DL_DEP_COMPOUND : DL_DEP_ADVMOD);
    }
}

/* Past "and", "or" and a comma. */
static uint32_t past_joints(const dl_window *w, uint32_t word) {
    while (word <= w->count && (w->upos[word] == DL_UPOS_CCONJ || w->xpos[word] == DL_XPOS_COMMA)) word++;
    return word;
}

/* A participle that tells a state is an adjective: "injured" says of the men left what they are, and not what they do. */
static void attach_state(dl_window *w, uint32_t state, uint32_t head, dl_deprel deprel) {
    attach(w, state, head, deprel);
    if (w->upos[state] != DL_UPOS_VERB) return;
    w->upos[state] = DL_UPOS_ADJ;
    w->xpos[state] = DL_XPOS_JJ;
}

/* "He was taken | hostage", "the nurses they took | hostage": a passive has no object, and of a clause that is said of a noun that noun is it. */
static void read_passive(dl_window *w, const struct outcome *outcome, uint32_t verb) {
    uint32_t state = verb + 1;
    static const dl_relations subject = DL_REL(NSUBJ);
    if (w->head[state] != verb || w->deprel[state] != DL_DEP_OBJ || !dl_window_among(w, state, outcome->states)) return;
    uint32_t doer = 0;
    for (uint32_t i = w->head[verb] + 1; i < verb; i++) doer = w->head[i] == verb && w->deprel[i] == DL_DEP_NSUBJ ? i : doer;
    bool said_of_noun =
        w->deprel[verb] == DL_DEP_ACL_RELCL && dl_window_has(w, verb, subject) && w->xpos[doer] != DL_XPOS_WP && w->xpos[doer] != DL_XPOS_WDT;
    if (said_of_noun)
        attach_state(w, state, verb, DL_DEP_XCOMP);
    else
        for (uint32_t i = 1; i < verb; i++)
            if (w->head[i] == verb && w->deprel[i] == DL_DEP_NSUBJ_PASS) attach_state(w, state, verb, DL_DEP_XCOMP);
}

static void read_outcome(dl_window *w, const struct outcome *outcome, uint32_t verb) {
    uint32_t noun, first = verb + 1, state = state_behind(w, outcome, first, &noun), last = state, joined = state;
    if (!state || is_below(w, verb, first, state)) return;
    attach(w, noun, verb, DL_DEP_OBJ);
    attach_state(w, state, verb, DL_DEP_XCOMP);
    gather(w, first, state, noun);
    for (uint32_t k = 0; k < STATES; k++) {
        first = past_joints(w, last + 1);
        joined = first > last + 1 ? state_behind(w, outcome, first, &noun) : 0;
        if (!joined || is_below(w, verb, first, joined)) return;
        attach(w, noun, joined, DL_DEP_NSUBJ);
        attach_state(w, joined, state, DL_DEP_CONJ);
        gather(w, first, joined, noun);
        for (uint32_t i = last + 1; i < first; i++) attach(w, i, joined, w->upos[i] == DL_UPOS_CCONJ ? DL_DEP_CC : DL_DEP_PUNCT);
        last = joined;
    }
}

static void read_outcomes(dl_window *w, uint32_t verb) {
    const struct outcome *outcome = outcome_of(w, verb);
    if (!outcome) return;
    read_passive(w, outcome, verb);
    read_outcome(w, outcome, verb);
}

/* "Eight were shot | dead and more than 400 wounded", with dead and more of the 400: how they were shot, and what others suffered. */
static void read_dead(dl_window *w, uint32_t dead) {
    static const dl_relations passive = DL_REL(AUX_PASS), own = DL_REL(AUX_PASS) | DL_REL(NSUBJ_PASS);
    uint32_t verb = dead - 1, noun = 0, joint = dead + 1, hurt = 0;
    bool shot = dead > 1 && dl_window_among(w, dead, "dead") && dl_window_among(w, verb, "shot hacked stabbed clubbed beaten gunned") &&
                dl_window_has(w, verb, passive);
    if (!shot || is_below(w, verb, dead, dead)) return;
    attach_state(w, dead, verb, DL_DEP_XCOMP);
    if (joint >= w->count || w->upos[joint] != DL_UPOS_CCONJ) return;
    for (uint32_t i = joint + 2; i <= w->count && i <= joint + NOUN_WORDS && !hurt; i++)
        if (dl_window_among(w, i, "wounded injured hurt")) hurt = i;
    noun = hurt ? noun_among(w, joint + 1, hurt) : 0;
    if (!noun || dl_window_has(w, hurt, own) || is_below(w, verb, joint, hurt)) return;
    w->upos[hurt] = DL_UPOS_VERB;
    w->xpos[hurt] = DL_XPOS_VBN;
    attach(w, hurt, verb, DL_DEP_CONJ);
    attach(w, noun, hurt, DL_DEP_NSUBJ_PASS);
    attach(w, joint, hurt, DL_DEP_CC);
    gather(w, joint + 1, hurt, noun);
}

/* "Hacked | to death 18 people", with the people as a kind of "death", as what was said of it or beside it: they are whom it was done to. */
static void read_death(dl_window *w, uint32_t death) {
    static const dl_relations passive = DL_REL(AUX_PASS);
    uint32_t to = death - 1, verb = death - 2, first = death + 1, noun = 0;
    if (death < 4 || !dl_window_among(w, death, "death") || !dl_window_among(w, to, "to")) return;
    if (!dl_window_among(w, verb, DYING) || dl_window_has(w, verb, passive)) return;
    for (uint32_t i = first; i <= w->count && i < first + NOUN_WORDS && !noun; i++) {
        unsigned upos = w->upos[i];
        bool inner =
            w->deprel[i] == DL_DEP_COMPOUND || w->deprel[i] == DL_DEP_AMOD || w->deprel[i] == DL_DEP_NUMMOD || w->deprel[i] == DL_DEP_NMOD_POSS;
        if ((upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_NUM) && !(inner && w->head[i] > i)) noun = i;
        if (upos == DL_UPOS_ADP && !dl_window_among(w, i, "at up over around about")) return;
        if (upos == DL_UPOS_PUNCT || upos == DL_UPOS_CCONJ || upos == DL_UPOS_SCONJ || upos == DL_UPOS_AUX) return;
    }
    if (!noun || is_below(w, verb, first, noun)) return;
    uint32_t subject = w->head[verb];
    if (subject && subject < verb && w->deprel[verb] == DL_DEP_ACL && !w->head[subject]) { /* "a mob | stoned to death": the mob has no other verb */
        w->upos[verb] = DL_UPOS_VERB;
        attach(w, verb, 0, DL_DEP_ROOT);
        attach(w, subject, verb, DL_DEP_NSUBJ);
        for (uint32_t i = verb + 1; i <= w->count; i++)
            if (w->head[i] == subject) w->head[i] = (uint16_t)verb;
    }
    attach(w, death, verb, DL_DEP_OBL);
    attach(w, to, death, DL_DEP_CASE);
    attach(w, noun, verb, DL_DEP_OBJ);
    for (uint32_t i = first; i < noun; i++)
        if (w->head[i] == death) w->head[i] = (uint16_t)noun;
    for (uint32_t i = 1; i < verb; i++)
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_NSUBJ_PASS) w->deprel[i] = DL_DEP_NSUBJ;
    if (w->xpos[verb] == DL_XPOS_VBN && w->deprel[verb] == DL_DEP_ROOT) w->xpos[verb] = DL_XPOS_VBD;
}

static const dl_rule rules[] = {
    {read_death, .words = {"death"}},
    {read_outcomes, .classes = DL_CLASS(VERB), .words = {LEAVING, TAKING, FINDING}},
    {read_dead, .words = {"dead"}},
};
const dl_rules dl_rules_of_outcomes = {DL_RULES_OF(rules), .skipped_behind = 1};
