/* The tables of data/places as this stage reads them: which phrases name places, and what is known of each place. */
#ifndef DL_WHERE_GAZETTEER_H
#define DL_WHERE_GAZETTEER_H

#include "where/where.h"

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

/* Which sort of place a type word asks for (types.tsv). */
typedef enum dl_where_type {
    DL_WHERE_ANY,
    DL_WHERE_UNIT,
    DL_WHERE_COUNTY,
    DL_WHERE_CITY,
    DL_WHERE_QUARTER,
    DL_WHERE_ISLAND,
    DL_WHERE_REGION,
    DL_WHERE_MOUNTAIN,
    DL_WHERE_WATER,
    DL_WHERE_ROAD,
    DL_WHERE_SITE,
    DL_WHERE_LANDMARK /* named for the town that it stands in */
} dl_where_type;

/* What a word beside a place name tells of it (contexts.tsv, given.tsv), as bits. */
typedef enum dl_where_cue {
    DL_CUE_TITLE = 1,
    DL_CUE_HEAD = 2,
    DL_CUE_OF = 4,
    DL_CUE_PERSON = 8,
    DL_CUE_PREPOSITION = 16,
    DL_CUE_DIRECTION = 32,
    DL_CUE_NEVER = 64,
    DL_CUE_MOTION = 128,
    DL_CUE_COMMON = 256,
    DL_CUE_HOUSE = 512,
    DL_CUE_GIVEN = 1024
} dl_where_cue;

/* What may begin with a word, as bits. */
enum {
    DL_GAZ_NAME = 1,     /* a name of a place or people */
    DL_GAZ_LOW_NAME = 2, /* one that is written with a small letter */
    DL_GAZ_TYPE = 4,     /* a type word */
    DL_GAZ_CUE = 8,      /* a word that tells of the names beside it */
    DL_GAZ_TOWN = 16     /* a name of the long tail */
};

/* What a word tells by itself, by how it is written; what is told in any case stands in all three. */
typedef struct dl_gaz_cues {
    uint16_t small, capital, upper;
} dl_gaz_cues;

/* A row of types.tsv. */
typedef struct dl_gaz_type {
    uint8_t type; /* dl_where_type */
    char sides[3];
} dl_gaz_type;

struct dl_gaz {
    const dl_know *know;
    uint32_t table[DL_GAZ_TABLES];                                               /* numbers of the knowledge's tables, 0 where absent */
    uint32_t name[DL_GAZ_TABLES], alias[DL_GAZ_TABLES];                          /* columns that name the row's place */
    uint32_t iso3[DL_GAZ_TABLES], admin1[DL_GAZ_TABLES], feature[DL_GAZ_TABLES]; /* DL_NO_COLUMN where the table lacks one */
    uint32_t admin2[DL_GAZ_TABLES];
    uint32_t lat[DL_GAZ_TABLES], lon[DL_GAZ_TABLES], geonameid[DL_GAZ_TABLES];         /* likewise */
    uint32_t population[DL_GAZ_TABLES], weak[DL_GAZ_TABLES], precision[DL_GAZ_TABLES]; /* likewise */
    uint32_t short_form;                                                               /* column of the abbreviations */
    uint8_t kind_of[64];                                                               /* dl_gaz_table by the number of the knowledge's table */
    uint8_t *country_of; /* number of a country by its ISO code as a number in base 26; 0 is none */
    dl_gaz_cues *cues;   /* row 0 tells nothing */
    uint16_t *cues_of;   /* row of cues by word number */
    dl_gaz_type *types;  /* by row of types.tsv */
    uint8_t *begins;     /* by word number: DL_GAZ_NAME ... */
    uint32_t words;      /* numbers of words below this have them */
};

/* One thing that a name may mean. Strings belong to the knowledge. */
typedef struct dl_gaz_sense {
    dl_bytes admin1;
    double lat, lon;
    float size;    /* how likely the name means this where nothing else is known, about log10 of its people */
    uint32_t row;  /* of its table */
    uint8_t table; /* dl_gaz_table */
    uint8_t kind;  /* dl_gaz_kind */
    uint8_t country;
    uint8_t precision;
    bool county;     /* a unit of the second order */
    bool weak;       /* the name is also an everyday word, a small town's a given name, a building's its owner's */
    bool short_form; /* an abbreviation that needs a place and a comma in front of it */
} dl_gaz_sense;

enum { DL_GAZ_COUNTRY_MAX = 256 };

/* What may begin with a token's word. */
static inline uint8_t dl_gaz_begins(const dl_gaz *gaz, const dl_token *token) {
    return gaz->begins[token->word < gaz->words ? token->word : 0];
}
/* DL_GAZ_TABLES where the table is none of the gazetteer's. */
dl_gaz_table dl_gaz_table_of(const dl_gaz *gaz, uint32_t know_table);
/* Whether the phrase found names the row's place (and is not an adjective or a demonym). */
bool dl_gaz_names(const dl_gaz *gaz, const dl_know_hit *hit);
void dl_gaz_read(const dl_gaz *gaz, const dl_know_hit *hit, dl_gaz_sense *sense);
/* Its country alone. */
uint8_t dl_gaz_country_of(const dl_gaz *gaz, const dl_know_hit *hit);
/* What only the output needs. */
typedef struct dl_gaz_words {
    dl_bytes name, iso3, admin2, feature;
    uint32_t geonameid;
} dl_gaz_words;
dl_gaz_words dl_gaz_words_of(const dl_gaz *gaz, const dl_gaz_sense *sense);
uint8_t dl_gaz_country(const dl_gaz *gaz, dl_bytes iso3);
/* Whether the larger place holds the smaller one, as far as country and first-order unit tell. */
bool dl_gaz_holds(const dl_gaz_sense *larger, const dl_gaz_sense *smaller);

#endif
