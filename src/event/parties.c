/* Who and whom: the roles that the sense names, best first; the mentions that stand there; their owners where a thing stands for one. */
#include "event/blamed.h"
#include "event/build.h"
#include "event/roles.h"

enum { MOST_PARTIES = 24 };

typedef struct found_party {
    uint32_t mention;
    dl_bytes actor;
    uint32_t head;
} found_party;

typedef struct found_parties {
    found_party rows[MOST_PARTIES];
    uint32_t count;
    dl_bytes role; /* the role that gave them, of this sense */
    const dl_sense *sense;
} found_parties;

/* The "Turkish" of "Turkish army". */
static bool whose(const dl_reading *r, uint32_t nation, const dl_mention *of) {
    const dl_mention *m = &r->doc->mentions.rows[nation];
    return m->kind == DL_NAME_NATIONALITY && dl_span_inside(m->span, of->span) && dl_span_size(m->span) < dl_span_size(of->span);
}

static void add(const dl_reading *r, found_parties *found, uint32_t mention, dl_bytes actor, uint32_t head) {
    uint32_t entity = r->doc->mentions.rows[mention].entity;
    for (uint32_t i = 0; i < found->count; i++) {
        const dl_mention *m = &r->doc->mentions.rows[found->rows[i].mention];
        if (m->entity == entity && dl_bytes_equal(found->rows[i].actor, actor)) return;
        bool within = whose(r, mention, m), around = whose(r, found->rows[i].mention, &r->doc->mentions.rows[mention]);
        if (around) found->rows[i] = (found_party){mention, actor, head};
        if (within || around) return;
    }
    if (found->count < MOST_PARTIES) found->rows[found->count++] = (found_party){mention, actor, head};
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

/* A dependent that names the owner of a thing: "Ukrainian training ground", "Moscow's forces", "the capital of Chad". */
static uint32_t owner(const dl_reading *r, uint32_t token, bool deed) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[token]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        bool of = base == DL_DEP_NMOD && (dl_at(r, c)->deprel == DL_DEP_NMOD_POSS || dl_has_case(r, c, DL_LIT("of")) || !dl_child(r, c, DL_DEP_CASE));
        if (of && deed && dl_at(r, c)->deprel != DL_DEP_NMOD_POSS && dl_child(r, c, DL_DEP_CASE))
            continue; /* "condemned the bombing of the school" */
        if ((!of && base != DL_DEP_AMOD && base != DL_DEP_COMPOUND) || dl_within_name(r, c, token)) continue;
        if (base == DL_DEP_COMPOUND && dl_word_among(r, c, DL_LIT("@premises"))) continue; /* where, or at what, and not whose: "church attack" */
        dl_bytes actor = r->doc->mentions.rows[r->mention_at[c]].actor;
        if (base == DL_DEP_COMPOUND && (dl_bytes_is(actor, "BUS") || dl_only_where(r, c))) continue; /* "business deals", "the El Paso shooting" */
        if (r->mention_at[c] && actor.size) return holder(r, c);
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

static void from_roles(const dl_build *b, found_parties *found, uint32_t trigger, dl_bytes roles, int depth);

/* "Russian | missiles": a weapon's own code, where it is its owner's with a role ("RUSMIL"); nothing of other words. */
static dl_bytes armed(const dl_reading *r, uint32_t modifier, dl_bytes owner) {
    uint32_t weapon = r->mention_at[dl_at(r, modifier)->head];
    const dl_mention *m = &r->doc->mentions.rows[weapon];
    bool of_owner = weapon && m->kind == DL_NAME_FACILITY && m->actor.size > owner.size && dl_bytes_finish(m->actor, "MIL");
    return of_owner && owner.size && dl_bytes_equal((dl_bytes){m->actor.data, owner.size}, owner) ? m->actor : (dl_bytes){0};
}

/* All mentions at a head token stand for its phrase ("Ukrainian and Russian representatives" has two). */
static void add_token(const dl_build *b, found_parties *found, uint32_t token, int depth) {
    const dl_reading *r = &b->r;
    if (r->time_at[token] || dl_child_lemma(r, token, DL_DEP_DET, "no")) return; /* a day, and "no group", do nothing */
    if (!r->mention_at[token]) token = called(r, token);
    uint32_t first = r->mention_at[token], from = first && r->doc->mentions.rows[first].actor.size
                                                      ? 0
                                                      : owner(r, token, b->senses.rows[b->sense_at[token]].event == DL_EVENT_ASSAULT);
    if (!first && from) {
        token = from;
        first = r->mention_at[from];
        from = 0;
    }
    if (!first && !from && b->sense_at[token] && !depth) { /* "talks between A and B have yet to yield" */
        from_roles(b, found, token, b->senses.rows[b->sense_at[token]].who, depth + 1);
        return;
    }
    dl_bytes owned = from ? r->doc->mentions.rows[r->mention_at[from]].actor : (dl_bytes){0};
    for (uint32_t m = first; m && m < r->doc->mentions.count && r->doc->mentions.rows[m].head == token; m++) {
        dl_bytes actor = r->doc->mentions.rows[m].actor, by_arms = armed(r, token, actor);
        if (!actor.size && !owned.size && (is_nobodys(r, token) || coded_beside(r, first, m))) continue;
        add(r, found, m, by_arms.size ? by_arms : actor.size ? actor : owned, token);
    }
}

/* "his former rival, | Joe Biden", "Biden's | son", "Iranian | airline": who is called by his owner or land is meant himself; a thing stands for
 * them. */
static uint32_t meant_by(const dl_reading *r, uint32_t modifier, dl_bytes role) {
    bool of_noun = dl_bytes_finish(role, ".poss") || dl_bytes_finish(role, ".comp");
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

static void from_role(const dl_build *b, found_parties *found, uint32_t trigger, dl_bytes role, int depth) {
    dl_heads heads = dl_role_heads(&b->r, trigger, role);
    for (uint32_t i = 0; i < heads.count; i++) {
        const dl_mention *m = &b->r.doc->mentions.rows[b->r.mention_at[heads.rows[i]]];
        if (is_thing_decided(&b->r, trigger, heads.rows[i])) continue;
        if (m->kind == DL_NAME_FACILITY && !m->actor.size && dl_bytes_finish(role, ".comp")) continue; /* "denounced the border deal" */
        uint32_t meant = meant_by(&b->r, heads.rows[i], role), first = dl_at(&b->r, meant)->head;
        bool second = meant != heads.rows[i] && dl_at(&b->r, meant)->deprel == DL_DEP_CONJ && b->r.mention_at[first];
        if (second) add_token(b, found, first, depth); /* "Biden and his son" */
        add_token(b, found, meant, depth);
    }
    if (found->count) found->role = role;
}

/* The first of the roles that anyone stands in. */
static void from_roles(const dl_build *b, found_parties *found, uint32_t trigger, dl_bytes roles, int depth) {
    dl_bytes role;
    while (!found->count && dl_bytes_cut(&roles, ',', &role)) from_role(b, found, trigger, role, depth);
}

/* "obj.comp Russian<amod-strike; none in obj.poss": role, path, and the better roles in which nobody stands. */
static dl_bytes how_found(dl_build *b, const found_parties *found, dl_role role, uint32_t trigger) {
    dl_bytes roles = role == DL_ROLE_WHO ? found->sense->who : found->sense->whom, path = dl_path_between(&b->r, found->rows[0].head, trigger);
    size_t tried = found->role.data > roles.data && found->role.data < roles.data + roles.size ? (size_t)(found->role.data - roles.data) - 1 : 0;
    dl_bytes none = tried ? DL_LIT("; none in ") : (dl_bytes){0};
    return dl_arena_join(&b->r.doc->arena, (dl_bytes[]){found->role, DL_LIT(" "), path, none, {roles.data, tried}}, 5);
}

/* An attack without a doer of its own is theirs who own up to it or are blamed for it. */
static void from_blame(const dl_build *b, found_parties *who, uint32_t trigger) {
    dl_heads heads = dl_blamed_for(&b->r, trigger);
    for (uint32_t i = 0; i < heads.count; i++) add_token(b, who, heads.rows[i], 0);
    if (who->count) who->role = DL_LIT("blamed");
}

/* "Police face allegations", "the town suffered a raid". */
static void from_bearer(const dl_build *b, found_parties *whom, uint32_t trigger) {
    dl_heads heads = dl_borne_by(&b->r, trigger);
    for (uint32_t i = 0; i < heads.count; i++) add_token(b, whom, heads.rows[i], 0);
    if (whom->count) whom->role = DL_LIT("borne");
}

/* "The embassy | bombings" */
static void from_target(const dl_build *b, found_parties *whom, uint32_t trigger) {
    uint32_t target = dl_target_before(&b->r, trigger);
    if (!target) return;
    add_token(b, whom, target, 0);
    whom->role = DL_LIT("target");
}

static void push(dl_build *b, uint32_t claim, const found_parties *found, dl_role role, const dl_sense *sense) {
    for (uint32_t i = 0; i < found->count; i++) {
        dl_party *party = DL_DOC_PUSH(b->r.doc, parties);
        *party = (dl_party){.mention = found->rows[i].mention, .owner = claim, .actor = found->rows[i].actor, .role = (uint8_t)role};
        b->r.doc->claims.rows[claim].party_count++;
    }
    if (!found->count) return;
    const char *of_harm = role == DL_ROLE_WHO ? "doers-of-harm" : "victims-of-harm";
    const char *rule = found->sense == sense ? "role" : found->sense->event == sense->event ? of_harm : "asked-of-them";
    dl_trace_add(b, claim, role == DL_ROLE_WHO ? "who" : "whom", rule, found->rows[0].head, found->sense->table, found->sense->row,
                 how_found(b, found, role, b->r.doc->claims.rows[claim].head));
}

/* Victims that merged harm words tell ("killing four soldiers") are the whom of an act that names none. */
static void add_victims(dl_build *b, found_parties *whom, uint32_t trigger) {
    for (DL_NEAR_TRIGGER(i, b, trigger)) {
        const dl_trigger *t = &b->triggers.rows[i];
        if (t->merged != trigger) continue;
        const dl_sense *s = &b->senses.rows[t->sense];
        found_parties victims = {0};
        if (!s->harm && b->senses.rows[b->triggers.rows[trigger].sense].harm) continue;
        from_roles(b, &victims, t->token, s->whom, 0);
        for (uint32_t k = 0; k < victims.count; k++) add(&b->r, whom, victims.rows[k].mention, victims.rows[k].actor, victims.rows[k].head);
        if (victims.count && !whom->role.size) whom->role = victims.role, whom->sense = s;
    }
}

/* "Rebels | killed three soldiers in an attack": who did what harm words tell did the act that names nobody; an attack that killed is no doer. */
static void add_doers(const dl_build *b, found_parties *who, uint32_t trigger) {
    for (DL_NEAR_TRIGGER(i, b, trigger)) {
        const dl_trigger *t = &b->triggers.rows[i];
        const dl_sense *s = &b->senses.rows[t->sense];
        found_parties doers = {0};
        bool done_to =
            dl_child(&b->r, t->token, DL_DEP_OBJ) || dl_is_passive(&b->r, t->token); /* a headline's "Tourist killed in attack" is not by him */
        if (t->merged != trigger || who->count || !done_to) continue;
        from_roles(b, &doers, t->token, s->who, 0);
        for (uint32_t k = 0; k < doers.count; k++)
            if (!b->sense_at[doers.rows[k].head]) add(&b->r, who, doers.rows[k].mention, doers.rows[k].actor, doers.rows[k].head);
        if (who->count) who->role = doers.role, who->sense = s;
    }
}

/* "A blast in Goma killed four people", "a bomb under a car killed a judge": a place or thing is done to where nobody is. */
static bool only_places(const dl_build *b, const found_parties *found) {
    for (uint32_t i = 0; i < found->count; i++) {
        const dl_mention *m = &b->r.doc->mentions.rows[found->rows[i].mention];
        if (m->kind != DL_NAME_PLACE && (m->kind != DL_NAME_FACILITY || found->rows[i].actor.size)) return false;
    }
    return true;
}

static void merge(const dl_reading *r, found_parties *into, const found_parties *from) {
    for (uint32_t i = 0; i < from->count; i++) add(r, into, from->rows[i].mention, from->rows[i].actor, from->rows[i].head);
    if (!into->role.size) into->role = from->role;
}

/* "The Kabul car bombing", "one proposal asked": a thing that stands for nobody does nothing. */
static void drop_things(const dl_reading *r, found_parties *who) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < who->count; i++) {
        const dl_mention *m = &r->doc->mentions.rows[who->rows[i].mention];
        bool text = !m->named && !who->rows[i].actor.size &&
                    dl_word_among(r, m->head,
                                  DL_LIT("@proposal|pitch|bid|meeting|measure|step|move|effort|decision|book|memoir|novel|film|song|documentary"));
        bool thing = text || (m->kind == DL_NAME_FACILITY && who->rows[i].actor.size <= 3);
        if (!thing) who->rows[kept++] = who->rows[i];
    }
    who->count = kept;
}

