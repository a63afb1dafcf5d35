/* The program `dateline`: what its files share. It sees the public header only. */
#ifndef DL_CLI_CLI_H
#define DL_CLI_CLI_H

#include "dateline.h"

/* Exit codes, as the manual page gives them. */
enum { CLI_OK = 0, CLI_INPUT = 1, CLI_USAGE = 2, CLI_OUTPUT = 3 };

typedef enum cli_command {
    CLI_READ = 1,
    CLI_CODE = 2,
    CLI_EXPLAIN = 4,
    CLI_HELP = 8,
    CLI_PLACES = 16,
    CLI_LEXICON = 32,
    CLI_UNKNOWN = 64,
    CLI_TEXT = 128,
    CLI_QUOTES = 256,
    CLI_LEDGER = 512,
    CLI_WATCH = 1024
} cli_command;

typedef struct cli_options {
    cli_command command;
    const char *data_dir; /* NULL: the engine's default */
    const char *lexicon_dir;
    const char *date;
    const char *vague_numbers; /* NULL: the engine's default */
    char **files;              /* at least one; "-" is standard input */
    int file_count;
    dl_form form;
    dl_format format;
    dl_ledger_format ledger_format;
    dl_policy policy;
    dl_offsets offsets;
    unsigned jobs;
    size_t max_bytes; /* 0: default */
    unsigned long long start;
    bool format_given, tokens, progress, help;
    const char *state, *into, *agent; /* of watch; NULL: not given, standard output, our own */
    unsigned every, delay;            /* seconds; 0: default */
    bool once;
} cli_options;

/* options.c: reads what stands behind the command; false where it is wrong, which was said on stderr. May reorder argv. */
bool cli_options_read(cli_options *options, cli_command command, int argc, char **argv);
/* The options of a command, for its help. */
void cli_options_list(cli_command command);

/* help.c */
void cli_help_program(void);
void cli_help_command(cli_command command);
/* 0 where there is no such command. */
cli_command cli_command_of(const char *name);
const char *cli_command_name(cli_command command);

/* run.c: reads all inputs, analyses them and writes them in their order; returns the exit code. */
int cli_run(const cli_options *options);

/* lexicon.c: the command of that name; returns the exit code. */
int cli_lexicon(const cli_options *options);

/* watch.c: the command of that name; returns the exit code. */
int cli_watch(const cli_options *options);

/* data.c: opens the engine with the folder given, else that of $DATELINE_DATA, of the executable, or the installed one. Says on stderr why not. */
dl_status cli_engine_open(dl_engine **engine, const cli_options *options, bool quiet);

/* errors.c: "dateline: FILE: byte 12: what was wrong; what to do" on stderr. `path` "-" is standard input; `max_bytes` 0 the default. */
void cli_complain(const char *path, const dl_error *error, size_t max_bytes);
/* "dateline: " and the words; a line of its own. */
void cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
