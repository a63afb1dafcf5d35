/* The codebook's examples (blocks ```claims in spec/?*.md, an empty line between two): a sentence, then the claims that must be among those found in
 * it, or `none`; `1 claim`, `2 claims`, `1 incident`: so many are found.
 *
 *     Russian forces shelled the port of Odesa.
 *     ASSAULT heavy-weapons 194 happened who=RUSMIL where=Odesa
 *
 * Any field may be left out; `when=` is a beginning, `reported` or `none`; a CAMEO code and an actor (or `none`) may be given by their beginning. The
 * report's date is Wednesday, 15 May 2024. Each expectation that fails is printed. Every event, every mode and every code that FREQUENT rows of the
 * event lexicon give has at least SHOWN expectations. */
#include "support.h"

#include "base/calendar.h"
#include "engine/engine.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_ROOM = 1 << 20, LINES = 8192, FREQUENT = 3, SHOWN = 3 };

static unsigned expectations, failures;

/* Event, mode and code that a line of the codebook asks for. */
static struct wanted {
    dl_event event;
    char mode[32], cameo[8];
} wanted_lines[LINES];
static unsigned wanted_count;

static bool begins(dl_bytes text, dl_bytes start) {
    return text.size >= start.size && !memcmp(text.data, start.data, start.size);
}

static bool party_fits(const dl_doc *doc, const dl_claim *c, dl_role role, dl_bytes actor) {
    bool none = dl_bytes_is(actor, "none");
    for (uint32_t i = c->first_party; i < c->first_party + c->party_count; i++)
        if (doc->parties.rows[i].role == role && (none || begins(doc->parties.rows[i].actor, actor))) return !none;
    return none;
}

static bool place_fits(const dl_doc *doc, const dl_claim *c, dl_bytes name) {
    const dl_place *p = &doc->places.rows[c->place];
    if (dl_bytes_is(name, "none")) return !c->place;
    return c->place && (dl_bytes_equal(p->name, name) || dl_bytes_equal(p->country, name));
}

/* "none", "reported" (the day of the report, and known from it alone), or the beginning as ISO 8601. */
static bool time_fits(const dl_claim *c, dl_bytes value) {
    char begin[32];
    if (dl_bytes_is(value, "none")) return c->begin == DL_NO_TIME;
    if (dl_bytes_is(value, "reported")) return c->begin != DL_NO_TIME && c->when_basis == DL_BASIS_REPORTED;
    return (c->when_basis == DL_BASIS_SAID || c->when_basis == DL_BASIS_SCENE) &&
           dl_bytes_equal(value, (dl_bytes){begin, dl_iso_write(begin, c->begin, (dl_grain)c->when_grain, c->when_zoned)});
}

static bool named_status(dl_bytes word) {
    for (unsigned s = 0; s <= DL_CLAIM_NOT; s++)
        if (dl_bytes_is(word, dl_claim_status_name(s))) return true;
    return false;
}

static bool field_fits(const dl_doc *doc, const dl_claim *c, dl_bytes field) {
    const char *equal = memchr(field.data, '=', field.size);
    if (equal) {
        dl_bytes name = {field.data, (size_t)(equal - field.data)}, value = {equal + 1, field.size - name.size - 1};
        if (dl_bytes_is(name, "who")) return party_fits(doc, c, DL_ROLE_WHO, value);
        if (dl_bytes_is(name, "whom")) return party_fits(doc, c, DL_ROLE_WHOM, value);
        if (dl_bytes_is(name, "disputed")) return party_fits(doc, c, DL_ROLE_DISPUTED_BY, value);
        if (dl_bytes_is(name, "by")) return party_fits(doc, c, DL_ROLE_SOURCE, value);
        if (dl_bytes_is(name, "when")) return time_fits(c, value);
        return dl_bytes_is(name, "where") && place_fits(doc, c, value);
    }
    if (dl_is_upper(field.data[0])) return dl_bytes_is(field, dl_event_name(c->event));
    if (dl_is_digit(field.data[0])) return begins(c->cameo, field);
    if (named_status(field)) return dl_bytes_is(field, dl_claim_status_name(c->status));
    return dl_bytes_equal(c->mode, field);
}

