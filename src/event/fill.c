/* Who stands in a role: the mentions at its head, the owner of a thing that stands there, the person whom a title or an apposition names. */
#include "event/fill.h"

#include "event/conditions.h"
#include "event/edges.h"
#include "event/roles.h"

/* Deeds that behind "of" tell to whom they are done. */
static const char done_to[] =
    "reorganisation reorganization transfer relocation removal dismissal closure treatment mistreatment handling neglect abandonment exclusion "
    "segregation demolition privatisation privatization separation persecution harassment";

/* The "Turkish" of "Turkish army". */
static bool whose(const dl_reading *r, uint32_t nation, const dl_mention *of) {
    const dl_mention *m = &r->doc->mentions.rows[nation];
    return m->kind == DL_NAME_NATIONALITY && dl_span_inside(m->span, of->span) && dl_span_size(m->span) < dl_span_size(of->span);
}

void dl_party_add(const dl_reading *r, dl_found_parties *found, uint32_t mention, dl_bytes actor, uint32_t head) {
    uint32_t entity = r->doc->mentions.rows[mention].entity;
    for (uint32_t i = 0; i < found->count; i++) {
        const dl_mention *m = &r->doc->mentions.rows[found->rows[i].mention];
        if (m->entity == entity && dl_bytes_equal(found->rows[i].actor, actor)) return;
        bool within = whose(r, mention, m), around = whose(r, found->rows[i].mention, &r->doc->mentions.rows[mention]);
        if (around) found->rows[i] = (dl_found_party){mention, actor, head};
        if (within || around) return;
    }
    if (found->count < DL_MOST_PARTIES) found->rows[found->count++] = (dl_found_party){mention, actor, head};
}

/* "President of | France Emmanuel Macron": the name hangs on the country, and means the person. */
static uint32_t holder(const dl_reading *r, uint32_t country) {
    uint32_t name = dl_child(r, country, DL_DEP_FLAT);
    return name && r->mention_at[name] && r->doc->mentions.rows[r->mention_at[name]].kind == DL_NAME_PERSON ? name : country;
}

/* "The sentence of confidante | Roger Stone": a noun that no table has, and the name of the person that it is. */
static uint32_t called(const dl_reading *r, uint32_t noun) {
    static const dl_deprel names[] = {DL_DEP_FLAT, DL_DEP_APPOS};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        uint32_t name = dl_child(r, noun, names[i]);
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[name]];
        if (name && r->mention_at[name] && m->kind == DL_NAME_PERSON && m->named) return name;
    }
    return noun;
}

/* "The group known as | JNIM", "a militia called Wazalendo": the name of a body that is told by a noun; the noun itself where nothing tells. */
static uint32_t known_as(const dl_reading *r, uint32_t noun) {
    uint32_t clause = dl_child(r, noun, DL_DEP_ACL);
    bool participle = clause > noun && dl_at(r, clause)->xpos == DL_XPOS_VBN && dl_at(r, clause)->deprel == DL_DEP_ACL;
    if (!participle || r->doc->mentions.rows[r->mention_at[noun]].named || !dl_lemma_among(r, clause, "know call name dub nickname")) return noun;
    uint32_t name = dl_phrase_of(r, clause, DL_LIT("as"));
    if (!name) name = dl_child(r, clause, DL_DEP_XCOMP);
    if (!name) name = dl_child(r, clause, DL_DEP_OBJ);
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[name]];
    return name > clause && r->mention_at[name] && m->named && m->actor.size > 3 && m->kind != DL_NAME_PLACE ? name : noun;
}

/* "Some | of the protesters", "many | in the crowd": those that they are some of; the word itself where nothing tells. */
static uint32_t some_of(const dl_reading *r, uint32_t some) {
    uint32_t whole = dl_phrase_of(r, some, DL_LIT("of"));
    if (!whole) whole = dl_phrase_of(r, some, DL_LIT("in"));
    return whole && r->mention_at[whole] && !r->place_at[whole] ? whole : some;
}

/* "A woman | whose eye was injured": of whom the thing is. */
static uint32_t whose_is(const dl_reading *r, uint32_t pronoun, uint32_t thing) {
    uint32_t owner = dl_at(r, pronoun)->xpos == DL_XPOS_WP_POSS ? dl_antecedent(r, dl_at(r, thing)->head) : 0;
    return owner && r->mention_at[owner] ? owner : 0;
}

