#ifndef DL_TRAIN_NET_TRAIN_H
#define DL_TRAIN_NET_TRAIN_H

#include "net.h"
#include "tasks.h"

typedef struct net_trainer {
    net net;
    net_trace *trace;
    const tag_pairs *pairs;
    uint32_t *forms, *form_counts, form_count;
    dl_window window;
    dl_parse parse;
    chance luck;
    bool explore;
    uint64_t tags_right, tags_seen, moves_right, moves_seen;
} net_trainer;

/* Fills the trainer, which net_trainer_free frees; the forms live in the corpus's arena. */
void net_train(net_trainer *r, corpus *c, const tag_pairs *pairs, int epochs, uint64_t seed);
void net_trainer_free(net_trainer *r);
/* Rounds the network and adds it to the writer. */
void net_write(const net_trainer *r, writer *w);

#endif
