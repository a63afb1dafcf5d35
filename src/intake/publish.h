#ifndef DL_INTAKE_PUBLISH_H
#define DL_INTAKE_PUBLISH_H

#include "doc/doc.h"
#include "know/know.h"

void dl_publish_read(const dl_know *know, dl_doc *doc);

#endif
