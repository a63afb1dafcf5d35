/* "Attack them!", "it has to leave", "a bill banning rallies", "any minister who backs it": moods of a language that has few endings for them. */
#include "event/mood.h"

#include "base/calendar.h"
#include "event/dated.h"

/* What may stand in front of an order: "if you can, now | leave". */
static bool only_asides_before(const dl_reading *r, uint32_t verb) {
    for (uint32_t c = r->child[verb], seen = 0; c && c < verb && seen < DL_CHILDREN; c = r->sibling[c], seen++) {
        dl_deprel base = dl_base_of(r, c);
        bool aside = base == DL_DEP_ADVMOD || base == DL_DEP_ADVCL || base == DL_DEP_PUNCT || base == DL_DEP_CC || base == DL_DEP_DISCOURSE;
        if (!aside && !(base == DL_DEP_AUX && dl_lemma_is(r, c, "do"))) return false; /* "do not leave" */
    }
    return true;
}

static bool bare(const dl_reading *r, uint32_t verb) {
    return dl_at(r, verb)->xpos == DL_XPOS_VB && !dl_child(r, verb, DL_DEP_MARK) && !dl_child(r, verb, DL_DEP_NSUBJ) && only_asides_before(r, verb);
}

bool dl_behind_condition(const dl_reading *r, uint32_t verb) {
    uint32_t head = dl_base_of(r, verb) == DL_DEP_CONJ ? dl_at(r, verb)->head : 0;
    return head && !dl_child(r, verb, DL_DEP_CC) && dl_child_lemma(r, head, DL_DEP_MARK, "if unless when") && bare(r, verb);
}

bool dl_is_imperative(const dl_reading *r, uint32_t verb) {
    if (r->doc->sentences.rows[dl_at(r, verb)->sentence].zone == DL_ZONE_HEADLINE) return false;
    for (uint32_t t = verb, steps = 0; bare(r, t) && steps < DL_PATH; t = dl_at(r, t)->head, steps++) {
        dl_deprel base = dl_base_of(r, t);
        if (base == DL_DEP_ROOT || base == DL_DEP_CCOMP || base == DL_DEP_PARATAXIS || dl_behind_condition(r, t)) return true;
        if (base != DL_DEP_CONJ) return false;
    }
    return false;
}

/* "The army has | to leave", "needs to leave": it had to where it did, and "the money it needs | to live" obliges to nothing. */
static bool obliged(const dl_reading *r, uint32_t token, uint32_t head) {
    bool present = dl_at(r, head)->xpos == DL_XPOS_VBZ || dl_at(r, head)->xpos == DL_XPOS_VBP;
    bool must =
        dl_lemma_is(r, head, "need") ? dl_at(r, head)->xpos != DL_XPOS_VBD && !dl_is_relative(r, head) : present && dl_lemma_is(r, head, "have");
    return must && dl_base_of(r, token) == DL_DEP_XCOMP && dl_child_lemma(r, token, DL_DEP_MARK, "to");
}

static bool describes(const dl_reading *r, uint32_t token) {
    return dl_base_of(r, token) == DL_DEP_ACL && !dl_child_lemma(r, token, DL_DEP_MARK, "to");
}

/* "A bill | that bans rallies": what it would do. One that is enacted does it, and one that did, did. */
static bool drafted(const dl_reading *r, uint32_t token, uint32_t draft) {
    if (!describes(r, token) || !dl_in_sets(r, draft, DL_SET(draft)) || dl_at(r, token)->xpos == DL_XPOS_VBD) return false;
    bool object = dl_base_of(r, draft) == DL_DEP_OBJ || dl_at(r, draft)->deprel == DL_DEP_NSUBJ_PASS;
    return !object || !dl_in_sets(r, dl_at(r, draft)->head, DL_SET(enactment));
}

/* "Any minister | who backs it": there may be none. */
static bool of_any(const dl_reading *r, uint32_t token, uint32_t noun) {
    return describes(r, token) && dl_child_lemma(r, noun, DL_DEP_DET, "any");
}

/* "Is against | bombing the port": spoken of as such. */
static bool as_such(const dl_reading *r, uint32_t verb) {
    bool be = dl_child(r, verb, DL_DEP_COP) || dl_child_lemma(r, verb, DL_DEP_AUX, "be");
    return be && dl_at(r, verb)->xpos == DL_XPOS_VBG && dl_child_lemma(r, verb, DL_DEP_MARK, "against");
}

