/* The status of an event is read from the trigger outward: its own tense, modal and negation first, then the words that govern it one by one
 * ("denied | planning | to attack"). The first word that says anything but "happened" decides, but a denial or negation further out overrides it. */
#include "event/status.h"

#include "event/edges.h"
#include "event/mood.h"
#include "event/openers.h"
#include "event/roles.h"

static bool decided(const dl_status_reading *s) {
    return s->status != DL_CLAIM_HAPPENED;
}

/* An outer word overrides an inner one only to take the event back; a bare future ("fear that they will attack") says least. */
static void combine(dl_status_reading *inner, dl_status_reading outer) {
    if (!outer.token) return;
    dl_bytes rule = dl_bytes_of(inner->rule);
    bool back = outer.status == DL_CLAIM_DENIED || outer.status == DL_CLAIM_NOT;
    back = back || (outer.status == DL_CLAIM_ATTEMPTED && inner->status == DL_CLAIM_PLANNED); /* "foiled a plot to bomb" */
    bool looming = inner->status == DL_CLAIM_PLANNED && dl_bytes_is(rule, "status-modifier"); /* "feared an imminent attack" */
    back = back || (looming && (outer.status == DL_CLAIM_POSSIBLE || outer.status == DL_CLAIM_THREATENED));
    bool future = inner->status == DL_CLAIM_PLANNED && (dl_bytes_is(rule, "status-modal") || dl_bytes_is(rule, "status-to-come")) &&
                  outer.status != DL_CLAIM_ONGOING;
    bool weak = inner->status == DL_CLAIM_HAPPENED || inner->status == DL_CLAIM_ONGOING || future;
    if (weak || (back && inner->status != DL_CLAIM_NOT && inner->status != DL_CLAIM_DENIED)) *inner = outer;
}

/* "Not a single shot", "not one soldier", "not a shot". */
static bool not_one(const dl_reading *r, uint32_t noun) {
    uint32_t first = dl_token_at(r->doc, dl_subtree(r, noun).begin);
    return first + 1 < noun && dl_lemma_is(r, first, "not") &&
           (dl_lemma_is(r, first + 1, "one") || dl_lemma_is(r, first + 2, "single") || (dl_lemma_is(r, first + 1, "a") && first + 2 == noun));
}

/* "Did not | resign until July": it did so then. */
static bool only_later(const dl_reading *r, uint32_t verb) {
    uint32_t aux = dl_child(r, verb, DL_DEP_AUX), was = dl_child(r, verb, DL_DEP_AUX_PASS);
    bool past = (aux && dl_at(r, aux)->xpos == DL_XPOS_VBD && dl_lemma_among(r, aux, "do have")) || (was && dl_at(r, was)->xpos == DL_XPOS_VBD);
    for (uint32_t c = past ? r->child[verb] : 0, seen = 0; c && seen < DL_CHILDREN; c = r->sibling[c], seen++)
        if (c > verb && (dl_child_lemma(r, c, DL_DEP_CASE, "until till") || dl_child_lemma(r, c, DL_DEP_MARK, "until till"))) return true;
    return false;
}

/* "Had | not, as of Monday, left": the word behind the auxiliary, wherever the parse has hung it. */
static uint32_t behind_auxiliary(const dl_reading *r, uint32_t verb) {
    uint32_t aux = dl_child(r, verb, DL_DEP_AUX);
    return aux && aux + 1 < verb && dl_lemma_among(r, aux + 1, "not n't") && dl_lemma_is(r, aux + 2, ",") ? aux + 1 : 0;
}

/* "Struck | nobody", "killed no civilians": the object that says to how few it was done; or 0. */
static uint32_t done_to_nobody(const dl_reading *r, uint32_t verb) {
    uint32_t object = dl_at(r, verb)->upos == DL_UPOS_VERB ? dl_child(r, verb, DL_DEP_OBJ) : 0;
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[object]];
    if (object < verb) return 0;
    bool nobody = dl_lemma_is(r, object, "nobody") || (dl_lemma_is(r, object, "one") && dl_child_lemma(r, object, DL_DEP_DET, "no"));
    bool people = r->mention_at[object] && (m->kind == DL_NAME_GROUP || m->kind == DL_NAME_PERSON);
    return nobody || (people && dl_child_lemma(r, object, DL_DEP_DET, "no")) ? object : 0;
}

static uint32_t negation(const dl_reading *r, uint32_t token) {
    uint32_t no = dl_child_lemma(r, token, DL_DEP_ADVMOD, "not n't never nt hardly");
    if (!no) no = behind_auxiliary(r, token);
    if (no && only_later(r, token)) return 0;
    if (!no) no = dl_child_lemma(r, dl_child(r, token, DL_DEP_ADVMOD), DL_DEP_ADVMOD, "not never"); /* "never directly pressured" */
    if (!no) no = dl_child_lemma(r, token, DL_DEP_CC, "nor");
    if (!no) no = dl_child_lemma(r, token, DL_DEP_CC_PRECONJ, "neither"); /* "has neither fired nor shelled" */
    if (!no) no = dl_child_lemma(r, token, DL_DEP_DET, "no neither");
    if (no && dl_lemma_is(r, no, "not") && dl_lemma_among(r, no + 1, "only just merely simply solely")) return 0; /* "not just an attack on me" */
    if (no && dl_lemma_is(r, no, "not") && dl_child_lemma(r, token, DL_DEP_ADVMOD, "only")) return 0;
    if (no) return no;
    uint32_t subject = dl_child(r, token, DL_DEP_NSUBJ);
    if (subject && (dl_lemma_among(r, subject, "none nobody nothing") || dl_child_lemma(r, subject, DL_DEP_DET, "no neither"))) return subject;
    if (subject && dl_child_lemma(r, subject, DL_DEP_CC, "neither")) return subject;
    if (subject && not_one(r, subject)) return subject;
    return done_to_nobody(r, token);
}

/* "have yet to", "no longer" */
static uint32_t not_any_more(const dl_reading *r, uint32_t token) {
    uint32_t yet = dl_child_lemma(r, token, DL_DEP_ADVMOD, "yet");
    if (yet && dl_lemma_among(r, token, "have be") && yet > token) return yet;
    uint32_t head = dl_at(r, token)->head;
    if (yet && head && dl_child_lemma(r, token, DL_DEP_MARK, "to") && dl_lemma_among(r, head, "have be")) return yet;
    uint32_t longer = dl_child_lemma(r, token, DL_DEP_ADVMOD, "longer long");
    return longer && dl_child_lemma(r, longer, DL_DEP_ADVMOD, "no") ? longer : 0;
}

static dl_status_reading by_row(const dl_reading *r, const char *rule, uint32_t token, const dl_rows_of *rows, uint32_t row) {
    dl_status_reading s = {.rule = rule, .token = token, .table = rows->table, .row = row};
    if (!dl_claim_status_named(dl_know_cell(r->know, rows->table, row, rows->status), &s.status)) s.token = 0;
    return s;
}

static bool is_indirect(const dl_reading *r, uint32_t token) {
    return r->quote_at[token] && r->doc->quotes.rows[r->quote_at[token]].kind == DL_QUOTE_INDIRECT;
}

/* "Said that it would withdraw", "said in a letter that it would": the future of a report in the past. */
static bool reported(const dl_reading *r, uint32_t verb) {
    for (uint32_t t = verb, steps = 0; t && steps < 3; t = dl_at(r, t)->head, steps++) {
        dl_deprel base = dl_base_of(r, t);
        if (base == DL_DEP_CCOMP || (base == DL_DEP_ACL && is_indirect(r, t))) return true;
        if (base != DL_DEP_CONJ && base != DL_DEP_XCOMP) return false;
    }
    return false;
}

