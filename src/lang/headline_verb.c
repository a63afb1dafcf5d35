/* Headlines leave out articles, and their verbs look like nouns: "Spies tap phones of two senators", "Judge locks up smugglers", "Premier warms to
 * plan". The knowledge tells which words may be verbs (lang/deeds.h), and which of those go with the word behind; what stands in front has to be a
 * phrase that can be a subject. */
#include "doc/ud.h"
#include "lang/deeds.h"
#include "lang/hints.h"
#include "lang/names.h"
#include "lang/repair.h"

/* A headline, or its part up to or behind a colon ("BREAKING: ...", "...: police"), a word that opens a clause ("... as rebels attack bus"), or what
 * stands between two clauses ("Police arrest mayor, crowd storms jail"). */
typedef struct part {
    dl_window *w;
    uint32_t first, last;
    uint32_t opener; /* the word that opens it; 0 for none */
    uint32_t joint;  /* what stands between it and the clause in front; 0 for nothing */
    bool beside;     /* another clause stands beside it */
} part;

static bool is_plural(const dl_window *w, uint32_t i) {
    return w->xpos[i] == DL_XPOS_NNS || w->xpos[i] == DL_XPOS_NNPS;
}

static bool begins_phrase(const dl_window *w, uint32_t i) {
    unsigned upos = w->upos[i];
    return dl_window_is_noun(w, i) || upos == DL_UPOS_NUM || upos == DL_UPOS_ADJ || upos == DL_UPOS_DET || upos == DL_UPOS_PRON ||
           w->xpos[i] == DL_XPOS_VBN;
}

/* Of a word in front of the verb: whether it can stand in a subject. */
static bool in_subject(const dl_window *w, uint32_t i) {
    unsigned upos = w->upos[i];
    if (w->xpos[i] == DL_XPOS_VBN && i > 1 && dl_window_is_noun(w, i - 1)) return false; /* "children | injured", unlike "masked men" */
    bool joint =
        upos == DL_UPOS_ADP || upos == DL_UPOS_CCONJ || w->xpos[i] == DL_XPOS_POS || w->xpos[i] == DL_XPOS_HYPH || w->xpos[i] == DL_XPOS_COMMA;
    return begins_phrase(w, i) || joint || w->xpos[i] == DL_XPOS_VBG || w->upos[i] == DL_UPOS_ADV;
}

/* A word that joins two, unless it does so within one name ("Bosnia and Herzegovina"). */
static bool is_joint(const dl_window *w, uint32_t i) {
    bool named = dl_window_hints(w, i, DL_HINT_COUNTRY) || dl_window_hints(w, i, DL_HINT_PLACE);
    return w->xpos[i] == DL_XPOS_COMMA || (w->upos[i] == DL_UPOS_CCONJ && !named);
}

/* Plurals that stand in front of nouns ("sports club", "arms embargo"). */
static bool is_modifier(const dl_window *w, uint32_t i) {
    return dl_window_among(w, i,
                           "sports arms news drugs rights customs weapons goods sales savings communications affairs services systems operations "
                           "parts games elections human civil sanctions talks hostages prisoners results claims emissions");
}

/* A later verb with tense, in the same clause: then this one is no verb ("Teachers strike enters third day"). */
static bool has_verb_behind(const part *p, uint32_t verb) {
    const dl_window *w = p->w;
    for (uint32_t i = verb + 1; i <= p->last; i++) {
        unsigned upos = w->upos[i];
        if (upos == DL_UPOS_CCONJ || upos == DL_UPOS_SCONJ || upos == DL_UPOS_PUNCT ||
            dl_window_among(w, i, "as after before while when that who which over"))
            return false;
        if (dl_window_is_finite(w, i) && i > verb + 1) return true;
    }
    return false;
}

static bool is_opener(const dl_window *w, uint32_t i) {
    return w->upos[i] == DL_UPOS_ADP || w->xpos[i] == DL_XPOS_RP || w->upos[i] == DL_UPOS_ADV || w->xpos[i] == DL_XPOS_TO;
}

/* "Premier | quits": what a person does and no thing. */
static bool needs_no_object(const dl_window *w, uint32_t i) {
    return dl_window_among(w, i, "quits resigns dies arrives flees returns surrenders visits protests retreats apologises apologizes");
}

/* The noun that heads what stands in front of the verb: the last before a preposition, a joint or a comma. */
static uint32_t subject_of(const part *p, uint32_t verb) {
    const dl_window *w = p->w;
    uint32_t head = 0;
    for (uint32_t i = p->first; i < verb; i++) {
        bool ends = w->upos[i] == DL_UPOS_ADP || is_joint(w, i);
        if (ends && head) return head;
        if (dl_window_is_noun(w, i) || w->upos[i] == DL_UPOS_NUM) head = i;
    }
    return head ? head : verb - 1;
}

/* "Egypt | brokers deal": who is told of is somebody who acts, and the word no act and nobody. */
static bool does(const dl_window *w, uint32_t who, uint32_t i) {
    bool somebody = w->deeds[who] & DL_DEED_PEOPLE || dl_window_hints(w, who, DL_HINT_COUNTRY) || dl_window_hints(w, who, DL_HINT_PLACE);
    return somebody && !(w->deeds[i] & (DL_DEED_NOUN | DL_DEED_PEOPLE)) && !is_modifier(w, i);
}

