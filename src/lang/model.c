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

/* The list lies inside the file, and every section behind the list and inside the file. */
static bool sections_fit(const dl_model *model, uint32_t count) {
    if (count > (model->size - sizeof(dl_model_header)) / sizeof(dl_model_section)) return false;
    size_t list_end = sizeof(dl_model_header) + count * sizeof(dl_model_section);
    for (uint32_t i = 0; i < count; i++) {
        const dl_model_section *s = section_list(model) + i;
        if (s->offset % DL_MODEL_ALIGN || s->offset < list_end || s->offset > model->size || s->size > model->size - s->offset) return false;
    }
    return true;
}

/* Messages are constant, so they name the file that dl_engine_open looks for. */
#define FILE_NAME "the model file english.dlm "
#define REMEDY ": put models/english.dlm of this version in its place, or install dateline again"

static dl_status check(const dl_model *model, dl_error *error) {
    if (model->size < sizeof(dl_model_header)) return dl_fail(error, DL_BAD_DATA, FILE_NAME "is cut off" REMEDY);
    const dl_model_header *header = (const dl_model_header *)model->data;
    if (memcmp(header->magic, dl_model_magic, sizeof dl_model_magic)) return dl_fail(error, DL_BAD_DATA, FILE_NAME "is of another kind" REMEDY);
    if (header->version != DL_MODEL_VERSION) return dl_fail(error, DL_BAD_DATA, FILE_NAME "is of another version" REMEDY);
    if (header->size > model->size) return dl_fail(error, DL_BAD_DATA, FILE_NAME "is cut off" REMEDY);
    if (header->size != model->size || header->checksum != dl_model_checksum(header + 1, model->size - sizeof *header) ||
        !sections_fit(model, header->sections))
        return dl_fail(error, DL_BAD_DATA, FILE_NAME "is damaged" REMEDY);
    return DL_OK;
}

/* The same failure in words that say of which file. */
static dl_status name_failure(dl_status status, dl_error *error) {
    int system = error ? error->system : 0;
    if (status == DL_CANNOT_READ) return dl_fail_at(error, status, "cannot read the model file english.dlm", DL_NO_OFFSET, system);
    if (status == DL_BAD_DATA) return dl_fail(error, status, FILE_NAME "is empty or no file" REMEDY);
    return status;
}

dl_status dl_model_map(dl_model *model, const char *path, dl_error *error) {
    dl_status status = dl_map_open(model, path, error);
    if (status != DL_OK) return name_failure(status, error);
    status = check(model, error);
    if (status != DL_OK) dl_model_unmap(model);
    return status;
}

dl_status dl_model_lacks(dl_error *error) {
    return dl_fail(error, DL_BAD_DATA, FILE_NAME "lacks a part that this version needs, or has one that makes no sense" REMEDY);
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
