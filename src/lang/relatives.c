/* Clauses said of a noun whose object the noun is: "the smugglers that detectives arrested", "the banker Chile extradited". */
#include "doc/ud.h"
#include "lang/hints.h"
#include "lang/repair.h"

/* What a clause with "that" tells rather than describes, and times. */
static const char told_of[] =
    "fact claim claims report reports allegation allegations accusation accusations charge charges suggestion suggestions rumour rumours rumor "
    "rumors "
    "fear fears hope hopes belief beliefs evidence news sign signs indication indications proof idea notion possibility suspicion suspicions doubt "
    "doubts word statement announcement confirmation speculation theory conclusion view concern concerns message information impression story "
    "stories "
    "assertion assertions revelation revelations finding findings testimony warning warnings admission day days week weeks month months year years "
    "time moment night way reason ground grounds so such now extent chance risk danger feeling sense assurance assurances denial denials insistence";

/* "The appeal that the junta | ignored", with "that" as what opens a clause: it lacks an object, and the noun is none that a clause tells of. */
static void find_object(dl_window *w, uint32_t that) {
    static const dl_relations own =
        DL_REL(OBJ) | DL_REL(CCOMP) | DL_REL(XCOMP) | DL_REL(AUX_PASS) | DL_REL(NSUBJ_PASS) | DL_REL(COP) | DL_REL(COMPOUND_PRT);
    static const dl_relations subject = DL_REL(NSUBJ);
    uint32_t verb = w->head[that], noun = w->head[verb];
    bool opens = w->deprel[that] == DL_DEP_MARK && verb > that + 1 && dl_window_among(w, that, "that") && noun && noun < that;
    bool said_of = opens && (w->deprel[verb] == DL_DEP_ACL || w->deprel[verb] == DL_DEP_ACL_RELCL) && dl_window_is_past(w, verb);
    if (!said_of || w->capitals || !dl_window_is_nominal(w, noun) || dl_window_among(w, noun, told_of)) return;
    if (dl_window_has(w, verb, own) || !dl_window_has(w, verb, subject)) return;
    w->deprel[verb] = DL_DEP_ACL_RELCL;
    w->xpos[verb] = DL_XPOS_VBD;
    w->upos[that] = DL_UPOS_PRON;
    w->xpos[that] = DL_XPOS_WDT;
    w->deprel[that] = DL_DEP_OBJ;
}

/* Whether a word is the pronoun of a clause, right behind the noun or the comma behind it. Returns that noun, or 0. */
static uint32_t said_of(const dl_window *w, uint32_t pronoun) {
    if (!dl_window_among(w, pronoun, "that which whom who") || pronoun < 2) return 0;
    uint32_t noun = w->xpos[pronoun - 1] == DL_XPOS_COMMA ? pronoun - 2 : pronoun - 1;
    while (noun > 1 && w->deprel[noun] == DL_DEP_FLAT && w->head[noun] < noun) noun = w->head[noun];
    return noun && dl_window_is_nominal(w, noun) && noun < pronoun ? noun : 0;
}

static void make_relative(dl_window *w, uint32_t noun, uint32_t pronoun, uint32_t verb) {
    w->head[pronoun] = (uint16_t)verb;
    w->deprel[pronoun] = DL_DEP_OBJ;
    w->upos[pronoun] = DL_UPOS_PRON;
    if (w->xpos[pronoun] == DL_XPOS_IN) w->xpos[pronoun] = DL_XPOS_WDT;
    w->xpos[verb] = DL_XPOS_VBD;
    w->upos[verb] = DL_UPOS_VERB;
    w->head[verb] = (uint16_t)noun;
    w->deprel[verb] = DL_DEP_ACL_RELCL;
}

/* "They spoke of the envoy that Niger | expelled", "the ruling that the senate | approved", with the expelling as what was spoken, and the approving
 * as what the ruling tells: with "that" as its object, right behind a noun, a clause is said of the noun. */
