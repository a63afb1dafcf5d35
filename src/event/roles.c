#include "event/roles.h"

#include "event/blamed.h"
#include "event/lexicon.h"
#include "know/fired.h"

#define CLASHES "clash fighting battle firefight skirmish gunfight encounter combat"

enum { NEAR = 64 }; /* words that are looked at for the nearest actor */

static bool is_verb(const dl_reading *r, uint32_t token) {
    return dl_at(r, token)->upos == DL_UPOS_VERB || dl_at(r, token)->upos == DL_UPOS_AUX;
}

static bool relative_pronoun(const dl_reading *r, uint32_t token) {
    unsigned xpos = dl_at(r, token)->xpos;
    return xpos == DL_XPOS_WDT || xpos == DL_XPOS_WP || (xpos == DL_XPOS_IN && dl_lemma_is(r, token, "that"));
}

/* "Lopez, an envoy of the office of the council | who had seen it": of the noun that it is hung on and those above, "who" means one that is somebody. */
static uint32_t somebody(const dl_reading *r, uint32_t noun, uint32_t verb) {
    if (!dl_child_lemma(r, verb, DL_DEP_NSUBJ, "who")) return noun;
    for (uint32_t t = noun, steps = 0; t && steps < 4; t = dl_at(r, t)->head, steps++) {
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[t]];
        dl_deprel base = dl_base_of(r, t);
        if (!r->mention_at[t] || m->kind == DL_NAME_PERSON || m->kind == DL_NAME_GROUP) return r->mention_at[t] ? t : noun;
        if (base != DL_DEP_NMOD && base != DL_DEP_APPOS) return noun;
    }
    return noun;
}

/* The noun that a relative clause modifies, seen from a verb of that clause. */
static uint32_t antecedent(const dl_reading *r, uint32_t verb) {
    for (uint32_t t = verb, steps = 0; t && steps < DL_CLIMB; t = dl_at(r, t)->head, steps++) {
        dl_deprel relation = dl_at(r, t)->deprel;
        if (relation == DL_DEP_ACL_RELCL) return somebody(r, dl_at(r, t)->head, t);
        if (relation != DL_DEP_CONJ && relation != DL_DEP_XCOMP && relation != DL_DEP_CCOMP) return 0;
    }
    return 0;
}

static void add_or_antecedent(const dl_reading *r, dl_heads *heads, uint32_t verb, uint32_t token) {
    if (!token) return;
    uint32_t noun = relative_pronoun(r, token) ? antecedent(r, verb) : 0;
    dl_heads_add_all(r, heads, noun ? noun : token);
}

/* The phrase opened by a preposition among the dependents of a token. */
static uint32_t phrase_of(const dl_reading *r, uint32_t token, dl_bytes preposition) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        if (r->time_at[c] && dl_bytes_is(preposition, "on")) continue; /* "a strike on Monday" */
        if ((base == DL_DEP_OBL || base == DL_DEP_NMOD || base == DL_DEP_ADVCL || base == DL_DEP_ACL) && dl_has_case(r, c, preposition)) return c;
        if (base == DL_DEP_ADVCL || base == DL_DEP_ACL) {
            uint32_t mark = dl_child(r, c, DL_DEP_MARK); /* "accused of firing", but not the "to" of an infinitive */
            if (mark && dl_at(r, mark)->xpos != DL_XPOS_TO && dl_bytes_equal(dl_at(r, mark)->lemma, preposition)) return c;
        }
    }
    return 0;
}

/* "was shot in the early morning | by a prisoner", "met for two hours with Kim": the phrase, hung on when or where it was. */
static uint32_t on_circumstance(const dl_reading *r, uint32_t verb, dl_bytes preposition) {
    uint32_t seen = 0, found = 0;
    for (uint32_t c = r->child[verb]; !found && c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool timed = dl_lemma_among(r, c, "minute hour day week month phone telephone");
        bool circumstance = c > verb && dl_base_of(r, c) == DL_DEP_OBL && (r->time_at[c] || r->place_at[c] || timed);
        uint32_t phrase = circumstance ? phrase_of(r, c, preposition) : 0;
        if (phrase && r->mention_at[phrase]) found = phrase;
    }
    return found;
}

static uint32_t own_agent(const dl_reading *r, uint32_t verb) {
    uint32_t by = dl_child(r, verb, DL_DEP_OBL_AGENT);
    if (!by) by = phrase_of(r, verb, DL_LIT("by"));
    return by || !dl_child(r, verb, DL_DEP_AUX_PASS) ? by : on_circumstance(r, verb, DL_LIT("by"));
}

/* "Was | abducted, beaten and killed by gunmen": who did the last of several things that were done to someone did all of them. */
static uint32_t agent(const dl_reading *r, uint32_t verb) {
    uint32_t by = own_agent(r, verb), first = dl_at(r, verb)->deprel == DL_DEP_CONJ ? dl_at(r, verb)->head : verb, seen = 0, last = 0;
    for (uint32_t c = r->child[first]; !by && c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool own_clause = dl_child(r, c, DL_DEP_NSUBJ) || dl_child(r, c, DL_DEP_OBJ) || dl_child(r, c, DL_DEP_AUX_PASS) || dl_child(r, c, DL_DEP_AUX);
        if (c > verb && dl_at(r, c)->deprel == DL_DEP_CONJ && dl_at(r, c)->xpos == DL_XPOS_VBN && !own_clause) last = c;
    }
    return last ? own_agent(r, last) : by;
}

/* "called | on the rebels to surrender", "appealed to": whom an infinitive is asked of without being the object. */
static uint32_t asked(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0;
    if (!dl_lemma_among(r, verb, "call appeal plead prevail")) return 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_base_of(r, c) == DL_DEP_OBL && dl_child_lemma(r, c, DL_DEP_CASE, "on upon to with")) return c;
    return 0;
}

/* "accused | the rebels of killing", "fined the firm for polluting": the clause is about the object, not about who accuses. */
static uint32_t whose_doing(const dl_reading *r, uint32_t clause, uint32_t verb) {
    if (dl_child_lemma(r, clause, DL_DEP_MARK, "to")) {
        bool made_to =
            is_verb(r, verb) && dl_lemma_among(r, verb, "push pressure urge force ask tell order press persuade convince encourage compel");
        uint32_t object = made_to && !dl_is_passive(r, verb) ? dl_child(r, verb, DL_DEP_OBJ) : 0;
        return object ? object : asked(r, verb);
    }
    if (!dl_child_lemma(r, clause, DL_DEP_MARK, "of from for") || !is_verb(r, verb)) return 0;
    return dl_is_passive(r, verb) ? dl_child(r, verb, DL_DEP_NSUBJ) : dl_child(r, verb, DL_DEP_OBJ);
}

