/* Words whose class hides what a clause tells: "froze" as a noun, "fighting" as an auxiliary, "the premier" as an adjective, "an arms embargo" as
 * what arms do. Only the class, or one step in the tree, is mended here; the rules behind find subject and object. */
#include "doc/ud.h"
#include "lang/repair.h"

static const dl_relations of_nouns = DL_REL(DET) | DL_REL(COP) | DL_REL(AUX) | DL_REL(CASE) | DL_REL(AMOD) | DL_REL(NMOD_POSS) | DL_REL(NUMMOD);

static uint32_t child_of(const dl_window *w, uint32_t word, dl_deprel deprel) {
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == word && w->deprel[i] == deprel) return i;
    return 0;
}

/* "After the union | froze aid to farmers", with what froze as what aid is: it takes the place of the noun behind, which is its object. */
static void dig_out(dl_window *w, uint32_t verb) {
    uint32_t noun = w->head[verb], subject = verb - 1;
    bool modifies = (w->deprel[verb] == DL_DEP_COMPOUND || w->deprel[verb] == DL_DEP_AMOD) && noun > verb && w->upos[noun] == DL_UPOS_NOUN;
    if (!modifies || (w->head[subject] != noun && w->head[subject] != verb)) return;
    if (!dl_window_is_subject(w, subject) && (w->deprel[subject] != DL_DEP_COMPOUND || w->upos[verb] != DL_UPOS_VERB)) return;
    if (w->deprel[subject] == DL_DEP_COMPOUND) w->deprel[subject] = DL_DEP_NSUBJ; /* "after a mob | hurled bombs", with bombs of a mob */
    w->head[subject] = (uint16_t)noun;
    for (uint32_t i = 1; i < subject; i++)
        if (w->head[i] == noun && (w->deprel[i] == DL_DEP_DET || w->deprel[i] == DL_DEP_NMOD_POSS)) w->head[i] = (uint16_t)subject;
    w->head[verb] = w->head[noun];
    w->deprel[verb] = w->deprel[noun];
    w->xpos[verb] = DL_XPOS_VBD;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == noun && (i < verb || w->deprel[i] == DL_DEP_PUNCT)) w->head[i] = (uint16_t)verb;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_OBJ;
    uint32_t opener = child_of(w, verb, DL_DEP_CASE); /* "after a mob | hurled bombs": the opener of a clause */
    if (!opener || !dl_window_among(w, opener, "after before as since until when while because")) return;
    w->upos[opener] = DL_UPOS_SCONJ;
    w->deprel[opener] = DL_DEP_MARK;
    w->deprel[verb] = DL_DEP_ADVCL;
}

/* "Their followers | torched shops and fought with police", with the shops as who fought: a word that has a subject of its own is a verb, though it
 * hangs on the noun behind; that noun is its object, and the verb behind goes on from it. */
static void dig_out_first(dl_window *w, uint32_t verb) {
    uint32_t noun = w->head[verb], subject = verb - 1, behind = w->head[noun];
    bool modifies = verb > 1 && w->upos[verb] == DL_UPOS_VERB && w->deprel[verb] == DL_DEP_AMOD && noun > verb && w->upos[noun] == DL_UPOS_NOUN;
    if (!modifies || w->head[subject] != verb || w->deprel[subject] != DL_DEP_NSUBJ || behind < noun || !dl_window_is_subject(w, noun)) return;
    uint32_t joint = child_of(w, behind, DL_DEP_CC);
    if (!joint || joint < noun || joint > behind) return;
    w->head[verb] = w->head[behind];
    w->deprel[verb] = w->deprel[behind];
    w->xpos[verb] = DL_XPOS_VBD;
    for (uint32_t i = 1; i <= w->count; i++)
        if (i != noun && w->head[i] == behind && (i < verb || w->deprel[i] == DL_DEP_PUNCT)) w->head[i] = (uint16_t)verb;
    w->head[behind] = (uint16_t)verb;
    w->deprel[behind] = DL_DEP_CONJ;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_OBJ;
}

