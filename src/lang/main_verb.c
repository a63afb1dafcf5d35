/* A sentence that was left without a verb, though one stands in it: what was read as a participle is what is told. */
#include "doc/ud.h"
#include "lang/hints.h"
#include "lang/repair.h"

static const dl_relations own =
    DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(MARK) | DL_REL(OBL_AGENT) | DL_REL(ADVMOD);

/* "Backed", "led" and such stand between two nouns as they do behind a dash: "Iran backed rebels" tells of rebels. */
static bool is_compounded(const dl_window *w, uint32_t participle) {
    return dl_window_among(w, participle,
                           "backed led based held owned run controlled occupied trained born made sponsored funded related armed built");
}

/* "As the vote | passed": a verb behind such a word tells what the sentence tells only besides. */
static bool is_subordinate(const dl_window *w, uint32_t verb) {
    static const dl_relations mark = DL_REL(MARK);
    return (w->deprel[verb] == DL_DEP_ADVCL || w->deprel[verb] == DL_DEP_ACL) && dl_window_has(w, verb, mark);
}

/* Whether the clause at `root` has a verb beside `but`: it is one, or it ascribes, or a finite one stands anywhere but in a clause said of a noun or
 * behind "as". */
static bool has_verb_beside(const dl_window *w, uint32_t root, uint32_t but) {
    for (uint32_t i = 1; i <= w->count; i++) {
        bool said_of_noun = w->deprel[i] == DL_DEP_ACL_RELCL || w->deprel[w->head[i]] == DL_DEP_ACL_RELCL;
        bool told =
            but && ((w->deprel[i] == DL_DEP_CCOMP && w->head[i] == but) || (w->deprel[w->head[i]] == DL_DEP_CCOMP && w->head[w->head[i]] == but));
        if (dl_window_is_finite(w, i) && i != but && !told && !said_of_noun && !is_subordinate(w, i) && !is_subordinate(w, w->head[i])) return true;
    }
    return w->upos[root] == DL_UPOS_VERB;
}

static bool has_verb(const dl_window *w, uint32_t root) {
    return has_verb_beside(w, root, 0);
}

/* A sentence, and no heading or caption: it ends with a full stop. */
static bool is_whole(const dl_window *w) {
    return w->count > 3 && dl_window_among(w, w->count, ".");
}

/* Whether an aside ends right in front of a verb: "Clinton, meantime, | glossed over it", "Gadhafi, in a letter, | also called". */
static bool closes_aside(const dl_window *w, uint32_t verb, uint32_t noun) {
    uint32_t before = verb - 1, commas = 0;
    if (w->upos[before] == DL_UPOS_ADV) before--;
    if (before <= noun || w->xpos[before] != DL_XPOS_COMMA) return false;
    for (uint32_t i = noun + 1; i < before; i++) commas += w->xpos[i] == DL_XPOS_COMMA;
    return commas > 0;
}

static bool is_plain_noun(const dl_window *w, uint32_t word) {
    return w->upos[word] == DL_UPOS_NOUN || w->upos[word] == DL_UPOS_PROPN;
}

/* A subject in front of a noun that ascribes nothing. */
static uint32_t subject_of_noun(const dl_window *w, uint32_t noun) {
    for (uint32_t i = 1; i < noun; i++)
        if (w->head[i] == noun && w->deprel[i] == DL_DEP_NSUBJ) return i;
    return 0;
}

/* The noun in front of the verb takes what was read as the object's: its article, its preposition, its place in the sentence. */
static void give_front(dl_window *w, uint32_t front, uint32_t verb, uint32_t object) {
    for (uint32_t i = 1; i < front; i++)
        if (w->head[i] == object && w->deprel[i] != DL_DEP_NSUBJ) w->head[i] = (uint16_t)front;
    w->upos[front] = w->upos[front] == DL_UPOS_PROPN ? DL_UPOS_PROPN : DL_UPOS_NOUN;
    uint32_t told = subject_of_noun(w, object);
    if (told && told != front) {
        w->head[front] = (uint16_t)told;
        w->deprel[front] = DL_DEP_NMOD;
    } else if (w->head[object] && w->head[object] < verb && w->head[object] != front) {
        w->head[front] = w->head[object];
        w->deprel[front] = w->deprel[object];
    }
}

