#ifndef DL_SAID_SAID_H
#define DL_SAID_SAID_H

#include "doc/doc.h"
#include "know/know.h"

void dl_said_read(const dl_know *know, dl_doc *doc);

#endif
