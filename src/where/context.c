#include "where/context.h"

static bool all_upper(dl_bytes word) {
    for (size_t i = 0; i < word.size; i++)
        if (dl_is_lower(word.data[i])) return false;
    return true;
}

unsigned dl_where_cues(const dl_where *w, uint32_t token) {
    if (!dl_where_inside(w, token) || !(w->marks[token] & DL_GAZ_CUE)) return 0;
    const dl_gaz_cues *cues = &w->gaz->cues[w->gaz->cues_of[w->doc->tokens.rows[token].word]];
    dl_bytes text = dl_token_text(w->doc, token);
    if (w->view.capitals || (cues->upper != cues->capital && all_upper(text))) return cues->upper;
    return dl_is_lower(text.data[0]) ? cues->small : cues->capital;
}

dl_where_type dl_where_type_at(const dl_where *w, uint32_t token, char side, uint32_t *last) {
    dl_know_hit hits[8];
    if (!dl_where_inside(w, token) || !(w->marks[token] & DL_GAZ_TYPE)) return DL_WHERE_ANY;
    uint32_t n = dl_know_find(w->know, &w->view, token, w->gaz->table[DL_GAZ_TYPES], hits, 8);
    for (uint32_t i = 0; i < n; i++) {
        const dl_gaz_type *type = &w->gaz->types[hits[i].row];
        if (!memchr(type->sides, side, sizeof type->sides)) continue;
        *last = hits[i].last;
        return (dl_where_type)type->type;
    }
    return DL_WHERE_ANY;
}

bool dl_where_is(const dl_where *w, uint32_t token, const char *word) {
    return dl_where_inside(w, token) && dl_bytes_like(dl_token_text(w->doc, token), word);
}

/* Without branches: what a token is changes from one to the next. NAME is bit 0 and LOW_NAME the one above it. */
static uint8_t marks_of(uint8_t begins, const dl_token *t, char first, bool capitals) {
    enum { PLACES = 1u << DL_NAME_PLACE | 1u << DL_NAME_FACILITY };
    unsigned kind = t->name & ~(unsigned)DL_NAME_BEGIN, small = dl_is_lower(first) && !capitals;
    unsigned name = begins & DL_GAZ_NAME & ~(small & ~(begins >> 1));
    unsigned capital = dl_is_upper(first) | ((unsigned char)first >= 0xC3), town = t->rare != t->word; /* it stands in tables apart alone */
    return (uint8_t)((begins & ~(unsigned)DL_GAZ_NAME) | name | town * DL_GAZ_TOWN | capital * DL_WHERE_CAPITAL |
                     (PLACES >> kind & 1) * DL_WHERE_TAGGED);
}

static bool hot(uint8_t marks) {
    const uint8_t town = DL_GAZ_TOWN | DL_WHERE_CAPITAL;
    return marks & (DL_GAZ_NAME | DL_GAZ_TYPE | DL_WHERE_TAGGED) || (marks & town) == town;
}

/* Marks its tokens; whether most of its words have a capital, among those long enough to be no article or preposition. */
static bool mark_sentence(dl_where *w, const dl_sentence *s) {
    const dl_token *tokens = w->doc->tokens.rows;
    const char *text = w->doc->text.data;
    const dl_gaz *gaz = w->gaz;
    uint8_t *marks = w->marks;
    uint32_t words = 0, capitals = 0, end = dl_sentence_end(s);
    bool upper = s->capitals;
    for (uint32_t i = s->first_token; i < end; i++) {
        const dl_token *t = &tokens[i];
        char c = text[t->span.begin];
        uint8_t mark = marks[i] = marks_of(dl_gaz_begins(gaz, t), t, c, upper);
        if (hot(mark)) {
            *DL_PUSH(&w->doc->arena, &w->hot) = i;
            dl_know_fetch_step(w->know, false, t->word);
            if (mark & DL_GAZ_TOWN) dl_know_fetch_step(w->know, true, t->rare);
        }
        bool word = dl_span_size(t->span) >= 4 && dl_is_alpha(c);
        words += word;
        capitals += word && dl_is_upper(c);
    }
    return words >= 3 && capitals * 8 >= words * (words < 8 ? 8 : 7);
}

void dl_where_mark(dl_where *w) {
    w->hot_end[0] = 1;
    DL_RESERVE(&w->doc->arena, &w->hot, w->doc->tokens.count / 4);
    for (DL_EACH(s, &w->doc->sentences)) {
        const dl_sentence *sentence = &w->doc->sentences.rows[s];
        w->mutes[s] = mark_sentence(w, sentence) || sentence->capitals;
        w->hot_end[s] = w->hot.count ? w->hot.count : 1;
    }
    for (DL_EACH(h, &w->hot)) {
        const dl_token *t = &w->doc->tokens.rows[w->hot.rows[h]];
        dl_know_fetch_hits(w->know, false, t->word, t[1].word);
        if (w->marks[w->hot.rows[h]] & DL_GAZ_TOWN) dl_know_fetch_hits(w->know, true, t->rare, t[1].rare);
    }
}

void dl_where_enter(dl_where *w, uint32_t sentence) {
    const dl_sentence *s = &w->doc->sentences.rows[sentence];
    w->sentence = sentence;
    w->first = s->first_token;
    w->view = (dl_know_view){w->doc->text, w->doc->tokens.rows, dl_sentence_end(s), s->capitals};
    w->mute = w->mutes[sentence];
}
