/* UTF-8: stepping over characters and replacing what is not one. */
#ifndef DL_BASE_UTF8_H
#define DL_BASE_UTF8_H

#include "base/bytes.h"

/* Bytes of the well-formed character (Unicode 15, table 3-7) at the front of `text`; 0 where there is none. */
size_t dl_utf8_size(dl_bytes text);
/* The character at `at` of well-formed text (at < size) as a code point; *size receives its bytes. */
uint32_t dl_utf8_read(dl_bytes text, size_t at, size_t *size);
/* Writes the character, which has at most 4 bytes; returns how many. */
size_t dl_utf8_write(char *out, uint32_t code);
/* Length of the ill-formed piece at the front of `text` that one U+FFFD stands for: the maximal subpart (Unicode 15, section 3.9). At least 1. */
size_t dl_utf8_bad_size(dl_bytes text);
/* First byte that does not begin a well-formed character, or text.size. */
size_t dl_utf8_valid(dl_bytes text);

#endif
