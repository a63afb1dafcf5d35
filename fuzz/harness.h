/* What the fuzz targets share with the tests that replay their finds. */
#ifndef DL_FUZZ_HARNESS_H
#define DL_FUZZ_HARNESS_H

#include "dateline.h"

/* Opens the engine once from $DATELINE_DATA, else from build/. Leaves the process with a message where it cannot: a fuzzer without one is useless. */
const dl_engine *fuzz_engine(void);

/* Runs all stages over the document, checks its tables and writes it in every format. Stops the process where the tables
 * are unsound or a call ends in a status that this input cannot explain. Frees the document. */
void fuzz_document(const dl_engine *engine, dl_doc *doc);

/* Reads an input to its end; every document goes through fuzz_document. Stops the process where the reader does not advance. */
void fuzz_input(const dl_input *input);

/* Ends the process with a message: this input is a find. `why` may be NULL. */
_Noreturn void fuzz_stop(const char *what, const char *why);

#endif
