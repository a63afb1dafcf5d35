/* Which words name events. A harm word ("killed", "wounded") tells a result: it belongs to an act told near by, or is an act of its own where
 * an agent did it, or is none (an earthquake kills too). spec/lexicon.md, "Harm". */
#include "event/blamed.h"
#include "event/build.h"
#include "event/conditions.h"
#include "event/edges.h"
#include "event/roles.h"
#include "know/code.h"

enum { NEAR_SENTENCES = 2, BREATH = 24 };

static bool readable(const dl_reading *r, uint32_t token) {
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, token)->sentence];
    return s->parsed && s->zone != DL_ZONE_BOILERPLATE && s->zone != DL_ZONE_DATELINE;
}

/* Names are no events ("Operation Desert Storm", "the Peace Conference Hall"), unless the whole sentence is in capitals. */
static bool part_of_name(const dl_reading *r, uint32_t token) {
    unsigned kind = dl_at(r, token)->name & ~DL_NAME_BEGIN;
    return kind == DL_NAME_PERSON || kind == DL_NAME_ORGANISATION || kind == DL_NAME_PLACE || kind == DL_NAME_FACILITY;
}

/* A present participle or a noun in front of a noun tells what kind of thing it is: "negotiating team", "protest leader". */
static bool kind_of_thing(const dl_reading *r, uint32_t token) {
    const dl_token *t = dl_at(r, token);
    dl_deprel base = dl_deprel_base(t->deprel);
    bool noun = t->upos == DL_UPOS_NOUN || t->upos == DL_UPOS_PROPN;
    bool joined = t->xpos == DL_XPOS_VBG && base == DL_DEP_CONJ && t->head < token &&
                  dl_at(r, t->head)->xpos == DL_XPOS_VBG && /* "threatening and | harassing words" */
                  dl_base_of(r, t->head) == DL_DEP_AMOD && dl_at(r, t->head)->head > token;
    return joined ||
           (t->head > token && ((t->xpos == DL_XPOS_VBG && base == DL_DEP_AMOD) || ((noun || t->xpos == DL_XPOS_VBG) && base == DL_DEP_COMPOUND)));
}

static bool opens_or_closes(const dl_reading *r, uint32_t token) {
    return dl_at(r, token)->upos == DL_UPOS_PUNCT &&
           dl_bytes_among(dl_token_text(r->doc, token), "\" '' `` \xe2\x80\x9c \xe2\x80\x9d \xe2\x80\x98 \xe2\x80\x99 \xc2\xab \xc2\xbb");
}

/* The step from a word of a title to its mark: how many words of weight stand between; -1 where one is written small or no mark comes. */
static int to_mark(const dl_reading *r, const dl_sentence *s, uint32_t token, int step) {
    enum { TITLE = 28 };
    int words = 0;
    for (uint32_t t = token + (uint32_t)step, n = 0; t >= s->first_token && t < dl_sentence_end(s) && n < TITLE; t += (uint32_t)step, n++) {
        unsigned upos = dl_at(r, t)->upos;
        if (opens_or_closes(r, t)) return words;
        if (upos != DL_UPOS_NOUN && upos != DL_UPOS_PROPN && upos != DL_UPOS_VERB && upos != DL_UPOS_ADJ) continue;
        if (!dl_is_upper(dl_token_text(r->doc, t).data[0])) return -1;
        words++;
    }
    return -1;
}

/* Author of "Bombing Dresden: The Last Raid": words in marks that are all written with capitals are a title, which tells of no event. */
static bool in_title(const dl_reading *r, uint32_t token) {
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, token)->sentence];
    if (s->capitals || s->zone == DL_ZONE_HEADLINE || !dl_is_upper(dl_token_text(r->doc, token).data[0])) return false;
    int before = to_mark(r, s, token, -1), behind = before < 0 ? -1 : to_mark(r, s, token, 1);
    return behind >= 0 && before + behind > 0;
}

static void find_senses(dl_build *b) {
    const dl_reading *r = &b->r;
    for (DL_EACH(t, &r->doc->tokens)) {
        if (!readable(r, t) || part_of_name(r, t) || kind_of_thing(r, t) || r->time_at[t] || !dl_may_have_sense(r, t)) continue;
        dl_sense sense = dl_sense_of(r, t);
        if (sense.event == DL_EVENT_NONE || in_title(r, t)) continue;
        *DL_PUSH(&r->doc->arena, &b->senses) = sense;
        b->sense_at[t] = b->senses.count - 1;
    }
}

static bool has_people(const dl_build *b, uint32_t token) {
    const dl_sentence *s = &b->r.doc->sentences.rows[dl_at(&b->r, token)->sentence];
    uint32_t end = dl_sentence_end(s), first = token > s->first_token + 40 ? token - 40 : s->first_token;
    for (uint32_t t = first; t < end && t < token + 40; t++) {
        const dl_mention *m = &b->r.doc->mentions.rows[b->r.mention_at[t]];
        bool followers = m->kind == DL_NAME_GROUP && !m->named && dl_at(&b->r, m->head)->upos == DL_UPOS_NOUN; /* people, of whatever sector */
        if (b->r.mention_at[t] && (m->actor.size || followers)) return true;
    }
    return false;
}

static bool act(const dl_build *b, uint32_t token) {
    return b->sense_at[token] && dl_sense_at(b, token)->event == DL_EVENT_ASSAULT && !dl_sense_at(b, token)->harm && !dl_sense_at(b, token)->deed;
}

