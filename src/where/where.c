#include "where/where.h"

#include "where/spots.h"

#include <math.h>

static bool start(dl_where *w, const dl_gaz *gaz, dl_doc *doc) {
    uint32_t chains = 64;
    while (chains < doc->tokens.count / 4) chains *= 2;
    w->doc = doc;
    w->gaz = gaz;
    w->know = gaz->know;
    w->chains = DL_NEW_ARRAY(&doc->arena, uint32_t, chains);
    w->chain_mask = chains - 1;
    w->spot_of = DL_NEW_ARRAY(&doc->arena, uint32_t, doc->tokens.count + 1);
    w->marks = DL_NEW_ARRAY(&doc->arena, uint8_t, doc->tokens.count + 1);
    w->hot_end = DL_NEW_ARRAY(&doc->arena, uint32_t, doc->sentences.count + 1);
    w->mutes = DL_NEW_ARRAY(&doc->arena, bool, doc->sentences.count + 1);
    return w->gaz->table[DL_GAZ_COUNTRIES] != 0;
}

static void fill(const dl_where *w, const dl_where_spot *spot, dl_place *row) {
    const dl_where_name *name = &w->names.rows[spot->name];
    const dl_token *tokens = w->doc->tokens.rows;
    row->first_token = spot->first;
    row->last_token = spot->last;
    row->span = (dl_span){tokens[spot->first].span.begin, tokens[spot->last].span.end};
    row->lat = row->lon = NAN;
    row->name = dl_doc_words(w->doc, row->span);
    row->first_choice = name->first_choice;
    row->choice_count = name->choice_count;
    if (name->best < 0) return;
    const dl_gaz_sense *sense = &name->senses[name->best];
    dl_gaz_words words = dl_gaz_words_of(w->gaz, sense);
    row->country = words.iso3;
    row->admin1 = sense->admin1;
    row->admin2 = words.admin2;
    row->lat = sense->lat;
    row->lon = sense->lon;
    row->precision = DL_PRECISION_NEAR;
    if (name->type == DL_WHERE_LANDMARK) return; /* the point is its town's */
    row->name = words.name;
    row->feature = words.feature;
    row->geonameid = words.geonameid;
    row->precision = sense->precision;
}

/* A place that the gazetteer lacks lies in the one that the text puts around it, and is known no finer than that. */
static void fill_from_container(dl_place *row, const dl_place *container) {
    row->country = container->country;
    row->admin1 = container->admin1;
    row->lat = container->lat;
    row->lon = container->lon;
    row->precision = container->precision == DL_PRECISION_EXACT ? DL_PRECISION_NEAR : container->precision;
}

static bool holds(const dl_place *container, const dl_place *row) {
    if (!container->country.size || !dl_bytes_equal(container->country, row->country)) return false;
    return container->precision > row->precision || container->precision == DL_PRECISION_ADMIN1;
}

void dl_where_emit(dl_where *w) {
    uint32_t *row_of = DL_NEW_ARRAY(&w->doc->arena, uint32_t, w->spots.count + 1);
    DL_RESERVE(&w->doc->arena, &w->doc->places, w->spots.count);
    for (uint32_t i = 1; i < w->doc->tokens.count; i++) {
        uint32_t spot = w->spot_of[i];
        if (!spot || w->spots.rows[spot].dropped || w->spots.rows[spot].first != i) continue;
        dl_place *row = DL_DOC_PUSH(w->doc, places);
        fill(w, &w->spots.rows[spot], row);
        row_of[spot] = (uint32_t)(row - w->doc->places.rows);
    }
    for (DL_EACH(s, &w->spots)) {
        uint32_t container = row_of[w->spots.rows[s].container];
        if (!row_of[s] || !container) continue;
        dl_place *row = &w->doc->places.rows[row_of[s]];
        if (isnan(row->lat)) fill_from_container(row, &w->doc->places.rows[container]);
        if (holds(&w->doc->places.rows[container], row)) row->within = container;
    }
}

/* The first place of a dateline: of a sentence in that zone, or in front of the dash of the first sentence. */
static uint32_t dateline_place(const dl_doc *doc) {
    for (DL_EACH(p, &doc->places)) {
        const dl_place *place = &doc->places.rows[p];
        const dl_sentence *s = &doc->sentences.rows[doc->tokens.rows[place->first_token].sentence];
        if (s->zone == DL_ZONE_DATELINE) return p;
    }
    return 0;
}

void dl_where_read(const dl_gaz *gaz, dl_doc *doc) {
    dl_where *w = DL_NEW(&doc->arena, dl_where);
    if (doc->tokens.count < 2 || !start(w, gaz, doc)) return;
    dl_where_mark(w);
    dl_where_scan(w);
    dl_where_patterns(w);
    dl_where_tail(w);
    dl_where_contain(w);
    dl_where_nearby(w);
    dl_where_resolve(w);
    dl_where_emit(w);
    doc->dateline_place = dateline_place(doc);
}
