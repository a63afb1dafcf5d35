/* Firms that agree among themselves, censorship that nobody uses, help that goes to nobody: of such words few tell news. What they were worth was
 * counted on claims read by eye (bench/results). */
#include "event/nobody.h"

#include "event/edges.h"
#include "event/habits.h"
#include "know/code.h"

#define UNIONS "union federation association confederation"

/* Coded as more than a civilian. */
static bool in_public(const dl_party *party) {
    return party->role <= DL_ROLE_WHOM && party->actor.size && !dl_bytes_finish(party->actor, "CVL");
}

bool dl_anyone_in_public(const dl_doc *doc, const dl_claim *c) {
    for (uint32_t i = 0; i < c->party_count; i++)
        if (in_public(&doc->parties.rows[c->first_party + i])) return true;
    return false;
}

bool dl_anyone_named(const dl_doc *doc, const dl_claim *c) {
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        if (party->role <= DL_ROLE_WHOM && doc->mentions.rows[party->mention].named) return true;
    }
    return false;
}

/* What is said, agreed, asked and set, unlike what is done to people. */
static bool of_dealings(const dl_claim *c) {
    bool deed = c->event == DL_EVENT_ASSAULT || c->event == DL_EVENT_PROTEST || c->event == DL_EVENT_RETREAT || c->event == DL_EVENT_SANCTION ||
                c->event == DL_EVENT_MOBILIZE;
    return !deed && !dl_bytes_is(c->mode, "arrest") && !dl_bytes_is(c->mode, "seize") && !dl_bytes_is(c->mode, "investigate");
}

/* "The chains set a limit", "a firm agreed with its supplier": dealings of firms with none but firms and customers. */
static bool of_business(const dl_reading *r, const dl_claim *c) {
    const dl_doc *doc = r->doc;
    bool favour = c->event == DL_EVENT_SUPPORT || c->event == DL_EVENT_AGREE || c->event == DL_EVENT_COOPERATE; /* "the university backed its team" */
    bool firm = false, verb = c->event == DL_EVENT_SUPPORT && dl_at(r, c->head)->upos == DL_UPOS_VERB;
    if (!of_dealings(c)) return false;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        if (party->role > DL_ROLE_WHOM) continue;
        const dl_mention *m = &doc->mentions.rows[party->mention];
        bool someone = !party->actor.size && m->named && m->kind == DL_NAME_PERSON; /* a senator, for all that is known */
        bool sued = c->event == DL_EVENT_ACCUSE && party->role == DL_ROLE_WHO && dl_at(r, m->head)->xpos == DL_XPOS_NNS && party->actor.size &&
                    !dl_bytes_finish(party->actor, "BUS"); /* "villagers sued the firm" */
        if (sued) return false;
        bool many = dl_at(r, m->head)->xpos == DL_XPOS_NNS || dl_lemma_among(r, m->head, UNIONS);
        bool plain = dl_actor_is_of(party->actor, "CVL") && !dl_claim_has(doc, c, DL_ROLE_WHOM) && dl_claim_is_by_many(r, c) &&
                     !dl_lemma_among(r, m->head, "people person");
        bool crowd = verb && many && (plain || dl_actor_is_of(party->actor, "EDU MED")); /* "nurses welcomed the pay deal" */
        if (crowd || someone || (party->actor.size && !dl_actor_is_of(party->actor, favour ? "BUS CVL SOC EDU MED" : "BUS CVL SOC EDU")))
            return false;
        firm |= dl_actor_is_of(party->actor, favour ? "BUS CVL SOC EDU MED" : "BUS");
    }
    return firm;
}

