/* Treebanks and name corpora, read into memory for training. Everything lives in the corpus's arena. */
#ifndef DL_TRAIN_CORPUS_H
#define DL_TRAIN_CORPUS_H

#include "base/array.h"
#include "lang/window.h"

#include <jansson.h>

/* Head of a word whose head is not known: nothing is learnt from it. */
#define NO_HEAD UINT16_MAX
/* The name of a word of which it is not known whether it belongs to a name. */
#define NAME_UNSURE 0x7f

typedef struct sample_token {
    dl_bytes form, lemma;
    uint16_t head; /* position from 1, 0 for the root */
    uint8_t upos, xpos, deprel, name;
    bool glued; /* no space follows */
} sample_token;

typedef struct sample {
    sample_token *tokens; /* count of them, the first at [1] */
    uint32_t count;
    uint16_t *hints; /* of each position, as in the window (lang/hints.h); room for three more */
    bool capitals;
    bool tree;   /* has gold tags and a gold tree */
    bool names;  /* has gold names */
    bool silver; /* its tags and arcs were read by models; what they disagree on is 0 or NO_HEAD */
    bool made;   /* an altered copy of another sample */
} sample;

typedef struct corpus_doc {
    dl_bytes id;
    uint32_t first, end; /* samples */
} corpus_doc;

typedef struct corpus {
    dl_arena arena;
    DL_ARRAY(sample) samples; /* row 0 unused */
    DL_ARRAY(corpus_doc) docs;
} corpus;

/* Adds the sentences of a CoNLL-U file (those longer than a window left out). Ends the program with a message where it cannot. */
void corpus_read_conllu(corpus *c, const char *path);
/* Puts the names of a JSON Lines file ("text", "mentions") onto the sentences of the documents with the same ids. */
void corpus_read_names(corpus *c, const char *path);
/* Kind of the smallest mention that holds bytes [begin, end) and where it begins; 0 where none does. */
uint8_t corpus_name_at(json_t *mentions, size_t begin, size_t end, size_t *from);
/* Adds altered copies of samples [first, end): in capitals, without a full stop, without articles and auxiliaries as headlines are. Deterministic for
 * a seed. */
void corpus_augment(corpus *c, uint32_t first, uint32_t end, uint32_t seed);
/* Numbers of tags and relations by name; 0 for unknown tags, DL_DEP_DEP for unknown relations. */
uint8_t corpus_upos(dl_bytes name);
uint8_t corpus_xpos(dl_bytes name);
uint8_t corpus_deprel(dl_bytes name);
/* dl_name_kind of the kinds that are learnt; 0 for others. */
uint8_t corpus_kind(dl_bytes name);
void corpus_begin_doc(corpus *c, dl_bytes id);
void corpus_free(corpus *c);

/* Fills words and count of a window from a sample; the tags are left alone. */
void sample_window(const sample *s, dl_window *w);

/* The words of all samples but altered copies, one sample behind the other; the caller frees. */
dl_word *corpus_words(const corpus *c, size_t *count);

/* The whole of a file; ends the program where it cannot be read. */
dl_bytes read_whole(dl_arena *arena, const char *path);
void die(const char *what, const char *which) __attribute__((noreturn));

/* Small generator of pseudo-random numbers, the same on every machine. */
typedef struct chance {
    uint64_t state;
} chance;
uint32_t chance_below(chance *c, uint32_t limit);

#endif
