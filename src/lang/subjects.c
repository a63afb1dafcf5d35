/* A verb has one subject: where two were read, "and" joins them, or one of them is another verb's. What stands behind "between" is two. */
#include "doc/ud.h"
#include "lang/repair.h"

/* "Two of her aides" is as good a subject as a noun. */
static bool is_counted(const dl_window *w, uint32_t word) {
    static const dl_relations of = DL_REL(NMOD);
    return w->upos[word] == DL_UPOS_NUM && dl_window_has(w, word, of);
}

/* The "and" right in front of a word's phrase; 0 where there is none. */
static uint32_t joint_before(const dl_window *w, uint32_t word) {
    uint32_t before = dl_window_first_of(w, word) - 1;
    return before && w->upos[before] == DL_UPOS_CCONJ ? before : 0;
}

static void join(dl_window *w, uint32_t first, uint32_t second, uint32_t joint) {
    w->head[second] = (uint16_t)first;
    w->deprel[second] = DL_DEP_CONJ;
    w->head[joint] = (uint16_t)second;
    w->deprel[joint] = DL_DEP_CC;
}

/* "Korea and the rebels | agreed", with Korea as when or how: a name right before "and". */
static bool is_lost_before(const dl_window *w, uint32_t first, uint32_t joint) {
    return first + 1 == joint && w->deprel[first] == DL_DEP_OBL_UNMARKED && w->upos[first] == DL_UPOS_PROPN && !dl_window_has_preposition(w, first);
}

/* "Korea and Japan | held talks", "Lopez, the mayor, and two of her aides | left", both read as subjects. */
static void join_two(dl_window *w, uint32_t second) {
    uint32_t verb = w->head[second], joint;
    bool subject = dl_window_is_subject(w, second) && verb > second && (dl_window_is_nominal(w, second) || is_counted(w, second));
    if (!subject || !(joint = joint_before(w, second))) return;
    for (uint32_t first = joint; first-- > 1;)
        if (w->head[first] == verb && dl_window_is_nominal(w, first) && (w->deprel[first] == w->deprel[second] || is_lost_before(w, first, joint))) {
            w->deprel[first] = w->deprel[second];
            join(w, first, second, joint);
            return;
        }
}

/* The last of a row of numbers: "four", "four and six", "8, 10 and 12". */
static uint32_t last_number(const dl_window *w, uint32_t number) {
    for (;;) {
        uint32_t next = number + 1;
        bool joint = next < w->count && (w->xpos[next] == DL_XPOS_COMMA || w->upos[next] == DL_UPOS_CCONJ || w->xpos[next] == DL_XPOS_TO);
        if (!joint || w->upos[next + 1] != DL_UPOS_NUM) return number;
        number = next + 1;
    }
}

/* "Two children | aged four and six were killed", with the four as who was killed, or the children as who aged: the ages only describe them. */
static void tell_age(dl_window *w, uint32_t aged) {
    static const dl_relations passive = DL_REL(AUX_PASS);
    uint32_t noun = aged - 1, number = aged + 1 < w->count && dl_window_among(w, aged + 1, "between from") ? aged + 2 : aged + 1;
    if (!dl_window_among(w, aged, "aged") || !noun || !dl_window_is_noun(w, noun) || w->head[noun] != aged || w->upos[number] != DL_UPOS_NUM) return;
    uint32_t last = last_number(w, number), verb = last + 1;
    if (verb <= w->count && w->upos[verb] == DL_UPOS_AUX) verb = w->head[verb];
    if (verb <= last || verb > w->count || w->upos[verb] != DL_UPOS_VERB || (w->head[verb] != aged && w->head[aged] != verb)) return;
    if (w->head[verb] == aged) w->head[verb] = w->head[aged], w->deprel[verb] = w->deprel[aged];
    for (uint32_t i = last + 1; i <= w->count; i++)
        if (w->head[i] == aged) w->head[i] = (uint16_t)verb;
    for (uint32_t i = number; i <= last; i++)
        if (w->head[i] == verb) w->head[i] = (uint16_t)aged, w->deprel[i] = DL_DEP_OBL;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = dl_window_has(w, verb, passive) ? DL_DEP_NSUBJ_PASS : DL_DEP_NSUBJ;
    w->head[aged] = (uint16_t)noun;
    w->deprel[aged] = DL_DEP_ACL;
}

