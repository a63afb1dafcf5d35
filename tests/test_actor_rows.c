/* The tables of data/actors, row by row: who is called so in a plain sentence is met by that row, or by one that says the same of him. A row whose
 * words are never found as they stand there (a plural in front, a possessive, a hyphen, a longer name taken for a shorter one) says nothing to
 * anybody. */
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

/* The name of the country of a row in English, or "Europe" for bodies of several. */
static dl_bytes country_name(const dl_know *know, dl_bytes code) {
    uint32_t table = dl_know_table(know, "places/countries"), iso = dl_know_column(know, table, "iso3"), name = dl_know_column(know, table, "name");
    for (uint32_t r = 0; r < dl_know_rows(know, table); r++)
        if (dl_bytes_equal(dl_know_cell(know, table, r, iso), code)) return dl_know_cell(know, table, r, name);
    return DL_LIT("Europe");
}

/* A day on which the row holds: its first, or, where only an end is told, the first of that year. */
static const char *day_of(table_row at, bool dated, char *day) {
    dl_bytes from = dated ? cell(at, "from") : (dl_bytes){0}, to = dated ? cell(at, "to") : (dl_bytes){0}, told = from.size ? from : to;
    size_t size = from.size ? from.size : to.size < 4 ? 0 : 4;
    if (!size) return "2015-05-15";
    snprintf(day, 16, "%.*s%s", (int)size, told.data, size == 4 ? "-01-02" : size == 7 ? "-02" : "");
    return day;
}

/* The words of the only sentence that matter: `size` bytes at `begin`. */
static bool is_called(const dl_doc *doc, table_row at, uint32_t begin, size_t size, dl_bytes code) {
    for (DL_EACH(i, &doc->mentions)) {
        const dl_mention *m = &doc->mentions.rows[i];
        bool whole = m->span.begin <= begin && m->span.end >= begin + size;
        if (whole && ((m->know_table == at.table && m->know_row == at.row) || dl_bytes_equal(m->actor, code))) return true;
    }
    return false;
}

/* A name behind a sentence that tells its country: acronyms and names that several countries have want that. */
static bool is_known(table_row at, dl_bytes name, bool dated) {
    char text[512], day[16], code[64];
    dl_bytes article = DL_LIT("The "), country = country_name(at.know, cell(at, "country"));
    if (dl_bytes_start(name, "The ")) name = (dl_bytes){name.data + article.size, name.size - article.size};
    int before = snprintf(text, sizeof text, "The elections in %.*s were fair. The ", (int)country.size, country.data);
    assert_in_range(snprintf(text + before, sizeof text - (size_t)before, "%.*s said so.\n", (int)name.size, name.data), 2, 256);
    if (dated)
        snprintf(code, sizeof code, "%.*s", (int)cell(at, "code").size, cell(at, "code").data);
    else
        snprintf(code, sizeof code, "%.*s%.*s", (int)cell(at, "country").size, cell(at, "country").data, (int)cell(at, "role").size,
                 cell(at, "role").data);
    dl_doc *doc = read_text(text, day_of(at, dated, day));
    bool known = is_called(doc, at, (uint32_t)before, name.size, dl_bytes_of(code));
    dl_doc_free(doc);
    return known;
}

static unsigned unknown_names(const char *table, bool dated) {
    table_row at = {.know = test_engine()->know};
    unsigned faults = 0;
    at.table = dl_know_table(at.know, table);
    for (at.row = 0; at.row < dl_know_rows(at.know, at.table); at.row++) {
        dl_bytes names[2] = {cell(at, "name"), cell(at, "aliases")}, one;
        for (size_t i = 0; i < 2; i++)
            while (dl_bytes_cut(&names[i], '|', &one)) {
                if (!one.size || is_known(at, one, dated)) continue;
                faults++;
                print_error("data/%s.tsv:%u: not met: %.*s\n", table, (unsigned)dl_know_line(at.know, at.table, at.row), (int)one.size, one.data);
            }
    }
    return faults;
}

static void each_name_is_known(void **state) {
    (void)state;
    assert_int_equal(unknown_names("actors/bodies", true) + unknown_names("actors/metonyms", false), 0);
}

/* "Col. Peter Kamau": the title in front of a name is not part of it, and tells what its row says. */
static bool is_entitled(table_row at) {
    char text[256];
    dl_bytes title = cell(at, "title"), role = cell(at, "role");
    int before = snprintf(text, sizeof text, "The elections in Kenya were fair. %.*s ", (int)title.size, title.data);
    assert_in_range(snprintf(text + before, sizeof text - (size_t)before, "Peter Kamau said so.\n"), 2, 64);
    dl_doc *doc = read_text(text, "2015-05-15");
    bool told = false;
    for (DL_EACH(i, &doc->mentions)) {
        const dl_mention *m = &doc->mentions.rows[i];
        if (m->span.begin == (uint32_t)before) told |= !role.size || dl_actor_ends(m->actor, role) || dl_bytes_start(m->actor, "IGO");
    }
    dl_doc_free(doc);
    return told;
}

/* Titles that are persons' names by themselves, or say different things with the noun of data/actors/agents.tsv. */
static bool means_another(dl_bytes title) {
    static const char *const others[] = {"Pope", "Dalai Lama", "Sheikh", "Marshal", "Attorney", "Commander"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (dl_bytes_is(title, others[i])) return true;
    return false;
}

static void each_title_is_told(void **state) {
    (void)state;
    table_row at = {.know = test_engine()->know};
    unsigned faults = 0;
    at.table = dl_know_table(at.know, "actors/titles");
    for (at.row = 0; at.row < dl_know_rows(at.know, at.table); at.row++) {
        dl_bytes title = cell(at, "title");
        if (means_another(title) || is_entitled(at)) continue;
        faults++;
        print_error("data/actors/titles.tsv:%u: not told: %.*s\n", (unsigned)dl_know_line(at.know, at.table, at.row), (int)title.size, title.data);
    }
    assert_int_equal(faults, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_row_is_met), cmocka_unit_test(each_name_is_known), cmocka_unit_test(each_title_is_told)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
