/* Verbs with two nouns behind them, of which the first was read as a part of the second: "paid the widows 5,000 dollars", "branded the strikers
 * hooligans"; and what somebody was told, read as said of them. */
#include "doc/ud.h"
#include "lang/hints.h"
#include "lang/repair.h"

static const char gives[] =
    "gave give gives given giving paid pay pays paying offered offer offers offering granted grant grants granting handed hand hands handing "
    "awarded award awards awarding promised promise promises promising lent lend lends lending owed owe owes sent";
static const char names[] =
    "branded brands branding called calls calling labelled labeled labels labelling dubbed termed declared declares declaring proclaimed "
    "designated designates designating deemed";
static const char tells[] =
    "warned warn warns warning assured assure assures assuring told tell tells telling informed inform informs informing reminded convinced "
    "notified persuaded reassured";

/* Whether what stands right in front of a noun's phrase is this verb. */
static bool stands_behind(const dl_window *w, uint32_t noun, uint32_t verb) {
    return verb && verb < noun && w->upos[verb] == DL_UPOS_VERB && w->deprel[noun] == DL_DEP_OBJ && w->head[noun] == verb &&
           !dl_window_has_preposition(w, noun);
}

/* The words from `first` up to a noun that hung on what stands behind are its own; those from the noun on stay. */
static void part_from(dl_window *w, uint32_t first, uint32_t noun, uint32_t thing) {
    for (uint32_t i = first; i < noun; i++)
        if (w->head[i] == thing) w->head[i] = (uint16_t)noun;
}

/* "Paid | the widows 5,000 dollars", "gave the governor 48 hours", with the widows' dollars: a number stands in front of what it counts, and the noun
 * in front of the number is who was paid. */
static void part_paid(dl_window *w, uint32_t number) {
    static const dl_relations article = DL_REL(DET);
    uint32_t who = number - 1, thing = w->head[number], verb = w->head[thing];
    bool before = number > 2 && w->deprel[number] == DL_DEP_NUMMOD && thing > number && w->head[who] == thing && w->upos[who] == DL_UPOS_NOUN;
    bool part = before && (w->deprel[who] == DL_DEP_COMPOUND || w->deprel[who] == DL_DEP_NMOD_POSS || w->deprel[who] == DL_DEP_NSUBJ);
    if (!part || !stands_behind(w, thing, verb) || verb > who || !dl_window_among(w, verb, gives)) return;
    if (w->xpos[thing] != DL_XPOS_NNS && w->upos[thing] != DL_UPOS_SYM) return;
    if (verb + 1 != who && w->deprel[verb + 1] != DL_DEP_DET && !dl_window_has(w, thing, article)) return;
    part_from(w, verb + 1, who, thing);
    w->head[who] = (uint16_t)verb;
    w->deprel[who] = DL_DEP_IOBJ;
}

/* "Offered | the rebels talks", "branded | the strikers hooligans", with talks that the rebels are, strikers as a kind of hooligans: a plural does
 * not stand in front of a plural, and what has no verb has no subject. */
static void part_named(dl_window *w, uint32_t who) {
    static const dl_relations ascribed = DL_REL(COP) | DL_REL(AUX) | DL_REL(MARK) | DL_REL(CC);
    uint32_t thing = w->head[who], verb = w->head[thing];
    bool many = w->deprel[who] == DL_DEP_COMPOUND && w->xpos[who] == DL_XPOS_NNS && w->xpos[thing] == DL_XPOS_NNS;
    bool titled = w->deprel[who] == DL_DEP_COMPOUND && w->xpos[who] == DL_XPOS_NN && w->xpos[thing] == DL_XPOS_NNS &&
                  w->hints[who] >> DL_HINT_TITLE & 1; /* "offered | the editor bodyguards" */
    bool subject = w->deprel[who] == DL_DEP_NSUBJ;
    if ((!many && !titled && !subject) || who + 1 != thing || w->upos[who] != DL_UPOS_NOUN || !stands_behind(w, thing, verb)) return;
    bool naming = dl_window_among(w, verb, names), giving = dl_window_among(w, verb, gives);
    if ((!naming && !giving) || verb > who || dl_window_first_of(w, who) > verb + 2 || dl_window_has(w, thing, ascribed)) return;
    if (!subject && w->deprel[verb + 1] != DL_DEP_DET) return;
    if (many && giving && dl_window_among(w, who, "arms sports weapons drugs women human")) return;
    part_from(w, verb + 1, who, thing);
    w->head[who] = (uint16_t)verb;
    w->deprel[who] = naming ? DL_DEP_OBJ : DL_DEP_IOBJ;
    if (naming) w->deprel[thing] = DL_DEP_XCOMP;
}

