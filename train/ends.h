/* Trains the weights of sentence ends (src/text/ends.h) from treebanks and writes them as a table of data/. */
#ifndef DL_TRAIN_ENDS_H
#define DL_TRAIN_ENDS_H

#include <stddef.h>

/* `files`: treebanks in CoNLL-U. The same files give the same table. Returns the exit code. */
int train_ends(const char *out, const char *knowledge, const char *const *files, size_t count);

#endif
