#include "know/countries.h"

void dl_countries_open(dl_countries *countries, const dl_know *know) {
    uint32_t table = dl_know_table(know, "places/countries"), code = dl_know_column(know, table, "iso3");
    for (uint32_t r = dl_know_rows(know, table); r-- > 0;) countries->rows[dl_code_number(dl_know_cell(know, table, r, code))] = (uint16_t)(r + 1);
    countries->rows[DL_CODES] = 0;
}
