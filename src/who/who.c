#include "who/who.h"

void dl_who_read(const dl_know *know, dl_doc *doc) {
    (void)know;
    (void)doc;
}
