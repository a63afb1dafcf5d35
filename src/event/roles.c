#include "event/roles.h"

#include "event/edges.h"
#include "event/lexicon.h"
#include "event/meant.h"
#include "know/fired.h"

enum { NEAR = 64 }; /* words that are looked at for the nearest actor */

uint32_t dl_after_particle(const dl_reading *r, uint32_t verb) {
    uint32_t particle = verb + 1;
    if (particle >= r->doc->tokens.count || dl_base_of(r, particle) != DL_DEP_CASE) return 0;
    uint32_t noun = dl_at(r, particle)->head;
    bool phrase = dl_base_of(r, noun) == DL_DEP_OBL || dl_base_of(r, noun) == DL_DEP_OBJ;
    if (!phrase || dl_at(r, noun)->head != verb) return 0;
    bool tagged = dl_at(r, particle)->xpos == DL_XPOS_RP; /* "hauled | in three smugglers" */
    return tagged || dl_lemma_among(r, particle, "over down off up out back away") ? noun : 0;
}

/* "Freed and | expelled ten critics": the other of two verbs side by side; 0 where there is none. */
static uint32_t beside(const dl_reading *r, uint32_t first) {
    uint32_t joint = first + 1;
    if (joint + 1 < r->doc->tokens.count && dl_at(r, joint)->deprel == DL_DEP_COMPOUND_PRT && dl_at(r, joint)->head == first)
        joint++; /* "hunt down and" */
    uint32_t second = joint + 1;
    bool pair = second < r->doc->tokens.count && dl_at(r, second)->head == first && dl_at(r, second)->deprel == DL_DEP_CONJ &&
                dl_at(r, joint)->upos == DL_UPOS_CCONJ && dl_at(r, second)->upos == DL_UPOS_VERB && dl_at(r, first)->upos == DL_UPOS_VERB;
    return pair && !dl_child(r, second, DL_DEP_NSUBJ) ? second : 0;
}

/* What is done by both of them, on whichever it hangs. */
static uint32_t shared_object(const dl_reading *r, uint32_t verb) {
    uint32_t second = beside(r, verb), first = verb > 2 && beside(r, verb - 2) == verb ? verb - 2 : 0;
    uint32_t behind = first ? dl_child(r, first, DL_DEP_OBJ) : 0;
    return second ? dl_child(r, second, DL_DEP_OBJ) : behind > verb ? behind : 0;
}

/* "Was arrested | along with nine others", "two were wounded, | as were six nurses": others to whom the same was done, hung on the verb or on whom
 * it was done to. */
static void add_others(const dl_reading *r, dl_heads *found, uint32_t verb, uint32_t above) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[above]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        if (c < verb || (base != DL_DEP_OBL && base != DL_DEP_NMOD && base != DL_DEP_ADVCL)) continue;
        uint32_t with = dl_child_lemma(r, c, DL_DEP_CASE, "with");
        bool as_were = dl_child(r, c, DL_DEP_COP) && dl_child_lemma(r, c, DL_DEP_MARK, "as") && dl_at(r, c)->upos == DL_UPOS_NOUN;
        bool his = with && dl_child(r, c, DL_DEP_NMOD_POSS) && dl_at(r, dl_child(r, c, DL_DEP_NMOD_POSS))->upos == DL_UPOS_PRON &&
                   dl_lemma_among(r, verb, "abduct kidnap arrest detain kill murder seize hold capture"); /* "seized | with his driver" */
        if (as_were || his || (with && dl_lemma_among(r, with - 1, "along together"))) dl_heads_add_all(r, found, c);
    }
}

/* The subject of a passive; of two, as in "a mayor | whose son was killed resigned", the one that is somebody's. */
static uint32_t passive_subject(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0, found = 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        if (dl_at(r, c)->deprel != DL_DEP_NSUBJ_PASS) continue;
        uint32_t whose = dl_child(r, c, DL_DEP_NMOD_POSS);
        if (!found || (whose && dl_at(r, whose)->xpos == DL_XPOS_WP_POSS)) found = c;
    }
    return found;
}

