#include "where/gazetteer.h"

#include <math.h>

static const char *const table_names[DL_GAZ_TABLES] = {
    "places/countries", "places/regions", "places/admin1", "places/abbreviations", "places/counties", "places/extra",
    "places/cities",    "places/towns",   "places/given",  "places/contexts",      "places/types",
};

enum { LETTERS = 26, CODES = LETTERS * LETTERS * LETTERS };

static int code_number(dl_bytes iso3) {
    int number = 0;
    if (iso3.size != 3) return -1;
    for (int i = 0; i < 3; i++) {
        if (!dl_is_upper(iso3.data[i])) return -1;
        number = number * LETTERS + (iso3.data[i] - 'A');
    }
    return number;
}

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

void dl_gaz_open(dl_gaz *gaz, const dl_know *know, dl_arena *arena) {
    *gaz = (dl_gaz){.know = know};
    memset(gaz->kind_of, DL_GAZ_TABLES, sizeof gaz->kind_of);
    for (int i = 0; i < DL_GAZ_TABLES; i++) {
        gaz->table[i] = dl_know_table(know, table_names[i]);
        open_columns(gaz, i);
        if (gaz->table[i] && gaz->table[i] < sizeof gaz->kind_of) gaz->kind_of[gaz->table[i]] = (uint8_t)i;
        if (i < DL_GAZ_TOWNS) gaz->names |= dl_know_bit(gaz->table[i]);
    }
    uint32_t countries = gaz->table[DL_GAZ_COUNTRIES];
    gaz->adjectives = dl_know_column(know, countries, "adjectives");
    gaz->demonyms = dl_know_column(know, countries, "demonyms");
    gaz->short_form = dl_know_column(know, gaz->table[DL_GAZ_SHORT], "short");
    gaz->context_sense = dl_know_column(know, gaz->table[DL_GAZ_CONTEXTS], "sense");
    gaz->type_kind = dl_know_column(know, gaz->table[DL_GAZ_TYPES], "kind");
    gaz->type_side = dl_know_column(know, gaz->table[DL_GAZ_TYPES], "side");
    gaz->country_of = DL_NEW_ARRAY(arena, uint8_t, CODES);
    uint32_t rows = dl_know_rows(know, countries);
    for (uint32_t r = 0; r < rows && r + 1 < DL_GAZ_COUNTRY_MAX; r++) {
        int code = code_number(dl_know_cell(know, countries, r, gaz->iso3[DL_GAZ_COUNTRIES]));
        if (code >= 0) gaz->country_of[code] = (uint8_t)(r + 1);
    }
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
    int code = code_number(iso3);
    return code < 0 ? 0 : gaz->country_of[code];
}

static dl_gaz_kind kind_of(dl_gaz_table table, dl_bytes feature) {
    if (table == DL_GAZ_COUNTRIES) return DL_GAZ_COUNTRY;
    if (table == DL_GAZ_CITIES || (table == DL_GAZ_TOWNS && !dl_bytes_start(feature, "ADM")) || dl_bytes_start(feature, "PPL")) return DL_GAZ_CITY;
    if (dl_bytes_start(feature, "ADM")) return DL_GAZ_UNIT;
    return table == DL_GAZ_EXTRA ? DL_GAZ_SITE : DL_GAZ_REGION;
}

/* Countries that English-language news divides by state or province: their units are meant more often. */
static bool divided(dl_bytes iso3) {
    return dl_bytes_is(iso3, "USA") || dl_bytes_is(iso3, "CAN") || dl_bytes_is(iso3, "AUS") || dl_bytes_is(iso3, "GBR");
}

/* Sizes that stand for the people whom a table does not count. */
static float size_of(const dl_gaz_sense *s, int64_t people) {
    switch (s->kind) {
    case DL_GAZ_COUNTRY:
        return dl_bytes_is(s->feature, "PCLH") ? 7.0f : 9.5f;
    case DL_GAZ_UNIT:
        if (s->table == DL_GAZ_COUNTIES) return (float)log10((double)people + 100) - 0.5f;
        if (dl_bytes_is(s->feature, "ADM2")) return 5.2f;
        if (dl_bytes_is(s->feature, "ADM3")) return 4.4f;
        return s->table == DL_GAZ_REGIONS ? 7.2f : divided(s->iso3) ? 6.9f : 5.3f;
    case DL_GAZ_REGION:
        return 7.0f;
    case DL_GAZ_SITE:
        return 5.6f;
    default:
        break;
    }
    if (s->table != DL_GAZ_CITIES && s->table != DL_GAZ_TOWNS) return 5.5f;
    float size = people > 100 ? (float)log10((double)people) : 2.0f;
    if (dl_bytes_is(s->feature, "PPLC")) size += 1.4f;
    if (dl_bytes_is(s->feature, "PPLA"))
        size += 0.2f;
    else if (dl_bytes_is(s->feature, "PPLX"))
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

static bool weak_of(const dl_gaz_sense *s, dl_bytes mark) {
    if (dl_bytes_is(s->feature, "BLDG")) return true;
    return dl_bytes_is(mark, "word") || (mark.size && s->size < 5.6f);
}

void dl_gaz_read(const dl_gaz *gaz, const dl_know_hit *hit, dl_gaz_sense *sense) {
    const dl_know *know = gaz->know;
    dl_gaz_table t = dl_gaz_table_of(gaz, hit->table);
    uint32_t row = hit->row, table = hit->table;
    *sense = (dl_gaz_sense){.table = (uint8_t)t, .row = row};
    sense->iso3 = dl_know_cell(know, table, row, gaz->iso3[t]);
    sense->admin1 = dl_know_cell(know, table, row, gaz->admin1[t]);
    sense->feature = dl_know_cell(know, table, row, gaz->feature[t]);
    sense->kind = (uint8_t)kind_of(t, sense->feature);
    if (sense->kind == DL_GAZ_UNIT && dl_bytes_is(sense->feature, "ADM1")) sense->admin1 = dl_know_cell(know, table, row, gaz->name[t]);
    sense->country = dl_gaz_country(gaz, sense->iso3);
    sense->lat = dl_know_degrees(know, table, row, gaz->lat[t]);
    sense->lon = dl_know_degrees(know, table, row, gaz->lon[t]);
    sense->geonameid = dl_know_integer(know, table, row, gaz->geonameid[t]);
    sense->size = size_of(sense, dl_know_integer(know, table, row, gaz->population[t]));
    sense->weak = weak_of(sense, dl_know_cell(know, table, row, gaz->weak[t]));
    sense->short_form = t == DL_GAZ_SHORT && hit->column == gaz->short_form;
    sense->precision = precision_of(sense, dl_know_cell(know, table, row, gaz->precision[t]));
}

void dl_gaz_words(const dl_gaz *gaz, dl_gaz_sense *sense) {
    uint32_t table = gaz->table[sense->table];
    sense->name = dl_know_cell(gaz->know, table, sense->row, gaz->name[sense->table]);
    sense->admin2 = dl_know_cell(gaz->know, table, sense->row, gaz->admin2[sense->table]);
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
    if (dl_bytes_is(larger->feature, "ADM2")) return smaller->kind == DL_GAZ_CITY && near(larger, smaller);
    return larger->admin1.size && larger->admin1.data == smaller->admin1.data &&
           (smaller->kind != DL_GAZ_UNIT || dl_bytes_is(smaller->feature, "ADM2"));
}
