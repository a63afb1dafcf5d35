#include "when/when.h"

#include "when/frame.h"
#include "when/reference.h"
#include "when/resolve.h"

/* Joints begin no expression, though they may be something else as well. */
static const uint64_t joints = (uint64_t)1 << WHEN_PREP | (uint64_t)1 << WHEN_AND | (uint64_t)1 << WHEN_TO;

/* "The", "a", "its" begin one only in front of another word of the vocabulary, or of these. */
static const uint64_t determiners = (uint64_t)1 << WHEN_THE | (uint64_t)1 << WHEN_ARTICLE | (uint64_t)1 << WHEN_POSSESSIVE;

static bool may_start(const when_reader *r, uint32_t i) {
    const when_atom *a = atom(r, i), *next = atom(r, i + 1);
    if (!(a->classes & ~joints)) return false;
    return a->classes & ~determiners || next->classes || next->mark != 'a' || dl_when_word_is(r, i + 1, "full");
}

/* Those of one sentence; the room serves the next as well. */
typedef DL_ARRAY(when_frame) when_frames;

static void read_sentence(when_reader *r, when_frames *frames, uint32_t sentence) {
    frames->count = 0;
    dl_when_atoms(r, sentence);
    for (uint32_t i = 1; i < r->end;) {
        when_frame f;
        if (may_start(r, i) && dl_when_match(r, i, &f)) {
            when_frame second;
            *DL_PUSH(&r->doc->arena, frames) = f;
            if (dl_rule_second_day(r, &f, &second)) *DL_PUSH(&r->doc->arena, frames) = f = second;
            i = f.end;
        } else {
            i++;
        }
    }
    if (!frames->count) return;
    uint32_t count = dl_when_join(r, frames->rows + 1, frames->count - 1);
    dl_when_clocks(r, frames->rows + 1, count);
    dl_when_ranges(r, frames->rows + 1, count);
    for (uint32_t i = 1; i <= count; i++) dl_when_resolve(r, &frames->rows[i]);
}

void dl_when_read(const dl_when_vocabulary *vocabulary, dl_doc *doc) {
    when_reader r = {.words = vocabulary, .doc = doc, .reference = dl_when_reference(vocabulary->know, doc, 0)};
    when_frames frames = {0};
    for (DL_EACH(s, &doc->sentences)) {
        if (!dl_when_worth(&r, s)) continue;
        if (doc->entries.count) r.reference = dl_when_reference(vocabulary->know, doc, doc->sentences.rows[s].span.begin);
        read_sentence(&r, &frames, s);
    }
}
