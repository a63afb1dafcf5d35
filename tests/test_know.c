/* The knowledge file: tables, phrases, case, and damage. */
#include "support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "know/know.h"

static const char *folder;

static void write_file(const char *name, const char *data, size_t size) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(data, 1, size, f), size);
    assert_int_equal(fclose(f), 0);
}

static void write_text(const char *name, const char *text) {
    write_file(name, text, strlen(text));
}

static int pack(void) {
    char command[1024];
    const char *build = getenv("DATELINE_DATA") ? getenv("DATELINE_DATA") : "build";
    snprintf(command, sizeof command, "%s/pack %s/out.dlk %s %s/things.tsv %s/words.tsv >/dev/null 2>%s/error", build, folder, folder, folder, folder,
             folder);
    return system(command);
}

static dl_status open_packed(dl_know **know, dl_error *error) {
    char path[256];
    snprintf(path, sizeof path, "%s/out.dlk", folder);
    return dl_know_open(know, path, error);
}

static int make_tables(void **state) {
    static char name[] = "/tmp/dateline-know-XXXXXX";
    (void)state;
    folder = mkdtemp(name);
    if (!folder) return -1;
    write_text("things.tsv", "# source: a test\n#! phrases name aliases\n#! case proper\nname\taliases\tcode\n"
                             "United Nations\tUN|U.N.\tIGOUNO\nNew York\t\tUSA\nNew\tNeo\tNEW\nC\xc3\xb4te d'Ivoire\tIvory Coast\tCIV\n");
    write_text("words.tsv", "#! lemmas verb\nverb\tkind\nattack|raid\tviolence\n");
    return pack();
}

