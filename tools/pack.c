/* pack OUT ROOT FILE.tsv...: packs the tables of data/ into the knowledge file (src/know/format.h, src/know/know.h).
 *
 * The same files give the same bytes. Errors name file, line and column; exit code 1. */
#include "lexicon/pack.h"
#include "base/map.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static void complain(void *self, const dl_pack_fault *f) {
    (void)self;
    fprintf(stderr, "pack: %s:%u: %.*s%s%s\n", f->file ? f->file : "-", (unsigned)f->line, (int)f->column.size, f->column.data,
            f->column.size ? ": " : "", f->what);
}

static dl_bytes map(const char *path) {
    dl_bytes bytes;
    dl_error error;
    if (dl_map_open(&bytes, path, &error) == DL_OK) return bytes;
    fprintf(stderr, "pack: %s: %s\n", path, error.message);
    exit(1);
}

/* "data/actors/titles.tsv" under root "data" is "actors/titles". */
static dl_bytes table_name(const char *file, const char *root) {
    dl_bytes path = dl_bytes_of(file);
    size_t skip = strlen(root) + 1;
    if (dl_bytes_start(path, root) && dl_bytes_finish(path, ".tsv") && path.size > skip + 4)
        return (dl_bytes){path.data + skip, path.size - skip - 4};
    fprintf(stderr, "pack: %s: not ROOT/NAME.tsv\n", file);
    exit(1);
}

/* The tokenizer's words: word, kind, parts. */
static void read_kinds(dl_pack *p, dl_bytes bytes) {
    dl_bytes line, word, kind;
    while (dl_bytes_cut(&bytes, '\n', &line))
        if (line.size && line.data[0] != '#' && dl_bytes_cut(&line, '\t', &word) && dl_bytes_cut(&line, '\t', &kind))
            dl_pack_kind_add(p, word, kind, line);
}

static void write_file(const dl_pack *p, const char *path, dl_bytes image) {
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(image.data, 1, image.size, f) != image.size || fclose(f)) {
        fprintf(stderr, "pack: %s: %s\n", path, strerror(errno));
        exit(1);
    }
    printf("pack: %s: %u tables, %u words, %zu phrases, %zu bytes\n", path, p->table_count, p->word_count, p->hits.size / sizeof(dl_pack_hit),
           image.size);
}

int main(int argc, char **argv) {
    static dl_arena arena;
    static dl_pack p;
    static dl_bytes files[DL_KNOW_TABLES];
    jmp_buf guard;
    if (argc < 4) return fputs("usage: pack OUT ROOT FILE.tsv...\n", stderr), 2;
    int count = argc - 3;
    if (count > DL_KNOW_TABLES) return fputs("pack: more than 64 tables\n", stderr), 1;
    dl_arena_guard(&arena, &guard);
    if (setjmp(guard)) return fputs("pack: out of memory\n", stderr), 1;
    dl_pack_open(&p, &arena, complain, NULL);
    for (int i = 0; i < count; i++) {
        files[i] = map(argv[i + 3]);
        if (dl_bytes_is(table_name(argv[i + 3], argv[2]), "text/words")) read_kinds(&p, files[i]);
    }
    for (int apart = 0; apart < 2; apart++) /* the words of tables apart are numbered behind all others */
        for (int i = 0; i < count; i++)
            if (dl_pack_stands_apart(files[i]) == apart) dl_pack_table(&p, argv[i + 3], table_name(argv[i + 3], argv[2]), files[i], NULL);
    if (!p.faults) write_file(&p, argv[1], dl_pack_image(&p));
    for (int i = 0; i < count; i++) dl_map_close(&files[i]);
    dl_arena_free(&arena);
    return p.faults != 0;
}
