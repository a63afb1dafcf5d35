/* Whose doing a verb is: its subject, or that of the verb or the noun on which it hangs ("plans | to attack", "accused them | of firing"). */
#include "event/edges.h"
#include "event/lexicon.h"
#include "event/roles.h"

bool dl_tries(const dl_reading *r, uint32_t verb) {
    return dl_lemma_among(r, verb,
                          "try attempt vow seek plan refuse hope threaten intend fail manage want wish decline agree begin start continue "
                          "claim offer promise pledge swear decide prepare profess struggle");
}

bool dl_tells_clause(const dl_reading *r, uint32_t verb) {
    return dl_tries(r, verb) || dl_lemma_among(r, verb, "claim say admit deny profess confess believe think report allege insist");
}

/* "called | on the rebels to surrender", "appealed to", "called for troops to leave": whom an infinitive is asked of without being the object. */
static uint32_t asked(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0, wanted = 0;
    uint32_t force = dl_child(r, verb, DL_DEP_OBJ); /* "put pressure | on the rebels to leave" */
    bool pressed = (force && dl_lemma_is(r, force, "pressure")) || dl_lemma_among(r, verb, "lean prevail");
    if (!pressed && !dl_lemma_among(r, verb, "call appeal plead ask")) return 0;
    if (dl_is_passive(r, verb)) return 0; /* "were called to the shop to look" */
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_base_of(r, c) == DL_DEP_OBL && dl_child_lemma(r, c, DL_DEP_CASE, "on upon to with") && !dl_lemma_is(r, verb, "ask"))
            return c;
        else if (dl_base_of(r, c) == DL_DEP_OBL && dl_has_case(r, c, DL_LIT("for")))
            wanted = c;
    return wanted && dl_lemma_is(r, verb, "ask") && !dl_is_somebody(r, wanted) ? 0 : wanted; /* not "asked for leave to land" */
}

/* "accused | the rebels of killing", "fined the firm for polluting", "charged them with killing": the clause is about the object, not about who
 * accuses. */
static uint32_t whose_doing(const dl_reading *r, uint32_t clause, uint32_t verb) {
    if (dl_child_lemma(r, clause, DL_DEP_MARK, "to")) {
        bool made_to =
            dl_is_verb(r, verb) &&
            dl_lemma_among(r, verb,
                           "push pressure urge force ask tell order press persuade convince encourage compel get help allow enable cause lead invite "
                           "instruct require beg implore permit bribe induce prompt");
        uint32_t object = made_to && !dl_is_passive(r, verb) ? dl_child(r, verb, DL_DEP_OBJ) : 0;
        return object ? object : asked(r, verb);
    }
    if (!dl_child_lemma(r, clause, DL_DEP_MARK, "of from for as with") || !dl_is_verb(r, verb)) return 0;
    if (dl_at(r, verb)->deprel == DL_DEP_ACL && dl_at(r, verb)->xpos == DL_XPOS_VBN &&
        !dl_child(r, verb, DL_DEP_OBJ)) /* "men suspected | of firing" */
        return dl_at(r, verb)->head;
    return dl_is_passive(r, verb) ? dl_child(r, verb, DL_DEP_NSUBJ) : dl_child(r, verb, DL_DEP_OBJ);
}

/* The verb whose phrases a noun stands in, so many steps below it at most; 0 where there is none. */
static uint32_t verb_over(const dl_reading *r, uint32_t noun, uint32_t most) {
    uint32_t above = noun;
    for (uint32_t steps = 0; above && steps < most && !dl_is_verb(r, above); steps++) {
        dl_deprel base = dl_base_of(r, above);
        if (base != DL_DEP_OBJ && base != DL_DEP_OBL && base != DL_DEP_NMOD) return 0;
        above = dl_at(r, above)->head;
    }
    return above;
}

/* "criticised his refusal to talk, | accusing him of fear": behind a comma a participle goes on with the clause, not with its last noun. Returns the
 * verb of that clause, or 0. */
static uint32_t behind_comma(const dl_reading *r, uint32_t verb) {
    if (dl_at(r, verb)->xpos != DL_XPOS_VBG || !dl_lemma_is(r, verb - 1, ",")) return 0;
    return verb_over(r, dl_at(r, verb)->head, 5);
}

