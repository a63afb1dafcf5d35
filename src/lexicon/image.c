/* The packed file, section by section. */
#include "base/hash.h"
#include "lexicon/pack.h"

#include <stdlib.h>

typedef struct image {
    dl_pack *p;
    dl_buffer out;
    uint32_t *first_hits; /* by node; 0 where no phrase ends there */
} image;

static int by_node(const void *a, const void *b) {
    const dl_pack_hit *x = a, *y = b;
    if (x->node != y->node) return x->node < y->node ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static dl_know_section put(image *m, const void *data, size_t size, size_t width) {
    enum { LINE = 64 };
    static const char zero[LINE] = {0};
    dl_pack_add(m->p, &m->out, zero, (LINE - m->out.size % LINE) % LINE);
    dl_know_section s = {m->out.size, size / width};
    dl_pack_add(m->p, &m->out, data, size);
    return s;
}

/* Hash tables are filled to seven tenths: enough room for short searches, little for the file to grow. */
static size_t slots_for(size_t count) {
    return count * 10 / 7 + 8;
}

static dl_know_section put_words(image *m) {
    const dl_pack *p = m->p;
    size_t slots = slots_for(p->word_count);
    dl_know_word_slot *words = DL_NEW_ARRAY(p->arena, dl_know_word_slot, slots);
    for (uint32_t i = 0; i < p->word_room; i++) {
        if (!p->words[i].string) continue;
        uint32_t hash = (uint32_t)dl_hash(dl_pack_string_at(p, p->words[i].string));
        size_t slot = dl_know_slot(hash, slots);
        while (words[slot].word) slot = slot + 1 == slots ? 0 : slot + 1;
        words[slot] = (dl_know_word_slot){p->words[i].word, dl_know_mark(hash), p->words[i].string};
    }
    return put(m, words, slots * sizeof *words, sizeof *words);
}

/* The phrases by their nodes; row 0 is none. */
static dl_know_section put_hits(image *m) {
    dl_pack *p = m->p;
    size_t count = p->hits.size / sizeof(dl_pack_hit);
    dl_pack_hit *open = (dl_pack_hit *)(void *)p->hits.data;
    if (count) qsort(open, count, sizeof *open, by_node);
    dl_know_phrase *hits = DL_NEW_ARRAY(p->arena, dl_know_phrase, count + 1);
    m->first_hits = DL_NEW_ARRAY(p->arena, uint32_t, p->node_count + 1);
    for (uint32_t i = 0; i < count; i++) {
        hits[i + 1] = open[i].phrase;
        if (!m->first_hits[open[i].node]) m->first_hits[open[i].node] = i + 1;
    }
    for (size_t i = count; i-- > 1;) {
        if (open[i].node != open[i - 1].node) continue;
        dl_know_phrase *one = &hits[i], *next = &hits[i + 1];
        one->more = 1;
        if (one->table == next->table) one->others = next->others < UINT8_MAX ? next->others + 1 : UINT8_MAX;
    }
    return put(m, hits, (count + 1) * sizeof *hits, sizeof *hits);
}

static dl_know_step step_to(const image *m, uint32_t node) {
    return (dl_know_step){node, m->first_hits[node]};
}

/* The edges of the root by word, up to the last word that has one. */
static dl_know_section put_apart(image *m) {
    const dl_pack *p = m->p;
    dl_know_step *next = DL_NEW_ARRAY(p->arena, dl_know_step, p->word_count + 1);
    uint32_t last = 0;
    for (uint32_t i = 0; i < p->edge_room; i++) {
        const dl_pack_edge *e = &p->edges[i];
        if (!e->next || e->node != DL_KNOW_APART) continue;
        next[e->word] = step_to(m, e->next);
        if (e->word > last) last = e->word;
    }
    return put(m, next, (last + 1) * sizeof *next, sizeof *next);
}

static dl_know_section put_fronts(image *m) {
    const dl_pack *p = m->p;
    dl_know_front *fronts = DL_NEW_ARRAY(p->arena, dl_know_front, p->common_words + 1);
    uint64_t **next = DL_NEW_ARRAY(p->arena, uint64_t *, p->node_count + 1); /* of nodes that a first word leads to: words that go on */
    for (uint32_t w = 0; w <= p->common_words && w < p->front_room; w++) fronts[w] = p->fronts[w];
    for (uint32_t i = 0; i < p->edge_room; i++) {
        const dl_pack_edge *e = &p->edges[i];
        if (!e->next || (e->node != DL_KNOW_FORMS && e->node != DL_KNOW_LEMMAS)) continue;
        dl_know_front *front = &fronts[e->word];
        *(e->node == DL_KNOW_FORMS ? &front->forms : &front->lemmas) = step_to(m, e->next);
        next[e->next] = e->node == DL_KNOW_FORMS ? &front->forms_next : &front->lemmas_next;
    }
    for (uint32_t i = 0; i < p->edge_room; i++) {
        const dl_pack_edge *e = &p->edges[i];
        if (e->next && next[e->node]) *next[e->node] |= dl_know_next_bit(e->word);
    }
    return put(m, fronts, (p->common_words + 1) * sizeof *fronts, sizeof *fronts);
}

static bool inner_edge(const dl_pack_edge *e) {
    return e->next && e->node > DL_KNOW_ROOTS;
}

static dl_know_section put_edges(image *m) {
    const dl_pack *p = m->p;
    size_t count = 0;
    for (uint32_t i = 0; i < p->edge_room; i++) count += inner_edge(&p->edges[i]);
    size_t slots = slots_for(count);
    dl_know_edge *edges = DL_NEW_ARRAY(p->arena, dl_know_edge, slots);
    for (uint32_t i = 0; i < p->edge_room; i++) {
        const dl_pack_edge *e = &p->edges[i];
        if (!inner_edge(e)) continue;
        size_t slot = dl_know_slot(dl_hash_pair(e->node, e->word), slots);
        while (edges[slot].next.node) slot = slot + 1 == slots ? 0 : slot + 1;
        edges[slot] = (dl_know_edge){e->node, e->word, step_to(m, e->next)};
    }
    return put(m, edges, slots * sizeof *edges, sizeof *edges);
}

static dl_know_section put_sieve(image *m) {
    const dl_pack *p = m->p;
    uint64_t *sieve = DL_NEW_ARRAY(p->arena, uint64_t, DL_KNOW_SIEVE_WORDS);
    for (uint32_t i = 0; i < p->edge_room; i++) {
        uint32_t at;
        uint64_t bit = dl_know_sieve_bit(dl_hash_pair(p->edges[i].node, p->edges[i].word), &at);
        if (inner_edge(&p->edges[i])) sieve[at] |= bit;
    }
    return put(m, sieve, DL_KNOW_SIEVE_WORDS * sizeof *sieve, sizeof *sieve);
}

dl_bytes dl_pack_image(dl_pack *p) {
    image m = {.p = p};
    if (!p->apart) p->common_words = p->word_count;
    dl_know_header h = {.magic = DL_KNOW_MAGIC, .common_words = p->common_words, .word_count = p->word_count};
    dl_pack_add(p, &m.out, &h, sizeof h);
    h.tables = put(&m, p->tables.data, p->tables.size, sizeof(dl_know_row_of_tables));
    h.columns = put(&m, p->columns.data, p->columns.size, sizeof(dl_know_column_head));
    h.cells = put(&m, p->cells.data, p->cells.size, sizeof(uint32_t));
    h.lines = put(&m, p->lines.data, p->lines.size, sizeof(uint32_t));
    h.words = put_words(&m);
    h.hits = put_hits(&m);
    h.fronts = put_fronts(&m);
    h.apart = put_apart(&m);
    h.sieve = put_sieve(&m);
    h.edges = put_edges(&m);
    h.strings = put(&m, p->strings.data, p->strings.size, 1);
    h.size = m.out.size;
    memcpy(m.out.data, &h, sizeof h);
    size_t skip = offsetof(dl_know_header, size);
    h.checksum = dl_hash((dl_bytes){m.out.data + skip, m.out.size - skip});
    memcpy(m.out.data, &h, sizeof h);
    return (dl_bytes){m.out.data, m.out.size};
}