/* A fire burns; "artillery fire" and "Israeli fire" shoot. */
static bool weapon(const dl_reading *r, uint32_t token) {
    uint32_t amod = dl_child(r, token, DL_DEP_AMOD);
    bool shots =
        dl_child(r, token, DL_DEP_COMPOUND) || (amod && (r->mention_at[amod] || dl_lemma_among(r, amod, "hostile friendly automatic heavy")));
    if (dl_lemma_is(r, token, "fire") && !shots) return false;
    return dl_in_sets(r, token,
                      DL_SET(fighter) | DL_SET(weapon) | DL_SET(violence) | DL_SET(bomb) | DL_SET(missile) | DL_SET(gun) | DL_SET(drone) |
                          DL_SET(aircraft));
}

/* "Dozens of casualties | in the battle": the act that hangs on what is counted; or 0. */
static uint32_t act_of_counted(const dl_build *b, uint32_t counted) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0;
    for (uint32_t c = r->child[counted]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_base_of(r, c) == DL_DEP_NMOD && dl_child_lemma(r, c, DL_DEP_CASE, "in during") && act(b, c)) return c;
    return 0;
}

/* An act among the phrases of a harm word: its subject ("air strikes killed"), "in clashes", "by", "when ...", or an ancestor whose result it is. */
static uint32_t act_below(const dl_build *b, uint32_t token) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        bool phrase = base == DL_DEP_NSUBJ || base == DL_DEP_OBJ || base == DL_DEP_OBL || base == DL_DEP_ADVCL || base == DL_DEP_NMOD ||
                      base == DL_DEP_ACL || base == DL_DEP_CONJ;
        if (!phrase || (base == DL_DEP_ADVCL && dl_child_lemma(r, c, DL_DEP_MARK, "before until till"))) continue; /* what came later */
        bool apart =
            base == DL_DEP_CONJ && ((dl_child(r, c, DL_DEP_OBJ) && dl_child(r, token, DL_DEP_OBJ)) || /* "killed a guard and burned a truck" */
                                    dl_child_lemma(r, c, DL_DEP_CC, "or"));                           /* "killed or abducted" */
        if (act(b, c) && !apart) return c;
        uint32_t deeper = 0;
        bool arms = base == DL_DEP_NSUBJ && weapon(r, c);
        for (uint32_t d = r->child[c]; d && deeper++ < DL_CHILDREN; d = r->sibling[d]) {
            bool part = dl_base_of(r, d) == DL_DEP_NMOD && dl_has_case(r, d, DL_LIT("of")); /* "in a series of attacks" */
            bool used = arms && dl_base_of(r, d) == DL_DEP_ACL && dl_own_agent(r, d);       /* "a bomb planted by rebels killed" */
            if ((part || used) && act(b, d)) return d;
            uint32_t counted = part ? act_of_counted(b, d) : 0;
            if (counted) return counted;
        }
    }
    return 0;
}

static uint32_t act_above(const dl_build *b, uint32_t token) {
    const dl_reading *r = &b->r;
    for (uint32_t t = token, steps = 0; t && steps < 4; steps++) {
        dl_deprel base = dl_base_of(r, t);
        if (base != DL_DEP_CONJ && base != DL_DEP_ADVCL && base != DL_DEP_ACL && base != DL_DEP_XCOMP && base != DL_DEP_PARATAXIS) return 0;
        bool cause = dl_child_lemma(r, t, DL_DEP_MARK, "for over after"); /* "retaliated for killing its commander" */
        t = dl_at(r, t)->head;
        if (!t) return 0;
        if (cause && dl_lemma_among(r, t, "retaliate avenge respond")) return 0;
        if (act(b, t)) return t;
        uint32_t below = act_below(b, t);
        if (below && below != token && b->sense_at[t] && dl_sense_at(b, t)->harm) return below;
        uint32_t object = dl_child(r, t, DL_DEP_OBJ); /* "carried out an attack, killing two" */
        if (object && act(b, object)) return object;
        uint32_t told = dl_child(r, t, DL_DEP_COP) || dl_is_passive(r, t) ? dl_child(r, t, DL_DEP_NSUBJ) : 0;
        if (told && act(b, told)) return told; /* "the attack was in a mosque, killing two", "was reported to have killed two" */
    }
    return 0;
}

/* "the murder of a student who | died": the event whose victim the noun of a relative clause is. */
static uint32_t event_of_victim(const dl_build *b, uint32_t token) {
    const dl_reading *r = &b->r;
    uint32_t noun = dl_at(r, token)->head, event = noun ? dl_at(r, noun)->head : 0;
    if (dl_base_of(r, token) != DL_DEP_ACL || !b->sense_at[event] || dl_sense_at(b, event)->event != DL_EVENT_ASSAULT) return 0;
    dl_deprel base = dl_base_of(r, noun);
    return base == DL_DEP_OBJ || base == DL_DEP_NMOD || dl_at(r, noun)->deprel == DL_DEP_NSUBJ_PASS ? event : 0;
}

/* "Opened fire, with six others | wounded" */
static uint32_t act_with(const dl_build *b, uint32_t token) {
    const dl_reading *r = &b->r;
    uint32_t victims = dl_base_of(r, token) == DL_DEP_ACL ? dl_at(r, token)->head : 0;
    bool with = victims && dl_base_of(r, victims) == DL_DEP_OBL && dl_has_case(r, victims, DL_LIT("with")) && victims < token;
    return with && act(b, dl_at(r, victims)->head) ? dl_at(r, victims)->head : 0;
}

