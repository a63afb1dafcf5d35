/* The event lexicon: every row is sound, so that a slip of the pen in data/events is found before it silently never fires. */
#include "support.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "know/know.h"

static dl_know *know;
static const char *const tables[] = {"events/verbs", "events/phrases", "events/nouns", "events/adjectives"};

static const struct {
    dl_event event;
    const char *modes;
} modes_of[] = {
    {DL_EVENT_CONSULT, "visit third-party multilateral phone"},
    {DL_EVENT_RETREAT, "withdraw release return disarm ceasefire access resign ease"},
    {DL_EVENT_REQUEST, "assist change yield meet"},
    {DL_EVENT_ACCUSE, "disapprove investigate allege"},
    {DL_EVENT_REJECT, "assist change yield meet"},
    {DL_EVENT_THREATEN, "restrict arrest relations expel territory violence"},
    {DL_EVENT_PROTEST, "demo riot strike hunger boycott obstruct vandalize"},
    {DL_EVENT_SANCTION, "convict expel withdraw discontinue"},
    {DL_EVENT_MOBILIZE, "troops weapons police militia"},
    {DL_EVENT_COERCE, "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber"},
    {DL_EVENT_ASSAULT,
     "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control "
     "unconventional"},
};
static const char contexts[] =
    "asylum cbrn corruption crime cyber diplomatic disasters economic election environment executive gender health human_rights "
    "human_security illegal_drugs inequality intelligence legal legislative lgbt migration military misinformation natural_resource "
    "peacekeeping political_institutions pro_autocracy pro_democracy religion_ethnicity reparations repression rights_freedoms "
    "technology territory terrorism trafficking";
static const char statuses[] = "happened ongoing planned called-for attempted threatened possible conditional denied not";

static int open_knowledge(void **state) {
    (void)state;
    char path[512];
    const char *build = getenv("DATELINE_DATA") ? getenv("DATELINE_DATA") : "build";
    snprintf(path, sizeof path, "%s/knowledge.dlk", build);
    return dl_know_open(&know, path, NULL) == DL_OK ? 0 : -1;
}

static int close_knowledge(void **state) {
    (void)state;
    dl_know_close(know);
    return 0;
}

static bool listed(dl_bytes word, const char *words) {
    dl_bytes list = dl_bytes_of(words), one;
    while (dl_bytes_cut(&list, ' ', &one))
        if (dl_bytes_equal(one, word)) return true;
    return false;
}

static void wrong(uint32_t table, uint32_t row, const char *what, dl_bytes value) {
    char entry[64];
    dl_know_entry(know, table, row, entry, sizeof entry);
    fail_msg("data/%s: %s: '%.*s'", entry, what, (int)value.size, value.data);
}

/* Calls `check` on every row of the four tables. */
static void each_row(void (*check)(uint32_t table, uint32_t row)) {
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        uint32_t table = dl_know_table(know, tables[i]);
        assert_true(dl_know_rows(know, table) > 0);
        for (uint32_t row = 0; row < dl_know_rows(know, table); row++) check(table, row);
    }
}

static dl_event event_of(dl_bytes name) {
    for (unsigned e = 1; e <= DL_EVENT_ASSAULT; e++)
        if (dl_bytes_is(name, dl_event_name(e))) return (dl_event)e;
    return DL_EVENT_NONE;
}

static void check_event(uint32_t table, uint32_t row) {
    dl_bytes name = dl_know_get(know, table, row, "event"), mode = dl_know_get(know, table, row, "mode"), one;
    dl_event event = event_of(name);
    if (event == DL_EVENT_NONE && !dl_bytes_is(name, "-") && !dl_bytes_is(name, "+")) wrong(table, row, "no event", name);
    const char *modes = "";
    for (size_t i = 0; i < sizeof modes_of / sizeof *modes_of; i++)
        if (modes_of[i].event == event) modes = modes_of[i].modes;
    if (mode.size && !listed(mode, modes)) wrong(table, row, "not a mode of the event", mode);
    dl_bytes list = dl_know_get(know, table, row, "context");
    while (dl_bytes_cut(&list, ',', &one))
        if (!listed(one, contexts)) wrong(table, row, "no context", one);
}

static void events_modes_and_contexts_are_plovers(void **state) {
    (void)state;
    each_row(check_event);
}

static void check_cameo(uint32_t table, uint32_t row) {
    dl_bytes code = dl_know_get(know, table, row, "cameo");
    bool event = event_of(dl_know_get(know, table, row, "event")) != DL_EVENT_NONE;
    if (event != (code.size != 0)) wrong(table, row, "an event has a code, a stop row none", code);
    if (!event) return;
    bool digits = code.size >= 2 && code.size <= 4;
    for (size_t i = 0; i < code.size; i++) digits = digits && isdigit((unsigned char)code.data[i]);
    int root = digits ? (code.data[0] - '0') * 10 + code.data[1] - '0' : 0;
    if (root < 1 || root > 20) wrong(table, row, "no CAMEO code", code);
}

