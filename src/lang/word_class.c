/* Words read as of another class than they are: a verb as a noun, a noun as a participle. */
#include "doc/ud.h"
#include "lang/repair.h"

/* "began | to stab shoppers", with "stab shoppers" as a noun: behind "to" a bare word that has it is a verb. */
static void make_infinitive(dl_window *w, uint32_t to) {
    uint32_t word = w->head[to], noun = w->head[word], verb = w->head[noun];
    bool lost = w->xpos[to] == DL_XPOS_TO && w->deprel[to] == DL_DEP_MARK && word == to + 1 && w->upos[word] == DL_UPOS_NOUN;
    if (!lost || w->deprel[word] != DL_DEP_COMPOUND || noun < word || w->deprel[noun] != DL_DEP_OBJ || w->upos[verb] != DL_UPOS_VERB) return;
    w->upos[word] = DL_UPOS_VERB;
    w->xpos[word] = DL_XPOS_VB;
    w->head[word] = (uint16_t)verb;
    w->deprel[word] = DL_DEP_XCOMP;
    w->head[noun] = (uint16_t)word;
}

/* "Declined to | back him", with the back as a noun: what has an object behind "to" is a verb, whose "to" hung on the one in front. */
static void make_verb_behind(dl_window *w, uint32_t to) {
    static const dl_relations object = DL_REL(OBJ), of_nouns = DL_REL(DET) | DL_REL(AMOD) | DL_REL(NMOD_POSS) | DL_REL(COP);
    uint32_t word = to + 1, verb = w->head[to] == word ? w->head[word] : w->head[to];
    bool lost = word <= w->count && (w->xpos[word] == DL_XPOS_NN || w->xpos[word] == DL_XPOS_RB) && dl_window_among(w, to, "to") && verb < to;
    if (!lost || w->upos[verb] != DL_UPOS_VERB || !dl_window_has(w, word, object) || dl_window_has(w, word, of_nouns)) return;
    dl_window_make_infinitive(w, to, word, verb);
}

/* "Unless the army | withdraws", with the last word as a noun: what has a subject and the mark of a clause, and nothing that is a noun's, is a verb.
 */
static void make_finite(dl_window *w, uint32_t word) {
    static const dl_relations subject = DL_REL(NSUBJ), mark = DL_REL(MARK);
    static const dl_relations of_nouns = DL_REL(COP) | DL_REL(DET) | DL_REL(AUX) | DL_REL(AMOD) | DL_REL(CASE) | DL_REL(NUMMOD) | DL_REL(COMPOUND);
    bool noun = w->upos[word] == DL_UPOS_NOUN && w->xpos[word] == DL_XPOS_NNS && w->deprel[word] == DL_DEP_ADVCL;
    if (!noun || !dl_window_has(w, word, subject) || !dl_window_has(w, word, mark) || dl_window_has(w, word, of_nouns)) return;
    w->upos[word] = DL_UPOS_VERB;
    w->xpos[word] = DL_XPOS_VBZ;
}

/* "Broke up a protest | rally", as an adverb. */
static void make_noun_of_adverb(dl_window *w, uint32_t word) {
    static const dl_relations article = DL_REL(DET);
    bool argument = w->deprel[word] == DL_DEP_OBJ || dl_window_is_subject(w, word);
    if (w->upos[word] == DL_UPOS_ADV && argument && dl_window_has(w, word, article)) dl_window_make_noun(w, word);
}

/* "Arrested the | accused": a participle right behind an article, in the place of a noun, is one. */
static void make_noun(dl_window *w, uint32_t word) {
    static const dl_relations of_verbs = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(OBJ) | DL_REL(NSUBJ) | DL_REL(MARK);
    unsigned deprel = w->deprel[word];
    bool argument = deprel == DL_DEP_OBJ || deprel == DL_DEP_NSUBJ || deprel == DL_DEP_NSUBJ_PASS || deprel == DL_DEP_OBL || deprel == DL_DEP_NMOD;
    bool pointed = word > 1 && w->head[word - 1] == word && w->deprel[word - 1] == DL_DEP_DET;
    bool complement = deprel == DL_DEP_XCOMP && w->head[word] + 2u == word; /* "jailed | the convicted for life" */
    if (w->xpos[word] != DL_XPOS_VBN || !(argument || complement) || !pointed || dl_window_has(w, word, of_verbs)) return;
    dl_window_make_noun(w, word);
    if (!complement) return;
    w->deprel[word] = DL_DEP_OBJ;
    for (uint32_t i = word + 1; i <= w->count; i++)
        if (w->head[i] == word) w->head[i] = w->head[word];
}

