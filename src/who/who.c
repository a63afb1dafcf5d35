#include "who/who.h"

void dl_who(const dl_know *know, dl_doc *doc) {
    (void)know;
    (void)doc;
}
