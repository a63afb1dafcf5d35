/* Time expressions: what is found and what it means. */
#include "support.h"

#include <stdio.h>

#include "base/calendar.h"

/* All expressions of a text, "words = value" each, joined by "; ". */
static void assert_times(const char *text, const char *published, const char *expected) {
    dl_doc *doc = read_text(text, published);
    char got[2048] = "";
    size_t size = 0;
    for (DL_EACH(i, &doc->times)) {
        const dl_time *t = &doc->times.rows[i];
        dl_bytes words = dl_doc_words(doc, t->span);
        size += (size_t)snprintf(got + size, sizeof got - size, "%s%.*s = %.*s", i > 1 ? "; " : "", (int)words.size, words.data, (int)t->value.size,
                                 t->value.data);
    }
    assert_string_equal(got, expected);
    dl_doc_free(doc);
}

/* 2019-06-12 was a Wednesday. */
#define DAY "2019-06-12"

static void reads_dates(void **state) {
    (void)state;
    assert_times("The bridge was blown up on March 14, 2017.", DAY, "March 14, 2017 = 2017-03-14");
    assert_times("The bridge was blown up on 14 March 2017.", DAY, "14 March 2017 = 2017-03-14");
    assert_times("The bridge fell on Tuesday, the 4th of June.", DAY, "Tuesday, the 4th of June = 2019-06-04");
    assert_times("Shelling resumed on Sept. 3.", DAY, "Sept. 3 = 2018-09-03");
    assert_times("They will vote on Sept. 3.", DAY, "Sept. 3 = 2019-09-03");
    assert_times("It was built in May 1998 and burned in 2004.", DAY, "May 1998 = 1998-05; 2004 = 2004");
    assert_times("Posted 2019-06-11 by the ministry.", DAY, "2019-06-11 = 2019-06-11");
    assert_times("GUERRILLAS ATTACKED THE TOWN ON 3 JUNE.", DAY, "3 JUNE = 2019-06-03");
}

/* Of two orders that are both possible the one that lies nearer the report, if that is known. */
static void reads_dates_in_digits(void **state) {
    (void)state;
    assert_times("He was shot on 6/4/2019.", DAY, "6/4/2019 = 2019-06-04");
    assert_times("He was shot on 4/6/2019.", DAY, "4/6/2019 = 2019-06-04");
    assert_times("He was shot on 4/6/2019.", NULL, "");
    assert_times("He was shot on 25/6/2019.", NULL, "25/6/2019 = 2019-06-25");
    assert_times("He was shot on 8/8/2006.", NULL, "8/8/2006 = 2006-08-08");
}

static void resolves_weekdays_by_tense(void **state) {
    (void)state;
    assert_times("Rebels attacked the town on Monday.", DAY, "Monday = 2019-06-10");
    assert_times("The council will meet on Monday.", DAY, "Monday = 2019-06-17");
    assert_times("Rebels attacked the town on Wednesday.", DAY, "Wednesday = 2019-06-12");
    assert_times("The council will meet on Wednesday.", DAY, "Wednesday = 2019-06-12");
    assert_times("He left last Wednesday.", DAY, "last Wednesday = 2019-06-05");
    assert_times("Soldiers fired at them late Friday night.", DAY, "late Friday night = 2019-06-07TNI");
    assert_times("Prayers are held on Fridays.", DAY, "Fridays = XXXX-WXX-5");
    assert_times("Rebels attacked the town on Monday.", NULL, "Monday = XXXX-WXX-1");
}

static void tells_persons_from_months(void **state) {
    (void)state;
    assert_times("Theresa May said on Tuesday she would quit.", DAY, "Tuesday = 2019-06-11");
    assert_times("May told the house on Monday that talks had failed.", DAY, "Monday = 2019-06-10");
    assert_times("Theresa May quit. Two ministers resigned in protest at May's plan.", DAY, "");
    assert_times("The mayor lost his seat in May's local elections.", DAY, "May = 2019-05");
}

static void resolves_periods(void **state) {
    (void)state;
    assert_times("They fled last year and returned last month.", DAY, "last year = 2018; last month = 2019-05");
    assert_times("Talks resume next week.", DAY, "next week = 2019-W25");
    assert_times("He was seen two weeks ago.", DAY, "two weeks ago = 2019-W22");
    assert_times("He was seen ten days ago.", DAY, "ten days ago = 2019-06-02");
    assert_times("Thousands marched this weekend. More will march this weekend.", DAY, "this weekend = 2019-W23-WE; this weekend = 2019-W24-WE");
    assert_times("The war of the 1990s killed thousands.", DAY, "the 1990s = 199");
    assert_times("Exports fell in the third quarter of 2018.", DAY, "the third quarter of 2018 = 2018-Q3");
    assert_times("They fought in the summer of 2006.", DAY, "the summer of 2006 = 2006-SU");
}

static void resolves_against_what_was_told(void **state) {
    (void)state;
    assert_times("He was shot on May 3. He died the next day.", DAY, "May 3 = 2019-05-03; the next day = 2019-05-04");
    assert_times("He was shot on May 3. His son died two days later.", DAY, "May 3 = 2019-05-03; two days later = 2019-05-05");
    assert_times("The blast came on Sunday. The day before, two died.", DAY, "Sunday = 2019-06-09; The day before = 2019-06-08");
}

