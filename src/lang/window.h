/* The tokens that are read at one time: a sentence, or a piece of one that is too long. Position 0 is "no token"; tokens stand at 1 to count. */
#ifndef DL_LANG_WINDOW_H
#define DL_LANG_WINDOW_H

#include "doc/ud.h"
#include "lang/word.h"

enum { DL_WINDOW = 400, DL_WINDOW_ROOM = DL_WINDOW + 4 };

/* Sets of relations, of tags and of classes: a bit each. */
typedef uint64_t dl_relations, dl_tags;
typedef uint32_t dl_classes;
#define DL_REL(name) ((dl_relations)1 << DL_DEP_##name)
#define DL_TAG(name) ((dl_tags)1 << DL_XPOS_##name)
#define DL_CLASS(name) ((dl_classes)1 << DL_UPOS_##name)

typedef struct dl_window {
    uint32_t count;
    bool capitals;
    bool headline;                 /* articles and auxiliaries are left out */
    dl_word words[DL_WINDOW_ROOM]; /* positions 0 and behind the last are zero */
    char initial[DL_WINDOW_ROOM];  /* of the words' forms; what the corrections look at first */
    uint8_t xpos[DL_WINDOW_ROOM], upos[DL_WINDOW_ROOM];
    uint16_t head[DL_WINDOW_ROOM]; /* position; 0 for the root */
    uint8_t deprel[DL_WINDOW_ROOM];
    uint8_t name[DL_WINDOW_ROOM]; /* dl_name_kind, with DL_NAME_BEGIN on the first */
    /* what the name finder looks at beside words and tags */
    uint16_t hints[DL_WINDOW_ROOM];  /* lang/hints.h */
    uint16_t listed[DL_WINDOW_ROOM]; /* lang/rules.h */
    uint8_t cased[DL_WINDOW_ROOM];   /* dl_case */
    uint8_t deeds[DL_WINDOW_ROOM];   /* lang/deeds.h; of a headline only */
} dl_window;

static inline void dl_window_set(dl_window *w, uint32_t position, dl_bytes text) {
    w->initial[position] = dl_word_read(text, w->capitals, w->words + position);
}

/* Whether a word has a child of one of these relations. */
static inline bool dl_window_has(const dl_window *w, uint32_t word, dl_relations any) {
    for (uint32_t i = 1; i <= w->count; i++)
        if (w->head[i] == word && any >> w->deprel[i] & 1) return true;
    return false;
}

static inline bool dl_window_has_preposition(const dl_window *w, uint32_t noun) {
    static const dl_relations preposition = DL_REL(CASE);
    return dl_window_has(w, noun, preposition);
}

/* Whether a word's form is one of these, in small letters and separated by blanks: "a an". */
bool dl_window_listed(const dl_window *window, uint32_t word, dl_bytes forms);

/* A bit for each letter with which a form of the list begins. The compiler works it out where the list is a constant; of others any letter may begin.
 */
static inline __attribute__((always_inline)) uint32_t dl_window_initials(const char *forms) {
    if (!__builtin_constant_p(__builtin_strlen(forms))) return ~(uint32_t)0;
#define DL_BEGINS(letter, blank_and_letter) ((uint32_t)(*forms == letter || __builtin_strstr(forms, blank_and_letter)) << (letter - 'a'))
    return DL_BEGINS('a', " a") | DL_BEGINS('b', " b") | DL_BEGINS('c', " c") | DL_BEGINS('d', " d") | DL_BEGINS('e', " e") | DL_BEGINS('f', " f") |
           DL_BEGINS('g', " g") | DL_BEGINS('h', " h") | DL_BEGINS('i', " i") | DL_BEGINS('j', " j") | DL_BEGINS('k', " k") | DL_BEGINS('l', " l") |
           DL_BEGINS('m', " m") | DL_BEGINS('n', " n") | DL_BEGINS('o', " o") | DL_BEGINS('p', " p") | DL_BEGINS('q', " q") | DL_BEGINS('r', " r") |
           DL_BEGINS('s', " s") | DL_BEGINS('t', " t") | DL_BEGINS('u', " u") | DL_BEGINS('v', " v") | DL_BEGINS('w', " w") | DL_BEGINS('x', " x") |
           DL_BEGINS('y', " y") | DL_BEGINS('z', " z");
#undef DL_BEGINS
}

/* As dl_window_listed; nine in ten words are told apart by their first letter. */
static inline __attribute__((always_inline)) bool dl_window_among(const dl_window *w, uint32_t word, const char *forms) {
    uint32_t letter = (uint32_t)(unsigned char)w->initial[word] - 'a';
    if (letter < 26 && !(dl_window_initials(forms) >> letter & 1)) return false;
    return dl_window_listed(w, word, (dl_bytes){forms, __builtin_strlen(forms)});
}

