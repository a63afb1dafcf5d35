/* Other names: what is said of a name, and what stands beside it in a row. */
#include "doc/ud.h"
#include "lang/hints.h"
#include "lang/repair.h"

/* A name, or a title with the name of its own behind it: "Premier Kim", "premier Ana Kim". */
static bool is_titled_name(const dl_window *w, uint32_t word) {
    static const dl_relations names = DL_REL(APPOS) | DL_REL(FLAT);
    if (w->upos[word] == DL_UPOS_PROPN) return true;
    bool beside = word < w->count && w->head[word + 1] == word && w->upos[word + 1] == DL_UPOS_PROPN;
    return w->upos[word] == DL_UPOS_NOUN && beside && dl_window_has(w, word, names);
}

/* "Met by Lopez, Premier Kim and Cole", with Kim as another name of Lopez: no comma stands behind a name in a row. */
static void join_row(dl_window *w, uint32_t item) {
    uint32_t first = w->head[item], last;
    if (w->deprel[item] != DL_DEP_APPOS || !is_titled_name(w, item) || w->upos[first] != DL_UPOS_PROPN || first > item) return;
    for (uint32_t i = item + 1; i <= w->count; i++) {
        if (w->upos[i] == DL_UPOS_CCONJ && (last = w->head[i]) > item && w->deprel[last] == DL_DEP_CONJ &&
            (w->head[last] == first || (w->upos[item] == DL_UPOS_NOUN && dl_window_is_within(w, w->head[last], item)))) {
            if (!dl_window_among(w, i, "and")) return;
            w->deprel[item] = DL_DEP_CONJ;
            w->head[last] = (uint16_t)first;
            return;
        }
        if (!dl_window_is_within(w, i, item)) return;
    }
}

/* What stands in front of a noun: 1 for "a", 2 for "the", 3 for a number, 4 for "his"; 0 where there is nothing. */
static int counted_by(const dl_window *w, uint32_t noun) {
    for (uint32_t i = noun; i-- > 1 && noun - i < 6;) {
        if (w->head[i] != noun) continue;
        if (w->deprel[i] == DL_DEP_NUMMOD) return 3;
        if (w->deprel[i] == DL_DEP_DET) return dl_window_among(w, i, "a an") ? 1 : dl_window_among(w, i, "the") ? 2 : 0;
        if (w->xpos[i] == DL_XPOS_PRP_POSS) return 4;
    }
    return 0;
}

static bool is_many(const dl_window *w, uint32_t noun) {
    return w->xpos[noun] == DL_XPOS_NNS || w->xpos[noun] == DL_XPOS_NNPS;
}

/* Words for people of any kind: what stands behind them may tell of which ("two people, a nurse and a teacher"). */
static bool is_anybody(const dl_window *w, uint32_t noun) {
    return dl_window_among(w, noun,
                           "people persons man men woman women others civilians victims suspects officials hostages children foreigners activists "
                           "prisoners members officers leaders figures candidates countries states nations groups parties relatives brothers");
}

/* "Arrested three students, | a priest and two nurses", "the mayor, | the army and two parties agreed", with the priest as who the students are: one
 * is not many, and two that are told in the same manner are two; so are "his wife, | son and daughter", which share his; unless a comma closes what
 * is said of the first. */
static void join_nouns(dl_window *w, uint32_t item) {
    uint32_t first = w->head[item], opener = dl_window_first_of(w, item) - 1, joint = 0, last = 0, end;
    bool nouns = w->upos[item] == w->upos[first] && (w->upos[item] == DL_UPOS_NOUN || w->upos[item] == DL_UPOS_PROPN);
    if (w->deprel[item] != DL_DEP_APPOS || !nouns || first > item || w->xpos[opener] != DL_XPOS_COMMA ||
        (w->upos[first] == DL_UPOS_NOUN && is_anybody(w, first)))
        return;
    for (uint32_t i = item + 1; i <= w->count && !joint && dl_window_is_within(w, i, first); i++)
        if (w->upos[i] == DL_UPOS_CCONJ && dl_window_among(w, i, "and")) joint = i, last = w->head[i];
    if (!joint || last < joint || w->deprel[last] != DL_DEP_CONJ || (w->head[last] != item && w->head[last] != first)) return;
    for (end = last + 1; end <= w->count && dl_window_is_within(w, end, last);) end++;
    int how = counted_by(w, first), second = counted_by(w, item), third = counted_by(w, last);
    bool unlike = is_many(w, first) != is_many(w, item) || is_many(w, last) != is_many(w, first);
    bool alike = how && how == second && how == third && how != 3;
    bool closed = end <= w->count && w->upos[end] == DL_UPOS_PUNCT && end < w->count;
    bool shares = how && how != 3 && item == opener + 1 && joint == item + 1 && last == joint + 1 && !unlike && !is_many(w, first);
    bool told_alike = how && second && (unlike || alike) && (w->upos[last] != DL_UPOS_NOUN || third || is_many(w, last));
    if (closed || (!shares && !told_alike)) return;
    w->deprel[item] = DL_DEP_CONJ;
    w->head[last] = (uint16_t)first;
}