/* "signed a letter | urging", "carrying placards | asking": who holds the thing says what stands in it. */
static bool said_in_writing(const dl_reading *r, uint32_t verb) {
    uint32_t thing = dl_at(r, verb)->head, above = dl_at(r, thing)->head;
    uint32_t opener = dl_child(r, verb, DL_DEP_MARK);
    bool bare = dl_at(r, verb)->xpos == DL_XPOS_VBG && (!opener || dl_lemma_among(r, opener, "on via")) && !r->mention_at[thing];
    bool weapon = dl_in_sets(r, thing, DL_SET(weapon) | DL_SET(missile) | DL_SET(drone));   /* "fired rockets | targeting troops": they target */
    bool seen = above && dl_lemma_among(r, above, "see watch hear find catch spot notice"); /* "saw smoke | filling the hall" */
    return bare && !weapon && !seen && above && dl_is_verb(r, above) && dl_base_of(r, thing) == DL_DEP_OBJ;
}

/* "He reported that rebels killed a peasant and | burned a truck": a deed told behind what is reported is part of the report, though the parser hung
 * it on the verb of saying; what is said behind a deed, "and | vowed to respond", is said by who reports it. Returns the verb of the report, or 0. */
static uint32_t told_in_report(const dl_reading *r, uint32_t verb, uint32_t saying) {
    const uint64_t sayings = DL_SET(saying);
    uint32_t said = dl_child(r, saying, DL_DEP_CCOMP);
    bool behind = said && saying < said && said < verb && dl_child(r, said, DL_DEP_NSUBJ) && dl_at(r, said)->deprel != DL_DEP_PARATAXIS;
    bool alike = behind && dl_at(r, said)->xpos == dl_at(r, verb)->xpos && (!dl_in_sets(r, verb, sayings) || dl_in_sets(r, said, sayings));
    return alike && !dl_child(r, verb, DL_DEP_CCOMP) && dl_lemma_among(r, saying, "say report state add claim note indicate reveal disclose") ? said
                                                                                                                                              : 0;
}

