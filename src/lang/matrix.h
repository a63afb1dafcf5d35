/* Products of vectors and matrices of 8-bit whole numbers, with sums of 16 bits: the same on every machine, whatever instructions it has. */
#ifndef DL_LANG_MATRIX_H
#define DL_LANG_MATRIX_H

#include "lang/model.h"

enum {
    DL_MATRIX_BITS = 7,  /* weights are in units of 2^-7 */
    DL_MATRIX_MOST = 127 /* of the numbers that go in */
};

/* Inputs are taken four at a time, and of the weights that they have to one sum no more than this may come together, signs aside: so the sum of their
 * products has room in 16 bits. The trainer holds to it; where a model does not, that sum wraps around. */
enum { DL_MATRIX_TOGETHER = 4, DL_MATRIX_ROOM = INT16_MAX / DL_MATRIX_MOST };

/* A layer: `inputs` (a multiple of 4) numbers in, `width` (a multiple of 16) sums out. The weights of inputs 2k and 2k + 1 to one sum stand side by
 * side. */
typedef struct dl_matrix {
    const int16_t *bias;
    const int8_t *weights;
    uint32_t width;
} dl_matrix;

/* False where the model lacks the section or it has another shape. */
bool dl_matrix_open(dl_matrix *matrix, const dl_model *model, const char *name, uint32_t inputs, uint32_t width);

/* sums[j] = from[j] + products, of the inputs from `first_input` on; a sum that would leave its 16 bits stops at their edge. `from` is the bias, or
 * zeros, or the sums themselves; no x is above DL_MATRIX_MOST. */
void dl_matrix_apply(const dl_matrix *matrix, uint32_t first_input, uint32_t inputs, const uint8_t *x, const int16_t *from, int16_t *sums);

/* Compiles a function a second time for processors with AVX2; which of the two runs is decided when the program is loaded. Whole numbers: both give
 * the same. Not under the sanitizers, which are not yet set up when that is decided. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !defined(__clang__)
#define DL_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define DL_WIDE
#endif

#endif
