/* DL_LEDGER_JSONL: one object an incident. */
#include "out/json.h"
#include "out/ledger.h"
#include "out/record.h"

static void texts(dl_json *json, const char *key, dl_bytes list) {
    dl_json_begin(json, key, '[');
    while (list.size) {
        const char *end = memmem(list.data, list.size, "; ", 2);
        size_t size = end ? (size_t)(end - list.data) : list.size;
        dl_json_text(json, NULL, (dl_bytes){list.data, size});
        size_t step = end ? size + 2 : size;
        list = (dl_bytes){list.data + step, list.size - step};
    }
    dl_json_end(json, ']');
}

static void when(dl_json *json, const dl_ledger_incident *i) {
    if (i->begin == DL_NO_TIME) return;
    dl_json_begin(json, "when", '{');
    dl_json_instant(json, "start", i->begin, (dl_grain)i->grain, i->zoned);
    dl_json_instant(json, "end", i->end, (dl_grain)i->grain, i->zoned);
    dl_json_word(json, "precision", dl_grain_name(i->grain));
    dl_json_word(json, "basis", dl_basis_name(i->basis));
    dl_json_end(json, '}');
}

static void where(dl_json *json, const dl_ledger_incident *i) {
    if (!i->place.size) return;
    dl_json_begin(json, "where", '{');
    dl_json_text(json, "name", i->place);
    dl_json_text(json, "country", i->country);
    dl_json_text(json, "admin1", i->admin1);
    if (i->geonameid) dl_json_number(json, "geonameid", i->geonameid);
    dl_json_degrees(json, "lat", i->lat);
    dl_json_degrees(json, "lon", i->lon);
    dl_json_word(json, "precision", dl_precision_name(i->precision));
    dl_json_end(json, '}');
}

static void range(dl_json *json, int64_t low, int64_t best, int64_t high) {
    dl_json_number(json, "low", low);
    dl_json_number(json, "best", best);
    dl_json_number(json, "high", high);
}

static void totals(dl_json *json, const dl_ledger *ledger, const dl_total *of) {
    dl_json_begin(json, "totals", '[');
    for (unsigned what = 0; what < DL_LEDGER_KINDS; what++) {
        if (!of[what].sources) continue;
        dl_json_begin(json, NULL, '{');
        dl_json_word(json, "what", dl_what_name(what));
        range(json, of[what].low, of[what].best, of[what].high);
        dl_json_word(json, "policy", dl_policy_name(ledger->policy));
        dl_json_number(json, "sources", of[what].sources);
        dl_json_bool(json, "conflict", of[what].conflict);
        dl_json_end(json, '}');
    }
    dl_json_end(json, ']');
}

static void claim_id(dl_json *json, const dl_figure *f) {
    char id[64];
    size_t size = f->doc.size < 32 ? f->doc.size : 32;
    if (!f->claim) return;
    memcpy(id, f->doc.data, size);
    id[size++] = '#';
    dl_json_text(json, "claim", (dl_bytes){id, size + dl_spell_number(id + size, f->claim)});
}

static void figure(dl_json *json, const dl_figure *f) {
    dl_json_begin(json, NULL, '{');
    dl_json_word(json, "what", dl_what_name(f->what));
    dl_json_text(json, "who", f->who);
    range(json, f->low, f->best, f->high);
    dl_json_text(json, "hedge", f->hedge);
    dl_json_bool(json, "cumulative", f->cumulative);
    dl_json_bool(json, "part", f->part);
    dl_json_word(json, "status", dl_claim_status_name(f->status));
    texts(json, "according_to", f->source);
    texts(json, "according_to_actor", f->source_actor);
    dl_json_text(json, "outlet", f->outlet);
    dl_json_text(json, "published", f->published);
    dl_json_text(json, "doc", f->doc);
    dl_json_text(json, "ref", f->ref);
    dl_json_text(json, "uri", f->uri);
    claim_id(json, f);
    dl_json_number(json, "start", f->start);
    dl_json_number(json, "end", f->end);
    dl_json_text(json, "quote", f->quote);
    dl_json_end(json, '}');
}

static void incident(dl_json *json, const dl_ledger *ledger, const dl_total *of, const dl_made_by *made, uint32_t number) {
    const dl_ledger_incident *i = &ledger->incidents.rows[number];
    dl_json_begin(json, NULL, '{');
    dl_record_made_by(json, made);
    dl_json_number(json, "incident", number);
    dl_json_word(json, "event", dl_event_name(i->event));
    when(json, i);
    where(json, i);
    texts(json, "who", i->who);
    texts(json, "whom", i->whom);
    totals(json, ledger, of);
    dl_json_begin(json, "figures", '[');
    for (uint32_t f = i->first; f; f = ledger->figures.rows[f].next) figure(json, &ledger->figures.rows[f]);
    dl_json_end(json, ']');
    dl_json_line(json);
}

dl_status dl_ledger_write_jsonl(const dl_ledger *ledger, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    dl_json json;
    dl_total *totals;
    dl_status status = dl_totals_open(&totals, ledger, error);
    if (status != DL_OK) return status;
    dl_json_start(&json, sink, (dl_bytes){0});
    for (DL_EACH(i, &ledger->incidents)) incident(&json, ledger, &totals[(size_t)i * DL_LEDGER_KINDS], made, i);
    dl_totals_close(totals);
    return dl_pen_finish(&json.pen, error);
}
