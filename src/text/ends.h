/* Where sentences end: a linear classifier over what stands on both sides of the gap between two tokens, trained by train/ends.c. The features are
 * short texts, which data/text/ends.tsv gives a weight; a sentence ends where the weights of a gap come to more than nothing. */
#ifndef DL_TEXT_ENDS_H
#define DL_TEXT_ENDS_H

#include "text/tokens.h"

enum { DL_END_SHAPES = 6, DL_END_WORDS = 4, DL_END_FEATURES = DL_END_SHAPES + DL_END_WORDS, DL_END_ROOM = 24 };

typedef struct dl_end_feature {
    char text[DL_END_ROOM];
    uint32_t size;
} dl_end_feature;

/* The tokens of a paragraph, each with its shape: one letter for what it looks like. */
typedef struct dl_end_view {
    dl_bytes text;
    const dl_cut_tokens *tokens;
    const char *shapes;  /* one a row of tokens */
    uint32_t first, end; /* its tokens are [first, end) */
    bool capitals;       /* the paragraph is set in capitals only: case says nothing, and only marks end sentences */
} dl_end_view;

/* What has been read of the sentence so far. */
typedef struct dl_end_state {
    uint32_t first; /* its first token */
    bool quoted, bracketed;
} dl_end_state;

/* Fills shapes[i] for the tokens [first, end). */
void dl_end_shapes(dl_bytes text, const dl_cut_tokens *tokens, uint32_t first, uint32_t end, const dl_word_list *words, bool capitals, char *shapes);
/* Takes note of token i. */
void dl_end_step(const dl_end_view *view, uint32_t i, dl_end_state *state);
/* Whether a sentence may end behind token i at all; where not, it is not worth asking. */
bool dl_end_possible(const dl_end_view *view, uint32_t i);
/* Whether token i is a full stop or the like, or one of the closing marks behind it. That of an abbreviation counts before what may begin a sentence.
 */
bool dl_end_marked(const dl_end_view *view, uint32_t i);
/* The features of the gap behind token i, those of shapes and those of words; returns how many. */
uint32_t dl_end_features(const dl_end_view *view, const dl_end_state *state, uint32_t i, dl_end_feature features[DL_END_FEATURES]);
void dl_end_shape_features(const dl_end_view *view, const dl_end_state *state, uint32_t i, dl_end_feature features[DL_END_SHAPES]);
uint32_t dl_end_word_features(const dl_end_view *view, const dl_end_state *state, uint32_t i, dl_end_feature features[DL_END_WORDS]);
/* A feature's number, evenly spread over 32 bits; the table has it in hexadecimal digits. */
uint32_t dl_end_key(const dl_end_feature *feature);

#endif