/* "Ordered the schools to shut, and | burned dozens", with burned ones as a second object: with a joint of its own it is a verb. */
static void dig_out_second(dl_window *w, uint32_t verb) {
    static const dl_relations joint = DL_REL(CC);
    uint32_t noun = w->head[verb], first = w->head[noun];
    bool modifies = w->upos[verb] == DL_UPOS_VERB && w->deprel[verb] == DL_DEP_AMOD && noun > verb && w->deprel[noun] == DL_DEP_OBJ;
    if (!modifies || first > verb || !dl_window_has(w, verb, joint) || w->upos[first] != DL_UPOS_VERB) return;
    bool two = false;
    for (uint32_t i = first + 1; i < verb; i++) two = two || (w->head[i] == first && w->deprel[i] == DL_DEP_OBJ);
    if (!two) return;
    w->head[verb] = (uint16_t)first;
    w->deprel[verb] = DL_DEP_CONJ;
    w->xpos[verb] = w->xpos[first] == DL_XPOS_VBD ? DL_XPOS_VBD : DL_XPOS_VBN;
    for (uint32_t i = first + 1; i < verb; i++)
        if (w->head[i] == noun) w->head[i] = (uint16_t)verb;
    w->head[noun] = (uint16_t)verb;
}

static const char deeds[] = "burned burnt torched looted killed abducted kidnapped seized arrested stole shot";

/* "Attacked the village and | burned homes", with burned homes as attacked: behind what raiders do, the form of the past of another such deed. */
static void dig_out_deed(dl_window *w, uint32_t verb) {
    static const dl_relations article = DL_REL(DET) | DL_REL(NUMMOD) | DL_REL(NMOD_POSS), joint = DL_REL(CC);
    uint32_t noun = w->head[verb], first = w->head[noun], raid = w->head[first];
    bool modifies = w->xpos[verb] == DL_XPOS_VBN && w->deprel[verb] == DL_DEP_AMOD && w->deprel[noun] == DL_DEP_CONJ && noun > verb && first < verb;
    if (!modifies || !dl_window_among(w, verb, deeds) || w->upos[verb - 1] != DL_UPOS_CCONJ || w->head[verb - 1] != noun ||
        dl_window_has(w, noun, article))
        return;
    bool raids = w->deprel[first] == DL_DEP_OBJ && raid < first && w->xpos[raid] == DL_XPOS_VBD && dl_window_has(w, noun, joint) &&
                 dl_window_among(w, raid, "attacked raided stormed ambushed invaded entered shot killed shelled bombed looted ransacked overran hit");
    if (!raids) return;
    w->head[verb] = (uint16_t)raid;
    w->deprel[verb] = DL_DEP_CONJ;
    w->xpos[verb] = DL_XPOS_VBD;
    w->head[verb - 1] = w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_OBJ;
}

static const char pasts[] = "froze flung hurled lobbed slew overran overthrew strode tore forsook laid flew threw drove shook swore sought fought "
                            "torched mended withdrew wrecked quit foiled thwarted thronged burnt";

/* "The union | froze aid", "supporters | flung bottles", "rebels | laid siege", as a noun or an adjective: forms of the past that are no other word
 * are verbs behind a noun. */
static void make_past(dl_window *w, uint32_t word) {
    static const dl_relations subject = DL_REL(NSUBJ);
    bool hung = w->upos[word] == DL_UPOS_VERB && w->deprel[word] == DL_DEP_AMOD; /* "after a mob | hurled bombs" */
    bool other = w->upos[word] == DL_UPOS_NOUN || w->upos[word] == DL_UPOS_ADV || w->upos[word] == DL_UPOS_ADJ || hung;
    bool rose = w->upos[word] == DL_UPOS_PROPN && w->words[word].plain && dl_window_among(w, word, "rose") && dl_window_has(w, word, subject);
    if ((!other && !rose) || word < 2 || !dl_window_is_nominal(w, word - 1) || w->upos[word - 1] == DL_UPOS_PRON) return;
    if ((!rose && !dl_window_among(w, word, pasts)) || dl_window_has(w, word, of_nouns)) return;
    w->upos[word] = DL_UPOS_VERB;
    w->xpos[word] = w->deprel[word] == DL_DEP_AMOD ? DL_XPOS_VBN : DL_XPOS_VBD;
    dig_out(w, word);
}

