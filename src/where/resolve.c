/* Which place a name means: the size of the places called so, the countries and units that the document speaks of, and what its words contain.
 *
 * Two rounds. The first counts only what is certain: adjectives, and names whose senses all lie in one country. The second counts every name's sense
 * of the first, so that small towns support each other. A name's own vote is taken off before it is judged. */
#include "where/spots.h"

#include "base/hash.h"

#include <math.h>

enum { ROUNDS = 2, CHOICES = 4 };

typedef struct unit_vote {
    dl_bytes admin1;
    uint8_t country;
    float weight;
} unit_vote;

typedef struct votes {
    float country[DL_GAZ_COUNTRY_MAX];
    unit_vote *units; /* open addressing: twice as many as there are names, each of which votes for one, and a power of two */
    uint32_t mask;
    float all;                  /* of all countries */
    const dl_where_name *first; /* which has a vote more */
} votes;

static const float country_weight = 1.0f, country_most = 3.0f, unit_weight = 0.9f, unit_most = 2.5f, unsure_gap = 0.15f, dateline_weight = 2.0f,
                   outlet_weight = 1.5f, stray_size = 5.0f, stray_unit = 5.5f, stray_votes = 5.0f;
static const float rival_gap = 0.6f, rival_loss = 0.35f, rival_most = 0.7f, rival_unit = 0.5f, rival_land = 0.7f;

/* The votes of a unit: its own slot, or the empty one where it belongs. */
static unit_vote *unit_at(const votes *v, uint8_t country, dl_bytes admin1) {
    uint32_t slot = (uint32_t)dl_hash(admin1) & v->mask;
    while (v->units[slot].country && (v->units[slot].country != country || !dl_bytes_equal(v->units[slot].admin1, admin1)))
        slot = (slot + 1) & v->mask;
    return &v->units[slot];
}

static void vote(votes *v, const dl_gaz_sense *s, float weight) {
    if (!s->country) return;
    v->country[s->country] += weight;
    if (!s->admin1.size) return;
    unit_vote *u = unit_at(v, s->country, s->admin1);
    *u = (unit_vote){s->admin1, s->country, u->weight + weight};
}

static float amount(const dl_where_name *n) {
    return n->spots > 4 ? 4.0f : (float)n->spots;
}

/* Whether all senses of a name lie in one country, and it is no small town that may be nothing of the kind. */
static bool certain(const dl_where_name *n) {
    for (uint32_t i = 1; i < n->sense_count; i++)
        if (n->senses[i].country != n->senses[0].country) return false;
    return n->sense_count && n->senses[0].country && (n->capital || n->sense_count == 1) && !n->weak;
}

/* What a name has added to the votes for the sense chosen. */
static float own_votes(const dl_where_name *n, const votes *v) {
    return n->best < 0 ? 0 : amount(n) + (n == v->first ? dateline_weight : 0);
}

static float at_most(float value, float most) {
    return value > most ? most : value;
}

/* "Paris", in a report that speaks of Texas among others: how much the votes count for a town that another of its name is far ahead of. They count in
 * full in a report on its land alone, or, where the other is in that land, on its province. `land` and `unit`: their parts of all votes. */
static float share_of_votes(const dl_where_name *n, const dl_gaz_sense *s, float land, float unit) {
    const dl_gaz_sense *rival = &n->senses[n->largest];
    float lost = rival_loss * (rival->size - s->size - rival_gap), local = rival->country == s->country ? unit / rival_unit : land / rival_land;
    if (s->kind != DL_GAZ_CITY || lost <= 0 || local >= 1.0f) return 1.0f;
    return 1.0f - at_most(lost, rival_most) * (1.0f - local);
}

/* What speaks for a sense; the name's own vote for the sense chosen before is taken off. */
typedef struct weights {
    float size, container, beside, country, unit;
} weights;

static weights weigh(const dl_where_name *n, uint32_t sense, const votes *v) {
    const dl_gaz_sense *s = &n->senses[sense], *chosen = n->best >= 0 ? &n->senses[n->best] : NULL;
    weights of = {.size = s->size, .container = n->inside[sense], .beside = n->around[sense]};
    bool home = chosen && chosen->country == s->country, near = home && dl_bytes_equal(chosen->admin1, s->admin1);
    float own = own_votes(n, v), all = v->all - (chosen && chosen->country ? own : 0);
    float country = v->country[s->country] - (home ? own : 0);
    if (!s->country || country <= 0) return of; /* nor has its unit any */
    float unit = s->admin1.size ? unit_at(v, s->country, s->admin1)->weight - (near ? own : 0) : 0;
    float share = share_of_votes(n, s, country / all, unit / all);
    of.country = share * at_most(country_weight * log2f(1.0f + country), country_most);
    if (unit > 0) of.unit = share * at_most(unit_weight * log2f(1.0f + unit), unit_most);
    return of;
}

static float score_of(const dl_where_name *n, uint32_t sense, const votes *v) {
    weights of = weigh(n, sense, v);
    return of.size + of.container + of.beside + of.country + of.unit;
}

static bool together(const dl_gaz_sense *a, const dl_gaz_sense *b) {
    return fabs(a->lat - b->lat) < 0.7 && fabs(a->lon - b->lon) < 0.9;
}

/* The best sense; -1 where the runner-up is as good, elsewhere, and both are small towns with nothing for them. */
static int32_t choose(const dl_where_name *n, const votes *v) {
    int32_t best = -1, second = -1;
    float most = -1, next = -1;
    for (uint32_t i = 0; i < n->sense_count; i++) {
        float score = score_of(n, i, v);
        if (score > most)
            second = best, next = most, best = (int32_t)i, most = score;
        else if (score > next)
            second = (int32_t)i, next = score;
    }
    if (best < 0 || second < 0 || most - next > unsure_gap || together(&n->senses[best], &n->senses[second])) return best;
    const dl_gaz_sense *s = &n->senses[best];
    return s->size < 5 && most <= s->size ? -1 : best;
}

