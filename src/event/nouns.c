/* Who stands in which role to a noun that names an event: "the army's attack on the town", "talks between", "the school shooting". */
#include "event/blamed.h"
#include "event/conditions.h"
#include "event/edges.h"
#include "event/lexicon.h"
#include "event/meant.h"
#include "event/roles.h"
#include "know/code.h"

#define CLASHES "clash fighting battle firefight skirmish gunfight encounter combat"

static bool capital(const dl_reading *r, uint32_t token) {
    dl_bytes word = dl_token_text(r->doc, token);
    return word.size > 1 && dl_is_upper(word.data[0]) && token != r->doc->sentences.rows[dl_at(r, token)->sentence].first_token;
}

bool dl_within_name(const dl_reading *r, uint32_t word, uint32_t head) {
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, word)->sentence];
    dl_deprel base = dl_base_of(r, word);
    bool modifies = word < head && (base == DL_DEP_COMPOUND || base == DL_DEP_AMOD) && !dl_child(r, word, DL_DEP_CASE);
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[word]];
    bool ship =
        word + 1 == head && m->named && dl_span_size(m->span) <= 5 && dl_bytes_finish(m->actor, "MIL"); /* "the USS | Cole": it is the navy's */
    bool people = m->kind == DL_NAME_NATIONALITY;
    return modifies && !people && !ship && !s->capitals && s->zone != DL_ZONE_HEADLINE && !r->mention_at[head] && capital(r, word) &&
           capital(r, head);
}

/* Both of two nations side by side: "the US-China | talks". */
static void add_pair(const dl_reading *r, dl_heads *found, uint32_t second) {
    bool dash = second > 2 && dl_at(r, second - 1)->upos == DL_UPOS_PUNCT && dl_lemma_among(r, second - 1, "- – —");
    uint32_t first = dash && r->mention_at[second - 2] && r->mention_at[second] ? second - 2 : 0;
    dl_bytes a = r->doc->mentions.rows[r->mention_at[first]].actor, b = r->doc->mentions.rows[r->mention_at[second]].actor;
    if (first && a.size == 3 && b.size == 3 && !dl_bytes_equal(a, b)) dl_heads_add(found, first);
}

/* Actor adjectives and nouns in front: "Russian air strikes". */
static void add_modifiers(const dl_reading *r, dl_heads *found, uint32_t noun) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[noun]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        if (base != DL_DEP_AMOD && base != DL_DEP_COMPOUND && base != DL_DEP_NMOD && base != DL_DEP_NMOD_DESC) continue;
        if (c > noun || !r->mention_at[c] || dl_child(r, c, DL_DEP_CASE) || dl_at(r, c)->deprel == DL_DEP_NMOD_POSS) continue;
        if (dl_within_name(r, c, noun) || dl_in_sets(r, c, DL_SET(premises))) continue; /* "the school shooting" */
        add_pair(r, found, c);
        dl_heads_add_all(r, found, c);
    }
}

uint32_t dl_target_before(const dl_reading *r, uint32_t noun) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[noun]; c && c < noun && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_base_of(r, c) == DL_DEP_COMPOUND && r->mention_at[c] && dl_in_sets(r, c, DL_SET(premises))) return c;
    return 0;
}

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

uint32_t dl_noun_before(const dl_reading *r, uint32_t noun) {
    uint32_t opener = dl_child(r, noun, DL_DEP_CASE), before = opener > 1 ? opener - 1 : 0;
    if (!before || opener > noun || dl_at(r, before)->upos != DL_UPOS_NOUN) return 0;
    bool above = dl_at(r, noun)->head == before, beside = dl_at(r, noun)->head == dl_at(r, before)->head;
    return above || (beside && dl_base_of(r, noun) == DL_DEP_OBL && !dl_has_case(r, noun, DL_LIT("of"))) ? before : 0;
}

/* "The rebels' plans | for a raid", "attempts by rebels at | raids": the noun of intention in front of an event; or 0. */
static uint32_t intention(const dl_reading *r, uint32_t noun) {
    uint32_t plan = dl_noun_before(r, noun);
    dl_know_hit hits[32];
    uint32_t n = plan ? dl_know_look_up_word(r->know, r->governors.table, dl_at(r, plan)->stem, hits, 32) : 0;
    for (uint32_t i = 0; i < n; i++) {
        dl_bytes frame = dl_know_cell(r->know, r->governors.table, hits[i].row, r->governors.frame);
        dl_bytes status = dl_know_cell(r->know, r->governors.table, hits[i].row, r->governors.status);
        bool of_noun = dl_bytes_is(dl_know_cell(r->know, r->governors.table, hits[i].row, r->governors.pos), "n");
        if (of_noun && dl_has_case(r, noun, frame) && dl_bytes_among(status, "planned threatened attempted")) return plan;
    }
    return 0;
}

