#include "lang/matrix.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

bool dl_matrix_open(dl_matrix *m, const dl_model *model, const char *name, uint32_t inputs, uint32_t width) {
    const dl_model_section *s = dl_model_find(model, name, sizeof(int8_t));
    if (!s || s->width != width || s->count != inputs) return false;
    size_t bias = width * sizeof(int16_t);
    if (s->size < bias + (size_t)inputs * width) return false;
    const char *data = dl_model_data(model, s);
    *m = (dl_matrix){(const int16_t *)data, (const int8_t *)(data + bias), width};
    return true;
}

static inline int16_t stopped(int32_t sum) {
    return (int16_t)(sum < INT16_MIN ? INT16_MIN : sum > INT16_MAX ? INT16_MAX : sum);
}

static void add_plain(const int8_t *weights, uint32_t width, uint32_t pairs, const uint8_t *x, int16_t *sums) {
    for (uint32_t k = 0; k < pairs; k++, weights += 2 * width) {
        int32_t a = x[2 * k], b = x[2 * k + 1];
        for (uint32_t j = 0; j < width; j++) sums[j] = stopped(sums[j] + a * weights[2 * j] + b * weights[2 * j + 1]);
    }
}

#if defined(__x86_64__)
/* Sixteen sums of a register; `count` registers at a time, so that the sums stay in registers all through the inputs. */
#define COLUMNS(count)                                                                                                                   \
    __attribute__((target("avx2"))) static void columns_##count(const int8_t *weights, uint32_t width, uint32_t pairs, const uint8_t *x, \
                                                                int16_t *sums) {                                                         \
        __m256i sum[count];                                                                                                              \
        _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) sum[c] = _mm256_loadu_si256((const __m256i *)(sums + 16 * c));           \
        for (uint32_t k = 0; k < pairs; k++, weights += 2 * width) {                                                                     \
            int16_t pair;                                                                                                                \
            memcpy(&pair, x + 2 * k, sizeof pair);                                                                                       \
            __m256i both = _mm256_set1_epi16(pair);                                                                                      \
            _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) sum[c] =                                                             \
                _mm256_adds_epi16(sum[c], _mm256_maddubs_epi16(both, _mm256_loadu_si256((const __m256i *)(weights + 32 * c))));          \
        }                                                                                                                                \
        _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) _mm256_storeu_si256((__m256i *)(sums + 16 * c), sum[c]);                 \
    }
COLUMNS(8)
COLUMNS(4)
COLUMNS(2)
COLUMNS(1)

static void add_wide(const int8_t *weights, uint32_t width, uint32_t pairs, const uint8_t *x, int16_t *sums) {
    uint32_t j = 0;
    if (width == 64) { /* the most frequent by far */
        columns_4(weights, width, pairs, x, sums);
        return;
    }
    for (; j + 128 <= width; j += 128) columns_8(weights + 2 * j, width, pairs, x, sums + j);
    for (; j + 64 <= width; j += 64) columns_4(weights + 2 * j, width, pairs, x, sums + j);
    for (; j + 32 <= width; j += 32) columns_2(weights + 2 * j, width, pairs, x, sums + j);
    for (; j + 16 <= width; j += 16) columns_1(weights + 2 * j, width, pairs, x, sums + j);
}
#endif

void dl_matrix_add(const dl_matrix *m, uint32_t first_input, uint32_t inputs, const uint8_t *x, int16_t *sums) {
    const int8_t *weights = m->weights + (size_t)first_input * m->width;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        add_wide(weights, m->width, inputs / 2, x, sums);
        return;
    }
#endif
    add_plain(weights, m->width, inputs / 2, x, sums);
}
