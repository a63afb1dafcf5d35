/* dateline: reads news reports and writes down what they claim.
 *
 * The whole of the public interface. The program, the Python package and the cluster job see this file and nothing else.
 *
 * How it is used
 *     dl_engine *engine = NULL;  dl_doc *doc = NULL;  dl_error error;
 *     if (dl_engine_open(&engine, NULL, &error) != DL_OK) ...        one per process; immutable; any number of threads
 *     dl_source source = {.uri = "report.txt", .published = "2022-03-14"};
 *     if (dl_doc_make(&doc, &source, bytes, &error) == DL_OK && dl_analyze(engine, doc, DL_STAGES_ALL, &error) == DL_OK)
 *         dl_write(engine, doc, DL_FORMAT_CLAIMS_JSONL, &sink, &error);
 *     dl_doc_free(doc);  dl_engine_close(engine);
 *
 * Rules that hold everywhere
 *   - Every call that can fail returns a dl_status and fills the dl_error it is given (which may be NULL).
 *   - Nothing aborts, prints or exits. Running out of memory is the status DL_NO_MEMORY.
 *   - Spans are bytes of the document's text (UTF-8), half-open. Lengths stand beside pointers; nothing needs a final NUL.
 *   - Who makes a thing frees it with the matching *_close or *_free, which are harmless on NULL.
 *   - Rows belong to their document and live until dl_doc_free; after dl_analyze they no longer change.
 */
#ifndef DATELINE_H
#define DATELINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define DL_VERSION "0.1.0"

/* ------------------------------------------------------------------ errors */

typedef enum dl_status {
    DL_OK = 0,
    DL_END,          /* no further document; not an error */
    DL_NO_MEMORY,    /* an allocation failed; the call left nothing behind */
    DL_BAD_ARGUMENT, /* the caller's values do not fit: a NULL, an impossible date, an unknown format */
    DL_CANNOT_READ,  /* the system refused to open or read a file; `system` has errno */
    DL_CANNOT_WRITE, /* the sink refused bytes */
    DL_BAD_INPUT,    /* the bytes are not what they were said to be (broken JSON, binary data) */
    DL_BAD_DATA,     /* the knowledge or model file is damaged or of another version */
    DL_LIMIT         /* a limit of dl_options was reached */
} dl_status;

#define DL_NO_OFFSET UINT64_MAX

typedef struct dl_error {
    dl_status status;
    int system;          /* errno of the failed call, 0 where none was made */
    uint64_t offset;     /* byte of the input at which it went wrong, or DL_NO_OFFSET */
    const char *message; /* constant text: what was wrong and, where there is something to do, what to do */
} dl_error;

/* ------------------------------------------------------------------ small values */

typedef struct dl_span {
    uint32_t begin, end; /* bytes of the document's text, half-open */
} dl_span;

typedef struct dl_bytes {
    const char *data;
    size_t size;
} dl_bytes;

/* An instant: seconds since 1970-01-01T00:00:00Z. DL_NO_TIME where unknown. */
typedef int64_t dl_instant;
#define DL_NO_TIME INT64_MIN

/* How fine a time is known. Ordered from unknown to finest. */
typedef enum dl_grain {
    DL_GRAIN_NONE,
    DL_GRAIN_DECADE,
    DL_GRAIN_YEAR,
    DL_GRAIN_QUARTER,
    DL_GRAIN_MONTH,
    DL_GRAIN_WEEK,
    DL_GRAIN_DAY,
    DL_GRAIN_PART, /* part of a day: morning, night */
    DL_GRAIN_HOUR,
    DL_GRAIN_MINUTE,
    DL_GRAIN_SECOND
} dl_grain;

/* ------------------------------------------------------------------ the rows of a document
 * Row 0 of every table is "none": links hold row numbers and 0 means absent. Strings are not NUL-terminated. */

typedef enum dl_table {
    DL_TABLE_SENTENCES,
    DL_TABLE_TOKENS,
    DL_TABLE_MENTIONS,
    DL_TABLE_TIMES,
    DL_TABLE_PLACES,
    DL_TABLE_CHOICES,
    DL_TABLE_COUNTS,
    DL_TABLE_QUOTES,
    DL_TABLE_MEDIA,
    DL_TABLE_PARTIES,
    DL_TABLE_CLAIMS,
    DL_TABLE_TRACES,
    DL_TABLE_COUNT_
} dl_table;

