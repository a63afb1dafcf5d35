/* The bytes of an archive, unpacked where it is packed. A .warc.gz is many gzip members behind each other, one a record; each is unpacked whole
 * (libdeflate), so memory is bounded by the largest record that is read. A member that is damaged, or unpacks to more than the limit, is told with
 * its place, and the search goes on behind it; so is a bomb (base/unpacked.h).
 */
#ifndef DL_INTAKE_WARC_MEMBERS_H
#define DL_INTAKE_WARC_MEMBERS_H

#include "intake/text_file.h"

struct libdeflate_decompressor;

typedef struct dl_members {
    dl_text_file *file;
    bool packed;
    size_t limit;    /* bytes that a member may unpack to */
    uint64_t offset; /* where in the file what was given last began */
    struct libdeflate_decompressor *how;
    char *data; /* the member unpacked; owned */
    size_t size, room;
} dl_members;

/* `file` stands at the front of the archive or of a record and must outlive the members. */
dl_status dl_members_open(dl_members *members, dl_text_file *file, size_t limit, dl_error *error);
void dl_members_close(dl_members *members);
/* The next member of a packed archive; valid until the next call. DL_END; DL_BAD_INPUT or DL_LIMIT for one that is passed over, with its place. */
dl_status dl_members_next(dl_members *members, dl_bytes *bytes, dl_error *error);

/* How HTTP may pack a body; what it calls deflate is zlib. */
typedef enum dl_coding { DL_CODING_NONE, DL_CODING_GZIP, DL_CODING_ZLIB, DL_CODING_BROTLI, DL_CODING_ZSTD } dl_coding;

typedef enum dl_outcome {
    DL_UNPACKED,
    DL_UNPACKED_BROKEN,
    DL_UNPACKED_TOO_LONG, /* more than the limit */
    DL_UNPACKED_BOMB,     /* base/unpacked.h */
    DL_UNPACKED_NO_MEMORY
} dl_outcome;

/* Unpacks a body into the buffer of the members, `limit` bytes at most; *bytes is left as it is where that does not work. */
dl_outcome dl_members_unpack(dl_members *members, dl_bytes packed, dl_coding coding, dl_bytes *bytes);

#endif
