/* Passives: "after bail | was granted" with "after bail" as when and "was granted" as a second thing told, "complained of nuns | being beaten" with
 * the nuns as whom they complained of, "the seizure of two boats, | which was condemned" with the boats as what was condemned; and in headlines
 * "embassy | entered by police" with the embassy as who entered. */
#include "doc/ud.h"
#include "lang/repair.h"

static const dl_relations own_subject = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(CSUBJ) | DL_REL(EXPL);

/* The end of what hangs on a word, near behind it. */
static uint32_t last_of(const dl_window *w, uint32_t word) {
    uint32_t last = word;
    while (last < w->count && dl_window_hangs_on(w, last + 1, word)) last++;
    return last;
}

static uint32_t child(const dl_window *w, uint32_t word, dl_deprel deprel) {
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == word && w->deprel[i] == deprel) return i;
    return 0;
}

/* The preposition becomes what opens the clause, the noun behind it the subject. */
static void open_with(dl_window *w, uint32_t opener, uint32_t noun, uint32_t verb) {
    w->head[opener] = (uint16_t)verb;
    w->deprel[opener] = DL_DEP_MARK;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = child(w, verb, DL_DEP_AUX_PASS) ? DL_DEP_NSUBJ_PASS : DL_DEP_NSUBJ;
}

/* "Schools closed after the offer of talks | was rejected": a verb with an auxiliary right behind the noun, and no "and" in front, is what happened
 * before; it takes the noun as its subject. */
static void open_clause(dl_window *w, uint32_t opener) {
    static const dl_relations joint = DL_REL(CC) | DL_REL(MARK);
    bool may_open = w->deprel[opener] == DL_DEP_CASE && dl_window_among(w, opener, "after before since until as once");
    uint32_t noun = w->head[opener], told = w->head[noun], auxiliary = noun, verb = 0;
    if (!may_open || noun < opener || dl_deprel_base(w->deprel[noun]) != DL_DEP_OBL || !told || told > opener) return;
    auxiliary = last_of(w, noun) + 1;
    if (auxiliary > w->count || w->upos[auxiliary] != DL_UPOS_AUX || !dl_window_is_finite(w, auxiliary)) return;
    verb = w->head[auxiliary];
    bool second = verb > auxiliary && w->head[verb] == told && w->deprel[verb] == DL_DEP_CONJ;
    if (!second || dl_window_has(w, verb, own_subject) || dl_window_has(w, verb, joint)) return;
    open_with(w, opener, noun, verb);
    w->deprel[verb] = DL_DEP_ADVCL;
}

/* "Complained of the minister | being attacked": the noun in front of "being" is to whom it was done, and the clause stands where the noun stood. */
static void take_gerund(dl_window *w, uint32_t being) {
    uint32_t verb = w->head[being], above = w->head[verb], noun = 0;
    bool gerund = w->deprel[being] == DL_DEP_AUX_PASS && dl_window_among(w, being, "being") && verb > being && above && above < being;
    if (!gerund || (w->deprel[verb] != DL_DEP_ADVCL && w->deprel[verb] != DL_DEP_ACL) || dl_window_has(w, verb, own_subject)) return;
    for (uint32_t i = being - 1; i > above && !noun; i--)
        if (w->head[i] == above && (dl_deprel_base(w->deprel[i]) == DL_DEP_OBL || w->deprel[i] == DL_DEP_NMOD) && dl_window_is_nominal(w, i))
            noun = i;
    if (!noun || last_of(w, noun) + 1 != being) return;
    uint32_t opener = child(w, noun, DL_DEP_CASE);
    if (!opener || opener > noun) return;
    if (w->deprel[noun] == DL_DEP_NMOD)
        w->head[verb] = (uint16_t)noun, w->deprel[verb] = DL_DEP_ACL; /* "cases of nurses being beaten", "the number of nuns being held" */
    else
        open_with(w, opener, noun, verb);
}

/* "Spoke of asylum | granted by Norway", with granted as how they spoke: a bare participle with a doer, right behind a noun, is said of the noun. */
static void hang_participle(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(MARK) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(CC) | DL_REL(ADVMOD),
                              doer = DL_REL(OBL_AGENT);
    uint32_t noun = verb - 1, above = w->head[verb];
    bool bare = w->xpos[verb] == DL_XPOS_VBN && w->deprel[verb] == DL_DEP_ADVCL && above && above < noun && dl_window_is_nominal(w, noun);
    if (!bare || w->head[noun] != above || dl_deprel_base(w->deprel[noun]) != DL_DEP_OBL || w->upos[noun] == DL_UPOS_PRON) return;
    if (!dl_window_has_preposition(w, noun) || !dl_window_has(w, verb, doer) || dl_window_has(w, verb, own)) return;
    w->head[verb] = (uint16_t)noun;
    w->deprel[verb] = DL_DEP_ACL;
}

