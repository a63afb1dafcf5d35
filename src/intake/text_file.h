/* An input as bytes: a file, standard input or memory, taken whole or line by line, never holding more of it than the limit. Interrupted and short
 * reads are gone on with. One thread at a time.
 */
#ifndef DL_INTAKE_TEXT_FILE_H
#define DL_INTAKE_TEXT_FILE_H

#include "base/bytes.h"

typedef struct dl_text_file {
    int fd;                /* -1 for memory */
    bool close;            /* the file was opened here */
    bool spent;            /* nothing more to be read from fd */
    size_t limit;          /* bytes of a line, or of the whole */
    char *buffer;          /* owned unless memory */
    size_t at, size, room; /* what is read but not yet taken: buffer[at, size) */
    uint64_t offset;       /* of buffer[at] in the input */
} dl_text_file;

/* `path` "-" is standard input; NULL is `memory`, which must outlive the file. DL_CANNOT_READ with errno, EISDIR for a folder. */
dl_status dl_text_file_open(dl_text_file *file, const char *path, dl_bytes memory, size_t limit, dl_error *error);
void dl_text_file_close(dl_text_file *file);

/* The first bytes without taking them: what was read up to the end of the first line that is not blank, the end of the input, or 64 KiB. It does not
 * wait for more, so that a record is not kept waiting for the next one. */
dl_status dl_text_file_head(dl_text_file *file, dl_bytes *head, dl_error *error);
/* The next bytes without taking them: `size` of them where there are so many; valid until the next call. */
dl_status dl_text_file_ahead(dl_text_file *file, size_t size, dl_bytes *bytes, dl_error *error);
/* Takes bytes that were seen ahead. */
void dl_text_file_drop(dl_text_file *file, size_t size);
/* Goes to a byte of the input from its front, by reading where it cannot be sought in. DL_BAD_ARGUMENT where it is shorter. */
dl_status dl_text_file_seek(dl_text_file *file, uint64_t offset, dl_error *error);
/* Everything that is left; valid until the next call. DL_LIMIT where it is longer than the limit. */
dl_status dl_text_file_rest(dl_text_file *file, dl_bytes *rest, dl_error *error);
/* The next line without its end (\n or \r\n), and where it began; valid until the next call. DL_END after the last. DL_LIMIT for a line longer than
 * the limit, which is passed over. */
dl_status dl_text_file_line(dl_text_file *file, dl_bytes *line, uint64_t *began, dl_error *error);

#endif
