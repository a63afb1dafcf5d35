#include "text/tokens.h"

#include "text/addresses.h"
#include "text/marks.h"
#include "text/smileys.h"

enum { INITIALS_MOST = 16 };

/* One run of text without blanks, cut from the left. */
typedef struct chunk {
    dl_arena *arena;
    dl_bytes text;
    size_t begin, end;
    const dl_word_list *words;
    dl_cut_tokens *tokens;
} chunk;

static void emit(chunk *c, size_t begin, size_t end) {
    if (begin < end) *DL_PUSH(c->arena, c->tokens) = (dl_cut_token){{(uint32_t)begin, (uint32_t)end}, true};
}

static dl_word_kind kind_of(const chunk *c, size_t begin, size_t end) {
    return c->words ? c->words->kind(c->words->self, (dl_bytes){c->text.data + begin, end - begin}) : DL_WORD_PLAIN;
}

static bool letter_at(const chunk *c, size_t at) {
    size_t size;
    if (at >= c->end) return false;
    return dl_is_alpha(c->text.data[at]) || ((unsigned char)c->text.data[at] >= 0x80 && dl_mark_at(c->text, at, c->end, &size) == DL_MARK_NONE);
}
static bool digit_at(const chunk *c, size_t at) {
    return at < c->end && dl_is_digit(c->text.data[at]);
}
static bool word_at(const chunk *c, size_t at) {
    return letter_at(c, at) || digit_at(c, at);
}
static bool like(const chunk *c, size_t begin, size_t end, const char *s) {
    return end >= begin && dl_bytes_like((dl_bytes){c->text.data + begin, end - begin}, s);
}

/* "U.S", "p.m", "J": letters with single stops between them, none longer than two. */
static bool initials(const chunk *c, size_t begin, size_t end) {
    size_t run = 0, letters = 0;
    if (end - begin > INITIALS_MOST) return false;
    for (size_t i = begin; i < end; i++) {
        if (c->text.data[i] == '.')
            run = 0;
        else if (!dl_is_alpha(c->text.data[i]) || ++run > (letters ? 2 : 1))
            return false;
        else
            letters++;
    }
    return letters && (letters > 1 ? end - begin > letters : dl_is_upper(c->text.data[begin]));
}

/* Whether the sentence goes on behind the full stop at `at`. */
static bool goes_on(const chunk *c, size_t at) {
    if (at + 1 >= c->text.size) return false;
    char next = c->text.data[at + 1];
    if (next == ' ' && at + 2 < c->text.size) next = c->text.data[at + 2];
    return next == ',' || next == ')' || next == ';' || dl_is_lower(next);
}

/* Whether the full stop at `at` belongs to the word in front of it. */
static bool stop_belongs(const chunk *c, size_t begin, size_t at) {
    if (at == begin || c->text.data[at - 1] == '.') return false;
    for (size_t i = at; i > begin && i + INITIALS_MOST > at; i--) /* "anti-U.S." */
        if (c->text.data[i - 1] == '-') return i < at && stop_belongs(c, i, at);
    if (initials(c, begin, at)) return true;
    dl_word_kind kind = kind_of(c, begin, at);
    bool number = at + 2 < c->text.size && c->text.data[at + 1] == ' ' && dl_is_digit(c->text.data[at + 2]);
    return kind == DL_WORD_ABBREVIATION || kind == DL_WORD_TITLE || (kind == DL_WORD_NUMBERED && number) ||
           (kind == DL_WORD_TRAILING && goes_on(c, at));
}

/* Bytes of a clitic that begins with the apostrophe at `at`, or 0. */
static size_t clitic(const chunk *c, size_t at, size_t apostrophe) {
    static const char *const tails[] = {"s", "re", "ve", "ll", "d", "m"};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        size_t end = at + apostrophe + strlen(tails[i]);
        if (end <= c->end && !word_at(c, end) && like(c, at + apostrophe, end, tails[i])) return end - at;
    }
    return 0;
}