static dl_status_reading modal(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_know_hit hit;
        if (dl_base_of(r, c) != DL_DEP_AUX || !dl_know_look_up_word(r->know, r->modals.table, dl_at(r, c)->stem, &hit, 1)) continue;
        if (c == dl_inverted_opener(r, verb)) continue;
        if (dl_lemma_among(r, c, "would 'd") &&
            dl_child_lemma(r, verb, DL_DEP_ADVMOD, "often sometimes usually always regularly frequently occasionally"))
            continue; /* "they would often kill farmers" */
        if (dl_lemma_among(r, c, "would 'd") && reported(r, verb))
            return (dl_status_reading){DL_CLAIM_PLANNED, "status-modal", c, r->modals.table, hit.row};
        return by_row(r, "status-modal", c, &r->modals, hit.row);
    }
    return (dl_status_reading){0};
}

/* "The first minister | to be murdered": an infinitive that tells which one was. */
static bool tells_which(const dl_reading *r, uint32_t verb) {
    uint32_t noun = dl_at(r, verb)->head;
    return dl_base_of(r, verb) == DL_DEP_ACL && dl_child_lemma(r, noun, DL_DEP_AMOD, "first second third fourth fifth last latest only");
}

/* "Came home, only to be | arrested": what followed, and no aim. */
static bool only_to(const dl_reading *r, uint32_t verb) {
    uint32_t to = dl_child_lemma(r, verb, DL_DEP_MARK, "to");
    return to > 1 && dl_lemma_is(r, to - 1, "only") && dl_base_of(r, verb) == DL_DEP_ADVCL;
}

/* "is attacking"; "to visit" with no governing verb, as headlines have it. */
static dl_status_reading aspect(const dl_reading *r, uint32_t verb) {
    const dl_token *t = dl_at(r, verb);
    uint32_t be = dl_child_lemma(r, verb, DL_DEP_AUX, "be"), to = dl_child_lemma(r, verb, DL_DEP_MARK, "to");
    uint32_t have = be && dl_at(r, be)->xpos == DL_XPOS_VBN ? dl_child_lemma(r, verb, DL_DEP_AUX, "have") : 0; /* "have been attacking" */
    bool present_be = be && (have || dl_at(r, be)->xpos == DL_XPOS_VBZ || dl_at(r, be)->xpos == DL_XPOS_VBP || dl_at(r, be)->xpos == DL_XPOS_VB);
    bool simple = (t->xpos == DL_XPOS_VBZ || t->xpos == DL_XPOS_VBP) && !be && !dl_child(r, verb, DL_DEP_AUX);
    if ((simple || (t->xpos == DL_XPOS_VBG && present_be)) && dl_is_to_come(r, verb))
        return (dl_status_reading){DL_CLAIM_PLANNED, "status-to-come", verb, 0, 0};
    uint32_t being = be ? dl_child(r, verb, DL_DEP_AUX_PASS) : 0; /* "is being questioned" */
    bool goes_on = t->xpos == DL_XPOS_VBG || (being && dl_at(r, being)->xpos == DL_XPOS_VBG);
    if (goes_on && present_be) return (dl_status_reading){DL_CLAIM_ONGOING, "status-progressive", be, 0, 0};
    bool over = to && (dl_child_lemma(r, verb, DL_DEP_AUX, "have") || tells_which(r, verb) || only_to(r, verb)); /* "to have been killed" */
    bool free = !t->head || t->deprel == DL_DEP_PARATAXIS || (t->deprel == DL_DEP_CCOMP && t->head > verb); /* "is | to meet him, his office said" */
    if (to && !over && (be || free)) return (dl_status_reading){DL_CLAIM_PLANNED, "status-infinitive", to, 0, 0};
    bool headline = r->doc->sentences.rows[t->sentence].zone == DL_ZONE_HEADLINE;
    if (!headline && simple) return (dl_status_reading){DL_CLAIM_ONGOING, "status-present", verb, 0, 0};
    return (dl_status_reading){0};
}

static bool verbal(const dl_reading *r, uint32_t token) {
    unsigned upos = dl_at(r, token)->upos;
    return upos == DL_UPOS_VERB || upos == DL_UPOS_AUX || dl_child(r, token, DL_DEP_COP);
}

/* What a word says of itself. */
static dl_status_reading own_status(const dl_reading *r, uint32_t token) {
    dl_status_reading s = {.rule = "status-default"};
    uint32_t no = negation(r, token), over = not_any_more(r, token);
    if (no && (dl_is_imperative(r, token) || (verbal(r, token) && modal(r, token).status == DL_CLAIM_CALLED_FOR)))
        return (dl_status_reading){DL_CLAIM_POSSIBLE, "status-forbidden", no, 0, 0}; /* "must not leave", "do not leave" */
    if (no) return (dl_status_reading){DL_CLAIM_NOT, "status-negation", no, 0, 0};
    if (over) return (dl_status_reading){DL_CLAIM_NOT, "status-yet", over, 0, 0};
    dl_status_reading itself = dl_status_by_itself(r, token);
    if (itself.token) return itself;
    if (!verbal(r, token)) return s;
    combine(&s, modal(r, token));
    if (!decided(&s)) combine(&s, aspect(r, token));
    if (!decided(&s) && dl_is_imperative(r, token)) return (dl_status_reading){DL_CLAIM_CALLED_FOR, "status-imperative", token, 0, 0};
    return s;
}

/* Adjectives and participles in front of an event noun ("planned talks"), adverbs that leave it open ("perhaps attacked"). */
static dl_status_reading modifiers(const dl_reading *r, uint32_t event) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[event]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool adverb = dl_base_of(r, c) == DL_DEP_ADVMOD;
        if (dl_at(r, c)->deprel != DL_DEP_AMOD && !adverb) continue;
        if (dl_child_lemma(r, c, DL_DEP_ADVMOD, "well carefully badly poorly meticulously")) continue; /* "a well-planned attack" */
        dl_know_hit hits[16];
        uint32_t n = dl_know_look_up_word(r->know, r->governors.table, dl_at(r, c)->stem, hits, 16);
        for (uint32_t i = 0; i < n; i++)
            if (dl_bytes_is(dl_know_cell(r->know, r->governors.table, hits[i].row, r->governors.frame), adverb ? "advmod" : "amod")) {
                dl_status_reading s = by_row(r, "status-modifier", c, &r->governors, hits[i].row);
                if (s.status != DL_CLAIM_NOT || !adverb || c + 1 == event) return s; /* not "almost all of them | protested" */
            }
    }
    return (dl_status_reading){0};
}

static char pos_of(const dl_reading *r, uint32_t token) {
    unsigned upos = dl_at(r, token)->upos;
    return upos == DL_UPOS_VERB || upos == DL_UPOS_AUX     ? 'v'
           : upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN ? 'n'
           : upos == DL_UPOS_ADJ                           ? 'a'
           : upos == DL_UPOS_ADV                           ? 'r'
                                                           : '?';
}