/* "Paid the farmers | $ 3 million", with the money as another name of theirs: without a comma it is what they were paid. */
static void part_sum(dl_window *w, uint32_t sum) {
    uint32_t who = w->head[sum], verb = w->head[who];
    bool beside = w->deprel[sum] == DL_DEP_APPOS && w->upos[sum] == DL_UPOS_SYM && who + 1 == sum && w->upos[who] == DL_UPOS_NOUN;
    if (!beside || !stands_behind(w, who, verb) || !dl_window_among(w, verb, gives)) return;
    w->deprel[who] = DL_DEP_IOBJ;
    w->head[sum] = (uint16_t)verb;
    w->deprel[sum] = DL_DEP_OBJ;
}

/* "Granting them | asylum", with asylum as what they are made: what stands bare behind who is granted something is what was granted. */
static void make_grant(dl_window *w, uint32_t gift) {
    static const dl_relations of_clauses = DL_REL(CASE) | DL_REL(MARK) | DL_REL(DET) | DL_REL(COP);
    uint32_t who = gift - 1, verb = w->head[gift];
    bool bare = w->deprel[gift] == DL_DEP_XCOMP || w->deprel[gift] == DL_DEP_ADVMOD;
    bool behind = gift > 2 && bare && w->xpos[gift] == DL_XPOS_NN && w->head[who] == verb && verb < who;
    if (!behind || (w->deprel[who] != DL_DEP_OBJ && w->deprel[who] != DL_DEP_IOBJ) || dl_window_has(w, gift, of_clauses)) return;
    if (!dl_window_among(w, verb, "grant granted granting grants denied denying refused offered offering promised give gave giving")) return;
    w->deprel[who] = DL_DEP_IOBJ;
    w->deprel[gift] = DL_DEP_OBJ;
}

/* "Was granted | asylum", with the asylum as how: what stands bare behind a passive of giving is what was given. */
static void make_gift(dl_window *w, uint32_t gift) {
    static const dl_relations passive = DL_REL(AUX_PASS), object = DL_REL(OBJ) | DL_REL(XCOMP) | DL_REL(CCOMP);
    uint32_t verb = w->head[gift];
    bool beside = w->deprel[gift] == DL_DEP_ADVMOD || w->deprel[gift] == DL_DEP_XCOMP;
    if (!beside || verb + 1 != gift || w->xpos[gift] != DL_XPOS_NN || !dl_window_has(w, verb, passive)) return;
    if (!dl_window_among(w, verb, "granted given denied refused offered awarded promised guaranteed")) return;
    if (dl_window_has_preposition(w, gift) || (w->deprel[gift] == DL_DEP_ADVMOD && dl_window_has(w, verb, object))) return;
    w->deprel[gift] = DL_DEP_OBJ;
}

/* "Warned the strikers | that they would lose their jobs", "assured parents | that the school would reopen", with a clause said of the strikers: it
 * is what they were told. */