/* "The shooting of a boy | triggered riots", "police in riot gear | fired tear gas", with "boy triggered riots" as what kind of riots: where nothing
 * else is told, it is told what the first noun did. */
static void find_main(dl_window *w, uint32_t verb) {
    uint32_t object = w->head[verb], front = verb - 1;
    bool past = w->xpos[verb] == DL_XPOS_VBN || w->xpos[verb] == DL_XPOS_VBD;
    bool between = past && w->deprel[verb] == DL_DEP_AMOD && object > verb && w->upos[object] == DL_UPOS_NOUN && verb > 1;
    if (!between || is_compounded(w, verb) || dl_window_has(w, verb, own)) return;
    bool named = is_plain_noun(w, front) ||
                 (w->upos[front] == DL_UPOS_ADJ && w->deprel[front] == DL_DEP_AMOD && verb > 2 && w->xpos[front - 1] == DL_XPOS_POS);
    bool nation = front == 2 && w->upos[front] == DL_UPOS_ADJ && w->upos[1] == DL_UPOS_DET && w->hints[front] >> DL_HINT_DEMONYM & 1;
    named = named || (nation && is_whole(w)); /* "the British | relinquished control" */
    uint32_t root = dl_window_root_above(w, object);
    uint32_t told = root == object ? subject_of_noun(w, root) : 0;
    bool near = w->head[front] == object || w->head[front] == root || front == root || told;
    w->xpos[verb] = DL_XPOS_VBN;
    if (!named || !root || !near || has_verb(w, root) || (root != object && root > verb)) return;
    if (front != root && front != told) give_front(w, front, verb, object);
    uint32_t subject = told ? told : root == object ? front : root;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    w->xpos[verb] = DL_XPOS_VBD;
    for (uint32_t i = verb + 1; i <= w->count; i++) {
        if (w->head[i] == root && i != object) w->head[i] = (uint16_t)verb;
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_ACL) w->deprel[i] = DL_DEP_ADVCL;
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_NMOD && i != object) w->deprel[i] = DL_DEP_OBL;
    }
    w->head[subject] = w->head[object] = (uint16_t)verb;
    w->deprel[subject] = DL_DEP_NSUBJ;
    w->deprel[object] = DL_DEP_OBJ;
}

/* Whether a clause may stand where an object was read: as the sentence, as what was said, or behind a day in front of it that was read as the
 * sentence. */
static dl_deprel place_of_clause(const dl_window *w, uint32_t object) {
    static const dl_relations opener = DL_REL(CASE);
    uint32_t above = w->head[object];
    if (w->deprel[object] == DL_DEP_ROOT) return DL_DEP_ROOT;
    if (w->deprel[object] == DL_DEP_OBJ && dl_window_among(w, above, "said says say announced reported confirmed")) return DL_DEP_CCOMP;
    bool day = w->deprel[object] == DL_DEP_APPOS && w->deprel[above] == DL_DEP_ROOT && above < object && is_plain_noun(w, above);
    return day && dl_window_has(w, above, opener) ? DL_DEP_OBL : 0;
}

/* "The US | lifted sanctions", "said the US | lifted sanctions", "on Friday the US | lifted sanctions", with sanctions that the US lifted: between an
 * article and its noun no participle has a subject. */
