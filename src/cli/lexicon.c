/* `dateline lexicon`: remarks about tables of the user's own, one a line, on standard output. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

/* "mine/events/verbs.tsv:4: if: no such word list: @foo" */
static void print(void *self, const dl_remark *r) {
    (void)self;
    fputs(r->file, stdout);
    if (r->line) printf(":%u", (unsigned)r->line);
    if (r->column.size) printf(": %.*s", (int)r->column.size, r->column.data);
    printf(": %s", r->message);
    if (r->about.size) printf("%s%.*s", r->wrong ? ": " : " ", (int)r->about.size, r->about.data);
    putchar('\n');
}

static int finish(dl_status status, const char *folder, const dl_error *error, uint32_t wrong) {
    if (status != DL_OK) cli_complain(folder, error, 0);
    if (fflush(stdout) || ferror(stdout)) {
        cli_say("standard output could not be written");
        return CLI_OUTPUT;
    }
    return status != DL_OK || wrong ? CLI_INPUT : CLI_OK;
}

static int check(const cli_options *options, const char *folder) {
    dl_engine *engine = NULL;
    dl_error error = {.offset = DL_NO_OFFSET};
    uint32_t wrong = 0;
    if (cli_engine_open(&engine, options, false) != DL_OK) return CLI_USAGE;
    dl_status status = dl_lexicon_check(engine, folder, (dl_ear){print, NULL}, &wrong, &error);
    dl_engine_close(engine);
    return finish(status, folder, &error, wrong);
}

static int import(const char *from, const char *to) {
    dl_error error = {.offset = DL_NO_OFFSET};
    dl_status status = dl_lexicon_import(from, to, (dl_ear){print, NULL}, &error);
    int code = finish(status, status == DL_CANNOT_WRITE ? to : from, &error, 0);
    return status == DL_CANNOT_WRITE ? CLI_OUTPUT : code;
}

int cli_lexicon(const cli_options *options) {
    if (options->file_count == 2 && !strcmp(options->files[0], "check")) return check(options, options->files[1]);
    if (options->file_count == 3 && !strcmp(options->files[0], "import")) return import(options->files[1], options->files[2]);
    cli_say("lexicon: give `check DIR` or `import DIR OUT`; `dateline help lexicon` has more");
    return CLI_USAGE;
}
