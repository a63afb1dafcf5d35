#ifndef DL_WHERE_WHERE_H
#define DL_WHERE_WHERE_H

#include "doc/doc.h"
#include "know/know.h"

void dl_where_read(const dl_know *know, dl_doc *doc);

#endif
