#ifndef DL_TRAIN_NET_TRAIN_H
#define DL_TRAIN_NET_TRAIN_H

#include "net.h"
#include "tasks.h"

enum { NET_LEARNT_FORM = 2 }; /* times that a form must be seen to have a row of its own */

/* What the network is trained with beside the corpus. */
typedef struct net_input {
    const tag_pairs *pairs;
    const vectors *vectors;
    const dl_cases *cases;
} net_input;

typedef struct net_trainer {
    net net;
    net_trace *trace;
    net_input with;
    uint32_t *forms, *form_counts, form_count; /* known by training or by their vector; the count is 0 for the latter */
    dl_window window;
    dl_parse parse;
    chance luck;
    bool explore;
    uint64_t tags_right, tags_seen, moves_right, moves_seen, names_right, names_seen;
} net_trainer;

/* Fills the trainer, which net_trainer_free frees; the forms live in the corpus's arena. */
void net_train(net_trainer *r, corpus *c, const net_input *input, int epochs, uint64_t seed);
void net_trainer_free(net_trainer *r);
/* Rounds the network and adds it to the writer. */
void net_write(const net_trainer *r, writer *w);

/* Gradients of the names of a sentence, from the state on top into that state (train/net_names.c). */
void net_learn_names(net_trainer *r, const sample *s);

#endif
