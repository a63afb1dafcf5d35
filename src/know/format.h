/* The knowledge file, as tools/pack.c writes it and know.c maps it. Little-endian, every section aligned to 8 bytes.
 *
 *     header | tables | columns | cells | lines | words | edges | nodes | hits | strings
 *
 * A string is named by the offset of its first byte in `strings`; its length stands in the four bytes before it and a NUL behind it.
 * Words are numbered from 1 in the order of their first phrase; `words` is a hash table with open addressing.
 * The automaton: node 0 is none, node 1 begins phrases of forms, node 2 phrases of lemmas; an edge leads from (node, word) to a node; `edges` is a
 * hash table likewise. nodes[n] .. nodes[n + 1] are the hits of node n: the phrases that end there.
 */
#ifndef DL_KNOW_FORMAT_H
#define DL_KNOW_FORMAT_H

#include <stdint.h>

#define DL_KNOW_MAGIC 0x31776f6e6b6c64u /* "dlknow1" */

enum { DL_KNOW_FORMS = 1, DL_KNOW_LEMMAS = 2 };

typedef struct dl_know_section {
    uint64_t at, count; /* byte offset; number of rows */
} dl_know_section;

typedef struct dl_know_header {
    uint64_t magic;
    uint64_t checksum; /* XXH3 of all bytes behind this field */
    uint64_t size;     /* of the file */
    dl_know_section tables, columns, cells, lines, words, edges, nodes, hits, strings;
} dl_know_header;

typedef struct dl_know_row_of_tables {
    uint32_t name;                       /* string */
    uint32_t first_column, column_count; /* in columns (each a string: its name) */
    uint32_t first_cell, row_count;      /* cells are strings, row by row */
    uint32_t first_line;
    uint32_t root; /* DL_KNOW_FORMS or DL_KNOW_LEMMAS */
} dl_know_row_of_tables;

typedef struct dl_know_word_slot {
    uint32_t word;   /* 0: empty */
    uint32_t string; /* folded */
} dl_know_word_slot;

typedef struct dl_know_edge {
    uint32_t node, word, next; /* next 0: empty */
} dl_know_edge;

typedef struct dl_know_phrase {
    uint32_t row;
    uint16_t table, column;
    uint16_t capital; /* bit i: word i of the phrase must begin with a capital */
    uint16_t upper;   /* bit i: word i must be set in capitals */
} dl_know_phrase;

enum { DL_KNOW_PHRASE_WORDS = 16 }; /* longest phrase */

#endif
