#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static const struct {
    cli_command command;
    const char *name, *arguments, *does, *more;
} commands[] = {
    {CLI_READ, "read", "[OPTION...] [FILE...]", "read reports and write each as one object with everything found in it",
     "Each document becomes one JSON object: sentences, mentions, times, places, quotes, counts and claims, each with the bytes\n"
     "that it was read from."},
    {CLI_CODE, "code", "[OPTION...] [FILE...]", "read reports and write their claims, one record each",
     "A claim is one event as the report tells it: who did what to whom, when, where, with how many victims, according to whom,\n"
     "and whether it is told as having happened at all."},
    {CLI_EXPLAIN, "explain", "[OPTION...] [FILE...]", "show each sentence with its claims and the rules that read them",
     "For reading: the words that name each event are marked, and every decision is given with its rule and lexicon entry."},
    {CLI_PLACES, "places", "[OPTION...] [FILE...]", "read reports and write the places that they name",
     "Each place name with the place that it stands for: point, country, units, GeoNames id, and how closely it is known. For maps,\n"
     "--format geojson gives one FeatureCollection a document; a name that nothing places has no geometry."},
    {CLI_TEXT, "text", "[OPTION...] [FILE...]", "write the article of a page, without what is around it",
     "Of a web page the title and the text of its article; of other inputs the text. --format json tells title, authors, outlet, dates\n"
     "and from which bytes of the page each block was made; --format html marks the words that carry claims."},
    {CLI_UNKNOWN, "unknown", "[OPTION...] [FILE...]", "read reports and list the actors that no table knows, the commonest first",
     "Names of persons and bodies without a row in the tables, coded only as far as the text tells, and nouns that stand for a party of a\n"
     "claim and have no code: how often, in how many documents and claims, and where. What to put into a lexicon of your own."},
    {CLI_WATCH, "watch", "FEEDS.txt --state FILE [OPTION...]", "poll feeds and write each new item as a document",
     "FEEDS.txt has the address of a feed on each line. New items are written as JSON Lines, which the other commands read: the full content\n"
     "where the feed gives it, else the page. Servers are asked politely, and what robots.txt forbids is left alone; dateline(1) has more."},
    {CLI_LEXICON, "lexicon", "check DIR | import DIR OUT", "look at tables of your own (--lexicon), or make them of PETRARCH dictionaries",
     "check DIR tells what is wrong with the tables of a folder for --lexicon, row by row, and which built-in rows they go before or\n"
     "take the place of. import DIR OUT reads the dictionaries of PETRARCH2 and UniversalPetrarch in DIR and writes such tables into\n"
     "OUT; it says, line by line, what has no counterpart here."},
    {CLI_QUOTES, "quotes", "[OPTION...] [FILE...]", "read reports and write who says what in them",
     "Each quotation, direct, indirect or mixed, with its speakers, addressee, cue, time and stance (say, confirm, claim, deny, doubt)."},
    {CLI_LEDGER, "ledger", "[OPTION...] [FILE...]", "gather the figures of people harmed, by incident",
     "Each incident of all inputs with the figures that are given for it: by whom, with which hedge, when, in which outlet, in which words.\n"
     "Figures that exclude each other are marked; low, best and high of each kind follow the policy that stands beside them."},
    {CLI_HELP, "help", "[COMMAND]", "show this, or the options of a command", ""},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

cli_command cli_command_of(const char *name) {
    for (size_t i = 0; i < COMMANDS; i++)
        if (!strcmp(commands[i].name, name)) return commands[i].command;
    return (cli_command)0;
}

const char *cli_command_name(cli_command command) {
    for (size_t i = 0; i < COMMANDS; i++)
        if (commands[i].command == command) return commands[i].name;
    return "";
}

void cli_help_program(void) {
    puts("dateline reads news reports in English and writes down what they claim: who did what to whom, when, where,\n"
         "with how many dead and wounded, according to whom, and whether it is told as having happened.\n\n"
         "usage: dateline COMMAND [OPTION...] [FILE...]\n       dateline --version [--long]\n\ncommands:");
    for (size_t i = 0; i < COMMANDS; i++) printf("  %-9s%s\n", commands[i].name, commands[i].does);
    puts("\nNo file, or -, is standard input. `dateline help COMMAND` lists a command's options; dateline(1) has the rest.");
}

void cli_help_command(cli_command command) {
    for (size_t i = 0; i < COMMANDS; i++) {
        if (commands[i].command != command) continue;
        printf("usage: dateline %s %s\n\n%s.\n", commands[i].name, commands[i].arguments, commands[i].does);
        if (*commands[i].more) printf("%s\n\noptions:\n", commands[i].more);
    }
    cli_options_list(command);
    if (command == CLI_HELP || command == CLI_LEXICON || command == CLI_WATCH) return;
    puts("\nNo file, or -, is standard input. Exit status: 0 all inputs read; 1 some could not be read; 2 the command line is wrong;\n"
         "3 the output could not be written.");
}