/* "came to Lima | to protest", where the parse hung the infinitive on the place. */
static bool hung_on_place(const dl_reading *r, uint32_t verb) {
    uint32_t place = dl_at(r, verb)->head;
    return dl_child_lemma(r, verb, DL_DEP_MARK, "to") && r->place_at[place] &&
           dl_child_lemma(r, place, DL_DEP_CASE, "in at from near to across throughout around outside");
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

/* "Sentenced Lopez to life without parole | for driving into a crowd", "used tools such as saws | to free them", with the clause hung on the last
 * noun: the verb that it belongs to; or 0. */
static uint32_t hung_too_low(const dl_reading *r, uint32_t verb) {
    uint32_t noun = dl_at(r, verb)->head, above = verb_over(r, noun, 4);
    if (!above || r->mention_at[noun] || above > verb) return 0;
    bool reason = dl_at(r, verb)->xpos == DL_XPOS_VBG && dl_child_lemma(r, verb, DL_DEP_MARK, "for") && whose_doing(r, verb, above);
    bool tool = dl_child_lemma(r, verb, DL_DEP_MARK, "to") && dl_lemma_is(r, above, "use");
    return reason || tool ? above : 0;
}

/* "Arrested a man in Lyon on suspicion of | funding rebels", "is held on charges of plotting": who is held or tried; or 0. */
static uint32_t held_on(const dl_reading *r, uint32_t verb) {
    uint32_t ground = dl_at(r, verb)->head;
    bool charge =
        dl_lemma_among(r, ground, "suspicion charge count allegation accusation") && dl_child_lemma(r, ground, DL_DEP_CASE, "on over under for");
    uint32_t above = charge && dl_child_lemma(r, verb, DL_DEP_MARK, "of") ? verb_over(r, ground, 4) : 0;
    if (!above || above > verb) return 0;
    bool held = dl_at(r, above)->deprel == DL_DEP_ACL && dl_at(r, above)->xpos == DL_XPOS_VBN && !dl_child(r, above, DL_DEP_OBJ);
    if (held) return dl_at(r, above)->head; /* "two men held on suspicion of" */
    return dl_is_passive(r, above) ? dl_child(r, above, DL_DEP_NSUBJ) : dl_child(r, above, DL_DEP_OBJ);
}

/* Of a clause in what is said: whether it tells how things stand ("was a thief", "had broken the truce", "was illegal"), or says of a noun who it is.
 */
static bool is_state(const dl_reading *r, uint32_t clause) {
    bool perfect = dl_at(r, clause)->xpos == DL_XPOS_VBN && dl_child_lemma(r, clause, DL_DEP_AUX, "have");
    return perfect || dl_child(r, clause, DL_DEP_COP) || dl_child(r, clause, DL_DEP_AUX_PASS) || dl_is_relative(r, clause);
}

/* "Thanked Canada for what it had done but | called for more", "said the mayor was a thief and | demanded": who goes on saying things is who said
 * the first of them, and not who stands in what was said. Returns the verb of the first, or 0. */
static uint32_t goes_on_saying(const dl_reading *r, uint32_t verb, uint32_t within) {
    const uint64_t saying = DL_SET(saying);
    uint32_t above = within;
    if (!is_state(r, within) || dl_child(r, verb, DL_DEP_AUX) || dl_child(r, verb, DL_DEP_AUX_PASS)) return 0;
    if (!dl_in_sets(r, verb, saying) || dl_in_sets(r, within, saying)) return 0;
    for (uint32_t steps = 0; above && steps < 4; steps++) {
        dl_deprel base = dl_base_of(r, above);
        above = dl_at(r, above)->head;
        if (base == DL_DEP_CCOMP || base == DL_DEP_ADVCL) break;
    }
    return above && above < within && dl_at(r, above)->xpos == DL_XPOS_VBD && dl_in_sets(r, above, saying) ? above : 0;
}

/* "Peru was one of the first states | to sign", "he is the only man to win": of whom it is said that he is one of those; 0 where nobody is. */
static uint32_t one_of_them(const dl_reading *r, uint32_t noun) {
    uint32_t one = dl_has_case(r, noun, DL_LIT("of")) ? dl_at(r, noun)->head : noun;
    bool first = dl_child_lemma(r, noun, DL_DEP_AMOD, "first last second only latest") != 0;
    return first && dl_child(r, one, DL_DEP_COP) ? dl_child(r, one, DL_DEP_NSUBJ) : 0;
}

/* "Praised the decision of the court | to free him", "a plan by the ministry to close it", with the infinitive hung on the verb: whose decision it
 * is; or 0. */
static uint32_t whose_decision(const dl_reading *r, uint32_t infinitive, uint32_t verb) {
    uint32_t noun = dl_child_lemma(r, infinitive, DL_DEP_MARK, "to") ? dl_child(r, verb, DL_DEP_OBJ) : 0;
    if (!noun || noun > infinitive || dl_is_passive(r, verb) || dl_lemma_is(r, verb, "use")) return 0;
    if (!dl_lemma_among(r, noun,
                        "decision plan refusal attempt offer vow move promise bid effort pledge threat willingness readiness intention proposal"))
        return 0;
    uint32_t whose = dl_phrase_of(r, noun, DL_LIT("by"));
    if (!whose) whose = dl_phrase_of(r, noun, DL_LIT("of"));
    return whose && whose < infinitive && dl_is_somebody(r, whose) ? whose : 0;
}

/* "Calls | on the mayor to go": of whom something is wanted by a noun; 0 where nobody is told. */
static uint32_t wants_of(const dl_reading *r, uint32_t noun) {
    static const char *const openers[] = {"on", "upon", "to", "for"};
    if (!dl_lemma_among(r, noun, "call appeal plea demand request pressure urging exhortation order instruction")) return 0;
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
        uint32_t asked_of = dl_phrase_of(r, noun, dl_bytes_of(openers[i]));
        if (asked_of && dl_is_somebody(r, asked_of)) return asked_of;
    }
    return 0;
}

