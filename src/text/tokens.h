/* Cutting text into paragraphs, sentences and tokens by the conventions of the Universal Dependencies English treebanks. */
#ifndef DL_TEXT_TOKENS_H
#define DL_TEXT_TOKENS_H

#include "base/array.h"
#include "base/bytes.h"

/* What the cutter asks about a word. data/text/words.tsv has the words. */
typedef enum dl_word_kind {
    DL_WORD_PLAIN,
    DL_WORD_ABBREVIATION, /* keeps its full stop; a capital behind it may begin a sentence ("Inc.", "p.m."). Is cut off a number ("10ft") */
    DL_WORD_TITLE,        /* keeps its full stop and never ends a sentence ("Gen.", "Sept.") */
    DL_WORD_NUMBERED,     /* keeps its full stop before a number ("No. 5") */
    DL_WORD_TRAILING,     /* keeps its full stop where the sentence goes on ("etc.") */
    DL_WORD_PREFIX,       /* keeps its hyphen and what follows ("anti-") */
    DL_WORD_STARTER,      /* begins sentences ("The", "He"): decides behind an abbreviation */
    DL_WORD_FUSED,        /* several words written as one ("cannot"): its parts are tokens */
    DL_WORD_CLIPPED,      /* keeps the apostrophe in front of it ("'em"); may have parts ("'tis") */
    DL_WORD_UNIT,         /* is cut off the number in front of it ("10km") */
    DL_WORD_DOMAIN,       /* ends the name of a site or a file ("com", "doc") */
    DL_WORD_BEHIND_ITS,   /* tells that the "its" in front of it is "it's" ("its not") */
    DL_WORD_JOINED,       /* keeps the hyphen in it: a noun made of a verb and its particle ("sit-in") */
    DL_WORD_KIND_COUNT_
} dl_word_kind;

/* The kind of that name in the table; DL_WORD_PLAIN for any other. */
dl_word_kind dl_word_kind_named(dl_bytes name);

typedef struct dl_word_list {
    dl_word_kind (*kind)(const void *self, dl_bytes word); /* of the word as it stands, without its full stop, hyphen, apostrophe */
    dl_bytes (*parts)(const void *self, dl_bytes word);    /* parts of a fused or clipped word, with blanks between them; empty where it has none */
    const void *self;
} dl_word_list;

typedef struct dl_cut_token {
    dl_span span;
    bool glued; /* no space follows */
} dl_cut_token;

typedef DL_ARRAY(dl_cut_token) dl_cut_tokens;

/* Pieces of text between blank lines, or lines where each line is a paragraph. A text that is wrapped at a fixed width keeps its lines together. */
typedef struct dl_cut_paragraph {
    dl_span span;
} dl_cut_paragraph;

typedef DL_ARRAY(dl_cut_paragraph) dl_cut_paragraphs;
void dl_cut_text_paragraphs(dl_arena *arena, dl_bytes text, dl_cut_paragraphs *paragraphs);

/* Appends the tokens of text[span]. Linear in the span. */
void dl_cut_span_tokens(dl_arena *arena, dl_bytes text, dl_span span, const dl_word_list *words, dl_cut_tokens *tokens);

#endif