/* "criticised his refusal to talk, | accusing him of fear": behind a comma a participle goes on with the clause, not with its last noun. Returns the
 * verb of that clause, or 0. */
static uint32_t behind_comma(const dl_reading *r, uint32_t verb) {
    uint32_t above = dl_at(r, verb)->head;
    if (dl_at(r, verb)->xpos != DL_XPOS_VBG || !dl_lemma_is(r, verb - 1, ",")) return 0;
    for (uint32_t steps = 0; above && steps < 5 && !is_verb(r, above); steps++) {
        dl_deprel base = dl_base_of(r, above);
        if (base != DL_DEP_OBJ && base != DL_DEP_OBL && base != DL_DEP_NMOD) return 0;
        above = dl_at(r, above)->head;
    }
    return above;
}

/* "signed a letter | urging", "carrying placards | asking": who holds the thing says what stands in it. */
static bool said_in_writing(const dl_reading *r, uint32_t verb) {
    uint32_t thing = dl_at(r, verb)->head, above = dl_at(r, thing)->head;
    uint32_t opener = dl_child(r, verb, DL_DEP_MARK);
    bool bare = dl_at(r, verb)->xpos == DL_XPOS_VBG && (!opener || dl_lemma_among(r, opener, "on via")) && !r->mention_at[thing];
    bool weapon = dl_word_among(r, thing, DL_LIT("@weapon|@missile|@drone")); /* "fired rockets | targeting troops": they target */
    return bare && !weapon && above && is_verb(r, above) && dl_base_of(r, thing) == DL_DEP_OBJ;
}

/* "He reported that rebels killed a peasant and | burned a truck": a deed told behind what is reported is part of the report, though the parser hung
 * it on the verb of saying. Returns the verb of the report, or 0. */
static uint32_t told_in_report(const dl_reading *r, uint32_t verb, uint32_t saying) {
    uint32_t said = dl_child(r, saying, DL_DEP_CCOMP);
    bool behind = said && saying < said && said < verb && dl_child(r, said, DL_DEP_NSUBJ) && dl_at(r, said)->deprel != DL_DEP_PARATAXIS;
    bool alike = behind && dl_at(r, said)->xpos == dl_at(r, verb)->xpos;
    return alike && !dl_child(r, verb, DL_DEP_CCOMP) && dl_lemma_among(r, saying, "say report state add claim note indicate reveal disclose") ? said
                                                                                                                                              : 0;
}

/* "came to Lima | to protest", where the parse hung the infinitive on the place. */
static bool hung_on_place(const dl_reading *r, uint32_t verb) {
    uint32_t place = dl_at(r, verb)->head;
    return dl_child_lemma(r, verb, DL_DEP_MARK, "to") && r->place_at[place] && dl_child_lemma(r, place, DL_DEP_CASE, "in at from near to");
}

/* "wrote | on Twitter blaming Iran": who writes there blames, not the place of writing. */
static bool hung_on_medium(const dl_reading *r, uint32_t verb) {
    uint32_t medium = dl_at(r, verb)->head;
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[medium]];
    bool bare = dl_at(r, verb)->xpos == DL_XPOS_VBG && !dl_child(r, verb, DL_DEP_MARK);
    return bare && r->mention_at[medium] && dl_bytes_finish(m->actor, "JRN") && dl_child_lemma(r, medium, DL_DEP_CASE, "on via in to through");
}

