/* Trains the network on tags and trees together. */
#include "net_train.h"

#include "base/search.h"
#include "oracle.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { BATCH_WORDS = 320, EXPLORE_FROM = 1 };
static const float names_share = 0.7f; /* of the sentences with names, for names are learnt by heart sooner than trees */
static const float first_rate = 0.002f;
static const net_dropout dropout = {.input = 0.25f, .branch = DL_NET_WIDTH > 64 ? 0.2f : 0.1f}; /* a wide network learns by heart sooner */

/* ---- vocabulary */

static int order_forms(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Hashes of all words of the corpus but those of altered copies, in order; the caller frees. */
static uint32_t *all_forms(const corpus *c, size_t *size) {
    dl_word *words = corpus_words(c, size);
    uint32_t *all = calloc(*size + 1, sizeof *all);
    if (!all) die("no memory", "forms");
    for (size_t i = 0; i < *size; i++) all[i] = words[i].form;
    free(words);
    qsort(all, *size, sizeof *all, order_forms);
    return all;
}

static void add_form(net_trainer *r, uint32_t form, uint32_t count) {
    r->forms[r->form_count] = form;
    r->form_counts[r->form_count++] = count;
}

/* Forms that are seen often enough, and those that have a vector, in order; row i + 1 of NET_FORM is that of forms[i]. */
static void collect_forms(corpus *c, net_trainer *r) {
    size_t size = 0;
    uint32_t *all = all_forms(c, &size), v = 0;
    const uint32_t *with = r->with.vectors->forms, with_count = r->with.vectors->count;
    r->forms = DL_NEW_ARRAY(&c->arena, uint32_t, size + with_count + 1);
    r->form_counts = DL_NEW_ARRAY(&c->arena, uint32_t, size + with_count + 1);
    for (size_t i = 0, next; i < size; i = next) {
        for (next = i; next < size && all[next] == all[i];) next++;
        while (v < with_count && with[v] < all[i]) add_form(r, with[v++], 0);
        bool has_vector = v < with_count && with[v] == all[i];
        if (next - i >= NET_LEARNT_FORM || has_vector) add_form(r, all[i], (uint32_t)(next - i));
        v += has_vector;
    }
    while (v < with_count) add_form(r, with[v++], 0);
    free(all);
}

static uint32_t form_row(const net_trainer *r, uint32_t hash) {
    uint32_t at = dl_first_not_below(r->forms, r->form_count, hash);
    return at < r->form_count && r->forms[at] == hash ? at + 1 : 0;
}

/* Rare words are left out now and then, some with their vector, so that the row of unknown words learns too. */
static void fill_trace(net_trainer *r, const dl_window *w) {
    r->trace->count = w->count;
    for (uint32_t i = 1; i <= w->count; i++) {
        uint32_t row = form_row(r, w->words[i].form), count = row ? r->form_counts[row - 1] : 0;
        r->trace->vector[i] = row ? vectors_find(r->with.vectors, w->words[i].form) : NULL;
        if (count < NET_LEARNT_FORM) row = 0;
        if (row && chance_below(&r->luck, 1000) < 250 / (1 + count)) row = 0;
        if (!row && chance_below(&r->luck, 100) < 20) r->trace->vector[i] = NULL;
        r->trace->form[i] = row;
        dl_net_parts(w->words + i, r->trace->part[i]);
    }
}

/* ---- tags */

static void learn_softmax(float *scores, uint32_t count, uint32_t right) {
    net_softmax(scores, count);
    scores[right] -= 1;
}

static void learn_tags(net_trainer *r, const sample *s) {
    net *n = &r->net;
    float scores[DL_NET_TAGS];
    for (uint32_t t = 1; t <= s->count; t++) {
        if (!s->tokens[t].upos) continue;
        uint32_t right = r->with.pairs->class_of[s->tokens[t].upos][s->tokens[t].xpos] - 1u;
        memcpy(scores, n->block[NET_TAG_BIAS].weight, sizeof scores);
        net_times(r->trace->state[NET_TOP][t], DL_NET_WIDTH, n->block[NET_TAG].weight, DL_NET_TAGS, scores);
        for (uint32_t k = r->with.pairs->count; k < DL_NET_TAGS; k++) scores[k] = -1e9f;
        r->tags_right += net_best(scores, r->with.pairs->count) == right;
        r->tags_seen++;
        learn_softmax(scores, DL_NET_TAGS, right);
        for (int k = 0; k < DL_NET_TAGS; k++) n->block[NET_TAG_BIAS].gradient[k] += scores[k];
        net_times_back(r->trace->state[NET_TOP][t], DL_NET_WIDTH, n->block + NET_TAG, 0, scores, r->trace->state_gradient[NET_TOP][t]);
    }
}

/* ---- trees */

typedef struct choice {
    dl_net_state state;
    float hidden[DL_NET_HIDDEN], hidden_gradient[DL_NET_HIDDEN];
    float moves[DL_NET_MOVES], labels[DL_NET_LABELS];
} choice;

static void read_state(net_trainer *r, choice *c) {
    net *n = &r->net;
    dl_net_state_read(&r->parse, &c->state);
    memcpy(c->hidden, n->block[NET_HIDDEN_BIAS].weight, sizeof c->hidden);
    for (int i = 0; i < DL_NET_SLOTS; i++)
        for (int j = 0; j < DL_NET_HIDDEN; j++) c->hidden[j] += r->trace->slot[i][c->state.slot[i]][j];
    for (int i = 0; i < DL_NET_FACTS; i++) {
        const float *row = n->block[NET_FACT].weight + (size_t)c->state.fact[i] * DL_NET_HIDDEN;
        for (int j = 0; j < DL_NET_HIDDEN; j++) c->hidden[j] += row[j];
    }
    for (int j = 0; j < DL_NET_HIDDEN; j++) c->hidden[j] = net_level(c->hidden[j], DL_NET_HIDDEN_BITS);
    memset(c->hidden_gradient, 0, sizeof c->hidden_gradient);
    memcpy(c->moves, n->block[NET_MOVE_BIAS].weight, sizeof c->moves);
    net_times(c->hidden, DL_NET_HIDDEN, n->block[NET_MOVE].weight, DL_NET_MOVES, c->moves);
}

static void state_back(net_trainer *r, choice *c) {
    net *n = &r->net;
    for (int j = 0; j < DL_NET_HIDDEN; j++)
        if (!net_level_free(c->hidden[j], DL_NET_HIDDEN_BITS)) c->hidden_gradient[j] = 0;
    for (int j = 0; j < DL_NET_HIDDEN; j++) n->block[NET_HIDDEN_BIAS].gradient[j] += c->hidden_gradient[j];
    for (int i = 0; i < DL_NET_SLOTS; i++) r->trace->slot_used[i][c->state.slot[i]] = true;
    for (int i = 0; i < DL_NET_SLOTS; i++)
        for (int j = 0; j < DL_NET_HIDDEN; j++) r->trace->slot_gradient[i][c->state.slot[i]][j] += c->hidden_gradient[j];
    for (int i = 0; i < DL_NET_FACTS; i++) net_add_row(n->block + NET_FACT, c->state.fact[i], c->hidden_gradient);
}

/* The gradient of -log of the probability that all moves without loss have together; gives the move to make. */
static dl_move learn_move(net_trainer *r, const sample *s, choice *c) {
    uint32_t costs[DL_MOVE_COUNT_], least = oracle_costs(&r->parse, s, costs);
    for (int m = 0; m < DL_NET_MOVES; m++)
        if (m >= DL_MOVE_COUNT_ || costs[m] == UINT32_MAX) c->moves[m] = -1e9f;
    uint32_t best = net_best(c->moves, DL_MOVE_COUNT_), right = best;
    net_softmax(c->moves, DL_NET_MOVES);
    float all_right = 1e-9f;
    for (uint32_t m = 0; m < DL_MOVE_COUNT_; m++) {
        if (costs[m] != least) continue;
        all_right += c->moves[m];
        if (costs[right] != least || c->moves[m] > c->moves[right]) right = m;
    }
    r->moves_seen++;
    r->moves_right += costs[best] == least;
    dl_move move = (dl_move)(r->explore && chance_below(&r->luck, 100) < 90 ? best : right);
    for (uint32_t m = 0; m < DL_MOVE_COUNT_; m++)
        if (costs[m] == least) c->moves[m] -= c->moves[m] / all_right;
    for (int m = 0; m < DL_NET_MOVES; m++) r->net.block[NET_MOVE_BIAS].gradient[m] += c->moves[m];
    net_times_back(c->hidden, DL_NET_HIDDEN, r->net.block + NET_MOVE, 0, c->moves, c->hidden_gradient);
    return move;
}

static void label_scores(net_trainer *r, choice *c, dl_move move, float *scores) {
    net *n = &r->net;
    memcpy(scores, n->block[NET_LABEL_BIAS].weight, 2 * DL_NET_LABELS * sizeof *scores);
    net_times(c->hidden, DL_NET_HIDDEN, n->block[NET_LABEL].weight, 2 * DL_NET_LABELS, scores);
    uint32_t first = move == DL_MOVE_LEFT ? 0 : DL_NET_LABELS;
    for (uint32_t k = 0; k < 2 * DL_NET_LABELS; k++)
        if (k < first + 2 || k >= first + DL_DEP_COUNT_) scores[k] = -1e9f;
}

static dl_deprel learn_label(net_trainer *r, const sample *s, choice *c, dl_move move) {
    float scores[2 * DL_NET_LABELS];
    uint32_t first = move == DL_MOVE_LEFT ? 0 : DL_NET_LABELS, word = dl_parse_stack(&r->parse, 0);
    uint32_t head = move == DL_MOVE_LEFT ? r->parse.next : dl_parse_stack(&r->parse, 1);
    label_scores(r, c, move, scores);
    uint32_t best = net_best(scores, 2 * DL_NET_LABELS) - first;
    if (s->tokens[word].head != head) return (dl_deprel)best;
    learn_softmax(scores, 2 * DL_NET_LABELS, first + s->tokens[word].deprel);
    for (int k = 0; k < 2 * DL_NET_LABELS; k++) r->net.block[NET_LABEL_BIAS].gradient[k] += scores[k];
    net_times_back(c->hidden, DL_NET_HIDDEN, r->net.block + NET_LABEL, 0, scores, c->hidden_gradient);
    return (dl_deprel)(r->explore ? best : s->tokens[word].deprel);
}

static void learn_tree(net_trainer *r, const sample *s) {
    dl_parse *p = &r->parse;
    choice c;
    dl_parse_begin(p, &r->window);
    while (!dl_parse_done(p)) {
        if (!dl_parse_allows(p, DL_MOVE_LEFT) && !dl_parse_allows(p, DL_MOVE_RIGHT)) {
            dl_parse_move(p, DL_MOVE_SHIFT, DL_DEP_NONE);
            continue;
        }
        read_state(r, &c);
        dl_move move = learn_move(r, s, &c);
        dl_deprel deprel = move == DL_MOVE_SHIFT ? DL_DEP_NONE : learn_label(r, s, &c, move);
        state_back(r, &c);
        dl_parse_move(p, move, deprel);
    }
}

/* ---- the course of training */

static void learn_sample(net_trainer *r, const sample *s) {
    sample_window(s, &r->window);
    fill_trace(r, &r->window);
    net_forward(&r->net, r->trace, dropout);
    if (s->tree) {
        learn_tags(r, s);
        learn_tree(r, s);
    }
    if (s->names && net_chance(&r->net.luck) < names_share) net_learn_names(r, s);
    net_backward(&r->net, r->trace);
}

static void learn_epoch(net_trainer *r, corpus *c, uint32_t *order, float from, float to) {
    uint32_t words = 0, count = c->samples.count - 1;
    shuffle(order, c->samples.count, &r->luck);
    for (uint32_t i = 0; i < count; i++) {
        const sample *s = c->samples.rows + order[i];
        if (!s->tree && !s->names) continue;
        learn_sample(r, s);
        words += s->count;
        if (words < BATCH_WORDS && i + 1 < count) continue;
        net_step(&r->net, from + (to - from) * (float)i / (float)count);
        words = 0;
    }
}

static double share(uint64_t part, uint64_t all) {
    return all ? 100.0 * (double)part / (double)all : 0;
}

void net_train(net_trainer *r, corpus *c, const net_input *input, int epochs, uint64_t seed) {
    *r = (net_trainer){.with = *input, .luck = {seed}};
    r->trace = calloc(1, sizeof *r->trace);
    uint32_t *order = calloc(c->samples.count, sizeof *order);
    if (!r->trace || !order) die("no memory", "net");
    collect_forms(c, r);
    net_open(&r->net, r->form_count + 1, seed);
    printf("net: %u known forms\n", r->form_count);
    for (int epoch = 0; epoch < epochs; epoch++) {
        r->explore = epoch >= EXPLORE_FROM;
        r->tags_right = r->tags_seen = r->moves_right = r->moves_seen = r->names_right = r->names_seen = 0;
        float rate = first_rate / (float)epochs;
        learn_epoch(r, c, order, rate * (float)(epochs - epoch), rate * (float)(epochs - epoch - 1) + 1e-5f);
        printf("net: epoch %d: tags %.2f %%, moves %.2f %%, names %.2f %%\n", epoch + 1, share(r->tags_right, r->tags_seen),
               share(r->moves_right, r->moves_seen), share(r->names_right, r->names_seen));
        fflush(stdout);
    }
    free(order);
}
