/* A user's own tables, laid over the knowledge when an engine is opened: DIR/events/verbs.tsv adds to the rows of data/events/verbs.tsv, and takes
 * the place of those that have the same key. docs/lexicon.md is the manual. */
#ifndef DL_LEXICON_LAY_H
#define DL_LEXICON_LAY_H

#include "know/over.h"
#include "lexicon/pack.h"

/* The user's tables, packed and numbered as those of the knowledge; everything in one arena of its own. */
typedef struct dl_lexicon {
    const dl_know *know;
    dl_know_over *over; /* NULL where a row is faulty */
    dl_arena arena;
    const char *files[DL_KNOW_TABLES + 1]; /* by table: the file, NULL: none */
    dl_bytes bytes[DL_KNOW_TABLES + 1];
    uint32_t file_count, faults;
} dl_lexicon;

/* Reads and packs what the folder holds; `say` hears of each fault and may be NULL. DL_CANNOT_READ where there is no such folder or a file cannot be
 * read; DL_BAD_DATA where there is no table in it. Faulty rows are no failure here. Free it with dl_lexicon_free, or give it away with
 * dl_lexicon_lay. */
dl_status dl_lexicon_read(dl_lexicon *lexicon, const dl_know *know, const char *folder, void (*say)(void *self, const dl_pack_fault *fault),
                          void *self, dl_error *error);
void dl_lexicon_free(dl_lexicon *lexicon);
/* What dl_lexicon_read does with the files once it has them: `know`, `files` and `bytes` are filled; inside a guard of the arena. */
void dl_lexicon_pack(dl_lexicon *lexicon, void (*say)(void *self, const dl_pack_fault *fault), void *self);

/* The same for good: from then on `know` is seen with the tables over it. DL_BAD_DATA where any row is faulty. */
dl_status dl_lexicon_lay(dl_know *know, const char *folder, dl_error *error);

/* The packed rows whose place a user's row takes, by the key: the first and how many. A row without a filled cell in its key takes none. */
typedef struct dl_lexicon_taken {
    uint32_t first, count;
} dl_lexicon_taken;
/* By user's row of the table, in the lexicon's arena; call it inside a guard of that. */
const dl_lexicon_taken *dl_lexicon_takes(dl_lexicon *lexicon, uint32_t table);

#endif