typedef enum dl_zone { DL_ZONE_BODY, DL_ZONE_LEAD, DL_ZONE_HEADLINE, DL_ZONE_DATELINE, DL_ZONE_CAPTION, DL_ZONE_BOILERPLATE } dl_zone;

typedef struct dl_sentence {
    dl_span span;
    uint32_t first_token, token_count;
    uint32_t paragraph; /* number of the paragraph, from 0 */
    uint8_t zone;       /* dl_zone; no claim is made from DL_ZONE_BOILERPLATE */
    uint8_t capitals;   /* 1 where the sentence is set in capitals only */
    uint8_t parsed;     /* 1 where it has tags and a tree (the cascade may pass over the others) */
} dl_sentence;

typedef struct dl_token {
    dl_span span;
    uint32_t sentence;
    uint32_t head;  /* row of the head token; 0 for the root or where there is no tree */
    dl_bytes lemma; /* lower case but for names */
    uint32_t word;  /* number of the folded form in the knowledge's word list, 0 where unknown */
    uint32_t rare;  /* the same, where words that only the names of small towns have are known too */
    uint32_t stem;  /* number of the lemma in that list, 0 where unknown */
    uint8_t upos;   /* dl_upos_name() */
    uint8_t xpos;   /* dl_xpos_name() */
    uint8_t deprel; /* dl_deprel_name() */
    uint8_t name;   /* dl_name_kind of the proper name that it is part of; DL_NAME_BEGIN is set on the name's first token */
    uint8_t glued;  /* 1 where no space follows */
} dl_token;

typedef enum dl_name_kind {
    DL_NAME_NONE,
    DL_NAME_PERSON,
    DL_NAME_ORGANISATION,
    DL_NAME_PLACE,
    DL_NAME_FACILITY,
    DL_NAME_GROUP,
    DL_NAME_NATIONALITY
} dl_name_kind;
#define DL_NAME_BEGIN 0x80

/* Something that can act or be acted upon, as the text names it. */
typedef struct dl_mention {
    dl_span span; /* the name without title or article, or the whole description */
    uint32_t sentence;
    uint32_t head;                 /* head token */
    uint32_t entity;               /* one number for all mentions of one thing; from 1 */
    dl_bytes name;                 /* canonical name: that of the knowledge row, else the fullest name in the document */
    dl_bytes actor;                /* CAMEO actor code as of the publication date; empty where unknown */
    dl_bytes id;                   /* stable id of the knowledge row; empty for actors known from the text only */
    uint32_t place;                /* row of places where the mention is also a toponym */
    uint32_t know_table, know_row; /* where the knowledge has the name or the noun, table 0: nowhere; for the trace */
    uint8_t kind;                  /* dl_name_kind */
    uint8_t named;                 /* 1 for a proper name, 0 for a description or pronoun */
    uint8_t plural;
} dl_mention;

typedef enum dl_timex { DL_TIMEX_DATE, DL_TIMEX_TIME, DL_TIMEX_DURATION, DL_TIMEX_SET } dl_timex;

/* A time expression in the sense of TIMEX3 (Pustejovsky et al. 2003). */
typedef struct dl_time {
    dl_span span;
    uint32_t first_token, last_token; /* tokens that it covers, inclusive */
    dl_bytes value;                   /* TIMEX3 value: "2022-03-14", "2022-03-14T08:20Z", "P2D", "PAST_REF" */
    dl_bytes mod;                     /* TIMEX3 modifier: "START", "APPROX", "MORE_THAN" ... or empty */
    dl_instant begin, end;            /* the interval that it denotes, end inclusive; DL_NO_TIME where it denotes none */
    uint32_t anchor;                  /* time row that it is relative to; 0 is the publication date */
    uint8_t type;                     /* dl_timex */
    uint8_t grain;                    /* dl_grain of begin and end */
    uint8_t zoned;                    /* 1 where an hour is given together with a zone (or GMT, UTC) */
} dl_time;

typedef enum dl_precision {
    DL_PRECISION_NONE,
    DL_PRECISION_EXACT,
    DL_PRECISION_NEAR,
    DL_PRECISION_ADMIN1,
    DL_PRECISION_COUNTRY,
    DL_PRECISION_REGION
} dl_precision;

