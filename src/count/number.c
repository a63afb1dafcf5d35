#include "count/number.h"

#include "doc/ud.h"

enum { WORDS_OF_A_NUMBER = 8 };
typedef enum bound { BOUND_NONE, BOUND_FLOOR, BOUND_CEILING, BOUND_ABOUT } bound;

/* What a bare number comes to: an exact value, or a vague word's limits. */
typedef struct amount {
    int64_t low, best, high;
    uint32_t last;
    bool digits;
} amount;

static const int64_t LIMIT = 20000000000; /* no figure of people is larger */

/* "2,200", "35", "1.3": digits with their marks. `scaled` is a thousand times the value, so that "1.3 million" stays whole. */
static bool numeral(dl_bytes word, int64_t *scaled) {
    int64_t value = 0, fraction = 0, weight = 1000;
    bool point = false;
    if (!word.size || !dl_is_digit(word.data[0])) return false;
    for (size_t i = 0; i < word.size; i++) {
        char c = word.data[i];
        if (dl_is_digit(c) && !point && value < LIMIT)
            value = value * 10 + (c - '0');
        else if (dl_is_digit(c) && point && weight > 1)
            fraction += (c - '0') * (weight /= 10);
        else if (c == '.' && !point && i + 1 < word.size)
            point = true;
        else if (c != ',' || point || i + 3 >= word.size)
            return false;
    }
    if (value >= LIMIT) return false;
    *scaled = value * 1000 + fraction;
    return true;
}

typedef enum word_kind { WORD_NONE, WORD_UNIT, WORD_TEN, WORD_SCALE } word_kind;

static word_kind number_word(const dl_count_reader *r, uint32_t token, int64_t *value) {
    dl_know_hit hit;
    if (!dl_count_may_be(r, token, DL_COUNT_NUMBER) || !dl_count_phrase(r, token, r->numbers, &hit) || hit.last != hit.first) return WORD_NONE;
    dl_bytes kind = dl_know_cell(r->know, r->numbers, hit.row, r->kind_column);
    dl_bytes_number(dl_know_cell(r->know, r->numbers, hit.row, r->value_column), value);
    return dl_bytes_is(kind, "unit") ? WORD_UNIT : dl_bytes_is(kind, "ten") ? WORD_TEN : WORD_SCALE;
}

static bool hyphen(const dl_count_reader *r, uint32_t token) {
    return dl_count_is(r, token, "-");
}

/* A dash between two numbers: hyphen, en dash. */
static bool dash(const dl_count_reader *r, uint32_t token) {
    return hyphen(r, token) || dl_count_is(r, token, "\xe2\x80\x93") || dl_count_is(r, token, "--");
}

/* "hundred", "million", "dozen" behind a number: multiplies it. Returns the last token of the whole. */
static uint32_t scales(const dl_count_reader *r, uint32_t last, int64_t *scaled) {
    int64_t factor;
    for (uint32_t i = 0; i < 2; i++) {
        uint32_t next = hyphen(r, last + 1) ? last + 2 : last + 1;
        if (number_word(r, next, &factor) != WORD_SCALE || *scaled > LIMIT * 1000 / factor) break;
        *scaled *= factor;
        last = next;
    }
    return last;
}

/* "two hundred and fifty-three thousand": groups of words add up, scales multiply what has been read. */
static bool words_amount(const dl_count_reader *r, uint32_t token, amount *a) {
    int64_t total = 0, group = 0, value;
    uint32_t last = 0, at = token;
    bool unit = false, ten = false;
    for (uint32_t steps = 0; steps < WORDS_OF_A_NUMBER; steps++) {
        uint32_t next = at;
        if (last && hyphen(r, at)) next = at + 1;
        if (last && group >= 100 && dl_count_is(r, at, "and")) next = at + 1;
        word_kind kind = number_word(r, next, &value);
        if (kind == WORD_NONE || (kind == WORD_UNIT && (unit || (ten && value > 9))) || (kind == WORD_TEN && (ten || unit))) break;
        if (kind == WORD_SCALE) {
            int64_t factor = group ? group : 1;
            if (!last && next == token) return false; /* "million" alone */
            if (value >= 1000)
                total += factor * value, group = 0;
            else
                group = factor * value;
            unit = ten = false;
        } else {
            group += value;
            unit |= kind == WORD_UNIT;
            ten |= kind == WORD_TEN;
        }
        last = next;
        at = next + 1;
        if (total > LIMIT) return false;
    }
    if (!last) return false;
    *a = (amount){total + group, total + group, total + group, last, false};
    return true;
}

