/* Verbs that go on with another verb: which one, and whose subject they share. */
#include "doc/ud.h"
#include "lang/repair.h"

/* "Lopez urged them to stay and | spoke with Kim": a finite verb goes on with a finite verb, not with the infinitive that stands between. */
static bool is_on_infinitive(const dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(COP) | DL_REL(NSUBJ_PASS), to = DL_REL(MARK);
    static const dl_relations auxiliary = DL_REL(AUX);
    uint32_t infinitive = w->head[verb], above = w->head[infinitive];
    bool finite = w->xpos[verb] == DL_XPOS_VBD || w->xpos[verb] == DL_XPOS_VBZ;
    if (!finite || w->deprel[verb] != DL_DEP_CONJ || w->xpos[infinitive] != DL_XPOS_VB || !above || above > infinitive) return false;
    bool alike = w->xpos[above] == w->xpos[verb] || (w->xpos[above] == DL_XPOS_VB && dl_window_has(w, above, auxiliary)); /* "did not want" */
    return alike && dl_window_has(w, infinitive, to) && !dl_window_has(w, verb, own);
}

/* "The raid, | reportedly led by a major, killed ten", with the raid as what was led: the subject in front of both commas is the finite verb's. */
static void return_subject(dl_window *w, uint32_t participle) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(EXPL);
    static const dl_relations passive = DL_REL(AUX_PASS) | DL_REL(AUX);
    uint32_t verb = w->head[participle], subject = 0, commas = 0;
    if (w->deprel[participle] != DL_DEP_ADVCL || w->xpos[participle] != DL_XPOS_VBN || verb < participle || dl_window_has(w, verb, subjects)) return;
    if (w->xpos[verb] != DL_XPOS_VBD || dl_window_has(w, participle, passive)) return;
    for (uint32_t i = 1; i < participle; i++) {
        if (w->head[i] == participle && dl_window_is_subject(w, i)) subject = i, commas = 0;
        commas += w->xpos[i] == DL_XPOS_COMMA;
    }
    if (!subject || !commas) return;
    w->head[subject] = (uint16_t)verb;
    w->deprel[subject] = DL_DEP_NSUBJ;
    w->head[participle] = (uint16_t)subject;
    w->deprel[participle] = DL_DEP_ACL;
}

/* "Hungary licensed the design, then | agreed to build it", with the first verb as a clause below the second: both are Hungary's. */
static void join_verbs(dl_window *w, uint32_t first) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), mark = DL_REL(MARK);
    uint32_t second = w->head[first];
    bool both = w->xpos[first] == DL_XPOS_VBD && w->xpos[second] == DL_XPOS_VBD && w->upos[second] == DL_UPOS_VERB;
    if (!both || w->deprel[first] != DL_DEP_ADVCL || second < first || dl_window_has(w, first, mark)) return;
    if (!dl_window_has(w, first, subjects) || dl_window_has(w, second, subjects | DL_REL(EXPL))) return;
    w->head[first] = w->head[second];
    w->deprel[first] = w->deprel[second];
    w->head[second] = (uint16_t)first;
    w->deprel[second] = DL_DEP_CONJ;
}

/* "Iran charged people believed to have been involved and | demanded help", with the demand as theirs who are charged: what is said of a noun is no
 * finite clause, so a finite verb with words of its own goes on with the finite verb in front. */
static void leave_clause(dl_window *w, uint32_t verb) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(OBL_AGENT);
    static const dl_relations own = DL_REL(OBJ) | DL_REL(XCOMP) | DL_REL(CCOMP) | DL_REL(ADVCL);
    uint32_t above = w->head[verb];
    bool said_of_noun = false;
    if (w->deprel[verb] != DL_DEP_CONJ || w->xpos[verb] != DL_XPOS_VBD || dl_window_has(w, verb, subjects) || !dl_window_has(w, verb, own)) return;
    for (uint32_t steps = 0; above && above < verb && steps < 6 && w->xpos[above] != DL_XPOS_VBD; above = w->head[above], steps++) {
        if (w->upos[above] == DL_UPOS_VERB && w->xpos[above] != DL_XPOS_VBN && w->xpos[above] != DL_XPOS_VB) return;
        said_of_noun = said_of_noun || w->deprel[above] == DL_DEP_ACL;
    }
    if (above && above < verb && said_of_noun && w->xpos[above] == DL_XPOS_VBD && w->upos[above] == DL_UPOS_VERB) w->head[verb] = (uint16_t)above;
}

/* "killed a woman | named Anna and injured others": with an object of its own the second verb is the killer's, not what she was named. */
static void leave_participle(dl_window *w, uint32_t verb) {
    static const dl_relations passive = DL_REL(AUX_PASS) | DL_REL(AUX) | DL_REL(NSUBJ) | DL_REL(OBL_AGENT), object = DL_REL(OBJ);
    uint32_t participle = w->head[verb], noun = w->head[participle], above = w->head[noun];
    bool on_participle = w->deprel[verb] == DL_DEP_CONJ && w->xpos[verb] == DL_XPOS_VBN && w->deprel[participle] == DL_DEP_ACL;
    if (!on_participle || w->xpos[participle] != DL_XPOS_VBN || w->deprel[noun] != DL_DEP_OBJ || w->xpos[above] != DL_XPOS_VBD) return;
    if (above > noun || !dl_window_has(w, verb, object) || dl_window_has(w, verb, passive) || dl_window_has(w, participle, object)) return;
    w->head[verb] = (uint16_t)above;
    w->xpos[verb] = DL_XPOS_VBD;
}