static int remove_tables(void **state) {
    char command[300];
    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

static dl_know *packed(void) {
    dl_know *know = NULL;
    dl_error error;
    assert_int_equal(open_packed(&know, &error), DL_OK);
    return know;
}

static void tables_are_read_by_name(void **state) {
    (void)state;
    dl_know *know = packed();
    uint32_t things = dl_know_table(know, "things");
    char entry[64];
    assert_int_not_equal(things, 0);
    assert_int_equal(dl_know_table(know, "nothing"), 0);
    assert_int_equal(dl_know_rows(know, 0), 0);
    assert_int_equal(dl_know_rows(know, things), 4);
    assert_bytes(dl_know_get(know, things, 3, "code"), "CIV");
    assert_bytes(dl_know_get(know, things, 1, "aliases"), "");
    assert_bytes(dl_know_get(know, things, 9, "code"), "");
    assert_bytes(dl_know_get(know, things, 0, "no such column"), "");
    dl_know_entry(know, things, 2, entry, sizeof entry);
    assert_string_equal(entry, "things.tsv:7");
    dl_know_close(know);
}

/* The code of the longest phrase at each token of a text cut at blanks, joined by blanks; "-" where there is none. */
static void assert_found(const dl_know *know, const char *text, bool capitals, const char *expected) {
    dl_token tokens[32] = {0};
    uint32_t count = 0;
    char got[256] = "";
    for (const char *at = text; *at;) {
        size_t n = strcspn(at, " ");
        tokens[count].span = (dl_span){(uint32_t)(at - text), (uint32_t)(at - text + (long)n)};
        tokens[count++].word = dl_know_word(know, (dl_bytes){at, n});
        at += n + (at[n] == ' ');
    }
    dl_know_view view = {dl_bytes_of(text), tokens, count, capitals};
    for (uint32_t t = 0; t < count; t++) {
        dl_know_hit hit;
        bool found = dl_know_find(know, &view, t, dl_know_table(know, "things"), &hit, 1);
        dl_bytes code = found ? dl_know_get(know, hit.table, hit.row, "code") : DL_LIT("-");
        snprintf(got + strlen(got), sizeof got - strlen(got), "%s%.*s", t ? " " : "", (int)code.size, code.data);
    }
    assert_string_equal(got, expected);
}

static void the_longest_phrase_comes_first(void **state) {
    (void)state;
    dl_know *know = packed();
    assert_found(know, "In New York the United Nations", false, "- USA - - IGOUNO -");
    assert_found(know, "New Delhi", false, "NEW -");
    dl_know_close(know);
}

static void case_decides_for_names(void **state) {
    (void)state;
    dl_know *know = packed();
    assert_found(know, "a new york", false, "- - -");
    assert_found(know, "un deux UN Un", false, "- - IGOUNO -");
    assert_found(know, "A NEW YORK ADDRESS", true, "- USA - -");
    dl_know_close(know);
}

static void accents_are_folded(void **state) {
    (void)state;
    dl_know *know = packed();
    assert_int_equal(dl_know_word(know, DL_LIT("C\xc3\x94TE")), dl_know_word(know, DL_LIT("Cote")));
    assert_int_not_equal(dl_know_word(know, DL_LIT("Cote")), 0);
    dl_know_close(know);
}

static void lemma_tables_are_looked_up(void **state) {
    (void)state;
    dl_know *know = packed();
    uint32_t words = dl_know_table(know, "words");
    dl_know_hit hit;
    assert_int_equal(dl_know_look_up(know, words, DL_LIT("Raid"), &hit, 1), 1);
    assert_bytes(dl_know_get(know, words, hit.row, "kind"), "violence");
    assert_int_equal(dl_know_look_up(know, words, DL_LIT("York"), &hit, 1), 0);
    dl_know_close(know);
}

static void damage_is_refused(void **state) {
    (void)state;
    char path[256], bytes[1 << 19];
    snprintf(path, sizeof path, "%s/out.dlk", folder);
    FILE *f = fopen(path, "rb");
    size_t size = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    dl_error error;
    for (size_t at = 0; at < size; at += size / 97 + 1) {
        dl_know *know = NULL;
        bytes[at] ^= 0x40;
        write_file("out.dlk", bytes, size);
        assert_int_equal(open_packed(&know, &error), DL_BAD_DATA);
        assert_null(know);
        bytes[at] ^= 0x40;
    }
    for (size_t cut = 0; cut < size; cut += size / 13 + 1) {
        dl_know *know = NULL;
        write_file("out.dlk", bytes, cut);
        assert_int_equal(open_packed(&know, &error), DL_BAD_DATA);
    }
    write_file("out.dlk", bytes, size);
}

/* The refusal says what is wrong and what to do. */
static void assert_refused(const char *bytes, size_t size, const char *words) {
    dl_know *know = NULL;
    dl_error error = {0};
    write_file("out.dlk", bytes, size);
    assert_int_equal(open_packed(&know, &error), DL_BAD_DATA);
    if (!strstr(error.message, words)) fail_msg("\"%s\" does not say \"%s\"", error.message, words);
    assert_non_null(strstr(error.message, "knowledge.dlk"));
    assert_non_null(strstr(error.message, "build"));
}

static void each_refusal_has_its_reason(void **state) {
    (void)state;
    char path[256], bytes[1 << 19];
    snprintf(path, sizeof path, "%s/out.dlk", folder);
    FILE *f = fopen(path, "rb");
    size_t size = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    assert_refused("#!/bin/sh\n", 10, "is no knowledge file");
    assert_refused(bytes, 4, "is no knowledge file");
    assert_refused(bytes, 8, "cut short");
    assert_refused(bytes, size - 1, "cut short");
    bytes[6]++; /* the digit of the version */
    assert_refused(bytes, size, "another version");
    bytes[6]--;
    bytes[size / 2] ^= 1;
    assert_refused(bytes, size, "damaged");
    bytes[size / 2] ^= 1;
    bytes[size] = 0;
    assert_refused(bytes, size + 1, "damaged");
    write_file("out.dlk", bytes, size);
}

static uint32_t found_at(const dl_know *know, const dl_know_view *view, uint32_t token, const char *table) {
    dl_know_hit hits[8];
    return dl_know_find(know, view, token, dl_know_table(know, table), hits, 8);
}

/* One table has a word alone, the other as the front of a phrase; rows of the first stand between those of the second, and are stepped over. */
static void tables_share_their_words(void **state) {
    (void)state;
    write_text("things.tsv", "#! phrases name\nname\tcode\nmine\tA\nmine\tB\nmine\tC\n");
    write_text("words.tsv", "#! phrases name\nname\tkind\nmine shaft\tD\nmine field\tE\nshaft\tF\n");
    assert_int_equal(pack(), 0);
    dl_know *know = packed();
    dl_token tokens[] = {{.span = {0, 4}}, {.span = {5, 10}}, {.span = {11, 15}}, {.span = {16, 20}}};
    dl_know_number(know, DL_LIT("mine shaft mine mine"), tokens, 4);
    dl_know_view view = {DL_LIT("mine shaft mine mine"), tokens, 4, false};
    assert_int_equal(found_at(know, &view, 0, "things"), 3);
    assert_int_equal(found_at(know, &view, 0, "words"), 1);
    assert_int_equal(found_at(know, &view, 1, "things"), 0);
    assert_int_equal(found_at(know, &view, 1, "words"), 1);
    assert_int_equal(found_at(know, &view, 2, "words"), 0); /* "mine mine" is none */
    assert_int_equal(found_at(know, &view, 3, "words"), 0); /* nor the last word alone */
    dl_know_hit hits[8];
    assert_int_equal(dl_know_find(know, &view, 0, 0, hits, 8), 4);
    assert_int_equal(hits[0].last, 1);
    assert_int_equal(dl_know_look_up(know, dl_know_table(know, "words"), DL_LIT("mine"), hits, 8), 0);
    assert_int_equal(dl_know_look_up(know, dl_know_table(know, "things"), DL_LIT("mine"), hits, 2), 2);
    dl_know_close(know);
}

/* Numbers are packed as numbers, and a table apart is found where it is asked for only. */
static void numbers_and_tables_apart(void **state) {
    (void)state;
    write_text("things.tsv", "#! phrases name\n#! integers people\n#! degrees lat\nname\tpeople\tlat\nNew York\t8000000\t40.71427\nNowhere\t\t\n"
                             "Quito\t1\t-0.2\n");
    write_text("words.tsv", "#! phrases name\n#! apart\nname\tkind\nOrneta\tvillage\nNew Orneta\ttown\n");
    assert_int_equal(pack(), 0);
    dl_know *know = packed();
    uint32_t things = dl_know_table(know, "things"), rare = dl_know_table(know, "words"), people = dl_know_column(know, things, "people"), lat = 2;
    assert_int_equal(dl_know_integer(know, things, 0, people), 8000000);
    assert_int_equal(dl_know_integer(know, things, 1, people), 0);
    assert_true(fabs(dl_know_degrees(know, things, 0, lat) - 40.71427) < 1e-9);
    assert_true(isnan(dl_know_degrees(know, things, 1, lat)));
    assert_true(fabs(dl_know_degrees(know, things, 2, lat) + 0.2) < 1e-9);
    assert_bytes(dl_know_cell(know, things, 0, people), "");
    assert_int_equal(dl_know_word(know, DL_LIT("Orneta")), 0);
    assert_int_not_equal(dl_know_rare_word(know, DL_LIT("Orneta")), 0);
    dl_token tokens[] = {{.span = {0, 3}}, {.span = {4, 10}}};
    dl_know_number(know, DL_LIT("New Orneta"), tokens, 2);
    assert_int_equal(tokens[0].word, tokens[0].rare);
    assert_int_equal(tokens[1].word, 0);
    assert_true(tokens[1].rare > dl_know_last_word(know));
    assert_true(dl_know_begins_apart(know, tokens[0].rare) && dl_know_begins_apart(know, tokens[1].rare));
    dl_know_view view = {DL_LIT("New Orneta"), tokens, 2, false};
    dl_know_hit hits[4];
    assert_int_equal(dl_know_find(know, &view, 0, 0, hits, 4), 0);
    assert_int_equal(dl_know_find_apart(know, &view, 1, rare, hits, 4), 1);
    assert_bytes(dl_know_get(know, rare, hits[0].row, "kind"), "village");
    assert_int_equal(dl_know_find_apart(know, &view, 0, rare, hits, 4), 1);
    assert_int_equal(hits[0].last, 1);
    dl_know_close(know);
}

static void the_same_tables_give_the_same_bytes(void **state) {
    (void)state;
    static char first[1 << 19], second[1 << 19];
    char path[256];
    snprintf(path, sizeof path, "%s/out.dlk", folder);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(pack(), 0);
        FILE *f = fopen(path, "rb");
        assert_non_null(f);
        assert_true(fread(i ? second : first, 1, sizeof first, f) > 0);
        fclose(f);
    }
    assert_memory_equal(first, second, sizeof first);
}

