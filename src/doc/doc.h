/* The document: its text and the tables that the stages fill. Rows are declared in dateline.h.
 *
 * Every stage is one function `void dl_<stage>(const dl_know *, dl_doc *)` (or with the model, or what the
 * engine decoded, in place of the knowledge), called inside the
 * document's memory guard: allocation never fails there (base/arena.h). A stage reads the tables before it, fills its own, and leaves the others
 * alone.
 */
#ifndef DL_DOC_DOC_H
#define DL_DOC_DOC_H

#include "base/array.h"
#include "base/bytes.h"
#include "base/repair.h"

/* A piece of text that was made of a page, and the bytes of the page that it was made of. Where both are of one size the bytes are the same. */
typedef struct dl_piece {
    dl_span text, page;
} dl_piece;
typedef DL_ARRAY(dl_piece) dl_pieces;

/* What a page says of itself beside its text, and where it says so. */
typedef enum dl_fact_kind {
    DL_FACT_NONE,
    DL_FACT_TITLE,
    DL_FACT_BYLINE,
    DL_FACT_OUTLET,
    DL_FACT_SECTION,
    DL_FACT_LANGUAGE,
    DL_FACT_CANONICAL,
    DL_FACT_PUBLISHED,
    DL_FACT_MODIFIED,
    DL_FACT_COUNT_
} dl_fact_kind;

typedef struct dl_fact {
    dl_bytes value;
    const char *basis; /* constant: "json-ld", "meta", "microdata", "heading" ...; NULL where the page does not say it */
} dl_fact;

const char *dl_fact_name(unsigned fact);
/* Number of a PLOVER event by its name, DL_EVENT_NONE for "-" or none. */
dl_event dl_event_named(dl_bytes name);
/* Number of a status by its name; false where there is none of that name. */
bool dl_claim_status_named(dl_bytes name, dl_claim_status *status);

/* Text of a page beside the article's: the caption of a picture. */
typedef struct dl_caption {
    dl_bytes text;
    dl_span page;
} dl_caption;

/* A post or video of another site that a page embeds. */
typedef struct dl_embed {
    dl_bytes url;
    uint32_t at; /* byte of the text in front of which it stands */
} dl_embed;

/* An entry of a live blog: a part of the text with a time of its own. */
typedef struct dl_entry {
    dl_span span;
    dl_instant published; /* UTC where zoned */
    int16_t offset;       /* minutes east of UTC of the zone that it was given in */
    uint8_t grain, zoned;
} dl_entry;

/* Words that the input writes as one (CoNLL-U: a multiword token). */
typedef struct dl_range {
    uint32_t first, last; /* tokens of one sentence, inclusive, at least two */
    dl_bytes form;
    uint8_t glued; /* 1 where no space follows */
} dl_range;

struct dl_doc {
    dl_arena arena;

    /* set by dl_doc_make */
    dl_bytes text; /* repaired UTF-8, NUL behind it */
    dl_bytes ref, uri, title, outlet, language;
    dl_bytes page;             /* where the input is a page: its bytes; the stage `page` makes the text of it. Else empty */
    bool fragment;             /* the page is an article with nothing around it */
    dl_bytes byline, stamp;    /* who wrote it; the date as it was written where it was given so */
    bool page_is_utf8;         /* its bytes were decoded by whoever gave them (JSON) */
    dl_bytes charset;          /* of the page: what the server named; then what it was read in. Empty where it was decoded before */
    uint32_t mended;           /* characters that the page had encoded twice */
    const char *charset_basis; /* constant: what told it */
    char id[17];               /* hash of the text */
    uint32_t repairs;          /* invalid sequences replaced */
    dl_repairs repair_list;    /* where, in order */

    /* what a CoNLL-U input gave beside its words, for the writer of the same; else empty */
    DL_ARRAY(dl_range) ranges;  /* in order */
    DL_ARRAY(dl_bytes) remarks; /* by sentence: its comment lines, each with its end, but for newdoc and text */

    bool archived; /* it came out of a web archive: its record's first byte there, and the byte to go on at behind it */
    uint64_t archive_begin, archive_end;

    /* what the stage `page` found beside the text; else empty */
    dl_pieces pieces; /* in the order of the text */
    DL_ARRAY(dl_caption) captions;
    DL_ARRAY(dl_embed) embeds;  /* in the order of the text */
    DL_ARRAY(dl_entry) entries; /* likewise; of a live blog, else none */
    dl_fact facts[DL_FACT_COUNT_];
    dl_instant modified; /* DL_NO_TIME where unknown */
    uint8_t modified_grain, modified_zoned;
    int16_t published_offset, modified_offset; /* minutes east of UTC of the zone that it was given in */

