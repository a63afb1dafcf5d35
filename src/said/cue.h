/* Quotations found from their cue: a verb of saying, or a phrase such as "according to". */
#ifndef DL_SAID_CUE_H
#define DL_SAID_CUE_H

#include "said/speaker.h"

/* All cues of the reader's sentence. */
void dl_cues_read(dl_said_reader *r, dl_drafts *drafts);
/* Speakers, addressee, time and stance of the verb of saying at `verb`; false where it has no subject to speak. */
bool dl_cue_describe(dl_said_reader *r, uint32_t verb, const dl_subject *subject, dl_draft *draft);

#endif
