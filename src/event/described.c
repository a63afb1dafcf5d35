#include "event/described.h"

#include "know/code.h"

/* A country that a report is about is named early. */
enum { PLACES_LOOKED_AT = 2000, CLASS_WORDS = 3 };

/* A country itself, not a district or a battlefield of which no more is known than the country. */
static bool is_country(const dl_place *place) {
    return place->precision == DL_PRECISION_COUNTRY && dl_bytes_start(place->feature, "PCL");
}

uint32_t dl_row_of_country(const dl_doc *doc, dl_bytes code) {
    for (uint32_t p = 1; code.size >= 3 && p < doc->places.count && p < PLACES_LOOKED_AT; p++) {
        const dl_place *place = &doc->places.rows[p];
        if (is_country(place) && place->country.size == 3 && !memcmp(place->country.data, code.data, 3)) return p;
    }
    return 0;
}

/* The countries of the class whose words end at a token, in a list; false where none do. */
static bool class_up_to(const dl_reading *r, uint32_t last, dl_bytes *countries) {
    dl_know_hit hit;
    if (!dl_phrase_up_to(r, r->classes.table, last, CLASS_WORDS, &hit)) return false;
    *countries = dl_know_get(r->know, r->classes.table, hit.row, "countries");
    return true;
}

static bool listed(dl_bytes countries, dl_bytes code) {
    return !countries.size || (code.size == 3 && memmem(countries.data, countries.size, code.data, code.size));
}

/* The country of the class of which the document speaks most, the one named last before the noun where several are equal. */
static uint32_t most_spoken_of(const dl_doc *doc, dl_bytes countries, uint32_t noun) {
    uint16_t spoken[DL_CODES + 1] = {0};
    uint32_t best = 0, end = doc->places.count < PLACES_LOOKED_AT ? doc->places.count : PLACES_LOOKED_AT;
    for (uint32_t p = 1; p < end; p++) spoken[dl_code_number(doc->places.rows[p].country)]++;
    for (uint32_t p = 1; p < end; p++) {
        const dl_place *place = &doc->places.rows[p];
        if (!is_country(place) || !listed(countries, place->country)) continue;
        uint32_t count = spoken[dl_code_number(place->country)], most = best ? spoken[dl_code_number(doc->places.rows[best].country)] : 0;
        if (count > most || (count == most && place->first_token < noun)) best = p;
    }
    return best ? dl_row_of_country(doc, doc->places.rows[best].country) : 0;
}

uint32_t dl_described_country(const dl_reading *r, uint32_t noun) {
    dl_bytes any, countries = {0};
    bool generic = dl_at(r, noun)->upos == DL_UPOS_NOUN && class_up_to(r, noun, &any) && !any.size;
    if (!generic || !dl_child(r, noun, DL_DEP_DET)) return 0;
    bool the = dl_child_lemma(r, noun, DL_DEP_DET, "the this");
    bool classed = class_up_to(r, noun - 1, &countries) && countries.size;
    if (!classed && (!the || dl_child(r, noun, DL_DEP_AMOD) || dl_child(r, noun, DL_DEP_COMPOUND) || dl_child(r, noun, DL_DEP_NMOD))) return 0;
    if (!classed && dl_lemma_is(r, noun, "state")) return 0; /* "the state" alone is a government, or a part of a country */
    return most_spoken_of(r->doc, countries, noun);
}

/* The words that speak of a land without naming it: of its people, else of one of its places. */
static bool words_of_land(const dl_doc *doc, dl_bytes code, dl_place *land) {
    for (uint32_t m = 1; m < doc->mentions.count && m < PLACES_LOOKED_AT; m++) {
        const dl_mention *one = &doc->mentions.rows[m];
        if (one->kind != DL_NAME_NATIONALITY || !dl_bytes_equal(dl_actor_country(one->actor), code)) continue;
        land->span = doc->tokens.rows[one->head].span;
        land->first_token = land->last_token = one->head;
        return true;
    }
    for (uint32_t p = 1; p < doc->places.count && p < PLACES_LOOKED_AT; p++) {
        const dl_place *one = &doc->places.rows[p];
        if (!dl_bytes_equal(one->country, code)) continue;
        land->span = one->span;
        land->first_token = one->first_token, land->last_token = one->last_token;
        return true;
    }
    return false;
}

uint32_t dl_row_of_land(const dl_build *b, dl_bytes code) {
    const dl_know *know = b->r.know;
    dl_doc *doc = b->r.doc;
    uint32_t named = dl_row_of_country(doc, code), row = named ? 0 : dl_country_row(b->countries, code);
    dl_place land = {.precision = DL_PRECISION_COUNTRY, .implied = 1};
    if (!row || !words_of_land(doc, code, &land)) return named;
    uint32_t table = dl_know_table(know, "places/countries");
    land.name = dl_know_get(know, table, row - 1, "name");
    land.country = dl_know_get(know, table, row - 1, "iso3");
    land.feature = dl_know_get(know, table, row - 1, "feature");
    land.lat = dl_know_degrees(know, table, row - 1, dl_know_column(know, table, "lat"));
    land.lon = dl_know_degrees(know, table, row - 1, dl_know_column(know, table, "lon"));
    *DL_DOC_PUSH(doc, places) = land;
    return doc->places.count - 1;
}

