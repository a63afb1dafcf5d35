/* The same report gives the same bytes: again, after other reports, and in many threads at once. */
#include "dateline.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { THREADS = 4, ROUNDS = 3 };

static const char *const reports[] = {
    "KYIV, March 14, 2022 (Agency) - Russian shells killed at least 35 people in Lviv on Sunday, the mayor said.\n",
    "Talks between Colombia and the rebels collapsed in Caracas last week. \"We will not return,\" Ana Ruiz told Radio Norte.\n",
    "GUNMEN KIDNAPPED TWO JUDGES IN MEDELLIN TODAY, POLICE REPORTED. THE ARMY DENIED THAT ITS TROOPS WERE INVOLVED.\n",
    "Thousands marched in Dhaka; police fired tear gas. If the court upholds the quotas, unions will strike, they said on 19 July 2024.\n",
    "",
    "\xff\xfe Invalid bytes, 30 to 40 people hurt near Goma, according to the U.N.\n",
};
enum { REPORTS = sizeof reports / sizeof *reports };

typedef struct text {
    char *bytes;
    size_t size, room;
} text;

static bool append(void *self, const char *data, size_t size) {
    text *out = self;
    if (out->size + size > out->room) {
        size_t room = 2 * (out->size + size);
        char *grown = realloc(out->bytes, room);
        if (!grown) return false;
        out->bytes = grown;
        out->room = room;
    }
    memcpy(out->bytes + out->size, data, size);
    out->size += size;
    return true;
}

static text read_report(const dl_engine *engine, int number) {
    text out = {0};
    dl_doc *doc = NULL;
    dl_source source = {.uri = "report.txt", .published = number % 2 ? "2024-05-15" : NULL};
    dl_sink sink = {.write = append, .self = &out, .tokens = true};
    dl_status status = dl_doc_make(&doc, &source, (dl_bytes){reports[number], strlen(reports[number])}, NULL);
    if (status == DL_OK) status = dl_analyze(engine, doc, DL_STAGES_ALL, NULL);
    for (dl_format format = DL_FORMAT_DOC_JSONL; status == DL_OK && format <= DL_FORMAT_PLACES_TABLE; format++)
        status = dl_write(engine, doc, format, &sink, NULL);
    dl_doc_free(doc);
    if (status == DL_OK) return out;
    free(out.bytes);
    return (text){0};
}

static bool same(text a, text b) {
    return a.size && a.size == b.size && !memcmp(a.bytes, b.bytes, a.size);
}

typedef struct shared {
    const dl_engine *engine;
    text expected[REPORTS];
} shared;

/* Runs in every thread: reads the reports, beginning with another one each time, and counts what differs. */
static void *read_all(void *context) {
    const shared *s = context;
    uintptr_t different = 0;
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < REPORTS; i++) {
            int number = (i + round) % REPORTS;
            text got = read_report(s->engine, number);
            different += !same(got, s->expected[number]);
            free(got.bytes);
        }
    }
    return (void *)different;
}

static void again_and_after_others(void **state) {
    assert_int_equal((uintptr_t)read_all(*state), 0);
}

static void in_many_threads(void **state) {
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; i++) assert_int_equal(pthread_create(&threads[i], NULL, read_all, *state), 0);
    for (int i = 0; i < THREADS; i++) {
        void *different;
        assert_int_equal(pthread_join(threads[i], &different), 0);
        assert_int_equal((uintptr_t)different, 0);
    }
}

static void by_another_engine(void **state) {
    shared *s = *state;
    dl_engine *other = NULL;
    assert_int_equal(dl_engine_open(&other, NULL, NULL), DL_OK);
    shared again = *s;
    again.engine = other;
    assert_int_equal((uintptr_t)read_all(&again), 0);
    dl_engine_close(other);
}

static int open_for_all(void **state) {
    static shared s;
    dl_engine *engine = NULL;
    if (dl_engine_open(&engine, NULL, NULL) != DL_OK) return 1;
    s.engine = engine;
    for (int i = 0; i < REPORTS; i++) s.expected[i] = read_report(engine, i);
    *state = &s;
    return 0;
}

static int close_for_all(void **state) {
    shared *s = *state;
    for (int i = 0; i < REPORTS; i++) free(s->expected[i].bytes);
    dl_engine_close((dl_engine *)s->engine);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(again_and_after_others),
        cmocka_unit_test(in_many_threads),
        cmocka_unit_test(by_another_engine),
    };
    return cmocka_run_group_tests(tests, open_for_all, close_for_all);
}
