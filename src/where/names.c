#include "where/spots.h"

#include "base/hash.h"

/* Words by number where the knowledge has them (so that case and accents do not matter), else by their bytes. */
static uint64_t hash_of(const dl_where *w, uint32_t first, uint32_t last, dl_where_type type, uint32_t key) {
    uint64_t hash = (uint64_t)type << 32 | key;
    for (uint32_t i = first; i <= last; i++) {
        const dl_token *t = &w->doc->tokens.rows[i];
        uint64_t part = t->word ? t->word : dl_hash(dl_token_text(w->doc, i));
        hash = (hash ^ part) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 31;
    }
    return hash;
}

/* Everyday words and given names are told by the largest place of that name, which stands first in the file; regions and sites outweigh towns. */
static void read_senses(dl_where *w, dl_where_name *n, const dl_know_hit *hits, uint32_t count) {
    bool city = false, other = false;
    n->senses = DL_NEW_ARRAY(&w->doc->arena, dl_gaz_sense, count < DL_WHERE_SENSES ? count : DL_WHERE_SENSES);
    for (uint32_t i = 0; i < count && n->sense_count < DL_WHERE_SENSES; i++) {
        dl_gaz_sense *s = &n->senses[n->sense_count++];
        dl_gaz_read(w->gaz, &hits[i], s);
        if (s->size > n->senses[n->largest].size) n->largest = (uint32_t)(s - n->senses);
        if (s->kind == DL_GAZ_COUNTRY || (s->kind == DL_GAZ_UNIT && s->size > 5.2f)) n->state = true;
        if (s->kind == DL_GAZ_CITY) {
            if (!city && !other) n->weak = s->weak;
            n->capital |= !city && (s->size > 5.7f || s->table == DL_GAZ_EXTRA); /* towns of extra.tsv stand there because they are in the news */
            city = true;
        } else {
            n->weak = s->weak && (n->weak || !other);
            n->capital |= s->size > 5.5f;
            other = true;
        }
    }
    n->inside = DL_NEW_ARRAY(&w->doc->arena, float, n->sense_count);
    n->around = DL_NEW_ARRAY(&w->doc->arena, float, n->sense_count);
}

void dl_where_add_senses(dl_where *w, dl_where_name *n, const dl_know_hit *hits, uint32_t count) {
    dl_where_name old = *n;
    if (count > DL_WHERE_SENSES) count = DL_WHERE_SENSES;
    n->senses = DL_NEW_ARRAY(&w->doc->arena, dl_gaz_sense, old.sense_count + count);
    n->inside = DL_NEW_ARRAY(&w->doc->arena, float, old.sense_count + count);
    n->around = DL_NEW_ARRAY(&w->doc->arena, float, old.sense_count + count);
    for (uint32_t i = 0; i < old.sense_count; i++) {
        n->senses[i] = old.senses[i];
        n->inside[i] = old.inside[i];
        n->around[i] = old.around[i];
    }
    for (uint32_t i = 0; i < count; i++) {
        dl_gaz_sense *s = &n->senses[n->sense_count++];
        dl_gaz_read(w->gaz, &hits[i], s);
        if (s->size > n->senses[n->largest].size) n->largest = (uint32_t)(s - n->senses);
    }
}

uint32_t dl_where_name_of(dl_where *w, uint32_t first, uint32_t last, dl_where_type type, const dl_know_hit *hits, uint32_t count) {
    uint64_t hash = hash_of(w, first, last, type, count ? hits[0].table ^ hits[0].row << 6 : 0);
    uint32_t *chain = &w->chains[hash & w->chain_mask];
    for (uint32_t n = *chain; n; n = w->names.rows[n].next)
        if (w->names.rows[n].hash == hash) return n;
    dl_where_name *name = DL_PUSH(&w->doc->arena, &w->names);
    uint32_t row = (uint32_t)(name - w->names.rows);
    *name = (dl_where_name){.first = first, .last = last, .type = (uint8_t)type, .best = -1, .hash = hash, .next = *chain};
    *chain = row;
    read_senses(w, name, hits, count);
    return row;
}

dl_where_spot *dl_where_add(dl_where *w, uint32_t first, uint32_t last, uint32_t name, uint32_t sentence) {
    dl_where_spot *spot = DL_PUSH(&w->doc->arena, &w->spots);
    spot->first = first;
    spot->last = last;
    spot->name = name;
    spot->sentence = sentence;
    w->names.rows[name].spots++;
    dl_where_cover(w, (uint32_t)(spot - w->spots.rows));
    return spot;
}

void dl_where_cover(dl_where *w, uint32_t spot) {
    const dl_where_spot *s = &w->spots.rows[spot];
    for (uint32_t i = s->first; i <= s->last; i++) w->spot_of[i] = spot;
}
