#include "lang/repair.h"

#include "doc/ud.h"
#include "lang/hints.h"

static bool is_nominal(unsigned upos) {
    return upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_PRON || upos == DL_UPOS_NUM;
}

static bool is_clause(unsigned deprel) {
    return deprel == DL_DEP_ROOT || deprel == DL_DEP_CCOMP || deprel == DL_DEP_PARATAXIS;
}

static bool has_object_behind(const dl_window *w, uint32_t verb) {
    for (uint32_t i = verb + 1; i <= w->count; i++)
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_OBJ && is_nominal(w->upos[i])) return true;
    return false;
}

bool dl_window_is_active(const dl_window *w, uint32_t verb) {
    if (dl_window_among(w, verb, "voted marched protested pleaded objected vowed clashed rallied gathered resigned arrived fled died")) return true;
    if (dl_window_among(w, verb, "bolted defected converged trekked mutinied revolted rebelled swarmed rampaged vanished erupted walked"))
        return true;
    if (dl_window_among(w, verb, "refused threatened promised agreed")) return true;
    if (dl_window_among(w, verb, "crossed advanced retreated") && verb < w->count && dl_window_among(w, verb + 1, "into on towards toward to from"))
        return true; /* "troops | crossed into Chad": where to, and not what was crossed */
    if (!dl_window_among(w, verb, "called appealed pressed pushed")) return false;
    for (uint32_t i = verb + 1; i <= w->count; i++) {
        bool opener = w->deprel[i] == DL_DEP_CASE && w->deprel[w->head[i]] == DL_DEP_OBL && w->head[w->head[i]] == verb;
        if (opener && dl_window_among(w, i, "for on to upon")) return true;
    }
    return false;
}

/* "The council and the government | called for an inquiry", "A bomb hidden in a car | killed two": the noun that heads those before the verb. */
static uint32_t top_before(const dl_window *w, uint32_t noun) {
    for (uint32_t steps = 0; steps < 4 && !is_clause(w->deprel[noun]); steps++) {
        uint32_t above = w->head[noun];
        if (!above || above > noun || (w->upos[above] == DL_UPOS_VERB && w->deprel[above] != DL_DEP_ACL)) return noun;
        noun = above;
    }
    return noun;
}

/* "The kidnappers, an offshoot of the rebels, | are asking for money", as if said of them: with an auxiliary, or as a present with an ending, and
 * without a word that opens a clause said of a noun, a verb is no participle. */
static bool is_finite(const dl_window *w, uint32_t verb) {
    static const dl_relations auxiliary = DL_REL(AUX) | DL_REL(AUX_PASS);
    if (w->upos[verb] != DL_UPOS_VERB) return false;
    if (w->xpos[verb] == DL_XPOS_VBZ || w->xpos[verb] == DL_XPOS_VBP) return true;
    if (!dl_window_has(w, verb, auxiliary)) return false;
    for (uint32_t i = 1; i < verb; i++)
        if (w->head[i] == verb && w->upos[i] == DL_UPOS_AUX && w->xpos[i] != DL_XPOS_VBG && w->xpos[i] != DL_XPOS_VB) return true;
    return false;
}

static bool is_misread(const dl_window *w, uint32_t verb) {
    /* With one of these the noun is a predicate itself, or the verb a passive. */
    static const dl_relations of_predicates = DL_REL(COP) | DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(CSUBJ) | DL_REL(EXPL);
    static const dl_relations of_passives = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(MARK) | DL_REL(NSUBJ) | DL_REL(OBL_AGENT) | DL_REL(IOBJ);
    static const dl_relations of_clauses = DL_REL(MARK) | DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS);
    uint32_t noun = top_before(w, w->head[verb]);
    bool finite = w->deprel[verb] == DL_DEP_ACL && is_finite(w, verb);
    if (w->deprel[verb] != DL_DEP_ACL || (w->xpos[verb] != DL_XPOS_VBN && w->xpos[verb] != DL_XPOS_VBD && !finite)) return false;
    if (!noun || noun > verb || !is_nominal(w->upos[noun]) || !is_clause(w->deprel[noun])) return false;
    uint32_t before = noun ? dl_window_first_of(w, noun) - 1 : 0;
    if (finite) /* "22 - Number of hours prisoners were held" tells nothing of the number */
        return w->upos[noun] != DL_UPOS_NUM && (!before || w->xpos[before] == DL_XPOS_COMMA) && !dl_window_has(w, noun, of_predicates) &&
               !dl_window_has(w, verb, of_clauses);
    return (has_object_behind(w, verb) || dl_window_is_active(w, verb)) && !dl_window_has(w, noun, of_predicates) &&
           !dl_window_has(w, verb, of_passives);
}

