#include "intake/html/doctype.h"

static bool space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static uint32_t skip_space(dl_bytes page, uint32_t at) {
    while (at < page.size && space(page.data[at])) at++;
    return at;
}

/* To the end of the doctype, behind something that is wrong. */
static uint32_t leave(dl_bytes page, uint32_t at) {
    const char *close = at < page.size ? memchr(page.data + at, '>', page.size - at) : NULL;
    return close ? (uint32_t)(close - page.data) + 1 : (uint32_t)page.size;
}

/* The quoted identifier at `at`. False where it is broken off by ">" or the end of the page: `at` is then behind it. */
static bool identifier(dl_bytes page, uint32_t *at, dl_span *span, bool *there) {
    char mark = *at < page.size ? page.data[*at] : 0;
    if (mark != '"' && mark != '\'') return false;
    uint32_t end = ++*at;
    while (end < page.size && page.data[end] != mark && page.data[end] != '>') end++;
    *span = (dl_span){*at, end};
    *there = true;
    *at = end;
    if (end >= page.size || page.data[end] == '>') return false;
    ++*at;
    return true;
}

static bool word(dl_bytes page, uint32_t at, const char *lower) {
    return page.size - at >= 6 && dl_bytes_like((dl_bytes){page.data + at, 6}, lower);
}

static bool closes(dl_bytes page, uint32_t at) {
    return at < page.size && page.data[at] == '>';
}

/* Behind the name: the identifiers. What stands behind the last of them is passed over without harm. */
static uint32_t identifiers(dl_bytes page, uint32_t at, dl_html_token *token) {
    bool is_public = word(page, at, "public");
    token->quirks = true;
    if (!is_public && !word(page, at, "system")) return leave(page, at);
    at = skip_space(page, at + 6);
    if (is_public) {
        if (!identifier(page, &at, &token->public_id, &token->has_public)) return leave(page, at);
        at = skip_space(page, at);
        if (closes(page, at)) return token->quirks = false, at + 1;
    }
    if (!identifier(page, &at, &token->system_id, &token->has_system)) return leave(page, at);
    token->quirks = skip_space(page, at) >= page.size;
    return leave(page, at);
}

uint32_t dl_html_doctype(dl_bytes page, uint32_t at, dl_html_token *token) {
    token->kind = DL_HTML_DOCTYPE;
    at = skip_space(page, at);
    uint32_t end = at;
    while (end < page.size && !space(page.data[end]) && page.data[end] != '>') end++;
    token->name = (dl_span){at, end};
    token->named = end > at;
    end = skip_space(page, end);
    token->quirks = !token->named || end >= page.size;
    if (end >= page.size) return end;
    return closes(page, end) ? end + 1 : identifiers(page, end, token);
}
