#include "intake/html/line.h"

enum { LINE_BYTES = 768, START_WORDS = 30, ANY_WORDS = 90, BYLINE_WORDS = 12, DATE_WORDS = 9 };

static dl_line_where where_named(dl_bytes name) {
    static const char *const names[] = {"", "start", "any", "whole", "end"};
    for (unsigned i = 1; i < sizeof names / sizeof *names; i++)
        if (dl_bytes_is(name, names[i])) return (dl_line_where)i;
    return DL_LINE_NOWHERE;
}

dl_lines *dl_lines_read(dl_arena *arena, const dl_know *know) {
    dl_lines *lines = DL_NEW(arena, dl_lines);
    uint32_t table = dl_know_table(know, "web/lines"), phrase = dl_know_column(know, table, "phrase"), where = dl_know_column(know, table, "where");
    for (uint32_t row = 0; row < dl_know_rows(know, table); row++) {
        dl_line_row line = {dl_know_cell(know, table, row, phrase), where_named(dl_know_cell(know, table, row, where))};
        if (!line.phrase.size) continue;
        *DL_PUSH(arena, &(line.where == DL_LINE_ANY ? lines->anywhere : lines->by_first)[(unsigned char)*line.phrase.data]) = line;
    }
    return lines;
}

/* A line as it is compared: at most LINE_BYTES. */
typedef struct line {
    char text[LINE_BYTES];
    size_t size;
    bool capitals; /* every word of it but "and", "the" and the like begins with a capital or a digit */
} line;

static void put(line *l, char c) {
    if (l->size < LINE_BYTES) l->text[l->size++] = c;
}