static bool belongs_to_clause(const dl_window *w, uint32_t word, uint32_t verb) {
    if (word > verb) return true;
    unsigned deprel = w->deprel[word];
    return deprel == DL_DEP_MARK || deprel == DL_DEP_CC || deprel == DL_DEP_PUNCT || deprel == DL_DEP_OBL || deprel == DL_DEP_DISCOURSE ||
           deprel == DL_DEP_ADVCL;
}

/* Makes a verb the predicate of the noun of which it was said. */
static void raise_verb(dl_window *w, uint32_t verb, uint32_t noun) {
    static const dl_relations passive = DL_REL(AUX_PASS);
    w->head[verb] = w->head[noun];
    w->deprel[verb] = w->deprel[noun];
    if (!is_finite(w, verb)) w->xpos[verb] = DL_XPOS_VBD;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == noun && i != verb && belongs_to_clause(w, i, verb)) w->head[i] = (uint16_t)verb;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = dl_window_has(w, verb, passive) ? DL_DEP_NSUBJ_PASS : DL_DEP_NSUBJ;
}

/* "Strikes on the city | of Odesa left ten dead", with Odesa as who left them: such a word opens no clause with tense. It belongs to the noun behind
 * it, and the verb is told of the first noun. */
static void close_phrase(dl_window *w, uint32_t verb) {
    static const dl_relations predicate = DL_REL(COP) | DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS);
    uint32_t opener = 0, noun = 0, top = top_before(w, w->head[verb]);
    if (w->deprel[verb] != DL_DEP_ACL || w->xpos[verb] != DL_XPOS_VBD || top >= verb || !is_clause(w->deprel[top])) return;
    for (uint32_t i = top + 1; i < verb; i++) {
        if (w->head[i] != verb) continue;
        if (w->deprel[i] == DL_DEP_MARK && dl_window_among(w, i, "of in on at near from with against")) opener = i;
        if (opener && !noun && dl_window_is_subject(w, i)) noun = i;
    }
    uint32_t before = opener - 1;
    if (!noun || dl_window_first_of(w, noun) != opener + 1 || !is_nominal(w->upos[before]) || !is_nominal(w->upos[top])) return;
    if (dl_window_has(w, top, predicate)) return;
    w->head[opener] = (uint16_t)noun;
    w->deprel[opener] = DL_DEP_CASE;
    w->head[noun] = (uint16_t)before;
    w->deprel[noun] = DL_DEP_NMOD;
    raise_verb(w, verb, top);
}

static void make_predicate(dl_window *w, uint32_t verb) {
    if (is_misread(w, verb)) raise_verb(w, verb, top_before(w, w->head[verb]));
}

/* "Poland supplied tanks" read as supplied tanks: what modifies a noun has no subject of its own. */
static bool is_buried(const dl_window *w, uint32_t verb) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS);
    uint32_t noun = w->head[verb];
    if (w->upos[verb] != DL_UPOS_VERB || (w->deprel[verb] != DL_DEP_AMOD && w->deprel[verb] != DL_DEP_COMPOUND)) return false;
    return noun > verb && is_nominal(w->upos[noun]) && is_clause(w->deprel[noun]) && dl_window_has(w, verb, subjects);
}

static void dig_out(dl_window *w, uint32_t verb) {
    if (!is_buried(w, verb)) return;
    uint32_t noun = w->head[verb];
    w->head[verb] = w->head[noun];
    w->deprel[verb] = w->deprel[noun];
    for (uint32_t i = 1; i <= w->count; i++) {
        bool of_clause = i < verb || w->deprel[i] == DL_DEP_PUNCT || w->deprel[i] == DL_DEP_OBL || w->deprel[i] == DL_DEP_ADVMOD;
        if (w->head[i] == noun && of_clause) w->head[i] = (uint16_t)verb;
    }
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_OBJ;
}

/* "The opposition | called for the minister to be dismissed", with the opposition as who is dismissed: an infinitive has no subject, and is called
 * for. */
static void raise_call(dl_window *w, uint32_t verb) {
    uint32_t noun = w->head[verb], asked = w->head[noun];
    bool subject = w->deprel[noun] == DL_DEP_NSUBJ || w->deprel[noun] == DL_DEP_NSUBJ_PASS, infinitive = false;
    if (w->deprel[verb] != DL_DEP_ACL || !subject || !is_clause(w->deprel[asked]) || asked < verb || !dl_window_is_active(w, verb)) return;
    for (uint32_t i = verb; i < asked; i++) infinitive = infinitive || (w->head[i] == asked && w->xpos[i] == DL_XPOS_TO);
    if (!infinitive) return;
    w->xpos[verb] = DL_XPOS_VBD;
    w->head[verb] = w->head[asked];
    w->deprel[verb] = w->deprel[asked];
    w->head[noun] = w->head[asked] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_NSUBJ;
    w->deprel[asked] = DL_DEP_ADVCL;
}