static void remember(dl_bytes line) {
    struct wanted *w = &wanted_lines[wanted_count++];
    dl_bytes field;
    assert_true(wanted_count < LINES);
    while (dl_bytes_cut(&line, ' ', &field)) {
        if (!field.size || memchr(field.data, '=', field.size)) continue;
        if (dl_is_upper(field.data[0]))
            w->event = dl_event_named(field);
        else if (dl_is_digit(field.data[0]))
            snprintf(w->cameo, sizeof w->cameo, "%.*s", (int)field.size, field.data);
        else if (!named_status(field))
            snprintf(w->mode, sizeof w->mode, "%.*s", (int)field.size, field.data);
    }
}

static bool claim_found(const dl_doc *doc, dl_bytes wanted) {
    for (DL_EACH(i, &doc->claims)) {
        dl_bytes rest = wanted, field;
        bool fits = true;
        while (fits && dl_bytes_cut(&rest, ' ', &field)) fits = !field.size || field_fits(doc, &doc->claims.rows[i], field);
        if (fits) return true;
    }
    return false;
}

static void say_what_was_found(const dl_doc *doc) {
    for (DL_EACH(i, &doc->claims)) {
        const dl_claim *c = &doc->claims.rows[i];
        print_error("    found %s %.*s %.*s %s", dl_event_name(c->event), (int)c->mode.size, c->mode.data, (int)c->cameo.size, c->cameo.data,
                    dl_claim_status_name(c->status));
        for (uint32_t p = c->first_party; p < c->first_party + c->party_count; p++)
            print_error(" %s=%.*s", doc->parties.rows[p].role == DL_ROLE_WHO ? "who" : "whom", (int)doc->parties.rows[p].actor.size,
                        doc->parties.rows[p].actor.data);
        print_error("\n");
    }
}

static unsigned incidents(const dl_doc *doc) {
    unsigned most = 0;
    for (DL_EACH(i, &doc->claims))
        if (doc->claims.rows[i].incident > most) most = doc->claims.rows[i].incident;
    return most;
}

static void fail_example(const char *path, const dl_doc *doc, dl_bytes sentence, dl_bytes wanted) {
    failures++;
    print_error("%s: %.*s\n    wanted %.*s\n", path, (int)sentence.size, sentence.data, (int)wanted.size, wanted.data);
    say_what_was_found(doc);
}

static void run_example(const char *path, dl_bytes sentence, dl_bytes claims) {
    char text[2048];
    snprintf(text, sizeof text, "%.*s\n", (int)sentence.size, sentence.data);
    dl_doc *doc = read_text(text, "2024-05-15");
    dl_bytes wanted;
    while (dl_bytes_cut(&claims, '\n', &wanted)) {
        if (!wanted.size) continue;
        expectations++;
        remember(wanted);
        unsigned number = (unsigned)wanted.data[0] - '0';
        bool claims_told = dl_bytes_finish(wanted, " claim") || dl_bytes_finish(wanted, " claims");
        bool incidents_told = dl_bytes_finish(wanted, " incident") || dl_bytes_finish(wanted, " incidents");
        bool right = claims_told                   ? doc->claims.count - 1 == number
                     : incidents_told              ? incidents(doc) == number
                     : dl_bytes_is(wanted, "none") ? doc->claims.count <= 1
                                                   : claim_found(doc, wanted);
        if (!right) fail_example(path, doc, sentence, wanted);
    }
    dl_doc_free(doc);
}

