/* One word, one kind: what the name finder decides sentence by sentence is brought together over the document. */
#ifndef DL_LANG_AGREE_H
#define DL_LANG_AGREE_H

#include "doc/doc.h"

/* A name of one word that is part of a person's full name in the document ("Qaboos bin Said"), and was taken for the person by itself often enough,
 * is the person wherever it was taken for something else, but behind a preposition of place. Needs tags and names. (One sense per discourse: Gale,
 * Church and Yarowsky 1992.) */
void dl_names_agree(dl_doc *doc);

#endif