/* "He is | in the county jail, arrested in March", "the envoy was | among dozens hurt": the noun is said of somebody to whom it was done. */
static bool said_of_victim(const dl_reading *r, uint32_t participle) {
    uint32_t noun = dl_at(r, participle)->head;
    if (dl_at(r, participle)->deprel != DL_DEP_ACL || !dl_child(r, noun, DL_DEP_NSUBJ)) return false;
    return dl_has_case(r, noun, DL_LIT("among")) || (dl_lemma_is(r, participle - 1, ",") && dl_child(r, noun, DL_DEP_CASE));
}

bool dl_is_reciprocal(const dl_reading *r, uint32_t object) {
    if (!object || object + 1 >= r->doc->tokens.count) return false;
    return (dl_lemma_is(r, object, "each") && dl_lemma_is(r, object + 1, "other")) ||
           (dl_lemma_is(r, object, "one") && dl_lemma_is(r, object + 1, "another"));
}

/* "Was detained | a score of times", "was held three days": how often or how long, and nobody. */
static bool is_extent(const dl_reading *r, uint32_t noun) {
    const char *measures = "time occasion day week month year hour minute";
    uint32_t of = dl_phrase_of(r, noun, DL_LIT("of"));
    return dl_lemma_among(r, noun, measures) || (of && dl_lemma_among(r, of, measures) && !r->mention_at[noun]);
}

/* "Those | they arrested", "the town they seized": the clause is said of what it was done to; unlike "the general whose troops fired", "the crowd
 * that they fired at". */
static bool lacks_object(const dl_reading *r, uint32_t verb) {
    uint32_t subject = dl_child(r, verb, DL_DEP_NSUBJ), phrase = dl_child(r, verb, DL_DEP_OBL);
    if (!dl_is_relative(r, verb) || !subject || dl_relative_pronoun(r, subject)) return false;
    uint32_t whose = dl_child(r, subject, DL_DEP_NMOD_POSS);
    return !(whose && dl_at(r, whose)->xpos == DL_XPOS_WP_POSS) && !(phrase && phrase < verb && dl_relative_pronoun(r, phrase));
}

/* "Arrested | not only the mayor but also the bishop", which the parser takes for a phrase. */
static uint32_t not_only(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool bare = c > verb && dl_base_of(r, c) == DL_DEP_OBL && !dl_child(r, c, DL_DEP_CASE) && r->mention_at[c];
        if (bare && (dl_child_lemma(r, c, DL_DEP_ADVMOD, "only") || dl_lemma_is(r, verb + 2, "only"))) return c;
    }
    return 0;
}

/* "The mayor, whom rebels had tried | to kill", "whom the army claimed to have killed", "a nurse they admitted to abducting": the noun of the clause,
 * whose pronoun, if any, hangs on the verb of trying or saying; or 0. */
static uint32_t tried_on(const dl_reading *r, uint32_t verb) {
    dl_deprel base = dl_base_of(r, verb);
    uint32_t above = base == DL_DEP_XCOMP || base == DL_DEP_CCOMP || base == DL_DEP_ADVCL ? dl_at(r, verb)->head : 0;
    if (!above || above > verb || !dl_is_relative(r, above) || !dl_tells_clause(r, above)) return 0;
    uint32_t object = dl_child(r, above, DL_DEP_OBJ), subject = dl_child(r, above, DL_DEP_NSUBJ), phrase = dl_child(r, verb, DL_DEP_OBL);
    uint32_t noun = dl_antecedent(r, above);
    if (object) return object < above && dl_relative_pronoun(r, object) ? noun : 0;
    bool bare = subject && !dl_relative_pronoun(r, subject) && dl_at(r, subject)->upos == DL_UPOS_PRON;
    return bare && (!phrase || r->time_at[phrase]) && dl_is_somebody(r, noun) ? noun : 0;
}

/* "He thanked | them for their help", "five gave | themselves up", read as if something were given to them: without another object it is theirs.
 */