/* "The riots saw hundreds of farmers | killed": the act that saw it. */
static uint32_t act_seeing(const dl_build *b, uint32_t token) {
    const dl_reading *r = &b->r;
    uint32_t victims = dl_base_of(r, token) == DL_DEP_ACL ? dl_whole_of(r, dl_at(r, token)->head) : 0;
    uint32_t see = victims && dl_base_of(r, victims) == DL_DEP_OBJ ? dl_at(r, victims)->head : 0;
    uint32_t subject = see && dl_lemma_is(r, see, "see") ? dl_child(r, see, DL_DEP_NSUBJ) : 0;
    return subject && act(b, subject) ? subject : 0;
}

static uint32_t act_near(const dl_build *b, uint32_t token) {
    uint32_t home = act_below(b, token);
    if (!home) home = act_with(b, token);
    if (!home) home = act_seeing(b, token);
    if (!home) home = act_above(b, token);
    return home ? home : event_of_victim(b, token);
}

/* "Three were | killed and dozens injured when a bomb exploded": words of harm told in one breath belong to one act, on whichever of them it hangs.
 */
static uint32_t act_of_breath(const dl_build *b, uint32_t token) {
    const dl_doc *doc = b->r.doc;
    const dl_sentence *s = &doc->sentences.rows[dl_at(&b->r, token)->sentence];
    uint32_t first = token > s->first_token + BREATH ? token - BREATH : s->first_token;
    bool joined = false;
    for (uint32_t t = token + 1; t < dl_sentence_end(s) && t <= token + BREATH; t++) {
        joined = joined || dl_lemma_is(&b->r, t, "and");
        if (b->sense_at[t] && dl_sense_at(b, t)->harm) return joined ? act_near(b, t) : 0;
    }
    for (uint32_t t = token; t-- > first;) {
        joined = joined || dl_lemma_is(&b->r, t, "and");
        if (b->sense_at[t] && dl_sense_at(b, t)->harm) return joined ? act_near(b, t) : 0;
    }
    return 0;
}

/* "The army said | it had killed", "said in a statement that | it had killed": who speaks of itself. */
static bool speaks_of_itself(const dl_build *b, uint32_t token, const dl_mention *m) {
    const dl_doc *doc = b->r.doc;
    const dl_quote *q = &doc->quotes.rows[b->r.quote_at[token]];
    for (uint32_t k = 0; b->r.quote_at[token] && k < q->speaker_count; k++)
        if (doc->mentions.rows[doc->parties.rows[q->first_speaker + k].mention].entity == m->entity) return true;
    return false;
}

/* An agent that harms on purpose: an actor, people, a weapon or an attack. */
static bool violent_agent(const dl_build *b, uint32_t token, bool accident) {
    dl_heads agents = dl_subject(&b->r, token);
    unsigned upos = dl_at(&b->r, token)->upos;
    if (upos != DL_UPOS_VERB && upos != DL_UPOS_AUX) agents = dl_role_heads(&b->r, token, DL_LIT("by"));
    for (uint32_t i = 0; i < agents.count; i++) {
        const dl_mention *m = &b->r.doc->mentions.rows[b->r.mention_at[agents.rows[i]]];
        bool thing = dl_lemma_among(&b->r, agents.rows[i], "it this that which"); /* a fire or a storm, as often as a body */
        bool doer = !thing && (m->actor.size || m->kind == DL_NAME_PERSON || m->kind == DL_NAME_GROUP);
        bool people = b->r.mention_at[agents.rows[i]] && (doer || speaks_of_itself(b, token, m));
        bool blew_up = accident && dl_lemma_among(&b->r, agents.rows[i], "explosion blast fire"); /* "a blast that a leak caused killed two" */
        if (people || (!blew_up && weapon(&b->r, agents.rows[i]))) return true;
    }
    return false;
}

/* "Rebels stormed the town": the one word for a disaster whose verb is an attack. */
static bool stormed(const dl_reading *r, uint32_t token) {
    return dl_at(r, token)->upos == DL_UPOS_VERB && dl_lemma_is(r, token, "storm");
}

static bool names_accident(const dl_build *b, const dl_sentence *s) {
    for (uint32_t t = s->first_token; t < dl_sentence_end(s); t++) {
        unsigned upos = dl_at(&b->r, t)->upos;
        bool names = upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || upos == DL_UPOS_VERB || upos == DL_UPOS_ADJ;
        if (names && dl_in_sets(&b->r, t, DL_SET(disaster) | DL_SET(accident) | DL_SET(disease)) && !stormed(&b->r, t)) return true;
    }
    return false;
}

/* "The plane crashed and | struck a shed": a vehicle of which an accident is told. */
static bool ran_into(const dl_build *b, uint32_t token, const uint8_t *accident) {
    dl_heads what = dl_lemma_among(&b->r, token, "strike hit") ? dl_subject(&b->r, token) : (dl_heads){0};
    return what.count && accident[dl_at(&b->r, token)->sentence] && dl_in_sets(&b->r, what.rows[0], DL_SET(vehicle) | DL_SET(aircraft));
}