/* The first place of a report is most often that of its dateline. */
static void count_first(const dl_where *w, votes *v) {
    const dl_where_name *n = w->names.count > 1 ? &w->names.rows[w->spots.count > 1 ? w->spots.rows[1].name : 1] : NULL;
    if (!n || n->best < 0) return;
    vote(v, &n->senses[n->best], dateline_weight);
    v->first = n;
}

/* A town of some size, or a parish of a saint, in a country of which nothing else speaks, in a report that speaks of others: its namesake is more
 * likely one too small for the gazetteer. */
static bool stray(const dl_where_name *n, const votes *v) {
    const dl_gaz_sense *s = &n->senses[n->best];
    bool small = (s->kind == DL_GAZ_CITY && s->size <= stray_size) || (s->kind == DL_GAZ_UNIT && s->size <= stray_unit && n->sense_count > 1);
    if (!small || n->inside[n->best] > 0 || n->around[n->best] > 0) return false;
    if (v->country[s->country] > own_votes(n, v)) return false;
    float most = 0;
    for (int c = 0; c < DL_GAZ_COUNTRY_MAX; c++)
        if (v->country[c] > most) most = v->country[c];
    return most >= stray_votes;
}

static void count_all(dl_where *w, votes *v, uint32_t round) {
    memcpy(v->country, w->mentioned, sizeof v->country);
    memset(v->units, 0, (v->mask + 1) * sizeof *v->units);
    if (round > 0) count_first(w, v);
    for (DL_EACH(i, &w->names)) {
        const dl_where_name *n = &w->names.rows[i];
        if (!n->spots) continue;
        if (round == 0 && certain(n)) vote(v, &n->senses[0], amount(n));
        if (round > 0 && n->best >= 0) vote(v, &n->senses[n->best], amount(n));
    }
    v->all = 0;
    for (int c = 0; c < DL_GAZ_COUNTRY_MAX; c++) v->all += v->country[c];
}

static int32_t hundredths(float value) {
    return (int32_t)lroundf(value * 100.0f);
}

static uint32_t put_choice(dl_where *w, const dl_where_name *n, uint32_t sense, const votes *v) {
    const dl_gaz_sense *s = &n->senses[sense];
    weights of = weigh(n, sense, v);
    dl_gaz_words words = dl_gaz_words_of(w->gaz, s);
    dl_choice *row = DL_DOC_PUSH(w->doc, choices);
    *row = (dl_choice){.name = words.name,
                       .country = words.iso3,
                       .admin1 = s->admin1,
                       .admin2 = words.admin2,
                       .feature = words.feature,
                       .lat = s->lat,
                       .lon = s->lon};
    row->geonameid = words.geonameid;
    row->know_table = w->gaz->table[s->table];
    row->know_row = s->row;
    row->size = hundredths(of.size);
    row->container = hundredths(of.container);
    row->beside = hundredths(of.beside);
    row->country_votes = hundredths(of.country);
    row->unit_votes = hundredths(of.unit);
    return (uint32_t)(row - w->doc->choices.rows);
}

static uint32_t highest(const float *scores, uint32_t count) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < count; i++)
        if (scores[i] > scores[best]) best = i;
    return best;
}

/* The chosen sense and the best of the others, in order. */
static void keep_choices(dl_where *w, dl_where_name *n, const votes *v) {
    float scores[2 * DL_WHERE_SENSES];
    uint32_t count = n->sense_count < 2 * DL_WHERE_SENSES ? n->sense_count : 2 * DL_WHERE_SENSES;
    for (uint32_t i = 0; i < count; i++) scores[i] = score_of(n, i, v);
    if (n->best >= 0 && (uint32_t)n->best < count) scores[n->best] = INFINITY;
    for (n->choice_count = 0; n->choice_count < CHOICES && n->choice_count < count; n->choice_count++) {
        uint32_t next = highest(scores, count);
        uint32_t row = put_choice(w, n, next, v);
        if (!n->choice_count) n->first_choice = row;
        scores[next] = -INFINITY;
    }
}

static uint32_t choices_of(const dl_where *w) {
    uint32_t count = 0;
    for (DL_EACH(i, &w->names)) {
        const dl_where_name *n = &w->names.rows[i];
        if (n->spots) count += n->sense_count < CHOICES ? n->sense_count : CHOICES;
    }
    return count;
}

static votes *no_votes(dl_where *w) {
    votes *v = DL_NEW(&w->doc->arena, votes);
    uint32_t room = 16;
    while (room < 2 * w->names.count + 2) room *= 2;
    v->units = DL_NEW_ARRAY(&w->doc->arena, unit_vote, room);
    v->mask = room - 1;
    return v;
}

void dl_where_resolve(dl_where *w) {
    votes *v = no_votes(w);
    uint8_t outlet = dl_where_outlet(w);
    if (outlet) w->mentioned[outlet] += outlet_weight;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        count_all(w, v, round);
        for (DL_EACH(i, &w->names)) {
            dl_where_name *n = &w->names.rows[i];
            if (round == 0 && certain(n)) n->best = 0; /* so that its own vote is taken off */
            n->best = choose(n, v);
        }
    }
    count_all(w, v, ROUNDS);
    DL_RESERVE(&w->doc->arena, &w->doc->choices, choices_of(w));
    for (DL_EACH(i, &w->names)) {
        dl_where_name *n = &w->names.rows[i];
        if (n->spots && n->sense_count) keep_choices(w, n, v);
        if (n->best >= 0 && stray(n, v)) n->best = -1;
    }
}