static void run_block(const char *path, char *at, const char *end) {
    while (at < end) {
        char *line = memchr(at, '\n', (size_t)(end - at)), *gap = memmem(at, (size_t)(end - at), "\n\n", 2);
        const char *last = gap ? gap : end;
        assert_non_null(line); /* a sentence and what is expected of it */
        run_example(path, (dl_bytes){at, (size_t)(line - at)}, line < last ? (dl_bytes){line + 1, (size_t)(last - line - 1)} : (dl_bytes){0});
        at = gap ? gap + 2 : (char *)end;
    }
}

static void run_file(const char *path) {
    char *text = malloc(FILE_ROOM), *block;
    FILE *file = fopen(path, "rb");
    assert_non_null(text);
    assert_non_null(file);
    size_t size = fread(text, 1, FILE_ROOM - 1, file);
    assert_true(size < FILE_ROOM - 1);
    text[size] = 0;
    for (char *at = text; (block = strstr(at, "```claims\n")); at = block) {
        block += strlen("```claims\n");
        char *end = strstr(block, "\n```");
        assert_non_null(end);
        run_block(path, block, end);
        block = end + 1;
    }
    assert_int_equal(fclose(file), 0);
    free(text);
}

static void examples_hold(void **state) {
    (void)state;
    glob_t files;
    assert_int_equal(glob("spec/*.md", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) run_file(files.gl_pathv[i]);
    globfree(&files);
    assert_true(expectations > 0);
    print_message("%u of %u expectations fail\n", failures, expectations);
    assert_int_equal(failures, 0);
}

typedef struct lexicon_cell {
    dl_event event;
    dl_bytes mode, cameo;
} lexicon_cell;

static lexicon_cell cells[LINES];
static unsigned cell_count;

static void read_lexicon(const char *name) {
    const dl_know *know = test_engine()->know;
    uint32_t table = dl_know_table(know, name);
    for (uint32_t row = 0; row < dl_know_rows(know, table); row++) {
        lexicon_cell cell = {dl_event_named(dl_know_get(know, table, row, "event")), dl_know_get(know, table, row, "mode"),
                             dl_know_get(know, table, row, "cameo")};
        if (!dl_bytes_is(dl_know_get(know, table, row, "event"), "+") && cell.event != DL_EVENT_NONE) cells[cell_count++] = cell;
        assert_true(cell_count < LINES);
    }
}

static unsigned rows_with_code(dl_bytes cameo) {
    unsigned rows = 0;
    for (unsigned i = 0; i < cell_count; i++) rows += dl_bytes_equal(cells[i].cameo, cameo);
    return rows;
}

static unsigned lacking(const lexicon_cell *cell) {
    unsigned event = 0, mode = 0, code = 0;
    for (unsigned i = 0; i < wanted_count; i++) {
        bool same = wanted_lines[i].event == cell->event;
        event += same;
        mode += same && dl_bytes_is(cell->mode, wanted_lines[i].mode);
        code += dl_bytes_is(cell->cameo, wanted_lines[i].cameo);
    }
    bool frequent = rows_with_code(cell->cameo) >= FREQUENT;
    if (event >= SHOWN && mode >= SHOWN && (code >= SHOWN || !frequent)) return 0;
    print_error("spec: shown less than %d times: %s %.*s %.*s\n", SHOWN, dl_event_name(cell->event), (int)cell->mode.size, cell->mode.data,
                (int)cell->cameo.size, cell->cameo.data);
    return 1;
}

/* Behind examples_hold, which has read the codebook. */
static void each_event_mode_and_code_is_shown(void **state) {
    (void)state;
    static const char *const tables[] = {"events/verbs", "events/phrases", "events/nouns", "events/adjectives"};
    unsigned lack = 0;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) read_lexicon(tables[i]);
    for (unsigned i = 0; i < cell_count; i++) lack += lacking(&cells[i]);
    assert_int_equal(lack, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(examples_hold), cmocka_unit_test(each_event_mode_and_code_is_shown)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