static void names_are_folded(void **state) {
    (void)state;
    static const struct {
        const char *word, *folded;
    } words[] = {{"\xc5\x81\xc3\xb3"
                  "d\xc5\xba",
                  "lodz"},
                 {"Do\xc4\x9f"
                  "ubayaz\xc4\xb1t",
                  "dogubayazit"},
                 {"Troms\xc3\xb8", "tromso"},
                 {"Sana'a", "sanaa"},
                 {"Sana\xe2\x80\x99"
                  "a",
                  "sanaa"},
                 {"n't", "n't"},
                 {"o\xe2\x80\x99"
                  "clock",
                  "o'clock"},
                 {"Ta\xca\xbf"
                  "izz",
                  "taizz"},
                 {"'s", "'s"},
                 {"Stra\xc3\x9f"
                  "e",
                  "strasse"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char out[64];
        assert_bytes(((dl_bytes){out, dl_know_fold(dl_bytes_of(words[i].word), out, sizeof out)}), words[i].folded);
    }
}

static void the_packer_names_the_line(void **state) {
    (void)state;
    char path[256], line[256] = "";
    write_text("words.tsv", "#! lemmas verb\nverb\tkind\nattack\tviolence\ttoo\tmany\n");
    assert_int_not_equal(pack(), 0);
    snprintf(path, sizeof path, "%s/error", folder);
    FILE *f = fopen(path, "r");
    assert_non_null(fgets(line, sizeof line, f));
    fclose(f);
    assert_non_null(strstr(line, "words.tsv:3: more cells than columns"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_read_by_name),
        cmocka_unit_test(the_longest_phrase_comes_first),
        cmocka_unit_test(case_decides_for_names),
        cmocka_unit_test(accents_are_folded),
        cmocka_unit_test(lemma_tables_are_looked_up),
        cmocka_unit_test(damage_is_refused),
        cmocka_unit_test(each_refusal_has_its_reason),
        cmocka_unit_test(the_same_tables_give_the_same_bytes),
        cmocka_unit_test(names_are_folded),
        cmocka_unit_test(tables_share_their_words),
        cmocka_unit_test(numbers_and_tables_apart),
        cmocka_unit_test(the_packer_names_the_line),
    };
    return cmocka_run_group_tests(tests, make_tables, remove_tables);
}
