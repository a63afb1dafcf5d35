/* Sentence ends of a paragraph, by the weights of data/text/ends.tsv. */
#ifndef DL_INTAKE_ENDS_H
#define DL_INTAKE_ENDS_H

#include "base/search.h"
#include "know/know.h"
#include "text/ends.h"

/* The table, decoded: its rows in the order of their keys. */
typedef struct dl_end_row {
    uint32_t key;
    int32_t weight; /* for an end; below 0 against it */
} dl_end_row;
typedef struct dl_end_weights {
    dl_end_row *rows;
    dl_shelves shelves; /* by the first bits of their keys */
} dl_end_weights;

/* False where memory runs out. */
bool dl_end_weights_open(dl_end_weights *weights, const dl_know *know);
void dl_end_weights_close(dl_end_weights *weights);
/* The weight of a feature; 0 where the table does not have it. */
int32_t dl_end_weight(const dl_end_weights *weights, const dl_end_feature *feature);
/* Whether a sentence ends behind token i, which is not the last. */
bool dl_end_here(const dl_end_weights *weights, const dl_end_view *view, const dl_end_state *state, uint32_t i);

#endif
