/* Places: finds the toponyms of a document and says which place each one means.
 *
 * Fills doc->places, in text order, and doc->dateline_place. Reads sentences and tokens; tags and names where the language stage has set them.
 * The rules are told in spec/places.md. */
#ifndef DL_WHERE_WHERE_H
#define DL_WHERE_WHERE_H

#include "doc/doc.h"
#include "know/know.h"

/* The tables of data/places; opened once with the engine, which closes it also where opening failed. The knowledge must outlive it. */
typedef struct dl_gaz dl_gaz;
dl_status dl_gaz_open(dl_gaz **gaz, const dl_know *know, dl_error *error);
void dl_gaz_close(dl_gaz *gaz);

void dl_where_read(const dl_gaz *gaz, dl_doc *doc);

#endif
