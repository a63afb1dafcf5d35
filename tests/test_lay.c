/* A user's tables over the packed ones: seen from outside, one knowledge, the same as if his rows stood in the tables of data/. */
#include "support.h"

#include "base/error.h"
#include "lexicon/lay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/dateline-lay-XXXXXX";
static char packer[512];

static void write_text(const char *name, const char *text) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
}

static void make_folder(const char *name) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(mkdir(path, 0700), 0);
}

/* Packs the five tables of a folder. */
static dl_know *packed(const char *name) {
    char command[4096], path[600];
    const char *root = folder;
    snprintf(command, sizeof command,
             "%s %s/%s.dlk %s/%s %s/%s/names.tsv %s/%s/numbers.tsv %s/%s/persons.tsv %s/%s/rare.tsv %s/%s/verbs.tsv >/dev/null", packer, root, name,
             root, name, root, name, root, name, root, name, root, name, root, name);
    assert_int_equal(system(command), 0);
    snprintf(path, sizeof path, "%s/%s.dlk", root, name);
    dl_know *know = NULL;
    assert_int_equal(dl_know_open(&know, path, NULL), DL_OK);
    return know;
}

#define NAMES "#! phrases name aliases\n#! case proper\n#! integers people\n#! degrees lat\n#! key code\nname\taliases\tcode\tpeople\tlat\n"
#define PERSONS "#! phrases name\n#! key id\n#! sorted\nid\tname\tcode\n"
#define NUMBERS "#! integers number\n#! key number\n#! sorted\nnumber\tword\n"
#define RARE "#! phrases name\n#! case proper\n#! apart\nname\tcode\n"
#define VERBS "#! lemmas verb\n#! key verb if\nverb\tif\tkind\n"
#define GONDOR "Gondor\tStone Land\tGON\t5\t-12.5\n"
#define ROHAN "Rohan\tMark\tROH\t7\t\n"
#define ROHAN_NEW "Rohan\tMark|Riddermark\tROH\t8\t3.25\n"
#define SHIRE "Rohan Shire\tGondor\tSHI\t\t\n"

static int make_tables(void **state) {
    (void)state;
    const char *build = getenv("DATELINE_DATA") ? getenv("DATELINE_DATA") : "build";
    snprintf(packer, sizeof packer, "%s/pack", build);
    if (!mkdtemp(folder)) return -1;
    make_folder("data"), make_folder("user"), make_folder("one"), make_folder("bad"), make_folder("empty"), make_folder("solo");
    write_text("data/names.tsv", NAMES GONDOR ROHAN);
    write_text("data/persons.tsv", PERSONS "b\tBoromir\tGON\nd\tDenethor\tGON\nd\tDenethor\tOLD\n");
    write_text("data/numbers.tsv", NUMBERS "7\tseven\n30\tthirty\n200\ttwo hundred\n");
    write_text("data/rare.tsv", RARE "Bree Hollow\tBRE\nMark\tMAR\n");
    write_text("data/verbs.tsv", VERBS "raid|storm\t\tassault\nstorm\tobj=gate\tstop\n");
    /* A new word, one that was rare, a key that is taken, columns in another order, rows that are not sorted. */
    write_text("user/names.tsv",
               "code\tname\taliases\tpeople\tlat\nSHI\tRohan Shire\tGondor\t\t\nROH\tRohan\tMark|Riddermark\t8\t3.25\nHOL\tHollow\t\t\t\n");
    write_text("user/persons.tsv", "id\tname\tcode\nf\tFaramir\tITH\nd\tDenethor\tRUL\na\tAragorn\tRNG\n");
    write_text("user/numbers.tsv", "number\tword\n100\thundred\n30\tscore and ten\n9\tnine\n");
    write_text("user/rare.tsv", "name\tcode\nFar Bree\tFAR\n");
    write_text("user/verbs.tsv", "verb\tif\tkind\nstorm\tobj=gate\tgo\nraid\t\tcoerce\n");
    write_text("one/names.tsv", NAMES SHIRE ROHAN_NEW "Hollow\t\tHOL\t\t\n" GONDOR);
    write_text("one/persons.tsv", PERSONS "a\tAragorn\tRNG\nb\tBoromir\tGON\nd\tDenethor\tRUL\nf\tFaramir\tITH\n");
    write_text("one/numbers.tsv", NUMBERS "7\tseven\n9\tnine\n30\tscore and ten\n100\thundred\n200\ttwo hundred\n");
    write_text("one/rare.tsv", RARE "Far Bree\tFAR\nBree Hollow\tBRE\nMark\tMAR\n");
    write_text("one/verbs.tsv", VERBS "storm\tobj=gate\tgo\nraid\t\tcoerce\nraid|storm\t\tassault\n");
    write_text("bad/names.tsv", "name\tpeople\tpopulation\nArnor\tmany\t3\nLindon\t4\nForlindon\t1\t2\t3\n");
    write_text("solo/verbs.tsv", "#! alone\nverb\tkind\nraid\tcoerce\n");
    return 0;
}