/* "The UN wants | to end the fighting": who is to end it need not be who does it. */
static bool only_to_end(const dl_reading *r, uint32_t verb) {
    unsigned xpos = dl_at(r, verb)->xpos;
    return (xpos == DL_XPOS_VB || xpos == DL_XPOS_VBG) && dl_ends(r, verb);
}

dl_heads dl_own_subjects(const dl_reading *r, uint32_t token) {
    dl_heads found = {0};
    dl_heads_add_all(r, &found, dl_child(r, token, DL_DEP_NSUBJ));
    return found;
}

/* "Tunisia faces attacks", "a death that led to protests": the subject bears what the noun tells, or causes it, and does not do it. What is received
 * is as a rule borne, but for what needs two. */
static bool borne(const dl_reading *r, uint32_t light, uint32_t noun) {
    if (dl_lemma_among(r, light, "suffer sustain face see witness serve")) return true;
    bool itself = dl_base_of(r, noun) == DL_DEP_OBJ && dl_at(r, noun)->head == light; /* not "received reports of | a raid" */
    return itself && dl_lemma_among(r, light, "receive attract undergo endure") && !dl_in_sets(r, noun, DL_SET(talks) | DL_SET(agreement)) &&
           !dl_lemma_among(r, noun, "visit call delegation");
}

/* "Iran was hit | by sanctions", "slapped Turkey with sanctions": to whom it was done; or 0. */
static uint32_t hit_with(const dl_reading *r, uint32_t noun) {
    uint32_t verb = dl_base_of(r, noun) == DL_DEP_OBL && dl_child_lemma(r, noun, DL_DEP_CASE, "by with") ? dl_at(r, noun)->head : 0;
    if (!verb || !dl_lemma_among(r, verb, "hit slap target punish cripple plague")) return 0;
    return dl_child(r, verb, dl_is_passive(r, verb) ? DL_DEP_NSUBJ : DL_DEP_OBJ);
}

/* "Suffered raids | at the hands of rebels" */
static uint32_t at_hands(const dl_reading *r, uint32_t verb) {
    uint32_t hands = dl_phrase_of(r, verb, DL_LIT("at"));
    return hands && dl_lemma_is(r, hands, "hand") ? dl_phrase_of(r, hands, DL_LIT("of")) : 0;
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
    return dl_lemma_among(r, light, "spark trigger cause provoke prompt ignite fuel") || dl_child_lemma(r, light, DL_DEP_COMPOUND_PRT, "off") ||
           (to && dl_lemma_among(r, light, "lead result"));
}

dl_heads dl_borne_by(const dl_reading *r, uint32_t noun) {
    uint32_t what = dl_base_of(r, noun) == DL_DEP_NMOD && dl_has_case(r, noun, DL_LIT("of")) ? dl_at(r, noun)->head : 0;
    if (what && dl_lemma_among(r, what, "count charge accusation allegation")) return (dl_heads){0}; /* "face counts of torture" */
    uint32_t light = dl_at(r, noun)->upos == DL_UPOS_NOUN ? dl_light_verb(r, noun, NULL) : 0;
    uint32_t verb = dl_at(r, noun)->head; /* "is serving | a sentence" */
    if (!light && dl_base_of(r, noun) == DL_DEP_OBJ && dl_lemma_is(r, verb, "serve") && dl_lemma_among(r, noun, "sentence term")) light = verb;
    bool crowd = dl_lemma_among(r, noun, "protest demonstration rally march"); /* "Belgium saw protests" */
    if (light && crowd && r->place_at[dl_child(r, light, DL_DEP_NSUBJ)]) return (dl_heads){0};
    uint32_t seeing = light && dl_lemma_among(r, light, "see witness") ? dl_subject(r, light).rows[0] : 0; /* "we saw an explosion" */
    const dl_mention *seer = &r->doc->mentions.rows[r->mention_at[seeing]];
    if (seeing && (dl_at(r, seeing)->upos == DL_UPOS_PRON || seer->kind == DL_NAME_PERSON || seer->kind == DL_NAME_GROUP)) return (dl_heads){0};
    if (light && borne(r, light, noun)) return dl_subject(r, light);
    uint32_t hit = hit_with(r, noun);
    if (hit) {
        dl_heads found = {0};
        dl_add_or_antecedent(r, &found, dl_at(r, noun)->head, hit);
        return found;
    }
    if (dl_has_case(r, noun, DL_LIT("under")) && dl_child(r, noun, DL_DEP_NSUBJ)) return dl_own_subjects(r, noun); /* "Peru is under sanctions" */
    bool bears = what && dl_lemma_among(r, what, "subject target victim object focus");                            /* "Peru is the target of raids" */
    return bears ? dl_own_subjects(r, what) : (dl_heads){0};
}