/* "agreed with the army | after Turkey began an offensive", with "after Turkey" as a phrase: in front of a finite verb that has no subject it opens
 * the clause, and the noun is the subject. */
static void open_clause(dl_window *w, uint32_t verb) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(CSUBJ) | DL_REL(EXPL) | DL_REL(MARK) | DL_REL(AUX);
    bool present = w->xpos[verb] == DL_XPOS_VBZ || w->xpos[verb] == DL_XPOS_VBP;
    static const dl_relations object = DL_REL(OBJ);
    bool past = w->xpos[verb] == DL_XPOS_VBD || (w->xpos[verb] == DL_XPOS_VBN && dl_window_has(w, verb, object));
    bool finite = w->upos[verb] == DL_UPOS_VERB && (present || past);
    uint32_t noun = verb - 1, opener = 0;
    if (!finite || w->deprel[verb] != DL_DEP_ADVCL || verb < 3 || dl_window_has(w, verb, subjects)) return;
    while (noun > 1 && w->head[noun] < noun && w->deprel[noun] == DL_DEP_FLAT) noun = w->head[noun];
    if (!dl_window_is_nominal(w, noun) || (w->deprel[noun] != DL_DEP_NMOD && dl_deprel_base(w->deprel[noun]) != DL_DEP_OBL)) return;
    for (uint32_t i = 1; i < noun; i++)
        if (w->head[i] == noun && w->deprel[i] == DL_DEP_CASE && dl_window_among(w, i, "after before since until as while because when")) opener = i;
    if (!opener) return;
    if (w->xpos[verb] == DL_XPOS_VBN) w->xpos[verb] = DL_XPOS_VBD;
    w->head[noun] = w->head[opener] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_NSUBJ;
    w->deprel[opener] = DL_DEP_MARK;
}

/* "Attacked stations and | set posts alight", with the setting as one more thing attacked: what has an object of its own behind "and" goes on with
 * the verb in front of the noun. */
static void leave_object(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(MARK) | DL_REL(DET) | DL_REL(CASE);
    static const dl_relations object = DL_REL(OBJ);
    uint32_t noun = w->head[verb], above = w->head[noun];
    bool row = dl_window_is_past(w, verb) && w->deprel[verb] == DL_DEP_CONJ && noun < verb && w->deprel[noun] == DL_DEP_OBJ && above && above < noun;
    if (!row || !dl_window_is_noun(w, noun) || w->xpos[above] != DL_XPOS_VBD || w->deprel[verb - 1] != DL_DEP_CC) return;
    if (dl_window_has(w, verb, own) || !dl_window_has(w, verb, object)) return;
    w->head[verb] = (uint16_t)above;
    w->xpos[verb] = DL_XPOS_VBD;
}

static const char speaking[] =
    "promised pledged vowed offered announced demanded urged condemned denied praised thanked accused criticised criticized "
    "blamed denounced ordered welcomed threatened";

/* "Thanked voters and | promised dialogue", "imposed curbs, and Norway | threatened tariffs", with the dialogue as a promised one that was thanked:
 * what one says behind "and" goes on with what one did before it, or is said by the name between. */
static void say_also(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(ADVMOD) | DL_REL(AUX_PASS), article = DL_REL(DET);
    uint32_t said = w->head[verb], thing = said > verb ? w->head[said] : 0, above = w->head[thing], who = verb - 1;
    bool tagged = (w->xpos[verb] == DL_XPOS_VBN || w->xpos[verb] == DL_XPOS_VBD) && dl_window_among(w, verb, speaking);
    if (!tagged || w->deprel[verb] != DL_DEP_AMOD || !thing || thing >= who || w->deprel[said] != DL_DEP_CONJ) return;
    bool named = w->upos[who] == DL_UPOS_PROPN && w->head[who] == said && w->deprel[who] == DL_DEP_COMPOUND;
    uint32_t cc = named ? who - 1 : who;
    if (w->deprel[cc] != DL_DEP_CC || w->deprel[thing] != DL_DEP_OBJ || above > thing || w->xpos[above] != DL_XPOS_VBD) return;
    if (dl_window_has(w, verb, own) || dl_window_has(w, said, article)) return;
    w->upos[verb] = DL_UPOS_VERB;
    w->xpos[verb] = DL_XPOS_VBD;
    w->head[verb] = (uint16_t)above;
    w->deprel[verb] = DL_DEP_CONJ;
    w->head[cc] = w->head[said] = (uint16_t)verb;
    w->deprel[said] = DL_DEP_OBJ;
    if (named) dl_window_make_subject(w, who, verb);
}

