/* Edges of a tree that fill roles: the noun behind a relative pronoun, the phrase behind a preposition, the doer behind a passive. */
#include "event/edges.h"

#include "event/meant.h"

bool dl_relative_pronoun(const dl_reading *r, uint32_t token) {
    unsigned xpos = dl_at(r, token)->xpos;
    return xpos == DL_XPOS_WDT || xpos == DL_XPOS_WP || (xpos == DL_XPOS_IN && dl_lemma_is(r, token, "that"));
}

/* "It was rebels, not the army, | who shelled it", with the clause hung on the army: those of whom it is not denied. */
static uint32_t not_denied(const dl_reading *r, uint32_t noun) {
    dl_deprel base = dl_base_of(r, noun);
    bool beside = base == DL_DEP_APPOS || base == DL_DEP_CONJ;
    bool denied =
        beside && dl_at(r, noun)->head < noun && (dl_child_lemma(r, noun, DL_DEP_ADVMOD, "not") || dl_child_lemma(r, noun, DL_DEP_CC, "not"));
    return denied ? dl_at(r, noun)->head : noun;
}

/* The named person whose name ends at a word; 0 where none does. */
static uint32_t person_before(const dl_reading *r, uint32_t word) {
    uint32_t head = dl_base_of(r, word) == DL_DEP_FLAT ? dl_at(r, word)->head : word;
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[head]];
    return r->mention_at[head] && m->kind == DL_NAME_PERSON && m->named ? head : 0;
}

/* "Lopez, an envoy of the office of the council | who had seen it", "a group led by Lopez, | who was jailed": of the noun that it is hung on and
 * those above, and the name in front, "who" means one that is somebody. */
static uint32_t somebody(const dl_reading *r, uint32_t noun, uint32_t verb) {
    uint32_t who = dl_child_lemma(r, verb, DL_DEP_NSUBJ, "who"), name = who > 2 && dl_lemma_is(r, who - 1, ",") ? person_before(r, who - 2) : 0;
    if (!who) return noun;
    const dl_mention *body = &r->doc->mentions.rows[r->mention_at[noun]];
    bool one = body->kind != DL_NAME_PERSON && !body->plural && (dl_at(r, noun)->xpos == DL_XPOS_NN || dl_at(r, noun)->xpos == DL_XPOS_NNP);
    if (one && name > noun) return name;
    for (uint32_t t = noun, steps = 0; t && steps < 4; t = dl_at(r, t)->head, steps++) {
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[t]];
        dl_deprel base = dl_base_of(r, t);
        if (!r->mention_at[t] || m->kind == DL_NAME_PERSON || m->kind == DL_NAME_GROUP) return r->mention_at[t] ? t : noun;
        if (base != DL_DEP_NMOD && base != DL_DEP_APPOS) return noun;
    }
    return noun;
}

/* "Supporters of the League, | which is banned": no people are "which", so it is the body or land of theirs that is named right in front. */
static uint32_t thing(const dl_reading *r, uint32_t noun, uint32_t verb) {
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[noun]];
    uint32_t which = dl_child_lemma(r, verb, DL_DEP_NSUBJ, "which");
    if (!which) which = dl_child_lemma(r, verb, DL_DEP_OBJ, "which");
    if (!r->mention_at[noun] || which < noun + 3 || (m->kind != DL_NAME_PERSON && m->kind != DL_NAME_GROUP)) return noun;
    uint32_t body = dl_lemma_is(r, which - 1, ",") ? which - 2 : which - 1;
    for (uint32_t steps = 0; steps < 4 && body > noun && dl_at(r, body)->head != noun; steps++) body = dl_at(r, body)->head;
    if (body <= noun || dl_base_of(r, body) != DL_DEP_NMOD || !r->mention_at[body]) return noun;
    const dl_mention *of = &r->doc->mentions.rows[r->mention_at[body]];
    return of->actor.size && of->kind != DL_NAME_PERSON && !of->plural ? body : noun;
}

