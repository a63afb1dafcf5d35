/* DL_FORMAT_DOC_JSONL: the document and all its tables as one object. */
#include "out/out.h"
#include "out/record.h"

#include <math.h>
#include <stdio.h>

static void sentences(dl_json *json, const dl_doc *doc) {
    for (DL_EACH(i, &doc->sentences)) dl_json_span_object(json, NULL, doc->sentences.rows[i].span);
}

/* Where the name finder saw a name: "B-person" on its first token, "I-person" on the others. */
static void token_name(dl_json *json, uint8_t name) {
    char text[24];
    if (!name) return;
    int size = snprintf(text, sizeof text, "%c-%s", name & DL_NAME_BEGIN ? 'B' : 'I', dl_name_kind_name(name & ~DL_NAME_BEGIN & 0xffu));
    dl_json_text(json, "name", (dl_bytes){text, (size_t)size});
}

static void tokens(dl_json *json, const dl_doc *doc) {
    for (DL_EACH(i, &doc->tokens)) {
        const dl_token *token = &doc->tokens.rows[i];
        dl_json_begin(json, NULL, '{');
        dl_json_span(json, token->span);
        dl_json_text(json, "lemma", token->lemma);
        dl_json_word(json, "upos", dl_upos_name(token->upos));
        dl_json_word(json, "xpos", dl_xpos_name(token->xpos));
        if (token->head) dl_json_number(json, "head", token->head - 1);
        dl_json_word(json, "deprel", dl_deprel_name(token->deprel));
        token_name(json, token->name);
        dl_json_end(json, '}');
    }
}

static void mentions(dl_json *json, const dl_doc *doc) {
    for (DL_EACH(i, &doc->mentions)) {
        const dl_mention *mention = &doc->mentions.rows[i];
        dl_json_begin(json, NULL, '{');
        dl_json_span(json, mention->span);
        dl_json_word(json, "kind", dl_name_kind_name(mention->kind));
        dl_json_bool(json, "named", mention->named);
        dl_json_text(json, "name", mention->name);
        if (mention->entity) dl_json_number(json, "entity", mention->entity);
        dl_json_text(json, "actor", mention->actor);
        dl_json_end(json, '}');
    }
}

static void times(dl_json *json, const dl_doc *doc) {
    for (DL_EACH(i, &doc->times)) {
        const dl_time *time = &doc->times.rows[i];
        dl_json_begin(json, NULL, '{');
        dl_json_span(json, time->span);
        dl_json_word(json, "type", dl_timex_name(time->type));
        dl_json_text(json, "value", time->value);
        dl_json_text(json, "mod", time->mod);
        dl_json_instant(json, "begin", time->begin, (dl_grain)time->grain, time->zoned);
        dl_json_instant(json, "end_time", time->end, (dl_grain)time->grain, time->zoned);
        dl_json_end(json, '}');
    }
}

/* What speaks for it, as the ranker weighed it. */
static void weights(dl_json *json, const dl_choice *choice) {
    dl_json_begin(json, "weights", '{');
    dl_json_number(json, "size", choice->size);
    if (choice->container) dl_json_number(json, "container", choice->container);
    if (choice->beside) dl_json_number(json, "beside", choice->beside);
    if (choice->country_votes) dl_json_number(json, "country", choice->country_votes);
    if (choice->unit_votes) dl_json_number(json, "unit", choice->unit_votes);
    dl_json_end(json, '}');
}

static void choice_fields(dl_json *json, const dl_choice *choice) {
    dl_json_text(json, "name", choice->name);
    if (choice->geonameid) dl_json_number(json, "geonameid", choice->geonameid);
    dl_json_text(json, "country", choice->country);
    dl_json_text(json, "admin1", choice->admin1);
    dl_json_text(json, "admin2", choice->admin2);
    dl_json_text(json, "feature", choice->feature);
    dl_json_degrees(json, "lat", choice->lat);
    dl_json_degrees(json, "lon", choice->lon);
    weights(json, choice);
}