static void dig_clause(dl_window *w, uint32_t verb) {
    static const dl_relations opener = DL_REL(CASE) | DL_REL(MARK) | DL_REL(NSUBJ) | DL_REL(COP);
    static const dl_relations of_noun = DL_REL(DET) | DL_REL(AMOD) | DL_REL(COMPOUND) | DL_REL(NMOD_POSS) | DL_REL(NUMMOD);
    uint32_t object = w->head[verb], subject = verb - 1, above = w->head[object];
    bool between = w->deprel[verb] == DL_DEP_AMOD && dl_window_is_past(w, verb) && object > verb && w->upos[object] == DL_UPOS_NOUN && verb > 1;
    if (!between || w->head[subject] != verb || w->deprel[subject] != DL_DEP_NSUBJ || !is_plain_noun(w, subject)) return;
    dl_deprel place = place_of_clause(w, object);
    if (!place || is_compounded(w, verb) || dl_window_has(w, object, opener)) return;
    for (uint32_t i = 1; i <= w->count; i++) {
        bool own_word = i < verb && i != above && w->head[i] == object && of_noun >> w->deprel[i] & 1;
        if (own_word)
            w->head[i] = (uint16_t)subject;
        else if ((i < verb || w->deprel[i] == DL_DEP_PUNCT) && w->head[i] == object)
            w->head[i] = (uint16_t)verb;
        if (place == DL_DEP_OBL && i > object && w->head[i] == above) w->head[i] = (uint16_t)verb;
    }
    w->xpos[verb] = DL_XPOS_VBD;
    w->head[verb] = (uint16_t)(place == DL_DEP_CCOMP ? above : 0);
    w->deprel[verb] = (uint8_t)(place == DL_DEP_CCOMP ? DL_DEP_CCOMP : DL_DEP_ROOT);
    if (place == DL_DEP_OBL) w->head[above] = (uint16_t)verb, w->deprel[above] = DL_DEP_OBL;
    w->head[object] = (uint16_t)verb;
    w->deprel[object] = DL_DEP_OBJ;
}

/* Whether a participle is what a whole sentence tells: it is tagged a past, "also" stands in front, an aside ends there, or it is no one's passive.
 */
static bool is_told(const dl_window *w, uint32_t verb, uint32_t root) {
    static const char of_none[] = "echoed focused struck peaked alluded glossed weighed came fell rose ended began failed stemmed emerged happened "
                                  "occurred lasted remained appeared dropped climbed soared plunged collapsed continued ranged followed";
    static const dl_relations clause = DL_REL(CCOMP);
    uint32_t steps = 0;
    for (uint32_t t = w->head[verb]; t && t != root && steps++ <= w->count; t = w->head[t]) /* not what another verb's nouns did */
        if (w->upos[t] == DL_UPOS_VERB && w->deprel[t] != DL_DEP_ACL) return false;
    if (w->xpos[verb] == DL_XPOS_VBD || dl_window_among(w, verb, of_none)) return true;
    if (dl_window_among(w, verb, "alleged claimed suggested argued concluded warned said") && dl_window_has(w, verb, clause)) return true;
    return dl_window_among(w, verb - 1, "also") || closes_aside(w, verb, root);
}

/* Who did it: the noun on which all hangs, or where that is when or where ("In a statement, Kim | called for it"), the one beside it. */
static uint32_t subject_under(const dl_window *w, uint32_t verb, uint32_t root) {
    uint32_t noun = w->head[verb];
    if (!dl_window_has_preposition(w, root)) return root;
    for (uint32_t steps = 0; noun && noun != root && w->head[noun] != root && steps <= w->count; steps++) noun = w->head[noun];
    bool beside = noun && noun != root && noun > root && (w->deprel[noun] == DL_DEP_APPOS || w->deprel[noun] == DL_DEP_CONJ);
    return beside && dl_window_is_nominal(w, noun) && !dl_window_has_preposition(w, noun) ? noun : 0;
}

/* "A grenade thrown by men on motorcycles | wounded seven worshippers", with the motorcycles as what was wounded: with an object a participle is no
 * passive, and where nothing else is told it tells what the first noun did. */
