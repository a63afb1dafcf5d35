#ifndef DL_EVENT_EVENT_H
#define DL_EVENT_EVENT_H

#include "doc/doc.h"
#include "event/tables.h"
#include "know/countries.h"

void dl_event_read(const dl_know *know, const dl_event_tables *tables, const dl_countries *countries, dl_doc *doc);

#endif