/* "Police arrested Lopez, | his wife and two sons", with the wife as another name of Lopez: what is his is not he. */
static void join_own(dl_window *w, uint32_t item) {
    uint32_t first = w->head[item], joint = item + 1;
    if (w->deprel[item] != DL_DEP_APPOS || w->upos[item] != DL_UPOS_NOUN || w->upos[first] != DL_UPOS_PROPN || first > item || item < 2) return;
    bool own = w->head[item - 1] == item && w->xpos[item - 1] == DL_XPOS_PRP_POSS;
    if (!own || joint > w->count || w->upos[joint] != DL_UPOS_CCONJ || w->deprel[w->head[joint]] != DL_DEP_CONJ) return;
    if (w->head[w->head[joint]] == first || w->head[w->head[joint]] == item) w->deprel[item] = DL_DEP_CONJ;
}

/* "Reed, president and | founder of the bank, left", with the founder as another who left: both are what Reed is. */
static void share_title(dl_window *w, uint32_t title) {
    uint32_t name = w->head[title], first = title - 1;
    if (w->deprel[title] != DL_DEP_CONJ || w->upos[title] != DL_UPOS_NOUN || w->upos[name] != DL_UPOS_PROPN) return;
    while (first > name && (w->upos[first] == DL_UPOS_ADJ || w->upos[first] == DL_UPOS_CCONJ || w->deprel[first] == DL_DEP_COMPOUND)) first--;
    bool is_title = w->deprel[first] == DL_DEP_APPOS || w->deprel[first] == DL_DEP_NMOD_DESC;
    bool both = first > name && w->head[first] == name && is_title && w->upos[first] == DL_UPOS_NOUN;
    if (both) w->head[title] = (uint16_t)first;
}
/* "killed Gulf TV reporter | Anna Lee", with the reporter as another name of Gulf: no comma parts them, and the name is the reporter's. */
static void head_title(dl_window *w, uint32_t title) {
    uint32_t name = w->head[title];
    bool called = title < w->count && w->head[title + 1] == title && w->deprel[title + 1] == DL_DEP_FLAT && w->upos[title + 1] == DL_UPOS_PROPN;
    if (w->deprel[title] != DL_DEP_APPOS || w->upos[title] != DL_UPOS_NOUN || w->upos[name] != DL_UPOS_PROPN || name > title || !called) return;
    for (uint32_t i = name; i < title; i++)
        if (w->upos[i] == DL_UPOS_PUNCT) return;
    w->head[title] = w->head[name];
    w->deprel[title] = w->deprel[name];
    w->head[name] = (uint16_t)title;
    w->deprel[name] = DL_DEP_COMPOUND;
}
/* The name takes the place of its title in the sentence, and the title describes it. */
static void lead(dl_window *w, uint32_t name, uint32_t title) {
    w->head[name] = w->head[title];
    w->deprel[name] = w->deprel[title];
    w->head[title] = (uint16_t)name;
    w->deprel[title] = DL_DEP_NMOD_DESC;
}

