/* Statements set apart without quotation marks, as press releases print them. */
#ifndef DL_SAID_BLOCK_H
#define DL_SAID_BLOCK_H

#include "said/draft.h"

/* "The minister said:" at the end of a paragraph, and behind it paragraphs in the first person: each of these is a direct quotation of the speaker,
 * all of them one speech. */
void dl_blocks_read(dl_said_reader *r, dl_drafts *drafts);

#endif