typedef struct dl_place {
    dl_span span;
    uint32_t first_token, last_token; /* inclusive */
    dl_bytes name;                    /* canonical name */
    dl_bytes country;                 /* ISO 3166-1 alpha-3; empty for seas, continents */
    dl_bytes admin1, admin2;
    dl_bytes feature; /* GeoNames feature code: PPLC, PPLA, PCLI, ADM1 ... */
    double lat, lon;  /* degrees; NAN where the place has no point */
    uint32_t geonameid;
    uint32_t within;                     /* place row that contains it in the text ("Lviv, Ukraine"); 0 where none */
    uint32_t first_choice, choice_count; /* rows of choices: what the name may mean */
    uint8_t precision;                   /* dl_precision that an event at this place has */
    uint8_t implied; /* 1: a country that stands there by its people or one of its places alone; no toponym, behind all of those */
} dl_place;

/* One thing that the name of a place may mean, and what speaks for it, in hundredths of about a power of ten of its people. The best comes first:
 * it is the place's, unless that is left without a point because nothing decides between the choices. The others are the runners-up. */
typedef struct dl_choice {
    dl_bytes name, country, admin1, admin2, feature;
    double lat, lon;
    uint32_t geonameid;
    uint32_t know_table, know_row; /* where the knowledge has it; for the trace */
    int32_t size;                  /* how large and how often meant it is */
    int32_t container;             /* the words put it into another place that holds it: "Lviv, Ukraine" */
    int32_t beside;                /* it contains a place, or stands in a list with its like */
    int32_t country_votes;         /* what else the document tells of its country */
    int32_t unit_votes;            /* likewise of its first-order unit */
} dl_choice;

typedef enum dl_what {
    DL_WHAT_OTHER,
    DL_WHAT_KILLED,
    DL_WHAT_WOUNDED,
    DL_WHAT_MISSING,
    DL_WHAT_CAPTURED,
    DL_WHAT_ARRESTED,
    DL_WHAT_DISPLACED,
    DL_WHAT_EVACUATED,
    DL_WHAT_ABDUCTED,
    DL_WHAT_PROTESTERS,
    DL_WHAT_TROOPS
} dl_what;

#define DL_NO_COUNT INT64_MIN

/* A number of people. */
typedef struct dl_count {
    dl_span span;            /* number, hedge and noun */
    dl_span hedge;           /* the hedging words; empty span where none */
    dl_span who;             /* the people counted ("soldiers"); empty span where unsaid */
    uint32_t anchor;         /* token that makes it a count of its kind: "killed", "wounded", "dead", "protesters" */
    uint32_t claim;          /* claim that holds it; 0 where none */
    uint32_t part_of;        /* count row of which it is a part; 0 where none */
    int64_t low, best, high; /* people; DL_NO_COUNT where the text gives none */
    uint8_t what;            /* dl_what */
    uint8_t cumulative;      /* 1 where it is a running total ("bringing the toll to 43") */
} dl_count;

typedef enum dl_quote_kind { DL_QUOTE_DIRECT, DL_QUOTE_INDIRECT, DL_QUOTE_MIXED } dl_quote_kind;
typedef enum dl_source_kind { DL_SOURCE_NONE, DL_SOURCE_QUOTE, DL_SOURCE_SAID, DL_SOURCE_ACCORDING_TO, DL_SOURCE_REPORT } dl_source_kind;
typedef enum dl_stance { DL_STANCE_SAY, DL_STANCE_CONFIRM, DL_STANCE_CLAIM, DL_STANCE_DENY, DL_STANCE_DOUBT } dl_stance;

/* Words that the text gives to a speaker: in quotation marks (direct), told (indirect), or told with quoted parts (mixed). */
typedef struct dl_quote {
    dl_span span;           /* the content, without quotation marks */
    dl_span cue;            /* "said", "according to"; empty span where there is none */
    uint32_t first_speaker; /* first of its rows in parties, innermost source first */
    uint32_t speaker_count;
    uint32_t addressee; /* party row or 0 */
    uint32_t when;      /* time row of the speaking, or 0 */
    uint32_t outer;     /* quote row that encloses it, or 0 */
    uint32_t speech;    /* number shared by the pieces of one broken-off speech; 0 where it is whole */
    uint8_t kind;       /* dl_quote_kind */
    uint8_t source;     /* dl_source_kind */
    uint8_t stance;     /* dl_stance of the cue */
} dl_quote;

