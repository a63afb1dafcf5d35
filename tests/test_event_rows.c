/* The event lexicon, row by row: the sentence in the column `example` of each row of data/events is read by that row, and a claim comes of it where
 * the row names an event of its own. What a row means beyond that, spec/ shows. */
#include "support.h"

#include "engine/engine.h"
#include "event/lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool fires(table_row at, dl_doc *doc) {
    dl_reading reading;
    dl_reading_open(&reading, at.know, test_engine()->events, doc);
    for (DL_EACH(t, &doc->tokens)) {
        dl_sense sense = dl_sense_of(&reading, t);
        if (sense.table == at.table && sense.row == at.row) return true;
    }
    return false;
}

/* The row stands in the trace of a claim as what named its event, or as a word that belongs to it. */
static bool tells(table_row at, const dl_doc *doc) {
    char entry[128];
    size_t size = dl_know_entry(at.know, at.table, at.row, entry, sizeof entry);
    for (DL_EACH(i, &doc->traces)) {
        const dl_trace *t = &doc->traces.rows[i];
        bool same = t->entry.size >= size && !memcmp(t->entry.data, entry, size) && (t->entry.size == size || t->entry.data[size] == ' ');
        if (same && !strcmp(t->field, "event")) return true;
    }
    return false;
}

/* Stop rows, rows that only hand a status on, and words of harm, which may belong to nothing, make no claim by themselves. */
static bool makes_a_claim(table_row at) {
    dl_bytes event = cell(at, "event"), flags = cell(at, "flags");
    return !dl_bytes_is(event, "-") && !dl_bytes_is(event, "+") && !dl_bytes_is(flags, "harm");
}

static const char *fault(table_row at, dl_bytes example) {
    char text[512];
    assert_in_range(snprintf(text, sizeof text, "%.*s\n", (int)example.size, example.data), 2, sizeof text - 1);
    dl_doc *doc = read_text(text, "2024-05-15");
    const char *wrong = !fires(at, doc) ? "is not read by the row" : makes_a_claim(at) && !tells(at, doc) ? "makes no claim" : NULL;
    dl_doc_free(doc);
    return wrong;
}

static unsigned faults_in(const char *table) {
    table_row at = {.know = test_engine()->know};
    unsigned faults = 0;
    at.table = dl_know_table(at.know, table);
    for (at.row = 0; at.row < dl_know_rows(at.know, at.table); at.row++) {
        dl_bytes example = cell(at, "example"), lemma = cell(at, "lemma");
        const char *wrong = fault(at, example);
        if (!wrong) continue;
        faults++;
        print_error("data/%s.tsv:%u: %.*s: the example %s: %.*s\n", table, (unsigned)dl_know_line(at.know, at.table, at.row), (int)lemma.size,
                    lemma.data, wrong, (int)example.size, example.data);
    }
    return faults;
}

static void each_row_reads_its_example(void **state) {
    (void)state;
    static const char *const tables[] = {"events/verbs", "events/phrases", "events/nouns", "events/adjectives"};
    unsigned faults = 0;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) faults += faults_in(tables[i]);
    assert_int_equal(faults, 0);
}

/* Wherever a word stands in a list, and however long that is; not where it is a part of another word. */
static void lists_of_any_length_hold_their_words(void **state) {
    static const char *const within[] = {"raid", "raids", "a", "xraid", "raid-ra"};
    dl_doc *doc = read_text("Rebels told of a raid on Goma.\n", "2024-05-15");
    dl_reading r;
    (void)state;
    dl_reading_open(&r, test_engine()->know, test_engine()->events, doc);
    uint32_t raid = 5;
    assert_true(dl_lemma_is(&r, raid, "raid"));
    for (size_t word = 0; word < sizeof within / sizeof *within; word++)
        for (size_t before = 0; before < 12; before++)
            for (size_t behind = 0; behind < 12; behind++) {
                char list[160], *copy;
                size_t size = 0;
                for (size_t i = 0; i < before; i++) memcpy(list + size, "rail ", 5), size += 5;
                memcpy(list + size, within[word], strlen(within[word])), size += strlen(within[word]);
                for (size_t i = 0; i < behind; i++) memcpy(list + size, i % 2 ? " said" : " ab", i % 2 ? 5 : 3), size += i % 2 ? 5 : 3;
                copy = memcpy(malloc(size), list, size); /* of just its size, so that a sanitizer sees what is read beyond */
                assert_int_equal(dl_lemma_in(&r, raid, (dl_bytes){copy, size}), word == 0);
                free(copy);
            }
    dl_doc_free(doc);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_row_reads_its_example), cmocka_unit_test(lists_of_any_length_hold_their_words)};
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