/* A word in the parts that the table gives, which are the word itself but for blanks; false where they are not. */
static bool emit_parts(chunk *c, size_t begin, size_t word, size_t end) {
    dl_bytes parts = c->words->parts(c->words->self, (dl_bytes){c->text.data + word, end - word}), part;
    size_t letters = 0;
    for (size_t i = 0; i < parts.size; i++) letters += parts.data[i] != ' ';
    if (letters != end - word) return false;
    while (dl_bytes_cut(&parts, ' ', &part)) {
        emit(c, begin, word + part.size);
        begin = word = word + part.size;
    }
    return true;
}

/* "its not": a slip for "it's not". */
static bool is_misspelt_its(const chunk *c, size_t begin, size_t end) {
    if (!like(c, begin, end, "its") || end + 1 >= c->text.size || c->text.data[end] != ' ') return false;
    size_t next = end + 1, stop = next;
    while (stop < c->text.size && dl_is_lower(c->text.data[stop]) && stop < next + INITIALS_MOST) stop++;
    return stop < c->text.size && c->text.data[stop] == ' ' && kind_of(c, next, stop) == DL_WORD_BEHIND_ITS;
}

/* Bytes of the number in front of a unit or abbreviation written on it ("10km", "6p.m."), or 0. */
static size_t number_before_unit(const chunk *c, size_t begin, size_t end) {
    size_t digits = begin;
    while (digits < end && (dl_is_digit(c->text.data[digits]) || (digits > begin && strchr(".,:", c->text.data[digits])))) digits++;
    if (digits == begin || digits == end || !dl_is_alpha(c->text.data[digits])) return 0;
    size_t tail = c->text.data[end - 1] == '.' ? end - 1 : end;
    dl_word_kind kind = kind_of(c, digits, tail);
    return kind == DL_WORD_UNIT || (kind == DL_WORD_ABBREVIATION && dl_is_lower(c->text.data[digits])) ? digits - begin : 0;
}

static bool is_divided(const chunk *c, size_t begin, size_t end) {
    if (!c->words || !c->words->parts(c->words->self, (dl_bytes){c->text.data + begin, end - begin}).size) return false;
    return kind_of(c, begin, end) == DL_WORD_FUSED;
}

/* A word without inner punctuation. */
static void emit_word(chunk *c, size_t begin, size_t end) {
    if (begin >= end) return;
    if (is_divided(c, begin, end) && emit_parts(c, begin, begin, end)) return;
    size_t head = dl_is_digit(c->text.data[begin]) ? number_before_unit(c, begin, end) : is_misspelt_its(c, begin, end) ? 2 : 0;
    if (head) emit(c, begin, begin + head);
    emit(c, begin + head, end);
}

/* "555-1234", "94720-1900": four digits behind one, three or five are a number of a telephone or a post office. A round figure ends a range. */
static bool is_telephone(const chunk *c, size_t begin, size_t at) {
    enum { LOCAL = 4 };
    size_t left = at - begin, right = 0;
    while (right <= LOCAL && digit_at(c, at + 1 + right)) right++;
    if (right != LOCAL || (left != 1 && left != 3 && left != 5) || (c->text.data[at + LOCAL] == '0' && c->text.data[at + LOCAL - 1] == '0'))
        return false;
    for (size_t i = begin; i < at; i++)
        if (!dl_is_digit(c->text.data[i])) return false;
    return !letter_at(c, at + 1 + LOCAL);
}

