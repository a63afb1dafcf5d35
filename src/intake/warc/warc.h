/* Web archives: WARC 1.0 and 1.1 (ISO 28500), plain or packed record by record, with pages (response and resource records) or texts (the conversion
 * records of WET files). Other records are passed over. A damaged record is told with its place in the file, and the reader goes on with the next.
 */
#ifndef DL_INTAKE_WARC_WARC_H
#define DL_INTAKE_WARC_WARC_H

#include "intake/warc/members.h"

typedef struct dl_warc {
    dl_text_file *file;
    dl_members members, bodies; /* bodies: where those of HTTP are unpacked */
    dl_bytes member;            /* what is left of the packed member at hand */
    char *body;                 /* a copy that chunks are joined in; owned */
    size_t body_room;
} dl_warc;

dl_status dl_warc_open(dl_warc *warc, dl_text_file *file, size_t limit, dl_error *error);
void dl_warc_close(dl_warc *warc);
/* The next page or text. DL_END; DL_BAD_INPUT or DL_LIMIT for a record that is passed over. */
dl_status dl_warc_next(dl_warc *warc, dl_doc **doc, const char *date, dl_error *error);

#endif