/* "Police | shot and killed him", "before police | shot and killed him", as a police shot, or with the killing hung on something before. */
static void make_shot(dl_window *w, uint32_t shot) {
    static const dl_relations object = DL_REL(OBJ);
    uint32_t harm = shot + 2;
    bool both = harm <= w->count && dl_window_among(w, shot, "shot") && dl_window_among(w, shot + 1, "and") &&
                dl_window_among(w, harm, "killed wounded injured arrested");
    if (!both || w->upos[harm] != DL_UPOS_VERB || !dl_window_has(w, harm, object)) return; /* "a man | shot and killed by police" */
    bool noun = w->upos[shot] == DL_UPOS_NOUN && dl_window_is_noun(w, shot - 1) && w->head[shot - 1] == shot;
    if (!noun && (w->upos[shot] != DL_UPOS_VERB || w->xpos[shot] != DL_XPOS_VBD)) return;
    if (noun) {
        w->upos[shot] = DL_UPOS_VERB;
        w->xpos[shot] = DL_XPOS_VBD;
        dl_window_make_subject(w, shot - 1, shot);
        for (uint32_t i = 1; i + 1 < shot; i++) {
            if (w->head[i] != shot) continue;
            if (w->deprel[i] == DL_DEP_CASE)
                w->deprel[i] = DL_DEP_MARK;
            else if (of_nouns >> w->deprel[i] & 1 || w->deprel[i] == DL_DEP_COMPOUND)
                w->head[i] = (uint16_t)(shot - 1);
        }
        if (w->deprel[shot] == DL_DEP_OBL || w->deprel[shot] == DL_DEP_NMOD) w->deprel[shot] = DL_DEP_ADVCL;
    }
    if (dl_window_hangs_on(w, shot, harm)) {
        w->head[shot] = w->head[harm];
        w->deprel[shot] = w->deprel[harm];
        for (uint32_t i = 1; i <= w->count; i++)
            if (w->head[i] == harm && i != shot + 1 && (i < shot || w->deprel[i] == DL_DEP_PUNCT)) w->head[i] = (uint16_t)shot;
    }
    w->xpos[harm] = DL_XPOS_VBD;
    w->head[harm] = (uint16_t)shot;
    w->deprel[harm] = DL_DEP_CONJ;
}

/* "The | premier mended fences", "| mob torches bus", as an adjective of what stands behind. */
static void make_person(dl_window *w, uint32_t word) {
    bool adjective = w->upos[word] == DL_UPOS_ADJ && dl_window_among(w, word, "premier mob") && word < w->count;
    bool verb = w->upos[word + 1] == DL_UPOS_VERB || w->upos[word + 1] == DL_UPOS_AUX || w->xpos[word + 1] == DL_XPOS_NNS;
    if (!adjective || !verb) return;
    dl_window_make_noun(w, word);
    if (w->deprel[word] == DL_DEP_AMOD) w->deprel[word] = DL_DEP_COMPOUND;
}

/* "Since | fighting broke out", as a verb: the subject of another is a noun unless it has an object, an adverb or a noun that it is said of ("the men
 * | operating there said"). */