/* "Condemned rebels' | killing of a judge", with the rebels' as whose and the killing as a verb: what is somebody's, and of somebody, is a noun. */
static void make_deed(dl_window *w, uint32_t gerund) {
    static const dl_relations of_verbs = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(OBJ) | DL_REL(NSUBJ) | DL_REL(MARK), whose = DL_REL(NMOD_POSS);
    bool deed = w->xpos[gerund] == DL_XPOS_VBG && w->upos[gerund] == DL_UPOS_VERB && dl_window_among(w, gerund + 1, "of") && gerund > 1;
    if (!deed || w->xpos[gerund - 1] != DL_XPOS_POS || !dl_window_has(w, gerund, whose) || dl_window_has(w, gerund, of_verbs)) return;
    unsigned deprel = w->deprel[gerund];
    dl_window_make_noun(w, gerund);
    if (deprel == DL_DEP_XCOMP || deprel == DL_DEP_CCOMP) w->deprel[gerund] = DL_DEP_OBJ;
    if (deprel == DL_DEP_ADVCL || deprel == DL_DEP_ACL) w->deprel[gerund] = deprel == DL_DEP_ACL ? DL_DEP_NMOD : DL_DEP_OBL;
    if (deprel == DL_DEP_CSUBJ) w->deprel[gerund] = DL_DEP_NSUBJ;
}

/* "Urged | vigilant locals to stay", "told frightened villagers to leave", with the locals as an object of "vigilant", or as who stays while somebody
 * is urged vigilant: a bare plural right behind the word takes its place, and the word describes it. */
static void describe_noun(dl_window *w, uint32_t word) {
    uint32_t noun = word + 1, verb = w->head[word];
    bool adjective = w->upos[word] == DL_UPOS_ADJ || w->xpos[word] == DL_XPOS_VBN || w->xpos[word] == DL_XPOS_VBD;
    if (!adjective || w->deprel[word] != DL_DEP_XCOMP || verb + 1 != word || w->upos[verb] != DL_UPOS_VERB || noun > w->count) return;
    uint32_t clause = w->head[noun];
    bool object = clause == word && (w->deprel[noun] == DL_DEP_IOBJ || w->deprel[noun] == DL_DEP_OBJ);
    bool controls = clause > noun && w->deprel[noun] == DL_DEP_NSUBJ && w->deprel[clause] == DL_DEP_CCOMP && w->head[clause] == verb &&
                    w->xpos[clause] == DL_XPOS_VB && w->xpos[noun + 1] == DL_XPOS_TO;
    if ((!object && !controls) || w->xpos[noun] != DL_XPOS_NNS) return;
    if (controls) w->deprel[clause] = DL_DEP_XCOMP;
    for (uint32_t i = noun + 1; i <= w->count; i++)
        if (w->head[i] == word) w->head[i] = (uint16_t)verb;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_OBJ;
    w->head[word] = (uint16_t)noun;
    w->deprel[word] = DL_DEP_AMOD;
}

/* "Arrested | several of the marchers", with "several" as what they were arrested as, or "of the marchers" as the verb's: a part is of its whole. */
static void join_part(dl_window *w, uint32_t part) {
    uint32_t of = part + 1, whole = of <= w->count ? w->head[of] : 0, verb = w->head[part];
    bool complement = w->deprel[part] == DL_DEP_XCOMP && verb + 1 == part;
    if (!whole || w->deprel[of] != DL_DEP_CASE || whole < of || w->deprel[whole] != DL_DEP_OBL) return;
    if (w->head[whole] != part && w->head[whole] != verb) return;
    if (!dl_window_among(w, of, "of") || !dl_window_among(w, part, "several many few most both some all each half")) return;
    if (!complement && w->deprel[part] != DL_DEP_OBJ) return;
    w->deprel[part] = DL_DEP_OBJ;
    w->head[whole] = (uint16_t)part;
    w->deprel[whole] = DL_DEP_NMOD;
}

/* "A school | shooting in Texas left ten dead", with a school that shoots: without an object, and at nobody, it is the noun. */
static void raise_deed(dl_window *w, uint32_t deed) {
    static const dl_relations of_verbs = DL_REL(OBJ) | DL_REL(NSUBJ) | DL_REL(AUX) | DL_REL(MARK) | DL_REL(ADVMOD) | DL_REL(XCOMP);
    uint32_t noun = w->head[deed];
    bool hung = w->deprel[deed] == DL_DEP_ACL && w->xpos[deed] == DL_XPOS_VBG && noun + 1 == deed && w->xpos[noun] == DL_XPOS_NN;
    if (!hung || dl_window_has(w, deed, of_verbs) || !dl_window_among(w, deed, "shooting bombing stabbing")) return;
    for (uint32_t i = deed + 1; i <= w->count; i++)
        if (w->head[i] && w->head[w->head[i]] == deed && dl_window_among(w, i, "at")) return;
    dl_window_make_noun(w, deed);
    w->head[deed] = w->head[noun];
    w->deprel[deed] = w->deprel[noun];
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == noun) w->head[i] = (uint16_t)deed;
    w->head[noun] = (uint16_t)deed;
    w->deprel[noun] = DL_DEP_COMPOUND;
}