dl_status_reading dl_status_by_itself(const dl_reading *r, uint32_t token) {
    uint32_t have = dl_child_lemma(r, token, DL_DEP_AUX, "have"), any = dl_child_lemma(r, token, DL_DEP_DET, "any");
    if (any) return (dl_status_reading){DL_CLAIM_POSSIBLE, "status-any", any, 0, 0}; /* "will answer any attack" */
    uint32_t ought = have ? dl_child_lemma(r, token, DL_DEP_AUX, "should ought") : 0, be = have ? dl_child_lemma(r, token, DL_DEP_AUX, "be") : 0;
    if (have && !be) be = dl_child(r, token, DL_DEP_COP);                              /* as the parser has it */
    if (ought) return (dl_status_reading){DL_CLAIM_NOT, "status-unreal", ought, 0, 0}; /* "should have left" */
    if (have && dl_child_lemma(r, token, DL_DEP_AUX, "must")) return (dl_status_reading){DL_CLAIM_POSSIBLE, "status-unreal", have, 0, 0};
    bool meant = be && be < have && dl_at(r, be)->xpos == DL_XPOS_VBD && dl_child_lemma(r, token, DL_DEP_MARK, "to"); /* "was to have left" */
    if (as_such(r, token)) return (dl_status_reading){DL_CLAIM_POSSIBLE, "status-as-such", token, 0, 0};
    return meant ? (dl_status_reading){DL_CLAIM_NOT, "status-unreal", be, 0, 0} : (dl_status_reading){0};
}

/* "Is close | to signing it", "came close | to signing it" */
static bool near_to(const dl_reading *r, uint32_t token, uint32_t head) {
    uint32_t to = dl_at(r, token)->xpos == DL_XPOS_VBG ? dl_child_lemma(r, token, DL_DEP_MARK, "to") : 0;
    return to > 1 && (dl_lemma_among(r, head, "close closer near") || dl_lemma_among(r, to - 1, "close closer near"));
}

dl_status_reading dl_status_of_mood(const dl_reading *r, uint32_t token, uint32_t head) {
    if (obliged(r, token, head)) return (dl_status_reading){DL_CLAIM_CALLED_FOR, "status-obliged", head, 0, 0};
    if (drafted(r, token, head)) return (dl_status_reading){DL_CLAIM_POSSIBLE, "status-draft", head, 0, 0};
    if (near_to(r, token, head)) return (dl_status_reading){DL_CLAIM_POSSIBLE, "status-near", head, 0, 0};
    if (of_any(r, token, head)) return (dl_status_reading){DL_CLAIM_POSSIBLE, "status-any", head, 0, 0};
    return (dl_status_reading){0};
}

uint32_t dl_denied_behind(const dl_reading *r, uint32_t token) {
    dl_deprel base = dl_base_of(r, token);
    uint32_t accused = base == DL_DEP_ADVCL || base == DL_DEP_XCOMP || base == DL_DEP_OBL ? dl_at(r, token)->head : 0;
    if (!accused || !dl_lemma_among(r, accused, "accuse charge suspect blame")) return 0;
    uint32_t end = dl_sentence_end(&r->doc->sentences.rows[dl_at(r, token)->sentence]);
    for (uint32_t t = token + 1; t < end; t++) {
        bool aside = dl_is_relative(r, t) || dl_base_of(r, t) == DL_DEP_ADVCL;
        bool it = dl_child_lemma(r, t, DL_DEP_OBJ, "which that") || dl_in_sets(r, dl_at(r, t)->head, DL_SET(allegation));
        if (aside && it && dl_lemma_is(r, t, "deny") && !dl_child(r, t, DL_DEP_ADVMOD)) return t;
    }
    return 0;
}

uint32_t dl_cleared_of(const dl_reading *r, uint32_t token) {
    bool convicted = false;
    for (uint32_t t = dl_at(r, token)->head, steps = 0; t && steps < DL_PATH; t = dl_at(r, t)->head, steps++) {
        if (steps < 1 && !dl_lemma_among(r, t, "convict conviction guilty")) return 0;
        convicted = convicted || dl_lemma_among(r, t, "convict conviction");
        if (dl_lemma_is(r, t, "guilty")) return dl_child_lemma(r, t, DL_DEP_ADVMOD, "not");
        if (convicted && dl_lemma_among(r, t, "exonerate overturn quash vacate annul clear")) return t;
    }
    return 0;
}

uint32_t dl_not_he(const dl_reading *r, uint32_t verb) {
    uint32_t who = dl_is_relative(r, verb) ? dl_at(r, verb)->head : 0;
    bool it = who && dl_child(r, who, DL_DEP_COP) && (dl_child_lemma(r, who, DL_DEP_NSUBJ, "it") || dl_child_lemma(r, who, DL_DEP_EXPL, "it"));
    return it ? dl_child_lemma(r, who, DL_DEP_ADVMOD, "not n't never") : 0;
}

bool dl_is_to_come(const dl_reading *r, uint32_t verb) {
    const dl_doc *doc = r->doc;
    dl_instant published = doc->published == DL_NO_TIME ? DL_NO_TIME : dl_doc_published_at(doc, dl_at(r, verb)->span.begin);
    if (published == DL_NO_TIME) return false;
    dl_instant next_day = dl_midnight(published) + DL_DAY; /* "is speaking this evening" goes on */
    for (uint32_t c = r->child[verb], seen = 0; c && seen < DL_CHILDREN; c = r->sibling[c], seen++) {
        const dl_time *time = r->time_at[c] ? &doc->times.rows[r->time_at[c]] : NULL;
        if (time && time->begin != DL_NO_TIME && time->begin >= next_day && dl_base_of(r, c) != DL_DEP_OBJ && !dl_ahead_of(r, time)) return true;
    }
    return false;
}
