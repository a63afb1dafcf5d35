/* Forms in -ing that tell a deed of somebody who stands elsewhere: "after demonstrating", "accused of suspending talks", "saw them shelling it". Read
 * as nouns, as adjectives of their object, or hung on the wrong word, they lose who did it. */
#include "doc/ud.h"
#include "lang/repair.h"

static const dl_relations of_nouns = DL_REL(DET) | DL_REL(AMOD) | DL_REL(NMOD_POSS) | DL_REL(COP) | DL_REL(NUMMOD) | DL_REL(COMPOUND) | DL_REL(NSUBJ);
static const dl_relations mark = DL_REL(MARK);

/* Forms that describe a noun more often than they tell a deed. */
static const char like_adjectives[] =
    "ongoing outstanding existing remaining following leading growing increasing rising underlying pending competing "
    "conflicting differing opposing emerging striking surviving";

/* Deeds that a sentence may begin with and that are told without what they are done to. */
#define DEEDS "shelling bombing fighting firing bombardment shooting looting"

static bool is_gerund(const dl_window *w, uint32_t word) {
    bool form = w->words[word].plain && w->words[word].suffix3 == dl_hash_bytes(DL_LIT("ing"));
    return form && (w->xpos[word] == DL_XPOS_VBG || w->xpos[word] == DL_XPOS_NN || w->xpos[word] == DL_XPOS_JJ);
}

/* A noun's phrases are then the verb's. */
static void make_verb(dl_window *w, uint32_t word) {
    w->upos[word] = DL_UPOS_VERB;
    w->xpos[word] = DL_XPOS_VBG;
    for (uint32_t i = word + 1; i <= w->count; i++)
        if (w->head[i] == word && w->deprel[i] == DL_DEP_NMOD) w->deprel[i] = DL_DEP_OBL;
}

/* "Arrested after | demonstrating against the law", as a noun: what has the mark of a clause, and nothing that is a noun's, is a verb. */
static void tell_clause(dl_window *w, uint32_t word) {
    bool clause = w->deprel[word] == DL_DEP_ADVCL || w->deprel[word] == DL_DEP_ACL;
    if (!clause || w->xpos[word] != DL_XPOS_NN || !is_gerund(w, word)) return;
    if (dl_window_has(w, word, mark) && !dl_window_has(w, word, of_nouns)) make_verb(w, word);
}

static const char bare_deeds[] = "warning ruling landing rallying protesting demonstrating marching threatening vowing pleading";

/* "Left after | warning of attacks", as "after a warning": one of these without an article is no noun. */
static void tell_bare(dl_window *w, uint32_t word) {
    uint32_t opener = word - 1, verb = w->head[word];
    bool bare = word > 2 && w->xpos[word] == DL_XPOS_NN && w->deprel[word] == DL_DEP_OBL && w->head[opener] == word && w->upos[verb] == DL_UPOS_VERB;
    if (!bare || w->deprel[opener] != DL_DEP_CASE || !dl_window_among(w, opener, "after before by without")) return;
    if (!dl_window_among(w, word, bare_deeds)) return;
    if (dl_window_has(w, word, of_nouns) || (word < w->count && w->upos[word + 1] == DL_UPOS_NOUN)) return;
    make_verb(w, word);
    w->deprel[word] = DL_DEP_ADVCL;
    w->upos[opener] = DL_UPOS_SCONJ;
    w->deprel[opener] = DL_DEP_MARK;
}

/* "Rolled out the carpet, | welcoming him", "alone in | warning Iraq", as an adjective, as a noun: what has an object is a verb. */
static void hold_object(dl_window *w, uint32_t word) {
    static const dl_relations object = DL_REL(OBJ);
    uint32_t opener = word - 1;
    if (w->xpos[word] == DL_XPOS_VBG) return;
    bool clause = w->deprel[word] == DL_DEP_ADVCL || w->deprel[word] == DL_DEP_ACL,
         phrase = w->deprel[word] == DL_DEP_OBL || w->deprel[word] == DL_DEP_NMOD;
    if ((!clause && !phrase) || word < 3 || !is_gerund(w, word) || !dl_window_has(w, word, object) || dl_window_has(w, word, of_nouns)) return;
    bool opened = w->head[opener] == word && w->deprel[opener] == DL_DEP_CASE;
    if (phrase && !opened) return;
    make_verb(w, word);
    if (!phrase) return;
    w->deprel[word] = w->deprel[word] == DL_DEP_OBL ? DL_DEP_ADVCL : DL_DEP_ACL;
    w->upos[opener] = DL_UPOS_SCONJ;
    w->deprel[opener] = DL_DEP_MARK;
}

