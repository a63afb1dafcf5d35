/* "I talked to my brother", "What can you do to improve relations?", "a term that stops dialogue", "Problems that demand answers": private life,
 * questions, habits and things that speak for nobody. They tell an event only where somebody who acts in public has part in it. */
#include "event/idle.h"

#include "event/roles.h"

/* Coded as more than a civilian. */
static bool in_public(const dl_party *party) {
    return party->role <= DL_ROLE_WHOM && party->actor.size && !dl_bytes_finish(party->actor, "CVL");
}

static bool anyone_in_public(const dl_doc *doc, const dl_claim *c) {
    for (uint32_t i = 0; i < c->party_count; i++)
        if (in_public(&doc->parties.rows[c->first_party + i])) return true;
    return false;
}

static bool anyone_named(const dl_doc *doc, const dl_claim *c) {
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        if (party->role <= DL_ROLE_WHOM && doc->mentions.rows[party->mention].named) return true;
    }
    return false;
}

/* Who speaks, or is spoken to, and is nobody known: "I", "you". */
static bool speaker(const dl_reading *r, uint32_t token) {
    return dl_at(r, token)->upos == DL_UPOS_PRON && dl_lemma_among(r, token, "I i me my you your one");
}

/* In an interview nearly all that happens to nobody known is private life or opinion: many of its sentences say "I" outside of quotation marks. */
bool dl_is_conversation(const dl_reading *r) {
    enum { LEAST = 5, OF = 8 };
    const dl_doc *doc = r->doc;
    uint32_t last = 0, speaking = 0;
    for (DL_EACH(t, &doc->tokens)) {
        uint32_t sentence = doc->tokens.rows[t].sentence;
        bool quoted = r->quote_at[t] && doc->quotes.rows[r->quote_at[t]].kind != DL_QUOTE_INDIRECT;
        if (sentence == last || quoted || doc->tokens.rows[t].upos != DL_UPOS_PRON || !dl_lemma_among(r, t, "I i me my")) continue;
        last = sentence, speaking++;
    }
    return speaking >= LEAST && speaking * OF > doc->sentences.count;
}

static bool done_among_speakers(const dl_build *b, const dl_claim *c) {
    const dl_doc *doc = b->r.doc;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        if (party->role <= DL_ROLE_WHOM && speaker(&b->r, doc->mentions.rows[party->mention].head)) return true;
    }
    dl_heads doers = dl_role_heads(&b->r, c->head, DL_LIT("subj"));
    for (uint32_t i = 0; i < doers.count; i++)
        if (speaker(&b->r, doers.rows[i])) return true;
    return false;
}

static bool by_noun(const dl_reading *r, uint32_t token) {
    return dl_at(r, token)->upos == DL_UPOS_NOUN || dl_at(r, token)->upos == DL_UPOS_PROPN;
}

/* "Opposition to the death penalty", "criticism of an idea": what people think, and nobody says it. */
static bool opinion(const dl_build *b, const dl_claim *c) {
    bool of_mind = c->event == DL_EVENT_REJECT || (c->event == DL_EVENT_ACCUSE && dl_bytes_is(c->mode, "disapprove"));
    return of_mind && by_noun(&b->r, c->head);
}

/* "They talked to their neighbours": all who have part in it are civilians or only pronouns. */
static bool among_neighbours(const dl_build *b, const dl_claim *c) {
    const dl_doc *doc = b->r.doc;
    if ((c->event != DL_EVENT_CONSULT && c->event != DL_EVENT_SUPPORT) || !c->party_count) return false;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        uint32_t head = doc->mentions.rows[party->mention].head;
        if (party->role <= DL_ROLE_WHOM && !party->actor.size && dl_at(&b->r, head)->upos != DL_UPOS_PRON) return false;
    }
    return true;
}

/* "Charged with murder": the name of a crime in a charge, told of nobody. */
static bool crime_charged(const dl_build *b, const dl_claim *c) {
    uint32_t above = dl_at(&b->r, c->head)->head;
    if (c->event != DL_EVENT_ASSAULT || c->party_count || !by_noun(&b->r, c->head)) return false;
    return above && dl_lemma_among(&b->r, above, "charge convict accuse guilty count suspicion suspect indict acquit plead");
}

/* "If somebody complains", "they would reject ideas": nobody that could be told from others does it, and it is not told to have been done. */
static bool supposed(const dl_claim *c, dl_claim_status status) {
    bool deed = c->event == DL_EVENT_ASSAULT || c->event == DL_EVENT_COERCE || c->event == DL_EVENT_PROTEST || c->event == DL_EVENT_RETREAT ||
                (dl_bytes_is(c->mode, "allege") && status != DL_CLAIM_NOT); /* that there was none, or may be one, is news */
    return !deed && (status == DL_CLAIM_CONDITIONAL || status == DL_CLAIM_NOT || status == DL_CLAIM_POSSIBLE);
}

