/* The nouns of data/actors/agents.tsv, row by row: who is called so in a plain sentence is met by that row, or by one that says the same of him. A
 * row whose words are never found as they stand there (a plural in front, a possessive) says nothing to anybody. */
#include "support.h"

#include "engine/engine.h"
#include "know/code.h"

#include <stdio.h>

/* Whether the sentence must show the row: not those that only tell something of another word, nor the endings of firms' names. */
static bool stands_alone(table_row at) {
    dl_bytes kind = cell(at, "kind"), flags = cell(at, "flags"), role = cell(at, "role");
    bool actor = dl_bytes_is(kind, "person") || dl_bytes_is(kind, "group") || dl_bytes_is(kind, "organisation");
    return actor && role.size && !dl_bytes_is(role, "BUS") && !dl_bytes_start(flags, "weak");
}

static bool is_met(table_row at, const dl_doc *doc) {
    for (DL_EACH(i, &doc->mentions)) {
        const dl_mention *m = &doc->mentions.rows[i];
        if ((m->know_table == at.table && m->know_row == at.row) || dl_actor_ends(m->actor, cell(at, "role"))) return true;
    }
    return false;
}

static void each_row_is_met(void **state) {
    (void)state;
    table_row at = {.know = test_engine()->know};
    unsigned faults = 0;
    at.table = dl_know_table(at.know, "actors/agents");
    for (at.row = 0; at.row < dl_know_rows(at.know, at.table); at.row++) {
        dl_bytes lemmas = cell(at, "lemma"), first = {0};
        char text[256];
        if (!stands_alone(at) || !dl_bytes_cut(&lemmas, '|', &first)) continue;
        assert_in_range(snprintf(text, sizeof text, "The %.*s said so.\n", (int)first.size, first.data), 2, sizeof text - 1);
        dl_doc *doc = read_text(text, "2010-05-15");
        bool met = is_met(at, doc);
        dl_doc_free(doc);
        if (met) continue;
        faults++;
        print_error("data/actors/agents.tsv:%u: nobody is met by the row in: %s", (unsigned)dl_know_line(at.know, at.table, at.row), text);
    }
    assert_int_equal(faults, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_row_is_met)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
