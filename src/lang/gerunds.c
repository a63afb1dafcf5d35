/* Forms in -ing that tell a deed of somebody who stands elsewhere: "after demonstrating", "accused of suspending talks", "saw them shelling it". Read
 * as nouns, as adjectives of their object, or hung on the wrong word, they lose who did it. */
#include "doc/ud.h"
#include "lang/repair.h"

static const dl_deprel of_nouns[] = {DL_DEP_DET, DL_DEP_AMOD, DL_DEP_NMOD_POSS, DL_DEP_COP, DL_DEP_NUMMOD, DL_DEP_COMPOUND, DL_DEP_NSUBJ};
static const dl_deprel mark[] = {DL_DEP_MARK};

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
    if (dl_window_has(w, word, mark, 1) && !dl_window_has(w, word, of_nouns, 7)) make_verb(w, word);
}

/* "Left after | warning of attacks", as "after a warning": one of these without an article is no noun. */
static void tell_bare(dl_window *w, uint32_t word) {
    uint32_t opener = word - 1, verb = w->head[word];
    bool bare = word > 2 && w->xpos[word] == DL_XPOS_NN && w->deprel[word] == DL_DEP_OBL && w->head[opener] == word && w->upos[verb] == DL_UPOS_VERB;
    if (!bare || w->deprel[opener] != DL_DEP_CASE || !dl_window_among(w, opener, "after before by without")) return;
    if (!dl_window_among(w, word, "warning ruling landing rallying protesting demonstrating marching threatening vowing pleading")) return;
    if (dl_window_has(w, word, of_nouns, 7) || (word < w->count && w->upos[word + 1] == DL_UPOS_NOUN)) return;
    make_verb(w, word);
    w->deprel[word] = DL_DEP_ADVCL;
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
    static const char like_adjectives[] = "ongoing outstanding existing remaining following leading growing increasing rising underlying pending";
    static const char names_of_deeds[] = "offences offenses offence offense charges charge crimes crime attacks attack operations operation counts "
                                         "incidents activities activity plot plots ring rings";
    uint32_t object = w->head[gerund], opener = gerund - 1;
    if (!describes(w, gerund) || object != gerund + 1 || !opens_phrase(w, gerund)) return;
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

/* "Saw the army | shelling the town", with the shelling as what the seeing came with: right behind who is seen, and without a comma, it is what they
 * are seen to do. */
static void show_doing(dl_window *w, uint32_t gerund) {
    static const char seeing[] = "saw see sees seen seeing watched watch watching heard hear hearing filmed spotted noticed observed witnessed "
                                 "photographed showed shows show showing caught";
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
    if (who) w->deprel[gerund] = DL_DEP_XCOMP;
}

/* "The miners surprised everybody, | manning the barricades", with everybody manning them, "shelled it, | warning Israel", with a warning as its
 * other name: behind a comma nothing describes a pronoun, and what has an object is no name, so it is what the subject did. */
static void leave_noun(dl_window *w, uint32_t gerund) {
    static const dl_deprel object[] = {DL_DEP_OBJ};
    uint32_t noun = w->head[gerund], verb = w->head[noun];
    if (w->xpos[gerund - 1] != DL_XPOS_COMMA || noun + 2 != gerund || !is_gerund(w, gerund)) return;
    bool describes_it = w->xpos[gerund] == DL_XPOS_VBG && w->deprel[gerund] == DL_DEP_ACL;
    bool names_it = w->deprel[gerund] == DL_DEP_APPOS && dl_window_has(w, gerund, object, 1) && !dl_window_has(w, gerund, of_nouns, 7);
    bool anybody = w->upos[noun] == DL_UPOS_PRON || dl_window_among(w, noun, "everybody everyone nobody somebody many all others");
    if (w->upos[verb] != DL_UPOS_VERB || verb > noun || w->xpos[noun] == DL_XPOS_WP || w->xpos[noun] == DL_XPOS_WDT) return;
    if (!names_it && !(describes_it && anybody)) return;
    make_verb(w, gerund);
    w->head[gerund] = (uint16_t)verb;
    w->deprel[gerund] = DL_DEP_ADVCL;
}

void dl_repair_gerunds(dl_window *w) {
    for (uint32_t i = 1; i <= w->count; i++) {
        tell_clause(w, i);
        tell_bare(w, i);
        open_marked(w, i);
        open_counted(w, i);
        open_deed(w, i);
        show_doing(w, i);
        leave_noun(w, i);
    }
}
