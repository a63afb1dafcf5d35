/* Attribution without a verb: "according to the ministry", "citing witnesses". */
#ifndef DL_SAID_PHRASE_H
#define DL_SAID_PHRASE_H

#include "said/speaker.h"

/* "The agency said, citing police": puts the source cited before (inside) those who report. */
void dl_sources_cited(dl_said_reader *r, uint32_t verb, dl_draft *draft);
/* "According to ..." in the reader's sentence: a source around what is said already, or the rest of the sentence as content. */
void dl_phrases_read(dl_said_reader *r, dl_drafts *drafts);

#endif