static void make_deed(dl_window *w, uint32_t gerund) {
    static const dl_relations of_verbs =
        DL_REL(OBJ) | DL_REL(NSUBJ) | DL_REL(AUX) | DL_REL(MARK) | DL_REL(ADVMOD) | DL_REL(XCOMP) | DL_REL(CCOMP) | DL_REL(OBL);
    static const char deeds[] = "fighting looting rioting shooting shelling bombing";
    bool subject = w->xpos[gerund] == DL_XPOS_VBG && w->head[gerund] > gerund &&
                   (w->deprel[gerund] == DL_DEP_NSUBJ || (w->deprel[gerund] == DL_DEP_CSUBJ && dl_window_among(w, gerund, deeds)));
    if (!subject || dl_window_is_nominal(w, gerund - 1) || dl_window_has(w, gerund, of_verbs)) return;
    dl_window_make_noun(w, gerund);
    w->deprel[gerund] = DL_DEP_NSUBJ;
}

/* "Her | co-accused, a surveyor, walked free", with her as accused of a surveyor: behind "her" it is a noun. */
static void make_accused(dl_window *w, uint32_t word) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), passive = DL_REL(AUX_PASS);
    uint32_t owner = word - 1, verb = w->head[word];
    bool behind = word > 1 && w->xpos[word] == DL_XPOS_VBN && dl_window_among(w, word, "co-accused") && w->head[owner] == word;
    if (!behind || (w->xpos[owner] != DL_XPOS_PRP && w->xpos[owner] != DL_XPOS_PRP_POSS)) return;
    dl_window_make_noun(w, word);
    w->xpos[owner] = DL_XPOS_PRP_POSS;
    w->deprel[owner] = DL_DEP_NMOD_POSS;
    for (uint32_t i = word + 2; i <= w->count; i++)
        if (w->head[i] == word && w->deprel[i] == DL_DEP_OBJ && w->xpos[word + 1] == DL_XPOS_COMMA) w->deprel[i] = DL_DEP_APPOS;
    if (w->deprel[word] != DL_DEP_ADVCL || verb < word || dl_window_has(w, verb, subjects)) return;
    w->deprel[word] = dl_window_has(w, verb, passive) ? DL_DEP_NSUBJ_PASS : DL_DEP_NSUBJ;
}

/* "Called off | their offensive", with the offensive as what they called themselves: a noun right behind a particle, with an article or an owner, is
 * the object. */
static void make_object(dl_window *w, uint32_t noun) {
    static const dl_relations articles = DL_REL(DET) | DL_REL(NMOD_POSS), of_clauses = DL_REL(CASE) | DL_REL(MARK) | DL_REL(COP) | DL_REL(NSUBJ);
    static const dl_relations object = DL_REL(OBJ);
    uint32_t verb = w->head[noun], particle = verb + 1;
    bool complement = w->deprel[noun] == DL_DEP_XCOMP && w->upos[noun] == DL_UPOS_NOUN && noun > particle;
    if (!complement || w->head[particle] != verb || w->deprel[particle] != DL_DEP_COMPOUND_PRT || dl_window_has(w, verb, object)) return;
    if (dl_window_first_of(w, noun) == particle + 1 && dl_window_has(w, noun, articles) && !dl_window_has(w, noun, of_clauses))
        w->deprel[noun] = DL_DEP_OBJ;
}

/* "Imposed an arms | embargo on Chad", with arms that embargo: it is a noun, and of arms. */
static void make_embargo(dl_window *w, uint32_t word) {
    static const dl_relations object = DL_REL(OBJ);
    uint32_t arms = word - 1, verb;
    bool hidden = word > 2 && w->upos[word] == DL_UPOS_VERB && dl_window_among(w, word, "embargo embargoes") &&
                  dl_window_among(w, arms, "arms weapons oil trade");
    if (!hidden) return;
    if (w->head[arms] == word && dl_window_is_subject(w, arms)) {
        verb = w->head[word];
        if (!verb || verb > arms || w->upos[verb] != DL_UPOS_VERB || dl_window_has(w, verb, object)) return;
        w->deprel[word] = DL_DEP_OBJ;
    } else if (w->head[word] == arms && w->deprel[arms] == DL_DEP_OBJ) {
        verb = w->head[arms];
        w->head[word] = (uint16_t)verb;
        w->deprel[word] = DL_DEP_OBJ;
    } else {
        return;
    }
    dl_window_make_noun(w, word);
    for (uint32_t i = 1; i <= w->count; i++) {
        if (w->head[i] == arms && i < arms) w->head[i] = (uint16_t)word;
        if (w->head[i] == arms && i > word) w->head[i] = (uint16_t)verb;
        if (w->head[i] == word && w->deprel[i] == DL_DEP_OBL) w->head[i] = (uint16_t)verb;
    }
    w->head[arms] = (uint16_t)word;
    w->deprel[arms] = DL_DEP_COMPOUND;
}

