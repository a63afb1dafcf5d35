/* Infinitives and the words that take them: "the mayor plans to close it" with plans of mayors, "plan to wade in" with a place called wade, "urged
 * the opposition to vote" with an opposition to something. */
#include "doc/ud.h"
#include "lang/repair.h"

/* Which of the words that mean to do something is read as a noun: "the president | plans to", and nothing else is told. */
static bool is_plan(const dl_window *w, uint32_t word) {
    static const dl_relations of_nouns = DL_REL(CASE) | DL_REL(NMOD_POSS) | DL_REL(COP) | DL_REL(NUMMOD) | DL_REL(AUX);
    uint32_t who = word - 1, deed = word + 2;
    if (word < 2 || deed > w->count || !dl_window_among(w, word, "plans vows aims hopes") || !dl_window_among(w, word + 1, "to")) return false;
    bool one = w->xpos[who] == DL_XPOS_NN || w->xpos[who] == DL_XPOS_NNP || w->xpos[who] == DL_XPOS_JJ;
    bool hung = w->head[who] == word && (w->deprel[who] == DL_DEP_COMPOUND || w->deprel[who] == DL_DEP_AMOD || w->deprel[who] == DL_DEP_NSUBJ);
    bool infinitive = w->xpos[deed] == DL_XPOS_VB || w->xpos[deed] == DL_XPOS_NN || (w->xpos[deed] == DL_XPOS_NNP && w->words[deed].plain);
    bool told = w->deprel[word] == DL_DEP_ROOT || (w->deprel[word] == DL_DEP_IOBJ && dl_window_among(w, w->head[word], "said says"));
    return one && hung && infinitive && told && !dl_window_has(w, word, of_nouns);
}

/* "The president | plans to impose it", with plans of a president: no single president has them without "'s", so it is he who plans. */
static void make_plan(dl_window *w, uint32_t word) {
    uint32_t who = word - 1;
    if (!is_plan(w, word)) return;
    if (w->xpos[who] == DL_XPOS_JJ) dl_window_make_noun(w, who); /* "the general" */
    for (uint32_t i = 1; i < who; i++)
        if (w->head[i] == word && (w->deprel[i] == DL_DEP_DET || w->deprel[i] == DL_DEP_AMOD || w->deprel[i] == DL_DEP_COMPOUND))
            w->head[i] = (uint16_t)who;
    w->upos[word] = DL_UPOS_VERB;
    w->xpos[word] = DL_XPOS_VBZ;
    if (w->deprel[word] == DL_DEP_IOBJ) w->deprel[word] = DL_DEP_CCOMP;
    w->deprel[who] = DL_DEP_NSUBJ;
    for (uint32_t i = word + 1; i <= w->count; i++)
        if (w->head[i] == word && w->deprel[i] == DL_DEP_NMOD) w->deprel[i] = DL_DEP_OBL;
}

/* "Norway plans to | reject it", with the rejecting as if it described a noun: what hangs on a verb with "to" is its complement. */
static void complete_verb(dl_window *w, uint32_t deed) {
    uint32_t verb = w->head[deed], to = verb + 1;
    bool hung = w->deprel[deed] == DL_DEP_ACL && w->xpos[deed] == DL_XPOS_VB && w->upos[verb] == DL_UPOS_VERB && verb < deed;
    if (hung && w->xpos[to] == DL_XPOS_TO && w->head[to] == deed) w->deprel[deed] = DL_DEP_XCOMP;
}

static const char takes_infinitive[] = "plan plans planned planning vow vows vowed vowing threaten threatens threatened threatening refuse refuses "
                                       "refused refusing intend intends intended want wants wanted seek seeks sought try tries tried trying attempt "
                                       "attempts attempted hope hopes hoped aims decide decides decided manage manages managed fail fails failed "
                                       "began begin begins expected forced due";
static const char takes_another[] = "urge urges urged urging encouraged persuaded pressured compelled implored begged";