/* The weights of the place chosen, and the other places that the name may mean; all of them where none was chosen. */
static void choices(dl_json *json, const dl_doc *doc, const dl_place *place) {
    uint32_t first = place->first_choice, end = first + place->choice_count;
    if (first < end && !isnan(place->lat)) weights(json, &doc->choices.rows[first++]);
    if (first == end) return;
    dl_json_begin(json, "runners_up", '[');
    for (uint32_t i = first; i < end; i++) {
        dl_json_begin(json, NULL, '{');
        choice_fields(json, &doc->choices.rows[i]);
        dl_json_end(json, '}');
    }
    dl_json_end(json, ']');
}

static void places(dl_json *json, const dl_doc *doc) {
    for (DL_EACH(i, &doc->places)) {
        const dl_place *place = &doc->places.rows[i];
        if (place->implied) continue;
        dl_json_begin(json, NULL, '{');
        dl_json_span(json, place->span);
        dl_json_text(json, "name", place->name);
        if (place->geonameid) dl_json_number(json, "geonameid", place->geonameid);
        dl_json_text(json, "country", place->country);
        dl_json_text(json, "admin1", place->admin1);
        dl_json_text(json, "admin2", place->admin2);
        dl_json_text(json, "feature", place->feature);
        dl_json_degrees(json, "lat", place->lat);
        dl_json_degrees(json, "lon", place->lon);
        dl_json_word(json, "precision", dl_precision_name(place->precision));
        choices(json, doc, place);
        dl_json_end(json, '}');
    }
}

static void quotes(dl_json *json, const dl_doc *doc) {
    for (DL_EACH(i, &doc->quotes)) {
        dl_json_begin(json, NULL, '{');
        dl_record_quote(json, doc, &doc->quotes.rows[i]);
        dl_json_end(json, '}');
    }
}

static void media(dl_json *json, const dl_doc *doc) {
    for (DL_EACH(i, &doc->media)) {
        const dl_media *row = &doc->media.rows[i];
        dl_json_begin(json, NULL, '{');
        dl_json_span(json, row->span);
        dl_json_text(json, "url", row->url);
        dl_json_text(json, "network", row->network);
        dl_json_instant(json, "created", row->created, DL_GRAIN_SECOND, true);
        dl_json_end(json, '}');
    }
}

static void counts(dl_json *json, const dl_doc *doc) {
    for (DL_EACH(i, &doc->counts)) dl_record_count(json, doc, i, (int64_t)doc->counts.rows[i].part_of - 1, true);
}

static void claims(dl_json *json, const dl_links *links) {
    dl_json_begin(json, "claims", '[');
    for (DL_EACH(i, &links->doc->claims)) {
        dl_json_begin(json, NULL, '{');
        dl_record_claim(json, links, i);
        dl_json_end(json, '}');
    }
    dl_json_end(json, ']');
}

static void list(dl_json *json, const char *key, void rows(dl_json *, const dl_doc *), const dl_doc *doc) {
    dl_json_begin(json, key, '[');
    rows(json, doc);
    dl_json_end(json, ']');
}

dl_status dl_out_doc_json(const dl_doc *doc, const dl_made_by *made, const dl_sink *sink, dl_error *error) {
    dl_json json;
    dl_links links;
    dl_status status = dl_links_open(&links, doc, error);
    if (status != DL_OK) return status;
    dl_json_start(&json, sink, doc->text);
    dl_json_begin(&json, NULL, '{');
    dl_record_made_by(&json, made);
    dl_record_document(&json, doc);
    list(&json, "sentences", sentences, doc);
    if (sink->tokens) list(&json, "tokens", tokens, doc);
    list(&json, "mentions", mentions, doc);
    list(&json, "times", times, doc);
    list(&json, "places", places, doc);
    list(&json, "quotes", quotes, doc);
    list(&json, "media", media, doc);
    list(&json, "counts", counts, doc);
    claims(&json, &links);
    dl_json_line(&json);
    dl_links_close(&links);
    return dl_pen_finish(&json.pen, error);
}