/* How `token` hangs on its head, in the words of data/status/governors.tsv; empty where the edge does not govern. */
static dl_bytes frame_of(const dl_reading *r, uint32_t token) {
    dl_deprel relation = dl_at(r, token)->deprel;
    uint32_t opener = 0;
    switch (dl_deprel_base(relation)) {
    case DL_DEP_XCOMP:
        return DL_LIT("xcomp");
    case DL_DEP_CCOMP:
    case DL_DEP_CSUBJ: /* "it is possible that" */
        return DL_LIT("ccomp");
    case DL_DEP_OBJ:
        return DL_LIT("obj");
    case DL_DEP_NSUBJ:
        return relation == DL_DEP_NSUBJ_PASS ? DL_LIT("obj") : DL_LIT("subj");
    case DL_DEP_OBL:
    case DL_DEP_NMOD:
        opener = dl_child(r, token, DL_DEP_CASE);
        break;
    case DL_DEP_ACL:
    case DL_DEP_ADVCL:
        if (dl_is_relative(r, token)) return (dl_bytes){0};
        opener = dl_child(r, token, DL_DEP_MARK);
        if (opener && dl_lemma_is(r, opener, "to") && only_to(r, token)) return (dl_bytes){0};
        if (opener && dl_lemma_is(r, opener, "to")) return DL_LIT("xcomp");
        if (opener && dl_lemma_is(r, opener, "that")) return DL_LIT("ccomp");
        if (!opener && dl_at(r, token)->xpos == DL_XPOS_VBN && dl_at(r, token)->head + 1 == token && pos_of(r, dl_at(r, token)->head) != 'n')
            return DL_LIT("xcomp"); /* "feared killed", but not "the release of soldiers captured in May" */
        /* "denied attacking", but not "withdraws, the war having cost it much" */
        if (!opener && relation == DL_DEP_ADVCL && dl_at(r, token)->xpos == DL_XPOS_VBG && !dl_child(r, token, DL_DEP_NSUBJ) &&
            !dl_child(r, token, DL_DEP_AUX) && !dl_lemma_is(r, token - 1, ",")) /* "refused to talk, accusing him" */
            return DL_LIT("xcomp");
        if (!opener) return (dl_bytes){0};
        break;
    case DL_DEP_CONJ: /* "focused on trade and | on expelling them" */
        opener = dl_at(r, token)->xpos == DL_XPOS_VBG ? dl_child(r, token, DL_DEP_MARK) : 0;
        break;
    default:
        return (dl_bytes){0};
    }
    return opener ? dl_at(r, opener)->lemma : (dl_bytes){0};
}

/* Someone else than the subject shall do it: "wants the government to expel". */
static bool doer_of_its_own(const dl_reading *r, uint32_t head, uint32_t token) {
    return dl_child(r, token, DL_DEP_NSUBJ) || dl_child(r, head, DL_DEP_OBJ) || dl_child(r, head, DL_DEP_IOBJ);
}

/* "Let us | talk", "let's": nobody is told to let. */
static bool urges_us(const dl_reading *r, uint32_t head, uint32_t token) {
    uint32_t us = dl_child(r, head, DL_DEP_OBJ);
    bool urged = dl_at(r, head)->xpos == DL_XPOS_VB && !dl_child(r, head, DL_DEP_AUX) && !dl_child(r, head, DL_DEP_MARK);
    return urged && us && dl_lemma_among(r, us, "we us 's") && !negation(r, token);
}

/* The frames that say more than the edge: `other`, an infinitive with a doer of its own; `us`, that of "let us"; `claim`, an object that is a thing
 * asserted. */
static bool narrow_frame_fits(const dl_reading *r, dl_bytes want, uint32_t head, uint32_t token, dl_bytes frame) {
    if (dl_bytes_is(want, "other")) return dl_bytes_is(frame, "xcomp") && doer_of_its_own(r, head, token);
    if (dl_bytes_is(want, "us")) return dl_bytes_is(frame, "xcomp") && urges_us(r, head, token);
    return dl_bytes_is(want, "claim") && dl_bytes_is(frame, "obj") && dl_in_sets(r, token, DL_SET(allegation));
}

/* A row for infinitives holds for participles too ("stopped attacking"), but for what is yet to come: "called, claiming that" calls for nothing. */
static bool frame_fits(const dl_reading *r, uint32_t row, uint32_t head, uint32_t token, dl_bytes frame, bool participle) {
    dl_bytes want = dl_know_cell(r->know, r->governors.table, row, r->governors.frame);
    if (!dl_bytes_equal(want, frame) && !narrow_frame_fits(r, want, head, token, frame)) return false;
    dl_claim_status status;
    if (!participle || !dl_bytes_is(frame, "xcomp") ||
        !dl_claim_status_named(dl_know_cell(r->know, r->governors.table, row, r->governors.status), &status))
        return true;
    return status != DL_CLAIM_PLANNED && status != DL_CLAIM_CALLED_FOR && status != DL_CLAIM_THREATENED;
}

/* "Blocked roads | to protest": what is done for a purpose does not prevent it. */
static bool for_purpose(const dl_reading *r, uint32_t token, uint32_t head) {
    return dl_base_of(r, token) == DL_DEP_ADVCL && dl_child_lemma(r, token, DL_DEP_MARK, "to") && dl_child(r, head, DL_DEP_OBJ);
}

/* Whether a row for words of a class holds for a word: one for adjectives also for participles and words that were read as verbs or adverbs
 * ("unwilling", "about to"), one for verbs also for participles that were read as adjectives. */
static bool is_of_class(const dl_reading *r, char pos, uint32_t word) {
    char own = pos_of(r, word);
    if (pos == 'a' && own == 'v' && dl_at(r, word)->xpos == DL_XPOS_VBD && dl_child(r, word, DL_DEP_OBJ)) return false; /* "the raid set it ablaze" */
    if (pos == 'a' && (own == 'v' || own == 'r'))
        return dl_at(r, word)->xpos == DL_XPOS_VBN || own == 'r' || !dl_bytes_finish(dl_token_text(r->doc, word), "ed");
    if (pos == 'v' && own == 'a') return dl_bytes_finish(dl_token_text(r->doc, word), "ed");
    return pos == own;
}

static dl_status_reading governor(const dl_reading *r, uint32_t head, uint32_t token, dl_bytes frame, bool doing) {
    dl_know_hit hits[32];
    bool other_verb = dl_child(r, head, DL_DEP_COMPOUND_PRT); /* "set off" is not "set" */
    uint32_t n = dl_at(r, head)->stem && !other_verb ? dl_know_look_up_word(r->know, r->governors.table, dl_at(r, head)->stem, hits, 32) : 0;
    for (uint32_t i = 0; i < n; i++) {
        dl_bytes pos = dl_know_cell(r->know, r->governors.table, hits[i].row, r->governors.pos);
        if (!is_of_class(r, pos.data[0], head)) continue;
        if (!frame_fits(r, hits[i].row, head, token, frame, doing)) continue;
        dl_status_reading s = by_row(r, "status-governor", head, &r->governors, hits[i].row);
        if (s.status != DL_CLAIM_NOT || !for_purpose(r, token, head)) return s;
    }
    return (dl_status_reading){0};
}

/* "Demands include | the release of prisoners", "demands range from | their release to": what a list of demands holds is demanded. */
static dl_status_reading listed(const dl_reading *r, uint32_t token, uint32_t head, dl_bytes frame) {
    bool thing = dl_bytes_is(frame, "obj") || dl_bytes_is(frame, "xcomp"), holds = thing && dl_lemma_among(r, head, "include comprise");
    bool grows = (dl_bytes_is(frame, "to") || dl_bytes_is(frame, "from")) && dl_lemma_among(r, head, "range expand grow extend widen");
    uint32_t list = holds || grows ? dl_child(r, head, DL_DEP_NSUBJ) : 0;
    return list ? governor(r, list, token, DL_LIT("of"), false) : (dl_status_reading){0};
}

/* "Their demand is | the release of prisoners": what somebody's demand, plan or fear is called. */
static dl_status_reading named_so(const dl_reading *r, uint32_t noun) {
    uint32_t is = pos_of(r, noun) == 'n' && dl_child(r, noun, DL_DEP_COP) ? dl_child(r, noun, DL_DEP_NSUBJ) : 0;
    return is ? governor(r, is, noun, DL_LIT("of"), false) : (dl_status_reading){0};
}