/* "The Soviet act": a word in front tells whose it is. */
static bool owned(const dl_reading *r, uint32_t noun) {
    uint32_t seen = 0;
    for (uint32_t c = noun ? r->child[noun] : 0; c && c < noun && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (r->mention_at[c] && (dl_base_of(r, c) == DL_DEP_AMOD || dl_base_of(r, c) == DL_DEP_COMPOUND)) return true;
    return false;
}

/* The verb whose phrases a noun stands in, however deep; 0 where there is none. */
static uint32_t verb_over(const dl_reading *r, uint32_t noun) {
    uint32_t above = noun;
    for (uint32_t steps = 0; above && steps < 4 && !is_verb(r, above); steps++) {
        dl_deprel base = dl_base_of(r, above);
        if (base != DL_DEP_OBJ && base != DL_DEP_OBL && base != DL_DEP_NMOD) return 0;
        above = dl_at(r, above)->head;
    }
    return above;
}

/* "Sentenced Lopez to life without parole | for driving into a crowd", "used tools such as saws | to free them", with the clause hung on the last
 * noun: the verb that it belongs to; or 0. */
static uint32_t hung_too_low(const dl_reading *r, uint32_t verb) {
    uint32_t noun = dl_at(r, verb)->head, above = verb_over(r, noun);
    if (!above || r->mention_at[noun] || above > verb) return 0;
    bool reason = dl_at(r, verb)->xpos == DL_XPOS_VBG && dl_child_lemma(r, verb, DL_DEP_MARK, "for") && whose_doing(r, verb, above);
    bool tool = dl_child_lemma(r, verb, DL_DEP_MARK, "to") && dl_lemma_is(r, above, "use");
    return reason || tool ? above : 0;
}

/* What fills the subject of a verb that has none of its own; one step outward, to a verb or a noun. Returns the verb to go on with, or 0. */
static uint32_t outward(const dl_reading *r, uint32_t verb, dl_heads *found) {
    const dl_token *t = dl_at(r, verb);
    uint32_t head = t->head;
    bool opened = t->xpos == DL_XPOS_VBG && dl_child(r, verb, DL_DEP_MARK) && !owned(r, head); /* "in addition to | stepping down, Lopez said" */
    if (!head) return 0;
    switch (dl_deprel_base(t->deprel)) {
    case DL_DEP_CONJ:
        if (told_in_report(r, verb, head)) return told_in_report(r, verb, head);
        return is_verb(r, head) || dl_child(r, head, DL_DEP_COP) ? head : 0;
    case DL_DEP_XCOMP: {
        uint32_t object = dl_child(r, head, DL_DEP_OBJ);
        if (!object) object = dl_child(r, head, DL_DEP_IOBJ);
        if (!object && dl_is_passive(r, head)) object = dl_child(r, head, DL_DEP_NSUBJ_PASS);
        if (!object) object = asked(r, head);
        bool thing = object && t->xpos == DL_XPOS_VBG && !r->mention_at[object]; /* "carrying placards | asking" */
        if (!object || thing || dl_lemma_among(r, head, "promise vow threaten pledge use")) return head;
        add_or_antecedent(r, found, head, object);
        return 0;
    }
    case DL_DEP_ADVMOD: /* "have yet to meet" */
        return dl_lemma_is(r, verb, "yet") ? head : 0;
    case DL_DEP_ADVCL: {
        bool goes_on = t->xpos == DL_XPOS_VBG && dl_lemma_is(r, verb - 1, ",") && dl_at(r, head)->xpos == DL_XPOS_VBG;
        uint32_t above = head; /* "attacked him for leaving, | accusing him of fear" */
        for (uint32_t steps = 0; goes_on && steps < 4 && dl_at(r, above)->xpos == DL_XPOS_VBG && dl_child(r, above, DL_DEP_MARK); steps++)
            above = dl_at(r, above)->head;
        if (above && above != head) return above;
        bool on_plan = t->xpos == DL_XPOS_VBG && dl_lemma_is(r, verb - 1, ",") && dl_base_of(r, head) == DL_DEP_ACL;
        if (on_plan && dl_child_lemma(r, head, DL_DEP_MARK, "to") && verb_over(r, dl_at(r, head)->head))
            return verb_over(r, dl_at(r, head)->head); /* "attacked his refusal to talk, | accusing him of fear" */
        uint32_t blamed = whose_doing(r, verb, head);
        if (blamed) {
            add_or_antecedent(r, found, head, blamed);
            return 0;
        }
    }                      /* fall through */
    case DL_DEP_PARATAXIS: /* "pleaded guilty to killing", "are due to meet": the adjective's subject is its verb's */
        return is_verb(r, head) || dl_base_of(r, head) == DL_DEP_XCOMP || dl_child(r, head, DL_DEP_COP) ? head : 0;
    case DL_DEP_ACL:
        if (hung_on_medium(r, verb) && dl_base_of(r, head) == DL_DEP_NMOD) return dl_at(r, dl_at(r, head)->head)->head;
        if (behind_comma(r, verb)) return behind_comma(r, verb);
        if (hung_too_low(r, verb)) {
            uint32_t above = hung_too_low(r, verb), doer = dl_lemma_is(r, above, "use") ? 0 : whose_doing(r, verb, above);
            if (!doer) return above;
            add_or_antecedent(r, found, above, doer);
            return 0;
        }
        if (said_in_writing(r, verb) || hung_on_place(r, verb) || hung_on_medium(r, verb)) return dl_at(r, head)->head;
        if (!opened &&
            (t->xpos == DL_XPOS_VBG || t->xpos == DL_XPOS_VBN || t->xpos == DL_XPOS_VBD || t->xpos == DL_XPOS_VBP || t->xpos == DL_XPOS_VBZ))
            dl_heads_add_all(r, found, head); /* a finite verb hung on its own subject, too */
        else if (r->mention_at[head])         /* "called on the rebels to surrender" */
            dl_heads_add_all(r, found, head);
        else { /* "its plan to attack", "a call for NATO to act" */
            uint32_t whose = phrase_of(r, head, DL_LIT("for"));
            if (!whose || whose == verb) whose = dl_child(r, head, DL_DEP_NMOD_POSS);
            if (!whose) whose = phrase_of(r, head, DL_LIT("of"));
            if (whose == verb) whose = 0;
            if (!whose && dl_child(r, head, DL_DEP_COP)) whose = dl_child(r, head, DL_DEP_NSUBJ); /* "Peru is in the process of leaving" */
            dl_heads_add_all(r, found, whose);
            uint32_t above = dl_at(r, head)->head;
            bool foiled = above && dl_lemma_among(r, above, "foil thwart uncover avert prevent disrupt frustrate expose discover stop"); /* his plot */
            if (!whose && above && is_verb(r, above) && !foiled) return above;
        }
        return 0;
    default:
        return 0;
    }
}

/* No day: "Wednesday, Lopez | endorsed"; and a name before the verb that the parse took for an adverb: "West | backed away". */
static uint32_t own_subject(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0, name = 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        if (dl_base_of(r, c) == DL_DEP_NSUBJ && !r->time_at[c]) return c;
        if (dl_base_of(r, c) == DL_DEP_ADVMOD && c < verb && dl_at(r, c)->upos == DL_UPOS_PROPN && r->mention_at[c]) name = c;
    }
    return name;
}

dl_heads dl_subject(const dl_reading *r, uint32_t verb) {
    dl_heads found = {0};
    bool passive = dl_is_passive(r, verb);
    if (passive) {
        dl_heads_add_all(r, &found, agent(r, verb));
        return found;
    }
    uint32_t lost = dl_lost_subject(r, verb);
    if (lost) dl_heads_add_all(r, &found, lost);
    for (uint32_t v = verb, steps = 0; v && !found.count && steps < DL_CLIMB; steps++) {
        uint32_t subject = own_subject(r, v), aux = dl_child(r, v, DL_DEP_AUX);
        bool noun = subject && dl_at(r, subject)->upos != DL_UPOS_ADJ && dl_at(r, subject)->upos != DL_UPOS_ADV;
        if (!noun && aux && dl_child(r, aux, DL_DEP_NSUBJ)) subject = dl_child(r, aux, DL_DEP_NSUBJ); /* hung on "has" in "has ruled" */
        bool there = dl_child(r, v, DL_DEP_EXPL) || (subject && dl_lemma_is(r, subject, "there"));    /* "Flynn said there was a lack and | urged" */
        bool phrase = subject && dl_at(r, v)->deprel == DL_DEP_ACL && /* "two men on a motorcycle | shot", "a note on Twitter | blaming" */
                      (dl_child(r, v, DL_DEP_CASE) || dl_child_lemma(r, v, DL_DEP_MARK, "on via"));
        if (there || phrase) subject = 0;
        if (subject)
            add_or_antecedent(r, &found, v, subject);
        else if (there && v != verb && dl_base_of(r, v) == DL_DEP_CCOMP)
            v = dl_at(r, v)->head;
        else
            v = outward(r, v, &found);
    }
    return found;
}

