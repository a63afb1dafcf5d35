/* "On Monday | rebels killed a judge", "in Lima | students clashed with police", with the rebels of Monday as when and the students of Lima as where
 * it was: a phrase of time or place at the front of a clause that swallowed the subject behind it ends where its day or its name does. */
#include "doc/ud.h"
#include "lang/hints.h"
#include "lang/repair.h"

#define MONTHS "january february march april may june july august september october november december"
#define PERIODS "week weekend month year night summer winter"

static bool is_place(const dl_window *w, uint32_t word) {
    return w->upos[word] == DL_UPOS_PROPN && (dl_window_hints(w, word, DL_HINT_PLACE) || dl_window_hints(w, word, DL_HINT_COUNTRY));
}

/* Last word of the day that begins here: "Monday", "Monday night", "3 May", "May 3"; 0 for none. */
static uint32_t day_from(const dl_window *w, uint32_t word) {
    if (dl_window_is_weekday(w, word)) return dl_window_among(w, word + 1, "night morning afternoon evening") ? word + 1 : word;
    bool number = w->xpos[word] == DL_XPOS_CD, month = dl_window_among(w, word, MONTHS);
    if (number && dl_window_among(w, word + 1, MONTHS)) return word + 1;
    return month && w->xpos[word + 1] == DL_XPOS_CD ? word + 1 : 0;
}

/* Last word of the place that begins here: "Lima", "El Salvador", "the south"; 0 for none. */
static uint32_t place_from(const dl_window *w, uint32_t word) {
    if (dl_window_among(w, word, "the") && dl_window_among(w, word + 1, "north south east west northeast northwest southeast southwest capital"))
        return word + 1;
    uint32_t last = 0;
    for (uint32_t i = word; i <= w->count && is_place(w, i); i++) last = i;
    return last;
}

/* Four digits, as a year has: forms have 0 for any digit. */
static bool is_year(const dl_window *w, uint32_t word) {
    return w->xpos[word] == DL_XPOS_CD && dl_window_among(w, word, "0000");
}

/* Last word of the month or year that begins here: "June", "late June", "June 2019", "2019"; 0 for none. */
static uint32_t month_from(const dl_window *w, uint32_t word) {
    if (dl_window_among(w, word, "late early mid")) word++;
    if (dl_window_among(w, word, MONTHS)) return is_year(w, word + 1) ? word + 1 : word;
    return is_year(w, word) ? word : 0;
}

/* The last word of what the preposition opens, if that is a day, a month or a place. */
static uint32_t end_of(const dl_window *w, uint32_t opener) {
    if (dl_window_among(w, opener, "on")) return day_from(w, opener + 1);
    uint32_t month = dl_window_among(w, opener, "in") ? month_from(w, opener + 1) : 0;
    if (month) return month;
    return dl_window_among(w, opener, "in at near") ? place_from(w, opener + 1) : 0;
}

/* The finite verb of a clause that has no other subject. */
static bool tells(const dl_window *w, uint32_t verb, uint32_t noun) {
    static const dl_relations passive = DL_REL(AUX_PASS), active = DL_REL(OBJ);
    unsigned above = w->deprel[verb];
    for (uint32_t i = 1; i < noun && above == DL_DEP_CONJ; i++) /* "they left, and | on Monday rebels came" */
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_CC) above = DL_DEP_ROOT;
    if (w->upos[verb] != DL_UPOS_VERB || (above != DL_DEP_ROOT && above != DL_DEP_CCOMP && above != DL_DEP_PARATAXIS)) return false;
    if (w->xpos[verb] != DL_XPOS_VBD && !(w->xpos[verb] == DL_XPOS_VBN && dl_window_has(w, verb, passive | active))) return false;
    for (uint32_t i = 1; i < verb; i++)
        if (i != noun && w->head[i] == verb && dl_window_is_subject(w, i)) return false;
    return true;
}

