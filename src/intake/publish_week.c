/* News counts days from the day it is written on: what happened "on Monday" happened today or a few days ago, what "will" happen "on Monday"
 * happens today or in a few days. Each day of the week after the earliest possible time is charged the days between it and every weekday named; the
 * day with the least charge is the report's, and of equals the first, since reports link to fresh posts. */
#include "intake/publish_week.h"

enum { TOKENS_MAX = 20000, REACH = 14, MEAN_MAX = 3 };

/* +1 where the words say that it is to come, -1 that it was, 0 where they say neither. */
static int tense_of_word(const date_words *words, dl_bytes word) {
    int64_t value;
    if (dl_date_word(words, word, "future", &value)) return 1;
    if (dl_date_word(words, word, "said", &value) || (word.size > 3 && dl_bytes_finish(word, "ed"))) return -1;
    return 0;
}

static int tense_around(const date_words *words, const dl_doc *doc, uint32_t token) {
    const dl_sentence *s = &doc->sentences.rows[doc->tokens.rows[token].sentence];
    uint32_t end = dl_sentence_end(s);
    for (uint32_t i = token; i > s->first_token && token - i < REACH; i--) {
        int tense = tense_of_word(words, dl_token_text(doc, i - 1));
        if (tense) return tense;
    }
    for (uint32_t i = token + 1; i < end && i - token < REACH; i++) {
        int tense = tense_of_word(words, dl_token_text(doc, i));
        if (tense) return tense;
    }
    return -1;
}

/* "last Friday" and "next Friday" count from another day than today; "every Friday" from none. */
static bool shifted(const date_words *words, const dl_doc *doc, uint32_t token) {
    if (token < 2) return false;
    dl_bytes word = dl_token_text(doc, token - 1);
    int64_t value;
    bool pointing = dl_bytes_like(word, "this") || dl_bytes_like(word, "that");
    return !pointing && (dl_date_word(words, word, "which", &value) || dl_date_word(words, word, "every", &value));
}

static void charge(int *charges, int first_day, int weekday, int tense) {
    for (int i = 0; i < 7; i++) {
        int today = (first_day + i) % 7;
        int gap = tense > 0 ? (weekday - today + 7) % 7 : (today - weekday + 7) % 7;
        charges[i] += gap + (gap > 0); /* of two days alike, the one that is named itself */
    }
}

bool dl_day_in_week(const date_words *words, const dl_doc *doc, dl_instant earliest, dl_instant *day) {
    int charges[7] = {0}, named = 0, best = 0;
    uint32_t end = doc->tokens.count < TOKENS_MAX ? doc->tokens.count : TOKENS_MAX;
    for (uint32_t i = 1; i < end; i++) {
        dl_bytes word = dl_token_text(doc, i);
        int64_t weekday;
        if (word.size < 6 || word.size > 9 || !dl_is_upper(word.data[0]) || !dl_date_word(words, word, "weekday", &weekday)) continue;
        if (shifted(words, doc, i)) continue;
        charge(charges, dl_weekday(earliest), (int)weekday - 1, tense_around(words, doc, i));
        named++;
    }
    for (int i = 1; i < 7; i++)
        if (charges[i] < charges[best]) best = i;
    dl_date first = dl_date_of_instant(earliest);
    *day = dl_instant_of_date(first) + best * DL_DAY;
    return named && charges[best] <= MEAN_MAX * named;
}
