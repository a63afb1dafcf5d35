/* "The law forbids", "officials are removed after a trial", "she supports gun rights": what is usual, written or held is told of no one time and of
 * nobody in particular. */
#include "event/habits.h"

#include "event/edges.h"
#include "event/nobody.h"
#include "know/code.h"

/* Whether a day or a place belongs to a word, or to its object. */
bool dl_is_placed(const dl_reading *r, uint32_t word) {
    uint32_t seen = 0;
    for (uint32_t k = word ? r->child[word] : 0; k && seen++ < DL_CHILDREN; k = r->sibling[k]) {
        if (r->place_at[k] || r->time_at[k]) return true;
        uint32_t within = dl_base_of(r, k) == DL_DEP_OBJ ? dl_child(r, k, DL_DEP_NMOD) : 0;
        if (within && (r->place_at[within] || r->time_at[within])) return true;
    }
    return false;
}

/* "Called it a coup", "saw compromise as the only way": a word for something, and no telling of it. */
static bool only_called(const dl_build *b, const dl_claim *c) {
    uint32_t above = dl_at(&b->r, c->head)->head;
    bool regarded =
        dl_at(&b->r, c->head)->upos == DL_UPOS_NOUN && dl_base_of(&b->r, c->head) == DL_DEP_OBJ && dl_phrase_of(&b->r, above, DL_LIT("as"));
    if (regarded && dl_lemma_among(&b->r, above, "see view regard consider")) return true;
    bool as = dl_at(&b->r, c->head)->upos == DL_UPOS_NOUN && dl_base_of(&b->r, c->head) == DL_DEP_OBL && dl_has_case(&b->r, c->head, DL_LIT("as"));
    if (as && c->event == DL_EVENT_ASSAULT && !c->party_count && dl_child(&b->r, above, DL_DEP_OBJ) && /* "described the seizure as a coup" */
        dl_lemma_among(&b->r, above,
                       "describe denounce condemn brand portray see view regard characterise characterize dismiss depict interpret label"))
        return true;
    return dl_at(&b->r, c->head)->upos != DL_UPOS_VERB && dl_base_of(&b->r, c->head) == DL_DEP_XCOMP &&
           dl_lemma_among(&b->r, above, "call label brand dub term");
}

static bool in_present(const dl_reading *r, uint32_t verb) {
    return dl_at(r, verb)->xpos == DL_XPOS_VBZ || dl_at(r, verb)->xpos == DL_XPOS_VBP;
}

/* "Officials are removed after a trial", "a court jails thieves": a kind of people, of no country. */
static bool of_a_kind(const dl_reading *r, const dl_party *party) {
    const dl_mention *m = &r->doc->mentions.rows[party->mention];
    uint32_t det = dl_child(r, m->head, DL_DEP_DET);
    bool definite =
        (det && !dl_lemma_among(r, det, "a an any every no")) || dl_child(r, m->head, DL_DEP_NMOD_POSS) || dl_child(r, m->head, DL_DEP_NUMMOD);
    return !m->named && !definite && party->actor.size <= 3 && dl_at(r, m->head)->upos != DL_UPOS_PRON;
}

/* "She opposes charter schools", "his view of the state": whom the object only describes, or a kind; unlike "his statement", which he made. */
static bool only_described(const dl_build *b, const dl_claim *c, const dl_party *party) {
    const dl_reading *r = &b->r;
    uint32_t head = r->doc->mentions.rows[party->mention].head, object = dl_child(r, c->head, DL_DEP_OBJ);
    if (!object || dl_at(r, head)->upos == DL_UPOS_PRON || dl_in_sets(r, object, DL_SET(proposal) | DL_SET(policytext) | DL_SET(writing)))
        return false;
    if (dl_in_sets(r, object, DL_SET(value) | DL_SET(rights))) return true;
    return !r->doc->mentions.rows[party->mention].named && dl_at(r, head)->xpos != DL_XPOS_NNP && (head != object || of_a_kind(r, party));
}

/* "He", "she", "Lopez": one who may hold a view, and is not known to act for a state. */
static bool one_person(const dl_reading *r, const dl_mention *m) {
    return m->kind == DL_NAME_PERSON || (dl_at(r, m->head)->upos == DL_UPOS_PRON && dl_lemma_among(r, m->head, "he she I"));
}

