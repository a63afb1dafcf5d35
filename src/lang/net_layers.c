/* From words to vectors that know their sentence: words, windows and memories (lang/net.h). */
#include "base/search.h"
#include "lang/net_work.h"

/* ---- words */

static uint32_t form_row(const dl_net *net, uint32_t form) {
    uint32_t at = dl_first_not_below(net->forms, net->form_count, form);
    return at < net->form_count && net->forms[at] == form ? at + 1 : 0;
}

static void add_row(int32_t *sums, const int16_t *row) {
    for (int j = 0; j < DL_NET_WIDTH; j++) sums[j] += row[j];
}

/* What the word gives to the first window: its product with each of the matrix's three parts. */
static void make_gifts(const dl_matrix *m, dl_net_word *word) {
    for (uint32_t g = 0; g < 3; g++) {
        int32_t sums[DL_NET_WIDTH] = {0};
        dl_matrix_add(m, g * DL_NET_WIDTH, DL_NET_WIDTH, word->vector, sums);
        for (int j = 0; j < DL_NET_WIDTH; j++) word->gift[g][j] = (int16_t)dl_between(sums[j] >> m->scale, INT16_MIN / 4, INT16_MAX / 4);
    }
}

static void make_word(const dl_net *net, const dl_word *word, dl_net_word *out) {
    int32_t sums[DL_NET_WIDTH] = {0};
    uint32_t parts[DL_NET_PARTS];
    dl_net_parts(word, parts);
    add_row(sums, net->word);
    add_row(sums, net->form + (size_t)form_row(net, word->form) * DL_NET_WIDTH);
    for (uint32_t p = 0; p < DL_NET_PARTS; p++) add_row(sums, net->parts + ((size_t)p * DL_NET_PART_ROWS + parts[p]) * DL_NET_WIDTH);
    for (int j = 0; j < DL_NET_WIDTH; j++) out->vector[j] = dl_positive(sums[j] >> (DL_NET_INPUT_BITS - DL_NET_BITS));
    make_gifts(&net->window[0], out);
    out->word = *word;
    out->used = true;
}

static bool is_same(const dl_word *a, const dl_word *b) {
    return a->form == b->form && a->shape == b->shape && a->suffix3 == b->suffix3 && a->suffix2 == b->suffix2 && a->prefix == b->prefix;
}

static uint32_t hash_of(const dl_word *word) {
    return word->form ^ word->shape;
}

enum { COMMON_MASK = 4 * DL_NET_COMMON - 1 };

void dl_net_make_common(dl_net *net, const dl_word *words, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        uint32_t slot = hash_of(words + i) & COMMON_MASK;
        while (net->common_at[slot]) slot = (slot + 1) & COMMON_MASK;
        make_word(net, words + i, net->common + i);
        net->common_at[slot] = (uint16_t)(i + 1);
    }
}

static const dl_net_word *find_common(const dl_net *net, const dl_word *word, uint32_t hash) {
    for (uint32_t slot = hash & COMMON_MASK; net->common_at[slot]; slot = (slot + 1) & COMMON_MASK) {
        const dl_net_word *found = net->common + net->common_at[slot] - 1;
        if (is_same(&found->word, word)) return found;
    }
    return NULL;
}

static const dl_net_word *find_word(dl_net_work *work, const dl_word *word) {
    uint32_t hash = hash_of(word);
    const dl_net_word *common = find_common(work->net, word, hash);
    if (common) return common;
    dl_net_word *own = work->cache + (hash & work->cache_mask);
    if (!own->used || !is_same(&own->word, word)) make_word(work->net, word, own);
    return own;
}

static inline void add_gift(int16_t *sums, const int16_t *gift) {
    for (int j = 0; j < DL_NET_WIDTH; j += DL_LANES) *(dl_lanes *)(sums + j) += *(const dl_lanes *)(gift + j);
}

static inline void cut_off(dl_lanes *values) {
    const dl_lanes most = (dl_lanes){0} + DL_NET_MOST, above = *values > most;
    *values = (*values & ~above) | (most & above);
}

/* What a window adds to its word; both are far enough from the edges of 16 bits. */
static inline void add_raised(const int16_t *word, const int16_t *raised, int16_t *out) {
    for (int j = 0; j < DL_NET_WIDTH; j += DL_LANES) {
        dl_lanes up = *(const dl_lanes *)(raised + j);
        up &= up > 0;
        cut_off(&up);
        up += *(const dl_lanes *)(word + j);
        cut_off(&up);
        *(dl_lanes *)(out + j) = up;
    }
}

