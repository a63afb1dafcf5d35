/* One table of options: the parser and the help texts both read it. */
#include "cli/cli.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ALL = CLI_READ | CLI_CODE | CLI_EXPLAIN | CLI_PLACES | CLI_UNKNOWN | CLI_TEXT | CLI_QUOTES | CLI_LEDGER, MOST_JOBS = 256 };

typedef struct choice {
    const char *name;
    int value;
} choice;

static const choice forms[] = {{"text", DL_FORM_TEXT},
                               {"jsonl", DL_FORM_JSONL},
                               {"conllu", DL_FORM_CONLLU},
                               {"html", DL_FORM_HTML},
                               {"warc", DL_FORM_WARC},
                               {"feed", DL_FORM_FEED},
                               {0}};
static const choice units[] = {{"byte", DL_OFFSETS_BYTE}, {"codepoint", DL_OFFSETS_CODEPOINT}, {"utf16", DL_OFFSETS_UTF16}, {0}};
static const choice read_formats[] = {
    {"jsonl", DL_FORMAT_DOC_JSONL}, {"table", DL_FORMAT_CLAIMS_TABLE}, {"csv", DL_FORMAT_CLAIMS_CSV}, {"conllu", DL_FORMAT_CONLLU}, {0}};
static const choice code_formats[] = {{"jsonl", DL_FORMAT_CLAIMS_JSONL}, {"table", DL_FORMAT_CLAIMS_TABLE}, {"csv", DL_FORMAT_CLAIMS_CSV}, {0}};

static const choice unknown_formats[] = {{"csv", DL_FORMAT_CLAIMS_CSV}, {"table", DL_FORMAT_CLAIMS_TABLE}, {0}};
static const choice places_formats[] = {{"geojson", DL_FORMAT_PLACES_GEOJSON}, {"table", DL_FORMAT_PLACES_TABLE}, {0}};
static const choice quotes_formats[] = {{"jsonl", DL_FORMAT_QUOTES_JSONL}, {"table", DL_FORMAT_QUOTES_TABLE}, {0}};
static const choice ledger_formats[] = {{"jsonl", DL_LEDGER_JSONL}, {"tsv", DL_LEDGER_TSV}, {"table", DL_LEDGER_TABLE}, {0}};
static const choice policies[] = {{"lowest", DL_POLICY_LOWEST}, {"latest", DL_POLICY_LATEST}, {0}};

static const choice text_formats[] = {{"text", DL_FORMAT_TEXT}, {"json", DL_FORMAT_TEXT_JSON}, {"html", DL_FORMAT_TEXT_HTML}, {0}};

static bool choose(const char *option, const char *value, const choice *choices, int *chosen) {
    for (const choice *c = choices; c->name; c++)
        if (!strcmp(c->name, value)) {
            *chosen = c->value;
            return true;
        }
    char list[128] = "";
    for (const choice *c = choices; c->name; c++) {
        strncat(list, c == choices ? "" : ", ", sizeof list - strlen(list) - 1);
        strncat(list, c->name, sizeof list - strlen(list) - 1);
    }
    cli_say("--%s %s: no such value; give one of %s", option, value, list);
    return false;
}

static bool whole_number(const char *option, const char *value, unsigned long long most, unsigned long long *number) {
    char *end = NULL;
    errno = 0;
    *number = strtoull(value, &end, 10);
    unsigned shift = *end == 'K' ? 10 : *end == 'M' ? 20 : *end == 'G' ? 30 : 0;
    bool sound = value[0] >= '0' && value[0] <= '9' && !errno && !end[shift ? 1 : 0] && *number <= most >> shift && *number;
    *number <<= shift;
    if (!sound) cli_say("--%s %s: give a whole number from 1 to %llu", option, value, most);
    return sound;
}

static bool set_from(cli_options *o, const char *value) {
    int form;
    if (!choose("from", value, forms, &form)) return false;
    o->form = (dl_form)form;
    return true;
}

static const choice *formats_of(cli_command command) {
    switch (command) {
    case CLI_READ:
        return read_formats;
    case CLI_PLACES:
        return places_formats;
    case CLI_UNKNOWN:
        return unknown_formats;
    case CLI_TEXT:
        return text_formats;
    case CLI_QUOTES:
        return quotes_formats;
    case CLI_LEDGER:
        return ledger_formats;
    default:
        return code_formats;
    }
}

static bool set_format(cli_options *o, const char *value) {
    int format;
    if (!choose("format", value, formats_of(o->command), &format)) return false;
    if (o->command == CLI_LEDGER)
        o->ledger_format = (dl_ledger_format)format;
    else
        o->format = (dl_format)format;
    o->format_given = true;
    return true;
}

static bool set_policy(cli_options *o, const char *value) {
    int policy;
    if (!choose("policy", value, policies, &policy)) return false;
    o->policy = (dl_policy)policy;
    return true;
}

static bool set_offsets(cli_options *o, const char *value) {
    int unit;
    if (!choose("offsets", value, units, &unit)) return false;
    o->offsets = (dl_offsets)unit;
    return true;
}

