/* The day from which a report counts: "today", "on Monday". */
#ifndef DL_WHEN_REFERENCE_H
#define DL_WHEN_REFERENCE_H

#include "doc/doc.h"
#include "know/know.h"

/* Midnight of the day of publication, where the report was written, of what stands at a byte of the text: of an entry of a live blog its own.
 * DL_NO_TIME where no date is known. A publication time with a zone is taken to the clock of the dateline's place (data/time/zones.tsv): what is
 * published in Sydney at 23:30 GMT on Wednesday was written on Thursday. */
dl_instant dl_when_reference(const dl_know *know, const dl_doc *doc, uint32_t offset);

#endif
