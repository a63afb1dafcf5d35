#include "where/gazetteer.h"

#include "base/error.h"
#include "know/code.h"

#include <math.h>
#include <stdlib.h>

static const char *const table_names[DL_GAZ_TABLES] = {
    "places/countries", "places/regions", "places/admin1", "places/abbreviations", "places/counties", "places/extra",
    "places/cities",    "places/towns",   "places/given",  "places/contexts",      "places/types",
};

#define WORD(s) \
    { s, sizeof s - 1 }
static const dl_bytes cue_names[] = {WORD("title"), WORD("head"),   WORD("of"),     WORD("person"), WORD("preposition"), WORD("direction"),
                                     WORD("never"), WORD("motion"), WORD("common"), WORD("house")}; /* in the order of dl_where_cue */
static const dl_bytes type_names[] = {WORD(""),       WORD("unit"),     WORD("county"), WORD("city"), WORD("quarter"), WORD("island"),
                                      WORD("region"), WORD("mountain"), WORD("water"),  WORD("road"), WORD("site"),    WORD("landmark")};

/* Reads the heads of a table once, whatever it lacks is DL_NO_COLUMN. */
static void open_columns(dl_gaz *gaz, int i) {
    const struct {
        dl_bytes name;
        uint32_t *column;
    } wanted[] = {
        {DL_LIT("name"), &gaz->name[i]},
        {DL_LIT("aliases"), &gaz->alias[i]},
        {DL_LIT("iso3"), &gaz->iso3[i]},
        {DL_LIT("admin1"), &gaz->admin1[i]},
        {DL_LIT("admin2"), &gaz->admin2[i]},
        {DL_LIT("feature"), &gaz->feature[i]},
        {DL_LIT("lat"), &gaz->lat[i]},
        {DL_LIT("lon"), &gaz->lon[i]},
        {DL_LIT("geonameid"), &gaz->geonameid[i]},
        {DL_LIT("weak"), &gaz->weak[i]},
        {DL_LIT("population"), &gaz->population[i]},
        {DL_LIT("precision"), &gaz->precision[i]},
    };
    uint32_t t = gaz->table[i], columns = dl_know_columns(gaz->know, t);
    for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++) *wanted[k].column = DL_NO_COLUMN;
    for (uint32_t c = 0; c < columns; c++) {
        dl_bytes name = dl_know_column_name(gaz->know, t, c);
        for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++)
            if (dl_bytes_equal(name, wanted[k].name)) *wanted[k].column = c;
    }
}

static void open_tables(dl_gaz *gaz) {
    memset(gaz->kind_of, DL_GAZ_TABLES, sizeof gaz->kind_of);
    for (int i = 0; i < DL_GAZ_TABLES; i++) {
        gaz->table[i] = dl_know_table(gaz->know, table_names[i]);
        open_columns(gaz, i);
        if (gaz->table[i] && gaz->table[i] < sizeof gaz->kind_of) gaz->kind_of[gaz->table[i]] = (uint8_t)i;
    }
    gaz->short_form = dl_know_column(gaz->know, gaz->table[DL_GAZ_SHORT], "short");
}

static dl_status read_countries(dl_gaz *gaz, dl_error *error) {
    uint32_t countries = gaz->table[DL_GAZ_COUNTRIES], rows = dl_know_rows(gaz->know, countries);
    if (rows >= DL_GAZ_COUNTRY_MAX) return dl_fail(error, DL_BAD_DATA, "places/countries.tsv, built in and yours together, has more than 255 rows");
    for (uint32_t r = 0; r < rows; r++) {
        uint32_t code = dl_code_number(dl_know_cell(gaz->know, countries, r, gaz->iso3[DL_GAZ_COUNTRIES]));
        if (code < DL_CODES) gaz->country_of[code] = (uint8_t)(r + 1);
    }
    return DL_OK;
}

static uint16_t cue_of(dl_bytes sense) {
    for (size_t i = 0; i < sizeof cue_names / sizeof *cue_names; i++)
        if (dl_bytes_equal(sense, cue_names[i])) return (uint16_t)(1u << i);
    return 0;
}

/* A word written with a capital in the table needs one in the text; one in capitals needs capitals. */
static void add_cue(dl_gaz_cues *cues, dl_bytes word, uint16_t cue) {
    bool small = dl_is_lower(word.data[0]), upper = word.size > 1 && !small;
    for (size_t i = 0; i < word.size; i++) upper &= !dl_is_lower(word.data[i]);
    cues->upper |= cue;
    if (!upper) cues->capital |= cue;
    if (small) cues->small |= cue;
}