static void reads_clocks(void **state) {
    (void)state;
    assert_times("The truce begins at 0820 GMT.", DAY, "0820 GMT = 2019-06-12T08:20Z");
    assert_times("It exploded at 9 p.m. on Tuesday.", DAY, "9 p.m. on Tuesday = 2019-06-11T21:00");
    assert_times("It exploded at 16:53 local time.", DAY, "16:53 local time = 2019-06-12T16:53");
    assert_times("It exploded around noon Monday.", DAY, "around noon Monday = 2019-06-10T12:00");
}

static void reads_lengths_and_sets(void **state) {
    (void)state;
    assert_times("The siege lasted three years and two months.", DAY, "three years = P3Y; two months = P2M");
    assert_times("Six people died in the past 24 hours.", DAY, "the past 24 hours = PT24H");
    assert_times("A four-day strike began.", DAY, "four-day = P4D");
    assert_times("They speak every day.", DAY, "every day = P1D");
}

static void other_words_are_no_times(void **state) {
    (void)state;
    assert_times("Protesters may march to the palace.", DAY, "");
    assert_times("A 27-year-old man and a woman, 31, were among 1998 prisoners.", DAY, "");
    assert_times("Mrs. May said 14 soldiers had left.", DAY, "");
    assert_times("They won 3-2 and paid $2000.", DAY, "");
}

static const dl_time *only_time(dl_doc *doc) {
    assert_int_equal(doc->times.count, 2);
    return &doc->times.rows[1];
}

static void assert_interval(const char *text, const char *begin, const char *end, dl_grain grain, bool zoned) {
    dl_doc *doc = read_text(text, DAY);
    const dl_time *t = only_time(doc);
    char got[32];
    assert_bytes((dl_bytes){got, dl_iso_write(got, t->begin, DL_GRAIN_SECOND, false)}, begin);
    assert_bytes((dl_bytes){got, dl_iso_write(got, t->end, DL_GRAIN_SECOND, false)}, end);
    assert_string_equal(dl_grain_name(t->grain), dl_grain_name(grain));
    assert_int_equal(t->zoned, zoned);
    dl_doc_free(doc);
}

static void gives_intervals(void **state) {
    (void)state;
    assert_interval("He left on Monday.", "2019-06-10T00:00:00", "2019-06-10T23:59:59", DL_GRAIN_DAY, false);
    assert_interval("He left last month.", "2019-05-01T00:00:00", "2019-05-31T23:59:59", DL_GRAIN_MONTH, false);
    assert_interval("He left at 0820 GMT.", "2019-06-12T08:20:00", "2019-06-12T08:20:59", DL_GRAIN_MINUTE, true);
    assert_interval("He left at 9:30 a.m. EST.", "2019-06-12T14:30:00", "2019-06-12T14:30:59", DL_GRAIN_MINUTE, true);
    assert_interval("He left on Monday night.", "2019-06-10T18:00:00", "2019-06-11T05:59:59", DL_GRAIN_PART, false);
    assert_interval("Six died in the past 24 hours.", "2019-06-11T00:00:00", "2019-06-12T23:59:59", DL_GRAIN_DAY, false);
}

/* Periods that would reach beyond the years 1 to 9999 are left unknown. */
static void the_ends_of_the_calendar(void **state) {
    (void)state;
    assert_times("They left last year, last weekend and yesterday.", "0001-01-01",
                 "last year = XXXX; last weekend = XXXX-WXX-WE; yesterday = XXXX-XX-XX");
    assert_times("They will leave next year, next winter or in the next decade.", "9999-12-31",
                 "next year = XXXX; next winter = XXXX-WI; the next decade = XXX");
}

static void coarsely_dated_reports(void **state) {
    (void)state;
    assert_times("They left on Monday, and last year, in May.", "2019-06", "Monday = XXXX-WXX-1; last year = 2018; May = 2019-05");
    assert_times("They were seen on June 20.", "2019-06", "June 20 = 2019-06-20");
    assert_times("They left last month, last year, and in May.", "2019", "last month = XXXX-XX; last year = 2018; May = XXXX-05");
}

static void anchors_name_their_row(void **state) {
    (void)state;
    dl_doc *doc = read_text("He was shot on May 3. He died the next day.", DAY);
    assert_int_equal(doc->times.count, 3);
    assert_int_equal(doc->times.rows[1].anchor, 0);
    assert_int_equal(doc->times.rows[2].anchor, 1);
    dl_doc_free(doc);
}

static void tokens_cover_the_words(void **state) {
    (void)state;
    dl_doc *doc = read_text("It fell in mid-March.", DAY);
    const dl_time *t = only_time(doc);
    assert_words(doc, t->span, "mid-March");
    assert_true(doc->tokens.rows[t->first_token].span.begin <= t->span.begin && doc->tokens.rows[t->last_token].span.end >= t->span.end);
    assert_bytes(t->mod, "MID");
    dl_doc_free(doc);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_dates),
        cmocka_unit_test(reads_dates_in_digits),
        cmocka_unit_test(resolves_weekdays_by_tense),
        cmocka_unit_test(tells_persons_from_months),
        cmocka_unit_test(resolves_periods),
        cmocka_unit_test(resolves_against_what_was_told),
        cmocka_unit_test(reads_clocks),
        cmocka_unit_test(reads_lengths_and_sets),
        cmocka_unit_test(other_words_are_no_times),
        cmocka_unit_test(gives_intervals),
        cmocka_unit_test(the_ends_of_the_calendar),
        cmocka_unit_test(coarsely_dated_reports),
        cmocka_unit_test(anchors_name_their_row),
        cmocka_unit_test(tokens_cover_the_words),
    };
    return cmocka_run_group_tests(tests, NULL, close_engine);
}