/* "The firm's chairman resigned", "a coach stepped down": a post that is no public office. */
static bool private_post(const dl_reading *r, const dl_claim *c) {
    uint32_t post = dl_bytes_is(c->mode, "resign") ? dl_phrase_of(r, c->head, DL_LIT("as")) : 0;
    dl_heads posts = {0}; /* "as chairman and chief executive" */
    if (post) dl_heads_add_all(r, &posts, post);
    for (uint32_t i = 0; i < posts.count; i++)
        if (dl_lemma_among(r, posts.rows[i], "executive ceo coach captain editor manager trainer")) return true;
    for (uint32_t i = 0; dl_bytes_is(c->mode, "resign") && i < c->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[c->first_party + i];
        if (party->role == DL_ROLE_WHO && (dl_bytes_finish(party->actor, "BUS") || dl_bytes_finish(party->actor, "SOC"))) return true;
    }
    return false;
}

bool dl_is_business(const dl_reading *r) {
    enum { FEW = 2, LEAST = 4, OF = 3 };
    const dl_doc *doc = r->doc;
    uint32_t last = 0, told = 0, sentences = 0;
    for (DL_EACH(s, &doc->sentences)) sentences += doc->sentences.rows[s].parsed;
    for (DL_EACH(t, &doc->tokens)) {
        uint32_t sentence = doc->tokens.rows[t].sentence;
        if (sentence == last || !dl_in_sets(r, t, DL_SET(finance))) continue;
        last = sentence, told++;
    }
    bool note = told >= FEW && told * 2 >= doc->sentences.count; /* a few sentences on a merger */
    return note || (told >= LEAST && told * OF >= sentences);
}

/* "Mesa", an airline that bears the name of a town, in a report on airlines. */
static bool is_firm(const dl_reading *r, const dl_party *party) {
    const dl_mention *m = &r->doc->mentions.rows[party->mention];
    bool town = m->place && dl_bytes_start(r->doc->places.rows[m->place].feature, "PPL");
    return !party->actor.size || dl_actor_is_of(party->actor, "BUS CVL EDU MED LAB JRN") || (party->actor.size == 3 && town);
}

/* In a report on firms, what firms and persons without an office say, agree and do to one another. */
static bool among_firms(const dl_build *b, const dl_claim *c) {
    bool deed = c->event == DL_EVENT_ASSAULT && (b->senses.rows[b->sense_at[c->head]].harm || c->party_count || c->place);
    if (!b->business || deed || c->event == DL_EVENT_PROTEST || dl_bytes_is(c->mode, "arrest") || dl_bytes_is(c->mode, "convict")) return false;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &b->r.doc->parties.rows[c->first_party + i];
        if (party->role <= DL_ROLE_WHOM && !is_firm(&b->r, party)) return false;
    }
    return true;
}

/* "Censorship is a problem", "the prosecution can appeal": force that nobody uses, against nobody, nowhere. */
static bool of_no_one(const dl_build *b, const dl_claim *c, dl_claim_status status) {
    bool vague = c->event == DL_EVENT_COERCE && (!c->mode.size || dl_bytes_is(c->mode, "arrest") || dl_bytes_is(c->mode, "censor"));
    bool verb = dl_at(&b->r, c->head)->upos == DL_UPOS_VERB && !dl_child_lemma(&b->r, c->head, DL_DEP_MARK, "to");
    bool done = dl_is_told((uint8_t)status) && verb; /* "as many as 50 were detained", unlike "a measure to censor it" */
    return vague && !c->party_count && status != DL_CLAIM_NOT && !done && !dl_is_placed(&b->r, c->head) &&
           !dl_is_placed(&b->r, dl_at(&b->r, c->head)->head);
}

/* "No injuries were reported": that nobody came to harm is a figure, and no event. */
static bool of_no_harm(const dl_build *b, const dl_claim *c, dl_claim_status status) {
    const dl_sense *sense = &b->senses.rows[b->sense_at[c->head]];
    return sense->harm && status == DL_CLAIM_NOT && !c->party_count;
}

static bool capital_word(dl_bytes word) {
    return word.size > 1 && dl_is_upper(word.data[0]) && dl_is_lower(word.data[1]);
}

