#include "out/ledger.h"

#include "base/calendar.h"
#include "base/error.h"

#include <math.h>
#include <stdlib.h>

dl_status dl_ledger_open(dl_ledger **ledger, dl_policy policy, dl_error *error) {
    if (!ledger || (unsigned)policy > DL_POLICY_LATEST)
        return dl_fail(error, DL_BAD_ARGUMENT, "dl_ledger_open needs a place and a policy that there is");
    *ledger = calloc(1, sizeof **ledger);
    if (!*ledger) return dl_fail(error, DL_NO_MEMORY, "out of memory while opening a ledger");
    (*ledger)->policy = policy;
    return DL_OK;
}

void dl_ledger_close(dl_ledger *ledger) {
    if (!ledger) return;
    dl_arena_free(&ledger->arena);
    free(ledger);
}

/* What of a document is the same for all its figures. */
typedef struct intake {
    dl_ledger *ledger;
    const dl_doc *doc;
    dl_figure same;                 /* doc, ref, uri, outlet, published */
    uint32_t *incidents;            /* by incident of the document: row of the ledger's, 0 not yet */
    uint32_t nothing;               /* the row for figures of no event, 0 not yet */
    uint32_t *quote_at;             /* by token: the innermost quotation with a speaker that holds it */
    uint32_t last[DL_LEDGER_KINDS]; /* by kind: the row of the last figure */
} intake;

/* Harm done to people; what else is counted (protesters, troops) is no ledger's. */
static bool harm(uint8_t what) {
    return what != DL_WHAT_OTHER && what != DL_WHAT_PROTESTERS && what != DL_WHAT_TROOPS;
}

/* Names, or actor codes, of the parties of a claim in a role, "; " between them. */
static dl_bytes parties(intake *in, const dl_claim *claim, dl_role role, bool codes) {
    const dl_doc *doc = in->doc;
    dl_bytes list = {0};
    for (uint32_t i = claim->first_party; i < claim->first_party + claim->party_count; i++) {
        const dl_party *party = &doc->parties.rows[i];
        const dl_mention *m = &doc->mentions.rows[party->mention];
        if (party->role != role) continue;
        dl_bytes code = party->actor.size ? party->actor : m->actor, one = codes ? code : dl_mention_name(doc, m);
        if (!one.size) continue;
        list = list.size ? dl_arena_printf(&in->ledger->arena, "%.*s; %.*s", (int)list.size, list.data, (int)one.size, one.data)
                         : dl_arena_copy(&in->ledger->arena, one);
    }
    return list;
}

/* A day that is told of the claim is better than one on which the tale goes on, and that than the report's. */
static int certainty(uint8_t basis) {
    return basis == DL_BASIS_SAID ? 2 : basis == DL_BASIS_SCENE;
}

/* The claims of an incident complete each other: the first time that the text tells, the closest place, the first parties. */
static void complete(intake *in, dl_ledger_incident *row, const dl_claim *claim) {
    const dl_place *place = &in->doc->places.rows[claim->place];
    uint8_t precision = claim->where_precision ? claim->where_precision : place->precision;
    bool closer = claim->place && (!row->precision || precision < row->precision);
    bool better = claim->begin != DL_NO_TIME && (row->begin == DL_NO_TIME || certainty(claim->when_basis) > certainty(row->basis));
    if (closer) {
        row->place = dl_arena_copy(&in->ledger->arena, place->name);
        row->country = dl_arena_copy(&in->ledger->arena, place->country);
        row->admin1 = dl_arena_copy(&in->ledger->arena, place->admin1);
        row->lat = place->lat, row->lon = place->lon, row->geonameid = place->geonameid, row->precision = precision;
    }
    if (better) {
        row->begin = claim->begin, row->end = claim->end;
        row->grain = claim->when_grain, row->zoned = claim->when_zoned, row->basis = claim->when_basis;
    }
    if (!row->who.size) row->who = parties(in, claim, DL_ROLE_WHO, false), row->who_actor = parties(in, claim, DL_ROLE_WHO, true);
    if (!row->whom.size) row->whom = parties(in, claim, DL_ROLE_WHOM, false);
}

static dl_ledger_incident no_incident(uint8_t event) {
    return (dl_ledger_incident){.event = event, .begin = DL_NO_TIME, .end = DL_NO_TIME, .lat = NAN, .lon = NAN};
}

static uint32_t incident_of(intake *in, uint32_t claim) {
    const dl_doc *doc = in->doc;
    if (!claim) {
        dl_ledger_incident none = no_incident(DL_EVENT_NONE);
        if (!in->nothing) in->nothing = dl_ledger_join(in->ledger, &none);
        return in->nothing;
    }
    uint32_t number = doc->claims.rows[claim].incident;
    if (in->incidents[number]) return in->incidents[number];
    dl_ledger_incident row = no_incident(doc->claims.rows[claim].event);
    for (DL_EACH(i, &doc->claims))
        if (doc->claims.rows[i].incident == number) complete(in, &row, &doc->claims.rows[i]);
    return in->incidents[number] = dl_ledger_join(in->ledger, &row);
}