bool dl_only_where(const dl_reading *r, uint32_t token) {
    uint32_t noun = dl_at(r, token)->head;
    bool country = r->doc->mentions.rows[r->mention_at[token]].kind == DL_NAME_PLACE &&
                   dl_base_of(r, token) == DL_DEP_COMPOUND && /* "the Kenya bombing" */
                   dl_lemma_among(r, noun, "bombing blast explosion massacre shooting stabbing siege") && dl_token_text(r->doc, token).size > 4;
    if (country && r->doc->sentences.rows[dl_at(r, token)->sentence].zone != DL_ZONE_HEADLINE && dl_at(r, token)->xpos != DL_XPOS_JJ) return true;
    dl_bytes feature = r->place_at[token] ? r->doc->places.rows[r->place_at[token]].feature : (dl_bytes){0};
    return dl_bytes_start(feature, "PPL") && dl_at(r, token)->xpos != DL_XPOS_JJ;
}

/* "Lopez said | in a meeting with Kim": who speaks there has part in it. */
static bool said_in(const dl_reading *r, uint32_t noun) {
    uint32_t head = dl_at(r, noun)->head;
    bool stump = head && dl_lemma_is(r, noun, "rally") && dl_base_of(r, noun) == DL_DEP_OBL && dl_child_lemma(r, noun, DL_DEP_CASE, "at during with");
    if (stump &&
        dl_lemma_among(r, head,
                       "speak say tell announce appear declare vow promise claim attack criticize criticise accuse return insist address campaign"))
        return true; /* "spoke | at a rally" */
    return head && dl_is_verb(r, head) && dl_base_of(r, noun) == DL_DEP_OBL && dl_child_lemma(r, noun, DL_DEP_CASE, "in during at") &&
           dl_lemma_among(r, noun, "meeting talk conversation discussion call") && dl_phrase_of(r, noun, DL_LIT("with"));
}

/* "The seizure of a tanker | by Iran", hung on what was seized; or 0. */
static uint32_t by_of_patient(const dl_reading *r, uint32_t noun) {
    uint32_t patient = dl_phrase_of(r, noun, DL_LIT("of"));
    uint32_t life = patient ? 0 : dl_phrase_of(r, noun, DL_LIT("on")); /* "an attempt on the life of the mayor | by rebels" */
    if (!patient && life && dl_lemma_is(r, life, "life")) patient = life;
    return patient ? dl_phrase_of(r, patient, DL_LIT("by")) : 0;
}

/* "An offer of talks | from the king", "a protest by farmers | against the state", hung on what is offered or on who protests; or 0. */
static uint32_t hung_on_other(const dl_reading *r, uint32_t noun, dl_bytes preposition) {
    bool from = dl_bytes_is(preposition, "from");
    uint32_t other = dl_phrase_of(r, noun, from ? DL_LIT("of") : DL_LIT("by"));
    if (from ? !dl_lemma_among(r, noun, "offer promise pledge threat proposal message word warning letter") : !dl_bytes_is(preposition, "against"))
        return 0;
    return other && !(from && r->mention_at[other]) ? dl_phrase_of(r, other, preposition) : 0;
}

/* Whether the preposition that goes with a noun stands right behind it: "a raid | on", "his role | in". */
static bool is_next(const dl_reading *r, uint32_t noun, dl_bytes preposition) {
    bool in = dl_bytes_is(preposition, "in") && dl_lemma_among(r, noun, "role part hand involvement participation complicity");
    bool of =
        dl_bytes_is(preposition, "of") && !dl_lemma_among(r, dl_at(r, noun)->head, "accuse convict suspect acquit clear rob strip inform remind");
    bool goes_with = in || of || dl_bytes_is(preposition, "on") || dl_bytes_is(preposition, "against") || dl_bytes_is(preposition, "with") ||
                     dl_bytes_is(preposition, "to") || dl_bytes_is(preposition, "into");
    uint32_t next = noun + 1;
    if (!goes_with || next >= r->doc->tokens.count || dl_base_of(r, next) != DL_DEP_CASE) return false;
    if (dl_bytes_is(preposition, "with") && !dl_is_somebody(r, dl_at(r, next)->head)) return false; /* "come to the talks | with a wish" */
    return dl_bytes_equal(dl_at(r, next)->lemma, preposition);
}

/* "Carried out a series of raids | on villages", hung on the verb whose object the series is. */
static uint32_t phrase_of_part(const dl_reading *r, uint32_t noun, uint32_t part, dl_bytes preposition) {
    uint32_t verb = dl_at(r, part)->head;
    dl_deprel relation = dl_at(r, part)->deprel;
    bool whom =
        dl_bytes_is(preposition, "on") || dl_bytes_is(preposition, "against") || dl_bytes_is(preposition, "with") || dl_bytes_is(preposition, "to");
    if (!verb || !dl_is_verb(r, verb) || !whom || (relation != DL_DEP_OBJ && relation != DL_DEP_NSUBJ_PASS)) return 0;
    if (!dl_in_sets(r, part, DL_SET(partitive)) || dl_child(r, noun, DL_DEP_NMOD) > noun) return 0;
    uint32_t found = dl_phrase_of(r, verb, preposition);
    return found > noun ? found : 0;
}