/* "She supports gun rights", "the party opposes the tax": what somebody holds, of a thing, and at no one. */
static bool attitude(const dl_build *b, const dl_claim *c) {
    const dl_token *t = dl_at(&b->r, c->head);
    bool did = t->xpos == DL_XPOS_VB && dl_child_lemma(&b->r, c->head, DL_DEP_AUX, "do");           /* "did not support the war" */
    bool past = (t->xpos == DL_XPOS_VBD || did) && !dl_is_placed(&b->r, c->head);                   /* "he supported social justice" */
    bool held = t->xpos == DL_XPOS_VBG && t->deprel == DL_DEP_ACL && !dl_is_placed(&b->r, c->head); /* "conservatives opposing the reform" */
    bool present = (past || held || in_present(&b->r, c->head)) && b->r.doc->sentences.rows[t->sentence].zone != DL_ZONE_HEADLINE;
    bool of_mind = c->event == DL_EVENT_SUPPORT || c->event == DL_EVENT_REJECT; /* unlike "backed down" */
    if (!present || !of_mind || !dl_lemma_among(&b->r, c->head, "support oppose favor favour back")) return false;
    bool by_person = false;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &b->r.doc->parties.rows[c->first_party + i];
        by_person = by_person || (party->role == DL_ROLE_WHO && one_person(&b->r, &b->r.doc->mentions.rows[party->mention]));
    }
    for (uint32_t i = 0; i < c->party_count; i++) { /* "Germany opposes the plan" is a stand that a state takes */
        const dl_party *party = &b->r.doc->parties.rows[c->first_party + i];
        bool person = one_person(&b->r, &b->r.doc->mentions.rows[party->mention]);
        if (party->role == DL_ROLE_WHOM && by_person && only_described(b, c, party)) continue;
        if ((past || held) && party->actor.size && !dl_actor_is_of(party->actor, "PTY CVL")) return false;
        if (party->role == DL_ROLE_WHOM || (party->actor.size >= 3 && !person && !dl_actor_is_of(party->actor, "PTY CVL OPP"))) return false;
    }
    return true;
}

/* "A man faces trial", "two remain in custody": how it stands with somebody, unlike "suspects face trial". */
static bool stands_so(const dl_reading *r, uint32_t verb) {
    uint32_t who = dl_lemma_among(r, verb, "face await remain") ? dl_child(r, verb, DL_DEP_NSUBJ) : 0;
    return who && (dl_at(r, who)->xpos != DL_XPOS_NNS || dl_child(r, who, DL_DEP_DET) || dl_child(r, who, DL_DEP_NUMMOD));
}

/* Told in the present tense as what is usual: "are held", "removes". */
static bool usual(const dl_reading *r, uint32_t verb, const dl_status_reading *status) {
    if (stands_so(r, verb)) return false;
    uint32_t be = dl_child(r, verb, DL_DEP_AUX_PASS);
    bool headline = r->doc->sentences.rows[dl_at(r, verb)->sentence].zone == DL_ZONE_HEADLINE;
    if (dl_bytes_is(dl_bytes_of(status->rule), "status-present")) return true;
    return !headline && be && (dl_at(r, be)->xpos == DL_XPOS_VBZ || dl_at(r, be)->xpos == DL_XPOS_VBP) && dl_child(r, verb, DL_DEP_AUX) == be;
}

#define LAWS "law constitution code rule guideline policy statute charter tradition doctrine article convention"

/* "Under the constitution the House impeaches officials" */
static bool under_law(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_base_of(r, c) == DL_DEP_OBL && dl_child_lemma(r, c, DL_DEP_CASE, "under by per") && dl_lemma_among(r, c, LAWS)) return true;
    return false;
}

