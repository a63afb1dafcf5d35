#include "cli/cli.h"

#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Descriptors 0 to 2 that the caller closed are filled with one that can only be read, so that no input is opened in their place. */
static void fill_descriptors(void) {
    int fd;
    do fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd >= 0) close(fd);
}

static int flush_help(void) {
    if (!fflush(stdout) && !ferror(stdout)) return CLI_OK;
    cli_say("standard output could not be written");
    return CLI_OUTPUT;
}

static void attributions(const dl_engine *engine) {
    dl_attribution a;
    puts("\nmade of:");
    for (uint32_t i = 0; dl_engine_attribution(engine, i, &a); i++)
        printf("  %.*s: %.*s; %.*s\n", (int)a.what.size, a.what.data, (int)a.from.size, a.from.data, (int)a.licence.size, a.licence.data);
}

static int version(bool whole) {
    dl_engine *engine = NULL;
    cli_options none = {0};
    bool found = cli_engine_open(&engine, &none, true) == DL_OK;
    printf("dateline %s\n", DL_VERSION);
    printf("knowledge %s\n", found ? dl_engine_knowledge_hash(engine) : "not found");
    printf("model %s\n", found ? dl_engine_model_hash(engine) : "not found");
    if (whole && found) attributions(engine);
    dl_engine_close(engine);
    return flush_help();
}

static int help(int argc, char **argv) {
    cli_command command = argc && strcmp(argv[0], "--help") && strcmp(argv[0], "-h") ? cli_command_of(argv[0]) : CLI_HELP;
    if (!command) {
        cli_say("%s: no such command; `dateline help` lists them", argv[0]);
        return CLI_USAGE;
    }
    if (command == CLI_HELP)
        cli_help_program();
    else
        cli_help_command(command);
    return flush_help();
}

static int run(cli_command command, int argc, char **argv) {
    cli_options options;
    if (!cli_options_read(&options, command, argc, argv)) return CLI_USAGE;
    if (!options.help) return command == CLI_LEXICON ? cli_lexicon(&options) : command == CLI_WATCH ? cli_watch(&options) : cli_run(&options);
    cli_help_command(command);
    return flush_help();
}

/* The memory of one document serves the next: to give it back to the system and to take it again would cost a tenth of the reading. */
static void keep_memory(void) {
#if defined(__GLIBC__)
    enum { KEPT = 64 << 20 };
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, KEPT / 4);
#endif
}

int main(int argc, char **argv) {
    fill_descriptors();
    keep_memory();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a write that fails */
    const char *word = argc > 1 ? argv[1] : "";
    if (!strcmp(word, "--version") || !strcmp(word, "-V")) return version(argc > 2 && !strcmp(argv[2], "--long"));
    if (!strcmp(word, "--help") || !strcmp(word, "-h")) return help(0, NULL);
    cli_command command = cli_command_of(word);
    if (command == CLI_HELP) return help(argc - 2, argv + 2);
    if (command) return run(command, argc - 2, argv + 2);
    cli_say(*word ? "%s: no such command; `dateline help` lists them" : "%sa command is missing; `dateline help` lists them", word);
    return CLI_USAGE;
}
