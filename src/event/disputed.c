/* Who disputes what is told: "a charge Russia denies", "...; the army denied it", "... . The government disputes the figure." */
#include "event/build.h"
#include "event/roles.h"

enum { NESTING = 8, REACH = 60 };

static uint32_t outermost(const dl_reading *r, uint32_t token) {
    uint32_t quote = r->quote_at[token];
    for (uint32_t steps = 0; quote && r->doc->quotes.rows[quote].outer && steps < NESTING; steps++) quote = r->doc->quotes.rows[quote].outer;
    return quote;
}

/* "A claim that Chad | calls a lie", "an accusation which it says | is baseless". */
static bool calls_untrue(const dl_reading *r, uint32_t verb) {
    static const char untrue[] = "lie false baseless untrue unfounded groundless fabrication fabricated propaganda nonsense absurd";
    static const dl_deprel told[] = {DL_DEP_XCOMP, DL_DEP_CCOMP, DL_DEP_OBJ, DL_DEP_OBL, DL_DEP_ADVCL};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (dl_child_lemma(r, verb, told[i], untrue)) return dl_lemma_among(r, verb, "call say describe brand dismiss");
    return false;
}

/* A verb of denial whose object is this claim's clause: a relative pronoun behind it, or a noun in apposition ("a charge denied by ..."). */
static bool denies_clause(const dl_reading *r, uint32_t verb, uint32_t trigger) {
    uint32_t object = dl_child(r, verb, DL_DEP_OBJ), noun = dl_at(r, verb)->head;
    dl_deprel relation = dl_at(r, verb)->deprel;
    if (verb < trigger || (relation != DL_DEP_ACL && relation != DL_DEP_ACL_RELCL)) return false;
    if (relation == DL_DEP_ACL_RELCL && object && dl_lemma_among(r, object, "which that")) return true;
    return noun > trigger && dl_lemma_among(r, noun, "charge allegation accusation claim assertion report");
}

/* "Denied | it", "rejected | the accusation", "disputes | the figure": an object that points back to what was said, and tells nothing itself. */
static bool points_back(const dl_reading *r, uint32_t verb, uint32_t trigger) {
    bool passive = dl_is_passive(r, verb); /* "this was denied by the army" */
    uint32_t object = dl_child(r, verb, passive ? DL_DEP_NSUBJ_PASS : DL_DEP_OBJ);
    if (!object || (object < verb) != passive) return false;
    bool of_words = dl_lemma_among(r, verb, "deny dispute refute"); /* one rejects an offer, too */
    if (dl_lemma_among(r, object, "it this that")) return of_words;
    if (!dl_child_lemma(r, object, DL_DEP_DET, "the this that these those such both") || dl_child(r, object, DL_DEP_ACL) ||
        dl_child(r, object, DL_DEP_ACL_RELCL) || dl_child(r, object, DL_DEP_NMOD) || dl_child(r, object, DL_DEP_CCOMP))
        return false;
    if (dl_lemma_among(r, object, "figure number toll estimate count")) return dl_sentence_has_count(r->doc, dl_at(r, trigger)->sentence);
    return dl_in_sets(r, object, DL_SET(allegation)) || dl_lemma_among(r, object, "account version");
}

/* "Did not deny it", "is expected to deny it", "would deny it" */
static bool is_open(const dl_reading *r, uint32_t verb) {
    if (dl_child_lemma(r, verb, DL_DEP_ADVMOD, "not n't never") || dl_child(r, verb, DL_DEP_MARK)) return true;
    uint32_t aux = dl_child(r, verb, DL_DEP_AUX);
    return aux && dl_at(r, aux)->xpos == DL_XPOS_MD;
}

/* Whether the event is what its speaker says, and no circumstance of it ("killed men | who had fled a raid"). */
static bool is_said_itself(const dl_reading *r, uint32_t trigger) {
    uint32_t quote = r->quote_at[trigger];
    for (uint32_t t = trigger, steps = 0; r->quote_at[dl_at(r, t)->head] == quote && steps < DL_CLIMB; t = dl_at(r, t)->head, steps++) {
        dl_deprel base = dl_base_of(r, t);
        uint32_t opener = base == DL_DEP_ADVCL ? dl_child(r, t, DL_DEP_MARK) : 0;
        if (base == DL_DEP_ACL || base == DL_DEP_NMOD || base == DL_DEP_OBL || base == DL_DEP_APPOS) return false;
        if (opener && !dl_lemma_among(r, opener, "to of")) return false;
    }
    return true;
}