/* A phrase that the parser may have hung one step higher: on the verb whose object the noun is, on the noun of which it is a part. */
static uint32_t phrase_above(const dl_reading *r, uint32_t noun, dl_bytes preposition) {
    uint32_t found = 0, head = dl_at(r, noun)->head;
    dl_deprel relation = dl_at(r, noun)->deprel;
    bool said_of_it = !dl_is_verb(r, head) && relation == DL_DEP_NSUBJ; /* "the attack was the work of rebels" */
    if (said_of_it && dl_bytes_is(preposition, "of")) return 0;
    bool of_object = relation == DL_DEP_NSUBJ && dl_bytes_is(preposition, "by") && dl_child(r, head, DL_DEP_OBJ); /* "it led to a raid | by" */
    if (of_object) return 0;
    bool agent_of_verb = dl_bytes_is(preposition, "by") && dl_is_verb(r, head) && dl_is_passive(r, head); /* "the rebels are backed | by Iran" */
    if (agent_of_verb && !dl_lemma_among(r, head, "claim attend join")) return 0;
    bool part = relation == DL_DEP_NMOD && dl_has_case(r, noun, DL_LIT("of"));
    bool clash = relation == DL_DEP_OBL && dl_bytes_is(preposition, "with") && dl_lemma_among(r, noun, CLASHES); /* "died in clashes | with" */
    /* "marched over the killing of a boy | by police" */
    bool done_to = dl_child(r, noun, DL_DEP_NMOD) > noun || dl_phrase_beside(r, noun) || dl_phrase_of(r, noun, DL_LIT("of"));
    bool doer = relation == DL_DEP_OBL && dl_bytes_is(preposition, "by") && !dl_is_passive(r, head) && done_to;
    /* "thirty died in attacks | by rebels" */
    doer = doer || (relation == DL_DEP_OBL && dl_bytes_is(preposition, "by") && dl_lemma_is(r, noun + 1, "by") && !dl_is_passive(r, head));
    doer = doer || (relation == DL_DEP_OBL && is_next(r, noun, preposition)); /* "spoke of a raid | on a judge" */
    bool of_deed =
        part && dl_bytes_is(preposition, "by") && dl_lemma_among(r, head, "dispersal breakup suppression crushing disruption"); /* "of the rally" */
    if (of_deed) return 0;
    if (relation == DL_DEP_OBJ || relation == DL_DEP_NSUBJ_PASS || relation == DL_DEP_NSUBJ || relation == DL_DEP_CONJ || part || clash || doer)
        found = dl_phrase_of(r, head, preposition);
    if (found <= noun) found = 0;                                         /* "a series | of killings" */
    if (!found && part) found = dl_attached_phrase(r, head, preposition); /* "a series of raids by rebels | on villages", hung on the rebels */
    if (!found && part) found = phrase_of_part(r, noun, head, preposition);
    return found;
}

static uint32_t phrase_nearby(const dl_reading *r, uint32_t noun, dl_bytes preposition) {
    uint32_t found = dl_phrase_of(r, noun, preposition), head = dl_at(r, noun)->head;
    if (!found && dl_bytes_is(preposition, "by")) found = by_of_patient(r, noun);
    if (!found) found = hung_on_other(r, noun, preposition);
    if (!found) found = dl_attached_phrase(r, noun, preposition);
    if (found || !head) return found;
    uint32_t above = phrase_above(r, noun, preposition);
    return above && !dl_ascribes(r, head) ? above : 0;
}

static bool armed(const dl_reading *r, uint32_t token) {
    dl_bytes actor = token ? r->doc->mentions.rows[r->mention_at[token]].actor : (dl_bytes){0};
    return dl_actor_is_of(actor, "MIL COP REB UAF");
}

/* "The premier will fly to Rabat | for talks with": who goes there talks. */
static bool come_for(const dl_reading *r, uint32_t verb, uint32_t noun) {
    return dl_has_case(r, noun, DL_LIT("for")) &&
           dl_lemma_among(r, verb, "travel go fly arrive come head visit leave return depart meet land gather be stop expect set schedule");
}

/* "They freed the hostages | after negotiations with elders", "two soldiers died in clashes with rebels": whose verb it is has part in it, be it as
 * one who bears arms where people come to harm. */
