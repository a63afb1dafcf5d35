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

#endif
