/* From tokens to spots: one walk of the gazetteer's automaton. */
#include "where/context.h"
#include "where/judge.h"

/* What the longest phrases at a token say. */
typedef struct reading {
    dl_know_hit hits[DL_WHERE_SENSES]; /* phrases that name a place, all of one length */
    uint32_t count, last;
    uint32_t people_last; /* last token of the longest adjective or demonym; 0 where none */
    uint8_t people;       /* its country */
} reading;

static void read_at(const dl_where *w, uint32_t token, reading *r) {
    dl_know_hit hits[DL_WHERE_HITS];
    r->count = r->people_last = r->last = 0;
    uint32_t n = dl_know_find(w->know, &w->view, token, 0, hits, DL_WHERE_HITS);
    for (uint32_t i = 0; i < n; i++) {
        if (dl_gaz_names(w->gaz, &hits[i])) {
            if (!r->count) r->last = hits[i].last;
            if (hits[i].last == r->last && r->count < DL_WHERE_SENSES) r->hits[r->count++] = hits[i];
        } else if (!r->people_last && hits[i].table == w->gaz->table[DL_GAZ_COUNTRIES]) {
            r->people_last = hits[i].last;
            r->people = hits[i].row + 1 < DL_GAZ_COUNTRY_MAX ? (uint8_t)(hits[i].row + 1) : 0;
        }
    }
}

/* "Canadian" is no town in Texas: where the words are an adjective or demonym too, a town alone is not meant. */
static bool people_only(const dl_where *w, const reading *r) {
    if (!r->people_last || r->people_last < r->last) return false;
    uint32_t end;
    bool unit = dl_where_type_at(w, r->last + 1, 'a', &end) == DL_WHERE_UNIT;
    for (uint32_t i = 0; r->people_last == r->last && i < r->count; i++) {
        dl_gaz_table t = dl_gaz_table_of(w->gaz, r->hits[i].table);
        if (t == DL_GAZ_COUNTRIES || t == DL_GAZ_REGIONS || (t == DL_GAZ_UNITS && unit)) return false;
    }
    return true;
}

/* Abbreviations such as "IN" or "Pa." need a place and a comma in front. */
static void drop_short(const dl_where *w, uint32_t token, reading *r) {
    if (token >= 2 && dl_where_is(w, token - 1, ",") && w->spot_of[token - 2]) return;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < r->count; i++) {
        dl_gaz_table t = dl_gaz_table_of(w->gaz, r->hits[i].table);
        if (t != DL_GAZ_SHORT || r->hits[i].column != w->gaz->short_form) r->hits[kept++] = r->hits[i];
    }
    r->count = kept;
}

dl_where_type dl_where_type_beside(const dl_where *w, uint32_t first, uint32_t *last) {
    uint32_t end = 0, ignore;
    dl_where_type type = dl_where_type_at(w, *last + 1, 'a', &end);
    if (type) {
        if (dl_where_capital(w, *last + 1) && !w->mute) *last = end;
        return type;
    }
    if (dl_where_is(w, first - 1, "of")) return dl_where_type_at(w, first - 2, 'b', &ignore);
    return DL_WHERE_ANY;
}

static bool sense_fits(const dl_gaz_sense *s, dl_where_type type) {
    switch (type) {
    case DL_WHERE_UNIT:
        return s->kind == DL_GAZ_UNIT;
    case DL_WHERE_COUNTY:
        return s->kind == DL_GAZ_UNIT && s->county;
    case DL_WHERE_CITY:
    case DL_WHERE_QUARTER:
        return s->kind == DL_GAZ_CITY;
    case DL_WHERE_ISLAND:
    case DL_WHERE_REGION:
        return s->kind == DL_GAZ_REGION || s->kind == DL_GAZ_UNIT || s->kind == DL_GAZ_COUNTRY;
    case DL_WHERE_ANY:
        return true;
    default:
        return s->kind == DL_GAZ_REGION || s->kind == DL_GAZ_SITE;
    }
}

/* Whether a type word leaves a sense; "Tripoli region" stays the city's where no unit is called so, "Scott County" is no Scott. */
static dl_where_type fitting(const dl_where *w, const reading *r, dl_where_type type, bool named, bool *lost) {
    *lost = false;
    for (uint32_t i = 0; type && i < r->count; i++) {
        dl_gaz_sense s;
        dl_gaz_read(w->gaz, &r->hits[i], &s);
        if (sense_fits(&s, type)) return type;
    }
    *lost = named && type >= DL_WHERE_COUNTY && type != DL_WHERE_CITY && type != DL_WHERE_QUARTER;
    return DL_WHERE_ANY;
}

uint32_t dl_where_keep_fitting(const dl_where *w, dl_where_type type, dl_know_hit *hits, uint32_t count) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        dl_gaz_sense s;
        dl_gaz_read(w->gaz, &hits[i], &s);
        if (sense_fits(&s, type)) hits[kept++] = hits[i];
    }
    return kept;
}

/* Makes a spot of the reading if the words around let it stand. Returns the last token used, or 0 where it stands for nothing. */
static uint32_t take(dl_where *w, uint32_t token, reading *r) {
    uint32_t last = r->last;
    bool lost;
    dl_where_type type = dl_where_type_beside(w, token, &last);
    type = fitting(w, r, type, last > r->last, &lost);
    if (lost) last = r->last, r->count = 0;
    if (type)
        r->count = dl_where_keep_fitting(w, type, r->hits, r->count);
    else
        last = r->last;
    if (!r->count) return 0;
    uint32_t name = dl_where_name_of(w, token, r->last, type, r->hits, r->count);
    dl_where_verdict verdict = dl_where_judge(w, token, last, &w->names.rows[name]);
    w->names.rows[name].persons += verdict == DL_VERDICT_PERSON;
    w->names.rows[name].sure += verdict == DL_VERDICT_SURE;
    if (verdict < DL_VERDICT_YES) return 0;
    dl_where_spot *spot = dl_where_add(w, token, last, name, w->sentence);
    spot->supported = verdict == DL_VERDICT_SURE;
    return last;
}

static void scan_sentence(dl_where *w, uint32_t sentence) {
    dl_where_enter(w, sentence);
    uint32_t next = 0;
    for (DL_WHERE_HOT(h, w, sentence)) {
        reading r;
        uint32_t i = w->hot.rows[h];
        if (i < next || !(w->marks[i] & DL_GAZ_NAME)) continue;
        read_at(w, i, &r);
        if (r.count) drop_short(w, i, &r);
        if (people_only(w, &r)) {
            w->mentioned[r.people] += 1;
            next = r.people_last + 1;
        } else if (r.count) {
            uint32_t last = take(w, i, &r);
            if (last) next = last + 1;
        }
    }
}

/* A name told to be a person's somewhere is one wherever nothing says that it is a place; a large place must be told so more often. */
static void drop_persons(dl_where *w) {
    for (DL_EACH(i, &w->spots)) {
        dl_where_spot *spot = &w->spots.rows[i];
        const dl_where_name *name = &w->names.rows[spot->name];
        if (!name->persons || spot->supported) continue;
        spot->dropped = name->capital && !name->weak ? name->persons > name->sure : true;
    }
}

void dl_where_scan(dl_where *w) {
    for (DL_EACH(s, &w->doc->sentences)) scan_sentence(w, s);
    drop_persons(w);
}
