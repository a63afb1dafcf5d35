/* What the files that find proper names share: known names (known.c), where a tagged name begins and ends (trim.c), names (names.c), persons
 * (persons.c). */
#ifndef DL_WHO_NAMES_H
#define DL_WHO_NAMES_H

#include "who/scene.h"

enum { DL_WHO_HITS = 24, DL_WHO_LONGEST_NAME = 32 /* words */ };

/* A name as the knowledge has it; table 0 is none. */
typedef struct dl_known_name {
    uint32_t table, row, first, last;
} dl_known_name;

/* known.c */
/* The longest known name that begins at t. */
dl_known_name dl_known_at(const dl_scene *s, uint32_t t);
/* "Defence Minister Pedro Sanchez", in a report of Colombia: whether whom a row of offices has is but a namesake, for he never held the office that
 * is told in front of the name, and the text does not name his land. */
bool dl_known_namesake(const dl_scene *s, uint32_t name, uint32_t row);
/* Takes the hit where it is better than the best so far. */
void dl_known_prefer(const dl_scene *s, dl_known_name *best, const dl_know_hit *hit);

/* trim.c */
/* Kind that the tagger gave a token's name, and the last token of the name that begins at t. */
static inline uint8_t dl_tagged(const dl_scene *s, uint32_t t) {
    return dl_who_token(s, t)->name & (uint8_t)~DL_NAME_BEGIN;
}
uint32_t dl_tagged_end(const dl_scene *s, uint32_t t, uint32_t end);
/* The country phrase that begins at t, by its last token, or 0. */
uint32_t dl_country_at(const dl_scene *s, uint32_t t, uint32_t end);
/* First and last token of a tagged name without what does not belong to it. */
uint32_t dl_trim_front(const dl_scene *s, uint32_t first, uint32_t last, uint8_t kind);
uint32_t dl_trim_back(const dl_scene *s, uint32_t first, uint32_t last, uint8_t kind);
/* A word without a capital ends no name. */
bool dl_lower_case(const dl_scene *s, uint32_t t);

/* names.c */
uint32_t dl_name_push(dl_scene *s, uint32_t first, uint32_t last, uint8_t kind);

#endif