/* "Court sentences | ousted leader", with the court's sentences as who ousted him: what some are called by, in front of a noun. */
static bool describes(const part *p, uint32_t i) {
    const dl_window *w = p->w;
    bool past = w->xpos[i] == DL_XPOS_VBD || w->xpos[i] == DL_XPOS_VBN;
    return past && i < p->last && dl_window_is_noun(w, i + 1) && !is_plural(w, i - 2) &&
           dl_window_among(w, i, "ousted jailed exiled wanted convicted disgraced suspected accused retired elected detained kidnapped abducted");
}

/* "Judge | locks up two": behind a noun that is one, with an ending. */
static bool is_third(const part *p, uint32_t who, uint32_t i) {
    const dl_window *w = p->w;
    bool person = w->upos[who] == DL_UPOS_ADJ && (who == p->first || w->deeds[who] & DL_DEED_PEOPLE); /* "general", "premier" */
    bool one = (dl_window_is_noun(w, who) && !is_plural(w, who)) || person || dl_window_among(w, who, "states nations");
    if (!(w->deeds[i] & DL_DEED_THIRD) || !one || dl_window_among(w, who, "police")) return false;
    if (w->xpos[i] == DL_XPOS_VBZ) return true; /* a verb already, with what belongs to it astray */
    uint32_t next = i + 1;
    if (next > p->last) return needs_no_object(w, i);
    if (dl_window_among(w, next, "this last next every each")) return false;
    if (w->upos[next] == DL_UPOS_PRON || w->upos[next] == DL_UPOS_DET || w->xpos[next] == DL_XPOS_PRP_POSS) return true;
    if (dl_window_among(w, next, "that never not")) return true;
    if (dl_window_among(w, next, "to") && w->deeds[i] & DL_DEED_CLAUSE && next < p->last && w->deeds[next + 1] & DL_DEED_BARE) return true;
    if (is_opener(w, next)) {
        bool noun = w->deeds[i] & (DL_DEED_NOUN | DL_DEED_PEOPLE);
        bool of_verb = dl_window_among(w, next, "up out off down away aside back over through for to behind"); /* unlike "raids | on" */
        return (w->deeds[i] & DL_DEED_OPENER && (!noun || of_verb)) || needs_no_object(w, i);
    }
    if (describes(p, next)) return w->deeds[who] & DL_DEED_PEOPLE || does(w, who, i);
    if (dl_window_is_finite(w, next)) return does(w, who, i) && w->xpos[next] == DL_XPOS_VBP;
    return begins_phrase(w, next) && (!(w->deeds[i] & DL_DEED_PEOPLE) || w->deeds[i] & DL_DEED_THING);
}

/* "Israel, Lebanon | trade fire", "police | clash with students": what two do with each other, though the word is a noun too. */
static bool is_mutual(const part *p, uint32_t who, uint32_t i) {
    const dl_window *w = p->w;
    bool opens = i < p->last && (begins_phrase(w, i + 1) || is_opener(w, i + 1)), listed = false;
    bool fights = dl_window_among(w, i, "clash battle fight spar skirmish");
    if (dl_window_among(w, who, "police")) return opens && fights;
    for (uint32_t k = p->first; k < who; k++) listed = listed || w->xpos[k] == DL_XPOS_COMMA;
    return listed && opens && (fights || dl_window_among(w, i, "trade swap exchange"));
}

/* "Spies | tap phones": behind those who are several, without one. */
static bool is_bare(const part *p, uint32_t who, uint32_t i) {
    const dl_window *w = p->w;
    bool police = dl_window_among(w, who, "police"), joined = false, of = false;
    for (uint32_t k = p->first; k < i; k++) {
        joined = joined || is_joint(w, k);
        of = of || w->upos[k] == DL_UPOS_ADP;
    }
    bool several = is_plural(w, who) && !is_modifier(w, who), noun = w->deeds[i] & DL_DEED_NOUN;
    bool crowd = of && is_plural(w, subject_of(p, i)); /* "Talks between Chad and Niger | end in failure" */
    if (!(w->deeds[i] & DL_DEED_BARE) || is_plural(w, i) || w->words[i].form == w->words[who].form) return false;
    if (w->xpos[i] == DL_XPOS_VBN || w->xpos[i] == DL_XPOS_VBD || dl_window_among(w, i, "out up off in over on")) return false;
    if (dl_window_among(w, who, "states nations") && w->deeds[i] & DL_DEED_PEOPLE) return false; /* "United States doctor" */
    bool two = joined && dl_window_is_noun(w, who) && !noun && !(w->deeds[i] & DL_DEED_PEOPLE);
    if (!several && !police && !crowd && !two) return false;
    if (w->xpos[i] == DL_XPOS_VBP && w->deprel[i] != DL_DEP_ROOT) return true;
    uint32_t next = i + 1;
    if (next > p->last) return several && !noun;
    if (is_opener(w, next)) return several || crowd || (w->deeds[i] & DL_DEED_OPENER && !noun) || dl_window_among(w, next, "not");
    return begins_phrase(w, next) || w->xpos[next] == DL_XPOS_VBG || dl_window_among(w, next, "that");
}

/* What a person is called by in front of his office or his name: "ousted leader Paz". */
static const char described_by[] =
    "ousted jailed detained exiled convicted deposed imprisoned wanted slain disgraced arrested impeached accused suspected freed captured kidnapped "
    "abducted sacked dismissed banned sanctioned toppled overthrown retired displaced stranded indicted condemned";

