/* JSON from anyone: what is taken, what is refused and at which byte. */
#include "support.h"

#include "intake/json.h"

#include <stdlib.h>

static void assert_refused_at(const char *text, size_t at) {
    dl_arena arena = {0};
    size_t got;
    const char *wrong = dl_json_read(&arena, dl_bytes_of(text), NULL, 0, &got);
    if (!wrong) fail_msg("taken: %s", text);
    if (got != at) fail_msg("refused at byte %zu, not %zu: %s", got, at, text);
    dl_arena_free(&arena);
}

static void assert_member(const char *text, dl_json_kind kind, const char *value) {
    dl_arena arena = {0};
    dl_json_member member = {.name = "a"};
    size_t at;
    const char *wrong = dl_json_read(&arena, dl_bytes_of(text), &member, 1, &at);
    if (wrong) fail_msg("%s: %s at byte %zu", text, wrong, at);
    assert_int_equal(member.kind, kind);
    assert_bytes(member.value, value);
    dl_arena_free(&arena);
}

static void members_are_found_among_others(void **state) {
    (void)state;
    assert_member("{}", DL_JSON_ABSENT, "");
    assert_member("{\"b\": {\"a\": 1}, \"a\": \"x\"}", DL_JSON_STRING, "x");
    assert_member("{\"a\":\"x\",\"a\":\"y\"}", DL_JSON_STRING, "y");
    assert_member(" {\t\"a\" :\r\n null } ", DL_JSON_NULL, "null");
    assert_member("{\"a\":true}", DL_JSON_BOOLEAN, "true");
    assert_member("{\"b\":[],\"a\":[1,{\"a\":[{}]},\"]\"],\"c\":{}}", DL_JSON_ARRAY, "[1,{\"a\":[{}]},\"]\"]");
    assert_member("{\"a\":{\"b\":[]}}", DL_JSON_OBJECT, "{\"b\":[]}");
    assert_member("{\"a\":-12.5e+3}", DL_JSON_NUMBER, "-12.5e+3");
    assert_member("{\"\\u0061\":0}", DL_JSON_NUMBER, "0");
}

static void escapes_are_decoded(void **state) {
    (void)state;
    assert_member("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", DL_JSON_STRING, "\"\\/\b\f\n\r\t");
    assert_member("{\"a\":\"\\u00e9\\u20AC\\ud83d\\ude00!\"}", DL_JSON_STRING, "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80!");
}

static void broken_json_is_refused_where_it_breaks(void **state) {
    (void)state;
    assert_refused_at("", 0);
    assert_refused_at("[1]", 0);
    assert_refused_at("{", 1);
    assert_refused_at("{\"a\"", 4);
    assert_refused_at("{\"a\":", 5);
    assert_refused_at("{\"a\":}", 5);
    assert_refused_at("{\"a\":1", 6);
    assert_refused_at("{\"a\":1,}", 7);
    assert_refused_at("{\"a\":1]", 6);
    assert_refused_at("{\"a\":[1}", 7);
    assert_refused_at("{\"a\":[1,]}", 8);
    assert_refused_at("{a:1}", 1);
    assert_refused_at("{\"a\":01}", 6);
    assert_refused_at("{\"a\":1.}", 7);
    assert_refused_at("{\"a\":+1}", 5);
    assert_refused_at("{\"a\":nul}", 5);
    assert_refused_at("{} {}", 3);
}

static void broken_strings_are_refused_where_they_break(void **state) {
    (void)state;
    assert_refused_at("{\"a\":\"x", 7);
    assert_refused_at("{\"a\":\"x\\", 8);
    assert_refused_at("{\"a\":\"\\x\"}", 7);
    assert_refused_at("{\"a\":\"\\u12", 10);
    assert_refused_at("{\"a\":\"\\u12g4\"}", 10);
    assert_refused_at("{\"a\":\"\\u0000\"}", 6);
    assert_refused_at("{\"a\":\"\\ud83d\"}", 6);
    assert_refused_at("{\"a\":\"\\ud83d\\u0041\"}", 6);
    assert_refused_at("{\"a\":\"\\ude00\"}", 6);
    assert_refused_at("{\"a\":\"\n\"}", 6);
    assert_refused_at("{\"a\":\"\xff\"}", 6);
}

static void depth_has_a_limit(void **state) {
    (void)state;
    enum { DEEP = DL_JSON_DEPTH };
    char *text = calloc(1, 2 * DEEP + 16);
    assert_non_null(text);
    memcpy(text, "{\"a\":", 5);
    memset(text + 5, '[', DEEP);
    memset(text + 5 + DEEP, ']', DEEP);
    text[5 + 2 * DEEP] = '}';
    dl_json_member member = {.name = "a"};
    dl_arena arena = {0};
    size_t at;
    assert_null(dl_json_read(&arena, dl_bytes_of(text), &member, 1, &at));
    assert_int_equal(member.kind, DL_JSON_ARRAY);
    text[5 + DEEP] = '[';
    assert_non_null(dl_json_read(&arena, dl_bytes_of(text), &member, 1, &at));
    assert_int_equal(at, 5 + DEEP);
    dl_arena_free(&arena);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_found_among_others),
        cmocka_unit_test(escapes_are_decoded),
        cmocka_unit_test(broken_json_is_refused_where_it_breaks),
        cmocka_unit_test(broken_strings_are_refused_where_they_break),
        cmocka_unit_test(depth_has_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
