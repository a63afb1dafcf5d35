/* Who and whom: the roles that the sense names, best first; the mentions that stand there; their owners where a thing stands for one. */
#include "event/blamed.h"
#include "event/edges.h"
#include "event/fill.h"
#include "event/meant.h"
#include "event/roles.h"
#include "know/code.h"

/* "obj.comp Russian<amod-strike; none in obj.poss": role, path, and the better roles in which nobody stands. */
static dl_bytes how_found(dl_build *b, const dl_found_parties *found, dl_role role, uint32_t trigger) {
    dl_bytes roles = role == DL_ROLE_WHO ? found->sense->who : found->sense->whom, path = dl_path_between(&b->r, found->rows[0].head, trigger);
    size_t tried = found->role.data > roles.data && found->role.data < roles.data + roles.size ? (size_t)(found->role.data - roles.data) - 1 : 0;
    dl_bytes none = tried ? DL_LIT("; none in ") : (dl_bytes){0};
    return dl_arena_join(&b->r.doc->arena, (dl_bytes[]){found->role, DL_LIT(" "), path, none, {roles.data, tried}}, 5);
}

/* An attack without a doer of its own is theirs who own up to it or are blamed for it. */
static void from_blame(const dl_build *b, dl_found_parties *who, uint32_t trigger) {
    dl_heads heads = dl_blamed_for(&b->r, trigger);
    for (uint32_t i = 0; i < heads.count; i++) dl_party_of(b, who, heads.rows[i], 0);
    if (who->count) who->role = DL_LIT("blamed");
}