static uint32_t lone_receiver(const dl_reading *r, uint32_t verb) {
    uint32_t receiver = dl_child(r, verb, DL_DEP_IOBJ);
    bool told = dl_child(r, verb, DL_DEP_CCOMP) || dl_child(r, verb, DL_DEP_PARATAXIS) || dl_base_of(r, verb) == DL_DEP_PARATAXIS;
    told = told || dl_child(r, verb, DL_DEP_XCOMP) || dl_lemma_among(r, verb, "tell warn show teach write promise");
    return receiver > verb && !told && !dl_is_passive(r, verb) ? receiver : 0;
}

static dl_heads object(const dl_reading *r, uint32_t verb) {
    dl_heads found = {0};
    const dl_token *t = dl_at(r, verb);
    if (dl_is_passive(r, verb)) {
        uint32_t kept = dl_child(r, verb, DL_DEP_OBJ), subject = passive_subject(r, verb);
        if (kept && !dl_lemma_is(r, verb, "fine") &&
            !is_extent(r, kept)) { /* "they were given shelter": the subject is the receiver; but "was fined ten dollars" */
            dl_heads_add_all(r, &found, kept);
            return found;
        }
        if (!subject) subject = dl_child(r, verb, DL_DEP_NSUBJ);
        if (!subject) subject = dl_wanted_done(r, verb);
        bool himself = subject && dl_lemma_among(r, subject, "himself herself itself themselves"); /* "who had himself been killed" */
        if (himself && dl_antecedent(r, verb))
            dl_heads_add_all(r, &found, dl_antecedent(r, verb));
        else if (subject) {
            dl_add_or_antecedent(r, &found, verb, subject);
            add_others(r, &found, verb, verb);
            dl_add_companions(r, &found, verb, verb, true);
            dl_add_gapped(r, &found, verb, subject);
        } else if (said_of_victim(r, verb)) {
            found = dl_own_subjects(r, t->head);
            if (dl_has_case(r, t->head, DL_LIT("among"))) dl_heads_add_all(r, &found, t->head);
        } else if (t->deprel == DL_DEP_ACL || t->deprel == DL_DEP_AMOD)
            dl_heads_add_all(r, &found, dl_said_of(r, verb));
        else if (t->deprel == DL_DEP_CONJ && t->head && dl_is_verb(r, t->head)) { /* "led the party but was arrested and jailed" */
            uint32_t first = t->head;
            for (uint32_t steps = 0; steps < DL_CLIMB && !dl_child(r, first, DL_DEP_NSUBJ) && dl_at(r, first)->deprel == DL_DEP_CONJ; steps++)
                first = dl_at(r, first)->head;
            subject = dl_child(r, first, DL_DEP_NSUBJ);
            if (subject) dl_add_or_antecedent(r, &found, first, subject);
        } else if (t->deprel == DL_DEP_CONJ && dl_child(r, verb, DL_DEP_AUX_PASS) && !dl_child(r, t->head, DL_DEP_NSUBJ))
            dl_heads_add_all(r, &found, t->head); /* "two candidates qualified but | were barred", with the candidates as the head of it all */
        else if (!subject) {
            uint32_t above = dl_outward(r, verb, &found); /* "appeared in court, charged with", "was forced to drink before being beaten" */
            for (uint32_t steps = 0; above && !found.count && steps < DL_CLIMB; steps++) {
                uint32_t own = dl_child(r, above, DL_DEP_NSUBJ);
                if (own)
                    dl_add_or_antecedent(r, &found, above, own);
                else
                    above = dl_outward(r, above, &found);
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
    if (!first) first = lone_receiver(r, verb);
    if (!first) first = dl_after_particle(r, verb);
    if (!first) first = dl_bare_relative(r, verb);
    if (!first) first = not_only(r, verb);
    if (!first) first = shared_object(r, verb);
    if (dl_is_reciprocal(r, first)) return dl_subject(r, verb);
    dl_add_or_antecedent(r, &found, verb, first);
    if (first) {
        add_others(r, &found, verb, first);
        if (dl_is_somebody(r, first)) dl_add_companions(r, &found, verb, verb, true);
        dl_add_gapped(r, &found, verb, first);
    }
    for (uint32_t c = first ? r->sibling[first] : 0; c && seen++ < DL_CHILDREN; c = r->sibling[c]) /* "gave the rebels weapons" with two objects */
        if (dl_at(r, c)->deprel == DL_DEP_OBJ) dl_add_or_antecedent(r, &found, verb, c);
    uint32_t tried = found.count ? 0 : tried_on(r, verb);
    if (tried) dl_heads_add_all(r, &found, tried);
    if (!found.count && lacks_object(r, verb)) dl_heads_add_all(r, &found, t->head);
    return found;
}

uint32_t dl_light_verb(const dl_reading *r, uint32_t noun, uint32_t *row) {
    uint32_t verb = dl_at(r, noun)->head;
    dl_deprel relation = dl_at(r, noun)->deprel;
    if (relation == DL_DEP_CONJ && verb) relation = dl_at(r, verb)->deprel, verb = dl_at(r, verb)->head;
    /* "a series of attacks", "a third round of talks" */
    const char *whole = "video picture photo image story condemnation denunciation criticism approval coverage"; /* told of, and no part */
    bool part = relation == DL_DEP_NMOD && verb && dl_has_case(r, noun, DL_LIT("of")) && !dl_lemma_among(r, verb, whole);
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

bool dl_ends(const dl_reading *r, uint32_t verb) {
    return dl_lemma_among(r, verb, "end halt finish stop suspend conclude");
}

/* The first actor in a phrase, nearest to its head, and those coordinated with it. `skip`: what the phrase's own roles name is left out. Pronouns
 * point back. */
dl_heads dl_nearest_actor(const dl_reading *r, uint32_t top, bool skip) {
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
            own = own || (base == DL_DEP_CCOMP && c < top); /* "Chad fell, | the premier said" */
            if (t != top || !own || (base == DL_DEP_CONJ && !skip)) queue[count++] = c;
        }
    }
    return found;
}

/* "Fired dozens of rockets | at Israel", "handed the bodies of soldiers to": a phrase of the verb, hung on what its object is made up of. */
static uint32_t behind_part(const dl_reading *r, uint32_t verb, uint32_t object, dl_bytes role) {
    uint32_t whole = dl_child(r, object, DL_DEP_NMOD);
    bool of = whole && dl_has_case(r, whole, DL_LIT("of")), with = dl_bytes_is(role, "with"); /* "charged the suspect in the raid with murder" */
    bool of_verb = dl_bytes_is(role, "at") || dl_bytes_is(role, "to") || dl_bytes_is(role, "for") || dl_bytes_is(role, "into");
    of_verb = of_verb || (dl_bytes_is(role, "on") && dl_lemma_among(r, verb, "blame pin")); /* "blamed the murder of two nuns on rebels" */
    return whole > object && ((of && of_verb) || with) ? dl_phrase_of(r, whole, role) : 0;
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

/* "met with the bishop, then | with the mayor", "appealed to the rebels and | to the army" */
static void add_second(const dl_reading *r, dl_heads *found, uint32_t verb, uint32_t first, dl_bytes preposition) {
    uint32_t end = dl_sentence_end(&r->doc->sentences.rows[dl_at(r, verb)->sentence]);
    for (uint32_t t = first + 1; t < end; t++) {
        uint32_t second = dl_at(r, t)->deprel == DL_DEP_CASE && dl_bytes_equal(dl_at(r, t)->lemma, preposition) ? dl_at(r, t)->head : 0;
        bool joined = second && (dl_lemma_among(r, t - 1, "then later and") || dl_lemma_is(r, t - 1, ","));
        if (joined && (dl_at(r, second)->head == first || dl_at(r, second)->head == verb)) dl_heads_add_all(r, found, second);
    }
}

/* "Tear gas was fired by officers | at the marchers", hung on the officers; not "by the envoy to Chad". */
static uint32_t behind_doer(const dl_reading *r, uint32_t verb, dl_bytes role) {
    uint32_t doer = dl_child(r, verb, DL_DEP_OBL_AGENT);
    if (!doer || !dl_bytes_among(role, "at against to on") || dl_lemma_among(r, doer, "envoy ambassador adviser advisor representative")) return 0;
    uint32_t phrase = dl_phrase_of(r, doer, role);
    return phrase > doer && dl_is_somebody(r, phrase) ? phrase : 0;
}

/* "Villagers were fired | on": what a passive with a preposition of no noun is done to. */
static uint32_t stranded(const dl_reading *r, uint32_t verb, dl_bytes role) {
    uint32_t opener = verb + 1, behind = verb + 2;
    bool said_of_noun = dl_is_relative(r, verb); /* "the nurses whom soldiers fired | at" */
    if (behind >= r->doc->tokens.count || !dl_bytes_equal(dl_at(r, opener)->lemma, role)) return 0;
    if (!dl_is_passive(r, verb) && !said_of_noun) return 0;
    unsigned upos = dl_at(r, behind)->upos;
    bool alone = dl_base_of(r, opener) != DL_DEP_CASE || upos == DL_UPOS_ADP || upos == DL_UPOS_PUNCT || upos == DL_UPOS_SCONJ;
    if (alone && said_of_noun && !dl_is_passive(r, verb)) return dl_antecedent(r, verb);
    return alone ? dl_child(r, verb, DL_DEP_NSUBJ) : 0;
}

/* "Was handed | six years", "got | two years for fraud": the object, or a phrase with no preposition that the parser takes for a time. */
static dl_heads span(const dl_reading *r, uint32_t verb) {
    dl_heads found = {0};
    uint32_t seen = 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        bool bare = base == DL_DEP_OBL && (dl_at(r, c)->upos == DL_UPOS_NOUN || dl_at(r, c)->upos == DL_UPOS_PROPN) && !dl_child(r, c, DL_DEP_CASE);
        if (c > verb && (base == DL_DEP_OBJ || bare)) dl_heads_add(&found, c);
    }
    return found;
}

/* "Handed | the banker a jail term" with two objects: the first of them receives; 0 where there are not two. */
static uint32_t first_of_two(const dl_reading *r, uint32_t verb) {
    uint32_t seen = 0, first = 0;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        if (c < verb || dl_at(r, c)->deprel != DL_DEP_OBJ) continue;
        if (first) return first;
        first = c;
    }
    return 0;
}

/* "Were flown back | to Chad": a phrase hung on the adverb of the way. */
static uint32_t behind_adverb(const dl_reading *r, uint32_t verb, dl_bytes role) {
    uint32_t way = dl_child_lemma(r, verb, DL_DEP_ADVMOD, "back home away out");
    return way > verb ? dl_phrase_of(r, way, role) : 0;
}

/* "Took rifles, grenades and three cars | from the militia": a phrase of the verb, hung on the last of its objects. */
static uint32_t behind_conjuncts(const dl_reading *r, uint32_t noun, dl_bytes role) {
    uint32_t seen = 0, found = 0;
    for (uint32_t c = r->child[noun]; c && !found && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_at(r, c)->deprel == DL_DEP_CONJ) found = dl_phrase_of(r, c, role);
    return found;
}

/* Whether a preposition stands in the sentence of a word, or right behind it, where a stranded one is looked for. Most that rows ask for do not. In a
 * sentence without end any may. */
static bool stands_near(const dl_reading *r, uint32_t token, dl_bytes preposition) {
    enum { LONG = 200 };
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, token)->sentence];
    if (s->token_count > LONG) return true;
    if (!(r->words_of[dl_at(r, token)->sentence] & dl_key_bit(dl_word_key(preposition)))) return false;
    for (uint32_t t = s->first_token; t <= dl_sentence_end(s) && t < r->doc->tokens.count; t++)
        if (dl_at(r, t)->lemma.size == preposition.size && dl_bytes_alike(dl_at(r, t)->lemma, preposition)) return true;
    return false;
}

