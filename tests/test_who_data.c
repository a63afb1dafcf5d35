/* The tables of actors: sorted by id (they are searched by it), dated soundly, and with a source in every row. */
#include "support.h"

#include "base/calendar.h"
#include "know/actors.h"

#include <stdio.h>
#include <stdlib.h>

static dl_know *know;

static int open_know(void **state) {
    (void)state;
    const char *folder = getenv("DATELINE_DATA");
    char path[4096];
    dl_error error;
    snprintf(path, sizeof path, "%s/knowledge.dlk", folder ? folder : "build");
    return dl_know_open(&know, path, &error) == DL_OK ? 0 : -1;
}

static int close_know(void **state) {
    (void)state;
    dl_know_close(know);
    return 0;
}

static int order(dl_bytes a, dl_bytes b) {
    size_t n = a.size < b.size ? a.size : b.size;
    int first = memcmp(a.data, b.data, n);
    return first ? first : (a.size > b.size) - (a.size < b.size);
}

static void check_dates(const dl_actor_table *t, uint32_t row) {
    dl_instant from = 0, to = 0;
    dl_grain grain;
    bool zoned;
    dl_bytes a = dl_know_cell(know, t->table, row, t->from), b = dl_know_cell(know, t->table, row, t->to);
    if (a.size) assert_true(dl_iso_read(a, &from, &grain, &zoned));
    if (b.size) assert_true(dl_iso_read(b, &to, &grain, &zoned));
    if (a.size && b.size) assert_true(from <= to);
}

static void check_table(const dl_actor_table *t, uint32_t least) {
    uint32_t rows = dl_know_rows(know, t->table);
    assert_true(rows >= least);
    dl_bytes last = {"", 0};
    for (uint32_t r = 0; r < rows; r++) {
        dl_bytes id = dl_know_cell(know, t->table, r, t->id);
        if (!id.size || order(last, id) > 0) fail_msg("row %u: '%.*s' is out of order", (unsigned)r, (int)id.size, id.data);
        assert_true(dl_know_get(know, t->table, r, "source").size);
        assert_true(dl_know_cell(know, t->table, r, t->name).size);
        if (t->code != DL_NO_COLUMN) assert_int_equal(dl_know_cell(know, t->table, r, t->code).size % 3, 0);
        if (t->from != DL_NO_COLUMN) check_dates(t, r);
        last = id;
    }
}

static void tables_are_sound(void **state) {
    (void)state;
    dl_actors actors = dl_actors_open(know);
    check_table(&actors.offices, 3300);
    check_table(&actors.bodies, 2000);
    check_table(&actors.metonyms, 450);
}

static bool among(dl_bytes word, const char *words) {
    dl_bytes list = dl_bytes_of(words), one;
    while (dl_bytes_cut(&list, ' ', &one))
        if (dl_bytes_equal(one, word)) return true;
    return false;
}

/* The sectors of schema/claim.schema.json, and the parts that only codes of international bodies and movements have. */
static bool is_role(dl_bytes role) {
    return among(role, "AGR BUS COP CRM CVL EDU ELI GOV JRN JUD LAB LEG MED MIL OPP PRE PRM PTY REB REF REL SOC SPY UAF "
                       "IGO IMG NGO ALQ EUR ISI JEM NAT UNO");
}

static bool is_country(dl_bytes code) {
    uint32_t countries = dl_know_table(know, "places/countries"), column = dl_know_column(know, countries, "iso3");
    for (uint32_t r = 0; r < dl_know_rows(know, countries); r++)
        if (dl_bytes_equal(dl_know_cell(know, countries, r, column), code)) return true;
    return false;
}

static void check_code(const dl_actor_table *t, uint32_t row) {
    dl_bytes country = dl_know_cell(know, t->table, row, t->country);
    dl_bytes code = dl_know_cell(know, t->table, row, t->code != DL_NO_COLUMN ? t->code : t->role);
    bool sound = !country.size || is_country(country);
    if (t->code != DL_NO_COLUMN && country.size) {
        sound = sound && code.size >= 3 && !memcmp(code.data, country.data, 3);
        code.data += 3, code.size -= 3;
    }
    sound = sound && code.size && code.size % 3 == 0;
    for (size_t i = 0; sound && i < code.size; i += 3) sound = is_role((dl_bytes){code.data + i, 3});
    if (!sound) fail_msg("line %u: '%.*s' is no code", (unsigned)dl_know_line(know, t->table, row), (int)code.size, code.data);
}

static void codes_are_codes(void **state) {
    (void)state;
    dl_actors actors = dl_actors_open(know);
    const dl_actor_table *const tables[] = {&actors.offices, &actors.bodies, &actors.metonyms};
    for (size_t i = 0; i < 3; i++)
        for (uint32_t r = 0; r < dl_know_rows(know, tables[i]->table); r++) check_code(tables[i], r);
}

static bool same_cells(const dl_actor_table *t, uint32_t a, uint32_t b) {
    for (uint32_t c = 0; c < dl_know_columns(know, t->table); c++)
        if (!dl_bytes_equal(dl_know_cell(know, t->table, a, c), dl_know_cell(know, t->table, b, c))) return false;
    return true;
}

