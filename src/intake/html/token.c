#include "intake/html/token.h"

#include "intake/html/doctype.h"

void dl_html_open(dl_html_tokens *t, dl_bytes page) {
    t->page = page;
    t->at = 0;
    t->mode = DL_HTML_DATA;
    t->foreign = false;
    t->last = (dl_bytes){0};
    t->attribute_count = 0;
}

static uint32_t end_of(const dl_html_tokens *t) {
    return (uint32_t)t->page.size;
}

/* The byte at `at`, 0 at the end: a NUL of the page is no sign of markup either. */
static unsigned char byte(const dl_html_tokens *t, uint32_t at) {
    return at < t->page.size ? (unsigned char)t->page.data[at] : 0;
}

static bool starts(const dl_html_tokens *t, uint32_t at, const char *lower) {
    size_t size = strlen(lower);
    return t->page.size - at >= size && dl_bytes_like((dl_bytes){t->page.data + at, size}, lower);
}

/* Where `sign` stands next, or the end. */
static uint32_t find(const dl_html_tokens *t, uint32_t at, char sign) {
    const char *found = at < t->page.size ? memchr(t->page.data + at, sign, t->page.size - at) : NULL;
    return found ? (uint32_t)(found - t->page.data) : end_of(t);
}

/* ------------------------------------------------------------------ tags */

enum { SPACE = 1, SLASH = 2, CLOSE = 4, EQUALS = 8 };
static const uint8_t classes[256] = {
    ['\t'] = SPACE, ['\n'] = SPACE, ['\f'] = SPACE, ['\r'] = SPACE, [' '] = SPACE, ['/'] = SLASH, ['>'] = CLOSE, ['='] = EQUALS};

static uint32_t skip(const dl_html_tokens *t, uint32_t at, unsigned wanted) {
    while (at < t->page.size && classes[byte(t, at)] & wanted) at++;
    return at;
}

static uint32_t until(const dl_html_tokens *t, uint32_t at, unsigned stop) {
    const char *data = t->page.data;
    uint32_t end = end_of(t);
    while (at < end && !(classes[(unsigned char)data[at]] & stop)) at++;
    return at;
}

static bool seen(const dl_html_tokens *t, dl_bytes name) {
    for (uint32_t i = 0; i < t->attribute_count; i++) {
        dl_bytes other = dl_html_bytes(t->page, t->attributes[i].name);
        if (other.size == name.size && dl_to_lower(*other.data) == dl_to_lower(*name.data) && dl_bytes_alike(other, name)) return true;
    }
    return false;
}

/* The first attribute of a name counts. */
static void keep(dl_html_tokens *t, dl_html_attribute attribute) {
    if (t->attribute_count < DL_HTML_ATTRIBUTES && !seen(t, dl_html_bytes(t->page, attribute.name))) t->attributes[t->attribute_count++] = attribute;
}

/* The value behind "=" and blanks; returns where to go on. */
static uint32_t value(const dl_html_tokens *t, uint32_t at, dl_span *span) {
    unsigned char mark = byte(t, at);
    if (mark != '"' && mark != '\'') {
        *span = (dl_span){at, until(t, at, SPACE | CLOSE)};
        return span->end;
    }
    *span = (dl_span){at + 1, find(t, at + 1, (char)mark)};
    return span->end + 1;
}

/* The attribute at `at`, which is no blank, slash or end of the tag; returns where to go on. */
static uint32_t attribute(dl_html_tokens *t, uint32_t at) {
    dl_html_attribute a = {.name = {at, until(t, at + 1, SPACE | SLASH | CLOSE | EQUALS)}};
    uint32_t next = skip(t, a.name.end, SPACE);
    if (byte(t, next) != '=') {
        keep(t, a);
        return a.name.end;
    }
    next = skip(t, next + 1, SPACE);
    if (byte(t, next) == '>' && next < t->page.size)
        a.value = (dl_span){next, next};
    else
        next = value(t, next, &a.value);
    if (next <= t->page.size) keep(t, a);
    return next;
}

