/* What the event stage looks at while it reads one document: the trees with their links turned round, and who stands at which token.
 *
 * All walks are bounded: a token shows at most DL_CHILDREN of its dependents, a climb takes at most DL_CLIMB steps. */
#ifndef DL_EVENT_READING_H
#define DL_EVENT_READING_H

#include "doc/doc.h"
#include "doc/ud.h"
#include "event/tables.h"
#include "know/know.h"

enum { DL_CHILDREN = 200, DL_CLIMB = 24, DL_TOKENS = 12, DL_PATH = 8 };

/* A few tokens: heads of phrases that fill a role. */
typedef struct dl_heads {
    uint32_t rows[DL_TOKENS];
    uint32_t count;
} dl_heads;

enum { DL_ROLE_MEMO = 32 };

/* Who stands in a role. */
typedef struct dl_filled {
    dl_heads heads;
    uint64_t keys; /* dl_key_bit of their words and of those that they may mean; 0 where it was not asked yet, DL_ANY_WORD where any may be one */
} dl_filled;

/* The roles that its rows ask for, of the word whose rows are being looked at. */
typedef struct dl_role_memo {
    uint32_t token, count;
    uint32_t raised;  /* how often dl_reading.raised_to changed, and with it who stands in roles */
    uint8_t *slot_of; /* of each dl_place_asked.role that was asked: its row in `all`, from 1 */
    uint16_t roles[DL_ROLE_MEMO + 1];
    dl_filled all[DL_ROLE_MEMO + 1]; /* row 0: of roles for which there was no room */
} dl_role_memo;

enum { DL_HEADS_MEMO = 256 }; /* at most; a power of two */

/* Who stands in a role (dl_role_heads): the conditions of rows ask for the roles of a word, and then the claim does. */
typedef struct dl_heads_memo {
    dl_bytes role;
    uint32_t token, raised; /* dl_role_memo.raised */
    dl_heads heads;
} dl_heads_memo;

enum { DL_MEANT_MEMO = 8 };

/* The nouns that a phrase is of (meant.h). */
typedef struct dl_meant_memo {
    uint32_t token;
    dl_heads heads;
} dl_meant_memo;

#define DL_RELATION_BIT(relation) ((uint64_t)1 << (relation))
_Static_assert(DL_DEP_COUNT_ <= 64, "a bit for each relation");

/* What is asked of a token again and again: what its word is to lists of words, and its relation. */
typedef struct dl_word_marks {
    uint64_t begins;   /* dl_know_begins of the word */
    uint64_t sets;     /* DL_SET of the lists of events/sets that it is in */
    uint64_t ends;     /* dl_ends_bits of the lemma; 0 where it may be a word that begins or ends otherwise */
    uint64_t relation; /* DL_RELATION_BIT of its relation and of that without its subtype */
    uint32_t key;      /* dl_word_key of the lemma */
    uint8_t base;      /* its relation without its subtype */
    bool folds;        /* the lemma is more than plain ASCII: it may be a word that is written differently */
    bool in_sets;      /* it is in some list of events/sets */
} dl_word_marks;

enum { DL_SETS_MEMO = 64, DL_SETS_ROOM = 32 };

/* The lists of events/sets that a word is in: those that code asks for, and all. */
typedef struct dl_sets_memo {
    uint64_t bits; /* DL_SET */
    uint32_t word, count;
    uint16_t sets[DL_SETS_ROOM]; /* dl_event_tables.set_of */
} dl_sets_memo;

/* Whether conditions are read freely, and whether one was missed that would be met so. */
typedef struct dl_freedom {
    bool on, wanted;
} dl_freedom;

typedef struct dl_reading {
    const dl_know *know;
    dl_doc *doc;
    const dl_token *tokens; /* the document's */
    uint32_t *child;        /* first dependent of each token, in text order; 0 none */
    uint32_t *sibling;      /* next dependent of the same head */
    uint64_t *relations;    /* dl_word_marks.relation of all dependents of a token: most lack most of them */
    uint64_t *words_of;     /* dl_key_bit of the words of each sentence and the one behind: most words that are looked for are not there */
    uint8_t *voice;         /* what dl_is_passive found: 0 where it was not asked yet */
    uint32_t *mention_at;   /* first mention whose head the token is */
    uint32_t *against_at;   /* mention within the token: "anti-government" */
    uint32_t *quote_at;     /* innermost quote whose content holds the token */
    uint32_t *place_at;     /* place that covers the token */
    uint32_t *time_at;      /* time expression that covers the token */
    uint32_t *raised_to;    /* "aid to Chad | cut by Norway": the noun that a passive is said of, where its rows told that it is not the nearest */
    dl_word_marks *marks;   /* of each token */
    dl_rows_of sets, light, blame, verbs, phrases, nouns, adjectives, governors, modals, openers, classes;
    const uint16_t *set_of;    /* dl_event_tables.set_of */
    const dl_bytes *roles;     /* dl_event_tables.roles */
    const uint64_t *role_keys; /* dl_event_tables.role_keys */
    const uint64_t *set_bits;  /* dl_event_tables.set_bits */
    dl_role_memo *memo;
    dl_heads_memo *heads; /* of heads_mask + 1 roles */
    uint32_t heads_mask;
    dl_sets_memo *in_sets; /* of DL_SETS_MEMO words: a report uses the same again and again */
    dl_meant_memo *meant;  /* of DL_MEANT_MEMO words */
    dl_freedom *freely;    /* conditions are read freely: src/event/conditions.h */
} dl_reading;

