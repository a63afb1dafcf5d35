/* Containment that the words tell: "Lviv, Ukraine", "Lviv in western Ukraine", "Ukraine's Lviv", "Springfield, Ill.". */
#include "where/context.h"

enum { GAP = 6 };

/* Evidence of the forms. */
static const float by_comma = 5.0f, by_words = 3.0f, for_container = 2.5f, in_list = 0.8f;
static const float town_size = 5.0f;

typedef enum gap { GAP_NONE, GAP_COMMA, GAP_WORDS, GAP_OWNER } gap;

static bool gap_word(const dl_where *w, uint32_t token) {
    return dl_where_cues(w, token) & DL_CUE_DIRECTION || dl_where_is(w, token, "in") || dl_where_is(w, token, "(");
}

/* What stands between two spots of one sentence. */
static gap gap_between(const dl_where *w, uint32_t from, uint32_t to) {
    if (to == from + 1) return GAP_NONE;
    if (to - from > GAP) return GAP_NONE;
    if (to == from + 2 && (dl_where_is(w, from + 1, ",") || dl_where_is(w, from + 1, "("))) return GAP_COMMA;
    if (to == from + 2 && (dl_where_is(w, from + 1, "'s") || dl_where_is(w, from + 1, "’s"))) return GAP_OWNER;
    bool in = false;
    for (uint32_t i = from + 1; i < to; i++) {
        if (dl_where_is(w, i, "in") || dl_where_is(w, i, ","))
            in = true;
        else if (!gap_word(w, i))
            return GAP_NONE;
    }
    return in ? GAP_WORDS : GAP_NONE;
}

/* Adds the evidence of "small, large" to the senses that fit; true where any pair does. */
static bool weigh(dl_where_name *small, dl_where_name *large, float strength) {
    bool any = false;
    for (uint32_t l = 0; l < large->sense_count; l++) {
        bool holds = false;
        for (uint32_t s = 0; s < small->sense_count; s++) {
            if (!dl_gaz_holds(&large->senses[l], &small->senses[s])) continue;
            holds = true;
            if (small->inside[s] < strength) small->inside[s] = strength;
        }
        if (holds && large->around[l] < for_container) large->around[l] = for_container;
        any |= holds;
    }
    return any;
}

static bool may_hold(const dl_where_name *n) {
    for (uint32_t i = 0; i < n->sense_count; i++)
        if (n->senses[i].kind == DL_GAZ_COUNTRY || n->senses[i].kind == DL_GAZ_UNIT) return true;
    return false;
}

/* "Texas, Ohio and New York": a name beside one that can only be a state is a state too; beside a town, a town. */
static void align(const dl_where_name *known, dl_where_name *open) {
    if (!known->sense_count || open->sense_count < 2) return;
    const dl_gaz_sense *like = &known->senses[0];
    for (uint32_t i = 1; i < known->sense_count; i++)
        if (known->senses[i].kind != like->kind && known->senses[i].size > 5) return;
    for (uint32_t i = 0; i < open->sense_count; i++)
        if (open->senses[i].kind == like->kind && open->around[i] < in_list) open->around[i] = in_list;
}

static bool listed(const dl_where *w, uint32_t from, uint32_t to) {
    if (to == from + 2) return dl_where_is(w, from + 1, ",") || dl_where_is(w, from + 1, "and") || dl_where_is(w, from + 1, "or");
    return to == from + 3 && dl_where_is(w, from + 1, ",") && (dl_where_is(w, from + 2, "and") || dl_where_is(w, from + 2, "or"));
}

static bool holds_any(const dl_where_name *large, const dl_where_name *small) {
    for (uint32_t l = 0; l < large->sense_count; l++)
        for (uint32_t s = 0; s < small->sense_count; s++)
            if (dl_gaz_holds(&large->senses[l], &small->senses[s])) return true;
    return false;
}

/* "Mexico, China, Japan and Brazil": of what goes on behind, or is joined to what stands before; not "Salem, Ohio, United States". */
static bool within_list(const dl_where *w, const dl_where_spot *front, const dl_where_spot *back) {
    uint32_t next = back->last + 1, before = front->first - 1;
    if (dl_where_is(w, next, ",")) next++;
    if (dl_where_is(w, next, "and") || dl_where_is(w, next, "or")) next++;
    uint32_t third = next > back->last + 1 && dl_where_inside(w, next) ? w->spot_of[next] : 0;
    bool on = third && !holds_any(&w->names.rows[w->spots.rows[third].name], &w->names.rows[back->name]);
    return on || (dl_where_is(w, before, ",") && dl_where_inside(w, before - 1) && w->spot_of[before - 1]);
}

/* "Randolph, New Hampshire": a town that only stands elsewhere in the gazetteer, and nowhere as a large one. Not "in Salem, Ohio senators said". */
static bool is_lacking(const dl_where *w, const dl_where_spot *front, const dl_where_spot *back) {
    const dl_where_name *small = &w->names.rows[front->name], *large = &w->names.rows[back->name];
    uint32_t next = back->last + 1;
    bool unit = large->sense_count && large->senses[0].kind == DL_GAZ_UNIT;
    bool closed = !dl_where_inside(w, next) || !dl_is_alpha(dl_token_text(w->doc, next).data[0]);
    return unit && closed && !small->state && !small->capital && small->senses[small->largest].size < town_size && !within_list(w, front, back);
}

static void join(dl_where *w, uint32_t a, uint32_t b) {
    dl_where_spot *front = &w->spots.rows[a], *back = &w->spots.rows[b];
    dl_where_name *first = &w->names.rows[front->name], *second = &w->names.rows[back->name];
    gap g = gap_between(w, front->last, back->first);
    float strength = g == GAP_COMMA ? by_comma : by_words;
    if (front->name != back->name && listed(w, front->last, back->first)) {
        align(first, second);
        align(second, first);
    }
    if (g == GAP_NONE || front->name == back->name || (g == GAP_COMMA && first->state && may_hold(second) && within_list(w, front, back))) return;
    if (g == GAP_OWNER) {
        if (weigh(second, first, by_words)) back->container = a;
    } else if (weigh(first, second, strength) || (may_hold(second) && dl_where_tail_within(w, a, second) && weigh(first, second, strength))) {
        front->container = b;
        front->supported = true;
    } else if (may_hold(second) && (!first->sense_count || (g == GAP_COMMA && is_lacking(w, front, back)))) {
        first->sense_count = 0;
        front->container = b; /* a place that the gazetteer lacks, in one that it has */
        front->supported |= g == GAP_COMMA;
    }
}

void dl_where_contain(dl_where *w) {
    uint32_t before = 0;
    for (uint32_t i = 1; i < w->doc->tokens.count; i++) {
        uint32_t spot = w->spot_of[i];
        if (!spot || w->spots.rows[spot].dropped || spot == before) continue;
        if (before && w->spots.rows[before].sentence == w->spots.rows[spot].sentence) {
            if (w->sentence != w->spots.rows[spot].sentence) dl_where_enter(w, w->spots.rows[spot].sentence);
            join(w, before, spot);
        }
        before = spot;
    }
}
