#include "watch/transfer.h"

#include "base/unpacked.h"
#include "watch/address.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool grow(dl_transfer *t, size_t wanted) {
    size_t room = t->room ? t->room : 32 * 1024;
    while (room < wanted) room *= 2;
    char *body = room == t->room ? t->body : realloc(t->body, room);
    if (!body) return false;
    t->body = body;
    t->room = room;
    return true;
}

/* Whether the body with `more` bytes is too large for what came over the wire. What libcurl has at hand it may count behind this call. */
static bool is_bomb(const dl_transfer *t, size_t more) {
    curl_off_t packed = 0;
    curl_easy_getinfo(t->easy, CURLINFO_SIZE_DOWNLOAD_T, &packed);
    return dl_unpacked_is_bomb((size_t)packed + CURL_MAX_WRITE_SIZE, t->size + more);
}

/* Bytes of the body, unpacked by libcurl piece by piece, so that what blows up is stopped on its way. */
static size_t take(char *bytes, size_t one, size_t size, void *self) {
    (void)one;
    dl_transfer *t = self;
    size_t part = size < t->most - t->size ? size : t->most - t->size;
    t->too_long = part < size;
    t->bomb = is_bomb(t, part);
    if (t->bomb || !grow(t, t->size + part)) return 0;
    memcpy(t->body + t->size, bytes, part);
    t->size += part;
    return part;
}

static curl_socket_t open_socket(void *self, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)purpose;
    dl_transfer *t = self;
    t->refused = !t->anywhere && dl_address_is_private(&address->addr);
    return t->refused ? CURL_SOCKET_BAD : socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static bool add_header(dl_transfer *t, const char *name, dl_bytes value) {
    char line[1024];
    if (!value.size || (size_t)snprintf(line, sizeof line, "%s: %s", name, value.data) >= sizeof line) return true;
    struct curl_slist *longer = curl_slist_append(t->headers, line);
    if (longer) t->headers = longer;
    return longer;
}

static bool prepare(dl_transfer *t, const dl_fetch_options *options, void *task) {
    if (!t->easy || !add_header(t, "If-None-Match", t->etag) || !add_header(t, "If-Modified-Since", t->modified)) return false;
    CURL *c = t->easy;
    if (options->trusted && curl_easy_setopt(c, CURLOPT_CAINFO, options->trusted)) return false;
    return !(curl_easy_setopt(c, CURLOPT_ERRORBUFFER, t->trouble) || curl_easy_setopt(c, CURLOPT_URL, t->url.data) ||
             curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https") || curl_easy_setopt(c, CURLOPT_USERAGENT, options->agent) ||
             curl_easy_setopt(c, CURLOPT_ACCEPT_ENCODING, "") || curl_easy_setopt(c, CURLOPT_HTTPHEADER, t->headers) ||
             curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L) || curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, (long)options->timeout_ms) ||
             curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take) || curl_easy_setopt(c, CURLOPT_WRITEDATA, t) ||
             curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, open_socket) || curl_easy_setopt(c, CURLOPT_OPENSOCKETDATA, t) ||
             curl_easy_setopt(c, CURLOPT_PRIVATE, task));
}

bool dl_transfer_begin(dl_transfer *t, CURLM *multi, const dl_fetch_options *options, void *task) {
    t->size = 0;
    t->trouble[0] = 0;
    t->too_long = t->bomb = t->refused = false;
    t->easy = curl_easy_init();
    if (prepare(t, options, task) && !curl_multi_add_handle(multi, t->easy)) return true;
    dl_transfer_end(t, NULL);
    return false;
}

void dl_transfer_end(dl_transfer *t, CURLM *multi) {
    if (t->easy && multi) curl_multi_remove_handle(multi, t->easy);
    if (t->easy) curl_easy_cleanup(t->easy);
    curl_slist_free_all(t->headers);
    t->easy = NULL;
    t->headers = NULL;
}

void dl_transfer_free_body(dl_transfer *t) {
    free(t->body);
    t->body = NULL;
    t->size = t->room = 0;
}
