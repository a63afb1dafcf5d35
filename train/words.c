/* The commonest words as the network sees them. */
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

void collect_words(corpus *c, writer *w) {
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
    uint32_t count = kinds < DL_NET_COMMON ? (uint32_t)kinds : DL_NET_COMMON;
    dl_word *words = DL_NEW_ARRAY(&c->arena, dl_word, count + 1);
    for (uint32_t i = 0; i < count; i++) words[i] = list[i].word;
    free(list);
    free(all);
    writer_add(w, "net.words", 1, count, words, count * sizeof *words);
}
