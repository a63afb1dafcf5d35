#include "intake/publish_head.h"

enum { LINES_MAX = 10, DATELINE_MAX = 160, ALONE_MAX = 100, PLACE_WORDS_MAX = 9 };

static bool word_byte(char c) {
    return dl_is_alpha(c) || (unsigned char)c >= 0x80;
}

static bool word_starts(dl_bytes line, size_t at) {
    return (dl_is_alnum(line.data[at])) && (at == 0 || !(word_byte(line.data[at - 1]) || dl_is_digit(line.data[at - 1])));
}

/* Words of a place: each begins with a capital or is a particle ("Rio de Janeiro", "near Lviv"). A weekday alone is no place. */
static bool place_like(const date_words *words, dl_bytes text) {
    static const char *const particles[] = {"de", "da", "do", "del", "la", "el", "al", "of", "and", "near", "aboard", "upon"};
    size_t count = 0, other = 0;
    for (size_t i = 0; i < text.size;) {
        dl_bytes word = {text.data + i, dl_letters((dl_bytes){text.data + i, text.size - i})};
        if (dl_is_digit(text.data[i])) return false;
        if (!word.size) {
            i++;
            continue;
        }
        bool particle = false, inside = i > 0 && word_byte(text.data[i - 1]);
        int64_t day;
        for (size_t k = 0; k < sizeof particles / sizeof *particles; k++) particle = particle || dl_bytes_is(word, particles[k]);
        if (!dl_is_upper(word.data[0]) && !particle && !inside) return false;
        other += !dl_date_word(words, word, "weekday", &day);
        count++;
        i += word.size;
    }
    return other > 0 && count <= PLACE_WORDS_MAX;
}

static size_t skip_blanks(dl_bytes text, size_t at, const char *more) {
    while (at < text.size && (dl_is_space(text.data[at]) || strchr(more, text.data[at]))) at++;
    return at;
}

/* Behind the date of a dateline: the agency in brackets, or a dash. */
static bool dateline_goes_on(dl_bytes text) {
    size_t at = skip_blanks(text, 0, ",.");
    if (at < text.size && text.data[at] == '(') {
        const char *close = memchr(text.data + at, ')', text.size - at);
        return close != NULL;
    }
    for (size_t words = 0; at < text.size && words < 3; words++) { /* "AFP -", "Associated Press -" */
        dl_bytes rest = {text.data + at, text.size - at};
        if (dl_bytes_start(rest, "-") || dl_bytes_start(rest, "_") || dl_bytes_start(rest, "\xe2\x80\x93") || dl_bytes_start(rest, "\xe2\x80\x94"))
            return true;
        size_t letters = dl_letters(rest);
        if (!letters || !dl_is_upper(rest.data[0])) return false;
        at = skip_blanks(text, at + letters, ",.");
    }
    return false;
}

static bool read_dateline(const date_words *words, dl_bytes line, head_date *out, uint32_t offset) {
    size_t stop = line.size < DATELINE_MAX ? line.size : DATELINE_MAX;
    for (size_t i = 1; i < stop; i++) {
        printed_date found;
        if (!word_starts(line, i) || !dl_printed_date(words, (dl_bytes){line.data + i, line.size - i}, &found)) continue;
        size_t rest = line.size - i - found.size;
        if (rest > DATELINE_MAX) rest = DATELINE_MAX;
        if (!place_like(words, (dl_bytes){line.data, i}) || !dateline_goes_on((dl_bytes){line.data + i + found.size, rest})) return false;
        *out = (head_date){found.date, {offset + (uint32_t)i, offset + (uint32_t)i + found.size}};
        return true;
    }
    return false;
}

/* All words are such as may accompany a date: a weekday, a clock, "published on". */
static bool only_company(const date_words *words, dl_bytes text) {
    for (size_t i = 0; i < text.size;) {
        dl_bytes word = {text.data + i, dl_letters((dl_bytes){text.data + i, text.size - i})};
        int64_t value;
        if (!word.size) {
            i++;
            continue;
        }
        if (!dl_date_word(words, word, "weekday", &value) && !dl_date_word(words, word, "weekday-short", &value) &&
            !dl_date_word(words, word, "zone", &value) && !dl_date_word(words, word, "byline", &value))
            return false;
        i += word.size;
    }
    return true;
}

/* "Updated", "last modified", "edited": when the report was changed, not when it was published. */
static bool tells_change(dl_bytes text) {
    static const char *const words[] = {"updated", "modified", "edited", "corrected"};
    for (size_t i = 0; i < text.size; i++) {
        if (i && word_byte(text.data[i - 1])) continue;
        dl_bytes word = {text.data + i, dl_letters((dl_bytes){text.data + i, text.size - i})};
        for (size_t k = 0; word.size && k < sizeof words / sizeof *words; k++)
            if (dl_bytes_like(word, words[k])) return true;
    }
    return false;
}

/* The next date of the line from `at` on; false where there is none. */
static bool next_date(const date_words *words, dl_bytes line, size_t *at, printed_date *found) {
    for (; *at < line.size; ++*at) {
        dl_bytes rest = {line.data + *at, line.size - *at};
        if (word_starts(line, *at) && dl_printed_date(words, rest, found) && found->date.year) return true;
    }
    return false;
}

/* One or two dates with nothing but their company: "Published March 4, 2022, updated March 6, 2022". `changed` tells that the date is that of a
 * change. */
static bool read_alone(const date_words *words, dl_bytes line, head_date *out, bool *changed, uint32_t offset) {
    printed_date found;
    bool any = false;
    size_t from = 0, at = 0;
    if (line.size > ALONE_MAX) return false;
    for (; next_date(words, line, &at, &found); from = at += found.size) {
        dl_bytes before = {line.data + from, at - from};
        if (!only_company(words, before)) return false;
        if (any && !*changed) continue; /* the first that is no change counts */
        *changed = tells_change(before);
        *out = (head_date){found.date, {offset + (uint32_t)at, offset + (uint32_t)at + found.size}};
        any = true;
    }
    return any && only_company(words, (dl_bytes){line.data + from, line.size - from});
}

head_dates dl_head_dates(const date_words *words, const dl_doc *doc) {
    head_dates out = {0};
    dl_bytes rest = doc->text, line;
    head_date alone, change = {0};
    bool changed = false;
    for (int lines = 0; lines < LINES_MAX && dl_bytes_cut(&rest, '\n', &line);) {
        size_t blank = skip_blanks(line, 0, "");
        line = (dl_bytes){line.data + blank, line.size - blank};
        if (!line.size) continue;
        lines++;
        uint32_t offset = (uint32_t)(line.data - doc->text.data);
        if (!out.dateline.date.month && read_dateline(words, line, &out.dateline, offset)) continue;
        if (out.alone.date.month || !read_alone(words, line, &alone, &changed, offset)) continue;
        if (!changed)
            out.alone = alone;
        else if (!change.date.month)
            change = alone;
    }
    if (!out.alone.date.month) out.alone = change;
    return out;
}
