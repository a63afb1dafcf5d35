/* "I talked to my brother", "What can you do to improve relations?", "a term that stops dialogue", "Problems that demand answers": private life,
 * questions, habits and things that speak for nobody. They tell an event only where somebody who acts in public has part in it. */
#include "event/idle.h"

#include "event/habits.h"
#include "event/nobody.h"
#include "event/openers.h"
#include "event/roles.h"

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
    if (c->event == DL_EVENT_SUPPORT && dl_at(&b->r, c->head)->upos == DL_UPOS_VERB && dl_claim_is_by_many(&b->r, c)) return false;
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
    bool name =
        by_noun(&b->r, c->head) || (dl_base_of(&b->r, c->head) == DL_DEP_OBL && !dl_child(&b->r, c->head, DL_DEP_OBJ)); /* "guilty to murder" */
    if (c->event != DL_EVENT_ASSAULT || c->party_count || !name) return false;
    return above && dl_lemma_among(&b->r, above, "charge convict accuse guilty count suspicion suspect indict acquit plead");
}

/* "If somebody complains", "they would reject ideas": nobody that could be told from others does it, and it is not told to have been done. */
static bool supposed(const dl_build *b, const dl_claim *c, dl_claim_status status) {
    if (status == DL_CLAIM_CONDITIONAL && !c->party_count && dl_base_of(&b->r, c->head) == DL_DEP_NMOD)
        return true; /* "where the pregnancy is the result of rape" */
    bool deed = c->event == DL_EVENT_ASSAULT || c->event == DL_EVENT_COERCE || c->event == DL_EVENT_PROTEST || c->event == DL_EVENT_RETREAT ||
                (dl_bytes_is(c->mode, "convict") && status == DL_CLAIM_NOT && !by_noun(&b->r, c->head)) ||
                (dl_bytes_is(c->mode, "allege") && status != DL_CLAIM_NOT); /* that there was none, or may be one, is news */
    return !deed && (status == DL_CLAIM_CONDITIONAL || status == DL_CLAIM_NOT || status == DL_CLAIM_POSSIBLE);
}

/* "The outbreak calls for care", "repairs that demanded a return": what is said, asked or refused by a thing that nobody speaks in. */
static bool said_by_thing(const dl_build *b, const dl_claim *c) {
    const dl_reading *r = &b->r;
    bool said = c->event == DL_EVENT_REQUEST || c->event == DL_EVENT_AGREE || c->event == DL_EVENT_ACCUSE || c->event == DL_EVENT_REJECT ||
                c->event == DL_EVENT_SUPPORT || c->event == DL_EVENT_THREATEN;
    uint32_t verb = said && dl_at(r, c->head)->upos == DL_UPOS_VERB ? c->head : 0, above = dl_at(r, c->head)->head;
    if (said && !verb && dl_base_of(r, c->head) == DL_DEP_OBJ && dl_lemma_among(r, above, "put place exert pose"))
        verb = above;                                                                                         /* "put pressure on" */
    uint32_t thing = !verb ? 0 : dl_child(r, verb, dl_is_passive(r, verb) ? DL_DEP_OBL_AGENT : DL_DEP_NSUBJ); /* "threatened by logging" */
    bool matter =
        thing && dl_lemma_among(r, thing, "finding result figure datum event development situation crisis outbreak phenomenon investigation");
    if (!thing || dl_at(r, thing)->upos != DL_UPOS_NOUN || (r->mention_at[thing] && !matter)) return false;
    return !dl_in_sets(r, thing, DL_SET(writing) | DL_SET(partitive));
}

/* "Speaking to NBC": an interview is where something is said, and no talks. */
static bool interview(const dl_build *b, const dl_claim *c) {
    const dl_doc *doc = b->r.doc;
    const char *words = by_noun(&b->r, c->head) ? "interview conversation call" : "speak talk";
    if (c->event != DL_EVENT_CONSULT || !dl_lemma_among(&b->r, c->head, words)) return false;
    if (!by_noun(&b->r, c->head) && !dl_claim_has(doc, c, DL_ROLE_WHOM)) return true; /* "speaking by phone": to reporters */
    for (uint32_t i = 0; i < c->party_count; i++)
        if (dl_bytes_finish(doc->parties.rows[c->first_party + i].actor, "JRN")) return true;
    return false;
}

/* "The envoy for Ukraine negotiations": what an office is for. */
static bool of_office(const dl_reading *r, const dl_claim *c) {
    uint32_t office = dl_base_of(r, c->head) == DL_DEP_NMOD ? dl_at(r, c->head)->head : 0;
    return c->event == DL_EVENT_CONSULT && office && dl_has_case(r, c->head, DL_LIT("for")) && r->mention_at[office] &&
           r->doc->mentions.rows[r->mention_at[office]].kind == DL_NAME_PERSON;
}