static bool small_word(dl_bytes word) {
    static const char *const words[] = {"by", "and", "the", "of", "for", "in", "at", "on", "de", "van", "von", "der", "al", "bin", "with"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (dl_bytes_like(word, words[i])) return true;
    return false;
}

/* Adds a run of text: blanks in a row are one, letters small, a curly apostrophe straight, signs in front of the first letter left out. */
static void add_run(line *l, dl_bytes text) {
    for (size_t i = 0; i < text.size && l->size < LINE_BYTES; i++) {
        char c = text.data[i];
        bool copyright = c == '&' || (unsigned char)c == 0xc2;
        if (dl_is_space(c)) {
            if (l->size && l->text[l->size - 1] != ' ') put(l, ' ');
            continue;
        }
        if (!l->size && (unsigned char)c < 0x80 && !dl_is_alpha(c) && !dl_is_digit(c) && !copyright) continue;
        if (dl_bytes_start((dl_bytes){text.data + i, text.size - i}, "\xe2\x80\x99")) {
            put(l, '\'');
            i += 2;
            continue;
        }
        if (l->capitals && (!l->size || l->text[l->size - 1] == ' ')) {
            size_t end = i;
            while (end < text.size && !dl_is_space(text.data[end])) end++;
            l->capitals = !dl_is_lower(c) || small_word((dl_bytes){text.data + i, end - i});
        }
        put(l, dl_to_lower(c));
    }
}

static void read_line(line *l, const dl_blocks *blocks, const dl_block *block) {
    l->size = 0;
    l->capitals = true;
    for (uint32_t i = dl_block_text(blocks, block, block->first); i < block->end && l->size < LINE_BYTES; i = dl_block_text(blocks, block, i + 1))
        add_run(l, dl_html_text_of(blocks->tree, i));
    while (l->size && (l->text[l->size - 1] == ' ' || strchr(".:!?;|-", l->text[l->size - 1]))) l->size--;
}

/* `starts` ends with a whole word, or with the beginning of one that the table gives as such ("related stor"). */
static dl_line_kind row_kind(const line *l, const dl_block *block, const dl_line_row *row) {
    bool heading = dl_tag_flags((dl_tag)block->tag) & DL_TAG_IS_HEADING;
    dl_bytes text = {l->text, l->size};
    bool starts = text.size >= row->phrase.size && !memcmp(text.data, row->phrase.data, row->phrase.size);
    if (!starts) return DL_LINE_PLAIN;
    bool whole = text.size == row->phrase.size;
    bool word = whole || !dl_is_alpha(text.data[row->phrase.size]) || !dl_is_alpha(row->phrase.data[row->phrase.size - 1]);
    switch (row->where) {
    case DL_LINE_START:
        return (word || row->phrase.size > 10) && block->words <= START_WORDS ? DL_LINE_FOREIGN : DL_LINE_PLAIN;
    case DL_LINE_WHOLE:
        return whole ? DL_LINE_FOREIGN : DL_LINE_PLAIN;
    case DL_LINE_TO_END:
        if (block->tag == DL_TAG_TD || block->tag == DL_TAG_TH) return DL_LINE_PLAIN; /* the head of a column */
        return whole || (heading && word && block->words <= 8 && row->phrase.size > 8) ? DL_LINE_END : DL_LINE_PLAIN;
    default:
        return DL_LINE_PLAIN;
    }
}

/* "4 min read": a number in front of a row. */
static size_t number_in_front(const line *l) {
    size_t at = 0;
    while (at < l->size && dl_is_digit(l->text[at])) at++;
    return at && at < l->size && (l->text[at] == ' ' || l->text[at] == '-') ? at + 1 : 0;
}

static bool stands_at(const dl_line_rows *rows, dl_bytes text) {
    for (uint32_t i = 1; i < rows->count; i++)
        if (text.size >= rows->rows[i].phrase.size && !memcmp(text.data, rows->rows[i].phrase.data, rows->rows[i].phrase.size)) return true;
    return false;
}

/* Whether a word of the line begins a phrase. */
static bool anywhere(const dl_lines *lines, const line *l) {
    for (size_t i = 0; i < l->size; i++) {
        bool begins = !i || !dl_is_alnum(l->text[i - 1]);
        if (begins && stands_at(&lines->anywhere[(unsigned char)l->text[i]], (dl_bytes){l->text + i, l->size - i})) return true;
    }
    return false;
}

/* "By Jane Roe and John Doe, Political Editor". */
static bool byline(const line *l, const dl_block *block) {
    return block->words <= BYLINE_WORDS && l->capitals && l->size > 3 && !memcmp(l->text, "by ", 3);
}

static bool is_month(const char *text) {
    static const char months[] = "jan feb mar apr may jun jul aug sep oct nov dec";
    for (const char *m = months; *m; m += m[3] ? 4 : 3)
        if (!memcmp(text, m, 3)) return true;
    return false;
}

/* A few words with a month and a year or an hour: when the article came out. */
static bool date_line(const line *l, const dl_block *block) {
    bool month = false, year = false;
    if (block->words > DATE_WORDS || block->words < 2 || !l->capitals) return false;
    for (size_t i = 0; i + 4 <= l->size; i++) {
        bool begins = !i || !dl_is_alnum(l->text[i - 1]);
        month = month || (begins && is_month(l->text + i));
        bool century = !memcmp(l->text + i, "19", 2) || !memcmp(l->text + i, "20", 2);
        year = year || (begins && century && dl_is_digit(l->text[i + 2]) && dl_is_digit(l->text[i + 3]));
    }
    return month && year;
}

dl_line_kind dl_line_of(const dl_lines *lines, const dl_blocks *blocks, const dl_block *block) {
    line l;
    if (block->words > ANY_WORDS) return DL_LINE_PLAIN;
    read_line(&l, blocks, block);
    if (!l.size) return DL_LINE_FOREIGN; /* signs alone */
    if (byline(&l, block) || date_line(&l, block)) return DL_LINE_FOREIGN;
    size_t number = number_in_front(&l);
    if (number) memmove(l.text, l.text + number, l.size -= number);
    dl_line_kind found = DL_LINE_PLAIN;
    const dl_line_rows *rows = &lines->by_first[(unsigned char)l.text[0]];
    for (uint32_t i = 1; l.size && i < rows->count; i++) {
        dl_line_kind kind = row_kind(&l, block, &rows->rows[i]);
        if (kind > found) found = kind;
    }
    return found || !anywhere(lines, &l) ? found : DL_LINE_FOREIGN;
}