/* "2022-03-14", "3/14/2022", "555-1234": digits on both sides keep the mark where more than one such mark or a slash joins them. */
static bool joins_digits(const chunk *c, size_t begin, size_t at) {
    if (!digit_at(c, at + 1) || at == begin || !dl_is_digit(c->text.data[at - 1])) return false;
    if (c->text.data[at] == '/' || is_telephone(c, begin, at)) return true;
    size_t marks = 0;
    for (size_t i = at; i-- > begin && i + 16 > at && (dl_is_digit(c->text.data[i]) || c->text.data[i] == '-');) marks += c->text.data[i] == '-';
    for (size_t i = at + 1; i < c->end && (dl_is_digit(c->text.data[i]) || c->text.data[i] == '-') && i < at + 16; i++)
        marks += c->text.data[i] == '-';
    return marks > 0;
}

/* "w/o", "b/c", "w/": single letters about a slash. */
static bool joins_letters(const chunk *c, size_t begin, size_t at) {
    if (at != begin + 1 || !dl_is_alpha(c->text.data[begin])) return false;
    bool with = (c->text.data[begin] | 32) == 'w';
    return letter_at(c, at + 1) ? with || !word_at(c, at + 2) : with && !digit_at(c, at + 1);
}

/* A dropped blank: "ended.The next", "won.the next". */
static bool ends_without_blank(const chunk *c, size_t begin, size_t at) {
    enum { LEAST = 3 };
    if (at < begin + LEAST || !dl_is_lower(c->text.data[at - 1]) || !dl_is_lower(c->text.data[at - 2]) || !letter_at(c, at + 1)) return false;
    if (dl_is_upper(c->text.data[at + 1])) return at + 2 < c->end && dl_is_lower(c->text.data[at + 2]);
    size_t next = at + 1;
    while (next < c->end && dl_is_lower(c->text.data[next])) next++;
    if (word_at(c, next) || (next < c->end && strchr(".-_/@", c->text.data[next]))) return false;
    for (size_t i = begin; i < at; i++)
        if (!dl_is_alpha(c->text.data[i])) return false;
    return true;
}

/* "anti-war", "mid-1980s", but not "over-the-counter". */
static bool is_prefix(const chunk *c, size_t begin, size_t at) {
    size_t next = at + 1;
    if (at == begin || !word_at(c, next) || (at == begin + 1 && !dl_is_lower(c->text.data[next]))) return false;
    return kind_of(c, begin, at) == DL_WORD_PREFIX && !(like(c, next, next + 3, "the") && !word_at(c, next + 3));
}

/* "sit-in", "walk-outs": parts that a tagger would take for a verb and a preposition. */
static bool is_joined(const chunk *c, size_t begin, size_t at) {
    size_t end = at + 1;
    while (end < c->end && dl_is_alpha(c->text.data[end])) end++;
    return end > at + 1 && !word_at(c, end) && kind_of(c, begin, end) == DL_WORD_JOINED;
}

/* Whether the mark at `at`, with a word begun at `begin`, stays inside that word. */
static bool stays(const chunk *c, size_t begin, size_t at, dl_mark mark, size_t size) {
    size_t next = at + size;
    switch (mark) {
    case DL_MARK_COMMA:
        return at > begin && dl_is_digit(c->text.data[at - 1]) && digit_at(c, next);
    case DL_MARK_COLON:
        return at > begin && dl_is_digit(c->text.data[at - 1]) && digit_at(c, next);
    case DL_MARK_SLASH:
        return joins_digits(c, begin, at) || joins_letters(c, begin, at);
    case DL_MARK_HYPHEN:
        return joins_digits(c, begin, at) || is_prefix(c, begin, at) || is_joined(c, begin, at);
    case DL_MARK_DASH: /* the underscore of a name of a file or an account */
        return c->text.data[at] == '_' && size == 1 && at > begin && word_at(c, next);
    case DL_MARK_MONEY: /* written for the letter: "co$t" */
        return c->text.data[at] == '$' && size == 1 && at > begin && dl_is_lower(c->text.data[at - 1]);
    case DL_MARK_OTHER: /* a word half told: "sh*t" */
        return c->text.data[at] == '*' && at > begin && word_at(c, next);
    case DL_MARK_STOP:
        if (at == begin) return digit_at(c, next);
        return word_at(c, next) ? !ends_without_blank(c, begin, at) : stop_belongs(c, begin, at);
    case DL_MARK_QUOTE:
    case DL_MARK_APOSTROPHE:
        return c->text.data[at] != '"' && at > begin && word_at(c, next) && !clitic(c, at, size);
    default:
        return false;
    }
}

