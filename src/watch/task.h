/* An address that is asked for, through all its redirects and repetitions. */
#ifndef DL_WATCH_TASK_H
#define DL_WATCH_TASK_H

#include "watch/transfer.h"

typedef struct dl_host dl_host;

typedef enum dl_task_state { DL_TASK_WAITING, DL_TASK_RUNNING, DL_TASK_DONE } dl_task_state;

typedef struct dl_task {
    dl_transfer transfer;
    dl_host *host;     /* of the address at hand */
    dl_host *rules_of; /* whose robots.txt it is; NULL for all else */
    dl_task_state state;
    bool allowed; /* robots.txt was asked about the address at hand */
    unsigned attempts, hops;
    int64_t not_before; /* dl_now_ms */
    long status;        /* of HTTP; 0 where none came */
    dl_answer answer;
} dl_task;

/* What came of a transfer that ended: fills the answer, or says by DL_TASK_WAITING that the task goes on, with a redirect (whose address is put into
 * the transfer) or with a repetition after not_before. Under the arena's guard. */
void dl_task_judge(dl_task *task, CURLcode code, const dl_fetch_options *options, dl_arena *arena);
void dl_task_finish(dl_task *task, dl_fetch_outcome outcome, const char *why);

#endif