/* "The law forbids", "the constitution demands": what stands written of all, unless it is told as something that was done. */
static bool by_law(const dl_reading *r, const dl_claim *c) {
    uint32_t verb = dl_at(r, c->head)->upos == DL_UPOS_VERB ? c->head : dl_at(r, c->head)->head;
    for (uint32_t t = c->head, steps = 0; t && steps < 7;
         t = dl_at(r, t)->head, steps++) { /* "the law provides that it be given under threat of torture" */
        uint32_t saying = dl_base_of(r, t) == DL_DEP_CCOMP ? dl_at(r, t)->head : 0, act = saying ? dl_child(r, saying, DL_DEP_NSUBJ) : 0;
        if (act && in_present(r, saying) && dl_lemma_among(r, act, LAWS) && dl_lemma_among(r, saying, "provide say state require specify stipulate"))
            return true;
        uint32_t by = dl_child(r, t, DL_DEP_OBL_AGENT); /* "the majority required by the constitution to remove him" */
        if (by && t != c->head && dl_lemma_among(r, by, LAWS) && dl_lemma_among(r, t, "require need demand prescribe")) return true;
    }
    if (!verb || dl_at(r, verb)->upos != DL_UPOS_VERB || !in_present(r, verb)) return false;
    uint32_t law = dl_child(r, verb, DL_DEP_NSUBJ);
    if (law && dl_relative_pronoun(r, law) && dl_antecedent(r, verb)) law = dl_antecedent(r, verb); /* "laws that prohibit violence" */
    return (law && dl_lemma_among(r, law, LAWS)) || under_law(r, verb);
}

/* "Two witnesses are needed to convict", "it is common for governments to suspend it", "a policy of not charging presidents", "the process by which
 * they can be removed": what is needed, usual or allowed. */
static bool by_rule(const dl_reading *r, const dl_claim *c) {
    uint32_t above = dl_at(r, c->head)->head;
    dl_deprel base = dl_base_of(r, c->head);
    if (!above || dl_at(r, c->head)->upos != DL_UPOS_VERB) return false;
    if (base == DL_DEP_ACL && dl_has_case(r, above, DL_LIT("for"))) above = dl_at(r, above)->head; /* "common for governments | to suspend it" */
    if (!above) return false;
    bool infinitive = dl_child_lemma(r, c->head, DL_DEP_MARK, "to from") && (base != DL_DEP_ACL || dl_at(r, above)->upos == DL_UPOS_ADJ);
    uint32_t be = dl_child(r, above, DL_DEP_AUX_PASS), is = dl_child(r, above, DL_DEP_COP);
    bool needed = be && in_present(r, be) && dl_lemma_among(r, above, "need require prohibit forbid allow permit") &&
                  !dl_child_lemma(r, above, DL_DEP_ADVMOD, "now");
    bool usual =
        is && in_present(r, is) && dl_lemma_among(r, above, "common commonplace uncommon usual unusual customary normal rare legal illegal unlawful");
    if (infinitive && (needed || usual)) return true;
    bool fond = in_present(r, above) && dl_lemma_among(r, above, "like love enjoy hate tend"); /* "likes dropping bombs on people" */
    bool gerund = dl_at(r, c->head)->xpos == DL_XPOS_VBG && base != DL_DEP_ACL && !dl_child(r, c->head, DL_DEP_MARK);
    if (fond && (base == DL_DEP_XCOMP || base == DL_DEP_CCOMP || base == DL_DEP_OBJ || gerund)) return true;
    bool body = base == DL_DEP_ADVCL && dl_child_lemma(r, c->head, DL_DEP_MARK, "to") && dl_lemma_among(r, above, "found co-found");
    if (body) return true; /* "founded a party to oppose the rule" */
    bool judged = dl_child(r, above, DL_DEP_COP) && dl_child_lemma(r, above, DL_DEP_AMOD, "good best right wrong ideal");
    if (judged && base == DL_DEP_ACL && dl_child_lemma(r, c->head, DL_DEP_MARK, "to")) return true; /* "is the best man to lead it" */
    bool precedent = dl_lemma_among(r, above, "precedent") && base == DL_DEP_ACL; /* "there is precedent for presidents mediating" */
    if (precedent) return true;
    if (!dl_lemma_among(r, above, "policy practice process procedure custom tradition")) return false;
    bool which = dl_is_relative(r, c->head) && !dl_is_told((uint8_t)c->status);
    return which || (!dl_lemma_among(r, above, "process procedure") && base == DL_DEP_ACL && dl_child_lemma(r, c->head, DL_DEP_MARK, "of") &&
                     dl_at(r, c->head)->xpos == DL_XPOS_VBG);
}

/* "Two thirds of the senators must convict": how many it takes. */
static bool by_quorum(const dl_reading *r, const dl_claim *c, dl_claim_status status) {
    if (dl_is_told((uint8_t)status)) return false;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[c->first_party + i];
        if (party->role == DL_ROLE_WHO &&
            dl_lemma_among(r, r->doc->mentions.rows[party->mention].head, "third thirds two-thirds quarter half majority"))
            return true;
    }
    return false;
}