/* "Rally's reported a profit": a word at the head of a sentence that the document writes with a capital within others, too, and never without. */
static bool always_capital(const dl_reading *r, uint32_t token) {
    bool within = false;
    for (DL_EACH(t, &r->doc->tokens)) {
        const dl_token *w = dl_at(r, t);
        if (w->stem != dl_at(r, token)->stem || r->doc->sentences.rows[w->sentence].capitals) continue;
        if (dl_is_lower(dl_token_text(r->doc, t).data[0])) return false;
        within = within || (t > r->doc->sentences.rows[w->sentence].first_token && r->doc->sentences.rows[w->sentence].zone != DL_ZONE_HEADLINE);
    }
    return within;
}

/* "Paul's Rally for Freedom", "the Occupied Protest", "the Iraq War", "the Journal of Threatened Taxa": the name of a thing, that tells of no party
 * to it. */
static bool of_a_name(const dl_reading *r, const dl_claim *c) {
    const dl_token *t = dl_at(r, c->head);
    const dl_sentence *s = &r->doc->sentences.rows[t->sentence];
    bool part = t->upos == DL_UPOS_PROPN || (t->deprel == DL_DEP_AMOD && dl_at(r, t->head)->upos == DL_UPOS_PROPN);
    if (!part || s->capitals || s->zone == DL_ZONE_HEADLINE) return false;
    uint32_t before = c->head - 1; /* "Treva | Battle": a surname */
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[before]];
    if (r->mention_at[before] && m->kind == DL_NAME_PERSON && m->named && dl_at(r, before)->upos == DL_UPOS_PROPN && !m->actor.size) return true;
    if (c->party_count) return false;
    if (!capital_word(dl_token_text(r->doc, c->head)) || dl_is_placed(r, dl_at(r, c->head)->head)) return false;
    bool drew = c->event == DL_EVENT_PROTEST && dl_sentence_has_count(r->doc, c->sentence); /* "the Women's March drew thousands" */
    if (drew) return false;
    return c->head > s->first_token || (t->stem && always_capital(r, c->head));
}

/* "Only Congress may fund it": help that goes to nobody and is not told to be given. */
static bool of_no_receiver(const dl_build *b, const dl_claim *c, dl_claim_status status) {
    bool given = status == DL_CLAIM_HAPPENED || status == DL_CLAIM_ONGOING || status == DL_CLAIM_PLANNED;
    return c->event == DL_EVENT_AID && !given && !dl_claim_has(b->r.doc, c, DL_ROLE_WHOM);
}

/* A person by name may be a senator, for all that is known; an unknown body is rarely one that acts in public. */
static bool any_person_named(const dl_doc *doc, const dl_claim *c) {
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &doc->parties.rows[c->first_party + i];
        const dl_mention *m = &doc->mentions.rows[party->mention];
        if (party->role <= DL_ROLE_WHOM && m->named && m->kind == DL_NAME_PERSON) return true;
    }
    return false;
}

/* "Ford started its own investigation": a body by name, or a pronoun, that no table knows. */
static bool by_body(const dl_reading *r, const dl_claim *c) {
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[c->first_party + i];
        const dl_mention *m = &r->doc->mentions.rows[party->mention];
        if (party->role == DL_ROLE_WHO && ((m->named && m->kind == DL_NAME_ORGANISATION) || dl_at(r, m->head)->upos == DL_UPOS_PRON)) return true;
    }
    return false;
}

/* "Villagers refused to move", "residents welcomed the ruling": several whom a word for people names, and the past tells it. */
bool dl_claim_is_by_many(const dl_reading *r, const dl_claim *c) {
    bool past = dl_at(r, c->head)->xpos == DL_XPOS_VBD || dl_at(r, c->head)->xpos == DL_XPOS_VBN;
    if (dl_at(r, c->head)->deprel == DL_DEP_ACL) return false; /* "delegates | pledged to him" */
    for (uint32_t i = 0; past && i < c->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[c->first_party + i];
        const dl_mention *m = &r->doc->mentions.rows[party->mention];
        bool known = party->actor.size ||
                     dl_lemma_among(r, m->head, "donor creditor pilot striker leader member delegate state country nation"); /* not champions */
        bool several = known && dl_at(r, m->head)->xpos == DL_XPOS_NNS && !dl_child(r, m->head, DL_DEP_NMOD_POSS);
        if (party->role == DL_ROLE_WHO && (several || dl_lemma_among(r, m->head, UNIONS))) return true;
    }
    return false;
}