/* "Were ordered to | fire on the crowd", but not "were ordered to jail". */
static bool is_ordered(const dl_window *w, uint32_t to) {
    static const dl_relations passive = DL_REL(AUX_PASS);
    static const char goals[] = "jail prison court trial school hospital work base headquarters custody rehab";
    return dl_window_among(w, to - 1, "ordered instructed urged told") && dl_window_has(w, to - 1, passive) && !dl_window_among(w, to + 1, goals);
}

/* The verb in front of "to" that takes an infinitive and nothing else behind "to", right there or behind its object; or 0. */
static uint32_t takes(const dl_window *w, uint32_t to) {
    if (w->upos[to - 1] == DL_UPOS_VERB && (dl_window_among(w, to - 1, takes_infinitive) || is_ordered(w, to))) return to - 1;
    for (uint32_t i = to; i-- > 1 && to - i < 8;) {
        if (w->upos[i] == DL_UPOS_VERB) return dl_window_among(w, i, takes_another) ? i : 0;
        if (w->upos[i] == DL_UPOS_PUNCT || w->upos[i] == DL_UPOS_ADP) return 0;
    }
    return 0;
}

/* "Police plan to | wade into the crowd", "urged them to | pledge aid", with a name, a noun or an adjective behind "to": behind these words stands a
 * verb. */
static void make_infinitive(dl_window *w, uint32_t to) {
    static const dl_relations of_nouns = DL_REL(DET) | DL_REL(AMOD) | DL_REL(NMOD_POSS) | DL_REL(NUMMOD) | DL_REL(COP);
    uint32_t word = to + 1, above = w->head[to], verb;
    if (w->deprel[to] != DL_DEP_CASE && w->deprel[to] != DL_DEP_MARK) return;
    if (to < 2 || word > w->count || !dl_window_among(w, to, "to") || !w->words[word].plain) return;
    bool other = w->xpos[word] == DL_XPOS_NN || w->xpos[word] == DL_XPOS_NNP || w->xpos[word] == DL_XPOS_JJ;
    if (!other || !(verb = takes(w, to)) || dl_window_has(w, word, of_nouns)) return;
    bool modifies = above > word && w->head[word] == above && (w->deprel[word] == DL_DEP_COMPOUND || w->deprel[word] == DL_DEP_AMOD);
    if (above != word && !modifies) return;
    if (modifies) {
        w->head[above] = (uint16_t)word;
        w->deprel[above] = DL_DEP_OBJ;
    }
    dl_window_make_infinitive(w, to, word, verb);
    for (uint32_t i = word + 1; i <= w->count; i++) {
        bool next = w->head[i] == verb && dl_deprel_base(w->deprel[i]) == DL_DEP_OBL && dl_window_first_of(w, i) == word + 1;
        if (next) w->head[i] = (uint16_t)word; /* "to fire | on the crowd" */
        if (w->head[i] == word && w->deprel[i] == DL_DEP_NMOD) w->deprel[i] = DL_DEP_OBL;
    }
}

/* "Urged the opposition to | vote", with an opposition to voting: an infinitive behind who is asked is what they are asked for. */
static void leave_asked(dl_window *w, uint32_t deed) {
    uint32_t asked = w->head[deed], verb = w->head[asked];
    bool hung = w->deprel[deed] == DL_DEP_ACL && w->xpos[deed] == DL_XPOS_VB && w->deprel[asked] == DL_DEP_IOBJ && asked < deed && verb < asked;
    if (!hung || w->xpos[deed - 1] != DL_XPOS_TO || w->upos[verb] != DL_UPOS_VERB) return;
    w->head[deed] = (uint16_t)verb;
    w->deprel[deed] = DL_DEP_XCOMP;
}

