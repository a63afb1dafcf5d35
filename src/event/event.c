#include "event/event.h"

void dl_event_read(const dl_know *know, dl_doc *doc) {
    (void)know;
    (void)doc;
}
