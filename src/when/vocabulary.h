/* The words of time expressions: classes and codes of data/time/words.tsv as numbers. */
#ifndef DL_WHEN_VOCABULARY_H
#define DL_WHEN_VOCABULARY_H

#include "base/arena.h"
#include "know/know.h"

typedef enum when_class {
    WHEN_NO_CLASS,
#define CLASS(id, name) WHEN_##id,
#define CODE(id)
#include "when/vocabulary.def"
#undef CLASS
#undef CODE
    WHEN_CLASS_COUNT_
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

typedef struct when_seen {
    const char *cell;
    unsigned number;
} when_seen;

enum { WHEN_SEEN = 64 };

typedef struct when_vocabulary {
    const dl_know *know;
    uint32_t table, class_column, value_column, count;
    when_seen *seen; /* classes by the address of their cell */
    when_word *rows; /* decoded when first met: a document has few of them */
} when_vocabulary;

when_vocabulary dl_when_vocabulary(const dl_know *know, dl_arena *arena);
when_word dl_when_word(const when_vocabulary *v, uint32_t row);

#endif
