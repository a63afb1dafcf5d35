#include "lang/agree.h"

#include "base/hash.h"
#include "doc/ud.h"

enum { SHORTEST = 3, OTHERS = 4 }; /* so many other readings of a word may stand against one as a person */

typedef struct word {
    dl_bytes text;
    bool full;              /* part of a person's name of several words */
    uint32_t alone, others; /* how often it is by itself, as a person and as something else */
} word;

typedef struct words {
    word *slots;
    uint32_t mask;
} words;

static word *slot_of(const words *w, dl_bytes text) {
    uint32_t at = (uint32_t)dl_hash(text) & w->mask;
    while (w->slots[at].text.size && !dl_bytes_equal(w->slots[at].text, text)) at = (at + 1) & w->mask;
    return &w->slots[at];
}

static uint8_t kind_of(const dl_doc *doc, uint32_t token) {
    return doc->tokens.rows[token].name & (uint8_t)~DL_NAME_BEGIN;
}

/* The end of the name that begins at a token. */
static uint32_t name_end(const dl_doc *doc, uint32_t first) {
    uint32_t end = first + 1;
    while (end < doc->tokens.count && doc->tokens.rows[end].name == kind_of(doc, first) &&
           doc->tokens.rows[end].sentence == doc->tokens.rows[first].sentence)
        end++;
    return end;
}

static bool begins(const dl_doc *doc, uint32_t token) {
    return doc->tokens.rows[token].name & DL_NAME_BEGIN;
}

static void gather(const dl_doc *doc, words *w) {
    for (DL_EACH(i, &doc->tokens)) {
        if (!begins(doc, i) || kind_of(doc, i) != DL_NAME_PERSON) continue;
        uint32_t end = name_end(doc, i);
        for (uint32_t t = i; t < end; t++) {
            dl_bytes text = dl_token_text(doc, t);
            if (text.size < SHORTEST || dl_is_lower(text.data[0])) continue;
            word *slot = slot_of(w, text);
            slot->text = text;
            if (end - i > 1)
                slot->full = true;
            else
                slot->alone++;
        }
    }
}

static bool is_somewhere(const dl_doc *doc, uint32_t token) {
    static const char *const words[] = {"in", "at", "near", "into", "outside", "inside", "across", "around"};
    if (token < 2 || doc->tokens.rows[token - 1].upos != DL_UPOS_ADP) return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dl_bytes_is(doc->tokens.rows[token - 1].lemma, words[i])) return true;
    return false;
}

/* A name of one word that is no person's so far. */
static bool is_other(const dl_doc *doc, uint32_t token) {
    return begins(doc, token) && kind_of(doc, token) != DL_NAME_PERSON && name_end(doc, token) == token + 1 && !is_somewhere(doc, token);
}

void dl_names_agree(dl_doc *doc) {
    uint32_t count = 0, room = 16;
    for (DL_EACH(i, &doc->tokens)) count += kind_of(doc, i) == DL_NAME_PERSON;
    if (!count) return;
    while (room < 2 * count) room *= 2;
    words w = {DL_NEW_ARRAY(&doc->arena, word, room), room - 1};
    gather(doc, &w);
    for (DL_EACH(i, &doc->tokens))
        if (is_other(doc, i)) slot_of(&w, dl_token_text(doc, i))->others++;
    for (DL_EACH(i, &doc->tokens)) {
        const word *slot = is_other(doc, i) ? slot_of(&w, dl_token_text(doc, i)) : NULL;
        if (slot && slot->full && slot->alone && slot->others <= OTHERS * slot->alone) doc->tokens.rows[i].name = DL_NAME_PERSON | DL_NAME_BEGIN;
    }
}