/* "Protests were not reported in Mosul", "had not announced any plans to leave" */
static dl_status_reading unseen(const dl_reading *r, uint32_t token, uint32_t head) {
    bool plan = dl_lemma_is(r, head, "announce") && dl_lemma_among(r, token, "plan intention intent decision");
    bool there =
        dl_lemma_is(r, head, "be") && dl_child(r, head, DL_DEP_EXPL) && dl_base_of(r, token) == DL_DEP_NSUBJ; /* "there haven't been any arrests" */
    uint32_t no = plan || there || dl_lemma_among(r, head, "report record register see observe witness") ? negation(r, head) : 0;
    return no ? (dl_status_reading){DL_CLAIM_NOT, "status-negation", no, 0, 0} : (dl_status_reading){0};
}

/* The lexicon row of an outer event says what becomes of the events in its complement: "urged", "ruled out". */
static dl_status_reading inner_of(const dl_reading *r, const dl_senses *senses, uint32_t head) {
    const dl_sense *sense = &senses->rows[senses->sense_at[head]];
    dl_status_reading s = {.rule = "status-inner", .token = head, .table = sense->table, .row = sense->row};
    if (!senses->sense_at[head] || !dl_claim_status_named(sense->inner, &s.status) || s.status == DL_CLAIM_HAPPENED) return (dl_status_reading){0};
    (void)r;
    return s;
}

/* "Help | in delivering food", "succeed | in taking it": it is done where the help is given, or the success is had. */
static bool helped_in(const dl_reading *r, uint32_t token) {
    return dl_base_of(r, token) == DL_DEP_ADVCL && dl_child_lemma(r, token, DL_DEP_MARK, "in") &&
           dl_lemma_among(r, dl_at(r, token)->head, "help assist aid participate cooperate succeed");
}

/* Whether the head's own tense and modals are the event's too: "may try to attack", "talks will begin", "will meet and talk". */
static bool shares_tense(const dl_reading *r, uint32_t token, dl_bytes frame, bool light) {
    dl_deprel relation = dl_at(r, token)->deprel;
    bool over = dl_child_lemma(r, token, DL_DEP_MARK, "to") && dl_child_lemma(r, token, DL_DEP_AUX, "have"); /* "appears to have been an attack" */
    if (over) return false;
    if (dl_bytes_is(frame, "xcomp") || light) return true;
    if (relation == DL_DEP_NSUBJ || relation == DL_DEP_NSUBJ_PASS)
        return dl_lemma_among(r, dl_at(r, token)->head,
                              "begin start resume continue open end take hold happen occur follow go proceed conclude happen launch come");
    bool finite = dl_at(r, token)->xpos == DL_XPOS_VBD || dl_at(r, token)->xpos == DL_XPOS_VBZ;
    bool own = dl_child(r, token, DL_DEP_AUX) || dl_child(r, token, DL_DEP_NSUBJ) || dl_child(r, token, DL_DEP_MARK);
    return (relation == DL_DEP_CONJ && !own && !finite && !dl_behind_condition(r, token)) || helped_in(r, token);
}

/* Speech acts in the present tense ("says", "accuses") have happened; so has a visit that a headline tells. */
static bool verbal_event(dl_event event) {
    return event == DL_EVENT_AGREE || event == DL_EVENT_SUPPORT || event == DL_EVENT_REQUEST || event == DL_EVENT_ACCUSE ||
           event == DL_EVENT_REJECT || event == DL_EVENT_THREATEN || event == DL_EVENT_CONCEDE;
}

static bool going_to(const dl_reading *r, uint32_t verb, uint32_t head) {
    return dl_lemma_is(r, head, "go") && dl_at(r, head)->xpos == DL_XPOS_VBG && dl_child_lemma(r, verb, DL_DEP_MARK, "to");
}

/* What a phrase opens with that tells when or in spite of what something was. */
static const char dates[] = "after before during since following amid despite until";

/* "After his arrest he agreed", "asked for it in talks", "demanded it by blocking roads": when, where or how something was agreed, asked or refused,
 * and not what. */
static bool is_beside(const dl_reading *r, const dl_senses *senses, uint32_t token, dl_bytes frame) {
    if (dl_bytes_among(frame, dates) || dl_bytes_among(frame, "while when")) return true;
    if (dl_bytes_is(frame, "by")) return dl_at(r, token)->xpos == DL_XPOS_VBG;
    return dl_bytes_is(frame, "in") && dl_base_of(r, token) == DL_DEP_OBL && senses->rows[senses->sense_at[token]].event == DL_EVENT_CONSULT;
}

/* "Was not part of a | campaign" */
static bool no_part_of(const dl_reading *r, uint32_t token, uint32_t head) {
    return dl_lemma_among(r, head, "part result act case") && dl_child(r, head, DL_DEP_COP) && negation(r, head) &&
           dl_has_case(r, token, DL_LIT("of"));
}

/* "Would break the law | by attacking", "will work together | on arresting them", "will speak | at the summit", "will fly there | for talks",
 * "bombing them | would be mad", "air strikes | could harm relations": what would be done by way of it, where it would be done or what would follow
 * from it, is supposed with it. "The attack could harm them" was made.
 */
static bool supposed_there(const dl_reading *r, const dl_senses *senses, uint32_t token, uint32_t head) {
    const dl_token *t = dl_at(r, token);
    if (dl_lemma_is(r, head, "be") && dl_child(r, head, DL_DEP_EXPL) && dl_base_of(r, token) == DL_DEP_NSUBJ)
        return true; /* "there must be | talks" */
    dl_event event = senses->rows[senses->sense_at[token]].event;
    if (t->xpos == DL_XPOS_VBG && dl_base_of(r, token) == DL_DEP_ADVCL) return dl_child_lemma(r, token, DL_DEP_MARK, "by in on through");
    if (t->xpos == DL_XPOS_VBG && (dl_base_of(r, token) == DL_DEP_CSUBJ || dl_base_of(r, token) == DL_DEP_NSUBJ))
        return dl_child_lemma(r, head, DL_DEP_AUX, "would could might");
    bool gathering = (event == DL_EVENT_CONSULT || event == DL_EVENT_PROTEST) && dl_base_of(r, token) == DL_DEP_OBL;
    if (gathering) return dl_child_lemma(r, token, DL_DEP_CASE, "at during for");
    if (!dl_child_lemma(r, head, DL_DEP_AUX, "would could might may")) return false;
    bool one = dl_child_lemma(r, token, DL_DEP_DET, "a"), kind = one || (t->xpos == DL_XPOS_NNS && !dl_child(r, token, DL_DEP_DET));
    kind = kind && dl_base_of(r, token) == DL_DEP_NSUBJ && !dl_is_passive(r, head);
    return kind && !dl_child(r, token, DL_DEP_NMOD_POSS) && !dl_child(r, token, DL_DEP_NUMMOD);
}

/* "Put pressure on Chad | to free them", "faced calls from the union to go", with the infinitive hung on the verb or on the union: the noun that asks
 * for it; or 0. */
static uint32_t asking_noun(const dl_reading *r, uint32_t token, uint32_t head) {
    if (!dl_child_lemma(r, token, DL_DEP_MARK, "to")) return 0;
    uint32_t noun = dl_base_of(r, token) == DL_DEP_ADVCL ? dl_child(r, head, DL_DEP_OBJ) : 0;
    if (dl_at(r, token)->deprel == DL_DEP_ACL && dl_base_of(r, head) == DL_DEP_NMOD && dl_child_lemma(r, head, DL_DEP_CASE, "from by"))
        noun = dl_at(r, head)->head;
    if (!noun || noun > token) return 0;
    bool presses = dl_lemma_is(r, noun, "pressure") && dl_lemma_among(r, dl_at(r, noun)->head, "put pile exert heap mount step increase keep");
    bool calls = noun != head && dl_at(r, token)->deprel == DL_DEP_ACL && dl_lemma_among(r, noun, "call appeal plea demand request pressure");
    return presses || calls ? noun : 0;
}

