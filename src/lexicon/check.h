/* What is wrong with a user's tables, cell by cell, and what his rows do to the built-in ones: `dateline lexicon check`. */
#ifndef DL_LEXICON_CHECK_H
#define DL_LEXICON_CHECK_H

#include "lexicon/lay.h"

/* As dl_lexicon_check, over the knowledge without a lexicon. */
dl_status dl_lexicon_look(const dl_know *know, const char *folder, dl_ear ear, uint32_t *wrong, dl_error *error);

/* cells.c: what is wrong with a cell, told as a constant text, or NULL; `about` receives the part of the cell that is meant. */
const char *dl_cell_fault(const dl_lexicon *lexicon, uint32_t table, uint32_t column, dl_bytes cell, dl_bytes *about);

#endif