static void make_told(dl_window *w, uint32_t that) {
    static const dl_relations finite = DL_REL(AUX) | DL_REL(COP) | DL_REL(AUX_PASS), subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(EXPL);
    static const dl_relations own = DL_REL(CCOMP);
    uint32_t verb = w->head[that], who = w->head[verb], telling = w->head[who];
    bool clause = (w->deprel[verb] == DL_DEP_ACL || w->deprel[verb] == DL_DEP_ACL_RELCL) && dl_window_among(w, that, "that") && verb > that;
    bool told = clause && who && who < that && telling && telling < who && (w->deprel[who] == DL_DEP_OBJ || w->deprel[who] == DL_DEP_IOBJ);
    if (!told || that != who + 1 || !dl_window_is_nominal(w, who) || !dl_window_among(w, telling, tells)) return;
    if (w->deprel[that] != DL_DEP_MARK && w->deprel[that] != DL_DEP_OBJ) return;
    if (!dl_window_has(w, verb, subjects) || !dl_window_has(w, verb, finite) || dl_window_has(w, telling, own)) return;
    w->xpos[that] = DL_XPOS_IN;
    w->upos[that] = DL_UPOS_SCONJ;
    w->deprel[that] = DL_DEP_MARK;
    w->head[verb] = (uint16_t)telling;
    w->deprel[verb] = DL_DEP_CCOMP;
    for (uint32_t i = verb + 1; i <= w->count; i++) { /* "told them that the army had left | to shorten its front" */
        bool behind = w->head[i] == telling && (w->deprel[i] == DL_DEP_XCOMP || w->deprel[i] == DL_DEP_OBL);
        if (behind) w->head[i] = (uint16_t)verb;
        if (behind && w->deprel[i] == DL_DEP_XCOMP) w->deprel[i] = DL_DEP_ADVCL;
    }
}

/* "Called | Lopez brave", with Lopez as what somebody is called: of two predicates the first, a noun, is who is called so. */
static void make_called(dl_window *w, uint32_t who) {
    static const dl_relations objects = DL_REL(OBJ) | DL_REL(AUX_PASS);
    uint32_t verb = w->head[who];
    bool first = w->deprel[who] == DL_DEP_XCOMP && verb && verb < who && dl_window_is_nominal(w, who) && !dl_window_has_preposition(w, who);
    if (!first || !dl_window_among(w, verb, names) || dl_window_has(w, verb, objects)) return;
    for (uint32_t i = who + 1; i <= w->count; i++)
        if (w->head[i] == verb && w->deprel[i] == DL_DEP_XCOMP) {
            w->deprel[who] = DL_DEP_OBJ;
            return;
        }
}

/* "Called the strikers | criminals", with the strikers as criminals by themselves: two nouns without "are" are who is called and what. */
static void call_both(dl_window *w, uint32_t noun) {
    static const dl_relations told = DL_REL(COP) | DL_REL(MARK) | DL_REL(AUX) | DL_REL(CASE) | DL_REL(OBJ) | DL_REL(XCOMP);
    static const dl_relations objects = DL_REL(OBJ) | DL_REL(AUX_PASS);
    uint32_t verb = w->head[noun], who = 0;
    if (w->upos[noun] != DL_UPOS_NOUN && (w->upos[noun] != DL_UPOS_VERB || w->xpos[noun] != DL_XPOS_VBZ)) return;
    if (w->deprel[noun] != DL_DEP_CCOMP || !verb || verb > noun || !dl_window_among(w, verb, names) || dl_window_has(w, noun, told)) return;
    for (uint32_t i = verb + 1; i < noun; i++)
        if (w->head[i] == noun && w->deprel[i] == DL_DEP_NSUBJ) who = i;
    if (!who || dl_window_has(w, verb, objects)) return;
    w->head[who] = (uint16_t)verb;
    w->deprel[who] = DL_DEP_OBJ;
    if (w->upos[noun] != DL_UPOS_NOUN) dl_window_make_noun(w, noun), w->xpos[noun] = DL_XPOS_NNS;
    w->deprel[noun] = DL_DEP_XCOMP;
}