/* "Signed the order | to murder the priests": as of "ordered the murder", the murder is one that there was. */
static bool order_of_deed(const dl_reading *r, uint32_t noun, uint32_t verb) {
    return noun && dl_lemma_is(r, noun, "order") && dl_child_lemma(r, noun, DL_DEP_DET, "the") && dl_child(r, verb, DL_DEP_OBJ) &&
           dl_lemma_among(r, verb, "murder assassinate kill massacre execute");
}

/* "A decision was taken | to expel them", "efforts are under way | to free them", "gave him the power | to seize it": the noun that an infinitive
 * completes from afar, its verb's subject or the object right before it; or 0. */
static uint32_t completed_noun(const dl_reading *r, uint32_t token, uint32_t head) {
    uint32_t to = dl_child_lemma(r, token, DL_DEP_MARK, "to"), object = dl_child(r, head, DL_DEP_OBJ);
    if (!to || dl_child_lemma(r, token, DL_DEP_AUX, "have")) return 0;
    uint32_t subject = dl_child(r, head, DL_DEP_NSUBJ);
    if (object && object + 1 == to) return order_of_deed(r, object, token) ? 0 : object;
    if (order_of_deed(r, subject, token)) return 0;
    return subject && subject < head && (dl_is_passive(r, head) || dl_child(r, head, DL_DEP_COP)) ? subject : 0;
}

/* "Insists that the poll | was rigged", "insisted he would go", "let it be | known that": what one says is so; unlike "insists that it be held",
 * "that it must be held". */
static bool told_so(const dl_reading *r, uint32_t token, uint32_t head) {
    if (dl_lemma_is(r, head, "let") && dl_lemma_among(r, token, "know slip")) return true;
    if (dl_base_of(r, token) != DL_DEP_CCOMP || !dl_lemma_is(r, head, "insist")) return false;
    uint32_t be = dl_child(r, token, DL_DEP_AUX_PASS), aux = dl_child(r, token, DL_DEP_AUX), first = aux ? aux : be;
    if (!first) first = dl_child(r, token, DL_DEP_COP) ? dl_child(r, token, DL_DEP_COP) : token;
    return dl_at(r, first)->xpos != DL_XPOS_VB && !dl_child_lemma(r, token, DL_DEP_AUX, "must should ought shall");
}

/* "Neither confirmed nor | denied that it bombed the town", "refused to confirm or deny it". */
static bool left_open(const dl_reading *r, uint32_t deny) {
    uint32_t confirm = dl_at(r, deny)->head;
    if (dl_at(r, deny)->deprel != DL_DEP_CONJ || !dl_lemma_is(r, deny, "deny") || !dl_lemma_among(r, confirm, "confirm admit")) return false;
    return negation(r, confirm) || dl_lemma_among(r, dl_at(r, confirm)->head, "refuse decline");
}

static dl_status_reading step(const dl_reading *r, const dl_senses *senses, uint32_t token, uint32_t head) {
    dl_status_reading s = {0};
    dl_bytes frame = frame_of(r, token);
    uint32_t row = 0, light = pos_of(r, token) == 'n' ? dl_light_verb(r, token, &row) : 0;
    bool gerund = dl_at(r, token)->xpos == DL_XPOS_VBG && dl_base_of(r, token) == DL_DEP_XCOMP && token == head + 1; /* "proposed | expelling" */
    bool act = dl_at(r, token)->upos == DL_UPOS_VERB && (dl_at(r, token)->xpos != DL_XPOS_VBG || gerund);            /* not "called a murder" */
    if (frame.size && !told_so(r, token, head)) s = governor(r, head, token, frame, !act);
    if (!s.token && asking_noun(r, token, head)) s = (dl_status_reading){DL_CLAIM_CALLED_FOR, "status-asked", asking_noun(r, token, head), 0, 0};
    uint32_t noun = s.token || !dl_bytes_is(frame, "xcomp") ? 0 : completed_noun(r, token, head);
    if (noun && pos_of(r, noun) == 'n') s = governor(r, noun, token, frame, false);
    if (!s.token) s = listed(r, token, head, frame);
    if (!s.token) s = dl_status_of_mood(r, token, head);
    if (!s.token && (dl_bytes_is(frame, "obj") || dl_bytes_is(frame, "subj"))) s = unseen(r, token, head);
    bool thing_said =
        (pos_of(r, token) == 'n' || dl_lemma_is(r, head, "vote")) && /* a request considered was made, and "voted to condemn" condemns */
        verbal_event(senses->rows[senses->sense_at[token]].event);
    if (thing_said && (s.status == DL_CLAIM_PLANNED || s.status == DL_CLAIM_POSSIBLE)) s = (dl_status_reading){0};
    if (going_to(r, token, head)) s = (dl_status_reading){DL_CLAIM_PLANNED, "status-going-to", head, 0, 0};
    if (!s.token && frame.size && !dl_bytes_is(frame, "subj") && !is_beside(r, senses, token, frame)) s = inner_of(r, senses, head);
    if (!s.token && no_part_of(r, token, head)) s = (dl_status_reading){DL_CLAIM_NOT, "status-negation", negation(r, head), 0, 0};
    if (!s.token && light == head && light) s = by_row(r, "status-light-verb", light, &r->light, row);
    if (left_open(r, head)) return (dl_status_reading){DL_CLAIM_POSSIBLE, "status-negation", head, 0, 0};
    if (left_open(r, token)) return (dl_status_reading){0};
    if (dl_at(r, token)->deprel == DL_DEP_CONJ && negation(r, head) && dl_child_lemma(r, token, DL_DEP_CC, "or nor"))
        return (dl_status_reading){DL_CLAIM_NOT, "status-negation", negation(r, head), 0, 0}; /* "did not admit it | or accuse anyone" */
    if (negation(r, head) && dl_lemma_among(r, head, "admit acknowledge confess claim"))
        return (dl_status_reading){0};                               /* "no group has admitted | it" */
    if (s.token && negation(r, head) && s.status == DL_CLAIM_DENIED) /* "neither confirmed nor denied" */
        s = (dl_status_reading){DL_CLAIM_POSSIBLE, "status-negation", head, 0, 0};
    else if (s.token && negation(r, head) && s.token != negation(r, head)) {
        if (s.status == DL_CLAIM_NOT && dl_lemma_among(r, head, "rule exclude preclude")) /* "did not rule out talks" */
            return (dl_status_reading){DL_CLAIM_POSSIBLE, "status-negation", head, 0, 0};
        if (s.status == DL_CLAIM_NOT) return (dl_status_reading){0}; /* "does not stop building" */
        s = (dl_status_reading){DL_CLAIM_NOT, "status-negation", head, 0, 0};
    }
    if (!s.token && supposed_there(r, senses, token, head)) s = modal(r, head);
    if (shares_tense(r, token, frame, light == head && light)) {
        dl_status_reading own = own_status(r, head);
        if (!s.token || (own.status != DL_CLAIM_ONGOING && decided(&own) && s.status != DL_CLAIM_NOT)) combine(&s, own);
        if (!s.token) s = own;
    }
    return s;
}