/* "The mayor faced | calls to go": the verb whose subject is asked; or 0. */
static uint32_t asked_by(const dl_reading *r, uint32_t noun) {
    uint32_t verb = dl_base_of(r, noun) == DL_DEP_OBJ ? dl_at(r, noun)->head : 0;
    bool wanted = verb && dl_lemma_among(r, noun, "call appeal plea demand request pressure order instruction");
    bool borne = wanted && dl_lemma_among(r, verb, "face reject ignore resist defy dismiss rebuff refuse heed obey spurn withstand receive");
    return borne && !dl_is_passive(r, verb) ? verb : 0;
}

bool dl_holds_off(const dl_reading *r, uint32_t verb) {
    if (dl_lemma_among(r, verb, "foil thwart uncover avert prevent disrupt frustrate expose discover stop repel repulse resist withstand defeat"))
        return true;
    uint32_t way = verb + 1;
    bool parted = way < r->doc->tokens.count && dl_at(r, way)->head == verb && dl_lemma_among(r, way, "off back away");
    return parted && dl_lemma_among(r, verb, "fend ward beat fight drive push hold turn stave");
}

/* "Accused | the powers of paying them", "accused the army and its allies of killing", "accused by the court of paying", with the clause hung on the
 * last of those who are accused, or on who accuses: the first of those accused; or 0. */
static uint32_t accused(const dl_reading *r, uint32_t verb) {
    uint32_t first = dl_at(r, verb)->head;
    if (dl_at(r, first)->deprel == DL_DEP_CONJ) first = dl_at(r, first)->head;
    bool agent = dl_at(r, first)->deprel == DL_DEP_OBL_AGENT;
    uint32_t above = agent || dl_base_of(r, first) == DL_DEP_OBJ ? dl_at(r, first)->head : 0;
    bool of = dl_child_lemma(r, verb, DL_DEP_MARK, "of from for") || dl_child_lemma(r, verb, DL_DEP_CASE, "of from for");
    bool charge = above && dl_lemma_among(r, above, "accuse suspect acquit convict clear stop prevent ban bar blame punish arrest detain condemn");
    if (dl_at(r, verb)->xpos != DL_XPOS_VBG || !of || !charge || !dl_is_verb(r, above)) return 0;
    if (!agent) return dl_is_passive(r, above) ? 0 : first;
    return dl_at(r, above)->deprel == DL_DEP_ACL ? dl_at(r, above)->head : dl_child(r, above, DL_DEP_NSUBJ);
}

/* "..., | killing nine", "..., | leaving two dead": what harm came of the deed in front. */
static bool tells_harm(const dl_reading *r, uint32_t verb) {
    bool participle = dl_at(r, verb)->xpos == DL_XPOS_VBG && dl_lemma_is(r, verb - 1, ",") && !dl_child(r, verb, DL_DEP_MARK);
    bool left = dl_lemma_is(r, verb, "leave") && dl_child(r, verb, DL_DEP_XCOMP);
    return participle && (left || dl_lemma_among(r, verb, "kill wound injure displace destroy damage kidnap abduct"));
}

/* "A convoy was attacked", "a patrol came under fire": the subject is who suffered it, but not in "a bomb was detonated". */
static bool is_suffered(const dl_reading *r, uint32_t verb) {
    uint32_t subject = dl_own_subject(r, verb);
    if (subject && dl_in_sets(r, subject, DL_SET(weapon) | DL_SET(bomb) | DL_SET(missile) | DL_SET(drone) | DL_SET(explosive))) return false;
    uint32_t fire = dl_lemma_is(r, verb, "come") ? dl_phrase_of(r, verb, DL_LIT("under")) : 0;
    return dl_is_passive(r, verb) || (fire && dl_lemma_among(r, fire, "fire attack bombardment shelling assault gunfire"));
}

/* "Accused Chad of shelling towns, | killing nine", with the killing hung on the accusing: what harm was done is told of the deed in front of it, and
 * is that of those accused. Returns them, or 0. */
