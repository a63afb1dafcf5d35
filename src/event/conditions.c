#include "event/conditions.h"

#include "event/edges.h"
#include "event/lexicon.h"
#include "event/meant.h"
#include "event/openers.h"
#include "event/roles.h"
#include "know/code.h"

enum { NEAR_SENTENCES = 2 };

/* Whether the lemma is one of the words that a condition writes out. */
static bool written_out(const dl_reading *r, uint32_t token, dl_bytes words) {
    dl_word_query q = dl_word_query_of(r, token, words);
    while (q.rest.size)
        if (dl_word_next(&q, '|')) return true;
    return false;
}

static bool in_one_of(const dl_sets_memo *in, const dl_words *words) {
    for (uint32_t i = 0; i < in->count; i++)
        for (uint32_t k = 0; k < words->set_count; k++)
            if (in->sets[i] == words->sets[k]) return true;
    return false;
}

/* What is written out is looked at only where the word may be in it: as a rule it has no key of the list. */
static bool among(const dl_reading *r, uint32_t token, const dl_words *words) {
    dl_word_marks mark = r->marks[token];
    bool may = mark.folds || (!words->plain && dl_at(r, token)->stem);
    if (words->mask & dl_key_bit(mark.key))
        for (uint32_t i = 0; i < words->key_count && !may; i++) may = words->keys[i] == mark.key;
    if (may && written_out(r, token, words->text)) return true;
    return mark.in_sets && words->set_count && in_one_of(dl_sets_of(r, dl_at(r, token)->stem), words);
}

uint32_t dl_whole_of(const dl_reading *r, uint32_t noun) {
    uint32_t head = dl_at(r, noun)->head;
    bool of = head && dl_base_of(r, noun) == DL_DEP_NMOD && dl_has_case(r, noun, DL_LIT("of"));
    return of && dl_in_sets(r, head, DL_SET(partitive) | DL_SET(period)) ? head : noun; /* "two days of | talks" */
}

bool dl_lasts(const dl_reading *r, uint32_t noun) {
    uint32_t whole = dl_whole_of(r, noun);
    return whole != noun && dl_at(r, whole)->xpos == DL_XPOS_NNS && dl_in_sets(r, whole, DL_SET(period)) && !dl_child(r, noun, DL_DEP_DET);
}

/* The nouns that a phrase is of, kept for the words that the rows of one trigger ask for again and again. */
static dl_heads may_mean(const dl_reading *r, uint32_t token) {
    dl_meant_memo *memo = r->meant + token % DL_MEANT_MEMO;
    if (memo->token != token) *memo = (dl_meant_memo){token, dl_may_mean(r, token)};
    return memo->heads;
}

/* What meets a condition only where it is read freely: noted where it is not, so that no row is read again in vain. */
static bool met_freely(const dl_reading *r) {
    r->freely->wanted = true;
    return r->freely->on;
}

/* "The rangers", "jawans", "the FARC": whom the tables code as the police, an army or fighters meets a list of such words as well. */
static bool coded_among(const dl_reading *r, uint32_t token, const dl_words *words) {
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[token]];
    bool several = m->kind == DL_NAME_GROUP || m->kind == DL_NAME_ORGANISATION;
    if (!words->armed || !r->mention_at[token] || !m->actor.size || !several) return false;
    bool armed = (words->armed & DL_POLICE_SET && dl_actor_is_of(m->actor, "COP")) || (words->armed & DL_ARMY_SET && dl_actor_is_of(m->actor, "MIL"));
    armed = armed || (words->armed & DL_FIGHTER_SET && dl_actor_is_of(m->actor, "MIL COP REB UAF PRM"));
    return armed && met_freely(r);
}

static bool any_among(const dl_reading *r, const dl_heads *heads, const dl_words *words) {
    for (uint32_t i = 0; i < heads->count; i++) {
        if (coded_among(r, heads->rows[i], words)) return true;
        if (among(r, heads->rows[i], words)) return true;
        dl_heads meant = may_mean(r, heads->rows[i]);
        for (uint32_t k = 0; k < meant.count; k++)
            if (among(r, meant.rows[k], words)) return true;
    }
    return false;
}

static bool of_the_state(dl_bytes actor) {
    return actor.size == 3 || dl_actor_is_of(actor, "GOV MIL COP JUD LEG");
}

