#include "lang/apart.h"

#include "lang/repair.h"

/* Some of a window's words, read by themselves: `at` holds their positions there. */
typedef struct piece {
    dl_window *part;
    uint16_t at[DL_WINDOW_ROOM];
} piece;

static void add_word(piece *p, const dl_window *w, uint32_t word) {
    dl_window *part = p->part;
    uint32_t i = ++part->count;
    part->words[i] = w->words[word];
    part->initial[i] = w->initial[word];
    part->hints[i] = w->hints[word];
    part->deeds[i] = w->deeds[word];
    p->at[i] = (uint16_t)word;
}

static void add_words(piece *p, const dl_window *w, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i <= last; i++) add_word(p, w, i);
}

static void read(piece *p, dl_net_work *net) {
    dl_window *part = p->part;
    for (uint32_t i = part->count + 1; i < DL_WINDOW_ROOM && i <= part->count + 3; i++) part->words[i] = (dl_word){0}, part->initial[i] = 0;
    dl_net_read_words(net, part);
    dl_net_read_tags(net, part);
    dl_net_read_tree(net, part);
    dl_repair_tree(part);
}

/* Writes the piece into the window. Returns the position of its root there. */
static uint32_t put(const piece *p, dl_window *w) {
    const dl_window *part = p->part;
    uint32_t root = 0;
    for (uint32_t i = 1; i <= part->count; i++) {
        uint32_t at = p->at[i];
        w->upos[at] = part->upos[i];
        w->xpos[at] = part->xpos[i];
        w->deprel[at] = part->deprel[i];
        w->head[at] = part->head[i] ? p->at[part->head[i]] : 0;
        if (!part->head[i]) root = at;
    }
    return root;
}

static bool is_clause(const dl_window *w, uint32_t word) {
    switch (w->deprel[word]) {
    case DL_DEP_ROOT:
    case DL_DEP_CCOMP:
    case DL_DEP_CONJ:
    case DL_DEP_PARATAXIS:
    case DL_DEP_ADVCL:
    case DL_DEP_ACL:
    case DL_DEP_ACL_RELCL:
        return true;
    default:
        return !w->head[word];
    }
}

/* What an insertion in front of `behind` is told with: the clause whose words stand on both sides. */
static uint32_t host(const dl_window *w, uint32_t behind) {
    uint32_t word = behind;
    while (w->head[word] >= behind) word = w->head[word];
    while (w->head[word] && !is_clause(w, word)) word = w->head[word];
    return word;
}

static void hang(dl_window *w, const dl_insertion *in, uint32_t root, uint32_t head) {
    w->head[root] = (uint16_t)head;
    w->deprel[root] = in->deprel;
    for (uint32_t i = in->open; i <= in->close; i++) {
        if (i >= in->first && i <= in->last) continue;
        w->head[i] = (uint16_t)root;
        w->deprel[i] = DL_DEP_PUNCT;
    }
}

void dl_apart_read(dl_net_work *net, dl_window *w, const dl_insertion *in, uint32_t count, dl_window *part) {
    piece p = {.part = part};
    uint32_t from = 1, heads[DL_INSERTIONS];
    part->capitals = w->capitals;
    part->headline = w->headline;
    part->count = 0;
    for (uint32_t k = 0; k < count; k++) {
        add_words(&p, w, from, in[k].open - 1);
        from = in[k].close + 1;
    }
    add_words(&p, w, from, w->count);
    read(&p, net);
    put(&p, w);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t behind = 1;
        while (p.at[behind] < in[k].close) behind++;
        heads[k] = p.at[host(part, behind)];
    }
    for (uint32_t k = 0; k < count; k++) {
        part->count = 0;
        add_words(&p, w, in[k].first, in[k].last);
        read(&p, net);
        hang(w, in + k, put(&p, w), heads[k]);
    }
}
