/* Text that was encoded twice: UTF-8 whose bytes somebody took for Windows-1252 and encoded again, so that a page shows "â€™" for "’". */
#ifndef DL_INTAKE_HTML_MEND_H
#define DL_INTAKE_HTML_MEND_H

#include "intake/html/text.h"

/* The characters that Windows-1252 has for the bytes 80 to 9f. */
typedef struct dl_mender {
    uint32_t codes[32];
} dl_mender;

/* NULL where the page does not show for certain that it was encoded twice: by two quotation marks or dashes at least, for "â€" is no word's. */
dl_mender *dl_mender_of(dl_arena *arena, const dl_html_references *references, dl_bytes page);
/* The character that the sequence at the front of `text` was at first, into `out`, which has room for 4: its size, and in *taken that of the
 * sequence. 0 where it is none. */
size_t dl_mend(const dl_mender *mender, dl_bytes text, char *out, size_t *taken);

#endif
