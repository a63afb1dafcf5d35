#include "cli/output.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

bool cli_buffer_write(void *self, const char *data, size_t size) {
    cli_buffer *b = self;
    if (size > b->room - b->size) {
        size_t room = b->room ? b->room : 4096;
        while (room - b->size < size && room <= SIZE_MAX / 2) room *= 2;
        char *more = room - b->size < size ? NULL : realloc(b->data, room);
        if (!more) return !(b->failed = true);
        b->data = more;
        b->room = room;
    }
    if (size) memcpy(b->data + b->size, data, size);
    b->size += size;
    return true;
}

void cli_buffer_free(cli_buffer *buffer) {
    free(buffer->data);
    *buffer = (cli_buffer){0};
}

bool cli_output(const char *data, size_t size, int *refused) {
    while (size) {
        ssize_t written = write(STDOUT_FILENO, data, size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) { /* a pipe that somebody else made non-blocking */
            struct pollfd wait = {.fd = STDOUT_FILENO, .events = POLLOUT};
            poll(&wait, 1, -1);
            continue;
        }
        if (written < 0) {
            *refused = errno;
            return false;
        }
        data += written;
        size -= (size_t)written;
    }
    return true;
}

void cli_output_close(int *refused) {
    if (close(STDOUT_FILENO) && errno != EINTR) *refused = errno;
}

bool cli_output_colour(void) {
    const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return isatty(STDOUT_FILENO) && !(no && *no) && terminal && strcmp(terminal, "dumb") != 0;
}

uint16_t cli_output_columns(void) {
    struct winsize size;
    return isatty(STDOUT_FILENO) && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) ? size.ws_col : 0;
}