/* "The premier was forced to resign | by the army", "was barred from speaking by the junta", with the army as who resigned him: an active verb has no
 * doer behind "by"; the passive in front has. */
static void raise_doer(dl_window *w, uint32_t doer) {
    static const dl_relations passive = DL_REL(AUX_PASS), agent = DL_REL(OBL_AGENT), mark = DL_REL(MARK);
    uint32_t inner = w->head[doer], outer = w->head[inner];
    bool clause = w->deprel[inner] == DL_DEP_XCOMP || w->deprel[inner] == DL_DEP_ADVCL;
    bool active = (w->xpos[inner] == DL_XPOS_VB || w->xpos[inner] == DL_XPOS_VBG) && w->upos[inner] == DL_UPOS_VERB;
    if (w->deprel[doer] != DL_DEP_OBL_AGENT || !clause || !active || !outer || outer > inner || doer < inner) return;
    if (!dl_window_has(w, inner, mark) || dl_window_has(w, inner, passive)) return;
    if (w->xpos[outer] != DL_XPOS_VBN || !dl_window_has(w, outer, passive) || dl_window_has(w, outer, agent)) return;
    w->head[doer] = (uint16_t)outer;
}

/* "Were accused by the army | of killing ten farmers", with an army of killing: such a clause behind the doer of a passive completes the verb. */
static void lift_clause(dl_window *w, uint32_t opener) {
    static const dl_relations passive = DL_REL(AUX_PASS);
    uint32_t clause = w->head[opener], doer = w->head[clause], verb = w->head[doer];
    bool behind = w->deprel[opener] == DL_DEP_MARK && opener + 1 == clause && w->xpos[clause] == DL_XPOS_VBG && w->deprel[clause] == DL_DEP_ACL;
    if (!behind || w->deprel[doer] != DL_DEP_OBL_AGENT || doer > clause || !verb || verb > doer || !dl_window_has(w, verb, passive)) return;
    if (!dl_window_among(w, opener, "of from for with against into")) return;
    w->head[clause] = (uint16_t)verb;
    w->deprel[clause] = DL_DEP_ADVCL;
}

static bool is_many(const dl_window *w, uint32_t noun) {
    static const dl_relations row = DL_REL(CONJ);
    return w->xpos[noun] == DL_XPOS_NNS || w->xpos[noun] == DL_XPOS_NNPS || dl_window_has(w, noun, row);
}

/* Whether the verb tells of one or of several; neither where its form does not say. */
static bool number_of(const dl_window *w, uint32_t verb, bool *many) {
    uint32_t told = verb;
    for (uint32_t i = 1; i < verb; i++)
        if (w->head[i] == verb && w->upos[i] == DL_UPOS_AUX && dl_window_among(w, i, "was were is are has have")) {
            told = i;
            break;
        }
    bool plural = told == verb ? w->xpos[verb] == DL_XPOS_VBP : dl_window_among(w, told, "were are have");
    bool singular = told == verb ? w->xpos[verb] == DL_XPOS_VBZ : dl_window_among(w, told, "was is has");
    *many = plural;
    return plural || singular;
}

/* "The seizure of two boats, | which was condemned", "ties with Libya, which were renewed": the clause is said of the noun that is of its number. */
static void agree_relative(dl_window *w, uint32_t pronoun) {
    uint32_t verb = w->head[pronoun], noun = w->head[verb], top = noun;
    bool relative = dl_window_is_subject(w, pronoun) && w->deprel[verb] == DL_DEP_ACL_RELCL && dl_window_among(w, pronoun, "which who that"), many;
    if (!relative || noun > pronoun || !dl_window_is_nominal(w, noun) || w->upos[noun] == DL_UPOS_PRON) return;
    if (!number_of(w, verb, &many) || is_many(w, noun) == many) return;
    for (uint32_t steps = 0; steps < 3 && w->deprel[top] == DL_DEP_NMOD; steps++) {
        top = w->head[top];
        if (!top || top > noun || !dl_window_is_nominal(w, top) || w->upos[top] == DL_UPOS_PRON) return;
        if (is_many(w, top) != many) continue;
        w->head[verb] = (uint16_t)top;
        return;
    }
}

/* "Embassy | entered by police", in a line without a full stop: without an object, and with "by" right behind it, a past is a passive; and a noun
 * that was read as an adverb or a title is its subject. */