static inline bool dl_window_is_subject(const dl_window *w, uint32_t word) {
    return w->deprel[word] == DL_DEP_NSUBJ || w->deprel[word] == DL_DEP_NSUBJ_PASS;
}

/* Makes a noun the subject of a verb, of a participle that of a passive. */
static inline void dl_window_make_subject(dl_window *w, uint32_t noun, uint32_t verb) {
    w->head[noun] = (uint16_t)verb;
    w->deprel[noun] = w->xpos[verb] == DL_XPOS_VBN ? DL_DEP_NSUBJ_PASS : DL_DEP_NSUBJ;
}

/* Makes a word that was read as another class a noun. */
static inline void dl_window_make_noun(dl_window *w, uint32_t word) {
    w->upos[word] = DL_UPOS_NOUN;
    w->xpos[word] = DL_XPOS_NN;
}

/* Makes a word that was read as another class the infinitive behind "to", told of a verb: "plans | to | wade in". */
static inline void dl_window_make_infinitive(dl_window *w, uint32_t to, uint32_t word, uint32_t verb) {
    w->upos[word] = DL_UPOS_VERB;
    w->xpos[word] = DL_XPOS_VB;
    w->head[word] = (uint16_t)verb;
    w->deprel[word] = DL_DEP_XCOMP;
    w->upos[to] = DL_UPOS_PART;
    w->xpos[to] = DL_XPOS_TO;
    w->head[to] = (uint16_t)word;
    w->deprel[to] = DL_DEP_MARK;
}

#define DL_WEEKDAYS "monday tuesday wednesday thursday friday saturday sunday"
static inline bool dl_window_is_weekday(const dl_window *w, uint32_t word) {
    return dl_window_among(w, word, DL_WEEKDAYS);
}

/* Where a word's phrase begins: the first of the words in front of it that hang on it or on one of them. */
static inline uint32_t dl_window_first_of(const dl_window *w, uint32_t word) {
    uint32_t first = word;
    for (uint32_t i = word; i-- > 1;) {
        if (w->head[i] != word && (w->head[i] <= i || w->head[i] > word)) break;
        if (w->upos[i] == DL_UPOS_CCONJ || w->upos[i] == DL_UPOS_PUNCT) break;
        first = i;
    }
    return first;
}

/* Whether a word is another one, or hangs on it by a few steps. */
static inline bool dl_window_is_within(const dl_window *w, uint32_t word, uint32_t noun) {
    for (uint32_t steps = 0; word && steps < 4; word = w->head[word], steps++)
        if (word == noun) return true;
    return false;
}

/* The root above a word, or the word itself where it is that; 0 where the corrections made a circle of what was read, for a walk must end in any
 * case: the circle is undone behind them. */
static inline uint32_t dl_window_root_above(const dl_window *w, uint32_t word) {
    for (uint32_t steps = 0; word && w->deprel[word] != DL_DEP_ROOT; word = w->head[word])
        if (steps++ > w->count) return 0;
    return word;
}

/* Whether a word is another one, or hangs below it. */
static inline bool dl_window_hangs_on(const dl_window *w, uint32_t word, uint32_t top) {
    for (uint32_t steps = 0; word && word != top && steps <= w->count; steps++) word = w->head[word];
    return word == top;
}

static inline bool dl_window_is_noun(const dl_window *w, uint32_t word) {
    return w->upos[word] == DL_UPOS_NOUN || w->upos[word] == DL_UPOS_PROPN;
}

static inline bool dl_window_is_nominal(const dl_window *w, uint32_t word) {
    return dl_window_is_noun(w, word) || w->upos[word] == DL_UPOS_PRON;
}

/* Whether a word's tag is that of a verb with tense, or of a modal. */
static inline bool dl_window_is_finite(const dl_window *w, uint32_t word) {
    return w->xpos[word] == DL_XPOS_VBD || w->xpos[word] == DL_XPOS_VBZ || w->xpos[word] == DL_XPOS_VBP || w->xpos[word] == DL_XPOS_MD;
}

/* Whether a word is a verb tagged as past or as a participle of the past: which of the two, the tree must tell. */
static inline bool dl_window_is_past(const dl_window *w, uint32_t word) {
    return w->upos[word] == DL_UPOS_VERB && (w->xpos[word] == DL_XPOS_VBN || w->xpos[word] == DL_XPOS_VBD);
}

/* What corrections change, so that it can be put back. */
typedef struct dl_tree {
    uint16_t head[DL_WINDOW_ROOM];
    uint8_t deprel[DL_WINDOW_ROOM], xpos[DL_WINDOW_ROOM], upos[DL_WINDOW_ROOM];
} dl_tree;

void dl_tree_keep(dl_tree *tree, const dl_window *window);
void dl_tree_put(const dl_tree *tree, dl_window *window);

#endif