/* "A unit tasked with investigating crimes": what it is for. */
static bool task(const dl_reading *r, const dl_claim *c) {
    uint32_t tasked = dl_at(r, c->head)->head, object = dl_child(r, c->head, DL_DEP_OBJ);
    bool with = tasked && dl_child_lemma(r, c->head, DL_DEP_MARK, "with") && dl_lemma_among(r, tasked, "task entrust");
    return with && dl_at(r, tasked)->deprel == DL_DEP_ACL && object && !dl_child(r, object, DL_DEP_DET) && !r->mention_at[object];
}

/* "A reward for information leading to the arrest of Lopez", "a warrant for his arrest": what may come of what somebody knows or orders. */
static bool of_reward(const dl_reading *r, const dl_claim *c) {
    uint32_t noun = c->head, above = dl_at(r, noun)->head;
    if (dl_base_of(r, noun) == DL_DEP_CONJ) noun = above, above = dl_at(r, noun)->head; /* "the arrest and | conviction of" */
    if (dl_at(r, noun)->upos == DL_UPOS_NOUN && dl_lemma_is(r, above, "warrant") && dl_has_case(r, noun, DL_LIT("for"))) return true;
    bool leading = dl_at(r, noun)->upos == DL_UPOS_NOUN && dl_lemma_is(r, above, "lead") && dl_base_of(r, above) == DL_DEP_ACL;
    return leading && dl_lemma_among(r, dl_at(r, above)->head, "information tip evidence clue detail");
}

/* "Those who were | responsible for the bombings": somebody, whoever it was, of whom nobody says it. */
static bool describes_unknown(const dl_reading *r, const dl_claim *c) {
    if (c->event != DL_EVENT_ACCUSE || dl_at(r, c->head)->upos != DL_UPOS_ADJ) return false;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[c->first_party + i];
        if (party->role <= DL_ROLE_WHOM && !dl_lemma_among(r, r->doc->mentions.rows[party->mention].head, "that those anyone whoever")) return false;
    }
    return c->party_count > 0;
}

/* "Iraq said Washington | would break the law": what another would do is no threat of who says it; what he would face, or be done to him, is. */
static bool threat_of_another(const dl_build *b, const dl_claim *c) {
    const dl_reading *r = &b->r;
    uint32_t said = c->event == DL_EVENT_THREATEN ? dl_child(r, c->head, DL_DEP_CCOMP) : 0, doer = said ? dl_child(r, said, DL_DEP_NSUBJ) : 0;
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[doer]];
    if (!doer || !r->mention_at[doer] || !dl_actor_country(m->actor).size) return false;
    if (dl_is_passive(r, said) || dl_lemma_among(r, said, "face suffer pay regret risk")) return false;
    bool who = false;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[c->first_party + i];
        if (party->role != DL_ROLE_WHO || !dl_actor_country(party->actor).size) continue;
        if (!memcmp(party->actor.data, m->actor.data, 3)) return false;
        who = true;
    }
    return who;
}

/* "It is prohibited to turn right", "anyone with information is urged to call": a rule for everybody. */
static bool for_everybody(const dl_reading *r, const dl_claim *c) {
    uint32_t be = dl_child(r, c->head, DL_DEP_AUX_PASS), subject = dl_child(r, c->head, DL_DEP_NSUBJ);
    if (!be || !in_present(r, be)) return false;
    if (c->event == DL_EVENT_REQUEST && subject && dl_lemma_among(r, subject, "anyone anybody everyone everybody")) return true;
    bool creed = subject && dl_lemma_among(r, c->head, "prohibit forbid") && dl_at(r, subject)->xpos != DL_XPOS_NN &&
                 !dl_child(r, subject, DL_DEP_DET) && !dl_child(r, c->head, DL_DEP_OBL_AGENT) &&
                 !dl_is_placed(r, c->head); /* "Jews are forbidden to kill" */
    if (creed) return true;
    bool it = dl_child_lemma(r, c->head, DL_DEP_EXPL, "it") || (subject && dl_lemma_is(r, subject, "it"));
    return it && !c->party_count && dl_bytes_is(c->mode, "restrict");
}

