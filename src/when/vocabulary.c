#include "when/vocabulary.h"

#include "base/error.h"

#include <stdlib.h>

#define WORD(s) \
    { s, sizeof s - 1 }
static const dl_bytes class_names[] = {
    WORD(""),
#define CLASS(id, name) WORD(name),
#define CODE(id)
#include "when/vocabulary.def"
#undef CLASS
#undef CODE
};

static const dl_bytes code_names[] = {
    WORD(""),
#define CLASS(id, name)
#define CODE(id) WORD(#id),
#include "when/vocabulary.def"
#undef CLASS
#undef CODE
};

_Static_assert(WHEN_CLASS_COUNT_ <= WHEN_DIGITS, "an atom holds its classes in 64 bits");

const char *dl_when_code_name(unsigned code) {
    return code < CODE_COUNT_ ? code_names[code].data : "";
}

static unsigned find_name(const dl_bytes *names, unsigned count, dl_bytes name) {
    for (unsigned i = 1; name.size && i < count; i++)
        if (name.size == names[i].size && name.data[0] == names[i].data[0] && dl_bytes_equal(name, names[i])) return i;
    return 0;
}

static int16_t read_value(dl_bytes cell) {
    int64_t number;
    bool minus = dl_bytes_start(cell, "-");
    if (dl_bytes_number((dl_bytes){cell.data + minus, cell.size - minus}, &number)) return (int16_t)(minus ? -number : number);
    return (int16_t)find_name(code_names, CODE_COUNT_, cell);
}

static void read_rows(dl_when_vocabulary *v) {
    uint32_t class_column = dl_know_column(v->know, v->table, "class"), count = dl_know_rows(v->know, v->table);
    for (uint32_t row = 0; row < count; row++) {
        unsigned kind = find_name(class_names, WHEN_CLASS_COUNT_, dl_know_cell(v->know, v->table, row, class_column));
        int16_t value = kind == WHEN_HOLIDAY ? (int16_t)row : read_value(dl_know_cell(v->know, v->table, row, v->value_column));
        v->rows[row] = (when_word){(uint8_t)kind, value};
    }
}

void dl_when_add_sense(const dl_when_vocabulary *v, when_senses *senses, uint32_t row) {
    when_word word = v->rows[row];
    if (!word.kind || senses->classes >> word.kind & 1) return;
    for (int i = 0; i < WHEN_SENSES; i++) {
        if (senses->words[i].kind) continue;
        senses->words[i] = word;
        senses->classes |= (uint64_t)1 << word.kind;
        return;
    }
}

/* Classes of which one stands in every expression that has no digits; a word that points ("the past", "current") may do alone as well. */
#define C(class) ((uint64_t)1 << WHEN_##class)
static const uint64_t telling = C(WEEKDAY) | C(WEEKDAY_SHORT) | C(WEEKDAYS) | C(MONTH) | C(MONTH_SHORT) | C(UNIT) | C(UNITS) | C(PERIOD) | C(PART) |
                                C(PARTS) | C(OVERNIGHT) | C(CLOCK) | C(SEASON) | C(NUMBER) | C(DECADE_NAME) | C(FREQUENCY) | C(TODAY) | C(TONIGHT) |
                                C(REF) | C(ERA) | C(HOLIDAY);

static bool tells(const when_senses *senses) {
    for (int i = 0; i < WHEN_SENSES; i++) {
        bool alone = senses->words[i].kind == WHEN_WHICH && (senses->words[i].value == CODE_PAST || senses->words[i].value == CODE_CURRENT);
        if (alone) return true;
    }
    return senses->classes & telling;
}

/* The row of a word that the table has anywhere; made where it is new. */
static when_senses *senses_of(dl_when_vocabulary *v, uint32_t word) {
    if (!v->senses_of[word]) v->senses_of[word] = (uint16_t)++v->count;
    return &v->senses[v->senses_of[word]];
}

