/* How fast the language engine reads, for bench/peers.sh, and what memory it takes.
 *
 *     lang-bench text BYTES FILE...    writes the documents of the files, again and again until BYTES are reached, with the byte 0x1e behind each
 *     lang-bench time TEXT SECONDS     reads such a text: `figure seconds tokens` lines, the mean of a pass over all documents
 *     lang-bench memory TEXT           `figure kilobytes` lines
 *
 * It holds to what every rewriting of src/lang will keep: the stage functions dl_cut_read, dl_lang_parse and dl_lang_read, and the public interface.
 */
#include "clock.h"
#include "doc/doc.h"
#include "engine/engine.h"
#include "intake/cut.h"

#include <stdio.h>
#include <stdlib.h>

enum { SEPARATOR = 0x1e, WARM_UP = 4, MOST_DOCUMENTS = 1 << 16 };

/* The figures of one pass, in seconds. */
enum { CUT, PARSE, LANG, WHOLE, ALL, FIGURES };
static const char *const figure_names[FIGURES] = {
    [CUT] = "cut",     /* sentences and tokens */
    [PARSE] = "parse", /* trees alone of given tokens */
    [LANG] = "lang",   /* tags, lemmas, trees and names of given tokens */
    [WHOLE] = "whole", /* from bytes to all of these: the document is made, cut and read */
    [ALL] = "all",     /* from bytes to claims: every stage */
};

typedef struct corpus {
    dl_bytes texts[MOST_DOCUMENTS];
    size_t count;
} corpus;

typedef struct tally {
    double seconds[FIGURES];
    size_t tokens;
} tally;

static _Noreturn void stop(const char *what, const char *why) {
    fprintf(stderr, "lang-bench: %s: %s\n", what, why ? why : "failed");
    exit(1);
}

/* ---------------------------------------------------------------- the text */

static size_t write_texts(const char *path, size_t room) {
    dl_reader *reader = NULL;
    dl_doc *doc = NULL;
    dl_error error = {0};
    dl_input input = {.path = path};
    size_t written = 0;
    if (dl_reader_open(&reader, &input, &error) != DL_OK) stop(path, error.message);
    while (written < room && dl_reader_next(reader, &doc, &error) == DL_OK) {
        dl_bytes text = dl_doc_text(doc);
        if (fwrite(text.data, 1, text.size, stdout) != text.size || putchar(SEPARATOR) == EOF) stop("standard output", NULL);
        written += text.size;
        dl_doc_free(doc);
    }
    dl_reader_close(reader);
    return written;
}

static void write_corpus(size_t bytes, char **files, int count) {
    size_t written = 0, before;
    do {
        before = written;
        for (int i = 0; i < count && written < bytes; i++) written += write_texts(files[i], bytes - written);
    } while (written > before && written < bytes);
    if (fflush(stdout)) stop("standard output", NULL);
}

/* The texts stay in one piece of memory until the end of the program. */
static void load(corpus *all, const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) stop(path, "cannot read it");
    long size = ftell(file);
    char *bytes = size > 0 ? malloc((size_t)size) : NULL;
    rewind(file);
    if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) stop(path, "cannot read it");
    fclose(file);
    for (char *at = bytes, *end; all->count < MOST_DOCUMENTS && (end = memchr(at, SEPARATOR, (size_t)(bytes + size - at))); at = end + 1)
        all->texts[all->count++] = (dl_bytes){at, (size_t)(end - at)};
}

/* ---------------------------------------------------------------- one document */

static dl_doc *make(dl_bytes text) {
    static const dl_source source = {.published = "2024-06-11"};
    dl_doc *doc = NULL;
    dl_error error = {0};
    if (dl_doc_make(&doc, &source, text, &error) != DL_OK) stop("document", error.message);
    return doc;
}

