/* The tables of events as they are asked for at every word, read once when the engine is opened: which columns they have, and the conditions of their
 * rows, cut into roles and words. */
#ifndef DL_EVENT_TABLES_H
#define DL_EVENT_TABLES_H

#include "base/arena.h"
#include "know/know.h"

/* "word|@set|word": the right side of a condition. */
typedef struct dl_words {
    dl_bytes text;
    uint64_t mask;        /* of all keys: dl_key_bit */
    const uint32_t *keys; /* dl_word_key of each word */
    const uint16_t *sets; /* numbers of the lists that it names: dl_event_tables.set_of */
    uint16_t key_count, set_count;
    bool plain;    /* ASCII without apostrophes, so that its words fold to themselves but for case */
    uint8_t armed; /* which of @police, @army and @fighter it names: the bits below */
} dl_words;

enum { DL_POLICE_SET = 1, DL_ARMY_SET = 2, DL_FIGHTER_SET = 4 };

/* The lists of events/sets that code asks for, by number. */
enum {
#define SET(name) DL_SET_##name,
#include "event/sets.def"
#undef SET
    DL_SET_COUNT_
};
_Static_assert(DL_SET_COUNT_ <= 64, "a bit for each list");
#define DL_SET(name) ((uint64_t)1 << DL_SET_##name)

/* What is asked, and of what: one of the alternatives on the left of a condition. */
typedef enum dl_asked {
    DL_ASK_ROLE, /* who or what stands in a role */
    DL_ASK_ROLE_MOD,
    DL_ASK_PRT,
    DL_ASK_MOD,
    DL_ASK_LIGHT,
    DL_ASK_XCOMP,
    DL_ASK_CCOMP,
    DL_ASK_JUDGED,
    DL_ASK_HEAD,
    DL_ASK_CASE,
    DL_ASK_NEAR,
    DL_ASK_MODAL,
    DL_ASK_CMODAL,
    DL_ASK_PLURAL,
    DL_ASK_SINGULAR,
    DL_ASK_PREDICATE,
    DL_ASK_DONE,
    DL_ASK_NEG,
    DL_ASK_CNEG,
    DL_ASK_XNEG,
    DL_ASK_CBASE,
} dl_asked;

typedef struct dl_place_asked {
    uint16_t role; /* number of the role: dl_event_tables.roles; of DL_ASK_ROLE_MOD without ".mod"; particles and clauses have one of their own */
    uint8_t asked; /* dl_asked */
} dl_place_asked;

/* "!obj|on=word|@set", "subj:people|actor", "prt". */
typedef struct dl_condition {
    dl_bytes text;
    const dl_place_asked *places;
    dl_words words; /* behind "="; behind ":" its text alone is read */
    uint8_t place_count;
    char mark; /* '=', ':' or 0 */
    bool not ;
} dl_condition;

typedef struct dl_row_conditions {
    const dl_condition *const *all;
    uint64_t keys;        /* dl_key_bit of the words of which one must stand in the role that the row needs; DL_ANY_WORD */
    dl_place_asked needs; /* somebody or something must stand in this role for the row to hold; role 0: nothing need */
    uint16_t count;
    uint16_t weight; /* how narrow the row is: more for more conditions, and among as many, more for those that name words */
    char pos;        /* first letter of the column */
} dl_row_conditions;

#define DL_ANY_WORD UINT64_MAX

/* A table with the columns that are asked for at every word, by number: a look-up by name costs more than the cell. */
typedef struct dl_rows_of {
    uint32_t table, name, pos, conditions, frame, status, prt; /* DL_NO_COLUMN where the table has no such column */
    uint32_t event, flags, mode, cameo, context, who, whom, inner;
    const dl_row_conditions *rows; /* NULL where the table has no conditions */
} dl_rows_of;

typedef struct dl_event_tables {
    dl_arena arena;
    dl_rows_of sets, light, blame, verbs, phrases, nouns, adjectives, governors, modals, openers, classes;
    const uint16_t *set_of;    /* number of the list that each row of `sets` is, from 1: rows of one name are one list */
    const uint64_t *set_bits;  /* DL_SET of each row of `sets` */
    const dl_bytes *roles;     /* by their numbers, from 1 */
    const uint64_t *role_keys; /* of a role told by a preposition: its dl_key_bit; in a sentence without it nobody stands in the role. 0 of others */
    uint32_t role_count;
} dl_event_tables;

/* Of the knowledge as it is seen, with a user's own tables over it. DL_NO_MEMORY. */
dl_status dl_event_tables_open(dl_event_tables **tables, const dl_know *know, dl_error *error);
void dl_event_tables_close(dl_event_tables *tables);

/* Words that are the same but for the case of ASCII letters have the same key. */
uint32_t dl_word_key(dl_bytes word);
static inline uint64_t dl_key_bit(uint32_t key) {
    return (uint64_t)1 << key % 64;
}
/* ASCII without apostrophes folds to itself but for case. */
static inline bool dl_is_plain(dl_bytes text) {
    return dl_bytes_plain(text) && !memchr(text.data, '\'', text.size);
}

#endif