static dl_heads sided_with(const dl_reading *r, uint32_t noun) {
    uint32_t whole = dl_whole_of(r, noun), head = dl_at(r, whole)->head; /* "after two days of | talks with" */
    bool following = dl_has_case(r, whole, DL_LIT("following"));
    bool beside = head && dl_is_verb(r, head) && (following || dl_base_of(r, whole) == DL_DEP_OBL) && phrase_nearby(r, noun, DL_LIT("with")) &&
                  (following || dl_child_lemma(r, whole, DL_DEP_CASE, "in during after before amid") || come_for(r, head, whole));
    if (!beside ||
        !dl_lemma_among(r, noun,
                        "talk negotiation meeting discussion consultation cooperation coordination collaboration partnership solidarity " CLASHES))
        return (dl_heads){0};
    bool harmed = dl_lemma_among(r, head, "die perish fall") || (dl_is_passive(r, head) && dl_lemma_among(r, head, "kill wound injure hurt slay"));
    dl_heads victims = {0};
    if (!harmed) return dl_subject(r, head);
    if (armed(r, dl_own_subject(r, head))) dl_heads_add_all(r, &victims, dl_own_subject(r, head));
    return victims;
}

/* "Sanctions | that Norway imposed on Peru", "the raid the rebels launched": the clause behind a noun that tells whose it is; or 0. */
static uint32_t imposing(const dl_reading *r, uint32_t noun) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[noun]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        uint32_t doer = dl_base_of(r, c) == DL_DEP_ACL && c > noun ? dl_child(r, c, DL_DEP_NSUBJ) : 0;
        if (!doer || dl_relative_pronoun(r, doer) || dl_child(r, c, DL_DEP_AUX_PASS)) continue;
        if (dl_lemma_among(r, c,
                           "impose levy launch stage conduct carry commit perpetrate hold make wage mount lead sign reach organize organise declare"))
            return c;
    }
    uint32_t clause = dl_telling_clause(r, noun), doer = clause ? dl_child(r, clause, DL_DEP_NSUBJ) : 0; /* "the raid on Goma, | which rebels made" */
    return doer && !dl_takes_place(r, clause) && !dl_relative_pronoun(r, doer) && !dl_child(r, clause, DL_DEP_AUX_PASS) ? clause : 0;
}

/* "Freed them | during a visit to Goma", "the director, on a visit to Goma, said": who is there is the visitor. */
static dl_heads visiting(const dl_reading *r, uint32_t noun) {
    dl_heads found = {0};
    uint32_t head = dl_at(r, noun)->head;
    if (!head || !dl_child_lemma(r, noun, DL_DEP_CASE, "on during") || !dl_lemma_among(r, noun, "visit trip tour")) return found;
    if (dl_is_verb(r, head) && dl_base_of(r, noun) == DL_DEP_OBL && !dl_is_passive(r, head)) return dl_subject(r, head);
    if (dl_base_of(r, noun) == DL_DEP_NMOD && r->mention_at[head]) dl_heads_add_all(r, &found, head);
    return found;
}

/* "Nurses | were on strike", "the miners are | in talks with him", "who was on a visit to Goma", "is in Rome for talks", "nurses | on strike
 * marched": who is said to be in it or there for it has part in it. */
static dl_heads engaged_in(const dl_reading *r, uint32_t noun) {
    dl_heads found = {0};
    uint32_t head = dl_at(r, noun)->head;
    if (!dl_child(r, noun, DL_DEP_CASE)) return found;
    if (!dl_lemma_among(r, noun, "talk talks negotiation discussion consultation contact visit trip tour conversation strike patrol")) return found;
    bool there = head && dl_has_case(r, noun, DL_LIT("for")); /* "in Rome | for talks" hangs on the place */
    uint32_t said = there ? head : noun, subject = dl_child(r, said, DL_DEP_COP) ? dl_child(r, said, DL_DEP_NSUBJ) : 0;
    bool on = dl_child_lemma(r, noun, DL_DEP_CASE, "on"), in = on || dl_child_lemma(r, noun, DL_DEP_CASE, "in");
    if (subject && (there || in)) {
        dl_add_or_antecedent(r, &found, said, subject);
        return found;
    }
    bool said_of = on && head && dl_base_of(r, noun) == DL_DEP_NMOD && r->mention_at[head] && dl_lemma_is(r, noun, "strike");
    if (said_of) dl_heads_add_all(r, &found, head);
    return found;
}