/* Sentences that tell of violence: one flag each, spread over the sentences near by. */
static uint8_t *violent_sentences(const dl_build *b, const uint8_t *accident) {
    const dl_doc *doc = b->r.doc;
    uint8_t *near = DL_NEW_ARRAY(&b->r.doc->arena, uint8_t, doc->sentences.count + 1);
    for (DL_EACH(t, &doc->tokens)) { /* near[0]: whether any sentence does */
        bool killing =
            b->sense_at[t] && dl_sense_at(b, t)->harm && dl_sense_at(b, t)->who.size && violent_agent(b, t, accident[dl_at(&b->r, t)->sentence]);
        if (!killing && !act(b, t)) continue;
        uint32_t s = doc->tokens.rows[t].sentence, first = s > NEAR_SENTENCES ? s - NEAR_SENTENCES : 1;
        for (uint32_t i = first; i <= s + NEAR_SENTENCES && i < doc->sentences.count; i++) near[i] = 1;
        near[0] = 1;
    }
    return near;
}

static void add_trigger(dl_build *b, uint32_t token, uint32_t merged_token) {
    dl_trigger *t = DL_PUSH(&b->r.doc->arena, &b->triggers);
    *t = (dl_trigger){.token = token, .sense = b->sense_at[token], .merged = merged_token};
    b->trigger_at[token] = b->triggers.count - 1;
}

/* "Twenty are | feared dead after the attack": there was an attack; whether anyone died is open. */
static bool only_feared(const dl_build *b, uint32_t token, uint32_t home) {
    dl_senses senses = {b->senses.rows, b->sense_at};
    if (!home || home == token || dl_status_of(&b->r, &senses, token).status != DL_CLAIM_POSSIBLE) return false;
    return dl_is_told((uint8_t)dl_status_of(&b->r, &senses, home).status);
}

/* "Left three | dead and two | injured", "led to the | deaths of two": the verb whose outcome a word of harm tells; the word itself where there is
 * none. */
static uint32_t outcome_of(const dl_build *b, uint32_t token) {
    const dl_reading *r = &b->r;
    uint32_t state = dl_at(r, token)->upos == DL_UPOS_ADJ && dl_base_of(r, token) == DL_DEP_CONJ ? dl_at(r, token)->head : token;
    uint32_t verb = dl_at(r, state)->head;
    bool led_to = dl_base_of(r, state) == DL_DEP_OBL && dl_lemma_among(r, verb, "lead result"); /* "resulted in the | deaths of two" */
    return (dl_base_of(r, state) == DL_DEP_XCOMP || led_to) && b->sense_at[verb] && dl_sense_at(b, verb)->harm ? verb : token;
}

/* The act that a word of harm, the verb of its outcome or what that leaves belongs to. */
static uint32_t act_of_outcome(const dl_build *b, uint32_t word) {
    uint32_t verb = outcome_of(b, word), state = dl_child(&b->r, verb, DL_DEP_XCOMP), home = act_near(b, word);
    if (!home) home = act_near(b, verb);
    return home || !state || outcome_of(b, state) != verb ? home : act_near(b, state);
}

/* "A suspect in the shooting of strikers | that left two dead": the act behind the pronoun, where the parse hung the clause on no body that might
 * have done it. */
static uint32_t act_of_pronoun(const dl_build *b, uint32_t verb) {
    const dl_reading *r = &b->r;
    uint32_t subject = dl_child(r, verb, DL_DEP_NSUBJ), noun = dl_at(r, verb)->head;
    bool clause = dl_base_of(r, verb) == DL_DEP_ACL || dl_at(r, verb)->deprel == DL_DEP_ADVCL_RELCL;
    if (!clause || !subject || !dl_lemma_among(r, subject, "that which")) return 0;
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[noun]];
    if (r->mention_at[noun] && m->actor.size && m->kind != DL_NAME_PERSON && !dl_lemma_among(r, noun, "suspect")) return 0;
    for (uint32_t t = verb, first = r->doc->sentences.rows[dl_at(r, verb)->sentence].first_token; t-- > first;)
        if (act(b, t)) return t;
    return 0;
}

static bool is_protest(const dl_build *b, uint32_t noun) {
    return noun && b->sense_at[noun] && dl_sense_at(b, noun)->event == DL_EVENT_PROTEST && dl_at(&b->r, noun)->upos == DL_UPOS_NOUN &&
           !dl_bytes_among(dl_sense_at(b, noun)->mode, "strike hunger boycott");
}

/* "Ten people were | killed in the unrest", "in three days of protests": nobody dies in such by accident, unless that is told. */
static bool in_protest(const dl_build *b, uint32_t verb) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0;
    if (dl_at(r, verb)->upos != DL_UPOS_VERB || !dl_is_passive(r, verb)) return false;
    uint32_t beside = dl_base_of(r, verb) == DL_DEP_PARATAXIS || dl_base_of(r, verb) == DL_DEP_CONJ ? dl_at(r, verb)->head : 0;
    if (beside && b->sense_at[beside] && dl_sense_at(b, beside)->event == DL_EVENT_PROTEST) return true; /* "marchers storm palace; ten killed" */
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        if (dl_base_of(r, c) != DL_DEP_OBL || !dl_child_lemma(r, c, DL_DEP_CASE, "in during amid")) continue;
        uint32_t part = dl_phrase_of(r, c, DL_LIT("of"));
        if (is_protest(b, c) || is_protest(b, part)) return true;
    }
    return false;
}

/* "Two soldiers were | killed on Monday", "1,200 civilians were killed": of those who bear arms, and of civilians, that tells of violence. */
static bool of_war(const dl_build *b, uint32_t token) {
    const dl_reading *r = &b->r;
    bool killed = dl_at(r, token)->upos == DL_UPOS_VERB && dl_is_passive(r, token) && dl_lemma_among(r, token, "kill wound slay");
    uint32_t victim = killed ? dl_child(r, token, DL_DEP_NSUBJ) : 0;
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[victim]];
    if (!victim || !r->mention_at[victim]) return false;
    return dl_actor_is_of(m->actor, "MIL COP REB") || dl_lemma_among(r, victim, "civilian protester demonstrator");
}

