/* The way of the inputs: read one by one, analysed and rendered into memory by the pool's threads, written in their order. */
#include "cli/cli.h"
#include "cli/output.h"
#include "cli/pool.h"
#include "cli/unknown.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef struct job {
    dl_doc *doc;
    const char *path;
    unsigned long number; /* of the document in its input, from 1 */
    bool read;            /* error is about the input, not about the document */
    bool foreign;         /* it is in another language than English */
    bool empty;           /* it has no text */
    bool cut;             /* it has more claims than were written */
    dl_error error;
    size_t bytes;
    cli_buffer out;
} job;

typedef struct run {
    const cli_options *options;
    dl_engine *engine;
    dl_ledger *ledger; /* where documents are gathered; NULL: each is written */
    dl_sink sink;      /* all but where to */
    dl_reader *reader;
    int file; /* of options->files, that comes next */
    unsigned long number;
    /* the consumer's */
    unsigned long documents, foreign, empty, failures;
    unsigned long long bytes;
    int refused; /* errno of the output, or 0 */
    cli_unknown unknown;
    bool progress;
    double started, shown;
} run;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool open_next(run *r, job *j) {
    const cli_options *o = r->options;
    j->path = o->files[r->file++];
    dl_input input = {.path = j->path, .form = o->form, .date = o->date, .max_doc_bytes = o->max_bytes, .start = o->start};
    r->number = 0;
    return dl_reader_open(&r->reader, &input, &j->error) == DL_OK;
}

/* The next document, or what kept it from being read. */
static bool produce(void *self, void *slot) {
    run *r = self;
    job *j = slot;
    j->doc = NULL;
    j->read = true;
    j->error = (dl_error){.offset = DL_NO_OFFSET};
    for (;;) {
        if (!r->reader) {
            if (r->file >= r->options->file_count) return false;
            if (!open_next(r, j)) return true;
        }
        dl_status status = dl_reader_next(r->reader, &j->doc, &j->error);
        j->path = r->options->files[r->file - 1];
        j->number = ++r->number;
        if (status != DL_END) return true;
        dl_reader_close(r->reader);
        r->reader = NULL;
    }
}

/* The text alone needs no reading of it. */
static dl_stages stages_of(const cli_options *options) {
    return options->format == DL_FORMAT_TEXT || options->format == DL_FORMAT_TEXT_JSON ? DL_STAGES_TEXT : DL_STAGES_ALL;
}

static void work(void *self, void *slot) {
    run *r = self;
    job *j = slot;
    j->out.size = 0;
    j->out.failed = false;
    j->bytes = 0;
    j->cut = j->foreign = j->empty = false;
    if (!j->doc) return;
    j->read = false;
    dl_sink sink = r->sink;
    sink.write = cli_buffer_write;
    sink.self = &j->out;
    j->bytes = dl_doc_text(j->doc).size;
    dl_status status = dl_analyze(r->engine, j->doc, stages_of(r->options), &j->error);
    if (status == DL_OK && r->options->command == CLI_UNKNOWN)
        cli_unknown_find(j->doc, &j->out);
    else if (status == DL_OK && !r->ledger)
        status = dl_write(r->engine, j->doc, r->options->format, &sink, &j->error);
    if (status == DL_OK) j->error.status = DL_OK;
    j->cut = dl_doc_claims_cut(j->doc);
    j->foreign = dl_doc_foreign(j->doc);
    j->empty = !dl_doc_text(j->doc).size;
    if (j->out.failed) j->error = (dl_error){.status = DL_NO_MEMORY, .offset = DL_NO_OFFSET, .message = "out of memory while writing a document"};
    if (status == DL_OK && r->ledger) return; /* the consumer takes it over */
    dl_doc_free(j->doc);
    j->doc = NULL;
}

static const char *name_of(const job *j) {
    return strcmp(j->path, "-") ? j->path : "standard input";
}

static void complain(run *r, const job *j) {
    char where[4096];
    r->failures++;
    if (r->progress) fputs("\r\x1b[K", stderr);
    if (j->read) {
        cli_complain(j->path, &j->error, r->options->max_bytes);
    } else if (j->error.status == DL_OK) {
        cli_say("%s: document %lu: more claims than a document may have; those behind the limit are not written", name_of(j), j->number);
    } else {
        snprintf(where, sizeof where, "%s: document %lu", name_of(j), j->number);
        cli_complain(where, &j->error, r->options->max_bytes);
    }
}