/* "Agents took the child in a raid on the house": who acts in it is who does it. */
static dl_heads acted_in(const dl_reading *r, uint32_t noun) {
    uint32_t head = dl_at(r, noun)->head;
    bool obl = head && dl_is_verb(r, head) && dl_base_of(r, noun) == DL_DEP_OBL && !dl_is_passive(r, head);
    bool crowd = obl && dl_lemma_among(r, noun, "rally protest demonstration march vigil");
    bool came = crowd && dl_child_lemma(r, noun, DL_DEP_CASE, "for in at") &&
                dl_lemma_among(r, head, "gather assemble march converge flock turn congregate mass"); /* "thousands gathered | for the rally" */
    if (came) return dl_subject(r, head);
    dl_heads marchers = crowd && dl_child_lemma(r, noun, DL_DEP_CASE, "in") ? dl_subject(r, head) : (dl_heads){0};
    if (marchers.count && dl_at(r, marchers.rows[0])->xpos == DL_XPOS_NNS) return marchers; /* "thousands paid tribute to them | in a rally" */
    bool within = obl && dl_child_lemma(r, noun, DL_DEP_CASE, "in during") && !dl_lemma_among(r, head, "lose die fall perish suffer");
    if (!within || dl_is_passive(r, head) || !dl_lemma_among(r, noun, "raid operation sweep swoop ambush crackdown")) return (dl_heads){0};
    dl_heads doers = dl_subject(r, head);
    return doers.count && armed(r, doers.rows[0]) ? doers : (dl_heads){0};
}

/* "US-led | invasion": who leads what is done, does it; 0 where nobody leads. */
static uint32_t leader_of(const dl_reading *r, uint32_t noun) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[noun]; c && c < noun && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool led = dl_at(r, c)->xpos == DL_XPOS_VBN && dl_lemma_is(r, c - 1, "-") && dl_lemma_among(r, c, "lead organize organise orchestrate");
        if (led && r->mention_at[c - 2]) return c - 2;
    }
    return 0;
}

static dl_heads noun_subject(const dl_reading *r, uint32_t noun) {
    static const char *const order[] = {"poss", "by", "comp"};
    dl_heads found = {0};
    uint32_t light = dl_light_verb(r, noun, NULL);
    bool of_others = light && dl_lemma_among(r, light, "prevent avert foil thwart broker mediate"); /* who averts or brokers it does not do it */
    if (light && !of_others && !borne(r, light, noun) && !only_had(r, light, noun) && !caused(r, light, noun) && !only_to_end(r, light))
        found = dl_subject(r, light);
    for (size_t i = 0; !found.count && i < sizeof order / sizeof *order; i++) {
        found = dl_noun_role(r, noun, dl_bytes_of(order[i]));
        uint32_t target = i == 2 ? dl_target_before(r, noun) : 0;
        bool whose_target = found.count == 1 && found.rows[0] < target && r->place_at[found.rows[0]]; /* "the U.S. embassy bombings" */
        uint32_t next = found.count == 1 && i == 2 ? found.rows[0] + 1 : 0;
        whose_target = whose_target || (next && next < noun && dl_at(r, next)->head == noun && dl_in_sets(r, next, DL_SET(premises)));
        if (whose_target || (found.count == 1 && i == 2 && dl_only_where(r, found.rows[0]))) found.count = 0;
    }
    const dl_mention *doer = &r->doc->mentions.rows[found.count ? r->mention_at[found.rows[0]] : 0];
    if (found.count == 1 && found.rows[0] < noun && doer->kind == DL_NAME_FACILITY && !doer->actor.size)
        found.count = 0; /* "the shopping centre bombing" */
    if (!found.count) dl_heads_add_all(r, &found, leader_of(r, noun));
    if (!found.count && said_in(r, noun)) return dl_subject(r, dl_at(r, noun)->head);
    if (!found.count) found = sided_with(r, noun);
    if (!found.count) found = acted_in(r, noun);
    if (!found.count) found = visiting(r, noun);
    if (!found.count) found = engaged_in(r, noun);
    if (!found.count && light && borne(r, light, noun)) dl_heads_add_all(r, &found, at_hands(r, light));
    uint32_t clause = found.count ? 0 : imposing(r, noun);
    if (clause) found = dl_own_subjects(r, clause);
    uint32_t plan = found.count ? 0 : intention(r, noun);
    if (plan) found = dl_noun_role(r, plan, DL_LIT("poss"));
    if (plan && !found.count) found = dl_noun_role(r, plan, DL_LIT("by"));
    bool any = found.count == 0 && dl_base_of(r, noun) == DL_DEP_OBJ && dl_child_lemma(r, noun, DL_DEP_DET, "any");
    if (any && dl_lemma_among(r, dl_at(r, noun)->head, "deny")) return dl_subject(r, dl_at(r, noun)->head); /* "Kenya denied any attack" */
    return found.count ? found : intending_subject(r, noun);
}

/* "Ten died in the attack, | reportedly staged by rebels", with the participle hung on the verb. */
static uint32_t told_behind(const dl_reading *r, uint32_t noun) {
    uint32_t verb = dl_at(r, noun)->head, clause = verb && dl_is_verb(r, verb) ? dl_child(r, verb, DL_DEP_ADVCL) : 0;
    bool behind = clause > noun && clause < noun + 5 && dl_at(r, clause)->xpos == DL_XPOS_VBN && dl_lemma_is(r, noun + 1, ",");
    bool deed = behind && dl_lemma_among(r, clause, "carry conduct perpetrate commit stage claim launch execute organize organise orchestrate");
    return deed && dl_own_agent(r, clause) ? clause : 0;
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
    uint32_t clause = own ? 0 : dl_telling_clause(r, noun);
    return clause && (dl_is_passive(r, clause) || dl_child(r, clause, DL_DEP_OBL_AGENT)) ? clause : own;
}

