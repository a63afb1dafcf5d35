/* Headlines: "Court jails six rebels" with "jails" as a noun among nouns. A line without a verb in which a plural stands in front of another noun has
 * one there: English puts singulars together ("rebel attacks"), hardly ever a plural in front ("sports club"). */
#include "doc/ud.h"
#include "lang/repair.h"

/* Whether the words before `end` tell nothing yet, and are nouns with what stands in front of nouns. */
static bool is_bare_subject(const dl_window *w, uint32_t end) {
    for (uint32_t i = 1; i < end; i++) {
        bool part = w->upos[i] == DL_UPOS_NOUN || w->upos[i] == DL_UPOS_PROPN || w->upos[i] == DL_UPOS_ADJ || w->upos[i] == DL_UPOS_NUM;
        if (!part && w->xpos[i] != DL_XPOS_POS) return false;
    }
    return w->upos[end - 1] == DL_UPOS_NOUN || w->upos[end - 1] == DL_UPOS_PROPN;
}

static bool is_plural(const dl_window *w, uint32_t i) {
    return w->xpos[i] == DL_XPOS_NNS || w->xpos[i] == DL_XPOS_NNPS;
}

/* Plurals that do stand in front of nouns, and nouns that have plurals in front ("teachers union"). */
static bool is_modifier(const dl_window *w, uint32_t i) {
    return dl_window_among(w, i,
                           "sports arms news drugs rights customs weapons women children narcotics goods sales savings communications affairs "
                           "services systems operations parts headquarters games elections schools veterans human civil us states nations");
}

static bool begins_object(const dl_window *w, uint32_t i) {
    return i <= w->count && (w->upos[i] == DL_UPOS_NOUN || w->upos[i] == DL_UPOS_PROPN || w->upos[i] == DL_UPOS_NUM || w->upos[i] == DL_UPOS_ADJ ||
                             w->upos[i] == DL_UPOS_DET);
}

/* "Premier | quits": nouns too, but what else would a premier's be? */
static bool needs_no_object(const dl_window *w, uint32_t i) {
    bool ends = i == w->count || w->upos[i + 1] == DL_UPOS_ADP || w->upos[i + 1] == DL_UPOS_ADV || w->xpos[i + 1] == DL_XPOS_TO;
    return ends && dl_window_among(w, i, "quits resigns dies arrives flees returns surrenders visits protests retreats apologises apologizes");
}

/* "Police | arrest three": with a plural in front the verb has no ending. */
static bool is_plain_verb(const dl_window *w, uint32_t i) {
    bool many = is_plural(w, i - 1) || dl_window_among(w, i - 1, "police");
    return many && w->xpos[i] == DL_XPOS_NN && begins_object(w, i + 1) &&
           dl_window_among(
               w, i,
               "arrest attack raid storm block seize back slam target strike hit kill shoot vow urge face demand protest rescue hunt question "
               "claim warn accuse boycott besiege free jail ban bar quit sue");
}

/* "Rebels | free nuns", as an adjective. */
static bool is_freeing(const dl_window *w, uint32_t i) {
    return is_plural(w, i - 1) && w->upos[i] == DL_UPOS_ADJ && dl_window_among(w, i, "free") && begins_object(w, i + 1);
}

static bool is_hidden_verb(const dl_window *w, uint32_t i) {
    if (is_modifier(w, i) || is_modifier(w, i - 1)) return false;
    bool one = w->xpos[i - 1] == DL_XPOS_NN || w->xpos[i - 1] == DL_XPOS_NNP || (w->upos[i - 1] == DL_UPOS_NOUN && !is_plural(w, i - 1));
    return (one && is_plural(w, i) && (begins_object(w, i + 1) || needs_no_object(w, i))) || is_plain_verb(w, i) || is_freeing(w, i);
}

/* The noun or number that heads those from `first`: the one that hangs on none of them. */
static uint32_t head_of(const dl_window *w, uint32_t first) {
    for (uint32_t i = first; i <= w->count; i++)
        if ((dl_window_is_nominal(w, i) || w->upos[i] == DL_UPOS_NUM) && w->head[i] < first) return dl_window_has_preposition(w, i) ? 0 : i;
    return 0;
}