/* "Secretary of State | Anna Lee left", with Lee as another name of the secretary: no comma parts them, and she is who left. */
static void head_name(dl_window *w, uint32_t name) {
    uint32_t title = w->head[name];
    bool named = w->deprel[name] == DL_DEP_APPOS && w->upos[name] == DL_UPOS_PROPN && w->upos[title] == DL_UPOS_PROPN && title && title < name;
    if (!named || !dl_window_hints(w, title, DL_HINT_TITLE) || name == w->count || w->head[name + 1] != name || w->deprel[name + 1] != DL_DEP_FLAT)
        return;
    for (uint32_t i = title; i < name; i++)
        if (w->upos[i] == DL_UPOS_PUNCT) return;
    for (uint32_t i = 1; i <= w->count; i++) /* its prepositions and what is said of it are the name's */
        if (w->head[i] == title && i != name && (i > name || w->deprel[i] == DL_DEP_CASE || w->deprel[i] == DL_DEP_CC)) w->head[i] = (uint16_t)name;
    lead(w, name, title);
}
static const char ranks[] = "gen. col. lt. maj. capt. cmdr. brig. adm. sgt. cpl. insp. det. sen. rep. gov. rev. dr. prof.";

/* "Col. | David Lee left", with "Col." as the first of his names: the title is said of the name behind it. */
static void part_rank(dl_window *w, uint32_t rank) {
    uint32_t name = rank + 1;
    bool row = rank + 2 <= w->count && w->upos[rank] == DL_UPOS_PROPN && w->deprel[rank] != DL_DEP_FLAT && dl_window_among(w, rank, ranks);
    if (!row || w->head[name] != rank || w->deprel[name] != DL_DEP_FLAT || w->deprel[name + 1] != DL_DEP_FLAT) return;
    if (w->head[name + 1] != rank && w->head[name + 1] != name) return;
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == rank && i != name) w->head[i] = (uint16_t)name;
    lead(w, name, rank);
}
/* "Kelly, then the deputy director, | and Baroni, an adviser, were convicted", "stormed Area 51, a closed site", with the director and the site as
 * others: between commas and without "and", what has an article says who or what the name is. */
static bool owned_by_name(const dl_window *w, uint32_t title) {
    for (uint32_t i = w->head[title] + 1; i < title; i++) {
        bool owner = w->xpos[i] == DL_XPOS_POS && w->head[w->head[i]] == title; /* "the mayor's aide" */
        if (owner && w->upos[w->head[i]] != DL_UPOS_PRON) return true;
    }
    return false;
}

static void describe_name(dl_window *w, uint32_t title) {
    static const dl_relations article = DL_REL(DET), joint = DL_REL(CC);
    uint32_t name = w->head[title], next = 0;
    if (w->deprel[title] != DL_DEP_CONJ || w->upos[title] != DL_UPOS_NOUN || w->upos[name] != DL_UPOS_PROPN || name > title) return;
    if ((!dl_window_has(w, title, article) && !owned_by_name(w, title)) || dl_window_has(w, title, joint)) return;
    for (uint32_t i = title + 1; i <= w->count && !next; i++)
        if (w->deprel[i] == DL_DEP_CONJ && (w->head[i] == title || w->head[i] == name)) next = i;
    if (next && w->upos[next] != DL_UPOS_PROPN) return;
    uint32_t commas = 0;
    for (uint32_t i = name + 1; i < next; i++) commas += w->xpos[i] == DL_XPOS_COMMA;
    if (next && commas < 2) return;
    w->deprel[title] = DL_DEP_APPOS;
    if (next) w->head[next] = (uint16_t)name;
}

/* "The prisoner, | Ali Musa, 33, of Sarh, fled", with Musa as another who fled: behind a single one a name between commas, and no "and", is who it
 * is. */
static void name_single(dl_window *w, uint32_t name) {
    static const dl_relations joint = DL_REL(CC), article = DL_REL(DET) | DL_REL(NMOD_POSS);
    uint32_t title = w->head[name];
    bool row = w->deprel[name] == DL_DEP_CONJ && w->upos[name] == DL_UPOS_PROPN && w->xpos[title] == DL_XPOS_NN && title < name;
    if (!row || w->xpos[name - 1] != DL_XPOS_COMMA || dl_window_has(w, name, joint) || !dl_window_has(w, title, article)) return;
    for (uint32_t i = title + 1; i <= w->count; i++)
        if (i != name && w->deprel[i] == DL_DEP_CONJ && (w->head[i] == title || w->head[i] == name)) return;
    w->deprel[name] = DL_DEP_APPOS;
}

/* "The hostages, | two Swedes and a Dane, were freed", with the Swedes as others: a number of them behind those who are pointed at says who they are.
 */
