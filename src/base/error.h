/* Filling a dl_error. */
#ifndef DL_BASE_ERROR_H
#define DL_BASE_ERROR_H

#include "dateline.h"

/* Both return the status, so that a failing call can end with `return dl_fail(...)`. `error` may be NULL; `message` is constant text. */
dl_status dl_fail(dl_error *error, dl_status status, const char *message);
dl_status dl_fail_at(dl_error *error, dl_status status, const char *message, uint64_t offset, int system);

#endif
