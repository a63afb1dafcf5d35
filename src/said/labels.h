/* Speakers whom no verb names: the label in front of a speech ("Pop: We will stay", in transcripts and headlines) and the signature behind it
 * ("We will stay." - Ana Pop). */
#ifndef DL_SAID_LABELS_H
#define DL_SAID_LABELS_H

#include "said/draft.h"

void dl_signatures_read(dl_said_reader *r, dl_drafts *drafts);
/* After all other quotations: who speaks elsewhere in the report decides what is a label. */
void dl_labels_read(dl_said_reader *r, dl_drafts *drafts);

#endif
