#include "intake/ends.h"

#include <stdlib.h>

enum {
    HOPELESS = -450, /* no words make up for such shapes */
    DOUBT = 150 /* Web text has lost line breaks where sentences end without a mark; most text that is read has not, so such an end must be plain. */
};

bool dl_end_weights_open(dl_end_weights *w, const dl_know *know) {
    uint32_t table = dl_know_table(know, "text/ends"), rows = dl_know_rows(know, table), next = 0;
    uint32_t key = dl_know_column(know, table, "key"), ends = dl_know_column(know, table, "for"), goes_on = dl_know_column(know, table, "against");
    w->rows = calloc(rows + 1, sizeof *w->rows);
    if (!w->rows) return false;
    for (uint32_t r = 0; r < rows; r++) { /* which stand in the order of their keys */
        w->rows[r].key = dl_know_integer(know, table, r, key);
        w->rows[r].weight = (int32_t)dl_know_integer(know, table, r, ends) - (int32_t)dl_know_integer(know, table, r, goes_on);
        next = dl_shelve(&w->shelves, next, dl_shelf_of(w->rows[r].key), r);
    }
    dl_shelve(&w->shelves, next, DL_SHELVES, rows);
    return true;
}

void dl_end_weights_close(dl_end_weights *w) {
    free(w->rows);
}

int32_t dl_end_weight(const dl_end_weights *w, const dl_end_feature *feature) {
    uint32_t key = dl_end_key(feature);
    const uint32_t *ends = w->shelves.first + dl_shelf_of(key);
    for (uint32_t r = ends[0]; r < ends[1]; r++)
        if (w->rows[r].key == key) return w->rows[r].weight;
    return 0;
}

static int32_t weight_of(const dl_end_weights *w, const dl_end_feature *features, uint32_t count) {
    int32_t sum = 0;
    for (uint32_t f = 0; f < count; f++) sum += dl_end_weight(w, features + f);
    return sum;
}

bool dl_end_here(const dl_end_weights *w, const dl_end_view *view, const dl_end_state *state, uint32_t i) {
    if (!dl_end_possible(view, i)) return false;
    dl_end_feature shapes[DL_END_SHAPES], words[DL_END_WORDS];
    dl_end_shape_features(view, state, i, shapes);
    int32_t sum = (dl_end_marked(view, i) ? 0 : -DOUBT) + weight_of(w, shapes, DL_END_SHAPES);
    if (sum < HOPELESS) return false;
    uint32_t count = dl_end_word_features(view, state, i, words);
    return sum + weight_of(w, words, count) > 0;
}