/* "They were summoned by the president, | who thanked them", with the clause hung on the verb: the somebody that "who" follows. */
static uint32_t just_before(const dl_reading *r, uint32_t verb) {
    uint32_t who = dl_at(r, verb)->deprel == DL_DEP_ADVCL_RELCL ? dl_child_lemma(r, verb, DL_DEP_NSUBJ, "who") : 0;
    uint32_t noun = who > 2 && dl_lemma_is(r, who - 1, ",") ? who - 2 : 0;
    if (!noun || !r->mention_at[noun]) return 0;
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[noun]];
    return m->kind == DL_NAME_PERSON || m->kind == DL_NAME_GROUP ? m->head : 0;
}

/* "He was among the senators | who voted against it", "she is one of the envoys who": who is said to be one of them, where it is known who that is.
 */
static uint32_t one_among(const dl_reading *r, uint32_t noun) {
    uint32_t one = dl_child_lemma(r, noun, DL_DEP_CASE, "among") ? noun : dl_has_case(r, noun, DL_LIT("of")) ? dl_at(r, noun)->head : 0;
    if (!one || (one != noun && !dl_lemma_is(r, one, "one")) || !dl_child(r, one, DL_DEP_COP)) return noun;
    uint32_t who = dl_child(r, one, DL_DEP_NSUBJ);
    return who && r->doc->mentions.rows[r->mention_at[who]].actor.size ? who : noun;
}

/* The noun that a relative clause modifies, seen from a verb of that clause. */
uint32_t dl_antecedent(const dl_reading *r, uint32_t verb) {
    for (uint32_t t = verb, steps = 0; t && steps < DL_CLIMB; t = dl_at(r, t)->head, steps++) {
        dl_deprel relation = dl_at(r, t)->deprel;
        if (dl_is_relative(r, t))
            return r->raised_to[t] ? r->raised_to[t] : one_among(r, thing(r, somebody(r, not_denied(r, dl_at(r, t)->head), t), t));
        if (relation != DL_DEP_CONJ && relation != DL_DEP_XCOMP && relation != DL_DEP_CCOMP) return just_before(r, t);
    }
    return 0;
}

/* "A dozen nuns came to the square, four | of whom were hurt": those of whom the bare number is a part, the last told of; or 0. */
static uint32_t whole_before(const dl_reading *r, uint32_t part) {
    uint32_t whom = dl_child(r, part, DL_DEP_NMOD), first = r->doc->sentences.rows[dl_at(r, part)->sentence].first_token;
    if (!whom || r->mention_at[part] || dl_at(r, whom)->xpos != DL_XPOS_WP || !dl_has_case(r, whom, DL_LIT("of"))) return 0;
    for (uint32_t t = part; t-- > first;) {
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[t]];
        if (r->mention_at[t] && m->kind == DL_NAME_GROUP && m->plural) return t;
    }
    return 0;
}

void dl_add_or_antecedent(const dl_reading *r, dl_heads *heads, uint32_t verb, uint32_t token) {
    if (!token) return;
    uint32_t called = dl_called_what(r, token), noun = called                          ? called
                                                       : dl_relative_pronoun(r, token) ? dl_antecedent(r, verb)
                                                                                       : whole_before(r, token);
    dl_heads_add_all(r, heads, noun ? noun : token);
}

#define PHRASES (DL_RELATION_BIT(DL_DEP_OBL) | DL_RELATION_BIT(DL_DEP_NMOD) | DL_RELATION_BIT(DL_DEP_ADVCL) | DL_RELATION_BIT(DL_DEP_ACL))

/* The phrase opened by a preposition among the dependents of a token. */
/* "Exchanged prisoners with Qatar | as go-between": who stands between two is neither's other side. */
static bool goes_between(const dl_reading *r, uint32_t noun) {
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[noun]];
    uint32_t as = r->mention_at[noun] ? dl_token_at(r->doc, m->span.end - 1) + 1 : noun + 1, next = as + 1;
    if (next + 1 >= r->doc->tokens.count || !dl_lemma_is(r, as, "as")) return false;
    if (dl_lemma_among(r, next, "a an the")) next++;
    return dl_lemma_among(r, next, "mediator go-between broker intermediary facilitator guarantor") ||
           (dl_lemma_is(r, next, "go") && dl_lemma_is(r, next + 1, "-"));
}

