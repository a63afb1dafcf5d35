/* Fetches addresses over HTTP, many hosts at a time and each host politely: one request at a time, a pause between two, robots.txt asked first and
 * again after a day, patience with servers that fail. Answers come in the order in which they were asked for, so that what is made of them does not
 * depend on which server is quick.
 *
 *   - http and https only, also behind redirects, of which there may be five; each is asked of the robots.txt of its own host.
 *   - An address of a private network (address.h) is connected to only on a host and port that the user named (dl_fetcher_trust): no feed or
 *     redirect leads to a machine behind a firewall. Behind a proxy, which connects for us, it is the proxy that must see to it.
 *   - A request that may succeed later (a server's error, 429, a broken body, a time-out) is repeated twice, after a wait that doubles or that the
 *     server asks for (Retry-After). A wait longer than `patience_ms` is not waited for: the answer is DL_FETCH_LATER, with the time.
 *   - A server of https whose certificate does not prove it is not talked to, and not asked again.
 *   - Bodies longer than the limit, unpacked, are refused while they arrive; so are bombs (base/unpacked.h).
 */
#ifndef DL_WATCH_FETCH_H
#define DL_WATCH_FETCH_H

#include "base/arena.h"

typedef struct dl_fetch_options {
    const char *agent;    /* User-Agent: "dateline/0.1.0 (+https://...)"; its front names us in robots.txt */
    const char *trusted;  /* file of the certificates (PEM) that servers of https are proved by; NULL: those of the system */
    size_t max_bytes;     /* of a body */
    unsigned delay_ms;    /* between two requests of a host */
    unsigned retry_ms;    /* before the first repetition; doubled for the second */
    unsigned patience_ms; /* longest wait for a repetition */
    unsigned timeout_ms;  /* of a request */
} dl_fetch_options;

typedef enum dl_fetch_outcome {
    DL_FETCH_BODY,
    DL_FETCH_UNCHANGED, /* 304 */
    DL_FETCH_NEVER,     /* it will not be had by asking again soon: 404, robots.txt, too long ... */
    DL_FETCH_LATER      /* it may */
} dl_fetch_outcome;

/* Strings have a NUL behind them. */
typedef struct dl_answer {
    dl_fetch_outcome outcome;
    const char *why;               /* of the last two outcomes, in words */
    int64_t again;                 /* of DL_FETCH_LATER: not before this, in seconds since 1970; 0 where the server did not say */
    dl_bytes body;                 /* owned by the fetcher until the next call */
    dl_bytes etag, modified, type; /* its headers; empty where there are none */
} dl_answer;

typedef struct dl_fetcher dl_fetcher;

/* NULL where memory runs out. The strings of the options must outlive it. */
dl_fetcher *dl_fetcher_open(const dl_fetch_options *options);
void dl_fetcher_close(dl_fetcher *fetcher);

/* The host of this address may be on a private network. Under the guard of `arena`, as the next two. */
void dl_fetcher_trust(dl_fetcher *fetcher, dl_arena *arena, dl_bytes url);
/* Asks for an address. `etag` and `modified` are those of an answer that we have, or empty. All strings must outlive the answer; so must `arena`,
 * which the answers' strings go into. */
void dl_fetcher_ask(dl_fetcher *fetcher, dl_arena *arena, dl_bytes url, dl_bytes etag, dl_bytes modified);
/* The next answer. DL_END where nothing is asked for; DL_NO_MEMORY. */
dl_status dl_fetcher_next(dl_fetcher *fetcher, dl_arena *arena, dl_answer *answer, dl_error *error);
/* Forgets what is asked for and not answered. What is known of hosts is kept. */
void dl_fetcher_drop(dl_fetcher *fetcher);

#endif
