/* A finite verb needs a subject: where one was left without, it stands in front, read as something else; where a title, a day or an adverb was read
 * as the subject, it is the name beside it. */
#include "doc/ud.h"
#include "lang/hints.h"
#include "lang/repair.h"

static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(CSUBJ) | DL_REL(EXPL) | DL_REL(MARK);

#define TIMES "yesterday today tonight morning afternoon evening night midnight noon week weekend month year"

static bool is_time(const dl_window *w, uint32_t word) {
    return dl_window_is_weekday(w, word) || dl_window_among(w, word, TIMES);
}

/* A finite verb that tells what the sentence tells, without a subject. */
static bool lacks_subject(const dl_window *w, uint32_t verb) {
    static const dl_relations passive = DL_REL(AUX_PASS);
    bool is_passive = w->xpos[verb] == DL_XPOS_VBN && dl_window_has(w, verb, passive), finite = w->xpos[verb] == DL_XPOS_VBD;
    return (is_passive || finite) && w->deprel[verb] == DL_DEP_ROOT && !dl_window_has(w, verb, subjects);
}

/* "Trump, answering her, | attacked it", with Trump as who is spoken to; "the fire earlier this week | killed ten", with the fire as what is earlier.
 */
static void return_caller(dl_window *w, uint32_t noun) {
    uint32_t above = w->head[noun], verb = w->deprel[above] == DL_DEP_ROOT ? above : w->head[above];
    bool called = w->deprel[noun] == DL_DEP_VOCATIVE && w->deprel[above] == DL_DEP_ADVCL;
    bool of_adverb = dl_window_is_subject(w, noun) && w->upos[above] == DL_UPOS_ADV;
    if ((called || of_adverb) && noun < verb && dl_window_is_nominal(w, noun) && lacks_subject(w, verb)) dl_window_make_subject(w, noun, verb);
}

/* "On Friday in Pakistan, Waseem, brother of Anna, | was sentenced", "yesterday, police in Lima, Peru, | said", with Waseem as another name of
 * Pakistan and the police of yesterday: a finite verb without a subject has it there. */
static void return_from_place(dl_window *w, uint32_t verb) {
    static const dl_relations joint = DL_REL(CC);
    if (!lacks_subject(w, verb)) return;
    for (uint32_t i = 2; i < verb; i++) {
        uint32_t place = w->head[i];
        bool apart = w->xpos[dl_window_first_of(w, i) - 1] == DL_XPOS_COMMA && place < i, phrase = apart && dl_window_has_preposition(w, place);
        bool name = w->deprel[i] == DL_DEP_APPOS && phrase && w->upos[i] == DL_UPOS_PROPN && dl_window_is_nominal(w, place);
        bool timed = w->deprel[i] == DL_DEP_APPOS && apart && dl_window_is_nominal(w, i) && is_time(w, place) && !is_time(w, i);
        bool bare = w->deprel[i] == DL_DEP_CONJ && phrase && dl_window_is_nominal(w, i) &&
                    !dl_window_has(w, i, joint); /* "In that raid, Fields, a soldier, killed" */
        if (!name && !timed && !bare) continue;
        for (uint32_t k = i + 1; k < verb; k++)
            if (w->head[k] == place && w->deprel[k] == DL_DEP_APPOS) w->head[k] = (uint16_t)i;
        dl_window_make_subject(w, i, verb);
        return;
    }
}

/* "On Friday in Lima, Juan Paz, a 33-year-old of Callao, | fled", with his age as what is told and no one who fled: he is so old, and he fled. */
static void tell_age(dl_window *w, uint32_t old) {
    static const dl_relations article = DL_REL(DET), of_predicates = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(COP) | DL_REL(AUX);
    uint32_t name = 0, verb = 0;
    bool age = w->deprel[old] == DL_DEP_ROOT && w->upos[old] == DL_UPOS_ADJ && dl_window_among(w, old, "old") && dl_window_has(w, old, article);
    if (!age || dl_window_has(w, old, of_predicates)) return;
    for (uint32_t i = 1; i <= w->count; i++) {
        if (i < old && w->deprel[i] == DL_DEP_APPOS && w->upos[i] == DL_UPOS_PROPN && w->xpos[i - 1] == DL_XPOS_COMMA) name = i;
        bool told = i > old && w->head[i] == old && w->deprel[i] == DL_DEP_PARATAXIS && w->xpos[i] == DL_XPOS_VBD;
        if (told && !verb && !dl_window_has(w, i, of_predicates)) verb = i;
    }
    if (!name || !verb) return;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == old && (i < name || i > verb)) w->head[i] = (uint16_t)verb;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    w->head[old] = (uint16_t)name;
    w->deprel[old] = DL_DEP_APPOS;
}