/* "Handed the banker | over to Peru", with "over to" as where: they were handed over. */
static void make_over(dl_window *w, uint32_t over) {
    uint32_t to = over + 1, receiver = w->head[over], verb = w->head[receiver];
    bool both = over > 2 && dl_window_among(w, over, "over") && dl_window_among(w, to, "to") && w->head[to] == receiver && receiver > to;
    if (!both || w->deprel[over] != DL_DEP_CASE || w->upos[verb] != DL_UPOS_VERB || verb > over) return;
    if (!dl_window_among(w, verb, "handed hand hands handing turned turn turns turning gave given")) return;
    w->xpos[over] = DL_XPOS_RP;
    w->upos[over] = DL_UPOS_ADP;
    w->head[over] = (uint16_t)verb;
    w->deprel[over] = DL_DEP_COMPOUND_PRT;
}

/* "Sent | in the army", "kicked | in the door", with the army as where somebody was sent: it was sent in. */
static void make_sent_in(dl_window *w, uint32_t in) {
    static const char forces[] =
        "army police troops soldiers military guard reinforcements gendarmes gendarmerie tanks helicopters paratroopers commandos guardsmen "
        "soldier marine marines navy fbi officers mediator mediators monitors";
    static const dl_relations own = DL_REL(OBJ) | DL_REL(AUX_PASS) | DL_REL(CCOMP) | DL_REL(COMPOUND_PRT);
    uint32_t verb = in - 1, noun = w->head[in];
    bool behind = in > 1 && w->deprel[in] == DL_DEP_CASE && dl_window_among(w, in, "in") && noun > in && w->head[noun] == verb;
    if (!behind || w->upos[verb] != DL_UPOS_VERB || w->deprel[noun] != DL_DEP_OBL || dl_window_has(w, verb, own)) return;
    bool sent = dl_window_among(w, verb, "sent send sends sending called call calls calling ordered drafted brought flew bused bussed shipped") &&
                dl_window_among(w, noun, forces);
    bool kicked = dl_window_among(w, verb, "kicked smashed") && dl_window_among(w, noun, "door doors gate gates window windows");
    if (!sent && !kicked) return;
    w->xpos[in] = DL_XPOS_RP;
    w->head[in] = (uint16_t)verb;
    w->deprel[in] = DL_DEP_COMPOUND_PRT;
    w->deprel[noun] = DL_DEP_OBJ;
}

/* "Called | the plan a disgrace", with two nouns that it is called: the first is what is called so. */
static void part_called(dl_window *w, uint32_t thing) {
    uint32_t verb = w->head[thing], second = 0;
    bool noun = w->deprel[thing] == DL_DEP_XCOMP && w->upos[thing] == DL_UPOS_NOUN && verb && verb < thing;
    if (!noun || !dl_window_among(w, verb, names) || dl_window_has_preposition(w, thing)) return;
    for (uint32_t i = verb + 1; i <= w->count; i++) {
        if (w->head[i] != verb) continue;
        if (w->deprel[i] == DL_DEP_OBJ || (w->deprel[i] == DL_DEP_XCOMP && i < thing)) return;
        if (w->deprel[i] == DL_DEP_XCOMP && i > thing) second = i;
    }
    if (second) w->deprel[thing] = DL_DEP_OBJ;
}

/* "Called | the strike a war crime", with the crime as a phrase that no word opens, as a second object, or the strike as who got a crime: what
 * something is called. */
