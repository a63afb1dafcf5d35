#include "intake/ends.h"

enum {
    HOPELESS = -450, /* no words make up for such shapes */
    DOUBT = 150 /* Web text has lost line breaks where sentences end without a mark; most text that is read has not, so such an end must be plain. */
};

dl_end_weights dl_end_weights_of(const dl_know *know) {
    uint32_t table = dl_know_table(know, "text/ends");
    return (dl_end_weights){.know = know,
                            .table = table,
                            .rows = dl_know_rows(know, table),
                            .key = dl_know_column(know, table, "key"),
                            .ends = dl_know_column(know, table, "for"),
                            .goes_on = dl_know_column(know, table, "against")};
}

/* The rows stand in the order of their keys, which are spread evenly: the place of a key can be reckoned, and is found a few rows from there. */
static uint32_t row_of(const dl_end_weights *w, uint32_t wanted) {
    uint32_t low = 0, high = w->rows, at = (uint32_t)((uint64_t)wanted * w->rows >> 32);
    while (low < high) {
        uint32_t found = dl_know_integer(w->know, w->table, at, w->key);
        if (found == wanted) return at;
        if (found < wanted)
            low = at + 1;
        else
            high = at;
        int64_t guess = at + (((int64_t)wanted - found) * w->rows >> 32);
        at = guess < low ? low : guess >= high ? high - (high > low) : (uint32_t)guess;
    }
    return w->rows;
}

int32_t dl_end_weight(const dl_end_weights *w, const dl_end_feature *feature) {
    uint32_t row = row_of(w, dl_end_key(feature));
    return (int32_t)dl_know_integer(w->know, w->table, row, w->ends) - (int32_t)dl_know_integer(w->know, w->table, row, w->goes_on);
}

bool dl_end_here(const dl_end_weights *w, const dl_end_view *view, const dl_end_state *state, uint32_t i) {
    if (!dl_end_possible(view, i)) return false;
    dl_end_feature features[DL_END_FEATURES];
    uint32_t count = dl_end_features(view, state, i, features);
    int32_t sum = dl_end_marked(view, i) ? 0 : -DOUBT;
    for (uint32_t f = 0; f < count; f++) {
        if (f == DL_END_SHAPES && sum < HOPELESS) return false;
        sum += dl_end_weight(w, features + f);
    }
    return sum > 0;
}
