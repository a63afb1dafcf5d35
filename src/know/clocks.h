/* The clocks of places: data/time/zones.tsv. */
#ifndef DL_KNOW_CLOCKS_H
#define DL_KNOW_CLOCKS_H

#include "know/know.h"

/* The clock of the place or zone named at a token, by its row; false where the table has none. `last` receives the name's last token. */
bool dl_clock_find(const dl_know *know, const dl_know_view *view, uint32_t token, uint32_t *row, uint32_t *last);
/* Seconds by which it is ahead of Greenwich on a day, summer time counted in. */
dl_instant dl_clock_ahead(const dl_know *know, uint32_t row, dl_instant day);

#endif
