#include "lang/net_run.h"

enum { CACHE_MOST = 4096 };

dl_net_work *dl_net_begin(const dl_net *net, dl_arena *arena, uint32_t tokens) {
    dl_net_work *work = DL_NEW(arena, dl_net_work);
    uint32_t size = 64;
    while (size < tokens && size < CACHE_MOST) size *= 2;
    work->net = net;
    work->cache = DL_NEW_ARRAY(arena, dl_net_word, size);
    work->cache_mask = size - 1;
    return work;
}

static inline int16_t cut_off(int32_t value) {
    return (int16_t)(value < 0 ? 0 : value > DL_NET_MOST ? DL_NET_MOST : value);
}

static inline int16_t narrow(int32_t value) {
    return (int16_t)(value < INT16_MIN ? INT16_MIN : value > INT16_MAX ? INT16_MAX : value);
}

/* ---- vectors */

static uint32_t form_row(const dl_net *net, uint32_t form) {
    uint32_t low = 0, high = net->form_count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (net->forms[mid] < form)
            low = mid + 1;
        else
            high = mid;
    }
    return low < net->form_count && net->forms[low] == form ? low + 1 : 0;
}

static void make_word(const dl_net *net, const dl_word *word, dl_net_word *out) {
    int16_t input[DL_NET_INPUT];
    int32_t sums[DL_NET_WIDTH];
    uint32_t parts[DL_NET_PARTS];
    dl_net_parts(word, parts);
    memcpy(input, net->form + (size_t)form_row(net, word->form) * DL_NET_FORM, DL_NET_FORM * sizeof *input);
    for (uint32_t p = 0; p < DL_NET_PARTS; p++)
        memcpy(input + DL_NET_FORM + p * DL_NET_PART, net->parts + ((size_t)p * DL_NET_PART_ROWS + parts[p]) * DL_NET_PART,
               DL_NET_PART * sizeof *input);
    memcpy(sums, net->in.bias, sizeof sums);
    dl_matrix_add(&net->in, 0, DL_NET_INPUT, input, sums);
    uint32_t shift = net->in.scale + DL_NET_INPUT_BITS - DL_NET_BITS;
    for (int j = 0; j < DL_NET_WIDTH; j++) out->vector[j] = cut_off(sums[j] >> shift);
    memset(out->give, 0, sizeof out->give);
    for (uint32_t g = 0; g < 3; g++) dl_matrix_add(&net->layer[0], g * DL_NET_WIDTH, DL_NET_WIDTH, out->vector, out->give[g]);
    out->word = *word;
    out->used = true;
}

static const dl_net_word *find_word(dl_net_work *work, const dl_word *word) {
    uint32_t hash = dl_mix(word->form, word->shape);
    dl_net_word *slot = work->cache + (hash & work->cache_mask);
    if (!slot->used || memcmp(&slot->word, word, sizeof *word)) make_word(work->net, word, slot);
    return slot;
}

/* The first two layers: the second is a sum of what the three words around give to it. */
DL_WIDE static void run_words(dl_net_work *work, const dl_window *w) {
    const dl_net *net = work->net;
    int32_t ahead[3][DL_NET_WIDTH]; /* sums of the position before, at and behind the word in hand */
    for (int i = 0; i < 3; i++) memcpy(ahead[i], net->layer[0].bias, sizeof ahead[0]);
    for (uint32_t i = 1; i <= w->count + 1; i++) {
        int32_t *before = ahead[(i + 2) % 3], *here = ahead[i % 3], *behind = ahead[(i + 1) % 3];
        if (i <= w->count) {
            const dl_net_word *word = find_word(work, w->words + i);
            memcpy(work->layer[0][i], word->vector, sizeof word->vector);
            for (int j = 0; j < DL_NET_WIDTH; j++) {
                before[j] += word->give[2][j];
                here[j] += word->give[1][j];
                behind[j] += word->give[0][j];
            }
        }
        if (i > 1)
            for (int j = 0; j < DL_NET_WIDTH; j++)
                work->layer[1][i - 1][j] = cut_off(work->layer[0][i - 1][j] + cut_off(before[j] >> net->layer[0].scale));
        memcpy(before, net->layer[0].bias, sizeof ahead[0]);
    }
}

DL_WIDE static void run_layer(dl_net_work *work, uint32_t l, uint32_t count) {
    const dl_matrix *m = &work->net->layer[l];
    int16_t(*in)[DL_NET_WIDTH] = work->layer[l % 2], (*out)[DL_NET_WIDTH] = work->layer[(l + 1) % 2];
    for (uint32_t i = 1; i <= count; i++) {
        int32_t sums[DL_NET_WIDTH];
        memcpy(sums, m->bias, sizeof sums);
        dl_matrix_add(m, 0, 3 * DL_NET_WIDTH, in[i - 1], sums);
        for (int j = 0; j < DL_NET_WIDTH; j++) out[i][j] = cut_off(in[i][j] + cut_off(sums[j] >> m->scale));
    }
}

