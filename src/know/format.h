/* The knowledge file, as src/lexicon/image.c writes it and know.c maps it. Little-endian, every section aligned to 64 bytes, a line of the cache.
 *
 *     header | tables | columns | cells | lines | words | fronts | hits | apart | sieve | edges | strings
 *
 * A string is named by the offset of its first byte in `strings`; its length stands in the two bytes before it and a NUL behind it.
 * Words are numbered from 1 in the order of their first phrase, those that stand in tables apart alone behind all others; `words` is a hash table
 * with open addressing, whose slots hold some bits of the hash too: words that are not the one in question are told apart without a look at them.
 * The automaton: node 0 is none; nodes 1 to 3 begin phrases of forms, of lemmas and of tables apart; an edge leads from (node, word) to a node.
 * The edges of the beginnings are arrays by word (`fronts`, `apart`), all others stand in `edges`, a hash table likewise.
 * All that a search asks of a word that may begin phrases stands in one row of `fronts`, a line of the cache: most searches end there, and wait for
 * memory no more than once.
 * Most searches among the edges are in vain: `sieve` has a bit set for each edge there is, by its hash, and is small enough to stay in the cache.
 * Beside each node that a step leads to stands its first hit, the phrases that end there: a search waits for one line of memory less.
 */
#ifndef DL_KNOW_FORMAT_H
#define DL_KNOW_FORMAT_H

#include <stdint.h>

#define DL_KNOW_MAGIC 0x36776f6e6b6c64u /* "dlknow6": kind of file, then version */
#define DL_KNOW_KIND 0xffffffffffffu    /* the bytes of the magic that say "dlknow" */

enum { DL_KNOW_TABLES = 64 }; /* most tables */
enum { DL_KNOW_FORMS = 1, DL_KNOW_LEMMAS = 2, DL_KNOW_APART = 3, DL_KNOW_ROOTS = 3 };

/* What the cells of a column are: a string; an integer; degrees times DL_KNOW_DEGREE as a signed integer. */
enum { DL_KNOW_TEXT, DL_KNOW_INTEGER, DL_KNOW_DEGREES };
enum { DL_KNOW_CELL = 0xff, DL_KNOW_FOUND = 0x100, DL_KNOW_KEY = 0x200 }; /* of a column's kind: what the cells are; phrases; part of the row's key */
enum { DL_KNOW_PROPER = 1, DL_KNOW_SORTED = 2, DL_KNOW_ALONE = 4 };       /* a table's flags, as know.h tells of the packer's "#!" lines */
enum { DL_KNOW_DEGREE = 100000, DL_KNOW_NO_DEGREES = INT32_MIN };

/* The sieve: 2^21 bits. */
enum { DL_KNOW_SIEVE_BITS = 21, DL_KNOW_SIEVE_WORDS = 1 << (DL_KNOW_SIEVE_BITS - 6) };

static inline uint64_t dl_know_sieve_bit(uint32_t hash, uint32_t *word) {
    uint32_t bit = hash >> (32 - DL_KNOW_SIEVE_BITS);
    *word = bit >> 6;
    return (uint64_t)1 << (bit & 63);
}

/* The slot of a hash table of any size where a search begins. */
static inline uint32_t dl_know_slot(uint32_t hash, uint64_t slots) {
    return (uint32_t)(hash * slots >> 32);
}

typedef struct dl_know_section {
    uint64_t at, count; /* byte offset; number of rows */
} dl_know_section;

typedef struct dl_know_header {
    uint64_t magic;
    uint64_t checksum; /* XXH3 of all bytes behind this field */
    uint64_t size;     /* of the file */
    dl_know_section tables, columns, cells, lines, words, fronts, hits, apart, sieve, edges, strings;
    uint64_t common_words; /* words up to this number stand in some table that is not apart */
    uint64_t word_count;   /* the highest number of a word */
} dl_know_header;

typedef struct dl_know_row_of_tables {
    uint32_t name;                       /* string */
    uint32_t first_column, column_count; /* in columns */
    uint32_t first_cell, row_count;      /* row by row */
    uint32_t first_line;
    uint32_t root;  /* DL_KNOW_FORMS, DL_KNOW_LEMMAS or DL_KNOW_APART */
    uint32_t flags; /* DL_KNOW_PROPER ... */
} dl_know_row_of_tables;

typedef struct dl_know_column_head {
    uint32_t name; /* string */
    uint32_t kind; /* DL_KNOW_TEXT ..., with DL_KNOW_FOUND and DL_KNOW_KEY */
} dl_know_column_head;

typedef struct dl_know_word_slot {
    uint32_t word : 24; /* 0: empty */
    uint32_t mark : 8;  /* the lowest bits of the hash; the highest chose the slot */
    uint32_t string;    /* folded */
} dl_know_word_slot;
enum { DL_KNOW_WORDS = 0xffffff }; /* most words */

static inline uint8_t dl_know_mark(uint32_t hash) {
    return (uint8_t)hash;
}

/* Where a word leads to. */
typedef struct dl_know_step {
    uint32_t node; /* 0: nowhere */
    uint32_t hit;  /* the first phrase that ends there; 0 where none does */
} dl_know_step;

/* What begins with a word. */
typedef struct dl_know_front {
    uint64_t begins; /* bit t - 1: a phrase of table t */
    uint64_t lowers; /* likewise, one that may begin with a small letter */
    uint64_t alone;  /* likewise, one of this word alone */
    uint64_t longer; /* likewise, one of more words */
    dl_know_step forms, lemmas;
    uint64_t forms_next, lemmas_next; /* words that go on from there, a bit for many */
} dl_know_front;

static inline uint64_t dl_know_next_bit(uint32_t word) {
    return (uint64_t)1 << (word * 0x9e3779b9u >> 26);
}

typedef struct dl_know_edge {
    uint32_t node, word;
    dl_know_step next; /* nowhere: the slot is empty */
} dl_know_edge;

typedef struct dl_know_phrase {
    uint32_t row;
    uint8_t table, column;
    uint16_t capital; /* bit i: word i of the phrase must begin with a capital */
    uint16_t upper;   /* bit i: word i must be set in capitals */
    uint8_t more;     /* 1: the next phrase ends at the same node; they stand in the order of the tables */
    uint8_t others;   /* how many of the next are of the same table, as far as there is room */
} dl_know_phrase;

enum { DL_KNOW_PHRASE_WORDS = 16 }; /* longest phrase */

#endif