static void no_row_stands_twice(void **state) {
    (void)state;
    dl_actors actors = dl_actors_open(know);
    const dl_actor_table *const tables[] = {&actors.offices, &actors.bodies, &actors.metonyms};
    for (size_t i = 0; i < 3; i++)
        for (uint32_t r = 1; r < dl_know_rows(know, tables[i]->table); r++) {
            bool same =
                dl_bytes_equal(dl_know_cell(know, tables[i]->table, r, tables[i]->id), dl_know_cell(know, tables[i]->table, r - 1, tables[i]->id));
            bool dated = tables[i]->from != DL_NO_COLUMN;
            if (same && (!dated || same_cells(tables[i], r, r - 1)))
                fail_msg("line %u stands twice", (unsigned)dl_know_line(know, tables[i]->table, r));
        }
}

/* Offices that one person holds at a time. */
static bool is_single(dl_bytes title) {
    const char *const titles[] = {"president",
                                  "prime minister",
                                  "chancellor",
                                  "premier",
                                  "taoiseach",
                                  "king",
                                  "queen",
                                  "emperor",
                                  "emir",
                                  "sultan",
                                  "foreign minister",
                                  "defence minister",
                                  "foreign secretary",
                                  "defence secretary",
                                  "external affairs minister",
                                  "secretary of state",
                                  "secretary of defense"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (dl_bytes_is(title, titles[i])) return true;
    return false;
}

/* Whether the term of row `b` begins before that of `a` ends, as far as both dates tell: a month counts as the handing over. */
static bool begins_inside(const dl_actor_table *t, uint32_t a, uint32_t b) {
    dl_bytes from_a = dl_know_cell(know, t->table, a, t->from), from_b = dl_know_cell(know, t->table, b, t->from);
    dl_bytes to = dl_know_cell(know, t->table, a, t->to);
    if (order(from_b, from_a) < 0) return false;
    if (!to.size) return true;
    size_t n = to.size < from_b.size ? to.size : from_b.size;
    return memcmp(from_b.data, to.data, n) < 0;
}

static void one_office_one_person(void **state) {
    (void)state;
    dl_actor_table t = dl_actors_open(know).offices;
    uint32_t rows = dl_know_rows(know, t.table), title = dl_know_column(know, t.table, "title");
    for (uint32_t a = 0; a < rows; a++) {
        dl_bytes office = dl_know_cell(know, t.table, a, title), country = dl_know_cell(know, t.table, a, t.country);
        if (!country.size || !is_single(office)) continue;
        for (uint32_t b = 0; b < rows; b++) {
            bool same = a != b && dl_bytes_equal(office, dl_know_cell(know, t.table, b, title)) &&
                        dl_bytes_equal(country, dl_know_cell(know, t.table, b, t.country));
            if (same && begins_inside(&t, a, b))
                fail_msg("lines %u and %u: two persons in one office", (unsigned)dl_know_line(know, t.table, a),
                         (unsigned)dl_know_line(know, t.table, b));
        }
    }
}

/* How many ids of bodies have a code that ends in one of these roles, or begins with one of an international body. */
static unsigned count_bodies(const char *roles) {
    dl_actor_table t = dl_actors_open(know).bodies;
    uint32_t n = 0, column = dl_know_column(know, t.table, "roles");
    dl_bytes last = {"", 0};
    for (uint32_t r = 0; r < dl_know_rows(know, t.table); r++) {
        dl_bytes id = dl_know_cell(know, t.table, r, t.id), role = dl_know_cell(know, t.table, r, column), first = {0};
        dl_bytes_cut(&role, ',', &first);
        if (!among(first, roles) || dl_bytes_equal(id, last)) continue;
        last = id;
        n++;
    }
    return n;
}

static void the_world_is_there(void **state) {
    (void)state;
    assert_true(count_bodies("REB PRM CRM IMG PTY OPP") >= 600);
    assert_true(count_bodies("IGO NGO SOC REL JRN BUS LAB MED") >= 300);
}

static void assert_code(const char *id, const char *when, const char *code) {
    dl_instant at = DL_NO_TIME;
    dl_grain grain;
    bool zoned;
    dl_arena arena = {0};
    dl_actors actors = dl_actors_open(know);
    if (when) assert_true(dl_iso_read(dl_bytes_of(when), &at, &grain, &zoned));
    assert_bytes(dl_actor_code(&actors, dl_bytes_of(id), at, &arena), code);
    dl_arena_free(&arena);
}

static void codes_depend_on_the_date(void **state) {
    (void)state;
    assert_code("afg-taliban", "1999-01-01", "AFGGOV");
    assert_code("afg-taliban", "2005-01-01", "AFGREB");
    assert_code("afg-taliban", "2021-08-15", "AFGGOV");
    assert_code("igo-united-nations", "2005-01-01", "IGOUNO");
    assert_code("nelson-mandela", "1992-05-01", "ZAFOPP");
    assert_code("nelson-mandela", "1995-05-01", "ZAFGOV");
    assert_code("nelson-mandela", "2005-05-01", "ZAFELI");
    assert_code("nelson-mandela", NULL, "ZAF");
    assert_code("rus-kremlin", NULL, "RUSGOV");
    assert_code("nobody-at-all", "2005-05-01", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(tables_are_sound),    cmocka_unit_test(codes_are_codes),
                                       cmocka_unit_test(no_row_stands_twice), cmocka_unit_test(one_office_one_person),
                                       cmocka_unit_test(the_world_is_there),  cmocka_unit_test(codes_depend_on_the_date)};
    return cmocka_run_group_tests(tests, open_know, close_know);
}
