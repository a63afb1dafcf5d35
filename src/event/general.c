#include "event/general.h"

#include "base/search.h"
#include "event/roles.h"

static bool pointed_at(const dl_reading *r, uint32_t noun) {
    return dl_child(r, noun, DL_DEP_DET) || dl_child(r, noun, DL_DEP_NUMMOD) || dl_child(r, noun, DL_DEP_NMOD_POSS);
}

/* "Clashes broke out", "committed atrocities": told of, and not only spoken about ("condemned violence"). */
static bool is_told(const dl_build *b, uint32_t noun) {
    const dl_reading *r = &b->r;
    dl_deprel base = dl_base_of(r, noun);
    return base == DL_DEP_NSUBJ || base == DL_DEP_ROOT || (base == DL_DEP_OBJ && !b->sense_at[dl_at(r, noun)->head]);
}

static bool has_harm(const dl_build *b, const dl_trigger *trigger) {
    uint32_t number = b->trigger_at[trigger->token];
    for (DL_NEAR_TRIGGER(i, b, number))
        if (b->triggers.rows[i].merged == number) return true;
    return false;
}

static bool has_count(const dl_build *b, uint32_t sentence) {
    const dl_doc *doc = b->r.doc;
    dl_span span = doc->sentences.rows[sentence].span;
    uint32_t next = DL_ROW_NOT_BELOW(&doc->counts, span.begin, span.begin);
    return next < doc->counts.count && doc->counts.rows[next].span.begin < span.end;
}

static bool has_party(const dl_doc *doc, const dl_claim *c) {
    for (uint32_t i = 0; i < c->party_count; i++)
        if (doc->parties.rows[c->first_party + i].role <= DL_ROLE_WHOM) return true;
    return false;
}

bool dl_claim_is_general(const dl_build *b, uint32_t claim, const dl_trigger *trigger) {
    const dl_claim *c = &b->r.doc->claims.rows[claim];
    bool asserted = c->status == DL_CLAIM_HAPPENED || c->status == DL_CLAIM_ONGOING;
    if (!asserted || dl_at(&b->r, trigger->token)->upos != DL_UPOS_NOUN || c->zone == DL_ZONE_HEADLINE) return false;
    if (has_party(b->r.doc, c) || c->when_basis == DL_BASIS_SAID || (c->place && c->where_basis <= DL_BASIS_SYNTAX)) return false;
    return !pointed_at(&b->r, trigger->token) && !is_told(b, trigger->token) && !has_harm(b, trigger) && !has_count(b, c->sentence);
}