uint32_t dl_after_particle(const dl_reading *r, uint32_t verb) {
    uint32_t particle = verb + 1;
    if (particle >= r->doc->tokens.count || dl_base_of(r, particle) != DL_DEP_CASE || !dl_lemma_among(r, particle, "over down off up out back away"))
        return 0;
    uint32_t noun = dl_at(r, particle)->head;
    bool phrase = dl_base_of(r, noun) == DL_DEP_OBL || dl_base_of(r, noun) == DL_DEP_OBJ;
    return phrase && dl_at(r, noun)->head == verb ? noun : 0;
}

/* "Freed and | expelled ten critics": the other of two verbs side by side; 0 where there is none. */
static uint32_t beside(const dl_reading *r, uint32_t first) {
    uint32_t second = first + 2;
    bool pair = second < r->doc->tokens.count && dl_at(r, second)->head == first && dl_at(r, second)->deprel == DL_DEP_CONJ &&
                dl_at(r, first + 1)->upos == DL_UPOS_CCONJ && dl_at(r, second)->upos == DL_UPOS_VERB && dl_at(r, first)->upos == DL_UPOS_VERB;
    return pair && !dl_child(r, second, DL_DEP_NSUBJ) ? second : 0;
}

/* What is done by both of them, on whichever it hangs. */
static uint32_t shared_object(const dl_reading *r, uint32_t verb) {
    uint32_t second = beside(r, verb), first = verb > 2 && beside(r, verb - 2) == verb ? verb - 2 : 0;
    uint32_t behind = first ? dl_child(r, first, DL_DEP_OBJ) : 0;
    return second ? dl_child(r, second, DL_DEP_OBJ) : behind > verb ? behind : 0;
}

static dl_heads object(const dl_reading *r, uint32_t verb) {
    dl_heads found = {0};
    const dl_token *t = dl_at(r, verb);
    if (dl_is_passive(r, verb)) {
        uint32_t kept = dl_child(r, verb, DL_DEP_OBJ), subject = dl_child(r, verb, DL_DEP_NSUBJ_PASS);
        if (kept) { /* "they were given shelter": the subject is the receiver */
            dl_heads_add_all(r, &found, kept);
            return found;
        }
        if (!subject) subject = dl_child(r, verb, DL_DEP_NSUBJ);
        bool himself = subject && dl_lemma_among(r, subject, "himself herself itself themselves"); /* "who had himself been killed" */
        if (himself && antecedent(r, verb))
            dl_heads_add_all(r, &found, antecedent(r, verb));
        else if (subject)
            add_or_antecedent(r, &found, verb, subject);
        else if (t->deprel == DL_DEP_ACL || t->deprel == DL_DEP_AMOD)
            dl_heads_add_all(r, &found, t->head);
        else if (t->deprel == DL_DEP_CONJ && t->head && is_verb(r, t->head)) { /* "led the party but was arrested and jailed" */
            uint32_t first = t->head;
            for (uint32_t steps = 0; steps < DL_CLIMB && !dl_child(r, first, DL_DEP_NSUBJ) && dl_at(r, first)->deprel == DL_DEP_CONJ; steps++)
                first = dl_at(r, first)->head;
            subject = dl_child(r, first, DL_DEP_NSUBJ);
            if (subject) add_or_antecedent(r, &found, first, subject);
        } else if (!subject) {
            uint32_t above = outward(r, verb, &found); /* "appeared in court, charged with", "was forced to drink before being beaten" */
            for (uint32_t steps = 0; above && !found.count && steps < DL_CLIMB; steps++) {
                uint32_t own = dl_child(r, above, DL_DEP_NSUBJ);
                if (own)
                    add_or_antecedent(r, &found, above, own);
                else
                    above = outward(r, above, &found);
            }
        }
        return found;
    }
    if (t->deprel == DL_DEP_AMOD) {
        dl_heads_add_all(r, &found, t->head);
        return found;
    }
    uint32_t first = dl_child(r, verb, DL_DEP_OBJ), seen = 0;
    if (!first && dl_infinitive(r, verb)) first = dl_child(r, verb, DL_DEP_IOBJ); /* "told residents to leave" */
    if (!first) first = dl_after_particle(r, verb);
    if (!first) first = shared_object(r, verb);
    add_or_antecedent(r, &found, verb, first);
    for (uint32_t c = first ? r->sibling[first] : 0; c && seen++ < DL_CHILDREN; c = r->sibling[c]) /* "gave the rebels weapons" with two objects */
        if (dl_at(r, c)->deprel == DL_DEP_OBJ) add_or_antecedent(r, &found, verb, c);
    /* "whom they arrested", "the town they seized" */
    if (!found.count && t->deprel == DL_DEP_ACL_RELCL && dl_child(r, verb, DL_DEP_NSUBJ) && !relative_pronoun(r, dl_child(r, verb, DL_DEP_NSUBJ)))
        dl_heads_add_all(r, &found, t->head);
    return found;
}

uint32_t dl_light_verb(const dl_reading *r, uint32_t noun, uint32_t *row) {
    uint32_t verb = dl_at(r, noun)->head;
    dl_deprel relation = dl_at(r, noun)->deprel;
    if (relation == DL_DEP_CONJ && verb) relation = dl_at(r, verb)->deprel, verb = dl_at(r, verb)->head;
    /* "a series of attacks", "a third round of talks" */
    bool part = relation == DL_DEP_NMOD && verb && dl_has_case(r, noun, DL_LIT("of")) && !dl_lemma_among(r, verb, "video picture photo image story");
    if (part) relation = dl_at(r, verb)->deprel, verb = dl_at(r, verb)->head;
    bool modifies = false;
    uint32_t participle = dl_child(r, noun, DL_DEP_ACL);
    if (relation != DL_DEP_OBJ && relation != DL_DEP_NSUBJ_PASS && relation != DL_DEP_OBL) {
        if (!participle || dl_at(r, participle)->xpos != DL_XPOS_VBN) return 0;
        verb = participle, modifies = true;
    }
    if (!verb) return 0;
    dl_know_hit hits[8];
    uint32_t n = dl_know_look_up_word(r->know, r->light.table, dl_at(r, verb)->stem, hits, 8);
    for (uint32_t i = 0; i < n; i++) {
        dl_bytes particle = dl_know_cell(r->know, r->light.table, hits[i].row, r->light.prt);
        uint32_t prt = dl_child(r, verb, DL_DEP_COMPOUND_PRT);
        bool fits = particle.size ? prt && dl_bytes_equal(dl_at(r, prt)->lemma, particle) : relation != DL_DEP_OBL || modifies;
        if (!fits && particle.size) fits = relation == DL_DEP_OBL && dl_has_case(r, noun, particle); /* "engaged in clashes" */
        if (!fits) continue;
        dl_know_fired(r->know, r->light.table, hits[i].row);
        if (row) *row = hits[i].row;
        return verb;
    }
    return 0;
}

