#include "out/screen.h"

#include "base/utf8.h"

#include <utf8proc.h>

enum { GAP = 2, WIDTH = 100 }; /* between columns; of a line where the sink tells none */

/* Characters that steer: controls, line and paragraph separators, marks that turn the direction of writing. */
static bool steers(uint32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

size_t dl_screen_width(dl_bytes text, size_t at, size_t *size) {
    uint32_t c = dl_utf8_read(text, at, size);
    if (steers(c)) return 1;
    int width = utf8proc_charwidth((utf8proc_int32_t)c);
    return width > 0 ? (size_t)width : 0;
}

void dl_screen_put(dl_pen *pen, dl_bytes text, size_t at, size_t size) {
    size_t same;
    if (steers(dl_utf8_read(text, at, &same)))
        dl_pen_char(pen, ' ');
    else
        dl_pen_bytes(pen, (dl_bytes){text.data + at, size});
}

/* Where the text has to end to fit into `width` columns; *used receives how many it then takes. */
static size_t fit(dl_bytes text, size_t width, size_t *used) {
    size_t at = 0, size;
    *used = 0;
    while (at < text.size) {
        size_t w = dl_screen_width(text, at, &size);
        if (*used + w > width) break;
        *used += w;
        at += size;
    }
    return at;
}

void dl_screen_cell(dl_pen *pen, dl_bytes text, size_t width, bool fill) {
    size_t used, size, end = fit(text, width, &used);
    bool cut = end < text.size && width > 0;
    if (cut) end = fit(text, width - 1, &used);
    for (size_t at = 0; at < end; at += size) {
        dl_screen_width(text, at, &size);
        dl_screen_put(pen, text, at, size);
    }
    if (cut) dl_pen_text(pen, "\xe2\x80\xa6");
    if (fill) dl_pen_repeat(pen, ' ', width - used - cut);
}

void dl_screen_style(dl_pen *pen, const char *style) {
    if (!pen->sink->colour) return;
    dl_pen_text(pen, "\x1b[");
    dl_pen_text(pen, *style ? style : "0");
    dl_pen_char(pen, 'm');
}

void dl_screen_line(dl_pen *pen, const dl_screen_column *columns, int count, const dl_bytes *cells) {
    size_t width = pen->sink->columns ? pen->sink->columns : WIDTH, used = 0;
    while (count > 1 && !cells[count - 1].size) count--;
    for (int i = 0; i < count; i++) {
        size_t rest = width > used + DL_SCREEN_LEAST ? width - used : DL_SCREEN_LEAST;
        if (i) dl_pen_repeat(pen, ' ', GAP);
        dl_screen_cell(pen, cells[i], columns[i].width ? columns[i].width : rest, i + 1 < count);
        used += columns[i].width + GAP;
    }
    dl_pen_char(pen, '\n');
}

void dl_screen_heading(dl_pen *pen, const dl_screen_column *columns, int count) {
    dl_bytes titles[DL_SCREEN_COLUMNS];
    for (int i = 0; i < count; i++) titles[i] = dl_bytes_of(columns[i].title);
    dl_screen_style(pen, "1");
    dl_screen_line(pen, columns, count, titles);
    dl_screen_style(pen, "");
}