static uint32_t accused_of_harm(const dl_reading *r, uint32_t verb, uint32_t accusing) {
    if (!tells_harm(r, verb) || !dl_lemma_among(r, accusing, "accuse suspect blame")) return 0;
    uint32_t whom = dl_is_passive(r, accusing) ? dl_child(r, accusing, DL_DEP_NSUBJ) : dl_child(r, accusing, DL_DEP_OBJ);
    for (uint32_t t = accusing + 1; whom && t < verb; t++) {
        bool deed = dl_at(r, t)->xpos == DL_XPOS_VBG && (dl_at(r, t)->head == accusing || dl_at(r, t)->head == whom);
        if (deed && (dl_child_lemma(r, t, DL_DEP_MARK, "of for") || dl_child_lemma(r, t, DL_DEP_CASE, "of for"))) return whom;
    }
    return 0;
}

/* The step outward from a verb that is hung on a noun: the noun, or who has or does what it names. */
static uint32_t from_noun(const dl_reading *r, uint32_t verb, dl_heads *found) {
    const dl_token *t = dl_at(r, verb);
    uint32_t head = t->head;
    bool opened = t->xpos == DL_XPOS_VBG && dl_child(r, verb, DL_DEP_MARK) && !owned(r, head); /* "in addition to | stepping down, Lopez said" */
    if (hung_on_medium(r, verb) && dl_base_of(r, head) == DL_DEP_NMOD) return dl_at(r, dl_at(r, head)->head)->head;
    if (behind_comma(r, verb)) return behind_comma(r, verb);
    uint32_t charged = accused(r, verb);
    if (!charged) charged = held_on(r, verb);
    if (charged) {
        dl_add_or_antecedent(r, found, dl_at(r, charged)->head, charged);
        return 0;
    }
    if (hung_too_low(r, verb)) {
        uint32_t above = hung_too_low(r, verb), doer = dl_lemma_is(r, above, "use") ? 0 : whose_doing(r, verb, above);
        if (!doer) return above;
        dl_add_or_antecedent(r, found, above, doer);
        return 0;
    }
    if (said_in_writing(r, verb) || hung_on_place(r, verb) || hung_on_medium(r, verb)) return dl_at(r, head)->head;
    /* "faced calls from the union | to go", with the infinitive hung on the union */
    bool on_caller =
        dl_child_lemma(r, verb, DL_DEP_MARK, "to") && dl_base_of(r, head) == DL_DEP_NMOD && dl_child_lemma(r, head, DL_DEP_CASE, "from by");
    uint32_t call = on_caller ? dl_at(r, head)->head : head;
    if (asked_by(r, call) && !wants_of(r, call)) return asked_by(r, call);
    if (on_caller && wants_of(r, call)) {
        dl_heads_add_all(r, found, wants_of(r, call));
        return 0;
    }
    uint32_t pictured = t->xpos == DL_XPOS_VBG && dl_lemma_among(r, head, "image photo photograph picture video footage")
                            ? dl_phrase_of(r, head, DL_LIT("of"))
                            : 0; /* "images of him | taking part" */
    bool crowd =
        t->xpos == DL_XPOS_VBG && dl_lemma_among(r, head, "rally protest demonstration march vigil strike sit-in"); /* "a rally | demanding" */
    dl_heads crowded = crowd ? dl_noun_role(r, head, DL_LIT("subj")) : (dl_heads){0};
    if (pictured && pictured < verb)
        dl_heads_add_all(r, found, pictured);
    else if (crowded.count)
        *found = crowded;
    else if (!opened &&
             (t->xpos == DL_XPOS_VBG || t->xpos == DL_XPOS_VBN || t->xpos == DL_XPOS_VBD || t->xpos == DL_XPOS_VBP || t->xpos == DL_XPOS_VBZ))
        dl_heads_add_all(r, found, head); /* a finite verb hung on its own subject, too */
    else if (one_of_them(r, head))
        dl_heads_add_all(r, found, one_of_them(r, head));
    else if (r->mention_at[head] && !dl_lemma_among(r, head, "authority power right ability capacity")) /* "called on the rebels to surrender" */
        dl_heads_add_all(r, found, head);
    else if (wants_of(r, head)) /* "his call on the rebels to surrender" */
        dl_heads_add_all(r, found, wants_of(r, head));
    else { /* "its plan to attack", "a call for NATO to act" */
        uint32_t whose = dl_phrase_of(r, head, DL_LIT("for"));
        if (!whose || whose == verb) whose = dl_child(r, head, DL_DEP_NMOD_POSS);
        if (!whose) whose = dl_phrase_of(r, head, DL_LIT("of"));
        if (!whose) whose = dl_phrase_of(r, head, DL_LIT("by")); /* "an attempt | by rebels to seize it" */
        if (whose == verb) whose = 0;
        if (!whose && dl_child(r, head, DL_DEP_COP)) whose = dl_child(r, head, DL_DEP_NSUBJ); /* "Peru is in the process of leaving" */
        dl_heads_add_all(r, found, whose);
        uint32_t above = dl_at(r, head)->head;
        bool foiled = above && dl_holds_off(r, above); /* another's plot */
        bool judged = dl_base_of(r, head) == DL_DEP_OBJ && above &&
                      dl_lemma_among(r, above,
                                     "criticise criticize condemn denounce welcome praise "
                                     "oppose slam deplore protest lament");
        if (!whose && above && dl_is_verb(r, above) && !foiled && !judged) return above; /* "criticised the decision to": another's */
    }
    return 0;
}