static bool capital(const dl_reading *r, uint32_t token) {
    dl_bytes word = dl_token_text(r->doc, token);
    return word.size > 1 && dl_is_upper(word.data[0]) && token != r->doc->sentences.rows[dl_at(r, token)->sentence].first_token;
}

bool dl_within_name(const dl_reading *r, uint32_t word, uint32_t head) {
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, word)->sentence];
    dl_deprel base = dl_base_of(r, word);
    bool modifies = word < head && (base == DL_DEP_COMPOUND || base == DL_DEP_AMOD) && !dl_child(r, word, DL_DEP_CASE);
    bool people = r->doc->mentions.rows[r->mention_at[word]].kind == DL_NAME_NATIONALITY;
    return modifies && !people && !s->capitals && s->zone != DL_ZONE_HEADLINE && !r->mention_at[head] && capital(r, word) && capital(r, head);
}

/* Actor adjectives and nouns in front: "Russian air strikes". */
static void add_modifiers(const dl_reading *r, dl_heads *found, uint32_t noun) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[noun]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        if (base != DL_DEP_AMOD && base != DL_DEP_COMPOUND && base != DL_DEP_NMOD && base != DL_DEP_NMOD_DESC) continue;
        if (c > noun || !r->mention_at[c] || dl_child(r, c, DL_DEP_CASE) || dl_at(r, c)->deprel == DL_DEP_NMOD_POSS) continue;
        if (dl_within_name(r, c, noun) || dl_word_among(r, c, DL_LIT("@premises"))) continue; /* "the school shooting" */
        dl_heads_add_all(r, found, c);
    }
}

uint32_t dl_target_before(const dl_reading *r, uint32_t noun) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[noun]; c && c < noun && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_base_of(r, c) == DL_DEP_COMPOUND && r->mention_at[c] && dl_word_among(r, c, DL_LIT("@premises"))) return c;
    return 0;
}

static uint32_t infinitive_below(const dl_reading *r, uint32_t token, dl_deprel relation) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_base_of(r, c) == relation && dl_child_lemma(r, c, DL_DEP_MARK, "to")) return c;
    return 0;
}

uint32_t dl_infinitive(const dl_reading *r, uint32_t token) {
    uint32_t clause = dl_child(r, token, DL_DEP_XCOMP), object;
    if (!clause) clause = infinitive_below(r, token, DL_DEP_ADVCL);
    if (!clause) clause = infinitive_below(r, token, DL_DEP_ACL);
    if (!clause && ((object = dl_child(r, token, DL_DEP_OBJ)) || (object = dl_child(r, token, DL_DEP_IOBJ))))
        clause = infinitive_below(r, object, DL_DEP_ACL);
    return clause;
}

static dl_heads noun_role(const dl_reading *r, uint32_t noun, dl_bytes role);

/* The verb of intention that a noun hangs on: "were | set for a round of talks". Who calls for a thing need not do it. */
static uint32_t intending_verb(const dl_reading *r, uint32_t noun) {
    uint32_t top = noun, head = dl_at(r, noun)->head, opener;
    if (dl_at(r, noun)->deprel == DL_DEP_NMOD && head && dl_has_case(r, noun, DL_LIT("of"))) top = head, head = dl_at(r, head)->head;
    opener = dl_child(r, top, DL_DEP_CASE);
    dl_know_hit hits[32];
    uint32_t n =
        opener && head && dl_base_of(r, top) == DL_DEP_OBL ? dl_know_look_up_word(r->know, r->governors.table, dl_at(r, head)->stem, hits, 32) : 0;
    for (uint32_t i = 0; i < n; i++) {
        bool intends = !dl_bytes_is(dl_know_cell(r->know, r->governors.table, hits[i].row, r->governors.status), "called-for");
        if (intends && dl_bytes_equal(dl_know_cell(r->know, r->governors.table, hits[i].row, r->governors.frame), dl_at(r, opener)->lemma))
            return head;
    }
    return 0;
}

/* Who is said to be set for it, passives not turned round: those who are "set" are the ones who intend. */
static dl_heads intending_subject(const dl_reading *r, uint32_t noun) {
    dl_heads found = {0};
    uint32_t verb = intending_verb(r, noun), subject = verb ? dl_child(r, verb, DL_DEP_NSUBJ) : 0;
    dl_heads_add_all(r, &found, subject);
    return found;
}

bool dl_ends(const dl_reading *r, uint32_t verb) {
    return dl_lemma_among(r, verb, "end halt finish stop suspend conclude");
}

/* "The UN wants | to end the fighting": who is to end it need not be who does it. */
static bool only_to_end(const dl_reading *r, uint32_t verb) {
    unsigned xpos = dl_at(r, verb)->xpos;
    return (xpos == DL_XPOS_VB || xpos == DL_XPOS_VBG) && dl_ends(r, verb);
}

static dl_heads own_subjects(const dl_reading *r, uint32_t token) {
    dl_heads found = {0};
    dl_heads_add_all(r, &found, dl_child(r, token, DL_DEP_NSUBJ));
    return found;
}

/* "Tunisia faces attacks", "a death that led to protests": the subject bears what the noun tells, or causes it, and does not do it. */
static bool borne(const dl_reading *r, uint32_t light) {
    return dl_lemma_among(r, light, "suffer sustain face see witness serve");
}
/* "Other countries had protests", "Paris hosted a rally": where there was one does not hold it. */
static bool only_had(const dl_reading *r, uint32_t light, uint32_t noun) {
    uint32_t subject = dl_child(r, light, DL_DEP_NSUBJ);
    bool crowd = dl_lemma_among(r, noun, "protest demonstration riot rally march unrest strike violence clash looting");
    if (!subject || !crowd || !dl_lemma_among(r, light, "have host experience")) return false;
    return r->place_at[subject] || dl_lemma_among(r, subject, "country nation city town state region area capital province district village campus");
}
static bool caused(const dl_reading *r, uint32_t light, uint32_t noun) {
    bool to = dl_base_of(r, noun) == DL_DEP_OBL;
    return dl_lemma_among(r, light, "spark trigger cause provoke") || (to && dl_lemma_among(r, light, "lead result"));
}

