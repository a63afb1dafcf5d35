/* Text made well-formed UTF-8. */
#ifndef DL_BASE_REPAIR_H
#define DL_BASE_REPAIR_H

#include "base/array.h"

/* An invalid byte sequence of the input and the place of its U+FFFD in the text. */
typedef struct dl_repair {
    uint32_t text_at;  /* byte of the text */
    uint32_t raw_at;   /* byte of the input */
    uint32_t raw_size; /* bytes replaced */
} dl_repair;
typedef DL_ARRAY(dl_repair) dl_repairs;

/* The text with each ill-formed sequence replaced by U+FFFD (three bytes), with a NUL behind it; where there is none, the text as it was given. What
 * was done goes into `repairs`, in order, which may be NULL. */
dl_bytes dl_repaired(dl_arena *arena, dl_bytes raw, dl_repairs *repairs);

#endif