static void hang_relative(dl_window *w, uint32_t that) {
    static const dl_relations subject = DL_REL(NSUBJ);
    uint32_t verb = w->head[that], noun;
    bool object = w->deprel[that] == DL_DEP_OBJ && dl_window_among(w, that, "that which whom") && verb > that + 1 && dl_window_is_past(w, verb);
    bool astray = object && (w->deprel[verb] == DL_DEP_ACL || w->deprel[verb] == DL_DEP_CCOMP || dl_deprel_base(w->deprel[verb]) == DL_DEP_ADVCL);
    if (!astray || w->upos[that + 1] == DL_UPOS_PUNCT || !(noun = said_of(w, that)) || w->head[verb] > noun || !dl_window_has(w, verb, subject))
        return;
    if (dl_window_among(w, noun, told_of) || w->upos[noun] == DL_UPOS_PRON || dl_window_hangs_on(w, noun, verb)) return;
    make_relative(w, w->deprel[verb] == DL_DEP_ACL ? w->head[verb] : noun, that, verb);
}

/* "The poet that the regime | barred", with the regime as subject of "that" and barred: a pronoun is no predicate; the regime barred, and the poet
 * was barred. */
static void raise_relative(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(OBJ) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(OBL_AGENT);
    uint32_t doer = w->head[verb], pronoun = w->head[doer];
    if (w->deprel[verb] != DL_DEP_ACL || !dl_window_is_past(w, verb) || !dl_window_is_subject(w, doer) || doer + 1 != verb || pronoun >= doer) return;
    uint32_t noun = pronoun && dl_window_first_of(w, doer) == pronoun + 1 ? said_of(w, pronoun) : 0;
    if (!noun || dl_window_has(w, verb, own)) return;
    uint32_t main = w->head[pronoun];
    make_relative(w, noun, pronoun, verb);
    w->head[doer] = (uint16_t)verb;
    w->deprel[doer] = DL_DEP_NSUBJ;
    if (main > verb && w->head[main] == noun && w->deprel[main] == DL_DEP_ACL_RELCL &&
        w->deprel[noun] == DL_DEP_ROOT) { /* "Lopez, whom ..., | left" */
        w->head[main] = 0;
        w->deprel[main] = DL_DEP_ROOT;
        dl_window_make_subject(w, noun, main);
    }
}

/* "The smugglers that | detectives arrested", with detectives as a verb, or as its auxiliary: none has a bare participle right behind it. */
static void name_doer(dl_window *w, uint32_t doer) {
    static const char like_verbs[] = "gets remains seems stays feels looks stands lies goes becomes appears comes keeps has is was does 's";
    uint32_t pronoun = doer - 1, verb = doer + 1;
    bool many = doer > 2 && verb <= w->count && (w->xpos[doer] == DL_XPOS_VBZ || w->xpos[doer] == DL_XPOS_NNS) && w->words[doer].plain;
    bool opened = w->deprel[pronoun] == DL_DEP_NSUBJ || w->deprel[pronoun] == DL_DEP_OBJ;
    if (!many || w->xpos[verb] != DL_XPOS_VBN || !opened || dl_window_among(w, doer, like_verbs)) return;
    bool above = w->deprel[doer] == DL_DEP_ACL_RELCL && w->head[pronoun] == doer && w->head[verb] == doer &&
                 (w->deprel[verb] == DL_DEP_XCOMP || w->deprel[verb] == DL_DEP_ACL);
    bool below = w->deprel[verb] == DL_DEP_ACL_RELCL && w->head[pronoun] == verb && w->head[doer] == verb &&
                 (w->deprel[doer] == DL_DEP_AUX || w->deprel[doer] == DL_DEP_OBJ);
    if ((!above && !below) || !dl_window_among(w, pronoun, "that which whom")) return;
    make_relative(w, w->head[above ? doer : verb], pronoun, verb);
    for (uint32_t i = verb + 1; i <= w->count; i++)
        if (w->head[i] == doer) w->head[i] = (uint16_t)verb;
    w->upos[doer] = DL_UPOS_NOUN;
    w->xpos[doer] = DL_XPOS_NNS;
    w->head[doer] = (uint16_t)verb;
    w->deprel[doer] = DL_DEP_NSUBJ;
}

