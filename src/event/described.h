/* Countries that a phrase describes instead of naming: "the West African nation", "across the country". */
#ifndef DL_EVENT_DESCRIBED_H
#define DL_EVENT_DESCRIBED_H

#include "event/build.h"

/* The place row of the country that the phrase of a noun means; 0 where the noun describes none, or none that the document names is of the class. */
uint32_t dl_described_country(const dl_reading *reading, uint32_t noun);

/* "The city", "the region", "this island": the place of that kind named last before the noun, a few sentences back at most; or 0. */
uint32_t dl_pointed_place(const dl_reading *reading, uint32_t noun);

/* The first place row of a country by its code, so that other words can stand for it ("the Polish border"); 0 where the report does not name it. */
uint32_t dl_row_of_country(const dl_doc *doc, dl_bytes code);

/* The same; where the report names the land by its people or its towns alone ("the Ukrainian president"), a row is made that is no toponym; 0 where
 * it does not speak of it at all. */
uint32_t dl_row_of_land(const dl_build *b, dl_bytes code);

#endif