/* "Clashes with police": nothing tells who clashed with them. */
static bool one_side(const found_parties *who) {
    return who->count == 1 && dl_bytes_is(who->role, "with");
}

/* One who met, of whom nothing tells whom he met. */
static bool is_alone(const dl_reading *r, const found_parties *who) {
    const dl_mention *m = &r->doc->mentions.rows[who->count ? who->rows[0].mention : 0];
    unsigned xpos = dl_at(r, m->head)->xpos;
    bool several = xpos == DL_XPOS_NNS || xpos == DL_XPOS_NNPS || (xpos == DL_XPOS_PRP && !dl_lemma_among(r, m->head, "it he she"));
    return who->count == 1 && !several;
}

/* An agent that stands in both roles of an act that is done to others is a misreading: "Iran threatened to close its airspace". */
static void drop_same(const dl_reading *r, const found_parties *who, found_parties *whom) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < whom->count; i++) {
        const dl_mention *b = &r->doc->mentions.rows[whom->rows[i].mention];
        bool same = false;
        for (uint32_t k = 0; k < who->count; k++) {
            const dl_mention *a = &r->doc->mentions.rows[who->rows[k].mention];
            same |= a->head == b->head || (who->count == 1 && a->entity == b->entity);
        }
        if (!same) whom->rows[kept++] = whom->rows[i];
    }
    whom->count = kept;
}