/* A verb with a direct object and without an auxiliary of the passive is active: so is its subject. Without any auxiliary it is a past, and no
 * participle: "the US | lifted sanctions". */
static void make_active(dl_window *w, uint32_t verb) {
    static const dl_relations auxiliary = DL_REL(AUX_PASS), any = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(COP);
    if (w->xpos[verb] != DL_XPOS_VBN && w->xpos[verb] != DL_XPOS_VBD) return;
    if (!has_object_behind(w, verb) || dl_window_has(w, verb, auxiliary)) return;
    for (uint32_t i = 1; i < verb; i++) {
        if (w->head[i] != verb || (w->deprel[i] != DL_DEP_NSUBJ_PASS && w->deprel[i] != DL_DEP_NSUBJ)) continue;
        bool past = w->deprel[i] == DL_DEP_NSUBJ_PASS || (is_clause(w->deprel[verb]) && !dl_window_has(w, verb, any));
        w->deprel[i] = DL_DEP_NSUBJ;
        if (past && w->xpos[verb] == DL_XPOS_VBN) w->xpos[verb] = DL_XPOS_VBD;
    }
}

/* "Thirty died in attacks | by rebels", with the rebels as who died them: a verb that is no passive has no agent. */
static void make_circumstance(dl_window *w, uint32_t noun) {
    static const dl_relations passive = DL_REL(AUX_PASS) | DL_REL(NSUBJ_PASS), subject = DL_REL(NSUBJ);
    uint32_t verb = w->head[noun];
    if (w->deprel[noun] != DL_DEP_OBL_AGENT || w->xpos[verb] != DL_XPOS_VBD || !dl_window_has(w, verb, subject)) return;
    if (!dl_window_has(w, verb, passive)) w->deprel[noun] = DL_DEP_OBL;
}

/* "Fighting raged": no auxiliary is a full verb; a gerund so read in front of a verb without a subject is its subject, and the verb no passive. */
static void make_subject(dl_window *w, uint32_t gerund) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), auxiliary = DL_REL(AUX) | DL_REL(AUX_PASS);
    uint32_t verb = w->head[gerund];
    bool read_so = w->deprel[gerund] == DL_DEP_AUX || w->deprel[gerund] == DL_DEP_AUX_PASS;
    bool misread = read_so && (w->xpos[gerund] == DL_XPOS_VBG || w->xpos[gerund] == DL_XPOS_NN) && w->upos[verb] == DL_UPOS_VERB;
    if (!misread || verb < gerund || dl_window_has(w, verb, subjects) || dl_window_among(w, gerund, "being having getting going")) return;
    w->deprel[gerund] = DL_DEP_NSUBJ;
    dl_window_make_noun(w, gerund);
    if (w->xpos[verb] == DL_XPOS_VBN && !dl_window_has(w, verb, auxiliary)) w->xpos[verb] = DL_XPOS_VBD;
}

/* "Soldiers beat protesters": of verbs whose past looks like their present, reports tell the past. */
static void make_past(dl_window *w, uint32_t verb) {
    if (w->xpos[verb] != DL_XPOS_VBP || w->upos[verb] != DL_UPOS_VERB) return;
    if (dl_window_among(w, verb, "beat hit cut put set shut hurt split spread burst")) w->xpos[verb] = DL_XPOS_VBD;
}

static const dl_rule participles_rules[] = {
    {make_subject, .relations = DL_REL(AUX) | DL_REL(AUX_PASS), .tags = DL_TAG(VBG) | DL_TAG(NN)},
    {make_circumstance, .relations = DL_REL(OBL_AGENT)},
    {make_past, .tags = DL_TAG(VBP), .classes = DL_CLASS(VERB), .words = {"beat hit cut put set shut hurt split spread burst"}},
    {close_phrase, .relations = DL_REL(ACL), .tags = DL_TAG(VBD)},
    {make_predicate, .relations = DL_REL(ACL)},
    {dig_out, .relations = DL_REL(AMOD) | DL_REL(COMPOUND), .classes = DL_CLASS(VERB)},
    {raise_call, .relations = DL_REL(ACL)},
    {make_active, .tags = DL_TAG(VBN) | DL_TAG(VBD)},
};
const dl_rules dl_rules_of_participles = {DL_RULES_OF(participles_rules)};