/* "Attacked a village, | burning homes and killing ten", with the burning homes as another name of the village: behind a comma and before a bare
 * plural it is what was done there. */
static void free_participle(dl_window *w, uint32_t verb) {
    static const dl_relations articles = DL_REL(DET) | DL_REL(CC);
    uint32_t noun = w->head[verb], place = w->head[noun], above = place;
    bool bare = noun == verb + 1 && w->xpos[noun] == DL_XPOS_NNS && w->deprel[noun] == DL_DEP_APPOS && !dl_window_has(w, noun, articles);
    if (w->xpos[verb] != DL_XPOS_VBG || w->deprel[verb] != DL_DEP_AMOD || !bare || w->xpos[verb - 1] != DL_XPOS_COMMA || place > verb) return;
    for (uint32_t steps = 0; above && steps < 5 && w->upos[above] != DL_UPOS_VERB; steps++) above = w->head[above];
    if (!above || above > verb || w->upos[above] != DL_UPOS_VERB) return;
    w->upos[verb] = DL_UPOS_VERB;
    w->head[verb] = (uint16_t)above;
    w->deprel[verb] = DL_DEP_ADVCL;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_OBJ;
    for (uint32_t i = noun + 1; i <= w->count; i++)
        if (w->head[i] == noun && w->deprel[i] == DL_DEP_CONJ && w->xpos[i] == DL_XPOS_VBG) w->head[i] = (uint16_t)verb;
}

/* "Killed three soldiers and | wounded six others", with wounded others: in front of a number it is no adjective, and the "and" goes on with the
 * killing. */
static void free_verb(dl_window *w, uint32_t verb) {
    uint32_t noun = w->head[verb], first = w->head[noun], above = w->head[first], joint = verb - 1;
    bool before = (w->xpos[verb] == DL_XPOS_VBN || w->xpos[verb] == DL_XPOS_VBD) && w->deprel[verb] == DL_DEP_AMOD && verb > 2;
    if (!before || verb + 1 >= noun || w->upos[verb + 1] != DL_UPOS_NUM || w->upos[joint] != DL_UPOS_CCONJ) return;
    if (w->deprel[noun] != DL_DEP_CONJ || w->deprel[first] != DL_DEP_OBJ || w->xpos[above] != DL_XPOS_VBD || above > first || first > verb) return;
    w->upos[verb] = DL_UPOS_VERB;
    w->xpos[verb] = DL_XPOS_VBD;
    w->head[verb] = (uint16_t)above;
    w->deprel[verb] = DL_DEP_CONJ;
    w->head[joint] = w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_OBJ;
}

/* "The raid saw hundreds | arrested", "freed two nuns | held in Gao", with hundreds who arrest: what is seen done, with nothing that it is done to,
 * is done to them; and who is freed has been held. */
static void make_passive(dl_window *w, uint32_t verb) {
    static const char takes_people[] = "saw sees seen seeing see released freed pardoned rescued killed executed shot deported jailed arrested";
    static const dl_relations own = DL_REL(OBJ) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(MARK) | DL_REL(CCOMP) | DL_REL(XCOMP);
    uint32_t see = w->head[verb], noun = 0;
    bool clause = w->deprel[verb] == DL_DEP_CCOMP || w->deprel[verb] == DL_DEP_XCOMP;
    if (!clause || !dl_window_among(w, see, takes_people)) return;
    if ((w->xpos[verb] != DL_XPOS_VBD && w->xpos[verb] != DL_XPOS_VBN) || dl_window_has(w, verb, own)) return;
    for (uint32_t i = see + 1; i < verb; i++)
        if ((w->head[i] == verb && w->deprel[i] == DL_DEP_NSUBJ) || (w->head[i] == see && w->deprel[i] == DL_DEP_OBJ)) noun = i;
    if (!noun) return;
    w->xpos[verb] = DL_XPOS_VBN;
    w->head[verb] = (uint16_t)noun;
    w->deprel[verb] = DL_DEP_ACL;
    w->head[noun] = (uint16_t)see;
    w->deprel[noun] = DL_DEP_OBJ;
}

/* "Appeared in court | charged with theft", with him as who charged: without a subject, an object and a mark a clause below another is no finite one.
 */
static void make_participle(dl_window *w, uint32_t verb) {
    static const dl_relations of_finite =
        DL_REL(NSUBJ) | DL_REL(OBJ) | DL_REL(AUX) | DL_REL(MARK) | DL_REL(CCOMP) | DL_REL(XCOMP) | DL_REL(COMPOUND_PRT);
    if (w->xpos[verb] != DL_XPOS_VBD || w->deprel[verb] != DL_DEP_ADVCL || w->head[verb] > verb) return;
    bool of_passives = verb < w->count && dl_window_among(w, verb + 1, "with of by");
    if (of_passives && !dl_window_has(w, verb, of_finite)) w->xpos[verb] = DL_XPOS_VBN;
}

