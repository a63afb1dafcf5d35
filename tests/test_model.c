/* The model file: what is no sound file of this version is refused, in words that name it and help; what is sound but makes no sense is refused or
 * does no harm. Files are made in memory from the one that is shipped and opened by their name in /proc. */
#include "support.h"

#include "engine/engine.h"
#include "lang/lemma.h"
#include "lang/model.h"
#include "lang/net_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static struct {
    char *kept; /* the shipped file */
    size_t size;
    int file; /* one in memory, as large */
    char *bytes;
    char path[64];
} model;

static void shipped_path(char *path, size_t room) {
    const char *dir = getenv("DATELINE_DATA");
    snprintf(path, room, "%s/english.dlm", dir ? dir : "build");
}

static int open_model(void **state) {
    (void)state;
    char path[512];
    shipped_path(path, sizeof path);
    FILE *file = fopen(path, "rb");
    if (!file) return -1;
    fseek(file, 0, SEEK_END);
    model.size = (size_t)ftell(file);
    rewind(file);
    model.kept = malloc(model.size);
    size_t got = fread(model.kept, 1, model.size, file);
    fclose(file);
    model.file = memfd_create("model", 0);
    if (got != model.size || model.file < 0 || ftruncate(model.file, (off_t)model.size)) return -1;
    model.bytes = mmap(NULL, model.size, PROT_READ | PROT_WRITE, MAP_SHARED, model.file, 0);
    snprintf(model.path, sizeof model.path, "/proc/self/fd/%d", model.file);
    return model.bytes == MAP_FAILED ? -1 : 0;
}

static int close_model(void **state) {
    munmap(model.bytes, model.size);
    close(model.file);
    free(model.kept);
    return close_engine(state);
}

/* A fresh copy of the shipped file, to be spoiled. */
static void restore(void) {
    assert_int_equal(ftruncate(model.file, (off_t)model.size), 0);
    memcpy(model.bytes, model.kept, model.size);
}

static dl_model_header *header(void) {
    return (dl_model_header *)model.bytes;
}

static dl_model_section *sections(void) {
    return (dl_model_section *)(model.bytes + sizeof(dl_model_header));
}

static dl_model_section *section(const char *name) {
    for (uint32_t i = 0; i < header()->sections; i++)
        if (!strncmp(sections()[i].name, name, DL_MODEL_NAME)) return sections() + i;
    fail_msg("the model has no section '%s'", name);
    return NULL;
}

static void *data_of(const char *name) {
    return model.bytes + section(name)->offset;
}

/* Makes the checksum right, so that it is the looks at the sections that are tried. */
static void stamp(void) {
    header()->checksum = dl_model_checksum(header() + 1, model.size - sizeof(dl_model_header));
}

static dl_status open_path(const char *path, dl_error *error) {
    dl_lang *lang = NULL;
    dl_status status = dl_lang_open(&lang, path, error);
    assert_true((status == DL_OK) == (lang != NULL));
    dl_lang_close(lang);
    return status;
}

/* Refused in words that hold `why`, the name of the file, and what to do. */
static void assert_refused_at(const char *path, const char *why) {
    dl_error error = {0};
    dl_status status = open_path(path, &error);
    if (status != DL_BAD_DATA) fail_msg("%s: status %d, not refused", why, status);
    if (!strstr(error.message, why)) fail_msg("refused by '%s', not by '%s'", error.message, why);
    assert_non_null(strstr(error.message, "english.dlm"));
    assert_non_null(strstr(error.message, "install dateline again"));
}

static void assert_refused(const char *why) {
    assert_refused_at(model.path, why);
}

static void assert_senseless(const char *what) {
    dl_error error = {0};
    stamp();
    if (open_path(model.path, &error) != DL_BAD_DATA) fail_msg("%s: not refused", what);
    restore();
}

/* Opens, and a report read with it has sound tables. */
static void assert_harmless(const char *what) {
    dl_engine engine = *test_engine();
    dl_doc *doc = NULL;
    dl_error error = {0};
    stamp();
    if (dl_lang_open(&engine.lang, model.path, &error) != DL_OK) fail_msg("%s: %s", what, error.message);
    dl_bytes text =
        dl_bytes_of("KYIV, March 14 (Agency) - Two UN envoys' convoys were hit by shells; \"We left,\" Olena Koval said.\n\nRUSSIA DENIES IT");
    assert_int_equal(dl_doc_make(&doc, NULL, text, &error), DL_OK);
    if (dl_analyze(&engine, doc, DL_STAGES_ALL, &error) != DL_OK) fail_msg("%s: %s", what, error.message);
    const char *wrong = dl_doc_check(doc);
    if (wrong) fail_msg("%s: %s", what, wrong);
    dl_doc_free(doc);
    dl_lang_close(engine.lang);
    restore();
}

/* ---------------------------------------------------------------- the file */

