/* In which language a document is. The models read English: a document in another language is recorded, not read.
 *
 * Told by the little words of data/text/languages.tsv in its first lines, and by its script; what the input says of its language counts where the
 * text is too short to tell.
 */
#ifndef DL_INTAKE_LANGUAGE_H
#define DL_INTAKE_LANGUAGE_H

#include "doc/doc.h"
#include "know/know.h"

/* The table, read once and then only looked at; the knowledge outlives it. */
typedef struct dl_languages dl_languages;
dl_status dl_languages_open(dl_languages **languages, const dl_know *know, dl_error *error);
void dl_languages_close(dl_languages *languages);

/* Fills doc->language where nothing gave it, and doc->foreign. */
void dl_language_tell(const dl_languages *languages, dl_doc *doc);

#endif