/* "Groups claiming the vote was stolen from Lopez | gathered", with the groups as what was stolen: what they claim ends where a second finite verb
 * begins. */
static void return_from_claim(dl_window *w, uint32_t verb) {
    static const dl_relations passive = DL_REL(AUX_PASS), own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(MARK) | DL_REL(CC) | DL_REL(AUX);
    uint32_t told = w->head[verb], group = 0, claiming = 0, thing = 0;
    bool second = w->xpos[verb] == DL_XPOS_VBD && w->deprel[verb] == DL_DEP_ADVCL && told < verb && w->deprel[told] == DL_DEP_ROOT;
    if (!second || w->xpos[verb - 1] == DL_XPOS_COMMA || dl_window_has(w, verb, own) || !dl_window_has(w, told, passive)) return;
    for (uint32_t i = 1; i < told; i++) {
        if (w->head[i] == told && w->deprel[i] == DL_DEP_NSUBJ_PASS) group = i;
        if (group && w->head[i] == group && w->deprel[i] == DL_DEP_ACL && w->xpos[i] == DL_XPOS_VBG) claiming = i;
        if (claiming && w->head[i] == claiming && w->deprel[i] == DL_DEP_OBJ) thing = i;
    }
    if (!thing) return;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    dl_window_make_subject(w, group, verb);
    w->head[told] = (uint16_t)claiming;
    w->deprel[told] = DL_DEP_CCOMP;
    w->head[thing] = (uint16_t)told;
    w->deprel[thing] = DL_DEP_NSUBJ_PASS;
}

/* "First Minister of Scotland | Ana Lee said", "a witness | Om Rao said", with two who said it: the name is that of the one in front. */
static void name_subject(dl_window *w, uint32_t name) {
    uint32_t verb = w->head[name], title = 0;
    bool full = name < w->count && w->head[name + 1] == name && w->deprel[name + 1] == DL_DEP_FLAT && w->upos[name] == DL_UPOS_PROPN;
    if (!full || !dl_window_is_subject(w, name) || verb < name) return;
    for (uint32_t i = name; i-- > 1 && w->upos[i] != DL_UPOS_PUNCT && w->upos[i] != DL_UPOS_CCONJ;)
        if (w->head[i] == verb && w->deprel[i] == w->deprel[name] && dl_window_is_nominal(w, i)) title = i;
    bool person = w->hints[name] >> DL_HINT_FIRST_NAME & 1 || w->hints[name] >> DL_HINT_PERSON & 1;
    bool office = title && dl_window_hints(w, title, DL_HINT_TITLE);
    if (!title || (!person && !office)) return;
    w->head[title] = (uint16_t)name;
    w->deprel[title] = DL_DEP_NMOD_DESC;
}

/* "The World Court Friday | rejected", "a fire yesterday afternoon | killed ten", with the day as who rejected: what stands in front of the day did,
 * and then. */
static void part_day(dl_window *w, uint32_t day) {
    uint32_t name = day - 1, verb = w->head[day];
    bool subject = day > 1 && dl_window_is_subject(w, day) && verb > day;
    if (!subject || !dl_window_is_weekday(w, day)) return;
    if (w->head[name] != day || w->deprel[name] != DL_DEP_COMPOUND || !dl_window_is_nominal(w, name)) return;
    for (uint32_t i = 1; i < name; i++)
        if (w->head[i] == day) w->head[i] = (uint16_t)name;
    w->head[name] = (uint16_t)verb;
    w->deprel[name] = w->deprel[day];
    w->deprel[day] = DL_DEP_OBL;
}

