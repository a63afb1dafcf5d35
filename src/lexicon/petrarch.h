/* Dictionaries of PETRARCH2 and UniversalPetrarch, read and written anew as tables of a lexicon: `dateline lexicon import`. docs/lexicon.md says what
 * becomes of each kind of line; what has no counterpart is told line by line and left out. */
#ifndef DL_LEXICON_PETRARCH_H
#define DL_LEXICON_PETRARCH_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/bytes.h"

typedef enum dl_petrarch_kind {
    DL_PETRARCH_ACTORS,
    DL_PETRARCH_AGENTS,
    DL_PETRARCH_VERBS,
    DL_PETRARCH_DISCARDS,
    DL_PETRARCH_ISSUES
} dl_petrarch_kind;

/* A table in the making. */
typedef struct dl_petrarch_table {
    dl_buffer text;
    uint32_t rows;
} dl_petrarch_table;

/* A synonym set: its dl_petrarch_id and its words with "|" between them. */
typedef struct dl_petrarch_set {
    dl_bytes id, words;
} dl_petrarch_set;

typedef struct dl_petrarch {
    dl_arena *arena; /* all calls are made inside its guard */
    dl_ear ear;
    const char *file; /* that is read; its last folder and name are what `source` says */
    uint32_t line;
    dl_petrarch_table bodies, agents, verbs, sets, boilerplate;
    DL_ARRAY(dl_petrarch_set) synonyms; /* of this file, for the sets that hold them */
} dl_petrarch;

/* What the file is, by its name: "...verbs...", "CAMEO...", "...agents...", "...actors...", "...discards...", "...issue..." in any case; false for
 * others. */
bool dl_petrarch_kind_of(dl_bytes name, dl_petrarch_kind *kind);
/* Reads one file; its rows are added to the tables. Any bytes will do. */
void dl_petrarch_read(dl_petrarch *p, dl_petrarch_kind kind, const char *file, dl_bytes bytes);

/* Reads the dictionaries in folder `from` and writes the tables into folder `to`, which is made where it is missing. */
dl_status dl_petrarch_import(const char *from, const char *to, dl_ear ear, dl_error *error);

/* ---- for the readers of one kind ---- */

void dl_petrarch_actors(dl_petrarch *p, dl_bytes bytes);
void dl_petrarch_agents(dl_petrarch *p, dl_bytes bytes);
void dl_petrarch_verbs(dl_petrarch *p, dl_bytes bytes);

/* The next line without its remark and the blanks behind it, its number in p->line; false behind the last. Lines inside <!-- --> are passed over. */
bool dl_petrarch_line(dl_petrarch *p, dl_bytes *rest, dl_bytes *line);
/* "cannot be expressed": constant text and the words meant. */
void dl_petrarch_remark(dl_petrarch *p, const char *message, dl_bytes about);
void dl_petrarch_put(dl_petrarch *p, dl_buffer *buffer, dl_bytes text);
/* Adds a row, with blanks for what would end a cell. */
void dl_petrarch_row(dl_petrarch *p, dl_petrarch_table *table, const dl_bytes *cells, size_t count);

typedef enum dl_petrarch_case { DL_PETRARCH_LOWER, DL_PETRARCH_TITLE, DL_PETRARCH_FIRST } dl_petrarch_case;
/* "THE_DARK_TOWER_" as words (with a NUL behind them) with blanks between them; without an article in front. What is no letter, digit, dot, hyphen or
 * apostrophe is a blank.
 */
dl_bytes dl_petrarch_words(dl_petrarch *p, dl_bytes text, dl_petrarch_case how);
/* How a name stands in our tables: "petrarch-minas-tirith", small letters, digits and hyphens, with a NUL behind them. */
dl_bytes dl_petrarch_id(dl_petrarch *p, dl_bytes name);
/* A lower-case word and, where it looks like a plural, its singular: "ties" gives "ties|tie|ty". */
dl_bytes dl_petrarch_forms(dl_petrarch *p, dl_bytes word);
/* The text between the next `open` and `close` of *rest, which then begins behind it; false where there is none. */
bool dl_petrarch_between(dl_bytes *rest, char open, char close, dl_bytes *inside);
/* Whether words are short enough for a phrase of a table: at most 16 tokens, however they are cut, and 120 bytes. */
bool dl_petrarch_fits(dl_bytes words);
dl_bytes dl_petrarch_source(const dl_petrarch *p);

#endif
