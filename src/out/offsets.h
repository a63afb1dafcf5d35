/* From byte offsets to code points or UTF-16 units. A sample every few kilobytes of the text, and the place last asked for, bound what an answer
 * costs: rows come nearly in text order, and a document cannot make it scan from the start again and again.
 */
#ifndef DL_OUT_OFFSETS_H
#define DL_OUT_OFFSETS_H

#include "base/bytes.h"

enum { DL_OFFSET_SAMPLES = 1024 };

typedef struct dl_offset_map {
    dl_bytes text;
    dl_offsets unit;
    size_t step;                         /* bytes from sample to sample */
    uint32_t samples[DL_OFFSET_SAMPLES]; /* units in front of byte i * step */
    size_t last_byte;
    uint32_t last_unit;
} dl_offset_map;

/* One pass over the text, none for bytes. `text` is UTF-8 and must outlive the map. */
void dl_offsets_start(dl_offset_map *map, dl_bytes text, dl_offsets unit);
/* Offset in units of a byte offset on a character border; one behind the text is taken for its end. */
uint32_t dl_offsets_at(dl_offset_map *map, uint32_t byte);

#endif