static void the_shipped_file_opens(void **state) {
    (void)state;
    restore();
    assert_harmless("shipped");
}

static void a_file_cut_off_anywhere_is_refused(void **state) {
    (void)state;
    restore();
    size_t ends[256], count = 0;
    for (uint32_t i = 0; i < header()->sections && count < 250; i++) {
        ends[count++] = sections()[i].offset;
        ends[count++] = sections()[i].offset + sections()[i].size - 1;
        ends[count++] = sizeof(dl_model_header) + (i + 1) * sizeof(dl_model_section);
    }
    ends[count++] = sizeof(dl_model_header);
    ends[count++] = sizeof(dl_model_header) - 1;
    ends[count++] = 1;
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(ftruncate(model.file, (off_t)ends[i]), 0);
        assert_refused("is cut off");
        restore();
    }
}

static void bytes_behind_the_end_are_refused(void **state) {
    (void)state;
    restore();
    assert_int_equal(ftruncate(model.file, (off_t)model.size + 64), 0);
    assert_refused("is damaged");
}

static void every_bit_of_the_header_counts(void **state) {
    (void)state;
    restore();
    for (size_t bit = 0; bit < 8 * sizeof(dl_model_header); bit++) {
        model.bytes[bit / 8] ^= (char)(1 << bit % 8);
        assert_refused("");
        model.bytes[bit / 8] ^= (char)(1 << bit % 8);
    }
}

static void a_flipped_bit_in_any_section_is_refused(void **state) {
    (void)state;
    restore();
    for (uint32_t i = 0; i < header()->sections; i++) {
        size_t at[] = {sizeof(dl_model_header) + i * sizeof(dl_model_section) + i % sizeof(dl_model_section), sections()[i].offset,
                       sections()[i].offset + sections()[i].size - 1};
        for (size_t k = 0; k < sizeof at / sizeof *at; k++) {
            model.bytes[at[k]] ^= 0x10;
            assert_refused("is damaged");
            model.bytes[at[k]] ^= 0x10;
        }
    }
}

static void another_version_or_kind_is_named(void **state) {
    (void)state;
    restore();
    header()->version++;
    assert_refused("is of another version");
    restore();
    memcpy(header()->magic, "DLKNOW\n\n", sizeof header()->magic);
    assert_refused("is of another kind");
    restore();
}

