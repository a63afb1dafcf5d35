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
/* Sums of `count` registers at a time, so that they stay in registers all through the inputs. Of four inputs two products are added without a look at
 * the edges, for which processors have more room than for those that stop. `set` of the instructions, width of a register in bits. */
#define COLUMNS(bits, set, registers, count)                                                                                                  \
    __attribute__((target(set))) static void columns##bits##_##count(const int8_t *weights, uint32_t width, uint32_t fours, const uint8_t *x, \
                                                                     const int16_t *from, int16_t *sums) {                                    \
        enum { SUMS = bits / 16 };                                                                                                            \
        registers sum[count];                                                                                                                 \
        _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) memcpy(&sum[c], from + SUMS * c, sizeof sum[c]);                              \
        for (uint32_t k = 0; k < fours; k++, weights += 4 * width) {                                                                          \
            int16_t pair[2];                                                                                                                  \
            memcpy(pair, x + 4 * k, sizeof pair);                                                                                             \
            registers first = _mm##bits##_set1_epi16(pair[0]), second = _mm##bits##_set1_epi16(pair[1]);                                      \
            _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) {                                                                         \
                registers one, other;                                                                                                         \
                memcpy(&one, weights + 2 * SUMS * c, sizeof one);                                                                             \
                memcpy(&other, weights + 2 * width + 2 * SUMS * c, sizeof other);                                                             \
                registers both = _mm##bits##_add_epi16(_mm##bits##_maddubs_epi16(first, one), _mm##bits##_maddubs_epi16(second, other));      \
                sum[c] = _mm##bits##_adds_epi16(sum[c], both);                                                                                \
            }                                                                                                                                 \
        }                                                                                                                                     \
        _Pragma("GCC unroll 8") for (int c = 0; c < count; c++) memcpy(sums + SUMS * c, &sum[c], sizeof sum[c]);                              \
    }
COLUMNS(256, "avx2", __m256i, 8)
COLUMNS(256, "avx2", __m256i, 4)
COLUMNS(256, "avx2", __m256i, 2)
COLUMNS(256, "avx2", __m256i, 1)
COLUMNS(512, "avx512bw", __m512i, 4)
COLUMNS(512, "avx512bw", __m512i, 2)

typedef void columns(const int8_t *weights, uint32_t width, uint32_t fours, const uint8_t *x, const int16_t *from, int16_t *sums);

/* Layers of 64 are the most frequent by far, then those of 128. */
static inline void apply_columns(columns *by_128, columns *by_64, const int8_t *weights, uint32_t width, uint32_t fours, const uint8_t *x,
                                 const int16_t *from, int16_t *sums) {
    uint32_t j = 0;
    for (; j + 128 <= width; j += 128) by_128(weights + 2 * j, width, fours, x, from + j, sums + j);
    for (; j + 64 <= width; j += 64) by_64(weights + 2 * j, width, fours, x, from + j, sums + j);
    for (; j + 32 <= width; j += 32) columns256_2(weights + 2 * j, width, fours, x, from + j, sums + j);
    for (; j + 16 <= width; j += 16) columns256_1(weights + 2 * j, width, fours, x, from + j, sums + j);
}
#endif

void dl_matrix_apply(const dl_matrix *m, uint32_t first_input, uint32_t inputs, const uint8_t *x, const int16_t *from, int16_t *sums) {
    const int8_t *weights = m->weights + (size_t)first_input * m->width;
    uint32_t fours = inputs / DL_MATRIX_TOGETHER;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw")) {
        apply_columns(columns512_4, columns512_2, weights, m->width, fours, x, from, sums);
        return;
    }
    if (__builtin_cpu_supports("avx2")) {
        apply_columns(columns256_8, columns256_4, weights, m->width, fours, x, from, sums);
        return;
    }
#endif
    apply_plain(weights, m->width, fours, x, from, sums);
}
