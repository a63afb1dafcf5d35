/* A buffered way to a sink. Once the sink has refused bytes the rest is swallowed, and dl_pen_finish says so: no call in between needs checking. */
#ifndef DL_OUT_PEN_H
#define DL_OUT_PEN_H

#include "base/bytes.h"

typedef struct dl_pen {
    const dl_sink *sink;
    size_t used;
    bool failed;
    char buffer[8192];
} dl_pen;

void dl_pen_start(dl_pen *pen, const dl_sink *sink);
dl_status dl_pen_finish(dl_pen *pen, dl_error *error);

void dl_pen_flush(dl_pen *pen);
/* What does not fit into the rest of the buffer. */
void dl_pen_more(dl_pen *pen, dl_bytes bytes);
static inline void dl_pen_bytes(dl_pen *pen, dl_bytes bytes) {
    if (bytes.size > sizeof pen->buffer - pen->used) {
        dl_pen_more(pen, bytes);
        return;
    }
    if (bytes.size) memcpy(pen->buffer + pen->used, bytes.data, bytes.size);
    pen->used += bytes.size;
}
void dl_pen_text(dl_pen *pen, const char *text);
static inline void dl_pen_char(dl_pen *pen, char c) {
    if (pen->used == sizeof pen->buffer) dl_pen_flush(pen);
    pen->buffer[pen->used++] = c;
}
/* Where the next `size` bytes go, which the caller writes and adds to `used`; far fewer than the buffer holds. */
static inline char *dl_pen_room(dl_pen *pen, size_t size) {
    if (size > sizeof pen->buffer - pen->used) dl_pen_flush(pen);
    return pen->buffer + pen->used;
}
void dl_pen_repeat(dl_pen *pen, char c, size_t times);

/* Numbers are spelled by hand: printf follows the locale. Both need DL_NUMBER bytes and return the length. */
enum { DL_NUMBER = 32 };
size_t dl_spell_number(char *out, int64_t number);
/* Degrees with up to five decimals, without zeros at the end; 0 where it is no number. */
size_t dl_spell_degrees(char *out, double degrees);
void dl_pen_number(dl_pen *pen, int64_t number);

#endif
