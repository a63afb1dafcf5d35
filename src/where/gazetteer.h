/* The tables of data/places as this stage reads them: which phrases name places, and what is known of each place. */
#ifndef DL_WHERE_GAZETTEER_H
#define DL_WHERE_GAZETTEER_H

#include "doc/doc.h"
#include "know/know.h"

typedef enum dl_gaz_table {
    DL_GAZ_COUNTRIES,
    DL_GAZ_REGIONS,
    DL_GAZ_UNITS,
    DL_GAZ_SHORT, /* abbreviations of units */
    DL_GAZ_COUNTIES,
    DL_GAZ_EXTRA,
    DL_GAZ_CITIES,
    DL_GAZ_TOWNS, /* the long tail (tail.c) */
    DL_GAZ_GIVEN,
    DL_GAZ_CONTEXTS,
    DL_GAZ_TYPES,
    DL_GAZ_TABLES
} dl_gaz_table;

/* What sort of thing a sense is; decides how well type words and containers suit it. */
typedef enum dl_gaz_kind { DL_GAZ_COUNTRY, DL_GAZ_UNIT, DL_GAZ_REGION, DL_GAZ_CITY, DL_GAZ_SITE } dl_gaz_kind;

typedef struct dl_gaz {
    const dl_know *know;
    uint32_t table[DL_GAZ_TABLES];                                               /* numbers of the knowledge's tables, 0 where absent */
    uint32_t name[DL_GAZ_TABLES], alias[DL_GAZ_TABLES];                          /* columns that name the row's place */
    uint32_t iso3[DL_GAZ_TABLES], admin1[DL_GAZ_TABLES], feature[DL_GAZ_TABLES]; /* DL_NO_COLUMN where the table lacks one */
    uint32_t admin2[DL_GAZ_TABLES];
    uint32_t lat[DL_GAZ_TABLES], lon[DL_GAZ_TABLES], geonameid[DL_GAZ_TABLES];         /* likewise */
    uint32_t population[DL_GAZ_TABLES], weak[DL_GAZ_TABLES], precision[DL_GAZ_TABLES]; /* likewise */
    uint32_t adjectives, demonyms, short_form, capital;                                /* columns of the countries and the abbreviations */
    uint8_t kind_of[64];                                                               /* dl_gaz_table by the number of the knowledge's table */
    uint64_t names; /* tables whose phrases name places or peoples, as bits of dl_know_begins */
    uint32_t context_sense, type_kind, type_side;
    uint8_t *country_of; /* number of a country by its ISO code as a number in base 26; 0 is none */
} dl_gaz;

/* One thing that a name may mean. Strings belong to the knowledge, which keeps equal strings once: equal pointers are equal names. */
typedef struct dl_gaz_sense {
    dl_bytes name, iso3, admin1, admin2, feature;
    double lat, lon;
    float size;              /* how likely the name means this where nothing else is known, about log10 of its people */
    uint32_t geonameid, row; /* row of its table */
    uint8_t table;           /* dl_gaz_table */
    uint8_t kind;            /* dl_gaz_kind */
    uint8_t country;
    uint8_t precision;
    bool weak;       /* the name is also an everyday word, a small town's a given name, a building's its owner's */
    bool short_form; /* an abbreviation that needs a place and a comma in front of it */
} dl_gaz_sense;

enum { DL_GAZ_COUNTRY_MAX = 256 };

void dl_gaz_open(dl_gaz *gaz, const dl_know *know, dl_arena *arena);
/* DL_GAZ_TABLES where the table is none of the gazetteer's. */
dl_gaz_table dl_gaz_table_of(const dl_gaz *gaz, uint32_t know_table);
/* Whether the phrase found names the row's place (and is not an adjective or a demonym). */
bool dl_gaz_names(const dl_gaz *gaz, const dl_know_hit *hit);
/* All but the words that only the output needs: name and admin2, which dl_gaz_words reads. */
void dl_gaz_read(const dl_gaz *gaz, const dl_know_hit *hit, dl_gaz_sense *sense);
void dl_gaz_words(const dl_gaz *gaz, dl_gaz_sense *sense);
uint8_t dl_gaz_country(const dl_gaz *gaz, dl_bytes iso3);
/* Whether the larger place holds the smaller one, as far as country and first-order unit tell. */
bool dl_gaz_holds(const dl_gaz_sense *larger, const dl_gaz_sense *smaller);

#endif