/* The person behind such a word, in one breath, where the word was read as what is done to him; or 0. */
static uint32_t described(const part *p, uint32_t word) {
    const dl_window *w = p->w;
    bool person = false;
    if (word < p->first + 2 || word >= p->last || !dl_window_among(w, word, described_by) || w->upos[word] != DL_UPOS_VERB) return 0;
    for (uint32_t i = word + 1; i <= p->last && (dl_window_is_noun(w, i) || w->upos[i] == DL_UPOS_ADJ); i++) {
        person = person || w->upos[i] == DL_UPOS_PROPN || w->deeds[i] & DL_DEED_PEOPLE;
        if (w->head[i] == word && w->deprel[i] == DL_DEP_OBJ) return person ? i : 0;
    }
    return 0;
}

/* Whether the word in front of what describes somebody is the verb, or may be one. */
static bool has_verb_before(const part *p, uint32_t word) {
    dl_window *w = p->w;
    uint32_t verb = word - 1, who = word - 2;
    if (w->head[word] == verb) return dl_window_is_finite(w, verb) && w->upos[verb] == DL_UPOS_VERB;
    uint8_t tag = w->xpos[word];
    w->xpos[word] = DL_XPOS_VBN; /* what the word in front is asked with */
    bool may = w->head[verb] == word && dl_window_is_subject(w, verb) && (is_third(p, who, verb) || is_bare(p, who, verb));
    w->xpos[word] = tag;
    return may;
}

/* "Court sentences | ousted leader to death", with the leader as whom the sentences ousted; "envoy meets | ousted leader", as whom he ousts by it: it
 * tells who the leader is. */
static void mend_description(const part *p, uint32_t word) {
    dl_window *w = p->w;
    uint32_t person = described(p, word), verb = word - 1;
    if (!person || !has_verb_before(p, word)) return;
    bool below = w->head[word] == verb;
    w->head[person] = below ? (uint16_t)verb : w->head[word];
    w->deprel[person] = below ? DL_DEP_OBJ : w->deprel[word];
    for (uint32_t i = p->first; i <= p->last; i++)
        if (w->head[i] == word && i != person) w->head[i] = (uint16_t)verb;
    if (!below) w->head[verb] = (uint16_t)person, w->deprel[verb] = DL_DEP_COMPOUND; /* a noun until the verb is looked for */
    w->xpos[word] = DL_XPOS_VBN;
    w->head[word] = (uint16_t)person;
    w->deprel[word] = DL_DEP_AMOD;
}

/* Where the verb of the part stands; 0 where it has one already, or none that can be told. */
static uint32_t find_verb(const part *p) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS);
    const dl_window *w = p->w;
    for (uint32_t i = p->first + 1; i <= p->last && in_subject(w, i - 1); i++) {
        uint32_t who = w->upos[i - 1] == DL_UPOS_ADV && i > p->first + 1 ? i - 2 : i - 1; /* "Guards | sexually assault" */
        bool nominal = dl_window_is_noun(w, who) || w->upos[who] == DL_UPOS_NUM || w->upos[who] == DL_UPOS_ADJ;
        bool found = dl_window_is_finite(w, i);
        if (found && w->upos[i] == DL_UPOS_VERB && nominal && is_mutual(p, who, i)) return i; /* "police, protesters | clash", said of the police */
        if (found && (w->upos[i] == DL_UPOS_AUX || dl_window_has(w, i, subjects))) return 0;
        if (nominal && (is_third(p, who, i) || is_bare(p, who, i) || is_mutual(p, who, i)) && !has_verb_behind(p, i)) return i;
        if (found) return 0;
    }
    return 0;
}

/* "Kenya, | Uganda sign": a comma or a joint that the words from here up to the next noun are behind; 0 where none is. */
static uint32_t joint_before(const part *p, uint32_t noun) {
    for (uint32_t i = noun; i-- > p->first;) {
        if (is_joint(p->w, i)) return i;
        if (dl_window_is_noun(p->w, i) && p->w->head[i] != noun) return 0;
    }
    return 0;
}

/* What stands in front of the verb hangs on its subject; what was hung beyond it comes back. */
static void gather_subject(const part *p, uint32_t subject, uint32_t verb) {
    dl_window *w = p->w;
    static const dl_relations opener = DL_REL(CASE);
    for (uint32_t i = p->first; i < verb; i++) {
        if (i == subject || (w->head[i] >= p->first && w->head[i] < verb)) continue;
        if (i + 1 == verb && w->upos[i] == DL_UPOS_ADV && i > subject) {
            w->head[i] = (uint16_t)verb, w->deprel[i] = DL_DEP_ADVMOD;
            continue;
        }
        uint32_t joint = i > subject && dl_window_is_noun(w, i) ? joint_before(p, i) : 0, noun = i + 1;
        if (joint) {
            uint32_t other = subject;
            for (uint32_t k = joint - 1; k > subject && !dl_window_is_noun(w, other = k);) k--;
            w->head[i] = (uint16_t)other, w->deprel[i] = DL_DEP_CONJ;
        } else if (w->upos[i] == DL_UPOS_ADP || w->upos[i] == DL_UPOS_CCONJ || w->upos[i] == DL_UPOS_PUNCT) {
            while (noun < verb && !dl_window_is_noun(w, noun)) noun++;
            while (noun + 1 < verb && dl_window_is_noun(w, noun + 1)) noun++;
            w->head[i] = (uint16_t)(noun < verb ? noun : subject);
        } else if (i > subject && dl_window_is_noun(w, i)) {
            bool last = i + 1 == verb || !dl_window_is_noun(w, i + 1);
            w->head[i] = (uint16_t)(last ? subject : verb - 1);
            w->deprel[i] = !last ? DL_DEP_COMPOUND : dl_window_has(w, i, opener) ? DL_DEP_NMOD : DL_DEP_APPOS;
        } else {
            w->head[i] = (uint16_t)(i < subject ? subject : verb - 1);
            if (i < subject && dl_window_is_noun(w, i)) w->deprel[i] = DL_DEP_COMPOUND;
        }
    }
    w->head[subject] = (uint16_t)verb;
    w->deprel[subject] = DL_DEP_NSUBJ;
    if (!dl_window_is_noun(w, subject) && w->upos[subject] != DL_UPOS_NUM) dl_window_make_noun(w, subject);
}

