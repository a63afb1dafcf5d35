/* dl_doc_check: what every reader of the tables may rely on. */
#include "base/utf8.h"
#include "doc/doc.h"
#include "doc/ud.h"

static bool span_sound(const dl_doc *doc, dl_span s) {
    if (s.begin > s.end || s.end > doc->text.size) return false;
    bool begin = s.begin == doc->text.size || ((unsigned char)doc->text.data[s.begin] & 0xc0) != 0x80;
    bool end = s.end == doc->text.size || ((unsigned char)doc->text.data[s.end] & 0xc0) != 0x80;
    return begin && end;
}

#define LINK(row, table) ((row) == 0 || (row) < doc->table.count)
#define CHECK(condition, message)         \
    do {                                  \
        if (!(condition)) return message; \
    } while (0)

static const char *check_sentences(const dl_doc *doc) {
    uint32_t next = 1, last = 0;
    for (DL_EACH(i, &doc->sentences)) {
        const dl_sentence *s = &doc->sentences.rows[i];
        CHECK(span_sound(doc, s->span), "a sentence's span is not in the text");
        CHECK(s->span.begin >= last, "sentences overlap or are out of order");
        CHECK(s->first_token == next && s->token_count, "a sentence's tokens do not follow those of the one before");
        last = s->span.end;
        next += s->token_count;
    }
    CHECK(next == (doc->tokens.count ? doc->tokens.count : 1), "a token belongs to no sentence");
    return NULL;
}

/* One root, and every token reaches it: walking from head to head marks tokens, so all walks together are linear. */
static const char *check_tree(const dl_doc *doc, const dl_sentence *s) {
    uint32_t roots = 0, end = dl_sentence_end(s);
    for (uint32_t t = s->first_token; t < end; t++) {
        uint32_t head = doc->tokens.rows[t].head;
        CHECK(head == 0 || (head >= s->first_token && head < end && head != t), "a head is outside the sentence");
        roots += head == 0;
    }
    CHECK(roots == 1, "a parsed sentence has not exactly one root");
    for (uint32_t t = s->first_token; t < end; t++) {
        uint32_t at = t, steps = 0;
        while (doc->tokens.rows[at].head && steps <= 1000) at = doc->tokens.rows[at].head, steps++;
        CHECK(steps <= 1000 || s->token_count > 1000, "a tree has a cycle");
    }
    return NULL;
}

static const char *check_tokens(const dl_doc *doc) {
    uint32_t last = 0;
    for (DL_EACH(i, &doc->tokens)) {
        const dl_token *t = &doc->tokens.rows[i];
        CHECK(span_sound(doc, t->span) && t->span.begin < t->span.end, "a token's span is empty or not in the text");
        CHECK(t->span.begin >= last, "tokens overlap or are out of order");
        CHECK(t->sentence && t->sentence < doc->sentences.count, "a token has no sentence");
        CHECK(dl_span_inside(t->span, doc->sentences.rows[t->sentence].span), "a token is outside its sentence");
        CHECK(t->upos < DL_UPOS_COUNT_ && t->xpos < DL_XPOS_COUNT_ && t->deprel < DL_DEP_COUNT_, "a tag is out of range");
        CHECK(dl_utf8_valid(t->lemma) == t->lemma.size, "a lemma is not UTF-8");
        last = t->span.end;
    }
    for (DL_EACH(i, &doc->sentences)) {
        const dl_sentence *s = &doc->sentences.rows[i];
        const char *wrong = s->parsed ? check_tree(doc, s) : NULL;
        CHECK(!wrong, wrong);
    }
    return NULL;
}

static const char *check_given(const dl_doc *doc) {
    uint32_t last = 0;
    for (DL_EACH(i, &doc->ranges)) {
        const dl_range *r = &doc->ranges.rows[i];
        CHECK(r->first > last && r->first < r->last && r->last < doc->tokens.count && r->form.size, "a multiword token has no words of its own");
        CHECK(doc->tokens.rows[r->first].sentence == doc->tokens.rows[r->last].sentence, "a multiword token is in two sentences");
        last = r->last;
    }
    CHECK(!doc->remarks.count || doc->remarks.count == doc->sentences.count, "the remarks are not one a sentence");
    return NULL;
}