void dl_reading_open(dl_reading *reading, const dl_know *know, const dl_event_tables *tables, dl_doc *doc);

static inline const dl_token *dl_at(const dl_reading *r, uint32_t token) {
    return &r->tokens[token];
}
/* A token's lemma against the words of a list. */
typedef struct dl_word_query {
    const dl_know *know;
    dl_bytes lemma, word, rest; /* word: the last that was cut off the list; rest: those behind it */
    uint32_t stem;
    bool folds; /* the lemma or the list is more than ASCII without apostrophes: words may be one that are written differently */
} dl_word_query;
dl_word_query dl_word_query_of(const dl_reading *r, uint32_t token, dl_bytes words);
/* Whether the lemma is the word that was cut off last, but written differently. */
bool dl_word_folds_to(const dl_word_query *query);
/* Cuts the next word off a list that is not at its end; whether the lemma is it, by the folding of the knowledge. Most words differ in length or in
 * their first letter. */
static inline bool dl_word_next(dl_word_query *q, char mark) {
    const char *at = q->rest.data;
    size_t size = dl_bytes_before(at, q->rest.size, mark), used = size + (size < q->rest.size);
    q->word = (dl_bytes){at, size};
    q->rest = (dl_bytes){at + used, q->rest.size - used};
    if (size == q->lemma.size && (!size || (*at | 32) == (*q->lemma.data | 32)) && dl_bytes_alike(q->word, q->lemma)) return true;
    return q->folds && dl_word_folds_to(q);
}
/* Of a word that is in some list of events/sets. */
const dl_sets_memo *dl_sets_of(const dl_reading *r, uint32_t word);
/* The word is in one of the lists (DL_SET). */
static inline bool dl_in_sets(const dl_reading *r, uint32_t token, uint64_t sets) {
    return (r->marks[token].sets & sets) != 0;
}
/* The first and the last letter of a word, of either case, as two of 64 bits. */
static inline uint64_t dl_ends_bits(char first, char last) {
    return dl_letter_bit(first) | (uint64_t)dl_letter_bit(last) << 32;
}
/* Those with which no word of a list begins or ends. Of a list that stands at the call the compiler finds them out; of one that is more than ASCII
 * without apostrophes nothing is known, for its words may be written differently. */
static inline uint64_t dl_ends_without(const char *words) __attribute__((always_inline));
static inline uint64_t dl_ends_without(const char *words) {
    uint64_t with = 0;
    if (!DL_LISTS_READ_AHEAD || !__builtin_constant_p(strlen(words)) || strlen(words) >= DL_LIST_FOLDED) return 0;
#pragma GCC unroll 256
    for (size_t i = 0; i < strlen(words); i++) {
        if (words[i] == '\'' || (unsigned char)words[i] >= 0x80) with = UINT64_MAX;
        if (words[i] == ' ') continue;
        if (!i || words[i - 1] == ' ') with |= dl_letter_bit(words[i]);
        if (!words[i + 1] || words[i + 1] == ' ') with |= (uint64_t)dl_letter_bit(words[i]) << 32;
    }
    return ~with;
}
/* The lemma is this word, as it is written but for case. */
static inline bool dl_lemma_is(const dl_reading *r, uint32_t token, const char *lemma) __attribute__((always_inline));
static inline bool dl_lemma_is(const dl_reading *r, uint32_t token, const char *lemma) {
    return !(r->marks[token].ends & dl_ends_without(lemma)) && dl_bytes_like(dl_at(r, token)->lemma, lemma);
}
/* The lemma is one of the words, separated by blanks. Most are told apart from all of them by their first and last letter. */
bool dl_lemma_in(const dl_reading *r, uint32_t token, dl_bytes lemmas);
static inline bool dl_lemma_among(const dl_reading *r, uint32_t token, const char *lemmas) __attribute__((always_inline));
static inline bool dl_lemma_among(const dl_reading *r, uint32_t token, const char *lemmas) {
    return !(r->marks[token].ends & dl_ends_without(lemmas)) && dl_lemma_in(r, token, dl_bytes_of(lemmas));
}
static inline dl_deprel dl_base_of(const dl_reading *r, uint32_t token) {
    return (dl_deprel)r->marks[token].base;
}

