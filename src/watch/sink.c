#include "watch/sink.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

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

static dl_status put_line(const dl_watch_options *options, dl_bytes line, dl_error *error) {
    int system = 0;
    if (options->put(line.data, line.size, &system)) return DL_OK;
    return dl_fail_at(error, DL_CANNOT_WRITE, "standard output cannot be written", DL_NO_OFFSET, system);
}

dl_status dl_sink_start(const dl_watch_options *options, dl_error *error) {
    struct stat about;
    if (!options->folder) return line_is_open() ? put_line(options, DL_LIT("\n"), error) : DL_OK;
    if (!stat(options->folder, &about) && S_ISDIR(about.st_mode)) return DL_OK;
    return mkdir(options->folder, 0777) ? refused(error, "the folder for the documents cannot be made") : DL_OK;
}

static bool write_file(FILE *out, dl_bytes bytes) {
    return fwrite(bytes.data, 1, bytes.size, out) == bytes.size && !fflush(out) && !fsync(fileno(out));
}

static dl_status put_file(const char *folder, uint64_t hash, dl_bytes line, dl_error *error) {
    static const char wrong[] = "a document cannot be written into the folder";
    char beside[4096], path[4096];
    size_t size = (size_t)snprintf(beside, sizeof beside, "%s/.%016" PRIx64 ".new", folder, hash);
    snprintf(path, sizeof path, "%s/%016" PRIx64 ".jsonl", folder, hash);
    errno = ENAMETOOLONG;
    FILE *out = size < sizeof beside ? fopen(beside, "we") : NULL;
    if (!out) return refused(error, wrong);
    bool good = write_file(out, line);
    int system = errno;
    if (fclose(out) || !good) return dl_fail_at(error, DL_CANNOT_WRITE, wrong, DL_NO_OFFSET, good ? errno : system);
    return rename(beside, path) ? refused(error, wrong) : DL_OK;
}

dl_status dl_sink_put(const dl_watch_options *options, uint64_t hash, dl_bytes line, dl_error *error) {
    return options->folder ? put_file(options->folder, hash, line, error) : put_line(options, line, error);
}

void dl_sink_settle(const dl_watch_options *options) {
    if (!options->folder) fdatasync(STDOUT_FILENO); /* a pipe has none, which is no error */
}
