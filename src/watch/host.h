/* What is known of the hosts that are asked: how often they may be, and what their robots.txt says. */
#ifndef DL_WATCH_HOST_H
#define DL_WATCH_HOST_H

#include "watch/robots.h"
#include "watch/task.h"

typedef enum dl_rules {
    DL_RULES_UNKNOWN,
    DL_RULES_ASKED, /* the host's task is under way */
    DL_RULES_KNOWN,
    DL_RULES_UNREACHABLE
} dl_rules;

struct dl_host {
    dl_host *next;
    dl_bytes origin;
    bool trusted;   /* the user named it */
    bool busy;      /* a request of it runs */
    int64_t free;   /* when it may be asked again (dl_now_ms) */
    unsigned delay; /* seconds that its robots.txt asks for between two requests */
    int64_t later;  /* it wants to be left alone until then, in seconds since 1970; 0 where it does not */
    dl_rules rules;
    int64_t rules_at; /* when they became known (dl_now_ms) */
    dl_task robots;   /* asks for robots.txt, and holds it while the rules are known */
};

/* Milliseconds of a clock that nobody sets. */
int64_t dl_now_ms(void);

/* The host of an address, made in `kept` where it is new. Under the guards of both arenas. */
dl_host *dl_host_of(dl_host **hosts, dl_arena *kept, dl_arena *arena, dl_bytes url);
/* What its robots.txt, which must be known, says of an address. */
dl_robots dl_host_ask(const dl_host *host, dl_arena *arena, const char *agent, dl_bytes url);

#endif
