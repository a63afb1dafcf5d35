/* The marks of punctuation that cutting cares about. */
#ifndef DL_TEXT_MARKS_H
#define DL_TEXT_MARKS_H

#include "base/bytes.h"

typedef enum dl_mark {
    DL_MARK_NONE, /* part of a word */
    DL_MARK_SPACE,
    DL_MARK_OPEN,  /* ( [ { and opening quotation marks */
    DL_MARK_CLOSE, /* ) ] } and closing quotation marks */
    DL_MARK_QUOTE, /* " and ' : opens or closes */
    DL_MARK_STOP,  /* . */
    DL_MARK_END,   /* ! ? */
    DL_MARK_DOTS,  /* ... or the one-character ellipsis */
    DL_MARK_COMMA, /* , */
    DL_MARK_COLON, /* : */
    DL_MARK_OTHER, /* ; and the like: always a token of its own */
    DL_MARK_HYPHEN,
    DL_MARK_DASH, /* two or more hyphens, en and em dash */
    DL_MARK_SLASH,
    DL_MARK_PERCENT,
    DL_MARK_MONEY,
    DL_MARK_APOSTROPHE /* the curly one, which also closes quotations */
} dl_mark;

/* The mark at a character that is no ASCII letter or digit. */
dl_mark dl_mark_of_sign(dl_bytes text, size_t at, size_t end, size_t *size);

/* The mark at text[at] (at < end) and its bytes; for DL_MARK_NONE and DL_MARK_SPACE the bytes of one character. Most characters are letters, so
 * that these are told here. */
static inline dl_mark dl_mark_at(dl_bytes text, size_t at, size_t end, size_t *size) {
    if (!dl_is_alpha(text.data[at]) && !dl_is_digit(text.data[at])) return dl_mark_of_sign(text, at, end, size);
    *size = 1;
    return DL_MARK_NONE;
}

#endif
