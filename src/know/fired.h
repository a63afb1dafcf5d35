/* Rule coverage: which rows of the knowledge decide something. In builds with -DDL_COVERAGE (`make coverage-rules`) each such row is noted in the
 * file that $DL_FIRED names, a line a row; in all others a call is nothing. */
#ifndef DL_KNOW_FIRED_H
#define DL_KNOW_FIRED_H

#include "know/know.h"

#ifdef DL_COVERAGE
void dl_know_fired(const dl_know *know, uint32_t table, uint32_t row);
#else
static inline void dl_know_fired(const dl_know *know, uint32_t table, uint32_t row) {
    (void)know, (void)table, (void)row;
}
#endif

#endif