/* "Chad said | it would deport them", "the ministry said | police would": the subject itself, or both of them the state's. */
static bool of_subject(const dl_reading *r, uint32_t trigger, const dl_heads *heads) {
    dl_heads subjects = dl_role_heads(r, trigger, DL_LIT("subj"));
    for (uint32_t i = 0; i < heads->count; i++)
        for (uint32_t k = 0; k < subjects.count; k++) {
            uint32_t a = r->mention_at[heads->rows[i]], b = r->mention_at[subjects.rows[k]];
            const dl_mention *x = &r->doc->mentions.rows[a], *y = &r->doc->mentions.rows[b];
            if (!a || !b) continue;
            dl_bytes land = dl_actor_country(x->actor);
            if ((x->entity && x->entity == y->entity) || (x->actor.size && dl_bytes_equal(x->actor, y->actor))) return true;
            if (land.size && dl_bytes_equal(land, dl_actor_country(y->actor)) && of_the_state(x->actor) && of_the_state(y->actor)) return true;
        }
    return false;
}

/* "Anyone", "those responsible", "others", "some": somebody, whoever it is. */
static bool somebody_unnamed(const dl_reading *r, uint32_t token) {
    unsigned upos = dl_at(r, token)->upos;
    if (upos != DL_UPOS_PRON && upos != DL_UPOS_DET && upos != DL_UPOS_NOUN) return false;
    bool whoever =
        dl_lemma_among(r, token, "anyone anybody") && dl_child(r, token, DL_DEP_ACL); /* "anyone accused of a crime": whoever that may be */
    if (!whoever && dl_lemma_among(r, token, "anyone anybody someone somebody nobody whoever whom who other")) return true;
    return dl_lemma_among(r, token, "those that") &&
           (dl_child(r, token, DL_DEP_ACL) || dl_child(r, token, DL_DEP_AMOD) || dl_child(r, token, DL_DEP_NMOD));
}

/* "The World Food Programme", "the EU" (IGOUNO, IGOEUR): whose body it is stands behind; its soldiers and courts are soldiers and courts. */
static bool world_body(dl_bytes actor, dl_bytes class) {
    bool front = actor.size == 6 && class.size == 3 && !memcmp(actor.data, class.data, 3);
    return front && dl_bytes_is(class, "IGO") && !dl_actor_is_of(actor, "MIL COP JUD REF");
}

/* Persons and groups, whoever they are, and whoever acts as people do. */
static bool is_people(const dl_reading *r, uint32_t token) {
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[token]];
    if (somebody_unnamed(r, token) || dl_lemma_is(r, token, "side")) return true; /* "both sides" */
    if (!r->mention_at[token])                                                    /* "15,000 Zulus": people, where no table knows them */
        return dl_at(r, token)->xpos == DL_XPOS_NNPS || (dl_at(r, token)->upos == DL_UPOS_PROPN && dl_child(r, token, DL_DEP_NUMMOD));
    if (m->kind == DL_NAME_PERSON || m->kind == DL_NAME_GROUP || m->kind == DL_NAME_NATIONALITY || m->actor.size) return true;
    if (m->kind != DL_NAME_ORGANISATION) return false;
    return m->named ? met_freely(r) : dl_in_sets(r, token, DL_SET(body)); /* "the council", "the force": a body of no known sector */
}

/* What an actor, a person, a place is to a condition "role:class"; "subj:LEG": the last sector of the code. */
static bool of_one_class(const dl_reading *r, uint32_t token, dl_bytes class) {
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[token]];
    bool mention = r->mention_at[token] != 0;
    if (dl_bytes_is(class, "place")) return r->place_at[token] != 0;
    if (dl_bytes_is(class, "person")) return mention && m->kind == DL_NAME_PERSON;
    if (dl_bytes_is(class, "actor")) return mention && m->actor.size;
    if (dl_bytes_is(class, "state")) { /* a country or its government */
        bool whole = m->actor.size == 3 || (m->actor.size == 6 && dl_bytes_finish(m->actor, "GOV"));
        return mention && whole && m->kind != DL_NAME_FACILITY && m->kind != DL_NAME_GROUP && dl_actor_country(m->actor).size;
    }
    if (dl_is_upper(class.data[0])) return mention && (dl_actor_ends(m->actor, class) || world_body(m->actor, class));
    if (dl_bytes_is(class, "number")) return dl_at(r, token)->upos == DL_UPOS_NUM;
    return dl_bytes_is(class, "people") && is_people(r, token);
}

