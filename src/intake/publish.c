#include "intake/publish.h"

void dl_publish_read(const dl_know *know, dl_doc *doc) {
    (void)know;
    (void)doc;
}
