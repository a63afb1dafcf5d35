/* The day on which something was said, where it stands with another word than what was said. */
#include "event/spoken.h"

#include "event/about.h"
#include "event/edges.h"
#include "event/lexicon.h"

/* "Was expelling", "is expelling". */
static bool goes_on(const dl_reading *r, uint32_t verb) {
    return dl_at(r, verb)->xpos == DL_XPOS_VBG && dl_child_lemma(r, verb, DL_DEP_AUX, "be") &&
           !dl_child_lemma(r, verb, DL_DEP_AUX, "will would have");
}

/* "Announced on Monday that it | was expelling", "said on Monday that it | rejected": what one does, or says, while one says so. */
static uint32_t verb_of_saying(const dl_build *b, uint32_t verb) {
    const dl_reading *r = &b->r;
    uint32_t saying = dl_base_of(r, verb) == DL_DEP_CCOMP ? dl_at(r, verb)->head : 0, subject = saying ? dl_child(r, verb, DL_DEP_NSUBJ) : 0;
    bool own = subject && dl_lemma_among(r, subject, "he she it they") && dl_lemma_among(r, saying, "say announce declare confirm tweet write state");
    if (!own) return 0;
    bool act = dl_at(r, verb)->xpos == DL_XPOS_VBD && dl_is_speech(dl_sense_at(b, verb)->event) && !dl_child(r, verb, DL_DEP_AUX);
    return act || goes_on(r, verb) ? saying : 0;
}

/* "Speaking on Monday, the minister | accused", "in an interview published on Monday, he | rejected". */
static uint32_t circumstance(const dl_build *b, uint32_t verb) {
    const dl_reading *r = &b->r;
    uint32_t steps = 0;
    if (!dl_is_speech(dl_sense_at(b, verb)->event)) return 0;
    for (uint32_t c = r->child[verb]; c && steps++ < DL_CHILDREN; c = r->sibling[c]) {
        bool speaking = dl_base_of(r, c) == DL_DEP_ADVCL && dl_at(r, c)->xpos == DL_XPOS_VBG;
        if (speaking && dl_lemma_among(r, c, "speak talk address write testify")) return c;
        uint32_t made = dl_base_of(r, c) == DL_DEP_OBL ? dl_child(r, c, DL_DEP_ACL) : 0;
        if (made && dl_at(r, made)->xpos == DL_XPOS_VBN && dl_lemma_among(r, made, "publish release issue broadcast air post deliver")) return made;
    }
    uint32_t subject = dl_child(r, verb, DL_DEP_NSUBJ), made = subject ? dl_child(r, subject, DL_DEP_ACL) : 0;
    return made && dl_at(r, made)->xpos == DL_XPOS_VBG && dl_lemma_among(r, made, "speak talk write") ? made : 0;
}

uint32_t dl_word_of_saying(const dl_build *b, uint32_t trigger) {
    if (dl_at(&b->r, trigger)->upos != DL_UPOS_VERB) return 0;
    uint32_t saying = verb_of_saying(b, trigger);
    return saying ? saying : circumstance(b, trigger);
}