/* "obj:REB|PRM", "subj:GOV|state": one of the classes is enough. */
static bool of_class(const dl_reading *r, uint32_t token, dl_bytes classes) {
    dl_bytes one;
    while (dl_bytes_cut(&classes, '|', &one))
        if (of_one_class(r, token, one)) return true;
    return false;
}

static bool any_of_class(const dl_reading *r, const dl_heads *heads, dl_bytes class) {
    if (dl_bytes_is(class, "several")) return heads->count > 1;
    for (uint32_t i = 0; i < heads->count; i++) {
        if (of_class(r, heads->rows[i], class)) return true;
        bool number = dl_counts_nothing(r, heads->rows[i]); /* "arrested dozens": of people, where nothing else is told */
        if (number && dl_bytes_is(class, "people")) return true;
        dl_heads meant = number ? may_mean(r, heads->rows[i]) : dl_meant_by(r, heads->rows[i]);
        for (uint32_t k = 0; k < meant.count; k++)
            if (of_class(r, meant.rows[k], class)) return true;
    }
    return false;
}

static bool plural(const dl_reading *r, uint32_t token) {
    unsigned xpos = dl_at(r, token)->xpos;
    return xpos == DL_XPOS_NNS || xpos == DL_XPOS_NNPS;
}

/* An adjective, noun or participle in front of the trigger. */
static bool modifier_among(const dl_reading *r, uint32_t trigger, const dl_words *words) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[trigger]; c && c < trigger && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        bool before = base == DL_DEP_AMOD || base == DL_DEP_COMPOUND || base == DL_DEP_NMOD || base == DL_DEP_ADVMOD || base == DL_DEP_DET;
        if (!before) continue;
        if (among(r, c, words)) return true;
        uint32_t deeper = 0;
        for (uint32_t d = r->child[c]; d && deeper++ < 4; d = r->sibling[d])
            if (among(r, d, words)) return true;
    }
    return false;
}

/* The preposition that a noun stands behind. */
static bool case_among(const dl_reading *r, uint32_t noun, const dl_words *words) {
    uint32_t opener = dl_child(r, noun, DL_DEP_CASE);
    return opener && among(r, opener, words);
}

