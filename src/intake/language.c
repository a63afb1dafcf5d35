#include "intake/language.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { SLOTS = 4096, LOOK = 6000, WORD_MOST = 16, LANGUAGES = 40, ENOUGH = 12, SIEVE = 4 * SLOTS };

/* The words of all languages by their hash; a word of several has a bit for each. */
struct dl_languages {
    struct {
        dl_bytes word;
        uint64_t languages;
    } slots[SLOTS];
    uint64_t sieve[SIEVE / 64]; /* a bit by the hash of each word: most words of a text are none of these */
    uint32_t count;             /* languages; English is the first */
    uint32_t table, name;
    const dl_know *know;
};

/* What was seen of a text. */
typedef struct tally {
    uint32_t words, latin, other; /* words; letters of Latin script, and of others */
    uint32_t hits[LANGUAGES];
} tally;

static uint32_t slot_of(const dl_languages *w, dl_bytes word, uint32_t hash) {
    uint32_t at = hash % SLOTS;
    while (w->slots[at].word.size && !dl_bytes_equal(w->slots[at].word, word)) at = (at + 1) % SLOTS;
    return at;
}

static void read_words(dl_languages *w, const dl_know *know) {
    w->know = know;
    w->table = dl_know_table(know, "text/languages");
    w->name = dl_know_column(know, w->table, "language");
    uint32_t column = dl_know_column(know, w->table, "words"), filled = 0;
    w->count = dl_know_rows(know, w->table) < LANGUAGES ? dl_know_rows(know, w->table) : LANGUAGES;
    for (uint32_t i = 0; i < w->count; i++) {
        dl_bytes rest = dl_know_cell(w->know, w->table, i, column), word;
        while (filled < SLOTS / 2 && dl_bytes_cut(&rest, ' ', &word)) {
            uint32_t hash = (uint32_t)dl_hash(word), at = slot_of(w, word, hash);
            w->sieve[hash % SIEVE / 64] |= (uint64_t)1 << hash % 64;
            filled += !w->slots[at].word.size;
            w->slots[at].word = word;
            w->slots[at].languages |= (uint64_t)1 << i;
        }
    }
}

dl_status dl_languages_open(dl_languages **languages, const dl_know *know, dl_error *error) {
    *languages = calloc(1, sizeof **languages);
    if (!*languages) return dl_fail(error, DL_NO_MEMORY, "out of memory while reading the words of languages");
    read_words(*languages, know);
    return DL_OK;
}

void dl_languages_close(dl_languages *languages) {
    free(languages);
}

static void count_word(const dl_languages *w, dl_bytes word, tally *t) {
    uint32_t hash = (uint32_t)dl_hash(word);
    t->words++;
    if (!(w->sieve[hash % SIEVE / 64] >> hash % 64 & 1)) return;
    uint64_t languages = w->slots[slot_of(w, word, hash)].languages;
    if (languages & 1) languages = 1; /* what English has says nothing for another */
    for (; languages; languages &= languages - 1) t->hits[__builtin_ctzll(languages)]++;
}

static bool is_letter(uint32_t code) {
    return code >= 0xc0 || (code < 0x80 && dl_is_alpha((char)code)) || code == '\'' || code == 0x2019;
}

/* Latin with its marks; what Unicode has behind it up to the punctuation are other scripts. */
static bool is_latin(uint32_t code) {
    return code < 0x250 || (code >= 0x1e00 && code < 0x1f00) || code == 0x2019;
}

static void count_text(const dl_languages *w, dl_bytes text, tally *t) {
    char word[WORD_MOST + 4];
    size_t size = 0, step;
    for (size_t at = 0; at < text.size; at += step) {
        for (; at < text.size && dl_is_alpha(text.data[at]); at++, t->latin++) /* as most are */
            if (size < sizeof word) word[size++] = dl_to_lower(text.data[at]);
        if (at == text.size) break;
        uint32_t code = dl_utf8_read(text, at, &step);
        if (is_letter(code)) {
            t->latin += is_latin(code), t->other += !is_latin(code);
            for (size_t i = 0; i < step && size < WORD_MOST + 4; i++) word[size++] = dl_to_lower(text.data[at + i]);
        } else if (size) {
            if (size <= WORD_MOST)
                count_word(w, (dl_bytes){word, size}, t);
            else
                t->words++;
            size = 0;
        }
    }
}

static dl_bytes front(dl_bytes text) {
    if (text.size <= LOOK) return text;
    size_t size = LOOK;
    while (size && ((unsigned char)text.data[size] & 0xc0) == 0x80) size--;
    return (dl_bytes){text.data, size};
}

static bool is_english(dl_bytes tag) {
    return tag.size >= 2 && dl_bytes_like((dl_bytes){tag.data, 2}, "en") && (tag.size == 2 || !dl_is_alpha(tag.data[2]));
}

/* The number of the language that the words speak for, 0 for English, and where they do not say the number of languages. */
static uint32_t best_of(const tally *t, uint32_t count) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < count; i++)
        if (t->hits[i] > t->hits[best]) best = i;
    if (t->words < ENOUGH) return count;
    if (!best) return t->hits[0] * 20 >= t->words ? 0 : count;
    return t->hits[best] * 10 >= t->words && t->hits[best] >= t->hits[0] * 2 + 3 ? best : t->hits[0] * 20 >= t->words ? 0 : count;
}

void dl_language_tell(const dl_languages *w, dl_doc *doc) {
    tally t = {0};
    count_text(w, front(doc->text), &t);
    bool told = doc->language.size, foreign_script = t.other > 2 * t.latin && t.other >= 2 * ENOUGH;
    uint32_t best = best_of(&t, w->count);
    doc->foreign = foreign_script || (best == w->count ? told && !is_english(doc->language) : best > 0);
    if (!doc->foreign || (told && !is_english(doc->language))) return;
    doc->language = foreign_script ? DL_LIT("und") : dl_know_cell(w->know, w->table, best, w->name);
}
