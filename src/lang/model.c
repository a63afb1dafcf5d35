#include "lang/model.h"

#include "base/error.h"
#include "base/map.h"

#include <xxhash.h>

const char dl_model_magic[8] = "DLMODEL\n";

uint64_t dl_model_checksum(const void *bytes, size_t size) {
    return XXH3_64bits(bytes, size);
}

static const dl_model_section *section_list(const dl_model *model) {
    return (const dl_model_section *)(model->data + sizeof(dl_model_header));
}

static bool sections_fit(const dl_model *model, uint32_t count) {
    if (count > (model->size - sizeof(dl_model_header)) / sizeof(dl_model_section)) return false;
    for (uint32_t i = 0; i < count; i++) {
        const dl_model_section *s = section_list(model) + i;
        if (s->offset % DL_MODEL_ALIGN || s->offset > model->size || s->size > model->size - s->offset) return false;
    }
    return true;
}

static dl_status check(const dl_model *model, dl_error *error) {
    if (model->size < sizeof(dl_model_header)) return dl_fail(error, DL_BAD_DATA, "the model file is too short");
    const dl_model_header *header = (const dl_model_header *)model->data;
    if (memcmp(header->magic, dl_model_magic, sizeof dl_model_magic)) return dl_fail(error, DL_BAD_DATA, "this is no model file");
    if (header->version != DL_MODEL_VERSION) return dl_fail(error, DL_BAD_DATA, "the model file is of another version");
    if (header->size != model->size || header->checksum != dl_model_checksum(header + 1, model->size - sizeof *header))
        return dl_fail(error, DL_BAD_DATA, "the model file is damaged");
    if (!sections_fit(model, header->sections)) return dl_fail(error, DL_BAD_DATA, "the model file is damaged");
    return DL_OK;
}

dl_status dl_model_map(dl_model *model, const char *path, dl_error *error) {
    dl_status status = dl_map_open(model, path, error);
    if (status == DL_OK) status = check(model, error);
    if (status != DL_OK) dl_model_unmap(model);
    return status;
}

void dl_model_unmap(dl_model *model) {
    dl_map_close(model);
}

const dl_model_section *dl_model_find(const dl_model *model, const char *name, size_t item) {
    uint32_t count = ((const dl_model_header *)model->data)->sections;
    for (uint32_t i = 0; i < count; i++) {
        const dl_model_section *s = section_list(model) + i;
        if (strncmp(s->name, name, DL_MODEL_NAME)) continue;
        return (uint64_t)s->width * s->count <= s->size / item ? s : NULL;
    }
    return NULL;
}