/* "The army, which it says | shelled them", "a man who they said | had fled": a finite clause without a subject, in what is said in a relative
 * clause, tells of whom that clause is said. */
static bool is_told_of_noun(const dl_reading *r, uint32_t verb) {
    uint32_t saying = dl_at(r, verb)->head, who = dl_child(r, saying, DL_DEP_NSUBJ), aux = dl_child(r, verb, DL_DEP_AUX);
    if (!aux) aux = dl_child(r, verb, DL_DEP_AUX_PASS);
    uint32_t pronoun = dl_child(r, saying, DL_DEP_OBJ); /* "a group which they say | killed six" */
    if (pronoun && pronoun < saying && dl_relative_pronoun(r, pronoun) && dl_tells_clause(r, saying)) return true;
    unsigned tense = dl_at(r, aux ? aux : verb)->xpos;
    bool finite = tense == DL_XPOS_VBD || tense == DL_XPOS_VBZ || tense == DL_XPOS_VBP || tense == DL_XPOS_MD;
    return finite && who && who < saying && saying < verb && dl_is_relative(r, saying) && !dl_relative_pronoun(r, who) &&
           !dl_child(r, verb, DL_DEP_MARK);
}

/* What fills the subject of a verb that has none of its own; one step outward, to a verb or a noun. Returns the verb to go on with, or 0. */
uint32_t dl_outward(const dl_reading *r, uint32_t verb, dl_heads *found) {
    const dl_token *t = dl_at(r, verb);
    uint32_t head = t->head;
    if (!head) return 0;
    switch (dl_deprel_base(t->deprel)) {
    case DL_DEP_CONJ:
        if (told_in_report(r, verb, head)) return told_in_report(r, verb, head);
        if (goes_on_saying(r, verb, head)) return goes_on_saying(r, verb, head);
        return dl_is_verb(r, head) || dl_child(r, head, DL_DEP_COP) ? head : 0;
    case DL_DEP_XCOMP: {
        uint32_t demands = dl_lemma_is(r, head, "include") ? dl_child(r, head, DL_DEP_NSUBJ) : 0;
        if (demands && dl_lemma_among(r, demands, "demand request call condition appeal")) return 0; /* "their demands include | dissolving it" */
        uint32_t object = dl_child(r, head, DL_DEP_OBJ);
        if (!object) object = dl_child(r, head, DL_DEP_IOBJ);
        if (!object && dl_is_passive(r, head)) object = dl_child(r, head, DL_DEP_NSUBJ_PASS);
        if (!object) object = asked(r, head);
        bool thing = object && t->xpos == DL_XPOS_VBG && !r->mention_at[object] && /* "carrying placards | asking", unlike "saw smoke filling" */
                     !dl_lemma_among(r, head, "see watch hear find catch spot notice show leave keep");
        bool tried = object && object < head && dl_relative_pronoun(r, object) && dl_tells_clause(r, head); /* "whom rebels had tried | to kill" */
        if (!object || thing || tried || dl_lemma_among(r, head, "promise vow threaten pledge use")) return head;
        dl_add_or_antecedent(r, found, head, object);
        return 0;
    }
    case DL_DEP_CCOMP: {
        if (is_told_of_noun(r, verb)) {
            dl_heads_add_all(r, found, dl_antecedent(r, head));
            return 0;
        }
        uint32_t having = dl_child_lemma(r, verb, DL_DEP_AUX, "have"); /* "denied | having shot" */
        return having && dl_at(r, having)->xpos == DL_XPOS_VBG && dl_is_verb(r, head) ? head : 0;
    }
    case DL_DEP_ADVMOD: /* "have yet to meet" */
        return dl_lemma_is(r, verb, "yet") ? head : 0;
    case DL_DEP_ADVCL: {
        if (dl_child_lemma(r, verb, DL_DEP_MARK, "in") && dl_lemma_is(r, head, "join")) { /* "Nigeria joined Ghana | in condemning" */
            uint32_t joining = dl_child(r, head, DL_DEP_NSUBJ),
                     joined = dl_is_passive(r, head) ? dl_doer_behind(r, head) : dl_child(r, head, DL_DEP_OBJ);
            if (joining && joined) {
                dl_add_or_antecedent(r, found, head, joining);
                dl_heads_add_all(r, found, joined);
                return 0;
            }
        }
        uint32_t decision = whose_decision(r, verb, head);
        if (decision) {
            dl_heads_add_all(r, found, decision);
            return 0;
        }
        bool goes_on = t->xpos == DL_XPOS_VBG && dl_lemma_is(r, verb - 1, ",") && dl_at(r, head)->xpos == DL_XPOS_VBG;
        uint32_t above = head; /* "attacked him for leaving, | accusing him of fear" */
        for (uint32_t steps = 0; goes_on && steps < 4 && dl_at(r, above)->xpos == DL_XPOS_VBG && dl_child(r, above, DL_DEP_MARK); steps++)
            above = dl_at(r, above)->head;
        if (above && above != head) return above;
        bool on_plan = t->xpos == DL_XPOS_VBG && dl_lemma_is(r, verb - 1, ",") && dl_base_of(r, head) == DL_DEP_ACL;
        uint32_t critic = on_plan && dl_child_lemma(r, head, DL_DEP_MARK, "to") ? verb_over(r, dl_at(r, head)->head, 4) : 0;
        uint32_t harmful = accused_of_harm(r, verb, head);
        if (harmful) {
            dl_add_or_antecedent(r, found, head, harmful);
            return 0;
        }
        if (critic) return critic; /* "attacked his refusal to talk, | accusing him of fear" */
        uint32_t blamed = whose_doing(r, verb, head);
        if (blamed) {
            dl_add_or_antecedent(r, found, head, blamed);
            return 0;
        }
    }                      /* fall through */
    case DL_DEP_PARATAXIS: /* "pleaded guilty to killing", "are due to meet": the adjective's subject is its verb's */
        return dl_is_verb(r, head) || dl_base_of(r, head) == DL_DEP_XCOMP || dl_child(r, head, DL_DEP_COP) ? head : 0;
    case DL_DEP_ACL:
        if (dl_bare_relative(r, verb)) {
            dl_heads_add_all(r, found, head);
            return 0;
        }
        return from_noun(r, verb, found);
    default:
        return 0;
    }
}

