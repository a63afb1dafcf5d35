#include "where/where.h"

void dl_where_read(const dl_know *know, dl_doc *doc) {
    (void)know;
    (void)doc;
}
