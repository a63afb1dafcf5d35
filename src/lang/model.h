/* The model file: a header and named sections of little-endian numbers, mapped read-only and shared between processes.
 *
 *     header    magic "DLMODEL\n", version, number of sections, size of the file, XXH3 of all behind the header
 *     sections  name, two numbers that say what the section holds, offset and size
 *     bytes     each section at a multiple of 64
 */
#ifndef DL_LANG_MODEL_H
#define DL_LANG_MODEL_H

#include "base/bytes.h"

enum { DL_MODEL_VERSION = 3, DL_MODEL_ALIGN = 64, DL_MODEL_NAME = 16 };

typedef struct dl_model_header {
    char magic[8];
    uint32_t version, sections;
    uint64_t size, checksum;
} dl_model_header;

typedef struct dl_model_section {
    char name[DL_MODEL_NAME]; /* padded with NUL */
    uint32_t width, count;
    uint64_t offset, size;
} dl_model_section;

typedef dl_bytes dl_model; /* the whole mapped file */

extern const char dl_model_magic[8];
uint64_t dl_model_checksum(const void *bytes, size_t size);

dl_status dl_model_map(dl_model *model, const char *path, dl_error *error);
void dl_model_unmap(dl_model *model);
/* Fills the error for a file whose sections do not hold what they should. */
dl_status dl_model_lacks(dl_error *error);
/* The section of that name, or NULL where there is none or it is smaller than width * count * `item` bytes. */
const dl_model_section *dl_model_find(const dl_model *model, const char *name, size_t item);
static inline const void *dl_model_data(const dl_model *model, const dl_model_section *section) {
    return model->data + section->offset;
}

#endif