/* "He announced that he would withdraw | his troops": to his own nobody promises. */
static void drop_own(const dl_reading *r, const found_parties *who, found_parties *whom) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < whom->count; i++) {
        uint32_t owner = dl_child(r, r->doc->mentions.rows[whom->rows[i].mention].head, DL_DEP_NMOD_POSS);
        uint32_t entity = owner && dl_at(r, owner)->upos == DL_UPOS_PRON ? r->doc->mentions.rows[r->mention_at[owner]].entity : 0;
        bool own = entity && who->count && r->doc->mentions.rows[who->rows[0].mention].entity == entity;
        dl_bytes theirs = whom->rows[i].actor, his = who->count ? who->rows[0].actor : (dl_bytes){0};
        own = own ||
              (dl_bytes_finish(theirs, "MIL") && theirs.size > 3 && his.size >= 3 && !memcmp(theirs.data, his.data, 3)); /* "to withdraw troops" */
        if (!own) whom->rows[kept++] = whom->rows[i];
    }
    whom->count = kept;
}

/* "Peru and Chile agreed to reopen their embassies": several who agree do so with each other, where nobody else is told of. */
static bool agreed_together(const dl_reading *r, uint32_t verb, const dl_sense *sense, const found_parties *who, const found_parties *whom) {
    if (sense->event != DL_EVENT_AGREE || who->count < 2 || dl_at(r, verb)->upos != DL_UPOS_VERB || !dl_lemma_is(r, verb, "agree")) return false;
    for (uint32_t i = 0; i < whom->count; i++)
        if (!dl_child_lemma(r, whom->rows[i].head, DL_DEP_NMOD_POSS, "they their")) return false;
    return true;
}