static const char *check_things(const dl_doc *doc) {
    uint32_t last = 0;
    for (DL_EACH(i, &doc->mentions)) {
        const dl_mention *m = &doc->mentions.rows[i];
        CHECK(span_sound(doc, m->span) && m->span.begin < m->span.end, "a mention's span is empty or not in the text");
        CHECK(m->span.begin >= last, "mentions are out of order");
        CHECK(m->head && LINK(m->head, tokens) && LINK(m->sentence, sentences) && LINK(m->place, places), "a mention's link leads nowhere");
        CHECK(m->entity, "a mention has no entity");
        last = m->span.begin;
    }
    last = 0;
    for (DL_EACH(i, &doc->times)) {
        const dl_time *t = &doc->times.rows[i];
        CHECK(span_sound(doc, t->span) && t->span.begin < t->span.end && t->span.begin >= last, "a time's span is not in the text or out of order");
        CHECK(t->first_token && t->first_token <= t->last_token && LINK(t->last_token, tokens) && LINK(t->anchor, times),
              "a time's link leads nowhere");
        CHECK(t->begin == DL_NO_TIME || t->begin <= t->end, "a time ends before it begins");
        last = t->span.begin;
    }
    last = 0;
    for (DL_EACH(i, &doc->places)) {
        const dl_place *p = &doc->places.rows[i];
        CHECK(span_sound(doc, p->span) && p->span.begin < p->span.end && (p->span.begin >= last || p->implied),
              "a place's span is not in the text or out of order");
        CHECK(p->first_token && p->first_token <= p->last_token && LINK(p->last_token, tokens) && LINK(p->within, places),
              "a place's link leads nowhere");
        CHECK((uint64_t)p->first_choice + p->choice_count <= (doc->choices.count ? doc->choices.count : 1), "a place's choices are not there");
        last = p->span.begin;
    }
    return NULL;
}

static const char *check_figures(const dl_doc *doc) {
    for (DL_EACH(i, &doc->counts)) {
        const dl_count *c = &doc->counts.rows[i];
        CHECK(span_sound(doc, c->span) && span_sound(doc, c->hedge) && span_sound(doc, c->who), "a count's span is not in the text");
        CHECK(LINK(c->anchor, tokens) && LINK(c->claim, claims) && LINK(c->part_of, counts) && c->part_of != i, "a count's link leads nowhere");
        CHECK(c->low == DL_NO_COUNT || c->high == DL_NO_COUNT || c->low <= c->high, "a count's low is above its high");
    }
    for (DL_EACH(i, &doc->quotes)) {
        const dl_quote *q = &doc->quotes.rows[i];
        CHECK(span_sound(doc, q->span) && span_sound(doc, q->cue), "a quotation's span is not in the text");
        CHECK((uint64_t)q->first_speaker + q->speaker_count <= (doc->parties.count ? doc->parties.count : 1), "a quotation's speakers are not there");
        CHECK(LINK(q->addressee, parties) && LINK(q->when, times) && LINK(q->outer, quotes) && q->outer != i, "a quotation's link leads nowhere");
    }
    for (DL_EACH(i, &doc->entries)) {
        const dl_entry *e = &doc->entries.rows[i];
        CHECK(span_sound(doc, e->span) && (i == 1 || e[-1].span.end <= e->span.begin), "an entry's span is not in the text, or overlaps");
    }
    for (DL_EACH(i, &doc->media)) CHECK(span_sound(doc, doc->media.rows[i].span), "a link's span is not in the text");
    return NULL;
}

static const char *check_claims(const dl_doc *doc) {
    uint32_t last = 0;
    for (DL_EACH(i, &doc->parties)) {
        const dl_party *p = &doc->parties.rows[i];
        CHECK(p->mention && LINK(p->mention, mentions) && span_sound(doc, p->cue), "a party has no mention");
    }
    for (DL_EACH(i, &doc->claims)) {
        const dl_claim *c = &doc->claims.rows[i];
        CHECK(span_sound(doc, c->trigger) && span_sound(doc, c->clause) && c->trigger.begin < c->trigger.end,
              "a claim's evidence is not in the text");
        CHECK(c->trigger.begin >= last, "claims are out of order");
        CHECK(c->event && c->event <= DL_EVENT_OTHER && c->status <= DL_CLAIM_NOT, "a claim's code is out of range");
        CHECK(LINK(c->sentence, sentences) && LINK(c->head, tokens) && LINK(c->time, times) && LINK(c->place, places),
              "a claim's link leads nowhere");
        CHECK((uint64_t)c->first_party + c->party_count <= (doc->parties.count ? doc->parties.count : 1), "a claim's parties are not there");
        CHECK((uint64_t)c->first_trace + c->trace_count <= (doc->traces.count ? doc->traces.count : 1), "a claim's trace is not there");
        CHECK(c->begin == DL_NO_TIME || c->begin <= c->end, "a claim ends before it begins");
        CHECK(c->incident, "a claim has no incident");
        last = c->trigger.begin;
    }
    return NULL;
}

const char *dl_doc_check(const dl_doc *doc) {
    const char *(*const checks[])(const dl_doc *) = {check_sentences, check_tokens, check_given, check_things, check_figures, check_claims};
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        const char *wrong = checks[i](doc);
        if (wrong) return wrong;
    }
    return NULL;
}
