#include "when/atoms.h"

enum { HITS_MAX = 12, DIGITS_MAX = 8 };

static void add_sense(when_reader *r, when_atom *a, uint32_t row) {
    when_word word = dl_when_word(&r->words, row);
    if (!word.kind || a->classes >> word.kind & 1) return;
    for (int i = 0; i < WHEN_SENSES; i++) {
        if (a->senses[i].kind) continue;
        a->senses[i] = word;
        a->classes |= (uint64_t)1 << word.kind;
        return;
    }
}

static when_atom *push(when_reader *r, dl_span span, uint32_t token, char c) {
    const dl_token *t = &r->doc->tokens.rows[token];
    const dl_token *before = token > 1 ? t - 1 : NULL;
    when_atom *a = DL_PUSH(&r->doc->arena, &r->atoms);
    *a = (when_atom){.span = span, .first_token = token, .last_token = token, .number = -1, .mark = c};
    a->glued = span.begin > t->span.begin || (before && before->span.end == t->span.begin);
    a->upper = dl_is_upper(r->doc->text.data[span.begin]);
    return a;
}

/* A whole token of letters: with its phrase, which may reach over the next tokens. Returns the last token used. */
static uint32_t push_word(when_reader *r, const dl_know_view *view, uint32_t token) {
    dl_know_hit hits[HITS_MAX];
    const dl_token *t = &r->doc->tokens.rows[token];
    when_atom *a = push(r, t->span, token, 'a');
    uint32_t count = dl_know_begins(r->know, t->word) & r->begins ? dl_know_find(r->know, view, token, r->words.table, hits, HITS_MAX) : 0;
    if (!count) return token;
    a->last_token = hits[0].last;
    a->span.end = r->doc->tokens.rows[hits[0].last].span.end;
    for (uint32_t i = 0; i < count && hits[i].last == hits[0].last; i++) add_sense(r, a, hits[i].row);
    return hits[0].last;
}

static bool letter(char c) {
    return dl_is_alpha(c) || (unsigned char)c >= 0x80;
}

/* Dashes and apostrophes of more than one byte at the front of `text`; returns their size. */
static uint32_t wide_mark(dl_bytes text, char *c) {
    if (text.size < 3 || memcmp(text.data, "\xe2\x80", 2)) return 0;
    unsigned char last = (unsigned char)text.data[2];
    if (last >= 0x90 && last <= 0x95)
        *c = '-';
    else if (last == 0x98 || last == 0x99)
        *c = '\'';
    else
        *c = '"';
    return 3;
}

/* Size of the run of letters at the front; the points of "p.m." belong to it. */
static uint32_t letters(dl_bytes text) {
    uint32_t n = 0;
    char c;
    while (n < text.size && letter(text.data[n]) && !wide_mark((dl_bytes){text.data + n, text.size - n}, &c)) {
        n++;
        if (n + 1 < text.size && text.data[n] == '.' && letter(text.data[n + 1])) n++;
    }
    return n;
}

static void push_letters(when_reader *r, dl_span span, uint32_t token) {
    dl_know_hit hits[HITS_MAX];
    when_atom *a = push(r, span, token, 'a');
    uint32_t count = dl_know_look_up(r->know, r->words.table, dl_doc_words(r->doc, span), hits, HITS_MAX);
    for (uint32_t i = 0; i < count; i++) add_sense(r, a, hits[i].row);
}

static void push_digits(when_reader *r, dl_span span, uint32_t token) {
    when_atom *a = push(r, span, token, '0');
    int64_t number;
    a->digits = (uint8_t)dl_bytes_number((dl_bytes){r->doc->text.data + span.begin, span.end - span.begin}, &number);
    a->number = a->digits <= DIGITS_MAX ? (int32_t)number : -1;
}

/* Cuts a token into letters, digits and marks. */
static void push_pieces(when_reader *r, uint32_t token) {
    dl_span span = r->doc->tokens.rows[token].span;
    for (uint32_t at = span.begin; at < span.end;) {
        dl_bytes rest = {r->doc->text.data + at, span.end - at};
        char c = rest.data[0];
        uint32_t size = wide_mark(rest, &c);
        if (size) {
            push(r, (dl_span){at, at + size}, token, c);
        } else if (letter(c)) {
            size = letters(rest);
            push_letters(r, (dl_span){at, at + size}, token);
        } else if (dl_is_digit(c)) {
            int64_t number;
            size = (uint32_t)dl_bytes_number(rest, &number);
            push_digits(r, (dl_span){at, at + size}, token);
        } else {
            size = 1;
            push(r, (dl_span){at, at + 1}, token, c);
        }
        at += size;
    }
}

/* Letters only, or a clitic ("'s"). */
static bool plain_word(dl_bytes text) {
    size_t i = text.size > 1 && text.data[0] == '\'' ? 1 : 0;
    for (; i < text.size; i++)
        if (!dl_is_alpha(text.data[i])) return false;
    return true;
}

/* A token with marks in it that is a known phrase as it stands ("new-year") or the beginning of one. */
static bool known_phrase(const when_reader *r, const dl_know_view *view, uint32_t token) {
    dl_know_hit hit;
    char first = r->doc->text.data[r->doc->tokens.rows[token].span.begin];
    return letter(first) && dl_know_begins(r->know, r->doc->tokens.rows[token].word) & r->begins &&
           dl_know_find(r->know, view, token, r->words.table, &hit, 1);
}

/* Most tokens are one atom: room for all of them saves growing step by step. */
static void reserve(when_reader *r, const dl_sentence *s) {
    uint32_t room = s->token_count + 8;
    if (r->atoms.room >= room) return;
    r->atoms.room = room * 2;
    r->atoms.rows = DL_NEW_ARRAY(&r->doc->arena, when_atom, r->atoms.room);
}

void dl_when_atoms(when_reader *r, uint32_t sentence) {
    const dl_sentence *s = &r->doc->sentences.rows[sentence];
    uint32_t end = dl_sentence_end(s);
    dl_know_view view = {r->doc->text, r->doc->tokens.rows, end, s->capitals};
    r->atoms.count = 0;
    reserve(r, s);
    r->sentence = sentence;
    r->capitals = s->capitals;
    for (uint32_t t = s->first_token; t < end; t++) {
        if (plain_word(dl_token_text(r->doc, t)) || known_phrase(r, &view, t))
            t = push_word(r, &view, t);
        else
            push_pieces(r, t);
    }
    r->end = r->atoms.count ? r->atoms.count : 1;
    *DL_PUSH(&r->doc->arena, &r->atoms) = (when_atom){.number = -1};
}

int dl_when_value(const when_reader *r, uint32_t i, when_class kind) {
    const when_atom *a = atom(r, i);
    for (int k = 0; k < WHEN_SENSES; k++)
        if (a->senses[k].kind == kind) return a->senses[k].value;
    return 0;
}

dl_bytes dl_when_atom_text(const when_reader *r, uint32_t i) {
    const when_atom *a = atom(r, i);
    return dl_doc_words(r->doc, a->span);
}

bool dl_when_word_is(const when_reader *r, uint32_t i, const char *word) {
    return dl_bytes_like(dl_when_atom_text(r, i), word);
}
