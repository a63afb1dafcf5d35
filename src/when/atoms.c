#include "when/atoms.h"

enum { HITS_MAX = 12, DIGITS_MAX = 8 };

static const when_senses nothing;

/* Most tokens are one atom, so the room is there. */
static inline when_atom *push(when_reader *r, dl_span span, uint32_t token, char c, const when_senses *senses) {
    const dl_token *t = &r->doc->tokens.rows[token];
    when_atom *a = DL_PUSH(&r->doc->arena, &r->atoms);
    *a = (when_atom){.span = span, .first_token = token, .last_token = token, .classes = senses->classes, .words = senses->words};
    a->number = -1;
    a->mark = c;
    a->glued = span.begin > t->span.begin || (token > 1 && t[-1].span.end == t->span.begin);
    a->upper = dl_is_upper(r->doc->text.data[span.begin]);
    return a;
}

/* The longest phrase of several words at a token; 0 where there is none, else its last token. */
static uint32_t find_phrase(const when_reader *r, const dl_know_view *view, uint32_t token, when_senses *senses) {
    dl_know_hit hits[HITS_MAX];
    if (token + 1 >= view->end || !dl_when_paired(r->words, view->tokens[token].word, view->tokens[token + 1].word)) return 0;
    uint32_t count = dl_know_find(r->words->know, view, token, r->words->table, hits, HITS_MAX);
    if (!count || hits[0].last == token) return 0;
    for (uint32_t i = 0; i < count && hits[i].last == hits[0].last; i++) dl_when_add_sense(r->words, senses, hits[i].row);
    return hits[0].last;
}

