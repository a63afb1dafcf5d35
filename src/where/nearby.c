/* Distance to other places: a town near others that the document names is more likely meant than its namesake far from all of them.
 *
 * Every sense of every name goes into a grid of cells of about 30 km, with a weight that falls with the size by which it is behind the largest of its
 * name: Paris, Ontario lends London, Ontario next to nothing. A sense gains by what stands in its cell and the eight around it, its own name's part
 * taken off. One pass fills the grid and one reads it, whatever the number of names. */
#include "where/spots.h"

#include "base/hash.h"

#include <math.h>

enum { ACROSS = 3, OFFSET = 4096 };

static const double cell_lat = 0.3, cell_lon = 0.4;
static const float near_weight = 1.2f, near_most = 2.5f;

typedef struct cell {
    uint32_t key; /* 0: empty */
    float weight;
} cell;

typedef struct grid {
    cell *cells, *places; /* by area; by place, of what all names lend in its behalf */
    uint32_t mask;
} grid;

static bool placed(const dl_gaz_sense *s) {
    return (s->kind == DL_GAZ_CITY || s->kind == DL_GAZ_SITE) && !isnan(s->lat) && !isnan(s->lon);
}

static uint32_t key_of(const dl_gaz_sense *s, int north, int east) {
    int row = (int)floor(s->lat / cell_lat) + north + OFFSET, column = (int)floor(s->lon / cell_lon) + east + OFFSET;
    return (uint32_t)row << 16 | (uint32_t)column;
}

static uint32_t place_of(const dl_gaz_sense *s) {
    return (s->row << 4 | s->table) + 1;
}

static cell *find(cell *cells, uint32_t mask, uint32_t key) {
    uint32_t i = dl_hash_pair(key, 1) & mask;
    while (cells[i].key && cells[i].key != key) i = (i + 1) & mask;
    return &cells[i];
}

static void add(cell *cells, uint32_t mask, uint32_t key, float weight) {
    cell *c = find(cells, mask, key);
    c->key = key;
    c->weight += weight;
}

/* What a sense lends to its neighbours: 1 for the largest of its name, a tenth where another has ten times its people. */
static float lends(const dl_gaz_sense *s, float most) {
    return powf(10.0f, s->size - most);
}

static void fill(grid *g, const dl_where_name *n) {
    for (uint32_t i = 0; i < n->sense_count; i++) {
        if (!placed(&n->senses[i])) continue;
        float weight = lends(&n->senses[i], n->senses[n->largest].size);
        add(g->cells, g->mask, key_of(&n->senses[i], 0, 0), weight);
        add(g->places, g->mask, place_of(&n->senses[i]), weight);
    }
}

/* The places of the name itself lend nothing to each other, under whatever words they stand (Salisbury, the city of Salisbury). */
static float around_of(const grid *g, const dl_where_name *n, const dl_gaz_sense *s) {
    float sum = 0;
    uint32_t keys[ACROSS * ACROSS];
    for (int i = 0; i < ACROSS * ACROSS; i++) {
        keys[i] = key_of(s, i / ACROSS - 1, i % ACROSS - 1);
        sum += find(g->cells, g->mask, keys[i])->weight;
    }
    for (uint32_t o = 0; o < n->sense_count; o++) {
        if (!placed(&n->senses[o])) continue;
        uint32_t key = key_of(&n->senses[o], 0, 0);
        for (int i = 0; i < ACROSS * ACROSS; i++)
            if (keys[i] == key) sum -= find(g->places, g->mask, place_of(&n->senses[o]))->weight;
    }
    return sum;
}

void dl_where_nearby(dl_where *w) {
    uint32_t senses = 0, room = 64;
    for (DL_EACH(i, &w->names)) senses += w->names.rows[i].spots ? w->names.rows[i].sense_count : 0;
    while (room < senses * 2) room *= 2;
    grid g = {DL_NEW_ARRAY(&w->doc->arena, cell, room), DL_NEW_ARRAY(&w->doc->arena, cell, room), room - 1};
    for (DL_EACH(i, &w->names))
        if (w->names.rows[i].spots) fill(&g, &w->names.rows[i]);
    for (DL_EACH(i, &w->names)) {
        dl_where_name *n = &w->names.rows[i];
        if (!n->spots || n->state) continue; /* a state has no one point to measure from */
        for (uint32_t s = 0; n->sense_count > 1 && s < n->sense_count; s++) {
            float sum = placed(&n->senses[s]) ? around_of(&g, n, &n->senses[s]) : 0;
            if (sum < 0.05f) continue;
            float gain = near_weight * log2f(1.0f + sum);
            n->around[s] += gain > near_most ? near_most : gain;
        }
    }
}
