/* What the network does for each word or state beside products of matrices, for processors with AVX2 and for others: whole numbers, the same of both.
 */
#include "lang/net_work.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { SHIFT = DL_NET_SUM_BITS - DL_NET_HIDDEN_BITS, BACK = DL_NET_CELL };

static void add_rows_plain(const int16_t *const *rows, uint8_t *hidden) {
    for (int j = 0; j < DL_NET_HIDDEN; j++) {
        int32_t sum = DL_NET_HALF(SHIFT);
        for (int r = 0; r < DL_NET_ROWS; r++) sum = dl_between(sum + rows[r][j], INT16_MIN, INT16_MAX);
        hidden[j] = dl_level(sum >> SHIFT);
    }
}

static void remember_plain(const int16_t *memory, const int16_t *from, int16_t *cell) {
    for (int j = 0; j < DL_NET_CELL; j++) {
        int32_t way = memory[j] - from[j];
        cell[j] = (int16_t)(from[j] + ((((way * memory[DL_NET_SHARE + j]) >> 14) + 1) >> 1));
    }
}

static void run_cells_plain(int16_t (*memory)[DL_NET_MEMORY], int16_t (*cell)[2 * DL_NET_CELL], uint32_t count) {
    for (uint32_t i = 1; i <= count; i++) remember_plain(memory[i], cell[i - 1], cell[i]);
    for (uint32_t i = count; i >= 1; i--) remember_plain(memory[i] + BACK, cell[i + 1] + BACK, cell[i] + BACK);
}

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2")))
enum { LANES = 16, CELL_LANES = DL_NET_CELL / LANES };

WIDE static inline __m256i load(const void *from) {
    return _mm256_loadu_si256(from);
}

WIDE static void add_rows_wide(const int16_t *const *rows, uint8_t *hidden) {
    for (int j = 0; j < DL_NET_HIDDEN; j += 2 * LANES) {
        __m256i a = _mm256_set1_epi16(DL_NET_HALF(SHIFT)), b = a;
        for (int r = 0; r < DL_NET_ROWS; r++) {
            a = _mm256_adds_epi16(a, load(rows[r] + j));
            b = _mm256_adds_epi16(b, load(rows[r] + j + LANES));
        }
        __m256i levels = _mm256_packus_epi16(_mm256_srai_epi16(a, SHIFT), _mm256_srai_epi16(b, SHIFT)); /* the middle quarters change places */
        levels = _mm256_min_epu8(_mm256_permute4x64_epi64(levels, 0xD8), _mm256_set1_epi8(DL_NET_MOST));
        _mm256_storeu_si256((__m256i *)(hidden + j), levels);
    }
}

WIDE static inline __m256i remember(const int16_t *memory, __m256i from) {
    return _mm256_add_epi16(from, _mm256_mulhrs_epi16(_mm256_sub_epi16(load(memory), from), load(memory + DL_NET_SHARE)));
}

/* Both directions in one loop, since each step of one waits for the last. */
WIDE static void run_cells_wide(int16_t (*memory)[DL_NET_MEMORY], int16_t (*cell)[2 * DL_NET_CELL], uint32_t count) {
    __m256i forth[CELL_LANES], back[CELL_LANES];
    for (int c = 0; c < CELL_LANES; c++) forth[c] = back[c] = _mm256_setzero_si256();
    for (uint32_t i = 1, k = count; i <= count; i++, k--) _Pragma("GCC unroll 4") for (int c = 0; c < CELL_LANES; c++) {
            forth[c] = remember(memory[i] + c * LANES, forth[c]);
            back[c] = remember(memory[k] + BACK + c * LANES, back[c]);
            _mm256_storeu_si256((__m256i *)(cell[i] + c * LANES), forth[c]);
            _mm256_storeu_si256((__m256i *)(cell[k] + BACK + c * LANES), back[c]);
        }
}
#endif

void dl_net_add_rows(const int16_t *const *rows, uint8_t *hidden) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        add_rows_wide(rows, hidden);
        return;
    }
#endif
    add_rows_plain(rows, hidden);
}

void dl_net_run_cells(int16_t (*memory)[DL_NET_MEMORY], int16_t (*cell)[2 * DL_NET_CELL], uint32_t count) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        run_cells_wide(memory, cell, count);
        return;
    }
#endif
    run_cells_plain(memory, cell, count);
}