/* "The proposal was rejected", "the offer stands": of nobody known to act in public, words of consent, refusal and favour are rarely news. */
static bool of_nobody(const dl_build *b, const dl_claim *c, dl_claim_status status) {
    bool of_favour = c->event == DL_EVENT_AGREE || c->event == DL_EVENT_REJECT || c->event == DL_EVENT_CONCEDE || c->event == DL_EVENT_SUPPORT ||
                     c->event == DL_EVENT_COOPERATE;
    bool both = dl_claim_has(b->r.doc, c, DL_ROLE_WHO) && dl_claim_has(b->r.doc, c, DL_ROLE_WHOM);
    bool noun = dl_at(&b->r, c->head)->upos != DL_UPOS_VERB;
    if (dl_is_placed(&b->r, c->head) || (noun && dl_is_placed(&b->r, dl_at(&b->r, c->head)->head))) return false; /* "was signed in 1979" */
    uint32_t object = c->event == DL_EVENT_CONCEDE && !noun ? dl_child(&b->r, c->head, DL_DEP_NSUBJ) : 0;         /* "the strike was called off" */
    bool eased =
        object && dl_lemma_among(&b->r, object, "restriction ban curb lockdown quarantine rule curfew state") && dl_bytes_start(c->cameo, "081");
    if (object && dl_is_passive(&b->r, c->head) && (eased || dl_in_sets(&b->r, object, DL_SET(protest)))) return false;
    bool of_bodies = dl_bytes_is(c->mode, "investigate") || (c->event == DL_EVENT_COERCE && dl_bytes_is(c->mode, "restrict"));
    if (of_bodies && by_body(&b->r, c) && !dl_claim_has(b->r.doc, c, DL_ROLE_WHOM)) return true;
    bool stand = c->event == DL_EVENT_REJECT || c->event == DL_EVENT_SUPPORT || c->event == DL_EVENT_CONCEDE || c->event == DL_EVENT_AGREE;
    bool crowd = stand && !noun && dl_claim_is_by_many(&b->r, c) && dl_is_told((uint8_t)status);
    return (of_favour && !both && !crowd && !any_person_named(b->r.doc, c)) || (!c->party_count && c->event == DL_EVENT_ACCUSE);
}

bool dl_claim_is_of_nobody(const dl_build *b, const dl_claim *c, dl_claim_status status) {
    const dl_sense *sense = &b->senses.rows[b->sense_at[c->head]];
    if (!sense->who.size && !sense->whom.size) return false; /* a row that asks for nobody */
    bool sold = c->event == DL_EVENT_AID && dl_bytes_is(c->cameo, "072") && dl_claim_has(b->r.doc, c, DL_ROLE_WHO);
    if (sold && !dl_anyone_in_public(b->r.doc, c)) return true; /* "sold the gun to his friend" */
    bool given =
        c->event == DL_EVENT_AID && !c->party_count && dl_lemma_among(&b->r, c->head, "provide give offer grant") && !dl_is_placed(&b->r, c->head);
    if (given) return true;                                            /* "as provided for in the law" */
    if (dl_bytes_is(c->mode, "visit") && !c->party_count) return true; /* "twelve trips were made" */
    if (of_no_harm(b, c, status) || of_a_name(&b->r, c) || private_post(&b->r, c)) return true;
    if (among_firms(b, c) || of_business(&b->r, c) || of_no_one(b, c, status) || of_no_receiver(b, c, status)) return true;
    return !dl_anyone_in_public(b->r.doc, c) && of_nobody(b, c, status);
}
