/* According to whom: the speakers of the quotations, direct or reported, that hold the trigger. Who disputes it: "a charge Russia denies". */
#include "event/build.h"
#include "event/roles.h"

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

/* A verb of denial whose object is this claim's clause: a relative pronoun behind it, or a noun in apposition ("a charge denied by ..."). */
static bool denies_clause(const dl_reading *r, uint32_t verb, uint32_t trigger) {
    uint32_t object = dl_child(r, verb, DL_DEP_OBJ), noun = dl_at(r, verb)->head;
    dl_deprel relation = dl_at(r, verb)->deprel;
    if (verb < trigger || (relation != DL_DEP_ACL && relation != DL_DEP_ACL_RELCL)) return false;
    if (!dl_lemma_among(r, verb, "deny dispute reject refute contest dismiss")) return false;
    if (relation == DL_DEP_ACL_RELCL && object && dl_lemma_among(r, object, "which that")) return true;
    return noun > trigger && dl_lemma_among(r, noun, "charge allegation accusation claim assertion report");
}

static void disputed(dl_build *b, uint32_t claim, uint32_t trigger) {
    const dl_reading *r = &b->r;
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, trigger)->sentence];
    uint32_t end = dl_sentence_end(s);
    for (uint32_t t = trigger + 1; t < end && t < trigger + 60; t++) {
        if (dl_at(r, t)->upos != DL_UPOS_VERB || !denies_clause(r, t, trigger)) continue;
        dl_heads who = dl_subject(r, t);
        for (uint32_t i = 0; i < who.count; i++) {
            uint32_t mention = r->mention_at[who.rows[i]];
            if (!mention) continue;
            dl_party *party = DL_DOC_PUSH(r->doc, parties);
            *party = (dl_party){.mention = mention,
                                .owner = claim,
                                .cue = dl_at(r, t)->span,
                                .actor = r->doc->mentions.rows[mention].actor,
                                .role = DL_ROLE_DISPUTED_BY};
            r->doc->claims.rows[claim].party_count++;
        }
        if (who.count) dl_trace_add(b, claim, "disputed_by", "denial-of-clause", t, 0, 0, dl_path_between(r, t, trigger));
        return;
    }
}

void dl_claim_sources(dl_build *b, uint32_t claim, const dl_trigger *trigger) {
    quoted_by(b, claim, b->r.quote_at[trigger->token]);
    disputed(b, claim, trigger->token);
}