dl_heads dl_borne_by(const dl_reading *r, uint32_t noun) {
    uint32_t what = dl_base_of(r, noun) == DL_DEP_NMOD && dl_has_case(r, noun, DL_LIT("of")) ? dl_at(r, noun)->head : 0;
    if (what && dl_lemma_among(r, what, "count charge accusation allegation")) return (dl_heads){0}; /* "face counts of torture" */
    uint32_t light = dl_at(r, noun)->upos == DL_UPOS_NOUN ? dl_light_verb(r, noun, NULL) : 0;
    uint32_t verb = dl_at(r, noun)->head; /* "is serving | a sentence" */
    if (!light && dl_base_of(r, noun) == DL_DEP_OBJ && dl_lemma_is(r, verb, "serve") && dl_lemma_among(r, noun, "sentence term")) light = verb;
    bool crowd = dl_lemma_among(r, noun, "protest demonstration rally march"); /* "Belgium saw protests" */
    if (light && crowd && r->place_at[dl_child(r, light, DL_DEP_NSUBJ)]) return (dl_heads){0};
    if (light && borne(r, light)) return dl_subject(r, light);
    if (dl_has_case(r, noun, DL_LIT("under")) && dl_child(r, noun, DL_DEP_NSUBJ)) return own_subjects(r, noun); /* "Peru is under sanctions" */
    bool bears = what && dl_lemma_among(r, what, "subject target victim object focus");                         /* "Peru is the target of raids" */
    return bears ? own_subjects(r, what) : (dl_heads){0};
}

/* "The El Paso shooting" was there, "the Russian raid" was theirs. */
static bool only_where(const dl_reading *r, uint32_t token) {
    dl_bytes feature = r->place_at[token] ? r->doc->places.rows[r->place_at[token]].feature : (dl_bytes){0};
    return dl_bytes_start(feature, "PPL") && dl_at(r, token)->xpos != DL_XPOS_JJ;
}

/* "Lopez said | in a meeting with Kim": who speaks there has part in it. */
static bool said_in(const dl_reading *r, uint32_t noun) {
    uint32_t head = dl_at(r, noun)->head;
    return head && is_verb(r, head) && dl_base_of(r, noun) == DL_DEP_OBL && dl_child_lemma(r, noun, DL_DEP_CASE, "in during at") &&
           dl_lemma_among(r, noun, "meeting talk conversation discussion call") && phrase_of(r, noun, DL_LIT("with"));
}

/* A phrase that the parser may have hung one step higher: on the verb whose object the noun is, on the noun of which it is a part. */
static uint32_t phrase_nearby(const dl_reading *r, uint32_t noun, dl_bytes preposition) {
    uint32_t found = phrase_of(r, noun, preposition), head = dl_at(r, noun)->head;
    dl_deprel relation = dl_at(r, noun)->deprel;
    if (found || !head || dl_ascribes(r, head)) return found;
    bool said_of_it = !is_verb(r, head) && relation == DL_DEP_NSUBJ; /* "the attack was the work of rebels" */
    if (said_of_it && dl_bytes_is(preposition, "of")) return 0;
    bool agent_of_verb = dl_bytes_is(preposition, "by") && is_verb(r, head) && dl_is_passive(r, head); /* "the rebels are backed | by Iran" */
    if (agent_of_verb && !dl_lemma_among(r, head, "claim attend join")) return 0;
    bool part = relation == DL_DEP_NMOD && dl_has_case(r, noun, DL_LIT("of"));
    bool clash = relation == DL_DEP_OBL && dl_bytes_is(preposition, "with") && dl_lemma_among(r, noun, CLASHES); /* "died in clashes | with" */
    if (relation == DL_DEP_OBJ || relation == DL_DEP_NSUBJ_PASS || relation == DL_DEP_NSUBJ || relation == DL_DEP_CONJ || part || clash)
        found = phrase_of(r, head, preposition);
    return found > noun ? found : 0;
}

static bool armed(const dl_reading *r, uint32_t token) {
    dl_bytes actor = token ? r->doc->mentions.rows[r->mention_at[token]].actor : (dl_bytes){0};
    return dl_bytes_finish(actor, "MIL") || dl_bytes_finish(actor, "COP") || dl_bytes_finish(actor, "REB") || dl_bytes_finish(actor, "UAF");
}

/* "They freed the hostages | after negotiations with elders", "two soldiers died in clashes with rebels": whose verb it is has part in it, be it as
 * one who bears arms where people come to harm. */
static dl_heads sided_with(const dl_reading *r, uint32_t noun) {
    uint32_t head = dl_at(r, noun)->head;
    bool beside = head && is_verb(r, head) && dl_base_of(r, noun) == DL_DEP_OBL && phrase_nearby(r, noun, DL_LIT("with")) &&
                  dl_child_lemma(r, noun, DL_DEP_CASE, "in during after before following amid");
    if (!beside || !dl_lemma_among(r, noun, "talk negotiation meeting discussion consultation cooperation coordination collaboration partnership " CLASHES)) return (dl_heads){0};
    bool harmed = dl_lemma_among(r, head, "die perish fall") || (dl_is_passive(r, head) && dl_lemma_among(r, head, "kill wound injure hurt slay"));
    dl_heads victims = {0};
    if (!harmed) return dl_subject(r, head);
    if (armed(r, own_subject(r, head))) dl_heads_add_all(r, &victims, own_subject(r, head));
    return victims;
}

static dl_heads noun_subject(const dl_reading *r, uint32_t noun) {
    static const char *const order[] = {"poss", "by", "comp"};
    dl_heads found = {0};
    uint32_t light = dl_light_verb(r, noun, NULL);
    if (light && !borne(r, light) && !only_had(r, light, noun) && !caused(r, light, noun) && !only_to_end(r, light)) found = dl_subject(r, light);
    for (size_t i = 0; !found.count && i < sizeof order / sizeof *order; i++) {
        found = noun_role(r, noun, dl_bytes_of(order[i]));
        uint32_t target = i == 2 ? dl_target_before(r, noun) : 0;
        bool whose_target = found.count == 1 && found.rows[0] < target && r->place_at[found.rows[0]]; /* "the U.S. embassy bombings" */
        if (whose_target || (found.count == 1 && i == 2 && only_where(r, found.rows[0]))) found.count = 0;
    }
    const dl_mention *doer = &r->doc->mentions.rows[found.count ? r->mention_at[found.rows[0]] : 0];
    if (found.count == 1 && found.rows[0] < noun && doer->kind == DL_NAME_FACILITY && !doer->actor.size)
        found.count = 0; /* "the shopping centre bombing" */
    if (!found.count && said_in(r, noun)) return dl_subject(r, dl_at(r, noun)->head);
    if (!found.count) found = sided_with(r, noun);
    return found.count ? found : intending_subject(r, noun);
}