/* "An attack | condemned by", "a truce | brokered by", unlike "called by", "staged by": who does this does not do that. */
static bool only_spoken_of(const dl_reading *r, uint32_t participle) {
    return dl_lemma_among(
        r, participle,
        "condemn denounce criticize criticise approve welcome praise support oppose reject report describe investigate broker mediate facilitate");
}

/* "Attacks | in Jordan", "in the town of Karak", "in the country": where it was, and not who suffered it. */
static bool place_of_it(const dl_reading *r, uint32_t phrase, dl_bytes role) {
    uint32_t of = dl_child(r, phrase, DL_DEP_NMOD);
    if (!dl_bytes_is(role, "in")) return false;
    uint32_t opener = dl_child(r, phrase, DL_DEP_CASE), next = phrase + 1; /* "in association with" */
    if (opener + 1 == phrase && dl_at(r, phrase)->xpos == DL_XPOS_NN && next < r->doc->tokens.count && dl_lemma_among(r, next, "with to"))
        return true;
    bool described =
        dl_lemma_among(r, phrase, "country nation region area province state district city capital town village neighborhood neighbourhood");
    return described || r->place_at[phrase] || (of && r->place_at[of] && dl_has_case(r, of, DL_LIT("of")));
}

/* "The dead were | six nuns", "the victims include | a priest": who they are said to be. */
static dl_heads said_to_be(const dl_reading *r, uint32_t noun) {
    dl_heads found = {0};
    uint32_t above = dl_base_of(r, noun) == DL_DEP_NSUBJ ? dl_at(r, noun)->head : 0;
    bool nominal = above > noun && dl_child(r, above, DL_DEP_COP) && dl_at(r, above)->upos != DL_UPOS_ADJ;
    if (nominal) dl_heads_add_all(r, &found, above);
    if (above > noun && dl_lemma_among(r, above, "include")) dl_heads_add_all(r, &found, dl_child(r, above, DL_DEP_OBJ));
    return found;
}

/* "Between Lopez, speaking for Chad, | and Moreau": the other of two sides, hung on what is said of the first; or 0. */
static uint32_t other_side(const dl_reading *r, uint32_t noun, uint32_t first) {
    uint32_t hung = dl_child(r, noun, DL_DEP_CONJ); /* "a battle between police and | a gang", hung on the battle */
    if (hung > first && r->mention_at[hung] && hung < first + 5 && dl_child(r, hung, DL_DEP_CC)) return hung;
    uint32_t end = dl_sentence_end(&r->doc->sentences.rows[dl_at(r, first)->sentence]);
    for (uint32_t t = first + 1; t < end; t++) {
        uint32_t side = dl_lemma_is(r, t, "and") && dl_lemma_is(r, t - 1, ",") && dl_at(r, t)->deprel == DL_DEP_CC ? dl_at(r, t)->head : 0;
        if (side > t && r->mention_at[side] && dl_at(r, side)->deprel == DL_DEP_CONJ) return side;
    }
    return 0;
}

/* "The minister is | behind bars", "a banker who is | on trial": of whom a phrase is said. */
static dl_heads said_of(const dl_reading *r, uint32_t noun) {
    dl_heads found = {0};
    uint32_t subject = dl_child(r, noun, DL_DEP_COP) && dl_child(r, noun, DL_DEP_CASE) ? dl_child(r, noun, DL_DEP_NSUBJ) : 0;
    dl_add_or_antecedent(r, &found, noun, subject);
    return found;
}

/* "An attack | aimed at the mayor"; or 0. */
static uint32_t aimed_at(const dl_reading *r, uint32_t noun) {
    uint32_t aimed = dl_child_lemma(r, noun, DL_DEP_ACL, "aim direct level");
    uint32_t whom = aimed > noun ? dl_phrase_of(r, aimed, DL_LIT("at")) : 0;
    return aimed > noun && !whom ? dl_phrase_of(r, aimed, DL_LIT("against")) : whom;
}

/* "The talks brought together | the rebels and the army": those who met there; or 0. */
static uint32_t brought_together(const dl_reading *r, uint32_t noun) {
    uint32_t verb = dl_at(r, noun)->deprel == DL_DEP_NSUBJ ? dl_at(r, noun)->head : 0;
    bool gathers =
        verb && (dl_lemma_among(r, verb, "involve gather unite") || (dl_lemma_is(r, verb, "bring") && dl_lemma_among(r, verb + 1, "together")));
    gathers = gathers && dl_lemma_among(r, noun, "talk talks negotiation meeting summit conference dialogue discussion session");
    return gathers && !dl_is_passive(r, verb) ? dl_child(r, verb, DL_DEP_OBJ) : 0;
}