/* "Planned to kill him, film it and then | use the film": a bare infinitive goes on with the last one that has "to", not with a finite verb. */
static void leave_finite(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(AUX) | DL_REL(MARK) | DL_REL(EXPL), to = DL_REL(MARK);
    uint32_t finite = w->head[verb];
    bool bare = w->xpos[verb] == DL_XPOS_VB && w->deprel[verb] == DL_DEP_CONJ && w->xpos[finite] == DL_XPOS_VBD && finite < verb;
    if (!bare || dl_window_has(w, verb, own)) return;
    for (uint32_t i = finite + 1; i < verb; i++)
        if (w->head[i] == verb && dl_window_among(w, i, "but now")) return; /* "had to do with that, but | forget it" */
    for (uint32_t i = verb; i-- > finite + 1;) {
        if (w->xpos[i] != DL_XPOS_VB || w->deprel[i] != DL_DEP_XCOMP || !dl_window_has(w, i, to)) continue;
        w->head[verb] = (uint16_t)i;
        return;
    }
}

/* "Left after Silva, | a socialist, backed him", with the backing beside the leaving: behind the comma that closes what is said of a name the finite
 * verb is the name's, and the preposition opens its clause. */
static void open_described(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(CSUBJ) | DL_REL(EXPL) | DL_REL(MARK) | DL_REL(AUX) | DL_REL(CC);
    static const dl_relations described = DL_REL(APPOS) | DL_REL(ACL_RELCL) | DL_REL(ACL);
    bool on_verb = w->deprel[verb] == DL_DEP_CONJ || w->deprel[verb] == DL_DEP_ADVCL || w->deprel[verb] == DL_DEP_PARATAXIS;
    if (!on_verb || w->xpos[verb] != DL_XPOS_VBD || verb < 3 || w->xpos[verb - 1] != DL_XPOS_COMMA || dl_window_has(w, verb, own)) return;
    for (uint32_t i = 2; i < verb; i++) {
        uint32_t name = w->deprel[i] == DL_DEP_CASE && dl_window_among(w, i, "after before since until once") ? w->head[i] : 0;
        bool phrase = name > i && dl_deprel_base(w->deprel[name]) == DL_DEP_OBL && w->head[name] == w->head[verb] && dl_window_is_nominal(w, name);
        if (!phrase || !dl_window_has(w, name, described)) continue;
        w->deprel[i] = DL_DEP_MARK;
        w->head[i] = w->head[name] = (uint16_t)verb;
        w->deprel[name] = DL_DEP_NSUBJ;
        w->deprel[verb] = DL_DEP_ADVCL;
        return;
    }
}

/* The verb behind the comma that closes a clause on `verb`, without a subject of its own: what goes on is not what "whose" began. */
static uint32_t behind_clause(const dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(MARK) | DL_REL(AUX);
    for (uint32_t i = verb + 1; i <= w->count; i++) {
        bool past = w->xpos[i] == DL_XPOS_VBD || w->xpos[i] == DL_XPOS_VBN;
        bool closed = w->xpos[i - 1] == DL_XPOS_COMMA && (w->deprel[i] == DL_DEP_CONJ || (w->deprel[i] == DL_DEP_ADVCL && past));
        bool finite = closed || (w->deprel[i] == DL_DEP_XCOMP && w->xpos[i] == DL_XPOS_VBD); /* which no complement without a subject is */
        if (w->head[i] == verb && finite && !dl_window_has(w, i, own)) return i;
    }
    return 0;
}

/* "The general whose troops killed | villagers was promoted", with the villagers as who was promoted: behind the verb stands its object, and what is
 * told is told of the general. Returns the verb that tells it, or 0. */
static uint32_t past_object(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(OBJ) | DL_REL(XCOMP);
    for (uint32_t i = verb + 1; i <= w->count; i++) {
        uint32_t told = w->head[i];
        bool lost = dl_window_is_subject(w, i) && told > i && w->head[told] == verb && w->deprel[told] == DL_DEP_CCOMP;
        if (!lost || dl_window_first_of(w, i) != verb + 1 || dl_window_has(w, verb, own)) continue;
        w->head[i] = (uint16_t)verb;
        w->deprel[i] = DL_DEP_OBJ;
        return told;
    }
    return 0;
}

/* "The speaker, | whose son was kidnapped, appealed for help", with the kidnapping as what is told: what stands behind "whose" is said of the
 * speaker, and the verb behind the second comma is his. */