/* "called | off the strike": behind the particle of a verb without object a noun with no preposition is the object. */
static bool is_lost_object(const dl_window *w, uint32_t noun) {
    static const dl_relations objects = DL_REL(OBJ) | DL_REL(CCOMP) | DL_REL(XCOMP) | DL_REL(AUX_PASS);
    uint32_t verb = w->head[noun], particle = verb + 1;
    if (w->deprel[noun] != DL_DEP_OBL || !is_nominal(w->upos[noun]) || noun <= particle || w->upos[verb] != DL_UPOS_VERB) return false;
    if (w->head[particle] != verb || w->deprel[particle] != DL_DEP_COMPOUND_PRT || dl_window_has(w, verb, objects)) return false;
    for (uint32_t i = particle + 1; i < noun; i++)
        if (w->head[i] == verb) return false;
    return !dl_window_has_preposition(w, noun);
}

/* "reopened | the Rafah crossing": what an article or a noun belongs to is a noun, not what someone does. */
static bool is_lost_noun(const dl_window *w, uint32_t gerund) {
    static const dl_relations of_nouns = DL_REL(COMPOUND) | DL_REL(DET);
    return w->xpos[gerund] == DL_XPOS_VBG && w->deprel[gerund] == DL_DEP_XCOMP && dl_window_has(w, gerund, of_nouns);
}

/* "reopened the Rafah | crossing to let aid in", with Rafah as what was reopened: behind an article and a name, without an object, it is what bears
 * the name. */
static void raise_noun_behind(dl_window *w, uint32_t gerund) {
    static const dl_relations article = DL_REL(DET), own = DL_REL(OBJ) | DL_REL(MARK) | DL_REL(AUX);
    uint32_t name = gerund - 1, verb = w->head[gerund];
    bool behind = w->xpos[gerund] == DL_XPOS_VBG && w->deprel[gerund] == DL_DEP_XCOMP && gerund > 2 && w->upos[name] == DL_UPOS_PROPN;
    if (!behind || w->deprel[name] != DL_DEP_OBJ || w->head[name] != verb || !dl_window_has(w, name, article) || dl_window_has(w, gerund, own))
        return;
    for (uint32_t i = 1; i <= w->count; i++) {
        if (w->head[i] == gerund && i > gerund) w->head[i] = (uint16_t)verb;
        if (w->head[i] == name) w->head[i] = (uint16_t)gerund;
    }
    w->head[name] = (uint16_t)gerund;
    w->deprel[name] = DL_DEP_COMPOUND;
    w->deprel[gerund] = DL_DEP_OBJ;
    dl_window_make_noun(w, gerund);
}

/* "Claims | that he had beaten a boy", with "that" as what was beaten: beside another object it opens the clause. */
static void make_mark(dl_window *w, uint32_t that) {
    uint32_t verb = w->head[that];
    if (w->xpos[that] != DL_XPOS_WDT || w->deprel[that] != DL_DEP_OBJ || !dl_window_among(w, that, "that") || verb < that) return;
    static const char said[] =
        "accusations accusation allegations allegation claims claim reports report charges charge fears rumours rumors suspicions";
    if (w->deprel[verb] != DL_DEP_ACL_RELCL || !has_object_behind(w, verb) || !dl_window_among(w, w->head[verb], said)) return;
    w->xpos[that] = DL_XPOS_IN;
    w->upos[that] = DL_UPOS_SCONJ;
    w->deprel[that] = DL_DEP_MARK;
    w->deprel[verb] = DL_DEP_ACL;
}

/* "Helped free | the hostages", with the hostages as who was helped: behind a bare infinitive they are its object. */
static void pass_object(dl_window *w, uint32_t noun) {
    static const dl_relations own = DL_REL(OBJ) | DL_REL(MARK) | DL_REL(COMPOUND_PRT);
    uint32_t verb = w->head[noun], inner = verb + 1;
    bool behind = w->deprel[noun] == DL_DEP_OBJ && noun > inner && verb && w->head[inner] == verb && w->deprel[inner] == DL_DEP_XCOMP;
    if (behind && w->xpos[inner] == DL_XPOS_VB && !dl_window_has(w, inner, own)) w->head[noun] = (uint16_t)inner;
}

