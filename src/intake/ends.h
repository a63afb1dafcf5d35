/* Sentence ends of a paragraph, by the weights of data/text/ends.tsv. */
#ifndef DL_INTAKE_ENDS_H
#define DL_INTAKE_ENDS_H

#include "know/know.h"
#include "text/ends.h"

typedef struct dl_end_weights {
    const dl_know *know;
    uint32_t table, rows;
    uint32_t key, ends, goes_on; /* columns; of the last two one is 0 */
} dl_end_weights;

dl_end_weights dl_end_weights_of(const dl_know *know);
/* The weight of a feature; 0 where the table does not have it. */
int32_t dl_end_weight(const dl_end_weights *weights, const dl_end_feature *feature);
/* Whether a sentence ends behind token i, which is not the last. */
bool dl_end_here(const dl_end_weights *weights, const dl_end_view *view, const dl_end_state *state, uint32_t i);

#endif