/* "A | neighbour saw it", with the neighbour and the seeing as said of "a", or both as who saw: an article heads nothing, and belongs to the noun
 * behind it. */
static void return_article(dl_window *w, uint32_t article) {
    uint32_t noun = article + 1, verb = noun <= w->count ? w->head[noun] : 0;
    if (w->xpos[article] != DL_XPOS_DT || !dl_window_among(w, article, "a an the") || verb <= noun || !dl_window_is_nominal(w, noun)) return;
    if (!dl_window_is_subject(w, noun) || w->xpos[noun] == DL_XPOS_PRP) return;
    bool heads = w->head[verb] == article && w->deprel[verb] == DL_DEP_ACL_RELCL;
    bool beside = w->head[article] == verb && w->deprel[article] != DL_DEP_DET;
    if (!heads && !beside) return;
    if (heads) {
        w->head[verb] = w->head[article];
        w->deprel[verb] = w->deprel[article];
        for (uint32_t i = 1; i <= w->count; i++)
            if (w->head[i] == article) w->head[i] = (uint16_t)verb;
    }
    w->head[article] = (uint16_t)noun;
    w->deprel[article] = DL_DEP_DET;
}

/* "The banker (that) Chile | extradited arrived", with "extradited" as an auxiliary: which it is not, so it is the verb of a clause said of the
 * banker, and what is told of him is the verb behind. */
static void part_verbs(dl_window *w, uint32_t inner) {
    static const char auxiliaries[] = "was were is are be been being am get gets got getting gotten 's 're 'm had has have having 've 'd did do does "
                                      "became become wo ca s re";
    uint32_t verb = w->head[inner], doer = inner - 1, noun = 0, pronoun = 0;
    bool aux = w->deprel[inner] == DL_DEP_AUX_PASS && w->xpos[inner] == DL_XPOS_VBD && verb == inner + 1 && inner > 2 && dl_window_is_past(w, verb);
    if (!aux || dl_window_among(w, inner, auxiliaries) || w->head[doer] != verb || !dl_window_is_subject(w, doer)) return;
    uint32_t before = dl_window_first_of(w, doer) - 1;
    if (before && w->head[before] == verb && w->deprel[before] == DL_DEP_OBJ && said_of(w, before)) pronoun = before, noun = said_of(w, before);
    if (before && w->head[before] == verb && dl_window_is_subject(w, before)) noun = before;
    uint32_t title = doer - 1; /* "the bishop | Chile extradited", as a bishop by that name: a country is none */
    bool country = dl_window_hints(w, doer, DL_HINT_COUNTRY) && w->words[title].plain && dl_window_is_nominal(w, title);
    if (!noun && country && w->head[title] == doer && w->deprel[title] == DL_DEP_COMPOUND) {
        noun = title;
        for (uint32_t i = 1; i < title; i++)
            if (w->head[i] == doer) w->head[i] = (uint16_t)title;
        w->head[title] = (uint16_t)verb;
        if (w->xpos[title] == DL_XPOS_NNP) dl_window_make_noun(w, title);
    }
    if (!noun) return;
    if (w->head[noun] != verb) {
        if (w->head[verb] != noun) return;
        w->head[verb] = w->head[noun];
        w->deprel[verb] = w->deprel[noun];
        w->head[noun] = (uint16_t)verb;
        for (uint32_t i = verb + 1; i <= w->count; i++)
            if (w->head[i] == noun) w->head[i] = (uint16_t)verb;
    }
    w->deprel[noun] = DL_DEP_NSUBJ;
    w->xpos[verb] = DL_XPOS_VBD;
    w->upos[inner] = DL_UPOS_VERB;
    w->head[inner] = (uint16_t)noun;
    w->deprel[inner] = DL_DEP_ACL_RELCL;
    w->head[doer] = (uint16_t)inner;
    w->deprel[doer] = DL_DEP_NSUBJ;
    if (pronoun) make_relative(w, noun, pronoun, inner);
}

