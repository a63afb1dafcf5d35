/* Atoms: what the grammar of time expressions reads. A token of letters is one atom, known phrases ("right now") are one, and tokens that mix
 * letters, digits and marks are cut apart, so that "mid-1996", "7:15pm" and "1990s" read alike however the text was cut into tokens. */
#ifndef DL_WHEN_ATOMS_H
#define DL_WHEN_ATOMS_H

#include "base/array.h"
#include "doc/doc.h"
#include "when/vocabulary.h"

typedef struct when_atom {
    dl_span span;
    uint32_t first_token, last_token;
    uint64_t classes;       /* bit set of when_class */
    const when_word *words; /* WHEN_SENSES of them */
    int32_t number;         /* of a run of at most 8 digits; -1 for all else */
    uint8_t digits;         /* bytes of the run */
    char mark;              /* 'a' letters, '0' digits, else the mark itself (dashes beyond ASCII are '-', apostrophes '\'') */
    bool glued;             /* no blank before it */
    bool upper;             /* begins with a capital */
} when_atom;

/* The atoms of one sentence, from row 1. Row 0 and the row behind the last are empty atoms, so that neighbours may be looked at freely. */
typedef struct when_reader {
    const dl_when_vocabulary *words;
    dl_doc *doc;
    DL_ARRAY(when_atom) atoms;
    uint32_t end;  /* one behind the last atom */
    bool capitals; /* the sentence is set in capitals */
    uint32_t sentence;
    dl_instant reference; /* midnight of the day of publication, DL_NO_TIME where unknown */
} when_reader;

/* Whether any token of the sentence can be the one that an expression needs. */
bool dl_when_worth(const when_reader *r, uint32_t sentence);
void dl_when_atoms(when_reader *r, uint32_t sentence);

static inline const when_atom *atom(const when_reader *r, uint32_t i) {
    return &r->atoms.rows[i < r->end ? i : r->end];
}
static inline bool is(const when_reader *r, uint32_t i, when_class kind) {
    return atom(r, i)->classes >> kind & 1;
}
static inline bool mark(const when_reader *r, uint32_t i, char c) {
    return atom(r, i)->mark == c;
}
/* Value of the atom as a `kind`, 0 where it is none. */
static inline int dl_when_value(const when_reader *r, uint32_t i, when_class kind) {
    const when_atom *a = atom(r, i);
    if (!(a->classes >> kind & 1)) return 0;
    for (int k = 0; k < WHEN_SENSES; k++)
        if (a->words[k].kind == kind) return a->words[k].value;
    return 0;
}
static inline bool is_code(const when_reader *r, uint32_t i, when_class kind, int code) {
    return is(r, i, kind) && dl_when_value(r, i, kind) == code;
}
/* The atom's bytes are `word` (ASCII, any case). */
bool dl_when_word_is(const when_reader *r, uint32_t i, const char *word);
dl_bytes dl_when_atom_text(const when_reader *r, uint32_t i);

#endif
