#include "watch/host.h"

#include "watch/url.h"

#include <time.h>

int64_t dl_now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

dl_host *dl_host_of(dl_host **hosts, dl_arena *kept, dl_arena *arena, dl_bytes url) {
    dl_bytes origin = dl_url_origin(arena, url);
    while (*hosts && !dl_bytes_equal((*hosts)->origin, origin)) hosts = &(*hosts)->next;
    if (!*hosts) {
        dl_host *host = DL_NEW(kept, dl_host);
        host->origin = dl_arena_copy(kept, origin);
        *hosts = host;
    }
    return *hosts;
}

/* "dateline/0.1.0 (+https://...)" is "dateline" to a robots.txt. */
static dl_bytes token_of(const char *agent) {
    size_t size = 0;
    while (dl_is_alpha(agent[size]) || agent[size] == '-' || agent[size] == '_') size++;
    return (dl_bytes){agent, size};
}

dl_robots dl_host_ask(const dl_host *host, dl_arena *arena, const char *agent, dl_bytes url) {
    dl_bytes file = {host->robots.transfer.body, host->robots.transfer.size};
    return dl_robots_ask(file, token_of(agent), dl_url_path(arena, url));
}