/* Edges over which what governs the head governs the event too, though the head itself says nothing of it. */
static bool passes(const dl_reading *r, const dl_senses *senses, uint32_t token, uint32_t trigger) {
    static const char of_what_was[] =
        "author perpetrator culprit mastermind victim survivor suspect witness relative family coverage broadcast footage memory";
    uint32_t head = dl_at(r, token)->head;
    bool looked_into =
        senses->rows[senses->sense_at[trigger]].event == DL_EVENT_ASSAULT && senses->rows[senses->sense_at[head]].event == DL_EVENT_ACCUSE;
    switch (dl_base_of(r, token)) {
    case DL_DEP_XCOMP:
    case DL_DEP_CCOMP:
    case DL_DEP_CONJ:
        return true;
    case DL_DEP_NMOD: /* "demanded an end of the war", but not "an investigation of the murder" */
        return dl_has_case(r, token, DL_LIT("of")) && !looked_into && !dl_lemma_among(r, head, of_what_was);
    case DL_DEP_ADVCL:
        return helped_in(r, token);
    case DL_DEP_ACL: /* "claims that troops shelled the town" */
        return dl_child_lemma(r, token, DL_DEP_MARK, "that") && dl_in_sets(r, dl_at(r, token)->head, DL_SET(allegation));
    default:
        return false;
    }
}

/* "urged the rebels to release", "pleaded with them to release": an infinitive that the parser hung on the one who shall do it is the verb's
 * complement; one that a noun takes ("plans to withdraw") is the noun's. */
static bool to_on_object(const dl_reading *r, uint32_t token) {
    uint32_t noun = dl_at(r, token)->head;
    dl_deprel base = dl_base_of(r, noun);
    if (dl_at(r, token)->deprel != DL_DEP_ACL || !dl_child_lemma(r, token, DL_DEP_MARK, "to") || !dl_at(r, noun)->head) return false;
    bool asked = base == DL_DEP_OBJ || base == DL_DEP_IOBJ || (base == DL_DEP_OBL && dl_child_lemma(r, noun, DL_DEP_CASE, "on with to for"));
    return asked && !governor(r, noun, token, DL_LIT("xcomp"), false).token;
}

/* "An effort made by Chad | to free them", "wants the envoys based there | to meet him": an infinitive hung on the participle between it and the noun
 * that it completes, or that shall do it: that noun, or the verb whose object it is; or 0. */
static uint32_t past_participle(const dl_reading *r, uint32_t token) {
    dl_deprel base = dl_base_of(r, token);
    uint32_t participle = dl_at(r, token)->head, noun = dl_at(r, participle)->head, to = dl_child_lemma(r, token, DL_DEP_MARK, "to");
    bool between = to && noun && (base == DL_DEP_XCOMP || base == DL_DEP_ADVCL) && dl_at(r, participle)->deprel == DL_DEP_ACL &&
                   dl_at(r, participle)->xpos == DL_XPOS_VBN;
    if (!between || governor(r, participle, token, DL_LIT("xcomp"), false).token) return 0;
    if (pos_of(r, noun) == 'n' && governor(r, noun, token, DL_LIT("xcomp"), false).token) return noun;
    return to > participle + 1 && dl_base_of(r, noun) == DL_DEP_OBJ ? dl_at(r, noun)->head : 0;
}

/* "If the rebels attack, the army | will respond": what a condition hangs on. */
static dl_status_reading on_condition(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        if (dl_base_of(r, c) != DL_DEP_ADVCL) continue;
        dl_status_reading s = dl_status_of_opener(r, c);
        if (s.token && s.status == DL_CLAIM_CONDITIONAL) return s;
    }
    return (dl_status_reading){0};
}

/* "was attacked" */
static bool past_passive(const dl_reading *r, uint32_t verb) {
    uint32_t was = dl_child(r, verb, DL_DEP_AUX_PASS);
    return was && dl_at(r, was)->xpos == DL_XPOS_VBD;
}

/* "asked who ordered this attack", "may investigate the attack that killed them", "want to end the fighting": what is pointed at, told on in the past
 * or to be ended is there, whatever is asked or planned about it. */
static bool presupposed(const dl_reading *r, uint32_t noun) {
    if (pos_of(r, noun) != 'n') return false;
    if (dl_child_lemma(r, noun, DL_DEP_DET, "this that these those")) return true;
    dl_deprel relation = dl_at(r, noun)->deprel;
    bool object = relation == DL_DEP_OBJ || relation == DL_DEP_NSUBJ_PASS;
    if (object && dl_ends(r, dl_at(r, noun)->head)) return true;
    if (dl_child_lemma(r, noun, DL_DEP_CASE, "from against") && dl_child_lemma(r, noun, DL_DEP_DET, "the")) return true; /* "shields them from the" */
    uint32_t told = dl_child(r, noun, DL_DEP_ACL_RELCL);
    uint32_t have = told ? dl_child_lemma(r, told, DL_DEP_AUX, "have") : 0; /* "the war which has torn it" */
    bool perfect = have && dl_at(r, told)->xpos == DL_XPOS_VBN && (dl_at(r, have)->xpos == DL_XPOS_VBZ || dl_at(r, have)->xpos == DL_XPOS_VBP);
    return told && (perfect || past_passive(r, told) || (dl_at(r, told)->xpos == DL_XPOS_VBD && !dl_child(r, told, DL_DEP_AUX)));
}

/* "Called on them to stop the | shelling": what is to be stopped goes on. What was stopped, or is to be kept from coming ("stop an attack"), does
 * not. */
static bool to_be_stopped(const dl_reading *r, const dl_senses *senses, const dl_status_reading *s, uint32_t noun) {
    uint32_t verb = dl_at(r, noun)->head;
    dl_event event = senses->rows[senses->sense_at[noun]].event;
    bool goes_on = event == DL_EVENT_ASSAULT || event == DL_EVENT_COERCE || event == DL_EVENT_PROTEST; /* "stop the withdrawal" */
    bool governed = s->status == DL_CLAIM_NOT && s->token == verb && dl_bytes_is(dl_bytes_of(s->rule), "status-governor") && dl_ends(r, verb);
    bool known = dl_child_lemma(r, noun, DL_DEP_DET, "the this these those") || dl_child(r, noun, DL_DEP_NMOD_POSS);
    return goes_on && governed && known && pos_of(r, noun) == 'n' && dl_at(r, verb)->xpos == DL_XPOS_VB && !negation(r, verb);
}

static bool is_wish(dl_claim_status status) {
    return status == DL_CLAIM_CALLED_FOR || status == DL_CLAIM_POSSIBLE || status == DL_CLAIM_CONDITIONAL || status == DL_CLAIM_THREATENED ||
           status == DL_CLAIM_ATTEMPTED;
}

/* "Could cancel | the talks", "a resolution to block | further strikes", with what governs the verb in `outer`: what somebody would only keep from
 * coming may come. */
static bool only_kept_off(const dl_reading *r, const dl_senses *senses, const dl_status_reading *s, dl_status_reading outer, uint32_t event) {
    bool governed = s->token && s->status == DL_CLAIM_NOT && dl_bytes_is(dl_bytes_of(s->rule), "status-governor");
    return governed && outer.token && is_wish(outer.status) && !to_be_stopped(r, senses, s, event);
}

/* What a verb itself says of its being wished or open: "could cancel", "deployed troops | to prevent", "a law to prevent". */
static dl_status_reading aim(const dl_reading *r, uint32_t verb) {
    uint32_t to = dl_child_lemma(r, verb, DL_DEP_MARK, "to"), head = dl_at(r, verb)->head;
    if (dl_child_lemma(r, verb, DL_DEP_AUX, "have")) return (dl_status_reading){0};
    bool law = dl_base_of(r, verb) == DL_DEP_ACL && (dl_in_sets(r, head, DL_SET(draft)) || dl_lemma_among(r, head, "law measure"));
    bool sent = dl_base_of(r, verb) == DL_DEP_XCOMP && dl_lemma_among(r, head, "send deploy dispatch rush use") && dl_child(r, head, DL_DEP_OBJ);
    if (to && (dl_base_of(r, verb) == DL_DEP_ADVCL || law || sent) && !only_to(r, verb))
        return (dl_status_reading){DL_CLAIM_CALLED_FOR, "status-infinitive", to, 0, 0};
    return modal(r, verb);
}