static void codes_are_cameos(void **state) {
    (void)state;
    each_row(check_cameo);
}

static bool is_set(dl_bytes name) {
    uint32_t sets = dl_know_table(know, "events/sets");
    for (uint32_t row = 0; row < dl_know_rows(know, sets); row++)
        if (dl_bytes_equal(dl_know_get(know, sets, row, "name"), name)) return true;
    return false;
}

static void code_asks_for_lists_that_there_are(void **state) {
    static const char *const names[] = {
#define SET(name) #name,
#include "event/sets.def"
#undef SET
    };
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!is_set(dl_bytes_of(names[i]))) fail_msg("data/events/sets.tsv has no list `%s`, which src/event/sets.def names", names[i]);
    }
}

static bool is_role(dl_bytes roles) {
    for (size_t i = 0; i < roles.size; i++)
        if (!islower((unsigned char)roles.data[i]) && !strchr("|.", roles.data[i])) return false;
    return roles.size > 0;
}

static void check_words(uint32_t table, uint32_t row, dl_bytes words) {
    dl_bytes one;
    if (!words.size || words.data[0] == '|' || words.data[words.size - 1] == '|') wrong(table, row, "a word list with a gap", words);
    while (dl_bytes_cut(&words, '|', &one)) {
        if (!one.size) wrong(table, row, "a word list with a gap", words);
        if (one.data[0] == '@' && !is_set((dl_bytes){one.data + 1, one.size - 1})) wrong(table, row, "no such list in sets.tsv", one);
        if (memchr(one.data, '.', one.size)) wrong(table, row, "a role among words", one);
    }
}

static void check_condition(uint32_t table, uint32_t row, dl_bytes condition) {
    if (condition.size && condition.data[0] == '!') condition.data++, condition.size--;
    const char *equal = memchr(condition.data, '=', condition.size), *colon = memchr(condition.data, ':', condition.size);
    const char *mark = equal ? equal : colon;
    dl_bytes left = {condition.data, mark ? (size_t)(mark - condition.data) : condition.size};
    dl_bytes right = mark ? (dl_bytes){mark + 1, condition.size - left.size - 1} : (dl_bytes){0};
    if (!is_role(left)) wrong(table, row, "no role", condition);
    if (equal) check_words(table, row, right);
    dl_bytes classes = colon && !equal ? right : (dl_bytes){0}, one;
    while (dl_bytes_cut(&classes, '|', &one))
        if (!listed(one, "actor number person people place several state self") && !isupper((unsigned char)one.data[0]))
            wrong(table, row, "no class of phrases", right);
}

static void check_conditions(uint32_t table, uint32_t row) {
    dl_bytes list = dl_know_get(know, table, row, "if"), one;
    while (dl_bytes_cut(&list, ' ', &one))
        if (one.size) check_condition(table, row, one);
}

static void conditions_can_hold(void **state) {
    (void)state;
    each_row(check_conditions);
}

static void check_parties(uint32_t table, uint32_t row) {
    static const char *const columns[] = {"who", "whom"};
    bool event = event_of(dl_know_get(know, table, row, "event")) != DL_EVENT_NONE;
    for (size_t i = 0; i < 2; i++) {
        dl_bytes list = dl_know_get(know, table, row, columns[i]), one;
        if (!event && list.size) wrong(table, row, "a row without event has no parties", list);
        while (dl_bytes_cut(&list, ',', &one))
            if (!is_role(one) || memchr(one.data, '|', one.size)) wrong(table, row, "no role", one);
    }
}

static void parties_stand_in_roles(void **state) {
    (void)state;
    each_row(check_parties);
}

static void check_rest(uint32_t table, uint32_t row) {
    dl_bytes inner = dl_know_get(know, table, row, "inner"), list = dl_know_get(know, table, row, "flags"), one;
    if (inner.size && !listed(inner, statuses)) wrong(table, row, "no status", inner);
    while (dl_bytes_cut(&list, ' ', &one))
        if (!listed(one, "symmetric people harm negated deed ahead")) wrong(table, row, "no flag", one);
    dl_bytes pos = dl_know_get(know, table, row, "pos"), example = dl_know_get(know, table, row, "example");
    if (!listed(pos, "v n a")) wrong(table, row, "no part of speech", pos);
    if (!example.size || !strchr(".?!", example.data[example.size - 1])) wrong(table, row, "an example is a sentence", example);
}

static void statuses_flags_and_examples(void **state) {
    (void)state;
    each_row(check_rest);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_modes_and_contexts_are_plovers),
        cmocka_unit_test(codes_are_cameos),
        cmocka_unit_test(conditions_can_hold),
        cmocka_unit_test(code_asks_for_lists_that_there_are),
        cmocka_unit_test(parties_stand_in_roles),
        cmocka_unit_test(statuses_flags_and_examples),
    };
    return cmocka_run_group_tests(tests, open_knowledge, close_knowledge);
}
