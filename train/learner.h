/* Averaged perceptron (Freund and Schapire 1999; Collins 2002) over hashed features, in whole numbers: each feature is a row of one weight a class,
 * and rows of different features may fall together. */
#ifndef DL_TRAIN_LEARNER_H
#define DL_TRAIN_LEARNER_H

#include "lang/word.h"

typedef struct learner {
    int32_t *weights;
    int64_t *late; /* sum of each weight's changes, each times the time at which it was made */
    int64_t time;
    uint32_t mask, classes;
} learner;

void learner_open(learner *l, uint32_t rows, uint32_t classes);
void learner_close(learner *l);
void learner_score(const learner *l, const uint32_t *features, uint32_t count, int32_t *scores);
/* Moves the weights of the features toward `right` and away from `wrong`. */
void learner_update(learner *l, const uint32_t *features, uint32_t count, uint32_t right, uint32_t wrong);
/* The averaged weights, stretched to 16 bits; the caller frees. */
int16_t *learner_average(const learner *l);

#endif