/* "Nobody can force me", "I never threaten anybody": said of everyone. */
static bool of_everyone(const dl_reading *r, const dl_claim *c) {
    uint32_t verb = dl_at(r, c->head)->upos == DL_UPOS_VERB ? c->head : dl_at(r, c->head)->head;
    uint32_t subject = verb ? dl_child(r, verb, DL_DEP_NSUBJ) : 0, object = verb ? dl_child(r, verb, DL_DEP_OBJ) : 0;
    if (c->status != DL_CLAIM_NOT || !subject) return false;
    if (dl_lemma_among(r, subject, "nobody none one") && dl_child_lemma(r, verb, DL_DEP_AUX, "can could")) return true;
    return object && in_present(r, verb) && dl_lemma_among(r, object, "anybody anyone anything");
}

/* "Condemns any form of violence" */
static bool of_any_kind(const dl_reading *r, const dl_claim *c) {
    uint32_t object = dl_child(r, c->head, DL_DEP_OBJ);
    bool said = c->event == DL_EVENT_ACCUSE || c->event == DL_EVENT_REJECT || c->event == DL_EVENT_SUPPORT;
    if (c->event == DL_EVENT_ACCUSE && object && dl_child_lemma(r, object, DL_DEP_DET, "any")) return true; /* "criticises any government" */
    return said && object && dl_child_lemma(r, object, DL_DEP_DET, "any all every") && dl_lemma_among(r, object, "form kind type sort act") &&
           !dl_claim_has(r->doc, c, DL_ROLE_WHOM);
}

/* "Refugees", "crimes": a bare plural. */
static bool bare_plural(const dl_reading *r, uint32_t noun) {
    bool plural = dl_at(r, noun)->xpos == DL_XPOS_NNS;
    return plural && !dl_child(r, noun, DL_DEP_DET) && !dl_child(r, noun, DL_DEP_NUMMOD) && !dl_child(r, noun, DL_DEP_NMOD_POSS);
}

/* "The fund provides food to refugees", "a unit that investigates crimes": the work of a body, on whoever comes. */
static bool work(const dl_reading *r, const dl_claim *c, const dl_status_reading *status) {
    bool help = c->event == DL_EVENT_AID, inquiry = dl_bytes_is(c->mode, "investigate"), any = false;
    bool present =
        dl_bytes_is(dl_bytes_of(status->rule), "status-present") || (inquiry && in_present(r, c->head) && dl_is_told((uint8_t)status->status));
    bool headline = r->doc->sentences.rows[c->sentence].zone == DL_ZONE_HEADLINE;
    if ((!help && !inquiry) || !present || headline || dl_at(r, c->head)->upos != DL_UPOS_VERB || dl_is_placed(r, c->head)) return false;
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &r->doc->parties.rows[c->first_party + i];
        if (party->role != DL_ROLE_WHOM) continue;
        bool kind = party->actor.size <= 3 || dl_is_relative(r, c->head); /* not "it trains Iraqi pilots" */
        if (!kind || !bare_plural(r, r->doc->mentions.rows[party->mention].head)) return false;
        any = true;
    }
    uint32_t object = dl_child(r, c->head, DL_DEP_OBJ);
    return any || (inquiry && object && bare_plural(r, object));
}

/* "Must report any allegations": such as there may be, and of nobody. */
static bool any_there_is(const dl_claim *c, const dl_status_reading *status) {
    return dl_bytes_is(dl_bytes_of(status->rule), "status-any") && !c->party_count;
}

/* "People who have been accused of crimes", "anyone arrested": everyone of whom that may come to hold. */
static bool of_whoever(const dl_reading *r, const dl_claim *c) {
    bool also = dl_base_of(r, c->head) == DL_DEP_CONJ && dl_at(r, c->head)->xpos == DL_XPOS_VBG; /* "people living in or | visiting the islands" */
    uint32_t first = also ? dl_at(r, c->head)->head : c->head;
    uint32_t whoever = first && dl_base_of(r, first) == DL_DEP_ACL ? dl_at(r, first)->head : 0;
    if (!whoever || c->event == DL_EVENT_ASSAULT || dl_child(r, whoever, DL_DEP_NUMMOD) || dl_child(r, whoever, DL_DEP_AMOD)) return false;
    if (dl_lemma_among(r, whoever, "anyone anybody everyone everybody whoever")) return true;
    return dl_lemma_among(r, whoever, "people person those individual citizen") && !dl_child(r, whoever, DL_DEP_DET) &&
           !dl_child(r, c->head, DL_DEP_OBL_AGENT);
}