/* A phrase of several words, where one begins here. Returns its last token, 0 where there is none. */
static uint32_t push_phrase(when_reader *r, const dl_know_view *view, uint32_t token) {
    when_senses phrase = {0};
    uint32_t last = find_phrase(r, view, token, &phrase);
    if (!last) return 0;
    when_senses *kept = DL_NEW(&r->doc->arena, when_senses);
    *kept = phrase;
    push(r, (dl_span){view->tokens[token].span.begin, view->tokens[last].span.end}, token, 'a', kept)->last_token = last;
    return last;
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

/* A run of letters: the token itself or a part of it. */
static void push_letters(when_reader *r, dl_span span, uint32_t token) {
    const dl_token *t = &r->doc->tokens.rows[token];
    bool whole = dl_span_size(span) == dl_span_size(t->span);
    dl_bytes word = dl_doc_words(r->doc, span);
    when_atom *a = push(r, span, token, 'a', dl_when_senses(r->words, whole ? t->word : dl_know_word(r->words->know, word)));
    if (dl_bytes_like(word, "q")) a->classes |= (uint64_t)1 << WHEN_LETTER_Q;
}

static void push_digits(when_reader *r, dl_span span, uint32_t token) {
    when_atom *a = push(r, span, token, '0', &nothing);
    int64_t number;
    a->classes = (uint64_t)1 << WHEN_DIGITS;
    a->digits = (uint8_t)dl_bytes_number((dl_bytes){r->doc->text.data + span.begin, span.end - span.begin}, &number);
    a->number = a->digits <= DIGITS_MAX ? (int32_t)number : -1;
}

static void push_mark(when_reader *r, dl_span span, uint32_t token, char c) {
    when_atom *a = push(r, span, token, c, &nothing);
    if (c == '\'') a->classes = (uint64_t)1 << WHEN_APOSTROPHE;
}

/* Cuts a token into letters, digits and marks. */
static void push_pieces(when_reader *r, uint32_t token) {
    dl_span span = r->doc->tokens.rows[token].span;
    for (uint32_t at = span.begin; at < span.end;) {
        dl_bytes rest = {r->doc->text.data + at, span.end - at};
        char c = rest.data[0];
        uint32_t size = wide_mark(rest, &c);
        if (size) {
            push_mark(r, (dl_span){at, at + size}, token, c);
        } else if (letter(c)) {
            size = letters(rest);
            push_letters(r, (dl_span){at, at + size}, token);
        } else if (dl_is_digit(c)) {
            int64_t number;
            size = (uint32_t)dl_bytes_number(rest, &number);
            push_digits(r, (dl_span){at, at + size}, token);
        } else {
            size = 1;
            push_mark(r, (dl_span){at, at + 1}, token, c);
        }
        at += size;
    }
}

/* Letters only, or a clitic ("'s"). */
static bool plain_word(dl_bytes text) {
    size_t i = text.size > 1 && text.data[0] == '\'' ? 1 : 0;
    for (; i < text.size; i++)
        if ((unsigned char)((text.data[i] | 0x20) - 'a') >= 26) return false;
    return true;
}

/* Most tokens are one atom: room for all of them saves growing step by step. */
static void reserve(when_reader *r, const dl_sentence *s) {
    uint32_t room = s->token_count + 8;
    if (r->atoms.room >= room) return;
    r->atoms.room = room * 2;
    r->atoms.rows = DL_NEW_ARRAY(&r->doc->arena, when_atom, r->atoms.room);
}

/* A token that is one atom of letters. Words that the knowledge has need no look at every byte; "new-year" is known with its mark. */
static bool one_word(dl_bytes text, uint32_t word, const when_senses *senses) {
    if (senses->classes && letter(text.data[0])) return true;
    if (text.size < 2) return false;
    return (word && dl_is_alpha(text.data[0]) && dl_is_alpha(text.data[text.size - 1])) || plain_word(text);
}

static bool one_mark(dl_bytes text) {
    return text.size == 1 && !dl_is_digit(text.data[0]) && !letter(text.data[0]);
}

void dl_when_atoms(when_reader *r, uint32_t sentence) {
    const dl_sentence *s = &r->doc->sentences.rows[sentence];
    const dl_token *tokens = r->doc->tokens.rows;
    uint32_t end = dl_sentence_end(s);
    dl_know_view view = {r->doc->text, tokens, end, s->capitals};
    r->atoms.count = 0;
    reserve(r, s);
    r->sentence = sentence;
    r->capitals = s->capitals;
    for (uint32_t t = s->first_token; t < end; t++) {
        dl_bytes text = dl_token_text(r->doc, t);
        uint32_t word = tokens[t].word;
        const when_senses *senses = dl_when_senses(r->words, word);
        uint32_t last = senses->longer && letter(text.data[0]) ? push_phrase(r, &view, t) : 0;
        if (last)
            t = last;
        else if (one_word(text, word, senses))
            push(r, tokens[t].span, t, 'a', senses);
        else if (one_mark(text))
            push_mark(r, tokens[t].span, t, text.data[0]);
        else
            push_pieces(r, t);
    }
    r->end = r->atoms.count ? r->atoms.count : 1;
    *DL_PUSH(&r->doc->arena, &r->atoms) = (when_atom){.words = nothing.words, .number = -1};
}

/* Digits, and the first byte of the dashes beyond ASCII. */
static bool begins_piece(char c) {
    return dl_is_digit(c) || (unsigned char)c == 0xe2;
}

/* A token that is cut apart where it has digits or dashes in it. Words of the knowledge have none that matter. */
static bool has_pieces(dl_bytes text, const dl_token *token) {
    if (dl_is_digit(text.data[0])) return true;
    if (token->word) return false;
    for (size_t i = 0; i < text.size; i++)
        if (begins_piece(text.data[i])) return true;
    return text.size > 1 && memchr(text.data, '-', text.size);
}

bool dl_when_worth(const when_reader *r, uint32_t sentence) {
    const dl_sentence *s = &r->doc->sentences.rows[sentence];
    for (uint32_t t = s->first_token; t < dl_sentence_end(s); t++) {
        const dl_token *token = &r->doc->tokens.rows[t];
        const when_senses *senses = dl_when_senses(r->words, token->word);
        if (senses->tells || (senses->longer && dl_when_paired(r->words, token->word, token[1].word))) return true;
        if (has_pieces(dl_token_text(r->doc, t), token)) return true;
    }
    return false;
}

dl_bytes dl_when_atom_text(const when_reader *r, uint32_t i) {
    const when_atom *a = atom(r, i);
    return dl_doc_words(r->doc, a->span);
}

bool dl_when_word_is(const when_reader *r, uint32_t i, const char *word) {
    return dl_bytes_like(dl_when_atom_text(r, i), word);
}
