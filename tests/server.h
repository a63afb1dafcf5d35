/* A server of HTTP, plain or over TLS, on loopback that gives the replies it was told to, and counts what it was asked. */
#ifndef TESTS_SERVER_H
#define TESTS_SERVER_H

#include <stddef.h>
#include <time.h>

/* How a reply is sent. */
typedef enum serving {
    SERVE_WHOLE,
    SERVE_SHORT, /* less than its length says, and then the connection is closed */
    SERVE_SLOW   /* a byte, and then nothing more until the client leaves */
} serving;

typedef struct reply {
    const char *path; /* with its query; "*" is any that no other reply names */
    unsigned status;
    const char *body;         /* "%s" in it stands for the address of the server */
    const char *name, *value; /* a header, or NULL; "%s" likewise */
    const char *name2, *value2;
    serving how;
    size_t size;    /* of a body that is no string; else 0 */
    unsigned times; /* how often it is given before the next reply of its path; 0: for ever */
} reply;

/* The replies must outlive the server; the last has no path. Several servers can run. */
typedef struct server server;
server *server_start(const reply *replies);
/* One of https. Its certificate, made for it and signed by itself, is of this host, and good until then. */
server *server_start_secure(const reply *replies, const char *host, time_t until);
/* The certificate in PEM. */
const char *server_certificate(const server *s);
void server_stop(server *s);
/* "http://127.0.0.1:PORT" or "https://...", and the port. */
const char *server_url(const server *s);
unsigned server_port(const server *s);
/* How often a path was asked for; NULL: how often anything was. */
unsigned server_asked(server *s, const char *path);
/* The value of a request's header the last time that a path was asked for; "" where it had none. */
const char *server_heard(server *s, const char *path, const char *header);
/* Called in the server's thread behind each request, with how many there were. */
void server_tell(server *s, void (*hear)(void *self, unsigned count), void *self);

#endif