/* "Led, according to the paper, | the largest march", with the march hung on the paper: behind an inserted source stands the verb's object. */
static void pass_source(dl_window *w, uint32_t noun) {
    static const dl_relations own = DL_REL(OBJ) | DL_REL(CCOMP) | DL_REL(XCOMP) | DL_REL(AUX_PASS);
    uint32_t source = w->head[noun], verb = w->head[source], according = 0;
    bool hung = w->deprel[noun] == DL_DEP_NMOD_UNMARKED && source < noun && w->deprel[source] == DL_DEP_OBL && w->upos[verb] == DL_UPOS_VERB;
    if (!hung || dl_window_has_preposition(w, noun) || dl_window_has(w, verb, own)) return;
    for (uint32_t i = verb + 1; i < source; i++)
        if (w->head[i] == source && w->deprel[i] == DL_DEP_CASE && dl_window_among(w, i, "according")) according = i;
    if (!according || w->xpos[according - 1] != DL_XPOS_COMMA || w->xpos[source + 1] != DL_XPOS_COMMA) return;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_OBJ;
    if (w->xpos[noun] == DL_XPOS_NNP && w->words[noun].plain) dl_window_make_noun(w, noun);
}

/* "Freed 26 prisoners | ahead of talks", with the prisoners as how far ahead: what stands bare behind a verb that lacks an object is its object. */
static void part_ahead(dl_window *w, uint32_t ahead) {
    static const dl_relations object = DL_REL(OBJ) | DL_REL(CCOMP) | DL_REL(XCOMP);
    uint32_t noun = ahead - 1, verb = w->head[ahead];
    bool behind = ahead > 2 && w->head[noun] == ahead && dl_deprel_base(w->deprel[noun]) == DL_DEP_OBL && is_nominal(w->upos[noun]);
    if (!behind || !dl_window_among(w, ahead, "ahead") || w->upos[verb] != DL_UPOS_VERB || verb > noun) return;
    if (dl_window_has(w, verb, object) || dl_window_has_preposition(w, noun) || dl_window_among(w, noun, "day days week weeks hours months years"))
        return;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_OBJ;
}

/* "Sentenced to death | 36 men", with "to death 36 men" as one phrase: a number stands in front of what it counts, so the phrase ends before it. */
static void part_counted(dl_window *w, uint32_t number) {
    static const dl_relations object = DL_REL(OBJ);
    uint32_t first = number - 1, many = w->head[first], verb = w->head[many], opener = 0;
    bool joined = w->upos[number] == DL_UPOS_NUM && w->deprel[number] == DL_DEP_FLAT && w->head[number] == first && w->upos[first] == DL_UPOS_NOUN;
    if (!joined || w->deprel[first] != DL_DEP_COMPOUND || many < number || w->xpos[many] != DL_XPOS_NNS || w->deprel[many] != DL_DEP_OBL) return;
    for (uint32_t i = 1; i < first; i++)
        if (w->head[i] == many && w->deprel[i] == DL_DEP_CASE) opener = i;
    if (!opener || w->upos[verb] != DL_UPOS_VERB || dl_window_has(w, verb, object)) return;
    w->head[opener] = (uint16_t)first;
    w->head[first] = (uint16_t)verb;
    w->deprel[first] = DL_DEP_OBL;
    w->head[number] = (uint16_t)many;
    w->deprel[number] = DL_DEP_NUMMOD;
    w->deprel[many] = DL_DEP_OBJ;
}

/* "Shot the guard | eight times", with the guard as what kind of times: behind a noun a number of times is how often. */
static void part_times(dl_window *w, uint32_t times) {
    static const dl_relations object = DL_REL(OBJ);
    uint32_t number = times - 1, noun = times - 2, verb = w->head[times];
    bool often = times > 3 && w->upos[number] == DL_UPOS_NUM && dl_window_among(w, times, "times");
    bool modifies = often && (w->deprel[noun] == DL_DEP_COMPOUND || (w->deprel[noun] == DL_DEP_AMOD && w->upos[noun] == DL_UPOS_NOUN));
    if (!modifies || w->head[noun] != times || w->upos[verb] != DL_UPOS_VERB || verb > noun) return;
    if (dl_window_has(w, verb, object) && w->deprel[times] != DL_DEP_OBJ) return;
    for (uint32_t i = verb + 1; i < noun; i++)
        if (w->head[i] == times) w->head[i] = (uint16_t)noun;
    w->head[number] = (uint16_t)times;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_OBJ;
    if (w->deprel[times] == DL_DEP_OBJ) w->deprel[times] = DL_DEP_OBL;
}