/* The tag whose name begins at `at`. False where the page ends in it: it is no token then. */
static bool tag(dl_html_tokens *t, dl_html_token *token, dl_html_kind kind, uint32_t at) {
    token->kind = kind;
    token->name = (dl_span){at, until(t, at, SPACE | SLASH | CLOSE)};
    t->attribute_count = 0;
    at = token->name.end;
    for (;;) {
        uint32_t behind = at;
        at = skip(t, at, SPACE | SLASH);
        if (at >= t->page.size) break;
        if (byte(t, at) == '>') {
            token->self_closing = at > behind && byte(t, at - 1) == '/';
            t->at = at + 1;
            if (kind == DL_HTML_START_TAG) t->last = dl_html_bytes(t->page, token->name);
            return true;
        }
        at = attribute(t, at);
    }
    t->at = end_of(t);
    return false;
}

/* ------------------------------------------------------------------ comments */

static bool comment(dl_html_tokens *t, dl_html_token *token, dl_span content, uint32_t next) {
    token->kind = DL_HTML_COMMENT;
    token->name = content;
    t->at = next;
    return true;
}

static bool bogus_comment(dl_html_tokens *t, dl_html_token *token, uint32_t begin) {
    uint32_t end = find(t, begin, '>');
    return comment(t, token, (dl_span){begin, end}, end < t->page.size ? end + 1 : end);
}

/* A comment that the page does not end: the beginning of an end mark is no part of it. */
static bool open_comment(dl_html_tokens *t, dl_html_token *token, uint32_t begin) {
    static const char *const begun[] = {"--!", "--", "-"};
    dl_bytes content = {t->page.data + begin, t->page.size - begin};
    for (size_t i = 0; i < sizeof begun / sizeof *begun; i++)
        if (dl_bytes_finish(content, begun[i])) return comment(t, token, (dl_span){begin, end_of(t) - (uint32_t)strlen(begun[i])}, end_of(t));
    return comment(t, token, (dl_span){begin, end_of(t)}, end_of(t));
}

/* Behind "<!--". */
static bool real_comment(dl_html_tokens *t, dl_html_token *token, uint32_t begin) {
    if (starts(t, begin, ">")) return comment(t, token, (dl_span){begin, begin}, begin + 1);
    if (starts(t, begin, "->")) return comment(t, token, (dl_span){begin, begin}, begin + 2);
    for (uint32_t at = find(t, begin, '>'); at < t->page.size; at = find(t, at + 1, '>')) {
        if (at >= begin + 2 && !memcmp(t->page.data + at - 2, "--", 2)) return comment(t, token, (dl_span){begin, at - 2}, at + 1);
        if (at >= begin + 3 && !memcmp(t->page.data + at - 3, "--!", 3)) return comment(t, token, (dl_span){begin, at - 3}, at + 1);
    }
    return open_comment(t, token, begin);
}

/* ------------------------------------------------------------------ text */

static bool text(dl_html_tokens *t, dl_html_token *token, uint32_t end) {
    token->kind = DL_HTML_TEXT;
    token->mode = t->mode;
    token->name = (dl_span){t->at, end};
    t->at = end;
    return true;
}

/* Whether "</" at `at` begins the end tag of the element that holds the raw text. */
static bool own_end_tag(const dl_html_tokens *t, uint32_t at) {
    uint32_t behind = at + 2 + (uint32_t)t->last.size;
    if (!t->last.size || !(classes[byte(t, behind)] & (SPACE | SLASH | CLOSE)) || behind >= t->page.size) return false;
    return byte(t, at + 1) == '/' && dl_bytes_alike((dl_bytes){t->page.data + at + 2, t->last.size}, t->last);
}

/* "script" behind "<" or "</", and nothing more to its name. */
static bool script_name(const dl_html_tokens *t, uint32_t at) {
    return at < t->page.size && starts(t, at, "script") && at + 6 < t->page.size && classes[byte(t, at + 6)] & (SPACE | SLASH | CLOSE);
}