/* "An attacker", "four of them": whether those whom a verb harms are the doers of an act. */
static bool harms_doers(const dl_build *b, uint32_t verb, uint32_t doer) {
    const dl_reading *r = &b->r;
    dl_heads victims = dl_role_heads(r, verb, DL_LIT("obj"));
    for (uint32_t i = 0; i < victims.count; i++) {
        uint32_t victim = victims.rows[i], whole = dl_child(r, victim, DL_DEP_NMOD);
        if (dl_lemma_among(r, victim, "attacker assailant shooter gunman bomber hijacker kidnapper suspect raider robber")) return true;
        uint32_t who = whole && dl_has_case(r, whole, DL_LIT("of")) ? whole : victim;
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[who]];
        if (doer && r->mention_at[who] && r->mention_at[doer] && r->doc->mentions.rows[r->mention_at[doer]].entity == m->entity) return true;
    }
    return false;
}

/* "The attack left two dead before police | killed the gunman", "burned it after police | killed a student", "rebels attacked a convoy, but soldiers
 * | killed four of them": who strikes back does an act of his own. */
static bool strikes_back(const dl_build *b, uint32_t verb, uint32_t home) {
    const dl_reading *r = &b->r;
    uint32_t attempt = dl_base_of(r, home) == DL_DEP_ACL && dl_child_lemma(r, home, DL_DEP_MARK, "to") ? dl_at(r, home)->head : home;
    uint32_t above = dl_at(r, attempt)->head, on = dl_at(r, verb)->head; /* "repelled an attack and | killed six rebels" */
    bool held_off = dl_base_of(r, attempt) == DL_DEP_OBJ && dl_holds_off(r, above);
    bool participle = dl_at(r, verb)->xpos == DL_XPOS_VBG && on == home && dl_lemma_is(r, verb - 1, ","); /* "an attempt to take it, | killing six" */
    if (held_off && (on == above || above == verb || (attempt != home && participle))) return true;
    uint32_t subject = dl_at(r, verb)->upos == DL_UPOS_VERB && !dl_is_passive(r, verb) ? dl_child(r, verb, DL_DEP_NSUBJ) : 0;
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[subject]];
    if (!subject || subject == home || !r->mention_at[subject] || !dl_actor_is_of(m->actor, "COP MIL GOV REB PRM UAF SPY")) return false;
    uint32_t doer = dl_at(r, home)->upos == DL_UPOS_VERB ? dl_child(r, home, DL_DEP_NSUBJ) : 0;
    if (doer && r->mention_at[doer] && r->doc->mentions.rows[r->mention_at[doer]].entity == m->entity) return false;
    bool clause = dl_base_of(r, verb) == DL_DEP_ADVCL || dl_base_of(r, verb) == DL_DEP_CONJ || dl_base_of(r, verb) == DL_DEP_PARATAXIS ||
                  dl_base_of(r, home) == DL_DEP_ADVCL;
    return clause && (dl_child_lemma(r, verb, DL_DEP_MARK, "before until after because") || harms_doers(b, verb, doer));
}

/* "More than 7,000 people have been | killed since January": how many there have been so far. */
static bool runs_until_now(const dl_build *b, uint32_t verb) {
    const dl_reading *r = &b->r;
    uint32_t have = dl_child_lemma(r, verb, DL_DEP_AUX, "have"), seen = 0;
    if (!have || dl_at(r, have)->xpos == DL_XPOS_VBD || !dl_is_passive(r, verb) || !dl_sentence_has_count(r->doc, dl_at(r, verb)->sentence))
        return false;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        const dl_time *time = &r->doc->times.rows[r->time_at[c]];
        if (r->time_at[c] && (dl_has_case(r, c, DL_LIT("since")) || time->grain <= DL_GRAIN_MONTH)) return true;
    }
    return false;
}

/* "They fought for the port, and 500 people have been | killed since 2021": a sum of its own beside the act. */
static bool sums_up_beside(const dl_build *b, uint32_t verb) {
    return dl_base_of(&b->r, verb) == DL_DEP_CONJ && runs_until_now(b, verb);
}

/* The act that a harm word belongs to, 0 for none, or the word itself where it is an act of its own. */
static uint32_t harm_home(const dl_build *b, uint32_t word, const uint8_t *violent, const uint8_t *accident) {
    uint32_t token = outcome_of(b, word), home = act_of_outcome(b, word), s = dl_at(&b->r, token)->sentence;
    if (!home) home = act_of_pronoun(b, token);
    if (home) return strikes_back(b, token, home) || sums_up_beside(b, token) ? token : home;
    /* "died" has no agent: its subject is the victim. "The outbreak had spread and killed" may have one only by a slip of the parse */
    bool own = dl_child(&b->r, token, DL_DEP_NSUBJ) || dl_is_passive(&b->r, token) || (!accident[s] && !accident[s - 1]);
    if (dl_sense_at(b, token)->who.size && own && violent_agent(b, token, accident[s])) return token;
    home = act_of_breath(b, token);
    if (home) return home;
    if ((of_war(b, token) || in_protest(b, token)) && !accident[s] && !accident[s - 1]) return token;
    bool agentless = !dl_subject(&b->r, token).count || dl_is_passive(&b->r, token) || dl_at(&b->r, token)->upos != DL_UPOS_VERB ||
                     dl_lemma_among(&b->r, token, "die succumb bleed");
    if (agentless && violent[0] && !accident[s] && !accident[s - 1] && runs_until_now(b, token)) return token; /* however far from that violence */
    return agentless && violent[s] && !accident[s] ? token : 0;
}