static void close_relative(dl_window *w, uint32_t whose) {
    uint32_t second = w->head[whose], verb = w->head[second], first = 0, main = 0;
    if (w->xpos[whose] != DL_XPOS_WP_POSS || w->deprel[whose] != DL_DEP_NMOD_POSS || verb < second) return;
    for (uint32_t i = 1; i < whose; i++) {
        bool noun = (dl_window_is_nominal(w, i) || w->upos[i] == DL_UPOS_ADJ) && w->head[i] == verb; /* "general" */
        if (noun && (dl_window_is_subject(w, i) || w->deprel[i] == DL_DEP_OBL_UNMARKED)) first = i;
    }
    main = behind_clause(w, verb);
    if (first && !main && w->xpos[whose - 1] != DL_XPOS_COMMA) main = past_object(w, verb);
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(EXPL);
    uint32_t above = w->head[verb];
    if (first && !main && w->deprel[verb] == DL_DEP_ADVCL && above > verb &&
        !dl_window_has(w, above, subjects)) { /* "has appealed" is above it already */
        w->head[verb] = (uint16_t)first;
        w->deprel[verb] = DL_DEP_ACL_RELCL;
        w->head[first] = (uint16_t)above;
        w->deprel[first] = DL_DEP_NSUBJ;
        return;
    }
    if (!first || !main) return;
    w->head[main] = w->head[verb];
    w->deprel[main] = w->deprel[verb];
    w->head[verb] = (uint16_t)first;
    w->deprel[verb] = DL_DEP_ACL_RELCL;
    dl_window_make_subject(w, first, main);
}

/* "Lawyers who had met the general | accused the army", "rebels holding hostages | threatened to kill them", "his refusal to meet them | led to
 * clashes", with the accusing as a circumstance of the meeting: what is said of a noun has one finite verb, and the next is that of the noun, which
 * was left without one. */
static void leave_relative(dl_window *w, uint32_t verb) {
    static const dl_relations own =
        DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(MARK) | DL_REL(CC) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(OBL_AGENT);
    static const dl_relations predicate = DL_REL(COP) | DL_REL(NSUBJ), told = DL_REL(OBJ) | DL_REL(XCOMP) | DL_REL(CCOMP);
    uint32_t within = w->head[verb], noun = w->head[within];
    bool past = w->xpos[verb] == DL_XPOS_VBD || (w->xpos[verb] == DL_XPOS_VBN && dl_window_has(w, verb, told));
    bool to = w->deprel[within] == DL_DEP_ACL && w->xpos[within] == DL_XPOS_VB;
    bool of_noun = to || w->deprel[within] == DL_DEP_ACL_RELCL || (w->deprel[within] == DL_DEP_ACL && w->xpos[within] == DL_XPOS_VBG);
    bool below = w->deprel[verb] == DL_DEP_ADVCL || (w->deprel[verb] == DL_DEP_XCOMP && w->xpos[verb] == DL_XPOS_VBD); /* which no complement is */
    bool bare = past && below && of_noun && noun < within && within < verb && w->xpos[verb - 1] != DL_XPOS_COMMA;
    if (!bare || w->deprel[noun] != DL_DEP_ROOT || !dl_window_is_nominal(w, noun)) return;
    if (dl_window_has(w, verb, own) || dl_window_has(w, noun, predicate)) return;
    w->xpos[verb] = DL_XPOS_VBD;
    w->head[verb] = w->head[noun];
    w->deprel[verb] = w->deprel[noun];
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_NSUBJ;
}

/* "Branded him as a traitor and | imposed sanctions", with "a traitor and imposed" as what kind of sanctions: what has the article of one is not in
 * front of many, and the word between is a verb that goes on with the first. */
static void part_verb(dl_window *w, uint32_t verb) {
    uint32_t one = w->head[verb], many = w->head[one], above = w->head[many], article = 0, opener = 0;
    bool row = w->deprel[verb] == DL_DEP_CONJ && (w->xpos[verb] == DL_XPOS_VBN || w->xpos[verb] == DL_XPOS_VBD) && one < verb && many > verb;
    if (!row || w->deprel[one] != DL_DEP_COMPOUND || w->xpos[many] != DL_XPOS_NNS || w->xpos[above] != DL_XPOS_VBD || above > one) return;
    for (uint32_t i = above + 1; i < one; i++) {
        if (w->head[i] == many && w->deprel[i] == DL_DEP_DET && dl_window_among(w, i, "a an")) article = i;
        if (w->head[i] == many && w->deprel[i] == DL_DEP_CASE) opener = i;
    }
    if (!article) return;
    for (uint32_t i = above + 1; i < one; i++)
        if (w->head[i] == many) w->head[i] = (uint16_t)one;
    w->head[one] = (uint16_t)above;
    w->deprel[one] = opener ? DL_DEP_OBL : DL_DEP_XCOMP;
    w->head[verb] = (uint16_t)above;
    w->xpos[verb] = DL_XPOS_VBD;
    w->head[many] = (uint16_t)verb;
    w->deprel[many] = DL_DEP_OBJ;
}

/* "'It takes time,' she said, | asking the court to wait", with the asking as what she said too: she asked. */
static void leave_report(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(AUX) | DL_REL(MARK);
    uint32_t saying = w->head[verb];
    bool behind = w->deprel[verb] == DL_DEP_CCOMP && w->xpos[verb] == DL_XPOS_VBG && saying < verb && w->xpos[verb - 1] == DL_XPOS_COMMA;
    if (!behind || dl_window_has(w, verb, own)) return;
    for (uint32_t i = 1; i < saying; i++)
        if (w->head[i] == saying && w->deprel[i] == DL_DEP_CCOMP) w->deprel[verb] = DL_DEP_ADVCL;
}

