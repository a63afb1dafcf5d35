/* Who did it, told a sentence away: "Police arrested Cole on Monday. | Cole was arrested at home". Of claims that tell of one incident one that names
 * nobody takes the doers of those that name the same act done to the same person, where all of these agree. */
#include "event/build.h"
#include "event/edges.h"

enum { LOOK = 24 /* claims */, MOST = 8 /* doers of one claim */ };

static const dl_party *party_at(const dl_doc *doc, const dl_claim *c, uint32_t i) {
    return &doc->parties.rows[c->first_party + i];
}

/* Reproaches come from many. */
static bool done_once(const dl_claim *c) {
    return c->event == DL_EVENT_ASSAULT || c->event == DL_EVENT_AID || c->event == DL_EVENT_SUPPORT || c->event == DL_EVENT_RETREAT ||
           dl_bytes_among(c->mode, "arrest convict deport expel seize");
}

/* "Was arrested", "the murder": told without room for a doer, so that he need not be told again. */
static bool leaves_out_doer(const dl_reading *r, const dl_claim *c) {
    const dl_token *t = dl_at(r, c->head);
    bool act = done_once(c) && (c->event == DL_EVENT_ASSAULT || t->upos == DL_UPOS_VERB);
    bool passive = t->upos == DL_UPOS_VERB && (dl_is_passive(r, c->head) || (t->xpos == DL_XPOS_VBN && t->deprel == DL_DEP_ACL));
    return act && (passive || t->upos == DL_UPOS_NOUN) && !dl_claim_has(r->doc, c, DL_ROLE_WHO) && dl_claim_has(r->doc, c, DL_ROLE_WHOM);
}

static bool is_source_of(const dl_doc *doc, const dl_claim *c, const dl_party *source) {
    for (uint32_t k = 0; k < c->party_count; k++) {
        const dl_party *q = party_at(doc, c, k);
        if (q->role == DL_ROLE_SOURCE && doc->mentions.rows[q->mention].entity == doc->mentions.rows[source->mention].entity) return true;
    }
    return false;
}

/* Whether a claim tells who of all but places did it alone. A person by name did it only where the report says so itself, or whoever tells the other
 * claim as well: "police say Cole shot him" makes Cole no murderer wherever the murder is told of. */
static bool tells_surely(const dl_doc *doc, const dl_claim *c, const dl_claim *told) {
    bool named = false, voiced = false;
    for (uint32_t i = 0; i < told->party_count; i++) {
        const dl_party *p = party_at(doc, told, i);
        const dl_mention *m = &doc->mentions.rows[p->mention];
        bool town = m->kind == DL_NAME_PLACE && dl_bytes_start(doc->places.rows[m->place].feature, "PPL");
        if (p->role == DL_ROLE_DISPUTED_BY || (p->role == DL_ROLE_WHO && town)) return false;
        named |= p->role == DL_ROLE_WHO && m->kind == DL_NAME_PERSON && m->name.size;
        voiced |= p->role == DL_ROLE_SOURCE && !is_source_of(doc, c, p);
    }
    return !told->symmetric && !(named && voiced);
}

static bool same_act(const dl_reading *r, const dl_claim *c, const dl_claim *told) {
    uint32_t a = dl_at(r, c->head)->stem, b = dl_at(r, told->head)->stem;
    return c->event == DL_EVENT_ASSAULT || (a && a == b && dl_bytes_equal(c->mode, told->mode));
}

/* Whether both are done to one who is known by more than a word for anybody. */
static bool same_sufferer(const dl_doc *doc, const dl_claim *c, const dl_claim *told) {
    for (uint32_t i = 0; i < c->party_count; i++)
        for (uint32_t k = 0; k < told->party_count; k++) {
            const dl_party *p = party_at(doc, c, i), *q = party_at(doc, told, k);
            bool whom = p->role == DL_ROLE_WHOM && q->role == DL_ROLE_WHOM;
            if (whom && doc->mentions.rows[p->mention].entity && doc->mentions.rows[p->mention].entity == doc->mentions.rows[q->mention].entity)
                return true;
        }
    return false;
}