/* The gerund takes the place of the noun behind it, which is its object; what stood in front of both opens its clause. */
static void take_object(dl_window *w, uint32_t gerund, uint32_t object) {
    w->head[gerund] = w->head[object];
    w->deprel[gerund] = w->upos[w->head[object]] == DL_UPOS_VERB ? DL_DEP_ADVCL : DL_DEP_ACL;
    for (uint32_t i = 1; i < gerund; i++) {
        if (w->head[i] != object) continue;
        w->head[i] = (uint16_t)gerund;
        if (w->deprel[i] == DL_DEP_CASE) w->upos[i] = DL_UPOS_SCONJ, w->deprel[i] = DL_DEP_MARK;
    }
    make_verb(w, gerund);
    w->head[object] = (uint16_t)gerund;
    w->deprel[object] = DL_DEP_OBJ;
}

static bool describes(const dl_window *w, uint32_t gerund) {
    bool modifies = w->deprel[gerund] == DL_DEP_AMOD || w->deprel[gerund] == DL_DEP_COMPOUND;
    return modifies && w->head[gerund] > gerund && gerund > 2 && is_gerund(w, gerund) && w->upos[w->head[gerund]] == DL_UPOS_NOUN;
}

static bool is_in_phrase(const dl_window *w, uint32_t noun) {
    dl_deprel base = dl_deprel_base(w->deprel[noun]);
    return (base == DL_DEP_OBL || base == DL_DEP_NMOD) && w->head[noun] && w->head[noun] < noun;
}

/* "After | easing tensions", with what tensions are like: an adjective opens no clause. */
static void open_marked(dl_window *w, uint32_t gerund) {
    uint32_t object = w->head[gerund], opener = gerund - 1;
    if (!describes(w, gerund) || !is_in_phrase(w, object) || w->head[opener] != gerund || w->deprel[opener] != DL_DEP_MARK) return;
    if (!dl_window_has_preposition(w, object)) take_object(w, gerund, object);
}

/* The noun's preposition stands right in front of the gerund. */
static bool opens_phrase(const dl_window *w, uint32_t gerund) {
    uint32_t opener = gerund - 1, object = w->head[gerund];
    return w->head[opener] == object && w->deprel[opener] == DL_DEP_CASE && is_in_phrase(w, object);
}

/* "Praised for | rescuing ninety migrants", with rescuing migrants: no word in front of a noun's number or article describes the noun. */
static void open_counted(dl_window *w, uint32_t gerund) {
    uint32_t object = w->head[gerund], next = gerund + 1;
    if (!describes(w, gerund) || next >= object || w->head[next] != object || !opens_phrase(w, gerund)) return;
    bool counts = w->upos[next] == DL_UPOS_NUM || w->upos[next] == DL_UPOS_DET || w->deprel[next] == DL_DEP_NMOD_POSS;
    if (!counts) return;
    if (w->deprel[next] == DL_DEP_COMPOUND) w->deprel[next] = DL_DEP_NUMMOD;
    take_object(w, gerund, object);
}

/* "Accused Chad of | suspending talks", "barred him from | holding rallies": of a deed one is accused, from a deed one is kept. */
static void open_deed(dl_window *w, uint32_t gerund) {
    static const char names_of_deeds[] = "offences offenses offence offense charges charge crimes crime attacks attack operations operation counts "
                                         "incidents activities activity plot plots ring rings";
    uint32_t object = w->head[gerund], opener = gerund - 1;
    if (!describes(w, gerund) || !opens_phrase(w, gerund)) return;
    for (uint32_t i = gerund + 1; i < object; i++) /* "attacking | power stations" */
        if (w->head[i] != object || w->deprel[i] != DL_DEP_COMPOUND) return;
    uint32_t above = w->head[object], verb = w->deprel[above] == DL_DEP_OBJ || w->deprel[above] == DL_DEP_IOBJ ? w->head[above] : above;
    bool accused = dl_window_among(w, opener, "of") && dl_window_among(w, verb, "accused accuse accuses accusing suspected convicted acquitted");
    bool kept = dl_window_among(w, opener, "from") && dl_window_among(w, verb,
                                                                      "barred banned prevented prevent prevents stopped stop blocked prohibited "
                                                                      "deterred kept restrained discouraged refrain refrained");
    if ((!accused && !kept) || dl_window_among(w, gerund, like_adjectives)) return;
    if (w->xpos[gerund] == DL_XPOS_NN && dl_window_among(w, object, names_of_deeds)) return;
    take_object(w, gerund, object);
    w->head[gerund] = (uint16_t)verb;
    w->deprel[gerund] = DL_DEP_ADVCL;
}