static void read_senses(dl_when_vocabulary *v) {
    enum { HITS = 12 };
    for (uint32_t word = 1; word < v->words; word++) {
        dl_know_hit hits[HITS];
        if (!(dl_know_begins(v->know, word) & dl_know_bit(v->table))) continue;
        uint32_t count = dl_know_look_up_word(v->know, v->table, word, hits, HITS);
        when_senses *senses = count ? senses_of(v, word) : NULL;
        for (uint32_t i = 0; i < count; i++) dl_when_add_sense(v, senses, hits[i].row);
        if (senses) senses->tells = tells(senses);
    }
}

static void pair(dl_when_vocabulary *v, dl_bytes first, dl_bytes second) {
    uint32_t word = dl_know_word(v->know, first), next = dl_know_word(v->know, second), bit = dl_hash_pair(word, next) % WHEN_PAIRS;
    if (!word || !next) return;
    senses_of(v, word)->longer = true;
    v->pairs[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* The piece in front of one of the marks, or all. */
static dl_bytes front(dl_bytes text, const char *marks) {
    size_t size = 0;
    while (size < text.size && !strchr(marks, text.data[size])) size++;
    return (dl_bytes){text.data, size};
}

/* The first two words of a phrase, whether or not a hyphen or an apostrophe divides them. */
static void read_phrase(dl_when_vocabulary *v, dl_bytes phrase) {
    static const char *const marks[] = {" ", " -'"};
    for (int i = 0; i < 4; i++) {
        dl_bytes first = front(phrase, marks[i / 2]);
        if (first.size == phrase.size) continue;
        dl_bytes rest = {phrase.data + first.size + 1, phrase.size - first.size - 1};
        pair(v, first, front(rest, marks[i % 2]));
    }
}

static void read_phrases(dl_when_vocabulary *v, uint32_t column) {
    uint32_t count = dl_know_rows(v->know, v->table);
    for (uint32_t row = 0; row < count; row++) {
        dl_bytes cell = dl_know_cell(v->know, v->table, row, column), phrase;
        while (dl_bytes_cut(&cell, '|', &phrase)) read_phrase(v, phrase);
    }
}

/* Words of all cells, counted by what stands between them. */
static uint32_t count_words(const dl_when_vocabulary *v, uint32_t column) {
    uint32_t count = 0;
    for (uint32_t row = 0; row < dl_know_rows(v->know, v->table); row++) {
        dl_bytes cell = dl_know_cell(v->know, v->table, row, column);
        for (size_t i = 0; i < cell.size; i++) count += !i || strchr("| -'", cell.data[i]);
    }
    return count;
}

dl_status dl_when_vocabulary_open(dl_when_vocabulary **vocabulary, const dl_know *know, dl_error *error) {
    dl_when_vocabulary *v = *vocabulary = calloc(1, sizeof *v);
    if (!v) return dl_fail(error, DL_NO_MEMORY, "out of memory while reading the words of time");
    v->know = know;
    v->table = dl_know_table(know, "time/words");
    v->value_column = dl_know_column(know, v->table, "value");
    v->words = dl_know_last_word(know) + 1;
    uint32_t column = dl_know_column(know, v->table, "words"), room = count_words(v, column) + 1;
    if (room > UINT16_MAX) return dl_fail(error, DL_BAD_DATA, "time/words.tsv, built in and yours together, has more than 65,534 words");
    v->rows = calloc(dl_know_rows(know, v->table) + 1, sizeof *v->rows);
    v->senses = calloc(room, sizeof *v->senses);
    v->senses_of = calloc(v->words, sizeof *v->senses_of);
    if (!v->rows || !v->senses || !v->senses_of) return dl_fail(error, DL_NO_MEMORY, "out of memory while reading the words of time");
    read_rows(v);
    read_senses(v);
    read_phrases(v, column);
    return DL_OK;
}

void dl_when_vocabulary_close(dl_when_vocabulary *v) {
    if (!v) return;
    free(v->rows);
    free(v->senses);
    free(v->senses_of);
    free(v);
}
