/* Trains the part of the network that finds names. */
#include "lang/names.h"
#include "net_train.h"

/* Names are few and learnt by heart soon: shares of the hidden numbers, and of what the knowledge says, that are left out while learning. */
static const float hidden_dropout = 0.3f, fact_dropout = 0.15f;

typedef struct guess {
    uint32_t rows[DL_NET_NAME_FACTS], row_count;
    float hidden[DL_NET_NAME_HIDDEN], scores[DL_NET_NAMES];
} guess;

static void read_word(net_trainer *r, uint32_t at, guess *g) {
    net *n = &r->net;
    uint32_t rows[DL_NET_NAME_FACTS], count = dl_net_name_facts(&r->window, at, rows);
    g->row_count = 0;
    for (uint32_t k = 0; k < count; k++)
        if (net_chance(&n->luck) >= fact_dropout) g->rows[g->row_count++] = rows[k];
    memcpy(g->hidden, n->block[NET_NAME_BIAS].weight, sizeof g->hidden);
    net_times(r->trace->state[NET_TOP][at], DL_NET_WIDTH, n->block[NET_NAME].weight, DL_NET_NAME_HIDDEN, g->hidden);
    for (uint32_t k = 0; k < g->row_count; k++)
        for (int j = 0; j < DL_NET_NAME_HIDDEN; j++)
            g->hidden[j] += n->block[NET_NAME_FACT].weight[(size_t)g->rows[k] * DL_NET_NAME_HIDDEN + (uint32_t)j];
    for (int j = 0; j < DL_NET_NAME_HIDDEN; j++)
        g->hidden[j] = net_chance(&n->luck) >= hidden_dropout ? net_level(g->hidden[j] / (1 - hidden_dropout), DL_NET_NAME_BITS) : 0;
    memcpy(g->scores, n->block[NET_NAME_OUT_BIAS].weight, sizeof g->scores);
    net_times(g->hidden, DL_NET_NAME_HIDDEN, n->block[NET_NAME_OUT].weight, DL_NET_NAMES, g->scores);
    for (int c = DL_NAME_CLASSES; c < DL_NET_NAMES; c++) g->scores[c] = -1e9f;
}

static void learn_word(net_trainer *r, uint32_t at, uint32_t right) {
    net *n = &r->net;
    guess g;
    float gradient[DL_NET_NAME_HIDDEN] = {0};
    read_word(r, at, &g);
    uint32_t best = net_best(g.scores, DL_NAME_CLASSES);
    r->names_seen += right || best;
    r->names_right += (right || best) && right == best;
    net_softmax(g.scores, DL_NET_NAMES);
    g.scores[right] -= 1;
    net_add_row(n->block + NET_NAME_OUT_BIAS, 0, g.scores);
    net_times_back(g.hidden, DL_NET_NAME_HIDDEN, n->block + NET_NAME_OUT, 0, g.scores, gradient);
    for (int j = 0; j < DL_NET_NAME_HIDDEN; j++) gradient[j] = net_level_free(g.hidden[j], DL_NET_NAME_BITS) ? gradient[j] / (1 - hidden_dropout) : 0;
    net_add_row(n->block + NET_NAME_BIAS, 0, gradient);
    for (uint32_t k = 0; k < g.row_count; k++) net_add_row(n->block + NET_NAME_FACT, g.rows[k], gradient);
    net_times_back(r->trace->state[NET_TOP][at], DL_NET_WIDTH, n->block + NET_NAME, 0, gradient, r->trace->state_gradient[NET_TOP][at]);
}

void net_learn_names(net_trainer *r, const sample *s) {
    memcpy(r->window.hints, s->hints, (s->count + 4) * sizeof *s->hints);
    dl_cases_read(r->with.cases, &r->window);
    for (uint32_t t = 1; t <= s->count; t++)
        if (s->tokens[t].name != NAME_UNSURE) learn_word(r, t, dl_names_class(s->tokens[t].name));
}