/* A link to a post or a picture that stands in the text, or a post that a page embeds. */
typedef struct dl_media {
    dl_span span; /* of the link; of an embed the place where it stands, without length */
    dl_bytes url;
    dl_bytes network;   /* "twitter", "youtube" ... */
    dl_instant created; /* decoded from the id where the network's ids carry a time, else DL_NO_TIME */
} dl_media;

typedef enum dl_role { DL_ROLE_WHO, DL_ROLE_WHOM, DL_ROLE_SOURCE, DL_ROLE_DISPUTED_BY, DL_ROLE_SPEAKER, DL_ROLE_ADDRESSEE } dl_role;

/* An actor in a role: one actor record of the output. */
typedef struct dl_party {
    uint32_t mention; /* its mention; never 0 */
    uint32_t owner;   /* claim row, or quote row for speakers and addressees */
    dl_span cue;      /* for sources: the words that attribute */
    dl_bytes actor;   /* CAMEO actor code as of the event's date; empty where unknown */
    uint8_t role;     /* dl_role */
    uint8_t source;   /* dl_source_kind of a source */
} dl_party;

typedef enum dl_event {
    DL_EVENT_NONE,
    DL_EVENT_AGREE,
    DL_EVENT_CONSULT,
    DL_EVENT_SUPPORT,
    DL_EVENT_CONCEDE,
    DL_EVENT_COOPERATE,
    DL_EVENT_AID,
    DL_EVENT_RETREAT,
    DL_EVENT_REQUEST,
    DL_EVENT_ACCUSE,
    DL_EVENT_REJECT,
    DL_EVENT_THREATEN,
    DL_EVENT_PROTEST,
    DL_EVENT_SANCTION,
    DL_EVENT_MOBILIZE,
    DL_EVENT_COERCE,
    DL_EVENT_ASSAULT,
    DL_EVENT_OTHER /* an event of a user's lexicon that PLOVER has not; its code tells which */
} dl_event;

typedef enum dl_claim_status {
    DL_CLAIM_HAPPENED,
    DL_CLAIM_ONGOING,
    DL_CLAIM_PLANNED,
    DL_CLAIM_CALLED_FOR,
    DL_CLAIM_THREATENED,
    DL_CLAIM_ATTEMPTED,
    DL_CLAIM_POSSIBLE,
    DL_CLAIM_CONDITIONAL,
    DL_CLAIM_DENIED,
    DL_CLAIM_NOT
} dl_claim_status;

typedef enum dl_relation {
    DL_RELATION_IN,
    DL_RELATION_NEAR,
    DL_RELATION_TOWARD,
    DL_RELATION_FROM,
    DL_RELATION_ACROSS,
    DL_RELATION_BORDER
} dl_relation;

typedef enum dl_basis {
    DL_BASIS_NONE,
    DL_BASIS_SAID,
    DL_BASIS_REPORTED, /* of a time */
    DL_BASIS_SYNTAX,
    DL_BASIS_CLAUSE,
    DL_BASIS_SENTENCE,
    DL_BASIS_PARAGRAPH,
    DL_BASIS_DATELINE,
    DL_BASIS_ACTOR,
    DL_BASIS_INCIDENT, /* of a place */
    DL_BASIS_SCENE     /* of a time */
} dl_basis;

/* One event as this document tells it. */
typedef struct dl_claim {
    dl_span trigger; /* the words that name the event */
    dl_span clause;  /* the clause that carries it */
    uint32_t sentence;
    uint32_t head;                     /* head token of the trigger */
    uint32_t first_party, party_count; /* rows in parties: who, whom, sources, disputers, in this order */
    uint32_t first_trace, trace_count;
    uint32_t time;          /* time row that governs it, or 0 */
    uint32_t place;         /* place row, or 0 */
    uint32_t incident;      /* number shared by the claims of one incident; from 1 */
    dl_bytes cameo;         /* with leading zero; empty where no code fits */
    dl_bytes mode, context; /* PLOVER mode and contexts (comma-separated); may be empty */
    dl_instant begin, end;  /* when */
    uint8_t event;          /* dl_event */
    uint8_t status;         /* dl_claim_status */
    uint8_t symmetric;      /* 1 where who and whom are the same parties */
    uint8_t when_basis, when_grain, when_zoned;
    uint8_t where_basis, where_relation, where_precision;
    uint8_t zone; /* dl_zone */
} dl_claim;