static void what_is_no_file_is_refused(void **state) {
    (void)state;
    char folder[] = "/tmp/dateline-model-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    assert_refused_at(folder, "is empty or no file");
    snprintf(path, sizeof path, "%s/english.dlm", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fclose(file);
    assert_refused_at(path, "is empty or no file");
    unlink(path);
    dl_error error = {0};
    assert_int_equal(open_path(path, &error), DL_CANNOT_READ);
    assert_non_null(strstr(error.message, "english.dlm"));
    assert_int_not_equal(error.system, 0);
    assert_int_equal(open_path(path, NULL), DL_CANNOT_READ);
    rmdir(folder);
}

/* Two processes share the pages of one file only where none can write to them. */
static void the_weights_are_mapped_for_reading_and_shared(void **state) {
    (void)state;
    char path[512], line[1024], *real;
    shipped_path(path, sizeof path);
    real = realpath(path, NULL);
    assert_non_null(real);
    assert_non_null(test_engine());
    FILE *maps = fopen("/proc/self/maps", "r");
    assert_non_null(maps);
    unsigned found = 0;
    while (fgets(line, sizeof line, maps)) {
        if (!strstr(line, real)) continue;
        found++;
        assert_non_null(strstr(line, " r--s "));
    }
    fclose(maps);
    free(real);
    assert_int_equal(found, 1);
}

/* ---------------------------------------------------------------- sections with a right checksum */

static void a_missing_or_misshapen_section_is_refused(void **state) {
    (void)state;
    restore();
    for (uint32_t i = 0; i < header()->sections; i++) {
        sections()[i].name[0] = '-';
        assert_senseless("a section lacks");
        sections()[i].size = 0;
        assert_senseless("a section is empty");
        if (!strncmp(sections()[i].name, "lemma.texts", DL_MODEL_NAME)) continue; /* bytes: any width that fits does */
        sections()[i].width++;
        assert_senseless("a section has another width");
    }
}

static void sections_outside_the_file_are_refused(void **state) {
    (void)state;
    restore();
    for (uint32_t i = 0; i < header()->sections; i++) {
        const uint64_t offsets[] = {0, DL_MODEL_ALIGN, sections()[i].offset + 4, model.size, UINT64_MAX - DL_MODEL_ALIGN + 1};
        for (size_t k = 0; k < sizeof offsets / sizeof *offsets; k++) {
            sections()[i].offset = offsets[k];
            assert_senseless("an offset");
        }
        sections()[i].size = UINT64_MAX;
        assert_senseless("a size");
        sections()[i].count = UINT32_MAX;
        assert_senseless("a count");
    }
    header()->sections = UINT32_MAX;
    assert_senseless("a number of sections");
}

static void tags_out_of_range_are_refused(void **state) {
    (void)state;
    restore();
    unsigned char *pairs = data_of("tag.pairs");
    pairs[0] = DL_UPOS_COUNT_;
    assert_senseless("a universal tag");
    pairs[1] = DL_XPOS_COUNT_;
    assert_senseless("a Penn tag");
}

static void lemmas_that_are_no_words_are_refused(void **state) {
    (void)state;
    restore();
    dl_lemma_entry *entries = data_of("lemma.table");
    uint32_t last = section("lemma.table")->count - 1;
    entries[last].begin = UINT32_MAX;
    assert_senseless("a lemma outside the texts");
    entries[last].size = UINT32_MAX;
    assert_senseless("a lemma longer than the texts");
    entries[last].size = 0;
    assert_senseless("an empty lemma");
    entries[last].begin = 0, entries[last].size = 1000;
    assert_senseless("a lemma of a thousand bytes");
    ((char *)data_of("lemma.texts"))[entries[last].begin] = '\xff';
    assert_senseless("a lemma that is not UTF-8");
}

static void fill(const char *name, int byte) {
    memset(data_of(name), byte, section(name)->size);
}

static void ready_words_without_room_or_end_are_refused(void **state) {
    (void)state;
    restore();
    section("net.ready")->count = DL_NET_READY + 1;
    section("net.ready")->offset = section("net.form")->offset;
    section("net.ready")->size = section("net.form")->size;
    assert_senseless("more ready words than there is room for");
    section("net.ready")->width = 2;
    assert_senseless("ready words of another shape");
    section("net.readyat")->count = 2;
    assert_senseless("too few slots for the ready words");
    fill("net.readyat", 1);
    assert_senseless("slots without an empty one, where no search would end");
    ((uint16_t *)data_of("net.readyat"))[7] = DL_NET_READY + 1;
    assert_senseless("a slot that points behind the ready words");
    memcpy(section("net.ready")->name, "net.steady", 10);
    assert_senseless("slots without their words");
}

static void unsorted_tables_do_no_harm(void **state) {
    (void)state;
    restore();
    static const char *const names[] = {"net.forms", "name.cases", "lemma.words"};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
        fill(names[n], 0xff);
        assert_harmless(names[n]);
        uint32_t *numbers = data_of(names[n]), count = (uint32_t)(section(names[n])->size / sizeof *numbers);
        for (uint32_t i = 0; i < count / 2; i++) {
            uint32_t kept = numbers[i];
            numbers[i] = numbers[count - 1 - i];
            numbers[count - 1 - i] = kept;
        }
        assert_harmless(names[n]);
    }
    dl_lemma_entry *entries = data_of("lemma.table");
    for (uint32_t i = 0; i < section("lemma.table")->count; i++) entries[i].key = (uint64_t)i * 0x9e3779b97f4a7c15u;
    assert_harmless("lemma.table");
}

/* Whole sections of the largest and smallest weights: sums wrap around, the tree stays a tree. */
static void weights_of_any_size_do_no_harm(void **state) {
    (void)state;
    restore();
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < header()->sections; i++) {
            char name[DL_MODEL_NAME + 1] = {0};
            memcpy(name, sections()[i].name, DL_MODEL_NAME);
            bool weights = !strncmp(name, "net.", 4) || !strcmp(name, "name.rows");
            if (weights) fill(name, round ? 0x80 : 0x7f);
            if (weights) assert_harmless(name);
        }
    }
    for (uint32_t i = 0; i < header()->sections; i++)
        if (!strncmp(sections()[i].name, "net.", 4)) memset(model.bytes + sections()[i].offset, 0x7f, sections()[i].size);
    assert_harmless("all weights");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_file_opens),
        cmocka_unit_test(a_file_cut_off_anywhere_is_refused),
        cmocka_unit_test(bytes_behind_the_end_are_refused),
        cmocka_unit_test(every_bit_of_the_header_counts),
        cmocka_unit_test(a_flipped_bit_in_any_section_is_refused),
        cmocka_unit_test(another_version_or_kind_is_named),
        cmocka_unit_test(what_is_no_file_is_refused),
        cmocka_unit_test(the_weights_are_mapped_for_reading_and_shared),
        cmocka_unit_test(a_missing_or_misshapen_section_is_refused),
        cmocka_unit_test(sections_outside_the_file_are_refused),
        cmocka_unit_test(tags_out_of_range_are_refused),
        cmocka_unit_test(lemmas_that_are_no_words_are_refused),
        cmocka_unit_test(ready_words_without_room_or_end_are_refused),
        cmocka_unit_test(unsorted_tables_do_no_harm),
        cmocka_unit_test(weights_of_any_size_do_no_harm),
    };
    return cmocka_run_group_tests(tests, open_model, close_model);
}