/* The participle in front of a verb that may tell of its noun, on whichever of the two the other hangs; or 0. */
static uint32_t participle_before(const dl_window *w, uint32_t told) {
    static const dl_relations below = DL_REL(CCOMP) | DL_REL(CONJ) | DL_REL(ADVCL) | DL_REL(XCOMP),
                              above = DL_REL(PARATAXIS) | DL_REL(ADVCL) | DL_REL(OBL) | DL_REL(CSUBJ);
    uint32_t head = w->head[told];
    if (below >> w->deprel[told] & 1 && (w->deprel[head] == DL_DEP_ROOT || w->deprel[head] == DL_DEP_CCOMP)) return head;
    for (uint32_t i = 1; i < told && (w->deprel[told] == DL_DEP_ROOT || w->deprel[told] == DL_DEP_CCOMP); i++)
        if (w->head[i] == told && above >> w->deprel[i] & 1 && dl_window_is_past(w, i)) return i;
    return 0;
}

/* Behind a participle that was read as all that is told, the verb that has tense and no subject: "arrested on Monday | were freed". It hangs on the
 * participle, or the participle on it. Returns the participle, or 0. */
static uint32_t tells_nothing(const dl_window *w, uint32_t told) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(CSUBJ) | DL_REL(EXPL) | DL_REL(MARK) | DL_REL(CC);
    static const dl_relations of_finite = DL_REL(OBJ) | DL_REL(AUX_PASS) | DL_REL(AUX) | DL_REL(XCOMP);
    uint32_t verb = participle_before(w, told);
    if (!verb || verb < 2 || verb >= told || !dl_window_is_past(w, verb)) return 0;
    for (uint32_t i = 1; i <= w->count; i++) {
        if (i != verb && w->head[i] == told && own >> w->deprel[i] & 1) return 0;
        if (i != told && w->head[i] == verb && of_finite >> w->deprel[i] & 1) return 0;
    }
    for (uint32_t i = verb; i < told; i++) /* not "closed | after bail was granted" */
        if (w->upos[i] == DL_UPOS_PUNCT || w->upos[i] == DL_UPOS_CCONJ || dl_window_among(w, i, "after before since until while because as"))
            return 0;
    bool finite = w->xpos[told] == DL_XPOS_VBD || w->xpos[told] == DL_XPOS_VBZ || w->xpos[told] == DL_XPOS_VBP;
    if (w->deprel[told] != DL_DEP_CCOMP && w->deprel[told] != DL_DEP_ROOT && w->xpos[verb] != DL_XPOS_VBN)
        finite = w->xpos[told] == DL_XPOS_VBP || dl_window_among(w, told, "died fled went remained"); /* not "talked at the mass | offered for him" */
    for (uint32_t i = verb + 1; i < told && !finite; i++)
        finite = w->head[i] == told && w->upos[i] == DL_UPOS_AUX && w->xpos[i] != DL_XPOS_VB && w->xpos[i] != DL_XPOS_VBG;
    return finite ? verb : 0;
}

/* "Kidnapped | a week ago", "killed last year", "arrested earlier": when it was done stands right behind a participle that is done to somebody. */
static bool is_timed(const dl_window *w, uint32_t verb, uint32_t told) {
    for (uint32_t i = verb + 1; i < told && w->upos[i] != DL_UPOS_AUX; i++) {
        bool adverb = dl_window_among(w, i, "ago earlier yesterday overnight recently previously");
        if (adverb || (w->head[i] == verb && w->deprel[i] == DL_DEP_OBL_UNMARKED)) return true;
    }
    return false;
}