static int64_t optional(dl_bytes cell) {
    int64_t value;
    return dl_bytes_number(cell, &value) ? value : DL_NO_COUNT;
}

/* "dozens of", "several hundred". */
static bool vague_amount(const dl_count_reader *r, uint32_t token, amount *a) {
    dl_know_hit hit;
    if (token > r->first && dl_count_is(r, token, "many") && (dl_count_is(r, token - 1, "how") || dl_count_is(r, token - 1, "so"))) return false;
    if (!dl_count_may_be(r, token, DL_COUNT_VAGUE) || !dl_count_phrase(r, token, r->vague, &hit)) return false;
    *a = (amount){optional(dl_know_get(r->know, r->vague, hit.row, "low")), optional(dl_know_get(r->know, r->vague, hit.row, "best")),
                  optional(dl_know_get(r->know, r->vague, hit.row, "high")), hit.last, false};
    int64_t told = r->doc->vague_column ? optional(dl_know_cell(r->know, r->vague, hit.row, r->doc->vague_column)) : DL_NO_COUNT;
    if (told != DL_NO_COUNT) *a = (amount){told, told, DL_NO_COUNT, hit.last, false}; /* by a convention */
    if (!dl_bytes_is(dl_know_get(r->know, r->vague, hit.row, "times"), "yes")) return true;
    int64_t scaled = 1000;
    uint32_t last = scales(r, hit.last, &scaled);
    if (last == hit.last) return true;
    a->low *= scaled / 1000;
    if (a->best != DL_NO_COUNT) a->best *= scaled / 1000;
    if (a->high != DL_NO_COUNT) a->high *= scaled / 1000;
    a->last = last;
    return true;
}

/* "a dozen", "a hundred", "a million". */
static bool article_amount(const dl_count_reader *r, uint32_t token, amount *a) {
    int64_t scaled = 1000;
    if (!dl_count_is(r, token, "a") && !dl_count_is(r, token, "an")) return false;
    uint32_t last = scales(r, token, &scaled);
    if (last == token) return false;
    *a = (amount){scaled / 1000, scaled / 1000, scaled / 1000, last, false};
    return true;
}

static bool plain_amount(const dl_count_reader *r, uint32_t token, amount *a) {
    int64_t scaled;
    if (token >= r->end) return false;
    if (!numeral(dl_token_text(r->doc, token), &scaled)) return vague_amount(r, token, a) || article_amount(r, token, a) || words_amount(r, token, a);
    uint32_t last = scales(r, token, &scaled);
    if (scaled % 1000) return false; /* a measure, not people */
    *a = (amount){scaled / 1000, scaled / 1000, scaled / 1000, last, last == token};
    return true;
}

/* "two or three thousand": the scale behind the second number holds for the first too. */
static int64_t shared_scale(int64_t low, int64_t high) {
    static const int64_t factors[] = {1000000, 1000, 100, 12};
    for (size_t i = 0; low < 20 && high >= 10 * low && i < sizeof factors / sizeof *factors; i++)
        if (high % factors[i] == 0 && high / factors[i] > low) return factors[i];
    return 1;
}