static unsigned relation_of(const dl_window *w, uint32_t i, bool has_object) {
    static const dl_relations opener = DL_REL(CASE), mark = DL_REL(MARK), clause = DL_REL(MARK) | DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS);
    bool nominal =
        dl_window_is_noun(w, i) || w->upos[i] == DL_UPOS_NUM || w->upos[i] == DL_UPOS_PRON || w->upos[i] == DL_UPOS_ADJ || w->xpos[i] == DL_XPOS_VBG;
    if (nominal && dl_window_has(w, i, opener)) return DL_DEP_OBL;
    if (w->upos[i] == DL_UPOS_VERB && w->xpos[i] == DL_XPOS_VB && dl_window_has(w, i, mark)) return DL_DEP_XCOMP;
    if (dl_window_is_finite(w, i)) return dl_window_has(w, i, clause) ? DL_DEP_CCOMP : DL_DEP_PARATAXIS;
    if (nominal && !dl_window_is_weekday(w, i)) return has_object ? DL_DEP_OBL_UNMARKED : DL_DEP_OBJ;
    return nominal ? DL_DEP_OBL_UNMARKED : w->upos[i] == DL_UPOS_ADV ? DL_DEP_ADVMOD : w->upos[i] == DL_UPOS_ADP ? DL_DEP_COMPOUND_PRT : w->deprel[i];
}

/* Of a word that hung on the verb: whether it did so as of a verb. */
static bool is_of_verb(unsigned deprel) {
    switch (dl_deprel_base((dl_deprel)deprel)) {
    case DL_DEP_OBJ:
    case DL_DEP_IOBJ:
    case DL_DEP_OBL:
    case DL_DEP_ADVMOD:
    case DL_DEP_XCOMP:
    case DL_DEP_CCOMP:
    case DL_DEP_ADVCL:
    case DL_DEP_PARATAXIS:
        return true;
    default:
        return deprel == DL_DEP_COMPOUND_PRT;
    }
}

/* What stands behind the verb and hung on it, on what stands in front or on what headed it all, is the verb's. */
static void gather_objects(const part *p, uint32_t verb, uint32_t root) {
    dl_window *w = p->w;
    bool has_object = false;
    for (uint32_t i = verb + 1; i <= p->last; i++) {
        bool top = i == root || w->head[i] <= verb || w->head[i] > p->last;
        if (!top) continue;
        bool was = w->head[i] == verb && i != root && is_of_verb(w->deprel[i]);
        w->head[i] = (uint16_t)verb;
        if (!was && w->upos[i] != DL_UPOS_PUNCT && w->deprel[i] != DL_DEP_CC && w->deprel[i] != DL_DEP_CASE)
            w->deprel[i] = (uint8_t)relation_of(w, i, has_object);
        has_object = has_object || w->deprel[i] == DL_DEP_OBJ;
    }
}

/* "Egypt brokers | deal between factions", "army blocks | aid deliveries", with a verb of its own behind the verb: it is a noun, or stands in front
 * of one. */
static void make_object(const part *p, uint32_t verb, uint32_t word) {
    dl_window *w = p->w;
    uint32_t noun = word + 1;
    dl_window_make_noun(w, word);
    bool before = noun <= p->last && dl_window_is_noun(w, noun) && w->head[noun] == word && dl_deprel_base(w->deprel[noun]) != DL_DEP_OBL;
    if (before) w->head[word] = (uint16_t)noun, w->deprel[word] = DL_DEP_COMPOUND;
    for (uint32_t i = word + 1; i <= p->last; i++) {
        if (w->head[i] != word) continue;
        if (dl_deprel_base(w->deprel[i]) == DL_DEP_OBL) w->deprel[i] = DL_DEP_NMOD;
        if (before && i != noun) w->head[i] = (uint16_t)noun;
    }
    if (before) word = noun;
    w->head[word] = (uint16_t)verb, w->deprel[word] = DL_DEP_OBJ;
}

/* The participle in front of the object hangs on it, and what hung on the participle on the verb. */
static void describe_object(const part *p, uint32_t verb, uint32_t participle) {
    dl_window *w = p->w;
    uint32_t noun = 0;
    for (uint32_t i = participle + 1; i <= p->last && !noun; i++)
        if (w->head[i] == participle && w->deprel[i] == DL_DEP_OBJ) noun = i;
    if (!noun) return;
    for (uint32_t i = participle + 1; i <= p->last; i++)
        if (w->head[i] == participle) w->head[i] = (uint16_t)verb;
    w->xpos[participle] = DL_XPOS_VBN;
    w->head[verb] = w->head[participle];
    w->deprel[verb] = w->deprel[participle];
    w->head[participle] = (uint16_t)noun;
    w->deprel[participle] = DL_DEP_AMOD;
    for (uint32_t i = p->first; i < verb; i++)
        if (w->head[i] == participle) w->head[i] = (uint16_t)verb;
}

