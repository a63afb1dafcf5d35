/* Products of vectors and matrices of 8-bit whole numbers, with sums of 16 bits: the same on every machine, whatever instructions it has. */
#ifndef DL_LANG_MATRIX_H
#define DL_LANG_MATRIX_H

#include "lang/model.h"

enum {
    DL_MATRIX_BITS = 7,  /* weights are in units of 2^-7 */
    DL_MATRIX_MOST = 127 /* of the numbers that go in */
};

/* A layer: `inputs` (even) numbers in, `width` (a multiple of 16) sums out. The weights of inputs 2k and 2k + 1 to one sum stand side by side. */
typedef struct dl_matrix {
    const int16_t *bias;
    const int8_t *weights;
    uint32_t width;
} dl_matrix;

/* False where the model lacks the section or it has another shape. */
bool dl_matrix_open(dl_matrix *matrix, const dl_model *model, const char *name, uint32_t inputs, uint32_t width);

/* sums[j] += products, two inputs at a time; a sum that would leave its 16 bits stops at their edge. The caller puts the bias (or zero) there before;
 * no x is above DL_MATRIX_MOST, so that the products of two inputs have room. */
void dl_matrix_add(const dl_matrix *matrix, uint32_t first_input, uint32_t inputs, const uint8_t *x, int16_t *sums);

/* Compiles a function a second time for processors with AVX2; which of the two runs is decided when the program is loaded. Whole numbers: both give
 * the same. Not under the sanitizers, which are not yet set up when that is decided. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !defined(__clang__)
#define DL_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define DL_WIDE
#endif

#endif