/* Whether a place is of the kind that a common noun tells. */
static bool of_kind(const dl_reading *r, uint32_t noun, const dl_place *place) {
    if (dl_lemma_among(r, noun, "city town village")) return dl_bytes_start(place->feature, "PPL") && place->precision <= DL_PRECISION_NEAR;
    if (dl_lemma_is(r, noun, "island")) return dl_bytes_start(place->feature, "ISL");
    if (dl_lemma_among(r, noun, "province state")) return dl_bytes_is(place->feature, "ADM1");
    return dl_lemma_is(r, noun, "region") && (dl_bytes_start(place->feature, "ADM1") || dl_bytes_start(place->feature, "RGN"));
}

/* "The Kenyan capital", "Kenya's capital", "the capital of Kenya": the land that the noun's own words name; `other`: they tell of a capital that is
 * no land's, or of one unknown ("the provincial capital", "the capital of the emirate"). */
static dl_bytes land_beside(const dl_reading *r, uint32_t noun, bool *other) {
    uint32_t seen = 0;
    for (uint32_t c = r->child[noun]; c && seen++ < DL_CHILDREN; c = r->sibling[c]) {
        const dl_mention *m = &r->doc->mentions.rows[r->mention_at[c]];
        const dl_place *place = &r->doc->places.rows[r->place_at[c]];
        dl_deprel base = dl_base_of(r, c);
        if (base != DL_DEP_AMOD && base != DL_DEP_NMOD) continue;
        if (r->place_at[c] && is_country(place)) return place->country;
        if (r->mention_at[c] && m->kind == DL_NAME_NATIONALITY) return dl_actor_country(m->actor);
        *other |= base == DL_DEP_NMOD ? dl_at(r, c)->upos != DL_UPOS_PRON
                                      : dl_lemma_among(r, c, "provincial regional local former ancient old commercial financial cultural");
    }
    return (dl_bytes){0};
}

/* The land of which a sentence tells: of its own capital, else of a country that it names; none where it names the report's own. */
static dl_bytes land_of_sentence(const dl_reading *r, uint32_t sentence, uint32_t end) {
    const dl_doc *doc = r->doc;
    dl_bytes land = {0};
    for (uint32_t t = doc->sentences.rows[sentence].first_token; t < end; t++) {
        const dl_place *place = &doc->places.rows[r->place_at[t]];
        if (!r->place_at[t] || !(is_country(place) || dl_bytes_is(place->feature, "PPLC"))) continue;
        if (dl_bytes_equal(place->country, doc->about)) return place->country;
        land = place->country;
    }
    return land;
}

/* "The capital": of the land that its own words, its sentence or the one before tell of, else of that which the report is about; the name of it that
 * stands nearest before the noun, else the first. */
static uint32_t capital_meant(const dl_reading *r, uint32_t noun) {
    const dl_doc *doc = r->doc;
    bool other = false;
    dl_bytes land = land_beside(r, noun, &other);
    uint32_t sentence = dl_at(r, noun)->sentence, best = 0;
    if (other) return 0;
    if (!land.size) land = land_of_sentence(r, sentence, dl_sentence_end(&doc->sentences.rows[sentence]));
    if (!land.size && sentence > 1) land = land_of_sentence(r, sentence - 1, doc->sentences.rows[sentence].first_token);
    if (!land.size) land = doc->about;
    for (uint32_t p = 1; land.size && p < doc->places.count && p < PLACES_LOOKED_AT; p++) {
        const dl_place *place = &doc->places.rows[p];
        if (!dl_bytes_is(place->feature, "PPLC") || !dl_bytes_equal(place->country, land) || !place->first_token) continue;
        if (!best || place->first_token < noun) best = p;
    }
    return best;
}

uint32_t dl_pointed_place(const dl_reading *r, uint32_t noun) {
    enum { SENTENCES_BACK = 3 };
    const dl_doc *doc = r->doc;
    if (dl_at(r, noun)->upos != DL_UPOS_NOUN) return 0;
    if (dl_child(r, noun, DL_DEP_APPOS) || dl_child(r, noun, DL_DEP_COMPOUND)) return 0;
    bool owned = dl_child(r, noun, DL_DEP_NMOD), the = dl_child_lemma(r, noun, DL_DEP_DET, "the this");
    if ((the || owned) && dl_lemma_is(r, noun, "capital")) return capital_meant(r, noun);
    if (!the || owned || !dl_lemma_among(r, noun, "city town village island province state region")) return 0;
    uint32_t sentence = dl_at(r, noun)->sentence;
    for (uint32_t t = noun; t-- > 1 && dl_at(r, t)->sentence + SENTENCES_BACK >= sentence;)
        if (r->place_at[t] && of_kind(r, noun, &doc->places.rows[r->place_at[t]])) return r->place_at[t];
    return 0;
}