/* "Brought | to justice those who did it", with somebody who justices them: it is where they were brought, and they are the verb's object. */
static void make_goal(dl_window *w, uint32_t word) {
    uint32_t to = word - 1, verb = w->head[word];
    bool read_as_verb = word > 2 && w->xpos[word] == DL_XPOS_VB && w->xpos[to] == DL_XPOS_TO && w->head[to] == word;
    if (!read_as_verb || !dl_window_among(w, word, "justice") || w->upos[verb] != DL_UPOS_VERB) return;
    dl_window_make_noun(w, word);
    w->deprel[word] = DL_DEP_OBL;
    w->upos[to] = DL_UPOS_ADP;
    w->xpos[to] = DL_XPOS_IN;
    w->deprel[to] = DL_DEP_CASE;
    for (uint32_t i = word + 1; i <= w->count; i++)
        if (w->head[i] == word) w->head[i] = (uint16_t)verb;
}

/* "Slaughtered | mainly nuns", with the nuns as when or where it was done: with nothing that opens the phrase they are the object. */
static void make_object(dl_window *w, uint32_t noun) {
    static const dl_relations object = DL_REL(OBJ) | DL_REL(CCOMP) | DL_REL(AUX_PASS),
                              opener = DL_REL(CASE) | DL_REL(MARK) | DL_REL(NUMMOD) | DL_REL(DET);
    uint32_t adverb = noun - 1, verb = w->head[noun];
    bool behind = noun > 2 && w->deprel[noun] == DL_DEP_OBL && w->xpos[noun] == DL_XPOS_NNS && verb + 1 == adverb && w->upos[verb] == DL_UPOS_VERB;
    if (!behind || !dl_window_among(w, adverb, "mainly mostly only largely chiefly primarily even")) return;
    if (!dl_window_has(w, verb, object) && !dl_window_has(w, noun, opener)) w->deprel[noun] = DL_DEP_OBJ;
}

/* "Was gang | raped by two officers", with her as a gang: a bare noun between "was" and a participle says how it was done. */
static void raise_passive(dl_window *w, uint32_t verb) {
    static const dl_relations of_nouns = DL_REL(DET) | DL_REL(AMOD) | DL_REL(NMOD_POSS) | DL_REL(COMPOUND) | DL_REL(CASE) | DL_REL(NUMMOD);
    uint32_t noun = w->head[verb], be = noun - 1;
    bool behind = w->xpos[verb] == DL_XPOS_VBN && w->deprel[verb] == DL_DEP_ACL && noun + 1 == verb && noun > 2 && w->xpos[noun] == DL_XPOS_NN;
    if (!behind || w->deprel[be] != DL_DEP_COP || w->head[be] != noun || dl_window_has(w, noun, of_nouns)) return;
    w->head[verb] = w->head[noun];
    w->deprel[verb] = w->deprel[noun];
    for (uint32_t i = 1; i <= w->count; i++) {
        if (w->head[i] != noun || i == verb) continue;
        w->head[i] = (uint16_t)verb;
        if (w->deprel[i] == DL_DEP_NSUBJ) w->deprel[i] = DL_DEP_NSUBJ_PASS;
    }
    w->deprel[be] = DL_DEP_AUX_PASS;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_COMPOUND;
}

static const char acts[] = "bombing shelling shooting stabbing killing looting burning firing raiding storming";

static const char befallen[] = "victims victim survivors survivor suspects suspect casualties";

/* "A tribute to bombing | victims", with who bombs them: in front of such people it is what befell them. */
static void name_victims(dl_window *w, uint32_t people) {
    uint32_t act = people - 1;
    if (people < 2 || w->deprel[people] != DL_DEP_OBJ || w->head[people] != act || !dl_window_among(w, people, befallen) ||
        !dl_window_among(w, act, acts))
        return;
    w->head[people] = w->head[act];
    w->deprel[people] = w->upos[w->head[act]] == DL_UPOS_VERB ? DL_DEP_OBL : DL_DEP_NMOD;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == act) {
            w->head[i] = (uint16_t)people;
            if (w->deprel[i] == DL_DEP_MARK) w->deprel[i] = DL_DEP_CASE;
        }
    w->head[act] = (uint16_t)people;
    w->deprel[act] = DL_DEP_COMPOUND;
    dl_window_make_noun(w, act);
}

/* What is dealt in by the word behind, which is seldom what kind of thing it is: "exporting gas". */
static const char dealings[] = "exporting importing selling buying supplying sending shipping delivering deporting expelling arresting evacuating";