/* "marched to demand the resignation of the mayor", "blocked roads to protest against the mayor": who is asked for something is whom they protest
 * against. */
static void from_demand(const dl_build *b, found_parties *whom, uint32_t trigger) {
    const dl_reading *r = &b->r;
    uint32_t carrier = dl_at(r, trigger)->upos == DL_UPOS_VERB ? trigger : dl_at(r, trigger)->head, seen = 0;
    for (uint32_t c = r->child[carrier]; c && seen++ < DL_CHILDREN && !whom->count; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        const dl_sense *sense = &b->senses.rows[b->sense_at[c]];
        if ((base != DL_DEP_ADVCL && base != DL_DEP_XCOMP && base != DL_DEP_ACL) || c < trigger) continue;
        bool against = b->sense_at[c] && (sense->event == DL_EVENT_REQUEST || sense->event == DL_EVENT_ACCUSE || sense->event == DL_EVENT_PROTEST);
        if (!against) continue;
        from_roles(b, whom, c, sense->whom, 0);
        whom->sense = sense;
    }
}

/* "Criticised the plan, | arguing that Lopez was unfit": whom a reproach is about stands in the reason that is given. */
static void from_reason(const dl_build *b, found_parties *whom, uint32_t trigger) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0;
    for (uint32_t c = r->child[trigger]; c && seen++ < DL_CHILDREN && !whom->count; c = r->sibling[c]) {
        bool reason = c > trigger && dl_base_of(r, c) == DL_DEP_ADVCL && dl_at(r, c)->xpos == DL_XPOS_VBG;
        if (!reason || !dl_lemma_among(r, c, "argue say claim state suggest allege insist note contend add")) continue;
        uint32_t said = dl_child(r, c, DL_DEP_CCOMP), subject = said ? dl_child(r, said, DL_DEP_NSUBJ) : 0;
        if (subject && r->mention_at[subject] && r->doc->mentions.rows[r->mention_at[subject]].actor.size) add_token(b, whom, subject, 0);
    }
    if (whom->count) whom->role = DL_LIT("reason");
}