static void name_called(dl_window *w, uint32_t thing) {
    static const char times[] = "day days week weeks month months year years time times hour hours night morning";
    static const dl_relations article = DL_REL(DET);
    uint32_t verb = w->head[thing], object = 0;
    bool bare = w->deprel[thing] == DL_DEP_OBL || w->deprel[thing] == DL_DEP_OBL_UNMARKED, two = w->deprel[thing] == DL_DEP_OBJ;
    if ((!bare && !two) || w->upos[thing] != DL_UPOS_NOUN || verb > thing || !dl_window_among(w, verb, names)) return;
    if (dl_window_has_preposition(w, thing) || dl_window_among(w, thing, times)) return;
    for (uint32_t i = verb + 1; i < thing; i++) {
        if (w->upos[i] == DL_UPOS_PUNCT) return;
        if (w->head[i] == verb && (w->deprel[i] == DL_DEP_OBJ || (two && w->deprel[i] == DL_DEP_IOBJ))) object = i;
    }
    bool them = two && object && w->upos[object] == DL_UPOS_PRON && w->xpos[thing] == DL_XPOS_NNS; /* "called | them terrorists" */
    if (!dl_window_has(w, thing, article) && !them) return;
    if (!object || dl_window_first_of(w, thing) <= object) return;
    w->deprel[object] = DL_DEP_OBJ;
    w->deprel[thing] = DL_DEP_XCOMP;
}

/* "Labelled | Amnesty International an unwanted body", with the name as a part of the body: an article stands in front of all that belongs to its
 * noun. */
static void part_labelled(dl_window *w, uint32_t last) {
    uint32_t thing = w->head[last], verb = thing ? w->head[thing] : 0, article = last + 1;
    bool swallowed =
        (w->deprel[last] == DL_DEP_COMPOUND || w->deprel[last] == DL_DEP_AMOD) && (w->upos[last] == DL_UPOS_PROPN || w->upos[last] == DL_UPOS_ADJ);
    if (!swallowed || article >= thing || !dl_window_among(w, article, "a an") || w->head[article] != thing || w->upos[thing] != DL_UPOS_NOUN) return;
    if (!stands_behind(w, thing, verb) || verb >= last || !dl_window_among(w, verb, names)) return;
    for (uint32_t i = verb + 1; i <= last; i++)
        if (w->head[i] == thing ? w->deprel[i] == DL_DEP_OBJ : w->head[i] <= verb || w->head[i] > last) return;
    part_from(w, verb + 1, last, thing);
    w->upos[last] = DL_UPOS_PROPN;
    w->xpos[last] = DL_XPOS_NNP;
    w->head[last] = (uint16_t)verb;
    w->deprel[last] = DL_DEP_OBJ;
    w->deprel[thing] = DL_DEP_XCOMP;
}

/* "The league called | a nationwide shutdown", with the shutdown as what somebody is called: where nobody is called so, it is what is called for. */
static void call_it(dl_window *w, uint32_t noun) {
    static const dl_relations other = DL_REL(OBJ) | DL_REL(IOBJ) | DL_REL(NSUBJ_PASS) | DL_REL(AUX_PASS) | DL_REL(COMPOUND_PRT),
                              subject = DL_REL(NSUBJ), article = DL_REL(DET) | DL_REL(NUMMOD);
    uint32_t verb = w->head[noun];
    bool named = w->deprel[noun] == DL_DEP_XCOMP && w->upos[noun] == DL_UPOS_NOUN && verb && verb < noun && w->deprel[verb] != DL_DEP_ACL;
    if (!named || w->deprel[verb] == DL_DEP_ACL_RELCL || !dl_window_among(w, verb, "called call calls calling")) return;
    if (dl_window_has(w, verb, other) || !dl_window_has(w, verb, subject) || dl_window_has_preposition(w, noun) || !dl_window_has(w, noun, article))
        return;
    if (dl_window_first_of(w, noun) == verb + 1) w->deprel[noun] = DL_DEP_OBJ;
}