static void raise_main(dl_window *w, uint32_t verb) {
    static const dl_relations object = DL_REL(OBJ);
    bool past = w->xpos[verb] == DL_XPOS_VBN || w->xpos[verb] == DL_XPOS_VBD;
    if (!past || w->deprel[verb] != DL_DEP_ACL || is_compounded(w, verb) || dl_window_has(w, verb, own & ~DL_REL(ADVMOD))) return;
    uint32_t root = dl_window_root_above(w, w->head[verb]);
    if (!root || root > verb || !dl_window_is_nominal(w, root) || has_verb_beside(w, root, verb)) return;
    bool told = w->xpos[verb] == DL_XPOS_VBN && (dl_window_has(w, verb, object) || dl_window_is_active(w, verb));
    if (!told && !(is_whole(w) && is_told(w, verb, root))) return;
    uint32_t subject = subject_under(w, verb, root);
    if (!subject) return;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    w->xpos[verb] = DL_XPOS_VBD;
    for (uint32_t i = verb + 1; i <= w->count; i++) {
        if (w->head[i] == root) w->head[i] = (uint16_t)verb;
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_NMOD) w->deprel[i] = DL_DEP_OBL;
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_ACL) w->deprel[i] = DL_DEP_ADVCL;
    }
    if (subject != root) {
        w->head[root] = (uint16_t)verb;
        w->deprel[root] = DL_DEP_OBL;
        for (uint32_t i = root + 1; i < verb; i++)
            if (w->head[i] == root && w->deprel[i] == DL_DEP_PUNCT) w->head[i] = (uint16_t)verb;
    }
    w->head[subject] = (uint16_t)verb;
    w->deprel[subject] = DL_DEP_NSUBJ;
}

/* "In a statement issued after the talks, | Lee and Kim called for it", with the talks that Lee called: a verb that has its own subject, and nothing
 * that opens a clause said of a noun, is what the sentence tells. */
static void raise_clause(dl_window *w, uint32_t verb) {
    static const dl_relations mark = DL_REL(MARK) | DL_REL(CC);
    uint32_t root = w->head[verb], subject = 0;
    if (w->xpos[verb] != DL_XPOS_VBD || w->upos[verb] != DL_UPOS_VERB || w->deprel[verb] != DL_DEP_ACL || !is_whole(w)) return;
    for (uint32_t i = root + 1; i < verb && !subject; i++)
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_NSUBJ && dl_window_is_nominal(w, i)) subject = i;
    if (!subject || w->xpos[dl_window_first_of(w, subject) - 1] != DL_XPOS_COMMA || dl_window_has(w, verb, mark)) return;
    root = dl_window_root_above(w, root);
    if (!root || root > subject || !dl_window_is_nominal(w, root) || !dl_window_has_preposition(w, root) || has_verb_beside(w, root, verb)) return;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    for (uint32_t i = subject; i <= w->count; i++)
        if (w->head[i] == root) w->head[i] = (uint16_t)verb;
    w->head[root] = (uint16_t)verb;
    w->deprel[root] = DL_DEP_OBL;
}

/* "A cleaner and two patients | died", with a cleaner of whom two patients died: two joined by "and" have one verb. */
static void join_subjects(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(MARK) | DL_REL(OBJ) | DL_REL(AUX_PASS) | DL_REL(EXPL);
    uint32_t noun = w->head[verb], other = 0, joint = 0;
    bool clause = w->deprel[verb] == DL_DEP_ACL_RELCL && w->deprel[noun] == DL_DEP_ROOT && noun < verb && w->xpos[verb] == DL_XPOS_VBD;
    if (!clause || !is_whole(w) || !dl_window_is_noun(w, noun) || dl_window_has(w, verb, own)) return;
    for (uint32_t i = noun + 1; i < verb; i++)
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_NSUBJ && dl_window_is_noun(w, i)) other = i;
    for (uint32_t i = noun + 1; i < other; i++)
        if (w->head[i] == other && w->deprel[i] == DL_DEP_CC) joint = i;
    if (!joint || joint != noun + 1) return;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == noun && i > verb) w->head[i] = (uint16_t)verb;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_NSUBJ;
    w->head[other] = (uint16_t)noun;
    w->deprel[other] = DL_DEP_CONJ;
}

