#include "learner.h"

#include "corpus.h"

#include <stdlib.h>

void learner_open(learner *l, uint32_t rows, uint32_t classes) {
    *l = (learner){.mask = rows - 1, .classes = classes, .time = 1};
    l->weights = calloc((size_t)rows * classes, sizeof *l->weights);
    l->late = calloc((size_t)rows * classes, sizeof *l->late);
    if (!l->weights || !l->late) die("no memory", "learner");
}

void learner_close(learner *l) {
    free(l->weights);
    free(l->late);
    *l = (learner){0};
}

void learner_score(const learner *l, const uint32_t *features, uint32_t count, int32_t *scores) {
    for (uint32_t c = 0; c < l->classes; c++) scores[c] = 0;
    for (uint32_t f = 0; f < count; f++) {
        const int32_t *row = l->weights + (size_t)(features[f] & l->mask) * l->classes;
        for (uint32_t c = 0; c < l->classes; c++) scores[c] += row[c];
    }
}

void learner_update(learner *l, const uint32_t *features, uint32_t count, uint32_t right, uint32_t wrong) {
    l->time++;
    if (right == wrong) return;
    for (uint32_t f = 0; f < count; f++) {
        size_t row = (size_t)(features[f] & l->mask) * l->classes;
        l->weights[row + right]++;
        l->late[row + right] += l->time;
        l->weights[row + wrong]--;
        l->late[row + wrong] -= l->time;
    }
}

/* The averaged weight, in units of 2^-16. */
static int64_t average(const learner *l, size_t i) {
    return (l->weights[i] * l->time - l->late[i]) * 65536 / l->time;
}

int16_t *learner_average(const learner *l) {
    size_t size = (size_t)(l->mask + 1) * l->classes;
    int16_t *out = malloc(size * sizeof *out);
    if (!out) die("no memory", "learner");
    int64_t most = 1;
    for (size_t i = 0; i < size; i++) most = llabs(average(l, i)) > most ? llabs(average(l, i)) : most;
    for (size_t i = 0; i < size; i++) out[i] = (int16_t)(average(l, i) * INT16_MAX / most);
    return out;
}