static int remove_tables(void **state) {
    char command[300];
    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

static const char *path_of(const char *name) {
    static char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static dl_know *laid(const char *user) {
    dl_know *know = packed("data");
    dl_error error = {0};
    if (dl_lexicon_lay(know, path_of(user), &error) != DL_OK) fail_msg("not laid: %s", error.message);
    return know;
}

static void assert_same_cells(const dl_know *a, const dl_know *b, uint32_t table, uint32_t row) {
    for (uint32_t c = 0; c < dl_know_columns(b, table); c++) {
        dl_bytes x = dl_know_cell(a, table, row, c), y = dl_know_cell(b, table, row, c);
        double p = dl_know_degrees(a, table, row, c), q = dl_know_degrees(b, table, row, c);
        assert_true(dl_bytes_equal(x, y));
        assert_int_equal(dl_know_integer(a, table, row, c), dl_know_integer(b, table, row, c));
        assert_true(p == q || (p != p && q != q));
    }
}

static void rows_are_seen_as_if_they_stood_in_one_table(void **state) {
    (void)state;
    dl_know *two = laid("user"), *one = packed("one");
    for (uint32_t t = 1; t <= 5; t++) {
        assert_int_equal(dl_know_rows(two, t), dl_know_rows(one, t));
        for (uint32_t row = 0; row < dl_know_rows(one, t) + 1; row++) assert_same_cells(two, one, t, row);
    }
    assert_string_not_equal(dl_know_hash(two), dl_know_hash(one));
    dl_know_close(two), dl_know_close(one);
}

static uint32_t cut(const dl_know *know, const char *text, dl_token *tokens) {
    uint32_t count = 0;
    for (const char *at = text; *at;) {
        size_t n = strcspn(at, " ");
        tokens[count++].span = (dl_span){(uint32_t)(at - text), (uint32_t)(at - text + (long)n)};
        at += n + (at[n] == ' ');
    }
    dl_know_number(know, dl_bytes_of(text), tokens, count);
    return count;
}

/* What is found in a text, written out: table, row, column, first and last token of each hit at each token, in their order, for every table and for
 * all. */
static void write_hits(const dl_know *know, const char *text, char *out, size_t room) {
    dl_token tokens[32];
    memset(tokens, 0, sizeof tokens);
    uint32_t count = cut(know, text, tokens);
    dl_know_view view = {dl_bytes_of(text), tokens, count, false};
    size_t size = 0;
    for (uint32_t table = 0; table <= 5; table++)
        for (uint32_t t = 0; t < count; t++) {
            dl_know_hit hits[40];
            uint32_t n = dl_know_find(know, &view, t, table, hits, 16);
            n += dl_know_find_apart(know, &view, t, table, hits + n, 8);
            n += dl_know_look_up_word(know, table, tokens[t].stem, hits + n, 8);
            assert_true(tokens[t].word <= dl_know_last_word(know));
            size += (size_t)snprintf(out + size, room - size, "\n%u.%u %x %x %d", table, t, (unsigned)dl_know_begins_at(know, &view, t),
                                     (unsigned)dl_know_begins_low(know, tokens[t].word), dl_know_begins_apart(know, tokens[t].rare));
            for (uint32_t i = 0; i < n; i++)
                size += (size_t)snprintf(out + size, room - size, " %u:%u:%u:%u-%u", hits[i].table, hits[i].row, hits[i].column, hits[i].first,
                                         hits[i].last);
        }
    assert_true(size < room);
}

static void phrases_are_found_as_if_they_stood_in_one_table(void **state) {
    static const char *const texts[] = {
        "Gondor storm Rohan Shire and Rohan raid the gate of Mark",
        "rohan Hollow Bree Hollow Far Bree Riddermark stone land Stone Land",
        "Aragorn Boromir Denethor Faramir storm raid Raid",
        "nothing that is known",
    };
    (void)state;
    dl_know *two = laid("user"), *one = packed("one");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char x[8192], y[8192];
        write_hits(two, texts[i], x, sizeof x);
        write_hits(one, texts[i], y, sizeof y);
        assert_string_equal(x, y);
        assert_int_equal(strchr(y, ':') != NULL, i < 3);
    }
    dl_know_close(two), dl_know_close(one);
}

static void few_hits_are_the_first_ones(void **state) {
    (void)state;
    dl_know *two = laid("user"), *one = packed("one");
    for (uint32_t room = 1; room < 4; room++) {
        dl_know_hit x[4], y[4];
        uint32_t verbs = dl_know_table(two, "verbs");
        uint32_t n = dl_know_look_up(two, verbs, DL_LIT("raid"), x, room);
        assert_int_equal(n, dl_know_look_up(one, verbs, DL_LIT("raid"), y, room));
        assert_memory_equal(x, y, n * sizeof *x);
    }
    dl_know_close(two), dl_know_close(one);
}

static void a_row_names_its_file(void **state) {
    (void)state;
    char entry[64];
    dl_know *know = laid("user");
    uint32_t names = dl_know_table(know, "names");
    dl_know_entry(know, names, 1, entry, sizeof entry);
    assert_string_equal(entry, "lexicon:names.tsv:3");
    assert_true(dl_know_is_own(know, names, 1));
    dl_know_entry(know, names, 3, entry, sizeof entry);
    assert_string_equal(entry, "names.tsv:7");
    assert_false(dl_know_is_own(know, names, 3));
    dl_know_close(know);
}

static void a_table_may_stand_alone(void **state) {
    (void)state;
    dl_know *know = laid("solo");
    dl_know_hit hit;
    uint32_t verbs = dl_know_table(know, "verbs");
    assert_int_equal(dl_know_rows(know, verbs), 1);
    assert_int_equal(dl_know_look_up(know, verbs, DL_LIT("storm"), &hit, 1), 0);
    assert_int_equal(dl_know_look_up(know, verbs, DL_LIT("raid"), &hit, 1), 1);
    assert_int_equal(dl_know_rows(know, dl_know_table(know, "names")), 2);
    dl_know_close(know);
}

static void write_fault(void *self, const dl_pack_fault *f) {
    char *out = self;
    const char *name = strrchr(f->file, '/');
    size_t size = strlen(out);
    snprintf(out + size, 1024 - size, "%s:%u %.*s: %s\n", name + 1, (unsigned)f->line, (int)f->column.size, f->column.data, f->what);
}

static void faults_are_told_row_by_row(void **state) {
    (void)state;
    char said[1024] = "";
    dl_know *know = packed("data");
    dl_lexicon lexicon;
    assert_int_equal(dl_lexicon_read(&lexicon, know, path_of("bad"), write_fault, said, NULL), DL_OK);
    assert_int_equal(lexicon.faults, 3);
    assert_null(lexicon.over);
    assert_string_equal(said, "names.tsv:1 population: no such column in this table: docs/lexicon.md says where they are named\n"
                              "names.tsv:2 people: this column holds whole numbers\n"
                              "names.tsv:4 : more cells than columns: take the last tabs away\n");
    dl_lexicon_free(&lexicon);
    dl_know_close(know);
}

static void assert_refused(const char *name, dl_status expected, const char *part) {
    dl_know *know = packed("data");
    dl_error error = {0};
    assert_int_equal(dl_lexicon_lay(know, path_of(name), &error), expected);
    if (!strstr(error.message, part)) fail_msg("%s", error.message);
    assert_int_equal(dl_know_rows(know, 1), 2);
    dl_know_close(know);
}

static void a_lexicon_that_cannot_be_used_is_refused(void **state) {
    (void)state;
    assert_refused("bad", DL_BAD_DATA, "dateline lexicon check");
    assert_refused("empty", DL_BAD_DATA, "holds no table");
    assert_refused("missing", DL_CANNOT_READ, "cannot be read");
}

/* ---- an engine with tables of a user's ---- */

static dl_engine *opened(const char *user) {
    dl_engine *engine = NULL;
    const char *build = getenv("DATELINE_DATA") ? getenv("DATELINE_DATA") : "build";
    dl_options options = {.data_dir = build, .lexicon_dir = path_of(user)};
    dl_error error = {0};
    if (dl_engine_open(&engine, &options, &error) != DL_OK) fail_msg("%s", error.message);
    return engine;
}

/* The only claim of a sentence: event and code, then the codes of who and of whom. */
static void assert_claim(const dl_engine *engine, const char *text, const char *expected) {
    char got[256];
    dl_doc *doc = NULL;
    assert_int_equal(dl_doc_make(&doc, NULL, dl_bytes_of(text), NULL), DL_OK);
    assert_int_equal(dl_analyze(engine, doc, DL_STAGES_ALL, NULL), DL_OK);
    assert_int_equal(doc->claims.count, 2);
    const dl_claim *c = &doc->claims.rows[1];
    int size = snprintf(got, sizeof got, "%s %.*s:", dl_event_name(c->event), (int)c->cameo.size, c->cameo.data);
    for (uint32_t i = 0, role = DL_ROLE_WHO; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        if (party->role > DL_ROLE_WHOM) break;
        size +=
            snprintf(got + size, sizeof got - (size_t)size, "%s %.*s", party->role == role ? "" : " >", (int)party->actor.size, party->actor.data);
        role = party->role;
    }
    assert_string_equal(got, expected);
    assert_true(dl_bytes_start(doc->traces.rows[c->first_trace].entry, "lexicon:events/verbs.tsv:"));
    dl_doc_free(doc);
}

/* A user's verb and actor are read like any other, his code too where PLOVER has no such event, and the trace says whose they are. */
static void an_engine_reads_with_them(void **state) {
    (void)state;
    make_folder("own"), make_folder("own/events"), make_folder("own/actors");
    write_text("own/actors/bodies.tsv", "id\tname\tcode\tcountry\tsource\ngondor\tGondor\tGON\tGON\ta test\n");
    write_text("own/events/verbs.tsv", "lemma\tpos\tif\tevent\tcameo\twho\twhom\tflags\nglomp\tv\t\tASSAULT\t190\tsubj\tobj\t\n"
                                       "glomp\tv\tsubj:several\tOTHER\t0x1\tsubj\t\tsymmetric\n"
                                       "wibble\tv\t\tOTHER\t904\tsubj.any\tobj.any,any\t\n");
    dl_engine *engine = opened("own");
    assert_claim(engine, "Gondor glomped Ukraine on Monday.", "ASSAULT 190: GON > UKR");
    assert_claim(engine, "Gondor and Ukraine glomped on Monday.", "OTHER 0x1: GON UKR > GON UKR");
    dl_engine_close(engine);
}

/* Roles that are content with the nearest actor: in the object's phrase, else in what the verb governs beside its subject. */
static void the_nearest_actor_fills_a_role(void **state) {
    (void)state;
    dl_engine *engine = opened("own");
    assert_claim(engine, "Ukraine wibbled a set of letters from the government of France.", "OTHER 904: UKR > FRAGOV");
    assert_claim(engine, "Ukraine wibbled three letters to Gondor and France.", "OTHER 904: UKR > GON FRA");
    assert_claim(engine, "The spring floods of Ukraine wibbled.", "OTHER 904: UKR");
    dl_engine_close(engine);
}

/* Lands of a user's own: people are of them as they are of any country. */
static void soldiers_come_from_lands_of_the_user(void **state) {
    (void)state;
    dl_engine *engine = opened("own");
    assert_claim(engine, "Soldiers from Gondor wibbled France.", "OTHER 904: GONMIL > FRA");
    assert_claim(engine, "Lawmakers in Gondor and Ukraine wibbled France.", "OTHER 904: GONLEG UKRLEG > FRA");
    dl_engine_close(engine);
}

/* Every time of a text by its words and value, then every place by its name. */
static void assert_times_and_places(const dl_engine *engine, const char *text, const char *expected) {
    char got[512];
    size_t size = 0;
    dl_source source = {.published = "2019-03-06"};
    dl_doc *doc = NULL;
    assert_int_equal(dl_doc_make(&doc, &source, dl_bytes_of(text), NULL), DL_OK);
    assert_int_equal(dl_analyze(engine, doc, DL_STAGES_ALL, NULL), DL_OK);
    for (DL_EACH(i, &doc->times)) {
        const dl_time *t = &doc->times.rows[i];
        dl_bytes words = dl_doc_words(doc, t->span);
        size += (size_t)snprintf(got + size, sizeof got - size, "%.*s = %.*s; ", (int)words.size, words.data, (int)t->value.size, t->value.data);
    }
    for (DL_EACH(i, &doc->places)) {
        const dl_place *p = &doc->places.rows[i];
        size += (size_t)snprintf(got + size, sizeof got - size, "%.*s %.*s%s%.*s; ", (int)p->name.size, p->name.data, (int)p->country.size,
                                 p->country.data, p->admin1.size ? " " : "", (int)p->admin1.size, p->admin1.data);
    }
    assert_string_equal(got, expected);
    dl_doc_free(doc);
}

/* Words that no table has, words that stand in the long tail of towns alone, and common ones: the tables that are read when an engine is opened know
 * a user's as they know the others. */
static void places_and_times_of_the_user_are_read(void **state) {
    (void)state;
    make_folder("land"), make_folder("land/places"), make_folder("land/time");
    write_text("land/places/extra.tsv", "name\taliases\tiso3\tfeature\tlat\tlon\nCamp Zibblewick\tZibblewick\tUKR\tCAMP\t48.1\t37.2\n"
                                        "Suchindram Gate\t\tIND\tBRDR\t8.2\t77.5\n");
    write_text("land/places/towns.tsv",
               "geonameid\tname\tiso3\tadmin1\tfeature\tlat\tlon\tpopulation\n1\tOrblequay\tUSA\tOhio\tPPL\t40.1\t-82.2\t3000\n"
               "2\tOrblequay\tUSA\tTexas\tPPL\t31.1\t-97.2\t3000\n");
    write_text("land/time/words.tsv", "words\tclass\tvalue\nglimmermas\tholiday\t2-4\nfeast of lanterns\tholiday\t10-2\n");
    dl_engine *engine = opened("land");
    assert_times_and_places(engine, "Rebels shelled Zibblewick on Glimmermas.", "Glimmermas = 2019-02-04; Camp Zibblewick UKR; ");
    assert_times_and_places(engine, "Troops reached Suchindram Gate after the Feast of Lanterns 2017.",
                            "Feast of Lanterns 2017 = 2017-10-02; Suchindram Gate IND; ");
    assert_times_and_places(engine, "Two people were hurt in Orblequay, Texas, on Monday.",
                            "Monday = 2019-03-04; Orblequay USA Texas; Texas USA Texas; ");
    dl_engine_close(engine);
}

/* Where a user's table stands alone the packed words of it begin nothing, and his own are not lost behind them. */
static void tables_of_time_and_places_may_stand_alone(void **state) {
    (void)state;
    make_folder("few"), make_folder("few/places"), make_folder("few/time");
    write_text("few/places/contexts.tsv", "#! alone\nsense\tword\nperson\tzibbled\n");
    write_text("few/places/given.tsv", "#! alone\nname\nZibblo\n");
    write_text("few/time/words.tsv", "#! alone\nwords\tclass\tvalue\nglimmermas\tholiday\t2-4\n");
    dl_engine *engine = opened("few");
    assert_times_and_places(engine, "France voted on Monday and on Glimmermas.", "Glimmermas = 2019-02-04; France FRA; ");
    assert_times_and_places(engine, "Zibblo London was seen in Lyon.", "Lyon FRA Auvergne-Rh\xc3\xb4ne-Alpes; ");
    dl_engine_close(engine);
}

/* A table has room for so many countries: more are refused, none is lost. */
static void more_countries_than_there_is_room_for_are_refused(void **state) {
    (void)state;
    char text[8192], path[600];
    size_t size = (size_t)snprintf(text, sizeof text, "#! alone\niso3\tname\n");
    make_folder("lands"), make_folder("lands/places");
    for (int i = 0; i < 256; i++) size += (size_t)snprintf(text + size, sizeof text - size, "Z%c%c\tLand %d\n", 'A' + i / 26, 'A' + i % 26, i);
    write_text("lands/places/countries.tsv", text);
    snprintf(path, sizeof path, "%s", path_of("lands"));
    const char *build = getenv("DATELINE_DATA") ? getenv("DATELINE_DATA") : "build";
    dl_options options = {.data_dir = build, .lexicon_dir = path};
    dl_error error = {0};
    dl_engine *engine = NULL;
    assert_int_equal(dl_engine_open(&engine, &options, &error), DL_BAD_DATA);
    assert_non_null(strstr(error.message, "255"));
    strrchr(text, 'Z')[0] = '\0';
    write_text("lands/places/countries.tsv", text);
    assert_int_equal(dl_engine_open(&engine, &options, &error), DL_OK);
    dl_engine_close(engine);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_seen_as_if_they_stood_in_one_table),
        cmocka_unit_test(phrases_are_found_as_if_they_stood_in_one_table),
        cmocka_unit_test(few_hits_are_the_first_ones),
        cmocka_unit_test(a_row_names_its_file),
        cmocka_unit_test(a_table_may_stand_alone),
        cmocka_unit_test(faults_are_told_row_by_row),
        cmocka_unit_test(a_lexicon_that_cannot_be_used_is_refused),
        cmocka_unit_test(an_engine_reads_with_them),
        cmocka_unit_test(the_nearest_actor_fills_a_role),
        cmocka_unit_test(soldiers_come_from_lands_of_the_user),
        cmocka_unit_test(places_and_times_of_the_user_are_read),
        cmocka_unit_test(tables_of_time_and_places_may_stand_alone),
        cmocka_unit_test(more_countries_than_there_is_room_for_are_refused),
    };
    return cmocka_run_group_tests(tests, make_tables, remove_tables);
}
