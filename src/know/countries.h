/* The rows of places/countries by their codes, numbered once when an engine is opened. */
#ifndef DL_KNOW_COUNTRIES_H
#define DL_KNOW_COUNTRIES_H

#include "know/code.h"
#include "know/know.h"

typedef struct dl_countries {
    uint16_t rows[DL_CODES + 1]; /* by the number of a code (dl_code_number), counted from 1 */
} dl_countries;

/* `countries` is all zero. */
void dl_countries_open(dl_countries *countries, const dl_know *know);

/* Row of a country by its code, from 1; 0 where there is none. */
static inline uint32_t dl_country_row(const dl_countries *countries, dl_bytes code) {
    return countries->rows[dl_code_number(code)];
}

#endif
