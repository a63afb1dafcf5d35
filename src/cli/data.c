#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder of the executable, where it holds the knowledge: a build that was not installed. */
static const char *beside_program(char *room, size_t size) {
    char file[4096 + 16];
    ssize_t length = readlink("/proc/self/exe", room, size - 1);
    if (length <= 0) return NULL;
    room[length] = 0;
    char *slash = strrchr(room, '/');
    if (!slash || slash == room) return NULL;
    *slash = 0;
    snprintf(file, sizeof file, "%s/knowledge.dlk", room);
    return access(file, R_OK) ? NULL : room;
}

dl_status cli_engine_open(dl_engine **engine, const cli_options *options, bool quiet) {
    char room[4096];
    const char *dir = options->data_dir;
    if (!dir && !getenv("DATELINE_DATA")) dir = beside_program(room, sizeof room);
    dl_options chosen = {.data_dir = dir,
                         .max_doc_bytes = options->max_bytes,
                         .lexicon_dir = options->lexicon_dir,
                         .passed_over = options->command == CLI_EXPLAIN,
                         .vague_numbers = options->vague_numbers};
    dl_error error = {0};
    dl_status status = dl_engine_open(engine, &chosen, &error);
    if (status == DL_OK || quiet) return status;
    if (options->vague_numbers && status == DL_BAD_ARGUMENT) {
        cli_say("--vague-numbers %s: %s", options->vague_numbers, error.message);
        return status;
    }
    if (options->lexicon_dir) { /* whose fault is it? */
        chosen.lexicon_dir = NULL;
        dl_engine *without = NULL;
        bool sound = dl_engine_open(&without, &chosen, NULL) == DL_OK;
        dl_engine_close(without);
        if (sound) return cli_complain(options->lexicon_dir, &error, 0), status;
    }
    const char *given = dir ? dir : getenv("DATELINE_DATA");
    const char *folder = given ? given : "the installed data folder";
    if (error.system)
        cli_say("%s: %s: %s; give the folder of knowledge.dlk with --data or $DATELINE_DATA", folder, error.message, strerror(error.system));
    else
        cli_say("%s: %s", folder, error.message);
    return status;
}