static void append(dl_ledger *ledger, const dl_figure *figure) {
    dl_figure *row = DL_PUSH(&ledger->arena, &ledger->figures);
    *row = *figure;
    dl_ledger_incident *incident = &ledger->incidents.rows[figure->incident];
    uint32_t number = ledger->figures.count - 1;
    if (incident->last)
        ledger->figures.rows[incident->last].next = number;
    else
        incident->first = number;
    incident->last = number;
}

static uint32_t *quotes_of_tokens(dl_arena *arena, const dl_doc *doc) {
    uint32_t *at = DL_NEW_ARRAY(arena, uint32_t, doc->tokens.count + 1);
    for (DL_EACH(q, &doc->quotes)) { /* the innermost stands last */
        const dl_quote *quote = &doc->quotes.rows[q];
        uint32_t t = quote->speaker_count ? dl_token_at(doc, quote->span.begin) : doc->tokens.count;
        for (; t < doc->tokens.count && doc->tokens.rows[t].span.begin < quote->span.end; t++) at[t] = q;
    }
    return at;
}

/* Who gives a figure that belongs to no claim: the speakers of the quotation that holds it. */
static dl_bytes quoted_source(intake *in, const dl_count *count, bool codes) {
    const dl_doc *doc = in->doc;
    uint32_t quote = in->quote_at[count->anchor];
    if (!quote) return (dl_bytes){0};
    const dl_mention *m = &doc->mentions.rows[doc->parties.rows[doc->quotes.rows[quote].first_speaker].mention];
    return dl_arena_copy(&in->ledger->arena, codes ? m->actor : dl_mention_name(doc, m));
}

static void add_figure(intake *in, const dl_count *count) {
    const dl_doc *doc = in->doc;
    dl_arena *arena = &in->ledger->arena;
    const dl_claim *claim = count->claim ? &doc->claims.rows[count->claim] : NULL;
    dl_figure f = in->same;
    bool goes_on = count->cumulative && !claim && in->last[count->what]; /* "The death toll rose to 17": of what was told last */
    f.incident = goes_on ? in->last[count->what] : incident_of(in, count->claim);
    in->last[count->what] = f.incident;
    f.claim = count->claim, f.anchor = count->anchor;
    f.source = claim ? parties(in, claim, DL_ROLE_SOURCE, false) : quoted_source(in, count, false);
    f.source_actor = claim ? parties(in, claim, DL_ROLE_SOURCE, true) : quoted_source(in, count, true);
    f.who = dl_arena_copy(arena, dl_doc_words(doc, count->who));
    f.hedge = dl_arena_copy(arena, dl_doc_words(doc, count->hedge));
    f.quote = dl_arena_copy(arena, dl_doc_words(doc, doc->sentences.rows[doc->tokens.rows[count->anchor].sentence].span));
    f.low = count->low, f.best = count->best, f.high = count->high;
    f.start = count->span.begin, f.end = count->span.end;
    f.what = count->what, f.status = claim ? claim->status : DL_CLAIM_HAPPENED;
    f.cumulative = count->cumulative, f.part = count->part_of != 0;
    append(in->ledger, &f);
}

static void take_document(intake *in) {
    dl_arena *arena = &in->ledger->arena;
    const dl_doc *doc = in->doc;
    char iso[32];
    size_t size = doc->published == DL_NO_TIME ? 0 : dl_iso_write(iso, doc->published, (dl_grain)doc->published_grain, doc->published_zoned);
    in->same = (dl_figure){.report = ++in->ledger->reports,
                           .doc = dl_arena_copy(arena, dl_bytes_of(doc->id)),
                           .ref = dl_arena_copy(arena, doc->ref),
                           .uri = dl_arena_copy(arena, doc->uri),
                           .outlet = dl_arena_copy(arena, doc->outlet),
                           .published = dl_arena_copy(arena, (dl_bytes){iso, size}),
                           .published_at = doc->published};
    in->incidents = DL_NEW_ARRAY(arena, uint32_t, doc->claims.count + 1);
    in->quote_at = quotes_of_tokens(arena, doc);
    for (DL_EACH(i, &doc->counts)) {
        const dl_count *count = &doc->counts.rows[i];
        if (harm(count->what) && (!count->claim || dl_is_told(doc->claims.rows[count->claim].status))) add_figure(in, count);
    }
}

dl_status dl_ledger_add(dl_ledger *ledger, const dl_doc *doc, dl_error *error) {
    if (!ledger || !doc || !doc->analyzed) return dl_fail(error, DL_BAD_ARGUMENT, "dl_ledger_add needs a ledger and an analysed document");
    intake in = {.ledger = ledger, .doc = doc};
    jmp_buf guard;
    dl_arena_guard(&ledger->arena, &guard);
    if (setjmp(guard)) {
        dl_arena_guard(&ledger->arena, NULL);
        return dl_fail(error, DL_NO_MEMORY, "out of memory while adding to a ledger");
    }
    take_document(&in);
    dl_arena_guard(&ledger->arena, NULL);
    return DL_OK;
}