/* "Louis Rey, a former mayor, | instituted new rules", with the rules as instituted ones: behind an aside, where nothing else is told, he did. */
static void raise_behind_aside(dl_window *w, uint32_t verb) {
    static const dl_relations of_rows = DL_REL(CC) | DL_REL(CASE) | DL_REL(DET), opener = DL_REL(CASE) | DL_REL(NSUBJ) | DL_REL(COP);
    uint32_t object = w->head[verb];
    bool past = (w->xpos[verb] == DL_XPOS_VBN || w->xpos[verb] == DL_XPOS_VBD) && w->upos[verb] == DL_UPOS_VERB;
    if (!past || w->deprel[verb] != DL_DEP_AMOD || object < verb || !is_plain_noun(w, object) || !is_whole(w)) return;
    uint32_t root = dl_window_root_above(w, object);
    if (!root || root >= verb || !dl_window_is_nominal(w, root) || dl_window_has(w, root, opener) || dl_window_has(w, object, of_rows)) return;
    if (dl_window_has(w, verb, own & ~DL_REL(ADVMOD)) || !closes_aside(w, verb, root) ||
        (w->upos[root] != DL_UPOS_PROPN && w->upos[1] != DL_UPOS_DET))
        return;
    if (has_verb_beside(w, root, verb)) return;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    w->xpos[verb] = DL_XPOS_VBD;
    for (uint32_t i = verb + 1; i <= w->count; i++)
        if (w->head[i] == root) w->head[i] = (uint16_t)verb;
    w->head[root] = w->head[object] = (uint16_t)verb;
    w->deprel[root] = DL_DEP_NSUBJ;
    w->deprel[object] = DL_DEP_OBJ;
}

/* "Killed in the raid | were three nurses", with "killed" as who the nurses were: they were killed. */
static void turn_round(dl_window *w, uint32_t participle) {
    uint32_t who = w->head[participle], be = 0;
    bool front = w->xpos[participle] == DL_XPOS_VBN && w->deprel[participle] == DL_DEP_CSUBJ && participle < who && w->deprel[who] == DL_DEP_ROOT;
    front = front && dl_window_first_of(w, participle) == 1;
    if (!front || !dl_window_is_nominal(w, who)) return;
    for (uint32_t i = participle + 1; i < who; i++)
        if (w->head[i] == who && w->deprel[i] == DL_DEP_COP) be = i;
    if (!be) return;
    w->head[participle] = 0;
    w->deprel[participle] = DL_DEP_ROOT;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == who && (i < participle || w->deprel[i] == DL_DEP_PUNCT)) w->head[i] = (uint16_t)participle;
    w->head[be] = w->head[who] = (uint16_t)participle;
    w->deprel[be] = DL_DEP_AUX_PASS;
    w->deprel[who] = DL_DEP_NSUBJ_PASS;
}

/* "Arrested in the raid | were nine monks", "among those arrested | were two deputies", with the monks as what is said and the deputies as what is
 * said of those: they were arrested. */
static void turn_arrested(dl_window *w, uint32_t participle) {
    bool those = participle > 2 && dl_window_among(w, participle - 1, "those") && dl_window_among(w, participle - 2, "among");
    uint32_t be = participle + 1, who;
    if (w->xpos[participle] != DL_XPOS_VBN || w->upos[participle] != DL_UPOS_VERB || (participle != 1 && !(those && participle == 3))) return;
    while (be <= w->count && w->deprel[be] != DL_DEP_COP) be++;
    if (be > w->count || !dl_window_among(w, be, "was were") || (who = w->head[be]) < be || !dl_window_is_nominal(w, who)) return;
    bool whole = !w->head[who] || !w->head[participle] || (those && !w->head[participle - 1]); /* nothing above tells anything */
    if (!whole) return;
    for (uint32_t i = participle + 1; i < be; i++)
        if (w->upos[i] == DL_UPOS_VERB || dl_window_is_subject(w, i)) return;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == who && w->deprel[i] == DL_DEP_PUNCT) w->head[i] = (uint16_t)participle;
    w->head[participle] = 0;
    w->deprel[participle] = DL_DEP_ROOT;
    w->head[be] = w->head[who] = (uint16_t)participle;
    w->deprel[be] = DL_DEP_AUX_PASS;
    w->deprel[who] = DL_DEP_NSUBJ_PASS;
    if (!those) return;
    w->head[participle - 1] = (uint16_t)participle;
    w->deprel[participle - 1] = DL_DEP_OBL;
}

