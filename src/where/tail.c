/* The long tail: data/places/towns.tsv, places so small that their names stand only with support.
 *
 * Most of its names are surnames, nouns or words of other languages more often than places. One is taken where the words around it say that it is a
 * place (a container, a type word, a preposition, the tagger) and the rest of the document speaks of the country that it lies in; its other
 * mentions then follow. A place of the tail never outweighs one that the other tables know, but where the text puts it into a container. */
#include "where/context.h"
#include "where/judge.h"

/* The phrases of the tail at a token: of all lengths, or exactly up to `last`. */
static uint32_t phrases(const dl_where *w, uint32_t first, uint32_t last, dl_know_hit *hits) {
    uint32_t table = w->gaz->table[DL_GAZ_TOWNS], kept = 0;
    uint32_t n = table ? dl_know_find_apart(w->know, &w->view, first, table, hits, DL_WHERE_HITS) : 0;
    if (!last) return n;
    for (uint32_t i = 0; i < n; i++)
        if (hits[i].last == last) hits[kept++] = hits[i];
    return kept;
}

/* Countries of which other names or adjectives of the document speak. */
static void weigh_countries(dl_where *w, bool *spoken) {
    for (int c = 0; c < DL_GAZ_COUNTRY_MAX; c++) spoken[c] = w->mentioned[c] > 0;
    for (DL_EACH(i, &w->names)) {
        const dl_where_name *n = &w->names.rows[i];
        float most = 0;
        for (uint32_t s = 0; n->spots && s < n->sense_count; s++)
            if (n->senses[s].size > most) most = n->senses[s].size;
        for (uint32_t s = 0; n->spots && s < n->sense_count; s++)
            if (n->senses[s].size > most - 0.5f) spoken[n->senses[s].country] = true;
    }
    spoken[0] = false;
}

/* Keeps the senses in countries that the document speaks of. */
static uint32_t keep_spoken(const dl_where *w, const bool *spoken, dl_know_hit *hits, uint32_t count) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool keep = spoken[dl_gaz_country_of(w->gaz, &hits[i])];
        hits[kept] = hits[i]; /* no branch: the cells of the next rows are fetched meanwhile */
        kept += keep;
    }
    return kept;
}

static uint32_t longest(dl_know_hit *hits, uint32_t count) {
    uint32_t n = 0;
    while (n < count && hits[n].last == hits[0].last) n++;
    return n;
}

static bool is_people(const dl_where *w, uint32_t token) {
    dl_know_hit hit;
    return dl_know_find(w->know, &w->view, token, w->gaz->table[DL_GAZ_COUNTRIES], &hit, 1) && !dl_gaz_names(w->gaz, &hit);
}

static bool free_of_spots(const dl_where *w, uint32_t first, uint32_t last) {
    for (uint32_t t = first; t <= last; t++)
        if (w->spot_of[t]) return false;
    return true;
}

/* A name of the tail at this token that the words around it support. */
static void try_name(dl_where *w, const bool *spoken, uint32_t token) {
    dl_know_hit hits[DL_WHERE_HITS];
    uint32_t count = phrases(w, token, 0, hits);
    count = longest(hits, count);
    if (!count || is_people(w, token) || !free_of_spots(w, token, hits[0].last)) return;
    uint32_t last = hits[0].last, end = last;
    count = keep_spoken(w, spoken, hits, count);
    if (!count) return;
    if (count > DL_WHERE_SENSES) count = DL_WHERE_SENSES;
    dl_where_type type = dl_where_type_beside(w, token, &end);
    uint32_t fitting = type ? dl_where_keep_fitting(w, type, hits, count) : 0;
    if (!fitting) type = DL_WHERE_ANY, end = last;
    uint32_t name = dl_where_name_of(w, token, last, type, hits, fitting ? fitting : count);
    w->names.rows[name].weak = w->names.rows[name].tail = true;
    dl_where_verdict verdict = dl_where_judge(w, token, end, &w->names.rows[name]);
    w->names.rows[name].persons += verdict == DL_VERDICT_PERSON;
    w->names.rows[name].sure += verdict == DL_VERDICT_SURE;
    if (verdict >= DL_VERDICT_YES) dl_where_add(w, token, end, name, w->sentence)->supported = verdict == DL_VERDICT_SURE;
}

/* A name that patterns or the tagger found: the tail may know its point. */
static void give_senses(dl_where *w, const bool *spoken, uint32_t spot) {
    dl_know_hit hits[DL_WHERE_HITS];
    const dl_where_spot *s = &w->spots.rows[spot];
    dl_where_name *n = &w->names.rows[s->name];
    if (n->sense_count || n->tail || s->dropped || (n->type != DL_WHERE_ANY && n->type != DL_WHERE_CITY && n->type != DL_WHERE_COUNTY)) return;
    uint32_t count = keep_spoken(w, spoken, hits, phrases(w, n->first, n->last, hits));
    if (count) dl_where_add_senses(w, n, hits, count);
    n->tail = true;
}

static void walk(dl_where *w, const bool *spoken) {
    const uint8_t town = DL_GAZ_TOWN | DL_WHERE_CAPITAL;
    for (DL_EACH(s, &w->doc->sentences)) {
        if (w->mutes[s]) continue;
        dl_where_enter(w, s);
        for (DL_WHERE_HOT(h, w, s)) {
            uint32_t i = w->hot.rows[h];
            if ((w->marks[i] & town) == town && !w->spot_of[i]) try_name(w, spoken, i);
        }
    }
}

static void give_all(dl_where *w, const bool *spoken) {
    for (DL_EACH(s, &w->spots)) {
        if (w->mutes[w->spots.rows[s].sentence]) continue;
        dl_where_enter(w, w->spots.rows[s].sentence);
        give_senses(w, spoken, s);
    }
}

bool dl_where_tail_within(dl_where *w, uint32_t spot, const dl_where_name *container) {
    dl_know_hit hits[DL_WHERE_HITS];
    const dl_where_spot *s = &w->spots.rows[spot];
    dl_where_name *n = &w->names.rows[s->name];
    uint32_t count = phrases(w, n->first, n->last, hits), kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        dl_gaz_sense one;
        bool held = false;
        dl_gaz_read(w->gaz, &hits[i], &one);
        for (uint32_t c = 0; c < container->sense_count; c++) held = held || dl_gaz_holds(&container->senses[c], &one);
        if (held) hits[kept++] = hits[i];
    }
    if (kept) dl_where_add_senses(w, n, hits, kept);
    return kept;
}

void dl_where_tail(dl_where *w) {
    bool spoken[DL_GAZ_COUNTRY_MAX];
    if (!w->gaz->table[DL_GAZ_TOWNS]) return;
    weigh_countries(w, spoken);
    give_all(w, spoken);
    walk(w, spoken);
}