static void make_verb(const part *p, uint32_t verb) {
    dl_window *w = p->w;
    if (verb < p->last && describes(p, verb + 1)) describe_object(p, verb, verb + 1);
    uint32_t root = verb, subject = subject_of(p, verb);
    for (uint32_t steps = 0; steps < w->count && w->head[root] >= p->first && w->head[root] <= p->last; steps++) root = w->head[root];
    uint16_t head = w->head[root];
    uint8_t deprel = w->deprel[root];
    if (!p->opener && head > p->last &&
        !w->head[head]) { /* "Chad, Niger | trade fire as envoy visits Paris", with Paris above all: what tells first */
        w->head[head] = (uint16_t)verb;
        w->deprel[head] = DL_DEP_PARATAXIS;
        head = 0;
        deprel = DL_DEP_ROOT;
    }
    w->upos[verb] = DL_UPOS_VERB;
    if (!dl_window_is_finite(w, verb))
        w->xpos[verb] = w->deeds[verb] & DL_DEED_THIRD && !(w->deeds[verb] & DL_DEED_BARE && is_plural(w, verb - 1)) ? DL_XPOS_VBZ : DL_XPOS_VBP;
    gather_subject(p, subject, verb);
    gather_objects(p, verb, root);
    w->head[verb] = head;
    w->deprel[verb] = deprel;
    if (p->opener && head) { /* "as | bus hits bridge", as a phrase */
        w->deprel[verb] = DL_DEP_ADVCL;
        w->upos[p->opener] = DL_UPOS_SCONJ;
        w->head[p->opener] = (uint16_t)verb;
        w->deprel[p->opener] = DL_DEP_MARK;
    }
    if (verb < p->last && w->xpos[verb + 1] == DL_XPOS_VBP) make_object(p, verb, verb + 1);
    for (uint32_t i = 1; i <= w->count; i++) /* other parts that hung on the words of this one */
        if ((i < p->first || i > p->last) && w->head[i] == root) w->head[i] = (uint16_t)verb;
}

/* "Denies food | to camp", with what to camp as an infinitive; "threatens | to close paper", with a close paper: what "to" opens behind the verb. */
static void mend_infinitive(const part *p, uint32_t verb, uint32_t to) {
    static const dl_relations mark = DL_REL(MARK);
    dl_window *w = p->w;
    uint32_t word = to + 1, noun = word + 1;
    if (word > p->last || !dl_window_among(w, to, "to")) return;
    bool behind = to == verb + 1 || (w->head[to - 1] == verb && w->deprel[to - 1] == DL_DEP_OBJ); /* "persuades gunmen | to free nuns" */
    bool wants = behind && w->deeds[verb] & DL_DEED_CLAUSE && w->deeds[word] & DL_DEED_BARE && !is_plural(w, word);
    bool verbal = w->upos[word] == DL_UPOS_VERB;
    if (wants && !verbal && noun <= p->last && begins_phrase(w, noun) && (w->head[word] > word || w->head[word] == verb)) {
        uint32_t object = w->head[word];
        if (object != verb) w->head[object] = (uint16_t)word, w->deprel[object] = DL_DEP_OBJ;
        dl_window_make_infinitive(w, to, word, verb);
        return;
    }
    bool opener = w->head[to] == word && w->deprel[to] == DL_DEP_MARK && w->head[word] <= to && dl_window_has(w, word, mark);
    bool bare = w->upos[word] != DL_UPOS_VERB || (!(w->deeds[word] & DL_DEED_BARE) && w->xpos[word] == DL_XPOS_VB && word == p->last);
    bool last = word == p->last || !begins_phrase(w, noun);
    bool fixed = to == verb + 1 && verbal && last && w->deeds[verb] & DL_DEED_OPENER && !(w->deeds[verb] & DL_DEED_CLAUSE); /* "bows | to pressure" */
    if (!opener || !(bare || fixed)) return;
    if (verbal) dl_window_make_noun(w, word);
    w->upos[to] = DL_UPOS_ADP;
    w->xpos[to] = DL_XPOS_IN;
    w->deprel[to] = DL_DEP_CASE;
    w->deprel[word] = w->upos[w->head[word]] == DL_UPOS_VERB ? DL_DEP_OBL : DL_DEP_NMOD;
}

