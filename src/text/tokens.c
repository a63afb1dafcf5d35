#include "text/tokens.h"

#include "text/marks.h"

/* One run of text without blanks, cut from the left. */
typedef struct chunk {
    dl_arena *arena;
    dl_bytes text;
    size_t end;
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

/* Whether the full stop at `at` belongs to the word in front of it. */
static bool stop_belongs(const chunk *c, size_t begin, size_t at) {
    if (at == begin) return false;
    if (initials(c, begin, at)) return true;
    dl_word_kind kind = kind_of(c, begin, at);
    bool number = at + 2 < c->text.size && c->text.data[at + 1] == ' ' && dl_is_digit(c->text.data[at + 2]);
    return kind == DL_WORD_ABBREVIATION || kind == DL_WORD_TITLE || (kind == DL_WORD_NUMBERED && number);
}

/* Marks that stand at the end of a chunk; the rest of it is words. A web address keeps everything but these. */
static size_t trailing(const chunk *c, size_t begin) {
    size_t at = begin, core = begin, size;
    for (; at < c->end; at += size) {
        dl_mark mark = dl_mark_at(c->text, at, c->end, &size);
        if (mark == DL_MARK_NONE || mark == DL_MARK_SLASH || mark == DL_MARK_HYPHEN || mark == DL_MARK_PERCENT || mark == DL_MARK_MONEY)
            core = at + size;
    }
    return core;
}

static bool is_address(const chunk *c, size_t begin) {
    dl_bytes rest = {c->text.data + begin, c->end - begin};
    if (dl_bytes_start(rest, "http://") || dl_bytes_start(rest, "https://") || dl_bytes_start(rest, "www.")) return true;
    const char *at = memchr(rest.data, '@', rest.size);
    return at && at > rest.data && memchr(at, '.', rest.size - (size_t)(at - rest.data));
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

/* Two words written as one: bytes of the first, or 0. */
static size_t fused(const chunk *c, size_t begin, size_t end) {
    static const struct {
        const char *word;
        uint8_t head;
    } list[] = {{"cannot", 3}, {"dont", 2},  {"didnt", 3}, {"doesnt", 4}, {"wont", 2}, {"cant", 2},
                {"isnt", 2},   {"wasnt", 3}, {"gonna", 3}, {"wanna", 3},  {"gotta", 3}};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (like(c, begin, end, list[i].word)) return list[i].head;
    return 0;
}

/* A word without inner punctuation: "cannot", and numbers with a unit, are two tokens. */
static void emit_word(chunk *c, size_t begin, size_t end) {
    static const char *const units[] = {"am", "pm", "a.m", "p.m", "km", "kms", "kg", "lb", "lbs", "mph", "a.m.", "p.m."};
    size_t head = fused(c, begin, end);
    if (head) {
        emit(c, begin, begin + head);
        emit(c, begin + head, end);
        return;
    }
    size_t digits = begin;
    while (digits < end && (dl_is_digit(c->text.data[digits]) || (digits > begin && strchr(".,:", c->text.data[digits])))) digits++;
    for (size_t i = 0; digits > begin && digits < end && i < sizeof units / sizeof *units; i++)
        if (like(c, digits, end, units[i])) {
            emit(c, begin, digits);
            emit(c, digits, end);
            return;
        }
    emit(c, begin, end);
}

/* "2022-03-14", "3/14/2022", "555-1234": digits on both sides keep the mark where more than one such mark or a slash joins them. */
static bool joins_digits(const chunk *c, size_t begin, size_t at) {
    if (!digit_at(c, at + 1) || at == begin || !dl_is_digit(c->text.data[at - 1])) return false;
    if (c->text.data[at] == '/') return true;
    size_t marks = 0;
    for (size_t i = at; i-- > begin && i + 16 > at && (dl_is_digit(c->text.data[i]) || c->text.data[i] == '-');) marks += c->text.data[i] == '-';
    for (size_t i = at + 1; i < c->end && (dl_is_digit(c->text.data[i]) || c->text.data[i] == '-') && i < at + 16; i++)
        marks += c->text.data[i] == '-';
    return marks > 0;
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
        return joins_digits(c, begin, at);
    case DL_MARK_HYPHEN:
        return joins_digits(c, begin, at) || (at > begin && letter_at(c, next) && kind_of(c, begin, at) == DL_WORD_PREFIX);
    case DL_MARK_STOP:
        if (at == begin) return digit_at(c, next);
        if (!word_at(c, next)) return stop_belongs(c, begin, at);
        /* a dropped blank: "ended.The next" */
        return !(at >= begin + 3 && dl_is_lower(c->text.data[at - 1]) && dl_is_lower(c->text.data[at - 2]) && next + 1 < c->end &&
                 dl_is_upper(c->text.data[next]) && dl_is_lower(c->text.data[next + 1]));
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

static void cut_core(chunk *c, size_t begin, size_t end) {
    size_t word = begin, size;
    for (size_t at = begin; at < end; at += size) {
        dl_mark mark = dl_mark_at(c->text, at, end, &size);
        if (mark == DL_MARK_NONE || stays(c, word, at, mark, size)) {
            bool apostrophe = mark == DL_MARK_QUOTE || mark == DL_MARK_APOSTROPHE;
            if (apostrophe && negation(c, word, at, size)) {
                emit_word(c, word, at - 1);
                emit(c, at - 1, at + size + 1);
                size += 1;
                word = at + size;
            }
            continue;
        }
        emit_word(c, word, at);
        size_t tail = (mark == DL_MARK_QUOTE || mark == DL_MARK_APOSTROPHE) && c->text.data[at] != '"' && at > word ? clitic(c, at, size) : 0;
        if (tail) size = tail;
        if (mark == DL_MARK_HYPHEN && at == word && digit_at(c, at + 1)) { /* a minus sign */
            word = at;
            continue;
        }
        emit(c, at, at + size);
        word = at + size;
    }
    emit_word(c, word, end);
}

static void cut_chunk(chunk *c, size_t begin) {
    size_t at = begin, size;
    while (at < c->end) { /* marks in front */
        dl_mark mark = dl_mark_at(c->text, at, c->end, &size);
        bool year = mark == DL_MARK_QUOTE && digit_at(c, at + size);
        if ((mark != DL_MARK_OPEN && mark != DL_MARK_QUOTE && mark != DL_MARK_APOSTROPHE && mark != DL_MARK_CLOSE) || year) break;
        size_t tail = mark == DL_MARK_QUOTE || mark == DL_MARK_APOSTROPHE ? clitic(c, at, size) : 0;
        if (tail && at > 0) size = tail;
        emit(c, at, at + size);
        at += size;
    }
    if (at < c->end && is_address(c, at)) {
        size_t core = trailing(c, at);
        emit(c, at, core);
        at = core;
    }
    cut_core(c, at, c->end);
}

void dl_cut_span_tokens(dl_arena *arena, dl_bytes text, dl_span span, const dl_word_list *words, dl_cut_tokens *tokens) {
    size_t at = span.begin, size;
    while (at < span.end) {
        if (dl_mark_at(text, at, span.end, &size) == DL_MARK_SPACE) {
            at += size;
            continue;
        }
        size_t begin = at;
        while (at < span.end && dl_mark_at(text, at, span.end, &size) != DL_MARK_SPACE) at += size;
        chunk c = {arena, text, at, words, tokens};
        cut_chunk(&c, begin);
        if (tokens->count > 1) tokens->rows[tokens->count - 1].glued = false;
    }
}
