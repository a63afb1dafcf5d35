/* CoNLL-U as documents with the tokens and sentences given (universaldependencies.org/format.html). A document ends at the next "# newdoc"; a file
 * without one is one document. Of the words, forms and SpaceAfter=No are kept: tags, lemmas and trees are for the engine to find. Comments and
 * multiword tokens are kept for the writer; the words of a multiword token are joined in the text; empty nodes are passed over.
 */
#ifndef DL_INTAKE_CONLLU_H
#define DL_INTAKE_CONLLU_H

#include "intake/text_file.h"

typedef struct dl_conllu {
    dl_bytes ref; /* id of the document whose "# newdoc" was read already; owned */
    bool inside;  /* such a line was read */
} dl_conllu;

/* DL_END after the last document; DL_BAD_INPUT or DL_LIMIT for one that cannot be read, which is passed over. */
dl_status dl_conllu_next(dl_conllu *conllu, dl_doc **doc, dl_text_file *file, const char *date, dl_error *error);
void dl_conllu_close(dl_conllu *conllu);

#endif
