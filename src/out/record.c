#include "out/record.h"

#include "know/code.h"

void dl_record_made_by(dl_json *json, const dl_made_by *made) {
    dl_json_begin(json, "made_by", '{');
    dl_json_word(json, "version", made->version);
    dl_json_word(json, "knowledge", made->knowledge);
    dl_json_word(json, "model", made->model);
    dl_json_end(json, '}');
}

static void roles(dl_json *json, dl_bytes actor) {
    dl_bytes role;
    if (!dl_actor_role(&actor, &role)) return;
    dl_json_begin(json, "roles", '[');
    do dl_json_text(json, NULL, role);
    while (dl_actor_role(&actor, &role));
    dl_json_end(json, ']');
}

static void actor_fields(dl_json *json, const dl_doc *doc, uint32_t row) {
    const dl_party *party = &doc->parties.rows[row];
    const dl_mention *mention = &doc->mentions.rows[party->mention];
    dl_bytes actor = party->actor.size ? party->actor : mention->actor;
    dl_json_span(json, mention->span);
    dl_json_text(json, "text", dl_doc_words(doc, mention->span));
    dl_json_text(json, "name", mention->name);
    if (mention->entity) dl_json_number(json, "entity", mention->entity);
    dl_json_text(json, "actor", actor);
    dl_json_text(json, "country", dl_actor_country(actor));
    roles(json, actor);
    dl_json_text(json, "id", mention->id);
}

void dl_record_actor(dl_json *json, const char *key, const dl_doc *doc, uint32_t row) {
    dl_json_begin(json, key, '{');
    actor_fields(json, doc, row);
    dl_json_end(json, '}');
}

void dl_record_source(dl_json *json, const char *key, const dl_doc *doc, uint32_t row) {
    const dl_party *party = &doc->parties.rows[row];
    dl_json_begin(json, key, '{');
    actor_fields(json, doc, row);
    dl_json_word(json, "kind", dl_source_kind_name(party->source));
    dl_json_span_object(json, "cue", party->cue);
    dl_json_end(json, '}');
}

/* "<doc id>#<n>", n being the claim's row. */
static void claim_id(dl_json *json, const char *key, const dl_doc *doc, uint32_t claim) {
    char id[64];
    size_t size = strlen(doc->id);
    memcpy(id, doc->id, size);
    id[size++] = '#';
    size += dl_spell_number(id + size, claim);
    dl_json_text(json, key, (dl_bytes){id, size});
}

void dl_record_count(dl_json *json, const dl_doc *doc, uint32_t row, int64_t whole, bool with_claim) {
    const dl_count *count = &doc->counts.rows[row];
    dl_json_begin(json, NULL, '{');
    dl_json_word(json, "what", dl_what_name(count->what));
    dl_json_text(json, "who", dl_doc_words(doc, count->who));
    dl_json_number(json, "low", count->low);
    dl_json_number(json, "best", count->best);
    dl_json_number(json, "high", count->high);
    dl_json_text(json, "hedge", dl_doc_words(doc, count->hedge));
    dl_json_bool(json, "cumulative", count->cumulative);
    if (whole >= 0) dl_json_number(json, "part_of", whole);
    dl_json_span(json, count->span);
    if (with_claim && count->claim) claim_id(json, "claim", doc, count->claim);
    dl_json_end(json, '}');
}

static void claim_counts(dl_json *json, const dl_links *links, uint32_t claim) {
    const dl_count *counts = links->doc->counts.rows;
    dl_json_begin(json, "counts", '[');
    for (uint32_t i = links->first[claim]; i; i = links->next[i]) {
        uint32_t whole = counts[i].part_of;
        bool here = whole && counts[whole].claim == claim;
        dl_record_count(json, links->doc, i, here ? (int64_t)links->index[whole] : -1, false);
    }
    dl_json_end(json, ']');
}

void dl_record_when(dl_json *json, const dl_doc *doc, const dl_claim *claim) {
    dl_grain grain = (dl_grain)claim->when_grain;
    if (claim->begin == DL_NO_TIME) return;
    dl_json_begin(json, "when", '{');
    dl_json_instant(json, "start", claim->begin, grain, claim->when_zoned);
    dl_json_instant(json, "end", claim->end, grain, claim->when_zoned);
    dl_json_word(json, "precision", dl_grain_name(grain));
    if (claim->time) {
        dl_json_offset(json, "text_start", doc->times.rows[claim->time].span.begin);
        dl_json_offset(json, "text_end", doc->times.rows[claim->time].span.end);
    }
    dl_json_word(json, "basis", dl_basis_name(claim->when_basis));
    dl_json_end(json, '}');
}

/* When the words were spoken: a claim's `when` of the same interval. */
static void spoken(dl_json *json, const dl_doc *doc, uint32_t row) {
    const dl_time *time = &doc->times.rows[row];
    dl_claim claim = {.time = row, .begin = time->begin, .end = time->end, .when_basis = DL_BASIS_SAID, .when_grain = time->grain};
    claim.when_zoned = time->zoned;
    dl_record_when(json, doc, &claim);
}

