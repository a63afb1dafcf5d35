/* Which part of the report each sentence belongs to: headline, dateline, lead, body, caption, or boilerplate of the page. */
#ifndef DL_INTAKE_ZONES_H
#define DL_INTAKE_ZONES_H

#include "doc/doc.h"
#include "know/know.h"

/* Sets `zone` of every sentence (datelines are known already) and takes the title from the first headline where none was given. */
void dl_zones_read(const dl_know *know, dl_doc *doc);

#endif
