/* From words to vectors that know their sentence: words, windows and memories (lang/net.h). */
#include "base/search.h"
#include "lang/net_work.h"

enum {
    INPUT_SHIFT = DL_NET_INPUT_BITS - DL_NET_BITS, /* from the rows of a word to its vector */
    LEVEL_SHIFT = DL_NET_SUM_BITS - DL_NET_BITS,   /* from sums and cells to vectors */
    GIFT_SHIFT = 2                                 /* so that four gifts have room in 16 bits */
};

/* ---- words */

static uint32_t form_row(const dl_net *net, uint32_t form) {
    uint32_t at = dl_first_not_below(net->forms, net->form_count, form);
    return at < net->form_count && net->forms[at] == form ? at + 1 : 0;
}

static const int16_t *part_row(const dl_net *net, uint32_t part, uint32_t row) {
    return net->parts + ((size_t)part * DL_NET_PART_ROWS + row) * DL_NET_WIDTH;
}

static void fetch(const void *from, size_t size) {
    for (size_t at = 0; at < size; at += 64) __builtin_prefetch((const char *)from + at);
}

DL_WIDE static void make_vector(const int16_t *all, const int16_t *form, const int16_t *const *part, uint8_t *restrict vector) {
    _Static_assert(DL_NET_PARTS == 4, "one sum of all rows");
    for (int j = 0; j < DL_NET_WIDTH; j++) {
        int32_t sum = all[j] + form[j] + part[0][j] + part[1][j] + part[2][j] + part[3][j];
        vector[j] = dl_level((sum + DL_NET_HALF(INPUT_SHIFT)) >> INPUT_SHIFT);
    }
}

/* What the word gives to the first window: its product with each of the matrix's three parts. */
static void make_gifts(const dl_matrix *m, dl_net_word *word) {
    static const int16_t zeros[DL_NET_WIDTH];
    for (uint32_t g = 0; g < 3; g++) {
        int16_t sums[DL_NET_WIDTH];
        dl_matrix_apply(m, g * DL_NET_WIDTH, DL_NET_WIDTH, word->vector, zeros, sums);
        for (int j = 0; j < DL_NET_WIDTH; j++) word->gift[g][j] = (int16_t)(sums[j] >> GIFT_SHIFT);
    }
}

void dl_net_make_word(const dl_net *net, const dl_word *word, dl_net_word *out) {
    uint32_t rows[DL_NET_PARTS];
    const int16_t *parts[DL_NET_PARTS], *form = net->form + (size_t)form_row(net, word->form) * DL_NET_WIDTH;
    dl_net_parts(word, rows);
    for (uint32_t p = 0; p < DL_NET_PARTS; p++) parts[p] = part_row(net, p, rows[p]);
    make_vector(net->word, form, parts, out->vector);
    make_gifts(&net->window[0], out);
    out->word = *word;
}

static bool is_same(const dl_word *a, const dl_word *b) {
    return a->form == b->form && a->shape == b->shape && a->suffix3 == b->suffix3 && a->suffix2 == b->suffix2 && a->prefix == b->prefix;
}

static uint32_t hash_of(const dl_word *word) {
    return word->form ^ word->shape;
}

uint32_t dl_net_ready_slot(const dl_net_word *ready, const uint16_t *ready_at, const dl_word *word) {
    uint32_t slot = hash_of(word) % DL_NET_READY_SLOTS;
    while (ready_at[slot] && !is_same(&ready[ready_at[slot] - 1].word, word)) slot = (slot + 1) % DL_NET_READY_SLOTS;
    return slot;
}

static bool has_own(const dl_net_work *work, const dl_word *word) {
    uint32_t at = hash_of(word) & work->cache_mask;
    return work->cached[at] && is_same(&work->cache[at].word, word);
}

static const dl_net_word *make_own(dl_net_work *work, const dl_word *word) {
    uint32_t at = hash_of(word) & work->cache_mask;
    dl_net_word *own = work->cache + at;
    if (!has_own(work, word)) dl_net_make_word(work->net, word, own);
    work->cached[at] = true;
    return own;
}

static void fetch_parts(const dl_net *net, const dl_word *word) {
    uint32_t rows[DL_NET_PARTS];
    dl_net_parts(word, rows);
    for (uint32_t p = 0; p < DL_NET_PARTS; p++) fetch(part_row(net, p, rows[p]), DL_NET_WIDTH * sizeof *net->parts);
}

/* The ready words of a window, NULL for others. They and what the others are made of lie about in megabytes, so all is fetched before the first is
 * needed: from the slots where the words are most likely to be before a look at the words that stand there. */
static void find_ready(const dl_net_work *work, const dl_window *w, const dl_net_word **found) {
    const dl_net *net = work->net;
    for (uint32_t i = 1; i <= w->count; i++) {
        uint32_t likely = net->ready_at[hash_of(w->words + i) % DL_NET_READY_SLOTS];
        if (likely) fetch(net->ready + likely - 1, sizeof *net->ready);
    }
    for (uint32_t i = 1; i <= w->count; i++) {
        uint32_t ready = net->ready_at[dl_net_ready_slot(net->ready, net->ready_at, w->words + i)];
        found[i] = ready ? net->ready + ready - 1 : NULL;
        if (!ready && !has_own(work, w->words + i)) fetch_parts(net, w->words + i);
    }
}

static inline void add_gift(int16_t *restrict sums, const int16_t *restrict gift) {
    for (int j = 0; j < DL_NET_WIDTH; j++) sums[j] = (int16_t)(sums[j] + gift[j]);
}