/* "Defy | general", "celebrate | ruling by court", with an adjective or a gerund as the object: nouns. */
static void mend_noun(const part *p, uint32_t word) {
    static const dl_relations of_others = DL_REL(OBJ) | DL_REL(ADVMOD) | DL_REL(COP) | DL_REL(CCOMP) | DL_REL(XCOMP) | DL_REL(NSUBJ);
    dl_window *w = p->w;
    unsigned deprel = w->deprel[word];
    bool argument = deprel == DL_DEP_OBJ || deprel == DL_DEP_OBL || deprel == DL_DEP_NSUBJ || deprel == DL_DEP_NMOD || deprel == DL_DEP_NMOD_POSS;
    bool adjective = w->upos[word] == DL_UPOS_ADJ && argument;
    bool behind = w->head[word] + 1u == word && w->upos[w->head[word]] == DL_UPOS_VERB;
    bool gerund = w->xpos[word] == DL_XPOS_VBG && behind && (deprel == DL_DEP_XCOMP || deprel == DL_DEP_OBJ || deprel == DL_DEP_ACL);
    bool person = w->upos[word] == DL_UPOS_ADJ && behind && w->deeds[word] & DL_DEED_PEOPLE &&
                  !dl_window_among(w, word, "dead wounded"); /* "lampoons | premier as clown" */
    if ((!adjective && !gerund && !person) || dl_window_has(w, word, of_others) || (word < p->last && begins_phrase(w, word + 1))) return;
    dl_window_make_noun(w, word);
    if (gerund || person) w->deprel[word] = DL_DEP_OBJ;
    for (uint32_t i = word + 1; gerund && i <= p->last; i++)
        if (w->head[i] == word && w->deprel[i] == DL_DEP_OBL) w->deprel[i] = DL_DEP_NMOD;
}

/* "Implicates | colonel", "stifles | dissent", with the noun as how, or as what something becomes: without an article, too, it is the object. */
static void mend_object(const part *p, uint32_t verb) {
    static const dl_relations own = DL_REL(OBJ) | DL_REL(COP), of_clauses = DL_REL(CASE) | DL_REL(MARK) | DL_REL(COP) | DL_REL(NSUBJ) | DL_REL(AUX);
    dl_window *w = p->w;
    if (dl_window_among(w, verb, "becomes become remains remain turns turn") || dl_window_has(w, verb, own)) return;
    for (uint32_t i = verb + 1; i <= p->last; i++) {
        if (w->head[i] != verb) continue;
        unsigned deprel = w->deprel[i];
        bool verbal = w->xpos[i] == DL_XPOS_VBP || w->xpos[i] == DL_XPOS_VB;
        bool lost = deprel == DL_DEP_XCOMP || deprel == DL_DEP_ADVMOD || deprel == DL_DEP_OBL_UNMARKED || deprel == DL_DEP_NMOD_UNMARKED ||
                    (deprel == DL_DEP_OBL && w->deprel[verb + 1] == DL_DEP_COMPOUND_PRT) || deprel == DL_DEP_CONJ || deprel == DL_DEP_LIST;
        uint32_t first = dl_window_first_of(w, i);
        bool right = first == verb + 1 || (first == verb + 2 && w->deprel[verb + 1] == DL_DEP_COMPOUND_PRT);
        if (lost && right && (dl_window_is_noun(w, i) || verbal) && !dl_window_has(w, i, of_clauses) && !dl_window_is_weekday(w, i)) {
            if (verbal) dl_window_make_noun(w, i);
            w->deprel[i] = DL_DEP_OBJ;
        }
        return;
    }
}

/* "Singles | out miners", "caves | in to demands", with "out" as of the miners: the particle of a verb that has one. */
static void mend_particle(const part *p, uint32_t verb) {
    dl_window *w = p->w;
    uint32_t way = verb + 1, next = way + 1, noun = w->head[way];
    if (next > p->last || !(w->deeds[verb] & DL_DEED_OPENER) || !dl_window_among(w, way, "up out off down away aside back over in")) return;
    bool hung = noun > way && (w->deprel[way] == DL_DEP_AMOD || w->deprel[way] == DL_DEP_COMPOUND || w->deprel[way] == DL_DEP_ADVMOD ||
                               (w->deprel[way] == DL_DEP_CASE && w->upos[next] == DL_UPOS_ADP));
    bool adverb = noun == verb && w->deprel[way] == DL_DEP_ADVMOD;
    if (!hung && !adverb) return;
    w->upos[way] = DL_UPOS_ADP;
    w->xpos[way] = DL_XPOS_RP;
    w->head[way] = (uint16_t)verb;
    w->deprel[way] = DL_DEP_COMPOUND_PRT;
}

/* "| Junta closes station", as a name: at the beginning a capital says nothing. */
static void mend_first(const part *p) {
    dl_window *w = p->w;
    uint32_t i = p->first;
    bool small =
        w->cased[i] == DL_CASE_LOWER || w->cased[i] == DL_CASE_MOSTLY_LOWER || (w->deeds[i] & DL_DEED_PEOPLE && w->cased[i] <= DL_CASE_MIXED);
    bool name = dl_window_hints(w, i, DL_HINT_COUNTRY) || dl_window_hints(w, i, DL_HINT_PLACE) || dl_window_hints(w, i, DL_HINT_BODY);
    bool joined = i < p->last && w->upos[i + 1] == DL_UPOS_PROPN; /* "President Kim" */
    if (w->xpos[i] == DL_XPOS_NNP && small && !name && !joined) dl_window_make_noun(w, i);
}