/* "A suit filed in Newark | by the state", with the state as the object of "by": a preposition has none, and opens the phrase of its noun. */
static void open_phrase(dl_window *w, uint32_t noun) {
    uint32_t opener = w->head[noun], above = w->head[opener];
    if (w->deprel[noun] != DL_DEP_OBJ || w->upos[opener] != DL_UPOS_ADP || opener > noun || !above) return;
    w->head[noun] = (uint16_t)above;
    w->deprel[noun] = w->upos[above] == DL_UPOS_VERB ? DL_DEP_OBL : DL_DEP_NMOD;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == opener) w->head[i] = (uint16_t)noun;
    w->head[opener] = (uint16_t)noun;
    w->deprel[opener] = DL_DEP_CASE;
}

static void make_object(dl_window *w, uint32_t noun) {
    if (is_lost_object(w, noun)) w->deprel[noun] = DL_DEP_OBJ;
}

static void make_noun(dl_window *w, uint32_t gerund) {
    if (!is_lost_noun(w, gerund)) return;
    w->deprel[gerund] = DL_DEP_OBJ;
    dl_window_make_noun(w, gerund);
}

/* "Carried | out airstrikes in Goma", with "out" as what kind of airstrikes: right behind the verb it is of the verb, and they are its object. */
static void part_particle(dl_window *w, uint32_t particle) {
    uint32_t noun = w->head[particle], verb = particle - 1;
    bool within = w->deprel[particle] == DL_DEP_COMPOUND || w->deprel[particle] == DL_DEP_NUMMOD;
    bool inner = within && dl_window_among(w, particle, "out off up down") && particle > 1 && noun > particle;
    if (!inner || w->upos[verb] != DL_UPOS_VERB || w->head[noun] != verb || w->deprel[noun] != DL_DEP_OBJ) return;
    w->head[particle] = (uint16_t)verb;
    w->deprel[particle] = DL_DEP_COMPOUND_PRT;
    w->xpos[particle] = DL_XPOS_RP;
}

/* "Clashes broke out overnight | between rebels and the army", with them as what was overnight: they are the sides of what broke out. */
static void raise_sides(dl_window *w, uint32_t between) {
    uint32_t side = w->head[between], adverb = w->head[side], verb = w->head[adverb];
    bool low = w->deprel[between] == DL_DEP_CASE && dl_window_among(w, between, "between") && side > between && adverb + 1 == between && verb;
    if (!low || w->upos[adverb] != DL_UPOS_ADV || w->deprel[adverb] != DL_DEP_ADVMOD || w->upos[verb] != DL_UPOS_VERB) return;
    w->head[side] = (uint16_t)verb;
    w->deprel[side] = DL_DEP_OBL;
}

/* "Freed | 27 captured soldiers", with 27 who captured them: a number in front of what describes a noun counts the noun. */
static void count_described(dl_window *w, uint32_t number) {
    uint32_t participle = w->head[number], noun = w->head[participle];
    bool subject = w->upos[number] == DL_UPOS_NUM && dl_window_is_subject(w, number) && participle == number + 1 && noun == participle + 1;
    if (!subject || w->deprel[participle] != DL_DEP_AMOD || !dl_window_is_nominal(w, noun)) return;
    w->head[number] = (uint16_t)noun;
    w->deprel[number] = DL_DEP_NUMMOD;
}

static const dl_rule objects_rules[] = {
    {raise_sides, .relations = DL_REL(CASE), .words = {"between"}},
    {count_described, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), .classes = DL_CLASS(NUM)},
    {part_particle, .relations = DL_REL(COMPOUND) | DL_REL(NUMMOD), .words = {"out off up down"}},
    {open_phrase, .relations = DL_REL(OBJ)},
    {make_mark, .relations = DL_REL(OBJ), .tags = DL_TAG(WDT), .words = {"that"}},
    {pass_object, .relations = DL_REL(OBJ)},
    {pass_source, .relations = DL_REL(NMOD_UNMARKED)},
    {part_ahead, .words = {"ahead"}},
    {part_counted, .relations = DL_REL(FLAT), .classes = DL_CLASS(NUM)},
    {part_times, .words = {"times"}},
    {raise_noun_behind, .relations = DL_REL(XCOMP), .tags = DL_TAG(VBG)},
    {make_object, .relations = DL_REL(OBL), .classes = DL_CLASS(NOUN) | DL_CLASS(PROPN) | DL_CLASS(PRON) | DL_CLASS(NUM)},
    {make_noun, .relations = DL_REL(XCOMP), .tags = DL_TAG(VBG)},
};
const dl_rules dl_rules_of_objects = {DL_RULES_OF(objects_rules)};

static bool is_nation(const dl_window *w, uint32_t word) {
    return w->hints[word] >> DL_HINT_DEMONYM & 1 && !w->words[word].plain;
}

