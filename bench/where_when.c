/* How fast places and times are found, the two stages alone: where_when ROUNDS FILE...
 *
 * The documents are read anew in every round up to and with their trees, then the two stages are timed, each by the processor time of this thread:
 * for all documents one behind the other ("alone", as rivals are measured), and for each right behind its parsing, with the parser's weights in the
 * caches (`cold_`). The best round counts. Prints `name value` lines. */
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

/* Documents that are read up to and with their trees. */
typedef struct shelf {
    dl_doc *docs[MOST_DOCUMENTS];
    size_t room, count;
} shelf;

static void read_document(const dl_engine *engine, dl_doc *doc, round *sum) {
    jmp_buf guard;
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

static void empty(shelf *all, const dl_engine *engine, round *sum) {
    for (size_t i = 0; i < all->count; i++) read_document(engine, all->docs[i], sum);
    all->count = 0;
}

static void read_file(shelf *all, const dl_engine *engine, const char *path, round *sum) {
    dl_reader *reader = NULL;
    dl_error error = {0};
    dl_input input = {.path = path};
    if (dl_reader_open(&reader, &input, &error) != DL_OK) stop(path, &error);
    while (dl_reader_next(reader, &all->docs[all->count], &error) == DL_OK) {
        if (dl_analyze(engine, all->docs[all->count], before_when(), &error) != DL_OK) stop(path, &error);
        if (++all->count == all->room) empty(all, engine, sum);
    }
    dl_reader_close(reader);
}

/* The best of some rounds; of each stage by itself. */
static round best_round(const dl_engine *engine, int rounds, size_t room, char **files, int count) {
    static shelf all;
    round best = {.when = 1e9, .where = 1e9};
    all.room = room;
    for (int r = 0; r < rounds; r++) {
        round sum = {0};
        for (int i = 0; i < count; i++) read_file(&all, engine, files[i], &sum);
        empty(&all, engine, &sum);
        if (best.when < sum.when) sum.when = best.when;
        if (best.where < sum.where) sum.where = best.where;
        best = sum;
    }
    return best;
}

static void print_speed(const char *how, const round *r) {
    double bytes = (double)r->bytes / 1e6;
    printf("%swhen_megabytes_per_second %.1f\n%swhere_megabytes_per_second %.1f\n%sboth_megabytes_per_second %.1f\n", how, bytes / r->when, how,
           bytes / r->where, how, bytes / (r->when + r->where));
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
    if (dl_engine_open(&engine, NULL, &error) != DL_OK) stop("engine", &error);
    int rounds = atoi(arguments[1]);
    round alone = best_round(engine, rounds, MOST_DOCUMENTS, arguments + 2, count - 2);
    round behind = best_round(engine, rounds, 1, arguments + 2, count - 2);
    printf("open_milliseconds %.1f\n", open_knowledge());
    printf("documents %zu\nbytes %zu\ntimes %zu\nplaces %zu\n", alone.documents, alone.bytes, alone.times, alone.places);
    print_speed("", &alone);
    print_speed("cold_", &behind);
    dl_engine_close(engine);
    return 0;
}