/* The first actor in a phrase, nearest to its head, and those coordinated with it. `skip`: what the phrase's own roles name is left out. Pronouns
 * point back. */
static dl_heads nearest_actor(const dl_reading *r, uint32_t top, bool skip) {
    uint32_t queue[NEAR] = {top}, count = 1;
    dl_heads found = {0};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t t = queue[i], seen = 0;
        bool actor = r->mention_at[t] && r->doc->mentions.rows[r->mention_at[t]].actor.size && (t == top || dl_at(r, t)->upos != DL_UPOS_PRON);
        if (actor && !(skip && t == top)) {
            dl_heads_add_all(r, &found, t);
            return found;
        }
        for (uint32_t c = r->child[t]; c && seen++ < DL_CHILDREN && count < NEAR; c = r->sibling[c]) {
            dl_deprel base = dl_base_of(r, c);
            bool own = base == DL_DEP_NSUBJ || base == DL_DEP_OBJ || base == DL_DEP_CONJ || base == DL_DEP_PARATAXIS;
            if (t != top || !own || (base == DL_DEP_CONJ && !skip)) queue[count++] = c;
        }
    }
    return found;
}

/* "Ten died in the attack, | reportedly staged by rebels", with the participle hung on the verb. */
static uint32_t told_behind(const dl_reading *r, uint32_t noun) {
    uint32_t verb = dl_at(r, noun)->head, clause = verb && is_verb(r, verb) ? dl_child(r, verb, DL_DEP_ADVCL) : 0;
    bool behind = clause > noun && clause < noun + 5 && dl_at(r, clause)->xpos == DL_XPOS_VBN && dl_lemma_is(r, noun + 1, ",");
    bool deed = behind && dl_lemma_among(r, clause, "carry conduct perpetrate commit stage claim launch execute organize organise orchestrate");
    return deed && own_agent(r, clause) ? clause : 0;
}

/* "The murder of Paz, | carried out by rebels": what is carried out is the deed, though the parser hung the participle on whom it was done to. */
static uint32_t carried_out(const dl_reading *r, uint32_t noun) {
    if (r->doc->mentions.rows[r->mention_at[noun]].actor.size) return 0; /* "the militia, | which is backed by Iran" */
    uint32_t own = dl_child(r, noun, DL_DEP_ACL), seen = 0;
    if (!own) own = told_behind(r, noun);
    for (uint32_t c = r->child[noun]; !own && c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        uint32_t participle = dl_base_of(r, c) == DL_DEP_NMOD ? dl_child(r, c, DL_DEP_ACL) : 0;
        if (participle && dl_at(r, participle)->xpos == DL_XPOS_VBN && dl_lemma_among(r, participle, "carry perpetrate commit stage"))
            own = participle;
    }
    return own;
}

/* "An attack | condemned by", unlike "called by", "staged by": who does this does not do that. */
static bool only_spoken_of(const dl_reading *r, uint32_t participle) {
    return dl_lemma_among(r, participle,
                          "condemn denounce criticize criticise approve welcome praise support oppose reject report describe investigate");
}

/* "Attacks | in Jordan", "in the town of Karak", "in the country": where it was, and not who suffered it. */
static bool place_of_it(const dl_reading *r, uint32_t phrase, dl_bytes role) {
    uint32_t of = dl_child(r, phrase, DL_DEP_NMOD);
    if (!dl_bytes_is(role, "in")) return false;
    bool described =
        dl_lemma_among(r, phrase, "country nation region area province state district city capital town village neighborhood neighbourhood");
    return described || r->place_at[phrase] || (of && r->place_at[of] && dl_has_case(r, of, DL_LIT("of")));
}

static dl_heads noun_role(const dl_reading *r, uint32_t noun, dl_bytes role) {
    dl_heads found = {0};
    if (dl_bytes_is(role, "any")) return nearest_actor(r, noun, false);
    if (dl_bytes_is(role, "subj")) return noun_subject(r, noun);
    if (dl_bytes_is(role, "poss"))
        dl_heads_add_all(r, &found, dl_child(r, noun, DL_DEP_NMOD_POSS));
    else if (dl_bytes_is(role, "xcomp"))
        dl_heads_add_all(r, &found, dl_infinitive(r, noun));
    else if (dl_bytes_is(role, "comp"))
        add_modifiers(r, &found, noun);
    else if (dl_bytes_is(role, "xsubj")) {
        uint32_t clause = dl_child(r, noun, DL_DEP_ACL);
        dl_heads_add_all(r, &found, clause ? dl_child(r, clause, DL_DEP_NSUBJ) : 0);
        if (!found.count) dl_heads_add_all(r, &found, phrase_of(r, noun, DL_LIT("for")));
    } else if (!dl_bytes_is(role, "obj") && !dl_bytes_is(role, "iobj")) {
        uint32_t phrase = phrase_nearby(r, noun, role), participle;
        if (!phrase && dl_bytes_is(role, "by") && (participle = carried_out(r, noun)) && !only_spoken_of(r, participle))
            phrase = agent(r, participle);
        if (phrase && !place_of_it(r, phrase, role)) dl_heads_add_all(r, &found, phrase);
    }
    return found;
}

/* "Fired dozens of rockets | at Israel", "handed the bodies of soldiers to": a phrase of the verb, hung on what its object is made up of. */
static uint32_t behind_part(const dl_reading *r, uint32_t object, dl_bytes role) {
    uint32_t whole = dl_child(r, object, DL_DEP_NMOD);
    bool of = whole && dl_has_case(r, whole, DL_LIT("of")), with = dl_bytes_is(role, "with"); /* "charged the suspect in the raid with murder" */
    bool of_verb = dl_bytes_is(role, "at") || dl_bytes_is(role, "to") || dl_bytes_is(role, "for") || dl_bytes_is(role, "into");
    return whole > object && ((of && of_verb) || with) ? phrase_of(r, whole, role) : 0;
}