static dl_heads verb_role(const dl_reading *r, uint32_t verb, dl_bytes role) {
    dl_heads found = {0};
    if (dl_bytes_is(role, "any")) return dl_nearest_actor(r, verb, true);
    if (dl_bytes_is(role, "subj")) return dl_subject(r, verb);
    if (dl_bytes_is(role, "obj")) return object(r, verb);
    if (dl_bytes_is(role, "span")) return span(r, verb);
    if (dl_bytes_is(role, "iobj")) {
        bool receiver = dl_is_passive(r, verb) && dl_child(r, verb, DL_DEP_OBJ);
        dl_heads_add_all(r, &found, dl_child(r, verb, receiver ? DL_DEP_NSUBJ : DL_DEP_IOBJ));
        if (!found.count && !receiver) dl_heads_add_all(r, &found, first_of_two(r, verb));
        if (!found.count && !receiver) dl_heads_add_all(r, &found, dl_receiver(r, verb));
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
            subject = dl_doer_behind(r, clause); /* not the victim */
        dl_heads_add_all(r, &found, subject ? subject : clause ? dl_phrase_of(r, verb, DL_LIT("for")) : 0);
    } else if (stands_near(r, verb, role)) {
        uint32_t phrase = dl_phrase_of(r, verb, role), noun = dl_child(r, verb, DL_DEP_OBJ);
        if (!noun) noun = dl_lost_subject(r, verb) ? dl_at(r, verb)->head : dl_after_particle(r, verb);
        dl_heads done_to = !noun && dl_is_passive(r, verb) ? object(r, verb) : (dl_heads){0}; /* "charges | against him were pressed" */
        bool own = dl_bytes_is(role, "to") || dl_bytes_is(role, "for"); /* "an envoy | to Chad was recalled", "a pardon for men wanted by police" */
        own = own && (dl_base_of(r, verb) == DL_DEP_ACL || (done_to.count && dl_is_somebody(r, done_to.rows[0])));
        if (done_to.count && !own) noun = done_to.rows[0];
        uint32_t measured = noun ? dl_measured(r, noun) : 0; /* "lifted some of the sanctions | on Peru" */
        if (!phrase) phrase = behind_adverb(r, verb, role);
        if (!phrase && noun && !(measured && dl_bytes_is(role, "of"))) phrase = dl_phrase_of(r, noun, role);
        if (!phrase && measured) phrase = dl_phrase_of(r, measured, role);
        if (!phrase && noun) phrase = behind_conjuncts(r, noun, role);
        if (!phrase && noun) phrase = behind_part(r, verb, noun, role);
        if (!phrase && (dl_bytes_is(role, "with") || dl_bytes_is(role, "against"))) phrase = dl_on_circumstance(r, verb, role);
        if (!phrase && dl_bytes_is(role, "between")) phrase = between_below(r, verb);
        if (!phrase) phrase = stranded(r, verb, role);
        if (!phrase && done_to.count) phrase = behind_doer(r, verb, role);
        if (!phrase && !noun && shared_object(r, verb))
            phrase = dl_phrase_of(r, beside(r, verb), role); /* "fired and landed a shell | on the town" */
        dl_add_or_antecedent(r, &found, verb, phrase);       /* "the nurses to whom he apologised" */
        if (phrase && (dl_bytes_is(role, "with") || dl_bytes_is(role, "to") || dl_bytes_is(role, "on"))) add_second(r, &found, verb, phrase, role);
    }
    return found;
}