/* "Clashed with police and | threw stones": who goes on fighting does so with the same side. */
static void from_clash(const dl_build *b, found_parties *whom, uint32_t trigger) {
    uint32_t first = dl_base_of(&b->r, trigger) == DL_DEP_CONJ ? dl_at(&b->r, trigger)->head : 0;
    const dl_sense *sense = &b->senses.rows[b->sense_at[first]];
    bool clash = first && b->sense_at[first] && sense->symmetric && (sense->event == DL_EVENT_PROTEST || sense->event == DL_EVENT_ASSAULT);
    if (!clash || dl_child(&b->r, trigger, DL_DEP_NSUBJ)) return;
    from_roles(b, whom, first, DL_LIT("with,against"), 0);
    whom->sense = sense;
}

/* "Cut ties with Cuba and | imposed an embargo": what goes on in one breath is done to the same. */
static void from_first_act(const dl_build *b, found_parties *whom, uint32_t trigger) {
    uint32_t first = dl_base_of(&b->r, trigger) == DL_DEP_CONJ ? dl_at(&b->r, trigger)->head : 0;
    if (!first || !b->sense_at[first] || dl_child(&b->r, trigger, DL_DEP_NSUBJ)) return;
    const dl_sense *sense = &b->senses.rows[b->sense_at[first]];
    if (sense->event != DL_EVENT_SANCTION) return;
    from_roles(b, whom, first, sense->whom, 0);
    whom->sense = sense;
}

/* "Anti-government protests", "anti-US demonstrators marched": whom a word in front says that they are against. */
static void from_prefix(const dl_build *b, found_parties *whom, uint32_t noun) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0;
    for (uint32_t c = r->child[noun]; c && c < noun && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (r->against_at[c]) add(r, whom, r->against_at[c], r->doc->mentions.rows[r->against_at[c]].actor, c);
    if (whom->count) whom->role = DL_LIT("anti");
}

