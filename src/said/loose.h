/* Words in quotation marks for which no cue of their own was found: a speech that goes on, a fragment under a verb. */
#ifndef DL_SAID_LOOSE_H
#define DL_SAID_LOOSE_H

#include "said/cue.h"

void dl_loose_segments_read(dl_said_reader *r, dl_drafts *drafts);

#endif