/* "thousands, if not tens of thousands": the second is no figure of its own, and the first no more than the least. */
static bool or_even(const dl_count_reader *r, amount *a) {
    uint32_t at = a->last + 1 + dl_count_is(r, a->last + 1, ",");
    amount b;
    if (!dl_count_is(r, at, "if") || !dl_count_is(r, at + 1, "not") || !plain_amount(r, at + 2, &b) || b.low < a->low) return false;
    *a = (amount){a->low, a->best, DL_NO_COUNT, b.last + dl_count_is(r, b.last + 1, ","), false};
    return true;
}

/* "30 to 40", "30-40", "five or six", "two or three dozen". The middle is the best guess. */
static void range(const dl_count_reader *r, uint32_t token, amount *a) {
    uint32_t at = a->last + 1;
    amount b;
    bool to = dl_count_is(r, at, "to");
    if (or_even(r, a) || (!dash(r, at) && !to && !dl_count_is(r, at, "or"))) return;
    if (to && token && dl_count_is(r, token - 1, "from") && dl_count_tolls(r)) return; /* "rose from 14 to 31": two figures */
    if (a->best == DL_NO_COUNT || !plain_amount(r, at + 1, &b) || b.best == DL_NO_COUNT) return;
    int64_t low = a->best;
    if (!b.digits) low *= shared_scale(low, b.best);
    if (b.best <= low) return;
    *a = (amount){low, low + (b.best - low) / 2, b.best, b.last, a->digits && b.digits};
}

/* "between 10 and 20". */
static bool between(const dl_count_reader *r, uint32_t token, amount *a) {
    amount b;
    if (!dl_count_is(r, token, "between") || !plain_amount(r, token + 1, a) || !dl_count_is(r, a->last + 1, "and")) return false;
    if (!plain_amount(r, a->last + 2, &b) || a->best == DL_NO_COUNT || b.best <= a->best) return false;
    *a = (amount){a->best, a->best + (b.best - a->best) / 2, b.best, b.last, a->digits && b.digits};
    return true;
}

static bound bound_of(const dl_count_reader *r, uint32_t row) {
    dl_bytes name = dl_know_get(r->know, r->hedges, row, "bound");
    return dl_bytes_is(name, "floor") ? BOUND_FLOOR : dl_bytes_is(name, "ceiling") ? BOUND_CEILING : BOUND_ABOUT;
}

/* "at least 35" has no high, "nearly 2,200" and "up to 20" no low; a vague word or a range keeps its own limits on the side that the hedge leaves. */
static void lay_on(dl_number *n, bound b) {
    if (b == BOUND_FLOOR) n->high = DL_NO_COUNT;
    if (b == BOUND_CEILING) n->low = DL_NO_COUNT;
    if (b == BOUND_ABOUT && n->low == n->high) n->low = n->high = DL_NO_COUNT;
}

/* The hedge at `token` that stands at `place`; its length in tokens, or 0. */
static uint32_t hedge_at(const dl_count_reader *r, uint32_t token, const char *place, dl_know_hit *hit) {
    dl_know_hit hits[4];
    uint32_t n = dl_count_may_be(r, token, DL_COUNT_HEDGE) ? dl_know_find(r->know, &r->view, token, r->hedges, hits, 4) : 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!dl_bytes_is(dl_know_cell(r->know, r->hedges, hits[i].row, r->place_column), place)) continue;
        *hit = hits[i];
        return hit->last - token + 1;
    }
    return 0;
}

/* Hedges in front, of which several may stand ("at least some 20"); the first that bounds decides. */
static uint32_t hedges(const dl_count_reader *r, uint32_t token, bound *b) {
    dl_know_hit hit;
    *b = BOUND_NONE;
    for (uint32_t i = 0; i < 3 && hedge_at(r, token, "before", &hit); i++) {
        bound next = bound_of(r, hit.row);
        if (*b == BOUND_NONE || *b == BOUND_ABOUT) *b = next;
        token = hit.last + 1;
    }
    return token;
}