/* "The nuns denied | sheltering families", "ruled out | sending troops", with families that shelter: what one denies, regrets or weighs is a deed. */
static void open_denied(dl_window *w, uint32_t gerund) {
    bool out = gerund > 2 && dl_window_among(w, gerund - 1, "out") && dl_window_among(w, gerund - 2, "rule rules ruled ruling");
    uint32_t verb = gerund - 1 - out, object = w->head[gerund];
    bool behind = describes(w, gerund) && w->head[object] == verb && w->deprel[object] == DL_DEP_OBJ;
    if (!behind || w->upos[verb] != DL_UPOS_VERB || dl_window_among(w, gerund, like_adjectives)) return;
    if (!out && !dl_window_among(w, verb,
                                 "denied denies deny denying admitted admits admit admitting regretted regrets confessed considered considers "
                                 "consider considering contemplated contemplating mulling weighing"))
        return;
    take_object(w, gerund, object);
    w->deprel[gerund] = DL_DEP_XCOMP;
    for (uint32_t i = object + 1; i <= w->count; i++)
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_OBL && !dl_window_is_weekday(w, i)) w->head[i] = (uint16_t)gerund;
}

static const char seeing[] = "saw see sees seen seeing watched watch watching heard hear hearing filmed spotted noticed observed witnessed "
                             "photographed showed shows show showing caught";

/* "Saw the army | shelling the town", with the shelling as what the seeing came with: right behind who is seen, and without a comma, it is what they
 * are seen to do. */
static void show_doing(dl_window *w, uint32_t gerund) {
    uint32_t see = w->head[gerund], who = 0;
    bool hung = w->xpos[gerund] == DL_XPOS_VBG && w->deprel[gerund] == DL_DEP_ADVCL && see && see + 1 < gerund && w->upos[see] == DL_UPOS_VERB;
    if (!hung || !dl_window_among(w, see, seeing)) return;
    for (uint32_t i = see + 1; i < gerund; i++) {
        if (w->upos[i] == DL_UPOS_PUNCT) return;
        if (w->head[i] == see && w->deprel[i] == DL_DEP_OBJ && dl_window_is_nominal(w, i)) who = i;
        if (w->head[i] == gerund && w->deprel[i] == DL_DEP_MARK) {
            if (w->upos[i] != DL_UPOS_PROPN) return;
            w->head[i] = (uint16_t)see; /* "saw | Peru lifting the ban", with Peru as what opens the clause */
            w->deprel[i] = DL_DEP_OBJ;
            who = i;
        }
    }
    for (uint32_t i = who + 1; i < gerund; i++)
        if (w->head[i] != gerund && !dl_window_is_within(w, i, who)) return;
    if (!who) return;
    w->deprel[gerund] = DL_DEP_XCOMP;
    for (uint32_t i = gerund + 1; i <= w->count; i++) /* "robbing passengers | at gunpoint" */
        if (w->head[i] == see && w->deprel[i] == DL_DEP_OBL && !dl_window_is_weekday(w, i)) w->head[i] = (uint16_t)gerund;
}

/* "Saw the regime | stifling dissent", "saw Iran | smuggling rockets", with a dissent that stifles and rockets of smuggling: a verb's form between
 * two nouns behind "saw" is what the first does to the second. */