/* The word in front is the subject, with all before it; what hung on words in front hangs on the verb, the next noun as its object. */
static void make_verb(dl_window *w, uint32_t verb, uint32_t root) {
    uint32_t subject = verb - 1;
    for (uint32_t i = 1; i < subject; i++)
        if (!w->head[i] || w->head[i] >= verb) w->head[i] = (uint16_t)subject, w->deprel[i] = DL_DEP_COMPOUND;
    w->xpos[verb] = is_plural(w, verb) ? DL_XPOS_VBZ : DL_XPOS_VBP;
    w->upos[verb] = DL_UPOS_VERB;
    for (uint32_t i = verb + 1; i <= w->count; i++)
        if (i != root && w->head[i] < verb) w->head[i] = (uint16_t)verb;
    if (root > verb) w->head[root] = (uint16_t)verb;
    w->head[verb] = 0;
    w->deprel[verb] = DL_DEP_ROOT;
    w->head[subject] = (uint16_t)verb;
    w->deprel[subject] = DL_DEP_NSUBJ;
    uint32_t object = begins_object(w, verb + 1) ? head_of(w, verb + 1) : 0;
    if (object) w->head[object] = (uint16_t)verb, w->deprel[object] = DL_DEP_OBJ;
    for (uint32_t i = verb + 1; i <= w->count; i++)
        if (w->head[i] == verb && dl_window_is_nominal(w, i) && dl_window_has_preposition(w, i)) w->deprel[i] = DL_DEP_OBL;
}

/* Whether a subject is all that stands in front of a verb, from the beginning or behind a mark that parts two tellings. */
static bool opens(const dl_window *w, uint32_t subject, uint32_t verb) {
    uint32_t first = subject;
    while (first > 1 && dl_window_hangs_on(w, first - 1, subject)) first--;
    for (uint32_t i = subject + 1; i < verb; i++)
        if (!dl_window_hangs_on(w, i, subject)) return false;
    return first == 1 || w->xpos[first - 1] == DL_XPOS_COLON;
}

/* "Two | killed as bus plunges", "police storm palace; two | killed", "opposition leader | held over plot", with two who killed: in a headline such a
 * verb without an object is a passive that lacks its "are". */
static void make_passive(dl_window *w, uint32_t verb) {
    static const char done[] =
        "killed injured wounded hurt arrested detained jailed charged sentenced kidnapped abducted freed executed hanged deported "
        "beheaded expelled evacuated rescued ousted sacked suspended assassinated murdered stabbed imprisoned extradited";
    static const dl_relations own = DL_REL(OBJ) | DL_REL(AUX) | DL_REL(AUX_PASS) | DL_REL(CCOMP) | DL_REL(COMPOUND_PRT);
    bool past = w->xpos[verb] == DL_XPOS_VBN || w->xpos[verb] == DL_XPOS_VBD;
    bool top = !w->head[verb] || w->deprel[verb] == DL_DEP_PARATAXIS || w->deprel[verb] == DL_DEP_CONJ;
    if (!past || !top || w->upos[w->count] == DL_UPOS_PUNCT || dl_window_has(w, verb, own)) return;
    bool found = verb < w->count && dl_window_among(w, verb, "found") && dl_window_among(w, verb + 1, "guilty dead innocent");
    bool held = dl_window_among(w, verb, "held") && verb < w->count && dl_window_among(w, verb + 1, "over for after in");
    if (!held && !found && !dl_window_among(w, verb, done)) return;
    for (uint32_t i = 1; i < verb; i++)
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_NSUBJ && opens(w, i, verb)) {
            w->deprel[i] = DL_DEP_NSUBJ_PASS;
            w->xpos[verb] = DL_XPOS_VBN;
        }
}

void dl_repair_headline(dl_window *w) {
    for (uint32_t i = 2; i <= w->count; i++) make_passive(w, i);
    uint32_t root = 0;
    for (uint32_t i = 1; i <= w->count; i++) {
        bool list = w->xpos[i] == DL_XPOS_LRB || w->xpos[i] == DL_XPOS_COLON || w->upos[i] == DL_UPOS_SYM || w->upos[i] == DL_UPOS_X; /* an address */
        if (dl_window_is_finite(w, i) || list) return;
        if (!w->head[i]) root = i;
    }
    for (uint32_t i = 2; root && i <= w->count && is_bare_subject(w, i); i++) {
        if (!is_hidden_verb(w, i)) continue;
        make_verb(w, i, root);
        return;
    }
}
