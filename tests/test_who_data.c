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
    check_table(&actors.offices, 300);
    check_table(&actors.bodies, 300);
    check_table(&actors.metonyms, 60);
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
    const struct CMUnitTest tests[] = {cmocka_unit_test(tables_are_sound), cmocka_unit_test(codes_depend_on_the_date)};
    return cmocka_run_group_tests(tests, open_know, close_know);
}
