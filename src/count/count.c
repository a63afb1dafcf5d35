#include "count/count.h"

void dl_count_read(const dl_know *know, dl_doc *doc) {
    (void)know;
    (void)doc;
}
