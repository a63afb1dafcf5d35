#include "when/when.h"

#include "when/frame.h"
#include "when/reference.h"
#include "when/resolve.h"

/* "The", "a", "its" begin an expression only in front of another word of the vocabulary, or of these. */
static const uint64_t determiners = (uint64_t)1 << WHEN_THE | (uint64_t)1 << WHEN_ARTICLE | (uint64_t)1 << WHEN_POSSESSIVE;

static bool names_a_time(dl_bytes word) {
    return dl_bytes_like(word, "future") || dl_bytes_like(word, "full") || dl_bytes_like(word, "q");
}

static bool may_start(const when_reader *r, uint32_t i) {
    const when_atom *a = atom(r, i), *next = atom(r, i + 1);
    if (a->classes && !(a->classes & ~determiners) && next->mark == 'a' && !next->classes) return names_a_time(dl_when_atom_text(r, i + 1));
    return dl_when_may_start(r, i);
}

static void read_sentence(when_reader *r, uint32_t sentence) {
    DL_ARRAY(when_frame) frames = {0};
    dl_when_atoms(r, sentence);
    for (uint32_t i = 1; i < r->end;) {
        when_frame f;
        if (may_start(r, i) && dl_when_match(r, i, &f)) {
            when_frame second;
            *DL_PUSH(&r->doc->arena, &frames) = f;
            if (dl_rule_second_day(r, &f, &second)) *DL_PUSH(&r->doc->arena, &frames) = f = second;
            i = f.end;
        } else {
            i++;
        }
    }
    if (!frames.count) return;
    uint32_t count = dl_when_join(r, frames.rows + 1, frames.count - 1);
    for (uint32_t i = 1; i <= count; i++) dl_when_resolve(r, &frames.rows[i]);
}

void dl_when_read(const dl_know *know, dl_doc *doc) {
    when_reader r = {.know = know, .doc = doc, .words = dl_when_vocabulary(know, &doc->arena), .reference = dl_when_reference(know, doc)};
    r.begins = dl_know_bit(r.words.table);
    for (DL_EACH(s, &doc->sentences))
        if (doc->sentences.rows[s].token_count) read_sentence(&r, s);
}
