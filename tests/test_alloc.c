/* Every allocation is made to fail once, and every read: no crash, no leak, and a status that says what happened. */
#include "dateline.h"

#include "wrap.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_ALLOCATIONS = 20000 };

static const char report[] = "KYIV, March 14, 2022 (Agency) - Russian shells killed at least 35 people in Lviv on Sunday, the mayor said.\n\n"
                             "\"We will not leave,\" Olena Koval told reporters. The Kremlin denied that its troops had fired.\n\n"
                             "If the talks fail, Ukraine will ask NATO for weapons. 30 to 40 people were arrested in Minsk.\n";

static const char records[] =
    "{\"id\": \"a\", \"text\": \"Gunmen killed two policemen in Mosul.\", \"published\": \"2017-01-02\", \"title\": \"Attack\"}\n"
    "{\"broken\": \n"
    "{\"id\": \"p\", \"html\": \"<title>Raid</title><h1>Raid</h1><p class=lead>Gunmen killed two policemen in Mosul on Monday &mdash; police "
    "said.</p>\"}\n"
    "{\"id\": \"b\", \"text\": \"Talks resume in Geneva on Monday.\", \"url\": \"https://news.example/2017/01/03/talks\"}\n";

typedef dl_status (*action)(void *context);

/* Runs the action with its 1st, 2nd, 3rd ... allocation refused, until it asks for none that is refused. */
static void rehearse(action run, void *context) {
    for (unsigned long n = 1; n < MOST_ALLOCATIONS; n++) {
        size_t before = wrap_live();
        wrap_fail_allocation(n);
        dl_status status = run(context);
        bool refused = wrap_failed();
        wrap_fail_allocation(0);
        if (wrap_live() != before) fail_msg("allocation %lu refused: %zu pieces leaked", n, wrap_live() - before);
        if (status != (refused ? DL_NO_MEMORY : DL_OK)) fail_msg("allocation %lu: status %d", n, status);
        if (!refused) return;
    }
    fail_msg("more than %d allocations", MOST_ALLOCATIONS);
}

/* `lexicon` is a user's folder, or NULL. */
static dl_status open_engine(void *lexicon) {
    dl_engine *engine = NULL;
    dl_error error = {0};
    dl_options options = {.lexicon_dir = lexicon};
    dl_status status = dl_engine_open(&engine, &options, &error);
    if (status != DL_OK) {
        assert_null(engine);
        assert_int_equal(error.status, status);
        assert_non_null(error.message);
    }
    dl_engine_close(engine);
    return status;
}

static bool drop(void *self, const char *data, size_t size) {
    (void)self, (void)data, (void)size;
    return true;
}

static dl_status write_all(const dl_engine *engine, const dl_doc *doc) {
    for (dl_format format = DL_FORMAT_DOC_JSONL; format <= DL_FORMAT_QUOTES_TABLE; format++) {
        dl_sink sink = {.write = drop, .offsets = DL_OFFSETS_UTF16, .tokens = true};
        dl_status status = dl_write(engine, doc, format, &sink, NULL);
        if (status != DL_OK) return status;
    }
    return DL_OK;
}

static dl_status gather(const dl_engine *engine, const dl_doc *doc) {
    dl_ledger *ledger = NULL;
    dl_sink sink = {.write = drop};
    dl_status status = dl_ledger_open(&ledger, DL_POLICY_LATEST, NULL);
    if (status == DL_OK) status = dl_ledger_add(ledger, doc, NULL);
    if (status == DL_OK) status = dl_ledger_add(ledger, doc, NULL);
    for (dl_ledger_format format = DL_LEDGER_JSONL; status == DL_OK && format <= DL_LEDGER_TABLE; format++)
        status = dl_ledger_write(engine, ledger, format, &sink, NULL);
    dl_ledger_close(ledger);
    return status;
}

static dl_status read_and_write(void *engine) {
    dl_doc *doc = NULL;
    dl_source source = {.ref = "1", .uri = "report.txt", .title = "Report", .outlet = "Agency", .published = "2022-03-14"};
    dl_status status = dl_doc_make(&doc, &source, (dl_bytes){report, sizeof report - 1}, NULL);
    if (status == DL_OK) status = dl_analyze(engine, doc, DL_STAGES_ALL, NULL);
    if (status == DL_OK) status = write_all(engine, doc);
    if (status == DL_OK) status = gather(engine, doc);
    dl_doc_free(doc);
    return status;
}

/* A page in a charset that is converted, with all that is taken out of one. */
static dl_status read_page(void *engine) {
    static const char page[] =
        "<meta charset=latin1><title>Raid | Post</title><link rel=canonical href=https://post.example/raid>"
        "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"headline\":\"Raid\",\"author\":[{\"name\":\"J. Roe\"}]}]</script>"
        "<article><h1>Raid</h1><figure><figcaption>The quay</figcaption></figure><p>Gunmen killed two policemen in a caf\xe9 of the port on Monday, "
        "it said.</p>"
        "<table><tr><td><ul><li>a</ul></table><p>The army denied that its soldiers had fired at the men on the northern quay.</p></article>";
    dl_doc *doc = NULL;
    dl_status status = dl_doc_make_page(&doc, NULL, (dl_bytes){page, sizeof page - 1}, NULL);
    if (status == DL_OK) status = dl_analyze(engine, doc, DL_STAGES_ALL, NULL);
    if (status == DL_OK) status = write_all(engine, doc);
    dl_doc_free(doc);
    return status;
}

typedef struct harvest {
    unsigned documents, broken;
    size_t bytes;
} harvest;