/* "Doctors and aid | groups said", with aid as another who said it, and groups as a third: a noun right in front of a subject is of what kind it is.
 */
static void join_kind(dl_window *w, uint32_t second) {
    uint32_t kind = second - 1, first = w->head[kind], verb = w->head[second], joint = 0;
    bool row = second > 2 && dl_window_is_subject(w, second) && w->upos[second] == DL_UPOS_NOUN && w->upos[kind] == DL_UPOS_NOUN && verb > second;
    if (!row || w->deprel[kind] != DL_DEP_CONJ || w->head[first] != verb || w->deprel[first] != w->deprel[second]) return;
    for (uint32_t i = first + 1; i < kind; i++)
        if (w->head[i] == kind && w->deprel[i] == DL_DEP_CC) joint = i;
    if (!joint) return;
    for (uint32_t i = joint + 1; i < kind; i++)
        if (w->head[i] == kind) w->head[i] = (uint16_t)second;
    join(w, first, second, joint);
    w->head[kind] = (uint16_t)second;
    w->deprel[kind] = DL_DEP_COMPOUND;
}

/* What stands behind "between" in the phrases of a noun; 0 where nothing does. */
static uint32_t behind_between(const dl_window *w, uint32_t noun) {
    for (uint32_t i = noun + 1; i < w->count; i++)
        if (w->head[i] > i && w->head[w->head[i]] == noun && w->deprel[i] == DL_DEP_CASE && dl_window_among(w, i, "between")) return w->head[i];
    return 0;
}

/* "Fighting | between the army and the rebels", with the fighting as what somebody does: what is between two is a noun. */
static void name_fighting(dl_window *w, uint32_t gerund) {
    bool first = w->xpos[gerund] == DL_XPOS_VBG && (w->deprel[gerund] == DL_DEP_ROOT || w->deprel[gerund] == DL_DEP_CSUBJ);
    uint32_t side = first && w->upos[gerund] == DL_UPOS_VERB ? behind_between(w, gerund) : 0;
    if (!side) return;
    dl_window_make_noun(w, gerund);
    w->deprel[side] = DL_DEP_NMOD;
    if (w->deprel[gerund] == DL_DEP_CSUBJ) w->deprel[gerund] = DL_DEP_NSUBJ;
}

/* "One Indiana Republican | left", with one and the Republican both as who left: a number right in front of a noun counts it. */
static void count_subject(dl_window *w, uint32_t noun) {
    uint32_t number = dl_window_first_of(w, noun) - 1;
    bool subject = dl_window_is_subject(w, noun);
    if (!subject || !number || !dl_window_is_nominal(w, noun) || w->upos[number] != DL_UPOS_NUM) return;
    if (w->head[number] != w->head[noun] || w->deprel[number] != w->deprel[noun]) return;
    w->head[number] = (uint16_t)noun;
    w->deprel[number] = DL_DEP_NUMMOD;
}

/* "Talks between the army and the rebels | collapsed", read as "talks ..., and the rebels collapsed". */
static void join_sides(dl_window *w, uint32_t verb) {
    uint32_t noun = w->head[verb], side, subject = 0, joint;
    uint8_t relation = DL_DEP_NSUBJ;
    if (w->deprel[verb] != DL_DEP_CONJ || w->upos[verb] != DL_UPOS_VERB || !noun || noun > verb || w->upos[noun] != DL_UPOS_NOUN) return;
    for (uint32_t i = noun + 1; i < verb; i++)
        if (w->head[i] == verb && dl_window_is_subject(w, i)) subject = i, relation = w->deprel[i];
    if (!subject || !(side = behind_between(w, noun)) || !(joint = joint_before(w, subject)) || side > joint) return;
    w->head[verb] = w->head[noun];
    w->deprel[verb] = w->deprel[noun];
    for (uint32_t i = verb + 1; i <= w->count; i++)
        if (w->head[i] == noun) w->head[i] = (uint16_t)verb;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = relation;
    join(w, side, subject, joint);
}

