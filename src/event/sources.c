/* According to whom: the speakers of the quotations, direct or reported, that hold the trigger. */
#include "event/build.h"

enum { NESTING = 8 };

static void add_source(dl_build *b, uint32_t claim, const dl_party *speaker, const dl_quote *quote) {
    dl_party *party = DL_DOC_PUSH(b->r.doc, parties);
    *party = (dl_party){
        .mention = speaker->mention, .owner = claim, .cue = quote->cue, .actor = speaker->actor, .role = DL_ROLE_SOURCE, .source = quote->source};
    b->r.doc->claims.rows[claim].party_count++;
}

/* Wanting and planning are told of a speaker, but are no saying. */
static bool says(const dl_reading *r, const dl_quote *quote) {
    uint32_t cue = dl_span_size(quote->cue) ? dl_token_at(r->doc, quote->cue.begin) : 0;
    return !cue || cue >= r->doc->tokens.count || !dl_lemma_among(r, cue, "want hope intend aim plan seek wish decide expect try like need prefer");
}

static void told_by(dl_build *b, uint32_t claim, const dl_quote *quote) {
    for (uint32_t i = 0; i < quote->speaker_count; i++) {
        dl_party speaker = b->r.doc->parties.rows[quote->first_speaker + i];
        add_source(b, claim, &speaker, quote);
    }
    uint32_t cue = dl_span_size(quote->cue) ? dl_token_at(b->r.doc, quote->cue.begin) : 0;
    dl_bytes path = cue ? dl_path_between(&b->r, b->r.doc->claims.rows[claim].head, cue) : (dl_bytes){0};
    if (quote->speaker_count) dl_trace_add(b, claim, "according_to", dl_quote_kind_name(quote->kind), cue, 0, 0, path);
}

static void quoted_by(dl_build *b, uint32_t claim, uint32_t quote) {
    for (uint32_t steps = 0; quote && steps < NESTING; steps++) {
        dl_quote q = b->r.doc->quotes.rows[quote];
        if (says(&b->r, &q)) told_by(b, claim, &q);
        quote = q.outer;
    }
}

void dl_claim_sources(dl_build *b, uint32_t claim, const dl_trigger *trigger) {
    quoted_by(b, claim, b->r.quote_at[trigger->token]);
}