/* "Four members of the police and | a tourist were killed", with members of the tourist: one by itself stands beside those who are counted. */
static void leave_whole(dl_window *w, uint32_t one) {
    static const dl_relations number = DL_REL(NUMMOD);
    uint32_t whole = w->head[one], counted = w->head[whole];
    bool joined = w->deprel[one] == DL_DEP_CONJ && w->upos[one] == DL_UPOS_NOUN && w->deprel[whole] == DL_DEP_NMOD && counted < whole && counted;
    bool several = joined && w->xpos[counted] == DL_XPOS_NNS && dl_window_has(w, counted, number) && dl_window_has_preposition(w, whole);
    if (!several || dl_window_has_preposition(w, one)) return;
    for (uint32_t i = whole + 1; i < one; i++) {
        bool article = w->head[i] == one && w->deprel[i] == DL_DEP_DET;
        if (!article || !dl_window_among(w, i, "a an")) continue;
        w->head[one] = (uint16_t)counted;
        return;
    }
}

/* "Musa of Chad and | Issoufou of Niger", with Issoufou as another of whom Musa is: who has an "of" of his own stands beside who has the first. */
static void pair_wholes(dl_window *w, uint32_t second) {
    uint32_t whole = w->head[second], first = w->head[whole], own = 0, of = 0;
    bool joined = w->deprel[second] == DL_DEP_CONJ && w->upos[second] == DL_UPOS_PROPN && w->deprel[whole] == DL_DEP_NMOD && first && first < whole;
    if (!joined || w->upos[first] != DL_UPOS_PROPN || dl_window_has_preposition(w, second)) return;
    for (uint32_t i = first + 1; i <= w->count; i++) {
        bool opens = w->deprel[i] == DL_DEP_CASE && dl_window_among(w, i, "of");
        if (opens && w->head[i] == whole && i < whole) of = i;
        if (opens && w->head[w->head[i]] == second && i > second) own = i;
    }
    if (of && own) w->head[second] = (uint16_t)first;
}

/* "Accused Musa, | who had fled", with the flight as a circumstance: behind the object and a comma "who" is the object. */
static void hang_relative(dl_window *w, uint32_t verb) {
    uint32_t above = w->head[verb], who = 0, object = 0;
    if (w->deprel[verb] != DL_DEP_ADVCL_RELCL || above > verb) return;
    for (uint32_t i = above + 1; i < verb; i++) {
        if (w->head[i] == verb && w->xpos[i] == DL_XPOS_WP && !who) who = i;
        if (w->head[i] == above && w->deprel[i] == DL_DEP_OBJ && !who) object = i;
    }
    if (!who || !object || w->xpos[who - 1] != DL_XPOS_COMMA || who - object > 4) return;
    w->head[verb] = (uint16_t)object;
    w->deprel[verb] = DL_DEP_ACL_RELCL;
}

/* "Accused Musa, who had fled, | of treason", with the treason as what he fled of: behind the comma that closes what is said of the object the verb
 * goes on. */
static void pass_relative(dl_window *w, uint32_t word) {
    uint32_t inner = w->head[word], noun = 0, opener = 0;
    if (w->deprel[word] != DL_DEP_ADVCL && dl_deprel_base(w->deprel[word]) != DL_DEP_OBL) return;
    for (uint32_t i = 2; i < word && !opener; i++) {
        bool opens = w->head[i] == word && (w->deprel[i] == DL_DEP_MARK || w->deprel[i] == DL_DEP_CASE);
        if (opens && w->xpos[i - 1] == DL_XPOS_COMMA && dl_window_among(w, i, "of")) opener = i;
    }
    if (!opener || inner > opener || w->deprel[inner] != DL_DEP_ACL_RELCL) return;
    noun = w->head[inner];
    while (w->deprel[noun] == DL_DEP_APPOS && w->head[noun] < noun) noun = w->head[noun];
    if (noun < inner && w->deprel[noun] == DL_DEP_OBJ && w->head[noun] < noun) w->head[word] = w->head[noun];
}

/* "Police and | angry protesters clashed", with the police as what kind of protesters: many in front of "and", with an adjective behind it, stand for
 * themselves. */
static void join_many(dl_window *w, uint32_t many) {
    uint32_t noun = w->head[many], joint = many + 1;
    bool row = w->xpos[many] == DL_XPOS_NNS && w->deprel[many] == DL_DEP_COMPOUND && noun > many + 2 && w->upos[joint] == DL_UPOS_CCONJ;
    if (!row || w->upos[noun] != DL_UPOS_NOUN || w->head[joint] != noun || w->deprel[many + 2] != DL_DEP_AMOD || w->head[many + 2] != noun) return;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == noun && i != many && (i < many || i > noun)) w->head[i] = (uint16_t)many;
    w->head[many] = w->head[noun];
    w->deprel[many] = w->deprel[noun];
    w->head[noun] = (uint16_t)many;
    w->deprel[noun] = DL_DEP_CONJ;
}

