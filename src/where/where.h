/* Places: finds the toponyms of a document and says which place each one means.
 *
 * Fills doc->places, in text order, and doc->dateline_place. Reads sentences and tokens; tags and names where the language stage has set them.
 * The rules are told in spec/places.md. */
#ifndef DL_WHERE_WHERE_H
#define DL_WHERE_WHERE_H

#include "doc/doc.h"
#include "know/know.h"

void dl_where_read(const dl_know *know, dl_doc *doc);

#endif
