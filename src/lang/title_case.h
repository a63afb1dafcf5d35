/* Headlines In Title Case: the words that are usually written small are read so. */
#ifndef DL_LANG_TITLE_CASE_H
#define DL_LANG_TITLE_CASE_H

#include "doc/doc.h"
#include "lang/names.h"
#include "lang/window.h"

/* Reads the window's words again where they are a headline in title case. Needs the hints and the deeds. */
void dl_title_case_read(const dl_cases *cases, const dl_doc *doc, uint32_t first, dl_window *window);

#endif