static void part_phrase(dl_window *w, uint32_t opener) {
    static const dl_relations passive = DL_REL(AUX_PASS);
    uint32_t noun = w->head[opener], verb = w->head[noun], end = w->deprel[opener] == DL_DEP_CASE && opener < noun ? end_of(w, opener) : 0;
    bool swallowed = dl_deprel_base(w->deprel[noun]) == DL_DEP_OBL || dl_window_is_subject(w, noun);
    bool land = dl_window_is_weekday(w, end) && is_place(w, noun); /* "on Friday | Chad warned" */
    bool mass =
        end && end == month_from(w, opener + 1) && w->xpos[noun] == DL_XPOS_NN && dl_window_among(w, noun, "police parliament congress fighting");
    if (!end || end >= noun || noun > verb || (w->xpos[noun] != DL_XPOS_NNS && !land && !mass) || !swallowed || !tells(w, verb, noun)) return;
    for (uint32_t i = opener + 1; i < noun; i++)
        if (w->upos[i] == DL_UPOS_PUNCT || w->upos[i] == DL_UPOS_CCONJ || w->upos[i] == DL_UPOS_ADP || w->head[i] < opener || w->head[i] > noun)
            return;
    for (uint32_t i = opener; i < end; i++) w->head[i] = (uint16_t)end;
    w->head[end] = (uint16_t)verb;
    w->deprel[end] = DL_DEP_OBL;
    if (w->xpos[verb] == DL_XPOS_VBN && !dl_window_has(w, verb, passive)) w->xpos[verb] = DL_XPOS_VBD;
    dl_window_make_subject(w, noun, verb);
    for (uint32_t i = end + 1; i < noun; i++)
        if (w->head[i] <= end) w->head[i] = (uint16_t)noun;
}

/* "Last month | soldiers killed nine", with the month as what soldiers they are: a span that points from now, in front of the subject, tells when. */
static void part_period(dl_window *w, uint32_t span) {
    uint32_t noun = w->head[span], verb = w->head[noun], first = span - 1;
    if (w->deprel[span] != DL_DEP_COMPOUND || !dl_window_among(w, span, PERIODS)) return;
    bool own = w->head[first] == span || w->head[first] == noun; /* "this month | officials met", with this as which officials */
    bool pointed = span > 1 && dl_window_among(w, first, "last this") && own && (first == 1 || w->upos[first - 1] == DL_UPOS_PUNCT);
    if (!pointed || noun < span || noun > verb || w->xpos[noun] != DL_XPOS_NNS || !dl_window_is_subject(w, noun)) return;
    if (w->upos[verb] != DL_UPOS_VERB || !dl_window_is_finite(w, verb) || dl_window_has_preposition(w, noun)) return;
    w->head[span] = (uint16_t)verb;
    w->deprel[span] = DL_DEP_OBL_UNMARKED;
    w->head[first] = (uint16_t)span;
}

/* "On 3 May | rebels killed a judge", "on the night of 3 May | gunmen left", with "may" as what they were allowed to, the month as theirs: behind the
 * number of a day it is of the day. */
static void name_month(dl_window *w, uint32_t month) {
    uint32_t day = month - 1, above = w->head[month];
    if (month < 3 || w->xpos[day] != DL_XPOS_CD) return;
    bool modal = w->deprel[month] == DL_DEP_AUX && dl_window_among(w, month, "may") && w->xpos[above] != DL_XPOS_VB;
    bool theirs = w->deprel[month] == DL_DEP_COMPOUND && above > month && dl_window_among(w, month, MONTHS);
    bool apart = theirs && w->head[day] < day; /* "of 3 | May gunmen" */
    if (!modal && !apart) return;
    for (uint32_t i = 1; i < day; i++)
        if (w->head[i] == day) w->head[i] = (uint16_t)month;
    w->upos[month] = DL_UPOS_PROPN;
    w->xpos[month] = DL_XPOS_NNP;
    w->head[month] = w->head[day];
    w->deprel[month] = w->deprel[day];
    w->head[day] = (uint16_t)month;
    w->deprel[day] = DL_DEP_NUMMOD;
}