static void show_deed(dl_window *w, uint32_t gerund) {
    uint32_t who = gerund - 1, object = w->head[gerund], see;
    bool form = gerund > 2 && w->xpos[gerund] == DL_XPOS_VBG && is_gerund(w, gerund) && dl_window_is_nominal(w, who);
    bool modifies = w->deprel[gerund] == DL_DEP_AMOD || w->deprel[gerund] == DL_DEP_COMPOUND;
    if (!form || (!modifies && w->deprel[gerund] != DL_DEP_OBJ)) return;
    if (!modifies)
        see = object, object = gerund;
    else if (object > gerund && w->upos[object] == DL_UPOS_NOUN)
        see = w->head[object] == who ? w->head[who] : w->head[object];
    else
        return;
    bool first = w->head[who] == gerund || w->head[who] == object || w->head[who] == see;
    if (!first || see >= who || w->upos[see] != DL_UPOS_VERB || !dl_window_among(w, see, seeing) || dl_window_has_preposition(w, object)) return;
    if (w->head[object] != see && w->head[object] != who) return;
    for (uint32_t i = see + 1; i < who; i++) {
        if (w->upos[i] == DL_UPOS_PUNCT || w->upos[i] == DL_UPOS_ADP) return;
        if (w->head[i] == gerund || w->head[i] == object) w->head[i] = (uint16_t)who;
    }
    w->head[who] = (uint16_t)see;
    w->deprel[who] = DL_DEP_OBJ;
    make_verb(w, gerund);
    w->head[gerund] = (uint16_t)see;
    w->deprel[gerund] = DL_DEP_XCOMP;
    if (object == gerund) return;
    w->head[object] = (uint16_t)gerund;
    w->deprel[object] = DL_DEP_OBJ;
}

/* The verb that goes on behind a comma, where something that was read as said of its noun is what its subject did; or 0. */
static uint32_t verb_before(const dl_window *w, uint32_t noun) {
    uint32_t verb = w->head[noun];
    bool clause = w->upos[verb] == DL_UPOS_VERB && verb < noun && w->xpos[noun] != DL_XPOS_WP && w->xpos[noun] != DL_XPOS_WDT;
    return clause && w->deprel[noun] != DL_DEP_NSUBJ && w->deprel[noun] != DL_DEP_NSUBJ_PASS ? verb : 0;
}

/* "The miners surprised everybody, | manning the barricades", with everybody manning them, "shelled it, | warning Israel", with a warning as its
 * other name: behind a comma nothing describes a pronoun, and a verb's form is no name, so it is what the subject did. */
static void leave_noun(dl_window *w, uint32_t gerund) {
    static const dl_relations object = DL_REL(OBJ);
    uint32_t noun = w->head[gerund], verb;
    if (w->xpos[gerund - 1] != DL_XPOS_COMMA || noun + 2 != gerund || !is_gerund(w, gerund) || !(verb = verb_before(w, noun))) return;
    bool describes_it = w->xpos[gerund] == DL_XPOS_VBG && w->deprel[gerund] == DL_DEP_ACL;
    bool warns = dl_window_among(w, gerund, "warning") && gerund < w->count &&
                 (dl_window_among(w, gerund + 1, "that of against") || w->upos[gerund + 1] == DL_UPOS_PROPN);
    bool names_it = w->deprel[gerund] == DL_DEP_APPOS && !dl_window_has(w, gerund, of_nouns);
    names_it = names_it && (w->xpos[gerund] == DL_XPOS_VBG || warns || dl_window_has(w, gerund, object));
    bool anybody = w->upos[noun] == DL_UPOS_PRON || dl_window_among(w, noun, "everybody everyone nobody somebody many all others");
    if (!names_it && !(describes_it && anybody)) return;
    make_verb(w, gerund);
    w->head[gerund] = (uint16_t)verb;
    w->deprel[gerund] = DL_DEP_ADVCL;
    for (uint32_t i = gerund + 1; i <= w->count && warns; i++) {
        if (w->head[i] != gerund) continue;
        if (w->deprel[i] == DL_DEP_FLAT) w->deprel[i] = DL_DEP_OBJ;
        if (w->deprel[i] == DL_DEP_ACL || w->deprel[i] == DL_DEP_ACL_RELCL) w->deprel[i] = DL_DEP_CCOMP;
    }
}

/* The name behind "warning", to its last word. */
static uint32_t name_behind(const dl_window *w, uint32_t word) {
    uint32_t name = word < w->count && w->upos[word + 1] == DL_UPOS_PROPN ? word + 1 : 0;
    while (name && w->head[name] > name && w->upos[w->head[name]] == DL_UPOS_PROPN && w->deprel[name] == DL_DEP_COMPOUND) name = w->head[name];
    return name;
}

