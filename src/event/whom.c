/* Whom an act is done to where its own roles say nothing: "police face allegations", "the embassy bombings", "anti-government protests". */
#include "event/edges.h"
#include "event/fill.h"
#include "event/lexicon.h"
#include "event/roles.h"
#include "know/code.h"

/* "Exploded | at the airport", "the row outside the station", "deployed along the border". */
static bool opens_place(dl_bytes role, dl_bytes roles) {
    dl_bytes last = role, one;
    while (dl_bytes_cut(&role, '.', &one)) last = one;
    if (dl_bytes_is(last, "at")) { /* what is fired at is aimed at: such rows have no "in" */
        while (dl_bytes_cut(&roles, ',', &one))
            if (dl_bytes_is(one, "in")) return true;
        return false;
    }
    return dl_bytes_is(last, "in") || dl_bytes_is(last, "inside") || dl_bytes_is(last, "outside") || dl_bytes_is(last, "near") ||
           dl_bytes_is(last, "along") || dl_bytes_is(last, "around");
}

/* Where force is used or gathered, nobody in particular sits there ("outside the embassy"); troops in another's land are sent against it. */
static bool is_scene(const dl_reading *r, const dl_found_party *party, const dl_found_parties *who) {
    const dl_mention *m = &r->doc->mentions.rows[party->mention];
    dl_bytes rest = party->actor, role, theirs = dl_actor_country(rest);
    bool place = m->kind == DL_NAME_PLACE || (m->kind == DL_NAME_FACILITY && dl_in_sets(r, m->head, DL_SET(scene)));
    if (theirs.size) rest.data += theirs.size, rest.size -= theirs.size;
    if (!place || dl_actor_role(&rest, &role)) return false;
    if (who->sense->event == DL_EVENT_ASSAULT) return true;
    return !theirs.size || (who->count && dl_bytes_equal(dl_actor_country(who->rows[0].actor), theirs));
}

/* "The shooting on | Mercer Street": a road is where. */
static bool is_road(const dl_reading *r, const dl_found_party *party) {
    const dl_mention *m = &r->doc->mentions.rows[party->mention];
    bool place = m->kind == DL_NAME_PLACE || m->kind == DL_NAME_FACILITY;
    return place && dl_child_lemma(r, m->head, DL_DEP_CASE, "on along off near") &&
           dl_lemma_among(r, m->head, "road street avenue highway boulevard lane motorway freeway expressway");
}

static void drop_scenes(const dl_reading *r, dl_found_parties *whom, const dl_found_parties *who) {
    uint32_t kept = 0;
    bool force = who->sense->event == DL_EVENT_ASSAULT || who->sense->event == DL_EVENT_MOBILIZE || dl_bytes_is(who->sense->mode, "demo");
    bool opened = force && opens_place(whom->role, whom->sense->whom);
    if (!force) return;
    for (uint32_t i = 0; i < whom->count; i++) {
        bool scene = (opened && is_scene(r, &whom->rows[i], who)) || is_road(r, &whom->rows[i]);
        if (!scene) whom->rows[kept++] = whom->rows[i];
    }
    whom->count = kept;
}

/* "Called for the party | to be banned", "said that prisoners must be freed": to whom it should be done is not who is asked for it; who should do it
 * is. */
static void drop_patients(const dl_build *b, dl_found_parties *whom) {
    const dl_reading *r = &b->r;
    uint32_t kept = 0, doer = 0;
    if (whom->sense->event != DL_EVENT_REQUEST || (!dl_bytes_is(whom->role, "xsubj") && !dl_bytes_start(whom->role, "for."))) return;
    for (uint32_t i = 0; i < whom->count; i++) {
        uint32_t head = whom->rows[i].head;
        if (dl_at(r, head)->deprel == DL_DEP_CONJ) head = dl_at(r, head)->head;
        uint32_t clause = dl_at(r, head)->head;
        bool called_for = dl_has_case(r, head, DL_LIT("for"));
        if (called_for) clause = dl_infinitive(r, clause);
        bool patient = (called_for || dl_base_of(r, head) == DL_DEP_NSUBJ) && dl_child(r, clause, DL_DEP_AUX_PASS);
        if (patient)
            doer = dl_doer_behind(r, clause);
        else
            whom->rows[kept++] = whom->rows[i];
    }
    whom->count = kept;
    if (doer) dl_party_of(b, whom, doer, 0);
}

