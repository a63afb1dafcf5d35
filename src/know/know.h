/* The knowledge file: every table of data/, packed by tools/pack.c into one file that is mapped read-only and shared between processes. A user's own
 * tables may be laid over it (src/lexicon/lay.h): then this is one knowledge of both.
 *
 * A table is a TSV file, named by its path without folder and ending: data/actors/titles.tsv is "actors/titles". Cells are strings; rows keep their
 * line number, so that a trace can name "actors/titles.tsv:12". Lines that begin with "#" are remarks; those that begin with "#!" tell the packer:
 *     #! phrases name aliases     these columns hold phrases to be found in text; "|" separates alternatives
 *     #! lemmas verb              likewise, found by lemma instead of form
 *     #! case proper              words written with a capital in the table need one in the text (default: any). A word of capitals only (UN, US)
 *                                 needs capitals only. In text set wholly in capitals case is ignored.
 *     #! integers geonameid       cells of these columns are whole numbers, packed as such; empty is 0
 *     #! degrees lat lon          likewise decimal degrees, to five places
 *     #! key id                   these columns together tell a row from others: a user's row takes the place of those with the same cells
 *     #! sorted                   the rows stand in the order of the first column of the key (numbers by value, others by bytes) and are searched by
 * it
 *     #! apart                    for large tables of rare names: their phrases are found only where this table is asked for, and words that stand in
 *                                 no other table have no number to anyone else (dl_know_rare_word)
 * The first other line names the columns.
 *
 * Phrases are found by one walk of an automaton over the tokens' word numbers. Words are folded (dl_know_fold): lower case, without accents.
 */
#ifndef DL_KNOW_KNOW_H
#define DL_KNOW_KNOW_H

#include "base/bytes.h"

typedef struct dl_know dl_know;

/* Maps the file; DL_BAD_DATA where it is cut short, damaged (checksum), of another version or something else altogether: the message says which. */
dl_status dl_know_open(dl_know **know, const char *path, dl_error *error);
void dl_know_close(dl_know *know);
/* 16 hexadecimal digits and a NUL. */
const char *dl_know_hash(const dl_know *know);

/* Tables. Numbers start at 1; 0 is a table that does not exist, which has no rows. Row numbers start at 0. */
uint32_t dl_know_table(const dl_know *know, const char *name);
dl_bytes dl_know_table_name(const dl_know *know, uint32_t table);
uint32_t dl_know_rows(const dl_know *know, uint32_t table);
uint32_t dl_know_columns(const dl_know *know, uint32_t table);
dl_bytes dl_know_column_name(const dl_know *know, uint32_t table, uint32_t column);
#define DL_NO_COLUMN UINT32_MAX
uint32_t dl_know_column(const dl_know *know, uint32_t table, const char *name);
/* Empty for a column or row that does not exist. The bytes live as long as the knowledge and have a NUL behind them. */
dl_bytes dl_know_cell(const dl_know *know, uint32_t table, uint32_t row, uint32_t column);
/* The same by the column's name: for set-up, not for inner loops. */
dl_bytes dl_know_get(const dl_know *know, uint32_t table, uint32_t row, const char *column);
/* A cell of a column of integers; 0 where it is empty or of another kind. */
uint32_t dl_know_integer(const dl_know *know, uint32_t table, uint32_t row, uint32_t column);
/* A cell of a column of degrees; NAN where it is empty or of another kind. */
double dl_know_degrees(const dl_know *know, uint32_t table, uint32_t row, uint32_t column);
uint32_t dl_know_line(const dl_know *know, uint32_t table, uint32_t row);
/* Whether the row is one of a user's (src/know/over.h). */
bool dl_know_is_own(const dl_know *know, uint32_t table, uint32_t row);
/* "events/verbs.tsv:12" into `out`, for a row of a user's "lexicon:events/verbs.tsv:12"; returns the length, at most room - 1. */
size_t dl_know_entry(const dl_know *know, uint32_t table, uint32_t row, char *out, size_t room);

/* Folds a word: lower case, accents off, ł and its like plain, apostrophes inside it away (one behind a single letter stays, straight).
 * Writes at most `room` bytes, returns the length. */
size_t dl_know_fold(dl_bytes word, char *out, size_t room);
/* Number of a word (which is folded first), 0 where no phrase has it. */
uint32_t dl_know_word(const dl_know *know, dl_bytes word);
/* The same, for words of tables apart too: those that stand there alone have numbers above the others. */
uint32_t dl_know_rare_word(const dl_know *know, dl_bytes word);
/* The highest number that dl_know_word gives: tables by word need no more rows. */
uint32_t dl_know_last_word(const dl_know *know);
/* Numbers tokens of a text: word, stem and rare. */
void dl_know_number(const dl_know *know, dl_bytes text, dl_token *tokens, uint32_t count);

/* One phrase found. */
typedef struct dl_know_hit {
    uint32_t table, row, column;
    uint32_t first, last; /* tokens, inclusive */
} dl_know_hit;

/* Where to look: the tokens of one sentence. */
typedef struct dl_know_view {
    dl_bytes text;
    const dl_token *tokens; /* the document's rows */
    uint32_t end;           /* one past the last token to look at */
    bool capitals;          /* the sentence is set in capitals: case says nothing */
} dl_know_view;

/* The tables, as bits by number less one, with a phrase that begins with this word; tables apart are none of them. */
uint64_t dl_know_begins(const dl_know *know, uint32_t word);
static inline uint64_t dl_know_bit(uint32_t table) {
    return table ? (uint64_t)1 << (table - 1) : 0;
}

/* Whether a phrase of a table apart begins with this rare word. */
bool dl_know_begins_apart(const dl_know *know, uint32_t rare);

/* The same for a token as it is written: a small letter at its front rules out names. */
uint64_t dl_know_begins_at(const dl_know *know, const dl_know_view *view, uint32_t token);
/* What it says of a word with a small letter at its front. */
uint64_t dl_know_begins_low(const dl_know *know, uint32_t word);

/* All phrases of `table` (0: of any table) that begin at `token`, longest first, with their case checked. Returns how many, at most `room`. */
uint32_t dl_know_find(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t table, dl_know_hit *hits, uint32_t room);
/* Likewise in a table apart, by the tokens' rare numbers. */
uint32_t dl_know_find_apart(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t table, dl_know_hit *hits, uint32_t room);
/* Searches wait for memory most of all. These fetch ahead what searches from a word will read: first where it leads to, then what stands there. The
 * word is a token's, or for tables apart its rare number. Nothing is changed. */
void dl_know_fetch_step(const dl_know *know, bool apart, uint32_t word);
void dl_know_fetch_hits(const dl_know *know, bool apart, uint32_t word, uint32_t next);
/* Rows of `table` that have exactly this one word (folded) as a phrase in some column: for look-ups by lemma. */
uint32_t dl_know_look_up(const dl_know *know, uint32_t table, dl_bytes word, dl_know_hit *hits, uint32_t room);
/* The same from a word number. */
uint32_t dl_know_look_up_word(const dl_know *know, uint32_t table, uint32_t word, dl_know_hit *hits, uint32_t room);

#endif
