#include "event/described.h"

/* A country that a report is about is named early. */
enum { PLACES_LOOKED_AT = 2000, CLASS_WORDS = 3, LETTERS = 26, CODES = LETTERS * LETTERS * LETTERS };

uint32_t dl_row_of_country(const dl_doc *doc, dl_bytes code) {
    for (uint32_t p = 1; code.size >= 3 && p < doc->places.count && p < PLACES_LOOKED_AT; p++) {
        const dl_place *place = &doc->places.rows[p];
        if (place->precision == DL_PRECISION_COUNTRY && place->country.size == 3 && !memcmp(place->country.data, code.data, 3)) return p;
    }
    return 0;
}

/* The countries of the class whose words end just before or at a token, in a list; false where none do. The longest class is meant. */
static bool class_up_to(const dl_reading *r, uint32_t table, uint32_t last, dl_bytes *countries) {
    const dl_sentence *s = &r->doc->sentences.rows[dl_at(r, last)->sentence];
    dl_know_view view = {r->doc->text, r->doc->tokens.rows, last + 1, s->capitals};
    for (uint32_t words = CLASS_WORDS; words; words--) {
        dl_know_hit hit;
        if (last + 1 < s->first_token + words) continue;
        if (!dl_know_find(r->know, &view, last + 1 - words, table, &hit, 1) || hit.last != last) continue;
        *countries = dl_know_get(r->know, table, hit.row, "countries");
        return true;
    }
    return false;
}

static bool listed(dl_bytes countries, dl_bytes code) {
    return !countries.size || (code.size == 3 && memmem(countries.data, countries.size, code.data, code.size));
}

/* A code of three capitals as a number in base 26; CODES where it is none. */
static uint32_t number_of(dl_bytes code) {
    uint32_t number = 0;
    for (size_t i = 0; i < code.size; i++) number = dl_is_upper(code.data[i]) ? number * LETTERS + (uint32_t)(code.data[i] - 'A') : CODES;
    return code.size == 3 && number < CODES ? number : CODES;
}

/* The country of the class of which the document speaks most, the one named last before the noun where several are equal. */
static uint32_t most_spoken_of(const dl_doc *doc, dl_bytes countries, uint32_t noun) {
    uint16_t spoken[CODES + 1] = {0};
    uint32_t best = 0, end = doc->places.count < PLACES_LOOKED_AT ? doc->places.count : PLACES_LOOKED_AT;
    for (uint32_t p = 1; p < end; p++) spoken[number_of(doc->places.rows[p].country)]++;
    for (uint32_t p = 1; p < end; p++) {
        const dl_place *place = &doc->places.rows[p];
        if (place->precision != DL_PRECISION_COUNTRY || !listed(countries, place->country)) continue;
        uint32_t count = spoken[number_of(place->country)], most = best ? spoken[number_of(doc->places.rows[best].country)] : 0;
        if (count > most || (count == most && place->first_token < noun)) best = p;
    }
    return best ? dl_row_of_country(doc, doc->places.rows[best].country) : 0;
}

uint32_t dl_described_country(const dl_reading *r, uint32_t noun) {
    uint32_t table = dl_know_table(r->know, "places/classes");
    dl_bytes any, countries = {0};
    bool generic = table && dl_at(r, noun)->upos == DL_UPOS_NOUN && class_up_to(r, table, noun, &any) && !any.size;
    if (!generic || !dl_child(r, noun, DL_DEP_DET)) return 0;
    bool the = dl_child_lemma(r, noun, DL_DEP_DET, "the this");
    bool classed = class_up_to(r, table, noun - 1, &countries) && countries.size;
    if (!classed && (!the || dl_child(r, noun, DL_DEP_AMOD) || dl_child(r, noun, DL_DEP_COMPOUND) || dl_child(r, noun, DL_DEP_NMOD))) return 0;
    if (!classed && dl_lemma_is(r, noun, "state")) return 0; /* "the state" alone is a government, or a part of a country */
    return most_spoken_of(r->doc, countries, noun);
}
