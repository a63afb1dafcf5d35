#include "text/marks.h"

#include "base/utf8.h"

/* How often the byte at `at` is repeated, at most `most` times: who does not swallow the run must not walk it. */
static size_t run(dl_bytes text, size_t at, size_t end, size_t most) {
    size_t n = 0;
    while (at + n < end && n < most && text.data[at + n] == text.data[at]) n++;
    return n;
}

/* Symbols and emoji: arrows, shapes, dingbats, pictographs. */
static bool is_picture(uint32_t code) {
    return (code >= 0x2190 && code <= 0x21ff) || (code >= 0x2300 && code <= 0x23ff) || (code >= 0x2500 && code <= 0x27bf) ||
           (code >= 0x2b00 && code <= 0x2bff) || (code >= 0x1f000 && code <= 0x1faff);
}

/* What changes or joins the emoji in front of it: variation selectors, tones of skin, the joiner. */
static bool is_modifier(uint32_t code) {
    return code == 0x200d || code == 0xfe0e || code == 0xfe0f || code == 0x20e3 || (code >= 0x1f3fb && code <= 0x1f3ff);
}

static bool is_flag(uint32_t code) {
    return code >= 0x1f1e6 && code <= 0x1f1ff;
}

/* Bytes of the emoji at `at`, which may be several characters: a flag is two letters, a family is joined people. */
static size_t picture_size(dl_bytes text, size_t at, size_t end) {
    size_t size, next = at;
    uint32_t last = dl_utf8_read(text, at, &size);
    bool flag = is_flag(last);
    for (next = at + size; next < end; next += size) {
        uint32_t code = dl_utf8_read(text, next, &size);
        bool pair = flag && is_flag(code);
        if (!pair && !is_modifier(code) && !(last == 0x200d && is_picture(code))) break;
        flag = false;
        last = code;
    }
    return next - at;
}

static dl_mark mark_of_code(uint32_t code) {
    switch (code) {
    case 0x00a0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x205f:
    case 0x3000:
    case 0xfeff:
        return DL_MARK_SPACE;
    case 0x2018:
    case 0x201c:
    case 0x201e:
    case 0x00ab:
    case 0x2039:
        return DL_MARK_OPEN;
    case 0x201d:
    case 0x00bb:
    case 0x203a:
        return DL_MARK_CLOSE;
    case 0x2019:
        return DL_MARK_APOSTROPHE;
    case 0x2026:
        return DL_MARK_DOTS;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
        return DL_MARK_DASH;
    case 0x2010:
    case 0x2011:
        return DL_MARK_HYPHEN;
    case 0x00a3:
    case 0x20ac:
    case 0x00a5:
        return DL_MARK_MONEY;
    case 0x2022:
    case 0x00b7:
    case 0x00a7:
    case 0x00b6:
    case 0x2020:
    case 0x00b0:
    case 0x00ba:
        return DL_MARK_OTHER;
    default:
        if (is_picture(code)) return DL_MARK_OTHER;
        return code >= 0x2000 && code <= 0x200b ? DL_MARK_SPACE : DL_MARK_NONE;
    }
}

static dl_mark mark_of_ascii(char c) {
    switch (c) {
    case '(':
    case '[':
    case '{':
        return DL_MARK_OPEN;
    case ')':
    case ']':
    case '}':
        return DL_MARK_CLOSE;
    case '"':
    case '\'':
        return DL_MARK_QUOTE;
    case ',':
        return DL_MARK_COMMA;
    case ':':
        return DL_MARK_COLON;
    case ';':
    case '|':
    case '<':
    case '>':
    case '=':
    case '~':
    case '^':
        return DL_MARK_OTHER;
    case '/':
        return DL_MARK_SLASH;
    case '%':
        return DL_MARK_PERCENT;
    default:
        return dl_is_space(c) ? DL_MARK_SPACE : DL_MARK_NONE;
    }
}

/* Stops, and what else ends a sentence, in one row: "...", "?!", ".?". */
static dl_mark ending(dl_bytes text, size_t at, size_t end, size_t *size) {
    size_t n = 0, stops = 0;
    for (; at + n < end; n++) {
        char c = text.data[at + n];
        if (c != '.' && c != '!' && c != '?') break;
        stops += c == '.';
    }
    *size = n;
    return stops < n ? DL_MARK_END : n > 1 ? DL_MARK_DOTS : DL_MARK_STOP;
}

static dl_mark mark_of_wide(dl_bytes text, size_t at, size_t end, size_t *size) {
    uint32_t code = dl_utf8_read(text, at, size);
    if (code == 0x2018 || code == 0x2019) { /* two curly marks in place of a double one */
        size_t more = 0, next = at + *size;
        uint32_t second = next < end ? dl_utf8_read(text, next, &more) : 0;
        if (second != 0x2019 && (second != 0x2018 || code != 0x2018)) return mark_of_code(code);
        *size += more;
        return code == 0x2018 ? DL_MARK_OPEN : DL_MARK_CLOSE;
    }
    if (is_picture(code)) *size = picture_size(text, at, end);
    return mark_of_code(code);
}

dl_mark dl_mark_of_sign(dl_bytes text, size_t at, size_t end, size_t *size) {
    char c = text.data[at];
    if ((unsigned char)c >= 0x80) return mark_of_wide(text, at, end, size);
    *size = 1;
    switch (c) {
    case '.':
    case '!':
    case '?':
        return ending(text, at, end, size);
    case '-':
        return *size = run(text, at, end, SIZE_MAX), *size > 1 ? DL_MARK_DASH : DL_MARK_HYPHEN;
    case '_':
        return *size = run(text, at, end, SIZE_MAX), DL_MARK_DASH; /* old wire copy writes its dash so */
    case '`':
        return *size = run(text, at, end, 2), DL_MARK_OPEN;
    case '\'':
        return *size = run(text, at, end, 2), *size > 1 ? DL_MARK_CLOSE : DL_MARK_QUOTE;
    case '<':
    case '>':
    case '=':
    case '*':
    case '+':
        return *size = run(text, at, end, SIZE_MAX), DL_MARK_OTHER;
    case '$':
        return *size = run(text, at, end, SIZE_MAX), DL_MARK_MONEY;
    case '#':
        return at + 1 < end && dl_is_digit(text.data[at + 1]) ? DL_MARK_OTHER : DL_MARK_NONE;
    default:
        return mark_of_ascii(c);
    }
}