/* "We must act", said a professor: nobody else is asked. */
static bool asks_himself(const dl_build *b, const dl_claim *c) {
    bool other = false, self = false;
    for (uint32_t i = 0; c->event == DL_EVENT_REQUEST && i < c->party_count; i++) {
        const dl_party *party = &b->r.doc->parties.rows[c->first_party + i];
        if (party->role != DL_ROLE_WHOM) continue;
        uint32_t head = b->r.doc->mentions.rows[party->mention].head;
        bool speaker = dl_at(&b->r, head)->upos == DL_UPOS_PRON && dl_lemma_among(&b->r, head, "we us I me");
        self = self || (speaker && dl_child(&b->r, c->head, DL_DEP_CCOMP));
        other = other || !speaker;
    }
    return self && !other;
}

#define QUOTES "\" “ ” `` '' ' ‘ ’"
enum { CRY_BEFORE = 16, CRY_BEHIND = 14 };

static bool is_quote(const dl_reading *r, uint32_t token) {
    return dl_at(r, token)->upos == DL_UPOS_PUNCT && !strchr(",.-", dl_at(r, token)->lemma.data[0]) && dl_lemma_among(r, token, QUOTES);
}

/* Few events have quotation marks about them. */
static bool near_quotes(const dl_reading *r, uint32_t token, uint32_t first) {
    uint32_t t = token > first + CRY_BEFORE ? token - CRY_BEFORE : first;
    for (; t < r->doc->tokens.count && t < token + CRY_BEHIND; t++)
        if (is_quote(r, t)) return true;
    return false;
}

/* "Chanting 'free Syria' and | 'stop the killing'": what a crowd cries is a demand of its protest, and nothing that is done. */
static bool slogan(const dl_reading *r, const dl_claim *c) {
    uint32_t first = r->doc->sentences.rows[c->sentence].first_token, marks = 0;
    if (!near_quotes(r, c->head, first)) return false;
    for (uint32_t t = c->head + 1; t < r->doc->tokens.count && t < c->head + CRY_BEHIND; t++) { /* "'stop it,' they | chanted" */
        if (is_quote(r, t)) marks++;
        if (dl_at(r, t)->upos == DL_UPOS_VERB && dl_lemma_among(r, t, "chant shout yell")) return marks % 2;
    }
    marks = 0;
    for (uint32_t t = c->head; t > first && c->head - t < CRY_BEFORE; t--) {
        if (is_quote(r, t)) marks++;
        bool cry = dl_at(r, t)->upos == DL_UPOS_VERB && dl_lemma_among(r, t, "chant shout yell scream sing");
        if (cry && t != c->head) return marks % 2;
    }
    return false;
}

/* "Clashing claims", "demanding microbes": what a thing is like. */
static bool of_thing(const dl_reading *r, const dl_claim *c) {
    const dl_token *t = dl_at(r, c->head);
    if (t->deprel == DL_DEP_CONJ && dl_at(r, t->head)->deprel == DL_DEP_AMOD) t = dl_at(r, t->head);
    bool adjective = t->deprel == DL_DEP_AMOD && (t->xpos == DL_XPOS_VBG || t->upos == DL_UPOS_ADJ);
    return adjective && !r->mention_at[t->head];
}

/* "The man faces trial", "two remain in custody": how it stands with somebody, which is no habit. */
static bool stands_accused(const dl_reading *r, const dl_claim *c) {
    return dl_bytes_is(c->mode, "arrest") && dl_lemma_among(r, c->head, "face await remain stay");
}

bool dl_claim_is_idle(const dl_build *b, uint32_t claim, const dl_status_reading *status) {
    const dl_claim *c = &b->r.doc->claims.rows[claim];
    bool asked = dl_bytes_is(dl_bytes_of(status->rule), "status-question");
    if (b->conversation && (asked || (c->event == DL_EVENT_CONSULT && done_among_speakers(b, c)))) return true; /* "I went to Munich for a talk" */
    if (interview(b, c) || of_thing(&b->r, c) || of_office(&b->r, c) || asks_himself(b, c) || slogan(&b->r, c) || dl_left_open(&b->r, c->head) ||
        dl_claim_is_habit(b, c, status))
        return true;
    if (dl_claim_is_of_nobody(b, c, status->status)) return true;
    if (dl_anyone_in_public(b->r.doc, c)) return false;
    dl_bytes rule = dl_bytes_of(status->rule);
    if (asked || (dl_bytes_is(rule, "status-present") && !stands_accused(&b->r, c))) return true;
    bool told_violence = c->event == DL_EVENT_ASSAULT && status->status == DL_CLAIM_HAPPENED;                   /* news, even in a speech */
    bool tied = dl_is_placed(&b->r, c->head) || c->party_count || dl_sentence_has_count(b->r.doc, c->sentence); /* "what battle do we fight?" */
    told_violence = told_violence && tied;
    if (!dl_anyone_named(b->r.doc, c) && ((b->conversation && !told_violence) || supposed(b, c, status->status))) return true;
    if (said_by_thing(b, c)) return true;
    return done_among_speakers(b, c) || among_neighbours(b, c) || opinion(b, c) || crime_charged(b, c);
}
