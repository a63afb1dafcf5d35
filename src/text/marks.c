#include "text/marks.h"

#include "base/utf8.h"

/* How often the byte at `at` is repeated, at most `most` times: who does not swallow the run must not walk it. */
static size_t run(dl_bytes text, size_t at, size_t end, size_t most) {
    size_t n = 0;
    while (at + n < end && n < most && text.data[at + n] == text.data[at]) n++;
    return n;
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
        return DL_MARK_OTHER;
    default:
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
    case '!':
    case '?':
        return DL_MARK_END;
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
    case '+':
        return DL_MARK_OTHER;
    case '/':
        return DL_MARK_SLASH;
    case '%':
        return DL_MARK_PERCENT;
    case '$':
        return DL_MARK_MONEY;
    default:
        return dl_is_space(c) ? DL_MARK_SPACE : DL_MARK_NONE;
    }
}

dl_mark dl_mark_at(dl_bytes text, size_t at, size_t end, size_t *size) {
    char c = text.data[at];
    if ((unsigned char)c >= 0x80) return mark_of_code(dl_utf8_read(text, at, size));
    *size = 1;
    switch (c) {
    case '.':
        return *size = run(text, at, end, SIZE_MAX), *size > 1 ? DL_MARK_DOTS : DL_MARK_STOP;
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
        return *size = run(text, at, end, SIZE_MAX), DL_MARK_OTHER;
    case '#':
        return at + 1 < end && dl_is_digit(text.data[at + 1]) ? DL_MARK_OTHER : DL_MARK_NONE;
    case '!':
    case '?':
        while (at + *size < end && (text.data[at + *size] == '!' || text.data[at + *size] == '?')) ++*size;
        return DL_MARK_END;
    default:
        return mark_of_ascii(c);
    }
}
