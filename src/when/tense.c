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

static bool token_is(const when_reader *r, uint32_t token, when_class kind) {
    return is(r, atom_of_token(r, token), kind);
}

static bool one_of(dl_bytes word, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (dl_bytes_like(word, list[i])) return true;
    return false;
}
#define ONE_OF(word, ...) one_of((word), (const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static bool modal(dl_bytes w) {
    return ONE_OF(w, "will", "'ll", "\xe2\x80\x99ll", "wo", "shall", "would", "'d", "may", "might", "could", "should", "must", "can", "ca");
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

/* 0 where the tense is that of the verb above. */
static int tense_of_verb(const when_reader *r, uint32_t verb) {
    const dl_token *t = &r->doc->tokens.rows[verb];
    dl_bytes word = dl_token_text(r->doc, verb);
    verb_words w = words_of(r, verb);
    if (w.modal) return 1;
    if (token_is(r, verb, WHEN_FUTURE) && t->xpos != DL_XPOS_VBD) return 1;
    if (w.past) return -1;
    if (w.to) {
        uint32_t above = t->head;
        return above && !tells_done(dl_token_text(r->doc, above)) ? 1 : 0;
    }
    switch (t->xpos) {
    case DL_XPOS_VBD:
        return token_is(r, verb, WHEN_FUTURE) && !dl_bytes_like(word, "expected") ? 1 : -1;
    case DL_XPOS_VBN:
        return w.present ? 0 : -1;
    case DL_XPOS_VBZ:
    case DL_XPOS_VBP:
        return ONE_OF(word, "says", "say", "reports", "tells") ? -1 : r->doc->sentences.rows[r->sentence].zone == DL_ZONE_HEADLINE ? -1 : 1;
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
            if (token_is(r, t, WHEN_FUTURE) || w.modal) return 1;
            if (w.past) return -1;
        }
        t = token->head;
    }
    return 0;
}

/* ------------------------------------------------------------------ without a tree */

static int tense_of_atom(const when_reader *r, uint32_t i) {
    dl_bytes word = dl_when_atom_text(r, i);
    bool name = (dl_bytes_like(word, "may") || dl_bytes_like(word, "will")) && atom(r, i)->upper && !r->capitals;
    if (is(r, i, WHEN_FUTURE) && !is(r, i, WHEN_WHICH) && !name) return 1;
    if (is(r, i, WHEN_SAID)) return -1;
    bool ed = word.size > 3 && (dl_bytes_finish(word, "ed") || dl_bytes_finish(word, "ED"));
    return ed && mark(r, i, 'a') ? -1 : 0;
}

static int tense_of_words(const when_reader *r, const when_frame *f) {
    uint32_t from = f->first > REACH ? f->first - REACH : 1;
    for (uint32_t i = f->first; i-- > from;) {
        int tense = mark(r, i, ';') ? 0 : tense_of_atom(r, i);
        if (tense) return tense;
    }
    for (uint32_t i = f->end; i < r->end && i < f->end + REACH; i++) {
        int tense = tense_of_atom(r, i);
        if (tense) return tense;
    }
    return 0;
}

int dl_when_tense(const when_reader *r, const when_frame *f) {
    if (prep(r, f->first - 1, CODE_SINCE)) return -1;
    int tense = r->doc->sentences.rows[r->sentence].parsed ? tense_of_tree(r, f) : 0;
    return tense ? tense : tense_of_words(r, f);
}