/* Whether a verb is what somebody states that will or would be done. */
static bool is_future_statement(const dl_window *w, uint32_t verb) {
    if (w->deprel[verb] != DL_DEP_CCOMP || w->head[verb] > verb || w->xpos[w->head[verb]] != DL_XPOS_VBD) return false;
    for (uint32_t i = w->head[verb] + 1; i < verb; i++)
        if (w->head[i] == verb && w->xpos[i] == DL_XPOS_MD && w->deprel[i] == DL_DEP_AUX) return true;
    return false;
}

/* "They warned that they would sue, and the minister | rang", with the ringing as part of the warning: what was done does not go on with what would
 * be. */
static void leave_statement(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(MARK), subject = DL_REL(NSUBJ), joint = DL_REL(CC);
    bool goes_on = (w->deprel[verb] == DL_DEP_CCOMP || w->deprel[verb] == DL_DEP_CONJ) && w->xpos[verb] == DL_XPOS_VBD && w->head[verb] < verb;
    if (!goes_on || dl_window_has(w, verb, own) || !dl_window_has(w, verb, subject) || !dl_window_has(w, verb, joint)) return;
    uint32_t stated = w->deprel[verb] == DL_DEP_CONJ && is_future_statement(w, w->head[verb]) ? w->head[verb] : 0;
    for (uint32_t i = w->head[verb] + 1; i < verb && w->deprel[verb] == DL_DEP_CCOMP && !stated; i++)
        if (w->head[i] == w->head[verb] && is_future_statement(w, i)) stated = i;
    if (!stated) return;
    w->head[verb] = w->head[stated];
    w->deprel[verb] = DL_DEP_CONJ;
}

/* "Stuck to their vow | to bar the way", with the barring as what they stuck to it for: it is what was vowed. */
static void hang_intent(dl_window *w, uint32_t verb) {
    static const dl_relations owner = DL_REL(NMOD_POSS);
    uint32_t to = verb - 1, noun = verb - 2;
    bool infinitive = verb > 3 && w->xpos[verb] == DL_XPOS_VB && w->deprel[verb] == DL_DEP_ADVCL && w->xpos[to] == DL_XPOS_TO && w->head[to] == verb;
    if (!infinitive || w->head[noun] != w->head[verb] || w->upos[noun] != DL_UPOS_NOUN || !dl_window_has(w, noun, owner)) return;
    if (!dl_window_among(w, noun,
                         "vow vows threat threats promise promises pledge pledges oath plan plans refusal offer bid attempt attempts decision"))
        return;
    w->head[verb] = (uint16_t)noun;
    w->deprel[verb] = DL_DEP_ACL;
}

static void leave_infinitive(dl_window *w, uint32_t verb) {
    if (is_on_infinitive(w, verb)) w->head[verb] = w->head[w->head[verb]];
}

/* "Accused the premier of ignoring them and | threatened to leave", with the threat as the premier's: behind a gerund that a word opens no finite
 * verb goes on with it, but with the verb above. */
static void leave_gerund(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(MARK) | DL_REL(OBL_AGENT);
    static const dl_relations active = DL_REL(OBJ) | DL_REL(XCOMP) | DL_REL(CCOMP), opener = DL_REL(MARK), subject = DL_REL(NSUBJ);
    uint32_t gerund = w->head[verb], above = w->head[gerund];
    bool past = w->xpos[verb] == DL_XPOS_VBD || w->xpos[verb] == DL_XPOS_VBN;
    if (!past || w->deprel[verb] != DL_DEP_CONJ || w->xpos[gerund] != DL_XPOS_VBG || gerund > verb || !above) return;
    if (w->deprel[gerund] == DL_DEP_ACL && w->upos[above] != DL_UPOS_VERB) above = w->head[above]; /* "the premier | of ignoring" */
    bool finite = w->xpos[above] == DL_XPOS_VBD && above < gerund && dl_window_has(w, above, subject);
    if (!finite || !dl_window_has(w, gerund, opener) || !dl_window_has(w, verb, active) || dl_window_has(w, verb, own)) return;
    w->head[verb] = (uint16_t)above;
    w->xpos[verb] = DL_XPOS_VBD;
}

/* "Condemned the attack in Homs, and | the bombings in Aleppo", with the bombings beside the condemning: a noun that says nothing goes on from the
 * verb's object. */
static void leave_verb(dl_window *w, uint32_t noun) {
    static const dl_relations of_clauses =
        DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(COP) | DL_REL(AUX) | DL_REL(MARK) | DL_REL(EXPL) | DL_REL(CASE) | DL_REL(OBJ) | DL_REL(ORPHAN);
    uint32_t verb = w->head[noun], object = 0, joint = 0;
    if (w->deprel[noun] != DL_DEP_CONJ || w->upos[noun] != DL_UPOS_NOUN || w->upos[verb] != DL_UPOS_VERB || verb > noun) return;
    for (uint32_t i = verb + 1; i < noun; i++) {
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_OBJ && dl_window_is_noun(w, i)) object = i;
        if (w->head[i] == noun && w->deprel[i] == DL_DEP_CC) joint = joint ? joint : i;
    }
    if (object && object < joint && !dl_window_has(w, noun, of_clauses)) w->head[noun] = (uint16_t)object;
}