/* "Positions | held by rebels", "land belonging to the church", "a bus carrying migrants": whose a thing is, or who is in it, by the clause behind
 * it. */
static uint32_t holder_behind(const dl_reading *r, uint32_t clause) {
    uint32_t found = 0;
    if (dl_at(r, clause)->deprel != DL_DEP_ACL) return 0;
    if (dl_at(r, clause)->xpos == DL_XPOS_VBN && dl_lemma_among(r, clause, "hold control own run man occupy operate use defend"))
        found = dl_doer_behind(r, clause);
    else if (dl_lemma_is(r, clause, "belong"))
        found = dl_phrase_of(r, clause, DL_LIT("to"));
    else if (dl_at(r, clause)->xpos == DL_XPOS_VBG && dl_lemma_among(r, clause, "carry transport ferry"))
        found = dl_child(r, clause, DL_DEP_OBJ);
    return found && r->mention_at[found] && r->doc->mentions.rows[r->mention_at[found]].actor.size ? found : 0;
}

/* "A report by | the council accused the army", "a statement issued by the council condemned it": who says so in writing; the word itself where
 * nothing tells. */
static uint32_t author(const dl_reading *r, uint32_t writing) {
    uint32_t seen = 0;
    if (dl_at(r, writing)->deprel != DL_DEP_NSUBJ || !dl_in_sets(r, writing, DL_SET(writing))) return writing;
    if (r->doc->mentions.rows[r->mention_at[writing]].actor.size) return writing;
    for (uint32_t c = r->child[writing]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        uint32_t found = 0;
        if (dl_base_of(r, c) == DL_DEP_NMOD && dl_child_lemma(r, c, DL_DEP_CASE, "by from")) found = c;
        bool written = dl_at(r, c)->deprel == DL_DEP_ACL && dl_at(r, c)->xpos == DL_XPOS_VBN;
        if (written &&
            dl_lemma_among(r, c, "issue write publish release send file sign draft adopt pass sponsor co-sponsor post submit table broadcast"))
            found = dl_doer_behind(r, c);
        if (found > writing && dl_is_somebody(r, found)) return found;
    }
    return writing;
}

/* A dependent that names the owner of a thing: "Ukrainian training ground", "Moscow's forces", "the capital of Chad". */
static uint32_t owner(const dl_reading *r, uint32_t token, bool deed) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        bool of = base == DL_DEP_NMOD && (dl_at(r, c)->deprel == DL_DEP_NMOD_POSS || dl_has_case(r, c, DL_LIT("of")) || !dl_child(r, c, DL_DEP_CASE));
        uint32_t by_clause = of ? whose_is(r, c, token) : 0;
        if (!by_clause && c > token) by_clause = holder_behind(r, c);
        if (by_clause) return by_clause;
        if (of && deed && dl_at(r, c)->deprel != DL_DEP_NMOD_POSS && dl_child(r, c, DL_DEP_CASE))
            continue; /* "condemned the bombing of the school" */
        if (of && c > token && dl_shows(r, token)) continue;
        if ((!of && base != DL_DEP_AMOD && base != DL_DEP_COMPOUND) || dl_within_name(r, c, token)) continue;
        if (base == DL_DEP_COMPOUND && dl_in_sets(r, c, DL_SET(premises))) continue; /* where, or at what, and not whose: "church attack" */
        dl_bytes actor = r->doc->mentions.rows[r->mention_at[c]].actor;
        if (base == DL_DEP_COMPOUND && (dl_bytes_is(actor, "BUS") || dl_only_where(r, c))) continue; /* "business deals", "the El Paso shooting" */
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[c]];
        bool named = dl_at(r, c)->deprel == DL_DEP_NMOD_POSS && m->kind == DL_NAME_PERSON && m->named && /* "praised Garcia's work" */
                     dl_at(r, token)->deprel != DL_DEP_NSUBJ;                                            /* what a book does its writer does not */
        if (r->mention_at[c] && (actor.size || named)) return holder(r, c);
    }
    return 0;
}