/* The library knows what a date is: it is asked before anything is read. */
static bool set_date(cli_options *o, const char *value) {
    dl_reader *reader = NULL;
    dl_error error = {0};
    dl_input input = {.memory = {".", 1}, .date = value};
    dl_status status = dl_reader_open(&reader, &input, &error);
    dl_reader_close(reader);
    if (status != DL_OK) cli_say("--date %s: %s", value, error.message);
    o->date = value;
    return status == DL_OK;
}

static bool set_jobs(cli_options *o, const char *value) {
    unsigned long long jobs;
    if (!whole_number("jobs", value, MOST_JOBS, &jobs)) return false;
    o->jobs = (unsigned)jobs;
    return true;
}

static bool set_max_bytes(cli_options *o, const char *value) {
    unsigned long long bytes;
    if (!whole_number("max-bytes", value, 1ull << 30, &bytes)) return false;
    o->max_bytes = (size_t)bytes;
    return true;
}

static bool set_start(cli_options *o, const char *value) {
    unsigned long long start;
    if (!whole_number("start", value, 1ull << 62, &start)) return false;
    o->start = start;
    return true;
}

static bool set_data(cli_options *o, const char *value) {
    o->data_dir = value;
    return true;
}

static bool set_lexicon(cli_options *o, const char *value) {
    o->lexicon_dir = value;
    return true;
}

static bool set_vague_numbers(cli_options *o, const char *value) {
    o->vague_numbers = value;
    return true;
}

static bool set_tokens(cli_options *o, const char *value) {
    (void)value;
    return o->tokens = true;
}

static bool set_progress(cli_options *o, const char *value) {
    (void)value;
    return o->progress = true;
}

static bool set_state(cli_options *o, const char *value) {
    o->state = value;
    return true;
}

static bool set_into(cli_options *o, const char *value) {
    o->into = value;
    return true;
}

static bool set_agent(cli_options *o, const char *value) {
    bool named = (value[0] | 32) >= 'a' && (value[0] | 32) <= 'z'; /* what robots.txt may call it */
    for (const char *c = value; *c; c++) named = named && *c >= ' ' && *c <= '~';
    if (!named) cli_say("--agent %s: give a name that begins with a letter, such as \"desk-bot (+https://desk.example/bot)\"", value);
    o->agent = value;
    return named;
}

static bool set_seconds(const char *option, const char *value, unsigned *seconds) {
    unsigned long long number;
    if (!whole_number(option, value, 1 << 20, &number)) return false;
    *seconds = (unsigned)number;
    return true;
}

static bool set_every(cli_options *o, const char *value) {
    return set_seconds("every", value, &o->every);
}

static bool set_delay(cli_options *o, const char *value) {
    return set_seconds("delay", value, &o->delay);
}

static bool set_once(cli_options *o, const char *value) {
    (void)value;
    return o->once = true;
}

static bool set_help(cli_options *o, const char *value) {
    (void)value;
    return o->help = true;
}

static const char formats_help[] = "how to write: jsonl (default), table (default on a terminal), csv; read: conllu; places: geojson, table;\n"
                                   "                         unknown: csv, table; text: text (default), json, html; quotes: jsonl, table;\n"
                                   "                         ledger: jsonl, tsv, table";

static const struct option {
    const char *name;
    char letter;
    unsigned commands;
    const char *value; /* what it takes; NULL: nothing */
    bool (*set)(cli_options *, const char *);
    const char *help;
} options[] = {
    {"format", 0, ALL & ~CLI_EXPLAIN, "FORMAT", set_format, formats_help},
    {"from", 0, ALL, "FORM", set_from, "what the inputs are: text, jsonl, conllu, html, warc, feed (default: told from the bytes, then the name)"},
    {"date", 0, ALL, "DATE", set_date, "publication date of the documents that carry none: 2022-03-14, 2022-03-14T08:20Z"},
    {"jobs", 'j', ALL, "N", set_jobs, "documents read at a time (default: the number of cores); the output is the same"},
    {"policy", 0, CLI_LEDGER, "NAME", set_policy, "which figure is an incident's best: lowest (default), latest"},
    {"offsets", 0, CLI_READ | CLI_CODE | CLI_PLACES | CLI_TEXT | CLI_QUOTES, "UNIT", set_offsets,
     "unit of start and end: byte (default), codepoint, utf16"},
    {"tokens", 0, CLI_READ, NULL, set_tokens, "write the tokens with their lemmas, tags and trees, too (jsonl)"},
    {"vague-numbers", 0, ALL, "NAME", set_vague_numbers,
     "what \"dozens\" comes to: floor (default), acled, or a column added to data/count/vague.tsv"},
    {"state", 0, CLI_WATCH, "FILE", set_state, "what is remembered from one run to the next; needed"},
    {"once", 0, CLI_WATCH, NULL, set_once, "ask every feed once and end, as for cron"},
    {"into", 0, CLI_WATCH, "DIR", set_into, "write each document into a file of this folder (default: standard output)"},
    {"every", 0, CLI_WATCH, "SECONDS", set_every, "from one round to the next (default 900)"},
    {"delay", 0, CLI_WATCH, "SECONDS", set_delay, "at least, between two requests of one host (default 2)"},
    {"agent", 0, CLI_WATCH, "NAME", set_agent, "who asks, to servers and their robots.txt (default dateline/" DL_VERSION ")"},
    {"max-bytes", 0, ALL | CLI_WATCH, "N", set_max_bytes, "refuse longer documents (default 16M, at most 1G)"},
    {"start", 0, ALL, "BYTE", set_start, "begin at this byte of a web archive: the archive.end of the last document that was written"},
    {"data", 0, ALL | CLI_LEXICON | CLI_WATCH, "DIR", set_data, "folder of knowledge.dlk and english.dlm"},
    {"lexicon", 0, ALL, "DIR", set_lexicon, "your own tables, laid over those of dateline (docs/lexicon.md)"},
    {"progress", 0, ALL, NULL, set_progress, "count the documents on standard error, where that is a terminal"},
    {"help", 'h', ALL | CLI_LEXICON | CLI_WATCH, NULL, set_help, "show this"},
};