/* "Began | bombing villages", "begun | exporting gas", with bombing villages as what was begun: what is begun, stopped or denied is the act. */
static void make_gerund(dl_window *w, uint32_t act) {
    static const char phases[] =
        "began begin begins begun started start starts continued resumed stopped stop kept denied denies deny admitted admits";
    uint32_t thing = w->head[act], verb = act - 1;
    bool modifies = w->deprel[act] == DL_DEP_COMPOUND || (w->deprel[act] == DL_DEP_AMOD && w->xpos[act] == DL_XPOS_VBG);
    bool hung = act > 1 && modifies && thing == act + 1 && w->deprel[thing] == DL_DEP_OBJ && w->head[thing] == verb;
    bool deed = w->xpos[thing] == DL_XPOS_NNS && dl_window_among(w, act, acts);
    bool dealt = (w->xpos[thing] == DL_XPOS_NNS || w->xpos[thing] == DL_XPOS_NN) && dl_window_among(w, act, dealings);
    if (!hung || (!deed && !dealt) || !dl_window_among(w, verb, phases)) return;
    w->upos[act] = DL_UPOS_VERB;
    w->xpos[act] = DL_XPOS_VBG;
    w->head[act] = (uint16_t)verb;
    w->deprel[act] = DL_DEP_XCOMP;
    w->head[thing] = (uint16_t)act;
    uint32_t goal = dealt && thing < w->count && w->deprel[thing + 1] == DL_DEP_CASE ? w->head[thing + 1] : 0; /* "exporting gas | to Chad" */
    if (goal && w->head[goal] == verb) w->head[goal] = (uint16_t)act;
}

/* "Let | aid trucks in", with somebody who aids them: behind "let" stands who or what is let do something, so the bare word describes it. */
static void name_let_in(dl_window *w, uint32_t word) {
    uint32_t let = word - 1, noun = word + 1;
    bool bare = w->xpos[word] == DL_XPOS_VB && w->head[word] == let && w->deprel[word] == DL_DEP_XCOMP && dl_window_among(w, let, "let lets letting");
    if (!bare || noun > w->count || w->head[noun] != word || w->deprel[noun] != DL_DEP_OBJ || w->xpos[noun] != DL_XPOS_NNS) return;
    if (dl_window_among(w, word, "go slip drop fall fly loose")) return; /* "let slip secrets" */
    for (uint32_t i = noun + 1; i <= w->count; i++)
        if (w->head[i] == word) w->head[i] = (uint16_t)let;
    w->head[noun] = (uint16_t)let;
    w->head[word] = (uint16_t)noun;
    w->deprel[word] = DL_DEP_COMPOUND;
    dl_window_make_noun(w, word);
}

/* "Denied | bombing a clinic", "helped | free the hostages", with bombing as a noun and free as an adjective, which have no object. */
static void make_verb(dl_window *w, uint32_t act) {
    static const dl_relations object = DL_REL(OBJ), of_nouns = DL_REL(DET) | DL_REL(COP) | DL_REL(CASE) | DL_REL(AMOD) | DL_REL(NMOD_POSS);
    bool noun = w->xpos[act] == DL_XPOS_NN && w->deprel[act] == DL_DEP_XCOMP && dl_window_among(w, act, acts);
    bool adjective = w->xpos[act] == DL_XPOS_JJ && w->deprel[act] == DL_DEP_XCOMP;
    if ((!noun && !adjective) || !dl_window_has(w, act, object) || dl_window_has(w, act, of_nouns)) return;
    w->upos[act] = DL_UPOS_VERB;
    w->xpos[act] = noun ? DL_XPOS_VBG : DL_XPOS_VB;
}

/* "Some of the protesters | called for calm": an article or adjective that has an "of" of its own stands for people or things. */
static void make_pronoun(dl_window *w, uint32_t word) {
    static const dl_relations part = DL_REL(NMOD);
    bool many = w->upos[word] == DL_UPOS_DET || w->upos[word] == DL_UPOS_ADJ;
    if (!many || !dl_window_among(w, word, "some many several most both all few each") || !dl_window_has(w, word, part)) return;
    if (word < w->count && dl_window_among(w, word + 1, "of")) w->upos[word] = DL_UPOS_PRON;
}

/* "The deputy | tore into her rival", with tore as a noun or an adverb: forms of the past that are no other word are verbs where they have a subject.
 */
static void make_past(dl_window *w, uint32_t word) {
    static const dl_relations subject = DL_REL(NSUBJ),
                              of_nouns = DL_REL(DET) | DL_REL(COP) | DL_REL(AUX) | DL_REL(CASE) | DL_REL(AMOD) | DL_REL(NMOD_POSS);
    bool other = w->upos[word] == DL_UPOS_NOUN || w->upos[word] == DL_UPOS_ADV || w->upos[word] == DL_UPOS_ADJ;
    if (!other || !dl_window_among(w, word, "tore stuck strode") || !dl_window_has(w, word, subject) || dl_window_has(w, word, of_nouns)) return;
    w->upos[word] = DL_UPOS_VERB;
    w->xpos[word] = DL_XPOS_VBD;
}

