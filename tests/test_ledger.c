/* The ledger through the public header: what is one incident, what totals come to, what is refused. The program's golden files: tests/cli/ledger.sh.
 */
#include "support.h"

#include <stdlib.h>
#include <string.h>

typedef struct page {
    char text[32768];
    size_t size;
} page;

static page out;

static bool keep(void *self, const char *data, size_t size) {
    page *p = self;
    if (p->size + size >= sizeof p->text) return false;
    memcpy(p->text + p->size, data, size);
    p->size += size;
    p->text[p->size] = 0;
    return true;
}

static bool refuse(void *self, const char *data, size_t size) {
    (void)self, (void)data, (void)size;
    return false;
}

/* The ledger of some reports, each with its day, as JSON Lines. */
static const char *ledger_of(dl_policy policy, size_t count, const char *const reports[][2]) {
    dl_ledger *ledger = NULL;
    assert_int_equal(dl_ledger_open(&ledger, policy, NULL), DL_OK);
    for (size_t i = 0; i < count; i++) {
        dl_doc *doc = read_text(reports[i][1], reports[i][0]);
        assert_int_equal(dl_ledger_add(ledger, doc, NULL), DL_OK);
        dl_doc_free(doc); /* the ledger holds nothing of it */
    }
    out.size = 0, out.text[0] = 0;
    dl_sink sink = {.write = keep, .self = &out};
    assert_int_equal(dl_ledger_write(test_engine(), ledger, DL_LEDGER_JSONL, &sink, NULL), DL_OK);
    dl_ledger_close(ledger);
    return out.text;
}

static void assert_totals(const char *text, const char *totals) {
    if (!strstr(text, totals)) fail_msg("'%s' is not in:\n%s", totals, text);
}

static unsigned incidents(const char *text) {
    unsigned lines = 0;
    for (; *text; text++) lines += *text == '\n';
    return lines;
}

static const char *const two_days[][2] = {
    {"2023-06-12", "Gunmen attacked a market in Maiduguri on Sunday, killing at least 12 traders, the governor said."},
    {"2023-06-13", "An attack on a market in Maiduguri on Sunday killed 15 people, police said."},
};

static void reports_of_one_day_and_place_are_one_incident(void **state) {
    (void)state;
    const char *text = ledger_of(DL_POLICY_LOWEST, 2, two_days);
    assert_int_equal(incidents(text), 1);
    assert_totals(text, "\"what\":\"killed\",\"low\":12,\"best\":12,\"high\":15,\"policy\":\"lowest\",\"sources\":2,\"conflict\":false");
    assert_totals(ledger_of(DL_POLICY_LATEST, 2, two_days), "\"low\":12,\"best\":15,\"high\":15,\"policy\":\"latest\"");
}

static void other_days_places_and_events_stay_apart(void **state) {
    (void)state;
    static const char *const reports[][2] = {
        {"2023-06-12", "Gunmen attacked a market in Maiduguri on Sunday, killing 12 traders."},
        {"2023-06-20", "Gunmen attacked a market in Maiduguri on Monday, killing 12 traders."},
        {"2023-06-12", "Gunmen attacked a market in Nairobi on Sunday, killing 12 traders."},
        {"2023-06-12", "Police arrested 12 traders in Maiduguri on Sunday."},
        {"2023-06-12", "Gunmen attacked a market, killing 12 traders."},
    };
    assert_int_equal(incidents(ledger_of(DL_POLICY_LOWEST, 5, reports)), 5);
}

static void sources_that_exclude_each_other_conflict(void **state) {
    (void)state;
    static const char *const reports[][2] = {
        {"2023-06-12",
         "Gunmen attacked a market in Maiduguri on Sunday, killing 15 traders, police said. Residents said that gunmen killed 40 people."},
    };
    assert_totals(ledger_of(DL_POLICY_LOWEST, 1, reports),
                  "\"low\":15,\"best\":15,\"high\":40,\"policy\":\"lowest\",\"sources\":2,\"conflict\":true");
}

static void figures_at_one_word_add_up_and_parts_do_not(void **state) {
    (void)state;
    static const char *const reports[][2] = {
        {"2023-06-12", "Six officers and a civilian were wounded in an attack on a market in Maiduguri on Sunday, including two women."},
    };
    assert_totals(ledger_of(DL_POLICY_LOWEST, 1, reports), "\"what\":\"wounded\",\"low\":7,\"best\":7,\"high\":7");
}

static void open_ends_stay_open(void **state) {
    (void)state;
    static const char *const reports[][2] = {
        {"2023-06-12",
         "Gunmen attacked a market in Maiduguri on Sunday, killing 15 traders, police said. Residents said that gunmen killed at least 40 people."},
    };
    assert_totals(ledger_of(DL_POLICY_LOWEST, 1, reports), "\"what\":\"killed\",\"low\":15,\"best\":15,\"policy\"");
}

static void what_has_not_happened_harms_nobody(void **state) {
    (void)state;
    static const char *const reports[][2] = {
        {"2023-06-12", "Officials fear that gunmen will attack a market in Maiduguri and kill dozens of traders."},
    };
    assert_string_equal(ledger_of(DL_POLICY_LOWEST, 1, reports), "");
}

static void wrong_calls_are_refused(void **state) {
    (void)state;
    dl_ledger *ledger = NULL;
    dl_doc *doc = NULL;
    dl_source source = {0};
    dl_error error = {0};
    dl_sink sink = {.write = refuse};
    assert_int_equal(dl_ledger_open(NULL, DL_POLICY_LOWEST, &error), DL_BAD_ARGUMENT);
    assert_int_equal(dl_ledger_open(&ledger, (dl_policy)9, &error), DL_BAD_ARGUMENT);
    assert_int_equal(dl_ledger_open(&ledger, DL_POLICY_LOWEST, &error), DL_OK);
    assert_int_equal(dl_doc_make(&doc, &source, DL_LIT("Two died."), &error), DL_OK);
    assert_int_equal(dl_ledger_add(ledger, doc, &error), DL_BAD_ARGUMENT); /* not analysed */
    assert_int_equal(dl_ledger_write(test_engine(), ledger, (dl_ledger_format)9, &sink, &error), DL_BAD_ARGUMENT);
    dl_doc_free(doc);
    doc = read_text(two_days[0][1], two_days[0][0]);
    assert_int_equal(dl_ledger_add(ledger, doc, &error), DL_OK);
    assert_int_equal(dl_ledger_write(test_engine(), ledger, DL_LEDGER_TSV, &sink, &error), DL_CANNOT_WRITE);
    dl_doc_free(doc);
    dl_ledger_close(ledger);
    dl_ledger_close(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_of_one_day_and_place_are_one_incident),
        cmocka_unit_test(other_days_places_and_events_stay_apart),
        cmocka_unit_test(sources_that_exclude_each_other_conflict),
        cmocka_unit_test(figures_at_one_word_add_up_and_parts_do_not),
        cmocka_unit_test(open_ends_stay_open),
        cmocka_unit_test(what_has_not_happened_harms_nobody),
        cmocka_unit_test(wrong_calls_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
