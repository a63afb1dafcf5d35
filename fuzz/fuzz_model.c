/* Bytes as a model file. The first byte picks the form:
 *
 *     even    the rest is the file
 *     odd     the rest are edits, of EDIT bytes each, of the file that is shipped, whose checksum is then made right again: so the looks at the
 *             sections themselves are tried, which the checksum would else keep from being reached
 *
 * A file that opens reads a short document, through every stage and writer: it may read it badly, but the tables must be sound. The file is one of
 * memory, changed in place, and opened by its name in /proc. */
#include "harness.h"

#include "engine/engine.h"
#include "lang/model.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { EDIT = 12, MOST_EDITS = 32 };

/* Where an edit goes: the header, a row of the list of sections, a few bytes of a section, or a run of them. */
typedef enum edit_kind { EDIT_HEADER, EDIT_ROW, EDIT_BYTES, EDIT_RUN, EDIT_KINDS } edit_kind;

/* A file in memory, mapped for writing. */
typedef struct model_file {
    int file;
    char *bytes, *kept; /* `kept`: as it was shipped */
    size_t size;
    char path[64];
} model_file;

static void make_file(model_file *f, size_t size) {
    f->file = memfd_create("model", 0);
    if (f->file < 0 || ftruncate(f->file, (off_t)size)) fuzz_stop("model", "no file in memory");
    f->bytes = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, f->file, 0);
    if (f->bytes == MAP_FAILED) fuzz_stop("model", "no file in memory");
    f->size = size;
    snprintf(f->path, sizeof f->path, "/proc/self/fd/%d", f->file);
}

static void drop_file(model_file *f) {
    munmap(f->bytes, f->size);
    close(f->file);
}

static model_file *shipped(void) {
    static model_file f; /* left open */
    if (f.bytes) return &f;
    char path[512];
    const char *dir = getenv("DATELINE_DATA");
    snprintf(path, sizeof path, "%s/english.dlm", dir ? dir : "build");
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) fuzz_stop(path, "cannot read it");
    make_file(&f, (size_t)ftell(file));
    rewind(file);
    if (fread(f.bytes, 1, f.size, file) != f.size) fuzz_stop(path, "cannot read it");
    fclose(file);
    f.kept = malloc(f.size);
    if (!f.kept) fuzz_stop("model", "no memory");
    memcpy(f.kept, f.bytes, f.size);
    return &f;
}

/* ---------------------------------------------------------------- reading with it */

static void read_with(const dl_lang *lang) {
    static const char text[] = "KYIV, March 14, 2022 (Agency) - Two UN envoys' convoys hit by shells; \"We left,\" Olena Koval said.\n"
                               "RUSSIA DENIES IT\n\nIf talks failed, 30 of Germany's better-known ministers were hoping for the biggest meetings.";
    dl_engine engine = *fuzz_engine();
    engine.lang = (dl_lang *)(uintptr_t)lang;
    dl_doc *doc = NULL;
    if (dl_doc_make(&doc, NULL, (dl_bytes){text, sizeof text - 1}, NULL) == DL_OK) fuzz_document(&engine, doc);
}

static void open_file(const model_file *f) {
    dl_lang *lang = NULL;
    dl_error error = {0};
    dl_status status = dl_lang_open(&lang, f->path, &error);
    if (status == DL_OK)
        read_with(lang);
    else if (lang || !error.message || (status != DL_BAD_DATA && status != DL_NO_MEMORY))
        fuzz_stop("model", error.message);
    dl_lang_close(lang);
}

/* ---------------------------------------------------------------- edits */

static uint32_t number(const uint8_t *at) {
    uint32_t n;
    memcpy(&n, at, sizeof n);
    return n;
}

/* Bytes of the file that the edit may change. */
static dl_span place_of(const model_file *f, const uint8_t *edit) {
    const dl_model_header *header = (const dl_model_header *)f->kept;
    const dl_model_section *sections = (const dl_model_section *)(header + 1);
    uint32_t section = edit[1] % header->sections, first = (uint32_t)(sizeof *header + section * sizeof *sections);
    switch (edit[0] % EDIT_KINDS) {
    case EDIT_HEADER:
        return (dl_span){0, sizeof *header};
    case EDIT_ROW:
        return (dl_span){first, first + (uint32_t)sizeof *sections};
    default:
        return (dl_span){(uint32_t)sections[section].offset, (uint32_t)(sections[section].offset + sections[section].size)};
    }
}

/* An edit: kind, section, length of a run (log2), a byte to spare, where, four bytes to put there. */
static dl_span apply(model_file *f, const uint8_t *edit) {
    dl_span place = place_of(f, edit);
    place.begin += number(edit + 4) % dl_span_size(place);
    uint32_t room = place.end - place.begin, length = edit[0] % EDIT_KINDS == EDIT_RUN ? 1u << edit[2] % 22 : 4;
    place.end = place.begin + (length < room ? length : room);
    for (uint32_t i = place.begin; i < place.end; i++) f->bytes[i] = (char)edit[8 + (i - place.begin) % 4];
    return place;
}

static void stamp(model_file *f) {
    dl_model_header *header = (dl_model_header *)f->bytes;
    header->checksum = dl_model_checksum(header + 1, f->size - sizeof *header);
}

static void try_edits(const uint8_t *data, size_t size) {
    model_file *f = shipped();
    dl_span places[MOST_EDITS];
    size_t count = 0;
    for (; count < MOST_EDITS && (count + 1) * EDIT <= size; count++) places[count] = apply(f, data + count * EDIT);
    stamp(f);
    open_file(f);
    for (size_t i = 0; i < count; i++) memcpy(f->bytes + places[i].begin, f->kept + places[i].begin, dl_span_size(places[i]));
}

static void try_bytes(const uint8_t *data, size_t size) {
    model_file f = {0};
    if (!size) return;
    make_file(&f, size);
    memcpy(f.bytes, data, size);
    open_file(&f);
    if (size >= sizeof(dl_model_header)) {
        stamp(&f);
        ((dl_model_header *)f.bytes)->size = size;
        open_file(&f);
    }
    drop_file(&f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) return 0;
    if (data[0] & 1)
        try_edits(data + 1, size - 1);
    else
        try_bytes(data + 1, size - 1);
    return 0;
}