static const char urgings[] = "called urged condemned accused demanded warned appealed denounced vowed pledged promised blamed criticised criticized "
                              "praised welcomed thanked";

/* "Said gangs had killed 20 people since May and | urged them to stop", with gangs who urged: what is said, behind a deed that is told, is said by
 * who tells it; but "said he had met them and urged them to stop". */
static void leave_told(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(MARK) | DL_REL(OBL_AGENT);
    uint32_t told = w->head[verb], saying = w->head[told];
    bool past = w->xpos[verb] == DL_XPOS_VBD || w->xpos[verb] == DL_XPOS_VBN;
    bool goes_on = w->deprel[verb] == DL_DEP_CONJ && w->deprel[told] == DL_DEP_CCOMP && told < verb && saying < told;
    bool denies = saying && dl_window_among(w, saying, "denied confirmed acknowledged admitted conceded"); /* "denied that it fell and | said" */
    bool says = dl_window_among(w, verb, urgings) || (denies && dl_window_among(w, verb, "said added insisted"));
    if (!past || !goes_on || !says || !saying || w->xpos[saying] != DL_XPOS_VBD || (!denies && !dl_window_among(w, saying, "said added reported")) ||
        dl_window_has(w, verb, own))
        return;
    if (dl_window_among(w, told, urgings) || dl_window_among(w, told, "met talked visited spoken written phoned held said told asked sent")) return;
    for (uint32_t i = saying + 1; i < told; i++)
        if (w->head[i] == told && dl_window_is_subject(w, i) && dl_window_among(w, i, "he she i we who")) return;
    w->head[verb] = (uint16_t)saying;
    w->xpos[verb] = DL_XPOS_VBD;
}

/* "Says Chad has armed and | sent rebels", with the sending as theirs who say so: a bare participle right behind another and "and" goes on with it.
 */
static void join_participle(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(MARK), have = DL_REL(AUX);
    uint32_t told = verb > 2 ? verb - 2 : 0;
    bool pair = told && w->deprel[verb] == DL_DEP_CONJ && w->xpos[verb] == DL_XPOS_VBN && w->xpos[told] == DL_XPOS_VBN &&
                w->deprel[told] == DL_DEP_CCOMP && w->upos[verb - 1] == DL_UPOS_CCONJ;
    if (!pair || w->head[verb] != w->head[told] || !dl_window_has(w, told, have) || dl_window_has(w, verb, own)) return;
    w->head[verb] = (uint16_t)told;
}

/* "Was criticised and | accused the press", with the press as whom he was criticised: a passive has no object behind a verb that goes on with it
 * without its auxiliary, and that verb is none. */
static void take_object(dl_window *w, uint32_t verb) {
    static const dl_relations own =
        DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(OBJ) | DL_REL(OBL_AGENT) | DL_REL(MARK);
    static const dl_relations passive = DL_REL(AUX_PASS);
    uint32_t first = w->head[verb], object = verb + 1;
    bool joined = w->deprel[verb] == DL_DEP_CONJ && first < verb && w->upos[verb - 1] == DL_UPOS_CCONJ && w->xpos[verb] == DL_XPOS_VBD;
    if (!joined || w->xpos[first] != DL_XPOS_VBN || !dl_window_has(w, first, passive) || dl_window_has(w, verb, own)) return;
    while (object <= w->count && !(w->head[object] == first && w->deprel[object] == DL_DEP_OBJ)) object++;
    if (object > w->count || dl_window_first_of(w, object) != verb + 1) return;
    for (uint32_t i = object; i <= w->count; i++)
        if (w->head[i] == first && w->upos[i] != DL_UPOS_PUNCT) w->head[i] = (uint16_t)verb;
}

/* "Raids on the town of Bor and | on Goma killed six", with Goma as where, or the killing as another thing than raids: a phrase behind "and" goes on
 * with the one in front of it that the same word opens. */
static void join_phrases(dl_window *w, uint32_t opener) {
    uint32_t noun = w->head[opener], joint = opener - 1, verb = w->head[noun], first = 0;
    bool phrase = w->deprel[opener] == DL_DEP_CASE && noun > opener && verb > noun && joint > 2 && w->upos[joint] == DL_UPOS_CCONJ;
    if (!phrase || w->deprel[noun] != DL_DEP_OBL || (w->head[joint] != verb && w->head[joint] != noun)) return;
    uint32_t top = w->deprel[verb] == DL_DEP_CONJ && w->xpos[verb] == DL_XPOS_VBD ? w->head[verb] : 0;
    if (top && (w->deprel[top] != DL_DEP_ROOT || !dl_window_is_nominal(w, top))) return;
    for (uint32_t i = 1; i < joint; i++) {
        uint32_t other = w->head[i], subject = w->head[other];
        bool same = w->deprel[i] == DL_DEP_CASE && w->words[i].form == w->words[opener].form && other > i && other < joint;
        bool of_subject = top ? subject == top : w->head[subject] == verb && dl_window_is_subject(w, subject);
        if (same && w->deprel[other] == DL_DEP_NMOD && of_subject) first = other;
    }
    if (!first) return;
    for (uint32_t i = verb + 1; top && i <= w->count; i++)
        if (w->head[i] == top) w->head[i] = (uint16_t)verb;
    if (top) {
        w->head[verb] = 0;
        w->deprel[verb] = DL_DEP_ROOT;
        dl_window_make_subject(w, top, verb);
    }
    w->head[joint] = (uint16_t)noun;
    w->head[noun] = (uint16_t)first;
    w->deprel[noun] = DL_DEP_CONJ;
}