/* Where the raw text of a script ends. Inside "<!--" a script may hold scripts ("double escaped"), whose end tags do not end it. */
static uint32_t script_end(const dl_html_tokens *t) {
    bool escaped = false, inner = false;
    for (uint32_t at = t->at; at < t->page.size; at++) {
        unsigned char c = byte(t, at);
        if (c == '-' && escaped && starts(t, at, "-->")) {
            escaped = inner = false;
        } else if (c == '<' && inner) {
            if (byte(t, at + 1) == '/' && script_name(t, at + 2)) inner = false;
        } else if (c == '<') {
            if (own_end_tag(t, at)) return at;
            if (!escaped && starts(t, at, "<!--")) escaped = true, at++; /* the dashes may belong to "-->" */
            if (escaped && script_name(t, at + 1)) inner = true;
        }
        if (!escaped) at = find(t, at + 1, '<') - 1;
    }
    return end_of(t);
}

static uint32_t raw_end(const dl_html_tokens *t) {
    if (t->mode == DL_HTML_PLAINTEXT) return end_of(t);
    if (t->mode == DL_HTML_SCRIPT) return script_end(t);
    uint32_t at = find(t, t->at, '<');
    while (at < t->page.size && !own_end_tag(t, at)) at = find(t, at + 1, '<');
    return at;
}

/* Raw text and then its end tag. */
static bool raw(dl_html_tokens *t, dl_html_token *token) {
    uint32_t end = raw_end(t);
    if (end > t->at) return text(t, token, end);
    t->mode = DL_HTML_DATA;
    return tag(t, token, DL_HTML_END_TAG, end + 2);
}

/* A CDATA section up to its end mark; what follows is data. */
static bool cdata(dl_html_tokens *t, dl_html_token *token) {
    uint32_t end = find(t, t->at, ']');
    while (end < t->page.size && !starts(t, end, "]]>")) end = find(t, end + 1, ']');
    text(t, token, end);
    t->mode = DL_HTML_DATA;
    if (end < t->page.size) t->at = end + 3;
    return true;
}

/* ------------------------------------------------------------------ markup */

static bool declaration(dl_html_tokens *t, dl_html_token *token, uint32_t at) {
    if (at <= t->page.size && starts(t, at, "--")) return real_comment(t, token, at + 2);
    if (at <= t->page.size && starts(t, at, "doctype")) {
        t->at = dl_html_doctype(t->page, at + 7, token);
        return true;
    }
    bool section = t->foreign && t->page.size - at >= 7 && !memcmp(t->page.data + at, "[CDATA[", 7);
    if (!section) return bogus_comment(t, token, at);
    t->mode = DL_HTML_CDATA;
    t->at = at + 7;
    return cdata(t, token);
}

/* Whether "<" at `at` begins markup; otherwise it is text. */
static bool opens(const dl_html_tokens *t, uint32_t at) {
    unsigned char c = byte(t, at + 1);
    if (c == '/') return at + 2 < t->page.size;
    return dl_is_alpha((char)c) || c == '!' || c == '?';
}

/* What "<" at the front begins. False where it is nothing: an empty end tag, or a tag without an end. */
static bool markup(dl_html_tokens *t, dl_html_token *token) {
    uint32_t at = t->at + 1;
    unsigned char c = byte(t, at);
    if (c == '!') return declaration(t, token, at + 1);
    if (c == '?') return bogus_comment(t, token, at);
    if (c != '/') return tag(t, token, DL_HTML_START_TAG, at);
    c = byte(t, ++at);
    if (dl_is_alpha((char)c)) return tag(t, token, DL_HTML_END_TAG, at);
    if (c != '>') return bogus_comment(t, token, at);
    t->at = at + 1;
    return false;
}

static uint32_t data_end(const dl_html_tokens *t) {
    uint32_t at = find(t, t->at, '<');
    while (at < t->page.size && !opens(t, at)) at = find(t, at + 1, '<');
    return at;
}

static bool step(dl_html_tokens *t, dl_html_token *token) {
    if (t->mode == DL_HTML_CDATA) return cdata(t, token);
    if (t->mode != DL_HTML_DATA) return raw(t, token);
    uint32_t end = data_end(t);
    return end > t->at ? text(t, token, end) : markup(t, token);
}

bool dl_html_next(dl_html_tokens *t, dl_html_token *token) {
    while (t->at < t->page.size) {
        *token = (dl_html_token){.span = {t->at, t->at}};
        if (!step(t, token)) continue;
        token->span.end = t->at;
        return true;
    }
    *token = (dl_html_token){.span = {t->at, t->at}};
    return false;
}
