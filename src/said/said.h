/* Who said what: direct, indirect and mixed quotations with their speakers.
 *
 * marks.h pairs quotation marks, cue.h reads content from verbs of saying and phrase.h from phrases of attribution, loose.h finds an owner for the
 * words in marks that are left, draft.h writes what they found. Codebook: spec/attribution.md.
 */
#ifndef DL_SAID_SAID_H
#define DL_SAID_SAID_H

#include "doc/doc.h"
#include "know/know.h"

/* Fills doc->quotes, and doc->parties with speakers and addressees, from tokens, trees, times and mentions. A speaker without a mention is left out.
 */
void dl_said_read(const dl_know *know, dl_doc *doc);

#endif