/* "Those who remain silent when a mosque is attacked": what whoever does that may come upon. */
static bool among_whoever(const dl_reading *r, const dl_claim *c) {
    for (uint32_t t = c->head, steps = 0; t && steps < 5; t = dl_at(r, t)->head, steps++) {
        bool who = dl_is_relative(r, t) && in_present(r, t);
        if (who && dl_lemma_among(r, dl_at(r, t)->head, "that those anyone anybody everyone everybody whoever")) return true;
    }
    return false;
}

/* "Torture is never acceptable", "looting leads to violence": said of all that there is of it. */
static bool of_all(const dl_reading *r, const dl_claim *c) {
    uint32_t verb = dl_at(r, c->head)->head, cop = verb ? dl_child(r, verb, DL_DEP_COP) : 0;
    bool noun = dl_at(r, c->head)->upos == DL_UPOS_NOUN && dl_at(r, c->head)->xpos != DL_XPOS_NNS && dl_base_of(r, c->head) == DL_DEP_NSUBJ;
    if (!noun || c->party_count || r->doc->sentences.rows[c->sentence].zone == DL_ZONE_HEADLINE || dl_is_placed(r, verb)) return false;
    for (uint32_t k = r->child[c->head], seen = 0; k && seen < DL_CHILDREN; k = r->sibling[k], seen++)
        if (dl_at(r, k)->upos != DL_UPOS_PUNCT) return false;
    return cop ? in_present(r, cop) : in_present(r, verb);
}

/* "Holds positions including recognition of the state": what somebody stands for. */
static bool of_platform(const dl_reading *r, const dl_claim *c) {
    uint32_t above = dl_at(r, c->head)->head, opener = dl_child(r, c->head, DL_DEP_CASE);
    for (uint32_t steps = 0; above && steps < 4 && dl_at(r, above)->upos != DL_UPOS_VERB; above = dl_at(r, above)->head, steps++)
        if (dl_lemma_among(r, above, "position stance platform view belief agenda ideology")) return opener || dl_base_of(r, c->head) == DL_DEP_CONJ;
    return false;
}

/* "Felt that traffickers should be punished": what ought to be, in the opinion of one who asks nobody for it. */
static bool of_opinion(const dl_reading *r, const dl_claim *c) {
    uint32_t mind = dl_base_of(r, c->head) == DL_DEP_CCOMP ? dl_at(r, c->head)->head : 0;
    bool ought = dl_child_lemma(r, c->head, DL_DEP_AUX, "should ought must");
    return mind && ought && dl_lemma_among(r, mind, "feel think believe hope wish");
}

static bool rule_or_habit(const dl_build *b, const dl_claim *c, const dl_status_reading *status) {
    bool always = dl_child_lemma(&b->r, c->head, DL_DEP_ADVMOD, "historically traditionally typically commonly generally usually");
    if (always && !dl_is_placed(&b->r, c->head) && !dl_anyone_named(b->r.doc, c)) return true;
    if (!c->party_count || (!always && !usual(&b->r, c->head, status)) || dl_is_placed(&b->r, c->head))
        return false; /* "often attack buses in Mali" */
    for (uint32_t i = 0; i < c->party_count; i++) {
        const dl_party *party = &b->r.doc->parties.rows[c->first_party + i];
        if (party->role <= DL_ROLE_WHOM && !of_a_kind(&b->r, party)) return false;
    }
    return true;
}

bool dl_claim_is_habit(const dl_build *b, const dl_claim *c, const dl_status_reading *status) {
    return only_called(b, c) || attitude(b, c) || rule_or_habit(b, c, status) || by_law(&b->r, c) || by_rule(&b->r, c) || of_everyone(&b->r, c) ||
           of_any_kind(&b->r, c) || of_whoever(&b->r, c) || among_whoever(&b->r, c) || of_all(&b->r, c) || of_platform(&b->r, c) ||
           of_opinion(&b->r, c) || for_everybody(&b->r, c) || of_reward(&b->r, c) || describes_unknown(&b->r, c) || threat_of_another(b, c) ||
           any_there_is(c, status) || by_quorum(&b->r, c, status->status) || task(&b->r, c) || work(&b->r, c, status);
}
