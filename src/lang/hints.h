/* What the knowledge says of the words of a window, as hints for the name finder: is this in a list of places, bodies, persons, first names, titles?
 */
#ifndef DL_LANG_HINTS_H
#define DL_LANG_HINTS_H

#include "doc/doc.h"
#include "know/know.h"
#include "lang/window.h"

typedef enum dl_hint {
    DL_HINT_PLACE,
    DL_HINT_COUNTRY,
    DL_HINT_DEMONYM,
    DL_HINT_BODY,
    DL_HINT_PERSON,
    DL_HINT_FIRST_NAME,
    DL_HINT_TITLE,
    DL_HINT_COUNT_
} dl_hint;

enum { DL_HINT_INSIDE = 8 };

/* Whether a word begins a phrase that is known so, or stands within one. */
static inline bool dl_window_hints(const dl_window *w, uint32_t word, dl_hint hint) {
    return w->hints[word] >> hint & 1 || w->hints[word] >> (hint + DL_HINT_INSIDE) & 1;
}

/* Which tables of the knowledge stand for which hint; 0 where the knowledge has no such table. */
typedef struct dl_hints {
    const dl_know *know;
    uint32_t places[5], countries, bodies[2], persons, first_names, titles;
    uint32_t country_name, country_aliases; /* columns; the others hold adjectives and demonyms */
} dl_hints;

/* `know` may be NULL: then there are no hints. */
void dl_hints_open(dl_hints *hints, const dl_know *know);

/* Fills window->hints from the document's tokens, of which the window holds those from `first` on. Bit h is set on the first word of a phrase, bit
 * h + DL_HINT_INSIDE on its others. */
void dl_hints_read(const dl_hints *hints, const dl_doc *doc, uint32_t first, dl_window *window);

#endif
