#include "lang/matrix.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

bool dl_matrix_open(dl_matrix *m, const dl_model *model, const char *name, uint32_t inputs, uint32_t width) {
    const dl_model_section *s = dl_model_find(model, name, sizeof(int16_t));
    if (!s || s->width != width || s->count != inputs || s->scale > 20) return false;
    size_t bias = width * sizeof(int32_t);
    if (s->size < bias + (size_t)inputs * width * sizeof(int16_t)) return false;
    const char *data = dl_model_data(model, s);
    *m = (dl_matrix){(const int32_t *)data, (const int16_t *)(data + bias), inputs, width, s->scale};
    return true;
}

static void add_plain(const int16_t *weights, uint32_t width, uint32_t pairs, const int16_t *x, int32_t *sums) {
    for (uint32_t k = 0; k < pairs; k++, weights += 2 * width) {
        int32_t a = x[2 * k], b = x[2 * k + 1];
        if (!a && !b) continue;
        for (uint32_t j = 0; j < width; j++)
            sums[j] = (int32_t)((uint32_t)sums[j] + (uint32_t)(a * weights[2 * j]) + (uint32_t)(b * weights[2 * j + 1]));
    }
}

#if defined(__x86_64__)
/* Eight sums of a register; `count` registers at a time, so that the sums stay in registers all through the inputs. */
#define COLUMNS(count)                                                                                                                    \
    __attribute__((target("avx2"))) static void columns_##count(const int16_t *weights, uint32_t width, uint32_t pairs, const int16_t *x, \
                                                                int32_t *sums) {                                                          \
        __m256i sum[count];                                                                                                               \
        _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) sum[c] = _mm256_loadu_si256((const __m256i *)(sums + 8 * c));             \
        for (uint32_t k = 0; k < pairs; k++, weights += 2 * width) {                                                                      \
            int32_t pair;                                                                                                                 \
            memcpy(&pair, x + 2 * k, sizeof pair);                                                                                        \
            __m256i both = _mm256_set1_epi32(pair);                                                                                       \
            _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) sum[c] =                                                              \
                _mm256_add_epi32(sum[c], _mm256_madd_epi16(both, _mm256_loadu_si256((const __m256i *)(weights + 16 * c))));               \
        }                                                                                                                                 \
        _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) _mm256_storeu_si256((__m256i *)(sums + 8 * c), sum[c]);                   \
    }
COLUMNS(8)
COLUMNS(4)
COLUMNS(2)

static void add_wide(const int16_t *weights, uint32_t width, uint32_t pairs, const int16_t *x, int32_t *sums) {
    uint32_t j = 0;
    for (; j + 64 <= width; j += 64) columns_8(weights + 2 * j, width, pairs, x, sums + j);
    for (; j + 32 <= width; j += 32) columns_4(weights + 2 * j, width, pairs, x, sums + j);
    for (; j + 16 <= width; j += 16) columns_2(weights + 2 * j, width, pairs, x, sums + j);
}
#endif

void dl_matrix_add(const dl_matrix *m, uint32_t first_input, uint32_t inputs, const int16_t *x, int32_t *sums) {
    const int16_t *weights = m->weights + (size_t)first_input * m->width;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        add_wide(weights, m->width, inputs / 2, x, sums);
        return;
    }
#endif
    add_plain(weights, m->width, inputs / 2, x, sums);
}
