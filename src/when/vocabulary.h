/* The words of time expressions: classes and codes of data/time/words.tsv as numbers. */
#ifndef DL_WHEN_VOCABULARY_H
#define DL_WHEN_VOCABULARY_H

#include "base/hash.h"
#include "when/when.h"

typedef enum when_class {
    WHEN_NO_CLASS,
#define CLASS(id, name) WHEN_##id,
#define CODE(id)
#include "when/vocabulary.def"
#undef CLASS
#undef CODE
    WHEN_CLASS_COUNT_,
    /* what is told by the bytes alone */
    WHEN_DIGITS = 61,
    WHEN_APOSTROPHE = 62,
    WHEN_LETTER_Q = 63
} when_class;

typedef enum when_code {
    CODE_NONE,
#define CLASS(id, name)
#define CODE(id) CODE_##id,
#include "when/vocabulary.def"
#undef CLASS
#undef CODE
    CODE_COUNT_
} when_code;

/* "START", "PAST_REF": as TIMEX3 writes it; "" for CODE_NONE. */
const char *dl_when_code_name(unsigned code);

/* One row of the table. */
typedef struct when_word {
    uint8_t kind;  /* when_class */
    int16_t value; /* number or when_code; the row's number for a holiday */
} when_word;

enum { WHEN_SENSES = 4, WHEN_PAIRS = 1024 };

/* What a word or phrase may do in a time expression. */
typedef struct when_senses {
    uint64_t classes; /* bit set of when_class */
    when_word words[WHEN_SENSES];
    bool tells;  /* an expression may need no other word of the vocabulary */
    bool longer; /* a phrase of several words may begin here */
} when_senses;

/* The table, read once and then only looked at. */
struct dl_when_vocabulary {
    const dl_know *know;
    uint32_t table, value_column;
    when_word *rows;
    when_senses *senses;             /* of single words; row 0 says nothing */
    uint32_t count;                  /* of them, without row 0 */
    uint16_t *senses_of;             /* row of senses by the number of a word */
    uint32_t words;                  /* numbers of words below this have one */
    uint64_t pairs[WHEN_PAIRS / 64]; /* a bit for the first two words of each longer phrase, by their hash */
};

static inline const when_senses *dl_when_senses(const struct dl_when_vocabulary *v, uint32_t word) {
    return &v->senses[word < v->words ? v->senses_of[word] : 0];
}
/* Whether a longer phrase may begin with two words. */
static inline bool dl_when_paired(const struct dl_when_vocabulary *v, uint32_t first, uint32_t second) {
    uint32_t bit = dl_hash_pair(first, second) % WHEN_PAIRS;
    return v->pairs[bit / 64] >> bit % 64 & 1;
}
void dl_when_add_sense(const struct dl_when_vocabulary *v, when_senses *senses, uint32_t row);

#endif
