/* The language engine: from tokens to tags, lemmas, trees and proper names. */
#ifndef DL_LANG_LANG_H
#define DL_LANG_LANG_H

#include "doc/doc.h"
#include "know/know.h"

typedef struct dl_lang dl_lang;

/* Maps a model file; DL_BAD_DATA where it is damaged (checksum) or of another version. Immutable afterwards, shared by threads. */
dl_status dl_lang_open(dl_lang **lang, const char *path, dl_error *error);
void dl_lang_close(dl_lang *lang);
/* 16 hexadecimal digits and a NUL. */
const char *dl_lang_hash(const dl_lang *lang);

/* The stage: fills lemma, upos, xpos, head, deprel and name of the tokens of every sentence, and sets `parsed`. */
void dl_lang_read(const dl_lang *lang, const dl_know *know, dl_doc *doc);

/* Trees alone, as the network reads them, without tags, corrections, lemmas and names: what bench/ sets against parsers that do no more. */
void dl_lang_parse(const dl_lang *lang, dl_doc *doc);

#endif