/* The clause behind "that", which may have been hung on who is warned, is what he is warned of. */
static void give_clause(dl_window *w, uint32_t word, uint32_t name) {
    uint32_t that = (name ? name : word) + 1;
    if (that > w->count || !dl_window_among(w, that, "that")) return;
    for (uint32_t i = that + 1; i <= w->count; i++) {
        bool clause = w->deprel[i] == DL_DEP_ACL || w->deprel[i] == DL_DEP_ACL_RELCL || w->deprel[i] == DL_DEP_ADVCL;
        if (!clause || (w->head[i] != word && w->head[i] != name)) continue;
        w->head[i] = (uint16_t)word;
        w->deprel[i] = DL_DEP_CCOMP;
        return;
    }
}

/* "Flew home, | warning Iran that", "alone in | warning Iraq of strikes", with a warning that flew home, or an Iraq of warnings: no name stands right
 * behind a noun that has no article, so it is who is warned. */
static void warn_somebody(dl_window *w, uint32_t word) {
    bool warning = (w->xpos[word] == DL_XPOS_NN || w->xpos[word] == DL_XPOS_VBG) && dl_window_among(w, word, "warning");
    uint32_t name = warning && word > 2 ? name_behind(w, word) : 0, above = w->head[word];
    if (!name || dl_window_has(w, word, of_nouns)) return;
    if (w->deprel[word] == DL_DEP_COMPOUND && above == name && w->upos[word - 1] == DL_UPOS_ADP && is_in_phrase(w, name)) {
        take_object(w, word, name);
        give_clause(w, word, name);
        return;
    }
    if (w->head[word - 1] == word && w->deprel[word - 1] == DL_DEP_CASE && w->deprel[name] == DL_DEP_APPOS) {
        w->upos[word - 1] = DL_UPOS_SCONJ;
        w->deprel[word - 1] = DL_DEP_MARK;
        make_verb(w, word);
        w->deprel[word] = DL_DEP_ADVCL;
        w->deprel[name] = DL_DEP_OBJ;
        give_clause(w, word, name);
        return;
    }
    for (uint32_t steps = 0; above && w->upos[above] != DL_UPOS_VERB && steps <= w->count; steps++) above = w->head[above];
    if (w->xpos[word - 1] != DL_XPOS_COMMA || !above || above > word || (w->xpos[word] == DL_XPOS_VBG && w->deprel[name] == DL_DEP_OBJ)) return;
    make_verb(w, word);
    w->head[word] = (uint16_t)above;
    w->deprel[word] = DL_DEP_ADVCL;
    give_clause(w, word, name);
    w->head[name] = (uint16_t)word;
    w->deprel[name] = DL_DEP_OBJ;
}

/* "Doctors are | warning that they will leave", with doctors as a warning: behind a form of "be", and without an article, it is what they do. */
static void do_now(dl_window *w, uint32_t word) {
    static const dl_relations own = DL_REL(DET) | DL_REL(AMOD) | DL_REL(NMOD_POSS) | DL_REL(NUMMOD) | DL_REL(COMPOUND) | DL_REL(CASE) | DL_REL(EXPL);
    bool deed = w->xpos[word] == DL_XPOS_NN && dl_window_among(w, word, bare_deeds);
    uint32_t be = deed && word > 2 ? word - 1 : 0;
    if (be > 1 && w->upos[be] == DL_UPOS_ADV) be--;
    bool behind = be && w->head[be] == word && (w->deprel[be] == DL_DEP_COP || w->deprel[be] == DL_DEP_AUX);
    if (!behind || !dl_window_among(w, be, "is are was were am been 're 'm 's") || dl_window_has(w, word, own)) return;
    make_verb(w, word);
    w->deprel[be] = DL_DEP_AUX;
    give_clause(w, word, name_behind(w, word));
}

/* "Stormed the square, | wielding batons", with the batons as of the square: behind a comma, and without a preposition, they are the object of what
 * was done. */
static void leave_row(dl_window *w, uint32_t gerund) {
    static const dl_relations articles = DL_REL(DET) | DL_REL(CC) | DL_REL(CASE) | DL_REL(NUMMOD);
    uint32_t object = w->head[gerund], noun = w->head[object], verb;
    bool bare = w->xpos[gerund] == DL_XPOS_VBG && w->deprel[gerund] == DL_DEP_AMOD && object > gerund && w->xpos[gerund - 1] == DL_XPOS_COMMA;
    if (!bare || noun + 2 != gerund || !dl_window_is_nominal(w, noun) || dl_window_has(w, object, articles)) return;
    if (dl_window_among(w, gerund, like_adjectives)) return;
    if (dl_deprel_base(w->deprel[object]) != DL_DEP_NMOD && w->deprel[object] != DL_DEP_APPOS) return;
    if (!(verb = verb_before(w, noun))) return;
    take_object(w, gerund, object);
    w->head[gerund] = (uint16_t)verb;
    w->deprel[gerund] = DL_DEP_ADVCL;
}

