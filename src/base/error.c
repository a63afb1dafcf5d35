#include "base/error.h"

dl_status dl_fail_at(dl_error *error, dl_status status, const char *message, uint64_t offset, int system) {
    if (error) *error = (dl_error){.status = status, .system = system, .offset = offset, .message = message};
    return status;
}

dl_status dl_fail(dl_error *error, dl_status status, const char *message) {
    return dl_fail_at(error, status, message, DL_NO_OFFSET, 0);
}
