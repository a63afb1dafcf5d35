/* Arena, arrays, bytes, calendar, UTF-8. */
#include "support.h"

#include <string.h>

#include "base/array.h"
#include "base/calendar.h"
#include "base/search.h"
#include "base/utf8.h"

static void arena_gives_zeroed_aligned_memory(void **state) {
    (void)state;
    dl_arena arena = {0};
    for (size_t size = 0; size < 40000; size += 997) {
        char *piece = dl_arena_alloc(&arena, size);
        assert_non_null(piece);
        assert_int_equal((uintptr_t)piece % 16, 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(piece[i], 0);
        memset(piece, 0xaa, size);
    }
    dl_arena_free(&arena);
    assert_null(arena.blocks);
}

static void arena_leaves_by_the_guard(void **state) {
    (void)state;
    dl_arena arena = {0};
    jmp_buf guard;
    assert_null(dl_arena_alloc(&arena, SIZE_MAX));
    dl_arena_guard(&arena, &guard);
    if (!setjmp(guard)) {
        dl_arena_alloc(&arena, SIZE_MAX - 4);
        fail_msg("an impossible allocation came back");
    }
    dl_arena_free(&arena);
}

static void arrays_reserve_row_zero_and_keep_rows(void **state) {
    (void)state;
    dl_arena arena = {0};
    DL_ARRAY(uint64_t) numbers = {0};
    DL_RESERVE(&arena, &numbers, 20);
    assert_true(numbers.room > 20 && numbers.count == 0);
    for (uint64_t i = 1; i <= 1000; i++) *DL_PUSH(&arena, &numbers) = i;
    assert_int_equal(numbers.count, 1001);
    assert_int_equal(numbers.rows[0], 0);
    for (uint64_t i = 1; i <= 1000; i++) assert_int_equal(numbers.rows[i], i);
    dl_arena_free(&arena);
}

static void bytes_are_cut_at_marks(void **state) {
    (void)state;
    dl_bytes rest = DL_LIT("a||bc"), piece;
    assert_true(dl_bytes_cut(&rest, '|', &piece));
    assert_bytes(piece, "a");
    assert_true(dl_bytes_cut(&rest, '|', &piece));
    assert_int_equal(piece.size, 0);
    assert_true(dl_bytes_cut(&rest, '|', &piece));
    assert_bytes(piece, "bc");
    assert_false(dl_bytes_cut(&rest, '|', &piece));
}

static void numbers_are_spelled(void **state) {
    char digits[DL_DIGITS];
    (void)state;
    assert_true(dl_bytes_is(dl_bytes_digits(0, digits), "0"));
    assert_true(dl_bytes_is(dl_bytes_digits(1905, digits), "1905"));
    assert_true(dl_bytes_is(dl_bytes_digits(-70, digits), "-70"));
    assert_true(dl_bytes_is(dl_bytes_digits(INT64_MIN, digits), "-9223372036854775808"));
}

static void dates_go_there_and_back(void **state) {
    (void)state;
    for (dl_instant day = dl_instant_of_date((dl_date){1600, 1, 1}); day < dl_instant_of_date((dl_date){2400, 1, 1}); day += 37 * DL_DAY) {
        dl_date date = dl_date_of_instant(day);
        assert_true(dl_date_possible(date));
        assert_int_equal(dl_instant_of_date(date), day);
    }
    assert_int_equal(dl_weekday(dl_instant_of_date((dl_date){2022, 3, 14})), 0);
    assert_int_equal(dl_weekday(dl_instant_of_date((dl_date){1969, 12, 28})), 6);
}

static void assert_iso(const char *given, const char *expected) {
    dl_instant instant;
    dl_grain grain;
    bool zoned;
    char out[32] = "impossible";
    if (dl_iso_read(dl_bytes_of(given), &instant, &grain, &zoned)) dl_iso_write(out, instant, grain, zoned);
    assert_string_equal(out, expected);
}

static void iso_dates_are_read_whole(void **state) {
    (void)state;
    assert_iso("2022-03-14", "2022-03-14");
    assert_iso("2022-03", "2022-03");
    assert_iso("1989", "1989");
    assert_iso("2022-03-14T08:20Z", "2022-03-14T08:20Z");
    assert_iso("2022-03-14T01:20:30.25+02:00", "2022-03-13T23:20:30Z");
    assert_iso("2022-03-14 08:20", "2022-03-14T08:20");
    assert_iso("2024-02-29", "2024-02-29");
    assert_iso("2023-02-29", "impossible");
    assert_iso("2022-13-01", "impossible");
    assert_iso("2022-03-14T25:00", "impossible");
    assert_iso("2022-03-14x", "impossible");
    assert_iso("", "impossible");
    assert_iso("22-3-4", "impossible");
}

static void utf8_is_told_from_what_is_not(void **state) {
    (void)state;
    assert_int_equal(dl_utf8_valid(DL_LIT("plain \xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80")), 17);
    assert_int_equal(dl_utf8_valid(DL_LIT("ab\xc0\x80")), 2);         /* overlong */
    assert_int_equal(dl_utf8_valid(DL_LIT("ab\xed\xa0\x80")), 2);     /* surrogate */
    assert_int_equal(dl_utf8_valid(DL_LIT("ab\xf4\x90\x80\x80")), 2); /* past the last code point */
    assert_int_equal(dl_utf8_bad_size(DL_LIT("\xe2\x82z")), 2);       /* the maximal subpart */
    assert_int_equal(dl_utf8_bad_size(DL_LIT("\xff\xff")), 1);
}

static void rows_are_found_by_a_member(void **state) {
    (void)state;
    typedef struct row {
        char letter;
        dl_span span;
    } row;
    dl_arena arena = {0};
    DL_ARRAY(row) list = {0};
    assert_int_equal(DL_ROW_NOT_BELOW(&list, span.end, 7), 1);
    for (uint32_t i = 1; i <= 5; i++) *DL_PUSH(&arena, &list) = (row){'x', {0, i / 3 * 10}}; /* 0 0 10 10 10 */
    assert_int_equal(DL_ROW_NOT_BELOW(&list, span.end, 0), 1);
    assert_int_equal(DL_ROW_NOT_BELOW(&list, span.end, 1), 3);
    assert_int_equal(DL_ROW_NOT_BELOW(&list, span.end, 10), 3);
    assert_int_equal(DL_ROW_NOT_BELOW(&list, span.end, 11), list.count);
    dl_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_zeroed_aligned_memory),
        cmocka_unit_test(arena_leaves_by_the_guard),
        cmocka_unit_test(arrays_reserve_row_zero_and_keep_rows),
        cmocka_unit_test(bytes_are_cut_at_marks),
        cmocka_unit_test(numbers_are_spelled),
        cmocka_unit_test(dates_go_there_and_back),
        cmocka_unit_test(iso_dates_are_read_whole),
        cmocka_unit_test(utf8_is_told_from_what_is_not),
        cmocka_unit_test(rows_are_found_by_a_member),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