/* "Denied the charge, but | promised to help", with a participle: what goes on with a past that has a subject, without an auxiliary, is one too. */
static void make_past(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(OBL_AGENT);
    static const dl_relations subject = DL_REL(NSUBJ), of_head = DL_REL(AUX) | DL_REL(AUX_PASS), joint = DL_REL(CC),
                              active = DL_REL(OBJ) | DL_REL(XCOMP);
    uint32_t first = w->head[verb];
    bool joined = w->deprel[verb] == DL_DEP_CONJ && w->xpos[verb] == DL_XPOS_VBN && w->upos[verb] == DL_UPOS_VERB && w->xpos[first] == DL_XPOS_VBD;
    if (!joined || !dl_window_has(w, verb, joint) || !dl_window_has(w, verb, active) || dl_window_has(w, verb, own)) return;
    if (dl_window_has(w, first, subject) && !dl_window_has(w, first, of_head)) w->xpos[verb] = DL_XPOS_VBD;
}

static const dl_rule rules[] = {
    {say_also, .relations = DL_REL(AMOD), .tags = DL_TAG(VBN) | DL_TAG(VBD), .words = {speaking}},
    {leave_object, .relations = DL_REL(CONJ), .tags = DL_TAG(VBN) | DL_TAG(VBD)},
    {leave_told, .relations = DL_REL(CONJ), .tags = DL_TAG(VBD) | DL_TAG(VBN), .words = {urgings, "said added insisted"}},
    {leave_infinitive, .relations = DL_REL(CONJ), .tags = DL_TAG(VBD) | DL_TAG(VBZ)},
    {leave_gerund, .relations = DL_REL(CONJ), .tags = DL_TAG(VBD) | DL_TAG(VBN)},
    {return_subject, .relations = DL_REL(ADVCL), .tags = DL_TAG(VBN)},
    {join_participle, .relations = DL_REL(CONJ), .tags = DL_TAG(VBN)},
    {make_past, .relations = DL_REL(CONJ), .tags = DL_TAG(VBN), .classes = DL_CLASS(VERB)},
    {join_phrases, .relations = DL_REL(CASE)},
    {take_object, .relations = DL_REL(CONJ), .tags = DL_TAG(VBD)},
    {join_verbs, .relations = DL_REL(ADVCL), .tags = DL_TAG(VBD)},
    {leave_participle, .relations = DL_REL(CONJ), .tags = DL_TAG(VBN)},
    {open_clause, .relations = DL_REL(ADVCL), .tags = DL_TAG(VBD) | DL_TAG(VBN) | DL_TAG(VBZ) | DL_TAG(VBP), .classes = DL_CLASS(VERB)},
    {open_described, .relations = DL_REL(CONJ) | DL_REL(ADVCL) | DL_REL(PARATAXIS), .tags = DL_TAG(VBD)},
    {close_relative, .relations = DL_REL(NMOD_POSS), .tags = DL_TAG(WP_POSS)},
    {leave_relative, .relations = DL_REL(ADVCL) | DL_REL(XCOMP), .tags = DL_TAG(VBD) | DL_TAG(VBN)},
    {leave_finite, .relations = DL_REL(CONJ), .tags = DL_TAG(VB)},
    {part_verb, .relations = DL_REL(CONJ), .tags = DL_TAG(VBN) | DL_TAG(VBD)},
    {leave_report, .relations = DL_REL(CCOMP), .tags = DL_TAG(VBG)},
    {leave_clause, .relations = DL_REL(CONJ), .tags = DL_TAG(VBD)},
    {leave_verb, .relations = DL_REL(CONJ), .classes = DL_CLASS(NOUN)},
    {leave_whole, .relations = DL_REL(CONJ), .classes = DL_CLASS(NOUN)},
    {pair_wholes, .relations = DL_REL(CONJ), .classes = DL_CLASS(PROPN)},
    {hang_relative, .relations = DL_REL(ADVCL_RELCL)},
    {pass_relative, .relations = DL_REL(ADVCL) | DL_REL(OBL) | DL_REL(OBL_AGENT) | DL_REL(OBL_UNMARKED)},
    {join_many, .relations = DL_REL(COMPOUND), .tags = DL_TAG(NNS)},
    {leave_statement, .relations = DL_REL(CCOMP) | DL_REL(CONJ), .tags = DL_TAG(VBD)},
    {hang_intent, .relations = DL_REL(ADVCL), .tags = DL_TAG(VB)},
};
const dl_rules dl_rules_of_conjuncts = {DL_RULES_OF(rules)};