/* The two stages with a clock between them; the document is made and freed on the clock of the whole. */
static void read_language(const dl_engine *engine, dl_bytes text, tally *sum) {
    double begun = bench_now();
    dl_doc *doc = make(text);
    jmp_buf guard;
    dl_arena_guard(&doc->arena, &guard);
    if (setjmp(guard)) stop("document", "out of memory");
    double made = bench_now();
    dl_cut_read(engine->cutter, doc);
    double cut = bench_now();
    dl_lang_parse(engine->lang, doc);
    double parsed = bench_now();
    dl_lang_read(engine->lang, engine->know, doc);
    double read = bench_now();
    dl_arena_guard(&doc->arena, NULL);
    sum->tokens += doc->tokens.count ? doc->tokens.count - 1 : 0;
    dl_doc_free(doc);
    sum->seconds[CUT] += cut - made;
    sum->seconds[PARSE] += parsed - cut;
    sum->seconds[LANG] += read - parsed;
    sum->seconds[WHOLE] += bench_now() - begun - (parsed - cut);
}

static dl_doc *read_all(const dl_engine *engine, dl_bytes text) {
    dl_error error = {0};
    dl_doc *doc = make(text);
    if (dl_analyze(engine, doc, DL_STAGES_ALL, &error) != DL_OK) stop("analyze", error.message);
    return doc;
}

/* ---------------------------------------------------------------- time */

static void one_pass(const dl_engine *engine, const corpus *all, size_t count, tally *sum) {
    for (size_t i = 0; i < count; i++) read_language(engine, all->texts[i], sum);
    double begun = bench_now();
    for (size_t i = 0; i < count; i++) dl_doc_free(read_all(engine, all->texts[i]));
    sum->seconds[ALL] += bench_now() - begun;
}

static void measure(const dl_engine *engine, const corpus *all, double seconds) {
    tally sum = {0}, warm = {0};
    int passes = 0;
    one_pass(engine, all, all->count < WARM_UP ? all->count : WARM_UP, &warm);
    do {
        one_pass(engine, all, all->count, &sum);
        passes++;
    } while (sum.seconds[WHOLE] < seconds);
    for (int f = 0; f < FIGURES; f++) printf("%s %.6f %zu\n", figure_names[f], sum.seconds[f] / passes, sum.tokens / (size_t)passes);
}

/* ---------------------------------------------------------------- memory */

static long status_line(const char *name) {
    char line[256];
    long value = -1;
    size_t length = strlen(name);
    FILE *file = fopen("/proc/self/status", "r");
    if (!file) stop("/proc/self/status", "cannot read it");
    while (value < 0 && fgets(line, sizeof line, file))
        if (!strncmp(line, name, length) && line[length] == ':') value = strtol(line + length + 1, NULL, 10);
    fclose(file);
    return value;
}

/* The memory of its own (RssAnon) is asked for before a document is freed, so that the largest is its peak. */
static void measure_memory(const dl_engine *engine, const corpus *all) {
    long own = 0, before = status_line("RssAnon");
    for (size_t i = 0; i < all->count; i++) {
        dl_doc *doc = read_all(engine, all->texts[i]);
        long here = status_line("RssAnon");
        if (here > own) own = here;
        dl_doc_free(doc);
    }
    printf("opened_own %ld\npeak_own %ld\nmapped %ld\npeak %ld\n", before, own, status_line("RssFile"), status_line("VmHWM"));
}

int main(int count, char **arguments) {
    static corpus all;
    if (count >= 4 && !strcmp(arguments[1], "text")) {
        write_corpus(strtoul(arguments[2], NULL, 10), arguments + 3, count - 3);
        return 0;
    }
    bool time_it = count == 4 && !strcmp(arguments[1], "time");
    if (!time_it && !(count == 3 && !strcmp(arguments[1], "memory"))) {
        fprintf(stderr, "usage: lang-bench text BYTES FILE... | time TEXT SECONDS | memory TEXT\n");
        return 2;
    }
    dl_engine *engine = NULL;
    dl_error error = {0};
    load(&all, arguments[2]);
    if (dl_engine_open(&engine, NULL, &error) != DL_OK) stop("engine", error.message);
    if (time_it)
        measure(engine, &all, atof(arguments[3]));
    else
        measure_memory(engine, &all);
    dl_engine_close(engine);
    return 0;
}
