/* Pairing of quotation marks. */
#ifndef DL_SAID_MARKS_H
#define DL_SAID_MARKS_H

#include "said/reader.h"

/* Fills r->segments, in order of their beginning. Knows straight, curly, grave, doubled and angle marks, one inside the other, and quotations that
 * run over paragraphs with a mark at each beginning only. */
void dl_segments_read(dl_said_reader *r);

#endif