/* An adjective: its noun where it stands at one ("involved in"), else the subject of which it is said. */
static dl_heads adjective_role(const dl_reading *r, uint32_t adjective, dl_bytes role) {
    dl_heads found = {0};
    if (dl_bytes_is(role, "obj")) {
        if (dl_at(r, adjective)->deprel == DL_DEP_ACL && dl_child(r, adjective, DL_DEP_NSUBJ)) /* "claims that he was slain" */
            return dl_own_subjects(r, adjective);
        if (dl_at(r, adjective)->deprel == DL_DEP_AMOD || dl_at(r, adjective)->deprel == DL_DEP_ACL)
            dl_heads_add_all(r, &found, dl_at(r, adjective)->head);
        return found;
    }
    return verb_role(r, adjective, role);
}

bool dl_is_gerund(const dl_reading *r, uint32_t token) {
    const dl_token *t = dl_at(r, token);
    dl_bytes form = dl_token_text(r->doc, token);
    if (!dl_bytes_finish(form, "ing") && !dl_bytes_finish(form, "ING")) return false;
    return t->upos == DL_UPOS_NOUN || (t->xpos == DL_XPOS_VBG && dl_child(r, token, DL_DEP_DET));
}

static dl_heads plain_role(const dl_reading *r, uint32_t trigger, dl_bytes role) {
    unsigned upos = dl_at(r, trigger)->upos;
    if (dl_bytes_is(role, "pred")) return dl_noun_role(r, trigger, role); /* "the dead" too is a noun */
    if (upos == DL_UPOS_NOUN || upos == DL_UPOS_PROPN || dl_is_gerund(r, trigger)) return dl_noun_role(r, trigger, role);
    return upos == DL_UPOS_ADJ ? adjective_role(r, trigger, role) : verb_role(r, trigger, role);
}

