/* What the engine is made of; opened once, immutable afterwards. */
#ifndef DL_ENGINE_ENGINE_H
#define DL_ENGINE_ENGINE_H

#include "doc/doc.h"
#include "event/tables.h"
#include "intake/cut.h"
#include "intake/html/web.h"
#include "intake/language.h"
#include "know/countries.h"
#include "lang/lang.h"
#include "when/when.h"
#include "where/where.h"

enum { DL_MAX_CLAIMS = 4096 };
#define DL_MAX_DOC_BYTES ((size_t)16 << 20)

struct dl_engine {
    dl_know *know;
    dl_web *web;
    dl_languages *languages;
    dl_cutter *cutter;
    dl_countries countries;
    dl_when_vocabulary *times;
    dl_gaz *gaz;
    dl_event_tables *events;
    dl_lang *lang; /* NULL where the data folder holds no model: sentences stay without tags and trees */
    size_t max_doc_bytes;
    uint32_t max_claims;
    bool passed_over;
    uint32_t vague_column;
};

#endif
