/* The last stage: from trees, times, places, mentions, counts and quotations to claims. */
#include "event/event.h"

#include "event/build.h"
#include "event/general.h"
#include "event/idle.h"
#include "event/nobody.h"
#include "event/scene.h"
#include "event/tolls.h"
#include "know/fired.h"

void dl_trace_add(dl_build *b, uint32_t claim, const char *field, const char *rule, uint32_t token, uint32_t table, uint32_t row, dl_bytes more) {
    dl_doc *doc = b->r.doc;
    char entry[128];
    size_t size = table ? dl_know_entry(b->r.know, table, row, entry, sizeof entry) : 0;
    dl_know_fired(b->r.know, table, row);
    dl_bytes text = more;
    if (size) text = dl_arena_join(&doc->arena, (dl_bytes[]){{entry, size}, {" ", more.size != 0}, more}, 3);
    dl_trace *t = DL_DOC_PUSH(doc, traces);
    *t = (dl_trace){.claim = claim, .field = field, .rule = rule, .entry = text};
    if (token) t->span = doc->tokens.rows[token].span;
}

dl_bytes dl_claim_named(dl_build *b, uint32_t claim) {
    char digits[DL_DIGITS];
    return dl_arena_join(&b->r.doc->arena, (dl_bytes[]){DL_LIT("#"), dl_bytes_digits(claim, digits)}, 2);
}

static dl_span trigger_span(const dl_reading *r, uint32_t token) {
    dl_span span = dl_at(r, token)->span;
    uint32_t particle = dl_child(r, token, DL_DEP_COMPOUND_PRT);
    if (particle == token + 1) span.end = dl_at(r, particle)->span.end;
    for (uint32_t c = r->child[token]; c && c < token; c = r->sibling[c]) /* "air strikes" */
        if (c + 1 == token && dl_at(r, c)->deprel == DL_DEP_COMPOUND && !r->mention_at[c]) span.begin = dl_at(r, c)->span.begin;
    return span;
}

/* The clause: what the trigger governs, or for a noun what its light or governing verb governs. */
static dl_span clause_span(const dl_reading *r, uint32_t token) {
    uint32_t top = token;
    unsigned upos = dl_at(r, token)->upos;
    bool argument = dl_base_of(r, token) == DL_DEP_NSUBJ || dl_base_of(r, token) == DL_DEP_OBJ;
    if (upos != DL_UPOS_VERB && argument && dl_at(r, token)->head) top = dl_at(r, token)->head;
    return dl_span_cover(dl_subtree(r, top), dl_at(r, token)->span);
}

static dl_status_reading add_status(dl_build *b, uint32_t claim, uint32_t trigger) {
    dl_senses senses = {b->senses.rows, b->sense_at};
    dl_status_reading status = dl_status_of(&b->r, &senses, trigger);
    b->r.doc->claims.rows[claim].status = (uint8_t)status.status;
    dl_bytes path = status.token && status.token != trigger ? dl_path_between(&b->r, trigger, status.token) : (dl_bytes){0};
    dl_trace_add(b, claim, "status", status.rule, status.token, status.table, status.row, path);
    return status;
}

/* A claim comes last in its tables while it is made. New rows are expected to be empty. */
static void take_back(dl_build *b, dl_trigger *trigger, uint32_t traces) {
    dl_doc *doc = b->r.doc;
    dl_claim *claim = &doc->claims.rows[trigger->claim];
    doc->parties.count -= claim->party_count;
    doc->traces.count = traces;
    *claim = (dl_claim){0};
    doc->claims.count--;
    trigger->claim = 0;
}

static void make_claim(dl_build *b, uint32_t number) {
    dl_doc *doc = b->r.doc;
    uint32_t traces = doc->traces.count;
    dl_trigger *t = &b->triggers.rows[number];
    const dl_sense *sense = &b->senses.rows[t->sense];
    dl_claim *c = DL_DOC_PUSH(doc, claims);
    uint32_t claim = t->claim = doc->claims.count - 1;
    c->trigger = trigger_span(&b->r, t->token);
    c->clause = clause_span(&b->r, t->token);
    c->sentence = dl_at(&b->r, t->token)->sentence;
    c->head = t->token;
    c->zone = doc->sentences.rows[c->sentence].zone;
    c->event = (uint8_t)sense->event;
    c->mode = sense->mode, c->cameo = sense->cameo, c->context = sense->context;
    c->begin = c->end = DL_NO_TIME;
    c->first_party = doc->parties.count ? doc->parties.count : 1;
    dl_claim_trace_event(b, claim, t);
    dl_status_reading status = add_status(b, claim, t->token);
    dl_claim_parties(b, claim, t);
    if (dl_claim_is_idle(b, claim, &status)) {
        take_back(b, t, traces);
        return;
    }
    dl_claim_sources(b, claim, t);
    dl_claim_disputes(b, claim, t);
    dl_claim_time(b, claim, t);
    dl_claim_date_parties(b, claim);
    dl_claim_trace_codes(b, claim);
    dl_claim_place(b, claim, t);
    dl_claim_clock(b, claim);
    t->toll = dl_claim_is_toll_of_years(b, claim, t);
    if (t->toll || dl_claim_is_general(b, claim, t)) take_back(b, t, traces);
}