/* "don't": the n belongs to the clitic. */
static bool negation(const chunk *c, size_t begin, size_t at, size_t size) {
    return at > begin + 1 && (c->text.data[at - 1] | 32) == 'n' && like(c, at + size, at + size + 1, "t") && at + size < c->end &&
           !word_at(c, at + size + 1);
}

/* "80's", "1590's": a decade. */
static bool is_decade(const chunk *c, size_t begin, size_t at, size_t size) {
    if (at < begin + 2 || at > begin + 4 || c->text.data[at - 1] != '0' || !like(c, at + size, at + size + 1, "s") || word_at(c, at + size + 1))
        return false;
    for (size_t i = begin; i < at; i++)
        if (!dl_is_digit(c->text.data[i])) return false;
    return true;
}

/* Bytes of the first full stop of a row where it belongs to the word in front of it and another ends the sentence ("Inc..", "the U.S.?"), or 0. */
static size_t own_stop(const chunk *c, size_t begin, size_t at, size_t size) {
    return c->text.data[at] == '.' && size == 2 && stop_belongs(c, begin, at) ? 1 : 0;
}

/* "St.George", "Sept.11": a title and what follows, without a blank. */
static bool titled(const chunk *c, size_t begin, size_t at) {
    if (at == begin || at + 2 >= c->end) return false;
    if (!digit_at(c, at + 1) && (!dl_is_upper(c->text.data[at + 1]) || !dl_is_lower(c->text.data[at + 2]))) return false;
    return kind_of(c, begin, at) == DL_WORD_TITLE;
}

/* Bytes of a clitic at the mark at `at`, with a word begun at `word`. */
static size_t tail_at(const chunk *c, size_t word, size_t at, dl_mark mark, size_t size) {
    if (at == word) return 0;
    if (c->text.data[at] == '`') return like(c, at + 1, at + 2, "s") && !word_at(c, at + 2) ? 2 : 0;
    return (mark == DL_MARK_QUOTE || mark == DL_MARK_APOSTROPHE) && c->text.data[at] != '"' ? clitic(c, at, size) : 0;
}

/* Bytes of a mark that begins a word in spite of what it is, or 0: a minus, "+1". */
static bool begins_word(const chunk *c, size_t word, size_t at, dl_mark mark, size_t size) {
    return at == word && size == 1 && digit_at(c, at + 1) && (mark == DL_MARK_HYPHEN ? at == c->begin : c->text.data[at] == '+');
}

/* Words and marks of [begin, end), cut from the left. */
static void cut_core(chunk *c, size_t begin, size_t end) {
    size_t word = begin, size;
    for (size_t at = begin; at < end; at += size) {
        dl_mark mark = dl_mark_at(c->text, at, end, &size);
        if (mark == DL_MARK_NONE) continue;
        size_t face = dl_smiley_size(c->text, at, end, at == c->begin);
        if (face) {
            emit_word(c, word, at);
            emit(c, at, at + face);
            size = face;
            word = at + size;
            continue;
        }
        if (mark == DL_MARK_STOP && titled(c, word, at)) {
            emit(c, word, at + size);
            word = at + size;
            continue;
        }
        bool apostrophe = (mark == DL_MARK_QUOTE || mark == DL_MARK_APOSTROPHE) && c->text.data[at] != '"';
        if (begins_word(c, word, at, mark, size) || (apostrophe && is_decade(c, word, at, size))) continue;
        if (stays(c, word, at, mark, size)) {
            if (apostrophe && at + size < end && negation(c, word, at, size)) {
                emit_word(c, word, at - 1);
                emit(c, at - 1, at + size + 1);
                size += 1;
                word = at + size;
            }
            continue;
        }
        size_t own = own_stop(c, word, at, size);
        if (own) {
            size = own;
            continue;
        }
        emit_word(c, word, at);
        size_t tail = tail_at(c, word, at, mark, size);
        if (tail && at + tail <= end) size = tail; /* its letter may be the first of a smiley behind */
        emit(c, at, at + size);
        word = at + size;
    }
    emit_word(c, word, end);
}