/* "The ministry | armed at least three villagers", "troops | advanced into the town", with "armed" as what the ministry is: no adjective has an
 * object, nor a place that it leads to. */
static void make_doing(dl_window *w, uint32_t word) {
    static const dl_relations subject = DL_REL(NSUBJ), object = DL_REL(OBJ), of_adjective = DL_REL(COP) | DL_REL(AUX) | DL_REL(DET);
    bool bare = w->upos[word] == DL_UPOS_ADJ && w->xpos[word] == DL_XPOS_JJ && dl_window_has(w, word, subject);
    bool leads = bare && word < w->count && dl_window_among(w, word + 1, "into toward towards");
    if (!bare || (!leads && !dl_window_has(w, word, object)) || dl_window_has(w, word, of_adjective)) return;
    if (w->words[word].suffix2 != dl_hash_bytes(DL_LIT("ed"))) return;
    w->upos[word] = DL_UPOS_VERB;
    w->xpos[word] = DL_XPOS_VBD;
}

/* "Found the army | responsible for the deaths", with the adjective as if it described the army or the finding: right behind the object of a verb of
 * judgment, and with a phrase of its own, it is what the army is found to be. */
static void make_finding(dl_window *w, uint32_t word) {
    static const dl_relations phrase = DL_REL(OBL) | DL_REL(XCOMP);
    uint32_t noun = word - 1, verb = word > 1 ? w->head[noun] : 0;
    bool behind = word > 2 && w->upos[word] == DL_UPOS_ADJ && w->deprel[noun] == DL_DEP_OBJ && verb < noun;
    bool described = w->deprel[word] == DL_DEP_AMOD && w->head[word] == noun, beside = w->deprel[word] == DL_DEP_ADVMOD && w->head[word] == verb;
    if (!behind || (!described && !beside) || !dl_window_has(w, word, phrase)) return;
    if (!dl_window_among(w, verb, "find found finds finding hold held holds holding deem deemed declare declared")) return;
    w->deprel[word] = DL_DEP_XCOMP;
    w->head[word] = (uint16_t)verb;
}

/* "A | mine exploded", "the first land | mine", with mine as a pronoun, which has no article and stands behind no word of its phrase. */
static void make_thing(dl_window *w, uint32_t word) {
    static const dl_relations article = DL_REL(DET);
    unsigned before = w->upos[word - 1];
    bool phrase = word > 1 && (before == DL_UPOS_ADJ || before == DL_UPOS_NOUN || before == DL_UPOS_PROPN || before == DL_UPOS_NUM);
    if (w->upos[word] != DL_UPOS_PRON || !dl_window_among(w, word, "mine") || (!phrase && !dl_window_has(w, word, article))) return;
    dl_window_make_noun(w, word);
    if (before != DL_UPOS_ADJ || w->head[word - 1] != w->head[word]) return;
    for (uint32_t i = 1; i < word; i++) /* "the first | mine", with the first as a second subject */
        if (w->head[i] == word - 1) w->head[i] = (uint16_t)word;
    w->head[word - 1] = (uint16_t)word;
    w->deprel[word - 1] = DL_DEP_AMOD;
}

/* "THREE CHADIAN ENGINEERS", with engineers as a name: what is counted, in a text of capitals, is a noun. */
static void make_counted(dl_window *w, uint32_t word) {
    static const dl_relations number = DL_REL(NUMMOD);
    if (!w->capitals || w->xpos[word] != DL_XPOS_NNPS || !dl_window_has(w, word, number)) return;
    w->upos[word] = DL_UPOS_NOUN;
    w->xpos[word] = DL_XPOS_NNS;
}

/* "A man who attacked a bank and | robbed two nurses was arrested", with the nurses as who was arrested and the man as who robbed: whom he robbed
 * stands between, and he was arrested. */
static void end_relative(dl_window *w, uint32_t second) {
    uint32_t first = 0, who = 0, told = 0, victim = 0;
    bool main_verb = w->deprel[second] == DL_DEP_ROOT || w->deprel[second] == DL_DEP_CCOMP;
    if (second < 4 || !main_verb || w->upos[second] != DL_UPOS_VERB || !dl_window_among(w, second - 1, "and")) return;
    for (uint32_t i = 1; i + 1 < second && !first; i++)
        if (w->deprel[i] == DL_DEP_ACL_RELCL && w->head[i] < i && w->head[w->head[i]] == second) first = i;
    who = first ? w->head[first] : 0;
    if (!who || !dl_window_is_subject(w, who)) return;
    for (uint32_t i = second + 1; i <= w->count && !told; i++)
        if (w->head[i] == second && w->deprel[i] == DL_DEP_CCOMP) told = i;
    for (uint32_t i = second + 1; i < told && !victim; i++)
        if (w->head[i] == told && dl_window_is_subject(w, i)) victim = i;
    if (!victim || dl_window_first_of(w, victim) != second + 1) return;
    w->deprel[who] = w->deprel[victim];
    w->head[who] = (uint16_t)told;
    w->head[victim] = (uint16_t)second;
    w->deprel[victim] = DL_DEP_OBJ;
    w->head[told] = w->head[second];
    w->deprel[told] = w->deprel[second];
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == second && (i < first || (i > victim && w->upos[i] == DL_UPOS_PUNCT))) w->head[i] = (uint16_t)told;
    w->head[second] = (uint16_t)first;
    w->deprel[second] = DL_DEP_CONJ;
}