/* A sea, a range of mountains: a place that belongs to no country is no party. */
static bool is_nobodys(const dl_reading *r, uint32_t token) {
    const dl_place *place = &r->doc->places.rows[r->place_at[token]];
    return r->place_at[token] && place->feature.size && !place->country.size;
}

/* "House Speaker Nancy Pelosi", with the office as a name of its own: of mentions at one head those without a code are the same one's. */
static bool coded_beside(const dl_reading *r, uint32_t first, uint32_t mention) {
    const dl_mention *m = r->doc->mentions.rows;
    for (uint32_t i = first; i < r->doc->mentions.count && m[i].head == m[mention].head; i++)
        if (i != mention && m[i].actor.size) return true;
    return false;
}

/* "Russian | missiles": a weapon's own code, where it is its owner's with a role ("RUSMIL"); nothing of other words. */
static dl_bytes armed(const dl_reading *r, uint32_t modifier, dl_bytes owner) {
    uint32_t weapon = r->mention_at[dl_at(r, modifier)->head];
    const dl_mention *m = &r->doc->mentions.rows[weapon];
    bool of_owner = weapon && m->kind == DL_NAME_FACILITY && m->actor.size > owner.size && dl_bytes_finish(m->actor, "MIL");
    return of_owner && owner.size && dl_bytes_equal((dl_bytes){m->actor.data, owner.size}, owner) ? m->actor : (dl_bytes){0};
}

/* "The bombing | of the school", "the dismissal of judges", "the transfer of inmates": to whom a deed is done, it does not belong to. */
static bool tells_done_to(const dl_build *b, uint32_t noun) {
    const dl_sense *sense = &b->senses.rows[b->sense_at[noun]];
    dl_bytes whom = sense->whom, role;
    bool of = dl_lemma_among(&b->r, noun, done_to);
    if (sense->event == DL_EVENT_ASSAULT) return true;
    if (dl_lemma_among(&b->r, dl_at(&b->r, noun)->head, "warrant") || dl_lemma_among(&b->r, noun, "repression")) return false;
    if (dl_child(&b->r, noun, DL_DEP_ACL)) return false; /* "the arrest of five men | accused of fraud", hung on the arrest */
    if (sense->event == DL_EVENT_NONE) return of;
    while (dl_bytes_cut(&whom, ',', &role)) of = of || dl_bytes_is(role, "of");
    for (dl_bytes who = sense->who; dl_bytes_cut(&who, ',', &role);) of = of && !dl_bytes_is(role, "of");
    return of;
}

/* All mentions at a head token stand for its phrase ("Ukrainian and Russian representatives" has two). */
void dl_party_of(const dl_build *b, dl_found_parties *found, uint32_t token, int depth) {
    const dl_reading *r = &b->r;
    if (r->time_at[token] || dl_child_lemma(r, token, DL_DEP_DET, "no")) return; /* a day, and "no group", do nothing */
    token = author(r, token);
    token = known_as(r, token);
    if (!r->mention_at[token]) token = called(r, token);
    if (!r->mention_at[token] && dl_lemma_among(r, token, "some many several most all few each")) token = some_of(r, token);
    uint32_t first = r->mention_at[token], from = first && r->doc->mentions.rows[first].actor.size ? 0 : owner(r, token, tells_done_to(b, token));
    if (!first && from) {
        token = from;
        first = r->mention_at[from];
        from = 0;
    }
    if (!first && !from && b->sense_at[token] && !depth) { /* "talks between A and B have yet to yield" */
        dl_parties_in(b, found, token, b->senses.rows[b->sense_at[token]].who, depth + 1);
        return;
    }
    dl_bytes owned = from ? r->doc->mentions.rows[r->mention_at[from]].actor : (dl_bytes){0};
    for (uint32_t m = first; m && m < r->doc->mentions.count && r->doc->mentions.rows[m].head == token; m++) {
        dl_bytes actor = r->doc->mentions.rows[m].actor, by_arms = armed(r, token, actor);
        if (!actor.size && !owned.size && (is_nobodys(r, token) || coded_beside(r, first, m))) continue;
        dl_party_add(r, found, m, by_arms.size ? by_arms : actor.size ? actor : owned, token);
    }
}

