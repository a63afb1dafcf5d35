#include "writer.h"

#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>

void writer_add(writer *w, const char *name, uint32_t width, uint32_t count, const void *bytes, size_t size) {
    if (w->count == WRITER_SECTIONS) die("too many sections", name);
    dl_model_section *s = w->sections + w->count;
    *s = (dl_model_section){.width = width, .count = count, .size = size};
    memcpy(s->name, name, strlen(name) < DL_MODEL_NAME ? strlen(name) : DL_MODEL_NAME);
    w->bytes[w->count++] = bytes;
}

static size_t align(size_t size) {
    return (size + DL_MODEL_ALIGN - 1) / DL_MODEL_ALIGN * DL_MODEL_ALIGN;
}

dl_bytes writer_pack(writer *w) {
    size_t size = align(sizeof(dl_model_header) + w->count * sizeof(dl_model_section));
    for (uint32_t i = 0; i < w->count; i++) {
        w->sections[i].offset = size;
        size = align(size + w->sections[i].size);
    }
    char *file = calloc(1, size);
    if (!file) die("no memory", "model");
    dl_model_header *header = (dl_model_header *)file;
    *header = (dl_model_header){.version = DL_MODEL_VERSION, .sections = w->count, .size = size};
    memcpy(header->magic, dl_model_magic, sizeof header->magic);
    memcpy(header + 1, w->sections, w->count * sizeof *w->sections);
    for (uint32_t i = 0; i < w->count; i++) memcpy(file + w->sections[i].offset, w->bytes[i], w->sections[i].size);
    header->checksum = dl_model_checksum(header + 1, size - sizeof *header);
    return (dl_bytes){file, size};
}

void writer_save(writer *w, const char *path) {
    dl_bytes file = writer_pack(w);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(file.data, 1, file.size, out) != file.size || fclose(out)) die("cannot be written", path);
    free((char *)file.data);
}