/* A table of words that tell of names: its number, and its columns. */
typedef struct cue_table {
    uint32_t table, word, sense; /* sense DL_NO_COLUMN: all its words are given names */
} cue_table;

static void read_cues_of(const dl_gaz *gaz, uint32_t word, const cue_table *t, dl_gaz_cues *cues) {
    dl_know_hit hits[16];
    uint32_t count = t->table ? dl_know_look_up_word(gaz->know, t->table, word, hits, 16) : 0;
    for (uint32_t i = 0; i < count; i++) {
        uint16_t cue = t->sense == DL_NO_COLUMN ? DL_CUE_GIVEN : cue_of(dl_know_cell(gaz->know, t->table, hits[i].row, t->sense));
        add_cue(cues, dl_know_cell(gaz->know, t->table, hits[i].row, t->word), cue);
    }
}

/* Words with a row of cues are those that begin a phrase of contexts.tsv or given.tsv. */
static dl_status read_cues(dl_gaz *gaz, dl_error *error) {
    uint32_t count = 0;
    for (uint32_t w = 1; w < gaz->words; w++) count += (gaz->begins[w] & DL_GAZ_CUE) != 0;
    if (count > UINT16_MAX)
        return dl_fail(error, DL_BAD_DATA, "places/contexts.tsv and places/given.tsv, built in and yours together, have more than 65,535 words");
    gaz->cues = calloc(count + 1, sizeof *gaz->cues);
    if (!gaz->cues) return dl_fail(error, DL_NO_MEMORY, "out of memory while opening the gazetteer");
    uint32_t contexts = gaz->table[DL_GAZ_CONTEXTS], given = gaz->table[DL_GAZ_GIVEN];
    const cue_table words = {contexts, dl_know_column(gaz->know, contexts, "word"), dl_know_column(gaz->know, contexts, "sense")};
    const cue_table names = {given, dl_know_column(gaz->know, given, "name"), DL_NO_COLUMN};
    uint16_t next = 1;
    for (uint32_t w = 1; w < gaz->words; w++) {
        if (!(gaz->begins[w] & DL_GAZ_CUE)) continue;
        read_cues_of(gaz, w, &words, &gaz->cues[next]);
        read_cues_of(gaz, w, &names, &gaz->cues[next]);
        gaz->cues_of[w] = next++;
    }
    return DL_OK;
}

static void read_types(dl_gaz *gaz) {
    uint32_t table = gaz->table[DL_GAZ_TYPES], kind = dl_know_column(gaz->know, table, "kind"), side = dl_know_column(gaz->know, table, "side");
    for (uint32_t r = 0; r < dl_know_rows(gaz->know, table); r++) {
        dl_bytes word = dl_know_cell(gaz->know, table, r, kind), sides = dl_know_cell(gaz->know, table, r, side);
        dl_gaz_type *type = &gaz->types[r];
        for (size_t t = 1; t < sizeof type_names / sizeof *type_names; t++)
            if (dl_bytes_equal(word, type_names[t])) type->type = (uint8_t)t;
        memcpy(type->sides, sides.data, sides.size < sizeof type->sides ? sides.size : sizeof type->sides);
    }
}

/* Tokens that begin nothing are most, and one byte tells so. */
static void read_begins(dl_gaz *gaz) {
    uint64_t names = 0, type = dl_know_bit(gaz->table[DL_GAZ_TYPES]);
    uint64_t cue = dl_know_bit(gaz->table[DL_GAZ_CONTEXTS]) | dl_know_bit(gaz->table[DL_GAZ_GIVEN]);
    for (int i = 0; i < DL_GAZ_TOWNS; i++) names |= dl_know_bit(gaz->table[i]);
    for (uint32_t w = 1; w < gaz->words; w++) {
        uint64_t begins = dl_know_begins(gaz->know, w);
        uint8_t bits = (uint8_t)((begins & names ? DL_GAZ_NAME : 0) | (begins & type ? DL_GAZ_TYPE : 0) | (begins & cue ? DL_GAZ_CUE : 0));
        if (dl_know_begins_low(gaz->know, w) & names) bits |= DL_GAZ_LOW_NAME;
        if (dl_know_begins_apart(gaz->know, w)) bits |= DL_GAZ_TOWN;
        gaz->begins[w] = bits;
    }
}