/* "Police face allegations", "the town suffered a raid". */
static void from_bearer(const dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    dl_heads heads = dl_borne_by(&b->r, trigger);
    for (uint32_t i = 0; i < heads.count; i++) dl_party_of(b, whom, heads.rows[i], 0);
    if (whom->count) whom->role = DL_LIT("borne");
}

/* "The embassy | bombings" */
static void from_target(const dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    uint32_t target = dl_target_before(&b->r, trigger);
    if (!target) return;
    dl_party_of(b, whom, target, 0);
    whom->role = DL_LIT("target");
}

/* "The victims | of the bombing", "the wounded in the raid", "protected the nuns | from attacks": who suffered, or would suffer, it. */
static void from_sufferers(const dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    const dl_reading *r = &b->r;
    uint32_t above = dl_at(r, trigger)->head;
    dl_deprel base = dl_base_of(r, trigger);
    bool theirs = base == DL_DEP_NMOD && dl_child_lemma(r, trigger, DL_DEP_CASE, "of in from") &&
                  dl_lemma_among(r, above, "victim casualty survivor fatality dead wounded injured");
    bool kept_from = base == DL_DEP_OBL && dl_child_lemma(r, trigger, DL_DEP_CASE, "from against") &&
                     dl_lemma_among(r, above, "protect defend shield guard safeguard save rescue spare");
    bool through = base == DL_DEP_OBL && dl_has_case(r, trigger, DL_LIT("through")) && dl_lemma_is(r, above, "live"); /* "lived through | the raid" */
    bool outlived = through || (base == DL_DEP_OBJ && dl_lemma_among(r, above, "survive escape"));
    outlived = outlived && !dl_child(r, trigger, DL_DEP_ACL_RELCL); /* not "survived a raid | that killed six soldiers" */
    const dl_mention *told = &r->doc->mentions.rows[whom->count ? whom->rows[0].mention : 0];
    if (whom->count && told->kind != DL_NAME_PLACE && told->kind != DL_NAME_FACILITY) return;
    dl_found_parties found = {.sense = whom->sense};
    uint32_t becoming = theirs && dl_base_of(r, above) == DL_DEP_XCOMP ? dl_child(r, dl_at(r, above)->head, DL_DEP_NSUBJ) : 0;
    if (theirs) dl_party_of(b, &found, becoming ? becoming : above, 0); /* "the town became a victim of the raid" */
    if (kept_from) dl_parties_in(b, &found, above, DL_LIT("obj"), 0);
    if (outlived) dl_parties_in(b, &found, above, DL_LIT("subj"), 0);
    if (!found.count) return;
    *whom = found;
    whom->role = DL_LIT("sufferer");
}

/* "A probe by prosecutors": who looks into it is not looked into. */
static void drop_doers(dl_found_parties *whom, const dl_found_parties *who) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < whom->count; i++) {
        bool doer = false;
        for (uint32_t k = 0; k < who->count; k++) doer |= who->rows[k].head == whom->rows[i].head;
        if (!doer) whom->rows[kept++] = whom->rows[i];
    }
    whom->count = kept;
}

/* "An inquiry found | that the mayor had taken bribes": whom it was into. */
static void from_finding(const dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    const dl_reading *r = &b->r;
    uint32_t verb = dl_base_of(r, trigger) == DL_DEP_NSUBJ ? dl_at(r, trigger)->head : 0;
    uint32_t found = verb && dl_lemma_among(r, verb, "find reveal show conclude uncover establish") ? dl_child(r, verb, DL_DEP_CCOMP) : 0;
    uint32_t subject = found ? dl_child(r, found, DL_DEP_NSUBJ) : 0;
    if (!subject || dl_is_passive(r, found) || dl_lemma_among(r, found, "do die suffer")) return;
    if (r->mention_at[subject] && dl_at(r, subject)->upos != DL_UPOS_PRON) dl_party_of(b, whom, subject, 0);
    if (whom->count) whom->role = DL_LIT("finding");
}