/* The verb behind a noun that was read as its participle though it has an object: "Gunmen on motorbikes [who were] killed 20 villagers". */
static uint32_t lost_verb(const dl_window *w, uint32_t noun, uint32_t end) {
    static const dl_relations object = DL_REL(OBJ), of_passives = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(NSUBJ) | DL_REL(MARK);
    for (uint32_t v = noun + 1; v < end; v++) {
        bool participle = w->upos[v] == DL_UPOS_VERB && w->deprel[v] == DL_DEP_ACL && (w->xpos[v] == DL_XPOS_VBN || w->xpos[v] == DL_XPOS_VBD);
        if (participle && !dl_window_has(w, v, of_passives) && dl_window_has(w, v, object) && dl_window_is_within(w, v, noun)) return v;
    }
    return 0;
}

/* "Gunmen on motorbikes killed 20 villagers, police | said", with gunmen and police both as those who said it: the police said it, the gunmen killed.
 */
static void part_speaker(dl_window *w, uint32_t saying) {
    uint32_t speaker = 0, doer = 0, verb;
    if (w->upos[saying] != DL_UPOS_VERB) return;
    for (uint32_t i = 1; i < saying; i++)
        if (w->head[i] == saying && w->deprel[i] == DL_DEP_NSUBJ && dl_window_is_nominal(w, i)) doer = doer ? doer : i, speaker = i;
    if (doer == speaker || w->upos[dl_window_first_of(w, speaker) - 1] != DL_UPOS_PUNCT) return;
    if (!(verb = lost_verb(w, doer, dl_window_first_of(w, speaker)))) return;
    w->head[verb] = w->head[saying];
    w->deprel[verb] = w->deprel[saying];
    w->xpos[verb] = DL_XPOS_VBD;
    w->head[saying] = w->head[doer] = (uint16_t)verb;
    w->deprel[saying] = DL_DEP_PARATAXIS;
}

/* The last noun or pronoun from `first` to `last` that hangs on none of the others; 0 where a verb or anything else but one phrase stands there. */
static uint32_t head_of_phrase(const dl_window *w, uint32_t first, uint32_t last) {
    uint32_t head = 0;
    for (uint32_t i = first; i <= last; i++) {
        unsigned upos = w->upos[i];
        bool part = dl_window_is_nominal(w, i) || upos == DL_UPOS_DET || upos == DL_UPOS_ADJ || upos == DL_UPOS_NUM || upos == DL_UPOS_ADP ||
                    w->xpos[i] == DL_XPOS_POS || w->xpos[i] == DL_XPOS_HYPH;
        if (!part) return 0;
        if (dl_window_is_nominal(w, i) && (w->head[i] < first || w->head[i] > last) && !dl_window_has_preposition(w, i)) head = i;
    }
    return head;
}

static bool tells_behind(const dl_window *w, uint32_t saying) {
    static const dl_relations told = DL_REL(CCOMP) | DL_REL(XCOMP) | DL_REL(OBJ) | DL_REL(CONJ);
    for (uint32_t i = saying + 1; i <= w->count; i++)
        if ((w->head[i] == saying && told >> w->deprel[i] & 1) || dl_window_among(w, i, "that")) return true;
    return false;
}

/* Who was taken for the subject of a verb of speech, in front of the comma, is the object of the verb there. */
static void return_told(dl_window *w, uint32_t saying, uint32_t comma) {
    for (uint32_t i = 1; i < comma; i++) {
        uint32_t verb = i;
        if (w->head[i] != saying || !dl_window_is_subject(w, i)) continue;
        do verb--;
        while (verb && w->upos[verb] != DL_UPOS_VERB);
        if (verb) w->head[i] = (uint16_t)verb, w->deprel[i] = DL_DEP_OBJ;
    }
}

static const char speech[] = "said says say told reported";

/* "Gunmen abducted two nurses, police and a director | said on Monday", with all of them as whom they abducted: behind the last comma stand those who
 * say so. */
