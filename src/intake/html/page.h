/* The first stage of a page: its article, and what it tells of it. */
#ifndef DL_INTAKE_HTML_PAGE_H
#define DL_INTAKE_HTML_PAGE_H

#include "doc/doc.h"
#include "intake/html/web.h"

/* Makes the text of doc->page and fills title, outlet, language and published where they were not given. Does nothing to other documents. */
void dl_page_read(const dl_web *web, dl_doc *doc);

#endif
