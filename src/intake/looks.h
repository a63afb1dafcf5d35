/* What bytes look like: the form of an input told from its first bytes and then its name, and the files that are no text at all. */
#ifndef DL_INTAKE_LOOKS_H
#define DL_INTAKE_LOOKS_H

#include "base/bytes.h"

/* Never DL_FORM_AUTO. `path` may be NULL. */
dl_form dl_looks_form(dl_bytes head, const char *path);
/* NULL, or constant text saying what these bytes are that cannot be read (an image, a PDF, UTF-16); *at is the byte that tells. */
const char *dl_looks_foreign(dl_bytes head, size_t *at);
/* NULL, or constant text saying that the bytes are no text: a NUL, or control characters for the most part; *at is the first of them. */
const char *dl_looks_binary(dl_bytes text, size_t *at);

#endif
