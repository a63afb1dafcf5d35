/* What the class, id, role and itemprop of an element tell of what it holds: data/web/hints.tsv. */
#ifndef DL_INTAKE_HTML_HINTS_H
#define DL_INTAKE_HTML_HINTS_H

#include "intake/html/tree.h"
#include "know/know.h"

/* Bits, for an element may tell several things. */
enum {
    DL_HINT_BODY = 1,
    DL_HINT_DROP = 2,
    DL_HINT_CAPTION = 4,
    DL_HINT_LEAD = 8,
    DL_HINT_COMMENTS = 16,
    DL_HINT_EMBED = 32,
    DL_HINT_ENTRY = 64,
    DL_HINT_NOT = 128u
};

enum { DL_HINT_SLOTS = 1024 };

/* The rows of the table by the hash of their words, and for each word that ends a row how long it may be, by its first letter. */
typedef struct dl_page_hints {
    struct {
        dl_bytes words;
        uint8_t hint;
    } slots[DL_HINT_SLOTS];
    uint32_t lengths[256];
} dl_page_hints;

dl_page_hints *dl_page_hints_read(dl_arena *arena, const dl_know *know);
/* What the element tells: by its attributes, and by its tag where that says enough. */
unsigned dl_hint_of(const dl_page_hints *hints, const dl_html_tree *tree, uint32_t node);

#endif