static void run_layers(dl_net_work *work, const dl_window *w) {
    for (int l = 0; l < 2; l++) {
        memset(work->layer[l][0], 0, sizeof work->layer[0][0]);
        memset(work->layer[l][w->count + 1], 0, sizeof work->layer[0][0]);
    }
    run_words(work, w);
    for (uint32_t l = 1; l < DL_NET_LAYERS; l++) run_layer(work, l, w->count);
    work->top = work->layer[DL_NET_LAYERS % 2];
    memset(work->have, 0, (w->count + 2) * sizeof *work->have);
}

static uint32_t best_of(const int32_t *scores, uint32_t first, uint32_t end) {
    uint32_t best = first;
    for (uint32_t i = first + 1; i < end; i++)
        if (scores[i] > scores[best]) best = i;
    return best;
}

/* ---- tags */

static void read_tags(dl_net_work *work, dl_window *w) {
    const dl_net *net = work->net;
    for (uint32_t i = 1; i <= w->count; i++) {
        int32_t scores[DL_NET_TAGS];
        memcpy(scores, net->tag.bias, sizeof scores);
        dl_matrix_add(&net->tag, 0, DL_NET_WIDTH, work->top[i], scores);
        uint32_t best = best_of(scores, 0, net->pair_count);
        w->tag[i] = (uint8_t)(best + 1);
        w->upos[i] = net->pairs[best].upos;
        w->xpos[i] = net->pairs[best].xpos;
    }
}

/* ---- the parser */

static const int16_t *slot_row(dl_net_work *work, uint32_t s, uint32_t position) {
    const dl_net *net = work->net;
    if (!position) return net->none + s * DL_NET_HIDDEN;
    int16_t *row = work->slot[position][s];
    if (work->have[position] >> s & 1) return row;
    int32_t sums[DL_NET_HIDDEN] = {0};
    dl_matrix_add(&net->slot[s], 0, DL_NET_WIDTH, work->top[position], sums);
    for (int j = 0; j < DL_NET_HIDDEN; j++) row[j] = narrow(sums[j] >> net->slot[s].scale);
    work->have[position] |= (uint16_t)(1u << s);
    return row;
}

static inline void add_row(int32_t *sums, const int16_t *row) {
    for (int j = 0; j < DL_NET_HIDDEN; j++) sums[j] += row[j];
}

DL_WIDE static void read_state(dl_net_work *work, int16_t *hidden) {
    dl_net_state state;
    int32_t sums[DL_NET_HIDDEN] = {0};
    dl_net_state_read(&work->parse, &state);
    add_row(sums, work->net->hidden);
    for (uint32_t s = 0; s < DL_NET_SLOTS; s++) add_row(sums, slot_row(work, s, state.slot[s]));
    for (uint32_t f = 0; f < DL_NET_FACTS; f++) add_row(sums, work->net->fact + (size_t)state.fact[f] * DL_NET_HIDDEN);
    for (int j = 0; j < DL_NET_HIDDEN; j++) hidden[j] = cut_off(sums[j]);
}

static dl_move best_move(const dl_net_work *work, const int16_t *hidden) {
    int32_t scores[DL_NET_MOVES];
    memcpy(scores, work->net->move.bias, sizeof scores);
    dl_matrix_add(&work->net->move, 0, DL_NET_HIDDEN, hidden, scores);
    int best = -1;
    for (int m = 0; m < DL_MOVE_COUNT_; m++)
        if (dl_parse_allows(&work->parse, (dl_move)m) && (best < 0 || scores[m] > scores[best])) best = m;
    return (dl_move)best;
}

static dl_deprel best_label(const dl_net_work *work, const int16_t *hidden, dl_move move) {
    const dl_matrix *label = &work->net->label[move == DL_MOVE_RIGHT];
    int32_t scores[DL_NET_LABELS];
    memcpy(scores, label->bias, sizeof scores);
    dl_matrix_add(label, 0, DL_NET_HIDDEN, hidden, scores);
    return (dl_deprel)best_of(scores, DL_DEP_ROOT + 1, DL_DEP_COUNT_); /* the root comes from no move */
}

static void read_tree(dl_net_work *work, dl_window *w) {
    dl_parse *p = &work->parse;
    int16_t hidden[DL_NET_HIDDEN];
    dl_parse_begin(p, w);
    while (!dl_parse_done(p)) {
        dl_move move = DL_MOVE_SHIFT;
        if (dl_parse_allows(p, DL_MOVE_LEFT) || dl_parse_allows(p, DL_MOVE_RIGHT)) {
            read_state(work, hidden);
            move = best_move(work, hidden);
        }
        dl_parse_move(p, move, move == DL_MOVE_SHIFT ? DL_DEP_NONE : best_label(work, hidden, move));
    }
    for (uint32_t i = 1; i <= w->count; i++) {
        w->head[i] = p->head[i];
        w->deprel[i] = p->head[i] ? p->deprel[i] : DL_DEP_ROOT;
    }
}

void dl_net_read(dl_net_work *work, dl_window *window) {
    run_layers(work, window);
    read_tags(work, window);
    read_tree(work, window);
}
