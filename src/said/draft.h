/* Quotations while they are being found: rows and parties are written at the end, in text order. */
#ifndef DL_SAID_DRAFT_H
#define DL_SAID_DRAFT_H

#include "said/reader.h"

enum { DL_SPEAKERS = 6 };

typedef struct dl_draft {
    uint32_t first, last; /* tokens of the content, inclusive; marks around it stripped */
    dl_span cue;
    uint32_t speakers[DL_SPEAKERS]; /* mentions, innermost source first */
    uint32_t speaker_count;
    uint32_t addressee, when; /* mention, time */
    uint32_t speech;
    uint32_t segment; /* segment that it is, for direct ones */
    uint32_t next;    /* draft that begins at the same token */
    uint8_t kind, source, stance;
} dl_draft;

typedef struct dl_drafts {
    DL_ARRAY(dl_draft) list;
} dl_drafts;

/* Adds a quotation of tokens [first, last]; trims marks, decides its kind from the segments inside, and notes them as covered. `like` gives cue,
 * speakers, stance, addressee and time. Returns its number, 0 where nothing is left of it. */
uint32_t dl_draft_add(dl_said_reader *r, dl_drafts *drafts, uint32_t first, uint32_t last, const dl_draft *like);
/* Adds a speaker, outermost last; once only. */
void dl_draft_speaker(dl_draft *draft, uint32_t mention);
/* Two pieces of one speech. */
void dl_draft_join(dl_said_reader *r, dl_drafts *drafts, uint32_t a, uint32_t b);
/* Writes all drafts as quote and party rows. */
void dl_drafts_write(dl_said_reader *r, const dl_drafts *drafts);

#endif