/* "a total of 20", "another six", "the 20": words between hedge and number that change nothing. */
static uint32_t preamble(const dl_count_reader *r, uint32_t token) {
    if (dl_count_is(r, token, "a") && dl_count_is(r, token + 1, "total") && dl_count_is(r, token + 2, "of")) return token + 3;
    if (dl_count_is(r, token, "another") || dl_count_is(r, token, "additional")) return token + 1;
    if (dl_count_is(r, token, "a") && (dl_count_is(r, token + 1, "previous") || dl_count_is(r, token + 1, "further"))) return token + 2;
    return token;
}

/* "a third was wounded", "a fourth from Germany": one more, where it is no share ("a third of them") and no noun follows. */
static bool one_more(const dl_count_reader *r, uint32_t token) {
    static const char ordinals[] = "second third fourth fifth sixth seventh eighth ninth tenth";
    if (!dl_count_is(r, token, "a") && !dl_count_is(r, token, "an")) return false;
    if (token + 2 >= r->end || !dl_bytes_among(dl_token_text(r->doc, token + 1), ordinals) || dl_count_is(r, token + 2, "of")) return false;
    dl_function f = dl_count_function(r, token + 2);
    return f == DL_FUNCTION_BE || f == DL_FUNCTION_HAVE || f == DL_FUNCTION_STOP || dl_count_token(r, token + 2)->upos == DL_UPOS_VERB;
}

static bool one_person(const dl_count_reader *r, uint32_t token) {
    return dl_count_is(r, token, "a") || dl_count_is(r, token, "an") || dl_count_is(r, token, "another") || dl_count_is(r, token, "one");
}

bool dl_number_may_begin(const dl_count_reader *r, uint32_t token) {
    if (token < r->first || token >= r->end) return false;
    char c = dl_count_char(r, token);
    if (dl_is_digit(c) || dl_count_word_at(r, token)->number) return true;
    if (dl_span_size(dl_count_token(r, token)->span) == 1) return dl_to_lower(c) == 'a'; /* the commonest by far */
    return dl_bytes_among(dl_token_text(r->doc, token), "a an another additional between no zero one");
}

bool dl_number_read(const dl_count_reader *r, uint32_t token, dl_number *number) {
    bound b;
    amount a;
    if (!dl_number_may_begin(r, token)) return false;
    bool each_other = dl_count_is(r, token, "one") && dl_count_is(r, token + 1, "another"); /* "killed one another" */
    if (each_other || (token > 1 && dl_count_is(r, token, "another") && dl_count_is(r, token - 1, "one"))) return false;
    uint32_t begin = preamble(r, token), at = hedges(r, begin, &b), core = preamble(r, at);
    bool found = between(r, core, &a);
    if (!found && plain_amount(r, core, &a)) found = true, range(r, token, &a);
    if (found) {
        *number = (dl_number){.first = token, .last = a.last, .low = a.low, .best = a.best, .high = a.high, .digits = a.digits && b == BOUND_NONE};
        number->article = a.last == core && dl_count_is(r, core, "one");
        if (at > begin) number->hedge_first = begin, number->hedge_last = at - 1;
        lay_on(number, b);
        return true;
    }
    if (dl_count_is(r, token, "no") || dl_count_is(r, token, "zero")) {
        *number = (dl_number){.first = token, .last = token, .none = true};
        return true;
    }
    if (!one_person(r, token)) return false;
    bool more = one_more(r, token);
    *number = (dl_number){.first = token, .last = token + more, .low = 1, .best = 1, .high = 1, .article = true, .pronoun = more};
    return true;
}

uint32_t dl_number_hedge_after(const dl_count_reader *r, uint32_t token, dl_number *number) {
    dl_know_hit hit;
    uint32_t length = number->hedge_last ? 0 : hedge_at(r, token, "after", &hit);
    if (!length) return 0;
    number->hedge_first = token;
    number->hedge_last = hit.last;
    lay_on(number, bound_of(r, hit.row));
    return length;
}