/* "Kenya carried out the airstrike. Berg, too, was killed in | the airstrike": one word for one deed, whoever else it killed. */
static bool is_the_deed(const dl_reading *r, const dl_claim *c, const dl_claim *told) {
    enum { NEAR = 2 /* sentences */ };
    const dl_token *t = dl_at(r, c->head), *before = dl_at(r, told->head);
    bool one = t->upos == DL_UPOS_NOUN && t->xpos == DL_XPOS_NN && t->stem && t->stem == before->stem && before->xpos == DL_XPOS_NN;
    bool near = told->sentence <= c->sentence && c->sentence - told->sentence <= NEAR;
    bool bare = !dl_child(r, c->head, DL_DEP_NMOD); /* not "the murder | of the bishop" */
    return one && near && bare && dl_bytes_equal(c->mode, told->mode) && dl_child_lemma(r, c->head, DL_DEP_DET, "the this that");
}

/* Whether all who did the one are told as doers of the other. */
static bool same_doers(const dl_doc *doc, const dl_claim *a, const dl_claim *b) {
    for (uint32_t i = 0; i < a->party_count; i++) {
        bool found = party_at(doc, a, i)->role != DL_ROLE_WHO;
        for (uint32_t k = 0; k < b->party_count && !found; k++) {
            const dl_party *p = party_at(doc, a, i), *q = party_at(doc, b, k);
            found = q->role == DL_ROLE_WHO && doc->mentions.rows[p->mention].entity == doc->mentions.rows[q->mention].entity;
        }
        if (!found) return false;
    }
    return true;
}

/* The nearest claim that tells who did it, where all that do tell the same; or 0. */
static uint32_t who_tells(const dl_build *b, uint32_t claim) {
    const dl_doc *doc = b->r.doc;
    const dl_claim *c = &doc->claims.rows[claim], *last = NULL;
    uint32_t found = 0, deed = 0, first = claim > LOOK ? claim - LOOK : 1;
    for (uint32_t k = first; k < doc->claims.count && k <= claim + LOOK; k++) {
        const dl_claim *told = &doc->claims.rows[k];
        if (told->incident != c->incident || told->event != c->event || !dl_claim_has(doc, told, DL_ROLE_WHO)) continue;
        if (k < claim && is_the_deed(&b->r, c, told) && tells_surely(doc, c, told)) deed = k;
        if (!same_act(&b->r, c, told) || !same_sufferer(doc, c, told)) continue;
        if (last && !(same_doers(doc, told, last) && same_doers(doc, last, told))) return 0;
        last = told;
        if (tells_surely(doc, c, told) && (!found || k < claim)) found = k;
    }
    return last ? found : deed;
}

/* Parties of a claim stand together, the doers first: they are written anew behind all others. */
static void take_doers(dl_build *b, uint32_t claim, uint32_t from) {
    dl_doc *doc = b->r.doc;
    dl_claim was = doc->claims.rows[claim], told = doc->claims.rows[from];
    uint32_t first = doc->parties.count, count = 0;
    for (uint32_t i = 0; i < told.party_count && count < MOST; i++) {
        dl_party p = *party_at(doc, &told, i);
        if (p.role != DL_ROLE_WHO) continue;
        p.owner = claim;
        *DL_DOC_PUSH(doc, parties) = p;
        count++;
    }
    for (uint32_t i = 0; i < was.party_count; i++) {
        dl_party p = *party_at(doc, &was, i);
        *DL_DOC_PUSH(doc, parties) = p;
    }
    doc->claims.rows[claim].first_party = first;
    doc->claims.rows[claim].party_count = was.party_count + count;
    dl_trace_add(b, claim, "who", "retold", told.head, 0, 0, dl_claim_named(b, from));
}

void dl_claims_retold(dl_build *b) {
    const dl_doc *doc = b->r.doc;
    for (DL_EACH(i, &doc->claims)) {
        if (!leaves_out_doer(&b->r, &doc->claims.rows[i])) continue;
        uint32_t from = who_tells(b, i);
        if (from) take_doers(b, i, from);
    }
}
