#ifndef DL_WHEN_WHEN_H
#define DL_WHEN_WHEN_H

#include "doc/doc.h"
#include "know/know.h"

void dl_when_read(const dl_know *know, dl_doc *doc);

#endif