/* "Killed three and | wounded six", "killed three, with six others | wounded": the word of harm that it goes on from, where no place, day or doer of
 * its own sets it apart; or 0. */
static uint32_t goes_on_from(const dl_build *b, uint32_t token) {
    const dl_reading *r = &b->r;
    uint32_t above = dl_at(r, token)->head, others = above;
    bool with = dl_base_of(r, token) == DL_DEP_ACL && dl_base_of(r, others) == DL_DEP_OBL && dl_has_case(r, others, DL_LIT("with"));
    if (with) above = dl_at(r, others)->head;
    if ((!with && dl_base_of(r, token) != DL_DEP_CONJ) || !b->sense_at[above] || !dl_sense_at(b, above)->harm || above > token) return 0;
    bool active = dl_at(r, token)->upos == DL_UPOS_VERB && !dl_is_passive(r, token) && dl_child(r, token, DL_DEP_NSUBJ);
    uint32_t seen = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (r->place_at[c] || r->time_at[c] || dl_at(r, c)->deprel == DL_DEP_OBL_AGENT) return 0;
    return active || dl_child_lemma(r, token, DL_DEP_ADVMOD, "not never later earlier previously") ? 0 : above;
}

/* A phrase of a noun that says something of this one event: a party, a place, a time, a clause. Articles and adjectives do not. */
static bool says_something(const dl_reading *r, uint32_t child) {
    switch (dl_base_of(r, child)) {
    case DL_DEP_DET:
    case DL_DEP_PUNCT:
    case DL_DEP_CASE:
    case DL_DEP_CC:
    case DL_DEP_CONJ:
    case DL_DEP_MARK:
    case DL_DEP_ADVMOD:
        return false;
    case DL_DEP_AMOD:
    case DL_DEP_COMPOUND:
    case DL_DEP_NMOD:
        return r->mention_at[child] || r->against_at[child] || r->place_at[child] || r->time_at[child] || dl_child(r, child, DL_DEP_CASE) ||
               dl_at(r, child)->xpos == DL_XPOS_VBN;
    default:
        return true;
    }
}

/* "shelled the | besieged town": a word that describes a party of another event tells none of its own. */
static bool describes_party(const dl_build *b, uint32_t token) {
    const dl_reading *r = &b->r;
    uint32_t t = dl_at(r, token)->head;
    if (dl_at(r, token)->deprel != DL_DEP_AMOD || t < token) return false;
    if (dl_lemma_among(r, token, "outlaw ban proscribe prohibit")) return true; /* "the outlawed party" */
    for (uint32_t steps = 0; t && steps < 3; t = dl_at(r, t)->head, steps++)
        if (b->sense_at[t]) return true;
    return false;
}

/* "condemned the attack", "in the aftermath of bombings": a noun with nothing of its own, in a place where nothing is said of it, only recalls an
 * event told elsewhere, or speaks of such events in general. */
static bool recalls(const dl_build *b, uint32_t token) {
    const dl_reading *r = &b->r;
    unsigned upos = dl_at(r, token)->upos;
    uint32_t whole = dl_whole_of(r, token);
    dl_deprel base = dl_base_of(r, whole);
    if (describes_party(b, token)) return true;
    if (dl_blamed_for(r, token).count || dl_lasts(r, token)) return false;
    if ((upos != DL_UPOS_NOUN && upos != DL_UPOS_PROPN) || base == DL_DEP_ROOT || dl_light_verb(r, whole, NULL)) return false;
    if (base == DL_DEP_NSUBJ && !dl_lemma_among(r, dl_at(r, whole)->head, "come follow mark be remain occur raise")) return false;
    uint32_t seen = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (says_something(r, c)) return false;
    uint32_t next = token + 1 < r->doc->tokens.count ? token + 1 : 0; /* "the attack on the town", where the parse hung "on the town" on the verb */
    uint32_t hung = next && dl_base_of(r, next) == DL_DEP_CASE ? dl_at(r, next)->head : 0;
    if (hung && !r->time_at[hung] && dl_at(r, hung)->head == dl_at(r, token)->head) return false;
    dl_senses senses = {b->senses.rows, b->sense_at};
    dl_status_reading read = dl_status_of(r, &senses, token);
    dl_claim_status status = read.status;
    if (status == DL_CLAIM_POSSIBLE && dl_bytes_is(dl_bytes_of(read.rule), "status-opener")) return true; /* "whether by bombing" */
    return status == DL_CLAIM_HAPPENED || (status == DL_CLAIM_ONGOING && base == DL_DEP_NSUBJ);
}

static bool same_event(const dl_build *b, uint32_t a, uint32_t c) {
    return a && c && b->sense_at[a] && b->sense_at[c] && dl_sense_at(b, a)->event == dl_sense_at(b, c)->event;
}

static bool same_deed(const dl_build *b, uint32_t a, uint32_t c) {
    dl_event event = dl_sense_at(b, a)->event;
    bool diplomatic = event == DL_EVENT_PROTEST && b->sense_at[c] && dl_sense_at(b, c)->event == DL_EVENT_ACCUSE;
    if (diplomatic && dl_lemma_is(&b->r, a, "protest")) return true; /* "summoned the envoy to protest" */
    return same_event(b, a, c) && (dl_bytes_equal(dl_sense_at(b, a)->mode, dl_sense_at(b, c)->mode) || event == DL_EVENT_CONSULT ||
                                   event == DL_EVENT_PROTEST || event == DL_EVENT_MOBILIZE); /* "deployed to guard" */
}

