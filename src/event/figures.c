/* Gives each count of people to the claim that it belongs to: the claim of its anchor, of the act that the anchor's harm belongs to, or of the word
 * that governs the anchor. A count that belongs to no claim stays in the document's table. */
#include "base/search.h"
#include "event/build.h"
#include "event/roles.h"

enum { WIDEST = 200 }; /* tokens looked at on each side of an anchor in its sentence */

static uint32_t claim_at(const dl_build *b, uint32_t token) {
    if (!b->trigger_at[token]) return 0;
    const dl_trigger *t = &b->triggers.rows[b->trigger_at[token]];
    return t->merged ? b->triggers.rows[t->merged].claim : t->claim;
}

/* "They fought, and 500 have been | killed since 2021": a figure of years (tolls.c), which is not that of the clause in front; but "200 have been
 * killed since 1985 fighting rebels". */
static bool is_toll_beside(const dl_build *b, uint32_t token) {
    if (dl_base_of(&b->r, token) != DL_DEP_CONJ) return false;
    return b->trigger_at[token] && b->triggers.rows[b->trigger_at[token]].toll;
}

static bool fits(const dl_count *count, dl_event event) {
    switch (count->what) {
    case DL_WHAT_KILLED:
    case DL_WHAT_WOUNDED:
        return event == DL_EVENT_ASSAULT || event == DL_EVENT_PROTEST || event == DL_EVENT_COERCE;
    case DL_WHAT_PROTESTERS:
        return event == DL_EVENT_PROTEST;
    case DL_WHAT_TROOPS:
        return event == DL_EVENT_MOBILIZE || event == DL_EVENT_RETREAT || event == DL_EVENT_ASSAULT;
    case DL_WHAT_ARRESTED:
    case DL_WHAT_CAPTURED:
        return event == DL_EVENT_COERCE || event == DL_EVENT_ASSAULT;
    case DL_WHAT_ABDUCTED:
        return event == DL_EVENT_ASSAULT || event == DL_EVENT_COERCE;
    default:
        return true;
    }
}

/* "Marched over | the deaths of 12 miners", "protested | the killing of two": what one protests about came to harm elsewhere. */
static bool is_topic(const dl_build *b, uint32_t token) {
    uint32_t first = dl_base_of(&b->r, token) == DL_DEP_CONJ ? dl_at(&b->r, token)->head : token; /* "over prices and | the death of a driver" */
    dl_deprel base = dl_base_of(&b->r, token = first);
    uint32_t claim = claim_at(b, dl_at(&b->r, token)->head);
    if (!claim || b->r.doc->claims.rows[claim].event != DL_EVENT_PROTEST) return false;
    return base == DL_DEP_OBJ || ((base == DL_DEP_OBL || base == DL_DEP_NMOD) && dl_child_lemma(&b->r, token, DL_DEP_CASE, "over about against at"));
}

/* "They gathered where a canopy fell and | killed sixteen": whom a thing killed by itself, no protest did. */
static bool by_thing(const dl_build *b, uint32_t verb) {
    const dl_reading *r = &b->r;
    bool active = dl_at(r, verb)->upos == DL_UPOS_VERB && !dl_is_passive(r, verb) && !b->trigger_at[verb];
    dl_heads doers = active ? dl_subject(r, verb) : (dl_heads){0};
    for (uint32_t i = 0; i < doers.count; i++)
        if (dl_at(r, doers.rows[i])->upos == DL_UPOS_NOUN && !r->mention_at[doers.rows[i]] && !b->trigger_at[doers.rows[i]]) return true;
    return false;
}

static uint32_t claim_above(const dl_build *b, const dl_count *count) {
    const dl_doc *doc = b->r.doc;
    bool toll = count->what == DL_WHAT_KILLED || count->what == DL_WHAT_WOUNDED;
    bool apart = toll && by_thing(b, count->anchor);
    for (uint32_t t = count->anchor, steps = 0; t && steps < 6; t = dl_at(&b->r, t)->head, steps++) {
        uint32_t claim = claim_at(b, t);
        if (claim && apart && doc->claims.rows[claim].event == DL_EVENT_PROTEST) return 0;
        if (claim && fits(count, (dl_event)doc->claims.rows[claim].event)) return claim;
        dl_deprel base = dl_base_of(&b->r, t); /* "halts aid and | returns two bodies" */
        if (claim && (base == DL_DEP_CONJ || base == DL_DEP_PARATAXIS)) return 0;
        if (toll && is_topic(b, t)) return 0;
    }
    return 0;
}

/* "2,000 protesters | rallied": the act stands right behind its people, whatever the tree hangs it on. */
static uint32_t claim_behind(const dl_build *b, const dl_count *count) {
    const dl_doc *doc = b->r.doc;
    for (uint32_t t = count->anchor + 1; t < doc->tokens.count && t <= count->anchor + 2; t++) {
        uint32_t claim = claim_at(b, t);
        if (dl_at(&b->r, t)->upos == DL_UPOS_CCONJ) return 0; /* "rescued 86 hostages and | arrested two men" */
        if (claim && dl_at(&b->r, t)->sentence == dl_at(&b->r, count->anchor)->sentence && fits(count, (dl_event)doc->claims.rows[claim].event))
            return claim;
    }
    return 0;
}

