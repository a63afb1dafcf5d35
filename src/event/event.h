#ifndef DL_EVENT_EVENT_H
#define DL_EVENT_EVENT_H

#include "doc/doc.h"
#include "know/know.h"

void dl_event_read(const dl_know *know, dl_doc *doc);

#endif