static void part_speakers(dl_window *w, uint32_t saying) {
    uint32_t comma = saying - 1, joint = 0, told = dl_window_root_above(w, saying);
    for (; comma && w->xpos[comma] != DL_XPOS_COMMA; comma--)
        if (w->upos[comma] == DL_UPOS_CCONJ) joint = comma;
    if (!comma || !joint || w->upos[saying] != DL_UPOS_VERB || !dl_window_among(w, saying, speech)) return;
    bool top = told == saying;
    for (uint32_t i = 1; top && i < comma; i++) /* "said", with all in front as what is said */
        if (w->head[i] == saying && (w->deprel[i] == DL_DEP_CCOMP || w->deprel[i] == DL_DEP_PARATAXIS)) told = i;
    if (told >= comma || w->upos[told] != DL_UPOS_VERB || !dl_window_is_finite(w, told)) return;
    uint32_t first = head_of_phrase(w, comma + 1, joint - 1), second = head_of_phrase(w, joint + 1, saying - 1);
    if (!first || !second || tells_behind(w, saying)) return;
    return_told(w, saying, comma);
    for (uint32_t i = comma + 1; i < saying; i++) { /* what hung beyond its phrase */
        uint32_t noun = i < joint ? first : second;
        bool beyond = w->head[i] < comma || w->head[i] > saying || (w->head[i] == saying && i != first && i != second);
        if (!beyond || i == noun) continue;
        w->head[i] = (uint16_t)noun;
        if (dl_window_is_noun(w, i)) w->deprel[i] = DL_DEP_COMPOUND;
    }
    if (!top) {
        w->head[saying] = (uint16_t)told;
        w->deprel[saying] = DL_DEP_PARATAXIS;
        w->xpos[saying] = w->xpos[saying] == DL_XPOS_VBN ? DL_XPOS_VBD : w->xpos[saying];
    }
    w->head[comma] = w->head[first] = (uint16_t)saying;
    w->deprel[first] = DL_DEP_NSUBJ;
    join(w, first, second, joint);
}

/* "India, China | sign deal", "the king, the queen and their son | left", both read as subjects: what "and" joins elsewhere a comma joins in
 * headlines, and in a row that goes on with "and". */
static void join_listed(dl_window *w, uint32_t second) {
    static const dl_relations third = DL_REL(CONJ);
    uint32_t verb = w->head[second], comma = dl_window_first_of(w, second) - 1;
    bool listed = dl_window_is_subject(w, second) && verb > second && comma > 1 && w->xpos[comma] == DL_XPOS_COMMA;
    if (!listed || !dl_window_is_nominal(w, second) || (w->upos[w->count] == DL_UPOS_PUNCT && !dl_window_has(w, second, third))) return;
    for (uint32_t i = 1; i < verb; i++)
        if (w->upos[i] == DL_UPOS_VERB || (i > second && w->upos[i] == DL_UPOS_PUNCT)) return;
    for (uint32_t first = 1; first < comma; first++) {
        if (w->head[first] != verb || w->deprel[first] != w->deprel[second] || dl_window_first_of(w, first) != 1) continue;
        w->head[second] = (uint16_t)first;
        w->deprel[second] = DL_DEP_CONJ;
        return;
    }
}

/* "India | test-fired a missile", with "India test" as when it was fired. */
static void part_hyphened(dl_window *w, uint32_t nation) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(CSUBJ) | DL_REL(EXPL) | DL_REL(AUX_PASS), object = DL_REL(OBJ);
    uint32_t noun = w->head[nation], verb = w->head[noun];
    bool hyphened = noun == nation + 1 && verb == noun + 2 && w->upos[noun + 1] == DL_UPOS_PUNCT && w->upos[verb] == DL_UPOS_VERB;
    if (!hyphened || w->upos[nation] != DL_UPOS_PROPN || w->deprel[nation] != DL_DEP_COMPOUND) return;
    if (dl_window_has(w, verb, subjects) || !dl_window_has(w, verb, object)) return;
    w->head[nation] = (uint16_t)verb;
    w->deprel[nation] = DL_DEP_NSUBJ;
    w->deprel[noun] = DL_DEP_COMPOUND;
    w->xpos[verb] = DL_XPOS_VBD;
}