/* "Rwanda has | armed the rebels", with "armed" as what Rwanda is: behind "have", with no "been", stands a participle. */
static void make_done(dl_window *w, uint32_t word) {
    static const dl_relations cop = DL_REL(COP) | DL_REL(AUX_PASS) | DL_REL(DET);
    uint32_t aux = word - 1;
    if (aux > 1 && w->upos[aux] == DL_UPOS_ADV) aux--;
    bool have = w->head[aux] == word && w->deprel[aux] == DL_DEP_AUX && dl_window_among(w, aux, "has have had having 've");
    if (!have || w->upos[word] != DL_UPOS_ADJ || w->xpos[word] != DL_XPOS_JJ || w->words[word].suffix2 != dl_hash_bytes(DL_LIT("ed")) ||
        dl_window_has(w, word, cop))
        return;
    w->upos[word] = DL_UPOS_VERB;
    w->xpos[word] = DL_XPOS_VBN;
}

/* "Before police | shot and killed him", with the shot as a noun or what is killed as the main clause's: both are what the police did. */
static void join_shot(dl_window *w, uint32_t shot) {
    uint32_t killed = shot + 2, doer = shot - 1;
    bool pair = shot > 1 && killed <= w->count && dl_window_among(w, shot, "shot") && dl_window_among(w, shot + 1, "and") &&
                dl_window_among(w, killed, "killed wounded injured");
    bool noun = pair && w->upos[shot] == DL_UPOS_NOUN && w->head[doer] == shot && w->deprel[doer] == DL_DEP_COMPOUND;
    bool subject = noun && w->head[shot] == killed && dl_window_is_subject(w, shot), phrase = noun && w->deprel[shot] == DL_DEP_OBL;
    uint32_t where = noun && w->deprel[shot] == DL_DEP_NSUBJ && dl_window_among(w, w->head[shot], "where when") ? w->head[shot] : 0;
    bool clause = pair && w->upos[shot] == DL_UPOS_VERB && w->deprel[shot] == DL_DEP_ADVCL && w->head[shot] == w->head[killed];
    if (where) { /* "found near | where a sniper shot and killed him" */
        w->head[shot] = w->head[where];
        w->head[where] = (uint16_t)shot;
        w->deprel[where] = DL_DEP_ADVMOD;
        phrase = true;
    }
    if (!subject && !phrase && !(clause && w->deprel[killed] == DL_DEP_CONJ)) return;
    w->upos[shot] = DL_UPOS_VERB;
    w->xpos[shot] = DL_XPOS_VBD;
    if (!clause) w->deprel[doer] = DL_DEP_NSUBJ;
    if (phrase) w->deprel[shot] = DL_DEP_ADVCL;
    if (subject) {
        w->head[shot] = w->head[killed];
        w->deprel[shot] = w->deprel[killed];
    }
    for (uint32_t i = 1; i < doer; i++) {
        if (w->head[i] == shot && w->deprel[i] == DL_DEP_CASE)
            w->deprel[i] = DL_DEP_MARK;
        else if (w->head[i] == shot && phrase)
            w->head[i] = (uint16_t)doer;
        if (subject && w->head[i] == shot) w->head[i] = (uint16_t)doer;
        if (subject && w->head[i] == killed) w->head[i] = (uint16_t)shot;
    }
    w->head[killed] = (uint16_t)shot;
    w->deprel[killed] = DL_DEP_CONJ;
}

/* "Accused | neighbouring Chad of shelling it", with Chad as whom it was done next to, or as whom they neighbour: it tells which Chad is. */
static void make_adjective(dl_window *w, uint32_t word) {
    static const dl_relations opener = DL_REL(CASE), object = DL_REL(OBJ) | DL_REL(NSUBJ_PASS);
    bool below = w->deprel[word] == DL_DEP_XCOMP && word < w->count && w->head[word + 1] == word && w->deprel[word + 1] == DL_DEP_OBJ;
    uint32_t noun = below ? word + 1 : w->head[word], verb = below ? w->head[word] : w->head[noun];
    if (!dl_window_among(w, word, "neighbouring neighboring") || (!below && w->deprel[word] != DL_DEP_CASE) || noun < word) return;
    w->upos[word] = DL_UPOS_ADJ;
    w->xpos[word] = DL_XPOS_JJ;
    for (uint32_t i = 1; below && i <= w->count; i++)
        if (w->head[i] == word) w->head[i] = (uint16_t)verb;
    w->head[word] = (uint16_t)noun;
    w->deprel[word] = DL_DEP_AMOD;
    bool bare = w->deprel[noun] == DL_DEP_OBL && verb && verb < word && w->upos[verb] == DL_UPOS_VERB && !dl_window_has(w, noun, opener);
    if (bare && !dl_window_has(w, verb, object)) w->deprel[noun] = DL_DEP_OBJ;
}

