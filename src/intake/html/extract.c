#include "intake/html/extract.h"

#include "base/utf8.h"

static void reserve(dl_extract *to, size_t more) {
    if (to->size + more + 1 <= to->room) return;
    size_t room = (to->size + more + 1) * 2 + 1024;
    char *data = dl_arena_alloc(to->arena, room);
    if (to->size) memcpy(data, to->data, to->size);
    to->data = data;
    to->room = room;
}

/* Bytes of the page and the bytes of text made of them. Equal bytes that follow each other are one piece. */
static void put(dl_extract *to, const char *bytes, size_t size, uint32_t at, size_t taken) {
    reserve(to, size);
    memcpy(to->data + to->size, bytes, size);
    dl_span text = {(uint32_t)to->size, (uint32_t)(to->size + size)}, page = {at, at + (uint32_t)taken};
    to->size += size;
    if (!to->pieces || !size) return;
    dl_piece *last = to->pieces->count > 1 ? &to->pieces->rows[to->pieces->count - 1] : NULL;
    bool same = last && last->text.end == text.begin && last->page.end == at && dl_span_size(last->text) == dl_span_size(last->page) && size == taken;
    if (to->converted && same) same = (unsigned char)*bytes < 0x80 && (unsigned char)to->data[last->text.begin] < 0x80;
    if (same)
        last->text.end = text.end, last->page.end = page.end;
    else
        *DL_PUSH(to->arena, to->pieces) = (dl_piece){text, page};
}

void dl_extract_mark(dl_extract *to, const char *mark) {
    size_t size = strlen(mark);
    reserve(to, size);
    memcpy(to->data + to->size, mark, size);
    to->size += size;
    to->blank = false;
}

/* Signs that show as a blank, or as nothing: no-break space; soft hyphen, zero-width space and byte order mark. */
static bool shows_blank(dl_bytes sign) {
    return (sign.size == 1 && dl_is_space(sign.data[0])) || dl_bytes_is(sign, "\xc2\xa0");
}
static bool shows_nothing(dl_bytes sign) {
    return dl_bytes_is(sign, "\xc2\xad") || dl_bytes_is(sign, "\xe2\x80\x8b") || dl_bytes_is(sign, "\xef\xbb\xbf");
}

static void put_blank(dl_extract *to, uint32_t at) {
    bool begins = !to->size || to->data[to->size - 1] == '\n';
    if (to->blank && !begins) put(to, " ", 1, at, 0);
    to->blank = false;
}

/* One sign of the text, whole. */
static void put_sign(dl_extract *to, dl_bytes sign, uint32_t at, size_t taken, bool preformatted) {
    if (shows_nothing(sign)) return;
    if (!preformatted && shows_blank(sign)) {
        to->blank = true;
        return;
    }
    put_blank(to, at);
    put(to, sign.data, sign.size, at, taken);
}

/* Bytes at the front that stand for themselves: ASCII, but for blanks and what begins a reference. */
static size_t plain(dl_bytes text) {
    size_t n = 0;
    while (n < text.size && text.data[n] > ' ' && text.data[n] != '&' && text.data[n] != 0x7f) n++;
    return n;
}

void dl_extract_run(dl_extract *to, dl_bytes text, uint32_t at, unsigned mode, bool preformatted) {
    for (size_t i = 0, taken; i < text.size; i += taken) {
        dl_bytes rest = {text.data + i, text.size - i};
        uint32_t here = at + (uint32_t)i;
        char out[16];
        size_t mended = to->mender && (unsigned char)*rest.data >= 0x80 ? dl_mend(to->mender, rest, out, &taken) : 0;
        if (mended) {
            to->mended++;
            put_sign(to, (dl_bytes){out, mended}, here, taken, preformatted);
        } else if ((taken = plain(rest))) {
            put_blank(to, here);
            put(to, rest.data, taken, here, taken);
        } else if ((unsigned char)*rest.data >= 0x80) {
            bool good = (taken = dl_utf8_size(rest));
            if (!good) taken = dl_utf8_bad_size(rest);
            dl_bytes sign = good ? (dl_bytes){rest.data, taken} : DL_LIT("\xef\xbf\xbd");
            to->repairs += !good || (to->converted && dl_bytes_is(sign, "\xef\xbf\xbd")); /* the converter put it there */
            put_sign(to, sign, here, taken, preformatted);
        } else {
            size_t size = dl_html_decode_step(to->references, rest, mode, out, &taken);
            bool control = size == 1 && ((unsigned char)out[0] < ' ' || out[0] == 0x7f) && !dl_is_space(out[0]);
            if (!control) put_sign(to, (dl_bytes){out, size}, here, taken, preformatted);
        }
    }
}

static void line_break(dl_extract *to) {
    if (to->size && to->data[to->size - 1] != '\n') dl_extract_mark(to, "\n");
}

void dl_extract_block(dl_extract *to, const dl_blocks *blocks, const dl_block *block) {
    const dl_html_tree *tree = blocks->tree;
    to->blank = false;
    for (uint32_t i = block->first; i < block->end;) {
        const dl_html_node *n = &tree->nodes.rows[i];
        if (n->tag == DL_TAG_TEXT) dl_extract_run(to, dl_html_text_of(tree, i), n->span.begin, n->mode, block->tag == DL_TAG_PRE);
        if (n->tag == DL_TAG_BR) line_break(to);
        i = blocks->dropped[i] ? n->end : i + 1;
    }
    while (to->size && to->data[to->size - 1] == '\n') to->size--; /* a break behind the last line */
    to->blank = false;
}
