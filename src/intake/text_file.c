#include "intake/text_file.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEAD = 64 * 1024 };

static dl_status open_path(dl_text_file *file, const char *path, dl_error *error) {
    bool standard = !strcmp(path, "-");
    do file->fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    while (file->fd < 0 && errno == EINTR);
    if (file->fd < 0) return dl_fail_at(error, DL_CANNOT_READ, "cannot be opened", DL_NO_OFFSET, errno);
    file->close = !standard;
    struct stat about;
    if (!fstat(file->fd, &about) && S_ISDIR(about.st_mode)) {
        dl_text_file_close(file);
        return dl_fail_at(error, DL_CANNOT_READ, "a folder: give the files in it", DL_NO_OFFSET, EISDIR);
    }
    return DL_OK;
}

dl_status dl_text_file_open(dl_text_file *file, const char *path, dl_bytes memory, size_t limit, dl_error *error) {
    *file = (dl_text_file){.fd = -1, .limit = limit};
    if (path) return open_path(file, path, error);
    file->spent = true;
    file->buffer = (char *)memory.data; /* never written to: a spent file reads nothing more */
    file->size = memory.size;
    return DL_OK;
}

void dl_text_file_close(dl_text_file *file) {
    if (file->fd >= 0) free(file->buffer);
    if (file->close) close(file->fd);
    *file = (dl_text_file){.fd = -1, .spent = true};
}

/* Room for at least one more byte: what was taken is dropped first. */
static bool make_room(dl_text_file *file) {
    if (file->at) {
        memmove(file->buffer, file->buffer + file->at, file->size - file->at);
        file->size -= file->at;
        file->at = 0;
    }
    if (file->size < file->room) return true;
    size_t room = file->room ? file->room * 2 : HEAD;
    char *buffer = realloc(file->buffer, room);
    if (!buffer) return false;
    file->buffer = buffer;
    file->room = room;
    return true;
}

/* Reads once more, or finds that the input is spent. */
static dl_status more(dl_text_file *file, dl_error *error) {
    if (!make_room(file)) return dl_fail(error, DL_NO_MEMORY, "out of memory while reading");
    ssize_t got;
    do got = read(file->fd, file->buffer + file->size, file->room - file->size);
    while (got < 0 && errno == EINTR);
    if (got < 0) {
        file->spent = true;
        return dl_fail_at(error, DL_CANNOT_READ, "cannot be read", file->offset + (file->size - file->at), errno);
    }
    file->spent = got == 0;
    file->size += (size_t)got;
    return DL_OK;
}

/* What is read but not taken, at most `size` bytes. */
static dl_bytes ahead(const dl_text_file *file, size_t size) {
    size_t there = file->size - file->at;
    return (dl_bytes){there ? file->buffer + file->at : "", there < size ? there : size};
}

static dl_bytes take(dl_text_file *file, size_t size) {
    dl_bytes taken = ahead(file, size);
    file->at += taken.size;
    file->offset += taken.size;
    return taken;
}

/* A line with something on it: enough to tell a form by. */
static bool has_line(dl_bytes text) {
    size_t i = 0;
    while (i < text.size && dl_is_space(text.data[i])) i++;
    return i < text.size && memchr(text.data + i, '\n', text.size - i);
}

dl_status dl_text_file_head(dl_text_file *file, dl_bytes *head, dl_error *error) {
    while (!file->spent && file->size - file->at < HEAD && !has_line(ahead(file, HEAD))) {
        dl_status status = more(file, error);
        if (status != DL_OK) return status;
    }
    *head = ahead(file, HEAD);
    return DL_OK;
}

dl_status dl_text_file_ahead(dl_text_file *file, size_t size, dl_bytes *bytes, dl_error *error) {
    while (!file->spent && file->size - file->at < size) {
        dl_status status = more(file, error);
        if (status != DL_OK) return status;
    }
    *bytes = ahead(file, size);
    return DL_OK;
}

void dl_text_file_drop(dl_text_file *file, size_t size) {
    take(file, size);
}

dl_status dl_text_file_seek(dl_text_file *file, uint64_t offset, dl_error *error) {
    if (file->fd >= 0 && lseek(file->fd, (off_t)offset, SEEK_SET) == (off_t)offset) {
        file->offset = offset;
        return DL_OK;
    }
    while (file->offset < offset) {
        dl_bytes there;
        dl_status status = dl_text_file_ahead(file, HEAD, &there, error);
        if (status != DL_OK) return status;
        if (!there.size) return dl_fail_at(error, DL_BAD_ARGUMENT, "the input ends in front of the byte to start at", file->offset, 0);
        dl_text_file_drop(file, there.size < offset - file->offset ? there.size : (size_t)(offset - file->offset));
    }
    return DL_OK;
}

dl_status dl_text_file_rest(dl_text_file *file, dl_bytes *rest, dl_error *error) {
    while (!file->spent && file->size - file->at <= file->limit) {
        dl_status status = more(file, error);
        if (status != DL_OK) return status;
    }
    if (file->size - file->at > file->limit) {
        file->spent = true;
        file->size = file->at;
        return dl_fail_at(error, DL_LIMIT, "longer than the limit", file->offset + file->limit, 0);
    }
    *rest = take(file, SIZE_MAX);
    return DL_OK;
}

/* Drops what is there and goes on to the next line. */
static dl_status skip_line(dl_text_file *file, dl_error *error) {
    for (;;) {
        dl_bytes there = ahead(file, SIZE_MAX);
        const char *end = memchr(there.data, '\n', there.size);
        take(file, end ? (size_t)(end - there.data) + 1 : there.size);
        if (end || file->spent) return DL_OK;
        dl_status status = more(file, error);
        if (status != DL_OK) return status;
    }
}

static dl_status too_long(dl_text_file *file, uint64_t began, dl_error *error) {
    dl_status status = skip_line(file, error);
    return status == DL_OK ? dl_fail_at(error, DL_LIMIT, "a line longer than the limit", began, 0) : status;
}

dl_status dl_text_file_line(dl_text_file *file, dl_bytes *line, uint64_t *began, dl_error *error) {
    *began = file->offset;
    for (size_t seen = 0;;) {
        dl_bytes there = ahead(file, SIZE_MAX);
        const char *end = memchr(there.data + seen, '\n', there.size - seen);
        size_t size = end ? (size_t)(end - there.data) : there.size;
        if (size > file->limit) return too_long(file, *began, error);
        if (end || file->spent) {
            if (!there.size) return DL_END;
            *line = (dl_bytes){take(file, size + (end != NULL)).data, size};
            if (line->size && line->data[line->size - 1] == '\r') line->size--;
            return DL_OK;
        }
        seen = there.size;
        dl_status status = more(file, error);
        if (status != DL_OK) return status;
    }
}
