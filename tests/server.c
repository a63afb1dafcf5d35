#include "server.h"
#include "certificate.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { REPLIES = 256, HEADER = 96 };

static const char *const headers_heard[] = {"If-None-Match", "If-Modified-Since", "User-Agent"};
enum { HEARD = sizeof headers_heard / sizeof *headers_heard };

struct server {
    struct MHD_Daemon *daemon;
    const reply *replies;
    char url[48];
    unsigned port;
    pthread_mutex_t lock;
    unsigned given[REPLIES], asked;
    struct {
        char path[HEADER], values[HEARD][HEADER];
        unsigned count;
    } paths[REPLIES];
    void (*hear)(void *, unsigned);
    void *self;
    volatile bool closing;
    certificate certificate; /* empty where it speaks plain HTTP */
};

/* The words with the server's address for "%s". Nothing is allocated here: in tests allocations are counted, and this is another thread. */
static char *fill(const server *s, const char *words, size_t *size) {
    static _Thread_local char out[1 << 17];
    const char *mark = strstr(words, "%s");
    char *to = out;
    for (; mark; words = mark + 2, mark = strstr(words, "%s")) to += sprintf(to, "%.*s%s", (int)(mark - words), words, s->url);
    to += sprintf(to, "%s", words);
    *size = (size_t)(to - out);
    return out;
}

static const reply *choose(server *s, const char *path) {
    const reply *any = NULL, *last = NULL;
    for (unsigned i = 0; s->replies[i].path; i++) {
        const reply *r = &s->replies[i];
        if (!strcmp(r->path, "*")) any = r;
        if (strcmp(r->path, path)) continue;
        last = r;
        if (r->times && s->given[i] >= r->times) continue;
        s->given[i]++;
        return r;
    }
    return last ? last : any;
}

static unsigned row_of(const server *s, const char *path) {
    unsigned i = 0;
    while (s->paths[i].count && strcmp(s->paths[i].path, path)) i++;
    return i;
}

static void note(server *s, struct MHD_Connection *connection, const char *path) {
    unsigned row = row_of(s, path);
    snprintf(s->paths[row].path, HEADER, "%s", path);
    s->paths[row].count++;
    s->asked++;
    for (unsigned i = 0; i < HEARD; i++) {
        const char *value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, headers_heard[i]);
        snprintf(s->paths[row].values[i], HEADER, "%s", value ? value : "");
    }
}

static ssize_t give_a_byte(void *self, uint64_t at, char *out, size_t most) {
    server *s = self;
    if (!at && most) return *out = 'x', 1;
    while (!s->closing) usleep(1000);
    return MHD_CONTENT_READER_END_WITH_ERROR;
}

static ssize_t break_off(void *self, uint64_t at, char *out, size_t most) {
    (void)self;
    if (at || !most) return MHD_CONTENT_READER_END_WITH_ERROR;
    *out = '<';
    return 1;
}

static struct MHD_Response *response_of(server *s, const reply *r) {
    if (r->how != SERVE_WHOLE) return MHD_create_response_from_callback(1000, 1024, r->how == SERVE_SLOW ? give_a_byte : break_off, s, NULL);
    if (r->size) return MHD_create_response_from_buffer(r->size, (void *)r->body, MHD_RESPMEM_PERSISTENT);
    size_t size;
    char *body = fill(s, r->body ? r->body : "", &size);
    return MHD_create_response_from_buffer(size, body, MHD_RESPMEM_MUST_COPY);
}

static void add_header(server *s, struct MHD_Response *response, const char *name, const char *value) {
    size_t size;
    if (!name) return;
    MHD_add_response_header(response, name, fill(s, value, &size));
}

static enum MHD_Result answer(void *self, struct MHD_Connection *connection, const char *path, const char *method, const char *version,
                              const char *data, size_t *size, void **own) {
    (void)method, (void)version, (void)data, (void)size, (void)own;
    static const reply absent = {.status = 404};
    server *s = self;
    pthread_mutex_lock(&s->lock);
    note(s, connection, path);
    const reply *r = choose(s, path);
    unsigned count = s->asked;
    pthread_mutex_unlock(&s->lock);
    if (s->hear) s->hear(s->self, count);
    struct MHD_Response *response = response_of(s, r ? r : &absent);
    if (r) add_header(s, response, r->name, r->value), add_header(s, response, r->name2, r->value2);
    enum MHD_Result queued = MHD_queue_response(connection, r ? r->status : absent.status, response);
    MHD_destroy_response(response);
    return queued;
}

static server *start(const reply *replies, bool secure, const char *host, time_t until) {
    server *s = calloc(1, sizeof *s);
    struct sockaddr_in any = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    unsigned flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | (secure ? MHD_USE_TLS : 0);
    struct MHD_OptionItem none = {MHD_OPTION_END, 0, NULL};
    if (secure) certificate_make(&s->certificate, host, until);
    struct MHD_OptionItem tls[] = {
        {MHD_OPTION_HTTPS_MEM_KEY, 0, s->certificate.key}, {MHD_OPTION_HTTPS_MEM_CERT, 0, s->certificate.text}, {MHD_OPTION_END, 0, NULL}};
    pthread_mutex_init(&s->lock, NULL);
    s->replies = replies;
    s->daemon = MHD_start_daemon(flags, 0, NULL, NULL, answer, s, MHD_OPTION_SOCK_ADDR, &any, MHD_OPTION_ARRAY, secure ? tls : &none, MHD_OPTION_END);
    const union MHD_DaemonInfo *info = s->daemon ? MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_BIND_PORT) : NULL;
    if (!info) {
        fputs("the server of the tests does not start\n", stderr);
        exit(1);
    }
    s->port = info->port;
    snprintf(s->url, sizeof s->url, "%s://127.0.0.1:%u", secure ? "https" : "http", s->port);
    return s;
}

server *server_start(const reply *replies) {
    return start(replies, false, NULL, 0);
}

server *server_start_secure(const reply *replies, const char *host, time_t until) {
    return start(replies, true, host, until);
}

const char *server_certificate(const server *s) {
    return s->certificate.text;
}

void server_stop(server *s) {
    s->closing = true;
    MHD_stop_daemon(s->daemon);
    pthread_mutex_destroy(&s->lock);
    free(s);
}

const char *server_url(const server *s) {
    return s->url;
}

unsigned server_port(const server *s) {
    return s->port;
}

unsigned server_asked(server *s, const char *path) {
    pthread_mutex_lock(&s->lock);
    unsigned count = path ? s->paths[row_of(s, path)].count : s->asked;
    pthread_mutex_unlock(&s->lock);
    return count;
}

const char *server_heard(server *s, const char *path, const char *header) {
    for (unsigned i = 0; i < HEARD; i++)
        if (!strcmp(headers_heard[i], header)) return s->paths[row_of(s, path)].values[i];
    return "";
}

void server_tell(server *s, void (*hear)(void *, unsigned), void *self) {
    s->self = self;
    s->hear = hear;
}