/* "A 25-year-old Paris, Texas, | man was held", with Paris as who was held: what has "a" in front is the man, and the place is where he is from. */
static void place_subject(dl_window *w, uint32_t man) {
    static const dl_relations article = DL_REL(DET);
    uint32_t verb = w->head[man], place = 0, det = 0;
    if (w->xpos[man] != DL_XPOS_NN || !dl_window_is_subject(w, man) || w->xpos[man - 1] != DL_XPOS_COMMA || dl_window_has(w, man, article)) return;
    for (uint32_t i = 1; i < man; i++)
        if (w->head[i] == verb && dl_window_is_subject(w, i) && w->upos[i] == DL_UPOS_PROPN) place = i;
    for (uint32_t i = 1; place && i < place; i++)
        if (w->head[i] == place && w->deprel[i] == DL_DEP_DET && dl_window_among(w, i, "a an")) det = i;
    if (!det) return;
    for (uint32_t i = 1; i < place; i++)
        if (w->head[i] == place && w->deprel[i] != DL_DEP_COMPOUND) w->head[i] = (uint16_t)man;
    w->head[place] = (uint16_t)man;
    w->deprel[place] = DL_DEP_COMPOUND;
}

/* A day beside another subject is when. */
static void time_subject(dl_window *w, uint32_t time) {
    if (!dl_window_is_subject(w, time) || !is_time(w, time)) return;
    for (uint32_t i = 1; i < time; i++)
        if (w->head[i] == w->head[time] && dl_window_is_subject(w, i)) {
            w->deprel[time] = DL_DEP_OBL_UNMARKED;
            return;
        }
}

/* "In the Chadian capital, N'Djamena, | gunmen fired", with N'Djamena, too, as who fired: between commas behind a phrase that tells where, a single
 * word in front of the subject is its name. */
static void name_place(dl_window *w, uint32_t name) {
    static const dl_relations joint = DL_REL(CC) | DL_REL(DET);
    uint32_t verb = w->head[name], place = 0;
    bool single = dl_window_is_subject(w, name) && name > 3 && verb > name + 2 && w->xpos[name + 1] == DL_XPOS_COMMA;
    if (!single || dl_window_has(w, name, joint) || w->xpos[name] == DL_XPOS_NNS) return;
    uint32_t before = dl_window_first_of(w, name) - 1;
    if (before < 2 || w->xpos[before] != DL_XPOS_COMMA) return;
    for (uint32_t i = 2; i < before; i++)
        if (w->head[i] == verb && dl_deprel_base(w->deprel[i]) == DL_DEP_OBL && dl_window_has_preposition(w, i)) place = i;
    bool kind = place && dl_window_among(w, place, "capital city town village port region province district suburb island state county area");
    if (!kind) return;
    for (uint32_t i = name + 2; i < verb; i++) {
        if (w->head[i] != verb || !dl_window_is_subject(w, i)) continue;
        w->head[name] = (uint16_t)place;
        w->deprel[name] = DL_DEP_APPOS;
        return;
    }
}

/* "Kim, whom the union | endorsed", with "whom" as who endorsed: it never is. */
static void turn_whom(dl_window *w, uint32_t whom) {
    if (w->deprel[whom] == DL_DEP_NSUBJ && dl_window_among(w, whom, "whom")) w->deprel[whom] = DL_DEP_OBJ;
}

/* "The bishop to whom he | apologised", with the clause as what "whom" is: it is said of the bishop, and it was done to him. */
static void hang_whom(dl_window *w, uint32_t verb) {
    uint32_t whom = w->head[verb], noun = w->head[whom];
    bool hung = w->deprel[verb] == DL_DEP_ACL_RELCL && w->xpos[whom] == DL_XPOS_WP && w->deprel[whom] == DL_DEP_NMOD && noun && noun < whom;
    if (!hung || !dl_window_among(w, whom, "whom") || !dl_window_has_preposition(w, whom)) return;
    w->head[verb] = (uint16_t)noun;
    w->head[whom] = (uint16_t)verb;
    w->deprel[whom] = DL_DEP_OBL;
}