/* Bytes of a word that an apostrophe begins ("'em", "'tis", "'09", "'s"), which is emitted; 0 where it begins none. */
static size_t emit_clipped(chunk *c, size_t at, size_t size) {
    size_t begin = at + size, end = begin, digits = 0;
    while (end < begin + INITIALS_MOST && digit_at(c, end)) end++;
    digits = end - begin;
    if (digits == 2 && like(c, end, end + 1, "s")) end++;
    while (end < begin + INITIALS_MOST && letter_at(c, end) && !digits) end++;
    if (word_at(c, end)) return 0;
    if (digits != 2 && (digits || kind_of(c, begin, end) != DL_WORD_CLIPPED)) return 0;
    if (digits || !emit_parts(c, at, begin, end)) emit(c, at, end);
    return end - at;
}

/* Marks in front of a word. Returns what is behind them. */
static size_t cut_front(chunk *c, size_t at) {
    size_t size;
    for (; at < c->end; at += size) {
        dl_mark mark = dl_mark_at(c->text, at, c->end, &size);
        bool angle = c->text.data[at] == '<' && !dl_smiley_size(c->text, at, c->end, at == c->begin);
        if (mark != DL_MARK_OPEN && mark != DL_MARK_QUOTE && mark != DL_MARK_APOSTROPHE && mark != DL_MARK_CLOSE && !angle) break;
        if (dl_smiley_size(c->text, at, c->end, at == c->begin)) break;
        bool apostrophe = (mark == DL_MARK_QUOTE || mark == DL_MARK_APOSTROPHE) && c->text.data[at] != '"';
        size_t clipped = apostrophe ? emit_clipped(c, at, size) : 0;
        if (clipped) {
            size = clipped;
            continue;
        }
        size_t tail = apostrophe ? clitic(c, at, size) : 0;
        if (tail && at > 0) size = tail;
        emit(c, at, at + size);
    }
    return at;
}

/* A chunk that has more than letters in it. */
static void cut_chunk(chunk *c) {
    if (dl_is_drawing(c->text, c->begin, c->end) && !dl_smiley_size(c->text, c->begin, c->end, true)) {
        emit(c, c->begin, c->end);
        return;
    }
    for (size_t at = cut_front(c, c->begin); at < c->end;) {
        dl_span address = dl_address_find(c->text, at, c->end, c->words);
        if (address.end == 0) {
            cut_core(c, at, c->end);
            return;
        }
        cut_core(c, at, address.begin);
        emit(c, address.begin, address.end);
        at = cut_front(c, address.end);
    }
}

void dl_cut_span_tokens(dl_arena *arena, dl_bytes text, dl_span span, const dl_word_list *words, dl_cut_tokens *tokens) {
    size_t at = span.begin, size;
    while (at < span.end) {
        if (dl_mark_at(text, at, span.end, &size) == DL_MARK_SPACE) {
            at += size;
            continue;
        }
        size_t begin = at;
        while (at < span.end && dl_is_alpha(text.data[at])) at++;
        size_t letters = at;
        while (at < span.end && dl_mark_at(text, at, span.end, &size) != DL_MARK_SPACE) at += size;
        chunk c = {arena, text, begin, at, words, tokens};
        if (at == letters)
            emit_word(&c, begin, at);
        else
            cut_chunk(&c);
        if (tokens->count > 1) tokens->rows[tokens->count - 1].glued = false;
    }
}
