/* A response of HTTP/1 as an archive keeps it. */
#ifndef DL_INTAKE_WARC_HTTP_H
#define DL_INTAKE_WARC_HTTP_H

#include "base/bytes.h"

/* The size of the header lines at the front with the blank line behind them; 0 where they do not end. */
size_t dl_headers_size(dl_bytes bytes);
/* The value of a header line in `lines`, without blanks about it; empty where there is none. Case counts for nothing in `name`. */
dl_bytes dl_header(dl_bytes lines, const char *name);
/* Whether a header's value begins with `lower`, in any case, and a part of it ends there ("text/html; charset=..."). */
bool dl_header_is(dl_bytes value, const char *lower);

typedef struct dl_response {
    int status;
    dl_bytes headers, body; /* the body as it was sent */
} dl_response;

/* False where the bytes are no response. */
bool dl_response_read(dl_bytes bytes, dl_response *response);
/* Takes the marks of chunks out of a body, in its own place; returns the size. A body that is not in chunks, or broken off, is taken as far as it
 * goes. */
size_t dl_chunks_join(char *body, size_t size);

#endif