static const char of_dollars[] = "us c a nz hk au cad";

/* "Offered | US$1 million", with the US as whom it was offered to: whose dollars they are. */
static void join_dollars(dl_window *w, uint32_t land) {
    uint32_t dollars = land + 1;
    if (dollars > w->count || !dl_window_among(w, land, of_dollars) || !dl_window_among(w, dollars, "$")) return;
    if (w->head[dollars] == land) { /* they take its place */
        w->head[dollars] = w->head[land];
        w->deprel[dollars] = w->deprel[land];
    }
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == land && i != dollars) w->head[i] = (uint16_t)dollars;
    w->head[land] = (uint16_t)dollars;
    w->deprel[land] = DL_DEP_COMPOUND;
}

static const dl_rule rules[] = {
    {join_dollars, .words = {of_dollars}},
    {make_adjective, .relations = DL_REL(CASE) | DL_REL(XCOMP), .words = {"neighbouring neighboring"}},
    {make_infinitive, .relations = DL_REL(MARK), .tags = DL_TAG(TO)},
    {make_verb_behind, .words = {"to"}},
    {make_finite, .relations = DL_REL(ADVCL), .tags = DL_TAG(NNS), .classes = DL_CLASS(NOUN)},
    {make_noun_of_adverb, .relations = DL_REL(OBJ) | DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), .classes = DL_CLASS(ADV)},
    {make_noun, .relations = DL_REL(OBJ) | DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(OBL) | DL_REL(NMOD) | DL_REL(XCOMP), .tags = DL_TAG(VBN)},
    {make_deed, .tags = DL_TAG(VBG), .classes = DL_CLASS(VERB)},
    {describe_noun, .relations = DL_REL(XCOMP)},
    {join_part, .relations = DL_REL(XCOMP) | DL_REL(OBJ), .words = {"several many few most both some all each half"}},
    {raise_deed, .relations = DL_REL(ACL), .tags = DL_TAG(VBG), .words = {"shooting bombing stabbing"}},
    {free_participle, .relations = DL_REL(AMOD), .tags = DL_TAG(VBG)},
    {free_verb, .relations = DL_REL(AMOD), .tags = DL_TAG(VBN) | DL_TAG(VBD)},
    {make_passive, .relations = DL_REL(CCOMP) | DL_REL(XCOMP), .tags = DL_TAG(VBD) | DL_TAG(VBN)},
    {make_participle, .relations = DL_REL(ADVCL), .tags = DL_TAG(VBD)},
    {raise_passive, .relations = DL_REL(ACL), .tags = DL_TAG(VBN)},
    {make_goal, .tags = DL_TAG(VB), .words = {"justice"}},
    {make_object, .relations = DL_REL(OBL), .tags = DL_TAG(NNS)},
    {name_victims, .relations = DL_REL(OBJ), .words = {befallen}},
    {make_gerund, .relations = DL_REL(COMPOUND) | DL_REL(AMOD), .words = {acts, dealings}},
    {name_let_in, .relations = DL_REL(XCOMP), .tags = DL_TAG(VB)},
    {make_verb, .relations = DL_REL(XCOMP), .tags = DL_TAG(NN) | DL_TAG(JJ)},
    {make_past, .classes = DL_CLASS(NOUN) | DL_CLASS(ADV) | DL_CLASS(ADJ), .words = {"tore stuck strode"}},
    {make_doing, .tags = DL_TAG(JJ), .classes = DL_CLASS(ADJ)},
    {make_done, .tags = DL_TAG(JJ), .classes = DL_CLASS(ADJ)},
    {make_finding, .relations = DL_REL(AMOD) | DL_REL(ADVMOD), .classes = DL_CLASS(ADJ)},
    {make_thing, .classes = DL_CLASS(PRON), .words = {"mine"}},
    {make_pronoun, .classes = DL_CLASS(DET) | DL_CLASS(ADJ), .words = {"some many several most both all few each"}},
    {make_counted, .tags = DL_TAG(NNPS)},
    {end_relative, .relations = DL_REL(ROOT) | DL_REL(CCOMP), .classes = DL_CLASS(VERB)},
    {join_shot, .words = {"shot"}},
};
const dl_rules dl_rules_of_classes = {DL_RULES_OF(rules)};
