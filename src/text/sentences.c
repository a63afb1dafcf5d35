#include "text/tokens.h"

#include "text/marks.h"

enum { CLOSERS = 6 }; /* most closing marks that may stand behind a full stop */

static dl_bytes words_of(dl_bytes text, const dl_cut_tokens *tokens, uint32_t i) {
    dl_span s = tokens->rows[i].span;
    return (dl_bytes){text.data + s.begin, s.end - s.begin};
}

static dl_mark mark_of(dl_bytes text, const dl_cut_tokens *tokens, uint32_t i) {
    dl_span s = tokens->rows[i].span;
    size_t size;
    dl_mark mark = dl_mark_at(text, s.begin, s.end, &size);
    return size == dl_span_size(s) ? mark : DL_MARK_NONE;
}

/* A mark that closes what stands before it: it is glued to that. A straight quotation mark closes where nothing is glued behind it. */
static bool closes(dl_bytes text, const dl_cut_tokens *tokens, uint32_t i) {
    if (i <= 1 || !tokens->rows[i - 1].glued) return false;
    dl_mark mark = mark_of(text, tokens, i);
    return mark == DL_MARK_CLOSE || mark == DL_MARK_APOSTROPHE || (mark == DL_MARK_QUOTE && !tokens->rows[i].glued);
}

static bool opens(dl_bytes text, const dl_cut_tokens *tokens, uint32_t i) {
    dl_mark mark = mark_of(text, tokens, i);
    return mark == DL_MARK_OPEN || mark == DL_MARK_QUOTE || mark == DL_MARK_DASH || mark == DL_MARK_OTHER;
}

static bool begins_sentence(dl_bytes word) {
    return !dl_is_lower(word.data[0]) && word.data[0] != ',' && word.data[0] != ')';
}

static bool starter(const dl_word_list *words, dl_bytes word) {
    return dl_is_upper(word.data[0]) && words && words->kind(words->self, word) == DL_WORD_STARTER;
}

bool dl_cut_sentence_ends(dl_bytes text, const dl_cut_tokens *tokens, uint32_t i, uint32_t end, const dl_word_list *words) {
    uint32_t stop = i;
    while (i - stop < CLOSERS && closes(text, tokens, stop)) stop--;
    dl_mark mark = mark_of(text, tokens, stop);
    dl_bytes last = words_of(text, tokens, stop);
    bool plain = mark == DL_MARK_STOP || mark == DL_MARK_END || mark == DL_MARK_DOTS;
    if (!plain && (last.size < 2 || last.data[last.size - 1] != '.')) return false;
    if (i + 1 >= end) return true;
    if (closes(text, tokens, i + 1)) return false;
    if (mark == DL_MARK_DOTS && tokens->rows[stop].glued && stop == i) return false;
    uint32_t next = i + 1;
    bool opened = false;
    for (; next + 1 < end && next < i + 3 && opens(text, tokens, next); next++) opened = true;
    dl_bytes word = words_of(text, tokens, next);
    if (plain) return begins_sentence(word);
    dl_word_kind kind = words ? words->kind(words->self, (dl_bytes){last.data, last.size - 1}) : DL_WORD_PLAIN;
    return kind != DL_WORD_TITLE && kind != DL_WORD_NUMBERED && (starter(words, word) || (opened && dl_is_upper(word.data[0]) && last.size > 2));
}