/* The role in the phrase found so far: of a noun ("obj.by"), of a complement's verb ("xcomp.obj", and once more of its noun: "xcomp.obj.of"). */
static dl_heads one_deeper(const dl_reading *r, uint32_t token, dl_bytes role) {
    dl_bytes first;
    if (!dl_is_verb(r, token) || !dl_bytes_cut(&role, '.', &first)) return dl_noun_role(r, token, role);
    dl_heads found = verb_role(r, token, first), inner = {0};
    if (!role.size) return found;
    for (uint32_t i = 0; i < found.count; i++) {
        dl_heads deeper = dl_noun_role(r, found.rows[i], role);
        for (uint32_t k = 0; k < deeper.count; k++) dl_heads_add(&inner, deeper.rows[k]);
    }
    return inner;
}

/* "An inquiry into | Lopez and his brother's dealings": of several of whom one is told by what is his, the others themselves. */
static void add_others_known(const dl_reading *r, dl_heads *inner, const dl_heads *outer, dl_bytes role) {
    if (!dl_bytes_is(role, "poss") || !inner->count) return;
    for (uint32_t i = 0; i < outer->count; i++) {
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[outer->rows[i]]];
        bool somebody = m->kind == DL_NAME_PERSON || m->kind == DL_NAME_ORGANISATION || m->kind == DL_NAME_GROUP;
        bool known = r->mention_at[outer->rows[i]] && somebody && (m->named || m->actor.size);
        if (known && !dl_child(r, outer->rows[i], DL_DEP_NMOD_POSS)) dl_heads_add(inner, outer->rows[i]);
    }
}

