/* The commonest words, which the model has ready. */
#include "lang/net_run.h"
#include "tasks.h"

#include <stdlib.h>

typedef struct counted {
    dl_word word;
    uint32_t count;
} counted;

static int order_words(const void *a, const void *b) {
    return memcmp(a, b, sizeof(dl_word));
}

static int order_counts(const void *a, const void *b) {
    const counted *x = a, *y = b;
    if (x->count != y->count) return x->count > y->count ? -1 : 1;
    return order_words(&x->word, &y->word);
}

dl_word *common_words(corpus *c, uint32_t *found) {
    size_t size = 0, kinds = 0;
    dl_word *all = corpus_words(c, &size);
    counted *list = calloc(size + 1, sizeof *list);
    if (!list) die("no memory", "words");
    qsort(all, size, sizeof *all, order_words);
    for (size_t i = 0; i < size; i++) {
        if (!i || order_words(all + i, all + i - 1)) list[kinds++].word = all[i];
        list[kinds - 1].count++;
    }
    qsort(list, kinds, sizeof *list, order_counts);
    *found = kinds < DL_NET_READY ? (uint32_t)kinds : DL_NET_READY;
    dl_word *words = DL_NEW_ARRAY(&c->arena, dl_word, *found + 1);
    for (uint32_t i = 0; i < *found; i++) words[i] = list[i].word;
    free(list);
    free(all);
    return words;
}

void write_ready(corpus *c, writer *w, const dl_word *words, uint32_t count) {
    dl_bytes model = writer_pack(w);
    dl_net net;
    if (!dl_net_open(&net, &model)) die("the network lacks a part", "ready words");
    dl_net_word *ready = DL_NEW_ARRAY(&c->arena, dl_net_word, count + 1);
    uint16_t *ready_at = DL_NEW_ARRAY(&c->arena, uint16_t, DL_NET_READY_SLOTS);
    for (uint32_t i = 0; i < count; i++) {
        dl_net_make_word(&net, words + i, ready + i);
        ready_at[dl_net_ready_slot(ready, ready_at, words + i)] = (uint16_t)(i + 1);
    }
    writer_add(w, "net.ready", 1, count, ready, count * sizeof *ready);
    writer_add(w, "net.readyat", 1, DL_NET_READY_SLOTS, ready_at, DL_NET_READY_SLOTS * sizeof *ready_at);
    free((char *)model.data);
}