/* "brokered a deal to restore ties | between Chad and Niger": the sides stand behind "between", however deep. */
static uint32_t between_below(const dl_reading *r, uint32_t verb) {
    uint32_t end = dl_sentence_end(&r->doc->sentences.rows[dl_at(r, verb)->sentence]);
    for (uint32_t t = verb + 1; t < end; t++) {
        uint32_t side = dl_lemma_is(r, t, "between") && dl_at(r, t)->deprel == DL_DEP_CASE ? dl_at(r, t)->head : 0, above = side;
        for (uint32_t steps = 0; above && steps < 6 && above != verb; steps++) above = dl_at(r, above)->head;
        if (side && above == verb) return side;
    }
    return 0;
}

/* "met with the bishop, then | with the mayor" */
static void add_second(const dl_reading *r, dl_heads *found, uint32_t verb, uint32_t first) {
    uint32_t end = dl_sentence_end(&r->doc->sentences.rows[dl_at(r, verb)->sentence]);
    for (uint32_t t = first + 1; t < end; t++) {
        uint32_t second = dl_lemma_is(r, t, "with") && dl_at(r, t)->deprel == DL_DEP_CASE ? dl_at(r, t)->head : 0;
        bool joined = second && (dl_lemma_among(r, t - 1, "then later and") || dl_lemma_is(r, t - 1, ","));
        if (joined && (dl_at(r, second)->head == first || dl_at(r, second)->head == verb)) dl_heads_add_all(r, found, second);
    }
}

static dl_heads verb_role(const dl_reading *r, uint32_t verb, dl_bytes role) {
    dl_heads found = {0};
    if (dl_bytes_is(role, "any")) return nearest_actor(r, verb, true);
    if (dl_bytes_is(role, "subj")) return dl_subject(r, verb);
    if (dl_bytes_is(role, "obj")) return object(r, verb);
    if (dl_bytes_is(role, "iobj")) {
        bool receiver = dl_is_passive(r, verb) && dl_child(r, verb, DL_DEP_OBJ);
        dl_heads_add_all(r, &found, dl_child(r, verb, receiver ? DL_DEP_NSUBJ : DL_DEP_IOBJ));
    } else if (dl_bytes_is(role, "xcomp"))
        dl_heads_add_all(r, &found, dl_infinitive(r, verb));
    else if (dl_bytes_is(role, "ccomp"))
        dl_heads_add_all(r, &found, dl_child(r, verb, DL_DEP_CCOMP));
    else if (dl_bytes_is(role, "xsubj")) {
        uint32_t clause = dl_child(r, verb, DL_DEP_XCOMP);
        if (clause) {
            found = object(r, verb);
            if (found.count) return found;
        }
        if (!clause) clause = dl_child(r, verb, DL_DEP_CCOMP);
        if (!clause) clause = dl_child(r, verb, DL_DEP_ADVCL);
        uint32_t subject = clause ? dl_child(r, clause, DL_DEP_NSUBJ) : 0;
        if (subject && dl_is_passive(r, clause) && dl_lemma_among(r, verb, "allege claim charge complain"))
            subject = agent(r, clause); /* not the victim */
        dl_heads_add_all(r, &found, subject ? subject : clause ? phrase_of(r, verb, DL_LIT("for")) : 0);
    } else {
        uint32_t phrase = phrase_of(r, verb, role), noun = dl_child(r, verb, DL_DEP_OBJ);
        if (!noun) noun = dl_lost_subject(r, verb) ? dl_at(r, verb)->head : dl_after_particle(r, verb);
        if (!phrase && noun) phrase = phrase_of(r, noun, role);
        if (!phrase && noun && dl_child(r, noun, DL_DEP_CONJ)) phrase = phrase_of(r, dl_child(r, noun, DL_DEP_CONJ), role);
        if (!phrase && noun) phrase = behind_part(r, noun, role);
        if (!phrase && (dl_bytes_is(role, "with") || dl_bytes_is(role, "against"))) phrase = on_circumstance(r, verb, role);
        if (!phrase && dl_bytes_is(role, "between")) phrase = between_below(r, verb);
        dl_heads_add_all(r, &found, phrase);
        if (phrase && dl_bytes_is(role, "with")) add_second(r, &found, verb, phrase);
    }
    return found;
}

/* An adjective: its noun where it stands at one ("involved in"), else the subject of which it is said. */
static dl_heads adjective_role(const dl_reading *r, uint32_t adjective, dl_bytes role) {
    dl_heads found = {0};
    if (dl_bytes_is(role, "obj")) {
        if (dl_at(r, adjective)->deprel == DL_DEP_ACL && dl_child(r, adjective, DL_DEP_NSUBJ)) /* "claims that he was slain" */
            return own_subjects(r, adjective);
        if (dl_at(r, adjective)->deprel == DL_DEP_AMOD || dl_at(r, adjective)->deprel == DL_DEP_ACL)
            dl_heads_add_all(r, &found, dl_at(r, adjective)->head);
        return found;
    }
    return verb_role(r, adjective, role);
}

static dl_heads plain_role(const dl_reading *r, uint32_t trigger, dl_bytes role) {
    unsigned upos = dl_at(r, trigger)->upos;
    if (upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN) return noun_role(r, trigger, role);
    return upos == DL_UPOS_ADJ ? adjective_role(r, trigger, role) : verb_role(r, trigger, role);
}

/* The role in the phrase found so far: of a noun ("obj.by"), of a complement's verb ("xcomp.obj", and once more of its noun: "xcomp.obj.of"). */
static dl_heads one_deeper(const dl_reading *r, uint32_t token, dl_bytes role) {
    dl_bytes first;
    if (!is_verb(r, token) || !dl_bytes_cut(&role, '.', &first)) return noun_role(r, token, role);
    dl_heads found = verb_role(r, token, first), inner = {0};
    if (!role.size) return found;
    for (uint32_t i = 0; i < found.count; i++) {
        dl_heads deeper = noun_role(r, found.rows[i], role);
        for (uint32_t k = 0; k < deeper.count; k++) dl_heads_add(&inner, deeper.rows[k]);
    }
    return inner;
}

dl_heads dl_role_heads(const dl_reading *r, uint32_t trigger, dl_bytes role) {
    dl_bytes first;
    if (!dl_bytes_cut(&role, '.', &first)) return (dl_heads){0};
    dl_heads found = plain_role(r, trigger, first);
    if (!role.size) return found;
    dl_heads inner = {0};
    for (uint32_t i = 0; i < found.count; i++) {
        dl_heads deeper = one_deeper(r, found.rows[i], role);
        for (uint32_t k = 0; k < deeper.count; k++) dl_heads_add(&inner, deeper.rows[k]);
    }
    return inner;
}