/* The words and the first window, whose sum is made of what the three words around give to it. */
DL_WIDE static void run_words(dl_net_work *work, const dl_window *w) {
    const dl_matrix *m = &work->net->window[0];
    int16_t bias[DL_NET_WIDTH], ahead[3][DL_NET_WIDTH]; /* sums of the position before, at and behind the word in hand */
    for (int j = 0; j < DL_NET_WIDTH; j++) bias[j] = (int16_t)dl_between(m->bias[j] >> m->scale, INT16_MIN / 4, INT16_MAX / 4);
    for (int i = 0; i < 3; i++) memcpy(ahead[i], bias, sizeof bias);
    for (uint32_t i = 1; i <= w->count + 1; i++) {
        int16_t *before = ahead[(i + 2) % 3], *here = ahead[i % 3], *behind = ahead[(i + 1) % 3];
        if (i <= w->count) {
            const dl_net_word *word = find_word(work, w->words + i);
            memcpy(work->state[0][i], word->vector, sizeof word->vector);
            add_gift(before, word->gift[2]);
            add_gift(here, word->gift[1]);
            add_gift(behind, word->gift[0]);
        }
        if (i > 1) add_raised(work->state[0][i - 1], before, work->state[1][i - 1]);
        memcpy(before, bias, sizeof bias);
    }
}

/* ---- windows */

DL_WIDE static void run_window(dl_net_work *work, uint32_t d, uint32_t count) {
    const dl_matrix *m = &work->net->window[d];
    int16_t(*in)[DL_NET_WIDTH] = work->state[d % 2], (*out)[DL_NET_WIDTH] = work->state[(d + 1) % 2];
    for (uint32_t i = 1; i <= count; i++) {
        int32_t sums[DL_NET_WIDTH];
        memcpy(sums, m->bias, sizeof sums);
        dl_matrix_add(m, 0, 3 * DL_NET_WIDTH, in[i - 1], sums);
        for (int j = 0; j < DL_NET_WIDTH; j++) out[i][j] = dl_limited(in[i][j] + dl_positive(sums[j] >> m->scale));
    }
}

/* ---- memories */

/* z is so limited that the difference of two stays in 16 bits; u is a share in 2^-15. */
enum { MOST_Z = INT16_MAX / 2, ONE = INT16_MAX, SHARE_BITS = 15, BACK = DL_NET_CELL, SHARE = 2 * DL_NET_CELL };

/* z in units of the cells, and u, the share of z that the cell takes up: a straight line in place of the sigmoid. */
DL_WIDE static void make_memory(const dl_matrix *m, const int16_t *state, int16_t *out) {
    int32_t sums[DL_NET_MEMORY];
    memcpy(sums, m->bias, sizeof sums);
    dl_matrix_add(m, 0, DL_NET_WIDTH, state, sums);
    uint32_t z_shift = m->scale + DL_NET_BITS - DL_NET_CELL_BITS;
    int32_t u_shift = (int32_t)m->scale + DL_NET_BITS + 2 - SHARE_BITS;
    for (int j = 0; j < SHARE; j++) out[j] = (int16_t)dl_between(sums[j] >> z_shift, -MOST_Z, MOST_Z);
    for (int j = SHARE; j < DL_NET_MEMORY; j++) out[j] = (int16_t)dl_between((sums[j] >> u_shift) + ONE / 2, 0, ONE);
}

static inline void remember(const int16_t *restrict memory, const int16_t *restrict from, int16_t *restrict cell) {
    for (int j = 0; j < DL_NET_CELL; j++) {
        int16_t way = (int16_t)(memory[j] - from[j]), share = memory[SHARE + j];
        int16_t step = (int16_t)((((way * share) >> (SHARE_BITS - 1)) + 1) >> 1); /* rounded: one instruction where there is pmulhrsw */
        cell[j] = (int16_t)(from[j] + step);
    }
}

static inline void add_cells(const int16_t *restrict cell, int16_t *restrict state) {
    for (int j = 0; j < DL_NET_WIDTH; j++) {
        int16_t sum = (int16_t)(state[j] + (cell[j] >> (DL_NET_CELL_BITS - DL_NET_BITS)));
        int16_t low = sum > -DL_NET_MOST ? sum : -DL_NET_MOST;
        state[j] = low < DL_NET_MOST ? low : DL_NET_MOST;
    }
}

DL_WIDE static void run_memory(dl_net_work *work, uint32_t d, uint32_t count) {
    int16_t(*state)[DL_NET_WIDTH] = work->state[(d + 1) % 2];
    for (uint32_t i = 1; i <= count; i++) make_memory(&work->net->memory[d], state[i], work->memory[i]);
    memset(work->cell[0], 0, sizeof work->cell[0]);
    memset(work->cell[count + 1], 0, sizeof work->cell[0]);
    for (uint32_t i = 1; i <= count; i++) remember(work->memory[i], work->cell[i - 1], work->cell[i]);
    for (uint32_t i = count; i >= 1; i--) remember(work->memory[i] + BACK, work->cell[i + 1] + BACK, work->cell[i] + BACK);
    for (uint32_t i = 1; i <= count; i++) add_cells(work->cell[i], state[i]);
}

void dl_net_layers(dl_net_work *work, const dl_window *w) {
    for (int s = 0; s < 2; s++) {
        memset(work->state[s][0], 0, sizeof work->state[0][0]);
        memset(work->state[s][w->count + 1], 0, sizeof work->state[0][0]);
    }
    run_words(work, w);
    run_memory(work, 0, w->count);
    for (uint32_t d = 1; d < DL_NET_DEPTH; d++) {
        run_window(work, d, w->count);
        run_memory(work, d, w->count);
    }
}