/* "Offered | the families an apology", "the families were offered an apology": to whom the verb gives what the noun tells; or 0. */
static uint32_t receiver(const dl_reading *r, uint32_t noun) {
    uint32_t verb = dl_at(r, noun)->deprel == DL_DEP_OBJ ? dl_at(r, noun)->head : 0;
    if (!verb || !dl_lemma_among(r, verb, "offer give send hand pay issue deal serve promise grant")) return 0;
    if (dl_is_passive(r, verb)) return dl_child(r, verb, DL_DEP_NSUBJ);
    return dl_child(r, verb, DL_DEP_IOBJ) ? dl_child(r, verb, DL_DEP_IOBJ) : dl_receiver(r, verb);
}

bool dl_shows(const dl_reading *r, uint32_t noun) {
    return dl_in_sets(r, noun, DL_SET(likeness));
}

/* "The torching | of shops", "flag-burning by students", "his jailing by the junta": to whom or what a noun in -ing is done. */
static dl_heads done_to(const dl_reading *r, uint32_t gerund) {
    dl_heads found = {0};
    uint32_t of = dl_phrase_of(r, gerund, DL_LIT("of"));
    if (!of) of = dl_child(r, gerund, DL_DEP_COMPOUND);
    if (!of && dl_phrase_of(r, gerund, DL_LIT("by"))) of = dl_child(r, gerund, DL_DEP_NMOD_POSS);
    dl_heads_add_all(r, &found, of);
    return found;
}

dl_heads dl_noun_role(const dl_reading *r, uint32_t noun, dl_bytes role) {
    dl_heads found = {0};
    if (dl_bytes_is(role, "pred")) return said_to_be(r, noun);
    if (dl_bytes_is(role, "topic")) return said_of(r, noun);
    if (dl_bytes_is(role, "any")) return dl_nearest_actor(r, noun, false);
    if (dl_bytes_is(role, "subj")) return noun_subject(r, noun);
    if (dl_bytes_is(role, "obj") && dl_is_gerund(r, noun)) return done_to(r, noun);
    if (dl_bytes_is(role, "poss")) {
        uint32_t whose = dl_child(r, noun, DL_DEP_NMOD_POSS);
        if (!r->time_at[whose]) dl_heads_add_all(r, &found, whose); /* "Friday's attack" */
    } else if (dl_bytes_is(role, "xcomp"))
        dl_heads_add_all(r, &found, dl_infinitive(r, noun));
    else if (dl_bytes_is(role, "comp"))
        add_modifiers(r, &found, noun);
    else if (dl_bytes_is(role, "xsubj")) {
        uint32_t clause = dl_child(r, noun, DL_DEP_ACL);
        dl_heads_add_all(r, &found, clause ? dl_child(r, clause, DL_DEP_NSUBJ) : 0);
        if (!found.count) dl_heads_add_all(r, &found, dl_phrase_of(r, noun, DL_LIT("for")));
    } else if (!dl_bytes_is(role, "obj") && !dl_bytes_is(role, "iobj")) {
        bool stands = r->words_of[dl_at(r, noun)->sentence] & dl_key_bit(dl_word_key(role)) || dl_bytes_is(role, "following");
        uint32_t phrase = stands ? phrase_nearby(r, noun, role) : 0, participle;
        if (phrase && dl_bytes_is(role, "of") && dl_shows(r, noun)) return found;
        uint32_t clause = stands && !phrase && !dl_bytes_is(role, "by") && !dl_bytes_is(role, "of") ? imposing(r, noun) : 0;
        if (clause) phrase = dl_phrase_of(r, clause, role);
        if (!phrase && dl_bytes_is(role, "by") && (participle = carried_out(r, noun)) && !only_spoken_of(r, participle))
            phrase = dl_doer_behind(r, participle);
        uint32_t called = phrase ? dl_called_what(r, phrase) : 0; /* "a strike on what it called | a base" */
        if (phrase && !place_of_it(r, phrase, role)) dl_heads_add_all(r, &found, called ? called : phrase);
        if (found.count == 1 && dl_bytes_is(role, "between")) dl_heads_add(&found, other_side(r, noun, phrase));
        if (!phrase && dl_bytes_is(role, "to")) dl_heads_add_all(r, &found, receiver(r, noun));
        if (!phrase && dl_bytes_is(role, "against")) dl_heads_add_all(r, &found, aimed_at(r, noun));
        if (!phrase && dl_bytes_is(role, "between")) dl_heads_add_all(r, &found, brought_together(r, noun));
    }
    return found;
}