enum { OPTIONS = sizeof options / sizeof *options };

void cli_options_list(cli_command command) {
    for (size_t i = 0; i < OPTIONS; i++) {
        if (!(options[i].commands & command)) continue;
        char name[40], letter[8] = "    ";
        if (options[i].letter) snprintf(letter, sizeof letter, "-%c, ", options[i].letter);
        snprintf(name, sizeof name, "%s--%s %s", letter, options[i].name, options[i].value ? options[i].value : "");
        printf("  %-22s %s\n", name, options[i].help);
    }
}

static const struct option *find(cli_command command, const char *name, size_t size, char letter) {
    for (size_t i = 0; i < OPTIONS; i++) {
        bool named = name ? strlen(options[i].name) == size && !memcmp(options[i].name, name, size) : letter && options[i].letter == letter;
        if (named && options[i].commands & command) return &options[i];
    }
    return NULL;
}

/* Reads the option at argv[*at] and steps over its value. */
static bool read_option(cli_options *o, int argc, char **argv, int *at) {
    char *word = argv[*at], *value = NULL;
    bool is_long = word[1] == '-';
    const char *name = is_long ? word + 2 : NULL;
    size_t size = is_long ? strcspn(name, "=") : 0;
    const struct option *option = find(o->command, name, size, is_long ? 0 : word[1]);
    if (!option) {
        cli_say("%s: no such option; `dateline %s --help` lists them", word, cli_command_name(o->command));
        return false;
    }
    if (is_long && name[size])
        value = word + 2 + size + 1;
    else if (!is_long && word[2])
        value = word + 2;
    if (!option->value && value) {
        cli_say("%s: takes no value", word);
        return false;
    }
    if (option->value && !value) value = ++*at < argc ? argv[*at] : NULL;
    if (option->value && !value) {
        cli_say("%s: needs a value: --%s %s", word, option->name, option->value);
        return false;
    }
    return option->set(o, value);
}

static unsigned cores(void) {
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) ? (int)sysconf(_SC_NPROCESSORS_ONLN) : CPU_COUNT(&set);
    return count < 1 ? 1 : count > MOST_JOBS ? MOST_JOBS : (unsigned)count;
}

static void choose_defaults(cli_options *o) {
    static char standard_input[] = "-", *only[] = {standard_input};
    bool terminal = isatty(STDOUT_FILENO);
    if (!o->jobs) o->jobs = cores();
    if (!o->file_count) {
        o->files = only;
        o->file_count = 1;
    }
    if (o->format_given) return;
    switch (o->command) {
    case CLI_EXPLAIN:
        o->format = DL_FORMAT_EXPLAIN;
        return;
    case CLI_TEXT:
        o->format = DL_FORMAT_TEXT;
        return;
    case CLI_UNKNOWN:
        o->format = terminal ? DL_FORMAT_CLAIMS_TABLE : DL_FORMAT_CLAIMS_CSV;
        return;
    case CLI_PLACES:
        o->format = terminal ? DL_FORMAT_PLACES_TABLE : DL_FORMAT_PLACES_GEOJSON;
        return;
    case CLI_QUOTES:
        o->format = terminal ? DL_FORMAT_QUOTES_TABLE : DL_FORMAT_QUOTES_JSONL;
        return;
    case CLI_LEDGER:
        o->ledger_format = terminal ? DL_LEDGER_TABLE : DL_LEDGER_JSONL;
        return;
    default:
        o->format = terminal ? DL_FORMAT_CLAIMS_TABLE : o->command == CLI_READ ? DL_FORMAT_DOC_JSONL : DL_FORMAT_CLAIMS_JSONL;
    }
}

bool cli_options_read(cli_options *o, cli_command command, int argc, char **argv) {
    *o = (cli_options){.command = command, .files = argv};
    bool plain = false; /* behind "--" everything is a file */
    for (int i = 0; i < argc; i++) {
        if (plain || argv[i][0] != '-' || !argv[i][1])
            argv[o->file_count++] = argv[i];
        else if (!strcmp(argv[i], "--"))
            plain = true;
        else if (!read_option(o, argc, argv, &i))
            return false;
    }
    choose_defaults(o);
    return true;
}
