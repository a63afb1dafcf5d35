/* One request of HTTP by libcurl: what is sent, and what comes back. */
#ifndef DL_WATCH_TRANSFER_H
#define DL_WATCH_TRANSFER_H

#include "watch/fetch.h"

#include <curl/curl.h>

typedef struct dl_transfer {
    dl_bytes url, etag, modified; /* NUL-terminated; the last two may be empty */
    bool anywhere;                /* it may go to an address of a private network */
    size_t most;                  /* bytes of the body, unpacked */
    bool cut;                     /* of a longer one the front is taken */
    /* what came */
    char *body; /* owned */
    size_t size;
    bool too_long, bomb,
        refused; /* ended because the body was too long; because it unpacks to too many times its size; because the address is private */
    char trouble[CURL_ERROR_SIZE]; /* in libcurl's words; empty where there is none */
    /* its own */
    size_t room;
    CURL *easy;
    struct curl_slist *headers;
} dl_transfer;

/* Adds it to those that run; `task` comes back as CURLINFO_PRIVATE. False where memory runs out. The transfer stays where it is until it ends. */
bool dl_transfer_begin(dl_transfer *transfer, CURLM *multi, const dl_fetch_options *options, void *task);
/* Gives back all but the body. Harmless on one that was not begun. */
void dl_transfer_end(dl_transfer *transfer, CURLM *multi);
void dl_transfer_free_body(dl_transfer *transfer);

#endif