/* "The men police | arrested": whether who arrests stands behind whom, as if they were police of that kind. Police that are arrested themselves are
 * "riot police", and no men. */
static bool is_by_police(const dl_window *w, uint32_t doer) {
    static const char acting[] = "police troops soldiers authorities militants gunmen prosecutors investigators agents rebels";
    static const char persons[] = "man woman boy girl suspect teacher student driver activist journalist reporter teenager";
    uint32_t noun = doer - 1;
    if (doer < 3 || w->head[noun] != doer || w->deprel[noun] != DL_DEP_COMPOUND || !dl_window_among(w, doer, acting)) return false;
    return dl_window_among(w, noun, persons) || (w->xpos[noun] == DL_XPOS_NNS && !dl_window_among(w, noun, "rights arms drugs sports customs"));
}

/* "The leaders | arrested on Monday were freed", with their freeing as what they arrested, or the arrest beside it: a verb with tense and without a
 * subject is told of the noun in front, and of that the participle is said; "the men police | arrested on Monday were freed" of the men. */
static void part_told(dl_window *w, uint32_t told) {
    static const dl_relations passive = DL_REL(AUX_PASS);
    uint32_t verb = tells_nothing(w, told), doer = verb - 1;
    while (verb && w->head[doer] && w->head[doer] < doer) doer = w->head[doer]; /* "dozens of hostages | seized" */
    uint32_t noun = doer;
    if (!verb || w->head[doer] != verb || !dl_window_is_subject(w, doer)) return;
    bool by_police = is_by_police(w, doer);
    bool says = dl_window_among(w, verb, "said told claimed believed thought insisted");
    bool phrase = verb < w->count && (w->upos[verb + 1] == DL_UPOS_ADP || is_timed(w, verb, told));
    if (!by_police && w->xpos[verb] != DL_XPOS_VBN && (says || !phrase)) return;
    if (by_police) noun = doer - 1;
    for (uint32_t i = 1; i < noun; i++)
        if (by_police && w->head[i] == doer) w->head[i] = (uint16_t)noun;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == verb && (i < noun || i > told)) w->head[i] = (uint16_t)told;
    for (uint32_t i = verb + 1; i < told && w->upos[i] != DL_UPOS_AUX; i++)
        if (w->head[i] == told) w->head[i] = (uint16_t)verb; /* "arrested | earlier were charged" */
    if (w->head[told] == verb) w->head[told] = w->head[verb], w->deprel[told] = w->deprel[verb];
    w->head[noun] = (uint16_t)told;
    w->deprel[noun] = dl_window_has(w, told, passive) ? DL_DEP_NSUBJ_PASS : DL_DEP_NSUBJ;
    w->head[verb] = (uint16_t)noun;
    w->deprel[verb] = by_police ? DL_DEP_ACL_RELCL : DL_DEP_ACL;
    w->xpos[verb] = by_police ? DL_XPOS_VBD : DL_XPOS_VBN;
    if (!by_police) return;
    w->head[doer] = (uint16_t)verb;
    w->deprel[doer] = DL_DEP_NSUBJ;
}

/* "The poet that the regime jailed | has died", "the mayor that a farmer sued | resigned", with the dying as what the regime did: of two verbs behind
 * the noun that is all there is, the first is the clause's, and the second tells of the noun. */
