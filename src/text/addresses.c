#include "text/addresses.h"

#include "text/marks.h"

enum {
    ENDING_MOST = 5, /* letters of "jpeg" and the like */
    NAME_MOST = 256  /* bytes in front of the sign of a mail address; nobody searches farther */
};

static const dl_span none = {0, 0};

static bool starts(dl_bytes rest, const char *s) {
    size_t n = strlen(s);
    return rest.size > n && dl_bytes_like((dl_bytes){rest.data, n}, s);
}

/* Marks at the end of an address belong to the sentence. */
static size_t without_marks(dl_bytes text, size_t at, size_t end) {
    size_t core = at, size;
    for (; at < end; at += size) {
        dl_mark mark = dl_mark_at(text, at, end, &size);
        bool inner = mark == DL_MARK_NONE || mark == DL_MARK_SLASH || mark == DL_MARK_HYPHEN || mark == DL_MARK_PERCENT || mark == DL_MARK_MONEY;
        if (inner || text.data[at] == '_') core = at + size;
    }
    return core;
}

/* What an address cannot hold, outside of quotation marks. */
static bool fences(char c) {
    return c == '<' || c == '>' || c == '"';
}

static size_t fence(dl_bytes text, size_t at, size_t end) {
    while (at < end && !fences(text.data[at])) at++;
    return at;
}

static dl_span page(dl_bytes text, size_t at, size_t end) {
    static const char *const schemes[] = {"http://", "https://", "ftp://", "www.", "mailto:"};
    dl_bytes rest = {text.data + at, end - at};
    if (!strchr("hfwm", dl_to_lower(text.data[at]))) return none;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (starts(rest, schemes[i])) return (dl_span){(uint32_t)at, (uint32_t)without_marks(text, at, fence(text, at, end))};
    return none;
}

static bool mail_byte(char c) {
    return !fences(c) && !strchr("()[]{},;'", c);
}

static dl_span mail(dl_bytes text, size_t at, size_t end) {
    const char *sign = memchr(text.data + at, '@', end - at < NAME_MOST ? end - at : NAME_MOST);
    if (!sign) return none;
    size_t begin = (size_t)(sign - text.data), stop = begin;
    while (begin > at && text.data[begin - 1] && mail_byte(text.data[begin - 1])) begin--;
    while (stop < end && text.data[stop] && mail_byte(text.data[stop])) stop++;
    size_t size = stop - (size_t)(sign - text.data);
    if (begin == (size_t)(sign - text.data) || !memchr(sign, '.', size)) return none;
    stop = without_marks(text, begin, stop);
    return stop > (size_t)(sign - text.data) ? (dl_span){(uint32_t)begin, (uint32_t)stop} : none;
}

static bool name_byte(char c) {
    return dl_is_alnum(c) || c == '-' || c == '.' || c == '_';
}

/* "example.org/a", "notes-2.doc", ".doc": a name that ends as sites or files do. */
static dl_span site(dl_bytes text, size_t at, size_t end, const dl_word_list *words) {
    size_t stop = at;
    while (stop < end && name_byte(text.data[stop])) stop++;
    bool path = stop < end && text.data[stop] == '/';
    while (stop > at && (text.data[stop - 1] == '.' || text.data[stop - 1] == '-' || text.data[stop - 1] == '_')) stop--;
    size_t dot = stop;
    while (dot > at && stop - dot < ENDING_MOST && text.data[dot - 1] != '.') dot--;
    if (!words || dot == at || dot == stop || text.data[dot - 1] != '.') return none;
    if (words->kind(words->self, (dl_bytes){text.data + dot, stop - dot}) != DL_WORD_DOMAIN) return none;
    if (path) stop = without_marks(text, at, fence(text, at, end));
    return (dl_span){(uint32_t)at, (uint32_t)stop};
}

dl_span dl_address_find(dl_bytes text, size_t at, size_t end, const dl_word_list *words) {
    dl_span found = page(text, at, end);
    if (!found.end) found = mail(text, at, end);
    return found.end ? found : site(text, at, end, words);
}
