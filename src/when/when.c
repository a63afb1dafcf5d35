#include "when/when.h"

void dl_when_read(const dl_know *know, dl_doc *doc) {
    (void)know;
    (void)doc;
}
