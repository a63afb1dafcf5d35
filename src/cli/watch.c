/* `dateline watch`: the way from its options to src/watch/. */
#include "watch/watch.h"
#include "cli/cli.h"
#include "cli/output.h"

#include <stdlib.h>
#include <string.h>

enum { EVERY = 900, DELAY = 2, RETRY_MS = 5000, PATIENCE_MS = 60 * 1000, TIMEOUT_MS = 60 * 1000, MAX_BYTES = 16 << 20 };

static dl_watch_options chosen(const cli_options *o) {
    return (dl_watch_options){.feeds = o->files[0],
                              .state = o->state,
                              .folder = o->into,
                              .put = cli_output,
                              .once = o->once,
                              .every_s = o->every ? o->every : EVERY,
                              .fetch = {.agent = o->agent ? o->agent : "dateline/" DL_VERSION,
                                        .trusted = getenv("SSL_CERT_FILE"),
                                        .max_bytes = o->max_bytes ? o->max_bytes : MAX_BYTES,
                                        .delay_ms = (o->delay ? o->delay : DELAY) * 1000,
                                        .retry_ms = RETRY_MS,
                                        .patience_ms = PATIENCE_MS,
                                        .timeout_ms = TIMEOUT_MS},
                              .say = cli_say};
}

int cli_watch(const cli_options *o) {
    if (o->file_count != 1 || !strcmp(o->files[0], "-") || !o->state) { /* each round reads the list again */
        cli_say("watch: give a file of feeds' addresses and --state FILE; `dateline help watch` has more");
        return CLI_USAGE;
    }
    dl_engine *engine = NULL;
    dl_error error = {.offset = DL_NO_OFFSET};
    dl_watch_outcome outcome;
    if (cli_engine_open(&engine, o, false) != DL_OK) return CLI_USAGE;
    dl_watch_options options = chosen(o);
    dl_status status = dl_watch(engine, &options, &outcome, &error);
    dl_engine_close(engine);
    if (status == DL_OK) return outcome.failures ? CLI_INPUT : CLI_OK;
    cli_complain(strcmp(outcome.about, "-") ? outcome.about : "standard output", &error, o->max_bytes);
    return status == DL_CANNOT_WRITE ? CLI_OUTPUT : CLI_INPUT;
}