/* What there is of it: what one is to stop doing ("urged them to stop | shelling it") is done. */
static dl_status_reading kept_off(const dl_reading *r, const dl_status_reading *s, uint32_t event) {
    bool done =
        dl_at(r, event)->xpos == DL_XPOS_VBG && dl_at(r, event)->head == s->token && (dl_ends(r, s->token) || dl_lemma_is(r, s->token, "cease"));
    return done ? (dl_status_reading){DL_CLAIM_HAPPENED, "status-presupposed", s->token, 0, 0}
                : (dl_status_reading){DL_CLAIM_POSSIBLE, "status-kept-off", s->token, 0, 0};
}

/* "The attack was planned by a colonel": whose plan it was is said of an attack that there was. */
static bool whose_plan(const dl_reading *r, const dl_senses *senses, uint32_t noun) {
    uint32_t verb = dl_at(r, noun)->head;
    bool violent = senses->rows[senses->sense_at[noun]].event == DL_EVENT_ASSAULT;
    bool planned = dl_at(r, noun)->deprel == DL_DEP_NSUBJ_PASS && dl_lemma_among(r, verb, "plan plot prepare order");
    bool headline = r->doc->sentences.rows[dl_at(r, noun)->sentence].zone == DL_ZONE_HEADLINE;
    return violent && planned && past_passive(r, verb) && (headline || dl_child_lemma(r, noun, DL_DEP_DET, "the")) &&
           dl_child(r, verb, DL_DEP_OBL_AGENT);
}

/* "Accused of ordering the murder of a nun", "ordered Paz's murder": the murder, with an article or whose it was, is one that there was. */
static bool ordered_deed(const dl_reading *r, uint32_t noun) {
    bool murder = dl_lemma_among(r, noun, "murder killing assassination massacre poisoning abduction kidnapping");
    uint32_t verb = murder && dl_at(r, noun)->deprel == DL_DEP_OBJ ? dl_at(r, noun)->head : 0;
    if (verb && dl_child(r, noun, DL_DEP_NMOD_POSS) && dl_at(r, noun)->xpos == DL_XPOS_NN) return dl_lemma_among(r, verb, "order mastermind");
    return verb && dl_child_lemma(r, noun, DL_DEP_DET, "the") && dl_lemma_among(r, verb, "order plan plot mastermind");
}

/* "The army announced the seizure of rifles": what is announced with an article, of things that are done and not held, has been done. */
static bool announced_deed(const dl_reading *r, const dl_senses *senses, uint32_t noun) {
    const dl_sense *sense = &senses->rows[senses->sense_at[noun]];
    bool deed = sense->event == DL_EVENT_ASSAULT || dl_bytes_is(sense->mode, "arrest") || dl_bytes_is(sense->mode, "seize");
    dl_deprel relation = dl_at(r, noun)->deprel;
    bool object = relation == DL_DEP_OBJ || relation == DL_DEP_NSUBJ_PASS;
    return deed && object && dl_lemma_is(r, dl_at(r, noun)->head, "announce") &&
           dl_child_lemma(r, noun, DL_DEP_DET, sense->event == DL_EVENT_ASSAULT ? "the" : "the a an");
}

/* "Denied that the two explosions | were linked": what something is said of is not what is denied. */
static bool told_of(const dl_reading *r, uint32_t noun) {
    bool known = dl_child(r, noun, DL_DEP_DET) || dl_child(r, noun, DL_DEP_NUMMOD);
    uint32_t said = dl_at(r, noun)->head;
    if (pos_of(r, noun) != 'n' || dl_base_of(r, noun) != DL_DEP_NSUBJ || !known) return false;
    return dl_at(r, said)->upos == DL_UPOS_ADJ || dl_lemma_among(r, said, "link connect relate motivate");
}

/* "Denied that troops fled | before the attack", "that the raid was in response to | the bombing": what only dates or explains what is denied, on any
 * step up to the top of what is said, was there. */
static bool beside_the_denied(const dl_reading *r, uint32_t trigger) {
    uint32_t quote = r->quote_at[trigger];
    for (uint32_t t = trigger, steps = 0; t && r->quote_at[t] == quote && steps < DL_CLIMB; t = dl_at(r, t)->head, steps++) {
        dl_deprel base = dl_base_of(r, t);
        uint32_t opener = base == DL_DEP_ADVCL ? dl_child_lemma(r, t, DL_DEP_MARK, "after before since while when until") : 0;
        if (opener || (base == DL_DEP_ADVCL && dl_child_lemma(r, t, DL_DEP_ADVMOD, "when while"))) return true;
        if (base != DL_DEP_OBL && base != DL_DEP_NMOD) continue;
        if (dl_child_lemma(r, t, DL_DEP_CASE, dates)) return true;
        bool known = dl_child_lemma(r, t, DL_DEP_DET, "the this that") || dl_child(r, t, DL_DEP_NMOD_POSS);
        if (known && dl_child_lemma(r, t, DL_DEP_CASE, "to for") &&
            dl_lemma_among(r, dl_at(r, t)->head, "response retaliation reprisal revenge reaction"))
            return true;
    }
    return false;
}

static bool takes_for_granted(const dl_status_reading *s) {
    bool open = s->status == DL_CLAIM_PLANNED || s->status == DL_CLAIM_POSSIBLE || s->status == DL_CLAIM_CONDITIONAL ||
                s->status == DL_CLAIM_CALLED_FOR || s->status == DL_CLAIM_THREATENED;
    return open && !dl_bytes_is(dl_bytes_of(s->rule), "status-modifier");
}

/* "I want to | thank you", "we would like to | express our sympathy": done by saying so. */
static bool done_by_saying(const dl_reading *r, uint32_t verb) {
    uint32_t wish = dl_at(r, verb)->deprel == DL_DEP_XCOMP ? dl_at(r, verb)->head : 0;
    bool own = wish && dl_lemma_among(r, wish, "want like wish") && dl_child_lemma(r, wish, DL_DEP_NSUBJ, "i we") && !negation(r, wish);
    return own &&
           dl_lemma_among(r, verb, "thank congratulate condemn denounce express apologize apologise praise commend convey welcome salute urge");
}

/* "The decision to admit that soldiers | killed the priests": a finite clause in the past is governed by the verb that it completes, not by what
 * governs that verb. */
static bool told_as_past(const dl_reading *r, uint32_t verb) {
    if (dl_base_of(r, verb) != DL_DEP_CCOMP || dl_child_lemma(r, verb, DL_DEP_MARK, "to")) return false;
    uint32_t aux = dl_child(r, verb, DL_DEP_AUX);
    return dl_at(r, aux ? aux : verb)->xpos == DL_XPOS_VBD;
}

/* "could not confirm | that it was bombed", "unable to verify reports that", "it is not clear that": the word of certainty that is denied; or 0. */
static uint32_t unconfirmed(const dl_reading *r, uint32_t trigger) {
    dl_deprel base = dl_base_of(r, trigger);
    bool told = base == DL_DEP_CCOMP || base == DL_DEP_CSUBJ || base == DL_DEP_ACL || base == DL_DEP_OBJ;
    uint32_t verb = told ? dl_at(r, trigger)->head : 0;
    bool sure = verb && dl_at(r, verb)->upos == DL_UPOS_ADJ && dl_lemma_among(r, verb, "clear certain sure evident obvious");
    if (sure) return negation(r, verb) ? verb : 0;
    if (base == DL_DEP_ACL && dl_in_sets(r, verb, DL_SET(allegation))) verb = dl_at(r, verb)->head;
    if (!verb || !dl_lemma_among(r, verb, "confirm verify corroborate substantiate")) return 0;
    uint32_t above = dl_at(r, verb)->head;
    return negation(r, verb) || (above && dl_lemma_among(r, above, "unable impossible")) ? verb : 0;
}