static bool is_noun(const dl_window *w, uint32_t word) {
    return word <= w->count && w->upos[word] == DL_UPOS_NOUN;
}

/* A headline's comma for "and" behind a nation: "Thai, | Cambodian troops". */
static bool is_listed(const dl_window *w, uint32_t nation) {
    return w->headline && nation + 2 <= w->count && is_nation(w, nation) && w->xpos[nation + 1] == DL_XPOS_COMMA && is_nation(w, nation + 2);
}

/* The noun that the nation at `word` stands before, other nations ("Kenyan and Ugandan officials") and adjectives passed over; or 0. */
static uint32_t noun_behind(const dl_window *w, uint32_t word) {
    for (uint32_t i = word + 1; i <= w->count && i <= word + 5; i++) {
        if (is_noun(w, i)) return i;
        bool joint = w->upos[i] == DL_UPOS_CCONJ || is_listed(w, i - 1);
        if (!is_nation(w, i) && !joint && w->upos[i] != DL_UPOS_ADJ) return 0;
    }
    return 0;
}

/* "Thai, | Cambodian troops clash", with Thais who clash with troops: both nations are those of the troops. */
static void join_listed(dl_window *w, uint32_t nation, uint32_t noun) {
    uint32_t second = nation + 2;
    if (!noun || noun <= second || !is_listed(w, nation)) return;
    if (w->head[nation] != noun && (w->head[nation] != w->head[noun] || nation > w->head[noun])) return;
    w->head[nation] = (uint16_t)noun;
    w->head[second] = (uint16_t)nation;
    w->head[nation + 1] = (uint16_t)second;
    w->deprel[nation] = DL_DEP_AMOD;
    w->deprel[second] = DL_DEP_CONJ;
    w->upos[nation] = w->upos[second] = DL_UPOS_ADJ;
    w->xpos[nation] = w->xpos[second] = DL_XPOS_JJ;
}

static void make_adjective(dl_window *w, uint32_t word) {
    w->upos[word] = DL_UPOS_ADJ;
    w->xpos[word] = DL_XPOS_JJ;
    if (w->deprel[word] == DL_DEP_COMPOUND) w->deprel[word] = DL_DEP_AMOD;
}

/* The noun was read as joined to the first nation: it takes the nation's place, and the second nation is what was joined. */
static void raise_noun(dl_window *w, uint32_t nation, uint32_t noun) {
    w->head[noun] = w->head[nation];
    w->deprel[noun] = w->deprel[nation];
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == nation) w->head[i] = (uint16_t)noun;
    w->head[nation] = (uint16_t)noun;
    w->deprel[nation] = DL_DEP_AMOD;
    for (uint32_t i = nation + 1; i < noun; i++) {
        bool other = is_nation(w, i) && w->head[i] == noun;
        if (!other) continue;
        w->head[i] = (uint16_t)nation;
        w->deprel[i] = DL_DEP_CONJ;
        if (w->upos[i - 1] == DL_UPOS_CCONJ && w->head[i - 1] == noun) w->head[i - 1] = (uint16_t)i;
    }
}

/* "Kenyan and Ugandan troops | clashed", with both the first nation and the troops as subjects. */
static bool same_argument(const dl_window *w, uint32_t nation, uint32_t noun) {
    bool argument = w->deprel[nation] == DL_DEP_NSUBJ || w->deprel[nation] == DL_DEP_OBJ || w->deprel[nation] == DL_DEP_OBL;
    return argument && w->head[nation] == w->head[noun] && w->deprel[nation] == w->deprel[noun] && w->upos[nation + 1] == DL_UPOS_CCONJ;
}

void dl_repair_nations(dl_window *w) {
    for (uint32_t i = 1; i <= w->count; i++) {
        uint32_t noun = is_nation(w, i) ? noun_behind(w, i) : 0;
        if (!is_nation(w, i)) continue;
        for (uint32_t k = 1; k < i; k++) /* "the ousted Cambodian prime minister": who is ousted is he */
            if (noun && w->head[k] == i && w->head[i] > i && w->deprel[k] == DL_DEP_AMOD && w->xpos[k] == DL_XPOS_VBN) w->head[k] = w->head[i];
        bool joined = noun && w->head[noun] == i && w->deprel[noun] == DL_DEP_CONJ;
        if (noun && (joined || same_argument(w, i, noun))) raise_noun(w, i, noun);
        join_listed(w, i, noun);
        bool country = w->hints[i] >> DL_HINT_COUNTRY & 1;                                     /* "U.S. President" */
        bool office = w->head[i] > i && w->deprel[w->head[i]] == DL_DEP_NMOD_DESC && !country; /* "Kenyan Interior Minister Joseph Kamau" */
        bool before_head =
            w->head[i] > i && ((noun && is_noun(w, w->head[i])) || office) && (w->deprel[i] == DL_DEP_COMPOUND || w->deprel[i] == DL_DEP_AMOD);
        if (w->upos[i] == DL_UPOS_PROPN && (before_head || (w->deprel[i] == DL_DEP_CONJ && is_nation(w, w->head[i])))) make_adjective(w, i);
    }
}