/* "Having taken the port, the rebels | shelled the town", with the taking as what is told and the shelling beside it: a participle without a subject
 * tells of the subject behind the comma. */
static void lead_in(dl_window *w, uint32_t told) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(EXPL);
    uint32_t first = w->head[told], comma = 0;
    bool beside = w->deprel[told] == DL_DEP_PARATAXIS || w->deprel[told] == DL_DEP_CCOMP;
    if (!beside || first > told || w->deprel[first] != DL_DEP_ROOT || w->upos[first] != DL_UPOS_VERB || dl_window_has(w, first, subjects)) return;
    bool having = first > 1 && w->head[1] == first && dl_window_among(w, 1, "having being");
    if (!having && !(first == 1 && w->xpos[1] == DL_XPOS_VBG)) return;
    if (w->xpos[told] != DL_XPOS_VBD || !dl_window_has(w, told, subjects)) return;
    for (uint32_t i = first + 1; i < told; i++)
        if (w->xpos[i] == DL_XPOS_COMMA) comma = i;
    if (!comma) return;
    w->head[told] = 0;
    w->deprel[told] = DL_DEP_ROOT;
    w->head[first] = (uint16_t)told;
    w->deprel[first] = DL_DEP_ADVCL;
    for (uint32_t i = told + 1; i <= w->count; i++)
        if (w->head[i] == first) w->head[i] = (uint16_t)told;
}

static const char like_soldiers[] = "protesting striking demonstrating rioting marching invading retreating advancing fleeing rampaging";
static const char people[] =
    "farmers miners nurses workers teachers doctors students drivers lawyers legislators lawmakers residents villagers inmates "
    "prisoners employees staff troops soldiers forces rebels fighters militants crowds mobs activists supporters women men "
    "people migrants refugees demonstrators protesters";

/* What stands in the place of a clause stands there as a noun: "by | protesting farmers". */
static dl_deprel as_noun(const dl_window *w, uint32_t gerund, uint32_t opener) {
    switch (w->deprel[gerund]) {
    case DL_DEP_CSUBJ:
        return DL_DEP_NSUBJ;
    case DL_DEP_XCOMP:
    case DL_DEP_CCOMP:
        return DL_DEP_OBJ;
    case DL_DEP_ADVCL:
        if (!opener) return DL_DEP_ADVCL;
        for (uint32_t i = 1; i < opener; i++)
            if (w->head[i] == w->head[gerund] && w->deprel[i] == DL_DEP_AUX_PASS && dl_window_among(w, opener, "by")) return DL_DEP_OBL_AGENT;
        return DL_DEP_OBL;
    case DL_DEP_ACL:
        return opener ? DL_DEP_NMOD : DL_DEP_ACL;
    default:
        return w->deprel[gerund];
    }
}

/* "Posted a message on Twitter | blaming Iran", with Twitter as who blames: "on" and "in" open no clause with somebody in it. */
static void leave_phrase(dl_window *w, uint32_t gerund) {
    uint32_t opener = 0, noun = 0, above = w->head[gerund];
    bool clause = w->xpos[gerund] == DL_XPOS_VBG && (w->deprel[gerund] == DL_DEP_ACL || w->deprel[gerund] == DL_DEP_ADVCL);
    for (uint32_t i = 1; clause && i < gerund; i++) {
        if (w->head[i] != gerund) continue;
        if (w->deprel[i] == DL_DEP_MARK && dl_window_among(w, i, "on in at via")) opener = i;
        if (w->deprel[i] == DL_DEP_NSUBJ && dl_window_is_noun(w, i)) noun = i;
    }
    if (!opener || noun < opener || noun + 1 != gerund || !above || above > opener) return;
    w->upos[opener] = DL_UPOS_ADP;
    w->deprel[opener] = DL_DEP_CASE;
    w->head[opener] = (uint16_t)noun;
    w->head[noun] = (uint16_t)above;
    w->deprel[noun] = dl_window_is_noun(w, above) ? DL_DEP_NMOD : DL_DEP_OBL;
}