/* "The army took part in the crime": a word for any deed is the violence told near by, and worth a claim where it tells whose deed it was. */
static bool whose_deed(const dl_build *b, uint32_t token, const uint8_t *violent) {
    const dl_reading *r = &b->r;
    bool pointed_at = dl_child_lemma(r, token, DL_DEP_DET, "the this that these those both");
    return violent[dl_at(r, token)->sentence] && pointed_at && dl_blamed_for(r, token).count;
}

/* "Met | to discuss", "blocked roads in Peru | to protest", hung on the place: the verb of which an infinitive is the aim; or 0. */
static uint32_t whose_aim(const dl_build *b, uint32_t token) {
    const dl_reading *r = &b->r;
    dl_deprel base = dl_base_of(r, token);
    uint32_t above = dl_at(r, token)->head;
    bool protest = dl_sense_at(b, token)->event == DL_EVENT_PROTEST;
    if (!dl_child_lemma(r, token, DL_DEP_MARK, "to")) return 0;
    if (base == DL_DEP_ADVCL || (protest && base == DL_DEP_XCOMP)) return above;
    if (base != DL_DEP_ACL || !protest) return 0;
    for (uint32_t steps = 0; above && steps < 3 && dl_at(r, above)->upos != DL_UPOS_VERB; steps++) above = dl_at(r, above)->head;
    return above < token ? above : 0;
}

/* The word that tells the same event as this one does: "a round of | talks", "the | attack targeted", "met for | talks". 0 where there is none. */
static uint32_t twin(const dl_build *b, uint32_t token) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0, head = dl_at(r, token)->head;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        if (base == DL_DEP_NMOD && dl_has_case(r, c, DL_LIT("of")) && same_event(b, token, c)) return c;
        if (base == DL_DEP_NSUBJ && !dl_is_passive(r, token) && same_event(b, token, c)) return c;
    }
    if (dl_at(r, token)->xpos == DL_XPOS_VBN && dl_base_of(r, token) == DL_DEP_ACL && dl_base_of(r, head) == DL_DEP_NSUBJ &&
        same_event(b, token, dl_at(r, head)->head) && !dl_child(r, token, DL_DEP_OBL_AGENT))
        return dl_at(r, head)->head;                                                   /* "a bomb | hidden in a cart exploded" */
    if (dl_base_of(r, token) == DL_DEP_ACL && same_event(b, token, head)) return head; /* "attacks | targeting troops" */
    bool by_people =
        r->mention_at[head] && r->doc->mentions.rows[r->mention_at[head]].kind != DL_NAME_FACILITY; /* "killed men who | attacked a post" */
    if (dl_base_of(r, token) == DL_DEP_ACL && dl_base_of(r, head) == DL_DEP_OBJ && same_event(b, token, dl_at(r, head)->head) && !by_people)
        return dl_at(r, head)->head;                                     /* "fired rockets | targeting troops" */
    uint32_t first = dl_base_of(r, token) == DL_DEP_CONJ ? head : token; /* "sent funds and | aid" */
    if (first && dl_base_of(r, first) == DL_DEP_OBJ && same_event(b, token, dl_at(r, first)->head)) return dl_at(r, first)->head;
    uint32_t sum = dl_has_case(r, token, DL_LIT("in")) ? dl_base_of(r, token) == DL_DEP_NMOD ? head : dl_child(r, head, DL_DEP_OBJ) : 0;
    bool paid = sum && dl_in_sets(r, sum, DL_SET(money)) && dl_base_of(r, sum) == DL_DEP_OBJ;
    uint32_t spent = paid ? dl_at(r, sum)->head : 0; /* "sent $ 5 million in | aid", "froze $ 5 million in aid" */
    if (spent && b->sense_at[spent] && (same_event(b, token, spent) || dl_sense_at(b, spent)->event == DL_EVENT_SANCTION)) return spent;
    bool load = dl_base_of(r, token) == DL_DEP_NMOD && dl_has_case(r, token, DL_LIT("of")) && dl_base_of(r, head) == DL_DEP_OBJ;
    if (load && dl_sense_at(b, token)->event == DL_EVENT_AID && same_event(b, token, dl_at(r, head)->head))
        return dl_at(r, head)->head; /* "sent 500 tonnes of | aid" */
    if (dl_at(r, token)->upos != DL_UPOS_VERB && dl_base_of(r, token) == DL_DEP_XCOMP && same_event(b, token, head))
        return head;                                                                                    /* "found | guilty of", also read as a noun */
    bool cause = dl_child_lemma(r, token, DL_DEP_CASE, "for over after since before");                  /* "retaliated for the | killing" */
    bool alone = !dl_phrase_of(r, token, DL_LIT("with")) && !dl_phrase_of(r, token, DL_LIT("between")); /* "arrived for | talks" */
    bool meeting = dl_sense_at(b, token)->event == DL_EVENT_CONSULT && !dl_sense_at(b, token)->mode.size;
    cause = cause && !(alone && meeting && dl_has_case(r, token, DL_LIT("for")));
    if (dl_base_of(r, token) == DL_DEP_OBL && same_event(b, token, head) && !dl_sense_at(b, head)->harm && !cause) return head;
    if (dl_base_of(r, token) == DL_DEP_OBL && dl_lemma_among(r, token, "retaliation reprisal revenge") &&
        same_event(b, token, dl_child(r, head, DL_DEP_OBJ)))
        return dl_child(r, head, DL_DEP_OBJ); /* "carried out strikes in | retaliation" */
    if (dl_base_of(r, token) == DL_DEP_CCOMP && dl_sense_at(b, token)->event == DL_EVENT_REJECT && same_event(b, token, head))
        return head; /* "said it would not | tolerate raids" */
    if (dl_at(r, token)->deprel == DL_DEP_NSUBJ_PASS && dl_sense_at(b, token)->event == DL_EVENT_PROTEST && same_event(b, token, head))
        return head; /* "the | strike was called by the union", unlike "the protest was condemned" */
    uint32_t aim = whose_aim(b, token);
    if (aim && same_deed(b, token, aim)) return aim; /* "met | to discuss", "fired gas to disperse", "blocked roads to protest" */
    if (dl_base_of(r, token) == DL_DEP_OBL && dl_bytes_is(dl_sense_at(b, token)->mode, "ceasefire") &&
        dl_sense_at(b, head)->event == DL_EVENT_AGREE && dl_lemma_is(r, head, "agree"))
        return head; /* "agreed to a | truce" */
    uint32_t top = dl_base_of(r, token) == DL_DEP_NMOD && head && dl_base_of(r, head) == DL_DEP_OBL ? dl_at(r, head)->head : 0;
    if (same_event(b, token, top) && dl_has_case(r, token, DL_LIT("of"))) return top; /* "met during a day of talks" */
    if (dl_base_of(r, token) == DL_DEP_OBL && head) {                                 /* "in an attack, air strikes killed" */
        uint32_t subject = dl_child(r, head, DL_DEP_NSUBJ);
        if (same_event(b, token, subject)) return subject;
    }
    return 0;
}