/* "Joined the | march", as a month. */
static void make_march(dl_window *w, uint32_t word) {
    static const dl_relations article = DL_REL(DET);
    if (w->upos[word] != DL_UPOS_PROPN || !w->words[word].plain || w->capitals) return;
    if (!dl_window_among(w, word, "march") || !dl_window_has(w, word, article)) return;
    dl_window_make_noun(w, word);
    bool bare = w->deprel[word] == DL_DEP_OBL_UNMARKED && w->deprel[w->head[word] + 1] == DL_DEP_COMPOUND_PRT; /* "broke up the march" */
    if (bare) w->deprel[word] = DL_DEP_OBJ;
}

/* "Said | no to talks with the rebels", with "to talk" as what was said: behind "no to" stands what was turned down. */
static void make_refused(dl_window *w, uint32_t noun) {
    uint32_t to = noun - 1, no = noun - 2, verb = w->head[noun];
    bool behind = noun > 3 && w->upos[noun] == DL_UPOS_NOUN && w->deprel[noun] == DL_DEP_CCOMP && verb + 1 == no && w->head[to] == noun;
    if (!behind || !dl_window_among(w, no, "no yes") || !dl_window_among(w, to, "to") || w->deprel[to] != DL_DEP_MARK) return;
    w->upos[to] = DL_UPOS_ADP;
    w->xpos[to] = DL_XPOS_IN;
    w->deprel[to] = DL_DEP_CASE;
    w->deprel[noun] = DL_DEP_OBL;
    w->upos[no] = DL_UPOS_INTJ;
    w->xpos[no] = DL_XPOS_UH;
    w->head[no] = (uint16_t)verb;
    w->deprel[no] = DL_DEP_OBJ;
}

/* "Killed as | bus plunges into river", with what was plunged into as a thing: a finite verb behind "as" has a clause. */
static void make_clause(dl_window *w, uint32_t as) {
    uint32_t verb = w->head[as], doer = verb - 1;
    bool hidden = w->deprel[as] == DL_DEP_CASE && dl_window_among(w, as, "as while") && verb > as + 1 && w->upos[verb] == DL_UPOS_VERB;
    if (!hidden || dl_deprel_base(w->deprel[verb]) != DL_DEP_OBL || w->head[verb] > as) return;
    if ((w->xpos[verb] != DL_XPOS_VBZ && w->xpos[verb] != DL_XPOS_VBP) || w->head[doer] != verb || w->deprel[doer] != DL_DEP_COMPOUND) return;
    w->upos[as] = DL_UPOS_SCONJ;
    w->deprel[as] = DL_DEP_MARK;
    w->deprel[verb] = DL_DEP_ADVCL;
    w->deprel[doer] = DL_DEP_NSUBJ;
    for (uint32_t i = as + 1; i <= w->count; i++) {
        if (w->head[i] != verb) continue;
        if (i < doer) w->head[i] = (uint16_t)doer;
        if (i > verb && w->deprel[i] == DL_DEP_NMOD) w->deprel[i] = DL_DEP_OBL;
    }
}

