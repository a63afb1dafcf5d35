#include "intake/html/charset.h"

#include "base/utf8.h"
#include "intake/html/names.h"
#include "intake/html/token.h"

#include <errno.h>
#include <iconv.h>

enum { LABEL_MOST = 32, LOOK = 16384, STRIDE = 256 };

/* ------------------------------------------------------------------ names */

/* Fills name and iconv from what somebody calls a charset; false where it is none that is known. */
static bool name_charset(dl_charset *charset, const dl_know *know, dl_bytes label) {
    char lower[LABEL_MOST];
    label = dl_bytes_trim(label);
    if (!label.size || label.size > LABEL_MOST) return false;
    for (size_t i = 0; i < label.size; i++) lower[i] = dl_to_lower(label.data[i]);
    label.data = lower;
    uint32_t table = dl_know_table(know, "web/charsets"), column = dl_know_column(know, table, "label"), low = 0, high = dl_know_rows(know, table);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = dl_bytes_order(dl_know_cell(know, table, middle, column), label);
        if (!order) {
            charset->name = dl_know_get(know, table, middle, "charset");
            charset->iconv = dl_bytes_is(charset->name, "utf-8") ? NULL : dl_know_get(know, table, middle, "iconv").data;
            return true;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* ------------------------------------------------------------------ meta */

static bool blank_at(dl_bytes text, size_t at) {
    return at < text.size && dl_is_space(text.data[at]);
}

dl_bytes dl_charset_in(dl_bytes content) {
    for (size_t at = 0; at + 7 <= content.size; at++) {
        if (!dl_bytes_like((dl_bytes){content.data + at, 7}, "charset")) continue;
        size_t begin = at + 7;
        while (blank_at(content, begin)) begin++;
        if (begin >= content.size || content.data[begin] != '=') continue;
        begin++;
        while (blank_at(content, begin)) begin++;
        char mark = begin < content.size ? content.data[begin] : 0;
        bool quoted = mark == '"' || mark == '\'';
        size_t end = begin += quoted;
        while (end < content.size && (quoted ? content.data[end] != mark : content.data[end] != ';' && !dl_is_space(content.data[end]))) end++;
        if (quoted && end >= content.size) return (dl_bytes){0};
        return (dl_bytes){content.data + begin, end - begin};
    }
    return (dl_bytes){0};
}

static dl_bytes attribute(const dl_html_tokens *t, const char *name) {
    for (uint32_t i = 0; i < t->attribute_count; i++)
        if (dl_bytes_like(dl_html_bytes(t->page, t->attributes[i].name), name)) return dl_html_bytes(t->page, t->attributes[i].value);
    return (dl_bytes){0};
}

/* The charset that a meta element near the front names; as in the standard's prescan one in a script counts, too. One that says UTF-16 in readable
 * ASCII is UTF-8, as the standard has it. */
static bool by_meta(dl_charset *charset, dl_arena *arena, const dl_know *know, dl_bytes page) {
    dl_html_tokens *t = DL_NEW(arena, dl_html_tokens);
    dl_html_token token;
    dl_html_open(t, page.size > LOOK ? (dl_bytes){page.data, LOOK} : page);
    while (dl_html_next(t, &token)) {
        dl_tag tag = token.kind == DL_HTML_START_TAG ? dl_tag_of(dl_html_bytes(t->page, token.name)) : DL_TAG_OTHER;
        if (tag != DL_TAG_META) continue;
        dl_bytes label = attribute(t, "charset");
        if (!label.size && dl_bytes_like(attribute(t, "http-equiv"), "content-type")) label = dl_charset_in(attribute(t, "content"));
        if (!name_charset(charset, know, label)) continue;
        if (dl_bytes_start(charset->name, "utf-16")) name_charset(charset, know, DL_LIT("utf-8"));
        return true;
    }
    return false;
}

/* ------------------------------------------------------------------ which */

static bool by_mark(dl_charset *charset, const dl_know *know, dl_bytes page) {
    if (dl_bytes_start(page, "\xef\xbb\xbf")) return name_charset(charset, know, DL_LIT("utf-8"));
    if (dl_bytes_start(page, "\xff\xfe")) return name_charset(charset, know, DL_LIT("utf-16le"));
    return dl_bytes_start(page, "\xfe\xff") && name_charset(charset, know, DL_LIT("utf-16be"));
}

/* Every other byte of English in UTF-16 is a zero, and hardly one between; zeros everywhere are damage. */
static bool by_zeros(dl_charset *charset, const dl_know *know, dl_bytes page) {
    size_t zeros[2] = {0, 0}, size = page.size < 1024 ? page.size & ~(size_t)1 : 1024;
    for (size_t i = 0; i < size; i++) zeros[i & 1] += !page.data[i];
    bool little = zeros[1] > zeros[0];
    if (size < 8 || zeros[little] < size / 3 || zeros[!little] > size / 16) return false;
    return name_charset(charset, know, little ? DL_LIT("utf-16le") : DL_LIT("utf-16be"));
}

static void choose(dl_charset *charset, dl_arena *arena, const dl_know *know, dl_bytes page, dl_bytes header) {
    charset->basis = "bom";
    if (by_mark(charset, know, page)) return;
    charset->basis = "header";
    if (header.size && name_charset(charset, know, header)) return;
    charset->basis = "meta";
    if (by_meta(charset, arena, know, page)) return;
    charset->basis = "content";
    if (by_zeros(charset, know, page)) return;
    name_charset(charset, know, dl_utf8_valid(page) == page.size ? DL_LIT("utf-8") : DL_LIT("windows-1252"));
}

/* ------------------------------------------------------------------ converting */

/* Converts as much as `room` bytes hold, whole characters only; a byte that stands for nothing becomes U+FFFD. False where the input is spent. */
static bool convert_some(iconv_t how, dl_bytes *in, char *out, size_t room, size_t *made) {
    char *from = (char *)in->data, *to = out;
    size_t left = in->size, free = room;
    while (left && iconv(how, &from, &left, &to, &free) == (size_t)-1 && errno != E2BIG && free >= 3) {
        memcpy(to, "\xef\xbf\xbd", 3);
        to += 3, free -= 3;
        from++, left--;
    }
    *in = (dl_bytes){from, left};
    *made = (size_t)(to - out);
    return left;
}

/* All of it, in strides, with a mark at the beginning of each. Memory is taken before iconv takes its own. */
static void convert(dl_charset *charset, dl_arena *arena) {
    size_t room = charset->raw.size * 3 + STRIDE, size = 0, made;
    char *out = dl_arena_alloc(arena, room);
    charset->marks = DL_NEW_ARRAY(arena, dl_charset_mark, room / (STRIDE - 8) + 2);
    iconv_t how = iconv_open("UTF-8", charset->iconv);
    if (how == (iconv_t)-1) { /* a C library without that charset: as it is, and what is no UTF-8 is repaired */
        charset->iconv = NULL;
        charset->text = charset->raw;
        return;
    }
    dl_bytes in = charset->raw;
    for (bool more = true; more && size + STRIDE <= room;) {
        charset->marks[charset->mark_count++] = (dl_charset_mark){(uint32_t)size, (uint32_t)(in.data - charset->raw.data)};
        more = convert_some(how, &in, out + size, STRIDE, &made);
        if (!made) break;
        size += made;
    }
    iconv_close(how);
    charset->text = (dl_bytes){out, size};
}

dl_charset dl_charset_read(dl_arena *arena, const dl_know *know, dl_bytes page, dl_bytes header) {
    dl_charset charset = {.raw = page, .text = page};
    choose(&charset, arena, know, page, header);
    if (charset.iconv) convert(&charset, arena);
    return charset;
}

/* Not before the place in front of it, nor behind the next mark: charsets with states (ISO-2022-JP) are read from a mark as if none had been set. */
static uint32_t within(const dl_charset *charset, size_t mark, uint32_t raw, uint32_t before) {
    uint32_t most = mark + 1 < charset->mark_count ? charset->marks[mark + 1].raw : (uint32_t)charset->raw.size;
    if (raw > most) raw = most;
    return raw < before ? before : raw;
}

void dl_charset_trace(const dl_charset *charset, uint32_t **offsets, size_t count) {
    if (!charset->iconv || !charset->mark_count) return;
    iconv_t how = iconv_open("UTF-8", charset->iconv);
    if (how == (iconv_t)-1) return;
    char out[STRIDE];
    uint32_t before = 0;
    for (size_t i = 0, mark = 0; i < count; i++) {
        while (mark + 1 < charset->mark_count && charset->marks[mark + 1].text <= *offsets[i]) mark++;
        dl_charset_mark from = charset->marks[mark];
        dl_bytes in = {charset->raw.data + from.raw, charset->raw.size - from.raw};
        size_t behind = *offsets[i] - from.text, made;
        iconv(how, NULL, NULL, NULL, NULL);
        if (behind) convert_some(how, &in, out, behind, &made);
        *offsets[i] = before = within(charset, mark, (uint32_t)(in.data - charset->raw.data), before);
    }
    iconv_close(how);
}
