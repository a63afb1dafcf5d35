/* Who speaks and is no actor that the text names: "the report said", "a poll found", "the Tax Policy Center estimated". */
#ifndef DL_SAID_SOURCES_H
#define DL_SAID_SOURCES_H

#include "doc/doc.h"
#include "know/know.h"

/* Gives a mention of its own to every noun that is the subject of a verb of saying, or stands behind "according to", and that no mention covers. Call
 * it before anything refers to mentions by their rows. */
void dl_said_name_sources(const dl_know *know, dl_doc *doc);

#endif
