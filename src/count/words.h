/* What the words of one sentence mean to a reader of figures: harm, people, things, function words. One look-up a token, kept for all who ask. */
#ifndef DL_COUNT_WORDS_H
#define DL_COUNT_WORDS_H

#include "doc/doc.h"
#include "know/know.h"

typedef enum dl_takes { DL_TAKES_OBJECT, DL_TAKES_SUBJECT, DL_TAKES_STATE, DL_TAKES_NOUN, DL_TAKES_TOLL, DL_TAKES_PEOPLE, DL_TAKES_OF } dl_takes;
typedef enum dl_needs { DL_NEEDS_NOTHING, DL_NEEDS_PERSON, DL_NEEDS_PROTEST, DL_NEEDS_AWAY, DL_NEEDS_MANY, DL_NEEDS_LIVES, DL_NEEDS_TOLD } dl_needs;
typedef enum dl_function {
    DL_FUNCTION_NONE,
    DL_FUNCTION_BE,
    DL_FUNCTION_HAVE,
    DL_FUNCTION_MODAL,
    DL_FUNCTION_AND,
    DL_FUNCTION_SKIP,
    DL_FUNCTION_THE,
    DL_FUNCTION_CLAUSE,
    DL_FUNCTION_STOP,
    DL_FUNCTION_RISE,
    DL_FUNCTION_UNASKED, /* a word that may be one, and was not looked up yet: most words are such, and few are asked */
} dl_function;

/* A row of count/harm.tsv, decoded. */
typedef struct dl_harm_row {
    uint8_t what, takes, needs;
    char pos; /* v, n or a; 0 where it is not yet decoded */
} dl_harm_row;

enum { DL_COUNT_NUMBER = 1, DL_COUNT_VAGUE = 2, DL_COUNT_HEDGE = 4 };

/* One token of the sentence. A phrase is noted at its first token with its length; the others have 0. */
typedef struct dl_count_word {
    uint16_t harm;   /* row of count/harm + 1 */
    uint16_t people; /* row of count/people + 1 */
    uint8_t harm_length, people_length, thing_length;
    uint8_t past;     /* the harm word is past tense or participle */
    uint8_t function; /* dl_function, or DL_FUNCTION_UNASKED: ask dl_count_function */
    uint8_t part;     /* length of a phrase that sets a part beside the whole: "including", "of them" */
    uint8_t number;   /* DL_COUNT_NUMBER ...: tables with a phrase that may begin here */
    bool time;        /* inside a time expression */
} dl_count_word;

typedef struct dl_count_reader {
    const dl_know *know;
    dl_doc *doc;
    const dl_token *tokens;                                                                /* the document's */
    uint32_t harm, people, things, parts, protest, function, numbers, vague, hedges, says; /* tables */
    uint64_t begins_word, begins_number; /* as dl_know_begins_at tells it: the tables of classes, and those of numbers and hedges */
    uint32_t what_column, takes_column, needs_column, pos_column, past_column, with_column; /* of count/harm */
    uint32_t of_column, class_column, kind_column, value_column, place_column;              /* of people, function, numbers twice, hedges */
    dl_harm_row *rows;                                                                      /* of count/harm; those decoded that the text has */
    uint8_t *functions;                                                                     /* of count/function: its dl_function, likewise */
    uint32_t next_time;

    /* the sentence */
    uint32_t sentence, first, end; /* tokens [first, end) */
    dl_count_word *words;          /* by token - first */
    uint32_t room;
    dl_know_view view;
    bool tagged;     /* its tokens have tags */
    bool protesting; /* it speaks of a protest */
    bool harmful;    /* it has a harm word */
    bool tolling;    /* it has a toll */
    bool *rises;     /* it has a figure that rises: found when it is asked first, which dl_count_tolls notes in `asked` */
    bool *asked;
} dl_count_reader;

void dl_count_reader_open(dl_count_reader *r, const dl_know *know, dl_doc *doc);
/* Classifies the words of a sentence. Sentences are read in order. */
void dl_count_reader_sentence(dl_count_reader *r, uint32_t sentence);

static inline const dl_count_word *dl_count_word_at(const dl_count_reader *r, uint32_t token) {
    return &r->words[token - r->first];
}
/* What the tables say of the word of harm at a token that has one. */
static inline const dl_harm_row *dl_count_harm(const dl_count_reader *r, uint32_t token) {
    return &r->rows[dl_count_word_at(r, token)->harm - 1];
}
static inline bool dl_count_may_be(const dl_count_reader *r, uint32_t token, uint8_t number) {
    return token >= r->first && token < r->end && dl_count_word_at(r, token)->number & number;
}
static inline const dl_token *dl_count_token(const dl_count_reader *r, uint32_t token) {
    return &r->tokens[token];
}
static inline bool dl_count_is(const dl_count_reader *r, uint32_t token, const char *word) {
    return token >= r->first && token < r->end && dl_bytes_like(dl_doc_words(r->doc, r->tokens[token].span), word);
}
dl_function dl_count_find_function(const dl_count_reader *r, uint32_t token);
static inline dl_function dl_count_function(const dl_count_reader *r, uint32_t token) {
    dl_function known = token >= r->first && token < r->end ? (dl_function)dl_count_word_at(r, token)->function : DL_FUNCTION_NONE;
    return known == DL_FUNCTION_UNASKED ? dl_count_find_function(r, token) : known;
}
/* Whether the sentence tells a toll, or a figure that rises. */
bool dl_count_tolls(const dl_count_reader *r);
static inline char dl_count_char(const dl_count_reader *r, uint32_t token) { /* first byte */
    return r->doc->text.data[r->tokens[token].span.begin];
}
/* A verb that reports speech, "said": who stands beside it speaks. */
bool dl_count_says(const dl_count_reader *r, uint32_t token);
/* Length in tokens of the longest phrase of `table` at `token`, with its row. */
uint32_t dl_count_phrase(const dl_count_reader *r, uint32_t token, uint32_t table, dl_know_hit *hit);

#endif