static bool is_clause_head(const dl_window *w, uint32_t word) {
    unsigned deprel = w->deprel[word];
    return deprel == DL_DEP_ROOT || deprel == DL_DEP_CCOMP || deprel == DL_DEP_PARATAXIS;
}

static bool is_opened(const dl_window *w, uint32_t noun) {
    static const dl_relations of = DL_REL(COP) | DL_REL(CASE) | DL_REL(NSUBJ) | DL_REL(AMOD) | DL_REL(NUMMOD);
    return dl_window_has(w, noun, of);
}

/* "A gunman | shot shoppers", with shoppers as what the phrase names: no single one is many, so the word between is a verb. */
static void find_finite(dl_window *w, uint32_t many) {
    uint32_t verb = many - 1, doer = many - 2, article = 0;
    bool row = many > 3 && w->xpos[many] == DL_XPOS_NNS && w->xpos[doer] == DL_XPOS_NN && w->xpos[verb] == DL_XPOS_NN && is_clause_head(w, many);
    if (!row || w->deprel[verb] != DL_DEP_COMPOUND || w->deprel[doer] != DL_DEP_COMPOUND || is_opened(w, many)) return;
    for (uint32_t i = 1; i < doer; i++)
        if (w->head[i] == many) article = w->deprel[i] == DL_DEP_DET && dl_window_among(w, i, "a an") ? i : article;
    if (!article) return;
    w->upos[verb] = DL_UPOS_VERB;
    w->xpos[verb] = DL_XPOS_VBD;
    w->head[verb] = w->head[many];
    w->deprel[verb] = w->deprel[many];
    for (uint32_t i = 1; i <= w->count; i++) {
        if (w->head[i] == many && i < verb) w->head[i] = (uint16_t)doer;
        if (w->head[i] == many && i > many) w->head[i] = (uint16_t)verb;
        if (w->head[i] == verb && i < doer) w->head[i] = (uint16_t)doer;
    }
    w->head[doer] = w->head[many] = (uint16_t)verb;
    w->deprel[doer] = DL_DEP_NSUBJ;
    w->deprel[many] = DL_DEP_OBJ;
}

/* "The sanctions Norway | imposed on Peru hurt traders", with the sanctions, too, as who imposed: of two subjects side by side the first has a clause
 * behind it, and the verb behind that is its own. */
static void part_relative(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(MARK) | DL_REL(CC) | DL_REL(AUX),
                              article = DL_REL(DET) | DL_REL(NMOD_POSS);
    uint32_t thing = 0, doer = 0, told = 0;
    if (w->upos[verb] != DL_UPOS_VERB || !is_clause_head(w, verb)) return;
    for (uint32_t i = 1; i < verb; i++)
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_NSUBJ && dl_window_is_nominal(w, i)) thing = thing ? thing : i, doer = i;
    if (thing == doer || w->upos[thing] != DL_UPOS_NOUN || dl_window_first_of(w, doer) != thing + 1 || !dl_window_has(w, thing, article)) return;
    for (uint32_t i = verb + 1; i <= w->count && !told; i++) {
        bool finite = w->head[i] == verb && w->xpos[i] == DL_XPOS_VBD && (w->deprel[i] == DL_DEP_ADVCL || w->deprel[i] == DL_DEP_PARATAXIS);
        if (finite && !dl_window_has(w, i, own)) told = i;
    }
    if (!told) return;
    w->head[told] = w->head[verb];
    w->deprel[told] = w->deprel[verb];
    w->head[thing] = (uint16_t)told;
    w->head[verb] = (uint16_t)thing;
    w->deprel[verb] = DL_DEP_ACL_RELCL;
    for (uint32_t i = told + 1; i <= w->count; i++)
        if (w->head[i] == verb) w->head[i] = (uint16_t)told;
}

