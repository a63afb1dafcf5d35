/* Standard output, and the memory in which a document is rendered before its turn comes. */
#ifndef DL_CLI_OUTPUT_H
#define DL_CLI_OUTPUT_H

#include "dateline.h"

typedef struct cli_buffer {
    char *data;
    size_t size, room;
    bool failed; /* memory ran out */
} cli_buffer;

/* A dl_sink's write; `self` is the buffer. */
bool cli_buffer_write(void *self, const char *data, size_t size);
void cli_buffer_free(cli_buffer *buffer);

/* All of the bytes to standard output; false with errno in *refused. */
bool cli_output(const char *data, size_t size, int *refused);
/* Some file systems tell of a failed write only at the end. */
void cli_output_close(int *refused);

bool cli_output_colour(void);
uint16_t cli_output_columns(void); /* 0 where it is no terminal */

#endif