/* Traces were written as the fields were decided; a claim's own are brought together, in that order. */
static void gather_traces(dl_doc *doc) {
    uint32_t total = doc->traces.count;
    if (!total) return;
    dl_trace *sorted = DL_NEW_ARRAY(&doc->arena, dl_trace, total);
    for (uint32_t i = 1; i < total; i++) doc->claims.rows[doc->traces.rows[i].claim].trace_count++;
    uint32_t next = 1;
    for (DL_EACH(i, &doc->claims)) {
        doc->claims.rows[i].first_trace = next;
        next += doc->claims.rows[i].trace_count;
        doc->claims.rows[i].trace_count = 0;
    }
    for (uint32_t i = 1; i < total; i++) {
        dl_claim *c = &doc->claims.rows[doc->traces.rows[i].claim];
        sorted[c->first_trace + c->trace_count++] = doc->traces.rows[i];
    }
    doc->traces.rows = sorted;
    doc->traces.room = total;
}

/* Who is stabbed, arrested or sent to prison, and who stabs, is a private person where the report tells nothing else of him; not who is hit from the
 * air or was a target. */
static bool is_private(const dl_claim *claim, uint8_t role) {
    if (claim->event == DL_EVENT_ASSAULT) return !dl_bytes_among(claim->mode, "aerial drone heavy-weapons targeted suicide-attack");
    return role == DL_ROLE_WHOM && dl_bytes_among(claim->mode, "arrest convict");
}

/* The code of whom the report tells nothing but a name or a number: persons are of the country that it is about, and so are hundreds in the streets.
 */
static dl_bytes code_of_nobody(dl_doc *doc, const dl_claim *claim, const dl_party *party) {
    const dl_mention *m = &doc->mentions.rows[party->mention];
    bool group = m->kind == DL_NAME_GROUP && m->plural && doc->tokens.rows[m->head].upos != DL_UPOS_PRON;
    bool crowd = group && claim->event == DL_EVENT_PROTEST && party->role == DL_ROLE_WHO;
    bool person = m->kind == DL_NAME_PERSON && m->name.size;
    if (crowd || (person && is_private(claim, party->role))) return dl_actor_compose(&doc->arena, doc->about, DL_LIT("CVL"));
    return person ? doc->about : (dl_bytes){0};
}

/* It is found last, so that no rule takes a person for a state. */
static void place_persons(dl_doc *doc) {
    for (DL_EACH(i, &doc->parties)) {
        dl_party *party = &doc->parties.rows[i];
        if (party->role <= DL_ROLE_WHOM && !party->actor.size) party->actor = code_of_nobody(doc, &doc->claims.rows[party->owner], party);
    }
}

enum { TRACES = 8 }; /* as a rule of a claim */

void dl_event_read(const dl_know *know, const dl_event_tables *tables, const dl_countries *countries, dl_doc *doc) {
    if (doc->tokens.count <= 1) return;
    dl_build *b = DL_NEW(&doc->arena, dl_build);
    dl_reading_open(&b->r, know, tables, doc);
    b->actors = dl_actors_open(know);
    b->countries = countries;
    b->sense_at = DL_NEW_ARRAY(&doc->arena, uint32_t, doc->tokens.count + 1);
    b->trigger_at = DL_NEW_ARRAY(&doc->arena, uint32_t, doc->tokens.count + 1);
    *DL_PUSH(&doc->arena, &b->senses) = (dl_sense){0}; /* so that row 0 may be read */
    dl_triggers_find(b);
    DL_RESERVE(&doc->arena, &doc->traces, TRACES * b->triggers.count);
    b->conversation = dl_is_conversation(&b->r);
    b->business = dl_is_business(&b->r);
    for (DL_EACH(i, &b->triggers)) {
        if (b->triggers.rows[i].merged) continue;
        if (doc->claims.count > doc->max_claims) {
            doc->claims_cut = true;
            break;
        }
        make_claim(b, i);
    }
    dl_claims_figures(b);
    dl_claims_incidents(b);
    dl_claims_scene(b);
    dl_claims_retold(b);
    place_persons(doc);
    dl_claims_at_home(b);
    dl_claims_setting(b);
    gather_traces(doc);
}
