/* What is said or done about an event is of another time than the event. */
#include "event/about.h"

#include "event/edges.h"
#include "event/lexicon.h"

/* "Jailed on Monday | for the murder", "convicted of | killing a nurse": a deed is older than what is done to its doer. */
bool dl_is_judged(const dl_build *b, uint32_t deed) {
    const dl_reading *r = &b->r;
    static const char links[] = "for over of with in";
    uint32_t judgement = dl_at(r, deed)->head;
    dl_event event = dl_sense_at(b, judgement)->event;
    if (dl_sense_at(b, deed)->event != DL_EVENT_ASSAULT || (event != DL_EVENT_SANCTION && event != DL_EVENT_COERCE)) return false;
    return dl_child_lemma(r, deed, DL_DEP_CASE, links) || dl_child_lemma(r, deed, DL_DEP_MARK, links);
}

/* "Shelled the base in response to the killing of a general | on Monday": the deed that is answered, where more is told of it, in front of a time. */
static uint32_t answered_before(const dl_build *b, const dl_time *time, uint32_t verb) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0;
    for (uint32_t c = r->child[verb]; c && c < time->first_token && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        uint32_t deed = dl_base_of(r, c) == DL_DEP_OBL && dl_is_answer(r, c) ? dl_child(r, c, DL_DEP_NMOD) : 0;
        if (deed && b->sense_at[deed] && (dl_child(r, deed, DL_DEP_NMOD) || dl_child(r, deed, DL_DEP_NMOD_POSS))) return deed;
    }
    return 0;
}

/* "Jailed for an attack on a mosque | in 2019": a year behind a deed of which more is told is the deed's. */
uint32_t dl_deed_before(const dl_build *b, const dl_time *time, uint32_t verb) {
    enum { REACH = 20 };
    uint32_t answered = answered_before(b, time, verb);
    if (answered) return answered;
    dl_event event = time->grain <= DL_GRAIN_YEAR && time->first_token > verb ? dl_sense_at(b, verb)->event : DL_EVENT_NONE;
    if (event != DL_EVENT_SANCTION && event != DL_EVENT_COERCE) return 0;
    for (uint32_t t = time->first_token - 1; t > verb && t + REACH > time->first_token; t--)
        if (dl_at(&b->r, t)->head == verb && dl_is_judged(b, t)) return dl_child(&b->r, t, DL_DEP_NMOD) || dl_child(&b->r, t, DL_DEP_OBJ) ? t : 0;
    return 0;
}

/* "Condemned | the raid", "called | for a strike", "responsibility | for the attack": what is said about an event. */
bool dl_says_about(const dl_build *b, uint32_t below, uint32_t event) {
    uint32_t word = dl_at(&b->r, below)->head;
    dl_deprel base = dl_base_of(&b->r, below);
    dl_event said = dl_sense_at(b, word)->event;
    if (base == DL_DEP_CONJ || base == DL_DEP_NSUBJ || said == dl_sense_at(b, event)->event) return false;
    return dl_is_speech(said) || dl_in_sets(&b->r, word, DL_SET(mention));
}