/* "On 3 May, | Kenyan and Ugandan policemen left", with the policemen as a second day. */
static void part_joined(dl_window *w, uint32_t noun) {
    uint32_t front = w->head[noun], verb = w->head[front];
    bool joined = w->deprel[noun] == DL_DEP_CONJ && w->xpos[noun] == DL_XPOS_NNS && front && front < noun && noun < verb;
    if (!joined || w->xpos[front + 1] != DL_XPOS_COMMA || w->upos[front + 2] == DL_UPOS_CCONJ || !dl_window_has_preposition(w, front)) return;
    bool circumstance = dl_window_among(w, front, MONTHS) || day_from(w, front) || is_place(w, front);
    if (!circumstance || !tells(w, verb, front)) return;
    w->deprel[front] = DL_DEP_OBL;
    dl_window_make_subject(w, noun, verb);
}

/* A past that no participle can be: it has an object or what completes it, or is of a verb that has no passive. */
static bool is_finite_past(const dl_window *w, uint32_t verb) {
    static const dl_relations completed = DL_REL(OBJ) | DL_REL(XCOMP) | DL_REL(CCOMP) | DL_REL(COMPOUND_PRT), agent = DL_REL(OBL_AGENT);
    if (w->upos[verb] != DL_UPOS_VERB || w->xpos[verb] != DL_XPOS_VBD || dl_window_has(w, verb, agent)) return false;
    if (dl_window_among(w, verb,
                        "began happened occurred erupted failed collapsed ended started came died fell rose went fled withdrew retreated "
                        "resigned surrendered arrived exploded crashed clashed"))
        return true;
    return dl_window_has(w, verb, completed);
}

/* The verb of the clause that begins with the noun, hung without a mark or a joint on the verb in front (`above`), or said of the noun; 0 where there
 * is none. */