    /* publication date: set by dl_doc_make where given, else by the stage `publish` */
    dl_instant published; /* midnight or the exact time, UTC where zoned; DL_NO_TIME where unknown */
    uint8_t published_grain, published_zoned, published_basis;
    bool published_otherwise; /* it was given for documents that carry none: what a page says goes before it */
    dl_span published_span;   /* words that gave it; empty where none */

    /* the tables */
    DL_ARRAY(dl_sentence) sentences;
    DL_ARRAY(dl_token) tokens;
    DL_ARRAY(dl_mention) mentions;
    DL_ARRAY(dl_time) times;
    DL_ARRAY(dl_place) places;
    DL_ARRAY(dl_choice) choices;
    DL_ARRAY(dl_count) counts;
    DL_ARRAY(dl_quote) quotes;
    DL_ARRAY(dl_media) media;
    DL_ARRAY(dl_party) parties;
    DL_ARRAY(dl_claim) claims;
    DL_ARRAY(dl_trace) traces;

    uint32_t max_claims;
    uint32_t vague_column;   /* of count/vague: the convention for vague numbers, 0 for their own lows */
    uint32_t dateline_place; /* place row of the dateline ("KYIV, March 14 (AP) -"), 0 where none */
    dl_bytes about;          /* the country that the report is about; empty where it names several alike or none often */
    bool analyzed;
    bool foreign;     /* not in English: nothing of it was read */
    bool claims_cut;  /* max_claims was reached */
    bool passed_over; /* traces tell the rows that were passed over */
};

#define DL_DOC_PUSH(doc, table) DL_PUSH(&(doc)->arena, &(doc)->table)

static inline dl_bytes dl_doc_words(const dl_doc *doc, dl_span span) {
    return (dl_bytes){doc->text.data + span.begin, span.end - span.begin};
}
/* The canonical name; else the words themselves. */
static inline dl_bytes dl_mention_name(const dl_doc *doc, const dl_mention *mention) {
    return mention->name.size ? mention->name : dl_doc_words(doc, mention->span);
}
/* What has come about or is disputed, attempts among it; not what is planned, wanted, threatened or thought possible. */
static inline bool dl_is_told(uint8_t status) {
    return status == DL_CLAIM_HAPPENED || status == DL_CLAIM_ONGOING || status == DL_CLAIM_DENIED || status == DL_CLAIM_ATTEMPTED;
}
static inline dl_bytes dl_token_text(const dl_doc *doc, uint32_t token) {
    return dl_doc_words(doc, doc->tokens.rows[token].span);
}
static inline uint32_t dl_sentence_end(const dl_sentence *s) { /* one past its last token */
    return s->first_token + s->token_count;
}

/* First token of the row order that ends behind `offset`; tokens.count where none does. Binary search. */
uint32_t dl_token_at(const dl_doc *doc, uint32_t offset);
/* The same, looked for from a token close by. */
static inline uint32_t dl_token_near(const dl_doc *doc, uint32_t token, uint32_t offset) {
    const dl_token *rows = doc->tokens.rows;
    while (token > 1 && rows[token - 1].span.end > offset) token--;
    while (token < doc->tokens.count && (!token || rows[token].span.end <= offset)) token++;
    return token;
}
/* The first token of a mention. */
static inline uint32_t dl_mention_first(const dl_doc *doc, const dl_mention *mention) {
    return dl_token_near(doc, mention->head, mention->span.begin);
}
/* Sentence that holds byte `offset`, or 0. */
uint32_t dl_sentence_at(const dl_doc *doc, uint32_t offset);

/* The entry of a live blog that holds byte `offset`, or 0. */
uint32_t dl_entry_at(const dl_doc *doc, uint32_t offset);
/* When what stands there was published: its entry, or else the document. */
dl_instant dl_doc_published_at(const dl_doc *doc, uint32_t offset);

/* The bytes of the page that a span of its text was made of; empty where there are none. */
dl_span dl_doc_page_span(const dl_doc *doc, dl_span span);

/* Proves the tables sound: spans inside the text and on character borders, links inside their tables, order, one root a sentence, no cycle.
 * Returns NULL or constant text saying what is wrong. Debug builds and the fuzzers call it behind every stage. */
const char *dl_doc_check(const dl_doc *doc);

#endif