/* "marched to demand the resignation of the mayor", "blocked roads to protest against the mayor": who is asked for something is whom they protest
 * against. */
static void from_demand(const dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    const dl_reading *r = &b->r;
    uint32_t carrier = dl_at(r, trigger)->upos == DL_UPOS_VERB ? trigger : dl_at(r, trigger)->head, seen = 0;
    for (uint32_t c = r->child[carrier]; c && seen++ < DL_CHILDREN && !whom->count; c = r->sibling[c]) {
        dl_deprel base = dl_base_of(r, c);
        const dl_sense *sense = &b->senses.rows[b->sense_at[c]];
        if ((base != DL_DEP_ADVCL && base != DL_DEP_XCOMP && base != DL_DEP_ACL) || c < trigger) continue;
        bool against = b->sense_at[c] && (sense->event == DL_EVENT_REQUEST || sense->event == DL_EVENT_ACCUSE || sense->event == DL_EVENT_PROTEST);
        if (!against) continue;
        dl_parties_in(b, whom, c, sense->whom, 0);
        whom->sense = sense;
    }
}

/* "Wrote to the premier | seeking a meeting", "sent the general a letter | asking for troops": who is written to is asked. */
static void from_letter(const dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    const dl_reading *r = &b->r;
    uint32_t wrote = dl_at(r, trigger)->head;
    if (dl_at(r, trigger)->xpos != DL_XPOS_VBG || !wrote || wrote > trigger) return;
    if (dl_base_of(r, trigger) == DL_DEP_ACL && dl_lemma_among(r, wrote, "letter message note cable petition memo")) wrote = dl_at(r, wrote)->head;
    if (!wrote || !dl_lemma_among(r, wrote, "write send address cable email deliver submit hand present")) return;
    uint32_t to = dl_phrase_of(r, wrote, DL_LIT("to"));
    if (!to) to = dl_child(r, wrote, DL_DEP_IOBJ);
    if (to && to < trigger) dl_party_of(b, whom, to, 0);
    if (whom->count) whom->role = DL_LIT("letter");
}

/* "The queen dissolved it | at the request of the premier": who does it was asked to; a trial that was put off so tells nobody. */
static void from_wish(const dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    const dl_reading *r = &b->r;
    uint32_t deed = dl_at(r, trigger)->head;
    if (!dl_lemma_among(r, trigger, "request urging behest insistence instigation") || !dl_child_lemma(r, trigger, DL_DEP_CASE, "at on")) return;
    if (!deed || dl_base_of(r, trigger) != DL_DEP_OBL || !dl_is_verb(r, deed)) return;
    if (dl_is_passive(r, deed)) {
        uint32_t agent = dl_doer_behind(r, deed);
        if (agent) dl_party_of(b, whom, agent, 0);
    } else
        dl_parties_in(b, whom, deed, DL_LIT("subj"), 0);
    if (whom->count) whom->role = DL_LIT("wish");
}

/* "Criticised the plan, | arguing that Lopez was unfit": whom a reproach is about stands in the reason that is given. */
static void from_reason(const dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0;
    for (uint32_t c = r->child[trigger]; c && seen++ < DL_CHILDREN && !whom->count; c = r->sibling[c]) {
        bool reason = c > trigger && dl_base_of(r, c) == DL_DEP_ADVCL && dl_at(r, c)->xpos == DL_XPOS_VBG;
        if (!reason || !dl_lemma_among(r, c, "argue say claim state suggest allege insist note contend add")) continue;
        uint32_t said = dl_child(r, c, DL_DEP_CCOMP), subject = said ? dl_child(r, said, DL_DEP_NSUBJ) : 0;
        if (subject && r->mention_at[subject] && r->doc->mentions.rows[r->mention_at[subject]].actor.size) dl_party_of(b, whom, subject, 0);
    }
    if (whom->count) whom->role = DL_LIT("reason");
}