void dl_record_quote(dl_json *json, const dl_doc *doc, const dl_quote *quote) {
    dl_json_span(json, quote->span);
    dl_json_word(json, "kind", dl_quote_kind_name(quote->kind));
    dl_json_word(json, "stance", dl_stance_name(quote->stance));
    if (quote->speaker_count) dl_record_actor(json, "speaker", doc, quote->first_speaker);
    if (quote->speaker_count > 1) {
        dl_json_begin(json, "speakers", '[');
        for (uint32_t i = 0; i < quote->speaker_count; i++) dl_record_actor(json, NULL, doc, quote->first_speaker + i);
        dl_json_end(json, ']');
    }
    if (quote->addressee) dl_record_actor(json, "addressee", doc, quote->addressee);
    dl_json_span_object(json, "cue", quote->cue);
    if (quote->when) spoken(json, doc, quote->when);
    if (quote->speech) dl_json_number(json, "speech", quote->speech);
}

static void where(dl_json *json, const dl_doc *doc, const dl_claim *claim) {
    if (!claim->place) return;
    const dl_place *place = &doc->places.rows[claim->place];
    dl_json_begin(json, "where", '{');
    dl_json_text(json, "name", place->name);
    dl_json_word(json, "relation", dl_relation_name(claim->where_relation));
    dl_json_text(json, "country", place->country);
    dl_json_text(json, "admin1", place->admin1);
    if (place->geonameid) dl_json_number(json, "geonameid", place->geonameid);
    dl_json_degrees(json, "lat", place->lat);
    dl_json_degrees(json, "lon", place->lon);
    dl_json_word(json, "precision", dl_precision_name(claim->where_precision ? claim->where_precision : place->precision));
    dl_json_offset(json, "text_start", place->span.begin);
    dl_json_offset(json, "text_end", place->span.end);
    dl_json_word(json, "basis", dl_basis_name(claim->where_basis));
    dl_json_end(json, '}');
}

static void parties(dl_json *json, const char *key, const dl_doc *doc, const dl_claim *claim, dl_role role) {
    dl_json_begin(json, key, '[');
    for (uint32_t i = claim->first_party; i < claim->first_party + claim->party_count; i++) {
        if (doc->parties.rows[i].role != role) continue;
        (role == DL_ROLE_SOURCE ? dl_record_source : dl_record_actor)(json, NULL, doc, i);
    }
    dl_json_end(json, ']');
}

static void why(dl_json *json, const dl_doc *doc, const dl_claim *claim) {
    dl_json_begin(json, "why", '[');
    for (uint32_t i = claim->first_trace; i < claim->first_trace + claim->trace_count; i++) {
        const dl_trace *trace = &doc->traces.rows[i];
        dl_json_begin(json, NULL, '{');
        dl_json_word(json, "field", trace->field);
        dl_json_word(json, "rule", trace->rule);
        dl_json_text(json, "entry", trace->entry);
        if (trace->span.begin < trace->span.end) dl_json_span(json, trace->span);
        dl_json_end(json, '}');
    }
    dl_json_end(json, ']');
}

static void told(dl_json *json, const dl_doc *doc, uint32_t row, const dl_claim *claim) {
    claim_id(json, "id", doc, row);
    dl_json_word(json, "doc", doc->id);
    if (claim->sentence) dl_json_number(json, "sentence", claim->sentence - 1);
    dl_json_word(json, "zone", dl_zone_name(claim->zone));
    dl_json_word(json, "event", dl_event_name(claim->event));
    dl_json_text(json, "mode", claim->mode);
    dl_json_text(json, "context", claim->context);
    dl_json_text(json, "cameo", claim->cameo);
    dl_json_word(json, "status", dl_claim_status_name(claim->status));
}

void dl_record_claim(dl_json *json, const dl_links *links, uint32_t row) {
    const dl_doc *doc = links->doc;
    const dl_claim *claim = &doc->claims.rows[row];
    told(json, doc, row, claim);
    parties(json, "who", doc, claim, DL_ROLE_WHO);
    parties(json, "whom", doc, claim, DL_ROLE_WHOM);
    dl_record_when(json, doc, claim);
    where(json, doc, claim);
    claim_counts(json, links, row);
    parties(json, "according_to", doc, claim, DL_ROLE_SOURCE);
    parties(json, "disputed_by", doc, claim, DL_ROLE_DISPUTED_BY);
    dl_json_begin(json, "evidence", '[');
    dl_json_span_object(json, NULL, claim->trigger);
    dl_json_span_object(json, NULL, claim->clause);
    dl_json_end(json, ']');
    if (claim->incident) dl_json_number(json, "incident", claim->incident);
    why(json, doc, claim);
}
