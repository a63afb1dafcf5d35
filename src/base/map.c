#include "base/map.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static dl_status map(dl_bytes *bytes, int file, dl_error *error) {
    struct stat about;
    if (fstat(file, &about)) return dl_fail_at(error, DL_CANNOT_READ, "cannot read the file", DL_NO_OFFSET, errno);
    if (!S_ISREG(about.st_mode)) return dl_fail(error, DL_BAD_DATA, "not a regular file");
    if (about.st_size <= 0) return dl_fail(error, DL_BAD_DATA, "the file is empty");
    void *data = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_SHARED, file, 0);
    if (data == MAP_FAILED) return dl_fail_at(error, DL_NO_MEMORY, "cannot map the file", DL_NO_OFFSET, errno);
    *bytes = (dl_bytes){data, (size_t)about.st_size};
    return DL_OK;
}

dl_status dl_map_open(dl_bytes *bytes, const char *path, dl_error *error) {
    *bytes = (dl_bytes){0};
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return dl_fail_at(error, DL_CANNOT_READ, "cannot open the file", DL_NO_OFFSET, errno);
    dl_status status = map(bytes, file, error);
    close(file);
    return status;
}

void dl_map_close(dl_bytes *bytes) {
    if (bytes->data) munmap((void *)(uintptr_t)bytes->data, bytes->size);
    *bytes = (dl_bytes){0};
}