dl_status dl_gaz_open(dl_gaz **opened, const dl_know *know, dl_error *error) {
    dl_gaz *gaz = *opened = calloc(1, sizeof *gaz);
    if (!gaz) return dl_fail(error, DL_NO_MEMORY, "out of memory while opening the gazetteer");
    gaz->know = know;
    gaz->words = dl_know_last_word(know) + 1;
    open_tables(gaz);
    gaz->country_of = calloc(DL_CODES, sizeof *gaz->country_of);
    gaz->cues_of = calloc(gaz->words, sizeof *gaz->cues_of);
    gaz->types = calloc(dl_know_rows(know, gaz->table[DL_GAZ_TYPES]) + 1, sizeof *gaz->types);
    gaz->begins = calloc(gaz->words, sizeof *gaz->begins);
    if (!gaz->country_of || !gaz->cues_of || !gaz->types || !gaz->begins)
        return dl_fail(error, DL_NO_MEMORY, "out of memory while opening the gazetteer");
    read_types(gaz);
    read_begins(gaz);
    dl_status status = read_countries(gaz, error);
    return status == DL_OK ? read_cues(gaz, error) : status;
}

void dl_gaz_close(dl_gaz *gaz) {
    if (!gaz) return;
    free(gaz->country_of);
    free(gaz->cues);
    free(gaz->cues_of);
    free(gaz->types);
    free(gaz->begins);
    free(gaz);
}

dl_gaz_table dl_gaz_table_of(const dl_gaz *gaz, uint32_t know_table) {
    return know_table < sizeof gaz->kind_of ? (dl_gaz_table)gaz->kind_of[know_table] : DL_GAZ_TABLES;
}

bool dl_gaz_names(const dl_gaz *gaz, const dl_know_hit *hit) {
    dl_gaz_table t = dl_gaz_table_of(gaz, hit->table);
    if (t > DL_GAZ_TOWNS) return false;
    return hit->column == gaz->name[t] || hit->column == gaz->alias[t] || (t == DL_GAZ_SHORT && hit->column == gaz->short_form);
}

uint8_t dl_gaz_country(const dl_gaz *gaz, dl_bytes iso3) {
    uint32_t code = dl_code_number(iso3);
    return code < DL_CODES ? gaz->country_of[code] : 0;
}

static dl_gaz_kind kind_of(dl_gaz_table table, dl_bytes feature) {
    if (table == DL_GAZ_COUNTRIES) return DL_GAZ_COUNTRY;
    bool unit = dl_bytes_start(feature, "ADM");
    if (table == DL_GAZ_CITIES || (table == DL_GAZ_TOWNS && !unit) || dl_bytes_start(feature, "PPL")) return DL_GAZ_CITY;
    if (unit) return DL_GAZ_UNIT;
    return table == DL_GAZ_EXTRA ? DL_GAZ_SITE : DL_GAZ_REGION;
}

/* Countries that English-language news divides by state or province: their units are meant more often. */
static bool divided(dl_bytes iso3) {
    return dl_bytes_is(iso3, "USA") || dl_bytes_is(iso3, "CAN") || dl_bytes_is(iso3, "AUS") || dl_bytes_is(iso3, "GBR");
}

/* Sizes that stand for the people whom a table does not count. */
static float size_of(const dl_gaz_sense *s, int64_t people, dl_bytes iso3, dl_bytes feature) {
    switch (s->kind) {
    case DL_GAZ_COUNTRY:
        return dl_bytes_is(feature, "PCLH") ? 7.0f : 9.5f;
    case DL_GAZ_UNIT:
        if (s->table == DL_GAZ_COUNTIES) return (float)log10((double)people + 100) - 0.5f;
        if (s->county) return 5.2f;
        if (dl_bytes_is(feature, "ADM3")) return 4.4f;
        return s->table == DL_GAZ_REGIONS ? 7.2f : divided(iso3) ? 6.9f : 5.3f;
    case DL_GAZ_REGION:
        return 7.0f;
    case DL_GAZ_SITE:
        return 5.6f;
    default:
        break;
    }
    if (s->table != DL_GAZ_CITIES && s->table != DL_GAZ_TOWNS) return 5.5f;
    float size = people > 100 ? (float)log10((double)people) : 2.0f;
    if (dl_bytes_is(feature, "PPLC")) size += 1.4f;
    if (dl_bytes_is(feature, "PPLA"))
        size += 0.2f;
    else if (dl_bytes_is(feature, "PPLX"))
        size -= 0.5f;
    return size;
}

