#include "when/tense.h"

#include "doc/ud.h"

enum { CLIMB = 12, NEAR = 10, REACH = 24 };

static uint32_t atom_of_token(const when_reader *r, uint32_t token) {
    uint32_t low = 1, high = r->end;
    while (low + 1 < high) {
        uint32_t middle = (low + high) / 2;
        if (atom(r, middle)->first_token <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static bool one_of(dl_bytes word, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (dl_bytes_like(word, list[i])) return true;
    return false;
}
#define ONE_OF(word, ...) one_of((word), (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static bool modal(dl_bytes w) {
    return ONE_OF(w, "will", "'ll", "\xe2\x80\x99ll", "wo", "shall", "would", "'d", "may", "might", "should", "must", "can", "ca");
}
static bool past_auxiliary(dl_bytes w) {
    return ONE_OF(w, "was", "were", "had", "did", "has", "have", "'ve", "been");
}
static bool present_auxiliary(dl_bytes w) {
    return ONE_OF(w, "is", "are", "am", "'s", "'re", "'m");
}
/* Verbs whose "to" tells what was done: "managed to flee", not "agreed to flee". */
static bool tells_done(dl_bytes w) {
    return ONE_OF(w, "managed", "forced", "began", "started", "continued", "came", "went", "helped", "appeared", "seemed", "used", "failed",
                  "refused", "declined", "rushed", "moved", "proved");
}

/* "Theresa | May", "| Will Smith": a capital tells, but for the first word of a sentence, of which the tree does. */
static bool is_name(const when_reader *r, uint32_t i) {
    dl_bytes word = dl_when_atom_text(r, i);
    if (!dl_bytes_like(word, "may") && !dl_bytes_like(word, "will")) return false;
    return (atom(r, i)->upper && !r->capitals && i != 1) || r->doc->tokens.rows[atom(r, i)->first_token].upos == DL_UPOS_PROPN;
}

/* "set" is to come in "set to" and "set for" only. */
static bool future_word(const when_reader *r, uint32_t i) {
    dl_bytes word = dl_when_atom_text(r, i);
    if (!is(r, i, WHEN_FUTURE) || is(r, i, WHEN_WHICH)) return false;
    if (dl_bytes_like(word, "set")) return dl_when_word_is(r, i + 1, "to") || dl_when_word_is(r, i + 1, "for");
    return !is_name(r, i);
}
static bool modal_word(const when_reader *r, uint32_t i) {
    return modal(dl_when_atom_text(r, i)) && !is_name(r, i);
}

/* ------------------------------------------------------------------ the verb's own words */

typedef struct verb_words {
    bool modal, past, present, to;
} verb_words;

/* Auxiliaries stand close before their verb. */
static verb_words words_of(const when_reader *r, uint32_t verb) {
    const dl_sentence *s = &r->doc->sentences.rows[r->sentence];
    uint32_t first = verb > s->first_token + NEAR ? verb - NEAR : s->first_token;
    verb_words found = {0};
    for (uint32_t t = first; t < verb; t++) {
        const dl_token *token = &r->doc->tokens.rows[t];
        if (token->head != verb) continue;
        dl_bytes word = dl_token_text(r->doc, t);
        if (token->upos == DL_UPOS_PART && dl_bytes_like(word, "to")) found.to = true;
        if (token->upos != DL_UPOS_AUX) continue;
        found.modal = found.modal || modal(word);
        found.past = found.past || past_auxiliary(word);
        found.present = found.present || present_auxiliary(word);
    }
    return found;
}

/* Present tense is scheduled ("the council meets Monday") or told ("Bomb kills six Monday"): it counts where nothing else tells. */
enum { WEAK = 2 };

/* Headlines and captions tell in the present tense what was. */
static bool told_in_present(const when_reader *r) {
    uint8_t zone = r->doc->sentences.rows[r->sentence].zone;
    return zone == DL_ZONE_HEADLINE || zone == DL_ZONE_CAPTION;
}

/* 0 where the tense is that of the verb above; WEAK for a present tense. */
static int tense_of_verb(const when_reader *r, uint32_t verb) {
    const dl_token *t = &r->doc->tokens.rows[verb];
    dl_bytes word = dl_token_text(r->doc, verb);
    verb_words w = words_of(r, verb);
    if (w.modal) return 1;
    if (future_word(r, atom_of_token(r, verb)) && t->xpos != DL_XPOS_VBD) return 1;
    if (w.past) return -1;
    if (w.to) {
        if (r->doc->sentences.rows[r->sentence].zone == DL_ZONE_HEADLINE) return 1; /* "Minister to visit Lima Monday" */
        bool complement = t->deprel == DL_DEP_XCOMP || t->deprel == DL_DEP_CCOMP;   /* "agreed to meet", not "a rally to mark" */
        return complement && t->head && !tells_done(dl_token_text(r->doc, t->head)) ? 1 : 0;
    }
    switch (t->xpos) {
    case DL_XPOS_VBD:
        return future_word(r, atom_of_token(r, verb)) && !dl_bytes_like(word, "expected") ? 1 : -1;
    case DL_XPOS_VBN:
        return w.present ? 0 : -1;
    case DL_XPOS_VBZ:
    case DL_XPOS_VBP:
        return ONE_OF(word, "says", "say", "reports", "tells") || told_in_present(r) ? -1 : WEAK;
    case DL_XPOS_VBG:
        return w.present || ONE_OF(word, "beginning", "starting") ? 1 : 0;
    default:
        return 0;
    }
}

static int tense_of_tree(const when_reader *r, const when_frame *f) {
    uint32_t t = atom(r, f->end - 1)->last_token, first = atom(r, f->first)->first_token;
    for (int steps = 0; steps < CLIMB && t; steps++) {
        const dl_token *token = &r->doc->tokens.rows[t];
        bool inside = t >= first && t <= atom(r, f->end - 1)->last_token;
        if (!inside) {
            int tense = token->upos == DL_UPOS_VERB || token->upos == DL_UPOS_AUX ? tense_of_verb(r, t) : 0;
            if (tense) return tense;
            verb_words w = words_of(r, t); /* "is due Monday", "the vote was Monday" */
            if (future_word(r, atom_of_token(r, t)) || w.modal) return 1;
            if (w.past) return -1;
        }
        t = token->head;
    }
    return 0;
}

/* ------------------------------------------------------------------ the words around */

static bool past_word(const when_reader *r, uint32_t i) {
    dl_bytes word = dl_when_atom_text(r, i);
    bool ed = word.size > 3 && mark(r, i, 'a') && (dl_bytes_finish(word, "ed") || dl_bytes_finish(word, "ED"));
    return ed || is(r, i, WHEN_SAID);
}

/* "had been due to expire Friday": what was to be lies behind. */
static bool plan_given_up(const when_reader *r, uint32_t i) {
    enum { FRONT = 3 };
    for (uint32_t k = i, n = 0; k > 1 && n < FRONT; n++)
        if (dl_when_word_is(r, --k, "had")) return true;
    return false;
}

/* "According to a tweet on Monday": it was made, whatever it tells. */
static bool in_source(const when_reader *r, const when_frame *f) {
    enum { FRONT = 8 };
    for (uint32_t i = f->first, n = 0; i-- > 1 && n < FRONT && !mark(r, i, ','); n++)
        if (dl_when_word_is(r, i, "according")) return true;
    return false;
}

/* A verb right before the expression: "said Thursday that he would leave", "killed here on Friday", "to be held Monday". */
static int tense_of_neighbour(const when_reader *r, const when_frame *f) {
    enum { FRONT = 4 };
    uint32_t i = f->first - 1;
    while (i > 0 && i + 3 >= f->first && (is(r, i, WHEN_PREP) || ONE_OF(dl_when_atom_text(r, i), "here", "there", "late", "early"))) i--;
    bool led =
        i >= 3 && (future_word(r, i - 2) || present_auxiliary(dl_when_atom_text(r, i - 2)) || ONE_OF(dl_when_atom_text(r, i - 2), "was", "were"));
    if (led && dl_when_word_is(r, i - 1, "to") && plan_given_up(r, i - 2)) return -1;
    bool infinitive = led && dl_when_word_is(r, i - 1, "to"); /* "set to resume Monday", "were to continue Monday" */
    if (infinitive || future_word(r, i)) return 1;
    if (!past_word(r, i)) return 0;
    for (uint32_t k = i, n = 0; k > 1 && n < FRONT; n++) {
        k--;
        if (modal_word(r, k) || future_word(r, k) || dl_when_word_is(r, k, "to")) return 1;
        if (!mark(r, k, 'a') || !(past_word(r, k) || ONE_OF(dl_when_atom_text(r, k), "be", "being", "not", "also", "is", "are"))) break;
    }
    return -1;
}

/* "ahead of Sunday's vote" and "Sunday's vote will" are to come; "Wednesday's ruling" was. */
static int tense_of_possessive(const when_reader *r, const when_frame *f) {
    enum { FOLLOWING = 4 };
    if (!dl_when_word_is(r, f->end, "'s") || prep(r, f->first - 1, CODE_UNTIL)) return 0;
    if (dl_when_word_is(r, f->first - 1, "upcoming") || (prep(r, f->first - 1, CODE_OF) && dl_when_word_is(r, f->first - 2, "ahead"))) return 1;
    for (uint32_t i = f->end + 1; i < f->end + 1 + FOLLOWING && mark(r, i, 'a'); i++)
        if (modal_word(r, i)) return 1;
    return -1;
}

static int tense_of_words_before(const when_reader *r, const when_frame *f) {
    uint32_t from = f->first > REACH ? f->first - REACH : 1;
    for (uint32_t i = f->first; i-- > from;) {
        if (future_word(r, i)) return 1;
        if (past_word(r, i)) return -1;
    }
    return 0;
}

static int tense_of_words_behind(const when_reader *r, const when_frame *f) {
    for (uint32_t i = f->end; i < r->end && i < f->end + REACH; i++) {
        if (future_word(r, i)) return 1;
        if (past_word(r, i)) return -1;
    }
    return 0;
}

int dl_when_tense(const when_reader *r, const when_frame *f, bool scheduled) {
    if (prep(r, f->first - 1, CODE_SINCE)) return -1;
    if (f->first > 2 && ONE_OF(dl_when_atom_text(r, f->first - 1), "until", "till", "through")) return 1;
    if (in_source(r, f)) return -1;
    int tense = tense_of_possessive(r, f), tree = 0;
    if (tense || (tense = tense_of_neighbour(r, f))) return tense;
    if (r->doc->sentences.rows[r->sentence].parsed) tree = tense_of_tree(r, f);
    if (tree && tree != WEAK) return tree;
    if ((tense = tense_of_words_before(r, f))) return tense;
    return tree == WEAK && scheduled ? 1 : tense_of_words_behind(r, f);
}
