#include "intake/html/text.h"

#include "base/utf8.h"

/* The code points of a row, one or two, in hexadecimal. */
static size_t put_row(const dl_html_references *r, uint32_t row, char *out) {
    dl_bytes codes = dl_know_cell(r->know, r->table, row, r->codes), one;
    size_t size = 0;
    while (dl_bytes_cut(&codes, ' ', &one)) {
        uint32_t code = 0;
        for (size_t i = 0; i < one.size; i++) code = code * 16 + (uint32_t)dl_hex_digit(one.data[i]);
        size += dl_utf8_write(out + size, code);
    }
    return size;
}

/* The first row of those from `low` up to `high` whose name is not below `name`. */
static uint32_t row_from(const dl_html_references *r, dl_bytes name, uint32_t low, uint32_t high) {
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (dl_bytes_order(dl_know_cell(r->know, r->table, middle, r->name), name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

dl_html_references dl_html_references_of(const dl_know *know) {
    uint32_t table = dl_know_table(know, "web/references"), rows = dl_know_rows(know, table);
    dl_html_references r = {.know = know, .table = table, .name = dl_know_column(know, table, "name"), .codes = dl_know_column(know, table, "codes")};
    for (unsigned i = 0; i < 128; i++) {
        char letter = (char)i;
        r.from[i] = row_from(&r, (dl_bytes){&letter, 1}, i ? r.from[i - 1] : 0, rows);
    }
    r.from[128] = rows;
    return r;
}

static bool row_of(const dl_html_references *r, dl_bytes name, uint32_t *row) {
    unsigned first = (unsigned char)*name.data & 127;
    *row = row_from(r, name, r->from[first], r->from[first + 1]);
    return *row < r->from[first + 1] && dl_bytes_equal(dl_know_cell(r->know, r->table, *row, r->name), name);
}

/* Numbers that stand for a character of Windows-1252 where they mean a control character. */
static size_t put_number(const dl_html_references *r, uint32_t code, char *out) {
    static const char hex[] = "0123456789abcdef";
    uint32_t row;
    if (!code || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return dl_utf8_write(out, 0xfffd);
    if (code >= 0x80 && code < 0xa0) {
        char name[4] = {'0', 'x', hex[code >> 4], hex[code & 15]};
        if (row_of(r, (dl_bytes){name, 4}, &row)) return put_row(r, row, out);
    }
    return dl_utf8_write(out, code);
}

/* "&#" at the front; 0 where it is no reference. */
static size_t numeric(const dl_html_references *r, dl_bytes text, char *out, size_t *taken) {
    size_t at = 2;
    int base = at < text.size && (text.data[at] | 32) == 'x' ? 16 : 10;
    if (base == 16) at++;
    size_t first = at;
    uint32_t code = 0;
    for (int digit; at < text.size && (digit = dl_hex_digit(text.data[at])) >= 0 && digit < base; at++) {
        code = code * (uint32_t)base + (uint32_t)digit;
        if (code > 0x10ffff) code = 0x110000;
    }
    if (at == first) return 0;
    if (at < text.size && text.data[at] == ';') at++;
    *taken = at;
    return put_number(r, code, out);
}

/* "&" and a letter at the front: the longest name that there is. In a value a name without a semicolon before "=" or a letter is no reference, so
 * that
 * "?a=1&copy=2" stays. */
static size_t named(const dl_html_references *r, dl_bytes text, unsigned mode, char *out, size_t *taken) {
    enum { LONGEST = 32 };
    size_t size = 0;
    uint32_t row;
    while (size < LONGEST && 1 + size < text.size && dl_is_alnum(text.data[1 + size])) size++;
    if (size < LONGEST && 1 + size < text.size && text.data[1 + size] == ';') size++;
    for (; size > 1; size--) {
        if (!row_of(r, (dl_bytes){text.data + 1, size}, &row)) continue;
        bool semicolon = text.data[size] == ';';
        char next = 1 + size < text.size ? text.data[1 + size] : 0;
        if (mode == DL_HTML_VALUE && !semicolon && (next == '=' || dl_is_alnum(next))) return 0;
        *taken = 1 + size;
        return put_row(r, row, out);
    }
    return 0;
}

static size_t reference(const dl_html_references *r, dl_bytes text, unsigned mode, char *out, size_t *taken) {
    if (text.size > 1 && text.data[1] == '#') return numeric(r, text, out, taken);
    return text.size > 1 && dl_is_alnum(text.data[1]) ? named(r, text, mode, out, taken) : 0;
}

size_t dl_html_decode_step(const dl_html_references *references, dl_bytes text, unsigned mode, char *out, size_t *taken) {
    char c = text.data[0];
    bool refers = mode == DL_HTML_DATA || mode == DL_HTML_RCDATA || mode == DL_HTML_VALUE;
    if (c == '&' && refers) {
        size_t size = reference(references, text, mode, out, taken);
        if (size) return size;
    }
    *taken = c == '\r' && text.size > 1 && text.data[1] == '\n' ? 2 : 1;
    if (c == 0 && mode != DL_HTML_DATA && mode != DL_HTML_CDATA) return dl_utf8_write(out, 0xfffd);
    out[0] = c == '\r' ? '\n' : c;
    return 1;
}

dl_bytes dl_html_decode(dl_arena *arena, const dl_html_references *references, dl_bytes text, unsigned mode) {
    /* a NUL, one byte, becomes three; no reference is shorter than what it stands for by more than that */
    char *out = dl_arena_alloc(arena, text.size * 3 + 17);
    size_t size = 0, taken;
    for (size_t at = 0; at < text.size; at += taken)
        size += dl_html_decode_step(references, (dl_bytes){text.data + at, text.size - at}, mode, out + size, &taken);
    return (dl_bytes){out, size};
}
