/* Who speaks: from a verb of saying or a phrase of attribution to the mentions of its source. */
#ifndef DL_SAID_SPEAKER_H
#define DL_SAID_SPEAKER_H

#include "said/draft.h"

/* The subject of a verb and the stretch of the sentence that verb and subject take up. */
typedef struct dl_subject {
    uint32_t head;        /* head token of the subject, 0 where none was found */
    uint32_t first, last; /* tokens of subject and verb together */
    bool own;             /* the subject stands with this verb, not with one that governs it */
    bool inverted;        /* "said the minister" */
} dl_subject;

void dl_subject_find(const dl_said_reader *r, uint32_t verb, dl_subject *subject);
/* Adds the mentions of a noun phrase, coordinated ones too ("an adviser and a spokesman"); a statement speaks for who issued it. */
void dl_speakers_add(dl_said_reader *r, uint32_t head, dl_draft *draft);
/* "Monday, an adviser and a spokesman said": the mention in front of "and", where the row of nouns begins behind a mark or with the sentence; 0. */
uint32_t dl_row_in_front(const dl_said_reader *r, uint32_t head);
/* Who quotes: the subject of "quoted" in "Reuters quoted a doctor as saying", whose speaker the doctor is; 0 where `verb` is no such "saying". */
uint32_t dl_who_quotes(const dl_said_reader *r, uint32_t verb);
/* Mention of a noun phrase by its head, 0 where there is none. */
uint32_t dl_mention_of(const dl_said_reader *r, uint32_t head);

/* Who made a statement or a report, as the words beside it tell; 0 where they do not. */
uint32_t dl_issuer_told(const dl_said_reader *r, uint32_t noun);
/* Remembers who issued what a later "the statement" means: "the ministry issued a statement on Monday". */
void dl_issuer_note(dl_said_reader *r, uint32_t noun);
/* Head of the source that begins at `token`: of the mentions in its noun phrase a person's name, else the last; without mentions its last noun. */
uint32_t dl_source_head(const dl_said_reader *r, uint32_t token);

#endif
