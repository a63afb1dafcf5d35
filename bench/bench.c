/* How fast one thread reads: bench SECONDS FILE...
 *
 * Loads every document of the files, then reads all of them again and again for at least SECONDS, through every stage and the writer of the whole
 * document. A second measurement runs ever longer prefixes of the list of stages; the difference of two neighbours is the share of one stage. The
 * best round counts, since a busy neighbour only ever adds time. Prints `name value` lines. */
#include "clock.h"
#include "dateline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DOCUMENTS = 4096, LEAST_ROUNDS = 5 };

static const char *const stage_names[] = {
#define STAGE(name, ...) #name,
#include "engine/stages.def"
#undef STAGE
};
enum { STAGE_COUNT = sizeof stage_names / sizeof *stage_names };

typedef struct corpus {
    dl_bytes texts[MOST_DOCUMENTS];
    size_t count, bytes;
} corpus;

static _Noreturn void stop(const char *what, const dl_error *error) {
    fprintf(stderr, "bench: %s: %s\n", what, error && error->message ? error->message : "failed");
    exit(1);
}

static void keep(corpus *all, dl_bytes text) {
    if (all->count == MOST_DOCUMENTS) return;
    char *copy = malloc(text.size + 1);
    if (!copy) stop("memory", NULL);
    memcpy(copy, text.data, text.size);
    all->texts[all->count++] = (dl_bytes){copy, text.size};
    all->bytes += text.size;
}

static void load(corpus *all, const char *path) {
    dl_reader *reader = NULL;
    dl_doc *doc = NULL;
    dl_error error = {0};
    dl_input input = {.path = path};
    if (dl_reader_open(&reader, &input, &error) != DL_OK) stop(path, &error);
    while (dl_reader_next(reader, &doc, &error) == DL_OK) {
        keep(all, dl_doc_text(doc));
        dl_doc_free(doc);
    }
    dl_reader_close(reader);
}

static bool count_bytes(void *self, const char *data, size_t size) {
    (void)data;
    *(size_t *)self += size;
    return true;
}

typedef struct tally {
    size_t sentences, tokens, claims, written;
} tally;

static size_t rows(const dl_doc *doc, dl_table table) {
    size_t count = dl_doc_rows(doc, table).count;
    return count ? count - 1 : 0;
}

/* One round over all documents; returns its seconds. */
static double read_all(const dl_engine *engine, const corpus *all, dl_stages stages, bool write, tally *sum) {
    static const dl_source source = {.published = "2024-06-11"};
    *sum = (tally){0};
    double begun = bench_now();
    for (size_t i = 0; i < all->count; i++) {
        dl_doc *doc = NULL;
        dl_error error = {0};
        if (dl_doc_make(&doc, &source, all->texts[i], &error) != DL_OK) stop("document", &error);
        if (dl_analyze(engine, doc, stages, &error) != DL_OK) stop("analyze", &error);
        dl_sink sink = {.write = count_bytes, .self = &sum->written};
        if (write && dl_write(engine, doc, DL_FORMAT_DOC_JSONL, &sink, &error) != DL_OK) stop("write", &error);
        sum->sentences += rows(doc, DL_TABLE_SENTENCES);
        sum->tokens += rows(doc, DL_TABLE_TOKENS);
        sum->claims += rows(doc, DL_TABLE_CLAIMS);
        dl_doc_free(doc);
    }
    return bench_now() - begun;
}

static void whole_path(const dl_engine *engine, const corpus *all, double seconds) {
    tally sum;
    double best = 1e9, begun = bench_now();
    int rounds = 0;
    do {
        double took = read_all(engine, all, DL_STAGES_ALL, true, &sum);
        if (took < best) best = took;
        rounds++;
    } while (rounds < LEAST_ROUNDS || bench_now() - begun < seconds);
    printf("documents %zu\nbytes %zu\nsentences %zu\ntokens %zu\nclaims %zu\nrounds %d\n", all->count, all->bytes, sum.sentences, sum.tokens,
           sum.claims, rounds);
    printf("sentences_per_second %.0f\ntokens_per_second %.0f\nmegabytes_per_second %.2f\n", (double)sum.sentences / best, (double)sum.tokens / best,
           (double)all->bytes / best / 1e6);
}

static void shares(const dl_engine *engine, const corpus *all, double seconds) {
    double best[STAGE_COUNT + 2], begun = bench_now();
    for (int i = 0; i < STAGE_COUNT + 2; i++) best[i] = 1e9;
    for (int round = 0; round < LEAST_ROUNDS || bench_now() - begun < seconds; round++) {
        for (int i = 0; i < STAGE_COUNT + 2; i++) {
            tally sum;
            dl_stages prefix = i < STAGE_COUNT ? (1u << i) - 1 : DL_STAGES_ALL;
            double took = read_all(engine, all, prefix, i == STAGE_COUNT + 1, &sum);
            if (took < best[i]) best[i] = took;
        }
    }
    double total = best[STAGE_COUNT + 1];
    printf("share_make %.1f\n", 100 * best[0] / total);
    for (int i = 0; i < STAGE_COUNT + 1; i++)
        printf("share_%s %.1f\n", i < STAGE_COUNT ? stage_names[i] : "write", 100 * (best[i + 1] - best[i]) / total);
}

int main(int count, char **arguments) {
    static corpus all;
    if (count < 3) {
        fprintf(stderr, "usage: bench SECONDS FILE...\n");
        return 2;
    }
    for (int i = 2; i < count; i++) load(&all, arguments[i]);
    dl_engine *engine = NULL;
    dl_error error = {0};
    double begun = bench_now();
    if (dl_engine_open(&engine, NULL, &error) != DL_OK) stop("engine", &error);
    printf("open_milliseconds %.1f\n", 1e3 * (bench_now() - begun));
    whole_path(engine, &all, atof(arguments[1]));
    shares(engine, &all, atof(arguments[1]));
    dl_engine_close(engine);
    return 0;
}