/* What was launched where the parser took it for what kind of rebels launched, or the rebels for another name of it; 0 where there is none. */
static uint32_t thing_before(const dl_window *w, uint32_t doer) {
    static const dl_relations case_of = DL_REL(CASE);
    uint32_t first = dl_window_first_of(w, doer), thing = 0;
    if (w->deprel[doer] == DL_DEP_APPOS && w->head[doer] + 1u == doer && w->upos[doer] == DL_UPOS_PROPN) return w->head[doer];
    if (w->deprel[first] != DL_DEP_DET || first + 1 >= doer || w->xpos[doer] == DL_XPOS_NN || dl_window_has(w, doer, case_of)) return 0;
    for (uint32_t i = first + 1; i < doer; i++) {
        bool kind = w->head[i] == doer && (w->deprel[i] == DL_DEP_COMPOUND || w->deprel[i] == DL_DEP_AMOD);
        bool noun = w->upos[i] == DL_UPOS_NOUN || (w->upos[i] == DL_UPOS_ADJ && dl_window_among(w, i, "protest strike assault offensive"));
        if (kind && noun) thing = i;
    }
    return thing;
}

/* "The attack rebels | launched on the town killed ten", with attack rebels who launched: a verb without an object, and behind it a second finite one
 * with no joint, are those of a clause and of what it is said of. */
static void part_bare_relative(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(MARK) | DL_REL(CC) | DL_REL(AUX),
                              object = DL_REL(OBJ) | DL_REL(CCOMP) | DL_REL(XCOMP);
    uint32_t doer = verb - 1, told = 0;
    bool past = verb > 2 && w->upos[verb] == DL_UPOS_VERB && w->xpos[verb] == DL_XPOS_VBD && is_clause_head(w, verb) && dl_window_is_nominal(w, doer);
    if (!past || dl_window_has(w, verb, object)) return;
    uint32_t thing = thing_before(w, doer);
    if (!thing || !(w->head[doer] == verb || w->head[thing] == verb)) return;
    for (uint32_t i = verb + 1; i <= w->count && w->upos[i] != DL_UPOS_PUNCT && w->upos[i] != DL_UPOS_CCONJ && !told; i++) {
        unsigned deprel = w->deprel[i];
        bool loose = w->head[i] == verb && (deprel == DL_DEP_ADVCL || deprel == DL_DEP_CONJ || deprel == DL_DEP_PARATAXIS);
        if (loose && w->xpos[i] == DL_XPOS_VBD && !dl_window_has(w, i, own)) told = i;
    }
    if (!told) return;
    if (w->upos[thing] != DL_UPOS_NOUN) dl_window_make_noun(w, thing);
    for (uint32_t i = 1; i < thing; i++)
        if (w->head[i] == doer) w->head[i] = (uint16_t)thing;
    for (uint32_t i = told + 1; i <= w->count; i++)
        if (w->head[i] == verb) w->head[i] = (uint16_t)told;
    w->head[told] = w->head[verb];
    w->deprel[told] = w->deprel[verb];
    w->head[thing] = (uint16_t)told;
    w->deprel[thing] = DL_DEP_NSUBJ;
    w->head[doer] = (uint16_t)verb;
    w->deprel[doer] = DL_DEP_NSUBJ;
    w->head[verb] = (uint16_t)thing;
    w->deprel[verb] = DL_DEP_ACL_RELCL;
}

/* "The killing of a priest | sparked riots", "the crackdown on students | drew criticism", "a series of raids by rebels | began", with the priest,
 * the students and the rebels, too, as who did: what a preposition opens is no subject, and belongs to the noun in front. */
static void hang_part(dl_window *w, uint32_t part) {
    uint32_t verb = w->head[part], opener = dl_window_first_of(w, part), whole = opener - 1;
    bool subject = w->deprel[part] == DL_DEP_NSUBJ && dl_window_is_nominal(w, part) && opener > 1 && w->deprel[opener] == DL_DEP_CASE;
    if (!subject || w->head[opener] != part || verb < part || !dl_window_among(w, opener, "of on against by with to for from at in")) return;
    uint32_t top = whole;
    for (uint32_t steps = 0; top && steps < 3 && w->deprel[top] != DL_DEP_NSUBJ && w->head[top] < top; steps++) top = w->head[top];
    if (!dl_window_is_nominal(w, whole) || w->head[top] != verb || w->deprel[top] != DL_DEP_NSUBJ) return;
    w->head[part] = (uint16_t)whole;
    w->deprel[part] = DL_DEP_NMOD;
}