/* "Ambushed a convoy carrying aid, | setting it on fire", with the convoy setting fire: behind a comma it is done by who did what was told first. */
static void leave_described(dl_window *w, uint32_t gerund) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(MARK) | DL_REL(AUX);
    uint32_t describing = w->head[gerund], noun = w->head[describing], verb = w->head[noun];
    bool hung = w->deprel[gerund] == DL_DEP_ADVCL && w->xpos[gerund] == DL_XPOS_VBG && w->xpos[gerund - 1] == DL_XPOS_COMMA && describing < gerund;
    bool described = w->deprel[describing] == DL_DEP_ACL && w->xpos[describing] == DL_XPOS_VBG && w->deprel[noun] == DL_DEP_OBJ;
    if (hung && described && verb < noun && w->upos[verb] == DL_UPOS_VERB && !dl_window_has(w, gerund, own)) w->head[gerund] = (uint16_t)verb;
}

/* "Jeered by | protesting farmers", "| invading troops took the town", as a deed done to them: people behind such a word are those who do it. */
static void describe_people(dl_window *w, uint32_t gerund) {
    uint32_t who = gerund + 1, opener = gerund > 1 && w->head[gerund - 1] == gerund && w->deprel[gerund - 1] == DL_DEP_MARK ? gerund - 1 : 0;
    bool object = who <= w->count && w->head[who] == gerund && w->deprel[who] == DL_DEP_OBJ && dl_window_among(w, who, people);
    if (!object || w->xpos[gerund] != DL_XPOS_VBG || !dl_window_among(w, gerund, like_soldiers)) return;
    dl_deprel place = as_noun(w, gerund, opener);
    if (place == DL_DEP_ADVCL || place == DL_DEP_ACL || !w->head[gerund]) return;
    w->head[who] = w->head[gerund];
    w->deprel[who] = (uint8_t)place;
    for (uint32_t i = 1; i <= w->count; i++) {
        if (w->head[i] != gerund) continue;
        w->head[i] = (uint16_t)who;
        if (w->deprel[i] == DL_DEP_OBL) w->deprel[i] = DL_DEP_NMOD;
    }
    if (opener) w->upos[opener] = DL_UPOS_ADP, w->deprel[opener] = DL_DEP_CASE;
    w->head[gerund] = (uint16_t)who;
    w->deprel[gerund] = DL_DEP_AMOD;
}

/* "Accused Chad of funding and | arming rebels", with the arming as theirs who accuse: two gerunds side by side, the first of them read as a noun. */
static void pair_gerunds(dl_window *w, uint32_t second) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(AUX) | DL_REL(MARK) | DL_REL(CASE), object = DL_REL(OBJ),
                              told = DL_REL(DET) | DL_REL(AMOD);
    uint32_t first = second > 4 ? second - 2 : 0, opener = first - 1, noun = w->head[first], verb = w->head[second] == first ? noun : w->head[second];
    bool pair = first && w->deprel[second] == DL_DEP_CONJ && w->xpos[second] == DL_XPOS_VBG && w->upos[second - 1] == DL_UPOS_CCONJ;
    if (!pair || w->xpos[first] != DL_XPOS_NN || w->words[first].suffix3 != dl_hash_bytes(DL_LIT("ing"))) return;
    bool opened = w->head[opener] == first && w->deprel[opener] == DL_DEP_CASE && dl_window_among(w, opener, "of for from");
    bool below = noun == verb || w->head[noun] == verb;
    if (!opened || !below || verb > opener || w->upos[verb] != DL_UPOS_VERB || dl_window_has(w, second, own) || dl_window_has(w, first, told)) return;
    if (!dl_window_has(w, second, object)) return;
    w->upos[first] = DL_UPOS_VERB;
    w->xpos[first] = DL_XPOS_VBG;
    w->head[first] = (uint16_t)verb;
    w->deprel[first] = DL_DEP_ADVCL;
    w->upos[opener] = DL_UPOS_SCONJ;
    w->deprel[opener] = DL_DEP_MARK;
    w->head[second] = (uint16_t)first;
}

/* "Shelling by the army | killed ten", with the shelling as a clause that is the subject: one that tells by whom it was done, or what it was like, is
 * a noun. */