uint32_t dl_phrase_of(const dl_reading *r, uint32_t token, dl_bytes preposition) {
    uint32_t seen = 0;
    if (!dl_has_relation(r, token, PHRASES)) return 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        if (r->time_at[c] && dl_bytes_is(preposition, "on")) continue; /* "a strike on Monday" */
        if (dl_bytes_is(preposition, "with") && goes_between(r, c)) continue;
        if ((base == DL_DEP_OBL || base == DL_DEP_NMOD || base == DL_DEP_ADVCL || base == DL_DEP_ACL) && dl_has_case(r, c, preposition)) return c;
        if (base == DL_DEP_ADVCL || base == DL_DEP_ACL) {
            uint32_t mark = dl_child(r, c, DL_DEP_MARK); /* "accused of firing", but not the "to" of an infinitive */
            if (mark && dl_at(r, mark)->xpos != DL_XPOS_TO && dl_bytes_equal(dl_at(r, mark)->lemma, preposition)) return c;
        }
    }
    return 0;
}

/* "was shot in the early morning | by a prisoner", "met for two hours with Kim": the phrase, hung on when or where it was. */
uint32_t dl_on_circumstance(const dl_reading *r, uint32_t verb, dl_bytes preposition) {
    uint32_t seen = 0, found = 0;
    for (uint32_t c = r->child[verb]; !found && c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        if (c < verb || dl_base_of(r, c) != DL_DEP_OBL) continue;
        bool timed = dl_lemma_among(r, c, "minute hour day week month phone telephone");
        bool by_whom = dl_bytes_is(preposition, "by") && dl_child_lemma(r, c, DL_DEP_CASE, "to into in at"); /* "invited to talks | by him" */
        bool circumstance = r->time_at[c] || r->place_at[c] || timed || by_whom;
        uint32_t phrase = circumstance ? dl_phrase_of(r, c, preposition) : 0;
        uint32_t where = dl_child(r, c, DL_DEP_NMOD); /* "in court in Newark | by the state" */
        if (!phrase && where && r->place_at[where]) phrase = dl_phrase_of(r, where, preposition);
        if (phrase && r->mention_at[phrase]) found = phrase;
    }
    return found;
}

/* Not "was killed | to stop a visit by the king". */
static bool told_to(const dl_reading *r, uint32_t verb) {
    return dl_lemma_among(r, verb,
                          "order tell ask urge advise warn instruct direct compel force oblige require request beg implore dare challenge "
                          "enjoin condemn sentence allow permit persuade convince encourage invite help press pressure prompt try hire "
                          "authorise authorize train pay");
}

/* "Was ordered to leave | by the court", "was barred from speaking by the junta": the clause of a passive, whose verb is active and so has no doer
 * behind "by" but somebody who ordered, barred; on the clause's own verb or on what is below it. */
static uint32_t behind_clause(const dl_reading *r, uint32_t verb, uint32_t depth) {
    uint32_t seen = 0, found = 0;
    for (uint32_t c = r->child[verb]; !found && depth && c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        bool active = (dl_at(r, c)->xpos == DL_XPOS_VB || dl_at(r, c)->xpos == DL_XPOS_VBG) && !dl_child(r, c, DL_DEP_AUX_PASS);
        bool clause = (base == DL_DEP_XCOMP || base == DL_DEP_ADVCL) && dl_child_lemma(r, c, DL_DEP_MARK, "from against with into");
        if (c < verb || !active) continue;
        clause = clause || (base == DL_DEP_XCOMP && dl_child_lemma(r, c, DL_DEP_MARK, "to") && told_to(r, verb));
        if (!clause) continue;
        uint32_t by = dl_phrase_of(r, c, DL_LIT("by"));
        if (!by) by = dl_on_circumstance(r, c, DL_LIT("by"));
        found = by && dl_is_somebody(r, by) && !r->time_at[by] ? by : behind_clause(r, c, depth - 1);
    }
    return found;
}

/* "Was criticised for the delay | by lawmakers", "was outed as a spy by the paper", with the delay as theirs: behind a noun that names nothing that
 * somebody does or writes. */
