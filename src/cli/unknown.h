/* Actors that no table knows, counted over all documents: `dateline unknown`. */
#ifndef DL_CLI_UNKNOWN_H
#define DL_CLI_UNKNOWN_H

#include "cli/output.h"

enum { CLI_CONTEXTS = 3 };

typedef struct cli_unknown_name {
    char *name, *kind, *actor;    /* actor: the code so far, "" for none */
    char *contexts[CLI_CONTEXTS]; /* the first ones; NULL: none further */
    unsigned long mentions, claims, documents;
} cli_unknown_name;

/* All zero is an empty list. */
typedef struct cli_unknown {
    cli_unknown_name *rows;
    unsigned *slots; /* open addressing: row + 1, 0 empty */
    unsigned count, room;
    bool failed; /* memory ran out */
} cli_unknown;

/* Writes what one document has, for cli_unknown_add; any number of threads at a time. */
void cli_unknown_find(const dl_doc *doc, cli_buffer *out);
/* Adds it; documents in the order of the inputs. False where memory ran out. */
bool cli_unknown_add(cli_unknown *list, const char *found, size_t size);
/* The whole list: DL_FORMAT_CLAIMS_CSV, or else as a table. */
void cli_unknown_write(const cli_unknown *list, dl_format format, cli_buffer *out);
void cli_unknown_free(cli_unknown *list);

#endif