static void show_progress(run *r, bool last) {
    double time = now();
    if (!r->progress || (!last && time - r->shown < 0.2)) return;
    r->shown = time;
    double took = time - r->started > 0.001 ? time - r->started : 0.001;
    fprintf(stderr, "\r%lu documents, %.1f MB, %.0f documents/s%s", r->documents, (double)r->bytes / 1e6, (double)r->documents / took,
            last ? "\n" : "\x1b[K");
}

/* The ledger is filled in the order of the inputs, whoever read them. */
static void gather(run *r, job *j) {
    if (!r->ledger || !j->doc) return;
    if (j->error.status == DL_OK) dl_ledger_add(r->ledger, j->doc, &j->error);
    dl_doc_free(j->doc);
    j->doc = NULL;
}

static bool consume(void *self, void *slot) {
    run *r = self;
    job *j = slot;
    gather(r, j);
    if (j->error.status != DL_OK || j->cut) complain(r, j);
    if (j->error.status != DL_OK) return true;
    r->documents++;
    r->foreign += j->foreign;
    r->empty += j->empty;
    r->bytes += j->bytes;
    show_progress(r, false);
    if (r->options->command == CLI_UNKNOWN) return cli_unknown_add(&r->unknown, j->out.data, j->out.size);
    return cli_output(j->out.data, j->out.size, &r->refused);
}

static void clear(void *slot) {
    job *j = slot;
    dl_doc_free(j->doc);
    cli_buffer_free(&j->out);
}

/* What was gathered over all documents, in a command that writes nothing before. */
static void write_unknown(run *r) {
    cli_buffer out = {0};
    cli_unknown_write(&r->unknown, r->options->format, &out);
    if (out.failed || r->unknown.failed) {
        cli_say("out of memory while counting names; give fewer files");
        r->failures++;
    } else
        cli_output(out.data, out.size, &r->refused);
    cli_buffer_free(&out);
    cli_unknown_free(&r->unknown);
}

/* What stands in front of all documents, or behind them: a header line, the ledger. */
static bool write_around(run *r, bool ledger) {
    cli_buffer out = {0};
    dl_sink sink = r->sink;
    sink.write = cli_buffer_write;
    sink.self = &out;
    dl_status status =
        ledger ? dl_ledger_write(r->engine, r->ledger, r->options->ledger_format, &sink, NULL) : dl_write_header(r->options->format, &sink, NULL);
    bool done = status == DL_OK && cli_output(out.data, out.size, &r->refused);
    cli_buffer_free(&out);
    return done;
}

static int finish(run *r) {
    if (r->progress) show_progress(r, true);
    if (r->foreign) cli_say("%lu of %lu documents are in other languages than English and were not read", r->foreign, r->documents);
    if (r->empty) cli_say("%lu of %lu documents have no text: no article was found in them", r->empty, r->documents);
    if (!r->refused) cli_output_close(&r->refused);
    if (!r->refused) return r->failures ? CLI_INPUT : CLI_OK;
    cli_say("standard output: %s", strerror(r->refused));
    return CLI_OUTPUT;
}

int cli_run(const cli_options *options) {
    run r = {.options = options, .started = now()};
    if (cli_engine_open(&r.engine, options, false) != DL_OK) return CLI_USAGE;
    dl_error refused;
    if (options->command == CLI_LEDGER && dl_ledger_open(&r.ledger, options->policy, &refused) != DL_OK) {
        cli_say("%s", refused.message);
        dl_engine_close(r.engine);
        return CLI_INPUT;
    }
    r.progress = options->progress && isatty(STDERR_FILENO);
    r.sink = (dl_sink){.offsets = options->offsets, .tokens = options->tokens, .colour = cli_output_colour(), .columns = cli_output_columns()};
    cli_pool pool = {produce, work, consume, clear, &r, sizeof(job)};
    int error = options->command == CLI_UNKNOWN || r.ledger || write_around(&r, false) ? cli_pool_run(&pool, options->jobs) : 0;
    if (r.ledger && !error && !write_around(&r, true) && !r.refused) r.failures++, cli_say("out of memory while writing the ledger");
    dl_reader_close(r.reader);
    dl_ledger_close(r.ledger);
    dl_engine_close(r.engine);
    if (error) {
        cli_say("cannot start %u threads: %s; try a smaller --jobs", options->jobs, strerror(error));
        return CLI_INPUT;
    }
    if (options->command == CLI_UNKNOWN) write_unknown(&r);
    return finish(&r);
}