/* "The shooting of a man | by police triggered riots", with police as by whom riots were triggered: no active verb has a doer behind "by" in front of
 * its own subject's end; it did what the subject's noun tells. */
static void hang_doer(dl_window *w, uint32_t doer) {
    static const dl_relations passive = DL_REL(AUX_PASS), subject = DL_REL(NSUBJ);
    uint32_t verb = w->head[doer], opener = dl_window_first_of(w, doer), noun = opener - 1;
    bool before = dl_deprel_base(w->deprel[doer]) == DL_DEP_OBL && doer < verb && opener > 2 && dl_window_among(w, opener, "by");
    if (!before || w->xpos[verb] != DL_XPOS_VBD || dl_window_has(w, verb, passive) || !dl_window_has(w, verb, subject)) return;
    if (!dl_window_is_nominal(w, noun)) return;
    while (w->deprel[noun] == DL_DEP_FLAT && w->head[noun] < noun) noun = w->head[noun];
    if (w->deprel[noun] == DL_DEP_NMOD && w->head[noun] && w->head[noun] < noun) noun = w->head[noun];
    w->head[doer] = (uint16_t)noun;
    w->deprel[doer] = DL_DEP_NMOD;
}

/* The noun that a clause with "who" is said of; 0 where the verb has none. */
static uint32_t said_of(const dl_window *w, uint32_t verb) {
    for (uint32_t i = 1; i < verb && w->deprel[verb] == DL_DEP_ACL_RELCL; i++)
        if (w->head[i] == verb && w->xpos[i] == DL_XPOS_WP) return w->head[verb];
    return 0;
}

/* "Those who insult | the king are jailed", with the king as who is jailed: behind a verb that lacks an object stands its object, and the finite verb
 * is that of the noun in front of "who". */
static void return_object(dl_window *w, uint32_t object) {
    static const dl_relations own = DL_REL(OBJ) | DL_REL(XCOMP) | DL_REL(OBL), subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS);
    uint32_t verb = w->head[object], inner = 0, noun = 0;
    if (!dl_window_is_subject(w, object) || verb < object) return;
    if ((inner = dl_window_first_of(w, object) - 1)) noun = said_of(w, inner);
    if (!noun || w->upos[inner] != DL_UPOS_VERB || dl_window_has(w, inner, own)) return;
    bool second = w->head[noun] == verb && dl_window_is_subject(w, noun);
    bool below = w->deprel[verb] == DL_DEP_CCOMP && w->head[verb] == inner && w->deprel[noun] == DL_DEP_ROOT && !dl_window_has(w, noun, subjects);
    bool reports = dl_window_among(w, inner, "said say says claimed claim claims reported believe believed think thought know knew hope fear feared");
    if (!second && (!below || reports)) return;
    if (below) {
        w->deprel[noun] = w->deprel[object];
        w->head[noun] = (uint16_t)verb;
        w->head[verb] = 0;
        w->deprel[verb] = DL_DEP_ROOT;
    }
    w->head[object] = (uint16_t)inner;
    w->deprel[object] = DL_DEP_OBJ;
}

/* "The wife of a leader | jailed in May left", "troops | loyal to him attacked", with "jailed" as who left: it is said of the noun in front of it,
 * and its subject is that of the verb behind. */
static void leave_subject(dl_window *w, uint32_t participle) {
    uint32_t verb = w->head[participle], noun = participle - 1, subject = 0;
    bool of_noun = (w->xpos[participle] == DL_XPOS_VBN && w->upos[participle] == DL_UPOS_VERB) || w->xpos[participle] == DL_XPOS_JJ;
    bool misread = dl_window_is_subject(w, participle) && of_noun && verb > participle;
    for (uint32_t i = 1; misread && i < participle; i++)
        if (w->head[i] == participle && dl_window_is_subject(w, i)) subject = i;
    if (!subject || !dl_window_is_nominal(w, noun) || !dl_window_is_within(w, noun, subject)) return;
    w->head[subject] = (uint16_t)verb;
    w->deprel[subject] = w->deprel[participle];
    w->head[participle] = (uint16_t)noun;
    w->deprel[participle] = w->xpos[participle] == DL_XPOS_JJ ? DL_DEP_AMOD : DL_DEP_ACL;
}