/* One step of the reasoning behind a claim. */
typedef struct dl_trace {
    uint32_t claim;
    dl_span span;      /* the words that it speaks of; empty span where none */
    const char *field; /* constant: which field of the claim it decided */
    const char *rule;  /* constant: the rule's name, as in the codebook */
    dl_bytes entry;    /* knowledge row ("events/verbs.tsv:12") and, behind a blank, what spec/lexicon.md says of the rule; may be empty */
} dl_trace;

typedef struct dl_rows {
    const void *rows; /* row 0 is none */
    size_t count;     /* with row 0 */
    size_t width;     /* bytes a row */
} dl_rows;

/* Names of the coded values above, as the records write them; "" for a number out of range. */
const char *dl_upos_name(unsigned upos);
const char *dl_xpos_name(unsigned xpos);
const char *dl_deprel_name(unsigned deprel);
const char *dl_name_kind_name(unsigned kind);
const char *dl_zone_name(unsigned zone);
const char *dl_timex_name(unsigned type);
const char *dl_grain_name(unsigned grain);
const char *dl_precision_name(unsigned precision);
const char *dl_what_name(unsigned what);
const char *dl_quote_kind_name(unsigned kind);
const char *dl_stance_name(unsigned stance);
const char *dl_source_kind_name(unsigned kind);
const char *dl_event_name(unsigned event);
const char *dl_claim_status_name(unsigned status);
const char *dl_relation_name(unsigned relation);
const char *dl_basis_name(unsigned basis);
const char *dl_published_basis_name(unsigned basis);

/* ------------------------------------------------------------------ the engine */

typedef struct dl_engine dl_engine;
typedef struct dl_reader dl_reader;
typedef struct dl_doc dl_doc;

/* Zero means the default. The strings are read during dl_engine_open only. */
typedef struct dl_options {
    const char *data_dir; /* folder of knowledge.dlk and english.dlm; default: $DATELINE_DATA, else the installed folder */
    size_t max_doc_bytes; /* a longer text or page is refused with DL_LIMIT; default 16 MiB, at most 1 GiB */
    uint32_t max_claims;  /* claims a document; default 4096 */
    /* Folder of the user's own tables (docs/lexicon.md), laid over the knowledge: LEXICON/events/verbs.tsv adds rows to data/events/verbs.tsv and
     * takes the place of those with the same key. NULL: none. A faulty row is DL_BAD_DATA; dl_lexicon_check tells which. */
    const char *lexicon_dir;
    bool passed_over; /* the trace of a claim also tells which rows of the lexicon were passed over, and why; default false */
    /* What "dozens" and its like come to: "floor" (default), the least that the word can mean and no best figure, or another convention by the name
     * of its column in data/count/vague.tsv, such as "acled". DL_BAD_ARGUMENT where there is none. */
    const char *vague_numbers;
} dl_options;

/* Opens the knowledge and the model and maps them read-only; lays the user's tables over the knowledge, where there are any. `options` may be NULL.
 */
dl_status dl_engine_open(dl_engine **engine, const dl_options *options, dl_error *error);
void dl_engine_close(dl_engine *engine);

/* Sixteen hexadecimal digits and a NUL; live as long as the engine. */
const char *dl_engine_knowledge_hash(const dl_engine *engine);
const char *dl_engine_model_hash(const dl_engine *engine);

/* What others made and the knowledge and the weights are made of. */
typedef struct dl_attribution {
    dl_bytes what, from, licence; /* "places", "GeoNames cities500 (geonames.org) ...", "CC BY 4.0"; live as long as the engine */
} dl_attribution;
/* The attribution of this number, from 0; false where there is none. */
bool dl_engine_attribution(const dl_engine *engine, uint32_t number, dl_attribution *attribution);

/* ------------------------------------------------------------------ a user's own tables */

/* Something to say about a line of a file. */
typedef struct dl_remark {
    const char *file;
    uint32_t line;       /* from 1; 0: the whole file */
    dl_bytes column;     /* may be empty */
    const char *message; /* constant text: what is wrong and what to do, or what the line does */
    dl_bytes about;      /* the word, cell or row that it speaks of; may be empty */
    bool wrong;          /* false: good to know */
} dl_remark;

/* Who hears remarks, in the order of the files and lines. What a remark points at lives during the call only. */
typedef struct dl_ear {
    void (*hear)(void *self, const dl_remark *remark);
    void *self;
} dl_ear;

/* Looks at each row of a lexicon folder (dl_options.lexicon_dir): what is wrong with it, and which built-in rows it goes before or takes the place
 * of. `engine` is one that was opened without a lexicon. DL_OK where the folder could be read, whatever was found; `wrong` receives how many remarks
 * said that something is wrong. */
