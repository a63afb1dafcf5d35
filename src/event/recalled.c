/* When an incident was that is told of again: "the murder", behind "he was murdered last October", was last October too. */
#include "event/recalled.h"

#include "base/calendar.h"

enum { NEAR = 3, NEWS_DAYS = 10 };

/* What is done once, to or by those who are named; of words there are many. */
static bool is_deed(const dl_claim *c) {
    switch (c->event) {
    case DL_EVENT_COERCE:
        return dl_bytes_is(c->mode, "arrest");
    case DL_EVENT_ASSAULT:
    case DL_EVENT_SANCTION:
    case DL_EVENT_PROTEST:
    case DL_EVENT_CONSULT:
    case DL_EVENT_RETREAT:
        return true;
    default:
        return false;
    }
}

/* "The attack", "this meeting", "Paz's murder", "a second | attack" not. */
static bool is_pointed_at(const dl_reading *r, const dl_claim *c) {
    const dl_token *t = dl_at(r, c->head);
    if (t->upos != DL_UPOS_NOUN || t->xpos != DL_XPOS_NN) return false;
    return dl_child_lemma(r, c->head, DL_DEP_DET, "the this that") || (c->event == DL_EVENT_ASSAULT && dl_child(r, c->head, DL_DEP_NMOD_POSS));
}

/* "The Atlanta bombing": of that town only. */
static bool of_its_town(const dl_reading *r, const dl_claim *c, const dl_claim *o) {
    uint32_t town = dl_at(r, c->head)->upos == DL_UPOS_NOUN ? dl_child(r, c->head, DL_DEP_COMPOUND) : 0;
    if (!town || dl_at(r, town)->upos != DL_UPOS_PROPN) return true;
    return c->place && o->place && dl_bytes_equal(r->doc->places.rows[c->place].name, r->doc->places.rows[o->place].name);
}

/* "330 people have been slain since January" tells of no day. */
static bool gives_time(const dl_reading *r, const dl_claim *c) {
    return !dl_lemma_is(r, r->doc->times.rows[c->time].first_token - 1, "since");
}

static bool said(const dl_claim *c) {
    return c->when_basis == DL_BASIS_SAID && c->begin != DL_NO_TIME;
}

static bool of_one_kind(const dl_claim *a, const dl_claim *b) {
    return a->event == b->event && (a->event == DL_EVENT_ASSAULT || dl_bytes_equal(a->mode, b->mode));
}

static void take_time(dl_build *b, uint32_t claim, uint32_t from) {
    dl_doc *doc = b->r.doc;
    dl_claim *c = &doc->claims.rows[claim];
    const dl_claim *f = &doc->claims.rows[from];
    c->time = f->time, c->begin = f->begin, c->end = f->end;
    c->when_grain = f->when_grain, c->when_zoned = f->when_zoned, c->when_basis = DL_BASIS_SAID;
    dl_trace_add(b, claim, "when", "told-of-incident", 0, 0, 0, dl_claim_named(b, from));
}

/* What may be told again: no state that lasts, no number of deeds, nothing that was at another time. */
static bool may_take(const dl_build *b, const dl_claim *c) {
    const dl_token *t = dl_at(&b->r, c->head);
    bool happened = c->status == DL_CLAIM_HAPPENED || c->status == DL_CLAIM_DENIED;
    if (!happened || dl_is_told_apart(b, c->head)) return false;
    return t->upos != DL_UPOS_NOUN || (t->xpos == DL_XPOS_NN && !dl_lemma_among(&b->r, c->head, "war conflict violence aggression fighting"));
}

void dl_claim_recalled(dl_build *b, uint32_t claim, uint32_t other, bool same_victim) {
    const dl_doc *doc = b->r.doc;
    const dl_claim *c = &doc->claims.rows[claim], *o = &doc->claims.rows[other];
    bool back = said(c), near = c->sentence <= o->sentence + NEAR;
    if (back == said(o) || !is_deed(c) || !of_one_kind(c, o) || !may_take(b, back ? o : c) || !gives_time(&b->r, back ? c : o)) return;
    bool one = same_victim && (near || c->event == DL_EVENT_ASSAULT); /* a man may be jailed twice */
    if (!one && !(is_pointed_at(&b->r, c) && of_its_town(&b->r, c, o))) return;
    /* "Gunmen killed six. The attack took place on Sunday": of the news only, lest it be another */
    bool news = near && o->when_basis == DL_BASIS_REPORTED && c->begin >= doc->published - (dl_instant)NEWS_DAYS * DL_DAY;
    if (!back || news) take_time(b, back ? other : claim, back ? claim : other);
}