/* "The outbreak calls for care", "repairs that demanded a return": what is said, asked or refused by a thing that nobody speaks in. */
static bool said_by_thing(const dl_build *b, const dl_claim *c) {
    const dl_reading *r = &b->r;
    bool said = c->event == DL_EVENT_REQUEST || c->event == DL_EVENT_AGREE || c->event == DL_EVENT_ACCUSE || c->event == DL_EVENT_REJECT ||
                c->event == DL_EVENT_SUPPORT || c->event == DL_EVENT_THREATEN;
    uint32_t thing = said && dl_at(r, c->head)->upos == DL_UPOS_VERB && !dl_is_passive(r, c->head) ? dl_child(r, c->head, DL_DEP_NSUBJ) : 0;
    if (!thing || dl_at(r, thing)->upos != DL_UPOS_NOUN || r->mention_at[thing]) return false;
    return !dl_word_among(r, thing, DL_LIT("@writing|@partitive"));
}

/* "Speaking to NBC": an interview is where something is said, and no talks. */
static bool interview(const dl_build *b, const dl_claim *c) {
    const dl_doc *doc = b->r.doc;
    const char *words = by_noun(&b->r, c->head) ? "interview conversation" : "speak talk";
    if (c->event != DL_EVENT_CONSULT || !dl_lemma_among(&b->r, c->head, words)) return false;
    for (uint32_t i = 0; i < c->party_count; i++)
        if (dl_bytes_finish(doc->parties.rows[c->first_party + i].actor, "JRN")) return true;
    return false;
}

/* "Called it a coup": a word for something, and no telling of it. */
static bool only_called(const dl_build *b, const dl_claim *c) {
    uint32_t above = dl_at(&b->r, c->head)->head;
    return by_noun(&b->r, c->head) && dl_base_of(&b->r, c->head) == DL_DEP_XCOMP && dl_lemma_among(&b->r, above, "call label brand dub term");
}

static bool placed(const dl_reading *r, uint32_t word) {
    uint32_t seen = 0;
    for (uint32_t k = word ? r->child[word] : 0; k && seen++ < DL_CHILDREN; k = r->sibling[k])
        if (r->place_at[k] || r->time_at[k]) return true;
    return false;
}

/* Told in the present tense as what is usual: "are held", "removes". */
static bool usual(const dl_reading *r, uint32_t verb, const dl_status_reading *status) {
    uint32_t be = dl_child(r, verb, DL_DEP_AUX_PASS);
    bool headline = r->doc->sentences.rows[dl_at(r, verb)->sentence].zone == DL_ZONE_HEADLINE;
    if (dl_bytes_is(dl_bytes_of(status->rule), "status-present")) return true;
    return !headline && be && (dl_at(r, be)->xpos == DL_XPOS_VBZ || dl_at(r, be)->xpos == DL_XPOS_VBP) && dl_child(r, verb, DL_DEP_AUX) == be;
}

/* "Officials are removed after a trial", "a court jails thieves": a kind of people, of no country. */
static bool of_a_kind(const dl_reading *r, const dl_party *party) {
    const dl_mention *m = &r->doc->mentions.rows[party->mention];
    uint32_t det = dl_child(r, m->head, DL_DEP_DET);
    bool definite =
        (det && !dl_lemma_among(r, det, "a an any every no")) || dl_child(r, m->head, DL_DEP_NMOD_POSS) || dl_child(r, m->head, DL_DEP_NUMMOD);
    return !m->named && !definite && party->actor.size <= 3 && dl_at(r, m->head)->upos != DL_UPOS_PRON;
}

/* "The law forbids", "the constitution demands": what stands written of all, unless it is told as something that was done. */
static bool by_law(const dl_reading *r, const dl_claim *c) {
    uint32_t verb = dl_at(r, c->head)->upos == DL_UPOS_VERB ? c->head : dl_at(r, c->head)->head;
    uint32_t law = verb && dl_at(r, verb)->upos == DL_UPOS_VERB ? dl_child(r, verb, DL_DEP_NSUBJ) : 0;
    bool present = law && (dl_at(r, verb)->xpos == DL_XPOS_VBZ || dl_at(r, verb)->xpos == DL_XPOS_VBP);
    return present && dl_lemma_among(r, law, "law constitution code rule guideline policy statute charter tradition doctrine article convention");
}

/* "People who have been accused of crimes", "anyone arrested": everyone of whom that may come to hold. */
static bool of_whoever(const dl_reading *r, const dl_claim *c) {
    uint32_t whoever = dl_base_of(r, c->head) == DL_DEP_ACL ? dl_at(r, c->head)->head : 0;
    if (!whoever || c->event == DL_EVENT_ASSAULT || dl_child(r, whoever, DL_DEP_NUMMOD) || dl_child(r, whoever, DL_DEP_AMOD)) return false;
    if (dl_lemma_among(r, whoever, "anyone anybody everyone everybody whoever")) return true;
    return dl_lemma_among(r, whoever, "people person those individual citizen") && !dl_child(r, whoever, DL_DEP_DET) &&
           !dl_child(r, c->head, DL_DEP_OBL_AGENT);
}

