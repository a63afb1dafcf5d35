/* Toponyms that the gazetteer lacks: a type word tells them ("Hutcheson Road", "Lake Alma"), or the tagger does. They have no point of their own. */
#include "doc/ud.h"
#include "where/context.h"

enum { NAME_WORDS = 4 };

/* A capital word that may belong to a name in front of its type word. */
static bool name_word(const dl_where *w, uint32_t token) {
    if (!dl_where_capital(w, token) || w->doc->tokens.rows[token].upos == DL_UPOS_ADJ) return false;
    unsigned cues = dl_where_cues(w, token);
    return !(cues & (DL_CUE_PREPOSITION | DL_CUE_MOTION | DL_CUE_TITLE)) && !dl_where_is(w, token, "the") && !dl_where_is(w, token, "a");
}

/* The gazetteer's phrases for exactly these words, or for the longest part in front of `last` where only a part is asked for. */
static uint32_t known(const dl_where *w, uint32_t first, uint32_t last, bool part, dl_know_hit *hits, uint32_t room) {
    uint32_t n = dl_know_find(w->know, &w->view, first, 0, hits, room), kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!dl_gaz_names(w->gaz, &hits[i])) continue;
        if (part ? hits[i].last < last : hits[i].last == last) hits[kept++] = hits[i];
        if (part && kept) part = false, last = hits[0].last;
    }
    return kept;
}

/* Takes [first, last] as a name, most often without senses, in place of the spots that it covers; leaves it where a spot crosses its edge. */
static void claim(dl_where *w, uint32_t first, uint32_t last, dl_where_type type) {
    uint32_t before = w->spot_of[first], behind = w->spot_of[last];
    if (before && w->spots.rows[before].first < first) return;
    if (behind && w->spots.rows[behind].last > last) return;
    for (uint32_t i = first; i <= last; i++)
        if (w->spot_of[i]) w->spots.rows[w->spot_of[i]].dropped = true;
    dl_know_hit hits[DL_WHERE_SENSES];
    uint32_t count = type ? known(w, first, last, false, hits, DL_WHERE_SENSES) : 0;
    if (count) type = DL_WHERE_ANY;
    if (type == DL_WHERE_LANDMARK) count = known(w, first, last, true, hits, DL_WHERE_SENSES);
    uint32_t name = dl_where_name_of(w, first, last, type, hits, count);
    dl_where_add(w, first, last, name, w->sentence);
}

/* A type word in lower case names no place by itself; the words in front of it must look like a name that nothing else explains. */
static bool unexplained(const dl_where *w, uint32_t first, uint32_t last, dl_where_type type) {
    if (type != DL_WHERE_COUNTY && type != DL_WHERE_QUARTER && type != DL_WHERE_CITY && type != DL_WHERE_UNIT) return false;
    for (uint32_t i = first; i <= last; i++) {
        uint8_t kind = w->doc->tokens.rows[i].name & (uint8_t)~DL_NAME_BEGIN;
        if (w->spot_of[i] || kind == DL_NAME_ORGANISATION || kind == DL_NAME_NATIONALITY) return false;
        if (w->doc->tokens.rows[i].upos == DL_UPOS_ADJ) return false;
    }
    return !w->doc->tokens.rows[last].word && first > w->doc->sentences.rows[w->sentence].first_token;
}

static void try_behind(dl_where *w, uint32_t token) {
    uint32_t last = token, first = token;
    dl_where_type type = dl_where_type_at(w, token, 'a', &last);
    if (!type || w->spot_of[token] || !dl_where_capital(w, token - 1)) return;
    while (token - first < NAME_WORDS && name_word(w, first - 1)) first--;
    if (first == token) return;
    if (!dl_where_capital(w, token)) {
        if (unexplained(w, first, token - 1, type)) claim(w, first, token - 1, type);
        return;
    }
    if (first == w->doc->sentences.rows[w->sentence].first_token && token - first > 1 && !w->doc->tokens.rows[first].word) return;
    claim(w, first, last, type);
}

static void try_front(dl_where *w, uint32_t token) {
    uint32_t end, last = token;
    dl_where_type type = dl_where_type_at(w, token, 'p', &end);
    if (!type || !dl_where_capital(w, token) || w->spot_of[token]) return;
    while (last - token < 2 && name_word(w, last + 1) && !dl_where_type_at(w, last + 1, 'p', &end)) last++;
    if (last > token) claim(w, token, last, type);
}

/* "the village of Orneta", "a town called Lasby". */
static void try_of(dl_where *w, uint32_t token) {
    uint32_t last, first = token + 2;
    dl_where_type type = dl_where_type_at(w, token, 'b', &last);
    if (!type || !(dl_where_is(w, token + 1, "of") || dl_where_is(w, token + 1, "called") || dl_where_is(w, token + 1, "named"))) return;
    if (!name_word(w, first) || w->spot_of[first] || (type == DL_WHERE_UNIT && dl_where_capital(w, token))) return;
    for (last = first; last - first < 2 && name_word(w, last + 1) && !w->spot_of[last + 1];) last++;
    claim(w, first, last, type);
}

/* Where the tagger alone speaks, the words in front must say that it is a place, or a container behind. */
static bool placed(const dl_where *w, uint32_t first, uint32_t last) {
    uint32_t i = first - 1;
    if (dl_where_is(w, i, "the")) i--;
    return dl_where_cues(w, i) & DL_CUE_PREPOSITION || (dl_where_is(w, last + 1, ",") && dl_where_inside(w, last + 2) && w->spot_of[last + 2]);
}

static bool acronym(const dl_where *w, uint32_t token) {
    dl_bytes t = dl_token_text(w->doc, token);
    for (size_t i = 0; i < t.size; i++)
        if (!dl_is_upper(t.data[i]) && t.data[i] != '.') return false;
    return true;
}

static bool is_people(const dl_where *w, uint32_t token) {
    dl_know_hit hit;
    return dl_know_find(w->know, &w->view, token, w->gaz->table[DL_GAZ_COUNTRIES], &hit, 1) && !dl_gaz_names(w->gaz, &hit);
}

/* A name that the tagger calls a place or a facility, none of whose words is in a spot. */
static uint32_t try_tagged(dl_where *w, uint32_t token) {
    uint8_t kind = w->doc->tokens.rows[token].name & (uint8_t)~DL_NAME_BEGIN;
    uint32_t last = token;
    while (last + 1 < w->view.end && w->doc->tokens.rows[last + 1].name == kind) last++;
    bool free = dl_where_capital(w, token) && !(token == last && acronym(w, token)) && !is_people(w, token);
    for (uint32_t i = token; i <= last; i++) free = free && !w->spot_of[i];
    if (free && placed(w, token, last) && !(dl_where_cues(w, token) & (DL_CUE_NEVER | DL_CUE_GIVEN))) claim(w, token, last, DL_WHERE_ANY);
    return last;
}

void dl_where_patterns(dl_where *w) {
    for (DL_EACH(s, &w->doc->sentences)) {
        if (w->mutes[s]) continue;
        dl_where_enter(w, s);
        for (DL_WHERE_HOT(h, w, s)) {
            uint32_t i = w->hot.rows[h];
            if (!(w->marks[i] & DL_GAZ_TYPE)) continue;
            try_behind(w, i);
            try_front(w, i);
            try_of(w, i);
        }
        uint32_t next = 0;
        for (DL_WHERE_HOT(h, w, s)) {
            uint32_t i = w->hot.rows[h];
            if (i >= next && w->marks[i] & DL_WHERE_TAGGED) next = try_tagged(w, i) + 1;
        }
    }
}
