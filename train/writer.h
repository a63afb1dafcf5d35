/* Writes a model file section by section. */
#ifndef DL_TRAIN_WRITER_H
#define DL_TRAIN_WRITER_H

#include "lang/model.h"

enum { WRITER_SECTIONS = 64 };

typedef struct writer {
    dl_model_section sections[WRITER_SECTIONS];
    const void *bytes[WRITER_SECTIONS]; /* borrowed until the file is written */
    uint32_t count;
} writer;

void writer_add(writer *w, const char *name, uint32_t width, uint32_t count, const void *bytes, size_t size);
/* The whole file; the caller frees its data. */
dl_bytes writer_pack(writer *w);
/* Ends the program where the file cannot be written. */
void writer_save(writer *w, const char *path);

#endif