/* "The governor, | himself a former rebel, pardoned them", with the rebel as who pardoned: behind the second comma goes on what the governor did. */
static void pass_himself(dl_window *w, uint32_t himself) {
    uint32_t noun = w->head[himself], name = himself > 2 ? w->head[noun] : 0, verb = 0;
    bool aside = w->deprel[himself] == DL_DEP_NSUBJ && dl_window_among(w, himself, "himself herself itself themselves") && noun > himself;
    if (!aside || !name || name > himself || w->deprel[name] != DL_DEP_ROOT || w->xpos[himself - 1] != DL_XPOS_COMMA) return;
    if (!dl_window_is_nominal(w, name) || !dl_window_is_nominal(w, noun)) return;
    for (uint32_t i = noun + 1; i <= w->count && !verb; i++)
        if ((w->head[i] == noun || w->head[i] == name) && w->xpos[i] == DL_XPOS_VBD && w->xpos[i - 1] == DL_XPOS_COMMA) verb = i;
    if (!verb) return;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    w->head[name] = (uint16_t)verb;
    w->deprel[name] = DL_DEP_NSUBJ;
    w->deprel[noun] = DL_DEP_APPOS;
    w->deprel[himself] = DL_DEP_DEP;
}

/* "A man believed to have taken two nurses | was held", with the nurses as who was held: a participle without "is" tells nothing by itself, and the
 * finite verb is of him who is believed. */
static void return_main(dl_window *w, uint32_t verb) {
    static const dl_relations passive = DL_REL(AUX_PASS), any = DL_REL(AUX) | DL_REL(AUX_PASS);
    uint32_t deed = w->head[verb], believed = w->head[deed], who = 0, taken = 0;
    bool below = w->deprel[verb] == DL_DEP_CCOMP && dl_window_has(w, verb, passive) && w->deprel[deed] == DL_DEP_XCOMP && deed < verb;
    if (!below || w->deprel[believed] != DL_DEP_ROOT || w->xpos[believed] != DL_XPOS_VBN || dl_window_has(w, believed, any)) return;
    for (uint32_t i = 1; i < verb; i++) {
        if (w->head[i] == believed && i < believed && dl_window_is_subject(w, i)) who = i;
        if (w->head[i] == verb && i > deed && dl_window_is_subject(w, i)) taken = i;
    }
    if (!who || !taken) return;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    w->head[taken] = (uint16_t)deed;
    w->deprel[taken] = DL_DEP_OBJ;
    w->head[believed] = (uint16_t)who;
    w->deprel[believed] = DL_DEP_ACL;
    w->head[who] = (uint16_t)verb;
    w->deprel[who] = DL_DEP_NSUBJ_PASS;
}

/* The verb that may be a participle in front of a finite one: the one that tells it, or another that is told beside it. */
static uint32_t told_before(const dl_window *w, uint32_t verb) {
    static const char telling[] =
        "said believed thought claimed alleged feared hoped insisted reported suspected announced told confirmed found felt "
        "argued concluded decided assumed suggested ruled predicted expected indicated stated noted showed hinted revealed";
    uint32_t above = w->head[verb], first = 0;
    if ((w->deprel[verb] != DL_DEP_CCOMP && w->deprel[verb] != DL_DEP_CONJ) || !above || above > verb) return 0;
    if (!dl_window_among(w, above, telling)) return above;
    if (w->deprel[verb] == DL_DEP_CONJ) return 0;
    for (uint32_t i = above + 1; i < verb; i++)
        if (w->head[i] == above && w->deprel[i] == DL_DEP_CCOMP) first = i;
    return dl_window_among(w, first, telling) ? 0 : first;
}

