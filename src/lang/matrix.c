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

static void apply_plain(const int8_t *weights, uint32_t width, uint32_t fours, const uint8_t *x, const int16_t *from, int16_t *sums) {
    for (uint32_t j = 0; j < width; j++) sums[j] = from[j];
    for (uint32_t k = 0; k < fours; k++, weights += 4 * width, x += 4) {
        const int8_t *first = weights, *second = weights + 2 * width;
        for (uint32_t j = 0; j < width; j++, first += 2, second += 2) {
            int32_t products = x[0] * first[0] + x[1] * first[1] + x[2] * second[0] + x[3] * second[1];
            sums[j] = stopped(sums[j] + (int16_t)(uint16_t)products);
        }
    }
}

#if defined(__x86_64__)
/* Sixteen sums of a register; `count` registers at a time, so that the sums stay in registers all through the inputs. Of four inputs two products are
 * added without a look at the edges, for which processors have more room than for those that stop. */
#define COLUMNS(count)                                                                                                                   \
    __attribute__((target("avx2"))) static void columns_##count(const int8_t *weights, uint32_t width, uint32_t fours, const uint8_t *x, \
                                                                const int16_t *from, int16_t *sums) {                                    \
        __m256i sum[count];                                                                                                              \
        _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) sum[c] = _mm256_loadu_si256((const __m256i *)(from + 16 * c));           \
        for (uint32_t k = 0; k < fours; k++, weights += 4 * width) {                                                                     \
            int16_t pair[2];                                                                                                             \
            memcpy(pair, x + 4 * k, sizeof pair);                                                                                        \
            __m256i first = _mm256_set1_epi16(pair[0]), second = _mm256_set1_epi16(pair[1]);                                             \
            _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) {                                                                    \
                __m256i one = _mm256_maddubs_epi16(first, _mm256_loadu_si256((const __m256i *)(weights + 32 * c)));                      \
                __m256i other = _mm256_maddubs_epi16(second, _mm256_loadu_si256((const __m256i *)(weights + 2 * width + 32 * c)));       \
                sum[c] = _mm256_adds_epi16(sum[c], _mm256_add_epi16(one, other));                                                        \
            }                                                                                                                            \
        }                                                                                                                                \
        _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) _mm256_storeu_si256((__m256i *)(sums + 16 * c), sum[c]);                 \
    }
COLUMNS(8)
COLUMNS(4)
COLUMNS(2)
COLUMNS(1)

static void apply_wide(const int8_t *weights, uint32_t width, uint32_t fours, const uint8_t *x, const int16_t *from, int16_t *sums) {
    uint32_t j = 0;
    if (width == 64) { /* the most frequent by far */
        columns_4(weights, width, fours, x, from, sums);
        return;
    }
    for (; j + 128 <= width; j += 128) columns_8(weights + 2 * j, width, fours, x, from + j, sums + j);
    for (; j + 64 <= width; j += 64) columns_4(weights + 2 * j, width, fours, x, from + j, sums + j);
    for (; j + 32 <= width; j += 32) columns_2(weights + 2 * j, width, fours, x, from + j, sums + j);
    for (; j + 16 <= width; j += 16) columns_1(weights + 2 * j, width, fours, x, from + j, sums + j);
}
#endif

void dl_matrix_apply(const dl_matrix *m, uint32_t first_input, uint32_t inputs, const uint8_t *x, const int16_t *from, int16_t *sums) {
    const int8_t *weights = m->weights + (size_t)first_input * m->width;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        apply_wide(weights, m->width, inputs / DL_MATRIX_TOGETHER, x, from, sums);
        return;
    }
#endif
    apply_plain(weights, m->width, inputs / DL_MATRIX_TOGETHER, x, from, sums);
}