/* Reads all documents of an input; goes on behind a broken line. */
static dl_status drain(const dl_input *input, harvest *got) {
    dl_reader *reader = NULL;
    dl_error error = {0};
    *got = (harvest){0};
    dl_status status = dl_reader_open(&reader, input, &error);
    while (status == DL_OK || (status == DL_BAD_INPUT && error.offset != DL_NO_OFFSET)) {
        dl_doc *doc = NULL;
        status = dl_reader_next(reader, &doc, &error);
        got->broken += status == DL_BAD_INPUT;
        if (status != DL_OK) {
            assert_null(doc);
            continue;
        }
        got->documents++;
        got->bytes += dl_doc_text(doc).size;
        dl_doc_free(doc);
    }
    dl_reader_close(reader);
    return status == DL_END ? DL_OK : status;
}

static dl_status read_file(void *path) {
    harvest got;
    dl_input input = {.path = path};
    return drain(&input, &got);
}

static dl_status read_treebank(void *unused) {
    (void)unused;
    static const char treebank[] = "# newdoc id = a\n# sent_id = 1\n1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tca\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                   "2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n\n# newdoc id = b\n1\tNo\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
    harvest got;
    dl_input input = {.memory = {treebank, sizeof treebank - 1}, .form = DL_FORM_CONLLU};
    dl_status status = drain(&input, &got);
    if (status == DL_OK) assert_int_equal(got.documents, 2);
    return status;
}

static dl_status read_archive(void *unused) {
    (void)unused;
    static const char archive[] =
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 90\r\n\r\n"
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n<p>Raid.\r\n0\r\n\r\n\r\n\r\n";
    harvest got;
    dl_input input = {.memory = {archive, sizeof archive - 1}, .form = DL_FORM_WARC};
    dl_status status = drain(&input, &got);
    if (status == DL_OK) assert_int_equal(got.documents, 1);
    return status;
}

static dl_status read_records(void *unused) {
    (void)unused;
    harvest got;
    dl_input input = {.memory = {records, sizeof records - 1}, .form = DL_FORM_JSONL};
    return drain(&input, &got);
}

static void hear_nothing(void *self, const dl_remark *remark) {
    (void)self, (void)remark;
}

static dl_status import_dictionaries(void *folder) {
    return dl_lexicon_import("tests/dictionaries", folder, (dl_ear){hear_nothing, NULL}, NULL);
}

static dl_status check_lexicon(void *engine) {
    uint32_t wrong = 0;
    return dl_lexicon_check(engine, "examples/lexicon", (dl_ear){hear_nothing, NULL}, &wrong, NULL);
}

static void lexicons_survive_each_refused_allocation(void **state) {
    char folder[] = "/tmp/dateline-alloc-XXXXXX", command[64];
    assert_non_null(mkdtemp(folder));
    rehearse(import_dictionaries, folder);
    rehearse(check_lexicon, *state);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

static void engine_open_survives_each_refused_allocation(void **state) {
    (void)state;
    rehearse(open_engine, NULL);
    rehearse(open_engine, "examples/lexicon");
}

static void analysis_and_writing_survive_each_refused_allocation(void **state) {
    rehearse(read_and_write, *state);
    rehearse(read_page, *state);
}

static void reading_records_survives_each_refused_allocation(void **state) {
    (void)state;
    rehearse(read_records, NULL);
    rehearse(read_archive, NULL);
    rehearse(read_treebank, NULL);
}

static void reading_files_survives_each_refused_allocation(void **state) {
    (void)state;
    rehearse(read_file, "examples/sudan-market.txt");
    rehearse(read_file, "examples/two-tellings.jsonl");
}

static void reads_of_one_byte_give_the_same_documents(void **state) {
    (void)state;
    harvest got;
    wrap_reads(1, 0, 0);
    assert_int_equal(drain(&(dl_input){.path = "examples/two-tellings.jsonl"}, &got), DL_OK);
    wrap_reads(0, 0, 0);
    assert_int_equal(got.documents, 2);
}

static void an_interrupted_read_is_read_again(void **state) {
    (void)state;
    harvest got;
    for (unsigned long n = 1; n <= 2; n++) {
        wrap_reads(1000, n, EINTR);
        assert_int_equal(drain(&(dl_input){.path = "examples/two-tellings.jsonl"}, &got), DL_OK);
        assert_int_equal(got.documents, 2);
    }
    wrap_reads(0, 0, 0);
}

static void a_failing_read_is_reported(void **state) {
    (void)state;
    unsigned failures = 0;
    harvest got;
    for (unsigned long n = 1; n < 100; n++) {
        wrap_reads(200, n, EIO);
        dl_status status = drain(&(dl_input){.path = "examples/two-tellings.jsonl"}, &got);
        if (!wrap_read_failed()) break;
        assert_int_equal(status, DL_CANNOT_READ);
        failures++;
    }
    wrap_reads(0, 0, 0);
    assert_true(failures > 3);
}

static int open_for_all(void **state) {
    return dl_engine_open((dl_engine **)state, NULL, NULL) != DL_OK;
}

static int close_for_all(void **state) {
    dl_engine_close(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(engine_open_survives_each_refused_allocation),
        cmocka_unit_test(lexicons_survive_each_refused_allocation),
        cmocka_unit_test(analysis_and_writing_survive_each_refused_allocation),
        cmocka_unit_test(reading_records_survives_each_refused_allocation),
        cmocka_unit_test(reading_files_survives_each_refused_allocation),
        cmocka_unit_test(reads_of_one_byte_give_the_same_documents),
        cmocka_unit_test(an_interrupted_read_is_read_again),
        cmocka_unit_test(a_failing_read_is_reported),
    };
    return cmocka_run_group_tests(tests, open_for_all, close_for_all);
}