static void part_second(dl_window *w, uint32_t told) {
    static const dl_relations own = DL_REL(OBJ) | DL_REL(OBL_AGENT) | DL_REL(AUX) | DL_REL(AUX_PASS), passive = DL_REL(AUX_PASS), cop = DL_REL(COP);
    uint32_t noun = w->head[told], pronoun = 0, doer = 0, verb = 0;
    bool of_noun = w->deprel[told] == DL_DEP_ACL_RELCL || w->deprel[told] == DL_DEP_ACL;
    bool clause = of_noun && noun && noun < told && w->deprel[noun] == DL_DEP_ROOT;
    if (!clause || (w->upos[told] != DL_UPOS_VERB && !dl_window_has(w, told, cop)) || dl_window_among(w, noun, told_of)) return;
    for (uint32_t i = noun + 1; i < told; i++) {
        if (w->head[i] == told && (w->deprel[i] == DL_DEP_OBJ || w->deprel[i] == DL_DEP_MARK) && said_of(w, i)) pronoun = i;
        bool past = pronoun && w->xpos[i] != DL_XPOS_VBG && dl_window_is_past(w, i) && !verb;
        if (past && w->deprel[i] == DL_DEP_ACL && w->head[i] + 1u == i && w->head[w->head[i]] == told) verb = i, doer = w->head[i];
        if (past && w->deprel[i] == DL_DEP_NSUBJ && w->head[i] == told && w->head[i - 1] == i && dl_window_is_subject(w, i - 1))
            verb = i, doer = i - 1;
    }
    if (!verb || !dl_window_is_subject(w, doer) || dl_window_first_of(w, doer) != pronoun + 1 || dl_window_has(w, verb, own)) return;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == noun && i > told) w->head[i] = (uint16_t)told;
    w->head[told] = 0;
    w->deprel[told] = DL_DEP_ROOT;
    w->head[noun] = (uint16_t)told;
    w->deprel[noun] = dl_window_has(w, told, passive) ? DL_DEP_NSUBJ_PASS : DL_DEP_NSUBJ;
    make_relative(w, noun, pronoun, verb);
    w->head[doer] = (uint16_t)verb;
    w->deprel[doer] = DL_DEP_NSUBJ;
}

/* "Bloggers | whom it had accused of fraud", with whom as a phrase that no word opens. */
static void make_object(dl_window *w, uint32_t whom) {
    static const dl_relations opener = DL_REL(CASE), object = DL_REL(OBJ) | DL_REL(CCOMP);
    uint32_t verb = w->head[whom];
    bool bare = w->deprel[whom] == DL_DEP_OBL && dl_window_among(w, whom, "whom") && verb > whom && w->deprel[verb] == DL_DEP_ACL_RELCL;
    for (uint32_t i = verb + 1; bare && i <= w->count; i++) /* "whom they look | to" */
        if (w->head[i] == verb && w->upos[i] == DL_UPOS_ADP) return;
    if (bare && !dl_window_has(w, whom, opener) && !dl_window_has(w, verb, object)) w->deprel[whom] = DL_DEP_OBJ;
}

static const dl_rule rules[] = {
    {make_object, .relations = DL_REL(OBL), .words = {"whom"}},
    {return_article, .tags = DL_TAG(DT), .words = {"a an the"}},
    {find_object, .relations = DL_REL(MARK), .words = {"that"}},
    {hang_relative, .relations = DL_REL(OBJ), .words = {"that which whom"}},
    {raise_relative, .relations = DL_REL(ACL), .tags = DL_TAG(VBD) | DL_TAG(VBN), .classes = DL_CLASS(VERB)},
    {name_doer, .relations = DL_REL(ACL_RELCL) | DL_REL(AUX) | DL_REL(OBJ), .tags = DL_TAG(VBZ) | DL_TAG(NNS)},
    {part_verbs, .relations = DL_REL(AUX_PASS), .tags = DL_TAG(VBD)},
    {part_told, .relations = DL_REL(CCOMP) | DL_REL(CONJ) | DL_REL(ADVCL) | DL_REL(XCOMP) | DL_REL(ROOT)},
    {part_second, .relations = DL_REL(ACL) | DL_REL(ACL_RELCL)},
};
const dl_rules dl_rules_of_relatives = {DL_RULES_OF(rules)};
