/* Text for a terminal: as wide as it looks, and harmless. Control characters, which could move the cursor or hide text, become blanks. */
#ifndef DL_OUT_SCREEN_H
#define DL_OUT_SCREEN_H

#include "out/pen.h"

/* Columns that the character at `at` takes; *size receives its bytes. Blanks, also line ends, take one. */
size_t dl_screen_width(dl_bytes text, size_t at, size_t *size);
/* Writes the character at `at`, or a blank in place of one that steers the terminal. */
void dl_screen_put(dl_pen *pen, dl_bytes text, size_t at, size_t size);
/* Writes at most `width` columns of the text, "…" at the end where it was cut, and fills up with blanks where `fill` is set. */
void dl_screen_cell(dl_pen *pen, dl_bytes text, size_t width, bool fill);

/* Select graphic rendition (ECMA-48), e.g. "1;4"; "" ends it. Nothing where the sink wants no colour. */
void dl_screen_style(dl_pen *pen, const char *style);

/* A table for reading: a heading, then lines under it. Empty cells at the end of a line are left out. */
typedef struct dl_screen_column {
    const char *title;
    size_t width; /* 0, of the last: what is left of the line, at least DL_SCREEN_LEAST */
} dl_screen_column;
enum { DL_SCREEN_LEAST = 20, DL_SCREEN_COLUMNS = 16 };
void dl_screen_heading(dl_pen *pen, const dl_screen_column *columns, int count);
void dl_screen_line(dl_pen *pen, const dl_screen_column *columns, int count, const dl_bytes *cells);

#endif