/* "China | to impose sanctions", with the infinitive said of China: it is what China will do. */
static void raise_infinitive(const part *p, uint32_t verb) {
    static const dl_relations subject = DL_REL(NSUBJ), mark = DL_REL(MARK);
    dl_window *w = p->w;
    uint32_t noun = w->head[verb], to = verb - 1;
    bool hung = w->xpos[verb] == DL_XPOS_VB && dl_deprel_base(w->deprel[verb]) == DL_DEP_ACL && noun && noun < to && w->xpos[to] == DL_XPOS_TO;
    bool somebody = w->upos[noun] == DL_UPOS_PROPN || w->deeds[noun] & DL_DEED_PEOPLE; /* unlike "efforts | to end war" */
    if (!hung || !somebody || w->head[noun] || noun < p->first || noun + 1 != to || dl_window_has(w, verb, subject) || !dl_window_has(w, verb, mark))
        return;
    w->head[verb] = w->head[noun];
    w->deprel[verb] = w->deprel[noun];
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_NSUBJ;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == noun && (i > verb || i < p->first)) w->head[i] = (uint16_t)verb;
}

/* "Gangs free prisoners, | kill officers", with officers of that kind as whom they free too: behind the comma a verb goes on with the first, of its
 * form and with an object of its own. */
static void go_on(const part *p, uint32_t verb) {
    static const dl_relations object = DL_REL(OBJ), mark = DL_REL(CASE) | DL_REL(DET) | DL_REL(NMOD_POSS);
    dl_window *w = p->w;
    bool third = w->xpos[verb] == DL_XPOS_VBZ;
    for (uint32_t i = verb + 2; i + 1 <= p->last; i++) {
        uint32_t noun = i + 1;
        if (w->xpos[i - 1] != DL_XPOS_COMMA || !(w->deeds[i] & (third ? DL_DEED_THIRD : DL_DEED_BARE)) || w->deeds[i] & DL_DEED_PEOPLE) continue;
        while (noun <= p->last && (w->upos[noun] == DL_UPOS_NUM || w->upos[noun] == DL_UPOS_ADJ || dl_window_is_noun(w, noun))) noun++;
        noun--;
        bool right =
            noun > i && dl_window_is_noun(w, noun) && (w->deeds[noun] & DL_DEED_PEOPLE || w->upos[i + 1] == DL_UPOS_NUM || is_plural(w, noun));
        bool below = w->head[i] == noun || (w->head[noun] == i && w->upos[i] == DL_UPOS_VERB);
        if (!right || !below || !dl_window_has(w, verb, object) || dl_window_has(w, noun, mark) || has_verb_behind(p, i)) continue;
        w->upos[i] = DL_UPOS_VERB;
        w->xpos[i] = third ? DL_XPOS_VBZ : DL_XPOS_VBP;
        w->head[i] = (uint16_t)verb;
        w->deprel[i] = DL_DEP_CONJ;
        w->head[i - 1] = (uint16_t)i;
        w->head[noun] = (uint16_t)i;
        w->deprel[noun] = DL_DEP_OBJ;
        return;
    }
}

/* The colon behind the first words of a headline; 0 where there is none. */
static uint32_t topic_end(const dl_window *w) {
    for (uint32_t i = 2; i < w->count && i < 7; i++)
        if (w->xpos[i] == DL_XPOS_COLON) return i;
    return 0;
}

/* "Kenya | protests: two freed", with Kenya as who protests: what stands right before the colon, and tells as a noun, too, is the topic. */
static void name_topic(dl_window *w) {
    uint32_t topic = topic_end(w) - 1;
    bool bare = topic > 1 && topic < w->count && w->xpos[topic] == DL_XPOS_VBZ && w->deeds[topic] & DL_DEED_NOUN;
    for (uint32_t i = 1; bare && i < topic; i++) bare = w->head[i] == topic && dl_window_is_noun(w, i);
    if (!bare) return;
    w->upos[topic] = DL_UPOS_NOUN;
    w->xpos[topic] = DL_XPOS_NNS;
    for (uint32_t i = 1; i < topic; i++) w->deprel[i] = DL_DEP_COMPOUND;
}

/* "Kenya: | two freed, marchers call for talks", with Kenya as who calls too: a topic in front of a colon does nothing where somebody else does. */
static void part_topic(dl_window *w) {
    uint32_t colon = topic_end(w);
    for (uint32_t topic = 1; topic < colon; topic++) {
        uint32_t verb = w->head[topic], others = 0;
        if (verb < colon || !dl_window_is_subject(w, topic)) continue;
        for (uint32_t i = colon + 1; i < verb; i++) others += w->head[i] == verb && dl_window_is_subject(w, i);
        if (others) w->deprel[topic] = DL_DEP_DISLOCATED;
    }
}

/* Whether a part tells something by itself: a verb stands in it behind its subject. */
static bool is_clause(const part *p) {
    const dl_window *w = p->w;
    if (p->last <= p->first) return false;
    bool nominal = dl_window_is_nominal(w, p->first);
    for (uint32_t i = p->first + 1; i <= p->last && in_subject(w, i - 1); i++) {
        if (dl_window_is_finite(w, i)) return nominal;
        nominal = nominal || dl_window_is_nominal(w, i);
    }
    return find_verb(p);
}

/* "Court jails editor, | frees two reporters": the same does something else. */
static bool goes_on(const part *p) {
    const dl_window *w = p->w;
    uint32_t verb = p->first;
    if (p->last <= verb || !begins_phrase(w, verb + 1)) return false;
    bool no_noun = !(w->deeds[verb] & (DL_DEED_NOUN | DL_DEED_PEOPLE));
    bool bare = w->xpos[verb] == DL_XPOS_VB || w->xpos[verb] == DL_XPOS_VBP; /* "rebels free soldiers and | seize town" */
    return w->xpos[verb] == DL_XPOS_VBZ || (bare && w->deeds[verb] & DL_DEED_BARE && no_noun) ||
           (is_plural(w, verb) && w->deeds[verb] & DL_DEED_THIRD && no_noun);
}