/* "A row between farmers and | the ministry went on", with a row and a ministry: what stands behind "between" is two. */
static void join_between(dl_window *w, uint32_t opener) {
    static const dl_relations row = DL_REL(CONJ);
    uint32_t side = w->head[opener], noun = w->head[side], joint;
    bool between = w->deprel[opener] == DL_DEP_CASE && dl_window_among(w, opener, "between") && side > opener && w->deprel[side] == DL_DEP_NMOD;
    if (!between || !noun || noun > opener || dl_window_has(w, side, row)) return;
    for (uint32_t i = side + 1; i <= w->count; i++) {
        if (w->head[i] != noun || w->deprel[i] != DL_DEP_CONJ || !dl_window_is_nominal(w, i)) continue;
        joint = dl_window_first_of(w, i) - 1;
        if (w->upos[joint] == DL_UPOS_CCONJ && joint > side && dl_window_among(w, joint, "and")) w->head[i] = (uint16_t)side;
        return;
    }
}

/* "Clashes broke out in May | between the army and the rebels", with a May between them: it is the clashes that are. */
static void leave_month(dl_window *w, uint32_t opener) {
    static const char begins[] = "broke erupted flared began started break erupt resumed occurred happened";
    uint32_t side = w->head[opener], time = w->head[side], verb = w->head[time];
    bool between = w->deprel[opener] == DL_DEP_CASE && dl_window_among(w, opener, "between") && side > opener && w->deprel[side] == DL_DEP_NMOD;
    if (!between || !time || time > opener || dl_deprel_base(w->deprel[time]) != DL_DEP_OBL || w->upos[time] != DL_UPOS_PROPN) return;
    if (verb > time || w->upos[verb] != DL_UPOS_VERB || !dl_window_among(w, verb, begins)) return;
    w->head[side] = (uint16_t)verb;
    w->deprel[side] = DL_DEP_OBL;
}

/* "Insisted that the minister | resign", with a resign that the minister is: what has a subject behind "that", and nothing that is a noun's, is a
 * verb. */
static void make_base(dl_window *w, uint32_t word) {
    static const dl_relations own =
        DL_REL(COP) | DL_REL(AUX) | DL_REL(DET) | DL_REL(AMOD) | DL_REL(COMPOUND) | DL_REL(NMOD_POSS) | DL_REL(CASE) | DL_REL(NUMMOD);
    static const dl_relations opener = DL_REL(MARK);
    uint32_t subject = word - 1;
    if (word < 3 || w->deprel[word] != DL_DEP_CCOMP || w->xpos[word] != DL_XPOS_NN || w->head[subject] != word ||
        w->deprel[subject] != DL_DEP_NSUBJ || !dl_window_has(w, word, opener) || dl_window_has(w, word, own))
        return;
    if (w->upos[w->head[word]] != DL_UPOS_VERB) return;
    w->upos[word] = DL_UPOS_VERB;
    w->xpos[word] = DL_XPOS_VB;
    for (uint32_t i = word + 1; i <= w->count; i++)
        if (w->head[i] == word && w->deprel[i] == DL_DEP_NMOD) w->deprel[i] = DL_DEP_OBL;
}

/* "Has | neither confirmed nor denied it", with neither as what it has: the participle behind is the verb, and takes the place of its auxiliary. */
static void make_auxiliary(dl_window *w, uint32_t have) {
    uint32_t neither = have + 1, verb = have + 2;
    bool hidden = verb <= w->count && w->upos[have] == DL_UPOS_VERB && dl_window_among(w, neither, "neither either") && w->head[verb] == have;
    if (!hidden || !dl_window_among(w, have, "has have had") || w->xpos[verb] != DL_XPOS_VBN) return;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == have) w->head[i] = (uint16_t)verb;
    w->head[verb] = w->head[have];
    w->deprel[verb] = w->deprel[have];
    w->upos[verb] = DL_UPOS_VERB;
    w->upos[have] = DL_UPOS_AUX;
    w->head[have] = w->head[neither] = (uint16_t)verb;
    w->deprel[have] = DL_DEP_AUX;
    w->deprel[neither] = DL_DEP_CC_PRECONJ;
}

