/* Time expressions: which words tell of a time, and when it is.
 *
 * A grammar over classified words (data/time/words.tsv) finds expressions and fills frames (frame.h); frames are resolved against the date of the
 * report, the tense of the verb that governs them and what was told before (resolve.c), by the conventions of TIMEX3 as TimeBank applies them.
 */
#ifndef DL_WHEN_WHEN_H
#define DL_WHEN_WHEN_H

#include "doc/doc.h"
#include "know/know.h"

/* The words of time expressions; opened once with the engine, which closes it also where opening failed. The knowledge must outlive it. */
typedef struct dl_when_vocabulary dl_when_vocabulary;
dl_status dl_when_vocabulary_open(dl_when_vocabulary **vocabulary, const dl_know *know, dl_error *error);
void dl_when_vocabulary_close(dl_when_vocabulary *vocabulary);

/* Fills doc->times. Needs tokens and the date of publication; uses tags and trees where there are any. */
void dl_when_read(const dl_when_vocabulary *vocabulary, dl_doc *doc);

#endif