/* "The union wants | salaries raised", with the participle as what kind of salaries: it is what is wanted of them. */
static void raise_wanted(dl_window *w, uint32_t participle) {
    uint32_t noun = w->head[participle], verb = noun ? w->head[noun] : 0;
    bool behind = w->deprel[participle] == DL_DEP_ACL && w->xpos[participle] == DL_XPOS_VBN && noun + 1 == participle && verb && verb < noun;
    if (!behind || w->deprel[noun] != DL_DEP_OBJ || !dl_window_among(w, verb, "want wants wanted")) return;
    if (dl_window_among(w, participle, "suspected accused named called believed thought said charged convicted linked known based involved")) return;
    w->head[participle] = (uint16_t)verb;
    w->deprel[participle] = DL_DEP_XCOMP;
}

/* "Ruled on Monday | the ban was unlawful", with the ban as when: a clause with a subject that nothing opens is what was ruled. */
static void tell_ruled(dl_window *w, uint32_t verb) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(EXPL);
    static const dl_relations told = DL_REL(CCOMP) | DL_REL(XCOMP), tense = DL_REL(AUX) | DL_REL(COP) | DL_REL(AUX_PASS),
                              opener = DL_REL(MARK) | DL_REL(CASE);
    uint32_t says = w->head[verb];
    if (w->deprel[verb] != DL_DEP_ADVCL || !says || says > verb || dl_window_has(w, says, told) || dl_window_has(w, verb, opener)) return;
    if (!dl_window_among(w, says, "ruled rules found finds held decided concluded claimed claim claims alleged insisted believes believe argued"))
        return;
    if (!dl_window_has(w, verb, subjects) || w->xpos[verb] == DL_XPOS_VBG) return;
    if (!dl_window_has(w, verb, tense) && w->xpos[verb] != DL_XPOS_VBD && w->xpos[verb] != DL_XPOS_VBZ) return;
    for (uint32_t i = says + 1; i < verb; i++)
        if (w->xpos[i] == DL_XPOS_COMMA || w->xpos[i] == DL_XPOS_WRB) return;
    w->deprel[verb] = DL_DEP_CCOMP;
}

/* "Claimed | Iran, of all states, is arming them", with Iran as what was claimed: what a clause with tense and no subject tells, it tells of the
 * name. */
static void tell_of_name(dl_window *w, uint32_t verb) {
    static const dl_relations subjects = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS) | DL_REL(CSUBJ) | DL_REL(EXPL) | DL_REL(MARK) | DL_REL(CC),
                              told = DL_REL(CCOMP);
    static const dl_relations tense = DL_REL(AUX) | DL_REL(COP) | DL_REL(AUX_PASS);
    uint32_t says = w->head[verb], name = 0;
    bool clause = w->deprel[verb] == DL_DEP_CCOMP || (w->deprel[verb] == DL_DEP_ADVCL && !dl_window_has(w, says, told));
    if (!clause || !says || says > verb || dl_window_has(w, verb, subjects)) return;
    if (!dl_window_among(w, says, "claimed claim claims alleged alleges believes insisted insists") || !dl_window_has(w, verb, tense)) return;
    for (uint32_t i = says + 1; i < verb; i++) {
        if (w->head[i] == says && w->deprel[i] == DL_DEP_OBJ && w->upos[i] == DL_UPOS_PROPN) name = i;
        if (w->head[i] == verb && w->upos[i] == DL_UPOS_AUX && !dl_window_is_finite(w, i)) return; /* "claimed Gao, | having taken it" */
    }
    if (!name) return;
    w->deprel[verb] = DL_DEP_CCOMP;
    dl_window_make_subject(w, name, verb);
}

/* "Asked Lopez, who is backed by the army, | to resign", with the resigning as what the army backs: behind the comma that closes an aside stands what
 * he was asked. */