/* The phrase of the table (0: none) that ends with a token: the longest, of at most `words`. */
bool dl_phrase_up_to(const dl_reading *r, uint32_t table, uint32_t last, uint32_t words, dl_know_hit *hit);

/* Whether a token has a dependent with one of the relations (bits); a plain one stands for all its subtypes. */
static inline bool dl_has_relation(const dl_reading *r, uint32_t token, uint64_t relations) {
    return (r->relations[token] & relations) != 0;
}
uint32_t dl_first_child(const dl_reading *r, uint32_t token, dl_deprel relation);
/* First dependent with the relation (a subtype given asks for that subtype, a plain one for all its subtypes), or 0. */
static inline uint32_t dl_child(const dl_reading *r, uint32_t token, dl_deprel relation) {
    return dl_has_relation(r, token, DL_RELATION_BIT(relation)) ? dl_first_child(r, token, relation) : 0;
}
/* A clause that says of a noun who or what it is ("the men | who fired"), or tells on of it ("it was the men | who fired"). */
bool dl_is_relative(const dl_reading *r, uint32_t verb);
/* The root of a sentence; 0 where it has no tree. */
uint32_t dl_root_of(const dl_reading *r, const dl_sentence *sentence);
/* `without`: dl_ends_without of the lemmas. */
uint32_t dl_first_child_in(const dl_reading *r, uint32_t token, dl_deprel relation, dl_bytes lemmas, uint64_t without);
/* First dependent with the relation and one of the lemmas (blank-separated), or 0. */
static inline uint32_t dl_child_lemma(const dl_reading *r, uint32_t token, dl_deprel relation, const char *lemmas) __attribute__((always_inline));
static inline uint32_t dl_child_lemma(const dl_reading *r, uint32_t token, dl_deprel relation, const char *lemmas) {
    if (!dl_has_relation(r, token, DL_RELATION_BIT(relation))) return 0;
    return dl_first_child_in(r, token, relation, dl_bytes_of(lemmas), dl_ends_without(lemmas));
}
/* Whether a phrase is opened by this preposition: a `case` dependent, alone or as the first of several ("out of"). */
bool dl_has_case(const dl_reading *r, uint32_t token, dl_bytes preposition);
/* "Handed him | over to the army": the particle that the parser hung on the phrase behind it; or 0. */
uint32_t dl_way_before(const dl_reading *r, uint32_t token);
/* The subject of a verb that the parse took for a participle of its object or of the subject itself ("Poland supplied tanks" as a phrase), or 0. */
uint32_t dl_lost_subject(const dl_reading *r, uint32_t verb);
/* The verb is passive: "was attacked", "attacked by", a past participle behind its noun. */
bool dl_is_passive(const dl_reading *r, uint32_t verb);
/* "The men the rebels | abducted were freed", with the men and the rebels as subjects side by side: to whom it was done; or 0. */
uint32_t dl_bare_relative(const dl_reading *r, uint32_t verb);
/* "They want him | jailed", "he was ordered | held": to whom it is to be done, or 0. */
uint32_t dl_wanted_done(const dl_reading *r, uint32_t verb);
/* The noun that a participle or a clause is said of: the one on which it hangs, or one above that. */
static inline uint32_t dl_said_of(const dl_reading *r, uint32_t verb) {
    return r->raised_to[verb] ? r->raised_to[verb] : dl_at(r, verb)->head;
}
/* The path between two tokens as traces write it, from the lower one up ("fire<conj-carry<obj-attack"); "a<obj-c, b<nsubj-c" where both hang below a
 * third, nothing where they share no tree. */
dl_bytes dl_path_between(const dl_reading *r, uint32_t a, uint32_t b);
/* Adds a token once, if there is room. */
void dl_heads_add(dl_heads *heads, uint32_t token);
/* others.c: adds a token and those joined to it, in a row with it, and told of a crowd ("six people, including a priest"). */
void dl_heads_add_all(const dl_reading *r, dl_heads *heads, uint32_t token);
/* First and last byte of the token with all it governs (within DL_CHILDREN); `depth` levels. */
dl_span dl_subtree(const dl_reading *r, uint32_t token);

#endif
