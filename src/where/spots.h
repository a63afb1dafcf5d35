/* What the parts of this stage hand to each other: the toponyms found (spots) and the names that they share.
 *
 *     mark      one look at each token: what may begin there
 *     scan      tokens -> spots, one for each phrase of the gazetteer that the words around it let stand
 *     patterns  adds what the gazetteer lacks: "Hutcheson Road", "Lake Alma", names that the tagger calls places
 *     tail      adds small places of towns.tsv that have support
 *     contain   weighs what the words put into what
 *     nearby    weighs how near it lies to the others
 *     resolve   gives each name one sense for the whole document
 *     emit      writes the rows
 */
#ifndef DL_WHERE_SPOTS_H
#define DL_WHERE_SPOTS_H

#include "where/gazetteer.h"

enum { DL_WHERE_SENSES = 32, DL_WHERE_HITS = 256 };

/* A name: equal words asking for the same sort of place. It means one thing in the whole document. */
typedef struct dl_where_name {
    uint32_t first, last; /* tokens of its first occurrence, without type words */
    dl_gaz_sense *senses;
    float *inside, *around; /* by sense: what its containers add, and what the places that it contains or stands beside */
    uint32_t sense_count;
    uint32_t largest; /* sense with the most people */
    uint32_t spots;   /* how often it stands */
    uint32_t next;    /* in its hash chain */
    uint64_t hash;
    int32_t best;                        /* sense chosen; -1 where nothing decides */
    uint8_t type;                        /* dl_where_type */
    bool tail;                           /* known to towns.tsv only, or looked for there in vain */
    bool weak;                           /* an everyday word or a given name: stands only with support */
    bool capital;                        /* has a country, a unit or a large city among its senses */
    bool state;                          /* has a country or a first-order unit among them */
    uint32_t first_choice, choice_count; /* rows of the document */
    uint32_t persons, sure;              /* how often it was told to be a person's name; how often a place's */
} dl_where_name;

/* What the bytes and tags of a token say, beside the bits of the gazetteer. */
enum { DL_WHERE_CAPITAL = 32, DL_WHERE_TAGGED = 64 };

typedef struct dl_where_spot {
    uint32_t first, last; /* tokens, inclusive */
    uint32_t name;        /* row of names */
    uint32_t sentence;
    uint32_t container; /* spot that holds it ("Lviv, Ukraine"); 0 where none */
    bool supported;     /* a preposition, a container or a dateline says that it is a place */
    bool dropped;
} dl_where_spot;

typedef struct dl_where {
    dl_doc *doc;
    const dl_know *know;
    const dl_gaz *gaz;
    DL_ARRAY(dl_where_name) names;
    DL_ARRAY(dl_where_spot) spots;
    float mentioned[DL_GAZ_COUNTRY_MAX]; /* adjectives and demonyms of each country */
    uint32_t *chains, chain_mask;        /* heads of the names' hash chains, a power of two */
    uint32_t *spot_of;                   /* spot that covers each token, 0 where none */
    uint8_t *marks;                      /* by token: what may begin there, DL_WHERE_CAPITAL and DL_GAZ_NAME ... */
    DL_ARRAY(uint32_t) hot;              /* tokens of which the marks tell anything: few */
    uint32_t *hot_end;                   /* by sentence: one past its rows of hot, which begin at that of the sentence before */
    bool *mutes;                         /* by sentence: its capitals say nothing: all capitals, or Each Word With One */
    dl_know_view view;                   /* of the sentence at hand */
    uint32_t sentence, first;            /* the sentence at hand, its first token */
    bool mute;
} dl_where;

/* for (DL_WHERE_HOT(h, w, sentence)): its rows of hot. */
#define DL_WHERE_HOT(h, w, sentence)         \
    uint32_t h = (w)->hot_end[(sentence)-1]; \
    h < (w)->hot_end[(sentence)];            \
    h++

void dl_where_mark(dl_where *w);
void dl_where_scan(dl_where *w);
void dl_where_patterns(dl_where *w);
/* The kind of place asked for by the words beside the name; `last` grows over a type word with a capital ("Nyanza Province"). */
dl_where_type dl_where_type_beside(const dl_where *w, uint32_t first, uint32_t *last);
/* Keeps the phrases whose places are of the type; returns how many. */
uint32_t dl_where_keep_fitting(const dl_where *w, dl_where_type type, dl_know_hit *hits, uint32_t count);
void dl_where_tail(dl_where *w);
void dl_where_contain(dl_where *w);
void dl_where_nearby(dl_where *w);
uint8_t dl_where_outlet(const dl_where *w); /* number of the outlet's country; 0 where unknown */
void dl_where_resolve(dl_where *w);
void dl_where_emit(dl_where *w);

/* The name of tokens [first, last] in this type, made where it is new; `hits` (may be none) give its senses. */
uint32_t dl_where_name_of(dl_where *w, uint32_t first, uint32_t last, dl_where_type type, const dl_know_hit *hits, uint32_t count);
/* Senses found later. */
void dl_where_add_senses(dl_where *w, dl_where_name *name, const dl_know_hit *hits, uint32_t count);
/* Gives the spot's name those places of the tail that the container holds; true where there is any. */
bool dl_where_tail_within(dl_where *w, uint32_t spot, const dl_where_name *container);
dl_where_spot *dl_where_add(dl_where *w, uint32_t first, uint32_t last, uint32_t name, uint32_t sentence);
/* Marks the tokens of a spot as its own. */
void dl_where_cover(dl_where *w, uint32_t spot);

#endif