dl_status dl_lexicon_check(const dl_engine *engine, const char *folder, dl_ear ear, uint32_t *wrong, dl_error *error);
/* Reads the dictionaries of PETRARCH2 or UniversalPetrarch in folder `from` and writes them as tables of a lexicon into folder `to`. Remarks say,
 * line by line, what has no counterpart, and at last how many rows each table has. */
dl_status dl_lexicon_import(const char *from, const char *to, dl_ear ear, dl_error *error);

/* ------------------------------------------------------------------ documents */

typedef enum dl_published_basis {
    DL_PUBLISHED_UNKNOWN,
    DL_PUBLISHED_GIVEN,
    DL_PUBLISHED_META,
    DL_PUBLISHED_DATELINE,
    DL_PUBLISHED_URL,
    DL_PUBLISHED_MEDIA_ID,
    DL_PUBLISHED_TEXT
} dl_published_basis;

/* What is known of a document beside its text. NUL-terminated or NULL; copied. */
typedef struct dl_source {
    const char *ref; /* the id that the input gave */
    const char *uri; /* file or address */
    const char *title;
    const char *outlet;
    const char *language;
    const char *published; /* ISO 8601 date or date-time; DL_BAD_ARGUMENT where impossible */
    const char *date;      /* likewise, for a document that has none of its own */
    const char *byline;
    const char *stamp;   /* the date as a feed or page writes it ("Mon, 6 May 2024 08:00:00 GMT"), where `published` is not given */
    bool fragment;       /* the page is the content of a feed's item: nothing stands around it */
    const char *charset; /* of a page: as the server named it ("windows-1252"), or "" where its bytes are UTF-8 for certain; NULL: to be told */
} dl_source;

/* Makes a document of UTF-8 text: copies it, replaces each invalid sequence by U+FFFD, and knows nothing else yet. */
dl_status dl_doc_make(dl_doc **doc, const dl_source *source, dl_bytes text, dl_error *error);
/* Makes a document of a web page. Its text and what else the page tells of it (title, outlet, date ...) is found by the first stage of dl_analyze. */
dl_status dl_doc_make_page(dl_doc **doc, const dl_source *source, dl_bytes page, dl_error *error);
void dl_doc_free(dl_doc *doc);

/* Stages to run, as bits in the order of src/engine/stages.def; a stage whose needs are not run is refused. */
typedef uint32_t dl_stages;
#define DL_STAGES_ALL ((dl_stages)0xffffffffu)
#define DL_STAGE_PAGE ((dl_stages)1)     /* only the text of a page and what the page says of itself */
#define DL_STAGES_TEXT ((dl_stages)0x1f) /* what makes the text of a page and finds its date: enough for DL_FORMAT_TEXT and DL_FORMAT_TEXT_JSON */

/* Reads the document: fills its tables. Once a document; one document per thread at a time. */
dl_status dl_analyze(const dl_engine *engine, dl_doc *doc, dl_stages stages, dl_error *error);

dl_rows dl_doc_rows(const dl_doc *doc, dl_table table);
dl_bytes dl_doc_text(const dl_doc *doc);
/* True where the document has more claims than dl_options.max_claims: those behind the limit were not made. */
bool dl_doc_claims_cut(const dl_doc *doc);
/* True where the document is in another language than English (which the document tells): its text is there, and nothing was read of it. */
bool dl_doc_foreign(const dl_doc *doc);
/* The words of a span; `raw_at`, where not NULL, receives the bytes of the input as given (before repair) that they came from. */
dl_bytes dl_doc_quote(const dl_doc *doc, dl_span span, dl_span *raw_at);

/* ------------------------------------------------------------------ readers */

typedef enum dl_form { DL_FORM_AUTO, DL_FORM_TEXT, DL_FORM_JSONL, DL_FORM_CONLLU, DL_FORM_HTML, DL_FORM_WARC, DL_FORM_FEED } dl_form;

typedef struct dl_input {
    const char *path; /* file, or "-" for standard input; NULL where `memory` is given */
    dl_bytes memory;  /* read instead of a file; must outlive the reader */
    dl_form form;
    const char *date;     /* publication date of documents that carry none, or NULL */
    size_t max_doc_bytes; /* 0: default */
    uint64_t start;       /* byte of a web archive to begin at: one that a document of it told */
} dl_input;