/* Nobody else speaks between what is said and its denial. */
static bool follows_up(const dl_reading *r, uint32_t trigger, uint32_t verb) {
    uint32_t said = outermost(r, trigger), denial = outermost(r, verb);
    for (uint32_t t = trigger + 1; t < verb; t++) {
        uint32_t quote = outermost(r, t);
        if (quote && quote != said && quote != denial) return false;
    }
    return true;
}

/* "The UN says they killed ten; the army disputes the figure", in the sentence or in the next. */
static bool denies_speech(const dl_reading *r, uint32_t verb, uint32_t trigger) {
    uint32_t quote = r->quote_at[trigger];
    if (!quote || r->doc->quotes.rows[quote].stance == DL_STANCE_DENY || is_open(r, verb)) return false;
    return points_back(r, verb, trigger) && is_said_itself(r, trigger) && follows_up(r, trigger, verb);
}

/* Who says it does not dispute it. */
static bool is_its_speaker(const dl_reading *r, uint32_t quote, uint32_t mention) {
    const dl_quote *q = &r->doc->quotes.rows[quote];
    dl_bytes actor = r->doc->mentions.rows[mention].actor;
    for (uint32_t i = 0; quote && i < q->speaker_count; i++) {
        const dl_party *speaker = &r->doc->parties.rows[q->first_speaker + i];
        if (speaker->mention == mention || (actor.size && dl_bytes_equal(speaker->actor, actor))) return true;
    }
    return false;
}

static bool add_disputers(dl_build *b, uint32_t claim, uint32_t trigger, uint32_t verb) {
    const dl_reading *r = &b->r;
    dl_heads who = dl_subject(r, verb);
    bool any = false;
    for (uint32_t i = 0; i < who.count; i++) {
        uint32_t mention = r->mention_at[who.rows[i]];
        if (!mention || is_its_speaker(r, r->quote_at[trigger], mention)) continue;
        dl_party *party = DL_DOC_PUSH(r->doc, parties);
        *party = (dl_party){.mention = mention,
                            .owner = claim,
                            .cue = dl_at(r, verb)->span,
                            .actor = r->doc->mentions.rows[mention].actor,
                            .role = DL_ROLE_DISPUTED_BY};
        r->doc->claims.rows[claim].party_count++;
        any = true;
    }
    return any;
}

/* Where an answer to what a sentence says may stand: in it, or in the next one of the text. */
static uint32_t end_of_answer(const dl_reading *r, uint32_t trigger) {
    uint32_t sentence = dl_at(r, trigger)->sentence, next = sentence + 1;
    const dl_doc *doc = r->doc;
    bool goes_on = next < doc->sentences.count && doc->sentences.rows[sentence].zone != DL_ZONE_HEADLINE && r->quote_at[trigger];
    return dl_sentence_end(&doc->sentences.rows[goes_on ? next : sentence]);
}

void dl_claim_disputes(dl_build *b, uint32_t claim, const dl_trigger *trigger) {
    const dl_reading *r = &b->r;
    uint32_t at = trigger->token, end = end_of_answer(r, at);
    for (uint32_t t = at + 1; t < end && t < at + REACH; t++) {
        bool denies = dl_at(r, t)->upos == DL_UPOS_VERB && dl_lemma_among(r, t, "deny dispute reject refute contest dismiss");
        if (!denies && !(dl_at(r, t)->upos == DL_UPOS_VERB && calls_untrue(r, t))) continue;
        bool reproach = r->doc->claims.rows[claim].event == DL_EVENT_ACCUSE && !r->quote_at[at]; /* what they are accused of is disputed */
        bool clause = !reproach && dl_at(r, t)->sentence == dl_at(r, at)->sentence && denies_clause(r, t, at);
        if (!clause && !(denies && denies_speech(r, t, at))) continue;
        if (add_disputers(b, claim, at, t))
            dl_trace_add(b, claim, "disputed_by", clause ? "denial-of-clause" : "denial-of-speech", t, 0, 0,
                         clause ? dl_path_between(r, t, at) : (dl_bytes){0});
        return;
    }
}