/* No day: "Wednesday, Lopez | endorsed"; and a name before the verb that the parse took for an adverb: "West | backed away". */
uint32_t dl_own_subject(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0, name = 0, outer = 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool subject = dl_base_of(r, c) == DL_DEP_NSUBJ && !r->time_at[c], of_clause = dl_at(r, c)->deprel == DL_DEP_NSUBJ_OUTER;
        if (subject && !of_clause) return c;
        if (subject) outer = c; /* "Barco is to visit", unlike "the truth is that rebels fled" */
        if (dl_base_of(r, c) == DL_DEP_ADVMOD && c < verb && dl_at(r, c)->upos == DL_UPOS_PROPN && r->mention_at[c]) name = c;
    }
    return outer ? outer : name;
}

/* "Norway, | along with Chad and Mali, signed", "Norway condemned the raid | together with Chad": others who did it. */
static void add_companions(const dl_reading *r, dl_heads *found, uint32_t verb, uint32_t subject) {
    uint32_t object = dl_child(r, verb, DL_DEP_OBJ);
    dl_add_companions(r, found, verb, subject, false);
    if (dl_is_somebody(r, subject) && !(object && dl_is_somebody(r, object)) && !dl_child(r, verb, DL_DEP_AUX_PASS))
        dl_add_companions(r, found, verb, verb, false);
}