static void describe_group(dl_window *w, uint32_t part) {
    static const dl_relations number = DL_REL(NUMMOD), joint = DL_REL(CC), pointed = DL_REL(DET) | DL_REL(NMOD_POSS);
    uint32_t group = w->head[part], last = part;
    if (w->deprel[part] != DL_DEP_CONJ || w->upos[group] != DL_UPOS_NOUN || group > part || w->xpos[group] != DL_XPOS_NNS) return;
    if (w->xpos[group + 1] != DL_XPOS_COMMA || !dl_window_has(w, part, number) || dl_window_has(w, part, joint)) return;
    if (!dl_window_has(w, group, pointed) || dl_window_has(w, group, number)) return;
    for (uint32_t i = part + 1; i <= w->count; i++)
        if (w->deprel[i] == DL_DEP_CONJ && (w->head[i] == group || w->head[i] == part)) last = i;
    for (uint32_t i = group + 1; i < part; i++)
        if (w->deprel[i] == DL_DEP_CONJ && w->head[i] == group) return;
    uint32_t end = last + 1; /* "and a boy of nine," */
    while (end <= w->count && dl_window_is_within(w, end, last)) end++;
    if (last == part || (end <= w->count && w->upos[end] != DL_UPOS_PUNCT)) return;
    w->deprel[part] = DL_DEP_APPOS;
    for (uint32_t i = part + 1; i <= last; i++)
        if (w->deprel[i] == DL_DEP_CONJ && w->head[i] == group) w->head[i] = (uint16_t)part;
}

/* "Kelly, chief of staff, | and Baroni, a director, left", with Baroni as another office of Kelly's: a name joined to an office is beside the name.
 */
static void free_name(dl_window *w, uint32_t name) {
    uint32_t office = w->head[name], first = w->head[office], joint = name - 1;
    bool hung = w->deprel[name] == DL_DEP_CONJ && w->upos[name] == DL_UPOS_PROPN && w->deprel[office] == DL_DEP_APPOS && office < name;
    if (!hung || w->upos[office] != DL_UPOS_NOUN || w->upos[first] != DL_UPOS_PROPN || first > office || name < 3) return;
    if (w->upos[joint] == DL_UPOS_CCONJ && w->xpos[joint - 1] == DL_XPOS_COMMA) w->head[name] = (uint16_t)first;
}

/* "Killed New Zealand national | Ana Cole", with all of it as one name: the person is meant, whose nation stands in front. */
static void head_national(dl_window *w, uint32_t word) {
    uint32_t name = word + 1, nation = word > 1 ? w->head[name] : 0;
    if (name > w->count || !nation || nation >= word || w->upos[nation] != DL_UPOS_PROPN || w->upos[name] != DL_UPOS_PROPN) return;
    if (!dl_window_among(w, word, "national citizen native")) return;
    if (w->deprel[name] != DL_DEP_FLAT || (w->head[word] != nation && w->head[word] != name)) return;
    w->head[name] = w->head[nation];
    w->deprel[name] = w->deprel[nation];
    for (uint32_t i = 1; i <= w->count; i++)
        if (i != name && w->head[i] == nation && (i > word || w->deprel[i] == DL_DEP_CASE || w->deprel[i] == DL_DEP_DET)) w->head[i] = (uint16_t)name;
    w->head[nation] = w->head[word] = (uint16_t)name;
    w->deprel[nation] = w->deprel[word] = DL_DEP_COMPOUND;
    dl_window_make_noun(w, word);
}

/* "Kelly and Baroni's | convictions", with the convictions beside Kelly: they are both men's. */
static void share_possession(dl_window *w, uint32_t thing) {
    uint32_t first = w->head[thing], second = first + 2;
    if (w->deprel[thing] != DL_DEP_CONJ || w->upos[thing] != DL_UPOS_NOUN || w->upos[first] != DL_UPOS_PROPN || second >= thing) return;
    bool pair = w->upos[first + 1] == DL_UPOS_CCONJ && w->upos[second] == DL_UPOS_PROPN && w->head[second] == thing;
    if (!pair || w->deprel[second] != DL_DEP_NMOD_POSS) return;
    w->head[thing] = w->head[first];
    w->deprel[thing] = w->deprel[first];
    w->head[first] = (uint16_t)thing;
    w->deprel[first] = DL_DEP_NMOD_POSS;
    w->head[second] = (uint16_t)first;
    w->deprel[second] = DL_DEP_CONJ;
    w->head[first + 1] = (uint16_t)second;
}