/* Opens an input and tells its form from its bytes, then its name. */
dl_status dl_reader_open(dl_reader **reader, const dl_input *input, dl_error *error);
/* The next document, which the caller frees; DL_END after the last. After DL_BAD_INPUT or DL_LIMIT with an offset the reader goes on with the next
 * record. */
dl_status dl_reader_next(dl_reader *reader, dl_doc **doc, dl_error *error);
void dl_reader_close(dl_reader *reader);

/* ------------------------------------------------------------------ writers */

typedef enum dl_format {
    DL_FORMAT_DOC_JSONL,    /* the whole document, one JSON object */
    DL_FORMAT_CLAIMS_JSONL, /* one JSON object a claim */
    DL_FORMAT_CLAIMS_CSV,   /* RFC 4180, without the header line */
    DL_FORMAT_CLAIMS_TABLE, /* for reading on a terminal */
    DL_FORMAT_EXPLAIN,      /* each sentence with its claims and why */
    DL_FORMAT_CONLLU,
    DL_FORMAT_PLACES_GEOJSON, /* the places of the document, one FeatureCollection (RFC 7946) */
    DL_FORMAT_PLACES_TABLE,   /* the places, one line each, for reading */
    DL_FORMAT_TEXT,           /* title and text, for reading */
    DL_FORMAT_TEXT_JSON,      /* what is known of the document and its text, one JSON object */
    DL_FORMAT_TEXT_HTML,      /* the article as HTML, with the words that carry claims marked */
    DL_FORMAT_QUOTES_JSONL,   /* one JSON object a quotation */
    DL_FORMAT_QUOTES_TABLE    /* the quotations, one line each, for reading */
} dl_format;

typedef enum dl_offsets { DL_OFFSETS_BYTE, DL_OFFSETS_CODEPOINT, DL_OFFSETS_UTF16 } dl_offsets;

/* Where written bytes go. `write` returns false to refuse them, which ends the writing with DL_CANNOT_WRITE. */
typedef struct dl_sink {
    bool (*write)(void *self, const char *data, size_t size);
    void *self;
    dl_offsets offsets;
    bool colour;      /* terminal colours in DL_FORMAT_CLAIMS_TABLE and DL_FORMAT_EXPLAIN */
    bool tokens;      /* DL_FORMAT_DOC_JSONL writes the tokens too */
    uint16_t columns; /* width of the terminal, 0: 100 */
} dl_sink;

dl_status dl_write(const dl_engine *engine, const dl_doc *doc, dl_format format, const dl_sink *sink, dl_error *error);
/* The header line of DL_FORMAT_CLAIMS_CSV, DL_FORMAT_CLAIMS_TABLE, DL_FORMAT_PLACES_TABLE or DL_FORMAT_QUOTES_TABLE; nothing for the others. */
dl_status dl_write_header(dl_format format, const dl_sink *sink, dl_error *error);

/* ------------------------------------------------------------------ the ledger
 * The figures of people harmed that many documents tell, gathered by incident: who gives which figure, and where they disagree. Nothing is reconciled
 * but the totals of an incident, by a policy that stands beside them. How incidents and totals are made: spec/ledger.md. */

/* Which of several figures is the best estimate. */
typedef enum dl_policy {
    DL_POLICY_LOWEST, /* the lowest that a source gives as best */
    DL_POLICY_LATEST  /* that of the report published last */
} dl_policy;

typedef enum dl_ledger_format {
    DL_LEDGER_JSONL, /* one JSON object an incident: its totals and every figure */
    DL_LEDGER_TSV,   /* one line a figure, with a header line */
    DL_LEDGER_TABLE  /* for reading on a terminal */
} dl_ledger_format;

typedef struct dl_ledger dl_ledger;

dl_status dl_ledger_open(dl_ledger **ledger, dl_policy policy, dl_error *error);
/* Takes the figures of an analysed document over; the document may be freed afterwards. After DL_NO_MEMORY the ledger can only be closed. */
dl_status dl_ledger_add(dl_ledger *ledger, const dl_doc *doc, dl_error *error);
/* Writes all that was added. The same documents in the same order give the same bytes. */
dl_status dl_ledger_write(const dl_engine *engine, const dl_ledger *ledger, dl_ledger_format format, const dl_sink *sink, dl_error *error);
void dl_ledger_close(dl_ledger *ledger);

#ifdef __cplusplus
}
#endif

#endif