static uint8_t precision_of(const dl_gaz_sense *s, dl_bytes word) {
    if (dl_bytes_is(word, "exact")) return DL_PRECISION_EXACT;
    if (dl_bytes_is(word, "near")) return DL_PRECISION_NEAR;
    if (dl_bytes_is(word, "admin1")) return DL_PRECISION_ADMIN1;
    if (dl_bytes_is(word, "region")) return DL_PRECISION_REGION;
    return s->kind == DL_GAZ_COUNTRY ? DL_PRECISION_COUNTRY : s->kind == DL_GAZ_UNIT ? DL_PRECISION_ADMIN1 : DL_PRECISION_EXACT;
}

static bool weak_of(const dl_gaz_sense *s, dl_bytes mark, dl_bytes feature) {
    if (dl_bytes_is(feature, "BLDG")) return true;
    return dl_bytes_is(mark, "word") || (mark.size && s->size < 5.6f);
}

uint8_t dl_gaz_country_of(const dl_gaz *gaz, const dl_know_hit *hit) {
    return dl_gaz_country(gaz, dl_know_cell(gaz->know, hit->table, hit->row, gaz->iso3[dl_gaz_table_of(gaz, hit->table)]));
}

void dl_gaz_read(const dl_gaz *gaz, const dl_know_hit *hit, dl_gaz_sense *sense) {
    const dl_know *know = gaz->know;
    dl_gaz_table t = dl_gaz_table_of(gaz, hit->table);
    uint32_t row = hit->row, table = hit->table;
    dl_bytes iso3 = dl_know_cell(know, table, row, gaz->iso3[t]), feature = dl_know_cell(know, table, row, gaz->feature[t]);
    *sense = (dl_gaz_sense){.table = (uint8_t)t, .row = row, .kind = (uint8_t)kind_of(t, feature), .county = dl_bytes_is(feature, "ADM2")};
    bool unit = sense->kind == DL_GAZ_UNIT && dl_bytes_is(feature, "ADM1");
    sense->admin1 = dl_know_cell(know, table, row, unit ? gaz->name[t] : gaz->admin1[t]);
    sense->country = dl_gaz_country(gaz, iso3);
    sense->lat = dl_know_degrees(know, table, row, gaz->lat[t]);
    sense->lon = dl_know_degrees(know, table, row, gaz->lon[t]);
    sense->size = size_of(sense, dl_know_integer(know, table, row, gaz->population[t]), iso3, feature);
    sense->weak = weak_of(sense, dl_know_cell(know, table, row, gaz->weak[t]), feature);
    sense->short_form = t == DL_GAZ_SHORT && hit->column == gaz->short_form;
    sense->precision = precision_of(sense, dl_know_cell(know, table, row, gaz->precision[t]));
}

dl_gaz_words dl_gaz_words_of(const dl_gaz *gaz, const dl_gaz_sense *sense) {
    uint32_t t = sense->table, table = gaz->table[t];
    return (dl_gaz_words){
        .name = dl_know_cell(gaz->know, table, sense->row, gaz->name[t]),
        .iso3 = dl_know_cell(gaz->know, table, sense->row, gaz->iso3[t]),
        .admin2 = dl_know_cell(gaz->know, table, sense->row, gaz->admin2[t]),
        .feature = dl_know_cell(gaz->know, table, sense->row, gaz->feature[t]),
        .geonameid = dl_know_integer(gaz->know, table, sense->row, gaz->geonameid[t]),
    };
}

/* Units below the first order carry no other unit's name: they hold what lies near their middle. */
static bool near(const dl_gaz_sense *a, const dl_gaz_sense *b) {
    double north = (a->lat - b->lat) * 111.0, east = (a->lon - b->lon) * 111.0 * cos(a->lat * M_PI / 180.0);
    return north * north + east * east < 90.0 * 90.0;
}

bool dl_gaz_holds(const dl_gaz_sense *larger, const dl_gaz_sense *smaller) {
    if (!larger->country || larger->country != smaller->country || larger->kind == DL_GAZ_CITY || larger->kind == DL_GAZ_SITE) return false;
    if (larger->kind == DL_GAZ_COUNTRY) return smaller->kind != DL_GAZ_COUNTRY;
    if (smaller->kind == DL_GAZ_COUNTRY) return false;
    if (larger->kind == DL_GAZ_REGION) return smaller->kind == DL_GAZ_CITY && near(larger, smaller);
    if (larger->county) return smaller->kind == DL_GAZ_CITY && near(larger, smaller);
    return larger->admin1.size && dl_bytes_equal(larger->admin1, smaller->admin1) && (smaller->kind != DL_GAZ_UNIT || smaller->county);
}