static uint32_t behind_noun(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        if (c < verb || dl_base_of(r, c) != DL_DEP_OBL || dl_at(r, c)->upos == DL_UPOS_PRON) continue;
        uint32_t by = dl_phrase_of(r, c, DL_LIT("by"));
        if (!by || !dl_is_somebody(r, by) || r->time_at[by]) continue;
        dl_know_hit hit;
        bool deed = dl_know_look_up_word(r->know, r->nouns.table, dl_at(r, c)->stem, &hit, 1) || dl_bytes_finish(dl_at(r, c)->lemma, "ing") ||
                    dl_bytes_finish(dl_at(r, c)->lemma, "ion") || dl_bytes_finish(dl_at(r, c)->lemma, "ment") ||
                    dl_lemma_among(r, c,
                                   "book report article statement speech letter song film plan move remark comment policy failure mistake error "
                                   "use handling effort abuse crime work play novel story paper study poll survey order ruling name");
        if (dl_has_case(r, c, DL_LIT("as")) || !deed) return by;
    }
    return 0;
}

uint32_t dl_own_agent(const dl_reading *r, uint32_t verb) {
    uint32_t by = dl_child(r, verb, DL_DEP_OBL_AGENT);
    if (!by) by = dl_phrase_of(r, verb, DL_LIT("by"));
    uint32_t bare = dl_child(r, verb, DL_DEP_XCOMP);
    if (!by && bare == verb + 1 && dl_at(r, bare)->xpos == DL_XPOS_VB) by = dl_phrase_of(r, bare, DL_LIT("by")); /* "was let | go by them" */
    uint32_t kept = by ? 0 : dl_child(r, verb, DL_DEP_AUX_PASS) ? dl_child(r, verb, DL_DEP_OBJ) : 0;
    if (kept) by = dl_phrase_of(r, kept, DL_LIT("by")); /* "were given access to the plant | by Mali", hung on what was given */
    if (kept && !by && dl_child(r, kept, DL_DEP_NMOD)) by = dl_phrase_of(r, dl_child(r, kept, DL_DEP_NMOD), DL_LIT("by"));
    bool passive = dl_child(r, verb, DL_DEP_AUX_PASS) || (dl_at(r, verb)->xpos == DL_XPOS_VBN && dl_at(r, verb)->deprel == DL_DEP_ACL);
    if (!by && passive) by = dl_on_circumstance(r, verb, DL_LIT("by"));
    if (!by && passive) by = behind_clause(r, verb, 2);
    return by || !passive ? by : behind_noun(r, verb);
}

/* "Shot | on the orders of a general", "at the behest of Russia": who had it done; or 0. */
static uint32_t by_order(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0;
    if (!dl_child(r, verb, DL_DEP_AUX_PASS)) return 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        if (dl_base_of(r, c) != DL_DEP_OBL || !dl_lemma_among(r, c, "order instruction behest command direction decree")) continue;
        if (!dl_child_lemma(r, c, DL_DEP_CASE, "on under at upon by")) continue;
        uint32_t whose = dl_phrase_of(r, c, DL_LIT("of"));
        if (!whose) whose = dl_phrase_of(r, c, DL_LIT("from"));
        if (!whose) whose = dl_phrase_of(r, c, DL_LIT("by"));
        if (!whose) whose = dl_child(r, c, DL_DEP_NMOD_POSS);
        if (whose && dl_is_somebody(r, whose)) return whose;
    }
    return 0;
}

/* "Was | abducted, beaten and killed by gunmen": who did the last of several things that were done to someone did all of them. */
uint32_t dl_doer_behind(const dl_reading *r, uint32_t verb) {
    uint32_t by = dl_own_agent(r, verb), first = dl_at(r, verb)->deprel == DL_DEP_CONJ ? dl_at(r, verb)->head : verb, seen = 0, last = 0;
    for (uint32_t c = r->child[first]; !by && c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool own_clause = dl_child(r, c, DL_DEP_NSUBJ) || dl_child(r, c, DL_DEP_OBJ) || dl_child(r, c, DL_DEP_AUX_PASS) || dl_child(r, c, DL_DEP_AUX);
        if (c > verb && dl_at(r, c)->deprel == DL_DEP_CONJ && dl_at(r, c)->xpos == DL_XPOS_VBN && !own_clause) last = c;
    }
    if (!last) return by ? by : by_order(r, verb);
    uint32_t agent = dl_own_agent(r, last), presumed = dl_child(r, last, DL_DEP_ADVCL); /* "kidnapped and presumed killed by rebels" */
    if (!presumed) presumed = dl_child(r, last, DL_DEP_XCOMP);
    return agent || !presumed ? agent : dl_own_agent(r, presumed);
}