static void tell_asked(dl_window *w, uint32_t verb) {
    static const dl_relations told = DL_REL(XCOMP) | DL_REL(CCOMP);
    uint32_t aside = w->head[verb], who = w->head[aside], to = verb - 1;
    uint32_t title = w->deprel[who] == DL_DEP_APPOS ? w->head[who] : 0; /* "asked Hong Kong Chief Executive | Lam, who" */
    if (title) who = title;
    uint32_t asks = w->head[who];
    bool hung = (w->deprel[verb] == DL_DEP_XCOMP || w->deprel[verb] == DL_DEP_ADVCL) && verb > 3 && w->xpos[to] == DL_XPOS_TO && w->head[to] == verb;
    if (!hung || w->xpos[verb] != DL_XPOS_VB || w->xpos[to - 1] != DL_XPOS_COMMA || w->deprel[aside] != DL_DEP_ACL_RELCL || !who || who > aside)
        return;
    if (w->deprel[who] != DL_DEP_OBJ && w->deprel[who] != DL_DEP_IOBJ) return;
    if (!dl_window_among(w, asks, "asked ask asks asking urged urge urges urging told tells ordered begged invited pressed forced persuaded advised"))
        return;
    if (dl_window_has(w, asks, told)) return;
    w->head[verb] = (uint16_t)asks;
    w->deprel[verb] = DL_DEP_XCOMP;
    if (!title || w->upos[title] != DL_UPOS_PROPN) return;
    uint32_t name = w->head[aside];
    for (uint32_t i = title + 1; i < name; i++)
        if (w->upos[i] == DL_UPOS_PUNCT) return;
    w->head[name] = (uint16_t)asks;
    w->deprel[name] = w->deprel[title];
    w->head[title] = (uint16_t)name;
    w->deprel[title] = DL_DEP_COMPOUND;
}

/* "Recommended | the troops in Mali withdraw", "proposed both sides | lay down their arms", with the troops as what was recommended: a base form
 * without "to" is what those in front of it are to do. */
static void tell_wanted(dl_window *w, uint32_t verb) {
    static const dl_relations own = DL_REL(MARK) | DL_REL(AUX) | DL_REL(CC) | DL_REL(NSUBJ_PASS), told = DL_REL(CCOMP);
    uint32_t wants = w->head[verb], who = 0;
    bool base = w->upos[verb] == DL_UPOS_VERB && (w->xpos[verb] == DL_XPOS_VB || w->xpos[verb] == DL_XPOS_VBP) && wants && wants < verb;
    if (!base || (w->deprel[verb] != DL_DEP_ADVCL && w->deprel[verb] != DL_DEP_OBJ) || dl_window_has(w, verb, own) || dl_window_has(w, wants, told))
        return;
    if (!dl_window_among(
            w, wants,
            "recommended recommends recommend recommending proposed proposes proposing suggested suggests demanded demands insisted requested"))
        return;
    for (uint32_t i = wants + 1; i < verb; i++) {
        if (w->upos[i] == DL_UPOS_PUNCT) return;
        bool object = w->head[i] == wants && w->deprel[i] == DL_DEP_OBJ, subject = w->head[i] == verb && w->deprel[i] == DL_DEP_NSUBJ;
        if (!who && (object || subject) && dl_window_is_nominal(w, i)) who = i;
    }
    if (!who) return;
    w->deprel[verb] = DL_DEP_CCOMP;
    w->head[who] = (uint16_t)verb;
    w->deprel[who] = DL_DEP_NSUBJ;
    for (uint32_t i = who + 1; i < verb; i++)
        if (w->head[i] == wants && w->deprel[i] == DL_DEP_OBL) w->head[i] = (uint16_t)who, w->deprel[i] = DL_DEP_NMOD;
}

/* "Told | Agence Presse | arson was behind it", with the agency as what kind of arson: who tells tells it to somebody, and the name in front of the
 * subject of what is told is his. */