/* "Israel halts aid | and Hamas returns two bodies", with the aid and Hamas as who returns them: a comma or "and" between two clauses. `end`: behind
 * what the word stands in. */
static bool parts_clauses(const part *p, uint32_t joint, uint32_t end) {
    if (!is_joint(p->w, joint) || joint <= p->first || joint + 1 >= end) return false;
    part left = {.w = p->w, .first = p->first, .last = joint - 1}, right = {.w = p->w, .first = joint + 1, .last = end - 1};
    for (uint32_t i = joint + 1; i < end; i++)
        if (p->w->xpos[i] == DL_XPOS_COMMA) return false; /* a list, or an aside */
    if (!is_clause(&left)) return false;
    if (is_clause(&right)) return true;
    for (uint32_t i = left.first; i < joint; i++) /* "vow to arrest rebels and | seize arms" */
        if ((p->w->xpos[i] == DL_XPOS_TO || p->w->xpos[i] == DL_XPOS_MD) && p->w->xpos[joint + 1] != DL_XPOS_VBZ) return false;
    return goes_on(&right);
}

static uint32_t verb_in(const part *p) {
    for (uint32_t i = p->first + !p->joint; i <= p->last; i++)
        if (dl_window_is_finite(p->w, i) && p->w->upos[i] == DL_UPOS_VERB) return i;
    return 0;
}

/* The clause behind a joint is beside the one in front. */
static void join_clause(const part *p, uint32_t front) {
    dl_window *w = p->w;
    bool same = goes_on(p), comma = w->upos[p->joint] == DL_UPOS_PUNCT && !same;
    if (same) w->upos[p->first] = DL_UPOS_VERB, w->xpos[p->first] = is_plural(w, p->first) ? DL_XPOS_VBZ : w->xpos[p->first];
    if (same && w->xpos[p->first] == DL_XPOS_VB) w->xpos[p->first] = DL_XPOS_VBP;
    uint32_t verb = verb_in(p);
    if (!verb || !front) return;
    if (w->head[verb] && (w->head[verb] < p->first || w->head[verb] > p->last)) {
        w->head[verb] = (uint16_t)front;
        w->deprel[verb] = comma ? DL_DEP_PARATAXIS : DL_DEP_CONJ;
    }
    w->head[p->joint] = (uint16_t)verb;
    w->deprel[p->joint] = w->upos[p->joint] == DL_UPOS_PUNCT ? DL_DEP_PUNCT : DL_DEP_CC;
}

/* The verb of a clause that stands beside another, where it hangs on that, or that one's words on it. */
static uint32_t entangled_verb(const part *p) {
    const dl_window *w = p->w;
    uint32_t verb = p->beside ? verb_in(p) : 0;
    for (uint32_t i = verb + 1; verb && i <= p->last; i++)
        if (w->head[i] > p->last || w->head[i] < p->first) return verb;
    return 0;
}

static void read_part(const part *p) {
    dl_window *w = p->w;
    if (!p->opener) mend_first(p);
    for (uint32_t i = p->first + 2; i < p->last; i++) mend_description(p, i);
    uint32_t verb = find_verb(p);
    if (!verb) verb = entangled_verb(p);
    if (verb) make_verb(p, verb);
    for (uint32_t i = p->first; i <= p->last; i++) {
        if (dl_window_is_finite(w, i) && w->upos[i] == DL_UPOS_VERB) {
            verb = i;
            mend_particle(p, i);
            mend_object(p, i);
        }
        if (verb && i > verb) mend_infinitive(p, verb, i);
        mend_noun(p, i);
        if (i > p->first + 1) raise_infinitive(p, i);
    }
    for (uint32_t i = p->first + 1; i <= p->last; i++)
        if (dl_window_is_finite(w, i) && w->upos[i] == DL_UPOS_VERB && w->deprel[i] != DL_DEP_CONJ) go_on(p, i);
}

static bool opens_part(const dl_window *w, uint32_t i, uint32_t first) {
    return i > w->count || w->xpos[i] == DL_XPOS_COLON || (i > first && dl_window_among(w, i, "as while after before until"));
}

/* Whether a new clause begins behind a word of this part. */
static bool ends_clause(const part *p, uint32_t joint) {
    uint32_t end = joint + 1;
    if (!is_joint(p->w, joint)) return false;
    while (!opens_part(p->w, end, p->first)) end++;
    return parts_clauses(p, joint, end);
}

void dl_repair_headline_verbs(dl_window *w) {
    if (!w->headline) return;
    part_topic(w);
    part p = {.w = w, .first = 1};
    uint32_t front = 0; /* the verb of the clause in front */
    for (uint32_t i = 1; i <= w->count + 1; i++) {
        bool opens = opens_part(w, i, p.first), joint = !opens && ends_clause(&p, i);
        if (!opens && !joint) continue;
        p.last = i - 1;
        p.beside = joint || p.joint;
        if (p.last > p.first) {
            read_part(&p);
            if (p.joint) join_clause(&p, front);
            front = verb_in(&p);
        }
        bool opener = opens && i <= w->count && w->xpos[i] != DL_XPOS_COLON;
        p = (part){.w = w, .first = i + 1, .opener = opener ? i : 0, .joint = joint ? i : 0};
    }
    name_topic(w);
}