/* "The envoy to Chad, | Ana Lopez, left", with Lopez as another name of Chad: a name of two words behind a comma is that of the one who is described.
 */
static void name_described(dl_window *w, uint32_t name) {
    uint32_t place = w->head[name], noun = w->head[place];
    bool full = name < w->count && w->head[name + 1] == name && w->deprel[name + 1] == DL_DEP_FLAT;
    if (w->deprel[name] != DL_DEP_APPOS || w->upos[name] != DL_UPOS_PROPN || !full || w->xpos[name - 1] != DL_XPOS_COMMA) return;
    if (place > name || w->upos[place] != DL_UPOS_PROPN || w->deprel[place] != DL_DEP_NMOD || !dl_window_has_preposition(w, place)) return;
    if (noun && noun < place && w->xpos[noun] == DL_XPOS_NN) w->head[name] = (uint16_t)noun;
}

/* "The release of | the pastor Andrew Cole", with "of" under what he is called: it opens the name's phrase. */
static void open_name(dl_window *w, uint32_t opener) {
    uint32_t title = w->head[opener], name = w->head[title];
    if (w->deprel[opener] != DL_DEP_CASE || w->deprel[title] != DL_DEP_NMOD_DESC) return;
    if (w->upos[name] != DL_UPOS_PROPN || w->deprel[name] == DL_DEP_APPOS) return;
    if (opener < title && title < name && w->head[name] < opener) w->head[opener] = (uint16_t)name;
}

/* "The murder of Justice Minister | Ana Cole", with "of" under her title and Cole as another name of the murder: what opens her title's phrase opens
 * hers. */
static void open_title(dl_window *w, uint32_t opener) {
    uint32_t title = w->head[opener], name = w->head[title], noun = w->head[name];
    bool titled = w->deprel[opener] == DL_DEP_CASE && (w->deprel[title] == DL_DEP_NMOD_DESC || w->deprel[title] == DL_DEP_COMPOUND);
    if (!titled || opener > title || title > name || w->upos[name] != DL_UPOS_PROPN || w->deprel[name] != DL_DEP_APPOS || noun >= opener) return;
    if (w->upos[noun] != DL_UPOS_NOUN || !noun) return;
    for (uint32_t i = opener; i < name; i++)
        if (w->upos[i] == DL_UPOS_PUNCT) return;
    w->head[opener] = (uint16_t)name;
    w->deprel[name] = DL_DEP_NMOD;
}

static const dl_rule rules[] = {
    {open_title, .relations = DL_REL(CASE)},
    {open_name, .relations = DL_REL(CASE)},
    {name_described, .relations = DL_REL(APPOS), .classes = DL_CLASS(PROPN)},
    {join_row, .relations = DL_REL(APPOS), .classes = DL_CLASS(NOUN) | DL_CLASS(PROPN)},
    {join_own, .relations = DL_REL(APPOS), .classes = DL_CLASS(NOUN)},
    {join_nouns, .relations = DL_REL(APPOS), .classes = DL_CLASS(NOUN) | DL_CLASS(PROPN)},
    {share_title, .relations = DL_REL(CONJ), .classes = DL_CLASS(NOUN)},
    {head_title, .relations = DL_REL(APPOS), .classes = DL_CLASS(NOUN)},
    {head_name, .relations = DL_REL(APPOS), .classes = DL_CLASS(PROPN)},
    {part_rank, .classes = DL_CLASS(PROPN), .words = {ranks}},
    {describe_name, .relations = DL_REL(CONJ), .classes = DL_CLASS(NOUN)},
    {name_single, .relations = DL_REL(CONJ), .classes = DL_CLASS(PROPN)},
    {describe_group, .relations = DL_REL(CONJ)},
    {free_name, .relations = DL_REL(CONJ), .classes = DL_CLASS(PROPN)},
    {head_national, .words = {"national citizen native"}},
    {share_possession, .relations = DL_REL(CONJ), .classes = DL_CLASS(NOUN)},
};
const dl_rules dl_rules_of_names = {DL_RULES_OF(rules)};