/* What a trigger goes on from, "clashed" of "clashed and | threw", where it has no subject of its own; 0 where that is no word of ours. */
static uint32_t breath_before(const dl_build *b, uint32_t trigger) {
    uint32_t first = dl_base_of(&b->r, trigger) == DL_DEP_CONJ ? dl_at(&b->r, trigger)->head : 0;
    return first && b->sense_at[first] && !dl_child(&b->r, trigger, DL_DEP_NSUBJ) ? first : 0;
}

/* "Clashed with police and | threw stones": who goes on fighting does so with the same side. */
static void from_clash(const dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    uint32_t first = breath_before(b, trigger);
    const dl_sense *sense = &b->senses.rows[b->sense_at[first]];
    if (!first || !sense->symmetric || (sense->event != DL_EVENT_PROTEST && sense->event != DL_EVENT_ASSAULT)) return;
    dl_parties_in(b, whom, first, DL_LIT("with,against"), 0);
    whom->sense = sense;
}

/* "Cut ties with Cuba and | imposed an embargo": what goes on in one breath is done to the same. */
static void from_first_act(const dl_build *b, dl_found_parties *whom, uint32_t trigger) {
    uint32_t first = breath_before(b, trigger);
    const dl_sense *sense = &b->senses.rows[b->sense_at[first]];
    if (!first || sense->event != DL_EVENT_SANCTION) return;
    dl_parties_in(b, whom, first, sense->whom, 0);
    whom->sense = sense;
}

/* "Anti-government protests", "anti-US demonstrators marched": whom a word in front says that they are against. */
static void from_prefix(const dl_build *b, dl_found_parties *whom, uint32_t noun) {
    const dl_reading *r = &b->r;
    uint32_t seen = 0;
    for (uint32_t c = r->child[noun]; c && c < noun && seen++ < DL_CHILDREN; c = r->sibling[c])
        if (r->against_at[c]) dl_party_add(r, whom, r->against_at[c], r->doc->mentions.rows[r->against_at[c]].actor, c);
    if (whom->count) whom->role = DL_LIT("anti");
}

void dl_whom_beside(const dl_build *b, dl_found_parties *whom, const dl_found_parties *who, uint32_t trigger) {
    const dl_sense *sense = who->sense;
    dl_event event = sense->event;
    if (whom->count) drop_scenes(&b->r, whom, who);
    if (whom->count) drop_patients(b, whom);
    if (dl_bytes_is(sense->mode, "investigate")) drop_doers(whom, who);
    if (!whom->count && event == DL_EVENT_REQUEST) from_letter(b, whom, trigger);
    if (!whom->count && event == DL_EVENT_REQUEST) from_wish(b, whom, trigger);
    if (!whom->count && dl_bytes_is(sense->mode, "disapprove")) from_reason(b, whom, trigger);
    if (!whom->count && (event == DL_EVENT_ASSAULT || event == DL_EVENT_PROTEST)) from_clash(b, whom, trigger);
    if (!whom->count && event == DL_EVENT_SANCTION) from_first_act(b, whom, trigger);
    if (!whom->count) from_bearer(b, whom, trigger);
    if (event == DL_EVENT_ASSAULT && !sense->symmetric) from_sufferers(b, whom, trigger);
    if (!whom->count && dl_bytes_is(sense->mode, "investigate")) from_finding(b, whom, trigger);
    if (!whom->count && event == DL_EVENT_ASSAULT) from_target(b, whom, trigger);
    if (!whom->count && event == DL_EVENT_PROTEST) from_demand(b, whom, trigger);
    if (!whom->count && event == DL_EVENT_PROTEST) from_prefix(b, whom, trigger);
    for (uint32_t i = 0; !whom->count && event == DL_EVENT_PROTEST && i < who->count; i++)
        from_prefix(b, whom, b->r.doc->mentions.rows[who->rows[i].mention].head);
}