static void push(dl_build *b, uint32_t claim, const dl_found_parties *found, dl_role role, const dl_sense *sense) {
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

/* A verdict that leaves out who gave it. */
static bool is_bare_verdict(const dl_build *b, const dl_sense *sense, uint32_t trigger) {
    bool verdict = dl_bytes_is(sense->mode, "convict") || (dl_bytes_is(sense->mode, "release") && dl_bytes_is(sense->cameo, "0841"));
    return verdict && dl_at(&b->r, trigger)->upos == DL_UPOS_VERB && dl_is_passive(&b->r, trigger);
}

/* A court in, at or before which something is done; judges only before whom. */
static bool is_court(const dl_reading *r, const dl_mention *m, dl_bytes actor) {
    bool body = m->kind == DL_NAME_ORGANISATION || m->kind == DL_NAME_FACILITY, before = dl_child_lemma(r, m->head, DL_DEP_CASE, "before");
    return dl_actor_is_of(actor, body ? "JUD LEG" : "JUD") && (before || (body && dl_child_lemma(r, m->head, DL_DEP_CASE, "in at")));
}

/* "Cole was sentenced | at Leeds Crown Court", "acquitted in the Senate": the court in which it is done does it. */
static void from_court(const dl_build *b, dl_found_parties *who, uint32_t trigger) {
    dl_found_parties court = {.sense = who->sense};
    dl_parties_in(b, &court, trigger, DL_LIT("in,at,before"), 0);
    for (uint32_t i = 0; i < court.count; i++)
        if (is_court(&b->r, &b->r.doc->mentions.rows[court.rows[i].mention], court.rows[i].actor))
            dl_party_add(&b->r, who, court.rows[i].mention, court.rows[i].actor, court.rows[i].head);
    if (who->count) who->role = DL_LIT("court");
}

/* "Cole appeared | at Leeds Crown Court. He was sentenced": the court in which he was, in the sentence before or in this one. */
static void from_hearing(const dl_build *b, dl_found_parties *who, const dl_found_parties *whom, uint32_t trigger) {
    enum { LOOK_BACK = 16 /* mentions */ };
    const dl_reading *r = &b->r;
    const dl_mention *all = r->doc->mentions.rows;
    uint32_t from = whom->count ? whom->rows[0].mention : 0, end = from, sentence = dl_at(r, trigger)->sentence;
    while (end && end < r->doc->mentions.count && end < from + LOOK_BACK && all[end].head < trigger) end++;
    for (uint32_t i = end; i-- > 1 && i + LOOK_BACK > from && all[i].sentence + 1 >= sentence;) {
        uint32_t verb = dl_base_of(r, all[i].head) == DL_DEP_OBL ? dl_at(r, all[i].head)->head : 0;
        if (!verb || verb == trigger || !is_court(r, &all[i], all[i].actor)) continue;
        uint32_t subject = dl_child(r, verb, DL_DEP_NSUBJ);
        if (!subject) subject = dl_child(r, verb, DL_DEP_NSUBJ_PASS);
        if (!subject || all[r->mention_at[subject]].entity != all[from].entity) continue;
        dl_party_add(r, who, i, all[i].actor, all[i].head);
        who->role = DL_LIT("court");
        return;
    }
}

/* Victims that merged harm words tell ("killing four soldiers") are the whom of an act that names none. */
static void add_victims(dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    for (DL_NEAR_TRIGGER(i, b, trigger)) {
        const dl_trigger *t = &b->triggers.rows[i];
        if (t->merged != trigger) continue;
        const dl_sense *s = &b->senses.rows[t->sense];
        if (!s->harm && b->senses.rows[b->triggers.rows[trigger].sense].harm) continue;
        dl_found_parties victims = {0};
        dl_parties_in(b, &victims, t->token, s->whom, 0);
        for (uint32_t k = 0; k < victims.count; k++) dl_party_add(&b->r, whom, victims.rows[k].mention, victims.rows[k].actor, victims.rows[k].head);
        if (victims.count && !whom->role.size) whom->role = victims.role, whom->sense = s;
    }
}

/* "Rebels | killed three soldiers in an attack": who did what harm words tell did the act that names nobody; an attack that killed is no doer. */
static void add_doers(const dl_build *b, dl_found_parties *who, uint32_t trigger) {
    for (DL_NEAR_TRIGGER(i, b, trigger)) {
        const dl_trigger *t = &b->triggers.rows[i];
        const dl_sense *s = &b->senses.rows[t->sense];
        if (t->merged != trigger || who->count) continue;
        bool done_to =
            dl_child(&b->r, t->token, DL_DEP_OBJ) || dl_is_passive(&b->r, t->token); /* a headline's "Tourist killed in attack" is not by him */
        if (!done_to) continue;
        dl_found_parties doers = {0};
        dl_parties_in(b, &doers, t->token, s->who, 0);
        for (uint32_t k = 0; k < doers.count; k++)
            if (!b->sense_at[doers.rows[k].head] && !dl_in_sets(&b->r, doers.rows[k].head, DL_SET(premises))) /* "in a mosque, which left ten dead" */
                dl_party_add(&b->r, who, doers.rows[k].mention, doers.rows[k].actor, doers.rows[k].head);
        if (who->count) who->role = doers.role, who->sense = s;
    }
}

/* "A blast in Goma killed four people", "a bomb under a car killed a judge": a place or thing is done to where nobody is. */
static bool only_places(const dl_build *b, const dl_found_parties *found) {
    for (uint32_t i = 0; i < found->count; i++) {
        const dl_mention *m = &b->r.doc->mentions.rows[found->rows[i].mention];
        if (m->kind != DL_NAME_PLACE && (m->kind != DL_NAME_FACILITY || found->rows[i].actor.size)) return false;
    }
    return true;
}

/* "Two died when | their car hit a mine": whose it is that was hit, and no more is known of them. */
static bool only_owners(const dl_build *b, const dl_found_parties *found) {
    for (uint32_t i = 0; i < found->count; i++)
        if (dl_at(&b->r, found->rows[i].head)->xpos != DL_XPOS_PRP_POSS || found->rows[i].actor.size) return false;
    return found->count > 0;
}

/* What was hit is a building or a body, or that and a place, and nobody. */
static bool only_buildings(const dl_build *b, const dl_found_parties *found) {
    bool building = false;
    for (uint32_t i = 0; i < found->count; i++) {
        const dl_mention *m = &b->r.doc->mentions.rows[found->rows[i].mention];
        bool this = m->kind == DL_NAME_FACILITY || m->kind == DL_NAME_ORGANISATION ||
                    dl_in_sets(&b->r, m->head, DL_SET(premises) | DL_SET(building) | DL_SET(vehicle));
        if (!this && m->kind != DL_NAME_PLACE) return false;
        building = building || this;
    }
    return building;
}

/* "Shot a student and | wounded his mother", "attacked a patrol, killing two nurses": others whom the same act harmed. */
static void add_further_victims(dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    for (DL_NEAR_TRIGGER(i, b, trigger)) {
        const dl_trigger *t = &b->triggers.rows[i];
        if (t->merged != trigger || !b->senses.rows[t->sense].harm) continue;
        dl_deprel base = dl_base_of(&b->r, t->token);
        uint32_t act = b->triggers.rows[trigger].token;
        bool goes_on = (base == DL_DEP_CONJ || base == DL_DEP_ADVCL) && dl_at(&b->r, t->token)->head == act;
        goes_on = goes_on || (dl_base_of(&b->r, act) == DL_DEP_CONJ && dl_at(&b->r, act)->head == t->token); /* "six were killed and two taken" */
        bool done_to = dl_child(&b->r, t->token, DL_DEP_OBJ) || dl_child(&b->r, t->token, DL_DEP_AUX_PASS);
        if (!goes_on || !done_to) continue;
        dl_found_parties victims = {0};
        dl_parties_in(b, &victims, t->token, b->senses.rows[t->sense].whom, 0);
        for (uint32_t k = 0; k < victims.count; k++) {
            const dl_found_party *v = &victims.rows[k];
            bool known = !v->actor.size;
            for (uint32_t w = 0; w < whom->count; w++) known |= dl_bytes_equal(whom->rows[w].actor, v->actor);
            if (!known) dl_party_add(&b->r, whom, v->mention, v->actor, v->head);
        }
    }
}

static void merge(const dl_reading *r, dl_found_parties *into, const dl_found_parties *from) {
    for (uint32_t i = 0; i < from->count; i++) dl_party_add(r, into, from->rows[i].mention, from->rows[i].actor, from->rows[i].head);
    if (!into->role.size) into->role = from->role;
}

/* "The Kabul car bombing", "one proposal asked": a thing that stands for nobody does nothing. */
static void drop_things(const dl_reading *r, dl_found_parties *who) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < who->count; i++) {
        const dl_mention *m = &r->doc->mentions.rows[who->rows[i].mention];
        bool text = !m->named && !who->rows[i].actor.size &&
                    (dl_in_sets(r, m->head, DL_SET(proposal)) ||
                     dl_lemma_among(r, m->head, "pitch bid meeting measure step move effort decision book memoir novel film song documentary"));
        bool thing = text || (m->kind == DL_NAME_FACILITY && who->rows[i].actor.size <= 3);
        if (!thing) who->rows[kept++] = who->rows[i];
    }
    who->count = kept;
}