/* "Is alleged to have | tortured prisoners", with prisoners that he has and somebody tortured: behind "to have" a participle tells what was done. */
static void make_perfect(dl_window *w, uint32_t verb) {
    static const char held[] =
        "believed alleged said claimed thought suspected reported known claims claim claiming appears appeared seems seemed rumoured "
        "rumored understood presumed accused supposed confessed admitted";
    uint32_t have = verb - 1, object = w->head[verb];
    bool row = verb > 3 && w->xpos[verb] == DL_XPOS_VBN && w->deprel[verb] == DL_DEP_AMOD && object > verb && w->deprel[object] == DL_DEP_OBJ;
    if (!row || w->head[object] != have || !dl_window_among(w, have, "have") || w->xpos[have - 1] != DL_XPOS_TO || w->head[have - 1] != have) return;
    if (w->deprel[have] != DL_DEP_XCOMP || !dl_window_among(w, w->head[have], held)) return;
    w->head[verb] = w->head[have];
    w->deprel[verb] = w->deprel[have];
    w->upos[verb] = DL_UPOS_VERB;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == have) w->head[i] = (uint16_t)verb;
    w->head[have] = (uint16_t)verb;
    w->deprel[have] = DL_DEP_AUX;
    w->upos[have] = DL_UPOS_AUX;
}

/* "Helped soldiers | arrest two rebels", with "arrest" as a noun: with a subject and an object it is none. */
static void make_bare(dl_window *w, uint32_t word) {
    static const dl_relations subject = DL_REL(NSUBJ), object = DL_REL(OBJ);
    static const dl_relations of_nouns =
        DL_REL(DET) | DL_REL(AMOD) | DL_REL(NMOD_POSS) | DL_REL(NUMMOD) | DL_REL(COP) | DL_REL(CASE) | DL_REL(COMPOUND);
    bool clause = w->deprel[word] == DL_DEP_XCOMP || w->deprel[word] == DL_DEP_CCOMP;
    if (!clause || w->xpos[word] != DL_XPOS_NN || !dl_window_is_nominal(w, word - 1)) return;
    if (!dl_window_among(w, w->head[word], "help helps helped helping let lets letting make makes made making see saw seen watch watched hear heard"))
        return;
    if (!dl_window_has(w, word, subject) || !dl_window_has(w, word, object) || dl_window_has(w, word, of_nouns)) return;
    w->upos[word] = DL_UPOS_VERB;
    w->xpos[word] = DL_XPOS_VB;
}

/* "Chad is willing to | take part", with the taking part as what is willing: who is willing has been told, so it is what he is willing to do. */
static const char takes_deed[] = "willing unwilling ready prepared able unable eager reluctant determined keen";
static void complete_adjective(dl_window *w, uint32_t deed) {
    static const dl_relations subject = DL_REL(NSUBJ);
    uint32_t adjective = w->head[deed];
    if (w->deprel[deed] != DL_DEP_CSUBJ || w->xpos[deed] != DL_XPOS_VB || w->xpos[deed - 1] != DL_XPOS_TO) return;
    bool behind = adjective && adjective < deed && dl_window_among(w, adjective, takes_deed) && dl_window_has(w, adjective, subject);
    if (behind) w->deprel[deed] = DL_DEP_XCOMP;
}

static const dl_rule rules[] = {
    {make_plan, .relations = DL_REL(ROOT) | DL_REL(IOBJ), .words = {"plans vows aims hopes"}},
    {make_infinitive, .relations = DL_REL(CASE) | DL_REL(MARK), .words = {"to"}},
    {complete_verb, .relations = DL_REL(ACL), .tags = DL_TAG(VB)},
    {complete_adjective, .relations = DL_REL(CSUBJ), .tags = DL_TAG(VB)},
    {leave_asked, .relations = DL_REL(ACL), .tags = DL_TAG(VB)},
    {make_perfect, .relations = DL_REL(AMOD), .tags = DL_TAG(VBN)},
    {make_bare, .relations = DL_REL(XCOMP) | DL_REL(CCOMP), .tags = DL_TAG(NN)},
};
const dl_rules dl_rules_of_infinitives = {DL_RULES_OF(rules)};