static dl_heads find_role(const dl_reading *r, uint32_t trigger, dl_bytes role) {
    dl_bytes first;
    if (!dl_bytes_cut(&role, '.', &first)) return (dl_heads){0};
    dl_heads found = plain_role(r, trigger, first);
    if (!role.size) return found;
    dl_heads inner = {0};
    for (uint32_t i = 0; i < found.count; i++) {
        uint32_t measured = dl_bytes_is(role, "of") ? 0 : dl_measured(r, found.rows[i]);
        dl_heads deeper = one_deeper(r, measured ? measured : found.rows[i], role);
        if (measured && !deeper.count) deeper = one_deeper(r, found.rows[i], role);
        for (uint32_t k = 0; k < deeper.count; k++) dl_heads_add(&inner, deeper.rows[k]);
    }
    add_others_known(r, &inner, &found, role);
    return inner;
}

dl_heads dl_role_heads(const dl_reading *r, uint32_t trigger, dl_bytes role) {
    if (!role.size) return (dl_heads){0};
    uint32_t slot = trigger * 31 + (uint32_t)role.size * 7 + (unsigned char)role.data[0] + 3u * (unsigned char)role.data[role.size - 1];
    dl_heads_memo *memo = r->heads + (slot & r->heads_mask);
    bool known = memo->token == trigger && memo->raised == r->memo->raised && dl_bytes_equal(memo->role, role);
    if (!known) *memo = (dl_heads_memo){.role = role, .token = trigger, .raised = r->memo->raised, .heads = find_role(r, trigger, role)};
    return memo->heads;
}
