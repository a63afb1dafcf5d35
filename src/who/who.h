#ifndef DL_WHO_WHO_H
#define DL_WHO_WHO_H

#include "doc/doc.h"
#include "know/know.h"

void dl_who_read(const dl_know *know, dl_doc *doc);

#endif
