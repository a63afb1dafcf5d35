/* Two parts of the intake against the libraries that do the like, in turns on one thread:
 *     intake-bench inflate ROUNDS FILE.warc.gz      our way through a packed archive against libdeflate alone, on the same bytes in memory
 *     intake-bench language ROUNDS FILE.jsonl       telling the language of each document against CLD2 (bench/cld2.cc)
 * Prints processor seconds a round, the median of the rounds, and how much was read. The knowledge is that of $DATELINE_DATA. */
#include "clock.h"
#include "engine/engine.h"
#include "file.h"
#include "intake/warc/members.h"

#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* cld2.cc: whether CLD2 calls a text English. */
bool bench_cld2_is_english(const char *text, int size);

enum { ROUNDS = 99, ROOM = 64 << 20, DOCUMENTS = 4096 };

static double median(double *seconds, int rounds) {
    for (int i = 1; i < rounds; i++)
        for (int k = i; k && seconds[k] < seconds[k - 1]; k--) {
            double other = seconds[k];
            seconds[k] = seconds[k - 1], seconds[k - 1] = other;
        }
    return seconds[rounds / 2];
}

/* ------------------------------------------------------------------ inflate */

static size_t by_members(dl_bytes packed) {
    dl_text_file file = {.fd = -1};
    dl_members members;
    dl_bytes member;
    size_t size = 0;
    if (dl_text_file_open(&file, NULL, packed, ROOM, NULL) != DL_OK || dl_members_open(&members, &file, ROOM, NULL) != DL_OK) exit(2);
    while (dl_members_next(&members, &member, NULL) == DL_OK) size += member.size;
    dl_members_close(&members);
    dl_text_file_close(&file);
    return size;
}

static size_t by_libdeflate(dl_bytes packed, char *room) {
    struct libdeflate_decompressor *how = libdeflate_alloc_decompressor();
    size_t size = 0, taken, made;
    for (; packed.size; packed.data += taken, packed.size -= taken, size += made)
        if (libdeflate_gzip_decompress_ex(how, packed.data, packed.size, room, ROOM, &taken, &made)) exit(2);
    libdeflate_free_decompressor(how);
    return size;
}

static void inflate(int rounds, const char *path) {
    double a[ROUNDS], b[ROUNDS];
    dl_bytes packed = bench_read_file(path);
    char *room = malloc(ROOM);
    size_t sizes[2] = {0, 0};
    for (int i = 0; i < rounds; i++) {
        double began = bench_now();
        sizes[0] = by_members(packed);
        double between = bench_now();
        sizes[1] = by_libdeflate(packed, room);
        a[i] = between - began, b[i] = bench_now() - between;
    }
    if (sizes[0] != sizes[1]) exit(1);
    printf("bytes %zu\nunpacked %zu\ndateline %.9f\nlibdeflate %.9f\n", packed.size, sizes[0], median(a, rounds), median(b, rounds));
}

/* ------------------------------------------------------------------ language */

static uint32_t read_documents(const char *path, dl_doc **docs, size_t *bytes) {
    dl_reader *reader = NULL;
    dl_input input = {.path = path, .form = DL_FORM_JSONL};
    uint32_t count = 0;
    if (dl_reader_open(&reader, &input, NULL) != DL_OK) exit(2);
    while (count < DOCUMENTS && dl_reader_next(reader, &docs[count], NULL) == DL_OK) *bytes += docs[count++]->text.size;
    dl_reader_close(reader);
    return count;
}

static void language(int rounds, const char *path) {
    static dl_doc *docs[DOCUMENTS];
    double a[ROUNDS], b[ROUNDS];
    dl_engine *engine = NULL;
    size_t bytes = 0;
    uint32_t count = read_documents(path, docs, &bytes), english[2] = {0, 0};
    if (dl_engine_open(&engine, NULL, NULL) != DL_OK) exit(2);
    for (int i = 0; i < rounds; i++) {
        english[0] = english[1] = 0;
        double began = bench_now();
        for (uint32_t d = 0; d < count; d++) {
            docs[d]->language = (dl_bytes){0};
            dl_language_tell(engine->languages, docs[d]);
            english[0] += !docs[d]->foreign;
        }
        double between = bench_now();
        for (uint32_t d = 0; d < count; d++) english[1] += bench_cld2_is_english(docs[d]->text.data, (int)docs[d]->text.size);
        a[i] = between - began, b[i] = bench_now() - between;
    }
    printf("documents %u\nbytes %zu\nenglish %u %u\ndateline %.9f\ncld2 %.9f\n", count, bytes, english[0], english[1], median(a, rounds),
           median(b, rounds));
    for (uint32_t d = 0; d < count; d++) dl_doc_free(docs[d]);
    dl_engine_close(engine);
}

int main(int argc, char **argv) {
    int rounds = argc == 4 ? atoi(argv[2]) : 0;
    if (rounds < 1 || rounds > ROUNDS) return 2;
    if (!strcmp(argv[1], "inflate"))
        inflate(rounds, argv[3]);
    else
        language(rounds, argv[3]);
    return 0;
}
