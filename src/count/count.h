#ifndef DL_COUNT_COUNT_H
#define DL_COUNT_COUNT_H

#include "doc/doc.h"
#include "know/know.h"

void dl_count_read(const dl_know *know, dl_doc *doc);

#endif