/* "Clashes with police": nothing tells who clashed with them. */
static bool one_side(const dl_found_parties *who) {
    return who->count == 1 && dl_bytes_is(who->role, "with");
}

/* One who met, of whom nothing tells whom he met. */
static bool is_alone(const dl_reading *r, const dl_found_parties *who) {
    const dl_mention *m = &r->doc->mentions.rows[who->count ? who->rows[0].mention : 0];
    unsigned xpos = dl_at(r, m->head)->xpos;
    bool several = xpos == DL_XPOS_NNS || xpos == DL_XPOS_NNPS || (xpos == DL_XPOS_PRP && !dl_lemma_among(r, m->head, "it he she"));
    return who->count == 1 && !several;
}

/* An agent that stands in both roles of an act that is done to others is a misreading: "Iran threatened to close its airspace". */
static void drop_same(const dl_reading *r, const dl_found_parties *who, dl_found_parties *whom) {
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

/* "The minister | he accused": "he" is somebody else than the noun that the clause is said of. */
static void drop_pronoun(const dl_reading *r, dl_found_parties *who, const dl_found_parties *whom, uint32_t noun) {
    if (who->count != 1 || !whom->count || whom->rows[0].head != noun) return;
    const dl_mention *doer = &r->doc->mentions.rows[who->rows[0].mention], *m = &r->doc->mentions.rows[whom->rows[0].mention];
    bool pronoun = dl_at(r, doer->head)->xpos == DL_XPOS_PRP && doer->head > noun;
    if (pronoun && doer->entity == m->entity) who->count = 0;
}

/* "He announced that he would withdraw | his troops": to his own nobody promises. */
static void drop_own(const dl_reading *r, const dl_found_parties *who, dl_found_parties *whom) {
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

/* "The Kenyan opposition leader urged | supporters to stay calm": they are of the land of whom they follow. */
static void place_followers(const dl_reading *r, const dl_found_parties *who, dl_found_parties *whom) {
    dl_bytes land = who->count ? dl_actor_country(who->rows[0].actor) : (dl_bytes){0};
    for (uint32_t i = 0; land.size && i < whom->count; i++) {
        uint32_t head = whom->rows[i].head;
        bool bare = !whom->rows[i].actor.size && !dl_child(r, head, DL_DEP_NMOD) && r->doc->mentions.rows[whom->rows[i].mention].plural;
        if (bare && dl_lemma_among(r, head, "supporter follower backer loyalist adherent")) whom->rows[i].actor = land;
    }
}

/* The land of the other side that is told of: whom the first of two acts was done to ("cut ties with Belgium and | expelled"), else who says so. */
static dl_bytes other_land(const dl_build *b, uint32_t trigger) {
    const dl_reading *r = &b->r;
    uint32_t first = dl_base_of(r, trigger) == DL_DEP_CONJ ? dl_at(r, trigger)->head : 0;
    dl_found_parties found = {0};
    if (first && b->sense_at[first]) dl_parties_in(b, &found, first, b->senses.rows[b->sense_at[first]].whom, 0);
    if (found.count) return dl_actor_country(found.rows[0].actor);
    const dl_quote *said = &r->doc->quotes.rows[r->quote_at[trigger]];
    dl_bytes speaker = r->quote_at[trigger] && said->speaker_count ? r->doc->parties.rows[said->first_speaker].actor : (dl_bytes){0};
    return dl_actor_is_international(speaker) ? (dl_bytes){0} : dl_actor_country(speaker);
}

/* "Cut ties with Belgium and expelled | its diplomats", "Caracas said the US sought to overthrow | its government", "accused Hamas of killing two of
 * its soldiers": to his own nobody does so, and "its" means the other side. */
static void mean_others(dl_build *b, const dl_found_parties *who, dl_found_parties *whom, uint32_t trigger) {
    const dl_reading *r = &b->r;
    if (who->sense->event != DL_EVENT_ASSAULT && !dl_bytes_is(who->sense->mode, "expel")) return;
    if (who->count != 1 || whom->count != 1) return;
    uint32_t noun = whom->rows[0].head, measured = dl_measured(r, noun);
    if (measured) noun = measured;
    uint32_t owner = dl_child(r, noun, DL_DEP_NMOD_POSS);
    if (!owner || !dl_lemma_among(r, owner, "its their") || dl_child_lemma(r, noun, DL_DEP_AMOD, "own")) return;
    dl_bytes land = dl_actor_country(who->rows[0].actor), actor = whom->rows[0].actor;
    if (!land.size || !dl_bytes_equal(land, dl_actor_country(actor))) return;
    if (actor.size == land.size || dl_actor_is_of(actor, "CVL OPP SOC REL REF JRN")) return; /* "accused Syria of gassing | its people" */
    dl_bytes other = other_land(b, trigger);
    if (!other.size || dl_bytes_equal(other, land)) return;
    whom->rows[0].actor = dl_arena_join(&b->r.doc->arena, (dl_bytes[]){other, {actor.data + land.size, actor.size - land.size}}, 2);
}

/* "Peru and Chile agreed to reopen their embassies": several who agree do so with each other, where nobody else is told of. */
static bool agreed_together(const dl_reading *r, uint32_t verb, const dl_sense *sense, const dl_found_parties *who, const dl_found_parties *whom) {
    if (sense->event != DL_EVENT_AGREE || who->count < 2 || dl_at(r, verb)->upos != DL_UPOS_VERB || !dl_lemma_is(r, verb, "agree")) return false;
    for (uint32_t i = 0; i < whom->count; i++)
        if (!dl_child_lemma(r, whom->rows[i].head, DL_DEP_NMOD_POSS, "they their")) return false;
    return true;
}

bool dl_claim_has(const dl_doc *doc, const dl_claim *claim, dl_role role) {
    for (uint32_t i = 0; i < claim->party_count; i++)
        if (doc->parties.rows[claim->first_party + i].role == role) return true;
    return false;
}

/* "Brought suits | against each other": several who do so to one another, in a phrase of the verb. */
static bool to_each_other(const dl_reading *r, uint32_t verb, const dl_found_parties *who) {
    enum { NEAR = 6 };
    uint32_t end = dl_sentence_end(&r->doc->sentences.rows[dl_at(r, verb)->sentence]);
    if (who->count < 2 || dl_at(r, verb)->upos != DL_UPOS_VERB) return false;
    for (uint32_t t = verb + 1; t < end && t <= verb + NEAR && dl_at(r, t)->upos != DL_UPOS_VERB; t++)
        if (dl_is_reciprocal(r, t) && dl_base_of(r, t - 1) == DL_DEP_CASE) return true;
    return false;
}

/* Whom an act is done to; "a plot | by the army was alleged by the party": behind a passive "by" tells who did it, and only of a noun whom. */
static void find_whom(const dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    dl_bytes roles = whom->sense->whom, role;
    bool turned = dl_bytes_start(whom->sense->who, "subj") && dl_at(&b->r, trigger)->upos == DL_UPOS_VERB && dl_is_passive(&b->r, trigger);
    while (!whom->count && dl_bytes_cut(&roles, ',', &role))
        if (!turned || !dl_bytes_is(role, "by")) dl_parties_in(b, whom, trigger, role, 0);
}

void dl_claim_parties(dl_build *b, uint32_t claim, const dl_trigger *trigger) {
    const dl_sense *sense = &b->senses.rows[trigger->sense];
    dl_found_parties who = {.sense = sense}, whom = {.sense = sense};
    dl_parties_in(b, &who, trigger->token, sense->who, 0);
    if (!who.count && sense->event == DL_EVENT_ASSAULT) add_doers(b, &who, b->trigger_at[trigger->token]);
    if (!who.count && sense->event == DL_EVENT_ASSAULT) from_blame(b, &who, trigger->token);
    drop_things(&b->r, &who);
    bool verdict = !who.count && is_bare_verdict(b, sense, trigger->token);
    if (verdict) from_court(b, &who, trigger->token);
    const dl_token *t = dl_at(&b->r, trigger->token); /* a clause said of a noun has the noun in one of its roles */
    find_whom(b, &whom, trigger->token);
    dl_whom_beside(b, &whom, &who, trigger->token);
    if (verdict && !who.count) from_hearing(b, &who, &whom, trigger->token);
    bool people_too = sense->event == DL_EVENT_ASSAULT && only_buildings(b, &whom);      /* "a raid on a clinic killed nine" */
    if (sense->harm || people_too) add_victims(b, &whom, b->trigger_at[trigger->token]); /* "killed three and wounded six" */
    bool more = sense->event == DL_EVENT_ASSAULT && !sense->harm && !sense->symmetric && !people_too && whom.count;
    if (more) add_further_victims(b, &whom, b->trigger_at[trigger->token]);
    bool victims_only = false;
    if (only_places(b, &whom) || only_owners(b, &whom) || dl_bytes_is(whom.role, "target")) {
        dl_found_parties victims = {.sense = sense};
        add_victims(b, &victims, b->trigger_at[trigger->token]);
        if (victims.count) whom = victims, victims_only = sense->event == DL_EVENT_ASSAULT;
    }
    if (sense->symmetric && !victims_only) { /* who was killed in a clash need not be a side of it */
        merge(&b->r, &who, &whom);
        whom = who;
        if (one_side(&who) && sense->event != DL_EVENT_ASSAULT) who.count = 0;
        if (sense->event != DL_EVENT_ASSAULT && is_alone(&b->r, &who)) whom.count = 0;
    } else {
        if (dl_is_relative(&b->r, trigger->token)) drop_pronoun(&b->r, &who, &whom, t->head);
        drop_same(&b->r, &who, &whom);
    }
    mean_others(b, &who, &whom, trigger->token);
    if (sense->event == DL_EVENT_AGREE) drop_own(&b->r, &who, &whom);
    if (sense->event == DL_EVENT_REQUEST || sense->event == DL_EVENT_SUPPORT) place_followers(&b->r, &who, &whom);
    bool mutual = agreed_together(&b->r, trigger->token, sense, &who, &whom) || dl_is_reciprocal(&b->r, dl_child(&b->r, trigger->token, DL_DEP_OBJ));
    mutual = mutual || (!whom.count && to_each_other(&b->r, trigger->token, &who));
    mutual = mutual || (!whom.count && who.count > 1 && dl_bytes_finish(who.role, "between")); /* "ties between them were cut" */
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
        if (!then.size || dl_bytes_equal(then, m->actor)) continue;
        dl_bytes now = dl_actor_code(&b->actors, m->id, doc->published, &doc->arena);
        bool titled = then.size < m->actor.size && !dl_bytes_equal(now, m->actor); /* "Senator Paz": the text tells what he is */
        if (!titled) party->actor = then;
    }
}