/* "Looked into reports that soldiers | killed ten", "rumours that he fled": the noun of what is told by nobody who is named; or 0. */
static uint32_t only_alleged(const dl_reading *r, uint32_t trigger) {
    for (uint32_t t = trigger, steps = 0; t && !r->quote_at[t] && steps < DL_CLIMB; t = dl_at(r, t)->head, steps++) {
        dl_deprel base = dl_base_of(r, t);
        uint32_t noun = dl_at(r, t)->head;
        if (base == DL_DEP_ACL && !dl_is_relative(r, t))
            return dl_child_lemma(r, t, DL_DEP_MARK, "that") && dl_in_sets(r, noun, DL_SET(allegation)) && !dl_child(r, noun, DL_DEP_NMOD_POSS) &&
                           !dl_phrase_of(r, noun, DL_LIT("from")) && !dl_phrase_of(r, noun, DL_LIT("by"))
                       ? noun
                       : 0;
        if (base != DL_DEP_CONJ && base != DL_DEP_OBJ && base != DL_DEP_NSUBJ && base != DL_DEP_CCOMP && base != DL_DEP_XCOMP) return 0;
    }
    return 0;
}

dl_status_reading dl_status_of(const dl_reading *r, const dl_senses *senses, uint32_t trigger) {
    bool refusal = senses->rows[senses->sense_at[trigger]].negated; /* "will not release": the negation is what the row names */
    bool ahead = senses->rows[senses->sense_at[trigger]].ahead;     /* "is expected in Israel": the word names what is to come */
    dl_status_reading s = refusal ? (dl_status_reading){.rule = "status-default"} : own_status(r, trigger);
    if (ahead) combine(&s, (dl_status_reading){DL_CLAIM_PLANNED, "status-row", trigger, 0, 0});
    dl_status_reading said = modifiers(r, trigger); /* "an attempted murder | charge" is a charge */
    if (said.status != DL_CLAIM_ATTEMPTED || !dl_lemma_among(r, trigger, "charge count conviction indictment")) combine(&s, said);
    combine(&s, named_so(r, trigger));
    uint32_t beside = pos_of(r, trigger) == 'n' ? dl_noun_before(r, trigger) : 0; /* "plans | for a raid", hung side by side */
    if (beside && beside != dl_at(r, trigger)->head && !verbal_event(senses->rows[senses->sense_at[trigger]].event))
        combine(&s, governor(r, beside, trigger, frame_of(r, trigger), false));
    bool sealed = false;
    for (uint32_t t = trigger, steps = 0; steps < DL_CLIMB; steps++) {
        uint32_t head = dl_at(r, t)->head;
        dl_status_reading opener = dl_status_of_opener(r, t);
        bool open = s.status == DL_CLAIM_ATTEMPTED || dl_bytes_is(dl_bytes_of(s.rule), "status-infinitive");
        if (opener.token && opener.status == DL_CLAIM_CONDITIONAL && open) s = opener; /* "if they tried to | take him", "if they were to" */
        if (!sealed) combine(&s, opener);
        if (!head) break;
        if (to_on_object(r, t)) head = dl_at(r, head)->head;
        if (past_participle(r, t)) head = past_participle(r, t);
        dl_status_reading outer = step(r, senses, t, head);
        bool taken_back = outer.status == DL_CLAIM_DENIED || outer.status == DL_CLAIM_NOT;
        bool asked_not = t == trigger && outer.status == DL_CLAIM_CALLED_FOR && dl_bytes_is(dl_bytes_of(s.rule), "status-negation") &&
                         !dl_child(r, trigger, DL_DEP_AUX);
        if (asked_not) s = (dl_status_reading){DL_CLAIM_POSSIBLE, "status-forbidden", s.token, 0, 0}; /* "urged them not to | attack" */
        if (sealed && outer.status == DL_CLAIM_NOT) outer.status = DL_CLAIM_POSSIBLE;                 /* "refused to confirm that it bombed" */
        dl_status_reading wish = aim(r, head);
        bool may_come = only_kept_off(r, senses, &outer, wish, trigger) || only_kept_off(r, senses, &s, outer, trigger);
        if (!sealed && may_come) s = kept_off(r, s.status == DL_CLAIM_NOT ? &s : &outer, trigger), sealed = true;
        if (!sealed || (taken_back && !may_come)) combine(&s, outer);
        if (!outer.rule && !passes(r, senses, t, trigger)) break;
        dl_deprel base = dl_base_of(r, t); /* "has evidence | that they attacked", unlike "plans to begin | attacking" */
        bool found = outer.token && outer.status == DL_CLAIM_HAPPENED && (base == DL_DEP_CCOMP || base == DL_DEP_ACL || base == DL_DEP_NMOD);
        sealed = sealed || found || told_as_past(r, t) || left_open(r, t);
        t = head;
    }
    uint32_t light = pos_of(r, trigger) == 'n' ? dl_light_verb(r, trigger, NULL) : 0; /* "unless it leaves, they will resume | their attacks" */
    dl_status_reading hangs = s.status == DL_CLAIM_PLANNED ? on_condition(r, light ? light : trigger) : (dl_status_reading){0};
    if (hangs.token) s = hangs;
    if (to_be_stopped(r, senses, &s, trigger)) s = (dl_status_reading){.rule = "status-presupposed"};
    if (takes_for_granted(&s) && (presupposed(r, trigger) || whose_plan(r, senses, trigger) || ordered_deed(r, trigger) ||
                                  announced_deed(r, senses, trigger) || done_by_saying(r, trigger)))
        s = (dl_status_reading){.rule = "status-presupposed"};
    if (pos_of(r, trigger) != 'n' && dl_bytes_is(dl_bytes_of(s.rule), "status-present") &&
        verbal_event(senses->rows[senses->sense_at[trigger]].event))
        s = (dl_status_reading){.rule = "status-default"};
    if (!decided(&s) && unconfirmed(r, trigger)) s = (dl_status_reading){DL_CLAIM_POSSIBLE, "status-unconfirmed", unconfirmed(r, trigger), 0, 0};
    uint32_t alleged = decided(&s) ? 0 : only_alleged(r, trigger);
    if (alleged) s = (dl_status_reading){DL_CLAIM_POSSIBLE, "status-alleged", alleged, 0, 0};
    uint32_t quote = r->quote_at[trigger], denial = quote ? 0 : dl_denied_behind(r, trigger); /* what somebody says is disputed, and not denied */
    if (!denial && !dl_child(r, trigger, DL_DEP_DET)) denial = dl_cleared_of(r, trigger);     /* "the murder" is one that there was */
    if (!decided(&s) && denial) s = (dl_status_reading){DL_CLAIM_DENIED, "status-denied", denial, 0, 0};
    if (!decided(&s) && dl_not_he(r, trigger)) s = (dl_status_reading){DL_CLAIM_NOT, "status-negation", dl_not_he(r, trigger), 0, 0};
    if (quote && r->doc->quotes.rows[quote].stance == DL_STANCE_DENY && !told_of(r, trigger) && !beside_the_denied(r, trigger))
        combine(&s, (dl_status_reading){DL_CLAIM_DENIED, "status-denied-speech", trigger, 0, 0});
    bool open = !decided(&s) || dl_bytes_is(dl_bytes_of(s.rule), "status-modal");
    if (open && dl_in_question(r, trigger)) s = (dl_status_reading){DL_CLAIM_POSSIBLE, "status-question", trigger, 0, 0};
    return s;
}
