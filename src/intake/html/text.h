/* The bytes that text and attribute values stand for: references resolved, line ends made \n, NULs replaced, as the standard has it. */
#ifndef DL_INTAKE_HTML_TEXT_H
#define DL_INTAKE_HTML_TEXT_H

#include "base/arena.h"
#include "intake/html/token.h"
#include "know/know.h"

/* data/web/references.tsv, searched by halves. */
typedef struct dl_html_references {
    const dl_know *know;
    uint32_t table, name, codes; /* the last two are columns */
    uint32_t from[129];          /* by the first byte of a name, which is ASCII: its first row; the last is the number of rows */
} dl_html_references;

dl_html_references dl_html_references_of(const dl_know *know);

enum { DL_HTML_VALUE = DL_HTML_CDATA + 1 }; /* the mode of an attribute's value */

/* One step: how many bytes of `text` at its front, and into `out`, which has room for 16, the bytes that they stand for; returns how many. */
size_t dl_html_decode_step(const dl_html_references *references, dl_bytes text, unsigned mode, char *out, size_t *taken);
/* All of it, into the arena. */
dl_bytes dl_html_decode(dl_arena *arena, const dl_html_references *references, dl_bytes text, unsigned mode);

#endif