bool dl_claim_has(const dl_doc *doc, const dl_claim *claim, dl_role role) {
    for (uint32_t i = 0; i < claim->party_count; i++)
        if (doc->parties.rows[claim->first_party + i].role == role) return true;
    return false;
}

void dl_claim_parties(dl_build *b, uint32_t claim, const dl_trigger *trigger) {
    const dl_sense *sense = &b->senses.rows[trigger->sense];
    found_parties who = {.sense = sense}, whom = {.sense = sense};
    from_roles(b, &who, trigger->token, sense->who, 0);
    if (!who.count && sense->event == DL_EVENT_ASSAULT) add_doers(b, &who, b->trigger_at[trigger->token]);
    if (!who.count && sense->event == DL_EVENT_ASSAULT) from_blame(b, &who, trigger->token);
    drop_things(&b->r, &who);
    from_roles(b, &whom, trigger->token, sense->whom, 0);
    if (!whom.count && dl_bytes_is(sense->mode, "disapprove")) from_reason(b, &whom, trigger->token);
    if (!whom.count && (sense->event == DL_EVENT_ASSAULT || sense->event == DL_EVENT_PROTEST)) from_clash(b, &whom, trigger->token);
    if (!whom.count && sense->event == DL_EVENT_SANCTION) from_first_act(b, &whom, trigger->token);
    if (!whom.count) from_bearer(b, &whom, trigger->token);
    if (!whom.count && sense->event == DL_EVENT_ASSAULT) from_target(b, &whom, trigger->token);
    if (!whom.count && sense->event == DL_EVENT_PROTEST) from_demand(b, &whom, trigger->token);
    if (!whom.count && sense->event == DL_EVENT_PROTEST) from_prefix(b, &whom, trigger->token);
    for (uint32_t i = 0; !whom.count && sense->event == DL_EVENT_PROTEST && i < who.count; i++)
        from_prefix(b, &whom, b->r.doc->mentions.rows[who.rows[i].mention].head);
    if (sense->harm) add_victims(b, &whom, b->trigger_at[trigger->token]); /* "killed three and wounded six" */
    bool victims_only = false;
    if (only_places(b, &whom) || dl_bytes_is(whom.role, "target")) {
        found_parties victims = {.sense = sense};
        add_victims(b, &victims, b->trigger_at[trigger->token]);
        if (victims.count) whom = victims, victims_only = sense->event == DL_EVENT_ASSAULT;
    }
    if (sense->symmetric && !victims_only) { /* who was killed in a clash need not be a side of it */
        merge(&b->r, &who, &whom);
        whom = who;
        if (one_side(&who) && sense->event != DL_EVENT_ASSAULT) who.count = 0;
        if (sense->event != DL_EVENT_ASSAULT && is_alone(&b->r, &who)) whom.count = 0;
    } else
        drop_same(&b->r, &who, &whom);
    if (sense->event == DL_EVENT_AGREE) drop_own(&b->r, &who, &whom);
    bool mutual = agreed_together(&b->r, trigger->token, sense, &who, &whom);
    if (mutual) whom = who;
    push(b, claim, &who, DL_ROLE_WHO, sense);
    push(b, claim, &whom, DL_ROLE_WHOM, sense);
    b->r.doc->claims.rows[claim].symmetric = sense->symmetric || mutual;
}

void dl_claim_date_parties(dl_build *b, uint32_t claim) {
    dl_doc *doc = b->r.doc;
    const dl_claim *c = &doc->claims.rows[claim];
    if (c->when_basis != DL_BASIS_SAID) return;
    for (uint32_t i = 0; i < c->party_count; i++) {
        dl_party *party = &doc->parties.rows[c->first_party + i];
        const dl_mention *m = &doc->mentions.rows[party->mention];
        if (party->role > DL_ROLE_WHOM || !m->id.size || !dl_bytes_equal(party->actor, m->actor)) continue;
        dl_bytes then = dl_actor_code(&b->actors, m->id, c->begin, &doc->arena);
        if (then.size) party->actor = then;
    }
}