/* "Police | neither arrested nor charged them", with police who were: a verb behind "neither" is the one that its subject does. */
static void make_deed_of_neither(dl_window *w, uint32_t neither) {
    static const dl_relations own = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(OBL_AGENT);
    uint32_t subject = neither - 1, verb = neither + 1;
    bool past = neither > 1 && verb <= w->count && dl_window_is_past(w, verb) && dl_window_is_nominal(w, subject) && !dl_window_has(w, verb, own);
    if (!past || !dl_window_among(w, neither, "neither either")) return;
    if (w->head[verb] == subject && (w->deprel[verb] == DL_DEP_ACL_RELCL || w->deprel[verb] == DL_DEP_ACL)) {
        w->head[verb] = w->head[subject];
        w->deprel[verb] = w->deprel[subject];
        w->head[subject] = (uint16_t)verb;
        for (uint32_t i = verb; i <= w->count; i++)
            if (w->head[i] == subject) w->head[i] = (uint16_t)verb;
    } else if (w->head[subject] != verb || w->deprel[subject] != DL_DEP_NSUBJ_PASS) {
        return;
    }
    w->deprel[subject] = DL_DEP_NSUBJ;
    w->xpos[verb] = DL_XPOS_VBD;
    uint32_t other = w->head[verb];
    if (!dl_window_is_subject(w, verb) || other < verb || w->upos[other] != DL_UPOS_VERB) return;
    w->head[verb] = w->head[other]; /* "neither confirmed nor denied it", with what confirmed as who denied */
    w->deprel[verb] = w->deprel[other];
    w->head[other] = (uint16_t)verb;
    w->deprel[other] = DL_DEP_CONJ;
}

static const dl_rule rules[] = {
    {make_auxiliary, .classes = DL_CLASS(VERB), .words = {"has have had"}},
    {make_deed_of_neither, .words = {"neither either"}},
    {dig_out_first, .relations = DL_REL(AMOD), .classes = DL_CLASS(VERB)},
    {dig_out_second, .relations = DL_REL(AMOD), .classes = DL_CLASS(VERB)},
    {dig_out_deed, .relations = DL_REL(AMOD), .tags = DL_TAG(VBN), .words = {deeds}},
    {make_past, .classes = DL_CLASS(NOUN) | DL_CLASS(ADV) | DL_CLASS(ADJ) | DL_CLASS(VERB) | DL_CLASS(PROPN), .words = {pasts, "rose"}},
    {make_shot, .classes = DL_CLASS(NOUN) | DL_CLASS(VERB), .words = {"shot"}},
    {make_person, .classes = DL_CLASS(ADJ), .words = {"premier mob"}},
    {make_deed, .relations = DL_REL(NSUBJ) | DL_REL(CSUBJ), .tags = DL_TAG(VBG)},
    {make_accused, .tags = DL_TAG(VBN), .words = {"co-accused"}},
    {make_object, .relations = DL_REL(XCOMP), .classes = DL_CLASS(NOUN)},
    {make_embargo, .classes = DL_CLASS(VERB), .words = {"embargo embargoes"}},
    {make_march, .classes = DL_CLASS(PROPN), .words = {"march"}},
    {make_refused, .relations = DL_REL(CCOMP), .classes = DL_CLASS(NOUN)},
    {make_base, .relations = DL_REL(CCOMP), .tags = DL_TAG(NN)},
    {make_clause, .relations = DL_REL(CASE), .words = {"as while"}},
    {join_between, .relations = DL_REL(CASE), .words = {"between"}},
    {leave_month, .relations = DL_REL(CASE), .words = {"between"}},
};
const dl_rules dl_rules_of_hidden_verbs = {DL_RULES_OF(rules)};