/* "The nurses that police fired | on": the preposition that the clause ends with is that of "that". */
static void strand(dl_window *w, uint32_t opener) {
    uint32_t verb = opener - 1, that = 0;
    bool ends = opener > 3 && w->head[opener] == verb && w->xpos[opener] == DL_XPOS_IN && w->deprel[verb] == DL_DEP_ACL_RELCL;
    if (!ends || !dl_window_among(w, opener, "at on to with against from into for")) return;
    for (uint32_t i = 1; i <= w->count; i++) {
        if (w->head[i] == opener) return;
        bool relative = i < verb && w->head[i] == verb && (w->xpos[i] == DL_XPOS_WDT || w->xpos[i] == DL_XPOS_WP);
        if (relative && w->deprel[i] == DL_DEP_OBJ) that = i;
    }
    if (!that) return;
    w->deprel[that] = DL_DEP_OBL;
    w->head[opener] = (uint16_t)that;
    w->deprel[opener] = DL_DEP_CASE;
}

static bool is_quote(const dl_window *w, uint32_t word) {
    return w->xpos[word] == DL_XPOS_CLOSE || w->xpos[word] == DL_XPOS_OPEN;
}

/* Behind a quotation with which the sentence opens, and which is its only one. */
static bool ends_quotation(const dl_window *w, uint32_t verb) {
    if (verb < 4 || !is_quote(w, 1) || !is_quote(w, verb - 1)) return false;
    for (uint32_t i = 2; i + 1 < verb; i++)
        if (is_quote(w, i)) return false;
    return true;
}

/* The noun phrase that begins right behind a verb and was read as its object, or as what it modifies ("promised Ion Pop" as a promised one). */
static uint32_t noun_behind(const dl_window *w, uint32_t verb) {
    uint32_t noun = verb + 1;
    if (w->deprel[verb] == DL_DEP_AMOD && w->head[verb] > verb) return w->upos[w->head[verb]] == DL_UPOS_PROPN ? w->head[verb] : 0;
    while (noun <= w->count && w->head[noun] != verb) noun++;
    bool read = noun <= w->count && (w->deprel[noun] == DL_DEP_OBJ || w->deprel[noun] == DL_DEP_IOBJ);
    return read && dl_window_first_of(w, noun) == verb + 1 ? noun : 0;
}

/* '"They fired on us," | warned the minister', with the minister as who was warned, or with the verb below what was said: behind the words stands who
 * said them. */
static void speak_last(dl_window *w, uint32_t verb) {
    static const dl_relations auxiliaries = DL_REL(AUX) | DL_REL(AUX_PASS);
    bool past = w->xpos[verb] == DL_XPOS_VBD || (w->xpos[verb] == DL_XPOS_VBN && !dl_window_has(w, verb, auxiliaries));
    if (!past || !ends_quotation(w, verb) || dl_window_has(w, verb, subjects)) return;
    uint32_t speaker = noun_behind(w, verb), told = 1;
    while (told < verb && w->head[told]) told++;
    if (!speaker || (told == verb) != !w->head[verb]) return; /* what was said has the root, or the verb itself */
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    w->upos[verb] = DL_UPOS_VERB;
    w->xpos[verb] = DL_XPOS_VBD;
    dl_window_make_subject(w, speaker, verb);
    if (told == verb) return;
    w->head[told] = (uint16_t)verb;
    w->deprel[told] = DL_DEP_CCOMP;
}

static const dl_rule rules[] = {
    {tell_age, .relations = DL_REL(ROOT), .classes = DL_CLASS(ADJ), .words = {"old"}},
    {return_caller, .relations = DL_REL(VOCATIVE) | DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), .classes = DL_CLASS(NOUN) | DL_CLASS(PROPN) | DL_CLASS(PRON)},
    {return_from_place, .relations = DL_REL(ROOT), .tags = DL_TAG(VBD) | DL_TAG(VBN)},
    {return_from_claim, .relations = DL_REL(ADVCL), .tags = DL_TAG(VBD)},
    {name_subject, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), .classes = DL_CLASS(PROPN)},
    {part_day, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), .words = {DL_WEEKDAYS}},
    {place_subject, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), .tags = DL_TAG(NN)},
    {time_subject, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), .words = {DL_WEEKDAYS, TIMES}},
    {name_place, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS)},
    {turn_whom, .relations = DL_REL(NSUBJ), .words = {"whom"}},
    {hang_whom, .relations = DL_REL(ACL_RELCL)},
    {strand, .tags = DL_TAG(IN), .words = {"at on to with against from into for"}},
    {speak_last, .tags = DL_TAG(VBD) | DL_TAG(VBN)},
};
const dl_rules dl_rules_of_lost_subjects = {DL_RULES_OF(rules)};