/* "Medics put the toll at 60, while | the army says they killed 12": what another says behind such a word has figures of its own. */
static bool is_said_apart(const dl_build *b, const dl_count *count, uint32_t token) {
    uint32_t anchor = count->anchor, first = anchor < token ? anchor : token, last = anchor < token ? token : anchor;
    uint32_t said = b->r.quote_at[dl_token_at(b->r.doc, count->span.begin)], also = b->r.quote_at[token];
    if (!said || !also || said == also) return false;
    for (uint32_t t = first + 1; t < last; t++)
        if (dl_lemma_among(&b->r, t, "while but whereas although ;")) return true;
    return false;
}

/* A toll in a sentence with one violent claim is that claim's: "In the attack, 12 people lay dead"; and so are protesters in one with one protest. */
static uint32_t only_claim_of_sentence(const dl_build *b, const dl_count *count) {
    const dl_doc *doc = b->r.doc;
    uint32_t sentence = dl_at(&b->r, count->anchor)->sentence, found = 0;
    bool toll = count->what == DL_WHAT_KILLED || count->what == DL_WHAT_WOUNDED;
    if (!toll && count->what != DL_WHAT_PROTESTERS) return 0;
    dl_event event = toll ? DL_EVENT_ASSAULT : DL_EVENT_PROTEST;
    const dl_sentence *s = &doc->sentences.rows[sentence];
    uint32_t first = count->anchor > s->first_token + WIDEST ? count->anchor - WIDEST : s->first_token;
    for (uint32_t t = first; t < dl_sentence_end(s) && t < count->anchor + WIDEST; t++) {
        uint32_t claim = claim_at(b, t);
        if (!claim || claim == found || doc->claims.rows[claim].event != event) continue;
        if (is_said_apart(b, count, t)) continue;
        if (found) return 0;
        found = claim;
    }
    return found;
}

enum { PARTS = 4, BREATH = 24 }; /* parts between two figures of one sentence; tokens between their anchors */

/* "Killed 35 people and wounded 130": killed and wounded told in one breath are one claim's, though each word of harm may have made a claim. */
static uint32_t claim_of_breath(const dl_build *b, uint32_t number) {
    const dl_doc *doc = b->r.doc;
    const dl_count *count = &doc->counts.rows[number], *before = NULL;
    for (uint32_t i = number; i-- > 1 && i + PARTS >= number && !before;)
        if (!doc->counts.rows[i].part_of) before = &doc->counts.rows[i];
    if (!before || !before->claim || count->part_of || !count->anchor || !before->anchor) return 0;
    bool kinds =
        (before->what == DL_WHAT_KILLED && count->what == DL_WHAT_WOUNDED) || (before->what == DL_WHAT_WOUNDED && count->what == DL_WHAT_KILLED);
    if (!kinds || count->anchor <= before->anchor || count->anchor > before->anchor + BREATH) return 0;
    bool joined = false;
    for (uint32_t t = before->anchor + 1; t < count->anchor; t++) {
        if (dl_at(&b->r, t)->sentence != dl_at(&b->r, count->anchor)->sentence) return 0;
        joined = joined || dl_bytes_like(dl_token_text(doc, t), "and");
    }
    return joined ? before->claim : 0;
}

/* "Gunmen | seized 212 pupils": a figure that no word of harm tells the kind of, of those whom the claim says were abducted. */
static bool of_abducted(const dl_doc *doc, const dl_count *count, const dl_claim *claim) {
    if (count->what != DL_WHAT_OTHER || count->part_of || !dl_bytes_is(claim->mode, "abduct")) return false;
    for (uint32_t i = 0; i < claim->party_count; i++) {
        const dl_party *party = &doc->parties.rows[claim->first_party + i];
        dl_span whom = doc->mentions.rows[party->mention].span;
        if (party->role == DL_ROLE_WHOM && whom.begin < count->span.end && count->span.begin < whom.end) return true;
    }
    return false;
}

void dl_claims_figures(dl_build *b) {
    dl_doc *doc = b->r.doc;
    for (DL_EACH(i, &doc->counts)) {
        dl_count *count = &doc->counts.rows[i];
        if (!count->anchor || count->claim || is_toll_beside(b, count->anchor)) continue;
        const char *rule = "count-in-one-breath";
        uint32_t claim = claim_of_breath(b, i);
        if (!claim) rule = "count-anchor", claim = claim_above(b, count);
        if (!claim) rule = "count-in-front", claim = claim_behind(b, count);
        if (!claim) rule = "count-of-sentence", claim = only_claim_of_sentence(b, count);
        if (!claim && count->part_of) rule = "count-of-whole", claim = doc->counts.rows[count->part_of].claim;
        count->claim = claim;
        if (claim && of_abducted(doc, count, &doc->claims.rows[claim])) count->what = DL_WHAT_ABDUCTED;
        if (claim) dl_trace_add(b, claim, "counts", rule, count->anchor, 0, 0, dl_path_between(&b->r, count->anchor, doc->claims.rows[claim].head));
    }
}

bool dl_sentence_has_count(const dl_doc *doc, uint32_t sentence) {
    dl_span span = doc->sentences.rows[sentence].span;
    uint32_t next = DL_ROW_NOT_BELOW(&doc->counts, span.begin, span.begin);
    return next < doc->counts.count && doc->counts.rows[next].span.begin < span.end;
}
