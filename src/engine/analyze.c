#include "engine/engine.h"

#include "base/error.h"
#include "count/count.h"
#include "event/event.h"
#include "intake/html/page.h"
#include "intake/language.h"
#include "intake/publish.h"
#include "intake/zones.h"
#include "said/said.h"
#include "when/when.h"
#include "where/where.h"
#include "who/who.h"

/* Numbers of the stages. */
enum {
#define STAGE(name, needs, fills, call) STAGE_##name,
#include "engine/stages.def"
#undef STAGE
    STAGE_COUNT
};

#define BIT(name) (1u << STAGE_##name)

static const uint32_t needs_of[] = {
#define STAGE(name, needs, fills, call) needs,
#include "engine/stages.def"
#undef STAGE
};

static void run_stage(const dl_engine *engine, dl_doc *doc, int stage) {
    switch (stage) {
#define STAGE(name, needs, fills, call) \
    case STAGE_##name:                  \
        call;                           \
        break;
#include "engine/stages.def"
#undef STAGE
    }
}

static bool complete(dl_stages stages) {
    for (int s = 0; s < STAGE_COUNT; s++)
        if (stages >> s & 1 && (needs_of[s] & ~stages)) return false;
    return true;
}

static dl_status run(const dl_engine *engine, dl_doc *doc, dl_stages stages, dl_error *error) {
    jmp_buf guard;
    dl_arena_guard(&doc->arena, &guard);
    if (setjmp(guard)) {
        dl_arena_guard(&doc->arena, NULL);
        return dl_fail(error, DL_NO_MEMORY, "out of memory while reading a document");
    }
    for (int s = 0; s < STAGE_COUNT && !doc->foreign; s++) {
        if (!(stages >> s & 1)) continue;
        run_stage(engine, doc, s);
#ifdef DL_DEBUG
        const char *wrong = dl_doc_check(doc);
        if (wrong) {
            dl_arena_guard(&doc->arena, NULL);
            return dl_fail_at(error, DL_BAD_DATA, wrong, (uint64_t)s, 0);
        }
#endif
    }
    dl_arena_guard(&doc->arena, NULL);
    return DL_OK;
}

dl_status dl_analyze(const dl_engine *engine, dl_doc *doc, dl_stages stages, dl_error *error) {
    if (!engine || !doc) return dl_fail(error, DL_BAD_ARGUMENT, "dl_analyze needs an engine and a document");
    if (doc->analyzed) return dl_fail(error, DL_BAD_ARGUMENT, "a document is read once");
    if (!complete(stages)) return dl_fail(error, DL_BAD_ARGUMENT, "a stage was asked for without one that it needs");
    size_t size = doc->page.size > doc->text.size ? doc->page.size : doc->text.size;
    if (size > engine->max_doc_bytes) return dl_fail_at(error, DL_LIMIT, "the document is longer than the limit", engine->max_doc_bytes, 0);
    doc->analyzed = true;
    doc->max_claims = engine->max_claims;
    doc->passed_over = engine->passed_over;
    doc->vague_column = engine->vague_column;
    return run(engine, doc, stages, error);
}