static uint32_t verb_of_clause(const dl_window *w, uint32_t noun, uint32_t above) {
    static const dl_relations own = DL_REL(MARK) | DL_REL(CC) | DL_REL(CSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(EXPL) | DL_REL(AUX) | DL_REL(AUX_PASS);
    for (uint32_t i = noun + 1; i <= w->count && w->upos[i] != DL_UPOS_PUNCT; i++) {
        unsigned deprel = w->deprel[i];
        if (w->xpos[i] == DL_XPOS_WDT || w->xpos[i] == DL_XPOS_WP || w->upos[i] == DL_UPOS_SCONJ || w->xpos[i] == DL_XPOS_TO) return 0;
        if (w->upos[i] != DL_UPOS_VERB) continue;
        bool loose = w->head[i] == above && (deprel == DL_DEP_CONJ || deprel == DL_DEP_ADVCL || deprel == DL_DEP_CCOMP || deprel == DL_DEP_PARATAXIS);
        bool of_noun = w->head[i] == noun && (deprel == DL_DEP_ACL || deprel == DL_DEP_ACL_RELCL);
        return (loose || of_noun) && is_finite_past(w, i) && !dl_window_has(w, i, own) ? i : 0;
    }
    return 0;
}

/* "Fled after an attack on his home | killed two", "left before talks with the rebels | began", with the attack as after what he fled and who killed
 * as nobody: a noun behind "after" with a finite verb of its own is its subject. */
static void open_clause(dl_window *w, uint32_t opener) {
    static const dl_relations own = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(MARK) | DL_REL(CSUBJ) | DL_REL(EXPL);
    uint32_t noun = w->head[opener], above = w->head[noun], behind = above > noun ? above : 0; /* hung on the verb of its own clause */
    if (behind) above = w->head[behind];
    bool low =
        !behind && w->deprel[noun] == DL_DEP_NMOD && w->upos[above] == DL_UPOS_NOUN && above < opener; /* "entered the town after rebels | fled" */
    if (low) above = w->head[above];
    if (behind && (w->xpos[behind] != DL_XPOS_VBD || dl_window_has(w, behind, own) || dl_deprel_base(w->deprel[behind]) != DL_DEP_ADVCL)) return;
    bool phrase = w->deprel[opener] == DL_DEP_CASE && opener < noun && above && above < opener && dl_window_is_nominal(w, noun);
    if (!phrase || w->upos[above] != DL_UPOS_VERB || (!low && dl_deprel_base(w->deprel[noun]) != DL_DEP_OBL)) return;
    if (!dl_window_among(w, opener, "after before since until till") || dl_window_first_of(w, noun) != opener) return;
    uint32_t verb = behind ? behind : verb_of_clause(w, noun, above);
    if (!verb) return;
    for (uint32_t i = noun + 1; i < verb; i++) {
        if (w->head[i] != verb || !dl_window_is_subject(w, i)) continue;
        if (!dl_window_has_preposition(w, i)) return;
        w->head[i] = (uint16_t)noun; /* "with the rebels", as who began */
        w->deprel[i] = DL_DEP_NMOD;
    }
    for (uint32_t i = noun + 1; i < verb; i++)
        if (w->head[i] == above && dl_deprel_base(w->deprel[i]) == DL_DEP_OBL) w->head[i] = (uint16_t)noun, w->deprel[i] = DL_DEP_NMOD;
    w->head[verb] = (uint16_t)above;
    w->deprel[verb] = DL_DEP_ADVCL;
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = DL_DEP_NSUBJ;
    w->head[opener] = (uint16_t)verb;
    w->deprel[opener] = DL_DEP_MARK;
    w->upos[opener] = DL_UPOS_SCONJ;
    for (uint32_t i = verb + 1; i <= w->count && w->upos[i] != DL_UPOS_PUNCT; i++) /* "took place | on Sunday", as when he left */
        if (w->head[i] == above && dl_deprel_base(w->deprel[i]) == DL_DEP_OBL) w->head[i] = (uint16_t)verb;
}

/* "Turned in his resignation | hours later", with the resignation as what hours they were: the object ends where the span of time begins. */
static void part_span(dl_window *w, uint32_t span) {
    uint32_t verb = w->head[span], object = span - 1;
    bool later = dl_window_among(w, span, "minutes hours days weeks months years") && dl_window_among(w, span + 1, "later ago earlier before after");
    if (!later || span < 3 || verb >= object || w->upos[verb] != DL_UPOS_VERB || w->upos[object] != DL_UPOS_NOUN) return;
    if (w->head[object] != span || w->deprel[object] != DL_DEP_COMPOUND || dl_window_has_preposition(w, span)) return;
    for (uint32_t i = 1; i <= w->count; i++)
        if (i != span && w->head[i] == verb && dl_deprel_base(w->deprel[i]) == DL_DEP_OBJ) return;
    for (uint32_t i = verb + 1; i < object; i++)
        if (w->head[i] == span) w->head[i] = (uint16_t)object;
    w->head[object] = (uint16_t)verb;
    w->deprel[object] = DL_DEP_OBJ;
    w->deprel[span] = DL_DEP_OBL;
}

/* "Left, a day after | Chad and Niger cut ties with Peru", with the day as who cut them: behind a time and "after" stands a clause, and who did it.
 */
static void part_clause(dl_window *w, uint32_t opener) {
    static const char times[] = "day days week weeks month months year years hour hours minute minutes moment moments";
    uint32_t doer = w->head[opener], time = w->head[doer], verb = w->head[time];
    bool front = w->deprel[opener] == DL_DEP_CASE && dl_window_among(w, opener, "after before") && doer > opener && time && time + 1 == opener;
    if (!front || !dl_window_among(w, time, times) || w->deprel[time] != DL_DEP_NSUBJ || verb < doer || w->upos[verb] != DL_UPOS_VERB) return;
    bool conj = w->deprel[verb] == DL_DEP_CONJ || w->deprel[verb] == DL_DEP_PARATAXIS;
    if (!conj || w->head[verb] > time || w->deprel[doer] != DL_DEP_NMOD || (w->xpos[verb] != DL_XPOS_VBD && w->xpos[verb] != DL_XPOS_VBZ)) return;
    w->upos[opener] = DL_UPOS_SCONJ;
    w->deprel[opener] = DL_DEP_MARK;
    w->head[opener] = (uint16_t)verb;
    w->deprel[verb] = DL_DEP_ADVCL;
    w->deprel[time] = DL_DEP_OBL_UNMARKED;
    w->head[doer] = (uint16_t)verb;
    w->deprel[doer] = DL_DEP_NSUBJ;
}

/* "Imposed sanctions on Friday | over killings", with Friday as what killings they were: behind a preposition begins a phrase of its own. */
static void part_day(dl_window *w, uint32_t day) {
    uint32_t noun = w->head[day], verb = w->head[noun], opener = 0;
    bool inner = dl_deprel_base(w->deprel[day]) == DL_DEP_NMOD && w->upos[day] == DL_UPOS_PROPN && dl_window_among(w, day, DL_WEEKDAYS);
    if (!inner || noun < day || w->upos[noun] != DL_UPOS_NOUN || !verb || verb > day || w->upos[verb] != DL_UPOS_VERB) return;
    for (uint32_t i = day + 1; i < noun; i++)
        if (w->head[i] == noun && w->deprel[i] == DL_DEP_CASE) opener = i;
    if (!opener || w->deprel[noun] != DL_DEP_OBL) return;
    w->head[day] = (uint16_t)verb;
    w->deprel[day] = DL_DEP_OBL;
}

/* "A man | armed with a knife stabbed ten", with the man as when the armed stabbed: what he has about him is told of him. */
static void part_armed(dl_window *w, uint32_t armed) {
    uint32_t man = armed - 1, verb = w->head[armed];
    bool subject = w->deprel[armed] == DL_DEP_NSUBJ && w->upos[armed] == DL_UPOS_ADJ && dl_window_among(w, armed, "armed clad dressed");
    if (!subject || armed < 2 || verb < armed || w->upos[verb] != DL_UPOS_VERB || w->upos[man] != DL_UPOS_NOUN || w->head[man] != armed) return;
    if (dl_window_has_preposition(w, man)) return;
    w->head[man] = (uint16_t)verb;
    w->deprel[man] = DL_DEP_NSUBJ;
    w->head[armed] = (uint16_t)man;
    w->deprel[armed] = DL_DEP_AMOD;
}

static const dl_rule rules[] = {
    {part_day, .relations = DL_REL(NMOD) | DL_REL(NMOD_UNMARKED), .classes = DL_CLASS(PROPN), .words = {DL_WEEKDAYS}},
    {part_armed, .relations = DL_REL(NSUBJ), .classes = DL_CLASS(ADJ), .words = {"armed clad dressed"}},
    {open_clause, .relations = DL_REL(CASE), .words = {"after before since until till"}},
    {part_clause, .relations = DL_REL(CASE), .words = {"after before"}},
    {name_month, .relations = DL_REL(AUX) | DL_REL(COMPOUND), .words = {MONTHS}},
    {part_phrase, .relations = DL_REL(CASE), .words = {"on in at near"}},
    {part_joined, .relations = DL_REL(CONJ), .tags = DL_TAG(NNS)},
    {part_period, .relations = DL_REL(COMPOUND), .words = {PERIODS}},
    {part_span, .words = {"minutes hours days weeks months years"}},
};
const dl_rules dl_rules_of_swallowed_subjects = {DL_RULES_OF(rules), .skipped_behind = 1};