static void name_deed(dl_window *w, uint32_t deed) {
    static const dl_relations agent = DL_REL(OBL_AGENT), clauses = DL_REL(OBJ) | DL_REL(XCOMP) | DL_REL(CCOMP) | DL_REL(MARK) | DL_REL(AUX) |
                                                                   DL_REL(AUX_PASS) | DL_REL(NSUBJ) | DL_REL(IOBJ) | DL_REL(COMPOUND_PRT);
    uint32_t verb = w->head[deed];
    bool listed = dl_window_among(w, deed, DEEDS), form = w->xpos[deed] == DL_XPOS_VBG || w->xpos[deed] == DL_XPOS_NN;
    bool subject = w->deprel[deed] == DL_DEP_CSUBJ && form && verb > deed && w->upos[verb] == DL_UPOS_VERB;
    if (!subject || (!listed && !is_gerund(w, deed)) || dl_window_has(w, deed, clauses)) return;
    bool first = deed == 1 || (deed == 2 && w->head[1] == deed && dl_window_among(w, 1, "overnight heavy renewed"));
    if (!dl_window_has(w, deed, agent) && !(first && listed)) return;
    w->upos[deed] = DL_UPOS_NOUN;
    w->xpos[deed] = DL_XPOS_NN;
    w->deprel[deed] = DL_DEP_NSUBJ;
    for (uint32_t i = 1; i < verb; i++) {
        if (w->head[i] != deed) continue;
        if (i < deed && w->deprel[i] == DL_DEP_ADVMOD) w->deprel[i] = DL_DEP_AMOD;
        if (i > deed && dl_deprel_base(w->deprel[i]) == DL_DEP_OBL) w->deprel[i] = DL_DEP_NMOD;
    }
}

static const dl_rule rules[] = {
    {name_deed, .relations = DL_REL(CSUBJ), .tags = DL_TAG(VBG) | DL_TAG(NN)},
    {pair_gerunds, .relations = DL_REL(CONJ), .tags = DL_TAG(VBG)},
    {tell_clause, .relations = DL_REL(ADVCL) | DL_REL(ACL), .tags = DL_TAG(NN)},
    {hold_object, .relations = DL_REL(ADVCL) | DL_REL(ACL) | DL_REL(OBL) | DL_REL(NMOD), .tags = DL_TAG(NN) | DL_TAG(JJ)},
    {tell_bare, .relations = DL_REL(OBL), .tags = DL_TAG(NN), .words = {bare_deeds}},
    {open_marked, .relations = DL_REL(AMOD) | DL_REL(COMPOUND), .tags = DL_TAG(VBG) | DL_TAG(NN) | DL_TAG(JJ)},
    {open_counted, .relations = DL_REL(AMOD) | DL_REL(COMPOUND), .tags = DL_TAG(VBG) | DL_TAG(NN) | DL_TAG(JJ)},
    {open_deed, .relations = DL_REL(AMOD) | DL_REL(COMPOUND), .tags = DL_TAG(VBG) | DL_TAG(NN) | DL_TAG(JJ)},
    {open_denied, .relations = DL_REL(AMOD) | DL_REL(COMPOUND), .tags = DL_TAG(VBG) | DL_TAG(NN) | DL_TAG(JJ)},
    {show_doing, .relations = DL_REL(ADVCL), .tags = DL_TAG(VBG)},
    {show_deed, .relations = DL_REL(AMOD) | DL_REL(COMPOUND) | DL_REL(OBJ), .tags = DL_TAG(VBG)},
    {leave_noun, .relations = DL_REL(ACL) | DL_REL(APPOS), .tags = DL_TAG(VBG) | DL_TAG(NN) | DL_TAG(JJ)},
    {warn_somebody, .tags = DL_TAG(NN) | DL_TAG(VBG), .words = {"warning"}},
    {do_now, .tags = DL_TAG(NN), .words = {bare_deeds}},
    {leave_row, .relations = DL_REL(AMOD), .tags = DL_TAG(VBG)},
    {leave_phrase, .relations = DL_REL(ACL) | DL_REL(ADVCL), .tags = DL_TAG(VBG)},
    {leave_described, .relations = DL_REL(ADVCL), .tags = DL_TAG(VBG)},
    {describe_people, .tags = DL_TAG(VBG), .words = {like_soldiers}},
    {lead_in, .relations = DL_REL(PARATAXIS) | DL_REL(CCOMP), .tags = DL_TAG(VBD)},
};
const dl_rules dl_rules_of_gerunds = {DL_RULES_OF(rules)};
