/* What every part of this stage looks at: cue words, quotation marks and mentions by token, and the tree of one sentence at a time. */
#ifndef DL_SAID_READER_H
#define DL_SAID_READER_H

#include "doc/doc.h"
#include "doc/ud.h"
#include "know/know.h"

/* What a verb of saying takes: the letters of said/verbs.tsv. */
enum {
    DL_SAYS_CLAUSE = 1,
    DL_SAYS_QUOTE = 2,
    DL_SAYS_INFINITIVE = 4,
    DL_SAYS_NOUN = 8,
    DL_SAYS_OF = 16,
    DL_SAYS_ADDRESSEE = 32,
    DL_SAYS_FREELY = 64,
    DL_SAYS_OBJECT = 128,
    DL_SAYS_OWN = 256
};

typedef struct dl_said_verb {
    uint16_t takes;
    uint8_t stance, source;
    bool decoded;
} dl_said_verb;

/* Words between quotation marks. */
typedef struct dl_segment {
    dl_span span;         /* content, without marks and outer blanks */
    uint32_t open, close; /* bytes: before the opening mark, behind the closing one */
    uint32_t first, last; /* tokens of the content, inclusive */
    uint32_t outer;       /* segment around it, 0 none */
    uint32_t quote;       /* quote row that covers it, 0 none yet */
    uint32_t paragraph;
    uint8_t mark; /* which pair of marks */
    bool runs_on; /* no closing mark: the next segment of the same mark goes on with it */
    bool title;   /* every word of weight has a capital: a title, a name */
} dl_segment;

typedef struct dl_said_word {
    uint16_t verb, noun; /* row + 1 of said/verbs, said/nouns; at the phrase's first token */
    uint8_t verb_length, noun_length, phrase_length;
    uint8_t phrase;   /* row + 1 of said/phrases */
    uint32_t segment; /* innermost segment that holds the token, 0 none */
    uint32_t mention; /* mention whose head the token is */
    uint32_t cover;   /* a mention that covers it */
} dl_said_word;

typedef struct dl_said_reader {
    const dl_know *know;
    dl_doc *doc;
    const dl_token *tokens;         /* the document's */
    uint32_t verbs, nouns, phrases; /* tables */
    uint32_t takes, stance, source; /* columns of said/verbs */
    dl_said_verb *rows;             /* of said/verbs; those decoded that the text has */
    dl_said_word *words;            /* by token of the document */
    uint32_t *time;                 /* time row that begins at the token */
    uint32_t *next_phrase;          /* first token at or behind this one that opens a phrase of attribution outside quotation marks; tokens.count */
    uint32_t *next_quoted;          /* first token at or behind this one that stands in a segment; tokens.count */
    DL_ARRAY(dl_segment) segments;

    /* the sentence */
    uint32_t sentence, first, end;
    bool parsed;
    uint32_t *left, *right;   /* reach of the subtree, by token of the document */
    uint32_t *child, *sister; /* first child and next sister, in text order */

    uint32_t last_verb, last_subject; /* the last verb of saying that had a subject of its own, and its subject's head */
    uint32_t last_speaker;            /* mention that last spoke, 0 none yet */
    uint32_t speeches;                /* numbers given out */
    uint32_t last_issuer;             /* mention that last issued a statement, 0 none yet */
    uint32_t last_reporter;           /* who made the last report that the text tells the maker of, */
    uint16_t last_report;             /* and what it was: row + 1 of said/nouns */
} dl_said_reader;

void dl_said_reader_open(dl_said_reader *r, const dl_know *know, dl_doc *doc);
/* Turns to a sentence. */
void dl_said_reader_sentence(dl_said_reader *r, uint32_t sentence);

static inline const dl_token *dl_said_token(const dl_said_reader *r, uint32_t token) {
    return &r->tokens[token];
}
static inline bool dl_said_is(const dl_said_reader *r, uint32_t token, const char *word) {
    return token >= r->first && token < r->end && dl_bytes_like(dl_token_text(r->doc, token), word);
}
static inline bool dl_said_among(const dl_said_reader *r, uint32_t token, const char *words) {
    return token >= r->first && token < r->end && dl_bytes_among(dl_token_text(r->doc, token), words);
}
static inline char dl_said_char(const dl_said_reader *r, uint32_t token) {
    return r->doc->text.data[r->tokens[token].span.begin];
}
static inline const dl_said_verb *dl_said_verb_at(const dl_said_reader *r, uint32_t token) {
    return &r->rows[r->words[token].verb - 1];
}
/* A token of punctuation. */
bool dl_said_is_mark(const dl_said_reader *r, uint32_t token);
/* A quotation mark. */
bool dl_said_is_quote_mark(const dl_said_reader *r, uint32_t token);
/* A verb that bears tense, or an auxiliary. */
bool dl_said_is_finite(const dl_said_reader *r, uint32_t token);
/* A verb or an auxiliary among the tokens, of which 400 are looked at. */
bool dl_said_has_verb(const dl_said_reader *r, uint32_t first, uint32_t last);
/* The last sentence of the paragraph. */
uint32_t dl_said_last_of_paragraph(const dl_said_reader *r, uint32_t sentence);
/* "was told", "been accused": the subject hears. */
bool dl_said_is_passive(const dl_said_reader *r, uint32_t verb);
/* Head of the phrase with "by" behind a passive, 0 where there is none. */
uint32_t dl_said_agent(const dl_said_reader *r, uint32_t verb);
/* First child of `token` with one of two relations (base relations are compared), 0 where none. */
uint32_t dl_said_child(const dl_said_reader *r, uint32_t token, dl_deprel a, dl_deprel b);

#endif
