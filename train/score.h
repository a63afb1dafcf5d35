/* Measures a model through the interface that the engine uses: UPOS, UAS, LAS (without subtypes), lemmas, names, speed; punctuation counted. */
#ifndef DL_TRAIN_SCORE_H
#define DL_TRAIN_SCORE_H

/* `names` may be NULL. Prints the figures; returns the exit code. */
int score_model(const char *model, const char *conllu, const char *names);

#endif
