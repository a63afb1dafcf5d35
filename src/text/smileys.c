#include "text/smileys.h"

enum { MOUTHS = 16 }; /* the longest smile that is one face; a longer row of brackets is no face */

static bool word_at(dl_bytes text, size_t at, size_t end) {
    return at < end && (dl_is_alnum(text.data[at]) || (unsigned char)text.data[at] >= 0x80);
}

static bool one_of(dl_bytes text, size_t at, size_t end, const char *set) {
    return at < end && text.data[at] && strchr(set, text.data[at]);
}

/* The mouth at `at`. A closing bracket may close something, an opening one may open something, a letter may be one. */
static size_t mouth(dl_bytes text, size_t at, size_t end, bool nose, bool first) {
    size_t n = 1;
    if (at >= end) return 0;
    char c = text.data[at];
    while (n < MOUTHS && at + n < end && text.data[at + n] == c) n++;
    bool closed = !word_at(text, at + n, end);
    if (c == ')') return n;
    if (c == '(') return closed ? n : 0;
    if (!first && !nose) return 0;
    if (one_of(text, at, end, "]}[{|*@$")) return closed ? n : 0;
    return one_of(text, at, end, "DPpOoSX/\\") && n == 1 && closed && !one_of(text, at + 1, end, "/\\") ? 1 : 0;
}

/* Faces that no rule makes. A blank stands on both sides. */
static size_t listed(dl_bytes text, size_t at, size_t end) {
    static const char *const faces[] = {"(:", "(;", "(-:", "<3", "^_^", "^^", "-_-", "o_O", "O_o", "T_T", ">_<", ">:(", ">:)", "D:"};
    for (size_t i = 0; i < sizeof faces / sizeof *faces; i++)
        if (end - at == strlen(faces[i]) && !memcmp(text.data + at, faces[i], end - at)) return end - at;
    return 0;
}

size_t dl_smiley_size(dl_bytes text, size_t at, size_t end, bool first) {
    size_t size = first ? listed(text, at, end) : 0;
    if (size) return size;
    char eyes = text.data[at];
    if (eyes != ':' && eyes != ';' && (eyes != '=' || !first)) return 0;
    bool nose = one_of(text, at + 1, end, "-o^") && one_of(text, at + 2, end, ")(][DPpOo/\\|");
    if (nose && eyes == '=') return 0;
    size = mouth(text, at + 1 + nose, end, nose, first);
    return size ? 1 + nose + size : 0;
}

bool dl_is_drawing(dl_bytes text, size_t begin, size_t end) {
    for (size_t at = begin; at < end; at++)
        if (!one_of(text, at, end, "-=<>+*~_^|/\\")) return false;
    return end - begin > 1;
}
