#include "where/context.h"

#define WORD(s) \
    { s, sizeof s - 1 }
static const struct {
    dl_bytes name;
    dl_where_cue cue;
} cue_names[] = {
    {WORD("title"), DL_CUE_TITLE},
    {WORD("head"), DL_CUE_HEAD},
    {WORD("of"), DL_CUE_OF},
    {WORD("person"), DL_CUE_PERSON},
    {WORD("preposition"), DL_CUE_PREPOSITION},
    {WORD("direction"), DL_CUE_DIRECTION},
    {WORD("never"), DL_CUE_NEVER},
    {WORD("motion"), DL_CUE_MOTION},
    {WORD("common"), DL_CUE_COMMON},
    {WORD("house"), DL_CUE_HOUSE},
};

static const dl_bytes type_names[] = {WORD(""),       WORD("unit"),     WORD("county"), WORD("city"), WORD("quarter"), WORD("island"),
                                      WORD("region"), WORD("mountain"), WORD("water"),  WORD("road"), WORD("site"),    WORD("landmark")};

bool dl_where_inside(const dl_where *w, uint32_t token) {
    const dl_sentence *s = &w->doc->sentences.rows[w->sentence];
    return token >= s->first_token && token < dl_sentence_end(s);
}

static dl_where_cue cue_of(dl_bytes name) {
    for (size_t i = 0; i < sizeof cue_names / sizeof *cue_names; i++)
        if (dl_bytes_equal(name, cue_names[i].name)) return cue_names[i].cue;
    return 0;
}

unsigned dl_where_cues(const dl_where *w, uint32_t token) {
    dl_know_hit hits[16];
    dl_know_view view = w->view;
    unsigned cues = 0;
    if (!dl_where_inside(w, token)) return 0;
    view.end = token + 1;
    uint32_t table = w->gaz.table[DL_GAZ_CONTEXTS];
    uint32_t n = table ? dl_know_find(w->know, &view, token, table, hits, 16) : 0;
    for (uint32_t i = 0; i < n; i++) cues |= cue_of(dl_know_cell(w->know, table, hits[i].row, w->gaz.context_sense));
    table = w->gaz.table[DL_GAZ_GIVEN];
    if (table && dl_know_find(w->know, &view, token, table, hits, 1)) cues |= DL_CUE_GIVEN;
    return cues;
}

dl_where_type dl_where_type_at(const dl_where *w, uint32_t token, char side, uint32_t *last) {
    dl_know_hit hits[8];
    uint32_t table = w->gaz.table[DL_GAZ_TYPES];
    if (!table || !dl_where_inside(w, token)) return DL_WHERE_ANY;
    uint32_t n = dl_know_find(w->know, &w->view, token, table, hits, 8);
    for (uint32_t i = 0; i < n; i++) {
        dl_bytes sides = dl_know_cell(w->know, table, hits[i].row, w->gaz.type_side);
        if (!sides.size || !memchr(sides.data, side, sides.size)) continue;
        dl_bytes kind = dl_know_cell(w->know, table, hits[i].row, w->gaz.type_kind);
        *last = hits[i].last;
        for (size_t t = 1; t < sizeof type_names / sizeof *type_names; t++)
            if (dl_bytes_equal(kind, type_names[t])) return (dl_where_type)t;
    }
    return DL_WHERE_ANY;
}

bool dl_where_capital(const dl_where *w, uint32_t token) {
    if (!dl_where_inside(w, token)) return false;
    unsigned char c = (unsigned char)dl_token_text(w->doc, token).data[0];
    return dl_is_upper((char)c) || c >= 0xC3;
}

bool dl_where_is(const dl_where *w, uint32_t token, const char *word) {
    return dl_where_inside(w, token) && dl_bytes_like(dl_token_text(w->doc, token), word);
}

/* Counts words long enough to be no article or preposition. */
static bool mostly_capitals(const dl_where *w, const dl_sentence *s) {
    uint32_t words = 0, capitals = 0, end = dl_sentence_end(s);
    for (uint32_t i = s->first_token; i < end; i++) {
        dl_bytes t = dl_token_text(w->doc, i);
        if (t.size < 4 || !dl_is_alpha(t.data[0])) continue;
        words++;
        capitals += dl_is_upper(t.data[0]);
    }
    return words >= 3 && capitals * 8 >= words * (words < 8 ? 8 : 7);
}

void dl_where_enter(dl_where *w, uint32_t sentence) {
    const dl_sentence *s = &w->doc->sentences.rows[sentence];
    w->sentence = sentence;
    w->view = (dl_know_view){w->doc->text, w->doc->tokens.rows, dl_sentence_end(s), s->capitals};
    w->mute = s->capitals || mostly_capitals(w, s);
}