static bool modal_among(const dl_reading *r, uint32_t verb, const dl_words *words) {
    uint32_t seen = 0;
    for (uint32_t c = verb ? r->child[verb] : 0; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (dl_base_of(r, c) == DL_DEP_AUX && among(r, c, words)) return true;
    return false;
}

static bool negated(const dl_reading *r, uint32_t trigger) {
    return dl_child_lemma(r, trigger, DL_DEP_ADVMOD, "not n't never") || dl_child_lemma(r, trigger, DL_DEP_DET, "no");
}

/* "There will be | no talks" */
static bool none_there(const dl_reading *r, uint32_t clause) {
    uint32_t what = dl_child(r, clause, DL_DEP_EXPL) ? dl_child(r, clause, DL_DEP_NSUBJ) : 0;
    return what && dl_child_lemma(r, what, DL_DEP_DET, "no");
}

/* "Kicked | out two envoys", "flew two nuns | back": an adverb beside the object that the parser hung within it. */
static bool hung_in_object(const dl_reading *r, uint32_t verb, uint32_t adverb) {
    uint32_t object = dl_child(r, verb, DL_DEP_OBJ), head = adverb < r->doc->tokens.count ? dl_at(r, adverb)->head : 0;
    bool within = object && head && (head == object || dl_at(r, head)->head == object);
    return within && dl_base_of(r, adverb) == DL_DEP_ADVMOD && (adverb == verb + 1 || adverb == object + 1);
}

/* "blew up", also where the parse has it as an adverb or as the preposition of no noun. */
static dl_heads particles(const dl_reading *r, uint32_t trigger) {
    dl_heads found = {0};
    uint32_t seen = 0;
    for (uint32_t c = r->child[trigger]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool particle = dl_at(r, c)->deprel == DL_DEP_COMPOUND_PRT || (c > trigger && dl_base_of(r, c) == DL_DEP_ADVMOD);
        if (particle) dl_heads_add(&found, c);
        if (c > trigger && dl_base_of(r, c) == DL_DEP_OBL) dl_heads_add(&found, dl_way_before(r, c));
    }
    uint32_t behind = dl_child(r, trigger, DL_DEP_OBJ) + 1;
    if (hung_in_object(r, trigger, trigger + 1) || dl_after_particle(r, trigger)) dl_heads_add(&found, trigger + 1);
    if (hung_in_object(r, trigger, behind)) dl_heads_add(&found, behind);
    return found;
}

/* One of the words stands in the sentence or in one of the two before and behind it: what the passage is about tells the sense. */
static bool near_among(const dl_reading *r, uint32_t trigger, const dl_words *words) {
    const dl_doc *doc = r->doc;
    uint32_t s = dl_at(r, trigger)->sentence, first = s > NEAR_SENTENCES ? s - NEAR_SENTENCES : 1, last = s + NEAR_SENTENCES;
    if (last >= doc->sentences.count) last = doc->sentences.count - 1;
    for (uint32_t t = doc->sentences.rows[first].first_token; t < dl_sentence_end(&doc->sentences.rows[last]); t++)
        if (t != trigger && among(r, t, words)) return true;
    return false;
}

static dl_heads one_head(uint32_t token) {
    return (dl_heads){{token}, token != 0};
}

static dl_heads find_heads(const dl_reading *r, uint32_t trigger, const dl_place_asked *place) {
    switch (place->asked) {
    case DL_ASK_PRT:
        return particles(r, trigger);
    case DL_ASK_XCOMP:
        return one_head(dl_infinitive(r, trigger));
    case DL_ASK_CCOMP:
    case DL_ASK_CMODAL:
        return one_head(dl_child(r, trigger, DL_DEP_CCOMP));
    default:
        if (r->role_keys[place->role] & ~r->words_of[dl_at(r, trigger)->sentence]) return (dl_heads){0};
        return dl_role_heads(r, trigger, r->roles[place->role]);
    }
}

dl_filled *dl_fill_role(const dl_reading *r, uint32_t trigger, const dl_place_asked *place) {
    dl_role_memo *memo = r->memo;
    if (memo->token != trigger) {
        for (uint32_t i = 1; i <= memo->count; i++) memo->slot_of[memo->roles[i]] = 0;
        memo->token = trigger, memo->count = 0;
    }
    uint32_t slot = 0;
    if (memo->count < DL_ROLE_MEMO) slot = ++memo->count, memo->roles[slot] = place->role, memo->slot_of[place->role] = (uint8_t)slot;
    memo->all[slot] = (dl_filled){.heads = find_heads(r, trigger, place)};
    return memo->all + slot;
}

static const dl_heads *role_heads(const dl_reading *r, uint32_t trigger, const dl_place_asked *place) {
    return &dl_role_filled(r, trigger, place)->heads;
}

static uint64_t key_of(const dl_reading *r, uint32_t token) {
    return r->marks[token].folds ? DL_ANY_WORD : dl_key_bit(r->marks[token].key);
}

static uint64_t keys_of(const dl_reading *r, const dl_heads *heads, bool of_role) {
    uint64_t keys = 0;
    for (uint32_t i = 0; i < heads->count; i++) {
        keys |= key_of(r, heads->rows[i]);
        dl_heads meant = of_role ? may_mean(r, heads->rows[i]) : (dl_heads){0};
        for (uint32_t k = 0; k < meant.count; k++) keys |= key_of(r, meant.rows[k]);
    }
    return keys;
}

uint64_t dl_keys_of_role(const dl_reading *r, dl_filled *role, bool of_role) {
    return role->keys = keys_of(r, &role->heads, of_role);
}

static bool opens_judgement(const dl_reading *r, uint32_t token) {
    if (dl_is_alpha(dl_at(r, token)->lemma.data[0])) return dl_lemma_among(r, token, "a an as");
    return dl_lemma_among(r, token, "a an as \" ' `` “ ‘");
}

/* "Called the ruling | 'a slap at a debtor'", "described it as cruel": a word by which somebody judges, soon behind the object, or behind a passive.
 * The tree has it in a dozen places, so the words are read as they stand, up to the next verb. */
static bool judged_among(const dl_reading *r, uint32_t verb, const dl_words *words) {
    enum { REACH = 9 };
    uint32_t object = dl_is_passive(r, verb) ? 0 : dl_child(r, verb, DL_DEP_OBJ),
             end = dl_sentence_end(&r->doc->sentences.rows[dl_at(r, verb)->sentence]);
    uint32_t first = object > verb ? object + 1 : verb + 1;
    bool aside = false; /* "the arrest | of the thief | a success" */
    for (uint32_t t = first; t < end && t < first + REACH; t++) {
        unsigned upos = dl_at(r, t)->upos, xpos = dl_at(r, t)->xpos;
        bool helps = upos == DL_UPOS_AUX && xpos != DL_XPOS_VB; /* no "found it | to be unlawful" */
        bool finite = xpos == DL_XPOS_VBD || xpos == DL_XPOS_VBZ || xpos == DL_XPOS_VBP || helps || upos == DL_UPOS_CCONJ;
        if (finite || dl_lemma_among(r, t, "; . : that who which")) return false;
        if (opens_judgement(r, t))
            aside = false;
        else if (upos == DL_UPOS_ADP)
            aside = !(dl_lemma_is(r, t, "of") && dl_lemma_among(r, t - 1, "act form piece kind case sign")); /* "an act of | cowardice" */
        if (!aside && among(r, t, words)) return true;
    }
    return false;
}

static bool each_among(const dl_reading *r, const dl_heads *heads, const dl_words *words) {
    for (uint32_t i = 0; i < heads->count; i++)
        if (among(r, heads->rows[i], words)) return true;
    return false;
}

/* "obj.mod=joint": a word in front of one of those in the role. */
static bool any_modified(const dl_reading *r, const dl_heads *heads, const dl_words *words) {
    for (uint32_t i = 0; i < heads->count; i++) {
        if (modifier_among(r, heads->rows[i], words)) return true;
        uint32_t counted = dl_counted(r, heads->rows[i]);
        if (counted && modifier_among(r, counted, words)) return true;
    }
    return false;
}

static bool light_among(const dl_reading *r, uint32_t trigger, const dl_words *words) {
    uint32_t head = dl_at(r, trigger)->head;
    dl_deprel relation = dl_at(r, trigger)->deprel;
    return head && (relation == DL_DEP_OBJ || relation == DL_DEP_NSUBJ_PASS) && among(r, head, words);
}

/* "Did not say whether it would help" promises nothing, "he must have left" asks him for nothing. */
static bool modal_of_clause_among(const dl_reading *r, uint32_t trigger, const dl_words *words) {
    uint32_t clause = dl_child(r, trigger, DL_DEP_CCOMP);
    bool guessed = clause && dl_child_lemma(r, clause, DL_DEP_AUX, "have");
    return clause && modal_among(r, clause, words) && !dl_left_open(r, clause) && !guessed;
}

/* A condition with words: left=words. */
static bool equals(const dl_reading *r, uint32_t trigger, const dl_place_asked *place, const dl_words *words) {
    uint32_t head = dl_at(r, trigger)->head;
    switch (place->asked) {
    case DL_ASK_PRT:
    case DL_ASK_XCOMP:
    case DL_ASK_CCOMP:
        return each_among(r, role_heads(r, trigger, place), words);
    case DL_ASK_MOD:
        return modifier_among(r, trigger, words);
    case DL_ASK_ROLE_MOD:
        return any_modified(r, role_heads(r, trigger, place), words);
    case DL_ASK_LIGHT:
        return light_among(r, trigger, words);
    case DL_ASK_JUDGED:
        return judged_among(r, trigger, words);
    case DL_ASK_HEAD:
        return head && among(r, head, words);
    case DL_ASK_CASE:
        return case_among(r, trigger, words);
    case DL_ASK_NEAR:
        return near_among(r, trigger, words);
    case DL_ASK_MODAL:
        return modal_among(r, trigger, words);
    case DL_ASK_CMODAL:
        return modal_of_clause_among(r, trigger, words);
    default:
        return any_among(r, role_heads(r, trigger, place), words);
    }
}

/* "called the meeting a serious step": a second noun or an adjective right behind the object says what it is called. */
static bool predicate_of_object(const dl_reading *r, uint32_t verb) {
    uint32_t object = dl_child(r, verb, DL_DEP_OBJ), seen = 0;
    if (!object) return false;
    for (uint32_t c = r->child[verb]; c && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (c > object && (dl_base_of(r, c) == DL_DEP_XCOMP || dl_base_of(r, c) == DL_DEP_OBJ)) return true;
    for (uint32_t c = r->child[object]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        bool bare_noun = dl_child(r, c, DL_DEP_DET) && !dl_child(r, c, DL_DEP_CASE) && !dl_child(r, c, DL_DEP_PUNCT);
        dl_deprel base = dl_base_of(r, c);
        if (c > object && bare_noun && (base == DL_DEP_OBJ || base == DL_DEP_XCOMP || base == DL_DEP_NMOD || base == DL_DEP_APPOS)) return true;
    }
    return false;
}

/* "Asked that the rebels | leave", "that talks be | held", "ordered the strike | suspended": the form of what is asked for, and not of what is. */
static bool asked_for(const dl_reading *r, uint32_t trigger) {
    uint32_t done = dl_child(r, trigger, DL_DEP_XCOMP); /* "ordered the walkout | suspended" */
    bool small = done && dl_at(r, done)->xpos == DL_XPOS_VBN && dl_child(r, trigger, DL_DEP_OBJ) && !dl_child(r, done, DL_DEP_MARK);
    if (small && !dl_child(r, done, DL_DEP_AUX)) return true;
    uint32_t verb = dl_child(r, trigger, DL_DEP_CCOMP), aux = verb ? dl_child(r, verb, DL_DEP_AUX) : 0;
    if (!verb || !dl_child(r, verb, DL_DEP_NSUBJ)) return false;
    uint32_t be = dl_child(r, verb, DL_DEP_AUX_PASS);
    if (!be) be = dl_child(r, verb, DL_DEP_COP);
    if ((aux && aux != be) || dl_child_lemma(r, verb, DL_DEP_MARK, "if whether because")) return false;
    if (be) return dl_bytes_is(dl_token_text(r->doc, be), "be");
    unsigned xpos = dl_at(r, verb)->xpos;
    bool told = dl_at(r, trigger)->xpos == DL_XPOS_VBD || dl_at(r, trigger)->xpos == DL_XPOS_VBN; /* "insists that they give", which they may do */
    uint32_t subject = dl_child(r, verb, DL_DEP_NSUBJ);
    unsigned of = dl_at(r, subject)->xpos;
    told = told || ((of == DL_XPOS_NN || of == DL_XPOS_NNP) && !dl_child(r, subject, DL_DEP_CONJ)); /* "insists that the budget | include" */
    return xpos == DL_XPOS_VB || (xpos == DL_XPOS_VBP && told) || (xpos == DL_XPOS_VBN && !dl_child(r, verb, DL_DEP_MARK));
}

/* "Wants salaries | raised", "wants him | freed": a participle tells what is to be done to the object, which may be read as its subject. */
static bool wants_done(const dl_reading *r, uint32_t verb) {
    uint32_t object = dl_child(r, verb, DL_DEP_OBJ), done = dl_child(r, verb, DL_DEP_XCOMP), clause = dl_child(r, verb, DL_DEP_CCOMP);
    if (!done && object) done = dl_child(r, object, DL_DEP_ACL);
    if (!object && clause && !dl_child(r, clause, DL_DEP_AUX) && !dl_child(r, clause, DL_DEP_MARK))
        return dl_at(r, clause)->xpos == DL_XPOS_VBN || dl_at(r, clause)->xpos == DL_XPOS_VBD;
    return object && done > object && dl_at(r, done)->xpos == DL_XPOS_VBN && !dl_lemma_is(r, object + 1, ",");
}

static bool negated_clause(const dl_reading *r, uint32_t trigger) {
    uint32_t clause = dl_child(r, trigger, DL_DEP_CCOMP);
    return clause && (negated(r, clause) || none_there(r, clause));
}

/* "found not guilty" */
static bool negated_finding(const dl_reading *r, uint32_t trigger) {
    uint32_t clause = dl_child(r, trigger, DL_DEP_XCOMP);
    return clause && negated(r, clause);
}

static bool bare(const dl_reading *r, uint32_t trigger, const dl_place_asked *place) {
    switch (place->asked) {
    case DL_ASK_PLURAL:
        return plural(r, trigger);
    case DL_ASK_SINGULAR:
        return !plural(r, trigger);
    case DL_ASK_PREDICATE:
        return predicate_of_object(r, trigger);
    case DL_ASK_DONE:
        return wants_done(r, trigger);
    case DL_ASK_NEG:
        return negated(r, trigger);
    case DL_ASK_CNEG:
        return negated_clause(r, trigger);
    case DL_ASK_XNEG:
        return negated_finding(r, trigger);
    case DL_ASK_CBASE:
        return asked_for(r, trigger);
    case DL_ASK_LIGHT:
        return dl_light_verb(r, trigger, NULL) != 0;
    case DL_ASK_PRT:
        return dl_child(r, trigger, DL_DEP_COMPOUND_PRT) != 0;
    default:
        return role_heads(r, trigger, place)->count != 0;
    }
}

/* "subj:people", "in:place". */
static bool is_of(const dl_reading *r, uint32_t trigger, const dl_place_asked *place, dl_bytes class) {
    const dl_heads *heads = role_heads(r, trigger, place);
    uint32_t where =
        !heads->count && dl_bytes_is(class, "place") ? dl_phrase_of(r, trigger, r->roles[place->role]) : 0; /* "riots in Goma": no party to it */
    if (where) return r->place_at[where] != 0;
    return dl_bytes_is(class, "self") ? of_subject(r, trigger, heads) : any_of_class(r, heads, class);
}

/* "at|into|on", "by|from:actor", "obj|against=ruling": one of the roles is enough. */
static bool holds(const dl_reading *r, uint32_t trigger, const dl_condition *c) {
    for (uint32_t i = 0; i < c->place_count; i++) {
        const dl_place_asked *place = c->places + i;
        bool met = c->mark == '=' ? equals(r, trigger, place, &c->words)
                   : c->mark      ? is_of(r, trigger, place, c->words.text)
                                  : bare(r, trigger, place);
        if (met) return true;
    }
    return false;
}

dl_bytes dl_condition_missed(const dl_reading *r, uint32_t trigger, const dl_row_conditions *row) {
    for (uint32_t i = 0; i < row->count; i++)
        if (holds(r, trigger, row->all[i]) == row->all[i]->not ) return row->all[i]->text;
    return (dl_bytes){0};
}

bool dl_conditions_hold(const dl_reading *r, uint32_t trigger, const dl_row_conditions *row) {
    for (uint32_t i = 0; i < row->count; i++)
        if (holds(r, trigger, row->all[i]) == row->all[i]->not ) return false;
    return true;
}

bool dl_conditions_hold_doerless(const dl_reading *r, uint32_t trigger, const dl_row_conditions *row) {
    bool of_object = false, of_doer = false;
    for (uint32_t i = 0; i < row->count; i++) {
        const dl_condition *c = row->all[i];
        if (dl_bytes_is(c->text, "subj:people|actor")) return false; /* the row wants its doer told */
        if (dl_bytes_start(c->text, "subj:")) {
            of_doer = true;
            continue;
        }
        if (dl_bytes_start(c->text, "xcomp")) return false; /* "was forced | to sell", by whatever it was */
        of_object = of_object || dl_bytes_start(c->text, "obj=") || dl_bytes_start(c->text, "obj:");
        if (holds(r, trigger, c) == c->not ) return false;
    }
    return of_object && of_doer;
}

/* Somebody coded as bearing arms, or a body by name that no table knows. */
static bool any_met_freely(const dl_reading *r, dl_heads heads) {
    for (uint32_t i = 0; i < heads.count; i++) {
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[heads.rows[i]]];
        if (!r->mention_at[heads.rows[i]]) continue;
        if (dl_actor_is_of(m->actor, "MIL COP REB UAF PRM") || (m->named && m->kind == DL_NAME_ORGANISATION && !m->actor.size)) return true;
    }
    return false;
}

bool dl_may_read_freely(const dl_reading *r, uint32_t verb) {
    return any_met_freely(r, dl_role_heads(r, verb, DL_LIT("subj"))) || any_met_freely(r, dl_role_heads(r, verb, DL_LIT("obj")));
}
