/* The words around a place name: reading data/places/contexts.tsv, types.tsv and given.tsv at a token. */
#ifndef DL_WHERE_CONTEXT_H
#define DL_WHERE_CONTEXT_H

#include "where/spots.h"

/* Makes a sentence the one at hand. */
void dl_where_enter(dl_where *w, uint32_t sentence);
/* All that one token, by itself, tells. Tokens outside the sentence at hand tell nothing. */
unsigned dl_where_cues(const dl_where *w, uint32_t token);
/* The kind of place that the word at `token` names on side 'a', 'b' or 'p' (types.tsv); DL_WHERE_ANY where none. `last` receives its last token. */
dl_where_type dl_where_type_at(const dl_where *w, uint32_t token, char side, uint32_t *last);

static inline bool dl_where_inside(const dl_where *w, uint32_t token) { /* in the sentence at hand */
    return token >= w->first && token < w->view.end;
}
static inline bool dl_where_capital(const dl_where *w, uint32_t token) {
    return dl_where_inside(w, token) && w->marks[token] & DL_WHERE_CAPITAL;
}
bool dl_where_is(const dl_where *w, uint32_t token, const char *word); /* equal but for case */
#endif
