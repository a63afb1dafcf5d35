/* How fast places and times are found, the two stages alone: where_when ROUNDS FILE...
 *
 * Each document is read anew in every round up to and with its trees, then the two stages are timed, each by the processor time of this thread.
 * The best round counts. Prints `name value` lines. */
#include "clock.h"
#include "dateline.h"
#include "engine/engine.h"
#include "when/when.h"
#include "where/where.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_DOCUMENTS = 4096 };

static const char *const stage_names[] = {
#define STAGE(name, ...) #name,
#include "engine/stages.def"
#undef STAGE
};

static _Noreturn void stop(const char *what, const dl_error *error) {
    fprintf(stderr, "where_when: %s: %s\n", what, error && error->message ? error->message : "failed");
    exit(1);
}

/* The stages before `when`, as bits. */
static dl_stages before_when(void) {
    dl_stages all = 0;
    for (size_t i = 0; i < sizeof stage_names / sizeof *stage_names && !dl_bytes_is(dl_bytes_of(stage_names[i]), "when"); i++) all |= 1u << i;
    return all;
}

typedef struct round {
    double when, where;
    size_t documents, bytes, times, places;
} round;

static void read_file(const dl_engine *engine, const char *path, round *sum) {
    dl_reader *reader = NULL;
    dl_doc *doc = NULL;
    dl_error error = {0};
    dl_input input = {.path = path};
    if (dl_reader_open(&reader, &input, &error) != DL_OK) stop(path, &error);
    while (dl_reader_next(reader, &doc, &error) == DL_OK) {
        jmp_buf guard;
        if (dl_analyze(engine, doc, before_when(), &error) != DL_OK) stop(path, &error);
        dl_arena_guard(&doc->arena, &guard);
        if (setjmp(guard)) stop("memory", NULL);
        double begun = bench_now();
        dl_when_read(engine->times, doc);
        double middle = bench_now();
        dl_where_read(engine->gaz, doc);
        double end = bench_now();
        dl_arena_guard(&doc->arena, NULL);
        sum->when += middle - begun;
        sum->where += end - middle;
        sum->documents++;
        sum->bytes += dl_doc_text(doc).size;
        sum->times += dl_doc_rows(doc, DL_TABLE_TIMES).count - 1;
        sum->places += dl_doc_rows(doc, DL_TABLE_PLACES).count - 1;
        dl_doc_free(doc);
    }
    dl_reader_close(reader);
}

/* Opening the knowledge file alone, its checksum and all; the best of some tries. */
static double open_knowledge(void) {
    enum { TRIES = 9 };
    const char *folder = getenv("DATELINE_DATA");
    char path[4096];
    double best = 1e9;
    snprintf(path, sizeof path, "%s/knowledge.dlk", folder ? folder : ".");
    for (int i = 0; i < TRIES; i++) {
        dl_know *know = NULL;
        dl_error error = {0};
        double begun = bench_now();
        if (dl_know_open(&know, path, &error) != DL_OK) stop(path, &error);
        double took = bench_now() - begun;
        if (took < best) best = took;
        dl_know_close(know);
    }
    return 1e3 * best;
}

int main(int count, char **arguments) {
    if (count < 3) {
        fprintf(stderr, "usage: where_when ROUNDS FILE...\n");
        return 2;
    }
    dl_engine *engine = NULL;
    dl_error error = {0};
    round best = {.when = 1e9, .where = 1e9};
    if (dl_engine_open(&engine, NULL, &error) != DL_OK) stop("engine", &error);
    for (int r = 0; r < atoi(arguments[1]); r++) {
        round sum = {0};
        for (int i = 2; i < count; i++) read_file(engine, arguments[i], &sum);
        if (best.when < sum.when) sum.when = best.when;
        if (best.where < sum.where) sum.where = best.where;
        best = sum;
    }
    printf("open_milliseconds %.1f\n", open_knowledge());
    printf("documents %zu\nbytes %zu\ntimes %zu\nplaces %zu\n", best.documents, best.bytes, best.times, best.places);
    printf("when_megabytes_per_second %.1f\nwhere_megabytes_per_second %.1f\nboth_megabytes_per_second %.1f\n", (double)best.bytes / best.when / 1e6,
           (double)best.bytes / best.where / 1e6, (double)best.bytes / (best.when + best.where) / 1e6);
    dl_engine_close(engine);
    return 0;
}