/* "his former rival, | Joe Biden", "Biden's | son", "Iranian | airline": who is called by his owner or land is meant himself; a thing stands for
 * them. */
static uint32_t meant_by(const dl_reading *r, uint32_t modifier, dl_bytes role) {
    bool of_noun = dl_bytes_finish(role, ".poss") || dl_bytes_finish(role, ".comp"), of = dl_bytes_finish(role, ".of");
    uint32_t whole = of ? dl_at(r, modifier)->head : 0; /* "called for the killers | of Kim to give up" */
    const dl_mention *those = &r->doc->mentions.rows[r->mention_at[whole]];
    bool body = (those->kind == DL_NAME_GROUP && those->actor.size) || (those->kind == DL_NAME_ORGANISATION && those->actor.size > 3);
    if (whole && r->mention_at[whole] && body && dl_whole_of(r, modifier) == modifier) return whole;
    uint32_t noun = of_noun ? dl_at(r, modifier)->head : 0, named = noun ? dl_child(r, noun, DL_DEP_APPOS) : 0;
    const dl_mention *m = &r->doc->mentions.rows[r->mention_at[noun]], *n = &r->doc->mentions.rows[r->mention_at[named]];
    if (!noun || dl_at(r, noun)->upos == DL_UPOS_VERB) return modifier;
    if (named && r->mention_at[named] && n->kind == DL_NAME_PERSON && n->named) return named;
    if (!r->mention_at[noun]) return modifier;
    bool someone = m->kind == DL_NAME_PERSON || (m->kind == DL_NAME_GROUP && m->actor.size);
    return someone || (m->kind == DL_NAME_ORGANISATION && m->actor.size > 3) ? noun : modifier;
}

/* "The states ratified | it": what is passed, backed or refused is as a rule a thing, whatever body the pronoun may mean. */
static bool is_thing_decided(const dl_reading *r, uint32_t trigger, uint32_t object) {
    return dl_at(r, object)->head == trigger && dl_base_of(r, object) == DL_DEP_OBJ && dl_at(r, object)->upos == DL_UPOS_PRON &&
           dl_lemma_is(r, object, "it") &&
           dl_lemma_among(r, trigger, "ratify oppose endorse approve pass veto sign support reject back uphold adopt");
}

static void from_role(const dl_build *b, dl_found_parties *found, uint32_t trigger, dl_bytes role, int depth) {
    dl_heads heads = dl_role_heads(&b->r, trigger, role);
    for (uint32_t i = 0; i < heads.count; i++) {
        const dl_mention *m = &b->r.doc->mentions.rows[b->r.mention_at[heads.rows[i]]];
        if (is_thing_decided(&b->r, trigger, heads.rows[i])) continue;
        uint32_t deed = dl_at(&b->r, heads.rows[i])->head; /* "demanded a vote and the release of | prisoners" */
        bool freed = found->sense && found->sense->event == DL_EVENT_REQUEST && dl_bytes_finish(role, "of") &&
                     dl_bytes_is(b->senses.rows[b->sense_at[deed]].mode, "release");
        if (freed && tells_done_to(b, deed)) continue;
        if (dl_bytes_start(role, "xcomp.") && dl_shows(&b->r, heads.rows[i])) continue;                /* "refused to visit | the cemetery" */
        if (m->kind == DL_NAME_FACILITY && !m->actor.size && dl_bytes_finish(role, ".comp")) continue; /* "denounced the border deal" */
        uint32_t meant = meant_by(&b->r, heads.rows[i], role), first = dl_at(&b->r, meant)->head;
        bool second = meant != heads.rows[i] && dl_at(&b->r, meant)->deprel == DL_DEP_CONJ && b->r.mention_at[first];
        if (second) dl_party_of(b, found, first, depth); /* "Biden and his son" */
        dl_party_of(b, found, meant, depth);
    }
    if (found->count) found->role = role;
}

/* The first of the roles that anyone stands in. */
void dl_parties_in(const dl_build *b, dl_found_parties *found, uint32_t trigger, dl_bytes roles, int depth) {
    dl_bytes role;
    while (!found->count && dl_bytes_cut(&roles, ',', &role)) from_role(b, found, trigger, role, depth);
}
