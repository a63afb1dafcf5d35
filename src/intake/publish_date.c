#include "intake/publish_date.h"

date_words dl_date_words(const dl_know *know) {
    uint32_t table = dl_know_table(know, "time/words");
    return (date_words){know, table, dl_know_column(know, table, "class"), dl_know_column(know, table, "value"), false};
}

bool dl_date_word(const date_words *words, dl_bytes word, const char *kind, int64_t *value) {
    dl_know_hit hits[8];
    uint32_t count = word.size ? dl_know_look_up(words->know, words->table, word, hits, 8) : 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!dl_bytes_is(dl_know_cell(words->know, words->table, hits[i].row, words->kind), kind)) continue;
        dl_bytes_number(dl_know_cell(words->know, words->table, hits[i].row, words->value), value);
        return true;
    }
    return false;
}

size_t dl_letters(dl_bytes text) {
    size_t n = 0;
    while (n < text.size && dl_is_alpha(text.data[n])) n++;
    return n;
}

int dl_full_year(int64_t year, size_t digits) {
    if (digits >= 4) return (int)year;
    return (int)year + (year <= 40 ? 2000 : 1900); /* wire copy of the 1940s is no input of ours; that of the 1980s is */
}

/* A cursor over the bytes still to read. */
typedef struct cursor {
    dl_bytes text;
    uint32_t used;
} cursor;

static void skip(cursor *c, size_t n) {
    c->text = (dl_bytes){c->text.data + n, c->text.size - n};
    c->used += (uint32_t)n;
}

/* Blanks (also no-break ones), a comma, a full stop, a hyphen: what may stand between the parts of a date. */
static void skip_between(cursor *c, const char *marks) {
    for (int i = 0; i < 4 && c->text.size; i++) {
        if (c->text.size > 1 && !memcmp(c->text.data, "\xc2\xa0", 2))
            skip(c, 2);
        else if (c->text.data[0] == ' ' || c->text.data[0] == '\t' || strchr(marks, c->text.data[0]))
            skip(c, 1);
        else
            return;
    }
}

/* Whether a number stands behind the word in front, as it does behind a month: most words need not be looked up. */
static bool number_follows(cursor c) {
    skip(&c, dl_letters(c.text));
    skip_between(&c, ".");
    return c.text.size && dl_is_digit(c.text.data[0]);
}

static bool take_month(const date_words *words, cursor *c, int *month) {
    dl_bytes word = {c->text.data, dl_letters(c->text)};
    int64_t value = 0;
    if (!dl_date_word(words, word, "month", &value) && !dl_date_word(words, word, "month-short", &value)) return false;
    *month = (int)value;
    skip(c, word.size);
    return true;
}

static bool take_day(cursor *c, int *day) {
    int64_t value;
    size_t n = dl_bytes_number(c->text, &value);
    if (n < 1 || n > 2) return false;
    skip(c, n);
    if (c->text.size >= 2 && strchr("snrt", c->text.data[0]) && strchr("tdh", c->text.data[1]) && !(c->text.size > 2 && dl_is_alpha(c->text.data[2])))
        skip(c, 2); /* 14th */
    *day = (int)value;
    return true;
}

/* Leaves the year 0 and the cursor alone where none follows. A year of two digits stands behind the month without a comma ("12 FEB 90"): what
 * follows "March 14, " in two digits is the first number of the report. */
static void take_year(cursor *c, bool short_allowed, int *year) {
    cursor before = *c;
    skip_between(c, ",'");
    int64_t value;
    size_t n = dl_bytes_number(c->text, &value);
    char next = c->text.size > n ? c->text.data[n] : ' ';
    bool ends = !dl_is_alpha(next) && next != ':' && next != '/';
    bool bracket = c->text.size > n + 1 && c->text.data[n] == ' ' && c->text.data[n + 1] == '('; /* "JUNE 11 89 (AFP)" */
    short_allowed = (short_allowed || bracket) && before.text.size && before.text.data[0] != ',';
    if ((n == 4 || (n == 2 && short_allowed)) && ends) {
        *year = dl_full_year(value, n);
        skip(c, n);
    } else {
        *c = before;
    }
}

static bool finish(cursor *c, dl_date date, printed_date *out) {
    dl_date checked = date;
    if (!checked.year) checked.year = 2000; /* a leap year: 29 February may be */
    *out = (printed_date){date, c->used};
    return dl_date_possible(checked);
}

static bool read_iso(dl_bytes text, printed_date *out) {
    dl_instant instant;
    dl_grain grain;
    bool zoned;
    if (text.size < 10 || (text.size > 10 && dl_is_digit(text.data[10]))) return false;
    if (!dl_iso_read((dl_bytes){text.data, 10}, &instant, &grain, &zoned) || grain != DL_GRAIN_DAY) return false;
    *out = (printed_date){dl_date_of_instant(instant), 10};
    return true;
}

bool dl_printed_date(const date_words *words, dl_bytes text, printed_date *out) {
    cursor c = {text, 0};
    dl_date date = {0, 0, 0};
    if (read_iso(text, out)) return true;
    bool day_first = text.size && dl_is_digit(text.data[0]);
    if (take_day(&c, &date.day)) { /* 14 March 2022, 14-MAR-22 */
        skip_between(&c, "-.");
        if (!take_month(words, &c, &date.month)) return false;
        skip_between(&c, "-.");
    } else { /* March 14, 2022; Mar. 14 2022 */
        if (!number_follows(c) || !take_month(words, &c, &date.month)) return false;
        skip_between(&c, ".");
        if (!take_day(&c, &date.day)) return false;
    }
    take_year(&c, day_first, &date.year);
    return finish(&c, date, out);
}