/* A word, and what is added to it, neither of them below zero. `half` rounds where the bias has not done so. */
static inline void add_raised(const uint8_t *word, const int16_t *sums, int16_t half, int shift, uint8_t *out) {
    uint8_t levels[DL_NET_WIDTH]; /* so that the compiler need not ask whether `out` is `word` */
    for (int j = 0; j < DL_NET_WIDTH; j++) {
        int16_t up = (int16_t)((int16_t)(sums[j] + half) >> shift), raised = up > 0 ? up : 0;
        int16_t sum = (int16_t)(word[j] + raised);
        levels[j] = (uint8_t)(sum < DL_NET_MOST ? sum : DL_NET_MOST);
    }
    memcpy(out, levels, sizeof levels);
}

/* The words and the first window, whose sum is made of what the three words around give to it. */
DL_WIDE static void run_words(dl_net_work *work, const dl_window *w) {
    int16_t bias[DL_NET_WIDTH], ahead[3][DL_NET_WIDTH]; /* sums of the position before, at and behind the word in hand */
    const dl_net_word *ready[DL_WINDOW_ROOM];
    find_ready(work, w, ready);
    for (int j = 0; j < DL_NET_WIDTH; j++) bias[j] = (int16_t)(work->net->window[0].bias[j] >> GIFT_SHIFT);
    for (int i = 0; i < 3; i++) memcpy(ahead[i], bias, sizeof bias);
    for (uint32_t i = 1; i <= w->count + 1; i++) {
        int16_t *before = ahead[(i + 2) % 3], *here = ahead[i % 3], *behind = ahead[(i + 1) % 3];
        if (i <= w->count) {
            const dl_net_word *word = ready[i] ? ready[i] : make_own(work, w->words + i);
            memcpy(work->state[0][i], word->vector, sizeof word->vector);
            add_gift(before, word->gift[2]);
            add_gift(here, word->gift[1]);
            add_gift(behind, word->gift[0]);
        }
        if (i > 1) add_raised(work->state[0][i - 1], before, 0, LEVEL_SHIFT - GIFT_SHIFT, work->state[1][i - 1]);
        memcpy(before, bias, sizeof bias);
    }
}

/* ---- windows */

DL_WIDE static void run_window(dl_net_work *work, uint32_t d, uint32_t count) {
    const dl_matrix *m = &work->net->window[d];
    uint8_t(*in)[DL_NET_WIDTH] = work->state[d % 2], (*out)[DL_NET_WIDTH] = work->state[(d + 1) % 2];
    for (uint32_t i = 1; i <= count; i++) {
        int16_t sums[DL_NET_WIDTH];
        dl_matrix_apply(m, 0, 3 * DL_NET_WIDTH, in[i - 1], m->bias, sums);
        add_raised(in[i], sums, 0, LEVEL_SHIFT, out[i]);
    }
}

/* ---- memories */

/* u is a share in 2^-15, and in a straight line in place of the sigmoid: a half and a quarter of the sum. */
enum {
    SHARE_BITS = 15,
    HALF_SHARE = 1 << (SHARE_BITS - 1),
    SHARE_RISE = SHARE_BITS - DL_NET_SUM_BITS - 2,
    SHARE_MOST = HALF_SHARE >> SHARE_RISE /* a sum from which the share is 0 or 1 */
};

DL_WIDE static void make_memory(const dl_matrix *m, const uint8_t *state, int16_t *restrict out) {
    int16_t sums[DL_NET_MEMORY];
    dl_matrix_apply(m, 0, DL_NET_WIDTH, state, m->bias, sums);
    for (int j = 0; j < DL_NET_SHARE; j++) {
        int16_t z = sums[j] > 0 ? sums[j] : 0;
        out[j] = z < DL_NET_CELL_MOST ? z : DL_NET_CELL_MOST;
    }
    for (int j = DL_NET_SHARE; j < DL_NET_MEMORY; j++) {
        int16_t u = sums[j] > -SHARE_MOST ? sums[j] : -SHARE_MOST, share = u < SHARE_MOST - 1 ? u : SHARE_MOST - 1;
        out[j] = (int16_t)(share * (1 << SHARE_RISE) + HALF_SHARE);
    }
}

DL_WIDE static void run_memory(const dl_matrix *m, dl_net_work *work, uint8_t (*state)[DL_NET_WIDTH], uint32_t count) {
    for (uint32_t i = 1; i <= count; i++) make_memory(m, state[i], work->memory[i]);
    memset(work->cell[0], 0, sizeof work->cell[0]);
    memset(work->cell[count + 1], 0, sizeof work->cell[0]);
    dl_net_run_cells(work->memory, work->cell, count);
    for (uint32_t i = 1; i <= count; i++) add_raised(state[i], work->cell[i], DL_NET_HALF(LEVEL_SHIFT), LEVEL_SHIFT, state[i]);
}

void dl_net_read_words(dl_net_work *work, const dl_window *w) {
    for (int s = 0; s < 2; s++) {
        memset(work->state[s][0], 0, sizeof work->state[0][0]);
        memset(work->state[s][w->count + 1], 0, sizeof work->state[0][0]);
    }
    run_words(work, w);
    for (uint32_t d = 0; d < DL_NET_MEMORIES; d++) {
        if (d && d < DL_NET_WINDOWS) run_window(work, d, w->count);
        run_memory(&work->net->memory[d], work, work->state[(d + 1 < DL_NET_WINDOWS ? d + 1 : DL_NET_WINDOWS) % 2], w->count);
    }
}