static bool rule_or_habit(const dl_build *b, const dl_claim *c, const dl_status_reading *status) {
    if (!c->party_count || !usual(&b->r, c->head, status) || placed(&b->r, c->head)) return false; /* "often attack buses in Mali" */
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &b->r.doc->parties.rows[c->first_party + i];
        if (party->role <= DL_ROLE_WHOM && !of_a_kind(&b->r, party)) return false;
    }
    return true;
}

static bool ends_among(dl_bytes actor, const char *roles) {
    dl_bytes list = dl_bytes_of(roles), role;
    while (dl_bytes_cut(&list, ' ', &role))
        if (actor.size >= 3 && role.size == 3 && !memcmp(actor.data + actor.size - 3, role.data, 3)) return true;
    return false;
}

/* "The chains set a limit", "a firm agreed with its supplier": dealings of firms with none but firms, workers and customers. */
static bool of_business(const dl_doc *doc, const dl_claim *c) {
    bool firm = false;
    if (c->event == DL_EVENT_ASSAULT || c->event == DL_EVENT_PROTEST) return false;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        if (party->role > DL_ROLE_WHOM) continue;
        if (party->actor.size && !ends_among(party->actor, "BUS CVL LAB SOC EDU")) return false;
        firm |= ends_among(party->actor, "BUS");
    }
    return firm;
}

/* "Censorship is a problem", "the prosecution can appeal": force that nobody uses, against nobody, nowhere. */
static bool of_no_one(const dl_build *b, const dl_claim *c) {
    bool vague = c->event == DL_EVENT_COERCE && (!c->mode.size || dl_bytes_is(c->mode, "arrest") || dl_bytes_is(c->mode, "censor"));
    return vague && !c->party_count && !placed(&b->r, c->head) && !placed(&b->r, dl_at(&b->r, c->head)->head);
}

/* "Only Congress may fund it": help that goes to nobody and is not told to be given. */
static bool of_no_receiver(const dl_build *b, const dl_claim *c, dl_claim_status status) {
    bool given = status == DL_CLAIM_HAPPENED || status == DL_CLAIM_ONGOING || status == DL_CLAIM_PLANNED;
    return c->event == DL_EVENT_AID && !given && !dl_claim_has(b->r.doc, c, DL_ROLE_WHOM);
}

/* "The proposal was rejected", "the offer stands": of nobody known to act in public, words of consent, refusal and favour are rarely news. */
static bool of_nobody(const dl_build *b, const dl_claim *c) {
    bool of_favour = c->event == DL_EVENT_AGREE || c->event == DL_EVENT_REJECT || c->event == DL_EVENT_CONCEDE || c->event == DL_EVENT_SUPPORT ||
                     c->event == DL_EVENT_COOPERATE;
    bool both = dl_claim_has(b->r.doc, c, DL_ROLE_WHO) && dl_claim_has(b->r.doc, c, DL_ROLE_WHOM);
    return (of_favour && !both && !anyone_named(b->r.doc, c)) || (!c->party_count && c->event == DL_EVENT_ACCUSE);
}

bool dl_claim_is_idle(const dl_build *b, uint32_t claim, const dl_status_reading *status) {
    const dl_claim *c = &b->r.doc->claims.rows[claim];
    bool asked = dl_bytes_is(dl_bytes_of(status->rule), "status-question");
    if (b->conversation && (asked || (c->event == DL_EVENT_CONSULT && done_among_speakers(b, c)))) return true; /* "I went to Munich for a talk" */
    if (interview(b, c) || only_called(b, c) || rule_or_habit(b, c, status) || by_law(&b->r, c) || of_whoever(&b->r, c)) return true;
    if (of_business(b->r.doc, c) || of_no_one(b, c) || of_no_receiver(b, c, status->status)) return true;
    if (anyone_in_public(b->r.doc, c)) return false;
    if (of_nobody(b, c)) return true;
    dl_bytes rule = dl_bytes_of(status->rule);
    if (asked || dl_bytes_is(rule, "status-present")) return true;
    bool told_violence = c->event == DL_EVENT_ASSAULT && status->status == DL_CLAIM_HAPPENED; /* news, even in a speech */
    if (!anyone_named(b->r.doc, c) && ((b->conversation && !told_violence) || supposed(c, status->status))) return true;
    if (said_by_thing(b, c)) return true;
    return done_among_speakers(b, c) || among_neighbours(b, c) || opinion(b, c) || crime_charged(b, c);
}
