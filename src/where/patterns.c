/* Toponyms that the gazetteer lacks: a type word tells them ("Hutcheson Road", "Lake Alma"), or the tagger does. They have no point of their own. */
#include "where/context.h"

enum { NAME_WORDS = 4 };

/* A capital word that may belong to a name in front of its type word. */
static bool name_word(const dl_where *w, uint32_t token) {
    if (!dl_where_capital(w, token)) return false;
    unsigned cues = dl_where_cues(w, token);
    return !(cues & (DL_CUE_PREPOSITION | DL_CUE_MOTION | DL_CUE_TITLE)) && !dl_where_is(w, token, "the") && !dl_where_is(w, token, "a");
}

/* Takes [first, last] as a name without senses, in place of the spots that it covers; leaves it where a spot crosses its edge. */
static void claim(dl_where *w, uint32_t first, uint32_t last, dl_where_type type) {
    uint32_t before = w->spot_of[first], behind = w->spot_of[last];
    if (before && w->spots.rows[before].first < first) return;
    if (behind && w->spots.rows[behind].last > last) return;
    for (uint32_t i = first; i <= last; i++)
        if (w->spot_of[i]) w->spots.rows[w->spot_of[i]].dropped = true;
    uint32_t name = dl_where_name_of(w, first, last, type, NULL, 0);
    dl_where_add(w, first, last, name, w->sentence);
}

static void try_behind(dl_where *w, uint32_t token) {
    uint32_t last = token, first = token;
    dl_where_type type = dl_where_type_at(w, token, 'a', &last);
    if (!type || !dl_where_capital(w, token) || w->spot_of[token]) return;
    while (token - first < NAME_WORDS && name_word(w, first - 1)) first--;
    if (first == w->doc->sentences.rows[w->sentence].first_token && token - first > 1 && !w->doc->tokens.rows[first].word) return;
    if (first < token) claim(w, first, last, type);
}

static void try_front(dl_where *w, uint32_t token) {
    uint32_t end, last = token;
    dl_where_type type = dl_where_type_at(w, token, 'p', &end);
    if (!type || !dl_where_capital(w, token) || w->spot_of[token]) return;
    while (last - token < 2 && name_word(w, last + 1) && !dl_where_type_at(w, last + 1, 'p', &end)) last++;
    if (last > token) claim(w, token, last, type);
}

/* A name that the tagger calls a place or a facility, none of whose words is in a spot. */
static uint32_t try_tagged(dl_where *w, uint32_t token) {
    uint8_t kind = w->doc->tokens.rows[token].name & (uint8_t)~DL_NAME_BEGIN;
    uint32_t last = token;
    if (kind != DL_NAME_PLACE && kind != DL_NAME_FACILITY) return token;
    while (last + 1 < w->view.end && w->doc->tokens.rows[last + 1].name == kind) last++;
    bool free = dl_where_capital(w, token);
    for (uint32_t i = token; i <= last; i++) free = free && !w->spot_of[i];
    if (free && !(dl_where_cues(w, token) & DL_CUE_NEVER)) claim(w, token, last, DL_WHERE_ANY);
    return last;
}

void dl_where_patterns(dl_where *w) {
    for (DL_EACH(s, &w->doc->sentences)) {
        const dl_sentence *sentence = &w->doc->sentences.rows[s];
        dl_where_enter(w, s);
        for (uint32_t i = sentence->first_token; i < w->view.end && !w->mute; i++) {
            if (!dl_where_capital(w, i)) continue;
            try_behind(w, i);
            try_front(w, i);
        }
        for (uint32_t i = sentence->first_token; i < w->view.end; i++) i = try_tagged(w, i);
    }
}