/* "Girls kidnapped a week ago | were freed", with their being freed as what they told when they kidnapped: a finite verb without a subject, behind a
 * participle that has no object, tells what was done to those of whom the participle is said. Whom "police said was shot" said nothing. */
static void return_behind_participle(dl_window *w, uint32_t verb) {
    static const dl_relations is = DL_REL(AUX_PASS) | DL_REL(COP), open = DL_REL(MARK) | DL_REL(CC);
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(CSUBJ) | DL_REL(EXPL);
    static const dl_relations active = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(OBJ) | DL_REL(IOBJ) | DL_REL(MARK) | DL_REL(XCOMP);
    uint32_t first = told_before(w, verb), who = 0;
    if (!first || (w->xpos[first] != DL_XPOS_VBD && w->xpos[first] != DL_XPOS_VBN)) return;
    if (!dl_window_has(w, verb, is) || dl_window_has(w, verb, open | subjects) || dl_window_has(w, first, active)) return;
    for (uint32_t i = 1; i < verb; i++) {
        if (w->head[i] == first && dl_window_is_subject(w, i) && i < first) who = i;
        bool apart = w->xpos[i] == DL_XPOS_COMMA || w->xpos[i] == DL_XPOS_COLON || (dl_window_is_finite(w, i) && w->head[i] != verb);
        apart = apart || dl_window_among(w, i, "after before until once because when while"); /* "resigned after the law | was passed" */
        if (i > first && apart) return;
    }
    if (!who || !dl_window_is_noun(w, who)) return;
    if (w->head[verb] == first) w->head[verb] = w->head[first], w->deprel[verb] = w->deprel[first];
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == first && (i < who || i > verb)) w->head[i] = (uint16_t)verb;
    w->head[who] = (uint16_t)verb;
    w->deprel[who] = dl_window_has(w, verb, DL_REL(AUX_PASS)) ? DL_DEP_NSUBJ_PASS : DL_DEP_NSUBJ;
    w->head[first] = (uint16_t)who;
    w->deprel[first] = DL_DEP_ACL;
    w->xpos[first] = DL_XPOS_VBN;
}

static const dl_rule rules[] = {
    {return_behind_participle, .relations = DL_REL(CCOMP) | DL_REL(CONJ)},
    {dig_clause, .relations = DL_REL(AMOD), .tags = DL_TAG(VBN) | DL_TAG(VBD), .classes = DL_CLASS(VERB)},
    {find_main, .relations = DL_REL(AMOD), .tags = DL_TAG(VBN) | DL_TAG(VBD)},
    {raise_main, .relations = DL_REL(ACL), .tags = DL_TAG(VBN) | DL_TAG(VBD)},
    {join_subjects, .relations = DL_REL(ACL_RELCL), .tags = DL_TAG(VBD)},
    {raise_clause, .relations = DL_REL(ACL), .tags = DL_TAG(VBD), .classes = DL_CLASS(VERB)},
    {raise_behind_aside, .relations = DL_REL(AMOD), .tags = DL_TAG(VBN) | DL_TAG(VBD), .classes = DL_CLASS(VERB)},
    {turn_round, .relations = DL_REL(CSUBJ), .tags = DL_TAG(VBN)},
    {return_main, .relations = DL_REL(CCOMP)},
    {turn_arrested, .tags = DL_TAG(VBN), .classes = DL_CLASS(VERB)},
    {pass_himself, .relations = DL_REL(NSUBJ), .words = {"himself herself itself themselves"}},
};
const dl_rules dl_rules_of_main_verb = {DL_RULES_OF(rules)};
