/* A line of JSON Lines as a document: an object with "text", and where it has them "id", "title", "url", "outlet", "published", "language". Other
 * members are passed over.
 */
#ifndef DL_INTAKE_JSONL_H
#define DL_INTAKE_JSONL_H

#include "base/bytes.h"

/* `began` is the line's place in the input; `date` is given to a record without "published". DL_BAD_INPUT with the byte of the input at fault. */
dl_status dl_jsonl_read(dl_doc **doc, dl_bytes line, uint64_t began, const char *date, dl_error *error);

#endif