/* The word that "more" stands before in "more than a hundred men", read as more [of something] than men; or 0. *number: what it says more of. */
static uint32_t compared(const dl_window *w, uint32_t more, uint32_t *number) {
    uint32_t than = more + 1, noun = than <= w->count ? w->head[than] : 0;
    if ((w->xpos[more] != DL_XPOS_JJR && w->xpos[more] != DL_XPOS_RBR) || noun <= than || w->head[noun] != more) return 0;
    if (w->upos[than] != DL_UPOS_ADP || w->deprel[than] != DL_DEP_CASE || w->upos[noun] != DL_UPOS_NOUN) return 0;
    for (*number = noun - 1; *number > than && !(w->head[*number] == noun && w->deprel[*number] == DL_DEP_NUMMOD);) --*number;
    return *number > than ? noun : 0;
}

/* "Held | up to five rallies", with "held up" as what was done: in front of a number "up to" says that it is the most. */
static void bound_number(dl_window *w, uint32_t up) {
    static const dl_relations object = DL_REL(OBJ);
    uint32_t to = up + 1, number = up + 2, noun = number <= w->count ? w->head[number] : 0, verb = w->head[up];
    bool most = noun > number && w->deprel[number] == DL_DEP_NUMMOD && w->head[to] == noun && w->deprel[to] == DL_DEP_CASE && w->head[noun] == verb;
    if (!most || w->upos[verb] != DL_UPOS_VERB || !dl_window_among(w, up, "up") || !dl_window_among(w, to, "to")) return;
    if (w->deprel[noun] != DL_DEP_OBL || dl_window_has(w, verb, object)) return;
    w->deprel[noun] = DL_DEP_OBJ;
    w->head[up] = (uint16_t)number;
    w->deprel[up] = DL_DEP_ADVMOD;
    w->head[to] = (uint16_t)up;
    w->deprel[to] = DL_DEP_FIXED;
}

/* "They held | more than a hundred men", with more of something than men: "more than" goes with the number. */
static void compare_number(dl_window *w, uint32_t more) {
    uint32_t number = 0, noun = compared(w, more, &number);
    if (!noun) return;
    w->head[noun] = w->head[more];
    w->deprel[noun] = w->deprel[more] == DL_DEP_XCOMP ? DL_DEP_OBJ : w->deprel[more];
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == more) w->head[i] = (uint16_t)noun;
    w->head[more] = (uint16_t)number;
    w->deprel[more] = DL_DEP_ADVMOD;
    w->head[more + 1] = (uint16_t)more;
    w->deprel[more + 1] = DL_DEP_FIXED;
}

static const char spans[] = "war conflict year century decade month week";

/* "Its largest attack of the war | on Ukraine", with a war on Ukraine: of what is the largest of a war, a year or a conflict, the phrase behind tells
 * whom it was on. */
static void aim_largest(dl_window *w, uint32_t span) {
    uint32_t deed = w->head[span], opener = span + 1;
    bool of = deed && deed < span && w->deprel[span] == DL_DEP_NMOD && w->xpos[deed] == DL_XPOS_NN, largest = false;
    for (uint32_t i = 1; of && i < deed && !largest; i++)
        largest = w->head[i] == deed && w->deprel[i] == DL_DEP_AMOD && (w->xpos[i] == DL_XPOS_JJS || dl_window_among(w, i, "first worst last"));
    if (!dl_window_among(w, span, spans) || !largest || opener >= w->count || !dl_window_among(w, opener, "on against")) return;
    uint32_t target = w->head[opener];
    if (w->deprel[opener] == DL_DEP_CASE && w->head[target] == span && w->deprel[target] == DL_DEP_NMOD) w->head[target] = (uint16_t)deed;
}

static const dl_rule comparatives_rules[] = {
    {aim_largest, .words = {spans}},
    {bound_number, .words = {"up"}},
    {compare_number, .tags = DL_TAG(JJR) | DL_TAG(RBR)},
};
const dl_rules dl_rules_of_comparatives = {DL_RULES_OF(comparatives_rules), .skipped_behind = 1};