static void turn_headline(dl_window *w, uint32_t by) {
    static const dl_relations not_here = DL_REL(OBJ) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(COP) | DL_REL(CCOMP) | DL_REL(XCOMP);
    static const dl_relations of_predicates = DL_REL(COP) | DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(EXPL);
    uint32_t verb = by - 1, doer = w->head[by], subject = 0;
    if (!dl_window_among(w, by, "by") || w->deprel[by] != DL_DEP_CASE || doer < by || verb < 2 || w->head[doer] != verb) return;
    if (w->upos[w->count] == DL_UPOS_PUNCT || w->xpos[verb - 1] == DL_XPOS_COMMA || dl_window_has(w, verb, not_here)) return;
    bool past = w->xpos[verb] == DL_XPOS_VBD || w->xpos[verb] == DL_XPOS_VBN || (w->xpos[verb] == DL_XPOS_JJ && w->deprel[verb] == DL_DEP_ACL);
    if (!past || dl_window_among(w, verb, "rose fell rise grew dropped stood came went walked drove passed")) return;
    bool said = w->deprel[verb] == DL_DEP_ACL && !w->head[w->head[verb]]; /* "plan | backed by Egypt" */
    if (said && last_of(w, w->head[verb]) == w->count && !dl_window_has(w, w->head[verb], of_predicates)) subject = w->head[verb];
    for (uint32_t i = 1; !w->head[verb] && i < verb; i++)
        if (w->head[i] == verb && last_of(w, i) + 1 == verb) subject = i;
    bool bare = subject && dl_window_first_of(w, subject) == 1 && w->xpos[subject] != DL_XPOS_CD;
    if (!bare) return;
    if (w->xpos[doer] == DL_XPOS_JJ) dl_window_make_noun(w, doer); /* "by tribunal" */
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    w->upos[verb] = DL_UPOS_VERB;
    w->xpos[verb] = DL_XPOS_VBN;
    w->deprel[doer] = DL_DEP_OBL_AGENT;
    if (!dl_window_is_nominal(w, subject)) dl_window_make_noun(w, subject);
    w->head[subject] = (uint16_t)verb;
    w->deprel[subject] = DL_DEP_NSUBJ_PASS;
}

/* "Was jailed | pending trial", with the trial as whom it was done to: until then. */
static void open_pending(dl_window *w, uint32_t pending) {
    uint32_t noun = w->head[pending], verb = w->head[noun];
    bool opens = w->deprel[pending] == DL_DEP_CASE;
    bool bare = w->deprel[pending] == DL_DEP_AMOD && noun == pending + 1 && w->xpos[noun] == DL_XPOS_NN && w->head[pending - 1] != noun;
    bool lost = bare && verb < pending && w->upos[verb] == DL_UPOS_VERB && w->deprel[noun] == DL_DEP_OBJ;
    if (!dl_window_among(w, pending, "pending") || !(opens || lost)) return;
    w->upos[pending] = DL_UPOS_ADP;
    w->xpos[pending] = DL_XPOS_IN;
    if (opens) return;
    w->deprel[pending] = DL_DEP_CASE;
    w->deprel[noun] = DL_DEP_OBL;
    uint32_t subject = child(w, verb, DL_DEP_AUX_PASS) ? child(w, verb, DL_DEP_NSUBJ) : 0;
    if (subject) w->deprel[subject] = DL_DEP_NSUBJ_PASS;
}

static const char accused[] = "accused suspected acquitted convicted cleared stripped";

/* "The militia | accused of killing them", with the militia as who accused: nobody accuses of a thing without one whom he accuses. */
static void turn_accused(dl_window *w, uint32_t verb) {
    static const dl_relations whom = DL_REL(OBJ) | DL_REL(IOBJ) | DL_REL(CCOMP) | DL_REL(AUX) | DL_REL(AUX_PASS);
    if (verb + 2 > w->count || !dl_window_among(w, verb + 1, "of") || w->deprel[verb] == DL_DEP_ACL_RELCL || w->deprel[verb] == DL_DEP_CONJ) return;
    bool past = w->xpos[verb] == DL_XPOS_VBD || w->xpos[verb] == DL_XPOS_VBN;
    if (!past || !dl_window_among(w, verb, accused) || dl_window_has(w, verb, whom)) return;
    w->xpos[verb] = DL_XPOS_VBN;
    for (uint32_t i = 1; i < verb; i++)
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_NSUBJ) w->deprel[i] = DL_DEP_NSUBJ_PASS;
}

static const dl_rule rules[] = {
    {open_pending, .relations = DL_REL(AMOD) | DL_REL(CASE), .words = {"pending"}},
    {turn_accused, .tags = DL_TAG(VBD) | DL_TAG(VBN), .words = {accused}},
    {open_clause, .relations = DL_REL(CASE), .words = {"after before since until as once"}},
    {take_gerund, .relations = DL_REL(AUX_PASS), .words = {"being"}},
    {hang_participle, .relations = DL_REL(ADVCL), .tags = DL_TAG(VBN)},
    {raise_doer, .relations = DL_REL(OBL_AGENT)},
    {lift_clause, .relations = DL_REL(MARK), .words = {"of from for with against into"}},
    {agree_relative, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), .words = {"which who that"}},
    {turn_headline, .relations = DL_REL(CASE), .words = {"by"}},
};
const dl_rules dl_rules_of_passives = {DL_RULES_OF(rules)};