/* Follows merges to the trigger that makes the claim; a circle is cut where it is entered. */
static void resolve(dl_build *b) {
    for (DL_EACH(i, &b->triggers)) {
        uint32_t home = b->triggers.rows[i].merged;
        for (uint32_t steps = 0; steps < 6 && home && b->triggers.rows[home].merged; steps++) home = b->triggers.rows[home].merged;
        b->triggers.rows[i].merged = home == i || b->triggers.rows[home].merged ? 0 : home;
    }
}

/* "A | fought-over child" */
static bool in_compound(const dl_reading *r, uint32_t token) {
    uint32_t hyphen = token + 1;
    return hyphen + 1 < r->doc->tokens.count && dl_at(r, token)->deprel == DL_DEP_AMOD && dl_lemma_is(r, hyphen, "-") &&
           dl_at(r, hyphen + 1)->upos == DL_UPOS_ADP;
}

static bool names_event(const dl_build *b, uint32_t token) {
    return b->sense_at[token] && !in_compound(&b->r, token) && (!dl_sense_at(b, token)->people || has_people(b, token));
}

/* The token that each word belongs to, which for a word of harm may be itself; 0: none. */
static uint32_t *find_homes(dl_build *b) {
    dl_doc *doc = b->r.doc;
    uint32_t *home = DL_NEW_ARRAY(&doc->arena, uint32_t, doc->tokens.count + 1);
    uint8_t *accident = DL_NEW_ARRAY(&doc->arena, uint8_t, doc->sentences.count + 1);
    for (DL_EACH(s, &doc->sentences)) accident[s] = names_accident(b, &doc->sentences.rows[s]);
    const uint8_t *violent = violent_sentences(b, accident);
    for (DL_EACH(t, &doc->tokens)) {
        if (!b->sense_at[t]) continue;
        if (dl_sense_at(b, t)->deed && !whose_deed(b, t, violent)) b->sense_at[t] = 0;
        if (!names_event(b, t)) continue;
        if (dl_sense_at(b, t)->event == DL_EVENT_ASSAULT && ran_into(b, t, accident)) {
            b->sense_at[t] = 0;
            continue;
        }
        home[t] = dl_sense_at(b, t)->harm ? harm_home(b, t, violent, accident) : twin(b, t);
        if (dl_sense_at(b, t)->harm && only_feared(b, t, home[t])) home[t] = t;
        uint32_t first = dl_sense_at(b, t)->harm && home[t] == t ? goes_on_from(b, t) : 0;
        if (first && home[first]) home[t] = first;
    }
    return home;
}

void dl_triggers_find(dl_build *b) {
    dl_doc *doc = b->r.doc;
    find_senses(b);
    uint32_t *home = find_homes(b);
    uint8_t *has_harm = DL_NEW_ARRAY(&doc->arena, uint8_t, doc->tokens.count + 1); /* "killed in clashes": such clashes are told, not recalled */
    for (DL_EACH(t, &doc->tokens))
        if (home[t] && dl_sense_at(b, t)->harm) has_harm[home[t]] = 1;
    for (DL_EACH(t, &doc->tokens))
        if (b->sense_at[t] && names_event(b, t) && (home[t] || (!dl_sense_at(b, t)->harm && (has_harm[t] || !recalls(b, t)))))
            add_trigger(b, t, home[t] == t ? 0 : home[t]);
    for (DL_EACH(i, &b->triggers)) /* from tokens to trigger numbers */
        b->triggers.rows[i].merged = b->trigger_at[b->triggers.rows[i].merged];
    resolve(b);
}
