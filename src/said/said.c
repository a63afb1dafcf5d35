#include "said/said.h"

void dl_said_read(const dl_know *know, dl_doc *doc) {
    (void)know;
    (void)doc;
}
