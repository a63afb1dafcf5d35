/* The knowledge from inside, and a user's tables laid over it: for know.c, and for src/lexicon/, which lays them.
 *
 * A user's tables are packed in memory in the same form and with the same table and column numbers; both images are searched, the user's rows first.
 * Seen from outside there is one knowledge: a table with rows of both has one numbering, in which a packed row whose key the user's rows have is
 * gone.
 *
 *     rows[seen] -> packed row, or DL_KNOW_OWN | row of the user's
 *     from_packed[row], from_own[row] -> seen, or DL_KNOW_GONE
 *
 * A word has the number of the packed list where it is in it, else that of the user's list behind the last packed one. */
#ifndef DL_KNOW_OVER_H
#define DL_KNOW_OVER_H

#include "base/arena.h"
#include "know/format.h"
#include "know/know.h"

typedef struct dl_know_over dl_know_over;

enum { DL_KNOW_TABLE_SLOTS = 4 * DL_KNOW_TABLES };

struct dl_know {
    dl_bytes file;
    const dl_know_header *header;
    const dl_know_row_of_tables *tables;
    const dl_know_column_head *columns;
    const uint64_t *sieve;
    const dl_know_front *fronts; /* by word, up to the last that is common */
    const dl_know_step *apart;   /* by word */
    const uint32_t *cells, *lines;
    const dl_know_word_slot *words;
    const dl_know_edge *edges;
    const dl_know_phrase *hits;
    const char *strings;
    uint8_t table_at[DL_KNOW_TABLE_SLOTS]; /* tables by the hash of their name; the next slots where two meet */
    dl_know_over *over;                    /* NULL: none */
    char hash[17];
};

#define DL_KNOW_OWN 0x80000000u
#define DL_KNOW_GONE UINT32_MAX

typedef struct dl_know_laid_table {
    const uint32_t *rows, *from_packed, *from_own; /* NULL: the table as it is packed */
    uint32_t row_count;
} dl_know_laid_table;

struct dl_know_over {
    dl_arena arena; /* holds this and all below it */
    dl_know *own;
    const uint32_t *own_word; /* by packed word number: that of the user's list, or 0 */
    dl_know_laid_table tables[DL_KNOW_TABLES + 1];
};

/* Sets the pointers of a knowledge whose `file` is sound. */
void dl_know_attach(dl_know *know);
/* From then on the knowledge is seen with the user's tables over it, owns them, and has another hash. */
void dl_know_lay(dl_know *know, dl_know_over *over);

static inline dl_bytes dl_know_string(const dl_know *know, uint32_t at) {
    uint16_t size;
    memcpy(&size, know->strings + at - sizeof size, sizeof size);
    return (dl_bytes){know->strings + at, size};
}

/* The user's number of a word. */
static inline uint32_t dl_know_own_word(const dl_know *know, uint32_t word) {
    return word > know->header->word_count ? word - (uint32_t)know->header->word_count : know->over->own_word[word];
}

/* Steps from a row as it is seen to where it is packed: *know becomes the user's where it is one of those. */
static inline uint32_t dl_know_packed_row(const dl_know **know, uint32_t table, uint32_t row) {
    const dl_know_laid_table *laid = (*know)->over ? &(*know)->over->tables[table] : NULL;
    if (!laid || !laid->rows) return row;
    if (row >= laid->row_count) return DL_KNOW_GONE;
    uint32_t at = laid->rows[row];
    if (at & DL_KNOW_OWN) *know = (*know)->over->own;
    return at & ~DL_KNOW_OWN;
}

#endif
