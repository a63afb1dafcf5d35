#include "watch/sink.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int fd, dl_bytes bytes) {
    while (bytes.size) {
        ssize_t written = write(fd, bytes.data, bytes.size);
        if (written < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            struct pollfd wait = {.fd = fd, .events = POLLOUT};
            poll(&wait, 1, -1);
        } else if (written < 0 && errno != EINTR) {
            return false;
        }
        if (written < 0) continue;
        bytes = (dl_bytes){bytes.data + written, bytes.size - (size_t)written};
    }
    return true;
}

static dl_status refused(dl_error *error, const char *what) {
    return dl_fail_at(error, DL_CANNOT_WRITE, what, DL_NO_OFFSET, errno);
}

static bool line_is_open(void) {
    struct stat about;
    char last = '\n';
    if (fstat(STDOUT_FILENO, &about) || !S_ISREG(about.st_mode) || !about.st_size) return false;
    int fd = open("/proc/self/fd/1", O_RDONLY | O_CLOEXEC); /* standard output itself is open for writing only */
    if (fd < 0) return false;
    bool read = pread(fd, &last, 1, about.st_size - 1) == 1;
    close(fd);
    return read && last != '\n';
}

dl_status dl_sink_start(const char *folder, dl_error *error) {
    struct stat about;
    if (folder && (stat(folder, &about) || !S_ISDIR(about.st_mode))) {
        if (!mkdir(folder, 0777)) return DL_OK;
        return refused(error, "the folder for the documents cannot be made");
    }
    if (folder || !line_is_open() || write_all(STDOUT_FILENO, DL_LIT("\n"))) return DL_OK;
    return refused(error, "standard output cannot be written");
}

static dl_status put_file(const char *folder, uint64_t hash, dl_bytes line, dl_error *error) {
    static const char wrong[] = "a document cannot be written into the folder";
    char beside[4096], path[4096];
    size_t size = (size_t)snprintf(beside, sizeof beside, "%s/.%016" PRIx64 ".new", folder, hash);
    snprintf(path, sizeof path, "%s/%016" PRIx64 ".jsonl", folder, hash);
    errno = ENAMETOOLONG;
    int fd = size < sizeof beside ? open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) : -1;
    if (fd < 0) return refused(error, wrong);
    bool good = write_all(fd, line) && !fsync(fd);
    int system = errno;
    if (close(fd) || !good) return dl_fail_at(error, DL_CANNOT_WRITE, wrong, DL_NO_OFFSET, good ? errno : system);
    return rename(beside, path) ? refused(error, wrong) : DL_OK;
}

dl_status dl_sink_put(const char *folder, uint64_t hash, dl_bytes line, dl_error *error) {
    if (folder) return put_file(folder, hash, line, error);
    return write_all(STDOUT_FILENO, line) ? DL_OK : refused(error, "standard output cannot be written");
}

void dl_sink_settle(const char *folder) {
    if (!folder) fdatasync(STDOUT_FILENO); /* a pipe has none, which is no error */
}