static void part_told(dl_window *w, uint32_t subject) {
    static const dl_relations own = DL_REL(OBJ) | DL_REL(IOBJ) | DL_REL(AUX_PASS);
    uint32_t verb = w->head[subject], telling = w->head[verb], who = 0;
    bool noun = dl_window_is_subject(w, subject) && (w->xpos[subject] == DL_XPOS_NN || w->xpos[subject] == DL_XPOS_NNS);
    bool clause = w->deprel[verb] == DL_DEP_CCOMP && telling && telling < subject && verb > subject;
    if (!noun || !clause || !dl_window_among(w, telling, "told tell tells telling") || dl_window_has(w, telling, own)) return;
    for (uint32_t i = telling + 1; i < subject; i++) {
        if (w->upos[i] == DL_UPOS_PROPN && w->deprel[i] == DL_DEP_COMPOUND && w->head[i] == subject) who = i;
        if (w->deprel[i] == DL_DEP_MARK) return;
    }
    for (uint32_t i = subject + 1; i < verb; i++) { /* "told the AFP news agency | Mr Lee had left", with two who left */
        if (w->head[i] != verb || !dl_window_is_subject(w, i)) continue;
        for (uint32_t k = subject + 1; k < i; k++)
            if (w->head[k] == subject) w->head[k] = (uint16_t)i, w->deprel[k] = DL_DEP_COMPOUND;
        who = subject;
    }
    if (!who) return;
    for (uint32_t i = telling + 1; i < who; i++)
        if (w->head[i] == subject) w->head[i] = (uint16_t)who;
    w->head[who] = (uint16_t)telling;
    w->deprel[who] = DL_DEP_IOBJ;
}

static const dl_rule rules[] = {
    {part_paid, .relations = DL_REL(NUMMOD)},
    {part_named, .relations = DL_REL(COMPOUND) | DL_REL(NSUBJ), .classes = DL_CLASS(NOUN)},
    {name_called, .relations = DL_REL(OBL) | DL_REL(OBL_UNMARKED) | DL_REL(OBJ), .classes = DL_CLASS(NOUN)},
    {part_labelled, .relations = DL_REL(COMPOUND) | DL_REL(AMOD), .classes = DL_CLASS(PROPN) | DL_CLASS(ADJ)},
    {part_called, .relations = DL_REL(XCOMP), .classes = DL_CLASS(NOUN)},
    {call_it, .relations = DL_REL(XCOMP), .classes = DL_CLASS(NOUN)},
    {raise_wanted, .relations = DL_REL(ACL), .tags = DL_TAG(VBN)},
    {part_sum, .relations = DL_REL(APPOS), .classes = DL_CLASS(SYM)},
    {make_grant, .relations = DL_REL(XCOMP) | DL_REL(ADVMOD), .tags = DL_TAG(NN)},
    {make_gift, .relations = DL_REL(XCOMP) | DL_REL(ADVMOD), .tags = DL_TAG(NN)},
    {part_told, .relations = DL_REL(NSUBJ) | DL_REL(NSUBJ_PASS), .tags = DL_TAG(NN) | DL_TAG(NNS)},
    {make_told, .relations = DL_REL(MARK) | DL_REL(OBJ), .words = {"that"}},
    {make_called, .relations = DL_REL(XCOMP), .classes = DL_CLASS(PROPN) | DL_CLASS(NOUN) | DL_CLASS(PRON)},
    {call_both, .relations = DL_REL(CCOMP), .classes = DL_CLASS(NOUN) | DL_CLASS(VERB)},
    {tell_of_name, .relations = DL_REL(ADVCL) | DL_REL(CCOMP)},
    {tell_ruled, .relations = DL_REL(ADVCL)},
    {tell_asked, .relations = DL_REL(XCOMP) | DL_REL(ADVCL), .tags = DL_TAG(VB)},
    {tell_wanted, .relations = DL_REL(ADVCL) | DL_REL(OBJ), .tags = DL_TAG(VB) | DL_TAG(VBP)},
    {make_over, .relations = DL_REL(CASE), .words = {"over"}},
    {make_sent_in, .relations = DL_REL(CASE), .words = {"in"}},
};
const dl_rules dl_rules_of_recipients = {DL_RULES_OF(rules)};