/* "Two guards and | their driver were shot", with the guards as all that is told: who stands in front of "and" was shot, too. */
static void join_root(dl_window *w, uint32_t verb) {
    static const dl_relations predicate = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(COP) | DL_REL(CASE) | DL_REL(ACL_RELCL);
    uint32_t noun = w->head[verb], joint = noun + 1, second = 0;
    bool row = w->deprel[verb] == DL_DEP_CONJ && w->upos[verb] == DL_UPOS_VERB && noun && joint < verb && w->deprel[noun] == DL_DEP_ROOT;
    if (!row || !dl_window_is_nominal(w, noun) || w->upos[joint] != DL_UPOS_CCONJ || dl_window_has(w, noun, predicate)) return;
    if (dl_window_first_of(w, noun) != 1) return;
    for (uint32_t i = joint + 1; i < verb; i++)
        if (w->head[i] == verb && dl_window_is_subject(w, i) && dl_window_first_of(w, i) == joint + 1) second = i;
    if (!second) return;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    for (uint32_t i = verb + 1; i <= w->count; i++)
        if (w->head[i] == noun) w->head[i] = (uint16_t)verb;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = w->deprel[second];
    join(w, noun, second, joint);
}

/* "The mayor | that the union endorsed", with both as who endorsed: of two subjects of a relative clause the pronoun is the object. */
static void yield_to_noun(dl_window *w, uint32_t relative) {
    static const dl_relations own = DL_REL(OBJ);
    uint32_t verb = w->head[relative];
    bool subject = w->deprel[relative] == DL_DEP_NSUBJ && dl_window_among(w, relative, "which that");
    if (!subject || verb < relative || w->deprel[verb] != DL_DEP_ACL_RELCL || dl_window_has(w, verb, own)) return;
    for (uint32_t i = relative + 1; i < verb; i++)
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_NSUBJ && dl_window_is_nominal(w, i)) w->deprel[relative] = DL_DEP_OBJ;
}

static const dl_rule rules[] = {
    {tell_age, .words = {"aged"}},
    {join_two, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS)},
    {join_kind, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), .classes = DL_CLASS(NOUN)},
    {name_fighting, .relations = DL_REL(ROOT) | DL_REL(CSUBJ), .tags = DL_TAG(VBG), .classes = DL_CLASS(VERB)},
    {count_subject, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS)},
    {join_sides, .relations = DL_REL(CONJ), .classes = DL_CLASS(VERB)},
    {part_speaker, .classes = DL_CLASS(VERB)},
    {part_speakers, .classes = DL_CLASS(VERB), .words = {speech}},
    {join_listed, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS)},
    {part_hyphened, .relations = DL_REL(COMPOUND), .classes = DL_CLASS(PROPN)},
    {find_finite, .relations = DL_REL(ROOT) | DL_REL(CCOMP) | DL_REL(PARATAXIS), .tags = DL_TAG(NNS)},
    {part_relative, .relations = DL_REL(ROOT) | DL_REL(CCOMP) | DL_REL(PARATAXIS), .classes = DL_CLASS(VERB)},
    {part_bare_relative, .relations = DL_REL(ROOT) | DL_REL(CCOMP) | DL_REL(PARATAXIS), .tags = DL_TAG(VBD), .classes = DL_CLASS(VERB)},
    {hang_part, .relations = DL_REL(NSUBJ)},
    {hang_doer, .relations = DL_REL(OBL) | DL_REL(OBL_AGENT) | DL_REL(OBL_UNMARKED)},
    {return_object, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS)},
    {leave_subject, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), .tags = DL_TAG(VBN) | DL_TAG(JJ)},
    {join_root, .relations = DL_REL(CONJ), .classes = DL_CLASS(VERB)},
    {yield_to_noun, .relations = DL_REL(NSUBJ), .words = {"which that"}},
};
const dl_rules dl_rules_of_subjects = {DL_RULES_OF(rules)};
