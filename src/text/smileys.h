/* Faces and other figures drawn with punctuation: ":-)", "<3", "===>". */
#ifndef DL_TEXT_SMILEYS_H
#define DL_TEXT_SMILEYS_H

#include "base/bytes.h"

/* Bytes of the face at text[at], 0 where there is none. `first`: a blank stands in front of it, which some faces want. */
size_t dl_smiley_size(dl_bytes text, size_t at, size_t end, bool first);
/* Whether text[begin, end) is a line or an arrow of marks, all of it: "---->", "=--=". */
bool dl_is_drawing(dl_bytes text, size_t begin, size_t end);

#endif