/* "A farmers' league and | several unions came out against it", with both hung on the verb. */
static void add_second_subject(const dl_reading *r, dl_heads *found, uint32_t verb, uint32_t first) {
    uint32_t seen = 0;
    bool joined = false;
    for (uint32_t c = r->child[verb]; c && c < verb && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        if (c <= first) continue;
        joined = joined || (dl_at(r, c)->deprel == DL_DEP_CC && dl_lemma_is(r, c, "and"));
        if (joined && dl_at(r, c)->deprel == dl_at(r, first)->deprel && dl_is_somebody(r, c)) dl_heads_add_all(r, found, c);
    }
}

/* "Escorted by soldiers and | by members of a militia", with both hung on the verb. */
static void add_second_agent(const dl_reading *r, dl_heads *found, uint32_t agent) {
    uint32_t next = agent ? r->sibling[agent] : 0;
    bool joined = next && dl_at(r, next)->deprel == DL_DEP_OBL_AGENT && dl_at(r, agent)->deprel == DL_DEP_OBL_AGENT;
    if (joined && dl_child_lemma(r, next, DL_DEP_CC, "and")) dl_heads_add_all(r, found, next);
}

dl_heads dl_subject(const dl_reading *r, uint32_t verb) {
    dl_heads found = {0};
    bool passive = dl_is_passive(r, verb);
    if (passive) {
        uint32_t agent = dl_doer_behind(r, verb);
        dl_heads_add_all(r, &found, agent);
        add_second_agent(r, &found, agent);
        return found;
    }
    uint32_t lost = dl_lost_subject(r, verb);
    if (lost) dl_heads_add_all(r, &found, lost);
    for (uint32_t v = verb, steps = 0; v && !found.count && steps < DL_CLIMB; steps++) {
        if (v != verb && tells_harm(r, verb) && is_suffered(r, v)) { /* "a convoy was attacked, | killing two" */
            dl_heads_add_all(r, &found, dl_is_passive(r, v) ? dl_doer_behind(r, v) : 0);
            break;
        }
        uint32_t subject = dl_own_subject(r, v), aux = dl_child(r, v, DL_DEP_AUX);
        bool noun = subject && dl_at(r, subject)->upos != DL_UPOS_ADJ && dl_at(r, subject)->upos != DL_UPOS_ADV;
        if (!noun && aux && dl_child(r, aux, DL_DEP_NSUBJ)) subject = dl_child(r, aux, DL_DEP_NSUBJ); /* hung on "has" in "has ruled" */
        bool there = dl_child(r, v, DL_DEP_EXPL) || (subject && dl_lemma_is(r, subject, "there"));    /* "Flynn said there was a lack and | urged" */
        /* "two men on a motorcycle | shot", "a note on Twitter | blaming" */
        bool phrase = subject && dl_at(r, v)->deprel == DL_DEP_ACL && !dl_child(r, v, DL_DEP_COP) &&
                      (dl_child(r, v, DL_DEP_CASE) || dl_child_lemma(r, v, DL_DEP_MARK, "on via"));
        if (there || phrase) subject = 0;
        if (subject) {
            dl_add_or_antecedent(r, &found, v, subject);
            add_second_subject(r, &found, v, subject);
            add_companions(r, &found, v, subject);
        } else if (there && v != verb && dl_base_of(r, v) == DL_DEP_CCOMP)
            v = dl_at(r, v)->head;
        else
            v = dl_outward(r, v, &found);
    }
    return found;
}
